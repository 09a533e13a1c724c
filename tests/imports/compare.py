"""Compares what the second reader has of a work with what strigil has."""
import json
import os
import re
import subprocess
import tempfile

from second import DASHES, letters

# Fields, and what makes the text of each comparable.
LANGUAGES = {"en": "eng", "english": "eng", "de": "ger", "german": "ger",
             "fr": "fre", "french": "fre", "es": "spa", "spanish": "spa",
             "pt": "por", "portuguese": "por", "zh": "chi", "chinese": "chi",
             "ngerman": "ger", "deu": "ger",
             "deutsch": "ger", "isl": "ice", "enus": "eng", "engb": "eng",
             "dech": "ger"}


def plain(text):
    """The text without the markup that every reader understands."""
    text = re.sub(r"</?(jats:)?(sup|sub|i|b|em|strong|italic|inf|p|br|title|"
                  r"sec)\b[^>]*>", "", text or "")
    for name, sign in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("amp", "&")):
        text = text.replace("&" + name + ";", sign)
    return text


def surname(name):
    initials = re.search(r"(\s+[A-Z]{1,4})+$", name)
    if "," not in name and not (initials and len(initials[0].split()) > 1 and
                                re.search("[A-Z]{3}", initials[0])):
        name = re.sub(r"\s+([A-Z]\.?-?){1,4}$|(\s+[A-Z])+$", "", name)
    return letters(name.split(",")[0])


SUFFIXES = {"2nd": "II", "3rd": "III", "4th": "IV", "5th": "V"}


def given(name):
    """The given name, with a suffix, if it was told apart by a comma."""
    name = re.sub(r"\b[2-5](nd|rd|th)\b", lambda m: SUFFIXES[m[0]],
                  name.partition(",")[2])
    return "".join(sorted(letters(name)))


def given_of(person):
    return given("," + (person.get("given") or "") + " " +
                 (person.get("suffix") or ""))


def words_of(text):
    """The words of names in any order."""
    return " ".join(sorted(w for w in map(letters, re.split(r"[\W_]+", text))
                           if w and w != "and"))


def people(mine, its):
    have = its.get("authors", [])
    if mine.get("people"):
        text = " ".join(" ".join(p.get(k) or "" for k in
                                 ("family", "given", "suffix"))
                        for p in have)
        return words_of(mine["people"]), words_of(text)
    names = mine["authors"]
    groups = [letters(g) for g in mine["groups"]]
    held = [letters(a["family"]) for a in have]
    # Where groups were among the people is not known here.
    return (" ".join([surname(n) for n in names] + groups),
            " ".join([h for h in held if h not in groups] +
                     [g for g in groups if g in held]))


def pages(mine, its):
    """First and last page, the last one in full."""
    def full(text):
        parts = DASHES.split(text.strip(" ."))
        if len(parts) > 2:
            return letters(text)
        first, last = letters(parts[0]), letters(parts[-1])
        number = re.search(r"\d+$", first)
        if last.isdigit() and number and len(last) < len(number[0]):
            last = first[:len(first) - len(last)] + last
        return first if first == last else first + "-" + last
    return full(mine["pages"]), full(its.get("pages") or "")


def abstract(its):
    return " ".join((s.get("label") or "") + " " + s["text"]
                    for s in its.get("abstract", []))


def missing(mine, held):
    """What of a list is not held, and what is."""
    held = {letters(h) for h in held}
    lost = [m for m in mine if letters(plain(m)) and
            letters(plain(m)) not in held]
    return (lost, sorted(held)) if lost else None


def differences(mine, its):
    """(field, text of the second reader, text of strigil) where the second
    reader has a text and strigil has another or none."""
    names = [its.get("container"), its.get("container_short")]
    title = letters(its["title"]), letters(its.get("original_title"))
    pairs = [
        ("title", letters(plain(mine["title"])), title[0]),
        ("authors", *people(mine, its)),
        ("year", mine["year"], str(its.get("year", ""))),
        ("journal", letters(plain(mine["journal"])), letters(names[0])),
        ("volume", letters(mine["volume"]), letters(its.get("volume"))),
        ("issue", letters(mine["issue"]), letters(its.get("issue"))),
        ("pages", *pages(mine, its)),
        ("doi", mine["doi"], (its.get("doi") or "").lower()),
        ("pmid", mine["pmid"], its.get("pmid") or ""),
        ("pmcid", letters(mine["pmcid"]), letters(its.get("pmcid"))),
        ("abstract", letters(plain(mine["abstract"])),
         letters(abstract(its))),
        ("type", mine["type"], its["type"]),
    ]
    out = [p for p in pairs if p[1] not in ("", p[2])]
    tongues = [LANGUAGES.get(letters(t), letters(t)[:3]) for t in
               mine["languages"]]
    lists = [
        ("given names", [g for g in map(given, mine["authors"]) if g],
         [given_of(a) for a in its.get("authors", [])]),
        ("abbreviation", mine["abbreviations"], [n for n in names if n]),
        ("keywords", mine["keywords"],
         its.get("keywords", []) + its.get("headings", [])),
        ("language", tongues, [c[:3] for c in its.get("languages", [])]),
        ("types", mine["types"], its.get("publication_types", [])),
        ("notices", mine["notices"],
         [n["kind"] for n in its.get("notices", [])]),
        ("issn", mine["issns"], its.get("issns", [])),
    ]
    for name, wanted, held in lists:
        lost = missing(wanted, held)
        if lost:
            out.append((name, *lost))
    return out


def strigil(path):
    """The works as strigil reads them, in the order of the file."""
    program = os.environ.get("STRIGIL", "strigil")
    with tempfile.TemporaryDirectory() as cache:
        out = subprocess.run([program, "search", "-q", "-n", "all", "-b",
                              path, "-f", "json", ""], capture_output=True,
                             check=False,
                             env={**os.environ, "XDG_CACHE_HOME": cache})
    return json.loads(out.stdout or "{}").get("works", [])


class Works:
    """The works of strigil, by what they can be found by."""

    def __init__(self, works):
        self.by = {}
        for work in works:
            for key in ("doi", "pmid"):
                if work.get(key):
                    self.add(key + work[key].lower(), work)
            self.add("title" + letters(work["title"]), work)
            self.add("title" + letters(work.get("original_title")), work)

    def add(self, key, work):
        self.by.setdefault(key, []).append(work)

    def match(self, mine):
        """The work that is meant: by DOI, PMID and title, the most alike."""
        title = letters(plain(mine["title"]))
        alike = [w for key in ("doi", "pmid") if mine[key]
                 for w in self.by.get(key + mine[key], [])
                 if letters(w["title"])[:40] == title[:40] or not title]
        if title or not alike:
            alike += self.by.get("title" + (title or "notitle"), [])
        if not alike and mine["doi"]:
            alike = self.by.get("doi" + mine["doi"], [])
        return min(alike, key=lambda w: len(differences(mine, w)),
                   default=None)
