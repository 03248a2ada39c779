"""A value is changed where it stands, in its own style, and every other character stays."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.factfile.text_edits import Change, changed, inserted_key, new_value, scalar_at
from eujdef_tui.factfile.yaml_nodes import Mapping, Scalar, compose
from eujdef_tui.factfile.yaml_spans import Span, spans, value_of
from tests.helpers.places import CORPUS

STYLES = (
    "a: old words   # a remark\nb: 1\n",
    "a: 'old'   # a remark\nb: 1\n",
    'a: "ol\\u0064"\nb: 1\n',
    "- {x: y, a: old words, b: 1}   # a remark\n",
    "- {a: 'it''s old'}\n- x\n",
    "a: >-\n    old words\n    in lines\n\n# a remark\nb: 1\n",
    "a: |-\n  old\n  lines\nb:\n- x\n",
    "a: old\n   goes on\nb: 1\n",
    '\ufeffa: "old\n  goes on"\r\nb: 1\r\n',
    "a: old\r\nb: 1\r\n",
    "a: old",
)
NASTY = (
    "NO",
    "12:30",
    "a: b",
    "# none",
    "- x",
    "it's",
    'say "no"',
    "a, b}",
    "two\nlines",
    "zu\u0308rich",
    "~",
    "null",
    " lead",
    "trail ",
    "\\",
    "é",
    "𝄞",
    "[a",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "?",
    "- ",
    "x:",
    "x #y",
    "---",
    "...",
)


def _value(text: str) -> tuple[Span, Span]:
    """The value of the key `a`, and the mapping that it stands in."""
    root = spans(text)
    assert root
    owner = root.items[0] if root.kind == "list" else root
    value = value_of(owner, "a")
    assert value
    return value, owner


def _written(text: str, new: str) -> str:
    value, owner = _value(text)
    change = new_value(text, value, owner, new)
    assert change, (text, new)
    after = changed(text, [change])
    assert after is not None, (text, new, change)
    assert after[: change.start] == text[: change.start]
    assert after[change.start + len(change.new) :] == text[change.end :]
    return after


def _read(text: str) -> str:
    node = compose(text.removeprefix("\ufeff"), "")
    node = node if isinstance(node, Mapping) else node.items[0]  # type: ignore[union-attr]
    assert isinstance(node, Mapping)
    value = {key.text: value for key, value in node.pairs}["a"]
    assert isinstance(value, Scalar)
    return value.text


@pytest.mark.parametrize("text", STYLES)
@pytest.mark.parametrize("new", NASTY)
def test_a_value_of_any_style_can_say_anything(text: str, new: str) -> None:
    assert _read(_written(text, new)) == new


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STYLES), st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Cf")), min_size=1))
def test_whatever_is_written_reads_back(text: str, new: str) -> None:
    value, owner = _value(text)
    change = new_value(text, value, owner, new)
    assert change
    after = changed(text, [change])
    assert after is not None
    assert _value(after)[0].text == new


def test_a_style_stays_where_it_can() -> None:
    assert _written(STYLES[0], "new words") == "a: new words   # a remark\nb: 1\n"
    assert _written(STYLES[1], "it's") == "a: 'it''s'   # a remark\nb: 1\n"
    assert _written(STYLES[3], "new, words") == "- {x: y, a: 'new, words', b: 1}   # a remark\n"
    long = "new words that are long enough for more than a line of forty"
    wrapped = "a: >-\n    new words that are long enough for more\n    than a line of forty\n\n# a remark\nb: 1\n"
    assert _written(STYLES[5], long) == wrapped
    assert _written(STYLES[6], "new\nlines\nhere") == "a: |-\n  new\n  lines\n  here\nb:\n- x\n"


def test_a_value_with_an_anchor_is_left_to_a_person() -> None:
    text = "a: &x old\nb: *x\n"
    assert new_value(text, *_value(text), "new") is None


def test_a_change_that_would_say_anything_else_is_not_made() -> None:
    text = "a: old\nb: 1\n"
    assert changed(text, [Change(3, 6, "new\nc: 2", ("new",))]) is None
    assert changed(text, [Change(3, 6, "{x: new}", ("x", "new"))]) is None
    assert changed(text, [Change(3, 6, "[", ("[",))]) is None


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("- {a: old, b: 1}\n", "- {a: old, prefix: the, b: 1}\n"),
        ("- a: old   # remark\n  b: 1\n", "- a: old   # remark\n  prefix: the\n  b: 1\n"),
        ("- a: >-\n    old\n    words\n\n  b: 1\n", "- a: >-\n    old\n    words\n  prefix: the\n\n  b: 1\n"),
        ("- a: old", "- a: old\n  prefix: the"),
        ("- a: old\r\n", "- a: old\r\n  prefix: the\r\n"),
    ],
)
def test_a_key_is_put_behind_another(text: str, after: str) -> None:
    _, owner = _value(text)
    change = inserted_key(text, owner, "a", "prefix", "the")
    assert change
    assert changed(text, [change]) == after


def test_a_scalar_is_found_by_its_place() -> None:
    text = "a:\n- {q: words, p: x}\n"
    root = spans(text)
    assert root
    found = scalar_at(root, 2, 7)
    assert found
    assert found[0].text == "words"
    assert found[1]
    assert found[1].style == "flow"
    assert scalar_at(root, 2, 8) is None


def test_spans_are_the_text_of_the_shipped_values(shipped_text: str) -> None:
    root = spans(shipped_text)
    assert root
    chosen = random.Random(1).sample(list(_plain(root)), 200)
    assert all(shipped_text[one.start : one.end] == one.text for one in chosen)


def _plain(span: Span) -> list[Span]:
    below = [one for item in span.items for one in _plain(item)]
    below += [one for _, value in span.pairs for one in _plain(value)]
    return [*below, span] if span.kind == "scalar" and not span.style else below


@pytest.fixture(scope="module")
def shipped_text() -> str:

    return CORPUS.read_text(encoding="utf-8")
