"""The screen of a review, driven by its keys: what each decides, and what is shown of it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from eujdef_tui.model.records import Actor, Event, Evidence
from eujdef_tui.tui.review_keys import FOOTERS, KEYS
from eujdef_tui.tui.review_panes import heights
from eujdef_tui.tui.review_screen import ReviewScreen
from tests.helpers.explorer import driven
from tests.helpers.review_screen import reviewing
from tests.helpers.reviews import NORWAY

pytestmark = pytest.mark.slow  # a screen each; what a key decides is tested without one in tests/draft/test_review.py

PROOF = (Evidence(source="other", quote="words"),)
PACT = Event(
    id="pact", kind="signing", title="Grimsvik signed a ferry agreement with Lofjord", date="2026-11",
    status="happened", actors=("norway",), evidence=PROOF,
)  # fmt: skip
SHIPPING = Actor(id="lofjord", kind="company", name="Lofjord Shipping", evidence=PROOF)


# --- decide ---


@driven
async def test_a_keeps_x_drops_and_both_go_on(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        assert "sentence 1 of 10 · 0 kept · 23 left" in at.lines[0]
        await at.press("a", "x")
        assert "sentence 3 of 10 · 1 kept · 21 left" in at.lines[0]
        assert at.lines[2].startswith(" ✓ no fact    Port town signs ferry deal")
        assert at.lines[3].startswith(" / no fact    By Mette Sand")
        assert at.lines[4].startswith("▌· event      The harbour board")


@driven
async def test_u_takes_back_one_decision_after_the_other(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.press("a", "x", "u")
        assert at.said == "Taken back: drop"
        assert at.picked == "By Mette Sand"
        await at.press("u", "u")
        assert at.said == "There is nothing to undo"
        assert "0 kept" in at.lines[0]


@driven
async def test_a_on_a_refused_draft_says_why_and_stays_there(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("The deal is worth 48")
        await at.press("a", "a")
        assert at.said == "Not kept: The number 48 is not in the sentence that supports this."
        assert at.picked == "The deal is worth 48 million kroner"
        assert "0 kept" in at.lines[0]


@driven
async def test_capital_a_keeps_the_clean_drafts_in_sight_and_u_takes_all_of_them_back(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        seen = at.main.drafts.in_sight
        await at.press("A")
        kept = {n for n, item in at.review.items.items() if item.state == "keep"}
        assert kept == {n for n in seen if at.review.items[n].draft.name != "Zo Zu"}
        assert at.said == f"{len(kept)} kept; u takes all of them back"
        await at.press("u")
        assert not [item for item in at.review.items.values() if item.state]


@driven
async def test_what_is_out_of_sight_is_never_kept_by_capital_a(tmp_path: Path) -> None:
    async with reviewing(tmp_path, (40, 12)) as at:
        await at.press("A")
        kept = [item for item in at.review.items.values() if item.state == "keep"]
        assert 0 < len(kept) <= 3


@driven
async def test_0_says_that_a_sentence_has_no_fact(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("Passenger numbers")
        await at.press("0")
        assert any(line.startswith(" ✓ no fact    Passenger numbers") for line in at.lines)


# --- closed choices ---


@pytest.mark.counts_lines
@driven
async def test_s_t_and_i_change_status_type_and_kind_and_shift_changes_back(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("A third one")
        assert " status  planned" in at.lines
        await at.press("s")
        assert " status  target" in at.lines
        await at.press("S")
        assert " status  planned" in at.lines
        await at.press("T")
        assert at.lines[10].endswith("statement · claim")
        await at.press("t")
        assert at.lines[10].endswith("event · plan")
        await at.press("i")
        assert not at.lines[10].endswith("event · plan")
        await at.press("I")
        assert at.lines[10].endswith("event · plan")


@pytest.mark.counts_lines
@driven
async def test_a_digit_chooses_the_kind_that_has_it(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("Torill Haavik")
        assert at.said.startswith("1 person  2 company  3 organization")
        await at.press("3")
        assert at.lines[10].endswith("name · organization")
        await at.go("Haavik" if at.picked.startswith("Haavik") else "The deal covers")
        await at.press("9")
        assert "no kind" in at.said or at.review.current is not None


# --- typing ---


@driven
async def test_e_edits_the_words_in_one_line_and_esc_leaves_them(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("A third one")
        await at.press("e")
        assert at.said == "words A third one is planned for 2028"
        assert at.lines[-1].strip() == "enter take · esc leave as it was"
        await at.type(" x")
        await at.press("escape")
        assert at.picked == "A third one is planned for 2028"
        await at.press("e", "ctrl+u")
        await at.type("A ferry is planned for 2028")
        await at.press("enter")
        assert at.picked == "A ferry is planned for 2028"
        assert at.review.items[at.review.current.n].state == "" if at.review.current else False


@driven
async def test_words_that_the_sentence_does_not_have_are_underlined(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("A third one")
        assert not any(style.underline for style in at.styles("A third one is planned"))
        await at.press("e", "ctrl+u")
        await at.type("A third lighthouse is planned for 2028")
        await at.press("enter")
        assert all(style.underline for style in at.styles("lighthouse"))
        assert not any(style.underline for style in at.styles("A third"))


@pytest.mark.counts_lines
@driven
async def test_d_shows_the_reading_and_its_basis_while_typing(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("The harbour board")
        await at.press("d")
        assert "nothing: no date" in at.lines[-1]
        await at.type("on fri")
        assert "no date yet" in at.lines[-1]
        await at.type("day")
        assert "27 Nov 2026 · counted from the article's date, 29 Nov 2026" in at.lines[-1]
        await at.press("enter")
        assert at.said == "Nothing changes"
        await at.press("d")
        await at.type("1 nov 2024")
        assert "1 Nov 2024 · given at review" in at.lines[-1]
        await at.press("escape")
        assert " date    27 Nov 2026" in at.text
        await at.press("d")
        await at.type("nov 2026")
        await at.press("enter")
        assert at.said == "date set by hand; u takes it back"
        await at.press("d")
        await at.type("on friday")
        await at.press("enter")
        assert at.said == "date set from “on Friday”; u takes it back"
        await at.press("d")
        await at.type("no day")
        await at.press("enter")
        assert "No date is read in that" in at.said


@pytest.mark.counts_lines
@driven
async def test_w_names_people_by_number_and_by_letters(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("“We have waited")
        await at.press("w")
        assert at.lines[10:13] == [
            " 1 + Torill Haavik",
            " 2 + Lofjord Shipping Company",
            " 3 + Norwegian Maritime Directorate",
        ]
        assert " 0 the article itself speaks" in at.lines
        await at.press("0")
        assert " who     the article itself" in at.lines
        await at.press("w")
        await at.type("nor mar")
        assert at.lines[10] == " 1 + Norwegian Maritime Directorate"
        await at.press("enter")
        assert " who     + Norwegian Maritime Directorate" in at.lines
        await at.press("w")
        await at.type("zzz")
        await at.press("enter")
        assert at.said == "Nobody here is called that"


@pytest.mark.counts_lines
@driven
async def test_w_on_an_event_adds_and_takes_out(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("The harbour board")
        await at.press("w", "1")
        assert " with    nobody" in at.lines
        await at.press("w")
        await at.type("norway")
        await at.press("enter")
        assert "It is linked to Norway" in at.text  # which the sentence does not name
        assert "↓ " in at.lines[9]
        await at.press("u")
        assert at.lines[14] == " with    nobody"
        await at.go("Torill Haavik")
        await at.press("w")
        assert at.said == "A name has no speaker and no actors"


@pytest.mark.counts_lines
@driven
async def test_the_same_one_is_suggested_and_taken_by_enter_or_the_same_key(tmp_path: Path) -> None:
    async with reviewing(tmp_path, records=(NORWAY, SHIPPING, PACT)) as at:
        await at.go("Lofjord Shipping Company")
        assert any(line.startswith(" same?   Lofjord Shipping · the names are alike") for line in at.lines)
        await at.press("equals_sign", "equals_sign")
        n = next(n for n, item in at.review.items.items() if item.draft.name == "Lofjord Shipping Company")
        assert (at.review.items[n].state, at.review.items[n].same) == ("keep", "lofjord")
        await at.go("Torill Haavik")
        await at.press("equals_sign")
        assert " nothing in the base is like it: type three letters of its name" in at.lines
        await at.type("nor")
        assert at.lines[10].startswith(" 1 Norway")
        await at.press("escape")
        assert not at.review.items[at.review.current.n].state if at.review.current else False


# --- the quote ---


@pytest.mark.counts_lines
@driven
async def test_the_quote_is_lit_and_cut_at_its_clauses(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("Lofjord Shipping Company will put")
        await at.press("less_than_sign")
        lit = at.styles("two electric ferries into service by June")
        assert all(style.bold for style in lit)
        rest = at.styles("third one is planned for 2028.")
        assert not any(style.bold for style in rest)
        await at.press("greater_than_sign")
        assert all(style.bold for style in at.styles("third one is planned for 2028."))


@pytest.mark.counts_lines
@driven
async def test_a_quote_is_split_at_a_word_and_esc_leaves_it(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("Lofjord Shipping Company will put")
        count = len(at.review.items)
        await at.press("vertical_line")
        assert "by June 2027, | and a third" in at.lines[-1]
        await at.press("right", "left", "escape")
        assert len(at.review.items) == count
        await at.press("vertical_line", "enter")
        assert len(at.review.items) == count + 1
        assert at.said == "Split in two; u joins them again"
        await at.press("u")
        assert len(at.review.items) == count


# --- moving and reading ---


@pytest.mark.counts_lines
@driven
async def test_n_goes_to_the_next_sentence_with_an_open_draft(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.press("n", "n")
        assert "sentence 3 of 10" in at.lines[0]
        await at.press("N")
        assert "sentence 2 of 10" in at.lines[0]
        await at.press("G")
        assert "sentence 10 of 10" in at.lines[0]
        await at.press("g", "j", "k", "pagedown", "pageup")
        assert "sentence 1 of 10" in at.lines[0]


@pytest.mark.counts_lines
@driven
async def test_find_lights_the_words_and_goes_to_their_sentence(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.press("slash")
        await at.type("pier")
        assert "sentence 7 of 10" in at.lines[0]
        assert at.said == "find pier"
        await at.press("enter")
        assert at.picked.startswith("Norwegian Maritime Directorate")
        await at.press("a")
        assert "1 kept" in at.lines[0]


@pytest.mark.counts_lines
@driven
async def test_f_lists_what_the_base_has_on_this(tmp_path: Path) -> None:
    async with reviewing(tmp_path, records=(NORWAY, PACT)) as at:
        await at.go("The harbour board")
        await at.press("f")
        assert at.overlay == "Choose"
        assert "▌ Grimsvik signed a ferry agreement" in at.text
        assert "the same time" in at.text
        await at.press("escape")
        assert at.overlay == ""
        await at.go("Torill Haavik")
        await at.press("f")
        assert at.said == "The base has nothing on this"


@pytest.mark.counts_lines
@driven
async def test_the_help_has_every_key_and_closes_again(tmp_path: Path) -> None:
    async with reviewing(tmp_path, (80, 60)) as at:
        await at.press("question_mark")
        assert at.overlay == "Sheet"
        for key in KEYS:
            if key.does:
                assert key.does.split(";")[0][:30] in at.text
        await at.press("escape")
        assert at.overlay == ""


# --- surroundings ---


@pytest.mark.counts_lines
@driven
async def test_a_read_only_review_shows_all_and_decides_nothing(tmp_path: Path) -> None:
    async with reviewing(tmp_path, writes=False) as at:
        for key in ("a", "x", "A", "0", "e", "d", "w", "equals_sign", "vertical_line", "u"):
            await at.press(key)
            assert at.said == "This review is read only", key
        assert "0 kept" in at.lines[0]


@pytest.mark.counts_lines
@driven
async def test_facts_are_written_when_a_sentence_is_left(tmp_path: Path) -> None:
    jobs: list[int] = []
    done = threading.Event()

    def write() -> str:
        done.set()
        return "written so"

    def now() -> object:
        jobs.append(1)
        return write

    async with reviewing(tmp_path, write=now) as at:  # type: ignore[arg-type]
        await at.press("n", "n", "a")  # the sentence has more drafts
        assert not jobs
        await at.press("n")
        assert len(jobs) == 1
        assert done.wait(10)
        await at.pilot.pause()
        for _ in range(50):
            if at.said == "written so":
                break
            await at.pilot.pause()
        assert at.said == "written so"


@pytest.mark.counts_lines
@driven
async def test_the_screen_follows_its_size(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.press("a", "a")
        for width, height in ((40, 12), (120, 36), (60, 16), (200, 50), (20, 6), (80, 24)):
            await at.resize(width, height)
            assert len(at.lines) == height
            assert "▌" in at.text
            assert all(len(line) <= width for line in at.lines)
        await at.resize(19, 5)
        assert "Needs 20×6" in at.text
        await at.resize(80, 24)
        assert "a keep" in at.lines[-1]


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("rows", "drafts", "expected"),
    [
        (24, 30, (7, 5)),
        (24, 3, (7, 5)),
        (36, 30, (11, 8)),
        (36, 4, (7, 8)),
        (12, 30, (3, 0)),
        (6, 30, (1, 0)),
        (16, 30, (2, 3)),
        (60, 100, (19, 10)),
    ],
)
def test_the_rows_of_the_list_and_the_sheet_follow_the_size(rows: int, drafts: int, expected: tuple[int, int]) -> None:
    assert heights(rows, drafts) == expected


@pytest.mark.counts_lines
@driven
async def test_ctrl_c_quits_pressed_twice_and_says_so_at_first(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.press("ctrl+c")
        assert at.said.startswith("Press ^c again to quit")
        await at.press("j", "ctrl+c")
        assert at.app.is_running
        await at.press("ctrl+c")
        assert at.app.return_code == 130


@pytest.mark.counts_lines
@driven
async def test_a_pasted_line_is_one_line_of_words(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.go("A third one")
        await at.press("e", "ctrl+u")
        await at.paste("A third ferry\n\x1b[2Jis planned for 2028")
        await at.press("enter")
        assert "\x1b" not in at.picked
        assert at.picked.startswith("A third ferry")


@pytest.mark.counts_lines
@driven
async def test_a_click_puts_the_cursor_on_a_draft(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.pilot.click("#drafts", offset=(20, 3))
        await at.settle()
        assert at.lines[5].startswith("▌")


def test_every_key_has_an_action_and_every_word_of_a_footer_a_key() -> None:
    names = {key for one in KEYS for key in one.keys.split(",")}
    for key in KEYS:
        action = key.action.partition("(")[0]
        assert action.startswith("app.") or hasattr(ReviewScreen, f"action_{action}"), key
    for words in FOOTERS.values():
        for word in words:
            assert word.key in names | {"enter", "right"}, word
    assert len(names) == sum(len(one.keys.split(",")) for one in KEYS)
