"""Actions on the picked fact: copy it, mark it, show its card, list facts to go to, go to a date.

Overlays are imported when first opened, so that the first screen does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from eujdef_tui.present.list_row import cells
from eujdef_tui.present.marks import Marks
from eujdef_tui.store import Article, Base
from eujdef_tui.tui.host import Host

if TYPE_CHECKING:
    from eujdef_tui.tui.overlays.modals import Choice

__all__ = ["FactActions"]

MOST = 200  # records to choose from: among more, one searches


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
        self.marks = Marks(base, marks)
        self.copy_format = copy_format

    def see(self, base: Base) -> None:
        """Act on records as this base has them."""
        self._base, self.today = base, base.shown_day

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
        self._marks_changed(self.marks.toggle(row))
        return True

    def mark_all(self, numbers: Sequence[int]) -> None:
        """Mark all these records, as far as marks are kept."""
        self._marks_changed(self.marks.mark_all(numbers))

    def unmark_all(self) -> None:
        """Take all marks off."""
        self._marks_changed(self.marks.unmark_all())

    def undo_marks(self) -> None:
        """Undo the last change of marks."""
        self._marks_changed(self.marks.undo())

    def _marks_changed(self, message: str) -> None:
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
        from eujdef_tui.export.citation import FORMATS
        from eujdef_tui.present.copied_text import copied_text, files_of
        from eujdef_tui.system.clipboard import copy

        name = self.copy_format if self.copy_format in FORMATS else FORMATS[0]
        counted = f", {len(numbers)} facts" if len(numbers) > 1 else ""
        outdated = self._host.outdated(files_of(self._base, numbers))
        said = f"{name}{counted}: {copy(self._host.app, copied_text(self._base, numbers, name, outdated))}"
        self._host.show_message(f"{outdated} · {said}" if outdated else said)

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
        from eujdef_tui.present.dated_event import event_on

        found = event_on(self._base, typed) if typed else None
        if found:
            self._host.go_to(found.n, found.message)


def _date_error(typed: str) -> str:
    from eujdef_tui.present.dated_event import date_error

    return date_error(typed)
