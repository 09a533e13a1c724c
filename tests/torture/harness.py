"""What rows of torture share: places to run the program in, and faults."""
import os
import pty
import random
import shutil
import subprocess
import tempfile
import types

PROGRAM = os.path.abspath(os.environ.get("STRIGIL", "./strigil"))
SOURCE = os.path.abspath(os.environ.get("srcdir", "."))
BUILT = os.path.abspath(os.environ.get("TORTURE_BUILT", "tests/torture"))
HANGS = 120
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
]


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

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def run(self, *words, keys="", fault=None, bib=None, limit=None, **more):
        """Runs a command; fault is (calls, at, what)."""
        env = dict(self.env, **more)
        if fault:
            calls, at, what = fault
            env.update(LD_PRELOAD=os.path.join(BUILT, "shim.so"),
                       TORTURE_CALLS=calls, TORTURE_AT=str(at),
                       TORTURE_DO=what,
                       TORTURE_COUNT=os.path.join(self.path, "calls"))
        try:
            return subprocess.run(
                [PROGRAM, "-b", bib or self.bib, "--no-pager", *words],
                env=env, input=keys.encode(), capture_output=True,
                cwd=self.path, timeout=HANGS, preexec_fn=limit)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(words, 124, b"", b"hangs")

    def count(self, *words, calls, **more):
        """How many calls of a kind a command makes."""
        path = os.path.join(self.path, "calls")
        if os.path.exists(path):
            os.unlink(path)
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
