"""Rows that wait to be written are the same in memory and in a file, in any order."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.store import row_spool
from eujdef_tui.store.fragment import Row
from eujdef_tui.store.row_spool import RowSpool, packed_rows
from eujdef_tui.store.search_part import linked_names, search_part

TEXT = st.text("aé\0", max_size=8)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Rows with texts of their own."""
    found = []
    for _ in range(draw(st.integers(0, 6))):
        title, words, name = draw(TEXT), draw(TEXT), draw(TEXT)
        line = ["name", name, words, f"name\t{name}\t{words}", words, ["_q1e0"], ""]
        texts = [title, words, "", "", []]
        found.append(Row([title, None, 3], None, [["s", 0, 1]], None, texts, [["_all"], [], []], [line]))
    return found


def expected(row: Row) -> list[Any]:
    """What a spool has of a row."""
    return [*row[:4], search_part(row), linked_names(row.lines)]


def read(spool: RowSpool, nth: int) -> list[Any]:
    """All of a row."""
    return [*spool.record(nth), spool.part(nth), spool.names(nth)]


@pytest.mark.slow
@pytest.mark.parametrize("in_memory", [0, 100, 2**20])
@given(data=st.data())
def test_a_row_is_read_as_it_was_added_wherever_the_rows_wait(in_memory: int, data: st.DataObject) -> None:
    files = data.draw(st.lists(rows(), max_size=4))
    with pytest.MonkeyPatch.context() as patch, closing(RowSpool()) as spool:
        patch.setattr(row_spool, "_IN_MEMORY", in_memory)
        packed = [packed_rows([list(row) for row in some]) for some in files]
        begins = [spool.add(one.pieces) for one in packed]
        order = data.draw(st.permutations(range(len(files))))
        spool.arrange((begins[nth], packed[nth].lengths) for nth in order)
        given_rows = [row for nth in order for row in files[nth]]
        for nth in data.draw(st.permutations(range(len(given_rows)))):
            assert read(spool, nth) == expected(given_rows[nth])


def test_few_rows_need_no_file_and_more_than_fit_are_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_spool, "_IN_MEMORY", 800)
    row = Row(["title", None, None], None, [], None, ["", "words " * 20, "", "", []], [[], [], []], [])
    pieces, lengths = packed_rows([list(row)])
    with closing(RowSpool()) as spool:
        begins = [spool.add(pieces)]
        assert spool._file is None
        begins += [spool.add(pieces) for _ in range(5)]
        assert spool._file is not None
        assert not spool._parts
        spool.arrange((begin, lengths) for begin in begins)
        assert [read(spool, nth) for nth in range(6)] == [expected(row)] * 6
    assert spool._file.closed
