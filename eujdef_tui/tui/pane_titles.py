"""The text of the rules over the sheet and over the article: left what the pane shows, right notes on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eujdef_tui.model.glyphs import GRADE_MARKS
from eujdef_tui.model.labels import source_label
from eujdef_tui.model.records import Evidence, Source
from eujdef_tui.present.fact_sheet import SheetHeading
from eujdef_tui.store import Article
from eujdef_tui.tui.widgets.article_find import ArticleFind
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["Title", "detail_title", "find_title", "hidden_in", "reader_title"]


class Title(NamedTuple):
    """The text of a rule: what stands on the left, and on the right, and what stands there where that has no room."""

    left: Sequence[Piece]
    right: Sequence[Piece] = ()


def hidden_in(article: Article) -> str:
    """A note on how many characters of an article are replaced because they cannot be shown safely; "" for none."""
    return f"{article.hidden:,} hidden �" if article.hidden else ""


def detail_title(heading: SheetHeading, hidden: int, *, marked: bool) -> Title:
    """The rule over the sheet of a record: its mark and title, and notes with how many lines are out of sight."""
    notes = [*heading.notes, *["★ marked"] * marked, *[f"↓ {hidden} more"] * (hidden > 0)]
    return Title([(f"{heading.mark} {heading.title}", "title")], [(" · ".join(notes), "count")])


def reader_title(source: Source, article: Article, item: Evidence | None, nth: int, count: int) -> Title:
    """The rule over an article that is read: its source, and how well its words give the `nth` quote of `count`.

    An article that is read for itself has no quote.
    """
    left = [(source_label(source), "title")]
    hidden = [(hidden_in(article), "error")]
    if item is None:
        return Title(left, hidden)
    mark = GRADE_MARKS.get(item.grade, "?")
    counted = f"· {nth + 1} of {count}"
    if item.grade == "verbatim":
        return Title(left, [(f"{mark} verbatim", "quiet"), (counted, "quiet"), *hidden])
    reason = "· not the article's words as they stand"
    return Title(left, [(f"{mark} {item.grade}", "error"), (counted, "error"), (reason, "error"), *hidden])


def find_title(source: Source, find: ArticleFind) -> Title:
    """The rule over an article in which something is sought: its source, what is sought, and which match of how many.

    While it is typed a cursor stands after it.
    """
    count = f"{find.nth + 1} of {find.count}"
    role = "quiet" if find.count or not find.typed else "wrong"
    right = [(f"/{find.typed}", role)] + [(" ", "here")] * find.typing
    return Title([(source_label(source), "title")], [*right, (count, role)] if find.typed else right)
