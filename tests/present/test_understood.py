"""How a query was read, in words that are true."""

from __future__ import annotations

import pytest

from eujdef_tui.present.understood import understood, understood_pieces
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import Query, parse
from eujdef_tui.search.results import Reading, Result
from eujdef_tui.store import Base


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kallas", ""),
        ("kal", ""),
        ("kalas", "kalas ~ Kallas"),
        ("the kalas", 'kalas ~ Kallas · without "the"'),
        ("who is kallas", ""),
        ("nov 2024", ""),
        ("by 2035", ""),
        ("nov 1", "nov 1: 1 Nov of any year"),
        ("in november", "november: Nov of any year"),
        ("before nov 2024", "before nov 2024: by 31 Oct 2024"),
        ("last month", "last month: Aug 2025"),
        ("01/11/2024", "01/11/2024: 1 Nov 2024 or 11 Jan 2024"),
        ("2020-22", "2020-22: 2020–2022 or summer 2020"),
    ],
)
def test_only_what_was_not_taken_as_it_stands_is_told(corpus: Base, typed: str, said: str) -> None:
    assert understood(search(corpus, parse(typed))) == said


def test_each_kind_of_reading_has_its_words() -> None:
    readings = (
        Reading("mended", "kalas", "Kallas"),
        Reading("expanded", "cost", "price"),
        Reading("date", "nov 1", "1 Nov of any year"),
        Reading("sign", "-manila", "!manila"),
        Reading("left out", "the"),
    )
    assert understood(Result(Query(""), readings=readings)) == (
        'kalas ~ Kallas · cost: price · nov 1: 1 Nov of any year · -manila: !manila · without "the"'
    )


def test_in_pieces_the_word_that_was_put_for_one_typed_stands_out(corpus: Base) -> None:
    for typed in ("kalas", "the kalas", "nov 1", "kallas"):
        result = search(corpus, parse(typed))
        pieces = understood_pieces(result)
        assert "".join(text for text, _ in pieces) == understood(result)
        assert [text for text, role in pieces if role == "key"] == (["Kallas"] if "kalas" in typed else [])
