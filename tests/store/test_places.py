"""Records keep their numbers when others come and go, and their places are those on the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.store.document import Names, line_parser
from eujdef_tui.store.places import STEP, Places


@pytest.mark.slow
@given(st.integers(0, 40), st.data())
def test_place_and_number_are_each_other_undone(compiled: int, data: st.DataObject) -> None:
    regular = [nth * STEP for nth in range(1, compiled + 1)]
    gone = data.draw(st.sets(st.sampled_from(regular))) if regular else set()
    inside = st.integers(1, (compiled + 1) * STEP - 1).filter(lambda n: n % STEP)
    between = data.draw(st.sets(inside, max_size=30))
    numbers = sorted({*regular, *between} - gone)
    places = Places(len(numbers), [*gone], [*between])
    assert [places.place(n) for n in numbers] == list(range(1, len(numbers) + 1))
    assert [places.number(place) for place in range(1, len(numbers) + 1)] == numbers
    assert places.end == (compiled + 1) * STEP


def test_a_number_of_nothing_has_the_place_of_the_one_before_it() -> None:
    places = Places(3, [2 * STEP], [2 * STEP + 7])
    assert [places.place(n) for n in (STEP + 1, 2 * STEP, 2 * STEP + 6, 2 * STEP + 8)] == [1, 1, 1, 2]
    assert places.place(places.end - 1) == 3


def test_names_of_linked_records_tell_their_places() -> None:
    written = f"{STEP}\tname\tAda Byron\tada byron\n{3 * STEP + 5}\tname\tEve\teve"
    assert [line.number for line in Names(written).lines] == [1, 3]
    moved = Places.of(4, [(2 * STEP, 0), (3 * STEP + 5, 1)])
    assert not moved.plain
    line = line_parser(moved.place)
    assert [line.number for line in Names(written, line).lines] == [1, 3]
    assert [line.name for line in Names(written, line).lines] == ["Ada Byron", "Eve"]
    assert Names("", line).lines == ()
    assert [line.number for line in Names("name\tAda Byron\tada byron").lines] == [0]


@pytest.mark.parametrize("odd", [[("x", 1)], [(None, 0)]])
def test_odd_rows_of_what_moved_are_damage(odd: list[tuple[int, int]]) -> None:
    with pytest.raises((TypeError, ValueError)):
        Places.of(3, odd)


def test_an_undone_move_leaves_places_plain() -> None:
    assert Places.of(5, []).plain
    assert Places(5).end == 6 * STEP
    assert [Places(5).place(Places(5).number(place)) for place in range(1, 6)] == [1, 2, 3, 4, 5]
