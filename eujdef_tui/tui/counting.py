"""A count for the next move, typed behind the key x: x5j is five down, x12G the twelfth.

A digit alone lists a view at once, whatever follows it and however fast, so that a count needs a key of its own.
"""

from __future__ import annotations

import re
from typing import Protocol

from eujdef_tui.tui.key_bindings import KeyTable
from eujdef_tui.tui.record_view import RecordView
from eujdef_tui.tui.widgets.line_view import LineView
from eujdef_tui.tui.widgets.record_list import RecordList

__all__ = ["MOST", "Counting"]

MOST = 999_999
MOST_STEPS = 1000  # of what moves one step at a time: sentences, links, matches

_MOVE = re.compile(r"(move|page|fact|sentence|turn|first|last)(?:\((-?[\d.]+)\))?")


class Counted(Protocol):
    """A screen whose moves are counted: the `keys` in force, the picked `record`, and the count that is typed."""

    keys: KeyTable
    record: RecordView
    counting: Counting | None

    @property
    def place(self) -> str:
        """Where the focus is."""

    @property
    def moved_lines(self) -> LineView:
        """The lines that moves act on."""

    def show_message(self, text: str) -> None:
        """Show a message in the footer until the next key."""

    def action_fact(self, by: int) -> None:
        """Pick another record."""

    def action_sentence(self, by: int) -> None:
        """Show another match or quote."""

    def action_turn(self, by: int) -> None:
        """List another view."""


class Counting:
    """The count that is being typed on a screen. It shows itself in the footer."""

    def __init__(self, screen: Counted) -> None:
        self._screen = screen
        self._digits = ""
        self._show()

    def _show(self) -> None:
        keys = self._screen.keys
        moves = f"then {keys.shown('j')}, {keys.shown('G')} or another move; esc drops it"
        self._screen.show_message(f"count {self._digits or '…'}: {moves}")

    def takes(self, key: str) -> bool:
        """Take a digit, backspace, esc, or the move that the count is for; any other key ends the count."""
        if self._screen.place == "search":  # a click went there
            self._screen.counting = None
            return False
        if key.isdecimal() and len(key) == 1:
            self._digits = str(min(int(self._digits + key), MOST))
            self._show()
            return True
        if key == "backspace" and self._digits:
            self._digits = self._digits[:-1]
            self._show()
            return True
        self._screen.counting = None
        if key == "escape":
            return True
        count = int(self._digits or "1")
        action = next((entry.action for entry in self._screen.keys.keys if key in entry.keys.split(",")), "")
        move = _MOVE.fullmatch(action)
        if move is None:
            return False
        self._move(move[1], float(move[2] or 0), count)
        return True

    def _move(self, what: str, by: float, count: int) -> None:
        screen, lines = self._screen, self._screen.moved_lines
        step = int(by)
        match what:
            case "move" if isinstance(lines, RecordList):
                lines.move(step * count)
            case "move":
                for _ in range(min(count, MOST_STEPS)):
                    lines.move(step)
            case "page":
                lines.page(by * count)
            case "fact":
                screen.action_fact(step * count)
            case "sentence":
                for _ in range(min(count, MOST_STEPS) if screen.record.reader.find else 1):
                    screen.action_sentence(step if screen.record.reader.find else step * count)
            case "turn":
                screen.action_turn(step * count)
            case _ if self._digits:
                lines.edge(last=False)
                self._move("move", 1, count - 1)
            case _:
                lines.edge(last=what == "last")
