"""Keys of the settings file are put into the table; what a terminal cannot send or another action has is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from eujdef_tui.system.settings_file import Settings, read_settings
from eujdef_tui.tui.key_bindings import KEYS, SHIPPED_KEYS, KeyTable, table, words_at
from eujdef_tui.tui.overlays.help import help_lines, lines_of_place
from eujdef_tui.tui.rebinding import KEPT, rebound, shown_key, textual_key
from eujdef_tui.tui.user_settings import UserSettings, user_settings
from tests.helpers.explorer import driven, explorer


def settings(folder: Path, keys: str, more: str = "") -> Settings:
    path = folder / "config.toml"
    path.write_text(f"{more}[keys]\n{keys}", encoding="utf-8")
    return read_settings(path)


def keys_of(found: KeyTable, name: str) -> str:
    return next(key.keys for key in found.keys if key.name == name)


def told(folder: Path, keys: str) -> list[str]:
    return [f"{fault.line}: {fault.sentence}" for fault in rebound(settings(folder, keys))[1]]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("w", "w"), ("W", "W"), ("/", "slash"), ("?", "question_mark"), ("^f", "ctrl+f"), ("ctrl+F", "ctrl+f"),
        ("C-f", "ctrl+f"), ("alt+x", "alt+x"), ("M-x", "alt+x"), ("F5", "f5"), ("PgDn", "pagedown"),
        ("S-tab", "shift+tab"),
        ("esc", "escape"), ("space", "space"), (" ", "space"), ("number_sign", "number_sign"), ("é", "é"),
        ("↓", "down"),
        ("hyper+x", ""), ("ctrl+shift+x", ""), ("ctrl+é", ""), ("f13", ""), ("ww", ""), ("", ""),
        ("\ufffd", ""), ("\u0301", ""),
    ],
)  # fmt: skip
def test_a_key_is_written_as_it_is_shown_or_by_its_name(text: str, key: str) -> None:
    assert textual_key(text) == key


def test_punctuation_has_the_names_that_textual_gives_it() -> None:
    for code in range(33, 127):
        assert textual_key(chr(code)) == _character_to_key(chr(code))
        assert shown_key(textual_key(chr(code))) == chr(code)


def test_every_shipped_key_is_read_as_it_is_shown() -> None:
    for entry in KEYS:
        assert {textual_key(token) for token in entry.shown.split()} <= set(entry.keys.split(","))


def test_names_of_actions_are_each_their_own() -> None:
    assert len({key.name for key in KEYS}) == len(KEYS)


def test_an_action_has_the_keys_that_were_given_to_it(tmp_path: Path) -> None:
    found, faults = rebound(settings(tmp_path, 'mark = "w"\ncopy = ["^y", "F5"]\n'))
    assert faults == []
    assert (keys_of(found, "mark"), keys_of(found, "copy")) == ("w", "ctrl+y,f5")
    assert found.keymap == {"mark": "w", "copy": "ctrl+y,f5"}
    assert [key.keys for key in found.keys if key.name not in found.keymap] == [
        key.keys for key in KEYS if key.name not in found.keymap
    ]


def test_two_actions_may_change_places(tmp_path: Path) -> None:
    found, faults = rebound(settings(tmp_path, 'mark = "c"\ncard = "m"\n'))
    assert (faults, keys_of(found, "mark"), keys_of(found, "card")) == ([], "c", "m")
    assert found.shown("m ' c") == "c ' m"


def test_keys_that_a_line_or_a_box_needs_stay_whatever_else_is_given(tmp_path: Path) -> None:
    found, faults = rebound(settings(tmp_path, 'out = "^g"\ndown = "n"\nnext-proof = "p"\nhelp = "h"\n'))
    assert faults == []
    assert (keys_of(found, "out"), keys_of(found, "down"), keys_of(found, "help")) == (
        "escape,ctrl+g",
        "down,n",
        "f1,h",
    )
    for entry, now in zip(KEYS, found.keys, strict=True):
        assert {key for key in entry.keys.split(",") if key in KEPT} <= set(now.keys.split(","))
    assert rebound(settings(tmp_path, 'mark = "esc"\n'))[1][0].sentence == "mark cannot have esc, the key of out"


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ('mark = "hyper+x"', "2: “hyper+x” is no key that a terminal sends"),
        ('mark = "^m"', "2: mark cannot have ^m, which a terminal sends as enter"),
        ('\nmrak = "w"', "3: there is no action “mrak”"),
        ('mark = "y"', "2: mark cannot have y, the key of copy"),
        ('mark = "w"\ncard = "w"', "3: card cannot have w, the key of mark"),
        ('mark = "esc"\nout = "^g"', "2: mark cannot have esc, the key of out"),
        ('mark = "\\u001b"', "2: “�” is no key that a terminal sends"),
        ('redraw = "v"', "2: redraw cannot have v: it acts while you type, too"),
        ('interrupt = ["^x", "space"]', "2: interrupt cannot have space: it acts while you type, too"),
        ('suspend = "del"', "2: “del” is no key that a terminal sends"),
    ],
)
def test_a_wrong_key_or_a_collision_is_told_with_its_line(tmp_path: Path, keys: str, fault: str) -> None:
    assert told(tmp_path, keys) == [fault]


def test_what_is_right_of_wrong_keys_counts(tmp_path: Path) -> None:
    found, faults = rebound(settings(tmp_path, 'mark = ["y", "w"]\ncard = "y"\nquit = "Q"\n'))
    assert [fault.line for fault in faults] == [2, 3]
    assert [keys_of(found, name) for name in ("mark", "card", "quit", "copy")] == ["w", "c", "Q", "y"]


def test_an_action_that_falls_back_on_its_own_key_gets_it_from_the_one_that_took_it(tmp_path: Path) -> None:
    found, faults = rebound(settings(tmp_path, 'mark = "hyper+x"\ncard = "m"\n'))
    assert len(faults) == 2
    assert (keys_of(found, "mark"), keys_of(found, "card")) == ("m", "c")


def test_footer_and_help_show_the_keys_in_force(tmp_path: Path) -> None:
    found, _ = rebound(
        settings(tmp_path, 'mark = "w"\nnext-proof = "M"\nactors = "a"\nsearch = "^f"\npage-down = "v"\n')
    )
    assert ("w", "mark") in list(words_at("pane", found))
    assert ("M N", "next, before") in list(words_at("find", found))
    assert ("^u", "clear") in list(words_at("search", found))  # the line's own
    assert found.shown("0-6") == "0-6"
    assert found.shown("S-tab ^n n") == "S-tab ^n M"
    pages = [lines_of_place("pane", 68, found), help_lines(96, found)]
    here, every = ("\n".join("".join(text for text, _ in line) for line in page) for page in pages)
    assert "w ' c " in here
    assert all(f"{key.shown} " in every for key in found.keys)
    assert "PgDn v" in every
    assert "^f too" not in every
    assert "| `w` | mark |" in table(found)
    assert list(words_at("pane", SHIPPED_KEYS)) == list(words_at("pane"))


def test_a_saved_search_that_cannot_be_read_is_told_and_stays_in_the_palette(tmp_path: Path) -> None:
    found = user_settings(settings(tmp_path, "", '[searches]\nok = "kallas"\nbad = "date:foo"\nnone = "  . "\n'))
    assert list(found.searches) == ["ok", "bad", "none"]
    assert [fault.line for fault in found.faults] == [3, 4]
    assert found.faults[1].sentence == "the search “none” asks for nothing"
    assert found.faults[0].sentence.startswith("the search “bad” cannot be read: column ")


def test_a_copy_form_that_is_not_there_is_told_and_left_out(tmp_path: Path) -> None:
    found = user_settings(settings(tmp_path, "", 'copy = "chigaco"\n'))
    assert found.copy_form == ""
    assert [fault.advice for fault in found.faults] == [
        "did you mean chicago? choose one of markdown, chicago, bibtex, csl-json, plain"
    ]
    assert found.message == "config.toml:1: there is no copy form “chigaco”: eujdef config"
    assert user_settings(settings(tmp_path, "", 'copy = "chicago"\n')).copy_form == "chicago"


# --- in the explorer ---


def taken(folder: Path, keys: str, more: str = "") -> UserSettings:
    return user_settings(settings(folder, keys, more))


@pytest.mark.slow
@driven
async def test_the_keys_of_the_settings_do_what_they_say_and_those_they_replace_do_nothing() -> None:
    folder = Path(__file__).parent
    found = UserSettings(
        keys=rebound(Settings(folder, keys={"mark": ("w",), "quit": ("Q",), "down": ("n",), "next-proof": ("p",)}))[0]
    )
    async with explorer(settings=found) as at:
        first = at.picked
        await at.press("m")
        assert at.main.facts.marks == {}
        await at.press("w")
        assert list(at.main.facts.marks.values()) == [first]
        assert "w mark" in at.bar_text("footer")
        await at.press("n")
        assert at.picked != first
        await at.press("q")
        assert at.app.is_running
        await at.press("w", "'", "n", "enter")  # in the box of marks too
        assert at.picked != first
        await at.press("Q")
        assert not at.app.is_running


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_what_interrupts_quits_when_pressed_twice_whichever_of_its_keys_it_is(tmp_path: Path) -> None:
    async with explorer(settings=taken(tmp_path, 'interrupt = "^x"\n')) as at:
        await at.press("slash", "ctrl+x", "j", "ctrl+x")
        assert at.app.is_running
        await at.press("ctrl+c")
        assert not at.app.is_running


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_with_wrong_settings_the_explorer_opens_and_says_what_is_wrong(tmp_path: Path) -> None:
    found = taken(tmp_path, 'mark = "w"\nmrak = "u"\n')
    async with explorer(settings=found, start="") as at:
        assert at.bar_text("footer") == "config.toml:3: there is no action “mrak”: eujdef config"
        await at.press("1", "w")
        assert len(at.main.facts.marks) == 1
        assert "mark" in at.bar_text("footer")


@pytest.mark.slow
@driven
async def test_views_with_other_keys_show_them_in_their_tabs(tmp_path: Path) -> None:
    async with explorer(settings=taken(tmp_path, 'actors = "a"\n')) as at:
        assert "a Actors" in at.bar_text("tabs")
        await at.press("a")
        assert at.main.view == "actors"


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_the_copy_form_of_the_settings_is_the_one_that_copies(tmp_path: Path) -> None:
    async with explorer(settings=taken(tmp_path, "", 'copy = "bibtex"\n')) as at:
        await at.press("Y")
        assert at.bar_text("footer").startswith("bibtex: ")


# --- whatever is written ---

WORDS = ("w", "W", "j", "y", "m", "^y", "F5", "esc", "enter", "↓", "0", "PgDn", "hyper+x", "^m", "space")
WRITTEN = st.dictionaries(
    st.sampled_from([*(key.name for key in KEYS), "no-such-action"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple),
    max_size=8,
)


@pytest.mark.slow
@given(WRITTEN)
def test_whatever_keys_are_written_no_key_has_two_actions_and_none_is_without(keys: dict[str, tuple[str, ...]]) -> None:
    found, _ = rebound(Settings(Path("config.toml"), keys=keys))
    every = [key for entry in found.keys for key in entry.keys.split(",")]
    assert len(every) == len(set(every))
    assert all(every)
    assert [key.name for key in found.keys] == [key.name for key in KEYS]
    assert all(key.shown for key in found.keys)


@pytest.mark.slow
@given(WRITTEN)
def test_whatever_keys_are_written_those_that_must_stay_do_stay(keys: dict[str, tuple[str, ...]]) -> None:
    found, _ = rebound(Settings(Path("config.toml"), keys=keys))
    for entry, now in zip(KEYS, found.keys, strict=True):
        assert {key for key in entry.keys.split(",") if key in KEPT} <= set(now.keys.split(","))


@pytest.mark.slow
@given(WRITTEN)
def test_each_key_that_is_written_is_in_force_or_told(keys: dict[str, tuple[str, ...]]) -> None:
    found, faults = rebound(Settings(Path("config.toml"), keys=keys))
    told = {fault.name.removeprefix("keys.") for fault in faults}
    for name, texts in keys.items():
        if name not in told:
            assert {textual_key(text) for text in texts} <= set(keys_of(found, name).split(","))


@pytest.mark.slow
@given(WRITTEN)
def test_what_is_not_rebound_is_as_it_was_shipped(keys: dict[str, tuple[str, ...]]) -> None:
    found, _ = rebound(Settings(Path("config.toml"), keys=keys))
    for entry, now in zip(KEYS, found.keys, strict=True):
        assert (now == entry) or entry.name in found.keymap
