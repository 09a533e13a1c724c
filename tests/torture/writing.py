"""Rows of torture about commands that write: old or new, never half."""
import random
import re

from harness import (OPTIONS, WRITERS, Place, loader_ended, row, shown,
                     some)

FAULTS = [("write", "kill"), ("write", "EIO"), ("write", "EIO+"),
          ("write", "ENOSPC+"), ("write", "EACCES+"), ("write", "EINTR"),
          ("write", "short"), ("read", "EIO"), ("read", "EIO+"),
          ("read", "EACCES"), ("read", "EINTR"), ("read", "short+"),
          ("memory", "ENOMEM"), ("memory", "ENOMEM+"), ("memory", "kill")]


def timeless(files):
    """The same files without the times in logs."""
    return {path: re.sub(rb"20\d\d-\d\d-\d\dT[0-9:]+[+-]\d+:?\d*|"
                         rb"20\d\d-\d\d-\d\dT[0-9:]+Z?", b"TIME", data)
            for path, data in files.items()}


def wrong(path, data, old, new):
    """Whether a file is neither as it was nor as it should become."""
    if path.endswith("-journal"):
        return True			# of SQLite, and nothing removes it
    if path.rsplit("/", 1)[-1].startswith("."):
        return False			# what a kill leaves is removed later
    if path.endswith("~"):
        return data != old.get(path[:-1]) and data != old.get(path)
    if path.endswith((".index", ".new", ".sum")):
        return False			# a cache; kill_build reads it
    return data not in (old.get(path), new.get(path))


def broken(p, result, old, new, golden, killed):
    """What is wrong after a run with a fault, or None."""
    now = timeless(p.files())
    halves = [f for f in now if wrong(f, now[f], old, new)]
    lost = [f for f in old if f not in now and f in new]
    if halves or lost:
        return "half %s, lost %s" % (halves, lost)
    if killed or loader_ended(result):
        return None
    if result.returncode == golden.returncode:
        missing = [f for f in new if now.get(f) != new[f] and
                   not f.endswith((".index", ".sum", "~"))]
        return "it says that it is done: %s" % missing if missing else None
    if result.returncode not in (2, 3) or not result.stderr.strip():
        return shown(result)
    return None


def left_over(p, words):
    """What the fault left, and a run after it did not take away."""
    def left():
        return [f for f in p.files() if f not in p.filled and
                f.rsplit("/", 1)[-1].startswith(".")]
    if left():
        p.again(hidden=True)
        p.run(*words)
    return "left over: %s" % left() if left() else None


@row(3)
def fail_writers(bad):
    """Commands that write, with each kind of fault: old or new, and said."""
    with Place() as p:
        p.fill()
        old = timeless(p.filled)
        writers = WRITERS if OPTIONS.long else random.sample(WRITERS, 6)
        for words in writers:
            p.again()
            golden = p.run(*words)
            new = timeless(p.files())
            counts = {}
            for calls, what in FAULTS:
                if calls not in counts:
                    counts[calls] = p.count(*words, calls=calls)
                for at in some(counts[calls], "fail_writers"):
                    p.again()
                    result = p.run(*words, fault=(calls, at, what))
                    wrongly = broken(p, result, old, new, golden,
                                     what == "kill") or left_over(p, words)
                    if wrongly:
                        bad.append("%s: %s %d %s: %s" % (
                            words, calls, at, what, wrongly))
                    yield
