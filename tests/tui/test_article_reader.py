"""Reading: the sentences that prove a fact, lit where they stand in their article."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Size

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence
from eujdef_tui.store import VIEWS, Article
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.article_lines import ArticleLines
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven

GUTTER = 3
WHOLE = (200, 60)  # a screen that holds the whole of an article


def lines_of(at: Driver) -> list[tuple[int, int]]:
    """The offsets of the lines that the reader shows."""
    reader = at.reader
    top = reader.scroll_offset.y
    return wrap(reader.article.text, reader.size.width - GUTTER - 1)[top : top + reader.size.height]


def looks(at: Driver) -> dict[str, set[int]]:
    """The offsets of the article's characters by how they look: quote, inexact, lit or text. Spaces look alike."""
    found: dict[str, set[int]] = {"quote": set(), "inexact": set(), "lit": set(), "text": set()}
    themed = at.app.theme_variables
    for (start, end), line in zip(lines_of(at), at.styled(at.reader), strict=False):
        for offset, (char, style) in zip(range(start, end), line[GUTTER:], strict=False):
            assert char == at.reader.article.text[offset]
            colour = style.color.get_truecolor().hex if style.color else ""
            lit = "quote" if style.bold else "lit"
            look = {themed["warning"].lower(): lit, themed["error"].lower(): "inexact"}.get(colour, "text")
            if not char.isspace():
                found[look].add(offset)
    return found


def offsets(text: str, spans: list[tuple[int, int]]) -> set[int]:
    """What spans cover of a text, but for white space."""
    return {offset for start, end in spans for offset in range(start, end) if not text[offset].isspace()}


def evidence(at: Driver) -> list[Evidence]:
    """The evidence of the picked fact."""
    assert at.main.row is not None
    return list(evidence_of(at.main.row.record))


def assert_lit(at: Driver) -> None:
    """The quotes of the picked fact are lit in the open article, their sentences less, and nothing else."""
    article = at.reader.article
    here = [item for item in evidence(at) if item.source == article.source]
    quotes = offsets(article.text, [(item.start, item.end) for item in here])
    touched = {n for item in here for n in range(item.sentence, item.last_sentence + 1)}
    seen = looks(at)
    assert seen["quote"] == quotes
    assert seen["lit"] == offsets(article.text, [article.spans[n] for n in touched]) - quotes
    assert not seen["inexact"]


@pytest.mark.slow
@pytest.mark.parametrize("view", [view for view in VIEWS if view != "sources"])
def test_exactly_the_characters_of_the_quotes_are_lit(view: str) -> None:
    @driven
    async def read() -> None:
        async with explorer(size=WHOLE) as at:
            await at.press(str(1 + list(VIEWS).index(view)), "g")
            for _ in at.records.model.numbers:
                assert_lit(at)
                await at.press("j")

    read()


@driven
async def test_enter_reads_with_the_focus_and_the_title_line_shown() -> None:
    async with explorer() as at:
        await at.press("enter")
        assert at.place == "reader"
        assert at.bar_text("reader-rule").startswith("─ The Daily Balance, 1 Nov 2024 ─")
        assert at.bar_text("reader-rule").endswith("─ ✓ verbatim · 1 of 1 ─")
        assert at.lit_rules == ["reader-rule"]


@driven
async def test_n_walks_the_sentences_of_a_fact_across_its_sources_and_round_again() -> None:
    async with explorer(size=(120, 30)) as at:
        await at.find("general conference")
        await at.press("enter", "escape")
        titles = {"metre-article": "Measures, about May 2023", "kilogram-article": "The Daily Balance, 1 Nov 2024"}
        items = evidence(at)
        assert [item.source for item in items] == list(titles)
        for key, nth in [("", 0), ("n", 1), ("n", 0), ("N", 1), ("N", 0)]:
            await at.press(*([key] if key else []))
            rule = at.bar_text("reader-rule")
            assert titles[items[nth].source] in rule
            assert f"verbatim · {nth + 1} of 2" in rule
            assert (at.reader.article.source, at.reader.cursor) == (items[nth].source, items[nth].sentence)
            assert items[nth].quote[:20] in " ".join(line[GUTTER:].strip() for line in at.shown(at.reader))
        assert at.place == "pane"


@driven
async def test_n_walks_the_sentences_of_one_source_too() -> None:
    async with explorer() as at:
        await at.press("3", "n")
        assert (at.picked, at.reader.cursor) == ("metre-convention", 3)
        assert "✓ verbatim · 2 of 3 ─" in at.bar_text("reader-rule")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12), (20, 6)])
def test_the_reader_opens_at_the_supporting_sentence_with_context_above(size: tuple[int, int]) -> None:
    @driven
    async def read() -> None:
        async with explorer(size=size) as at:
            await at.press("enter")
            assert at.place == "reader"
            await at.settle()  # alone on a small screen, it learns its size when it is shown
            lines = at.shown(at.reader)
            (pointed,) = [y for y, line in enumerate(lines) if line.startswith("▶┃ ")]
            above = 2 if at.reader.size.height >= 10 else 1 if at.reader.size.height > 4 else 0
            ended = at.reader.scroll_offset.y == at.reader.max_scroll_y  # the article has no more lines below
            assert pointed == above or (ended and pointed > above)
            start = evidence(at)[0].start
            assert at.reader.article.text[start : start + 8] in lines[pointed]

    read()


@driven
async def test_a_line_of_the_gutter_says_what_rests_on_its_sentences() -> None:
    async with explorer(size=WHOLE) as at:
        await at.press("g")
        for _ in range(4):
            article = at.reader.article
            source = at.main.base.number(article.source)
            assert source is not None
            lit = {item.sentence for item in evidence(at) if item.source == article.source}
            for (start, end), line in zip(lines_of(at), at.shown(at.reader), strict=False):
                here = [n for n, (left, right) in enumerate(article.spans) if left < end and right > start]
                rests = any(at.main.base.citing_sentence(source, n) for n in here)
                assert line[1] == ("┃" if lit & set(here) else "╎" if rests else " ")
                begins = any(n == at.reader.cursor and article.spans[n][0] >= start for n in here)
                assert line[0] == ("▶" if begins else " ")
            await at.press("j")


@driven
async def test_the_cursor_walks_every_sentence_and_stays_in_sight() -> None:
    async with explorer() as at:
        await at.press("enter", "g")
        assert at.reader.cursor == 0
        for sentence, (start, end) in list(enumerate(at.reader.article.spans))[1:]:
            await at.press("j")
            assert at.reader.cursor == sentence
            assert sum(line.startswith("▶") for line in at.shown(at.reader)) == 1
            lines = lines_of(at)
            assert lines[0][0] <= start
            assert lines[-1][1] >= end
        await at.press("j")
        assert at.reader.cursor == len(at.reader.article.spans) - 1
        await at.press("k", "k")
        assert at.reader.cursor == len(at.reader.article.spans) - 3


@pytest.mark.counts_lines
@driven
async def test_a_sentence_longer_than_the_pane_is_read_to_its_end_and_back() -> None:
    async with explorer(size=(40, 12)) as at:
        await at.press("enter", "g")
        while at.reader.lines.lines_of(at.reader.cursor)[1] - at.reader.lines.lines_of(at.reader.cursor)[0] < 1:
            await at.press("j")
        await at.resize(28, 6)
        height, sentence = at.reader.size.height, at.reader.cursor
        first, last = at.reader.lines.lines_of(sentence)
        assert last - first >= height
        seen = set(range(first, first + height))
        assert at.reader.scroll_offset.y == first
        while at.reader.cursor == sentence:
            top = at.reader.scroll_offset.y
            seen |= set(range(top, top + height))
            assert sum(line.startswith("▶") for line in at.shown(at.reader)) == 1
            await at.press("j")
        assert seen >= set(range(first, last + 1))
        assert at.reader.cursor == sentence + 1
        await at.press("k")
        assert (at.reader.cursor, at.reader.scroll_offset.y) == (sentence, first)
        await at.press("j", "k")
        assert (at.reader.cursor, at.reader.scroll_offset.y) == (sentence, first)


@driven
async def test_pages_move_the_text_and_take_the_cursor_with_them() -> None:
    async with explorer() as at:
        await at.press("enter", "g")
        height, last = at.reader.size.height, at.reader.line_count() - at.reader.size.height
        tops = []
        for key in ("pagedown", "ctrl+d", "pageup", "ctrl+u"):
            await at.press(key)
            tops.append(at.reader.scroll_offset.y)
            top = lines_of(at)[0]
            start, end = at.reader.article.spans[at.reader.cursor]
            assert start < top[1]
            assert end > top[0]
        assert tops == [height, min(height + height // 2, last), height // 2, 0]
        await at.press("G")
        assert at.shown(at.reader)[-1].startswith("▶")


@driven
async def test_the_next_fact_is_read_without_leaving_the_reader() -> None:
    async with explorer() as at:
        await at.press("g", "enter", "J")
        assert (at.picked, at.place) == ("signing", "reader")
        assert_lit(at)
        await at.press("K")
        assert (at.picked, at.place) == ("survey", "reader")


@driven
async def test_a_source_is_read_from_its_top_with_nothing_lit() -> None:
    async with explorer() as at:
        await at.press("6", "enter")
        seen = looks(at)
        assert (seen["quote"], seen["lit"], at.reader.cursor) == (set(), set(), 0)
        assert at.bar_text("reader-rule").startswith("─ Measures, about May 2023 ─")
        assert "verbatim" not in at.bar_text("reader-rule")


WORN = """\
schema_version: "1"
title: Worn quotes
sources: [{id: s, type: article, title: A, file: a.txt}]
events:
  - {id: e1, kind: talk, title: Whole, status: happened, evidence: [{source: s, quote: Six ships sailed north.}]}
  - {id: e2, kind: talk, title: Curly, status: happened, evidence: [{source: s, quote: '"Ahoy," they said'}]}
  - id: e3
    kind: talk
    title: Changed
    status: happened
    evidence: [{source: s, quote: Nine ships came back after a long and stormy winter.}]
  - {id: e4, kind: talk, title: Lost, status: happened, evidence: [{source: s, quote: 'Zebras graze in 1702?'}]}
"""
ARTICLE = """\
Six ships sailed north.
“Ahoy,” they said to nobody at all.
Nine ships came home after a long and stormy winter.
"""


@pytest.fixture
def worn(tmp_path: Path) -> Path:
    """A fact file with quotes of four grades: verbatim, normalised, edited and orphan."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    path = tmp_path / "worn.yaml"
    path.write_text(WORN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("event", "mark", "grade"), [("Curly", "≈", "normalised"), ("Changed", "~", "edited"), ("Lost", "✗", "orphan")]
)
def test_a_quote_that_is_not_verbatim_says_so_and_never_looks_like_one(
    worn: Path, event: str, mark: str, grade: str
) -> None:
    @driven
    async def read() -> None:
        async with explorer(worn) as at:
            await at.find(event)
            await at.press("enter")
            assert evidence(at)[0].grade == grade
            rule = at.bar_text("reader-rule")
            assert rule.endswith(f"─ {mark} {grade} · 1 of 1 · not the article's words as they stand ─")
            assert any(f"{mark} A" in line and grade in line for line in at.shown(at.detail))
            seen = looks(at)
            assert seen["quote"] == set()
            assert bool(seen["inexact"]) == (grade != "orphan")
            await at.press("c")
            assert f"{mark} {grade}, A" in at.text

    read()


@pytest.mark.counts_lines
@driven
async def test_a_verbatim_quote_is_shown_with_its_check_alone(worn: Path) -> None:
    async with explorer(worn) as at:
        await at.find("whole")
        await at.press("enter")
        assert_lit(at)
        assert at.bar_text("reader-rule").endswith("─ ✓ verbatim · 1 of 1 ─")


@driven
async def test_a_changed_width_keeps_the_sentence_in_sight() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("enter")
        for width, height in [(80, 24), (40, 12), (200, 60), (30, 16)]:
            await at.resize(width, height)
            assert at.place == "reader"
            assert "On 16 November" in next(line for line in at.shown(at.reader) if line.startswith("▶┃"))


@driven
async def test_another_height_scrolls_before_the_frame_with_that_height() -> None:
    async with explorer() as at:
        await at.press("enter")
        reader = at.reader
        width, item = reader.size.width, evidence(at)[0]
        for height in (12, 4, 9):
            size = Size(width, height)
            reader._size_updated(size, reader.virtual_size, size)
            top, _ = reader.lines.opening(reader.cursor, (item.start, item.end), height)
            assert reader.scroll_offset.y == top


def test_an_article_without_a_pane_is_not_wrapped() -> None:
    article = Article("s", "Six ships sailed north.", 0, ((0, 23),), (0,))
    assert ArticleLines(article, 0).wrapped == []
    assert ArticleLines(article, 0).opening(0, (4, 9), 1) == (0, 0)
    assert len(ArticleLines(article, 12).wrapped) == 4


@driven
async def test_another_article_that_was_picked_while_the_reader_was_hidden_opens_at_its_proof() -> None:
    async with explorer() as at:
        await at.press("z", "G", "z")
        (pointed,) = [line for line in at.shown(at.reader) if line.startswith("▶")]
        start = at.reader.lines.start_of(at.reader.cursor)
        assert at.reader.article.text[start : start + 20] in pointed


@driven
async def test_no_ground_or_line_reaches_beyond_the_last_word_of_a_row() -> None:
    async with explorer(theme="light") as at:
        ground = at.main.role_style("text").bgcolor
        for line in at.styled(at.reader):
            words = "".join(char for char, _ in line).rstrip()
            assert {style.bgcolor for _, style in line[len(words) :]} <= {ground}
        await at.press("tab")
        for line in at.styled(at.detail):
            words = "".join(char for char, _ in line).rstrip()
            assert not any(style.underline for _, style in line[len(words) :])
