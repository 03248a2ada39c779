"""Promise: the sentences that support the picked fact are lit where they stand, the quote stronger than they.

The gutter tells apart what supports this fact (┃) and what other facts rest on (╎). A cursor (▶) stands on
one sentence; the facts that rest on it are one key away.
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
    """How many characters of an article are not shown as they are, in a few words; "" for none."""
    return f"{article.hidden:,} hidden �" if article.hidden else ""


class ArticleReader(LineView):
    """One article, with the evidence of one fact in it."""

    @dataclass
    class Asked(Message, bubble=False):
        """Which facts rest on this sentence?"""

        sentence: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.article = Article("", "", 0, (), ())
        self._evidence: list[Evidence] = []
        self._lit: set[int] = set()
        self._wrapped: list[tuple[int, int]] = []
        self._for: tuple[str, int] = ("", 0)
        self.at = 0

    def show(self, article: Article, evidence: Sequence[Evidence], at: int) -> None:
        """Show an article with this evidence lit and sentence `at` in sight; what is shown so is not drawn again."""
        before = self.article, self._evidence, self.at
        self.article = article
        self._evidence = [item for item in evidence if item.source == article.source and item.start >= 0]
        self._lit = {n for item in self._evidence for n in range(item.sentence, item.last_sentence + 1)}
        self.at = max(0, at)
        self._lay()
        if (self.article, self._evidence, self.at) != before:
            self.refresh()
        self._look(fresh=True)

    def clear(self) -> None:
        """Show nothing."""
        self.show(Article("", "", 0, (), ()), (), 0)

    def _lay(self) -> None:
        """Wrap the open article, once for each width."""
        wanted = (self.article.source, self.size.width)
        if wanted != self._for:
            self._for = wanted
            self._wrapped = wrap(self.article.text, self.size.width - GUTTER - 1)
            self.lines_changed()

    def _line_at(self, offset: int) -> int:
        return max(0, bisect_right(self._wrapped, offset, key=lambda line: line[0]) - 1)

    def _look(self, *, fresh: bool = False, at_once: bool = True) -> None:
        """Bring the sentence at the cursor into sight, whole if it fits; a fresh one with context above."""
        if not self.article.spans:
            return
        start, end = self.article.spans[self.at]
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
        return len(self._wrapped)

    def draw(self, line: int, width: int) -> Strip:
        start, end = self._wrapped[line]
        pieces: list[Piece] = [self._gutter(start, end)]
        marks = sorted({start, end, *self._borders(start, end)})
        for left, right in pairwise(marks):
            pieces.append((self.article.text[left:right], self._role(left)))
        return self.strip(pieces, width)

    def _borders(self, start: int, end: int) -> list[int]:
        spans = [self.article.spans[n] for n in self._sentences(start, end)]
        spans += [(item.start, item.end) for item in self._evidence]
        return [place for span in spans for place in span if start < place < end]

    def _sentences(self, start: int, end: int) -> list[int]:
        """The sentences with a part on text[start:end]."""
        spans = self.article.spans
        n = max(0, bisect_right(spans, start, key=lambda span: span[0]) - 1)
        found: list[int] = []
        while n < len(spans) and spans[n][0] < end:
            if spans[n][1] > start:
                found.append(n)
            n += 1
        return found

    def _role(self, offset: int) -> str:
        grades = {item.grade for item in self._evidence if item.start <= offset < item.end}
        if grades:
            return "lit quote" if "verbatim" in grades else "lit inexact"
        here = self._sentences(offset, offset + 1)
        return "lit" if here and here[0] in self._lit else "text"

    def _gutter(self, start: int, end: int) -> Piece:
        here = self._sentences(start, end)
        pointer = "▶" if self.at in here and start <= self.article.spans[self.at][0] < max(end, start + 1) else " "
        if any(n in self._lit for n in here):
            return f"{pointer}┃ ", "lit gutter"
        if any(self.article.fact_counts[n] for n in here):
            return f"{pointer}╎ ", "rests"
        return f"{pointer}  ", "rests"

    def go(self, sentence: int) -> None:
        """Put the cursor on a sentence."""
        if self.article.spans:
            self.at = min(max(0, sentence), len(self.article.spans) - 1)
            self.refresh()
            self._look()

    def move(self, by: int) -> None:
        self.go(self.at + (1 if by > 0 else -1))

    def page(self, pages: float) -> None:
        super().page(pages)
        top = self.scroll_offset.y
        if self._wrapped and self.article.spans:
            here = self._sentences(*self._wrapped[min(top, self.line_count() - 1)])
            self.at = here[-1] if here else self.at
            self.refresh()

    def edge(self, *, last: bool) -> None:
        self.go(len(self.article.spans) if last else 0)

    def ask(self) -> None:
        """Ask for the facts that rest on the sentence at the cursor."""
        if self.article.spans:
            self.screen.post_message(self.Asked(self.at))

    def on_resize(self, event: Resize) -> None:
        self._lay()
        # how far it may scroll is known only once the new size is in force
        self._look(fresh=True, at_once=False)

    def on_click(self, event: Click) -> None:
        line = self.scroll_offset.y + event.y
        if line < self.line_count():
            here = self._sentences(*self._wrapped[line])
            if here:
                self.go(here[0])
