"""Where somebody is in the linear explorer: what is listed, what is read, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eujdef_tui.linear.listing import NOTHING, Listing
from eujdef_tui.model.records import Evidence
from eujdef_tui.present.article_find import ArticleFind
from eujdef_tui.present.view_results import ViewResults
from eujdef_tui.present.views import ALL
from eujdef_tui.store import Row

__all__ = ["Place"]


class Place(NamedTuple):
    """A place that can be come back to.

    Attributes:
        view: the view that is listed.
        typed: the query, "" for none.
        results: what the query found.
        listing: the numbered answers.
        top: the index of the first answer of the page that was read last.
        read: the index behind the last answer that was read.
        row: the record that is read, None for none.
        evidence: its quotes, in the order in which they are read.
        nth: the quote that was read last.
        answer: the index of the answer that was read last.
        links: the records that its links lead to.
        rest: lines of its sheet that are not read yet.
        sentence: the sentence of the article that was read last, from 0.
        find: what is sought in the article.
        continues: what `more` goes on with: list, sheet or article.
    """

    results: ViewResults
    view: str = ALL
    typed: str = ""
    listing: Listing = NOTHING
    top: int = 0
    read: int = 0
    row: Row | None = None
    evidence: tuple[Evidence, ...] = ()
    nth: int = 0
    answer: int = 0
    links: Sequence[int] = ()
    rest: Sequence[str] = ()
    sentence: int = 0
    find: ArticleFind | None = None
    continues: str = ""
