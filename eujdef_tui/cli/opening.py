"""Open the base of the fact file that the command line names, with a progress bar for a long build."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from eujdef_tui.cli.printing import print_message
from eujdef_tui.errors import UsageError
from eujdef_tui.store import SHIPPED, Base, open_base
from eujdef_tui.store.cache import DAMAGE, open_shared, rebuilt_base
from eujdef_tui.system.paths import settings, tidied
from eujdef_tui.text.unicode import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from pathlib import Path
    from typing import TypeVar

    T = TypeVar("T")

__all__ = [
    "USUAL_PLACES",
    "NamedBase",
    "build_progress",
    "checked_file",
    "fact_file_path",
    "may_be_rewritten",
    "named_base",
    "names_fact_file",
    "open_named_base",
    "passed_over",
    "rebuild_named_base",
]

USUAL_PLACES = ("data/facts.yaml", "facts.yaml")  # where a folder keeps its fact file

# What fewer there are of takes about a second, and shows no bar.
LONG_BUILD = {"files": 50, "facts": 2000}


def fact_file_name(options: argparse.Namespace) -> str:
    """Return the fact file named by `-f`, else by EUJDEF_FILE, else by the settings file, else the shipped one."""
    named = _users_file(options)
    return tidied(named) if named else SHIPPED


def _users_file(options: argparse.Namespace) -> str:
    """Return the fact file that the user names in any of these ways, "" for none."""
    named = options.file or os.environ.get("EUJDEF_FILE", "")
    if not named and (found := settings()):
        named = found.file
    return named


def fact_file_path(options: argparse.Namespace) -> Path:
    """Return the path of that fact file as a Path, for verbs that read it."""
    from pathlib import Path

    return Path(fact_file_name(options))


def named_base(options: argparse.Namespace) -> str:
    """Return the base named by `--base`, else, where `-f` names no fact file, by EUJDEF_BASE; "" for none."""
    return options.base or ("" if options.file else os.environ.get("EUJDEF_BASE", ""))


def checked_file(options: argparse.Namespace) -> Path:
    """Return the fact file to be checked. Raises UsageError where only a base is named."""
    if (base := named_base(options)) and not options.file and not os.environ.get("EUJDEF_FILE"):
        message = f"{base} is a base, and a check reads the fact file and its articles"
        raise UsageError(message, "name the fact file with -f")
    return fact_file_path(options)


def passed_over(path: Path) -> str:
    """Return the fact file of the folder one is in that is another than the one at `path`; "" where there is none."""
    from pathlib import Path

    for place in USUAL_PLACES:
        here = Path(place)
        if here.is_file() and not any(path.exists() and path.samefile(one) for one in (here, here.parent)):
            return place
    return ""


def names_fact_file(options: argparse.Namespace) -> bool:
    """Return whether the user names a fact file or a base in any way."""
    return bool(_users_file(options) or named_base(options))


def may_be_rewritten(options: argparse.Namespace) -> None:
    """Raise UsageError where no fact file is named: the one of the package is not the user's to be written."""
    if not _users_file(options):
        raise UsageError("no fact file is named, and the one of the package is not written", "name yours with -f")


def open_named_base(options: argparse.Namespace) -> Base:
    """Open the named base, else that of the named fact file; build the latter first where it is missing or stale.

    On a shared box (`--kiosk`) no file is written. Raises FactFileError and BaseFileError.
    """
    if named := named_base(options):
        return open_shared(named)
    if not options.file and (found := settings()):
        for fault in found.faults:
            if fault.name in ("", "file"):
                print_message(f"eujdef: {fault}")
    return _said(open_base(fact_file_name(options), build_progress(), write=not options.kiosk))


def rebuild_named_base(options: argparse.Namespace, error: Exception) -> Base:
    """Build the base of the named fact file anew: `error` says how it is damaged. Raises as `open_named_base`."""
    if named_base(options):
        raise error  # whoever made it must make it anew
    return _said(rebuilt_base(fact_file_name(options), error, build_progress(), write=not options.kiosk))


def _said(base: Base) -> Base:
    if base.repaired:
        print_message(f"eujdef: {clean(base.repaired)}")
    return base


class NamedBase:
    """The base of the named fact file, which is built anew, once, where it turns out to be damaged."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._base = open_named_base(options)
        self._is_new = bool(self._base.repaired)

    def ask(self, question: Callable[[Base], T]) -> T:
        """Return the answer to a question; it is asked again where the base was damaged, so it may print nothing."""
        try:
            return question(self._base)
        except DAMAGE as error:
            if self._is_new or self._base.file is None:
                raise
            damaged, self._base, self._is_new = self._base, rebuild_named_base(self._options, error), True
            damaged.close()
            return question(self._base)


def build_progress() -> Callable[..., None]:
    """Return what shows the progress of a build: a bar on a terminal."""
    return _show_progress if sys.stderr.isatty() else _no_progress


def _no_progress(done: int, total: int, unit: str = "") -> None:
    """Show nothing: stderr is not a terminal."""


def _show_progress(done: int, total: int, unit: str = "facts") -> None:
    if total >= LONG_BUILD[unit]:
        from eujdef_tui.cli.progress import show

        show(done, total, unit)
