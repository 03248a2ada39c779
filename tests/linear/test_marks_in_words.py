"""Every mark of the screen has words, and a hit says in words how it matched."""

from __future__ import annotations

import pytest

from eujdef_tui.linear.marks_in_words import (
    GRADE_WORDS,
    MARK_WORDS,
    kind_words,
    match_words,
    short_reason,
    status_words,
)
from eujdef_tui.model.glyphs import GRADE_MARKS, KIND_MARKS, STATUS_MARKS
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base

DAY = 2025_09_01


def test_every_mark_has_words() -> None:
    assert set(MARK_WORDS) >= {*STATUS_MARKS.values(), *KIND_MARKS.values(), *GRADE_MARKS.values()}
    assert set(GRADE_WORDS) == set(GRADE_MARKS)
    assert all(words.isascii() and words.replace(" ", "").isalpha() for words in MARK_WORDS.values())


@pytest.mark.parametrize(
    ("status", "date", "words"),
    [
        ("happened", "2024", "happened"),
        ("reported", "", "reported"),
        ("planned", "2026", "planned, not yet due"),
        ("planned", "2025", "planned, not yet due"),
        ("planned", "2025-08-31", "planned, day passed, no article says more"),
        ("planned", "", "planned"),
        ("target", "2035", "a target, not yet due"),
        ("target", "2024", "a target, day passed, no article says more"),
        ("target", "", "a target"),
    ],
)
def test_a_status_says_whether_its_day_has_come(status: str, date: str, words: str) -> None:
    assert status_words(status, date, DAY) == words


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("kibble", "person"),
        ("metre-convention", "agreement, treaty"),
        ("vote", "happened"),
        ("new-second", "planned, not yet due"),
        ("kilogram-article", "source, article newspaper"),
    ],
)
def test_a_record_is_called_by_its_kind_and_an_event_by_its_status(metre: Base, record: str, words: str) -> None:
    assert kind_words(metre.record(metre.number(record) or 0).record, DAY) == words


def test_statements_figures_tensions_and_notes_on_reading_are_told_apart(corpus: Base) -> None:
    found = {
        kind_words(row.record, DAY) for view in ("statements", "tensions") for row in corpus.rows(corpus.span(view))
    }
    assert found == {"statement", "figure", "articles differ", "note on reading"}


@pytest.mark.parametrize(
    ("query", "short", "words"),
    [
        ("kibble", "", "kibble in the name"),
        ("kible", "matched by spelling, kible as Kibble", "kible by spelling as Kibble in the name"),
        ("kibb", "matched by its beginning, kibb as Kibble", "kibb by its beginning as Kibble in the name"),
        ('"bryan kibble"', "matched as these words in a row", "bryan kibble as these words in a row in the name"),
    ],
)
def test_the_best_hit_says_how_it_matched(metre: Base, query: str, short: str, words: str) -> None:
    hit = search(metre, parse(query)).hits[0]
    assert short_reason(metre, hit) == short
    assert match_words(metre, hit) == words


@pytest.mark.parametrize(
    ("query", "short", "words"),
    [
        ("sjac", "by the other name SJAC", "sjac in the other name SJAC"),
        ("kalas", "matched by spelling, kalas as Kallas", "kalas by spelling as Kallas in the name"),
        ("石破茂", "by the other name 石破茂", "石破茂 in the other name 石破茂"),
    ],
)
def test_another_name_is_named(corpus: Base, query: str, short: str, words: str) -> None:
    hit = search(corpus, parse(query)).hits[0]
    assert (short_reason(corpus, hit), match_words(corpus, hit)) == (short, words)


def test_a_linked_record_is_named_and_a_date_says_which(corpus: Base) -> None:
    linked = [hit for hit in search(corpus, parse("sjac")).hits if any(match.via for match in hit.why)]
    assert "through Society of Japanese Aerospace Companies" in short_reason(corpus, linked[0])
    dated = search(corpus, parse("nov 2024")).hits[0]
    assert "November 2024" in match_words(corpus, dated)
