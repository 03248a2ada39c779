"""Promise: what search asks of a base is answered from its indexes, as record numbers.

Names come from the postings, text from FTS5, fields and dates from the record table.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from eujdef_tui.base.reading import Reading, listed

__all__ = ["Index"]

_AMONG = "IN (SELECT value FROM json_each(?))"


class Index:
    """The search side of an open base."""

    def __init__(self, reading: Reading) -> None:
        self._ask = reading.ask

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word of every name."""
        return tuple(token for (token,) in self._ask("SELECT token FROM vocabulary"))

    @cached_property
    def prose_vocabulary(self) -> tuple[str, ...]:
        """Every word of the text."""
        return tuple(term for (term,) in self._ask("SELECT term FROM prose_words"))

    def postings(self, tokens: Iterable[str]) -> list[tuple[str, int, int, int, str, str]]:
        """(token, name number, record, words in the name, name, label) wherever one of the tokens stands."""
        return self._ask(
            "SELECT token, p.name, p.record, size, name.name, label FROM posting p "
            f"JOIN name ON name.n = p.name WHERE token {_AMONG}",
            listed(tokens),
        )

    def prose(self, column: str, tokens: Iterable[str], *, prefix: bool = False) -> list[int]:
        """Records with these words in a row in "title", "words" or "quotes"; the last a beginning if `prefix`."""
        from eujdef_tui.names import spread  # only a search needs it, and the first screen is none

        tail = "*" if prefix else ""
        wanted = " ".join(map(spread, tokens))
        return self._numbers("SELECT rowid FROM prose WHERE prose MATCH ?", f'{column} : ("{wanted}"{tail})')

    def linking(self, numbers: Iterable[int], role: str = "") -> list[tuple[int, int]]:
        """(record, which of `numbers` it points at) for every record that points at one of them."""
        sql = f"SELECT DISTINCT src, dst FROM link WHERE dst {_AMONG} AND ?2 IN ('', role)"
        return self._ask(sql, listed(numbers), role)

    def within(self, lo: int, hi: int) -> list[tuple[int, int, int]]:
        """(record, lo, hi) of every record whose date overlaps the bounds (yyyymmdd, inclusive)."""
        return self._ask("SELECT n, lo, hi FROM record WHERE lo <= ? AND hi >= ?", hi, lo)

    def of_kind(self, kind: str) -> list[int]:
        """Records whose name (event, actor …) or finer kind begins so."""
        return self._where("instr(record, ?1) = 1 OR instr(kind, ?1) = 1", kind)

    def of_status(self, status: str) -> list[int]:
        """Events with a status that begins so, and agreements with a milestone that has one."""
        return self._where(
            "instr(json_extract(body, '$.status'), ?1) = 1 OR EXISTS (SELECT 1 FROM "
            "json_each(body, '$.milestones') WHERE instr(value ->> 'status', ?1) = 1)",
            status,
        )

    def resting_on(self, sources: Iterable[int]) -> list[int]:
        """Records with evidence in one of these sources."""
        return self._numbers(f"SELECT DISTINCT record FROM rests WHERE source {_AMONG}", listed(sources))

    def with_binding(self, binding: str) -> list[int]:
        """Agreements that are legal, political or unknown in force."""
        return self._where("json_extract(body, '$.binding') = ?", binding)

    def supported(self, least: int) -> list[int]:
        """Records with at least so many independent sources."""
        return self._where("support >= ?", least)

    def with_field(self, field: str) -> list[int]:
        """Records in which a field of the fact file is filled."""
        return self._where("json_type(body, '$.' || ?) IS NOT NULL", field)

    def outside(self) -> list[int]:
        """Records that carry knowledge from outside the articles."""
        return self._where("instr(body, ?) > 0", '"x-outside":')

    def differing(self) -> list[int]:
        """Records that a tension names."""
        return self._numbers("SELECT DISTINCT dst FROM link WHERE role = 'differs'")

    def weights(self, numbers: Iterable[int]) -> dict[int, int]:
        """Record → how much it is spoken of: its sources and the records that point at it."""
        return dict(self._ask(f"SELECT n, support + mentions FROM record WHERE n {_AMONG}", listed(numbers)))

    def _where(self, condition: str, *values: object) -> list[int]:
        return self._numbers(f"SELECT n FROM record WHERE {condition}", *values)

    def _numbers(self, sql: str, *values: object) -> list[int]:
        return [n for (n,) in self._ask(sql, *values)]
