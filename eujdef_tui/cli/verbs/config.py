"""`eujdef config`: print each setting, its value, and what it comes from."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from eujdef_tui.cli.exit_codes import SUCCESS, USAGE_ERROR
from eujdef_tui.cli.opening import fact_file_path, named_base
from eujdef_tui.cli.printing import print_line, print_message
from eujdef_tui.store.cache import base_path
from eujdef_tui.system import terminal_capabilities as capabilities
from eujdef_tui.system.paths import cache_folder, config_file, settings, state_folder
from eujdef_tui.system.remembered_theme import theme_and_origin
from eujdef_tui.system.settings_file import Settings
from eujdef_tui.text.unicode import clean

if TYPE_CHECKING:
    from eujdef_tui.tui.user_settings import UserSettings

__all__ = ["run"]


class _Row(NamedTuple):
    """A setting, its value, and what it comes from."""

    name: str
    value: str
    origin: str


def run(options: argparse.Namespace) -> int:
    """Print a line for each setting. What is wrong with the settings file goes to stderr; exit code 2 says that."""
    from eujdef_tui.tui.user_settings import user_settings

    found = settings()
    taken = user_settings(found)
    for row in _rows(options, found or Settings(config_file()), taken):
        print_line(clean(f"{row.name:<18} {row.value or '-':<30} {row.origin}".rstrip()))
    for fault in taken.faults:
        print_message(f"eujdef: {fault}")
    return USAGE_ERROR if taken.faults else SUCCESS


def _rows(options: argparse.Namespace, found: Settings, taken: UserSettings) -> Iterator[_Row]:
    there = "" if found.path.is_file() else ", which is no file" if found.path.exists() else ", which is not there"
    yield _Row("settings", str(found.path), _of_variable("EUJDEF_CONFIG", "default") + there)
    yield from _files(options, found)
    colours = capabilities.colours(os.environ, capabilities.known(os.environ.get("TERM", "")))
    theme, origin = theme_and_origin(os.environ, colours)
    asked = "EUJDEF_THEME" if os.environ.get("EUJDEF_THEME") == theme else "NO_COLOR"
    guess = {"environment": f"environment {asked}", "settings": found.place("theme"), "": "guessed for this terminal"}
    yield _Row("theme", theme, guess.get(origin, origin))
    yield _mouse(found)
    letters = "ASCII" if capabilities.ascii_only(os.environ) else "UTF-8"
    yield _Row("letters", letters, _of_variable("EUJDEF_ASCII", "guessed for this terminal"))
    yield _copy(options, found, taken)
    yield _Row("cache", str(cache_folder()), _of_variable("EUJDEF_CACHE", _of_variable("XDG_CACHE_HOME", "default")))
    yield _Row("state", str(state_folder()), _of_variable("EUJDEF_STATE", _of_variable("XDG_STATE_HOME", "default")))
    for key in taken.keys.keys:
        if key.name in taken.keys.keymap:
            yield _Row(f"keys.{key.name}", key.shown, found.place(f"keys.{key.name}"))
    for name, query in taken.searches.items():
        yield _Row(f"searches.{name}", query, found.place(f"searches.{name}"))


def _of_variable(name: str, otherwise: str) -> str:
    return f"environment {name}" if os.environ.get(name) else otherwise


def _files(options: argparse.Namespace, found: Settings) -> Iterator[_Row]:
    """The fact file, or the base that is opened in its place."""
    if base := named_base(options):
        yield _Row("base", base, "option --base" if options.base else "environment EUJDEF_BASE")
        return
    path = str(fact_file_path(options))
    otherwise = found.place("file") if found.file else "default: the shipped corpus"
    yield _Row("file", path, "option -f" if options.file else _of_variable("EUJDEF_FILE", otherwise))


def _mouse(found: Settings) -> _Row:
    on = "on" if capabilities.mouse(os.environ, wanted=found.mouse) else "off"
    if os.environ.get("EUJDEF_MOUSE", "") in ("0", "1"):
        return _Row("mouse", on, "environment EUJDEF_MOUSE")
    if found.mouse is not None:
        return _Row("mouse", on, found.place("mouse"))
    why = "SSH_CONNECTION is set" if os.environ.get("SSH_CONNECTION") else "in screen" if on == "off" else ""
    return _Row("mouse", on, f"default: {why}" if why else "default")


def _copy(options: argparse.Namespace, found: Settings, taken: UserSettings) -> _Row:
    from eujdef_tui.export.names import CITATION_STYLES
    from eujdef_tui.present.session_state import load_state

    if taken.copy_form:
        return _Row("copy", taken.copy_form, found.place("copy"))
    base = named_base(options)
    place = Path(base) if base else base_path(fact_file_path(options))
    form = load_state(state_folder() / f"{place.stem}.json").copy_format
    return _Row("copy", form, "remembered") if form in CITATION_STYLES else _Row("copy", CITATION_STYLES[0], "default")
