"""What a disk may hold after the power fails.

The system calls of a program in one folder are recorded by strace(1), and
replayed up to each of them: what was written and not yet fsynced may be there,
absent, or torn at a sector of 512 bytes; what was done to a directory and not
yet fsynced is there up to some point (the model of "All File Systems Are Not
Created Equal", OSDI 2014, in its strict form: only fsync of a directory
settles its names).
"""
import os
import re
import subprocess
import tempfile

CALLS = "openat,write,pwrite64,ftruncate,rename,unlink,fsync,fdatasync,close"


class Inode:
    def __init__(self, data=b""):
        self.safe = bytearray(data)
        self.pending = []


def unescape(text):
    return bytes.fromhex(text.replace("\\x", ""))


def trace(command, env, keys):
    """The lines of strace, whole calls that succeeded."""
    with tempfile.NamedTemporaryFile("r", errors="replace") as out:
        subprocess.run(["strace", "-f", "-xx", "-s", "33554432", "-o",
                        out.name, "-e", "trace=" + CALLS, "-e",
                        "signal=none", *command], env=env,
                       input=keys.encode(), capture_output=True,
                       check=False)
        for line in out:
            m = re.match(r"\d+\s+(\w+)\((.*)\)\s+= (\d+)", line)
            if m:
                yield m.group(1), m.group(2), int(m.group(3))


def steps(folder, command, env, keys, names):
    """What was done in the folder, in order."""
    files, places = {}, {}
    for call, arguments, result in trace(command, env, keys):
        texts = re.findall(r'"((?:\\x[0-9a-f]{2})*)"', arguments)
        number = arguments.split(",")[0].strip()
        fd = int(number) if number.isdigit() else -1
        paths = [unescape(t).decode() for t in texts[:2]] \
            if call in ("openat", "rename", "unlink") else []
        inside = [os.path.basename(p) for p in paths
                  if os.path.dirname(p) == folder]
        if call == "openat":
            files.pop(result, None)
            if paths and paths[0] == folder:
                files[result] = "directory"
            elif inside:
                if inside[0] not in names:
                    names[inside[0]] = Inode()
                    yield "make", inside[0], names[inside[0]]
                files[result] = names[inside[0]]
                places[result] = 0
                if "O_TRUNC" in arguments:
                    yield "cut", files[result], 0
        elif call == "close":
            files.pop(fd, None)
        elif call == "rename" and len(inside) == 2:
            names[inside[1]] = names.pop(inside[0])
            yield "rename", *inside
        elif call == "unlink" and inside and inside[0] in names:
            names.pop(inside[0])
            yield "unlink", inside[0]
        elif files.get(fd) == "directory" and call == "fsync":
            yield "settle",
        elif isinstance(files.get(fd), Inode):
            if call in ("fsync", "fdatasync"):
                yield "flush", files[fd]
            elif call == "ftruncate":
                yield "cut", files[fd], int(arguments.split(",")[1])
            elif call in ("write", "pwrite64"):
                data = unescape(texts[0])[:result]
                at = int(arguments.rsplit(",", 1)[1]) \
                    if call == "pwrite64" else places[fd]
                places[fd] = at + len(data)
                yield "write", files[fd], at, data


def change(data, at, new):
    """Writes bytes at a place; of a cut, `new` is None."""
    if new is None:
        del data[at:]
        return
    data.extend(bytes(max(0, at + len(new) - len(data))))
    data[at:at + len(new)] = new


def settled(directory, pending):
    for kind, *names in pending:
        if kind == "make":
            directory[names[0]] = names[1]
        elif kind == "rename" and names[0] in directory:
            directory[names[1]] = directory.pop(names[0])
        elif kind == "unlink":
            directory.pop(names[0], None)
    return directory


def left_of(inode, random):
    """A content that a file may have."""
    data = bytearray(inode.safe)
    how = random.choice(["none", "all", "some", "some", "first"])
    count = random.randint(0, len(inode.pending)) if how == "first" else \
        0 if how == "none" else len(inode.pending)
    for at, new in inode.pending[:count]:
        if how == "some" and random.random() < .5:
            continue
        if how != "some" or new is None:
            change(data, at, new)
            continue
        for i in range(0, len(new), 512):
            if random.random() < .7:
                change(data, at + i, new[i:i + 512])
    return bytes(data)


def states(folder, command, env, keys, random, each):
    """Contents of the folder, {name: bytes}: `each` after each step."""
    first = {name: Inode(open(os.path.join(folder, name), "rb").read())
             for name in os.listdir(folder)}
    directory, pending = dict(first), []
    for kind, *what in list(steps(folder, command, env, keys, dict(first))):
        if kind in ("write", "cut"):
            what[0].pending.append((what[1], what[2] if kind == "write" else
                                    None))
        elif kind == "flush":
            for at, new in what[0].pending:
                change(what[0].safe, at, new)
            what[0].pending = []
        elif kind == "settle":
            directory, pending = settled(directory, pending), []
        else:
            pending.append((kind, *what))
        for _ in range(each):
            seen = settled(dict(directory), pending[:random.randint(
                0, len(pending))])
            yield {name: left_of(inode, random)
                   for name, inode in seen.items()}
