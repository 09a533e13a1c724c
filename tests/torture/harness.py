"""What rows of torture share: places to run the program in, and faults."""
import os
import pty
import random
import resource
import shutil
import subprocess
import tempfile
import types

PROGRAM = os.path.abspath(os.environ.get("STRIGIL", "./strigil"))
SOURCE = os.path.abspath(os.environ.get("srcdir", "."))
BUILT = os.path.abspath(os.environ.get("TORTURE_BUILT", "tests/torture"))
HANGS = 900		# seconds; for what waits.  What computes is ended sooner:
CPU_SECONDS = 60
ROWS = []
OPTIONS = types.SimpleNamespace(long=False, times=20)
SPARSE = {}		# how many points of a row the short tier takes

COMMANDS = [
    ["search", "-f", "tsv", ""], ["search", "-f", "json", "pain"],
    ["search", "planter fascitis"], ["search", "-F", "pain"],
    ["show", "crothers-2016", "claim/stem-cells-002", "term/pain"],
    ["show", "start", "safety", "glossary", "tour/judging"],
    ["map", "pain"], ["plot", "pain"], ["claims", "scar"], ["terms"],
    ["compare", "seffrin-2019", "tang-2025"], ["cite", "crothers-2016"],
    ["ask", "does it help tennis elbow"], ["complete", "search", "te"],
    ["bibliographies"], ["schema"], ["help", "query"],
    ["list"], ["list", "week"], ["note", "tang-2025"], ["log", "class"],
    ["log", "replay", "class"], ["handout", "start-here", "-f", "html"],
    ["handout", "week", "--teacher"], ["show", "lists", "notes", "new"],
    ["practice", "-n", "3", "--seed", "1"], ["diff", "old"],
    ["diff", "-f", "json", "old"], ["trace", "article.txt"],
    ["trace", "-f", "json", "article.txt"], ["refs", "refs.txt"],
    ["refs", "-f", "json", "refs.txt"], ["status", "watch.csv"],
    ["check", "data/strigil/bibliographies/old.xml"], ["claims", "-f", "json", "scar"],
    ["pico", "--outcome=pain"],
]

# Those that write, each from the files of a fresh Place.
WRITERS = [
    ["list", "create", "two", "--title", "Two"],
    ["list", "add", "week", "gulick-2018", "-m", "read it"],
    ["list", "remove", "week", "1"], ["list", "move", "week", "2", "first"],
    ["list", "rename", "week", "month"], ["list", "delete", "week"],
    ["list", "merge", "week", "other"], ["list", "import", "lists.xml", "third"],
    ["note", "crothers-2016", "-m", "no sham", "-t", "exam"],
    ["note", "tang-2025", "-d"], ["new", "bibliography", "course"],
    ["new", "topic", "./topic.xml"], ["add", "refs.ris"],
    ["add", "-t", "course", "kim-2017"], ["add", "-t", "old", "refs.ris"],
    ["status", "watch.csv", "-t", "old"],
    ["search", "--log=class", "tendon"], ["index", "-o", "out.index"],
    ["pack", "course.tgz", "week"],
]

FILES = {
    "article.txt": "Gua sha for tennis elbow.\n\nIt breaks up scar tissue. "
    "It reduces pain, and has no side effects.\n",
    "refs.txt": "1. Crothers AL, French SD, Hebert JJ, Walker BF. Spinal "
    "manipulative therapy. Chiropr Man Therap. 2016;24:16.\n"
    "2. doi:10.1186/s12998-016-0096-9\n3. Nobody N. No such work. 1999.\n",
    "refs.ris": "TY  - JOUR\nAU  - Doe, Jane\nTI  - Tape for sore thumbs\n"
    "PY  - 2020\nDO  - 10.9999/tape\nER  - \n",
    "watch.csv": "DOI,PMID,Date,Reason\n10.1186/S12998-016-0096-9,,"
    "2026-02-03,Error\n,25440215,,\n",
}


def row(points=40):
    """Makes a function a row; the short tier takes so many points of it."""
    def mark(function):
        ROWS.append(function)
        SPARSE[function.__name__] = points
        return function
    return mark


def some(n, name):
    """All points from 1 to n, or as many as the short tier takes."""
    most = SPARSE[name]
    if OPTIONS.long:
        most *= OPTIONS.times
    if n <= most:
        return range(1, n + 1)
    return sorted(random.sample(range(1, n + 1), most))


def limit_cpu():
    """A run that computes for ever ends by SIGXCPU, whatever else runs."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))


class Place:
    """A folder of its own with a bibliography, and the environment for it."""

    def __init__(self, sources="data/iastm"):
        self.path = tempfile.mkdtemp(prefix="torture-")
        self.bib = os.path.join(self.path, "bib")
        shutil.copytree(os.path.join(SOURCE, sources), self.bib)
        for path, _, files in os.walk(self.bib):
            for name in [""] + files:
                os.chmod(os.path.join(path, name), 0o755 if not name else
                         0o644)
        self.state = os.path.join(self.path, "state", "strigil")
        self.cache = os.path.join(self.path, "cache", "strigil")
        self.env = {name: value for name, value in os.environ.items()
                    if not name.startswith(("XDG_", "STRIGIL"))}
        self.env.update(
            HOME=self.path, LC_ALL="C.UTF-8", TERM="xterm",
            XDG_CACHE_HOME=os.path.join(self.path, "cache"),
            XDG_STATE_HOME=os.path.join(self.path, "state"),
            XDG_CONFIG_HOME=os.path.join(self.path, "config"),
            XDG_DATA_HOME=os.path.join(self.path, "data"),
            STRIGIL_DATA=os.environ.get("STRIGIL_DATA", ""))
        self.home = os.path.join(self.path, "data", "strigil")
        self.filled = None
        self.found = None	# what golden() gave, for those that want it

    def fill(self):
        """The files of a user, as COMMANDS and WRITERS want them."""
        for name, text in FILES.items():
            with open(os.path.join(self.path, name), "w",
                      encoding="utf-8") as f:
                f.write(text)
        self.run("list", "add", "week", "crothers-2016", "tang-2025")
        self.run("list", "add", "other", "kim-2017")
        self.run("list", "export", "other", to="lists.xml")
        self.run("note", "tang-2025", "-m", "first", "-s", "read")
        self.run("add", "-t", "old", "crothers-2016", "gulick-2014")
        self.run("search", "--log=class", "pain")
        self.run("claims", "--log=class", "scar")
        self.run("status", "watch.csv")		# again it says the same
        self.filled = self.files()

    def files(self):
        """What a user wrote or had written: {path: bytes}."""
        found = {}
        for top, _, names in os.walk(self.path):
            if top.startswith((self.bib, os.path.join(self.path, "cache"))):
                continue
            for name in names:
                path = os.path.join(top, name)
                with open(path, "rb") as f:
                    found[os.path.relpath(path, self.path)] = f.read()
        found.pop("calls", None)
        return found

    def again(self, hidden=False):
        """Puts them all back; with `hidden` leaves what a kill left."""
        for name in self.files():
            if name not in self.filled and not (
                    hidden and os.path.basename(name).startswith(".")):
                os.unlink(os.path.join(self.path, name))
        for name, data in self.filled.items():
            path = os.path.join(self.path, name)
            os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
            with open(path, "wb") as f:
                f.write(data)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def run(self, *words, keys="", fault=None, bib=None, limit=None,
            to=None, **more):
        """Runs a command; fault is (calls, at, what), `to` a file."""
        env = dict(self.env, **more)
        if fault:
            calls, at, what = fault
            env.update(LD_PRELOAD=os.path.join(BUILT, "shim.so"),
                       TORTURE_CALLS=calls, TORTURE_AT=str(at),
                       TORTURE_DO=what,
                       TORTURE_COUNT=os.path.join(self.path, "calls"))
        try:
            result = subprocess.run(
                [PROGRAM, "-b", bib or self.bib, "--no-pager", *words],
                env=env, input=keys.encode(), capture_output=True,
                cwd=self.path, timeout=HANGS, preexec_fn=limit or limit_cpu)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(words, 124, b"", b"hangs")
        if to is not None:
            with open(os.path.join(self.path, to), "wb") as f:
                f.write(result.stdout)
        return result

    def count(self, *words, calls, **more):
        """How many calls of a kind a command makes."""
        path = os.path.join(self.path, "calls")
        if os.path.exists(path):
            os.unlink(path)
        if self.filled is not None:
            self.again()
        self.run(*words, fault=(calls, 0, "EIO"), **more)
        return int(open(path).read().split()[0])

    def golden(self):
        return self.run("search", "-f", "tsv", "").stdout


def in_terminal(words, env):
    """Runs a program in a terminal of its own: (process, master)."""
    pid, master = pty.fork()
    if pid == 0:
        try:
            os.execve(words[0], words, env)
        finally:
            os._exit(127)	# never back into this program
    return pid, master


def sane(result, golden):
    """The whole answer, or an error that says so."""
    if result.returncode == golden.returncode and \
            result.stdout == golden.stdout:
        return True
    return result.returncode == 2 and result.stderr.strip() != b""


def loader_ended(result):
    """glibc's loader does so where a library has no memory for its names."""
    return result.returncode == 127 and result.stderr == b"out of memory\n"


def shown(result):
    return "status %d: %s" % (result.returncode,
                              result.stderr.decode(errors="replace")[:120])


class Skipped(Exception):
    """A row that cannot be tried here, with why."""
