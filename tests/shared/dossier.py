#!/usr/bin/env python3
"""Compares the bundled bibliography with the dossier it was made from.

    dossier.py STRIGIL BIBLIOGRAPHY DOSSIER

Asks the program for everything as JSON and holds it against the files of the
dossier, key by key: the dossier's keys are the keys of the format.  Numbers
must agree as they are written.  One line for each difference, then a count.
"""
import glob
import json
import re
import subprocess
import sys

differences = []
compared = 0


def load(text):
    # 0.80 and 0.8 are different figures: a source prints one of them.
    return json.loads(text, parse_float=lambda s: ("number", s),
                      parse_int=lambda s: ("number", s))


def read(path):
    with open(path, encoding="utf-8") as f:
        return load(f.read())


def differ(where, ours, theirs):
    differences.append("%s: the bibliography says %r, the dossier %r"
                       % (where, ours, theirs))


def compare(where, ours, theirs):
    """Compares two values, and what they hold; no key may be extra."""
    global compared
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(set(ours) | set(theirs)):
            compare("%s.%s" % (where, key), ours.get(key, "(nothing)"),
                    theirs.get(key, "(nothing)"))
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            differ(where, ours, theirs)
            return
        for i, (our, their) in enumerate(zip(ours, theirs)):
            compare("%s[%d]" % (where, i), our, their)
    else:
        compared += 1
        if ours != theirs:
            differ(where, ours, theirs)


def compare_records(kind, ours, theirs):
    """Compares records by their ids; none may be missing or extra."""
    ours = {record["id"]: record for record in ours}
    theirs = {record["id"]: record for record in theirs}
    for name in sorted(set(ours) ^ set(theirs)):
        differ("%s/%s" % (kind, name), name in ours, name in theirs)
    for name in sorted(set(ours) & set(theirs)):
        compare("%s/%s" % (kind, name), ours[name], theirs[name])
    return len(theirs)


def without_empty(record):
    """A list that the dossier left out is exported as an empty one."""
    return {key: value for key, value in record.items() if value != []}


def is_said(number, text):
    """Whether a text has a number, in figures or as "single", "one", "once"."""
    return (re.search(r"(?<![\d.])%s(?![\d.])" % re.escape(number), text)
            is not None or number == "1" and
            re.search(r"\b(single|one|once)\b", text) is not None)


def in_dossier_words(kind, record):
    """A record of the program as the dossier would have it.

    The dossier says which side a finding favours and the bibliography which
    treatment: the first that was studied, or the first compared with.
    """
    for finding in record.get("findings", []):
        if finding["direction"] != "favours":
            continue
        side, won = finding.pop("side"), finding.pop("favours")
        terms = record["techniques" if side == "technique" else "comparators"]
        compare("%s/%s: first %s" % (kind, record["id"], side), won, terms[0])
        finding["direction"] = ("favours-iastm" if side == "technique"
                                else "favours-comparator")
    # What the bibliography says besides: what kind of comparison a term is,
    # its everyday words, and the numbers inside the words of a dose.
    if kind == "term":
        record.pop("control", None)
        record.pop("everyday", None)
    for arm in record.get("arms", []):
        text = arm.get("dose", "") + " " + arm.get("intervention", "")
        for key in ("sessions", "weeks", "minutes"):
            number = arm.pop(key, ("number", ""))[1]
            compare("%s/%s: %s of '%s'" % (kind, record["id"], key, text),
                    is_said(number, text), True)
    return record


def words(text):
    """The words of a text, without the marks around them."""
    found = (word.strip(".,:;()|") for word in text.split())
    return [word.casefold() for word in found if word.strip("-")]


def flatten(value):
    """All text of a value, as one string."""
    if isinstance(value, dict):
        return " ".join(flatten(part) for part in value.values())
    if isinstance(value, list):
        return " ".join(flatten(part) for part in value)
    return str(value)


# What the format says by its elements; and the editor's "UNVERIFIED ... do not
# publish as such", for which the bibliography has "not verified".
TRIAL_FORM = set("record see source scored score by from straight the".split()
                 + "unverified do publish".split())


def compare_trials(lists, path):
    """Every word and figure of a chapter must be in the list made of it."""
    global compared
    with open(path, encoding="utf-8") as f:
        chapters = f.read().split("\n## ")[1:]
    compare("number of trial lists", len(lists), len(chapters))
    for ours, theirs in zip(lists, chapters):
        text = set(words(flatten(ours)))
        for word in words(theirs):
            compared += 1
            if word not in text and word not in TRIAL_FORM:
                differ(ours["id"], "(nothing)", word)


def main():
    program, bibliography, dossier = sys.argv[1:4]
    theirs = {
        "works": [read(path) for path
                  in sorted(glob.glob(dossier + "/records/*.json"))],
        "claims": read(dossier + "/claims.json"),
        "propositions": read(dossier + "/groups.json"),
        "terms": read(dossier + "/vocabulary.json"),
        "articles": read(dossier + "/articles.json"),
        "topics": read(dossier + "/topics.json"),
    }
    # A claim of the program carries the verdict on its proposition.
    verdicts = {member: group for group in theirs["propositions"]
                for member in group["members"]}
    for claim in theirs["claims"]:
        for key in ("verdict", "verdict_reason"):
            claim[key] = verdicts[claim["id"]][key]
    addresses = ["%s/%s" % (kind[:-1], record["id"])
                 for kind in theirs for record in theirs[kind]]

    def ask(*arguments):
        command = [program, arguments[0], "--bibliography=" + bibliography,
                   "--format=json", "--quiet"] + list(arguments[1:])
        # What is missing is found below; the program only warns of it.
        return load(subprocess.run(command, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL).stdout.decode())

    ours = ask("show", "--", *addresses)
    for kind in theirs:
        count = compare_records(
            kind[:-1],
            [without_empty(in_dossier_words(kind[:-1], record))
             for record in ours.get(kind, [])],
            [without_empty(record) for record in theirs[kind]])
        print("%d %s" % (count, kind))

    # Nothing but the dossier's records may be there either.
    text = "".join(open(path, encoding="utf-8").read()
                   for path in sorted(glob.glob(bibliography + "/*.xml")))
    for kind in theirs:
        found = re.findall(r'^  <%s\b[^>]*?\bid="([^"]+)"' % kind[:-1], text,
                           re.MULTILINE)
        compare("everything of " + kind, sorted(found),
                sorted(record["id"] for record in theirs[kind]))

    with open(bibliography + "/6-trials.xml", encoding="utf-8") as f:
        lists = re.findall(r'<trial-list id="([^"]+)"', f.read())
    compare_trials(ask("show", "--", *["trial-list/" + name for name in lists])
                   ["trial-lists"], dossier + "/included-trials.md")

    for line in differences:
        print(line)
    print("%d values compared, %d differ" % (compared, len(differences)))
    return 1 if differences else 0


sys.exit(main())
