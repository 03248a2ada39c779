"""The article reader: the quotes of the picked fact are lit in their article, their sentences more weakly.

The gutter marks sentences that support this fact (┃) and sentences that other facts rest on (╎). A cursor (▶) stands
on one sentence; a key lists the facts that rest on it. A find (`/`) lights what is typed wherever it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from textual.events import Blur, Click, Key, Paste, Resize
from textual.message import Message
from textual.strip import Strip

from eujdef_tui.model.records import Evidence
from eujdef_tui.store import Article
from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.unicode import clean, one_line
from eujdef_tui.tui.widgets.article_find import ArticleFind, typed_pattern
from eujdef_tui.tui.widgets.article_lines import NO_ARTICLE, ArticleLines
from eujdef_tui.tui.widgets.line_view import LineView, Piece

__all__ = ["ArticleReader"]

ROOMY = 10  # rows from which two lines before a sentence are shown, in fewer one
LONGEST_FIND = 200  # characters: more is a slip of the clipboard


class ArticleReader(LineView):
    """One article, with the evidence of one fact in it."""

    @dataclass
    class Asked(Message, bubble=False):
        """The facts that rest on this sentence are asked for."""

        sentence: int

    @dataclass
    class FindChanged(Message, bubble=False):
        """What is found in the article, or which match was gone to, has changed."""

    @dataclass
    class FindLeft(Message, bubble=False):
        """`/` was typed where nothing is sought yet: everything shall be searched, not this article."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.lines = ArticleLines(NO_ARTICLE, 0)
        self.cursor = 0
        self._pointer = 0  # the line that ▶ stands on: the first of the cursor's sentence, if that is in sight
        self._quote = (-1, -1)  # the span of the quote to open at, (-1, -1) for none
        self.find: ArticleFind | None = None
        self._folded = FoldedText("")
        self._folded_for = ""
        self._before_find = (0, 0)  # cursor and scroll, to come back to

    @property
    def article(self) -> Article:
        """The article that is shown."""
        return self.lines.article

    def show(self, article: Article, evidence: Sequence[Evidence], item: Evidence | None = None) -> None:
        """Show an article with this evidence lit, opened at `item`, or else at its top; draw only what changed."""
        before = self.article, self.lines.evidence, self.cursor, self._pointer, self.find
        self._wrap(article)
        self.lines.light(evidence)
        self.cursor = max(0, item.sentence) if item else 0
        self._quote = (item.start, item.end) if item else (-1, -1)
        self.find = None
        self._scroll_to_cursor(fresh=True)
        if (self.article, self.lines.evidence, self.cursor, self._pointer, self.find) != before:
            self.refresh()
        if before[-1]:
            self._find_changed()

    def clear(self) -> None:
        """Show nothing."""
        self.show(NO_ARTICLE, ())

    def _wrap(self, article: Article) -> None:
        """Wrap an article, unless it is the one that is shown, at the width that it is shown at."""
        if (article.source, self.size.width) != (self.article.source, self.lines.width):
            evidence = self.lines.evidence
            self.lines = ArticleLines(article, self.size.width)
            self.lines.light(evidence)
            self.lines_changed()

    def _scroll_to_cursor(self, *, fresh: bool = False, at_once: bool = True) -> None:
        """Scroll to the sentence at the cursor, whole if it fits; a fresh one with context above, or at its quote."""
        if not self.article.spans:
            return
        first, last = self.lines.lines_of(self.cursor)
        height = max(1, self.size.height)
        self._pointer = first
        if not fresh:
            self.show_line(last if last - first < height else first)
            self.show_line(first)
            return
        above = 0
        if last - first < height:
            above = min(2 if height >= ROOMY else 1, height - (last - first + 1))
        elif self.lines.line_at(self._quote[1] - 1) - first >= height:  # the sentence's beginning would hide the quote
            self._pointer = max(first, self.lines.line_at(self._quote[0]))
        top = max(0, min(self._pointer - above, self.line_count() - height))
        self.scroll_to(y=top, animate=False, force=True, immediate=at_once)

    def line_count(self) -> int:
        """The number of wrapped lines."""
        return len(self.lines.wrapped)

    def draw(self, line: int, width: int) -> Strip:
        """Draw a wrapped line with its gutter."""
        pointer: Piece = ("▶", "accent") if line == self._pointer and self.article.spans else (" ", "text")
        return self.strip([pointer, self.lines.gutter(line), *self.lines.pieces(line, self.find)], width)

    def go(self, sentence: int) -> None:
        """Put the cursor on a sentence."""
        if self.article.spans:
            self.cursor = min(max(0, sentence), len(self.article.spans) - 1)
            self._scroll_to_cursor()
            self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor to the next sentence or the one before."""
        self.go(self.cursor + (1 if by > 0 else -1))

    def page(self, pages: float) -> None:
        """Scroll by pages; the cursor moves to the sentence at the top."""
        super().page(pages)
        top = self.scroll_offset.y
        if self.article.spans:
            here = self.lines.sentences_on(top)
            self.cursor = here[-1] if here else self.cursor
            self._pointer = max(self.lines.lines_of(self.cursor)[0], top)
            self.refresh()

    def edge(self, *, last: bool) -> None:
        """Move the cursor to the first sentence, or to the last."""
        self.go(len(self.article.spans) if last else 0)

    # --- find in the article ---

    @property
    def finding(self) -> bool:
        """Whether something is sought in the article: n and N walk its matches."""
        return self.find is not None

    def _folded_article(self) -> FoldedText:
        """The article, folded once."""
        if self._folded_for != self.article.source:
            self._folded, self._folded_for = FoldedText(self.article.text), self.article.source
        return self._folded

    def open_find(self) -> None:
        """Begin a find: keys are typed into it until enter keeps it or esc ends it."""
        self._before_find = self.cursor, self.scroll_offset.y
        self.find = ArticleFind(self._folded_article(), typing=True)
        self._find_changed()

    def seek(self, typed: str, patterns: Sequence[str]) -> None:
        """Find words, each by a pattern for the folded text, and open the article at the first place with most of them.

        `typed` is what the find is called. Without any match nothing is sought.
        """
        find = ArticleFind(self._folded_article(), typing=False)
        find.seek(typed, "|".join(f"(?:{pattern})" for pattern in patterns), self._offset_with_most(patterns))
        if find.count:
            self.find = find
            self._go_to_match(fresh=True)

    def _offset_with_most(self, patterns: Sequence[str]) -> int:
        """Where the first of the sentences begins that have matches of most of these patterns."""
        found: Counter[int] = Counter()
        for pattern in patterns:
            matches = self._folded.matches(re.compile(pattern))
            found.update({self.lines.sentence_at(self._folded.offset(start)) for start, _ in matches})
        most = max(found.values(), default=0)
        first = min((n for n, count in found.items() if count == most), default=0)
        return self.lines.start_of(first)

    def end_find(self) -> bool:
        """End the find; False where there was none. While it is typed, cursor and scroll go back to before it."""
        find, self.find = self.find, None
        if find and find.typing:
            self.cursor, top = self._before_find
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
            self._pointer = max(self.lines.lines_of(self.cursor)[0], top)
        if find:
            self._find_changed()
        return find is not None

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
        """Put the cursor on the sentence of the current match, and scroll until that is in sight with context."""
        current = self.find.current if self.find else None
        if current:
            self.cursor = self.lines.sentence_at(current[0])
            line, height = self.lines.line_at(current[0]), max(1, self.size.height)
            top = self.scroll_offset.y
            if fresh or not top < line < top + height - 1:
                top = max(0, min(line - height // 3, self.line_count() - height))
                self.scroll_to(y=top, animate=False, force=True, immediate=True)
            first = self.lines.lines_of(self.cursor)[0]
            self._pointer = first if first >= top else line
        self._find_changed()

    def _find_changed(self) -> None:
        self.refresh()
        self.screen.post_message(self.FindChanged())

    def _type(self, typed: str) -> None:
        """Seek what is typed now, from where the find began."""
        assert self.find is not None
        typed = typed[:LONGEST_FIND]
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

    def keep_find(self) -> None:
        """Stop typing the find, and keep it if anything was typed."""
        if self.find and self.find.typing:
            if self.find.typed:
                self.find.typing = False
                self._find_changed()
            else:
                self.end_find()

    def on_blur(self, event: Blur) -> None:
        """Keys go elsewhere: the find is not typed any more."""
        self.keep_find()

    # --- the mouse, and other sizes ---

    def ask(self) -> None:
        """Ask for the facts that rest on the sentence at the cursor."""
        if self.article.spans:
            self.screen.post_message(self.Asked(self.cursor))

    def on_resize(self, event: Resize) -> None:
        """Wrap the article for the new width, and keep the cursor in sight."""
        self._wrap(self.article)
        # Textual limits scrolling by the old size until the new one is laid out
        self._scroll_to_cursor(fresh=True, at_once=False)

    def on_click(self, event: Click) -> None:
        """Put the cursor on the first sentence of the line that is clicked."""
        line = self.scroll_offset.y + event.y
        if line < self.line_count():
            here = self.lines.sentences_on(line)
            if here:
                self.go(here[0])
