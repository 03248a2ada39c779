"""What is listed, with a number for each answer, and what of it one page says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit

__all__ = ["NOTHING", "PAGE", "Listing"]

PAGE = 5  # answers that are read at once: who listens keeps no more in mind


class Listing(NamedTuple):
    """Answers that a number chooses one of.

    Attributes:
        title: how the list is called: "23 answers for kalas".
        numbers: the records, in order.
        texts: lines that are read instead of the records: earlier searches, words to complete with, checked sentences.
        asks: what choosing each of `texts` searches for.
        said: lines that stand before an answer, by its index: a heading, today.
        after: lines that stand behind an answer, by its index: what of it changed.
        hits: why records matched, by record number.
        answers: how many are answers to be written and marked, None for all; the others are only near what was asked.
        page: how many answers are read at once.
        proves: whether the first answer is followed by the sentence that proves it.
    """

    title: str = ""
    numbers: Sequence[int] = ()
    texts: Sequence[str] = ()
    asks: Sequence[str] = ()
    said: Mapping[int, Sequence[str]] = {}
    after: Mapping[int, Sequence[str]] = {}
    hits: Mapping[int, Hit] = {}
    proves: bool = False
    answers: int | None = None
    page: int = PAGE

    @property
    def size(self) -> int:
        """How many answers there are."""
        return len(self.texts) or len(self.numbers)


NOTHING = Listing()
