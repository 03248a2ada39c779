"""The rows of a list, cell by cell: records in each style, and the lines between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from eujdef_tui.model.glyphs import STATUS_MARKS
from eujdef_tui.present.list_model import Break, BreakKind
from eujdef_tui.present.list_row import Cells, cells
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base
from eujdef_tui.tui.widgets.line_view import ROLES, Piece
from eujdef_tui.tui.widgets.list_rows import Look, break_rows, date_columns, label_column, record_rows, row_count

TODAY = 2026_11_29
SAID = "The dialogue is to bring together government officials and business representatives of the EU and Japan."
STATEMENT = Cells("“", SAID, "", "23 Jul 2025", wraps=True)
EVENT = Cells("●", "EU–Japan summit in Tokyo", "", "23 Jul 2025", year="2025", day="23 Jul")


def text(rows: list[list[Piece]]) -> list[str]:
    return ["".join(words for words, _ in row).rstrip() for row in rows]


def one(shown: Cells, look: Look = Look(), width: int = 80) -> str:  # noqa: B008
    """The one row of a record."""
    (row,) = text(record_rows(shown, look, width))
    return row


def dated(shown: Cells, before: Cells | None = None, width: int = 80) -> str:
    """The row of an event in the timeline."""
    return one(shown, Look(left=date_columns(shown, before), sides=True), width)


# --- one row ---


def test_a_row_has_a_mark_the_words_a_note_and_its_column_one_cell_from_the_edge() -> None:
    summary = "EU foreign policy chief, also European Commission vice president"
    kallas = Cells("@", "Kaja Kallas", summary, "person")
    assert one(kallas) == "  @ Kaja Kallas  EU foreign policy chief, also European Commission…      person"
    assert one(kallas, Look(picked=True)) == (
        "▌ @ Kaja Kallas  EU foreign policy chief, also European Commission…      person"
    )
    assert one(kallas, width=120).endswith("president" + " " * 32 + "person")
    assert one(kallas, width=40) == "  @ Kaja Kallas  EU foreign policy…"


def test_words_that_leave_no_room_have_no_note_and_stand_two_cells_from_the_column() -> None:
    title = "The public-private dialogue: at the July summit or later in this year"
    assert one(Cells("≠", title, "a note", "2 articles"), Look(left=label_column("50 in all", 10))) == (
        "  50 in all  ≠ The public-private dialogue: at the July summit or…   2 articles"
    )
    for length in range(40, 90):
        row = one(Cells("≠", "x" * length, "a note", "2 articles"))
        assert row.endswith("  2 articles")
        assert cell_len(row) == 79


def test_planned_things_and_differences_have_marks_of_their_colour() -> None:
    roles = {mark: {words.strip(): role for words, role in record_rows(Cells(mark, "T"), Look(), 80)[0]}[mark]
             for mark in (*STATUS_MARKS.values(), "≠", "@", "§")}  # fmt: skip
    assert roles == {"●": "mark", "○": "ahead", "◎": "ahead", "◌": "mark", "≠": "differ", "@": "mark", "§": "mark"}


def test_matched_words_are_marked_also_on_the_second_row(corpus: Base) -> None:
    hits = search(corpus, parse("dialogue officials business")).hits
    hit = next(hit for hit in hits if corpus.view(hit.n) == "statements")
    shown = cells(corpus, corpus.record(hit.n), TODAY)
    rows = record_rows(shown, Look(hit=hit, two=True), 60)
    marked = [[words for words, role in row if role.endswith(" match")] for row in rows]
    assert len(rows) == 2
    assert all(marked)
    assert {word.lower() for row in marked for word in row} <= {"dialogue", "officials", "business"}


@pytest.mark.parametrize(
    ("shown", "row"),
    [
        (
            Cells("#", "States of the Metre Convention", "60 states", "2024", wraps=True),
            "▌# 60 states · 2024 States of the…",
        ),
        (
            Cells("●", "Japan joins the Metre Convention", "", "Oct 1885", year="1885"),
            "▌● Oct 1885 Japan joins the Metre…",
        ),
        (Cells("≠", "When it was cast", "", "2 articles"), "▌≠ When it was cast"),
        (Cells("@", "Kaja Kallas", "a politician", "person"), "▌@ Kaja Kallas  a politician"),
        (Cells("“", "Somebody says this of it", "", "undated"), "▌“ Somebody says this of it"),
        (Cells("#", "A figure", "6.62607015 10⁻³⁴ joule seconds", "1 Nov 2024", wraps=True), "▌# 1 Nov 2024 A figure"),
    ],
)
def test_where_no_right_column_has_room_value_and_date_of_the_picked_record_stand_first(shown: Cells, row: str) -> None:
    assert one(shown, Look(picked=True, left=()), 40).startswith(row)
    assert shown.right not in one(shown, Look(left=()), 40)


def test_what_is_near_is_quiet_and_what_is_picked_stands_out() -> None:
    assert ("EU–Japan summit in Tokyo", "quiet") in record_rows(EVENT, Look(quiet=True), 80)[0]
    assert ("EU–Japan summit in Tokyo", "title") in record_rows(EVENT, Look(quiet=True, picked=True), 80)[0]
    assert ("EU–Japan summit in Tokyo", "text") in record_rows(EVENT, Look(), 80)[0]


def test_a_note_of_which_only_a_part_of_a_word_has_room_is_left_out() -> None:
    pact = Cells("§", "Japan EU Strategic Partnership Agreement", "ratification exchanged", "international agreement")
    assert one(pact).split("Agreement")[1].strip() == "international agreement"
    assert "  announced…" in one(
        pact._replace(text="EU-Japan Security Partnership", note="announced 1 Nov 2024"), width=77
    )


def test_a_heading_without_room_is_cut_at_a_word() -> None:
    heading = Break(0, "≠ where the articles differ, or seem to, and how to read them")
    assert text(break_rows(heading, 40)) == [" ≠ where the articles differ, or seem…"]


# --- two rows ---


def test_a_statement_takes_a_second_row_with_its_date_where_that_has_room() -> None:
    assert text(record_rows(STATEMENT, Look(two=True, picked=True), 80)) == [
        "▌ “ The dialogue is to bring together government officials and business",
        "▌   representatives of the EU and Japan.                            23 Jul 2025",
    ]
    assert one(STATEMENT) == "  “ The dialogue is to bring together government officials and…     23 Jul 2025"


def test_a_statement_that_two_rows_do_not_hold_is_cut_at_a_word_before_its_date() -> None:
    long = STATEMENT._replace(text=f"{SAID} {SAID}")
    assert text(record_rows(long, Look(two=True), 80)) == [
        "  “ The dialogue is to bring together government officials and business",
        "    representatives of the EU and Japan. The dialogue is to bring…  23 Jul 2025",
    ]


@pytest.mark.parametrize("width", [80, 120])
def test_a_statement_that_fills_a_row_keeps_its_date_beside_its_last_words(width: int) -> None:
    short = STATEMENT._replace(text="Kallas calls China the key enabler of Russia's war.")
    assert one(short, Look(two=True), width).endswith(f"war.{' ' * (width - 67)}23 Jul 2025")
    words = "Kallas says that the partnership has to grow, and soon. " * 3
    for length in range(width - 20, width - 5):
        full = STATEMENT._replace(text=words[:length].strip())
        *_, last = text(record_rows(full, Look(two=True), width))
        assert last.endswith("  23 Jul 2025")
        assert "…" not in last


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(st.text("abc 日–,", min_size=1, max_size=250), st.integers(20, 200), st.booleans())
def test_every_row_fits_and_a_record_has_as_many_as_were_counted(words: str, width: int, two: bool) -> None:
    shown = STATEMENT._replace(text=words)
    rows = record_rows(shown, Look(two=two), width)
    assert len(rows) == (row_count(shown, width) if two else 1) <= 2
    assert all(cell_len(row) <= width for row in text(rows))


# --- the timeline ---


def test_the_columns_of_the_timeline_are_those_of_the_mock() -> None:
    assert dated(EVENT._replace(differs=True)) == " 2025 23 Jul     ● EU–Japan summit in Tokyo" + " " * 35 + "≠"
    assert dated(EVENT._replace(support=2)) == " 2025 23 Jul     ● EU–Japan summit in Tokyo" + " " * 34 + "2"
    assert dated(EVENT._replace(support=2, differs=True)).endswith(" 2≠")
    assert dated(EVENT._replace(support=1)).endswith("Tokyo")
    fighter = EVENT._replace(text="Japan works with UK and Italy on a next-generation fighter", differs=True)
    assert dated(fighter) == f" 2025 23 Jul     ● {fighter.text} ≠"


def test_a_year_and_a_day_are_said_where_they_change() -> None:
    same = EVENT._replace(text="Kallas interviewed")
    assert dated(same, EVENT) == "                 ● Kallas interviewed"
    assert dated(same._replace(day="~23 Jul"), EVENT) == "      ~23 Jul    ● Kallas interviewed"
    assert dated(same._replace(year="2026"), EVENT) == " 2026 23 Jul     ● Kallas interviewed"
    assert dated(same._replace(day=""), EVENT) == " 2025            ● Kallas interviewed"
    assert dated(same._replace(day=""), same._replace(day="")) == "                 ● Kallas interviewed"
    assert dated(same._replace(year="undated", day=""), EVENT) == " undated         ● Kallas interviewed"


def test_a_date_is_never_cut_and_leaves_a_cell_before_the_mark() -> None:
    for year, day in (("2025", "by ~23 Jul"), ("Nov 2024 – Jan 2025", ""), ("44 BCE", "30 Nov – 2 Dec"), ("2025", "")):
        shown = EVENT._replace(year=year, day=day)
        for width in (40, 80):
            assert f"{year} {day}".strip() in " ".join(dated(shown, width=width).split())
            assert dated(shown, width=width).split("●")[0].endswith(" ")


def test_a_narrow_timeline_has_no_right_column() -> None:
    assert dated(EVENT._replace(support=3, differs=True), width=59) == " 2025 23 Jul     ● EU–Japan summit in Tokyo"


def test_no_title_of_the_shipped_file_is_cut_at_120_columns(corpus: Base) -> None:
    events = [cells(corpus, corpus.record(n), TODAY) for n in corpus.span("timeline")]
    assert not [shown.text for shown in events if "…" in dated(shown, width=120)]


# --- lines without a record ---


@pytest.mark.parametrize(
    ("item", "rows"),
    [
        (Break(0, "today", BreakKind.TODAY), [" ┄ today " + "┄" * 70]),
        (Break(0, "nearest", BreakKind.RULE), ["  nearest " + "─" * 69]),
        (Break(0, "Person", BreakKind.HEADING), [" Person"]),
        (Break(0, '"very timely"', BreakKind.HINT, "exact words"), ['  "very timely"' + " " * 25 + "exact words"]),
        (Break(0, "石破茂", BreakKind.HINT, "names"), ["  石破茂" + " " * 32 + "names"]),
        (Break(0, "", BreakKind.TEXT), [""]),
        (Break(0, "word " * 20, BreakKind.TEXT), ["  " + ("word " * 15).rstrip(), "  " + ("word " * 5).rstrip()]),
    ],
)
def test_lines_without_a_record(item: Break, rows: list[str]) -> None:
    assert text(break_rows(item, 80)) == rows
    assert row_count(item, 80) == len(rows)


def test_a_text_keeps_the_roles_of_its_pieces_when_it_is_wrapped() -> None:
    pieces = (("sumit", "key"), (" is in no fact.  ", "text"), ("enter", "key"), (" reads it as summit", "text"))
    rows = break_rows(Break(0, "", BreakKind.TEXT, pieces=pieces), 30)
    assert text(rows) == ["  sumit is in no fact.  enter", "  reads it as summit"]
    assert [words for row in rows for words, role in row if role == "key"] == ["sumit", "enter"]


def test_rows_have_no_other_roles_than_the_style_sheet_knows(corpus: Base) -> None:
    rows = [row for kind in BreakKind for row in break_rows(Break(0, "text", kind, "more"), 80)]
    before = None
    for n in range(1, corpus.count() + 1):
        shown = cells(corpus, corpus.record(n), TODAY)
        for look in (Look(two=True), Look(quiet=True), Look(picked=True, left=label_column("differ", 6))):
            rows += record_rows(shown, look, 80)
        rows += record_rows(shown, Look(left=date_columns(shown, before), sides=True), 80)
        before = shown
    assert {role for row in rows for _, roles in row for role in roles.split()} <= ROLES
