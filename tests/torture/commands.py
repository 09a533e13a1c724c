"""Rows of torture about the program's own tables: no command, no option, no
file that is written is left out, whoever adds one."""
import fnmatch
import os
import random
import re

from borders import OPERANDS, tables
from harness import (COMMANDS, OPTIONS, ROWS, SOURCE, WRITERS, Place,
                     loader_ended, row, sane, shown, some)
from sessions import STEPS, Session
from writing import broken, left_over, timeless

# Commands that need what is typed, and the row that tries them.
TYPED = {"": "fail_state", "serve": "serve_reads"}

# The sources that write files, and the commands that get there.
WRITING = {
    "library/notebook_file.c": ["list", "note"],
    "library/cache.c": ["index"], "cli/cmd_status.c": ["status"],
    "cli/cmd_new.c": ["new"], "cli/splice.c": ["add", "status"],
    "cli/cmd_pack.c": ["pack"], "cli/search_log.c": ["search"],
    "cli/saved_state.c": [""], "cli/external.c": [""],
    "cli/printer.c": ["handout --pdf"],
}

# What is left in the directories of a user, and the rows that break it.
KEPT = {
    "data/strigil/lists/*.xml": ["kill_notebook", "fail_notebook"],
    "data/strigil/notes.xml": ["kill_notebook", "fail_notebook"],
    "data/strigil/bibliographies/*.xml": ["fail_writers"],
    "data/strigil/status.csv": ["fail_writers"],
    "data/strigil/*~": ["fail_writers"],
    "state/strigil/history": ["fail_history"],
    "state/strigil/searches": ["kill_state", "fail_state"],
    "state/strigil/session": ["fail_history"],
    "state/strigil/logs/*.tsv": ["kill_desk", "fail_desk"],
    "state/strigil/seen/*": ["kill_desk", "fail_desk"],
}

# What an option is tried with where completion knows no value.
VALUES = {
    "NUMBER": "1", "TEXT": "two words", "WORD": "exam", "WORDS": "pain",
    "TITLE": "First", "NAMES": "pain", "KEYS": "id", "FILE": "out.pdf",
    "BIBLIOGRAPHY": "old",
}

# What some options need beside them.
BESIDE = {
    "null": "--format=tsv", "fields": "--format=json", "raw": "--format=csv",
    "format-version": "--format=json",
}

# What else to try an option with, and what needs more than a value.
SHAPES = {
    "list": [["week"], [], ["create", "two"]], "check": [["lists.xml"]],
    "note": [["tang-2025"], []], "log": [[]], "handout": [["week"]],
}
UNTRIED = [["note", "drop"]]

# What makes a command do the same each time.
SEEDED = {"practice": ["--seed=1"]}


@row()
def all_commands(bad):
    """Every command, and every source that writes a file, has its row."""
    rows = {one.__name__ for one in ROWS}
    tried = {words[0] for words in COMMANDS + WRITERS}
    with Place() as p:
        for command, *_ in tables(p, "usage"):
            if command not in tried and TYPED.get(command) not in rows:
                bad.append("COMMANDS and WRITERS have no %s" % command)
            yield
    wrote = {words[0] for words in WRITERS} | set(TYPED) | {"handout --pdf"}
    found = set()
    for top, _, names in os.walk(os.path.join(SOURCE, "src")):
        for name in names:
            path = os.path.join(top, name)
            with open(path, encoding="utf-8", errors="replace") as f:
                if name.endswith(".c") and re.search(
                        r"\bfile_(begin|replace)\(", f.read()):
                    found.add(os.path.relpath(path, SOURCE + "/src"))
    found.discard("base/file.c")
    for source in sorted(found ^ set(WRITING)):
        bad.append("WRITING and src do not agree about %s" % source)
    for source, commands in WRITING.items():
        if not wrote.issuperset(commands):
            bad.append("WRITERS have none of %s: %s" % (source, commands))
    yield


@row()
def all_promises(bad):
    """HACKING names every row, and beside a figure only rows."""
    rows = {one.__name__ for one in ROWS}
    with open(os.path.join(SOURCE, "HACKING"), encoding="utf-8") as f:
        text = f.read().split("\nPromises\n")[1].split("\nStyle\n")[0]
    named = set(re.findall(r"\b[a-z]+(?:_[a-z]+)*\b", text))
    figures = set(re.findall(r"\b([a-z]+(?:_[a-z]+)+)\s+\(\d+,", text))
    bad += ["HACKING does not name %s" % r for r in sorted(rows - named)]
    bad += ["HACKING has a figure of %s" % r for r in sorted(figures - rows)]
    yield


@row()
def all_files(bad):
    """Every kind of file that is kept for a user has rows that break it."""
    rows = {one.__name__ for one in ROWS}
    bad += ["no row %s" % r for names in KEPT.values() for r in names if
            r not in rows]
    with Place() as p:
        p.fill()
        p.run("--linear", keys="/pain\n:save 1\n1\n:bookmark a\nnew\n" +
              "q\n" * 9)
        one = Session(p, STEPS, "write", 0)
        one.drain()
        os.close(one.master)
        p.run("practice", "-n", "1", "--seed", "1", keys="2\n")
        for words in WRITERS:
            p.run(*words)
        seen = set()
        for path in p.files():
            if not path.startswith(("data/", "state/")):
                continue
            kind = [k for k in KEPT if fnmatch.fnmatch(path, k)]
            seen.update(kind)
            if not kind:
                bad.append("KEPT has no %s" % path)
        bad += ["nothing wrote %s" % k for k in KEPT if k not in seen]
        yield


def put(path, make):
    """Makes something else in the place of a file."""
    if os.path.isdir(path) and not os.path.islink(path):
        os.rmdir(path)
    elif os.path.lexists(path):
        os.unlink(path)
    if make is not None:
        make(path)


@row()
def no_kept_files(bad):
    """FIFOs, devices and folders for what is kept: not waited for, and left."""
    with Place() as p:
        p.fill()
        p.run("--linear", keys="/pain\n:save 1\nnew\nq\nq\nq\n")
        p.filled = p.files()
        paths = [path for path in sorted(p.filled)
                 if path.startswith(("data/", "state/"))]
        for path in paths if OPTIONS.long else random.sample(paths, 4):
            full = os.path.join(p.path, path)
            for make in (os.mkfifo, lambda f: os.symlink("/dev/zero", f),
                         os.mkdir):
                for words in COMMANDS + WRITERS if OPTIONS.long else [
                        ["list", "week"], ["note", "kim-2017", "-t", "exam"],
                        ["log", "class"], ["list", "add", "week", "kim-2017"],
                        ["search", "--log=class", "sham"], ["show", "new"]]:
                    # A pipe that is named is a source, and is waited for.
                    if make is os.mkfifo and path in words:
                        continue
                    put(full, None)
                    p.again()
                    put(full, make)
                    kind = os.lstat(full).st_mode
                    result = p.run(*words)
                    if result.returncode not in (0, 1, 2, 3) or \
                            not os.path.lexists(full) or \
                            os.lstat(full).st_mode != kind:
                        bad.append("%s, %s: %s" % (path, words,
                                                   shown(result)))
                yield
            put(full, None)


def values_of(p, option):
    """What completion offers for an option, or something that fits."""
    command, _, name, argument = option[:4]
    if not argument:
        return [None]
    start = "--%s=" % name
    found = [line[len(start):] for line in p.run(
        "complete", "--", command, start).stdout.decode().splitlines()
             if line.startswith(start)]
    return found or [VALUES.get(argument, "pain")]


def with_option(p, option, value):
    """[(words, what they give)]: where a command takes the option."""
    command, _, name = option[:3]
    given = "--%s" % name if value is None else "--%s=%s" % (name, value)
    beside = BESIDE.get(name)
    found = []
    for operands in [OPERANDS[command], *SHAPES.get(command, [])]:
        for before in ([given], [given, beside]) if beside else [[given]]:
            words = [command, *SEEDED.get(command, []), *before, *operands]
            p.again()
            golden = p.run(*words)
            if golden.returncode in (0, 1, 3):
                found.append((words, golden))
            elif golden.returncode != 2:
                found.append((words, None))
    return found


def try_option(p, words, golden, old, bad):
    """Each kind of call fails while a command runs with an option."""
    new = timeless(p.files())
    for calls, errors in (("read", ["EIO", "EIO+", "EINTR", "short+"]),
                          ("write", ["EIO", "ENOSPC+", "short"]),
                          ("memory", ["ENOMEM", "ENOMEM+"])):
        for at in some(p.count(*words, calls=calls), "fail_options"):
            p.again()
            error = random.choice(errors)
            result = p.run(*words, fault=(calls, at, error))
            wrongly = broken(p, result, old, new, golden, False) or \
                left_over(p, words)
            if not wrongly and new == old and not sane(result, golden) and \
                    not loader_ended(result):
                wrongly = shown(result)
            if wrongly:
                bad.append("%s: %s %d %s: %s" % (words, calls, at, error,
                                                 wrongly))
            yield


@row(1)
def fail_options(bad):
    """Calls fail under every option of every command, as under COMMANDS."""
    with Place() as p:
        p.fill()
        old = timeless(p.filled)
        options = [o for o in tables(p, "option") if o[0] in OPERANDS and
                   o[2] != "stdio"]
        if not OPTIONS.long:
            options = random.sample(options, 8)
        for option in options:
            values = values_of(p, option)
            if not OPTIONS.long:
                values = [random.choice(values)]
            taken = [one for value in values
                     for one in with_option(p, option, value)]
            if not taken and [option[0], option[2]] not in UNTRIED:
                bad.append("nothing takes --%s of %s" % (option[2],
                                                         option[0]))
            for words, golden in taken:
                if golden is None:
                    bad.append("%s crashes" % words)
                    continue
                p.again()
                p.run(*words)
                yield from try_option(p, words, golden, old, bad)
