"""A text on the screen with its verdicts: the margin, the proof, the way through, into the explorer and back."""

from __future__ import annotations

import asyncio
import functools
import gc
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from eujdef_tui.search.query import MOST
from eujdef_tui.store import SHIPPED
from eujdef_tui.text.ascii_fallback import stand_in
from eujdef_tui.tui.checked_lines import MARKS, TextLine, proof_lines, text_lines
from eujdef_tui.tui.verify_keys import KEYS
from eujdef_tui.tui.verify_screen import AT_ONCE, VerifyScreen
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.kept_facts import kept_facts
from tests.helpers.explorer import Driver, base_of, driven, explorer

pytestmark = pytest.mark.slow  # each opens the explorer on the shipped corpus

DRAFT = """# Remarks in Tokyo

Ladies and gentlemen, thank you for having me. In November 2024 the EU and Japan presented their
partnership on security and defence. Josep Borrell called it historic, and very timely.
He unveiled the pact together with Fumio Kishida.

- EU nations in NATO will spend 2% of their GDP on defence by 2027.
- The orchestra of Vienna played Mahler at the dinner.

Kaja Kallas calls China the key enabler of Russia's war in Ukraine.
"""
CORPUS = Path(SHIPPED)
ODD = ["differs", "differs", "no source"]
SIZES = [(80, 24), (120, 36), (40, 12), (20, 6), (200, 50)]


@pytest.fixture(autouse=True)
def prepared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Prepare the facts once: of a base in memory nothing is kept."""
    monkeypatch.setattr("eujdef_tui.verify.checking.kept_facts", lambda _: _prepared())


@functools.cache
def _prepared() -> Facts:
    return kept_facts(base_of(CORPUS))


@asynccontextmanager
async def checking(
    text: str = DRAFT, size: tuple[int, int] = (80, 24), theme: str = "dark", *, whole: bool = True
) -> AsyncIterator[tuple[Driver, VerifyScreen]]:
    """An explorer with a text over it."""
    async with explorer(CORPUS, size=size, theme=theme, start="") as at:
        at.app.check_text(text, "speech.md")
        yield at, await checked(at, whole=whole)


async def checked(at: Driver, *, whole: bool = True) -> VerifyScreen:
    """The text over the explorer, once all of its sentences are checked, or the first."""
    await at.pilot.pause()
    screen = at.app.screen
    assert isinstance(screen, VerifyScreen)
    while not (screen._whole or (screen.found and not whole)):
        await at.pilot.pause()
    await at.settle()
    return screen


def word_of(screen: VerifyScreen) -> str:
    """The verdict on the sentence under the cursor."""
    assert screen.current is not None
    return screen.current.verdict.word


@driven
async def test_it_opens_at_the_first_sentence_that_is_not_supported() -> None:
    async with checking() as (at, screen):
        assert word_of(screen) == "differs"
        assert "▶≠d He unveiled the pact" in at.text
        assert "✓s In November 2024" in at.text
        assert "✗n - The orchestra" in at.text
        assert "    # Remarks in Tokyo" in at.text
        assert "3 supported" in at.lines[0]
        assert "2 differs" in at.lines[0]
        assert "the base “Takeshi" in at.text


@driven
async def test_n_goes_through_what_is_not_supported_and_round() -> None:
    async with checking() as (at, screen):
        seen = [word_of(screen)]
        for _ in range(2):
            await at.press("n")
            seen.append(word_of(screen))
        assert seen == ODD
        await at.press("n")
        assert "Kishida" in at.text.split("▶")[1]
        await at.press("N")
        assert word_of(screen) == "no source"


@driven
async def test_where_all_is_supported_n_says_so() -> None:
    async with checking("Kaja Kallas calls China the key enabler of Russia's war in Ukraine.") as (at, screen):
        assert word_of(screen) == "supported"
        await at.press("n")
        assert "No sentence differs" in at.lines[-1]
        await at.press("j")
        assert "No sentence differs" not in at.text


@driven
async def test_moves_go_by_sentences_pages_and_to_the_ends() -> None:
    async with checking() as (at, screen):
        await at.press("g")
        assert screen.lines.at == 0
        await at.press("j", "down", "k")
        assert screen.lines.at == 1
        await at.press("G")
        assert screen.lines.at == len(screen.found) - 1
        await at.press("pageup")
        assert screen.lines.at == 0
        await at.press("pagedown")
        assert screen.lines.at == len(screen.found) - 1


@pytest.mark.counts_lines
@driven
async def test_enter_opens_the_fact_and_esc_comes_back_to_the_sentence() -> None:
    async with checking() as (at, screen):
        await at.press("n")
        here = screen.lines.at
        await at.press("enter")
        assert at.overlay == ""
        assert at.picked == "fig-japan-two-percent"
        assert "esc goes back" in at.text
        await at.press("escape")
        assert at.app.screen is screen
        assert screen.lines.at == here
        await at.press("enter", "enter", "escape", "escape")  # into the reader, to the list, and back
        assert at.app.screen is screen


@driven
async def test_esc_leaves_for_the_explorer_and_esc_there_does_not_flip_back() -> None:
    async with checking() as (at, screen):
        await at.press("escape")
        assert at.overlay == ""
        assert at.bar_text("footer") == "^p verify goes back to the text"
        await at.press("escape", "escape")
        assert at.overlay == ""
        await at.find("kalas")
        await at.press("enter", "escape", "escape", "escape", "escape")
        assert at.overlay == ""
        assert screen.found


@driven
async def test_the_palette_leads_back_to_the_text_and_its_sentence() -> None:
    async with checking() as (at, screen):
        assert not [one for one in at.app.commands() if one.title.startswith("Back to the text")]
        await at.press("n", "n")
        here = screen.lines.at
        await at.press("escape", "j", "ctrl+p", *"verify")
        assert await at.shows("Back to the text (verify)")
        await at.press("enter")
        assert at.app.screen is screen
        assert screen.lines.at == here
        assert at.main.checked
        at.main.checked()  # the palette over the text has it too
        assert at.app.screen_stack.count(screen) == 1


@driven
async def test_a_fact_that_was_opened_leads_back_once_and_then_the_explorer_stays() -> None:
    async with checking() as (at, screen):
        await at.press("enter", "escape")
        assert at.app.screen is screen
        await at.press("escape", "escape")
        assert at.overlay == ""


@pytest.mark.counts_lines
@driven
async def test_esc_leaves_all_that_was_opened_over_a_fact_of_the_text_then_the_text() -> None:
    async with checking() as (at, _):
        await at.press("enter")
        await at.find("kallas")
        await at.press("enter", "z", "question_mark")
        places = []
        for _ in range(7):
            places.append((at.overlay, at.main.panes.zoom, at.place, at.typed))
            await at.press("escape")
        assert places == [
            ("Sheet", "reader", "reader", "kallas"),
            ("", "reader", "reader", "kallas"),
            ("", "", "reader", "kallas"),
            ("", "", "pane", "kallas"),
            ("", "", "pane", ""),
            ("VerifyScreen", "", "pane", ""),
            ("", "", "pane", ""),
        ]


@driven
async def test_a_text_that_another_one_follows_is_let_go() -> None:
    async with checking() as (at, screen):
        first = weakref.ref(screen)
        del screen
        await at.press("escape")
        at.app.check_text("Japan and the Union signed a pact.", "other.md")
        await checked(at)
        assert first() is not None
        await at.press("escape")
        await at.settle()
        gc.collect()
        assert first() is None


@pytest.mark.counts_lines
@driven
async def test_that_a_text_is_being_checked_stands_before_its_first_sentence_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ready, seen = asyncio.Event(), []

    async def held(screen: VerifyScreen) -> None:
        seen.append(screen)
        await ready.wait()
        await checks(screen)

    checks = VerifyScreen._check_all
    monkeypatch.setattr(VerifyScreen, "_check_all", held)
    async with explorer(CORPUS, start="") as at:
        at.app.check_text(DRAFT, "speech.md")
        await at.settle()
        assert "Checking speech.md…" in at.text
        assert "checking…" in at.lines[0]
        assert "esc explorer" in at.lines[-1]
        await at.press("n")
        assert "None so far" in at.lines[-1]
        await at.press("j", "enter", "l", "G", "tab")
        ready.set()
        screen = await checked(at)
        assert "hecking" not in at.text
        assert seen == [screen]


@driven
async def test_the_frame_before_the_first_verdict_says_that_the_text_is_being_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []
    checks = VerifyScreen._check_some

    def spied(screen: VerifyScreen) -> None:
        strips = screen._compositor.render_strips()
        shown.append("\n".join("".join(segment.text for segment in strip) for strip in strips))
        checks(screen)

    monkeypatch.setattr(VerifyScreen, "_check_some", spied)
    async with checking():
        assert "Checking speech.md…" in shown[0]


@pytest.mark.counts_lines
@pytest.mark.parametrize("moves", [(), ("j", "j")])
def test_the_cursor_goes_to_the_first_sentence_that_is_not_supported_unless_it_was_moved(
    monkeypatch: pytest.MonkeyPatch, moves: tuple[str, ...]
) -> None:
    fine = "Kaja Kallas calls China the key enabler of Russia's war in Ukraine."
    monkeypatch.setattr("eujdef_tui.tui.verify_screen.PAUSE", 3600)  # the rest is checked by the test

    @driven
    async def moved() -> None:
        async with checking("\n\n".join([fine] * AT_ONCE + [DRAFT]), whole=False) as (at, screen):
            await at.press(*moves)
            while not screen._whole:
                screen._check_some()
            assert screen.lines.at == 2 if moves else word_of(screen) == "differs"

    moved()


@driven
async def test_a_text_is_checked_anew_where_the_facts_were_read_anew_meanwhile() -> None:
    async with checking() as (at, screen):
        await at.press("enter")
        again = at.main.base.reopen()
        at.main.base = again
        await at.press("escape")
        shown = await checked(at)
        assert shown is not screen
        assert shown._base is again
        assert [one.verdict.word for one in shown.found] == [one.verdict.word for one in screen.found]


@pytest.mark.counts_lines
@driven
async def test_a_sentence_without_a_fact_near_has_nothing_to_open() -> None:
    async with checking("Zzyzx qwertz foobar quux grault.") as (at, screen):
        assert word_of(screen) == "no source"
        await at.press("enter")
        assert "nothing to open" in at.lines[-1]
        await at.press("l")
        assert "no name" in at.lines[-1]


@pytest.mark.counts_lines
@driven
async def test_names_are_listed_and_the_chosen_one_is_opened() -> None:
    async with checking() as (at, _):
        await at.press("l")
        assert "Fumio Kishida" in at.text
        assert "Names in this sentence" in at.text
        await at.press("enter")
        assert at.picked == "kishida"


@pytest.mark.counts_lines
@driven
async def test_a_click_picks_a_sentence_and_a_second_one_on_a_name_opens_it() -> None:
    async with checking() as (at, screen):
        row = next(y for y, line in enumerate(at.lines) if "presented their" in line or "In November" in line)
        line = at.lines[row]
        await at.pilot.click("#checked-text", offset=(line.index("EU"), row - 1))
        await at.settle()
        assert word_of(screen) == "supported"
        await at.pilot.click("#checked-text", offset=(1, row - 1))
        await at.settle()
        assert at.app.screen is screen
        await at.pilot.click("#checked-text", offset=(line.index("EU"), row - 1))
        await at.settle()
        assert at.picked == "eu"


@pytest.mark.counts_lines
@driven
async def test_tab_shows_more_of_the_proof_and_then_its_beginning() -> None:
    async with checking(size=(40, 12)) as (at, screen):
        assert "The draft has the name" in at.text
        await at.press("tab")
        assert "The draft has the name" not in at.text
        for _ in range(40):
            if screen.proof.scroll_offset.y == 0:
                break
            await at.press("tab")
        assert "The draft has the name" in at.text


@pytest.mark.parametrize("size", SIZES, ids=str)
@driven
async def test_it_fits_every_size(size: tuple[int, int]) -> None:
    async with checking(size=size) as (at, screen):
        assert len(at.lines) == size[1]
        assert all(len(line) <= size[0] for line in at.lines)
        if size[0] > 20:
            assert "▶≠d" in at.text
            assert "≠ differs" in at.text
        await at.resize(100, 30)
        await at.settle()
        assert "▶≠d He unveiled the pact together" in at.text
        assert screen.lines.outer_size.width == 55


@driven
async def test_under_the_least_size_it_says_what_it_needs() -> None:
    async with checking(size=(16, 5)) as (at, _):
        assert "Needs 20" in at.text


@pytest.mark.parametrize("theme", ["dark", "light", "ansi", "mono"])
@driven
async def test_a_verdict_is_told_by_more_than_its_colour(theme: str) -> None:
    async with checking(theme=theme) as (at, screen):
        odd, known = (screen.app.screen_stack[0].role_style(f"text {role}") for role in ("title wrong", "text link"))  # type: ignore[attr-defined]
        assert odd.underline
        assert known.underline
        assert odd.bold
        assert not known.bold
        assert "≠d" in at.text


def test_each_verdict_has_a_glyph_and_a_letter_of_its_own_also_in_ascii() -> None:
    shown = [f"{glyph}{letter}" for glyph, letter, _ in MARKS.values()]
    plain = ["".join(char if char.isascii() else stand_in(char) for char in mark) for mark in shown]
    assert len(set(plain)) == len(shown)
    assert all(mark.isascii() for mark in plain)


@pytest.mark.counts_lines
@driven
async def test_a_long_text_is_checked_between_frames() -> None:
    async with checking("\n\n".join([DRAFT] * 12)) as (at, screen):
        for _ in range(50):
            if len(screen.found) >= 96:
                break
            await at.pilot.pause()
        assert len(screen.found) == 96
        assert len(screen.found) > AT_ONCE
        assert "checking" not in at.lines[0]


@pytest.mark.counts_lines
@driven
async def test_a_text_of_many_lines_in_the_search_line_is_offered_to_be_checked() -> None:
    async with explorer(CORPUS, start="") as at:
        await at.press("slash")
        await at.paste(DRAFT)
        await at.settle()
        assert at.overlay == "Choose"
        assert "Check this text" in at.text
        await at.press("enter")
        await checked(at)
        assert "pasted text" in at.lines[0]
        await at.press("escape")
        await at.settle()
        assert (at.overlay, at.typed, at.place) == ("", "", "pane")


@driven
async def test_a_paste_whose_lines_end_with_cr_as_terminals_send_them_is_counted_and_checked_by_lines() -> None:
    async with explorer(CORPUS, start="") as at:
        await at.press("slash")
        await at.paste(DRAFT.replace("\n", "\r"))
        await at.settle()
        assert f"{sum(map(bool, DRAFT.splitlines()))} lines were pasted" in at.text
        await at.press("enter")
        await checked(at)
        assert "3 supported" in at.lines[0]
        assert "2 differs" in at.lines[0]


@pytest.mark.counts_lines
@driven
async def test_a_paste_that_is_not_to_be_checked_is_searched() -> None:
    async with explorer(CORPUS, start="") as at:
        await at.press("slash")
        await at.paste("kallas\nborrell\niwaya")
        await at.settle()
        await at.press("escape")
        assert at.overlay == ""
        assert at.typed == "kallas borrell iwaya"
        await at.paste("\nkishida")
        await at.settle()
        assert at.overlay == ""  # two lines are a query


@pytest.mark.counts_lines
@driven
async def test_a_paste_of_one_line_with_more_words_than_a_query_has_is_offered_to_be_checked() -> None:
    words = "Kaja Kallas calls China the key enabler of Russia's war in Ukraine. " * 3
    async with explorer(CORPUS, start="") as at:
        await at.press("slash")
        await at.paste(" ".join(words.split()[:MOST]))
        await at.settle()
        assert at.overlay == ""
        await at.press("ctrl+u")
        await at.paste(words)
        await at.settle()
        assert f"{len(words.split())} words were pasted" in at.text
        await at.press("j", "enter")
        assert at.typed.split() == words.split()[:MOST]
        await at.press("ctrl+u")
        await at.paste(words)
        await at.settle()
        await at.press("enter")
        await checked(at)
        assert "3 supported" in at.lines[0]


@pytest.mark.counts_lines
@pytest.mark.parametrize("place", [(), ("enter",), ("tab",), ("z",)])
def test_a_paste_where_nothing_is_typed_starts_a_search_and_esc_goes_back(place: tuple[str, ...]) -> None:
    @driven
    async def searches() -> None:
        async with explorer(CORPUS, start="") as at:
            await at.press(*place)
            here = at.place
            await at.paste("  \n ")
            await at.settle()
            assert (at.typed, at.place) == ("", here)
            await at.paste("Kaja Kallas\n")
            await at.settle()
            assert (at.typed, at.place, at.picked) == ("Kaja Kallas", "search", "kallas")
            await at.press("escape")
            assert (at.typed, at.place) == ("", here)

    searches()


@driven
async def test_a_paste_over_the_list_takes_the_place_of_the_query_and_a_text_is_offered_to_be_checked() -> None:
    async with explorer(CORPUS, start="") as at:
        await at.find("borrell")
        await at.press("enter")
        await at.paste("kallas")
        await at.settle()
        assert at.typed == "kallas"
        await at.press("escape")
        await at.paste(DRAFT)
        await at.settle()
        assert "Check this text" in at.text
        await at.press("enter")
        await checked(at)
        assert "2 differs" in at.lines[0]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_the_footer_has_esc_and_help_at_every_width(size: tuple[int, int]) -> None:
    @driven
    async def footer() -> None:
        async with checking(size=size) as (at, _):
            assert "esc explorer" in at.lines[-1]
            assert at.lines[-1].rstrip().endswith("? help")

    footer()


@pytest.mark.counts_lines
@driven
async def test_the_help_lists_every_key() -> None:
    async with checking(size=(100, 40)) as (at, _):
        await at.press("question_mark")
        assert all(key.does in " ".join(at.text.split()) for key in KEYS if len(key.does) in range(1, 30))


@driven
async def test_a_letter_that_is_no_key_and_a_paste_are_answered_until_the_next_one() -> None:
    async with checking() as (at, _):
        await at.press("d")
        assert at.lines[-1].strip() == "d is no key here: ? lists the keys, esc goes to the explorer"
        await at.press("tab")
        assert "no key" not in at.text
        await at.paste(DRAFT)
        await at.settle()
        assert at.lines[-1].strip() == "no paste here: ? lists the keys, esc goes to the explorer"
        await at.press("tab")
        assert "no paste" not in at.text


@pytest.mark.counts_lines
@driven
async def test_no_sentence_at_all_is_said() -> None:
    async with checking("* * *") as (at, screen):
        assert screen.current is None
        assert "no sentence to check" in at.text
        await at.press("n", "j", "enter", "l", "pagedown", "G")
        assert at.app.screen is screen


# --- lines ---


def lines_of(text: str, width: int) -> list[TextLine]:
    """The lines of a text."""
    return list(text_lines(text, list(Checker(base_of(CORPUS), text).check(text)), width))


@pytest.mark.parametrize("width", [20, 44, 80])
def test_all_words_of_a_text_stand_on_its_lines_in_order(width: int) -> None:
    shown = " ".join("".join(piece for piece, _ in line.pieces) for line in lines_of(DRAFT, width))
    assert shown.split() == DRAFT.split()


@pytest.mark.counts_lines
def test_a_cell_shows_the_place_in_its_sentence() -> None:
    line = next(line for line in lines_of(DRAFT, 80) if line.first and line.pieces[0][0].startswith("Kaja"))
    assert [line.place_at(cell) for cell in (0, 5, 500)] == [0, 5, -1]
    item = next(line for line in lines_of(DRAFT, 80) if line.first and line.pieces[0][0] == "- ")
    assert item.place_at(2) == 0


@pytest.mark.counts_lines
def test_the_proof_marks_what_the_base_has_instead() -> None:
    found = list(Checker(base_of(CORPUS)).check("Borrell unveiled the pact together with Fumio Kishida."))
    pieces = [piece for line in proof_lines(base_of(CORPUS), found[0], 60) for piece in line]
    assert ("Takeshi Iwaya", "lit quote match") in pieces
    assert any(role == "gutter" for _, role in pieces)
    assert any(text == "names" for text, _ in pieces)
