"""A draft is parted into what is checked: plain text and Markdown, with true lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.verify.draft_text import _shaped, cleaned_draft, parts, places_of
from tests.helpers.work import count_calls


def texts(draft: str) -> list[tuple[str, str]]:
    """(sort, shape in one line) of each part."""
    return [(one.sort, " ".join(one.shape.split())) for one in parts(draft)]


PARTED = {
    "One stands here. Two stands there.": [("sentence", "One stands here."), ("sentence", "Two stands there.")],
    "# A heading\n\nOne stands.": [("heading", "A heading"), ("sentence", "One stands.")],
    "A heading\n=========\nOne stands.": [("heading", "A heading"), ("sentence", "One stands.")],
    "A heading\n---\nOne stands.": [("heading", "A heading"), ("sentence", "One stands.")],
    "- one note\n- another note": [("sentence", "one note"), ("sentence", "another note")],
    "* one note\n+ another note": [("sentence", "one note"), ("sentence", "another note")],
    "1. one note\n2) another note": [("sentence", "one note"), ("sentence", "another note")],
    "- [ ] to be done\n- [x] was done": [("sentence", "to be done"), ("sentence", "was done")],
    "> Quoted it was.": [("sentence", "Quoted it was.")],
    "> > Twice quoted.": [("sentence", "Twice quoted.")],
    "**Bold** and *slanted* and `code` here.": [("sentence", "Bold and slanted and code here.")],
    "__Bold__ and _slanted_ here.": [("sentence", "Bold and slanted here.")],
    "A [link](https://example.org/a) here.": [("sentence", "A link here.")],
    "A [![badge](b.svg)](https://example.org) here.": [("sentence", "A badge here.")],
    "An ![image](a_(b).svg) and [one [inner](x) here.": [("sentence", "An image .svg) and [one inner here.")],
    "See https://example.org/a for more.": [("sentence", "See for more.")],
    "Claimed.[^1] Told.": [("sentence", "Claimed."), ("sentence", "Told.")],
    "<b>Bold</b> here.": [("sentence", "Bold here.")],
    "<!-- nobody sees this --> Seen.": [("sentence", "Seen.")],
    "<!-- <!-- a --> Seen <!----> here <!-- open.": [("sentence", "Seen here <!-- open.")],
    "---\ntitle: x\n---\nOne stands.": [("sentence", "One stands.")],
    "***\n\nOne stands.": [("sentence", "One stands.")],
    "": [],
    "\n\n  \n": [],
}


@pytest.mark.parametrize(("draft", "wanted"), PARTED.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_draft_is_parted(draft: str, wanted: list[tuple[str, str]]) -> None:
    assert texts(draft) == wanted


def test_code_is_a_part_of_its_own_and_is_not_read() -> None:
    found = parts("One.\n\n```py\nprint('5%')\n# no heading\n```\n\nTwo.")
    assert [one.sort for one in found] == ["sentence", "code", "sentence"]
    assert found[1].shape == ""


def test_a_fence_that_is_never_closed_reaches_to_the_end() -> None:
    assert [one.sort for one in parts("~~~\nOne stands here.\nTwo stands here.")] == ["code"]


def test_a_wrapped_paragraph_is_read_as_one() -> None:
    wrapped = (
        "In November 2024 the European Union and Japan announced a partnership on security\n"
        "and defence. It is the first of its kind."
    )
    assert [text for _, text in texts(wrapped)] == [
        "In November 2024 the European Union and Japan announced a partnership on security and defence.",
        "It is the first of its kind.",
    ]


def test_a_long_line_goes_on_in_the_next_also_before_a_capital() -> None:
    wrapped = "The partnership was unveiled in Tokyo by Borrell and his counterpart\nIwaya, who both spoke."
    assert len(parts(wrapped)) == 1


def test_a_wrapped_quotation_and_a_wrapped_item_are_read_as_one() -> None:
    assert len(parts("> The partnership was unveiled in Tokyo by Borrell and his\n> counterpart.")) == 1
    assert len(parts("- The partnership was unveiled in Tokyo by Borrell and his\n  counterpart.")) == 1


def test_short_notes_without_full_stops_stay_apart() -> None:
    assert [text for _, text in texts("Japan: 2% by 2027\nEU: 326bn euros\nSPA in force")] == [
        "Japan: 2% by 2027",
        "EU: 326bn euros",
        "SPA in force",
    ]


def test_a_blank_line_ends_a_sentence() -> None:
    assert len(parts("The partnership was unveiled in Tokyo by Borrell and his\n\ncounterpart.")) == 2


def test_what_is_far_longer_than_a_sentence_is_parted_at_spaces_and_no_word_is_lost() -> None:
    draft = f"{'one two three and ' * 500}four. Short. {'x' * 5000}."
    found = parts(draft)
    assert max(one.end - one.start for one in found) <= 2000
    assert " ".join(draft[one.start : one.end] for one in found[:6]).split() == draft.split()[:-1]
    assert sum(one.end - one.start for one in found[6:]) == 5001


def test_places_count_lines_and_columns_from_one() -> None:
    draft = "# Head\n\nOne. Two.\n- item\n"
    found = parts(draft)
    assert places_of(draft, [one.start for one in found]) == [(1, 3), (3, 1), (3, 6), (4, 3)]


def test_columns_count_characters_and_not_bytes() -> None:
    draft = "石破首相。 Two."
    assert places_of(draft, [one.start for one in parts(draft)]) == [(1, 1), (1, 7)]


@given(st.text(alphabet=st.sampled_from("ab .!?\n#>-*_`[]()<>1:|=~^é石"), max_size=120))
def test_parts_are_in_order_do_not_overlap_and_have_shapes_of_their_length(draft: str) -> None:
    end = 0
    for one in parts(draft):
        assert end <= one.start < one.end <= len(draft)
        end = one.end
        if one.sort != "code":
            assert len(one.shape) == one.end - one.start
            assert all(
                shaped in (" ", char) for shaped, char in zip(one.shape, draft[one.start : one.end], strict=True)
            )


@given(st.text(alphabet="ab\n石", max_size=40), st.data())
def test_a_place_leads_back_to_its_offset(draft: str, data: st.DataObject) -> None:
    offsets = sorted(data.draw(st.lists(st.integers(0, len(draft)), max_size=5)))
    lines = draft.split("\n")
    for offset, (line, column) in zip(offsets, places_of(draft, offsets), strict=True):
        before = sum(len(one) + 1 for one in lines[: line - 1])
        assert before + column - 1 == offset


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"], ids=["CR", "CRLF", "LF"])
def test_every_kind_of_line_end_parts_a_draft_alike_with_places_in_the_text_as_it_is(end: str) -> None:
    raw = end.join(["# Head", "", "One stands. Two stands.", "- item", "```", "5% of it", "```", "Last one."])
    draft = cleaned_draft(raw)
    found = parts(draft)
    assert len(draft) == len(raw)
    assert [one.sort for one in found] == ["heading", "sentence", "sentence", "sentence", "code", "sentence"]
    assert places_of(draft, [one.start for one in found]) == [(1, 3), (3, 1), (3, 13), (4, 3), (5, 1), (8, 1)]
    assert [raw[one.start : one.end] for one in found if one.sort != "code"] == [
        "Head", "One stands.", "Two stands.", "item", "Last one."
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\r", "\r\n"], ids=["CR", "CRLF"])
def test_a_paragraph_that_is_wrapped_with_other_line_ends_is_read_as_one(end: str) -> None:
    wrapped = f"In November 2024 the European Union and Japan announced a partnership on security{end}and defence."
    assert len(parts(cleaned_draft(wrapped))) == 1


@pytest.mark.parametrize("mark", ["![a", "[a", "](", "](a", "<!--", "<!-- a --", "<!---->", "[![", "[a](", " ", "> "])
def test_a_line_of_marks_that_never_end_is_read_in_one_pass(mark: str) -> None:
    # a million characters: the square of it would take hours
    text = f"{mark * (1_000_000 // len(mark))}x"
    shape, _, _ = _shaped(text)
    assert len(shape) == len(text)
    assert shape.endswith("x")


def test_twice_the_headings_are_twice_the_work() -> None:
    def calls(size: int) -> int:
        draft = "".join(f"# Brenna {size} {n}\n" for n in range(size))
        return count_calls(lambda: parts(draft))

    parts("# A heading\n")
    few = calls(200)
    assert calls(400) < 2.2 * few


def test_headings_are_headings_wherever_they_stand() -> None:
    draft = "# One\nIt rained.\nTwo\n---\nIt rained again. It rained more.\n## Three"
    assert [(draft[one.start : one.end], one.sort) for one in parts(draft)] == [
        ("One", "heading"),
        ("It rained.", "sentence"),
        ("Two", "heading"),
        ("It rained again.", "sentence"),
        ("It rained more.", "sentence"),
        ("Three", "heading"),
    ]


def test_a_draft_is_parted_once_where_it_is_asked_for_twice() -> None:
    draft = "It rained. " * 50
    first = parts(draft)
    assert count_calls(lambda: parts(draft)) < 10
    first.clear()  # what is done with the answer is not remembered
    assert len(parts(draft)) == 50


@given(st.text("ab\n", max_size=40).flatmap(lambda text: st.tuples(st.just(text), st.lists(st.integers(0, len(text))))))
def test_places_are_found_in_any_order(asked: tuple[str, list[int]]) -> None:
    text, offsets = asked
    before = [text[:offset] for offset in offsets]
    assert places_of(text, offsets) == [(one.count("\n") + 1, len(one) - one.rfind("\n")) for one in before]


def test_places_of_a_few_verdicts_take_no_look_through_the_draft() -> None:
    draft = "It rained.\n" * 1000
    places_of(draft, [0])
    assert count_calls(lambda: places_of(draft, [11 * n for n in range(500, 510)])) < 60
