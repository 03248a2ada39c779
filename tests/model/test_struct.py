"""A record is made whole, by keyword, and never changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from eujdef_tui.errors import Place
from eujdef_tui.model.records import SECTIONS, Evidence, Name
from eujdef_tui.model.struct import REQUIRED, Frozen, fields, replace
from tests.helpers.processes import python


class Point(Frozen):
    """A place, and a remark on it that is no part of what it says."""

    ASIDE = ("remark",)

    x: int
    y: int = 0
    remark: str = ""


class Named(Point):
    """A place with a name."""

    name: str


def test_fields_are_the_annotations_and_those_inherited_with_their_defaults() -> None:
    assert dict(fields(Named)) == {"x": REQUIRED, "y": 0, "remark": "", "name": REQUIRED}
    assert list(fields(Named(x=1, name="n"))) == list(fields(Named))


def test_what_is_not_given_is_the_default() -> None:
    point = Named(x=1, name="n")
    assert (point.x, point.y, point.remark, point.name) == (1, 0, "", "n")


WRONG: dict[str, Callable[[], Any]] = {
    "Point needs x": lambda: Point(y=1),  # type: ignore[call-arg]
    "Named needs name": lambda: Named(x=1),  # type: ignore[call-arg]
    "Point has no a, z": lambda: Point(x=1, z=2, a=3),  # type: ignore[call-arg]
}


@pytest.mark.parametrize("said", WRONG)
def test_a_record_is_made_whole_or_not_at_all(said: str) -> None:
    with pytest.raises(TypeError, match=f"^{said}$"):
        WRONG[said]()


def test_fields_are_given_by_keyword() -> None:
    with pytest.raises(TypeError):
        Point(1, 2)  # type: ignore[call-arg]


def test_a_record_never_changes() -> None:
    point = Point(x=1)
    with pytest.raises(AttributeError, match="frozen"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 3
    assert point.x == 1


def test_records_are_equal_that_are_of_one_class_and_say_the_same() -> None:
    assert Point(x=1) == Point(x=1, remark="seen twice")
    assert hash(Point(x=1)) == hash(Point(x=1, remark="seen twice"))
    assert Point(x=1) != Point(x=2)
    assert Point(x=1) != Named(x=1, name="")
    assert Point(x=1) != (1, 0)


def test_a_record_shows_what_it_says() -> None:
    assert repr(Named(x=1, name="n", remark="aside")) == "Named(x=1, y=0, name='n')"


def test_a_replaced_field_leaves_the_others_and_the_record_itself() -> None:
    old = Point(x=1, y=2, remark="r")
    new = replace(old, y=3)
    assert (new.x, new.y, new.remark, old.y) == (1, 3, "r", 2)
    with pytest.raises(TypeError, match="no z"):
        replace(old, z=1)


def test_where_a_record_was_read_is_no_part_of_what_it_says() -> None:
    assert Name(name="N", place=Place("a.yaml", 1)) == Name(name="N", place=Place("b.yaml", 2))


def test_every_record_takes_slots_and_no_dictionary() -> None:
    for cls in (*SECTIONS.values(), Evidence):
        assert cls.__dictoffset__ == 0, cls


def test_records_are_made_without_the_module_that_writes_code_for_classes() -> None:
    ran = python(
        "import eujdef_tui.model.records, sys; print('dataclasses' in sys.modules)", COVERAGE_PROCESS_CONFIG=""
    )
    assert ran.out == "False\n", sys.version
