"""The marked facts of a session, in the order in which they were marked, and how their last change is undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eujdef_tui.present.session_state import MARKS
from eujdef_tui.store import Base, Row

__all__ = ["Marks"]

UNDONE = 200  # changes that can be undone


class Marks(dict[int, str]):
    """Record numbers and ids of the marked facts. Each change returns what is to be said of it, "" for nothing."""

    def __init__(self, base: Base, ids: Iterable[str] = ()) -> None:
        """Take the marks of a session before, as far as the base has the records."""
        super().__init__((n, mark) for mark in ids if (n := base.number(mark)))
        self._base = base
        self._before: list[dict[int, str]] = []  # before each change, the latest last

    def toggle(self, row: Row) -> str:
        """Mark a record, or take its mark off."""
        changed = {n: mark for n, mark in self.items() if n != row.n}
        if len(changed) == len(self):
            changed[row.n] = row.record.id
        return self._change(changed, "")

    def mark_all(self, numbers: Sequence[int]) -> str:
        """Mark all these records, as far as marks are kept."""
        room = max(0, MARKS - len(self))
        new = [n for n in numbers[: room + len(self)] if n not in self][:room]
        full = f": {MARKS} marks are kept" if len(self) + len(new) == MARKS else ""
        changed = self | {row.n: row.record.id for row in self._base.rows(new)}
        return self._change(changed, f"{len(new)} more marked{full}")

    def unmark_all(self) -> str:
        """Take all marks off."""
        return self._change({}, f"{len(self)} marks taken off")

    def undo(self) -> str:
        """Undo the last change."""
        if not self._before:
            return "No mark was changed"
        self._set(self._before.pop())
        return f"{len(self)} marked, as before"

    def _change(self, changed: Mapping[int, str], message: str) -> str:
        self._before = [*self._before[-UNDONE:], dict(self)]
        self._set(changed)
        return message

    def _set(self, marks: Mapping[int, str]) -> None:
        """Change the marks in place: a list may look at them."""
        self.clear()
        self.update(marks)
