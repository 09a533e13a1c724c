"""Rows of torture about what a reader keeps: lists, notes, progress in
practice, logs of searches, and what was seen at the last visit."""
import os
import re
import shutil
import subprocess
import types

from harness import HANGS, OPTIONS, PROGRAM, Place, row, shown, some
from sessions import mounting

# What changes a file: its words, what is typed, where the file is.
LIST = types.SimpleNamespace(
    words=["list", "add", "week", "gulick-2018", "-m", "read it"], keys="",
    path="data/strigil/lists/week.xml")
NOTE = types.SimpleNamespace(
    words=["note", "crothers-2016", "-m", "no sham", "-t", "exam"], keys="",
    path="data/strigil/notes.xml")
PROGRESS = types.SimpleNamespace(
    words=["practice", "-q", "--seed=1", "seffrin-2019"], keys="2\n",
    path="data/strigil/notes.xml")
LOG = types.SimpleNamespace(
    words=["search", "-f", "ids", "--log=review", "sham"], keys="",
    path="state/strigil/logs/review.tsv")
SEEN = types.SimpleNamespace(words=["--linear", "-q"], keys="new\nq\n", path=None)
ALL = (LIST, NOTE, PROGRESS, LOG, SEEN)


def timeless(text):
    """Bytes without the time of a search and the day of a visit."""
    text = re.sub(rb"(?m)^\d+-\d\d-\d\dT[0-9:+-]+\t", b"TIME\t", text)
    return re.sub(rb"\b\d{4,}-\d\d-\d\d\b", b"DAY", text)


class Desk:
    """All that is kept, as it is before and after each change."""

    def __init__(self, p):
        self.p = p
        run = p.run
        run("list", "add", "week", "crothers-2016", "tang-2025")
        run("note", "tang-2025", "-m", "first", "-s", "read")
        run(*PROGRESS.words[:-1], "tang-2025", keys="2\n")
        for query in ("pain", "scar tissue"):
            run("search", "-f", "ids", "--log=review", query)
        run(*SEEN.words, keys=SEEN.keys)
        seen = os.listdir(p.state + "/seen")
        assert len(seen) == 1, seen
        SEEN.path = "state/strigil/seen/" + seen[0]
        path = p.bib + "/3-works.xml"
        text = open(path, encoding="utf-8").read()
        with open(path, "w", encoding="utf-8") as f:
            f.write(text.replace("Crothers", "Crotherz", 1))
        run("index")
        self.old = self.files()
        self.new = {}
        for one in ALL:
            self.fill()
            result = self.change(one)
            assert result.returncode in (0, 1), shown(result)
            self.new[one.path, one.words[0]] = self.read(one)
            assert self.read(one) != timeless(self.old[one.path]), one.path
        self.fill()

    def file(self, name):
        return os.path.join(self.p.path, name)

    def files(self):
        return {one.path: open(self.file(one.path), "rb").read()
                for one in ALL}

    def fill(self):
        for top in ("data", "state"):
            shutil.rmtree(self.file(top), ignore_errors=True)
        for name, text in self.old.items():
            os.makedirs(os.path.dirname(self.file(name)), 0o700,
                        exist_ok=True)
            with open(self.file(name), "wb") as f:
                f.write(text)

    def change(self, one, **more):
        return self.p.run(*one.words, keys=one.keys, **more)

    def read(self, one):
        return timeless(open(self.file(one.path), "rb").read())

    def is_whole(self, one):
        """Each file is the old one, or what the change makes of it."""
        return all(timeless(open(self.file(name), "rb").read()) in (
            timeless(old), self.new[one.path, one.words[0]] if
            name == one.path else b"") for name, old in self.old.items())

    def is_new(self, one):
        left = [f for top in ("data", "state")
                for _, _, names in os.walk(self.file(top)) for f in names
                if f.startswith(".")]
        return not left and self.read(one) == self.new[one.path,
                                                       one.words[0]]


@row(12)
def kill_desk(bad):
    """Killed while progress, a log or a visit is kept: old or new, then new."""
    with Place() as p:
        desk = Desk(p)
        for one in (PROGRESS, LOG, SEEN):
            for calls in ("write", "memory"):
                desk.fill()
                count = p.count(*one.words, keys=one.keys, calls=calls)
                for at in some(count, "kill_desk"):
                    desk.fill()
                    desk.change(one, fault=(calls, at, "kill"))
                    if not desk.is_whole(one):
                        bad.append("%s: %s %d" % (one.path, calls, at))
                    if one is SEEN or desk.read(one) == timeless(
                            desk.old[one.path]):
                        desk.change(one)
                    if not desk.is_new(one):
                        bad.append("after %s: %s %d" % (one.path, calls, at))
                    yield


@row(8)
def fail_desk(bad):
    """Progress, a log or a visit cannot be read or kept: what was stays."""
    with Place() as p:
        desk = Desk(p)
        for one in (PROGRESS, LOG, SEEN):
            for calls, errors in (
                    ("write", ("EIO", "ENOSPC+", "EACCES+", "EINTR",
                               "short")), ("read", ("EIO", "EIO+"))):
                desk.fill()
                count = p.count(*one.words, keys=one.keys, calls=calls)
                for at in some(count, "fail_desk"):
                    for error in errors:
                        desk.fill()
                        result = desk.change(one, fault=(calls, at, error))
                        if not desk.is_whole(one) or result.returncode not \
                                in (0, 1, 2, 3):
                            bad.append("%s: %s %d %s: %s" % (
                                one.path, calls, at, error, shown(result)))
                        yield


@row()
def desk_clocks(bad):
    """The clock is wrong or goes back: everything is kept, edits are seen."""
    with Place() as p:
        desk = Desk(p)
        for clock in ("-1700000000", "0-", "2000000000", "-3000000000-"):
            for one in ALL:
                desk.fill()
                desk.change(one, fault=("read", 0, "EIO"),
                            TORTURE_CLOCK=clock)
                if not desk.is_new(one):
                    bad.append("%s: %s" % (clock, one.path))
                yield
        desk.fill()
        for seconds, word in ((4 * 10 ** 9, "Later"), (0, "Before"),
                              (1, "After")):
            for one, shows in ((LIST, ["list", "week"]),
                               (NOTE, ["note", "tang-2025"])):
                path = desk.file(one.path)
                text = open(path, encoding="utf-8").read()
                with open(path, "w", encoding="utf-8") as f:
                    f.write(re.sub(r"<p>.*?</p>|(?<=<title>).*?(?=</title>)",
                                   lambda m: "<p>%s</p>" % word if
                                   m.group().startswith("<p>") else word,
                                   text, count=1))
                os.utime(path, (seconds, seconds))
                if word.encode() not in p.run(*shows).stdout:
                    bad.append("%s: an edit of second %d is not seen" % (
                        one.path, seconds))
                yield


@row()
def desk_disks(bad):
    """A full disk, a home that cannot be written: said so; files stay."""
    mount = mounting()
    script = ('mount -t tmpfs -o size=1m,mode=700 none "$1" && cp -r "$2"/* '
              '"$1" && { [ "$3" != full ] || cat /dev/zero >"$1/zero" '
              '2>/dev/null; [ "$3" != ro ] || mount -o remount,ro "$1"; }; '
              'home=$1 kept=$4; shift 4; "$@"; '
              'status=$?; cp -r "$home/data" "$home/state" "$kept"; '
              'exit $status')
    with Place() as p:
        desk = Desk(p)
        for kind in ("full", "ro"):
            for one in ALL:
                desk.fill()
                home, kept, source = [os.path.join(p.path, name) for name in
                                      ("disk", "kept", "source")]
                for name in (home, kept, source):
                    shutil.rmtree(name, ignore_errors=True)
                    os.makedirs(name)
                for top in ("data", "state"):
                    shutil.copytree(desk.file(top), os.path.join(source, top))
                result = subprocess.run(
                    [*mount, "sh", "-c", script, "sh", home, source, kind,
                     kept, PROGRAM, "-b", p.bib, "--no-pager",
                     *one.words], input=one.keys.encode(), cwd=p.path,
                    env=dict(p.env, XDG_DATA_HOME=home + "/data",
                             XDG_STATE_HOME=home + "/state"),
                    capture_output=True, timeout=HANGS, check=False)
                same = all(open(os.path.join(kept, name), "rb").read() == old
                           for name, old in desk.old.items())
                if not same or (one is not SEEN and (
                        result.returncode != 2 or not result.stderr)):
                    bad.append("%s: %s: %s" % (kind, one.path,
                                               shown(result)))
                yield


def at_once(p, jobs):
    """Runs commands side by side; their statuses."""
    many = [subprocess.Popen(
        [PROGRAM, "-b", p.bib, "--no-pager", *words], env=p.env, cwd=p.path,
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL) for words, _ in jobs]
    for one, (_, keys) in zip(many, jobs):
        try:
            one.stdin.write(keys.encode())
            one.stdin.close()
        except BrokenPipeError:
            pass			# it has ended: its status says how
    return [one.wait(HANGS) for one in many]


@row()
def both_keep(bad):
    """Sessions side by side log, practise, tag and end: nothing is lost."""
    works = ["gulick-2018", "gulick-2014", "seffrin-2019", "jones-2019"]
    with Place() as p:
        desk = Desk(p)
        for _ in range(20 if OPTIONS.long else 2):
            desk.fill()
            done = at_once(p, [
                (["search", "-f", "ids", "--log=review", "id:" + work], "")
                for work in works] + [
                (["note", "tang-2025", "-t", "tag-" + work], "")
                for work in works] + [
                (["practice", "-q", "--seed=1", work], "2\n")
                for work in works] + [(SEEN.words, SEEN.keys)] * 2)
            log = open(desk.file(LOG.path), encoding="utf-8").read()
            notes = open(desk.file(NOTE.path), encoding="utf-8").read()
            queries = [line.split("\t")[5] for line in log.splitlines()]
            lost = [w for w in works if queries.count("id:" + w) != 1 or
                    notes.count("<tag>tag-%s</tag>" % w) != 1]
            asked = sum(map(int, re.findall(r'asked="(\d+)"', notes)))
            if lost or asked != 1 + len(works) or any(status > 1 for status in done) or \
                    "conflict" in notes or not log.startswith(
                        desk.old[LOG.path].decode()) or \
                    desk.read(SEEN) != desk.new[SEEN.path, "--linear"]:
                bad.append("%s lost, %d asked, statuses %s" % (
                    lost, asked, done))
            yield
