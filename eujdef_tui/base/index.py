"""Promise: what search asks of a base is answered from its indexes, as record numbers.

Names come from the postings, text from FTS5, fields and dates from the record table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property

__all__ = ["Index"]


class Index:
    """The search side of an open base."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word of every name."""
        return tuple(token for (token,) in self._db.execute("SELECT token FROM vocabulary"))

    @cached_property
    def prose_vocabulary(self) -> tuple[str, ...]:
        """Every word of the text."""
        return tuple(term for (term,) in self._db.execute("SELECT term FROM prose_words"))

    def postings(self, tokens: Sequence[str]) -> list[tuple[str, int, int, int, str, str]]:
        """(token, name number, record, words in the name, name, label) wherever one of the tokens stands."""
        marks = ",".join("?" * len(tokens))
        return self._db.execute(
            "SELECT token, p.name, p.record, size, name.name, label FROM posting p "
            f"JOIN name ON name.n = p.name WHERE token IN ({marks})",
            tuple(tokens),
        ).fetchall()

    def prose(self, column: str, tokens: Iterable[str], *, prefix: bool = False) -> list[int]:
        """Records with any of these words in "title", "words" or "quotes"; each a beginning if `prefix`."""
        tail = "*" if prefix else ""
        return self._match(column, " OR ".join(f'"{token}"{tail}' for token in tokens))

    def phrase(self, column: str, tokens: Sequence[str]) -> list[int]:
        """Records with these words in a row; the last may be a beginning."""
        return self._match(column, f'"{" ".join(tokens)}"*')

    def _match(self, column: str, wanted: str) -> list[int]:
        found = self._db.execute("SELECT rowid FROM prose WHERE prose MATCH ?", (f"{column} : ({wanted})",))
        return [n for (n,) in found]

    def linking(self, numbers: Iterable[int], role: str = "") -> list[tuple[int, int]]:
        """(record, which of `numbers` it points at) for every record that points at one of them."""
        wanted = tuple(numbers)
        marks = ",".join("?" * len(wanted))
        clause, extra = (" AND role = ?", (role,)) if role else ("", ())
        return self._db.execute(
            f"SELECT DISTINCT src, dst FROM link WHERE dst IN ({marks}){clause}", (*wanted, *extra)
        ).fetchall()

    def within(self, lo: int, hi: int) -> list[tuple[int, int, int]]:
        """(record, lo, hi) of every record whose date overlaps the bounds (yyyymmdd, inclusive)."""
        return self._db.execute("SELECT n, lo, hi FROM record WHERE lo <= ? AND hi >= ?", (hi, lo)).fetchall()

    def of_kind(self, kind: str) -> list[int]:
        """Records whose name (event, actor …) or finer kind begins so."""
        return self._numbers("record LIKE ?1 || '%' OR kind LIKE ?1 || '%'", kind)

    def of_status(self, status: str) -> list[int]:
        """Events with this status, and agreements with a milestone that has it."""
        return self._numbers(
            "json_extract(body, '$.status') LIKE ?1 || '%' OR EXISTS (SELECT 1 FROM "
            "json_each(body, '$.milestones') WHERE coalesce(value ->> 'status', 'happened') LIKE ?1 || '%')",
            status,
        )

    def resting_on(self, sources: Iterable[int]) -> list[int]:
        """Records with evidence in one of these sources."""
        wanted = tuple(sources)
        marks = ",".join("?" * len(wanted))
        found = self._db.execute(f"SELECT DISTINCT record FROM rests WHERE source IN ({marks})", wanted)
        return [n for (n,) in found]

    def with_binding(self, binding: str) -> list[int]:
        """Agreements that are legal, political or unknown in force."""
        return self._numbers("json_extract(body, '$.binding') = ?", binding)

    def supported(self, least: int) -> list[int]:
        """Records with at least so many independent sources."""
        return self._numbers("support >= ?", least)

    def with_field(self, field: str) -> list[int]:
        """Records in which a field of the fact file is filled."""
        return self._numbers("json_type(body, '$.\"' || ? || '\"') IS NOT NULL", field)

    def outside(self) -> list[int]:
        """Records that carry knowledge from outside the articles."""
        return self._numbers("instr(body, ?) > 0", '"x-outside"')

    def differing(self) -> list[int]:
        """Records that a tension names."""
        return [n for (n,) in self._db.execute("SELECT DISTINCT dst FROM link WHERE role = 'differs'")]

    def weights(self, numbers: Sequence[int]) -> dict[int, int]:
        """Record → how much it is spoken of: its sources and the records that point at it."""
        found: dict[int, int] = {}
        for start in range(0, len(numbers), 500):
            part = tuple(numbers[start : start + 500])
            marks = ",".join("?" * len(part))
            found.update(self._db.execute(f"SELECT n, support + mentions FROM record WHERE n IN ({marks})", part))
        return found

    def _numbers(self, where: str, *values: object) -> list[int]:
        return [n for (n,) in self._db.execute(f"SELECT n FROM record WHERE {where}", values)]
