"""Actions of the main screen that only pass on to the object that does them, such as `FactActions` or `RecordView`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eujdef_tui.tui.panes_screen import PanesScreen
from eujdef_tui.tui.widgets.line_view import LineActions, LineView

__all__ = ["ScreenActions"]


class ScreenActions(LineActions, PanesScreen):
    """The actions of the screen on its list, the picked record and the query that need nothing else."""

    come_back: Callable[[], None] | None = None  # to the text that is checked, from which a fact was opened
    checked: Callable[[], None] | None = None  # the way back to the text that was checked last

    @property
    def moved_lines(self) -> LineView:
        """What `move`, `page`, `first` and `last` act on: the pane with the focus, or the list."""
        return self.focused if isinstance(self.focused, LineView) else self.list.records

    def action_fact(self, by: int) -> None:
        """Pick the next record or the one before, wherever the focus is."""
        self.list.records.move(by)

    def action_sentence(self, by: int) -> None:
        """Show the next match of the find or quote of the picked record, or the one before."""
        self.record.turn(by)

    def action_facts(self) -> None:
        """List the facts that rest on the sentence under the cursor."""
        self.record.reader.ask()

    def action_mark(self) -> None:
        """Mark the picked record, or remove its mark."""
        if self.facts.toggle_mark():
            self.list.records.refresh()
            self.record.detail.report_hidden()

    def action_mark_listed(self) -> None:
        """Mark all that is listed: the hits, or the view."""
        self.facts.mark_all(self.listed)
        self.list.records.refresh()

    def action_unmark_all(self) -> None:
        """Take all marks off."""
        self.facts.unmark_all()
        self.list.records.refresh()

    def action_undo_marks(self) -> None:
        """Undo the last change of marks."""
        self.facts.undo_marks()
        self.list.records.refresh()

    @property
    def listed(self) -> Sequence[int]:
        """The numbers of the records that are listed, but not those below a rule, which are no hits."""
        model = self.list.records.model
        return model.numbers[: model.ruled_off]

    def action_back(self) -> None:
        """Go back to where a link was followed from."""
        self.way.back()

    def action_searches(self) -> None:
        """Choose an earlier search."""
        self.search.choose_earlier()

    def ask(self, query: str) -> None:
        """Type a query into the search line, and list its hits; esc then leads back to what is shown now."""
        self.way.enter_line()
        self.panes.end_zoom()
        self.bar.set_text(query)
        self.focus_list()

    def action_marks(self) -> None:
        """List the marked facts."""
        self.facts.list_marks()

    def action_copy(self) -> None:
        """Choose a citation format and copy."""
        self.facts.choose_copy_format()

    def action_copy_again(self) -> None:
        """Copy in the citation format used last."""
        self.facts.copy()

    def action_card(self) -> None:
        """Open the meeting card."""
        self.facts.show_card()

    def action_export_listed(self) -> None:
        """Export what is listed: the hits, or the view."""
        from eujdef_tui.tui.exporting import ask_and_export

        ask_and_export(self, self.seen, self.listed, self.search.typed or self.way.view)

    def action_export_marked(self) -> None:
        """Export the marked facts."""
        from eujdef_tui.tui.exporting import ask_and_export

        marked = list(self.facts.marks)
        known = self.seen.known(marked)
        if marked and not known:
            self.show_message("No source had told a marked fact by then")
            return
        ask_and_export(self, self.seen, known, "marked", left=len(marked) - len(known))

    def action_date(self) -> None:
        """Go to a date."""
        self.facts.ask_date()
