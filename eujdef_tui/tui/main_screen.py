"""The main screen: the messages that come up from its widgets, and the actions that the key table names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Event, Paste

from eujdef_tui.tui.key_bindings import KEYS
from eujdef_tui.tui.key_hints import HintsAtKeys, without_effect
from eujdef_tui.tui.screen_actions import ScreenActions
from eujdef_tui.tui.widgets.article_reader import ArticleReader
from eujdef_tui.tui.widgets.detail_pane import DetailPane
from eujdef_tui.tui.widgets.record_list import RecordList
from eujdef_tui.tui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from eujdef_tui.tui.counting import Counting

__all__ = ["MainScreen"]


class MainScreen(HintsAtKeys, ScreenActions):
    """The explorer's one screen. Attributes go down to its widgets, and messages come up from them.

    `counting` is the count that is being typed.
    """

    counting: Counting | None = None

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.keys, key.action, key.does, show=False, id=key.name) for key in KEYS
    ]

    # --- the list and the picked record ---

    def on_record_list_picked(self, message: RecordList.Picked) -> None:
        """Show the record under the cursor."""
        if self.list.picked(message.n):
            self.show_record(message.n)

    def on_record_list_opened(self, message: RecordList.Opened) -> None:
        """Read the record."""
        self.record.reader.focus()

    def on_detail_pane_hidden(self, message: DetailPane.Hidden) -> None:
        """Show how many lines of the sheet are out of sight."""
        self.record.show_hidden(message.lines, marked=self.row is not None and self.row.n in self.facts.marks)

    def on_article_reader_asked(self, message: ArticleReader.Asked) -> None:
        """List the facts that rest on a sentence."""
        self.facts.list_facts(self.record.reader.article, message.sentence)

    def on_article_reader_find_changed(self, message: ArticleReader.FindChanged) -> None:
        """Show the keys that work while finding, or those that work again."""
        self.record.show_reader_title()
        self.show_footer()

    def on_article_reader_find_left(self, message: ArticleReader.FindLeft) -> None:
        """Search everything instead of the article."""
        self._enter_line()

    # --- the query ---

    async def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Search for the line."""
        self.way.typed(message.text)
        await self.search.find(message.text)

    def on_search_bar_pasted(self, message: SearchBar.Pasted) -> None:
        """Say how the pasted text was changed; a long one may be there to be checked."""
        self.show_message(message.note)
        if message.text:
            from eujdef_tui.tui.text_to_check import offer

            offer(self, message.text)

    def on_paste(self, event: Paste) -> None:
        """Search for what is pasted where nothing is typed."""
        event.stop()
        if event.text.strip():
            self._enter_line()
            self.set_focus(self.bar.input)  # at once, so that the query of before is selected when the paste comes
            self.bar.input.post_message(Paste(event.text))

    def on_search_bar_entered(self, message: SearchBar.Entered) -> None:
        """Read the picked fact; else search for the mended query, or complete the word that has an error."""
        self.search.remember()
        if self.search.error:
            self.search.complete(1)
        elif not self.search.answered:  # what is picked answers an earlier line
            self.search.judge_date()
        elif self.row:
            self.record.reader.focus()
        elif not self.search.take_mended():
            self.show_message("Nothing to read: ^u clears the line, esc goes back")

    def on_detail_pane_followed(self, message: DetailPane.Followed) -> None:
        """Go to the record that a link names."""
        self.way.go_to(message.n)

    # --- actions: each is named in the key table ---

    def action_count(self) -> None:
        """Begin a count for the next move."""
        from eujdef_tui.tui.counting import Counting  # most never count

        self.counting = Counting(self)

    def takes_key(self, key: str) -> bool:
        """Whether a key belongs to the count that is typed: a digit, or the move that it is for."""
        return self.counting is not None and self.counting.takes(key)

    def hint_at(self, event: Event) -> None:
        """Say how to search to whom types a letter that is no key. A paste is searched for."""
        if self.counting is not None or isinstance(event, Paste):
            return
        bound = {name for one in self.keys.keys for name in one.keys.split(",")}
        if words := without_effect(self, event, bound):
            searches, helps = self.keys.of("search"), self.keys.of("help")
            self.show_message(f"{words}: {searches} searches, {helps} lists the keys")

    def action_search(self) -> None:
        """Focus the search line; in the reader, find in the article."""
        if self.place == "reader":
            self.record.reader.open_find()
            return
        self._enter_line()

    def _enter_line(self) -> None:
        self.way.enter_line()
        self.panes.end_zoom()  # what is typed lists hits
        self.bar.input.focus()

    def action_check_text(self) -> None:
        """Ask for the file of a text, and check it."""
        from eujdef_tui.tui.text_to_check import ask_and_check

        ask_and_check(self)

    def action_out(self) -> None:
        """Go one level out: undo a completion; end the find, then the zoom; leave the pane, the query, the links."""
        if self.search.undo_completion() or (self.place == "reader" and self.record.reader.end_find()):
            return
        if self.place == "search":
            self.way.leave_line()
        elif self.panes.end_zoom():
            self.lay_out()
        elif self.place in ("reader", "detail"):
            self.focus_list()
        elif self.search.typed:
            self.way.drop_query()
        elif self.come_back:
            come_back, self.come_back = self.come_back, None
            come_back()
        elif self.way.followed:
            self.way.return_from_links()

    def action_hop(self, by: int) -> None:
        """Focus the next pane or the one before; on the search line, narrow to the next view or complete a field."""
        if self.place == "search":
            if not (self.search.completes() and self.search.complete(by)):
                self.way.show_view(self.way.view_beside(by))
            return
        order = self.panes.order
        place = order.index(self.place) if self.place in order else (-1 if by > 0 else 0)
        following = order[(place + by) % len(order)]
        if self.panes.zoom:
            self.panes.zoom = following
        self.focus_pane(following)

    def action_view(self, view: str) -> None:
        """List a view, with a query its hits alone."""
        if self.way.narrow_to(view):
            if self.panes.end_zoom():
                self.lay_out()
            if self.place in ("detail", "reader"):
                self.focus_list()

    def action_turn(self, by: int) -> None:
        """List the next view that lists something, or the one before."""
        self.action_view(self.way.view_beside(by))

    def action_zoom(self) -> None:
        """Show the pane with the focus alone, or all panes again."""
        self.panes.toggle_zoom(self.place)
        self.lay_out()
        self.show_bars()

    def action_enter(self) -> None:
        """Follow the link, list the facts on the sentence, read the record, or take the mended query."""
        match self.place:
            case "detail":
                self.record.detail.follow()
            case "reader":
                self.record.reader.ask()
            case _ if self.row:
                self.record.reader.focus()
            case _:
                self.search.take_mended()

    def action_help(self) -> None:
        """Open the help for the pane with the focus."""
        from eujdef_tui.tui.overlays.help import help_sheet

        self.app.push_screen(help_sheet(self.place, self.keys))
