"""Where each value of a YAML text is written: from which character to which, in which style."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.factfile.merging_text import added_entries, removed_entry
from eujdef_tui.factfile.text_edits import applied, flow_text
from eujdef_tui.factfile.yaml_nodes import MAX_DEPTH
from eujdef_tui.factfile.yaml_spans import Span, spans, value_of
from eujdef_tui.model.records import Actor

TEXT = """\
a: &x "qu\\u00e9"   # remark
b: >-
   folded
   text

   more

# comment
c: {k: it's, l: [x, *x]}
d:
- y
- z: 'a
    b'

e:
"""


def _root(text: str) -> Span:
    root = spans(text)
    assert root
    return root


def _value(text: str, key: str) -> Span:
    value = value_of(_root(text), key)
    assert value
    return value


@pytest.mark.parametrize("begin", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("key", "written", "style"),
    [
        ("a", '&x "qu\\u00e9"', '"'),
        ("b", ">-\n   folded\n   text\n\n   more", ">"),
        ("c", "{k: it's, l: [x, *x]}", "flow"),
        ("d", "- y\n- z: 'a\n    b'", ""),
        ("e", "", ""),
    ],
)
def test_a_span_is_the_text_of_its_value(begin: str, key: str, written: str, style: str) -> None:
    text = begin + TEXT
    value = _value(text, key)
    assert (text[value.start : value.end], value.style) == (written, style)


def test_anchors_and_aliases_are_told() -> None:
    assert _value(TEXT, "a").marked
    inner = value_of(_value(TEXT, "c"), "l")
    assert inner
    assert [(item.kind, item.text) for item in inner.items] == [("scalar", "x"), ("alias", "x")]


@pytest.mark.parametrize("text", ["a: [", "a: 'b", "\t- a", "a: b: c", "[" * (MAX_DEPTH + 5)])
def test_what_is_no_yaml_or_too_deep_has_no_spans(text: str) -> None:
    assert spans(text) is None


# --- values in brackets ---

_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Cf")), max_size=12)
_VALUES = st.recursive(
    _WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=2)
)


def _plain(span: Span) -> object:
    if span.kind == "mapping":
        return {key.text: _plain(value) for key, value in span.pairs}
    return [_plain(item) for item in span.items] if span.kind == "list" else span.text


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(_VALUES)
def test_what_is_written_in_brackets_reads_back(value: object) -> None:
    assert _plain(_value(f"k: {flow_text(value)}\n", "k")) == value


# --- entries ---


@pytest.mark.parametrize(
    ("text", "nth", "after"),
    [
        ("k: [a, b, c]\n", 0, "k: [b, c]\n"),
        ("k: [a, b, c]\n", 2, "k: [a, b]\n"),
        ("k: [a]\n", 0, "k: []\n"),
        ("k: [a,\n    b]   # r\n", 0, "k: [b]   # r\n"),
        ("k:\n- a\n- b   # r\n- c\n", 1, "k:\n- a\n- c\n"),
        ("k:\n  - a: 1\n    b: 2\n\n  - a: 3\n\n  - a: 4\n", 1, "k:\n  - a: 1\n    b: 2\n\n  - a: 4\n"),
        ("k:\n- a\n# above\n- b", 1, "k:\n- a\n# above\n"),
        ("k:\r\n- a\r\n- b\r\nl: 1\r\n", 1, "k:\r\n- a\r\nl: 1\r\n"),
    ],
)
def test_an_entry_is_taken_out_of_a_list(text: str, nth: int, after: str) -> None:
    entries = _value(text, "k")
    assert applied(text, removed_entry(text, entries, entries.items[nth])) == after


BLOCK = "- id: a   # r\n  name: A\n  evidence:\n  - {source: s, quote: q}   # why\n\n- id: b\n"
FLOW = "- {id: a, name: A, evidence: [{source: s, quote: q}]}\n"


@pytest.mark.parametrize(
    ("text", "gains", "after"),
    [
        (
            BLOCK,
            {"evidence": [{"source": "s", "quote": "x, y"}]},
            BLOCK.replace("# why\n", '# why\n  - {source: s, quote: "x, y"}\n'),
        ),
        (BLOCK, {"country": "JP"}, BLOCK.replace("name: A\n", "name: A\n  country: JP\n")),
        (
            BLOCK,
            {"other_names": [{"name": "B"}], "country": "JP"},
            BLOCK.replace("name: A\n", "name: A\n  other_names:\n    - {name: B}\n  country: JP\n"),
        ),
        (BLOCK, {"x-merged": "b"}, BLOCK.replace("# why\n", "# why\n  x-merged: b\n")),
        (FLOW, {"evidence": [{"source": "t"}]}, FLOW.replace("q}]", "q}, {source: t}]")),
        (FLOW, {"country": "JP"}, FLOW.replace("A,", "A, country: JP,")),
        (FLOW, {"x-merged": "b"}, FLOW.replace("]}", "], x-merged: b}")),
    ],
)
def test_entries_and_keys_are_put_where_the_form_has_them(text: str, gains: dict[str, object], after: str) -> None:
    assert applied(text, added_entries(text, _root(text).items[0], Actor, gains)) == after
