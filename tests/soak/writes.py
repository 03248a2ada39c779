"""A write that fails, or at which the process is killed, at every write of a build, a saved state and a copy.

What stands under a file's name afterwards is the old whole or the new whole; a process that goes on has answered; the
next start is as if nothing had been, and leaves nothing behind.

SQLite writes in C. There a limit of the file's size (RLIMIT_FSIZE) makes the write that passes it fail with EFBIG, or,
with the signal at its default, ends the process at that write. Calls made in Python are patched in the child.
"""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, NoReturn

from eujdef_tui.present.session_state import SessionState, load_state, save_state
from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.cache import base_path, open_base
from eujdef_tui.system.clipboard import copy
from tests.helpers.cache_probes import retitled
from tests.helpers.places import METRE
from tests.soak.forked import Ended, command, forked, preload
from tests.soak.fuzz import looked_at
from tests.soak.trials import Tried

__all__ = ["try_write"]

CALLS = ("open", "fsync", "replace", "mkdir", "unlink")  # of `os`, by which Python writes files
MOST_CALLS = 8  # failing at a later call of one name is failing at none
PAGE = 4096
PAGES = 90  # of the metre's base, and some more


class Fault(NamedTuple):
    """What goes wrong in the child: at the `nth` call of `os.NAME`, or beyond `size` bytes of a file where NAME is "".

    `error` is the errno that the call fails with; 0 kills the process.
    """

    name: str
    nth: int
    error: int

    def prepare(self) -> None:
        """Make it go wrong in this process from now on."""
        if not self.name:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN if self.error else signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.nth, self.nth))
            return
        real: Callable[..., Any] = getattr(os, self.name)
        count = 0

        def failing(*given: Any, **named: Any) -> Any:
            nonlocal count
            if not _writes(self.name, given):
                return real(*given, **named)
            count += 1
            if count - 1 == self.nth:
                self._fail()
            return real(*given, **named)

        setattr(os, self.name, failing)

    def _fail(self) -> NoReturn:
        if not self.error:
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(self.error, os.strerror(self.error))

    def __str__(self) -> str:
        place = f"call {self.nth} of os.{self.name}" if self.name else f"byte {self.nth} of a file"
        return f"{errno.errorcode[self.error] if self.error else 'kill -9'} at {place}"


def _writes(name: str, given: tuple[Any, ...]) -> bool:
    """Whether a call of `os` is part of a write: opening a file to read it is not."""
    return name != "open" or (len(given) > 1 and isinstance(given[1], int) and bool(given[1] & os.O_CREAT))


def faults() -> list[Fault]:
    """Every fault, those of calls before those of sizes."""
    errors = (errno.ENOSPC, errno.EIO, 0)
    calls = [Fault(name, nth, error) for name in CALLS for nth in range(MOST_CALLS) for error in errors]
    sizes = [Fault("", page * PAGE + more, error) for page in range(PAGES) for more in (0, 1, 2048) for error in (1, 0)]
    return calls + [fault._replace(error=errno.EFBIG if fault.error else 0) for fault in sizes]


FAULTS = faults()
# In the order in which they are tried: from seed to seed a stride that is prime to their number reaches every one.
STRIDE = 37


def try_write(seed: int) -> Tried:
    """Try one fault in one of four writes; as many seeds as there are faults, times four, try all."""
    preload()
    tried, case = Tried(), CASES[seed % len(CASES)]
    fault = FAULTS[seed // len(CASES) * STRIDE % len(FAULTS)]
    with TemporaryDirectory() as folder, _folders(Path(folder)):
        what = f"{case.__name__.strip('_')}, {fault}"
        tried.counts["faults at writes"] += 1
        tried.faults += [f"{what}: {wrong}" for wrong in case(Path(folder), fault, tried)]
    return tried


@contextmanager
def _folders(folder: Path) -> Iterator[None]:
    """Cache and state folders of this trial's own."""
    before = {name: os.environ[name] for name in ("EUJDEF_CACHE", "EUJDEF_STATE", "TERM")}
    os.environ |= {"EUJDEF_CACHE": str(folder / "cache"), "EUJDEF_STATE": str(folder / "state"), "TERM": "linux"}
    try:
        yield
    finally:
        os.environ |= before


def _fared(ended: Ended, tried: Tried, what: str) -> None:
    """Count how the child ended, and look at what it printed if it was not killed."""
    killed = ended.code in (-signal.SIGKILL, -signal.SIGXFSZ)
    tried.counts["killed" if killed else "went on"] += 1
    if not killed:
        looked_at(tried, what, ended)


# --- a base ---


def _build(folder: Path, fault: Fault, tried: Tried) -> Iterator[str]:
    """Build a base where there is none."""
    yield from _built(folder, fault, tried, old=False)


def _rebuild(folder: Path, fault: Fault, tried: Tried) -> Iterator[str]:
    """Build a base over an older one."""
    yield from _built(folder, fault, tried, old=True)


def _built(folder: Path, fault: Fault, tried: Tried, *, old: bool) -> Iterator[str]:
    shutil.copytree(METRE.parent / "articles", folder / "facts" / "articles")
    facts = Path(shutil.copy(METRE, folder / "facts"))
    before = b""
    if old:
        open_base(facts).close()
        before = base_path(facts).read_bytes()
    retitled(facts, "Another")
    find = command("find", "-f", str(facts), "kibble")
    ended = forked(find, fault.prepare)
    _fared(ended, tried, "find")
    if ended.code >= 0 and ended.code != 0:
        yield f"ended with {ended.code}: {ended.err[-300:]}"
    if base_path(facts).exists() and base_path(facts).read_bytes() != before:
        yield from _whole(base_path(facts), "Another")
    elif old and not base_path(facts).exists():
        yield "the old base has gone"
    left = [path.name for path in (folder / "cache").glob("*") if path != base_path(facts)]
    if left and (ended.code >= 0 or not all(name.startswith(".building-") for name in left)):
        yield f"left behind: {left}"
    healed = forked(find)
    looked_at(tried, "find", healed)
    if healed.code or (ended.code == 0 and healed.out != ended.out):
        yield f"the next start ends with {healed.code}: {healed.err[-300:]}"
    yield from _whole(base_path(facts), "Another")


def _whole(path: Path, title: str) -> Iterator[str]:
    """What is wrong with a base that should be whole."""
    try:
        with closing(sqlite3.connect(path)) as db:
            ((checked,),) = db.execute("PRAGMA integrity_check").fetchmany(1)
            meta = dict(db.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as error:
        yield f"a half base: {error}"
        return
    if (checked, meta.get("format"), meta.get("title")) != ("ok", base_key(), title):
        yield f"a half base: {checked}, {meta.get('format')}, {meta.get('title')}"


# --- a state, and a copy in a file ---


def _state(folder: Path, fault: Fault, tried: Tried) -> Iterator[str]:
    """Save a state over an older one."""
    path = folder / "state" / "metre.json"
    old, new = (
        SessionState(query=f"{word} " * 150, searches=tuple(f"{word}{n}" for n in range(90))) for word in ("old", "new")
    )
    save_state(path, old)
    fault = fault._replace(nth=fault.nth // 64) if not fault.name else fault  # a state is smaller than a base

    def save() -> int:
        save_state(path, new)
        return 0

    ended = forked(save, fault.prepare)
    _fared(ended, tried, "save")
    if load_state(path)[1] not in (old.query.rstrip(), new.query.rstrip(), old.query, new.query):
        yield "a half state"
    left = [one.name for one in path.parent.iterdir() if one != path]
    if left and ended.code >= 0:
        yield f"left behind: {left}"
    save_state(path, new)
    if load_state(path).searches != new.searches:
        yield "the next save is not read back"


class _Screen:
    """An app without a screen: on a Linux console a copy goes to a file."""

    _driver = None

    def copy_to_clipboard(self, text: str) -> None:
        """Never called."""
        raise AssertionError(text)


def _copy(folder: Path, fault: Fault, tried: Tried) -> Iterator[str]:
    """Copy to a file over an older copy."""
    path = folder / "state" / "copied.txt"
    old, new = ("".join(f"{word} {n}\n" for n in range(700)) for word in ("old", "new"))
    copy(_Screen(), old)
    fault = fault._replace(nth=fault.nth // 32) if not fault.name else fault

    def copied() -> int:
        print(copy(_Screen(), new))
        return 0

    ended = forked(copied, fault.prepare)
    _fared(ended, tried, "copy")
    with suppress(FileNotFoundError):
        if path.read_text("utf-8") not in (old, new):
            yield "a half copy"
    if not path.exists():
        yield "the old copy has gone, and there is no new one"
    elif ended.code == 0 and ("not copied" in ended.out) != (path.read_text("utf-8") == old):
        yield f"said {ended.out!r}, which is not so"
    left = [one.name for one in path.parent.iterdir() if one != path]
    if left and ended.code >= 0:
        yield f"left behind: {left}"
    copy(_Screen(), new)
    if path.read_text("utf-8") != new:
        yield "the next copy is not whole"


CASES = (_build, _rebuild, _state, _copy)
