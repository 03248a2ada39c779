"""A per cent sign belongs to the figure before it, also where a space parts them."""

from __future__ import annotations

import pytest

from eujdef_tui.search.query import parse
from eujdef_tui.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2 % of GDP", [("2 %", "pct")]),
        ("up to 5 %", [("5 %", "pct")]),
        (
            "5\N{NO-BREAK SPACE}%, then 6\N{NARROW NO-BREAK SPACE}%; 7%",
            [("5\xa0%", "pct"), ("6\u202f%", "pct"), ("7%", "pct")],
        ),
        ("5 million % of it", [("5 million", "")]),
        ("between 2 and 3 %", [("2", "pct"), ("3 %", "pct")]),
        ("2-3 % a year", [("2", "pct"), ("3 %", "pct")]),
        ("rose by 1200 % and 2000 %", [("1200 %", "pct"), ("2000 %", "pct")]),
        ("5  % further on", [("5", "")]),
    ],
)
def test_a_sign_behind_one_space_is_the_unit(text: str, read: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.unit) for one in quantities(text)] == read


@pytest.mark.parametrize("typed", ["2 %", "2%"])
def test_a_share_is_typed_with_a_space_or_without(typed: str) -> None:
    (term,) = parse(typed).terms
    assert (term.tokens, term.amount) == (("2%",), "2e0:pct")
