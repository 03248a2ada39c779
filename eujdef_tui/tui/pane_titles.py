"""The text of the rules over the sheet and over the article: left what the pane shows, right notes on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from eujdef_tui.model.glyphs import GRADE_MARKS, mark_role
from eujdef_tui.model.labels import source_label, source_name
from eujdef_tui.model.records import Evidence, Source
from eujdef_tui.present.article_find import ArticleFind
from eujdef_tui.present.fact_sheet import SheetHeading
from eujdef_tui.store import Article
from eujdef_tui.text.shorten import shorten
from eujdef_tui.tui.widgets.bars import Rule
from eujdef_tui.tui.widgets.line_view import Piece, width_of

__all__ = ["Title", "detail_title", "find_title", "hidden_in", "is_cut", "reader_title"]

ALTERED = "not the article's words as they stand"
NOTED = 3  # cells of a rule that its notes take beside their words: a cell of the line, a space on each side
SIDES = 4  # cells of a rule that its name cannot have: two ends, a space on each side


class Title(NamedTuple):
    """The text of a rule.

    Attributes:
        left: the pieces of a name.
        notes: notes on it, from the fullest to the shortest; the first that has room beside the whole name is shown.
    """

    left: Sequence[Piece]
    notes: Sequence[Sequence[Piece]] = ()

    def show_on(self, rule: Rule) -> None:
        """Show this title on a rule."""
        rule.show(self.left, (), *self.notes)


def hidden_in(article: Article) -> str:
    """A note on how many characters of an article are replaced because they cannot be shown safely; "" for none."""
    return f"{article.hidden:,} hidden �" if article.hidden else ""


def detail_title(heading: SheetHeading, hidden: int, *, marked: bool) -> Title:
    """The rule over the sheet of a record: its mark and title, and notes with how many lines are out of sight.

    Of the notes the kind is left out first. The count of lines never is: a title that leaves it no room is cut.
    """
    below = [f"↓ {hidden:,} more line{'s' * (hidden > 1)}"] * (hidden > 0)
    notes = [*heading.notes, *["★"] * marked, *below]
    fewer = [[(" · ".join(notes[first:]), "count")] for first in range(len(notes))]
    fewer += [[]] * (hidden <= 0 < len(notes))
    return Title([(heading.mark, mark_role(heading.mark)), (f" {heading.title}", "title")], fewer)


def is_cut(title: Title, width: int) -> bool:
    """Whether a rule of a width has no room for the whole name beside the shortest of its notes."""
    least = width_of(title.notes[-1]) + NOTED if title.notes and title.notes[-1] else 0
    return width_of(title.left) > width - SIDES - least


def reader_title(source: Source, article: Article, item: Evidence | None, nth: int, count: int, width: int) -> Title:
    """The rule over an article that is read: its source, and how well its words give the `nth` quote of `count`.

    An article that is read for itself has no quote.
    """
    left = _name(source, width - SIDES)
    hidden: list[Piece] = [(hidden_in(article), "error")] * bool(article.hidden)
    if item is None:
        return Title(left, [hidden])
    mark, counted = GRADE_MARKS.get(item.grade, "?"), f"{nth + 1} of {count}"
    if item.grade == "verbatim":
        role, texts = "quiet", [f"{mark} verbatim · {counted}", f"{mark} {counted}", mark]
    else:
        graded = f"{mark} {item.grade}"
        role, texts = "error", [f"{graded} · {counted} · {ALTERED}", f"{graded} · {counted}", graded, mark]
    return Title(left, [*([(text, role), *hidden] for text in texts), [(mark, role)]])


def find_title(source: Source, find: ArticleFind, width: int) -> Title:
    """The rule over an article in which something is sought: its source, what is sought, and which match of how many.

    While it is typed a cursor stands after it. The count always has room, then the end of what is sought; the name of
    the source takes the rest.
    """
    count = f"{find.nth + 1:,} of {find.count:,}" if find.typed else ""
    behind = count if find.typing else f" {count}"  # the cell of the cursor stays
    role = "quiet" if find.count or not find.typed else "wrong"
    room = width - SIDES - len(count) - 6  # "/", a cursor, a space; a cell of the line, spaces around the notes
    typed = find.typed
    while typed and cell_len(typed) > max(1, room):
        typed = typed[1:]
    sought = f"/{typed}" if typed == find.typed else f"/…{typed[1:]}"
    notes = [(sought, role)] + [(" ", "here")] * find.typing + [(behind, role)] * bool(count)
    return Title(_name(source, room - cell_len(typed)), [notes])


def _name(source: Source, room: int) -> Sequence[Piece]:
    """The name of a source and its date where both have room, else the name, cut at a word."""
    name = next((name for name in (source_label(source), source_name(source)) if cell_len(name) <= room), "")
    return [(name or shorten(source_name(source), room), "title")] if room > 0 else []
