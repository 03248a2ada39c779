"""Rows that wait to be written are the same in memory and in a file, in any order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.store import row_spool
from eujdef_tui.store.fragment import Row
from eujdef_tui.store.row_spool import RowSpool

TEXT = st.text("aé\0", max_size=8)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Rows with texts of their own."""
    found = []
    for _ in range(draw(st.integers(1, 12))):
        title, words, name = draw(TEXT), draw(TEXT), draw(TEXT)
        found.append(Row([title, None, 3], None, [["s", 0, 1]], None, [words, []], [["_all"]], [["name", name]]))
    return found


def read(spool: RowSpool, nth: int) -> list[Any]:
    """All of a row."""
    (plain, *more), (bounds, *document) = spool.record(nth), spool.document(nth)
    assert bounds == plain[1:3]
    return [plain, *more, *document, spool.lines(nth)]


@pytest.mark.slow
@pytest.mark.parametrize("in_memory", [0, 100, 2**20])
@given(data=st.data())
def test_a_row_is_read_as_it_was_added_wherever_the_rows_wait(in_memory: int, data: st.DataObject) -> None:
    given_rows = data.draw(rows())
    with pytest.MonkeyPatch.context() as patch, RowSpool() as spool:
        patch.setattr(row_spool, "_IN_MEMORY", in_memory)
        for row in given_rows:
            spool.add(row)
        for nth in data.draw(st.permutations(range(len(given_rows)))):
            assert read(spool, nth) == list(given_rows[nth])


def test_few_rows_need_no_file_and_more_than_fit_are_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_spool, "_IN_MEMORY", 400)
    row = Row(["title"], None, [], None, ["words " * 20], [[]], [])
    with RowSpool() as spool:
        spool.add(row)
        assert spool._file is None
        for _ in range(5):
            spool.add(row)
        assert spool._file is not None
        assert not spool._pieces
        assert [read(spool, nth) for nth in range(6)] == [list(row)] * 6
