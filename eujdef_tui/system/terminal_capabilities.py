"""Terminal capabilities, from TERM, terminfo and the environment; the terminal itself is never queried.

An answer of the terminal would come late, or reach the shell. Where nothing is known, the commonest terminal is
assumed, and a variable overrules each guess: EUJDEF_THEME, TEXTUAL_COLOR_SYSTEM, EUJDEF_ASCII, EUJDEF_MOUSE; theme and
mouse may also stand in the settings file. Detection by rich looks at COLORTERM and the suffix of TERM only; it knows
neither terminfo nor what screen does to colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from eujdef_tui.text.unicode import clean

__all__ = [
    "ALL", "ESCAPE_DELAY", "THEMES", "Known", "ascii_only", "charset", "colour_system", "colours", "escape_delay",
    "in_screen", "known", "mouse", "refusal", "theme",
]  # fmt: skip

THEMES = ("dark", "light", "ansi", "mono")
ESCAPE_DELAY = 0.025  # seconds a lone ESC waits for what would make it a sequence
ALL = 1 << 24  # colours of a terminal that mixes its own

# TERMs whose terminal speaks ECMA-48, whether or not this machine's terminfo has heard of them.
FAMILIES = frozenset(
    "alacritty contour foot ghostty gnome iterm2 kitty konsole linux mintty mosh putty rio rxvt screen st tmux vte "
    "wezterm xterm".split()
)
# Those that have had 256 colours for years, though terminfo counts the 8 of long ago under their plain names.
MODERN = FAMILIES - {"linux", "mosh", "rxvt"} | {"xterm-ghostty", "xterm-kitty"}


class Known(NamedTuple):
    """What terminfo says of a TERM: how many colours it has, and whether its cursor moves as in ECMA-48.

    `draws` says whether it has any of what frames are drawn with: columns and rows by number (hpa, vpa), erased cells
    (ech), lines that do not wrap (rmam). The terminal of emacs (eterm-color) has none, and counts columns from 0.
    """

    colours: int
    moves: bool
    draws: bool = True


@cache
def known(term: str) -> Known | None:
    """What terminfo says of a TERM, None where it knows none. A process can ask for one: curses keeps the first."""
    try:
        import curses

        curses.setupterm(term, 1)
        moves = (curses.tigetstr("cup") or b"").startswith(b"\x1b[")
        draws = any(map(curses.tigetstr, ("hpa", "vpa", "ech", "rmam")))
        return Known(max(0, curses.tigetnum("colors")), moves, draws)
    except (ImportError, curses.error):
        return None


def _family(term: str) -> str:
    return term.partition("-")[0].partition(".")[0]


def in_screen(env: Mapping[str, str]) -> bool:
    """Whether GNU screen is, or may be, between here and the terminal: by STY, or by a TERM that is not tmux's own."""
    return bool(env.get("STY")) or (not env.get("TMUX") and _family(env.get("TERM", "")) == "screen")


def mouse(env: Mapping[str, str], *, wanted: bool | None = None) -> bool:
    """Whether to ask for mouse reports: EUJDEF_MOUSE says 1 or 0, else what is `wanted`, else not over SSH, in screen.

    While mouse mode 1000 or 1002 is on, screen 4.9 holds a lone ESC back until the next key.
    """
    asked = env.get("EUJDEF_MOUSE", "")
    if asked in ("0", "1"):
        return asked == "1"
    if wanted is not None:
        return wanted
    return not env.get("SSH_CONNECTION") and not in_screen(env)


def refusal(env: Mapping[str, str], known: Known | None) -> str:
    """Why a terminal of this name cannot show a screen, as a sentence; "" where it can."""
    term = clean(env.get("TERM", ""))
    if not term:
        return "TERM is not set"
    if known is None:
        return "" if _family(term) in FAMILIES else f"TERM={term} is not known to this machine"
    if not known.moves:
        return f"TERM={term} has no cursor that can be moved"
    if known.draws or _family(term) in FAMILIES:
        return ""
    return f"TERM={term} wraps every line and knows neither columns nor rows by number (rmam, hpa, vpa, ech)"


def colours(env: Mapping[str, str], known: Known | None) -> int:
    """Return how many colours are shown: 0 for none, 8, 16, 88, 256 or `ALL`.

    A value of TEXTUAL_COLOR_SYSTEM that the user has set counts before all else.
    """
    match env.get("TEXTUAL_COLOR_SYSTEM"):
        case "truecolor":
            return ALL
        case "256":
            return 256
        case "standard":
            return min(16, _detected_colours(env, known))
    return _detected_colours(env, known)


def _detected_colours(env: Mapping[str, str], known: Known | None) -> int:
    """Return how many colours the terminal shows."""
    term = env.get("TERM", "")
    most = (
        256 if not env.get("TMUX") and in_screen(env) else ALL
    )  # screen takes the numbers of mixed colours for attributes
    if env.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return most
    if term.endswith("-256color") or term in MODERN:
        return min(most, max(256, known.colours if known else 0))
    if known:
        return min(most, known.colours)
    return 8 if _family(term) == "linux" else 256


def colour_system(colours: int) -> str:
    """Return the name that Textual has for so many colours."""
    return "truecolor" if colours >= ALL else "256" if colours >= 256 else "standard"


def theme(env: Mapping[str, str], colours: int) -> str:
    """The theme to begin with: the one asked for, or one that so many colours can show."""
    asked = env.get("EUJDEF_THEME", "")
    if asked in THEMES:
        return asked
    if env.get("NO_COLOR") or not colours:  # an empty NO_COLOR asks for nothing: no-color.org
        return "mono"
    if colours < 256:
        return "ansi"
    # rxvt and others: foreground and background as numbers among the 16 colours, say "0;15"
    return "light" if env.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15") else "dark"


def charset(env: Mapping[str, str]) -> str:
    """The character set that the locale names, "" where it names none. As in POSIX the first that is set counts."""
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    language, _, named = locale.partition("@")[0].partition(".")
    if "utf" in language.lower():  # what macOS sends along: LC_CTYPE=UTF-8
        return language
    if named or language in ("", "C", "POSIX"):
        return named
    return f"that of {locale}"


def ascii_only(env: Mapping[str, str]) -> bool:
    """Whether the screen must do with ASCII: EUJDEF_ASCII says 1 or 0, else the locale and the terminal do.

    A locale that names no character set (C, POSIX, none at all) says nothing of the terminal: over SSH it is what
    many have, and their terminals show UTF-8. The Linux console does too, but has no glyphs for our marks.
    """
    asked = env.get("EUJDEF_ASCII", "")
    if asked in ("0", "1"):
        return asked == "1"
    if _family(env.get("TERM", "")) == "linux":
        return True
    named = charset(env).lower().replace("-", "").replace("_", "")
    return bool(named) and named != "utf8"


def escape_delay(env: Mapping[str, str]) -> float:
    """Seconds that a lone ESC waits; `ESCDELAY` holds milliseconds, as for ncurses."""
    words = env.get("ESCDELAY", "")
    return int(words) / 1000 if words.isdecimal() and len(words) < 6 else ESCAPE_DELAY
