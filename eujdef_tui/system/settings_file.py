"""Read the user's settings file (TOML): theme, fact file, mouse, copy form, keys by action, saved searches.

What is wrong is told with its line, and the rest of the file counts. Names of keys, actions and copy forms are checked
by `tui/user_settings.py`, which knows them.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from eujdef_tui.system.terminal_capabilities import THEMES
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["KNOWN", "Fault", "Settings", "nearest", "no_such_file", "read_settings"]

KNOWN = ("theme", "file", "mouse", "copy", "keys", "searches")
MOST_BYTES = 2**20
MOST_SEARCHES = MOST_UNKNOWN = 100
MOST_KEYS = 200  # actions that are given keys: there are not a hundred
MOST_PARTS = 16  # of a dotted name: settings have two
LONGEST_QUERY = 1000  # characters: as many as the search line takes

_HEADER = re.compile(r"\s*\[\s*([\w-]+)\s*\]\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))(?:\s*\.\s*(?:"([^"]*)"|'([^']*)'|([\w-]+)))?\s*=""")
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_MANY_PARTS = re.compile(rf"(?:^|[\[{{,])[ \t]*{_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MOST_PARTS}}}", re.MULTILINE)
_PLACE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


class Fault(NamedTuple):
    """One thing that is wrong in the settings file: its line (0: unknown), a sentence, the next step.

    `name` is the dotted name of the setting, "" where the whole file is meant.
    """

    path: Path
    line: int
    name: str
    sentence: str
    advice: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}: {self.advice}"

    @property
    def place(self) -> str:
        """The file with the line, as editors and compilers write it."""
        return clean(f"{self.path}:{self.line}" if self.line else str(self.path))


class Settings(NamedTuple):
    """What the settings file sets; "" and None stand for what it does not.

    Attributes:
        path: of the file.
        lines: the line of each setting, by its dotted name ("theme", "keys.copy").
        file: the fact file, made absolute from the folder of the settings file.
        mouse: whether to ask for mouse reports.
        keys: action → its keys, as they are written.
        searches: name → query.
        faults: what is wrong, in order of lines.
    """

    path: Path
    lines: Mapping[str, int] = {}
    theme: str = ""
    file: str = ""
    mouse: bool | None = None
    copy: str = ""
    keys: Mapping[str, tuple[str, ...]] = {}
    searches: Mapping[str, str] = {}
    faults: tuple[Fault, ...] = ()

    def fault(self, name: str, sentence: str, advice: str) -> Fault:
        """Make a fault of a setting, by its dotted name."""
        line = self.lines.get(name) or self.lines.get(name.partition(".")[0], 0)  # its table's: keys = {copy = "w"}
        return Fault(self.path, line, name, sentence, advice)

    def place(self, name: str) -> str:
        """Where a setting stands: the file with its line."""
        return self.fault(name, "", "").place


def read_settings(path: Path) -> Settings:
    """Read a settings file, as far as it is right. It never raises: a file that cannot be read is a fault."""
    nothing = Settings(path)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        fault = nothing.fault("", f"the settings cannot be read ({error.strerror})", "allow yourself to read the file")
        return nothing._replace(faults=(fault,))
    if len(data) > MOST_BYTES:
        fault = nothing.fault(
            "", f"the settings are larger than {MOST_BYTES // 2**20} MiB", "take out what is no setting"
        )
        return nothing._replace(faults=(fault,))
    try:
        text = data.decode("utf-8")
        if found := _MANY_PARTS.search(text):  # `tomllib` takes the square of their number
            line = text.count("\n", 0, found.start()) + 1
            sentence = f"a name has more than {MOST_PARTS} parts"
            return nothing._replace(faults=(Fault(path, line, "", sentence, "take out what is no setting"),))
        given = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return nothing._replace(faults=(Fault(path, line, "", "this is not UTF-8", "save the file as UTF-8"),))
    except (ValueError, RecursionError) as error:  # of an integer of thousands of digits a plain ValueError
        return nothing._replace(faults=(_not_toml(path, text, str(error)),))
    return _Reading(path, text).settings(given)


def no_such_file(path: Path) -> Settings:
    """Return the settings of what EUJDEF_CONFIG names and that is no file, or is not there: a fault alone."""
    nothing = Settings(path)
    leave = "take EUJDEF_CONFIG out of your environment"
    if path.is_dir():
        sentence, advice = "EUJDEF_CONFIG names a folder, not a file", f"name a file in it, or {leave}"
    elif path.exists():
        sentence, advice = "EUJDEF_CONFIG names a device or pipe, which is not read", f"name a file, or {leave}"
    else:
        sentence, advice = "EUJDEF_CONFIG names no file", f"write it, or {leave}"
    return nothing._replace(faults=(nothing.fault("", sentence, advice),))


def nearest(word: str, known: Iterator[str] | tuple[str, ...]) -> str:
    """Return a hint at the known word that may have been meant: "did you mean theme? "; "" for none."""
    from difflib import get_close_matches  # only where something is wrong

    found = get_close_matches(word, list(known), 1)
    return f"did you mean {found[0]}? " if found else ""


def _not_toml(path: Path, text: str, message: str) -> Fault:
    found = _PLACE.search(message)
    line = int(found[1] or len(text.splitlines())) if found else 0
    what = one_line(clean(message[: found.start()] if found else message))
    return Fault(path, line, "", f"this is not TOML ({what})", "nothing of the file is used until it is mended")


def _lines(text: str) -> dict[str, int]:
    """Return the line of each key, by its dotted name. `tomllib` tells none.

    A line of a text over several lines may look like a key: it would only tell a wrong line.
    """
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            table = f"{header[1]}."
            lines.setdefault(header[1], number)
        elif key := _KEY.match(line):
            first, second = (
                next((name for name in key.groups()[at : at + 3] if name is not None), "") for at in (0, 3)
            )
            lines.setdefault(f"{table}{first}{f'.{second}' if second else ''}", number)
    return lines


class _Reading:
    """Reads the values of one file, and collects what is wrong with them."""

    def __init__(self, path: Path, text: str) -> None:
        self._empty = Settings(path, _lines(text))
        self._faults: list[Fault] = []

    def _wrong(self, name: str, sentence: str, advice: str) -> None:
        self._faults.append(self._empty.fault(name, one_line(clean(sentence)), one_line(clean(advice))))

    def settings(self, given: Mapping[str, Any]) -> Settings:
        """Return the settings, with what is wrong in them."""
        for nth, name in enumerate(name for name in given if name not in KNOWN):
            if nth == MOST_UNKNOWN:
                self._wrong(name, f"there are more than {MOST_UNKNOWN} settings that are not known", "delete them")
                break
            hint = nearest(name, KNOWN)
            self._wrong(name, f"there is no setting “{name}”", f"{hint}settings are {', '.join(KNOWN)}")
        mouse = given.get("mouse")
        if mouse is not None and not isinstance(mouse, bool):
            self._wrong("mouse", "mouse is neither true nor false", "write mouse = true or mouse = false")
            mouse = None
        found = self._empty._replace(
            theme=self._theme(given),
            file=self._file(self._text(given, "file")),
            mouse=mouse,
            copy=self._text(given, "copy"),
            keys=dict(self._keys(self._table(given, "keys", 'copy = "w"'))),
            searches=dict(self._searches(self._table(given, "searches", '"to come" = "is:coming"'))),
        )
        return found._replace(faults=tuple(sorted(self._faults, key=lambda fault: fault.line)))

    def _text(self, given: Mapping[str, Any], name: str) -> str:
        value = given.get(name, "")
        if isinstance(value, str):
            return clean(value)
        self._wrong(name, f"{name} is no text", f'write it in quotation marks: {name} = "…"')
        return ""

    def _theme(self, given: Mapping[str, Any]) -> str:
        theme = self._text(given, "theme")
        if theme and theme not in THEMES:
            self._wrong("theme", f"there is no theme “{theme}”", f"choose one of {', '.join(THEMES)}")
            return ""
        return theme

    def _file(self, named: str) -> str:
        """A fact file as an absolute path: a relative one begins in the folder of the settings file."""
        return os.path.join(self._empty.path.parent, os.path.expanduser(named)) if named else ""  # noqa: PTH111, PTH118

    def _table(self, given: Mapping[str, Any], name: str, example: str) -> Mapping[str, Any]:
        table = given.get(name, {})
        if isinstance(table, dict):
            return table
        self._wrong(name, f"{name} is no table", f"write [{name}] on a line of its own, and below it {example}")
        return {}

    def _keys(self, table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for nth, (action, value) in enumerate(table.items()):
            if nth == MOST_KEYS:
                self._wrong(f"keys.{action}", f"keys are given to more than {MOST_KEYS} actions", "delete some")
                return
            keys = value if isinstance(value, list) else [value]
            if keys and all(isinstance(key, str) and key for key in keys):
                yield clean(action), tuple(map(clean, keys))
            else:
                advice = f'write {action} = "w", or {action} = ["w", "^w"]'
                self._wrong(f"keys.{action}", f"{action} has no key that is text", advice)

    def _searches(self, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        for nth, (name, query) in enumerate(table.items()):
            if nth == MOST_SEARCHES:
                self._wrong(f"searches.{name}", f"there are more than {MOST_SEARCHES} searches", "delete some")
                return
            if isinstance(query, str) and name.strip() and 0 < len(query.strip()) <= LONGEST_QUERY:
                yield one_line(clean(name)), one_line(clean(query))
            else:
                advice = f'write a name and a query: "{name or "to come"}" = "is:coming"'
                self._wrong(f"searches.{name}", f"“{name}” is no search of 1 to {LONGEST_QUERY:,} characters", advice)
