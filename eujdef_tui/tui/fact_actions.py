"""Actions on the picked fact: copy it, mark it, show its card, list facts to go to, go to a date.

Overlays are imported when first opened, so that the first screen does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Source
from eujdef_tui.present.list_row import cells
from eujdef_tui.present.session_state import MARKS
from eujdef_tui.store import Article, Base
from eujdef_tui.text import edtf
from eujdef_tui.tui.host import Host

if TYPE_CHECKING:
    from eujdef_tui.tui.overlays.modals import Choice

__all__ = ["FactActions"]

MOST = 200  # records to choose from: among more, one searches
# citation formats that have room for a note on the copy, and what begins it there; JSON has none
NOTED = {"markdown": "", "chicago": "", "plain": "", "bibtex": "% "}


class FactActions:
    """The actions of one screen on its picked fact and on its marks.

    `marks` are record numbers and ids in the order they were marked; `copy_format` is the citation format used last;
    `unsaved` says why marks are not remembered, "" where they are.
    """

    def __init__(
        self,
        host: Host,
        base: Base,
        today: int,
        *,
        marks: Iterable[str] = (),
        copy_format: str = "",
        unsaved: Callable[[], str] = str,
    ) -> None:
        self._host = host
        self._unsaved = unsaved
        self._base = base
        self.today = today
        self.marks = {n: mark for mark in marks if (n := base.number(mark))}
        self.copy_format = copy_format
        self._marks_before: list[dict[int, str]] = []  # before each change, the latest last

    # --- lists of records to go to ---

    def _choices(self, numbers: list[int]) -> list[Choice]:
        from eujdef_tui.tui.overlays.modals import Choice

        rows = ((row.n, cells(self._base, row, self.today)) for row in self._base.rows(numbers))
        return [Choice(f"{shown.mark} {shown.text}", shown.right or shown.note, n) for n, shown in rows]

    def _go_to(self, n: int | None) -> None:
        if n:
            self._host.go_to(n)

    def list_facts(self, article: Article, sentence: int) -> None:
        """List the facts that rest on a sentence of an article."""
        source = self._base.number(article.source) or 0
        numbers = self._base.citing_sentence(source, sentence, MOST)
        if not numbers:
            self._host.show_message("No fact rests on this sentence")
            return
        from eujdef_tui.tui.overlays.modals import Choose

        counted = "Facts" if len(numbers) < MOST else f"First {MOST} facts"
        title = f"{counted} that rest on sentence {sentence + 1}"
        self._host.app.push_screen(Choose(title, self._choices(numbers)), self._go_to)

    def list_marks(self) -> None:
        """List the marked facts, to go to one or to copy all."""
        if not self.marks:
            self._host.show_message(f"No fact is marked: {self._host.keys.of('mark')} marks the picked one")
            return
        from eujdef_tui.tui.overlays.modals import Choose

        modal = Choose("Marked facts", self._choices(list(self.marks)), "copy all")
        self._host.app.push_screen(modal, self._go_to_or_copy)

    def _go_to_or_copy(self, n: int | None) -> None:
        if n == 0:
            self._copy(list(self.marks))
        else:
            self._go_to(n)

    # --- the picked fact ---

    def toggle_mark(self) -> bool:
        """Mark the picked fact, or remove its mark; False where none is picked."""
        row = self._host.row
        if row is None:
            return False
        changed = {n: mark for n, mark in self.marks.items() if n != row.n}
        if len(changed) == len(self.marks):
            changed[row.n] = row.record.id
        self._change_marks(changed, "")
        return True

    def mark_all(self, numbers: Sequence[int]) -> None:
        """Mark all these records, as far as marks are kept."""
        room = max(0, MARKS - len(self.marks))
        new = [n for n in numbers[: room + len(self.marks)] if n not in self.marks][:room]
        full = f": {MARKS} marks are kept" if len(self.marks) + len(new) == MARKS else ""
        changed = self.marks | {row.n: row.record.id for row in self._base.rows(new)}
        self._change_marks(changed, f"{len(new)} more marked{full}")

    def unmark_all(self) -> None:
        """Take all marks off."""
        self._change_marks({}, f"{len(self.marks)} marks taken off")

    def undo_marks(self) -> None:
        """Undo the last change of marks."""
        if not self._marks_before:
            self._host.show_message("No mark was changed")
            return
        self._set_marks(self._marks_before.pop(), "")
        self._host.show_message(f"{len(self.marks)} marked, as before")

    def _change_marks(self, changed: dict[int, str], message: str) -> None:
        self._marks_before = [*self._marks_before[-MOST:], self.marks.copy()]
        self._set_marks(changed, message)

    def _set_marks(self, marks: dict[int, str], message: str) -> None:
        """Change the marks in place: the list looks at the same ones."""
        self.marks.clear()
        self.marks.update(marks)
        self._host.state_changed()
        self._host.show_footer()
        failure = self._unsaved()
        if message or failure:
            self._host.show_message(f"Not remembered: {failure}" if failure else message)

    def choose_copy_format(self) -> None:
        """Ask for a citation format, and copy the picked fact in it."""
        if self._host.row is None:
            return
        from eujdef_tui.export.citation import FORMATS
        from eujdef_tui.tui.overlays.modals import Choice, Choose

        choices = [Choice(name, "", nth) for nth, name in enumerate(FORMATS)]
        last = FORMATS.index(self.copy_format) if self.copy_format in FORMATS else 0
        self._host.app.push_screen(Choose("Copy as", choices, at=last), self._copy_as)

    def _copy_as(self, nth: int | None) -> None:
        if nth is not None:
            from eujdef_tui.export.citation import FORMATS

            self.copy_format = FORMATS[nth]
            self._host.state_changed()
            self.copy()

    def copy(self) -> None:
        """Copy the picked fact in the citation format used last."""
        row = self._host.row
        if row is not None:
            self._copy([row.n])

    def _copy(self, numbers: list[int]) -> None:
        from eujdef_tui.export.citation import FORMATS, cite, cite_all
        from eujdef_tui.system.clipboard import copy

        name = self.copy_format if self.copy_format in FORMATS else FORMATS[0]
        many = len(numbers) > 1
        text = cite_all(self._base, numbers, name) if many else cite(self._base, numbers[0], name)
        counted = f", {len(numbers)} facts" if many else ""
        outdated = self._host.outdated(self._files(numbers))
        if outdated and name in NOTED:
            text = f"{text}\n\n{NOTED[name]}Note: {outdated}."
        said = f"{name}{counted}: {copy(self._host.app, text)}"
        self._host.show_message(f"{outdated} · {said}" if outdated else said)

    def _files(self, numbers: Iterable[int]) -> list[str]:
        """The articles that records rest on, by their names in the fact file."""
        records = [self._base.record(n).record for n in numbers]
        named = {item.source for record in records for item in evidence_of(record)}
        sources = [self._base.source(source) for source in named] + [one for one in records if isinstance(one, Source)]
        return [source.file for source in sources]

    def show_card(self) -> None:
        """Open the meeting card of the picked fact."""
        row = self._host.row
        if row is not None:
            from eujdef_tui.tui.overlays.meeting_card import card_lines
            from eujdef_tui.tui.overlays.modals import Sheet

            self._host.app.push_screen(Sheet("Card", lambda width: card_lines(self._base, row, width)))

    # --- dates ---

    def ask_date(self) -> None:
        """Ask for a date, and go to the first event that begins then or later."""
        from eujdef_tui.tui.overlays.modals import Ask

        hint = "2024, nov 2024, 1 nov 2024, early 2026"
        self._host.app.push_screen(Ask("Go to a date", hint, _date_error), self._go_to_date)

    def _go_to_date(self, typed: str | None) -> None:
        date = _read_date(typed) if typed else None
        events = self._base.span("timeline")
        if not date or not events:
            return
        n = min(self._base.first_event_after(edtf.bounds(date)[0] - 1), events.stop - 1)
        met = edtf.overlaps(getattr(self._base.record(n).record, "date", ""), date)
        nearest = f"Nothing in {edtf.in_english(date)}: this is the nearest that follows, or the last"
        self._host.go_to(n, "" if met else nearest)


def _date_error(typed: str) -> str:
    return "" if _read_date(typed) else f"{typed or 'nothing'} is not a date: write 2024 or nov 2024"


def _read_date(typed: str) -> str | None:
    from eujdef_tui.text.date_input import from_words

    return from_words(typed)
