"""Quotation marks nest, and balance also where a quote was cut out of a longer one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.quote_marks import in_quote_marks


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("a plain quote", "“a plain quote”"),
        ("", "“”"),
        ("He called it “a deal” twice", "“He called it ‘a deal’ twice”"),
        ('He called it "a deal," twice', "“He called it ‘a deal,’ twice”"),
        ("a “deal that ‘holds’ now” then", "“a ‘deal that “holds” now’ then”"),
        ("a ‘deal’ and the workers’ day; it’s done", "“a ‘deal’ and the workers’ day; it’s done”"),
        ("“All of it,”", "“‘All of it,’”"),
        ("er sagte „ein Haus“ dazu", "“er sagte ‘ein Haus’ dazu”"),
    ],
)
def test_marks_within_marks_are_turned(text: str, marked: str) -> None:
    assert in_quote_marks(text) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("This will be a basis,” he said", "“‘This will be a basis,’ he said”"),
        ('This will be a basis," he said', "“‘This will be a basis,’ he said”"),
        ("he said: “This will be", "“he said: ‘This will be’”"),
        ("a basis,” he said. “We go on", "“‘a basis,’ he said. ‘We go on’”"),
        ("a ‘firm’ basis,” he said", "“‘a “firm” basis,’ he said”"),
        ("one,” two,” three", "“‘“one,” two,’ three”"),
        ("one “two “three", "“one ‘two “three”’”"),
    ],
)
def test_a_mark_that_lost_its_partner_gets_one(text: str, marked: str) -> None:
    assert in_quote_marks(text) == marked


def test_inches_and_apostrophes_are_no_quotation_marks() -> None:
    assert in_quote_marks('a 5" pipe of the ’90s, rock ’n’ roll') == '“a 5" pipe of the ’90s, rock ’n’ roll”'


@given(st.text('ab ,.“”"„‘’', max_size=14))
def test_double_marks_balance_whatever_a_quote_holds(text: str) -> None:
    marked = in_quote_marks(text)
    assert marked[0] == "“"
    assert marked[-1] == "”"
    assert marked.count("“") == marked.count("”")
    assert not {"„", '"'} & set(marked)
    assert [sign for sign in marked if sign in "ab ,."] == [sign for sign in text if sign in "ab ,."]
