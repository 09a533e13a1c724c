"""Rows of torture about what outlives a command: sessions, clocks, disks."""
import json
import os
import random
import re
import select
import shutil
import signal
import subprocess

from harness import (BUILT, COMMANDS, HANGS, OPTIONS, PROGRAM, SOURCE, Place,
                     Skipped, in_terminal, loader_ended, row, shown, some)

QUESTIONS = [
    ("show", {"address": "crothers-2016"}), ("search", {"query": "pain"}),
    ("ask", {"question": "does it help tennis elbow"}),
    ("claims", {"query": "scar"}),
    ("refs", {"text": "doi:10.1186/s12998-016-0096-9"}),
    ("trace", {"text": "It breaks up scar tissue.  It reduces pain."}),
]


def requests():
    """What another program asks, a message a line; everything twice."""
    lines = [{"id": 0, "method": "initialize",
              "params": {"protocolVersion": "2025-06-18", "capabilities": {},
                         "clientInfo": {"name": "t", "version": "1"}}}]
    for number, (name, words) in enumerate(QUESTIONS * 2, 1):
        lines.append({"id": number, "method": "tools/call",
                      "params": {"name": name, "arguments": words}})
    return "".join(json.dumps({"jsonrpc": "2.0", **line}) + "\n"
                   for line in lines)


def answers(result):
    found = {}
    for line in result.stdout.decode().splitlines():
        message = json.loads(line)
        found[message.get("id")] = message
    return found


def is_failure(message):
    return bool("error" in message or message["result"].get("isError"))


@row(15)
def serve_reads(bad):
    """Served to a program: a failed read is an error, and is got over."""
    with Place() as p:
        asked = requests()
        golden = answers(p.run("serve", "--stdio", keys=asked))
        n = p.count("serve", "--stdio", calls="read", keys=asked)
        last = max(golden)
        for at in some(n, "serve_reads"):
            for error in ("EIO", "EIO*4", "EIO+"):
                result = p.run("serve", "--stdio", keys=asked,
                               fault=("read", at, error))
                found = answers(result)
                for number, message in found.items():
                    if message != golden.get(number) and not is_failure(
                            message):
                        bad.append("read %d %s: another answer to %s" % (
                            at, error, number))
                failed = any(map(is_failure, found.values()))
                if result.returncode not in (0, 2) or (
                        len(found) < len(golden) and result.returncode != 2):
                    bad.append("read %d %s: %s" % (at, error, shown(result)))
                if failed and error != "EIO+" and at < n // 2 and \
                        is_failure(found[last]):
                    bad.append("read %d %s: not got over" % (at, error))
                yield


@row(10)
def serve_memory(bad):
    """Served to a program: memory runs out: one line, no other answer."""
    more = {"keys": requests()}
    with Place() as p:
        golden = answers(p.run("serve", "--stdio", **more))
        n = p.count("serve", "--stdio", calls="memory", **more)
        for at in some(n, "serve_memory"):
            for error in ("ENOMEM", "ENOMEM+"):
                result = p.run("serve", "--stdio",
                               fault=("memory", at, error), **more)
                found = answers(result)
                wrong = [i for i, message in found.items() if message !=
                         golden.get(i) and not is_failure(message)]
                whole = result.returncode == 0 and len(found) == len(golden)
                said = result.returncode == 2 and result.stderr.strip()
                if wrong or not (whole or said or loader_ended(result)):
                    bad.append("%d %s: %s %s" % (at, error, wrong[:3],
                                                 shown(result)))
                yield


@row()
def clocks(bad):
    """A clock that is wrong or goes back: the same answers, edits noticed."""
    with Place() as p:
        golden = p.golden()
        for clock in ("-1700000000", "0-", "2000000000", "-3000000000-"):
            shutil.rmtree(p.cache, ignore_errors=True)
            for _ in range(2):
                result = p.run("search", "-f", "tsv", "",
                               fault=("read", 0, "EIO"), TORTURE_CLOCK=clock)
                if result.stdout != golden:
                    bad.append("%s: %s" % (clock, shown(result)))
                yield
        path = p.bib + "/3-works.xml"
        for seconds in (0, 4 * 10 ** 9, 1):
            text = open(path, encoding="utf-8").read()
            with open(path, "w", encoding="utf-8") as f:
                f.write(text.replace("Crothers", "Crotherz", 1) if "Crotherz"
                        not in text else text.replace("Crotherz", "Crothers"))
            try:
                os.utime(path, (seconds, seconds))
            except OverflowError:	# Python here has times of 32 bits
                continue
            if ("Crotherz" in open(path, encoding="utf-8").read()) != (
                    b"Crotherz" in p.run("show", "crothers-2016").stdout):
                bad.append("an edit of second %d is not seen" % seconds)
            yield


def ends_idle(p):
    """What a session without keys says at its end, in a minute a look."""
    env = dict(p.env, LD_PRELOAD=os.path.join(BUILT, "shim.so"),
               TORTURE_CLOCK="0+")
    with open(p.path + "/idle.conf", "w", encoding="ascii") as f:
        f.write("idle-end 5\n")
    pid, master = in_terminal([PROGRAM, "-b", p.bib, "--config",
                               p.path + "/idle.conf", "--fresh"], env)
    text = b""
    try:
        while True:
            text += os.read(master, 65536)
    except OSError:
        pass
    os.close(master)
    return os.waitpid(pid, 0)[1], text


# They read little or nothing of the index: done before a limit is looked at.
QUICK = {"help", "schema", "bibliographies", "log", "check", "cite",
         "complete", "list", "compare", "handout", "pico"}


@row()
def limits(bad):
    """Minutes pass at every look at a clock: idle sessions and answers end."""
    with Place() as p:
        p.run("index")
        status, text = ends_idle(p)
        if status != 0 or b"closed: no key pressed for 5 min" not in text:
            bad.append("idle: %d: %r" % (status, text[-200:]))
        yield
        p.fill()
        for words in [["search", "-f", "json", "planter fascitis"],
                      ["serve", "--stdio"], *COMMANDS]:
            golden = p.run("--restricted", *words, keys=requests())
            result = p.run("--restricted", *words, TORTURE_CLOCK="0+",
                           keys=requests(), fault=("read", 0, "EIO"))
            if words[0] == "serve":
                late = result.stdout.count(b"longer than 10 seconds")
                if late < len(QUESTIONS):
                    bad.append("serve: only %d answers are late" % late)
            elif words[0] in QUICK:
                if result.stdout != golden.stdout and result.returncode != 2:
                    bad.append("%s: %s" % (words, shown(result)))
            elif golden.stdout and (
                    result.returncode != 2 or result.stderr.count(
                        b"longer than 10 seconds") != 1):
                bad.append("%s: %s" % (words, shown(result)))
            yield


@row()
def no_sandbox(bad):
    """The kernel lacks Landlock, seccomp or both: the same answers."""
    with Place() as p:
        for words in (["search", "-f", "json", "pain"], ["serve", "--stdio"],
                      ["show", "crothers-2016"], ["--linear"]):
            words = ["--restricted", *words]
            golden = p.run(*words, keys=requests())
            for without in ("landlock", "seccomp", "landlock seccomp"):
                result = p.run(*words, keys=requests(), TORTURE_WITHOUT=without,
                               fault=("read", 0, "EIO"))
                if result.returncode != golden.returncode or \
                        result.stdout != golden.stdout:
                    bad.append("%s without %s: %s" % (words, without,
                                                      shown(result)))
                yield


def mounting():
    """The words before a command that give it mounts of its own."""
    for words in (["unshare", "-m"], ["unshare", "-rm"]):
        test = [*words, "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"]
        if shutil.which("unshare") and subprocess.run(
                test, capture_output=True, check=False).returncode == 0:
            return words
    raise Skipped("no mounts here")


def try_limited(p, words, bad, name, where, run, keys=""):
    """Runs a command in a place with little room: whole answer, or said."""
    result = subprocess.run(
        [*words, PROGRAM, "-b", p.bib, "--no-pager", *run], env=p.env,
        cwd=p.path, input=keys.encode(), capture_output=True, timeout=HANGS,
        check=False)
    answer = result.stdout == p.found or (
        result.returncode == 2 and result.stderr)
    if result.returncode not in (0, 2) or where == p.cache and not answer:
        bad.append("%s, %s: %s" % (name, run, shown(result)))


@row()
def small_disks(bad):
    """Disks and counts of files of any size: an answer; files stay whole."""
    words = mounting()
    script = ('mount -t tmpfs -o "$1,mode=700" none "$2" && shift 2 && '
              'exec "$@"')
    with Place() as p:
        p.found = p.golden()
        shutil.rmtree(p.cache)
        os.makedirs(p.state, 0o700)
        os.makedirs(p.cache, 0o700)
        sizes = ["size=%dk" % k for k in (4, 16, 64, 256, 512, 1024, 1536,
                                          2048, 4096, 8192)]
        sizes += ["nr_inodes=%d" % k for k in range(1, 8)]
        for size in sizes if OPTIONS.long else sizes[::3]:
            for where, run, keys in (
                    (p.cache, ["search", "-f", "tsv", ""], ""),
                    (p.state, ["--linear"], "/pain\n:save 1\nq\nq\nq\n")):
                try_limited(p, [*words, "sh", "-c", script, "sh", size,
                                where], bad, size, where, run, keys)
                yield


# A file system in a file, of which a folder may fill KILOBYTES.
QUOTA = """set -e
mount -o loop "$1" "$2"
btrfs -q quota enable "$2"
btrfs -q subvolume create "$2/s"
btrfs -q qgroup limit "$3" "$2/s"
mount --bind "$2/s" "$4"
shift 4
exec "$@"
"""


def quota_image(p):
    """An empty one, or none where such are not made or not mounted."""
    image, folder = p.path + "/image", p.path + "/mounted"
    os.mkdir(folder)
    if shutil.which("mkfs.btrfs") is None or shutil.which("unshare") is None:
        raise Skipped("no mkfs.btrfs")
    with open(image, "wb") as f:
        f.truncate(128 << 20)
    subprocess.run(["mkfs.btrfs", "-q", image], check=True,
                   capture_output=True)
    if subprocess.run(["unshare", "-m", "sh", "-c", QUOTA, "sh", image, folder,
                       "1M", folder, "true"], capture_output=True,
                      check=False).returncode != 0:
        raise Skipped("no quotas here")
    return image, folder


@row()
def quotas(bad):
    """A quota is used up: an answer or an error; no command hangs."""
    with Place() as p:
        image, folder = quota_image(p)
        p.found = p.golden()
        shutil.rmtree(p.cache)
        os.makedirs(p.state, 0o700)
        os.makedirs(p.cache, 0o700)
        for size in ("17K", "64K", "256K", "1M", "3M", "8M", "32M"):
            for where, run, keys in (
                    (p.cache, ["search", "-f", "tsv", ""], ""),
                    (p.state, ["--linear"], "/pain\n:save 1\nq\nq\nq\n")):
                subprocess.run(["mkfs.btrfs", "-qf", image], check=True,
                               capture_output=True)
                try_limited(p, ["unshare", "-m", "sh", "-c", QUOTA, "sh",
                                image, folder, size, where], bad, size, where,
                            run, keys)
                yield


# Stories, played without a terminal, while calls fail.

STORIES = os.path.join(SOURCE, "tests", "stories")
PLAYER = os.path.join(os.path.dirname(BUILT), "t_stories")
EMPTY = re.compile(r"No (works|results|claims|matching|record)\b|"
                   r"Not (covered|held)\b|\b0 works\b")


def screens_of(text):
    """The screens of a story, without styles."""
    return [part.split("\n== styles")[0]
            for part in re.split(r"^== (?!styles)", text, flags=re.M)[1:]]


def empty_lines(text):
    """The lines that say that there is nothing."""
    return {line.strip() for line in text.splitlines() if EMPTY.search(line)}


FAILED = re.compile(r"cannot (read|open) |out of memory")


def query_of(screen):
    """What a list of results was searched for, or None."""
    found = re.search(r"^ / (.*?) *\[~?\d+ works?\]", screen, re.M)
    return found and found[1]


def is_kept(p, golden, want, have):
    """
    Whether a search failed, that is said, and the results of another one stay,
    of which it is true that there are none.
    """
    query = query_of(have)
    if not query or query == query_of(want) or not FAILED.search(have):
        return False
    known = [s for s in screens_of(golden) if query_of(s) == query]
    if known:
        return empty_lines(have) <= set().union(*map(empty_lines, known))
    found = p.run("search", "-f", "ids", "--", re.sub(r"[][]", "", query))
    return (found.returncode == 1) == ("[0 works]" in have)


def wrongly_empty(p, golden, text):
    """
    What the first screen that is not as it should be says there is not; what
    the keys do after it is another story.
    """
    for want, have in zip(screens_of(golden), screens_of(text)):
        if want != have:
            return set() if is_kept(p, golden, want, have) else \
                empty_lines(have) - empty_lines(want)
    return set()


def play(p, name, fault=None):
    env = dict(p.env, PLAY=name, srcdir=SOURCE, SCRATCH=p.path)
    if fault:
        calls, at, what = fault
        env.update(LD_PRELOAD=os.path.join(BUILT, "shim.so"),
                   TORTURE_CALLS=calls, TORTURE_AT=str(at),
                   TORTURE_DO=what, TORTURE_COUNT=p.path + "/calls")
    return subprocess.run([PLAYER], env=env, capture_output=True, text=True,
                          timeout=HANGS, check=False)


def calls_of_story(p, name, calls):
    path = p.path + "/calls"
    if os.path.exists(path):
        os.unlink(path)
    play(p, name, (calls, 0, "EIO"))
    return int(open(path, encoding="ascii").read())


def play_ended(result, calls):
    """As it should: memory that is out ends the player by abort()."""
    if calls == "memory" and result.returncode == -signal.SIGABRT:
        return result.stderr == ""
    return result.returncode == 0 or \
        result.returncode > 0 and result.stderr != ""


@row(6)
def fail_stories(bad):
    """Calls fail under the keys of each story: never an empty answer."""
    with Place() as p:
        # Where each key searches, the results of half a word are kept.
        names = sorted(f[:-5] for f in os.listdir(STORIES)
                       if f.endswith(".keys") and not f.startswith("typing"))
        for name in names if OPTIONS.long else random.sample(names, 6):
            golden = play(p, name)
            for calls, errors in (("read", ("EIO", "EIO*4", "EIO+",
                                            "EINTR", "short")),
                                  ("memory", ("ENOMEM", "ENOMEM+"))):
                for at in some(calls_of_story(p, name, calls),
                               "fail_stories"):
                    error = random.choice(errors)
                    result = play(p, name, (calls, at, error))
                    empty = wrongly_empty(p, golden.stdout, result.stdout)
                    if empty or not play_ended(result, calls):
                        bad.append("%s: %s %d %s: %s, %s" % (
                            name, calls, at, error, sorted(empty)[:2],
                            result.returncode))
                    yield


# Sessions in a terminal that are stopped at a call.

class Session:
    """The browser in a terminal of its own, stopped at the n-th call."""

    def __init__(self, p, keys, calls, at, what="stop"):
        env = dict(p.env, LD_PRELOAD=os.path.join(BUILT, "shim.so"),
                   TORTURE_CALLS=calls, TORTURE_AT=str(at),
                   TORTURE_DO=what, TORTURE_COUNT=p.path + "/calls")
        self.pid, self.master = in_terminal(
            [PROGRAM, "-b", p.bib, "--fresh"], env)
        self.status = None
        os.write(self.master, keys)

    def drain(self):
        """Reads what it prints until it is stopped or has ended."""
        while True:
            pid, status = os.waitpid(self.pid, os.WUNTRACED | os.WNOHANG)
            if pid != 0:
                self.status = status
                return os.WIFSTOPPED(status)
            if select.select([self.master], [], [], .01)[0]:
                try:
                    os.read(self.master, 65536)
                except OSError:
                    self.status = os.waitpid(self.pid, os.WUNTRACED)[1]
                    return os.WIFSTOPPED(self.status)

    def go_on(self):
        os.kill(self.pid, signal.SIGCONT)


STEPS = b"/tennis elbow\rj\rmh?q:save 1\rFq" + b"q" * 8


def steps(p, calls):
    path = p.path + "/calls"
    if os.path.exists(path):
        os.unlink(path)
    one = Session(p, STEPS, calls, 0)
    one.drain()
    os.close(one.master)
    return int(open(path).read().split()[0])


@row(20)
def stopped_anywhere(bad):
    """Stopped at any call and continued: the session ends as it should."""
    with Place() as p:
        p.run("index")
        for calls in ("read", "write"):
            n = steps(p, calls)
            for at in some(n, "stopped_anywhere"):
                one = Session(p, STEPS, calls, at)
                if one.drain():
                    one.go_on()
                    one.drain()
                os.close(one.master)
                if not os.WIFEXITED(one.status) or os.WEXITSTATUS(
                        one.status) != 0:
                    bad.append("%s %d: %d" % (calls, at, one.status))
                yield


@row(20)
def lost_anywhere(bad):
    """The terminal goes at any call: the program ends, its files whole."""
    with Place() as p:
        p.run("index")
        for calls in ("read", "write"):
            n = steps(p, calls)
            for at in some(n, "lost_anywhere"):
                shutil.rmtree(p.state, ignore_errors=True)
                one = Session(p, STEPS, calls, at)
                stopped = one.drain()
                os.close(one.master)
                if stopped:
                    one.go_on()
                    _, status, usage = os.wait4(one.pid, 0)
                    if usage.ru_utime > 20 or os.WIFSIGNALED(status) and \
                            os.WTERMSIG(status) != signal.SIGHUP:
                        bad.append("%s %d: %d" % (calls, at, status))
                left = [] if not os.path.isdir(p.state) else [
                    f for f in os.listdir(p.state) if f.startswith(".")]
                if p.run("search", "pain").returncode != 0:
                    bad.append("%s %d: the next run fails" % (calls, at))
                if left and os.WIFEXITED(one.status or 0):
                    bad.append("%s %d: left over: %s" % (calls, at, left))
                yield


def fill_history(p):
    """What earlier sessions left: lines, saved searches, and the place."""
    shutil.rmtree(p.state, ignore_errors=True)
    os.makedirs(p.state, 0o700)
    with open(p.state + "/history", "w", encoding="ascii") as f:
        f.writelines("/old line %d\n" % i for i in range(300))
    with open(p.state + "/searches", "w", encoding="ascii") as f:
        f.write("3 old query\n")
    with open(p.state + "/session", "w", encoding="ascii") as f:
        f.write("%s\nworks fitting 0 0 old\n" % p.bib)


def wrong_in_history(p):
    """What a session lost of what was there, or left half of."""
    with open(p.state + "/history", encoding="utf-8") as f:
        lines = f.read()
    with open(p.state + "/searches", encoding="utf-8") as f:
        searches = f.read()
    with open(p.state + "/session", encoding="utf-8") as f:
        place = f.read()
    found = []
    if lines.count("/old line ") != 300 or not lines.endswith("\n"):
        found.append("%d old lines" % lines.count("/old line "))
    if "3 old query\n" not in searches:
        found.append("searches %r" % searches)
    if not place.startswith(p.bib + "\n") or not place.endswith("\n"):
        found.append("place %r" % place)
    return found


@row(6)
def fail_history(bad):
    """A session is killed or cannot save: history, searches, place stay."""
    with Place() as p:
        p.run("index")
        fill_history(p)
        n = steps(p, "write")
        if not wrong_in_history(p) and "tennis" not in open(
                p.state + "/history", encoding="utf-8").read():
            bad.append("a session leaves no history")
        for at in some(n, "fail_history"):
            for what in ("kill", "EIO", "ENOSPC+", "EINTR", "short"):
                fill_history(p)
                one = Session(p, STEPS, "write", at, what)
                one.drain()
                os.close(one.master)
                found = wrong_in_history(p)
                if what != "kill" and os.WIFSIGNALED(one.status):
                    found.append("signal %d" % os.WTERMSIG(one.status))
                one = Session(p, STEPS, "write", 0)
                one.drain()
                os.close(one.master)
                found += wrong_in_history(p) + [
                    f for f in os.listdir(p.state) if f.startswith(".")]
                if found:
                    bad.append("%s %d: %s" % (what, at, found))
                yield


@row(20)
def stopped_while_building(bad):
    """A builder that stops at any write is waited for; then all is well."""
    with Place() as p:
        golden = p.golden()
        n = p.count("index", "--rebuild", calls="write")
        for at in some(n, "stopped_while_building"):
            shutil.rmtree(p.cache)
            env = dict(p.env, LD_PRELOAD=os.path.join(BUILT, "shim.so"),
                       TORTURE_CALLS="write", TORTURE_AT=str(at),
                       TORTURE_DO="stop")
            builder = subprocess.Popen(
                [PROGRAM, "-b", p.bib, "index"], env=env, cwd=p.path,
                stdout=subprocess.DEVNULL)
            _, status = os.waitpid(builder.pid, os.WUNTRACED)
            reader = subprocess.Popen(
                [PROGRAM, "-b", p.bib, "search", "-f", "tsv", ""],
                env=p.env, cwd=p.path, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE)
            if os.WIFSTOPPED(status):
                os.kill(builder.pid, signal.SIGCONT)
                _, status = os.waitpid(builder.pid, 0)
            builder.returncode = status
            out, _ = reader.communicate(timeout=HANGS)
            if out != golden or status != 0:
                bad.append("write %d: status %d, %d bytes" % (at, status,
                                                              len(out)))
            yield
