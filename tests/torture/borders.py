"""Rows of torture about numbers and other values at their borders.

The tables of the program say what there is ("strigil help tables"), so that a
new field, option, setting or command of the browser is tried without a change
here; what they do not say is a failure, too.
"""
import os
import random
import re
import resource
import shutil
import sqlite3
import subprocess

from harness import (BUILT, OPTIONS, PROGRAM, Place, Skipped, in_terminal, row,
                     shown)

BIG = ["2147483647", "2147483648", "9223372036854775807",
       "9223372036854775808", "9" * 20, "1" + "0" * 30]
WRONG = ["-1", "-2147483649", "-9223372036854775809", "x", "1x", "1e9", "0x10",
         "+1", " 1", "1.5", "\u0663", "1\x1b[2J", "=1"]
BORDERS = ["0", "1", "99", *BIG, "", *WRONG]
WHOLE = [2 ** 31 - 1, 2 ** 31, 2 ** 63 - 1, -1, -2 ** 63, 0, 1, None, "x",
         1e300, b""]

# What is typed after the name of each command; the options come between.
OPERANDS = {
    "search": ["pain"], "show": ["crothers-2016"], "map": ["pain"],
    "plot": ["pain"], "claims": ["scar"], "ask": ["does it help"],
    "trace": ["article.txt"], "terms": [], "bibliographies": [],
    "compare": ["seffrin-2019", "tang-2025"], "check": ["1.xml"],
    "cite": ["crothers-2016"], "list": ["add", "week", "kim-2017"],
    "note": ["kim-2017"], "practice": ["pain"], "add": ["refs.ris"],
    "status": ["watch.csv"], "refs": ["refs.txt"], "handout": ["start-here"],
    "log": ["class"], "diff": ["old"], "index": [], "serve": [], "": [],
    "schema": [], "help": ["query"], "new": ["topic", "./t.xml"],
    "complete": ["search", "te"], "pico": ["--outcome=pain"],
}
NUMBERS = {"NUMBER", "MILLISECONDS", "LINES", "MINUTES"}
ENDS = (0, 1, 2, 3, 20, 21)


def bounded():
    """No value may make a run long, or large."""
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))


def tables(p, kind):
    """The rows of a table of the program, without its name."""
    if os.environ.get("ASAN_OPTIONS"):
        raise Skipped("not under a sanitizer")
    lines = p.run("help", "tables").stdout.decode().splitlines()
    found = [line.split("\t")[1:] for line in lines if
             line.startswith(kind + "\t")]
    assert found, kind
    return found


def few(values, share):
    """All of them, or in the short tier some."""
    return values if OPTIONS.long else [v for v in values if
                                        random.random() < share]


def most_of(text):
    """The greatest number, from what is said of a wrong one."""
    found = re.search(r"is not a number from 0 to (\d+)", text)
    return int(found.group(1)) if found else 2 ** 63 - 1


@row()
def numbers(bad):
    """Every field with values at and beyond all borders: an answer at once."""
    with Place() as p:
        p.fill()
        forms = ("%s:%s", "%s:>%s", "%s:<=%s", "%s:%s..", "%s:..%s", "-%s:%s",
                 "%s:1..%s")
        for field in tables(p, "field"):
            for value in few(BORDERS, .05):
                for form in forms if OPTIONS.long else [random.choice(forms)]:
                    words = form % (field[0], value)
                    result = p.run("--restricted", "search", "-f", "ids",
                                   "--", words, limit=bounded)
                    if result.returncode not in (0, 1, 2):
                        bad.append("%r: %s" % (words, shown(result)))
                    yield


def option_words(p, option):
    """(before, after) the option's value, or None: what it is tried with."""
    command, _, name, argument = option[:4]
    if command == "all":
        return ["search", "--%s=" % name, "pain"], argument
    if command == "strigil":
        return ["--linear", "--%s=" % name], argument
    if command not in OPERANDS:
        return None, argument
    return [command, "--%s=" % name, *OPERANDS[command]], argument


def with_value(words, value):
    return [w + value if w.startswith("--") and w.endswith("=") else w
            for w in words]


@row()
def options(bad):
    """Every option of every command: a number within its bounds, or said."""
    with Place() as p:
        p.fill()
        for option in tables(p, "option"):
            words, argument = option_words(p, option)
            if words is None:
                bad.append("OPERANDS has no command %s" % option[0])
            if words is None or not argument:
                continue
            said = p.run(*with_value(words, "x"), limit=bounded)
            most = most_of(said.stderr.decode())
            fits = [] if argument not in NUMBERS else ["0", "1"] if \
                b"or 'all'" in said.stderr else ["0", "1", str(most)]
            wrong = [str(most + 1), "", *WRONG] + [
                n for n in BIG if int(n) > most] if argument in NUMBERS and \
                b"or 'all'" not in said.stderr else []
            for value in few(sorted({*BORDERS, *fits, *wrong}), .12):
                p.again()
                result = p.run(*with_value(words, value), keys="q\n" * 20,
                               limit=bounded)
                refused = result.returncode == 2
                if result.returncode not in ENDS or refused and not \
                        result.stderr.strip():
                    bad.append("%s %r: %s" % (words, value, shown(result)))
                # One that is a TEXT to its command may be refused there.
                if value in fits and b"--%s" % option[2].encode() in \
                        result.stderr and refused or \
                        value in wrong and option[0] != "list" and not refused:
                    bad.append("%s %r: %s" % (words, value, shown(result)))
                yield


@row()
def settings(bad):
    """Every setting of strigil.conf: within its bounds, or said with a line."""
    with Place() as p:
        conf = p.path + "/strigil.conf"

        def run(name, value):
            with open(conf, "w", encoding="utf-8") as f:
                f.write("%s %s\n" % (name, value))
            return p.run("--config", conf, "--linear", "--fresh",
                         keys="/pain\nq\nq\nq\n", limit=bounded)
        for setting in tables(p, "setting"):
            name, argument = setting[2], setting[3]
            said = run(name, "x")
            most = most_of(said.stderr.decode())
            is_number = argument in NUMBERS
            fits = ["0", "1", str(most)] if is_number else []
            values = {*BORDERS, *fits, str(most + 1)}
            for value in few(sorted(values), .3):
                result = run(name, value)
                complained = b"strigil.conf:1: " in result.stderr
                blank = value.strip(" ") == ""
                within = value.strip(" ").isdecimal() and value.isascii() and \
                    int(value) <= most
                if result.returncode not in ENDS or is_number and \
                        complained == (within and not blank):
                    bad.append("%s %r: %s" % (name, value, shown(result)))
                yield


@row()
def counts(bad):
    """Numbers typed in the browser: as lines, before keys, for commands."""
    with Place() as p:
        p.fill()
        names = sorted({c[2].split()[0] for kind in ("key", "command")
                        for c in tables(p, kind)})
        for name in few([""] + names, .2):
            lines = ["/pain"] + [("%s", ":%s", ":%s 1")[i % 3 if not name
                                                        else 1] % v
                                 if not name else ":%s %s" % (name, v)
                                 for v in BORDERS for i in range(3)]
            p.again()
            result = p.run("--linear", "--fresh", keys="\n".join(
                line.replace("\n", " ") for line in lines + ["q"] * 20) + "\n",
                           limit=bounded)
            if result.returncode not in ENDS:
                bad.append(":%s: %s" % (name, shown(result)))
            yield
        digits = [n for n in BORDERS if n.isdecimal() and n.isascii()]
        typed = "".join(n + key for n in digits for key in "jkG\x06nN<-")
        pid, master = in_terminal([PROGRAM, "-b", p.bib, "--fresh", "pain"],
                                  p.env)
        os.write(master, typed.encode() + b"q" * 9)
        while True:
            try:
                if not os.read(master, 65536):
                    break
            except OSError:
                break
        os.close(master)
        status = os.wait4(pid, 0)[1]
        if status != 0:
            bad.append("counts before keys: %d" % status)
        yield


READING = {
    "lists/": [["list", "week"], ["handout", "week"]],
    "notes.xml": [["note"], ["practice", "-n", "2", "--seed", "1"]],
    "logs/": [["log", "class"], ["log", "replay", "class"]],
    "seen/": [["show", "new"]], "": [["--linear"]],
}


@row()
def state_numbers(bad):
    """Every number of a file of state or of the notebook at its borders."""
    with Place() as p:
        p.fill()
        p.run("--linear", keys="/pain\n1\n:save 1\n:bookmark a\nq\nq\nq\nq\n")
        p.run("practice", "-n", "2", "--seed", "1", keys="2\n2\n")
        p.filled = p.files()
        found = 0
        for path, data in sorted(p.filled.items()):
            if not path.startswith(("state/", "data/")):
                continue
            text = data.decode(errors="replace")
            places = list(re.finditer(r"\d+", text))
            for place in random.sample(places, min(
                    len(places), 200 if OPTIONS.long else 5)):
                found += 1
                value = random.choice(BORDERS)
                p.again()
                with open(os.path.join(p.path, path), "w",
                          encoding="utf-8") as f:
                    f.write(text[:place.start()] + value + text[place.end():])
                for words in next(READING[part] for part in READING if
                                  part in path):
                    result = p.run(*words, keys="q\n" * 20, limit=bounded)
                    if result.returncode not in ENDS:
                        bad.append("%s at %d %r: %s: %s" % (
                            path, place.start(), value, words, shown(result)))
                yield
        if found < 5:
            bad.append("only %d numbers in %s" % (found, sorted(p.filled)))


def numbered(text):
    """{element or attribute: span of a number in it}, the first of each."""
    places = {}
    for found in re.finditer(r"<([\w-]+)[^<>]*>(\d[\d.-]*)</|"
                             r'([\w-]+)="(\d[\d.-]*)"', text):
        group = 2 if found.group(1) else 4
        places.setdefault(found.group(1) or found.group(3),
                          found.span(group))
    return places


@row()
def xml_numbers(bad):
    """Every kind of number in a bibliography: a problem with its line, or not."""
    with Place() as p:
        files = {}
        for name in os.listdir(p.bib):
            with open(os.path.join(p.bib, name), encoding="utf-8") as f:
                files[name] = f.read()
        seen = set()
        for name, text in sorted(files.items()):
            for what, (start, end) in sorted(numbered(text).items()):
                if what in seen:
                    continue
                seen.add(what)
                for value in few(BORDERS[:-2] + ["&#x9b;1"], .015):
                    with open(os.path.join(p.bib, name), "w",
                              encoding="utf-8") as f:
                        f.write(text[:start] + value + text[end:])
                    for words in (["check", p.bib], ["search", "-f", "json",
                                  ""], ["plot", ""], ["map", ""],
                                  ["show", "crothers-2016", "safety"]):
                        result = p.run(*words, limit=bounded)
                        if result.returncode not in ENDS:
                            bad.append("%s of %s %r: %s: %s" % (
                                what, name, value, words[0], shown(result)))
                    yield
            with open(os.path.join(p.bib, name), "w", encoding="utf-8") as f:
                f.write(text)
        if len(seen) < 20:
            bad.append("only %s" % sorted(seen))


@row()
def index_numbers(bad):
    """Every column of an index that holds a number, at the borders."""
    with Place() as p:
        p.run("index")
        path, = [os.path.join(p.cache, f) for f in os.listdir(p.cache) if
                 f.endswith(".index")]
        with open(path, "rb") as f:
            whole = f.read()
        db = sqlite3.connect(path)
        columns = [(table, c[1]) for table, in db.execute(
            "SELECT name FROM sqlite_schema WHERE type='table' AND sql NOT "
            "LIKE '%VIRTUAL%'") for c in db.execute(
                'PRAGMA table_info("%s")' % table)]
        db.close()
        for table, column in few(columns, .12):
            for value in WHOLE if OPTIONS.long else [random.choice(WHOLE)]:
                with open(path, "wb") as f:
                    f.write(whole)
                db = sqlite3.connect(path)
                try:
                    db.execute('UPDATE OR IGNORE "%s" SET "%s"=?' % (
                        table, column), (value,))
                except sqlite3.Error:
                    pass
                db.commit()
                db.close()
                os.chmod(path, 0o600)
                subprocess.run([BUILT + "/sum", path], check=True)
                for words in (["search", "-f", "tsv", ""], ["search", "year:"
                              "2000..2020 level:1..3 pain"], ["map", "pain"],
                              ["show", "crothers-2016", "start"],
                              ["ask", "does it help"]):
                    result = p.run(*words, limit=bounded)
                    if result.returncode not in ENDS:
                        bad.append("%s.%s %r: %s: %s" % (
                            table, column, value, words, shown(result)))
                yield


VARIABLES = ["LINES", "COLUMNS", "ESCDELAY", "TERM", "LC_ALL", "LANG", "PAGER",
             "LESS", "NO_COLOR", "COLORTERM", "SSH_CONNECTION", "HOME",
             "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME",
             "XDG_DATA_HOME", "STRIGIL_DATA", "STRIGIL_RESTRICTED", "TMPDIR",
             "SOURCE_DATE_EPOCH", "TZ"]


@row()
def environment(bad):
    """Variables at their borders: the same answer, or an error that says so."""
    with Place() as p:
        p.fill()
        for name in VARIABLES:
            for value in few([v for v in BORDERS if "\0" not in v] +
                             ["9999", "30000", "x" * 100000, "/", "/dev/null"],
                             .06):
                result = p.run("search", "pain", limit=bounded,
                               **{name: value})
                if result.returncode not in (0, 2):
                    bad.append("%s=%.20r: %s" % (name, value, shown(result)))
                yield
                pid, master = in_terminal(
                    [PROGRAM, "-b", p.bib, "--fresh", "pain"],
                    dict(p.env, **{name: value}))
                try:
                    os.write(master, b"jjqqqqQ\nq\nq\n\4")
                    while os.read(master, 65536):
                        pass
                except OSError:
                    pass
                os.close(master)
                status, usage = os.wait4(pid, 0)[1:]
                if os.WIFSIGNALED(status) and os.WTERMSIG(status) not in (
                        1,) or usage.ru_maxrss > 1 << 19:
                    bad.append("%s=%.20r in a terminal: %d, %d KB" % (
                        name, value, status, usage.ru_maxrss))
                yield
