"""Find in the article: what is typed is lit wherever it stands, counted, and walked from match to match."""

from __future__ import annotations

import re
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from eujdef_tui.model.records import Evidence, Source, Tension
from eujdef_tui.present.article_find import ArticleFind, typed_pattern
from eujdef_tui.present.article_words import article_words
from eujdef_tui.present.proofs import proofs
from eujdef_tui.search.engine import Hit, Match, search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Article
from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import clean, fold
from eujdef_tui.tui.pane_titles import find_title
from eujdef_tui.tui.widgets.article_lines import ArticleLines
from eujdef_tui.tui.widgets.line_view import width_of
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven

GUTTER = 3


def lit(at: Driver) -> list[str]:
    """The matches that are lit in the reader, line by line; the one that was gone to in capitals."""
    found: list[str] = []
    find = at.reader.find
    assert find is not None
    for y in range(at.reader.size.height):
        line = at.reader.scroll_offset.y + y
        if line < at.reader.line_count():
            pieces = at.reader.lines.pieces(line, find)
            found += [text.upper() if roles == "here" else text.lower() for text, roles in pieces if marked(roles)]
    return found


def marked(roles: str) -> bool:
    """Whether a piece is part of a match."""
    return not {"match", "here"}.isdisjoint(roles.split())


async def reading(at: Driver) -> None:
    """Read the article of the vote from its first sentence."""
    await at.press("enter", "g")
    assert at.place == "reader"


def occurrences(at: Driver, word: str) -> list[int]:
    """Where a word stands in the article that is read."""
    return [found.start() for found in re.finditer(re.escape(word), fold(at.reader.article.text))]


def current(at: Driver) -> int:
    """Where the match stands that was gone to."""
    assert at.reader.find is not None
    assert at.reader.find.current is not None
    return at.reader.find.current[0]


# --- typing ---


@driven
async def test_what_is_typed_in_the_reader_is_found_in_the_article_and_does_nothing_else() -> None:
    async with explorer() as at:
        await reading(at)
        before = at.typed, at.picked, at.main.view, at.shown(at.records)
        await at.press("slash")
        assert at.reader.find
        await at.type("q 2m[kilogram")
        assert at.reader.find is not None
        assert (at.reader.find.typed, at.reader.find.count) == ("q 2m[kilogram", 0)
        await at.press("ctrl+u")
        await at.type("kilogram")
        assert (at.typed, at.picked, at.main.view, at.shown(at.records)) == before
        assert at.place == "reader"
        assert at.reader.find.count == len(occurrences(at, "kilogram")) > 2


@driven
async def test_the_rule_says_what_is_sought_and_which_match_of_how_many() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.type("kilogram")
        count = len(occurrences(at, "kilogram"))
        assert at.bar_text("reader-rule").endswith(f"─ /kilogram  1 of {count} ─")
        await at.press("enter")
        assert at.bar_text("reader-rule").endswith(f"─ /kilogram  1 of {count} ─")
        await at.press("n")
        assert at.bar_text("reader-rule").endswith(f"─ /kilogram  2 of {count} ─")
        await at.press("escape")
        assert at.bar_text("reader-rule").endswith("─ ✓ verbatim · 1 of 1 ─")


@driven
async def test_a_cursor_stands_on_the_rule_while_the_find_is_typed() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.type("kilo")
        rule = at.main.record.reader_rule
        (line,) = at.styled(rule)
        ground = at.app.theme_variables["primary"].lower()
        grounds = [style.bgcolor.get_truecolor().hex if style.bgcolor else "" for _, style in line]
        text = "".join(char for char, _ in line)
        assert grounds[text.index("/kilo") + 5] == ground
        await at.press("enter")
        (line,) = at.styled(rule)
        assert [style.bgcolor.get_truecolor().hex for _, style in line[40:] if style.bgcolor].count(ground) == 0


@driven
async def test_the_footer_names_the_keys_of_the_find_that_work() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        assert "/ search everything" in at.bar_text("footer")
        await at.type("kilogram")
        assert at.bar_text("footer").startswith("enter keep   esc end the find")
        assert "/" not in at.bar_text("footer")
        await at.press("enter")
        assert at.bar_text("footer").startswith("n N next, before   esc end the find   enter facts here")
        await at.press("enter")
        assert "─ Facts that rest on sentence" in at.text


@driven
async def test_case_accents_and_typography_are_folded() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.type("KÌLOGRAM")
        assert at.reader.find is not None
        assert at.reader.find.count == len(occurrences(at, "kilogram"))


@driven
async def test_all_matches_in_sight_are_lit_and_the_current_one_apart() -> None:
    async with explorer(size=(200, 60)) as at:
        await reading(at)
        await at.press("slash")
        await at.type("kilogram")
        count = len(occurrences(at, "kilogram"))
        assert lit(at) == ["KILOGRAM", *["kilogram"] * (count - 1)]
        await at.press("enter", "n")
        assert lit(at) == ["kilogram", "KILOGRAM", *["kilogram"] * (count - 2)]


@driven
async def test_the_first_match_at_or_after_the_cursor_is_gone_to() -> None:
    async with explorer() as at:
        await reading(at)
        places = occurrences(at, "kilogram")
        await at.press("j", "j", "j")
        start = at.reader.article.spans[3][0]
        await at.press("slash")
        await at.type("kilogram")
        assert current(at) == next(place for place in places if place >= start)
        await at.press("escape", "G", "slash")
        await at.type("the")
        start = at.reader.article.spans[-1][0]
        places = occurrences(at, "the")
        assert current(at) == next((place for place in places if place >= start), places[0])


@pytest.mark.counts_lines
@driven
async def test_backspace_goes_back_to_the_match_of_what_is_left() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.type("kilo")
        first = current(at)
        await at.type("zz")
        assert at.bar_text("reader-rule").endswith("─ /kilozz  0 of 0 ─")
        await at.press("backspace", "backspace")
        assert current(at) == first
        await at.press("ctrl+u")
        assert at.reader.find
        await at.press("backspace")
        assert at.reader.find is None


@pytest.mark.counts_lines
@driven
async def test_arrows_walk_the_matches_while_the_find_is_typed() -> None:
    async with explorer() as at:
        await reading(at)
        places = occurrences(at, "kilogram")
        await at.press("slash")
        await at.type("kilogram")
        await at.press("down", "down", "up")
        assert (current(at), at.reader.find and at.reader.find.typing) == (places[1], True)
        await at.press("escape")
        assert at.reader.cursor == 0


@pytest.mark.counts_lines
@driven
async def test_a_paste_goes_into_the_find_in_one_line() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.paste("the\n  kilogram\x1b[31m")
        assert at.reader.find is not None
        assert at.reader.find.typed == "the kilogram�[31m"
        assert at.typed == ""


# --- leaving ---


@pytest.mark.counts_lines
@driven
async def test_esc_while_typing_goes_back_to_where_one_was() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("j")
        before = at.reader.cursor, at.reader.scroll_offset.y, at.shown(at.reader)
        await at.press("slash")
        await at.type("joule")
        assert at.reader.cursor != before[0]
        await at.press("escape")
        assert (at.reader.cursor, at.reader.scroll_offset.y, at.shown(at.reader)) == before
        assert (at.place, at.reader.find) == ("reader", None)


@pytest.mark.counts_lines
@driven
async def test_esc_after_enter_ends_the_find_and_the_next_leaves_the_reader() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.type("joule")
        await at.press("enter")
        there = at.reader.cursor
        await at.press("escape")
        assert (at.place, at.reader.find, at.reader.cursor) == ("reader", None, there)
        await at.press("escape")
        assert at.place == "pane"


@pytest.mark.counts_lines
@driven
async def test_a_slash_on_the_empty_find_searches() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash", "slash")
        assert (at.place, at.reader.find) == ("search", None)
        await at.type("vote/x")
        assert at.typed == "vote/x"


@driven
async def test_a_slash_after_enter_begins_another_find_from_the_match() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.type("joule")
        await at.press("enter")
        there = at.reader.cursor
        await at.press("slash")
        assert at.reader.find is not None
        assert (at.place, at.reader.find.typed, at.reader.cursor) == ("reader", "", there)
        await at.type("the")
        assert current(at) >= at.reader.article.spans[there][0]


@driven
async def test_a_find_is_kept_where_keys_go_elsewhere_and_ended_with_another_fact() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.type("kilogram")
        await at.press("tab")
        assert at.place != "reader"
        assert at.reader.find is not None
        assert not at.reader.find.typing
        await at.press("J")
        assert at.reader.find is None
        assert "kilogram" not in at.bar_text("reader-rule")


@pytest.mark.counts_lines
@driven
async def test_the_reader_is_left_with_nothing_typed_and_no_find() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash", "tab")
        assert at.reader.find is None


# --- walking ---


@driven
async def test_n_walks_the_matches_round_and_never_the_proofs() -> None:
    async with explorer() as at:
        await reading(at)
        places = occurrences(at, "kilogram")
        await at.press("slash")
        await at.type("kilogram")
        await at.press("enter")
        walked = [current(at)]
        for _ in places:
            await at.press("n")
            walked.append(current(at))
        assert walked == [*places, places[0]]
        await at.press("N")
        assert current(at) == places[-1]


@driven
async def test_the_current_match_is_in_sight_with_a_line_around_it_and_the_cursor_on_its_sentence() -> None:
    async with explorer() as at:
        await reading(at)
        await at.press("slash")
        await at.type("the")
        await at.press("enter")
        for _ in occurrences(at, "the"):
            line, top = at.reader.lines.line_at(current(at)), at.reader.scroll_offset.y
            height, last = at.reader.size.height, at.reader.line_count() - 1
            assert top < line or line == 0
            assert line < top + height - 1 or line == last
            assert at.reader.cursor == at.reader.lines.sentence_at(current(at))
            assert sum(shown.startswith("▶") for shown in at.shown(at.reader)) == 1
            await at.press("n")


@pytest.mark.counts_lines
@driven
async def test_n_goes_on_from_the_cursor_where_that_was_moved() -> None:
    async with explorer() as at:
        await reading(at)
        places = occurrences(at, "kilogram")
        await at.press("slash")
        await at.type("kilogram")
        await at.press("enter", "G", "N")
        start = at.reader.article.spans[-1][0]
        assert current(at) == [place for place in places if place < start][-1]
        await at.press("g", "n")
        assert current(at) == places[0]


@driven
async def test_a_find_in_a_source_keeps_its_match_in_sight_in_another_size() -> None:
    async with explorer(size=(120, 36)) as at:
        await reading(at)
        await at.press("slash")
        await at.type("joule")
        await at.press("enter")
        for width, height in [(80, 24), (200, 60), (60, 16)]:
            await at.resize(width, height)
            top = at.reader.scroll_offset.y
            assert top <= at.reader.lines.line_at(current(at)) < top + at.reader.size.height


# --- an article that a query found by its words ---


@pytest.mark.counts_lines
@driven
async def test_a_source_found_by_its_text_opens_at_its_words_lit_and_counted() -> None:
    async with explorer(size=(100, 30)) as at:
        base = at.main.base
        (hit,) = [hit for hit in search(base, parse("joule second")).hits if base.view(hit.n) == "sources"]
        assert {match.field for match in hit.why} == {"article"}
        at.main.record.show(hit.n, hit)
        await at.settle()
        assert at.reader.find is not None
        text, spans = fold(at.reader.article.text), at.reader.article.spans
        with_both = [start for start, end in spans if {"joule", "second"} <= set(text[start:end].split())]
        if with_both:
            assert at.reader.lines.start_of(at.reader.cursor) == with_both[0]
        assert set(map(str.lower, lit(at))) <= {"joule", "second"}
        assert at.bar_text("reader-rule").endswith(f"─ /joule second  1 of {at.reader.find.count} ─")
        await at.press("n")
        assert f"/joule second  2 of {at.reader.find.count} ─" in at.bar_text("reader-rule")


def pattern_of(*matches: Match) -> re.Pattern[str]:
    """The pattern of an article's words."""
    return re.compile("|".join(article_words(Hit(1, 1.0, matches)).values()))


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("match", "text", "found"),
    [
        (Match("eu", 1, "", "eu", "article"), "The EU in Europe, E.U. and neuer", ["eu", "e.u"]),
        (Match("part", 1, "prefix", "partnership", "article"), "apart, party, PARTNERSHIP", ["part", "part"]),
        (Match("partnrship", 1, "~1", "partnership", "article"), "a partnership, partnerships", ["partnership"]),
        (Match("drastically boost", 1, "phrase", "boost", "article"), "drastically\n boosted", ["drastically\n boost"]),
        (Match("防衛", 1, "", "防衛", "article"), "欧州防衛産業", ["防衛"]),
        (Match("1000", 1, "", "1000", "article"), "some 1,000 or 10,000", ["1,000"]),
    ],
)
def test_words_of_an_article_are_found_as_the_search_found_them(match: Match, text: str, found: list[str]) -> None:
    folded = FoldedText(text)
    spans = [folded.span(*one) for one in folded.matches(pattern_of(match))]
    assert [text[start:end].lower() for start, end in spans] == found


def test_a_misspelt_word_is_sought_as_the_word_that_it_was_read_as() -> None:
    hit = Hit(1, 1.0, (Match("kalas", 1, "~1", "kallas", "article"), Match("mani", 1, "prefix", "manila", "article")))
    assert list(article_words(hit)) == ["kallas", "mani"]


def test_words_that_matched_elsewhere_are_no_words_of_the_article() -> None:
    assert (
        article_words(Hit(1, 1.0, (Match("times", 1, "", "times", "name"), Match("2024", 1, "date", "", "date")))) == {}
    )


# --- proofs of a tension ---


def test_the_next_proof_of_a_tension_is_the_other_side_s() -> None:
    quotes = [Evidence(source=source, quote=f"{source}{nth}") for nth, source in enumerate("aabca")]
    tension = Tension(id="t", title="T", reading="R", facts=(), evidence=tuple(quotes))
    read = proofs(tension)
    assert [item.source for item in read] == ["a", "b", "c", "a", "a"]
    assert sorted(read, key=quotes.index) == quotes


# --- what holds for every text ---

words = st.sampled_from(["die", "Straße", "sss", "des", "a", "…", "é", "\n", "sis.", "防衛", "½"])
texts = st.lists(words, max_size=40).map(" ".join) | st.text(max_size=60).map(clean)


@settings(deadline=None, max_examples=200)
@given(texts, st.sampled_from(["s", "ss", "e", "a", "..", "S s", " ", ""]), st.integers(0, 60))
def test_every_match_folds_to_what_is_typed_and_lies_in_order(text: str, typed: str, offset: int) -> None:
    find = ArticleFind(FoldedText(text), typing=True)
    find.seek(typed, typed_pattern(typed), offset)
    spans = [span[:2] for span in find.within(0, len(text))]
    assert len(spans) == find.count
    assert (find.nth >= 0) == (find.count > 0)
    for start, end in spans:
        assert fold(typed).split() == fold(text[start:end]).split() or len(fold(text[start:end])) > len(typed)
    assert all(one[0] < other[0] for one, other in pairwise(spans))
    if find.current and find.current[0] < offset:
        assert all(start < offset for start, _ in spans)


@pytest.mark.counts_lines
@settings(deadline=None, max_examples=200)
@given(st.integers(20, 120), st.text(max_size=40).map(clean).map(lambda text: " ".join(text.split())), st.booleans())
def test_the_count_has_room_on_every_rule(width: int, typed: str, typing: bool) -> None:
    source = Source(id="s", type="article", title="The European defence industry", issued="2025-07-23", file="s.txt")
    find = ArticleFind(FoldedText("the end of the whole"), typing=typing)
    find.seek(typed, typed_pattern(typed), 0)
    title = find_title(source, find, width)
    (notes,) = title.notes
    assert width_of(title.left) + sum(cell_len(text) + (role != "here") for text, role in notes) + 6 <= width
    if find.typed:
        assert notes[-1][0].strip() == f"{find.nth + 1} of {find.count}"


@settings(deadline=None, max_examples=300)
@given(texts, st.integers(8, 90), st.integers(1, 30), st.data())
def test_the_quote_s_first_line_and_the_cursor_are_in_sight_where_an_article_opens(
    text: str, width: int, rows: int, data: st.DataObject
) -> None:
    spans = tuple(sentences(text))
    if not spans:
        return
    lines = ArticleLines(Article("s", text, 0, spans, (0,) * len(spans)), width)
    sentence = data.draw(st.integers(0, len(spans) - 1))
    start = data.draw(st.integers(spans[sentence][0], spans[sentence][1] - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    top, cursor = lines.opening(sentence, (start, end), rows)
    first, last = lines.lines_of(sentence)
    assert 0 <= top <= max(0, len(lines.wrapped) - rows)
    assert top <= lines.line_at(start) < top + rows
    assert top <= cursor < top + rows
    assert first <= cursor <= lines.line_at(start)
    if last - first < rows:
        assert cursor == first
        assert last < top + rows


@driven
async def test_an_article_is_folded_once_for_all_that_is_typed() -> None:
    async with explorer() as at:
        await reading(at)
        assert at.reader._folded_article() is at.reader._folded_article()
        await at.press("slash")
        with patch("eujdef_tui.tui.widgets.article_reader.FoldedText") as again:
            await at.type("kilogram")
            await at.press("enter", "n", "slash")
            await at.type("metre")
        assert not again.called


@pytest.mark.counts_lines
@driven
async def test_the_rule_of_a_find_is_whole_again_after_the_terminal_was_too_small() -> None:
    async with explorer() as at:
        await at.press("enter", "slash")
        await at.type("metre")
        await at.press("enter")
        before = at.bar_text("reader-rule")
        assert "/metre" in before
        for size in ((19, 5), (80, 24), (40, 12), (10, 3), (80, 24)):
            await at.resize(*size)
        assert at.bar_text("reader-rule") == before
