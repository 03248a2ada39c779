"""The rules over sheet and article: what stands on them, and what goes first where there is no room."""

from __future__ import annotations

import pytest

from eujdef_tui.model.field_types import Grade
from eujdef_tui.model.records import Evidence, Source
from eujdef_tui.present.fact_sheet import SheetHeading
from eujdef_tui.store import Article
from eujdef_tui.tui.pane_titles import Title, detail_title, reader_title
from tests.helpers.explorer import driven, explorer
from tests.helpers.places import CORPUS

SOURCE = Source(id="s", type="article", title="T", container_title="The Daily Balance", issued="2024-11-01", file="a")


def texts(title: Title) -> list[str]:
    """The notes of a title, from the fullest to the shortest."""
    return [" ".join(text for text, _ in notes) for notes in title.notes]


def graded(grade: Grade, hidden: int = 0) -> Title:
    """The title over an article whose second of three quotes has this grade."""
    item = Evidence(source="s", quote="q", grade=grade, sentence=1, start=4, end=5)
    return reader_title(SOURCE, Article("s", "text", hidden, (), ()), item, 1, 3, 80)


def test_a_verbatim_quote_loses_its_word_first_and_its_check_last() -> None:
    assert texts(graded("verbatim")) == ["✓ verbatim · 2 of 3", "✓ 2 of 3", "✓", "✓"]
    assert {role for notes in graded("verbatim").notes for _, role in notes} == {"quiet"}


def test_another_grade_is_an_error_and_says_so_in_words() -> None:
    title = graded("edited")
    assert texts(title)[:2] == ["~ edited · 2 of 3 · not the article's words as they stand", "~ edited · 2 of 3"]
    assert texts(title)[-1] == "~"
    assert {role for notes in title.notes for _, role in notes} == {"error"}


def test_hidden_characters_are_told_longer_than_the_words_of_the_grade() -> None:
    assert texts(graded("verbatim", 3))[-2:] == ["✓ 3 hidden �", "✓"]


@pytest.mark.parametrize(
    ("width", "name"),
    [(40, "The Daily Balance, 1 Nov 2024"), (33, "The Daily Balance, 1 Nov 2024"), (32, "The Daily Balance"),
     (21, "The Daily Balance"), (20, "The Daily…"), (14, "The Daily…")],
)  # fmt: skip
def test_the_date_of_a_source_goes_before_its_name_which_is_cut_at_a_word(width: int, name: str) -> None:
    title = reader_title(SOURCE, Article("s", "text", 0, (), ()), None, 0, 0, width)
    assert "".join(text for text, _ in title.left) == name


def test_the_rule_over_a_sheet_drops_the_kind_first_and_the_lines_out_of_sight_last() -> None:
    title = detail_title(SheetHeading("○", "Entry into force", ("summit", "1 article")), 3, marked=True)
    assert texts(title) == [
        "summit · 1 article · ★ · ↓ 3 more lines", "1 article · ★ · ↓ 3 more lines", "★ · ↓ 3 more lines",
        "↓ 3 more lines",
    ]  # fmt: skip
    assert title.left == [("○", "ahead"), (" Entry into force", "title")]


def test_nothing_is_said_of_a_sheet_that_is_whole_and_unmarked() -> None:
    assert texts(detail_title(SheetHeading("≠", "T", ()), 0, marked=False)) == []


@pytest.mark.slow
@driven
async def test_a_title_that_its_rule_cuts_begins_the_sheet_whole_at_every_width() -> None:
    async with explorer(size=(80, 24)) as at:
        title = "General Conference votes for a new kilogram"
        for width, height, cut in [(80, 24, False), (40, 12, True), (79, 20, False), (120, 36, True)]:
            await at.resize(width, height)
            at.main.record.detail.focus()
            await at.settle()
            rule, sheet = at.bar_text("detail-rule"), " ".join(" ".join(at.shown(at.detail)).split())
            assert (title in rule) is not cut
            assert sheet.startswith(title) is cut
            if cut:
                assert rule.startswith("─ ● General")
                assert "…" in rule
            assert ("↓" in rule) is (at.detail.line_count() > at.detail.size.height)


@pytest.mark.slow
@driven
async def test_a_long_title_gives_way_to_how_many_lines_are_out_of_sight_and_stays_so_while_one_scrolls() -> None:
    async with explorer(CORPUS, size=(80, 24)) as at:
        at.main.go_to(at.main.base.number("gcap") or 0)
        await at.settle()
        for width in range(60, 100, 3):
            await at.resize(width, 24)
            assert " more lines ─" in at.line("↓ ")
        await at.press("tab")
        before = at.bar_text("detail-rule").split(" ──")[0]
        for _ in range(at.detail.line_count()):
            await at.press("down")
            assert at.bar_text("detail-rule").split(" ──")[0] == before
        assert at.detail.scroll_offset.y > 0
