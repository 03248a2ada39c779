"""What search has of a record is joined from what its own file tells and from the records that it points at."""

from __future__ import annotations

from eujdef_tui.store.fragment import Row
from eujdef_tui.store.index_writer import document_of
from eujdef_tui.store.search_part import linked_names, search_part

ADA = ["name", "Ada", "ada", "name\tAda\tada", "ada", [], "A"]
MIR = ["other name", "Mir 2", "mir 2", "other name\tMir 2\tmir 2", "mir 2", ["_q2e0"], ""]
TAGS = [["_all", "_kperson"], ["value"], ["_y2024"]]
ROW = Row(
    ["Ada", 20240101, 20241231], None, [], None, ["", "日本 calls", "", "w5:eur", ["_q5e0", "_q1e0"]], TAGS, [ADA, MIR]
)


def test_names_numbers_and_tags_of_a_record_are_joined_once() -> None:
    part = search_part(ROW)
    assert part.bounds == (20240101, 20241231)
    assert part.names == "name\tAda\tada\nother name\tMir 2\tmir 2"
    assert part.indexed == ("ada mir 2", "", "日 本 calls", ""), "words without spaces are indexed sign by sign"
    assert part.tags == ("_all _kperson", "_hvalue", "_y2024")
    assert part.numbers == ["_q1e0", "_q2e0", "_q5e0"]
    assert part.full_names == [("ada", "A"), ("mir 2", "")]


def test_a_document_has_the_names_and_numbers_of_what_it_points_at() -> None:
    alone = search_part(ROW._replace(lines=[]))
    row, indexed, full_names = document_of((7,), alone, [(9, linked_names([ADA, MIR]))], "_all")
    assert row == (7, "", "9\tname\tAda\tada\n9\tother name\tMir 2\tmir 2", "", "日本 calls", "", "w5:eur")
    assert indexed == ("", "ada mir 2", "", "日 本 calls", "", "_all _q1e0 _q2e0 _q5e0")
    assert full_names == []


def test_a_document_that_points_at_nothing_has_its_own_alone() -> None:
    plain = Row(["A", None, None], None, [], None, ["a", "", "", "", []], [["_all"], [], []], [])
    row, indexed, _ = document_of((1,), search_part(plain), [], "_all")
    assert row == (1, "", "", "a", "", "", "")
    assert indexed == ("", "", "a", "", "", "_all")
