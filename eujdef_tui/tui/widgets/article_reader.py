"""The article reader: an article with the quotes of the picked fact lit, and find in the article.

A find (`/`) lights what is typed wherever it stands, and takes the cursor from match to match.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Blur, Key, Paste, Resize
from textual.message import Message

from eujdef_tui.model.records import Evidence
from eujdef_tui.present.article_find import ArticleFind, typed_pattern
from eujdef_tui.store import Article
from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.unicode import clean, one_line
from eujdef_tui.tui.widgets.article_view import ArticleView

__all__ = ["ArticleReader"]

LONGEST = 200  # characters of a find: more is a slip of the clipboard


class ArticleReader(ArticleView):
    """One article, with the evidence of one fact in it."""

    class Asked(Message, bubble=False):
        """The facts that rest on this sentence are asked for."""

        def __init__(self, sentence: int) -> None:
            super().__init__()
            self.sentence = sentence

    class FindChanged(Message, bubble=False):
        """What is found in the article, which match was gone to, or the width, has changed."""

    class FindLeft(Message, bubble=False):
        """`/` was typed where nothing is sought yet: everything shall be searched, not this article."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._folded = FoldedText("")
        self._folded_for = ""
        self._before_find = (0, 0)  # cursor and scroll, to come back to

    def show(self, article: Article, evidence: Sequence[Evidence], item: Evidence | None = None) -> None:
        """Show an article with this evidence lit, opened at `item`, or else at its top; a find is ended."""
        find, self.find = self.find, None
        super().show(article, evidence, item)
        if find:
            self._find_changed()

    def ask(self) -> None:
        """Ask for the facts that rest on the sentence at the cursor."""
        if self.article.spans:
            self.screen.post_message(self.Asked(self.cursor))

    def _folded_article(self) -> FoldedText:
        """The article, folded once."""
        if self._folded_for != self.article.source:
            self._folded, self._folded_for = FoldedText(self.article.text), self.article.source
        return self._folded

    # --- a find begins and ends ---

    def open_find(self) -> None:
        """Begin a find: keys are typed into it until enter keeps it or esc ends it."""
        self._before_find = self.cursor, self.scroll_offset.y
        self.find = ArticleFind(self._folded_article(), typing=True)
        self._find_changed()

    def seek(self, typed: str, patterns: Sequence[str]) -> None:
        """Find words, each by a pattern for the folded text, and open the article at the first place with most of them.

        `typed` is what the find is called. Where no word is found nothing is sought.
        """
        find = ArticleFind(self._folded_article(), typing=False)
        find.seek_words(typed, patterns, self.article.spans)
        if find.count:
            self.find = find
            self._go_to_match(fresh=True)

    def keep_find(self) -> None:
        """Stop typing the find, and keep it if anything was typed."""
        if self.find and self.find.typing:
            if self.find.typed:
                self.find.typing = False
                self._find_changed()
            else:
                self.end_find()

    def end_find(self) -> bool:
        """End the find; False where there was none. While it is typed, cursor and scroll go back to before it."""
        find, self.find = self.find, None
        if find and find.typing:
            self.cursor, top = self._before_find
            self._scroll(top)
            self._pointer = max(self.lines.lines_of(self.cursor)[0], top)
        if find:
            self._find_changed()
        return find is not None

    def _find_changed(self) -> None:
        self.refresh()
        self.screen.post_message(self.FindChanged())

    # --- its matches ---

    def next_match(self, by: int) -> bool:
        """Go to the next match or the one before, counted from the cursor if that was moved; False without a find."""
        if self.find is None:
            return False
        current = self.find.current
        if current and self.lines.sentence_at(current[0]) == self.cursor:
            self.find.step(by)
        else:
            self.find.step_from(self.lines.start_of(self.cursor), by)
        self._go_to_match()
        return True

    def _go_to_match(self, *, fresh: bool = False) -> None:
        current = self.find.current if self.find else None
        if current:
            self._show_match(current[0], fresh=fresh)
        self._find_changed()

    # --- it is typed ---

    def _type(self, typed: str) -> None:
        """Seek what is typed now, from where the find began."""
        assert self.find is not None
        typed = typed[:LONGEST]
        self.find.seek(typed, typed_pattern(typed), self.lines.start_of(self._before_find[0]))
        self._go_to_match()

    def on_key(self, event: Key) -> None:
        """While a find is typed its keys are the reader's and do nothing else."""
        find = self.find
        if find is None or not find.typing:
            return
        if event.key == "slash" and not find.typed:
            self.end_find()
            self.screen.post_message(self.FindLeft())
        elif event.is_printable and event.character:
            self._type(find.typed + clean(event.character))
        elif event.key == "backspace" and find.typed:
            self._type(find.typed[:-1])
        elif event.key in ("down", "up"):
            self.next_match(1 if event.key == "down" else -1)
        elif event.key == "ctrl+u":
            self._type("")
        elif event.key == "enter":
            self.keep_find()
        elif event.key in ("escape", "backspace"):
            self.end_find()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: Paste) -> None:
        """Put what is pasted into the find that is typed."""
        if self.find and self.find.typing:
            event.stop()
            self._type(self.find.typed + one_line(clean(event.text)))

    def on_blur(self, event: Blur) -> None:
        """Keys go elsewhere: the find is not typed any more."""
        self.keep_find()

    def on_resize(self, event: Resize) -> None:
        """Let the rule over the article be written anew: it may have another width, or be in sight again."""
        self.screen.post_message(self.FindChanged())
