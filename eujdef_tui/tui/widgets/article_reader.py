"""The article reader: the quotes of the picked fact are lit in their article, their sentences more weakly.

The gutter marks sentences that support this fact (┃) and sentences that other facts rest on (╎). A cursor (▶) stands
on one sentence; a key lists the facts that rest on it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip

from eujdef_tui.model.records import Evidence
from eujdef_tui.store import Article
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.line_view import LineView, Piece

__all__ = ["ArticleReader", "hidden_in"]

GUTTER = 3


def hidden_in(article: Article) -> str:
    """A note on how many characters of an article are replaced because they cannot be shown safely; "" for none."""
    return f"{article.hidden:,} hidden �" if article.hidden else ""


class ArticleReader(LineView):
    """One article, with the evidence of one fact in it."""

    @dataclass
    class Asked(Message, bubble=False):
        """The facts that rest on this sentence are asked for."""

        sentence: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.article = Article("", "", 0, (), ())
        self._evidence: list[Evidence] = []
        self._lit: set[int] = set()
        self._wrapped: list[tuple[int, int]] = []
        self._wrapped_for: tuple[str, int] = ("", 0)
        self.cursor = 0

    def show(self, article: Article, evidence: Sequence[Evidence], at: int) -> None:
        """Show an article with this evidence lit and the cursor on sentence `at`; draw only if any of them changed."""
        before = self.article, self._evidence, self.cursor
        self.article = article
        self._evidence = [item for item in evidence if item.source == article.source and item.start >= 0]
        self._lit = {n for item in self._evidence for n in range(item.sentence, item.last_sentence + 1)}
        self.cursor = max(0, at)
        self._wrap()
        if (self.article, self._evidence, self.cursor) != before:
            self.refresh()
        self._scroll_to_cursor(fresh=True)

    def clear(self) -> None:
        """Show nothing."""
        self.show(Article("", "", 0, (), ()), (), 0)

    def _wrap(self) -> None:
        """Wrap the article, once for each width."""
        key = (self.article.source, self.size.width)
        if key != self._wrapped_for:
            self._wrapped_for = key
            self._wrapped = wrap(self.article.text, self.size.width - GUTTER - 1)
            self.lines_changed()

    def _line_at(self, offset: int) -> int:
        return max(0, bisect_right(self._wrapped, offset, key=lambda line: line[0]) - 1)

    def _scroll_to_cursor(self, *, fresh: bool = False, at_once: bool = True) -> None:
        """Scroll to the sentence at the cursor, whole if it fits; a fresh one with context above."""
        if not self.article.spans:
            return
        start, end = self.article.spans[self.cursor]
        last = self._line_at(max(start, end - 1))
        first = self._line_at(start)
        height = max(1, self.size.height)
        fits = last - first < height
        if fresh:
            above = min(2, height - (last - first + 1)) if fits else 0
            self.scroll_to(
                y=max(0, min(first - above, self.line_count() - height)), animate=False, force=True, immediate=at_once
            )
        else:
            self.show_line(last if fits else first)
            self.show_line(first)

    def line_count(self) -> int:
        """The number of wrapped lines."""
        return len(self._wrapped)

    def draw(self, line: int, width: int) -> Strip:
        """Draw a wrapped line with its gutter."""
        start, end = self._wrapped[line]
        pieces: list[Piece] = [self._gutter(start, end)]
        marks = sorted({start, end, *self._boundaries(start, end)})
        for left, right in pairwise(marks):
            pieces.append((self.article.text[left:right], self._role(left)))
        return self.strip(pieces, width)

    def _boundaries(self, start: int, end: int) -> list[int]:
        spans = [self.article.spans[n] for n in self._sentences_in(start, end)]
        spans += [(item.start, item.end) for item in self._evidence]
        return [place for span in spans for place in span if start < place < end]

    def _sentences_in(self, start: int, end: int) -> list[int]:
        """The sentences that have a part in text[start:end]."""
        spans = self.article.spans
        n = max(0, bisect_right(spans, start, key=lambda span: span[0]) - 1)
        sentences: list[int] = []
        while n < len(spans) and spans[n][0] < end:
            if spans[n][1] > start:
                sentences.append(n)
            n += 1
        return sentences

    def _role(self, offset: int) -> str:
        grades = {item.grade for item in self._evidence if item.start <= offset < item.end}
        if grades:
            return "lit quote" if "verbatim" in grades else "lit inexact"
        here = self._sentences_in(offset, offset + 1)
        return "lit" if here and here[0] in self._lit else "text"

    def _gutter(self, start: int, end: int) -> Piece:
        here = self._sentences_in(start, end)
        pointer = (
            "▶" if self.cursor in here and start <= self.article.spans[self.cursor][0] < max(end, start + 1) else " "
        )
        if any(n in self._lit for n in here):
            return f"{pointer}┃ ", "lit gutter"
        if any(self.article.fact_counts[n] for n in here):
            return f"{pointer}╎ ", "rests"
        return f"{pointer}  ", "rests"

    def go(self, sentence: int) -> None:
        """Put the cursor on a sentence."""
        if self.article.spans:
            self.cursor = min(max(0, sentence), len(self.article.spans) - 1)
            self.refresh()
            self._scroll_to_cursor()

    def move(self, by: int) -> None:
        """Move the cursor to the next sentence or the one before."""
        self.go(self.cursor + (1 if by > 0 else -1))

    def page(self, pages: float) -> None:
        """Scroll by pages; the cursor moves to the sentence at the top."""
        super().page(pages)
        top = self.scroll_offset.y
        if self._wrapped and self.article.spans:
            here = self._sentences_in(*self._wrapped[min(top, self.line_count() - 1)])
            self.cursor = here[-1] if here else self.cursor
            self.refresh()

    def edge(self, *, last: bool) -> None:
        """Move the cursor to the first sentence, or to the last."""
        self.go(len(self.article.spans) if last else 0)

    def ask(self) -> None:
        """Ask for the facts that rest on the sentence at the cursor."""
        if self.article.spans:
            self.screen.post_message(self.Asked(self.cursor))

    def on_resize(self, event: Resize) -> None:
        """Wrap the article for the new width, and keep the cursor in sight."""
        self._wrap()
        # Textual limits scrolling by the old size until the new one is laid out
        self._scroll_to_cursor(fresh=True, at_once=False)

    def on_click(self, event: Click) -> None:
        """Put the cursor on the first sentence of the line that is clicked."""
        line = self.scroll_offset.y + event.y
        if line < self.line_count():
            here = self._sentences_in(*self._wrapped[line])
            if here:
                self.go(here[0])
