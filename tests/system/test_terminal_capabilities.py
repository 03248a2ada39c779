"""What a terminal can do, by its name, terminfo and the environment."""

from __future__ import annotations

import pytest

from eujdef_tui.system.terminal_capabilities import (
    ALL,
    Known,
    ascii_only,
    charset,
    colour_system,
    colours,
    escape_delay,
    mouse,
    refusal,
    theme,
)
from tests.helpers.processes import python

EIGHT, MANY, NONE = Known(8, True), Known(256, True), Known(0, True)


@pytest.mark.parametrize(
    ("env", "terminfo", "count"),
    [
        ({"TERM": "xterm-256color"}, MANY, 256),
        ({"TERM": "xterm-256color"}, None, 256),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, MANY, ALL),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, None, ALL),
        ({"TERM": "xterm-direct"}, Known(ALL, True), ALL),
        *(({"TERM": term}, EIGHT, 256) for term in ("xterm", "screen", "tmux", "konsole", "st")),
        *(({"TERM": term}, None, 256) for term in ("alacritty", "foot", "ghostty", "xterm-ghostty", "xterm-kitty")),
        ({"TERM": "xterm-16color"}, Known(16, True), 16),
        ({"TERM": "rxvt-unicode"}, Known(88, True), 88),
        ({"TERM": "linux"}, EIGHT, 8),
        ({"TERM": "linux"}, None, 8),
        ({"TERM": "screen.linux"}, EIGHT, 8),
        ({"TERM": "vt100"}, NONE, 0),
        ({"TERM": "tmux-256color", "TMUX": "x", "COLORTERM": "truecolor"}, MANY, ALL),
    ],
)
def test_colours_are_counted(env: dict[str, str], terminfo: Known | None, count: int) -> None:
    assert colours(env, terminfo) == count


@pytest.mark.parametrize(
    ("told", "terminfo", "count"),
    [("standard", MANY, 16), ("standard", NONE, 0), ("256", EIGHT, 256), ("truecolor", EIGHT, ALL), ("auto", EIGHT, 8)],
)
def test_what_textual_is_told_by_the_user_counts(told: str, terminfo: Known, count: int) -> None:
    env = {"TERM": "vt220", "TEXTUAL_COLOR_SYSTEM": told}
    assert colours(env, terminfo) == count
    if told != "auto":
        assert colours(env | {"TEXTUAL_COLOR_SYSTEM": colour_system(count)}, terminfo) == count, "told once more"


def test_screen_is_never_sent_mixed_colours_whose_numbers_it_takes_for_attributes() -> None:
    for env in ({"TERM": "screen.xterm-256color"}, {"TERM": "xterm-256color", "STY": "1.pts"}):
        assert colours(env | {"COLORTERM": "truecolor"}, MANY) == 256
    inside_tmux = {"TERM": "screen-256color", "TMUX": "x", "COLORTERM": "truecolor"}
    assert colours(inside_tmux, MANY) == ALL


@pytest.mark.parametrize(
    ("env", "on"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-256color", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, False),
        *(({"TERM": term}, False) for term in ("screen", "screen-256color", "screen.xterm-256color")),
        ({"TERM": "xterm-256color", "STY": "1.pts"}, False),
        ({"TERM": "tmux-256color", "TMUX": "x", "STY": "1.pts"}, False),
        ({"TERM": "screen-256color", "TMUX": "x"}, True),
        ({"TERM": "tmux-256color", "TMUX": "x"}, True),
    ],
)
def test_mouse_reports_are_asked_for_except_over_ssh_and_in_screen(env: dict[str, str], on: bool) -> None:
    assert mouse(env) == mouse(env | {"EUJDEF_MOUSE": ""}) == on
    assert mouse(env | {"EUJDEF_MOUSE": "1"})
    assert not mouse(env | {"EUJDEF_MOUSE": "0"}), "heeded everywhere"


def test_what_textual_calls_them() -> None:
    assert [colour_system(count) for count in (0, 8, 16, 88, 256, ALL)] == ["standard"] * 4 + ["256", "truecolor"]


@pytest.mark.parametrize(
    ("env", "count", "name"),
    [
        ({}, 256, "dark"),
        ({}, ALL, "dark"),
        ({}, 16, "ansi"),
        ({}, 0, "mono"),
        ({"NO_COLOR": "1"}, ALL, "mono"),
        ({"NO_COLOR": ""}, ALL, "dark"),
        ({"COLORFGBG": "0;15"}, 256, "light"),
        ({"COLORFGBG": "0;default;7"}, 256, "light"),
        ({"COLORFGBG": "15;0"}, 256, "dark"),
        ({"COLORFGBG": "15;default"}, 256, "dark"),
        ({"EUJDEF_THEME": "light", "NO_COLOR": "1"}, 0, "light"),
        ({"EUJDEF_THEME": "mono"}, ALL, "mono"),
        ({"EUJDEF_THEME": "pink"}, ALL, "dark"),
    ],
)
def test_the_theme_is_the_one_asked_for_or_one_that_can_be_shown(env: dict[str, str], count: int, name: str) -> None:
    assert theme(env, count) == name


def test_a_terminal_that_cannot_move_its_cursor_is_refused_with_its_name() -> None:
    assert refusal({}, None) == refusal({"TERM": ""}, None) == "TERM is not set"
    assert refusal({"TERM": "dumb"}, Known(0, False)) == "TERM=dumb has no cursor that can be moved"
    assert refusal({"TERM": "zz\x1bz"}, None) == "TERM=zz\ufffdz is not known to this machine"
    assert refusal({"TERM": "vt100"}, NONE) == ""


def test_a_terminal_without_anything_that_frames_are_drawn_with_is_refused_unless_its_family_is_known() -> None:
    lacking = Known(8, True, draws=False)
    assert refusal({"TERM": "eterm-color"}, lacking) == (
        "TERM=eterm-color wraps every line and knows neither columns nor rows by number (rmam, hpa, vpa, ech)"
    )
    assert refusal({"TERM": "rxvt-old"}, lacking) == ""


@pytest.mark.parametrize("term", ["xterm-kitty", "xterm-ghostty", "foot", "wezterm", "screen.foot", "contour-latest"])
def test_a_terminal_of_a_known_family_is_taken_where_terminfo_has_not_heard_of_it(term: str) -> None:
    assert refusal({"TERM": term}, None) == ""


@pytest.mark.slow
def test_terminfo_is_asked() -> None:
    said = {
        term: python(f"from eujdef_tui.system.terminal_capabilities import known; print(known({term!r}))").out.strip()
        for term in ("xterm-256color", "linux", "screen", "vt100", "dumb", "no-such-terminal")
    }
    assert said == {
        "xterm-256color": "Known(colours=256, moves=True, draws=True)",
        "linux": "Known(colours=8, moves=True, draws=True)",
        "screen": "Known(colours=8, moves=True, draws=True)",
        "vt100": "Known(colours=0, moves=True, draws=True)",
        "dumb": "Known(colours=0, moves=False, draws=False)",
        "no-such-terminal": "None",
    }


@pytest.mark.parametrize(
    ("env", "named", "ascii_is_all"),
    [
        ({}, "", False),
        ({"LANG": "C"}, "", False),
        ({"LC_ALL": "POSIX", "LANG": "en_US.ISO-8859-1"}, "", False),
        ({"LANG": "C.UTF-8"}, "UTF-8", False),
        ({"LANG": "en_GB.utf8"}, "utf8", False),
        ({"LC_CTYPE": "UTF-8"}, "UTF-8", False),
        ({"LANG": "en_US.ISO-8859-1"}, "ISO-8859-1", True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "en_US.ISO-8859-1"}, "ISO-8859-1", True),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, "ISO-8859-15", True),
        ({"LANG": "ja_JP.eucJP"}, "eucJP", True),
        ({"LANG": "de_DE"}, "that of de_DE", True),
        ({"TERM": "linux", "LANG": "C.UTF-8"}, "UTF-8", True),
        ({"TERM": "linux", "EUJDEF_ASCII": "0"}, "", False),
        ({"LANG": "C.UTF-8", "EUJDEF_ASCII": "1"}, "UTF-8", True),
        ({"LANG": "en_US.ISO-8859-1", "EUJDEF_ASCII": "0"}, "ISO-8859-1", False),
    ],
)
def test_ascii_is_for_locales_that_name_another_character_set(
    env: dict[str, str], named: str, ascii_is_all: bool
) -> None:
    assert (charset(env), ascii_only(env)) == (named, ascii_is_all)


@pytest.mark.parametrize(("words", "seconds"), [("", 0.025), ("40", 0.04), ("soon", 0.025)])
def test_the_delay_of_a_lone_escape_may_be_set(words: str, seconds: float) -> None:
    assert escape_delay({"ESCDELAY": words}) == seconds
