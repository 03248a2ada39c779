"""Entries are inserted as text: every other line stays, and what cannot be done so is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile.inserting import append_items, replace_item, replace_line
from eujdef_tui.factfile.yaml_nodes import Mapping, Scalar, compose
from eujdef_tui.factfile.yaml_text import Fields, item_lines, scalar
from eujdef_tui.text.unicode import clean
from tests.helpers.places import CORPUS

ITEM = ["- id: z", "  title: new"]
TEXT = """\
# Mine
sources:
- id: s   # the one
  file: a.txt
  no_fact:
    - {kind: byline, quote: "By Ann"}

events:

  - id: a
    title: >-
      a: b

      # no comment
  # about b
  - id: b
    title: "x
      y"

  # the end
actors: []   # none yet
"""


@pytest.mark.parametrize(
    ("where", "before"),
    [
        (("events",), '      y"'),
        (("actors",), "actors:   # none yet"),
        (("sources",), '    - {kind: byline, quote: "By Ann"}'),
        (("sources", "s", "no_fact"), '    - {kind: byline, quote: "By Ann"}'),
        (("events", "a", "evidence"), "    evidence:"),
        (("agreements",), "agreements:"),
    ],
)
def test_an_entry_is_put_behind_the_last_one_and_no_other_line_changes(where: tuple[str, ...], before: str) -> None:
    text = append_items(TEXT, [ITEM], *where)
    lines = text.split("\n")
    at = next(nth for nth, line in enumerate(lines) if line.strip() == ITEM[0])
    assert [line.strip() for line in lines[at : at + 2]] == [line.strip() for line in ITEM]
    assert next(line for line in reversed(lines[:at]) if line.strip()) == before
    given = [line.replace(" []", "") if where == ("actors",) else line for line in TEXT.split("\n") if line.strip()]
    rest = iter(lines)
    assert all(line in rest for line in given)  # each, in this order


def test_several_entries_are_put_in_at_once_and_stand_apart_as_the_others_do() -> None:
    text = append_items(TEXT, [ITEM, ["- id: y"]], "events")
    assert '      y"\n  - id: z\n    title: new\n  - id: y\n\n  # the end' in text
    spaced = append_items("events:\n  - id: a\n\n  - id: b\n", [ITEM, ["- id: y"]], "events")
    assert spaced.endswith("- id: b\n\n  - id: z\n    title: new\n\n  - id: y\n")


def test_a_value_that_goes_on_left_of_its_entry_is_not_broken() -> None:
    with pytest.raises(FactFileError, match="would change what stands there"):
        append_items('events:\n  - id: a\n    title: "x\n  y"\n', [ITEM], "events")


@pytest.mark.slow
def test_the_shipped_file_loses_no_line() -> None:
    text = CORPUS.read_text(encoding="utf-8")
    added = append_items(text, [ITEM], "events")
    assert added.replace("\n  - id: z\n    title: new\n", "", 1).split("\n") == text.split("\n")
    assert replace_item(added, ITEM, []) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("events: [{id: a}]\n", r"within \[ \]"),
        ("events: {a: b}\n", "is no list"),
        ("events: words\n", "is no list"),
        ("events: [\n]\n", "several lines"),
        ("- a\n", "no mapping"),
        ("a: b: c\n", "colon"),
    ],
)
def test_a_list_of_another_form_is_left_alone(text: str, said: str) -> None:
    with pytest.raises(FactFileError, match=said) as raised:
        append_items(text, [ITEM], "events")
    assert raised.value.advice


def test_an_entry_for_a_record_that_is_not_there_is_refused() -> None:
    with pytest.raises(FactFileError, match="has the id q"):
        append_items(TEXT, [ITEM], "sources", "q", "no_fact")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_are_those_of_the_file(end: str) -> None:
    text = f"events:{end}  - id: a{end}"
    assert append_items(text, [ITEM], "events") == f"{text}  - id: z{end}    title: new{end}"


def test_a_file_without_an_end_of_line_gets_one() -> None:
    assert append_items("title: T", [ITEM], "events") == "title: T\nevents:\n  - id: z\n    title: new\n"


# --- what was inserted ---


def test_an_entry_is_replaced_where_it_stands_as_it_was_inserted() -> None:
    text = append_items(TEXT, [ITEM], "events")
    assert replace_item(text, ITEM, ["- id: z", "  title: newer"]) == text.replace("title: new", "title: newer")


@pytest.mark.parametrize(
    "edit", [("title: new", "title: mine"), ("title: new\n", "title: new\n    x-note: mine\n"), ("- id: z", "- id: y")]
)
def test_an_entry_that_somebody_changed_is_theirs(edit: tuple[str, str]) -> None:
    assert replace_item(append_items(TEXT, [ITEM], "events").replace(*edit), ITEM, []) is None


def test_a_line_is_replaced_only_where_it_stands_once() -> None:
    assert replace_line("a:\n  b: 2\n", "b: 2", "b: 3") == "a:\n  b: 3\n"
    assert replace_line("b: 2\nc:\n  b: 2\n", "b: 2", "b: 3") == "b: 2\nc:\n  b: 2\n"
    assert replace_line("a: 1\n", "b: 2", "b: 3") == "a: 1\n"


# --- values ---

NASTY = (
    "NO yes null 2024 1e3 12:30 0x1F =  '' # a: b|a #b|- x|*a|&b|!c|%d|@e|`f|{g|[h|>|?|\\n|a\\b|\"q\"|'q'"
    "|é|e\u0301|\u1112\u1161\u11ab|a\u2028b|a\x85b|\ufeffx|\U0001f600|…|\u0915\u093c|a\u0301\u0302|\u212b"
).replace(" ", "|").split("|")  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_value_is_read_back_letter_for_letter(text: str) -> None:
    assert_read_back(text)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=30))
def test_any_value_is_read_back_letter_for_letter(text: str) -> None:
    assert_read_back(text)


def assert_read_back(text: str) -> None:
    written = f"k: {scalar(text)}\n"
    root = compose(written, "")
    assert unicodedata.is_normalized("NFC", written)
    assert isinstance(root, Mapping)
    ((_, value),) = root.pairs
    assert isinstance(value, Scalar)
    assert value.text == clean(text)


def test_a_record_is_written_in_lines_without_what_is_empty() -> None:
    fields: Fields = {
        "id": "a-b",
        "title": "T: x",
        "date": "",
        "actors": ["x", "z"],
        "evidence": [{"source": "s"}],
        "none": [],
    }
    assert item_lines(fields) == [
        "- id: a-b", '  title: "T: x"', "  actors: [x, z]", "  evidence:", "    - source: s",
    ]  # fmt: skip
