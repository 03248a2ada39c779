"""The lines of an article at one width, and which of their characters a fact lights.

Lines are offsets into the article's text; sentences are counted from 0.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from eujdef_tui.model.records import Evidence
from eujdef_tui.present.article_find import ArticleFind, sentence_at
from eujdef_tui.store import Article
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["GUTTER", "NO_ARTICLE", "ArticleLines", "lines_before"]

GUTTER = 3  # cells: the cursor, the mark of what rests on a sentence, a space
ROOMY = 10  # rows from which two lines before a sentence are shown, in fewer one
NO_ARTICLE = Article("", "", 0, (), ())


def lines_before(rows: int) -> int:
    """How many lines are shown before a sentence that is gone to, on so many rows."""
    return 2 if rows >= ROOMY else 1


class ArticleLines:
    """An article wrapped to a width in cells, with the evidence of one fact lit in it."""

    def __init__(self, article: Article, width: int) -> None:
        self.article = article
        self.width = width
        self.wrapped = wrap(article.text, width - GUTTER - 1) if width > GUTTER + 1 else []  # a pane that is not shown
        self.evidence: list[Evidence] = []
        self._lit: set[int] = set()

    def light(self, evidence: Sequence[Evidence]) -> None:
        """Light this evidence from now on: the quotes in the article, and the sentences that they touch."""
        self.evidence = [one for one in evidence if one.source == self.article.source and one.start >= 0]
        self._lit = {n for one in self.evidence for n in range(one.sentence, one.last_sentence + 1)}

    # --- where a line or a sentence stands ---

    def line_at(self, offset: int) -> int:
        """The line in which a character of the text stands."""
        return max(0, bisect_right(self.wrapped, offset, key=lambda line: line[0]) - 1)

    def sentence_at(self, offset: int) -> int:
        """The sentence in which a character of the text stands, or after which it does."""
        return sentence_at(self.article.spans, offset)

    def start_of(self, sentence: int) -> int:
        """The offset of a sentence's first character; 0 in a text without sentences."""
        return self.article.spans[sentence][0] if self.article.spans else 0

    def lines_of(self, sentence: int) -> tuple[int, int]:
        """The first and the last line of a sentence; (0, 0) in a text without sentences."""
        start, end = self.article.spans[sentence] if self.article.spans else (0, 0)
        return self.line_at(start), self.line_at(max(start, end - 1))

    def sentences_on(self, line: int) -> list[int]:
        """The sentences that have a part in a line."""
        return self._sentences_in(*self.wrapped[line]) if line < len(self.wrapped) else []

    def _sentences_in(self, start: int, end: int) -> list[int]:
        """The sentences that have a part in text[start:end]."""
        spans = self.article.spans
        sentences: list[int] = []
        n = self.sentence_at(start)
        while n < len(spans) and spans[n][0] < end:
            if spans[n][1] > start:
                sentences.append(n)
            n += 1
        return sentences

    def opening(self, sentence: int, quote: tuple[int, int], rows: int) -> tuple[int, int]:
        """Where the article opens at a sentence with a quote in it: the first line on the screen, and the cursor's.

        The sentence is shown whole, and one line before it, from ten rows on two. A sentence with more lines than there
        are rows is shown from its beginning, or else from the quote if that would be out of sight.
        """
        first, last = self.lines_of(sentence)
        begun, over = (self.line_at(quote[0]), self.line_at(quote[1] - 1)) if quote[1] > 0 else (first, first)
        if last - first >= rows:
            top = cursor = max(first, begun) if over - first >= rows else first
        else:
            whole = over if last < over < first + rows else last  # a quote goes on in the sentences after its first
            top, cursor = first - min(lines_before(rows), rows - (whole - first + 1)), first
        return max(0, min(top, len(self.wrapped) - rows)), cursor

    # --- how a line looks ---

    def pieces(self, line: int, find: ArticleFind | None) -> list[Piece]:
        """The text of a line in its roles, with the matches of a find lit."""
        start, end = self.wrapped[line]
        end = start + len(self.article.text[start:end].rstrip())  # no ground beyond the last word
        matches = list(find.within(start, end)) if find else []
        spans = [self.article.spans[n] for n in self._sentences_in(start, end)]
        spans += [(one.start, one.end) for one in self.evidence]
        spans += [(begun, over) for begun, over, _ in matches]
        marks = sorted({start, end, *(place for span in spans for place in span if start < place < end)})
        pieces: list[Piece] = []
        for left, right in pairwise(marks):
            roles = self._role(left)
            here = [current for begun, over, current in matches if begun <= left < over]
            if here:
                roles = "here" if any(here) else f"{roles} match"
            pieces.append((self.article.text[left:right], roles))
        return pieces

    def _role(self, offset: int) -> str:
        grades = {one.grade for one in self.evidence if one.start <= offset < one.end}
        if grades:
            return "lit quote" if "verbatim" in grades else "lit inexact"
        here = self._sentences_in(offset, offset + 1)
        return "lit" if here and here[0] in self._lit else "text"

    def gutter(self, line: int) -> Piece:
        """The mark of a line: a sentence of this fact (┃), one that other facts rest on (╎), or neither."""
        here = self.sentences_on(line)
        if any(n in self._lit for n in here):
            return "┃ ", "lit gutter"
        return "╎ " if any(self.article.fact_counts[n] for n in here) else "  ", "rests"
