"""Promise: what is taken from the picked fact (a copy, a mark, a card, a list) leaves the screen as it was.

What opens over the screen is imported when it is first opened: the first screen does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from eujdef_tui.present.list_row import cells
from eujdef_tui.store import Article, Base, Row
from eujdef_tui.text import edtf
from eujdef_tui.text.date_input import from_words
from eujdef_tui.tui.driver.driver import DiffDriver
from eujdef_tui.tui.widgets.detail_pane import Detail
from eujdef_tui.tui.widgets.line_view import Bar, Ground
from eujdef_tui.tui.widgets.record_list import Pane

if TYPE_CHECKING:
    from eujdef_tui.tui.overlays.modals import Choice

__all__ = ["Errands"]

MOST = 200  # records to choose from: in more, one is searched for


class Errands(Ground):
    """The actions of the main screen that open something over it."""

    if TYPE_CHECKING:
        row: Row | None
        today: int
        view: str

        def go_to(self, n: int) -> None: ...
        def show_view(self, view: str, n: int = 0) -> None: ...
        def changed(self) -> None: ...
        def say_footer(self) -> None: ...

    def __init__(self, base: Base) -> None:
        super().__init__()
        self.base = base
        self.marks: dict[int, str] = {}  # numbers and ids, in the order they were marked
        self.form = ""  # the one copied in last

    def tell(self, words: str) -> None:
        """Say something where the footer is, until the next step: nothing that is read is ever covered."""
        self.query_one("#footer", Bar).say([(f" {words}", "accent")])

    def _choices(self, numbers: list[int]) -> list[Choice]:
        from eujdef_tui.tui.overlays.modals import Choice

        rows = ((row.n, cells(self.base, row, self.today)) for row in self.base.rows(numbers))
        return [Choice(f"{shown.mark} {shown.text}", shown.lead or shown.note, n) for n, shown in rows]

    def _offer(self, title: str, numbers: list[int]) -> None:
        """List records to choose from; the chosen one is gone to."""
        from eujdef_tui.tui.overlays.modals import Choose

        self.app.push_screen(Choose(title, self._choices(numbers)), self._go_if)

    def _go_if(self, n: int | None) -> None:
        if n:
            self.go_to(n)

    def ask_facts(self, article: Article, sentence: int) -> None:
        """List the facts that rest on a sentence."""
        source = self.base.number(article.source) or 0
        numbers = self.base.resting(source, sentence, MOST)
        if numbers:
            few = len(numbers) < MOST
            self._offer(f"{'Facts' if few else f'First {MOST} facts'} that rest on sentence {sentence + 1}", numbers)
        else:
            self.tell("No fact rests on this sentence")

    def action_marks(self) -> None:
        if not self.marks:
            self.tell("No fact is marked: m marks the picked one")
            return
        from eujdef_tui.tui.overlays.modals import Choose

        self.app.push_screen(Choose("Marked facts", self._choices(list(self.marks)), "copy all"), self._go_or_copy)

    def _go_or_copy(self, n: int | None) -> None:
        if n == 0:
            self._take(list(self.marks))
        else:
            self._go_if(n)

    def action_mark(self) -> None:
        if self.row is None:
            return
        n = self.row.n
        if n in self.marks:
            del self.marks[n]
        else:
            self.marks[n] = self.row.record.id
        self.changed()
        self.say_footer()
        self.query_one(Pane).refresh()
        self.query_one(Detail).tell_hidden()

    def action_copy(self) -> None:
        if self.row is None:
            return
        from eujdef_tui.export.citation import FORMATS
        from eujdef_tui.tui.overlays.modals import Choice, Choose

        choices = [Choice(form, "", nth) for nth, form in enumerate(FORMATS)]
        last = FORMATS.index(self.form) if self.form in FORMATS else 0
        self.app.push_screen(Choose("Copy as", choices, at=last), self._copy_as)

    def _copy_as(self, nth: int | None) -> None:
        if nth is not None:
            from eujdef_tui.export.citation import FORMATS

            self.form = FORMATS[nth]
            self.changed()
            self.action_copy_again()

    def action_copy_again(self) -> None:
        if self.row is not None:
            self._take([self.row.n])

    def _take(self, numbers: list[int]) -> None:
        """Copy facts with their citations, in the form chosen last."""
        from eujdef_tui.export.citation import FORMATS, cite, cite_all
        from eujdef_tui.system.clipboard import copy

        form = self.form if self.form in FORMATS else FORMATS[0]
        many = len(numbers) > 1
        text = cite_all(self.base, numbers, form) if many else cite(self.base, numbers[0], form)
        self.tell(f"{form}{f', {len(numbers)} facts' if many else ''}: {copy(self.app, text)}")

    def action_card(self) -> None:
        row = self.row
        if row is not None:
            from eujdef_tui.tui.overlays.meeting_card import card_lines
            from eujdef_tui.tui.overlays.modals import Sheet

            self.app.push_screen(Sheet("Card", lambda width: card_lines(self.base, row, self.today, width)))

    def action_help(self) -> None:
        from eujdef_tui.tui.overlays.help import help_lines
        from eujdef_tui.tui.overlays.modals import Sheet

        self.app.push_screen(Sheet("Keys and search", help_lines))

    def action_date(self) -> None:
        from eujdef_tui.tui.overlays.modals import Ask

        hint = "2024, nov 2024, 1 nov 2024, early 2026"
        self.app.push_screen(Ask("Go to a date", hint, _wrong_date), self._go_to_date)

    def _go_to_date(self, typed: str | None) -> None:
        written = from_words(typed) if typed else None
        events = self.base.span("timeline")
        if not written or not events:
            return
        n = min(self.base.after(edtf.bounds(written)[0] - 1), events.stop - 1)
        self.go_to(n)
        date = getattr(self.base.record(n).record, "date", "")
        if not edtf.overlaps(date, written):
            words = f"Nothing in {edtf.in_english(written)}: this is the nearest that follows, or the last"
            self.call_after_refresh(self.tell, words)

    def action_repaint(self) -> None:
        driver = self.app._driver
        if isinstance(driver, DiffDriver):
            driver.invalidate()


def _wrong_date(typed: str) -> str:
    return "" if from_words(typed) else f"{typed or 'nothing'} is not a date: write 2024 or nov 2024"
