"""Diagnose what limits the explorer on this machine and terminal; each finding has the shell line that fixes it.

Nothing is written, no screen is opened and textual is not imported, since one of those may be what fails.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple

from eujdef_tui import __version__
from eujdef_tui.errors import EujdefError, FactFileError
from eujdef_tui.store.cache import DAMAGE, base_path, base_state, open_shared
from eujdef_tui.store.sqlite_features import probe_sqlite
from eujdef_tui.system import clipboard
from eujdef_tui.system import terminal_capabilities as capabilities
from eujdef_tui.system.outer_terminal import outer
from eujdef_tui.system.paths import cache_folder, is_writable, settings, state_folder
from eujdef_tui.system.remembered_theme import first_theme
from eujdef_tui.text.unicode import clean

__all__ = ["MARKS", "Finding", "examine"]

MARKS = {"ok": "✓", "advice": "!", "fault": "✗"}

TMUX_TIMEOUT = 1.0  # seconds
NOTICEABLE_DELAY = 50  # milliseconds after ESC
SCREEN_DELAY = 300  # milliseconds: screen's `maptimeout` where its configuration sets none


class Finding(NamedTuple):
    """One finding. A fault keeps the explorer from opening. `fix` is a line for the shell, "" where there is none."""

    name: str
    message: str
    fix: str = ""
    level: Literal["ok", "advice", "fault"] = "ok"


def examine(env: Mapping[str, str], fact_file: Path, base: str = "") -> Iterator[Finding]:
    """Yield all findings, the most important first, with control characters replaced.

    `base` is one that somebody built and that is opened in place of the fact file, "" for none.
    """
    tmux = _tmux(env)
    for finding in (
        *_program(),
        _shared_base(Path(base)) if base else _facts(fact_file),
        _sqlite(),
        _folder("cache", cache_folder(), "EUJDEF_CACHE", "each start builds the base again, in memory"),
        _folder("state", state_folder(), "EUJDEF_STATE", "nothing is remembered"),
        *_settings(),
        *_terminal(env),
        _colours(env, tmux),
        _letters(env),
        _clipboard(env),
        _escape(env, tmux),
        *_link(env, tmux),
    ):
        yield finding._replace(message=clean(finding.message), fix=clean(finding.fix))


# --- the program and its files ---


def _program() -> Iterator[Finding]:
    python = ".".join(map(str, sys.version_info[:3]))
    try:
        needed = [word for word in metadata.requires("eujdef-tui") or () if ";" not in word]
    except metadata.PackageNotFoundError:  # run from its folder
        needed = ["textual"]
    wrong = False
    for requirement in needed:
        name = re.split(r"[<>=!~]", requirement, maxsplit=1)[0]
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            wrong = True
            yield Finding("program", f"{name} is not installed", f"pip install '{requirement}'", "fault")
            continue
        if not _within(version, requirement[len(name) :]):
            wrong = True
            yield Finding(
                "program", f"{name} {version} is not what was tested", f"pip install '{requirement}'", "advice"
            )
    if not wrong:
        yield Finding("program", f"eujdef {__version__}, Python {python}, textual {metadata.version('textual')}")


def _within(version: str, bounds: str) -> bool:
    """Whether a version lies within bounds such as "<8.3,>=8.2"."""

    def numbers(text: str) -> tuple[int, ...]:
        return tuple(map(int, re.findall(r"\d+", text)[:3]))

    compare = {"<": tuple.__lt__, ">=": tuple.__ge__}
    found = re.findall(r"(<|>=)\s*([\d.]+)", bounds)
    return all(compare[how](numbers(version), numbers(bound)) for how, bound in found)


def _facts(fact_file: Path) -> Finding:
    stands = {"fresh": "its base is up to date", "stale": "its base is made anew at the next start"}
    try:
        state = base_state(fact_file)
        if state == "damaged":
            fix = f"rm {shlex.quote(str(base_path(fact_file)))}"
            return Finding("facts", f"{fact_file}: its base is damaged; who meets that makes it anew", fix, "advice")
        if state != "fresh":
            from eujdef_tui.factfile.loader import load

            load(fact_file)
    except EujdefError as error:
        problems = error.problems if isinstance(error, FactFileError) else ()
        message = f"{fact_file}: {problems[0].message}" if len(problems) == 1 else str(error)
        return Finding("facts", message, f"eujdef check {shlex.quote(str(fact_file))}", "fault")
    return Finding("facts", f"{fact_file}: {stands.get(state, 'its base is made at the first start')}")


def _shared_base(path: Path) -> Finding:
    try:
        with closing(open_shared(path)) as base:
            if base.is_whole():
                return Finding("facts", f"{path}: a base of {base.count():,} records, to be read only")
        why = f"the base {path} is damaged"
    except DAMAGE as error:
        why = str(error)
    return Finding("facts", why, f"eujdef build -f FACTS --base {shlex.quote(str(path))}", "fault")


def _sqlite() -> Finding:
    found = probe_sqlite()
    if found.missing:
        lacking = " and ".join(found.missing)
        fix = "python3 -c 'import sqlite3; print(sqlite3.sqlite_version)'  # another Python may have it"
        return Finding("sqlite", f"SQLite {found.version} without {lacking}", fix, "fault")
    threads = {0: "for one thread", 1: "for threads", 3: "serialized"}.get(found.threadsafety, "")
    return Finding("sqlite", f"SQLite {found.version} with FTS5 and JSON, {threads}")


def _folder(name: str, path: Path, variable: str, without: str) -> Finding:
    if is_writable(path):
        return Finding(name, str(path))
    return Finding(name, f"{path} cannot be written: {without}", f"export {variable}=$HOME/.eujdef-{name}", "advice")


def _settings() -> Iterator[Finding]:
    found = settings()
    if found is None:
        return
    from eujdef_tui.tui.user_settings import user_settings  # nothing of the screen is loaded by it

    faults = user_settings(found).faults
    if faults:
        more = f", and {len(faults) - 1} more" * (len(faults) > 1)
        yield Finding("settings", f"{faults[0].place}: {faults[0].sentence}{more}", "eujdef config", "advice")
    else:
        yield Finding("settings", str(found.path))


# --- the terminal ---


def _terminal(env: Mapping[str, str]) -> Iterator[Finding]:
    term = env.get("TERM", "")
    known = capabilities.known(term)
    if why := capabilities.refusal(env, known):
        fix = "" if known and known.moves else "export TERM=xterm-256color"  # what lacks more than its name
        yield Finding("terminal", f"{why}: no screen can be opened", fix, "fault")
        return
    message = f"TERM={term}" + ("" if known else ", which terminfo here does not know; its family is known")
    size = next((os.get_terminal_size(n) for n in (1, 2, 0) if os.isatty(n)), None)
    if size is None:
        yield Finding(
            "terminal", f"{message}; none is connected: ask again where the explorer is to open", "", "advice"
        )
    else:
        small = size.columns < 20 or size.lines < 6
        message += f", {size.columns}×{size.lines}" + (": too small, 20×6 is the least" if small else "")
        yield Finding("terminal", message, "", "advice" if small else "ok")


# Terminals that show 24-bit colours although terminfo counts 256.
_TRUE_COLOUR = (
    "alacritty",
    "contour",
    "foot",
    "ghostty",
    "kitty",
    "konsole",
    "wezterm",
    "xterm-ghostty",
    "xterm-kitty",
)


def _colours(env: Mapping[str, str], tmux: Mapping[str, str]) -> Finding:
    known = capabilities.known(env.get("TERM", ""))
    count = capabilities.colours(env, known)
    theme = first_theme(env, count)
    shown = "all" if count >= capabilities.ALL else str(count or "no")
    why = "EUJDEF_THEME" if theme == env.get("EUJDEF_THEME") else "NO_COLOR" if env.get("NO_COLOR") else ""
    why = why or ("chosen last" if theme != capabilities.theme(env, count) else "")
    message = f"{shown} colours; the theme is {theme}" + (f" ({why})" if why else "")
    asked = env.get("EUJDEF_THEME", "")
    if asked and asked not in capabilities.THEMES:
        message += f"; EUJDEF_THEME={asked} is none of {', '.join(capabilities.THEMES)}"
        return Finding("colours", message, "unset EUJDEF_THEME", "advice")
    if count == capabilities.ALL and tmux.get("features") and "RGB" not in tmux["features"]:
        message += "; tmux makes 256 of them until it is told, and attached anew"
        return Finding("colours", message, "tmux set -as terminal-features ',*:RGB'", "advice")
    if count == 256 and env.get("TERM", "").removesuffix("-256color") in _TRUE_COLOUR:
        return Finding("colours", f"{message}; this terminal has all", "export COLORTERM=truecolor", "advice")
    return Finding("colours", message)


def _letters(env: Mapping[str, str]) -> Finding:
    named = capabilities.charset(env)
    if env.get("EUJDEF_ASCII") in ("0", "1"):
        return Finding("letters", ("ASCII" if capabilities.ascii_only(env) else "UTF-8") + " (EUJDEF_ASCII)")
    if env.get("TERM", "").startswith("linux"):
        return Finding("letters", "ASCII: the Linux console has no glyphs for our marks; EUJDEF_ASCII=0 shows them")
    if capabilities.ascii_only(env):
        message = f"ASCII: the locale's character set is {named}"
        return Finding("letters", message, "export LC_ALL=C.UTF-8", "advice")
    if not named:
        return Finding("letters", "UTF-8, though the locale names no character set; EUJDEF_ASCII=1 does without")
    return Finding("letters", "UTF-8")


def _clipboard(env: Mapping[str, str]) -> Finding:
    outside = outer(env) if clipboard.way(env) != "tmux" else ""
    by = clipboard.way(env, 0, outside)
    file = state_folder() / "copied.txt"
    if by == "tmux":
        why = clipboard.tmux_hindrance()
        if not why:
            return Finding("clipboard", "y goes to the tmux buffer and on to the terminal")
        message = f"y goes to the tmux buffer, and no further: {why}"
        if "terminal of" in why:
            return Finding("clipboard", message)
        option = r"terminal-overrides ',*:Ms=\E]52;c;%p2%s\7'" if "mosh" in why else "terminal-features ',*:clipboard'"
        return Finding(
            "clipboard", f"{message}; tmux can be told, and attached anew", f"tmux set -as {option}", "advice"
        )
    if outside and by == "file":
        return Finding("clipboard", f"the terminal of {outside} hands no copy on: y writes {file}")
    if by == "file":
        return Finding("clipboard", f"the Linux console has none: y writes {file}")
    if by == "screen" and not env.get("STY"):
        message = (
            "y asks the terminal through screen (OSC 52), for TERM says screen; a tmux there must say that it is one"
        )
        return Finding("clipboard", message, "tmux set -g default-terminal tmux-256color", "advice")
    if env.get("TERM", "").startswith("tmux"):
        message = "y asks the terminal (OSC 52), but a tmux at the far end passes nothing on until it is told, there"
        return Finding("clipboard", message, "tmux set -s set-clipboard on", "advice")
    through = " through screen" if by == "screen" else ""
    through = " through mosh" if outside == "mosh" else through
    most = clipboard.most(outside)
    return Finding("clipboard", f"y asks the terminal{through} (OSC 52); over {most:,} bytes it writes {file}")


def _escape(env: Mapping[str, str], tmux: Mapping[str, str]) -> Finding:
    ours = round(capabilities.escape_delay(env) * 1000)
    theirs = tmux.get("escape-time", "")
    if theirs.isdecimal() and int(theirs) > NOTICEABLE_DELAY:
        message = f"esc acts after {ours} ms, and tmux keeps it {theirs} ms before"
        return Finding("esc", message, "tmux set -sg escape-time 10", "advice")
    if not tmux and capabilities.in_screen(env) and (held := _screen_delay(env)) > NOTICEABLE_DELAY:
        message = f"esc acts after {ours} ms, and screen keeps it {held} ms before"
        line = "echo maptimeout 10 >> ~/.screenrc"
        return Finding("esc", message, f"screen -X maptimeout 10; {line}" if env.get("STY") else line, "advice")
    if ours > 2 * NOTICEABLE_DELAY:
        return Finding("esc", f"esc acts after {ours} ms (ESCDELAY)", "unset ESCDELAY", "advice")
    return Finding("esc", f"esc acts after {ours} ms")


def _screen_delay(env: Mapping[str, str]) -> int:
    """Return the milliseconds that screen keeps an ESC, by its configuration here: a running one cannot be asked."""
    held = SCREEN_DELAY
    home = Path(env.get("HOME") or os.sep)
    for path in (env.get("SYSSCREENRC") or "/etc/screenrc", env.get("SCREENRC") or home / ".screenrc"):
        try:
            lines = Path(path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        for number in re.findall(r"^\s*maptimeout\s+(\d{1,6})\s*$", lines, re.M):
            held = int(number)
    return held


def _link(env: Mapping[str, str], tmux: Mapping[str, str]) -> Iterator[Finding]:
    if tmux:
        message = f"tmux {tmux['version']}, default-terminal {tmux['default-terminal']}"
        if env.get("TERM", "").startswith("screen"):
            fix = "tmux set -g default-terminal tmux-256color"
            yield Finding("tmux", f"{message}: italics show as reverse in new windows too", fix, "advice")
        else:
            yield Finding("tmux", f"{message}, set-clipboard {tmux['set-clipboard']}")
    elif env.get("TMUX"):
        yield Finding("tmux", "TMUX is set, but tmux does not answer", "unset TMUX", "advice")
    elif env.get("STY"):
        mouse = "with the mouse (EUJDEF_MOUSE=1)" if capabilities.mouse(env) else "without the mouse"
        yield Finding("screen", f"session {env['STY']}, {mouse}: with it screen keeps esc until the next key")
    if env.get("SSH_CONNECTION"):
        mouse = "with" if capabilities.mouse(env) else "without"
        yield Finding("link", f"SSH: {mouse} the mouse (EUJDEF_MOUSE=1), no more bytes than a slow line carries")


def _tmux(env: Mapping[str, str]) -> Mapping[str, str]:
    """Return options of tmux, and features of the terminal it is attached to; {} where tmux does not answer."""
    if not env.get("TMUX"):
        return {}
    asked = {"features": "client_termfeatures"} | {
        name: name for name in ("version", "escape-time", "default-terminal", "set-clipboard")
    }
    command = ["tmux", "display-message", "-p", "\n".join(f"#{{{name}}}" for name in asked.values())]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=True, timeout=TMUX_TIMEOUT
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    answers = done.stdout.split("\n")
    return dict(zip(asked, answers, strict=False)) if len(answers) >= len(asked) else {}
