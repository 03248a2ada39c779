"""An article on the screen: its lines with their gutter, and a cursor that stands on one sentence.

The gutter marks sentences that support the picked fact (┃) and sentences that other facts rest on (╎). The cursor (▶)
stands at the first line of its sentence; where that line is out of sight, at the line for which it was gone to.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Click
from textual.geometry import Size
from textual.strip import Strip

from eujdef_tui.model.records import Evidence
from eujdef_tui.present.article_find import ArticleFind
from eujdef_tui.store import Article
from eujdef_tui.tui.widgets.article_lines import NO_ARTICLE, ArticleLines, lines_before
from eujdef_tui.tui.widgets.line_view import LineView, Piece

__all__ = ["ArticleView"]

NO_QUOTE = (-1, -1)


class ArticleView(LineView):
    """One article with the quotes of one fact lit, and the matches of a find if there is one."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.lines = ArticleLines(NO_ARTICLE, 0)
        self.find: ArticleFind | None = None
        self.cursor = 0
        self._pointer = 0  # the line that ▶ stands on
        self._quote = NO_QUOTE  # the span of the quote to open at

    @property
    def article(self) -> Article:
        """The article that is shown."""
        return self.lines.article

    def show(self, article: Article, evidence: Sequence[Evidence], item: Evidence | None = None) -> None:
        """Show an article with this evidence lit, opened at `item`, or else at its top; draw only what changed."""
        before = self.article, self.lines.evidence, self.cursor, self._pointer
        self._wrap(article)
        self.lines.light(evidence)
        self.cursor = max(0, item.sentence) if item else 0
        self._quote = (item.start, item.end) if item else NO_QUOTE
        self._open()
        if (self.article, self.lines.evidence, self.cursor, self._pointer) != before:
            self.refresh()

    def clear(self) -> None:
        """Show nothing."""
        self.show(NO_ARTICLE, ())

    def _wrap(self, article: Article) -> None:
        """Wrap an article, unless it is the one that is shown, at the width that it is shown at."""
        width = self.outer_size.width
        if (article.source, width) != (self.article.source, self.lines.width):
            evidence = self.lines.evidence
            self.lines = ArticleLines(article, width)
            self.lines.light(evidence)
            self.lines_changed()

    # --- what is in sight ---

    @property
    def _rows(self) -> int:
        return max(1, self.outer_size.height)

    def _scroll(self, top: int) -> None:
        top = max(0, min(top, self.line_count() - self._rows))
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def _open(self) -> None:
        """Scroll to the sentence at the cursor, or where that is longer than the pane to its quote."""
        top, self._pointer = self.lines.opening(self.cursor, self._quote, self._rows)
        self._scroll(top)

    def _show_cursor(self) -> None:
        """Scroll as little as possible to show the sentence at the cursor, or its beginning where it is longer."""
        first, last = self.lines.lines_of(self.cursor)
        self._pointer = first
        self.show_line(last if last - first < self._rows else first)
        self.show_line(first)

    def _show_match(self, offset: int, *, fresh: bool) -> None:
        """Put the cursor on the sentence of a match, and scroll to that unless it is in sight with lines around it."""
        self.cursor, self._quote = self.lines.sentence_at(offset), NO_QUOTE
        line, first, top = self.lines.line_at(offset), self.lines.lines_of(self.cursor)[0], self.scroll_offset.y
        if fresh or not top < line < top + self._rows - 1:
            above = first - lines_before(self._rows)
            self._scroll(above if line - above < self._rows - 1 else line - self._rows // 3)
        self._pointer = first if first >= self.scroll_offset.y else line

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Wrap the article for a new size and scroll to its place before the frame with that size is drawn.

        The Resize event comes after that frame (Textual 8): the article would be drawn twice.
        """
        before = self.outer_size
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if self.outer_size != before:
            self._wrap(self.article)
            current = self.find.current if self.find else None
            if current:
                self._show_match(current[0], fresh=True)
            else:
                self._open()
        return resized

    # --- drawing ---

    def line_count(self) -> int:
        """The number of wrapped lines."""
        return len(self.lines.wrapped)

    def draw(self, line: int, width: int) -> Strip:
        """Draw a wrapped line with its gutter."""
        pointer: Piece = ("▶", "accent") if line == self._pointer and self.article.spans else (" ", "text")
        return self.strip([pointer, self.lines.gutter(line), *self.lines.pieces(line, self.find)], width)

    # --- the cursor ---

    def go(self, sentence: int) -> None:
        """Put the cursor on a sentence."""
        if self.article.spans:
            self.cursor, self._quote = min(max(0, sentence), len(self.article.spans) - 1), NO_QUOTE
            self._show_cursor()
            self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor to the next sentence or the one before; in one longer than the pane, first to its end."""
        first, last = self.lines.lines_of(self.cursor)
        top, step = self.scroll_offset.y, max(1, self._rows - 1)
        if by > 0 and first <= top + self._rows <= last and last - first >= self._rows:
            self._scroll_within(min(top + step, last - self._rows + 1))
        elif by < 0 and first < top <= last and last - first >= self._rows:
            self._scroll_within(max(top - step, first))
        else:
            self.go(self.cursor + (1 if by > 0 else -1))

    def _scroll_within(self, top: int) -> None:
        """Scroll inside the sentence at the cursor, which stays in sight."""
        self._scroll(top)
        self._pointer, self._quote = top, NO_QUOTE
        self.refresh()

    def page(self, pages: float) -> None:
        """Scroll by pages; the cursor moves to the sentence at the top."""
        super().page(pages)
        top = self.scroll_offset.y
        here = self.lines.sentences_on(top)
        if here:
            self.cursor, self._quote = here[-1], NO_QUOTE
            self._pointer = max(self.lines.lines_of(self.cursor)[0], top)
            self.refresh()

    def edge(self, *, last: bool) -> None:
        """Move the cursor to the first sentence, or to the last."""
        self.go(len(self.article.spans) if last else 0)

    def on_click(self, event: Click) -> None:
        """Put the cursor on the first sentence of the line that is clicked."""
        here = self.lines.sentences_on(self.scroll_offset.y + event.y)
        if here:
            self.go(here[0])
