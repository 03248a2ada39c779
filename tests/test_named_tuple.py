"""Our NamedTuple does what that of `typing` does."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.named_tuple import NamedTuple
from tests.helpers.processes import python


class Point(NamedTuple):
    """A point with a remark."""

    x: int
    y: int = 2
    remark: str = ""

    @property
    def sum(self) -> int:
        """Both together."""
        return self.x + self.y

    @classmethod
    def origin(cls) -> Point:
        return cls(0, 0)


class Named(Point):
    """A class below one with fields has the same."""


OF_TYPING: Any = typing.NamedTuple("OF_TYPING", [("x", int), ("y", int), ("remark", str)])
OF_TYPING.__new__.__defaults__ = (2, "")
VALUES = st.integers(0, 3) | st.text(max_size=2)
ARGUMENTS = (st.lists(VALUES, max_size=4), st.dictionaries(st.sampled_from(["x", "y", "remark", "z"]), VALUES))


def made(cls: Any, values: list[Any], named: dict[str, Any]) -> tuple[Any, ...] | None:
    try:
        return tuple(cls(*values, **named))
    except TypeError:
        return None


@given(*ARGUMENTS)
def test_arguments_fill_the_fields_that_they_fill_in_typing(values: list[Any], named: dict[str, Any]) -> None:
    assert made(Point, values, named) == made(OF_TYPING, values, named)


@given(st.dictionaries(st.sampled_from(["x", "y", "remark", "z"]), VALUES))
def test_fields_are_replaced_and_what_is_no_field_is_refused(changes: dict[str, Any]) -> None:
    old: Any = Point(1)
    if "z" in changes:
        with pytest.raises(TypeError, match="z"):
            old._replace(**changes)
    else:
        assert old._replace(**changes)._asdict() == {"x": 1, "y": 2, "remark": ""} | changes
        assert type(old._replace(**changes)) is Point


def test_a_value_is_a_tuple_with_names_methods_and_no_dictionary() -> None:
    point = Point(1, remark="r")
    x, y, remark = point
    assert (x, y, remark, point.sum, point[2]) == (1, 2, "r", 3, "r")
    assert isinstance(point, tuple)
    assert point == (1, 2, "r")
    assert hash(point) == hash((1, 2, "r"))
    assert sorted([Point(2), Point(1, 3), point]) == [point, Point(1, 3), Point(2)]
    assert (Point.origin().sum, Point._make([4, 5, ""]).y) == (0, 5)
    assert Point._fields == Point.__match_args__ == ("x", "y", "remark")
    assert Point.__doc__ == "A point with a remark."
    assert not hasattr(point, "__dict__")
    assert repr(point) == "Point(x=1, y=2, remark='r')"


def test_a_value_cannot_be_changed() -> None:
    point: Any = Point(1)
    for name in ("x", "other"):
        with pytest.raises(AttributeError):
            setattr(point, name, 5)


def test_a_value_can_be_matched_copied_and_pickled() -> None:
    point = Point(1, 7)
    match point:
        case Point(x, 7):
            assert x == 1
    for again in (copy.deepcopy(point), *(pickle.loads(pickle.dumps(point, way)) for way in range(6))):
        assert (again, type(again)) == (point, Point)


def test_a_class_below_one_with_fields_has_the_same_fields() -> None:
    assert Named(3).sum == 5
    assert (Named._fields, type(Named(3)._replace(y=1))) == (Point._fields, Named)


def test_a_field_without_a_default_may_not_follow_one_with_a_default() -> None:
    made: Any = type(NamedTuple)
    with pytest.raises(TypeError, match="without a default"):
        made("Odd", (NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})


@given(st.integers(0, 13), st.integers(0, 13), st.data())
def test_a_class_of_any_number_of_fields_has_them_in_order(count: int, required: int, data: st.DataObject) -> None:
    names = [f"field{nth}" for nth in range(count)]
    required = min(required, count)
    made: Any = type(NamedTuple)
    body = {"__annotations__": dict.fromkeys(names, "int")} | dict.fromkeys(names[required:], -1)
    cls = made("Any", (NamedTuple,), body)
    given = data.draw(st.integers(required, count))
    by_name = data.draw(st.integers(0, given))
    value = cls(*range(given - by_name), **{names[nth]: nth for nth in range(given - by_name, given)})
    assert value == (*range(given), *[-1] * (count - given))
    assert [getattr(value, name) for name in names] == list(value)


def test_what_lacks_a_field_or_has_too_many_is_refused_by_the_name_of_its_class() -> None:
    make: Any = Point
    for values, named, told in (
        ((), {}, r"Point\.__new__\(\) missing 1 required positional argument: 'x'"),
        ((1,), {"x": 2}, r"Point\.__new__\(\) got multiple values for argument 'x'"),
        ((1,), {"z": 2}, r"Point\.__new__\(\) got an unexpected keyword argument 'z'"),
        ((1, 2, "", 4), {}, r"Point\.__new__\(\) takes from 2 to 4 positional arguments but 5 were given"),
    ):
        with pytest.raises(TypeError, match=told):
            make(*values, **named)


def test_a_class_of_more_fields_than_there_are_constructors_for_is_refused() -> None:
    made: Any = type(NamedTuple)
    with pytest.raises(TypeError, match="of 14 fields no tuple is made, only of 13"):
        made("Many", (NamedTuple,), {"__annotations__": dict.fromkeys("abcdefghijkmno"[:14], "int")})


def test_a_find_makes_no_class_by_generated_code() -> None:
    code = """
import sys
from eujdef_tui.cli.verbs import find
loaded = [module for name, module in sys.modules.items() if name.startswith("eujdef_tui")]
classes = {value for module in loaded for value in vars(module).values() if isinstance(value, type)}
print(sorted(cls.__name__ for cls in classes - {tuple} if issubclass(cls, tuple) and type(cls) is type))
"""
    assert python(code, COVERAGE_PROCESS_CONFIG="").out == "[]\n"
