"""The screen of a review: what its keys do. What is decided is in a `Review`; facts are written by the app.

Of what a key did a sentence is shown, until the next key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from eujdef_tui.draft.alike import Base
from eujdef_tui.draft.review import Review
from eujdef_tui.present.article_find import typed_pattern
from eujdef_tui.tui.overlays.modals import Choice, Choose
from eujdef_tui.tui.review_keys import KEYS
from eujdef_tui.tui.review_panes import ReviewPanes
from eujdef_tui.tui.review_prompts import Cut, DatePrompt, Prompt, SamePrompt, WhoPrompt, WordsPrompt
from eujdef_tui.tui.widgets.draft_list import DraftList

__all__ = ["ReviewScreen"]


class ReviewScreen(ReviewPanes):
    """A review on the screen. `changed` is called after every key that may have decided something."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key.keys, key.action, key.does, show=False) for key in KEYS),
        Binding("enter", "enter", show=False),
        Binding("left,h", "cut(-1)", show=False),
        Binding("right,l", "cut(1)", show=False),
    ]

    def __init__(self, review: Review, base: Base, title: str, note: str, changed: Callable[[], None]) -> None:
        super().__init__(review, base, title, note)
        self._changed = changed

    # --- what keys do ---

    def _after(self, said: str) -> None:
        """Show what a key did."""
        self.message = said
        self.show()
        self._changed()

    def forget_message(self) -> None:
        """Take the message off: a key is about to be handled."""
        self.message = ""

    def action_keep(self) -> None:
        """Keep, and go on."""
        self._after(self.review.keep())

    def action_drop(self) -> None:
        """Drop, and go on."""
        self._after(self.review.drop())

    def action_undo(self) -> None:
        """Undo."""
        self._after(self.review.undo())

    def action_keep_clean(self) -> None:
        """Keep all clean ones in sight."""
        self._after(self.review.keep_clean(self.drafts.in_sight))

    def action_nothing(self) -> None:
        """Say that the sentence has no fact."""
        self._after(self.review.nothing_here())

    def action_status(self, by: int) -> None:
        """Change the status."""
        self._after(self.review.next_status(by))

    def action_type(self, by: int) -> None:
        """Change the type."""
        self._after(self.review.next_type(by))

    def action_kind(self, by: int) -> None:
        """Change the kind."""
        self._after(self.review.next_kind(by))

    def action_number(self, nth: int) -> None:
        """Change the kind to that of a number."""
        kinds = self.review.kinds()
        self._after(self.review.set_kind(kinds[nth - 1]) if nth <= len(kinds) else f"There is no kind {nth}")

    def action_quote(self, by: int) -> None:
        """Make the quote a clause shorter or longer."""
        self._after(self.review.resize(by))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.review.move(by)
        self._after("")

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self.action_move(by * max(1, self.drafts.size.height - 1))

    def action_edge(self, by: int) -> None:
        """Move the cursor to the first draft, or the last."""
        self.action_move(by * len(self.review.order))

    def action_sentence(self, by: int) -> None:
        """Go to the next sentence with an open draft; while finding, to the next match."""
        self.review.next_sentence(by)
        self._after("")

    def on_draft_list_picked(self, message: DraftList.Picked) -> None:
        """Put the cursor on the draft that was clicked."""
        self._close()
        self.review.go(message.n)
        self._after("")

    # --- prompts ---

    def _open(self, prompt: Prompt) -> None:
        if self.review.current is None or self.review.read_only:
            self.say("This review is read only" if self.review.read_only else "There is no draft")
            return
        self.prompt = prompt
        self._ask(prompt.label, prompt.first)

    def _ask(self, label: str, first: str) -> None:
        self.ask_label.styles.width = len(label) + 2
        self.ask_label.show([(f" {label} ", "heading")])
        self.ask_line.can_focus = True
        with self.ask_line.prevent(Input.Changed):
            self.ask_line.value = first
        self.ask_line.cursor_position = len(first)
        self.lay_out()
        self.ask_line.focus()
        self.show()

    def _close(self) -> None:
        """End what is typed or cut."""
        self.prompt = self.cut = None
        self.finding = False
        self.ask_line.can_focus = False
        self.drafts.focus()
        self.lay_out()

    def action_words(self) -> None:
        """Edit the words."""
        self._open(WordsPrompt(self.review))

    def action_date(self) -> None:
        """Edit the date."""
        self._open(DatePrompt(self.review))

    def action_who(self) -> None:
        """Say who."""
        item = self.review.current
        if item and not self.review.read_only and item.draft.record not in ("statement", "event", "agreement"):
            self.say("A name has no speaker and no actors")
            return
        self._open(WhoPrompt(self.review))

    def action_same(self) -> None:
        """Say which known record it is."""
        self._open(SamePrompt(self.review, self.base))

    def action_split(self) -> None:
        """Choose where to split."""
        if self.review.current is None or self.review.read_only:
            self._open(Prompt(self.review))
            return
        self.cut = Cut(self.review)
        self.show()

    def action_cut(self, by: int) -> None:
        """Move the cut."""
        if self.cut:
            self.cut.move(by)
            self.show()

    def action_find(self) -> None:
        """Find in the article."""
        self.finding = True
        self.find.seek("", "", 0)
        self._ask("find", "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is typed now; a digit may decide at once."""
        event.stop()
        if self.finding:
            item = self.review.current
            start = item.draft.evidence[0].start if item else 0
            self.find.seek(event.value, typed_pattern(event.value), start)
            if current := self.find.current:
                self.review.to_sentence(self._sentence_at(current[0]))
            self.show()
        elif self.prompt:
            said = self.prompt.typed(event.value)
            if said is None:
                self.show()
            else:
                self._close()
                self._after(said.replace("\0", ""))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is typed."""
        event.stop()
        prompt, self.prompt = self.prompt, None
        said = prompt.take(event.value) if prompt else ""
        self._close()
        self._after(said.replace("\0", ""))

    def _sentence_at(self, offset: int) -> int:
        return next((nth for nth, span in enumerate(self.review.spans) if offset < span[1]), 0)

    def action_enter(self) -> None:
        """Split at the cut."""
        if self.cut:
            said = self.cut.take()
            self._close()
            self._after(said)

    def action_out(self) -> None:
        """Leave what is typed as it was."""
        self._close()
        self._after("")

    # --- what is read ---

    def action_facts(self) -> None:
        """List what the base already has on this."""
        item = self.review.current
        about = self.base.about(item) if item else []
        if not about:
            self.say("The base has nothing on this")
            return
        choices = [Choice(one.label, one.reason, nth) for nth, one in enumerate(about)]
        self.app.push_screen(Choose("In the base already", choices))

    def action_help(self) -> None:
        """Show the keys."""
        from eujdef_tui.tui.review_help import help_sheet

        self.app.push_screen(help_sheet())
