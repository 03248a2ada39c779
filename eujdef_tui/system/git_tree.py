"""Read the files of a git revision, by git as an outside program: nothing is checked out, and nothing is written.

No shell is started. Only `rev-parse` and `cat-file` are run, which run no hook, filter, pager or text conversion; no
protocol is allowed, so that a partial clone fetches nothing.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from eujdef_tui.errors import UsageError
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["GitTree", "Kept", "named", "refuse_option", "work_tree"]

SECONDS = 120  # that git may take for all that is read of one revision
_AT_ONCE = 10  # seconds for a question that git answers from one small file
_LONGEST_ANSWER = 2**16  # bytes of an answer of rev-parse, and of a header of cat-file
_LONGEST_NAME = 80  # characters of a word that was typed, in a message
_LINKS = (b"symlink", b"dangling", b"loop", b"notdir")
# What git says of a folder that is in no work tree: a folder of others, a bare one, and one of git's own.
_NO_TREE = ("not a git repository", "must be run in a work tree")
_COMPLAINT = lazy_pattern(r"(?m)^(?:fatal|error): *(.*)")  # all else is a trace, a warning, or what goes before
_BEGINNING = lazy_pattern("[^~^:@]+")  # of a revision: HEAD of HEAD~1
_NAMED_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_COMMON_DIR")


class Kept(NamedTuple):
    """What a revision has under a path: "blob" with its bytes, or "tree" with the names of the files in it.

    `data` is None where it is larger than was asked for.
    """

    type: str
    data: bytes | None
    names: tuple[str, ...] = ()


class GitTree:
    """A revision of the git work tree that a folder is in. Close it, or use it as a context: git runs meanwhile.

    `root` is the top of the work tree, `commit` the id of the revision, `day` that of the commit as yyyymmdd. Raises
    UsageError where there is no git, no work tree, or no such revision.
    """

    def __init__(self, folder: str, revision: str) -> None:
        refuse_option(revision)
        self.root = work_tree(folder, revision)
        self.commit = _asked(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if not self.commit or self.commit.startswith("^"):  # of ^HEAD it is ^ and an id
            raise _no_revision(folder, revision)
        self._git = _start(self.root, "cat-file", "--batch", "--follow-symlinks")
        self._timer = threading.Timer(SECONDS, _end, (self._git,))
        self._timer.daemon = True
        self._timer.start()
        try:
            self.day = self._day()
        except UsageError:
            self.close()
            raise

    def __enter__(self) -> GitTree:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End git."""
        self._timer.cancel()
        _end(self._git)
        self._git.wait()
        for stream in (self._git.stdin, self._git.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()

    def read(self, path: str, most: int) -> Kept | None:
        """Return what stands under a path that begins at the root ("" is the root itself); None where nothing does.

        Links within the tree are followed. Of more than `most` bytes none are read.
        """
        if "\n" in path or "\0" in path:
            return None
        return self._read(f"{self.commit}:{path}", most)

    def is_damaged(self, path: str) -> bool:
        """Whether the revision has something under a path that git cannot read: its object is gone, or no object."""
        if "\n" in path or "\0" in path:
            return False
        folder, _, name = path.rpartition("/")
        kept = self._read(f"{self.commit}:{folder}", 2**24)
        if kept is None:
            return not folder or self.is_damaged(folder)
        if kept.type != "tree" or kept.data is None:
            return False
        return any(os.fsdecode(entry) == name for _, entry in _entries(kept.data, len(self.commit) // 2))

    def _read(self, name: str, most: int) -> Kept | None:
        assert self._git.stdin is not None
        assert self._git.stdout is not None
        try:
            self._git.stdin.write(os.fsencode(name) + b"\n")
            self._git.stdin.flush()
            words = self._git.stdout.readline(_LONGEST_ANSWER).split()
        except OSError:
            words = []
        if not words:
            message = f"git ended at {named(name)}: what it keeps is damaged, or took more than {SECONDS} seconds"
            raise UsageError(message, f"git fsck tells; or run it by hand: git show {named(name)}")
        if words[0] in _LINKS and words[-1].isdigit():  # a link that leads out of the tree, or nowhere
            self._git.stdout.read(int(words[1]) + 1)
            return None
        if len(words) != 3 or not words[2].isdigit():  # `missing`, `ambiguous`
            return None
        size = int(words[2])
        if size > most:
            self._skip(size + 1)
            return Kept(words[1].decode(), None)
        data = self._git.stdout.read(size + 1)[:-1]
        kind = words[1].decode()
        return Kept(kind, data, _names(data, len(self.commit) // 2) if kind == "tree" else ())

    def _skip(self, size: int) -> None:
        assert self._git.stdout is not None
        while size > 0 and (data := self._git.stdout.read(min(size, 2**20))):
            size -= len(data)

    def _day(self) -> int:
        """The day on which the revision was committed, where it was (git-commit-tree(1), "DATE FORMATS")."""
        from datetime import UTC, datetime, timedelta

        kept = self._read(self.commit, 2**24)
        lines = (kept.data if kept and kept.data else b"").split(b"\n\n")[0].split(b"\n")
        line = next((line for line in lines if line.startswith(b"committer ")), b"")
        try:
            *_, seconds, zone = line.split()
            offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5])) * (-1 if zone[:1] == b"-" else 1)
            return int((datetime.fromtimestamp(int(seconds), UTC) + offset).strftime("%Y%m%d"))
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(f"the commit {self.commit} has no date that can be read", "name another one") from error


def _no_tree(folder: str, revision: str | None) -> UsageError:
    """Why a folder is in no work tree: there is none above it, or git does not take its `.git` for what it keeps."""
    if not _asked(folder, "rev-parse", "--git-dir"):  # else the folder is git's own, or a tree without files
        above = Path(os.path.realpath(folder))
        for top in (above, *above.parents):
            if os.path.lexists(top / ".git"):
                message = f"git does not take {named(str(top))}/.git for what it keeps: it may be damaged"
                return UsageError(message, f"git -C {named(str(top))} status tells; or name two fact files")
    place = "this folder" if Path(folder).samefile(os.curdir) else named(folder)
    message = "nothing is named that could be compared, and the last revision is none here"
    if revision is not None:
        message = f"{named(revision)} is no file, and {place} is in no git work tree"
    return UsageError(message, "name two files, eujdef diff OLD NEW, or one in a tree: eujdef diff REVISION -f FILE")


def _no_revision(folder: str, revision: str) -> UsageError:
    """Why there is no such revision: git knows none. Raises UsageError where it does, and has lost it."""
    begun = _BEGINNING().match(revision)
    for name in dict.fromkeys((revision, begun[0] if begun else "")):
        found = _asked(folder, "rev-parse", "--verify", "--quiet", name) if name else ""
        if found and not found.startswith((name, "^")):  # an id is an id also of nothing
            _asked(folder, "cat-file", "-t", found)
    if not _asked(folder, "rev-parse", "--verify", "--quiet", "HEAD"):
        return UsageError("git has no commit here that it can read", "git log tells why; or name two fact files")
    message = f"{named(revision)} is neither a file nor a revision that git knows"
    return UsageError(message, "git log lists the revisions; HEAD~1 is the one before the last")


def work_tree(folder: str, revision: str | None) -> str:
    """Return the top of the git work tree that a folder is in.

    Raises UsageError with the reason, and with the revision that was typed (None: nothing was), where there is none,
    or no git.
    """
    top = _asked(folder, "rev-parse", "--show-toplevel")
    if not top:
        raise _no_tree(folder, revision)
    return top


def refuse_option(word: str) -> None:
    """Raise UsageError for a file name or revision that a program would take for an option."""
    if word.startswith("-"):
        raise UsageError(f"{named(word)} begins with a hyphen", "write ./ before the name of a file")


def named(word: str) -> str:
    """A word that was typed, for a message: cleaned, in one line, and cut with an ellipsis where it is very long."""
    said = one_line(clean(word[: _LONGEST_NAME * 2]))
    return f"{said[: _LONGEST_NAME - 1]}…" if len(said) > _LONGEST_NAME or len(word) > 2 * _LONGEST_NAME else said


def _names(data: bytes, length: int) -> tuple[str, ...]:
    """The names of files and links in a tree object: mode, space, name, NUL, an id of so many bytes, each in turn."""
    files = (b"100644", b"100755", b"100664", b"120000")
    return tuple(os.fsdecode(name) for mode, name in _entries(data, length) if mode in files)


def _entries(data: bytes, length: int) -> Iterator[tuple[bytes, bytes]]:
    """The mode and name of each entry of a tree object."""
    at = 0
    while (space := data.find(b" ", at)) > 0 and (end := data.find(b"\0", space)) > 0:
        yield data[at:space], data[space + 1 : end]
        at = end + 1 + length


def _start(folder: str, *words: str) -> subprocess.Popen[bytes]:
    """Run git in a folder, in a process group of its own. Raises UsageError where it is not installed."""
    given = {name: value for name, value in os.environ.items() if name not in _NAMED_ELSEWHERE}
    given |= {"GIT_ALLOW_PROTOCOL": "", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    given |= {"GIT_NO_LAZY_FETCH": "1"}
    options = ["--no-pager", "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false"]
    try:
        return subprocess.Popen(
            ["git", *options, *words],
            cwd=folder,
            env=given,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if "--batch" in words else subprocess.PIPE,
            start_new_session=True,
        )
    except FileNotFoundError as error:
        if not os.path.isdir(folder):  # noqa: PTH112 — paths are text here
            raise UsageError(f"there is no folder {named(folder)}", "name a fact file that is there") from error
        raise UsageError("git is not installed", "install git, or name two fact files") from error
    except (OSError, ValueError) as error:  # a NUL in a revision
        raise UsageError(f"git cannot be run: {error}", "name two fact files") from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and what it started, which may hold its pipes open."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)


def _asked(folder: str, *words: str) -> str:
    """Return the one line that git answers, "" where there is no such thing.

    Raises UsageError where it refuses the work tree, or cannot read what it keeps: its settings, an object.
    """
    process = _start(folder, *words)
    try:
        out, talk = process.communicate(timeout=_AT_ONCE)
    except subprocess.TimeoutExpired as error:
        _end(process)
        process.communicate()
        raise UsageError(f"git gave no answer in {_AT_ONCE} seconds", "name two fact files") from error
    said = clean(talk[:_LONGEST_ANSWER].decode("utf-8", "replace"))
    if process.returncode and "dubious ownership" in said:
        raise UsageError(f"git refuses this work tree: {one_line(said)[:300]}", "make it yours, or name two fact files")
    complaints = _COMPLAINT().findall(said) if process.returncode else []
    if complaints and not any(why in complaints[-1] for why in _NO_TREE):
        message = f"git cannot read what it keeps here: {one_line(complaints[-1])[:300]}"
        raise UsageError(message, "git fsck tells what is damaged; or name two fact files")
    return os.fsdecode(out[:_LONGEST_ANSWER]).rstrip("\n") if not process.returncode else ""
