"""A sentence is only looked at for dates and numbers where one of its words may begin one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.date_mentions import mentions
from eujdef_tui.text.quantities import quantities
from eujdef_tui.verify import word_kinds
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.word_kinds import DIGIT, KINDS, MEANINGS, NUMBER, SHORTENED

_WORDS = (
    "on 18 March 2025 last week in early the 2030s 2024-25 Friday next year's summit two billion euros F-16 1,000 days"
    " ago within three months spring decided mayor not cannot never ruled out, agreement; nor neither 5% A400M 12th"
).split(" ")
SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    "text",
    [
        "It was signed on 1 November 2024.", "Last November it was signed.", "They met in May.", "By 2027 it is built.",
        "It came yesterday.", "On Friday they met.", "This summer they meet.", "The 2030s are meant.",
        "Two weeks ago it began.",
        "On 2025-07-23 they met.", "In 2024/25 it rose.", "Next quarter it ends.",
    ],
)  # fmt: skip
def test_a_date_is_found_wherever_it_stands(text: str) -> None:
    assert Pieces(text).dates == list(mentions(text)) != []


@given(SENTENCES)
def test_numbers_of_a_sentence_are_those_of_its_text(text: str) -> None:
    found = Pieces(text)
    dated = {place for one in found.dates for place in range(one.start, one.end)}
    assert found.quantities == [one for one in quantities(text) if dated.isdisjoint(range(one.start, one.end))]


@given(SENTENCES)
def test_dates_of_a_sentence_are_among_those_of_its_text(text: str) -> None:
    found, every = Pieces(text).dates, list(mentions(text))
    assert found in ([], every)
    if any(one.kind in ("iso", "dmonth", "mmonth", "month", "alone", "weekday") for one in every):
        assert found == every


@given(SENTENCES)
def test_a_word_means_its_root_if_it_says_something(text: str) -> None:
    found = Pieces(text)
    assert found.meanings == tuple(root(word) if is_content(word) else "" for word in found.folded)
    assert list(found.roots.items()) == list(
        {root(word): at for at, word in reversed(list(enumerate(found.folded))) if is_content(word)}.items()
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [("isnt", SHORTENED), ("government", SHORTENED), ("12th", NUMBER), ("five", NUMBER), ("a400m", DIGIT)],
)
def test_a_word_may_begin_what_it_is_looked_at_for(word: str, kind: int) -> None:
    assert KINDS[word] & kind
    assert not KINDS["pact"] & kind


def test_no_more_words_are_remembered_than_a_book_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_kinds, "_MOST", 10)
    kinds, meanings = type(KINDS)(), type(MEANINGS)()
    for at in range(40):
        assert kinds[f"word{at}"] == kinds[f"word{at}"]
        assert meanings[f"word{at}"] == f"word{at}"
    assert len(kinds) <= 10
    assert len(meanings) <= 10
