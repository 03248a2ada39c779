"""Which programs of the user open a file at a line, or a web address. No shell is ever started."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from eujdef_tui.text.unicode import clean

__all__ = ["Opener", "editor_command", "is_web_address", "opener", "run_to_end"]

# How an editor is told a line, by its name; one that is not known is given the file alone.
_PLUS = frozenset(
    "vi vim nvim view nvi elvis vile gvim ex nano pico emacs emacsclient mg jed joe ne micro kak mcedit gedit".split()
)
_GOTO = frozenset("code code-insiders codium vscodium cursor windsurf".split())
_COLON = frozenset("hx helix subl zed zeditor".split())
# Those that return at once unless they are told to wait.
_WAIT = (*_GOTO, "subl", "zed", "zeditor")
_FALLBACKS = ("editor", "nano", "vi")  # what Debian and git try, the simplest first
_TEXT_BROWSERS = frozenset("w3m lynx links links2 elinks www-browser browsh".split())


class Opener(NamedTuple):
    """A command that opens a web address, and whether it needs the terminal."""

    command: list[str]
    in_terminal: bool = False


def editor_command(env: Mapping[str, str], path: Path, line: int) -> list[str]:
    """Return the command that opens a file at a line, from VISUAL, else EDITOR, else what is installed; [] for none.

    Raises ValueError where quotation marks of the variable are not closed.
    """
    named = env.get("VISUAL", "").strip() or env.get("EDITOR", "").strip()
    words = shlex.split(named) if named else [found for name in _FALLBACKS if (found := shutil.which(name))][:1]
    if not words:
        return []
    file = str(path.absolute())  # begins with a slash: never taken for an option
    real = Path(shutil.which(words[0]) or words[0])
    name = Path(words[0]).name
    if name in ("editor", "sensible-editor"):  # links of Debian to what was chosen
        name = real.resolve().name.partition(".")[0]
    if name in _PLUS:
        return [*words, f"+{line}", file]
    wait = ["--wait"] if name in _WAIT and not {"--wait", "-w"} & set(words) else []
    if name in _GOTO:
        return [*words, *wait, "--goto", f"{file}:{line}"]
    if name in _COLON:
        return [*words, *wait, f"{file}:{line}"]
    return [*words, file]


def is_web_address(url: str) -> bool:
    """Whether a text is a web address, http or https, that can be handed to a browser."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url


def opener(env: Mapping[str, str], url: str) -> Opener | None:
    """Return what opens a web address here: BROWSER, else `open` or `xdg-open`; None over SSH and where there is none.

    Over SSH a browser would open on the far machine. `xdg-open` without a display would start one in this terminal.
    """
    if env.get("SSH_CONNECTION") or env.get("SSH_TTY"):
        return None
    for named in env.get("BROWSER", "").split(os.pathsep):  # several, the best first
        try:
            words = shlex.split(named)
        except ValueError:
            continue
        if words and shutil.which(words[0]):
            given = [word.replace("%s", url) for word in words]
            return Opener(given if given != words else [*words, url], Path(words[0]).name in _TEXT_BROWSERS)
    if sys.platform == "darwin":
        return Opener(["open", url])
    if (env.get("DISPLAY") or env.get("WAYLAND_DISPLAY")) and (found := shutil.which("xdg-open")):
        return Opener([found, url])
    return None


def run_to_end(command: Sequence[str]) -> str:
    """Run a program on the terminal until it ends; return why it failed, "" where it did not.

    It raises nothing: Textual 8.2 would not take the terminal back.

    Keys that interrupt or quit are the program's, which inherits no handler.
    """
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        code = subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:  # not there, or a name with NUL
        return f"{clean(command[0])}: {getattr(error, 'strerror', '') or error}"
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    name = clean(Path(command[0]).name)
    if code < 0:
        return f"{name} was ended by signal {-code}"
    return f"{name} ended with {code}" if code else ""
