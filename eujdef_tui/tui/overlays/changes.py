"""The list of what changed since the facts were looked at last: enter goes to the fact."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.compare.change import Change
from eujdef_tui.compare.news import News
from eujdef_tui.model.glyphs import GRADE_MARKS
from eujdef_tui.model.labels import quoted
from eujdef_tui.present.change_words import ASPECT_WORDS, MOST, TELLS_ALL, TOO_MANY, hold_words
from eujdef_tui.present.list_row import cells
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line
from eujdef_tui.tui.overlays.modals import Choice, Choose

__all__ = ["GONE", "MORE", "changes_list"]

GONE, MORE = -1, -2  # what choosing a record that is gone returns, and the line that counts those left out


def _in_english(change: Change) -> str:
    """The date of a record that is gone; that of an agreement's steps as it was kept."""
    try:
        return edtf.in_english(change.date) if change.date else ""
    except edtf.DateError:
        return change.date


def changes_list(base: Base, news: News, today: int) -> Choose:
    """Return the box with what changed."""
    choices = [choice for change in news.changes[:MOST] for choice in _choices(base, change, today)]
    if news.files:
        choices.insert(0, Choice(TOO_MANY, "eujdef diff does", MORE))
    if more := len(news.changes[MOST:]):
        choices.append(Choice(f"and {more:,} more", TELLS_ALL, MORE))
    return Choose(news.words(today), choices, count=len(news.changes))


def _choices(base: Base, change: Change, today: int) -> Iterator[Choice]:
    """Yield the line of a change, and below it one for each of its edits."""
    n = GONE if change.kind == "gone" else base.number(change.id) or GONE
    if n == GONE:
        title = change.title or f"{change.record} {change.id}"
        yield Choice(f"gone  {title}", _in_english(change), GONE)
        return
    shown = cells(base, base.record(n), today)
    yield Choice(f"{change.kind}  {shown.mark} {one_line(shown.text)}", shown.right or shown.note, n)
    if change.was:
        yield Choice(f"    its id was {change.was}, is {change.id}", "", n)
    if change.kind == "edited":
        yield Choice(f"    {hold_words(change)}", "", n)
    for quote in change.fell:
        yield Choice(f"    {GRADE_MARKS[quote.grade]} {quoted(quote.quote)}", quote.id, base.number(quote.id) or n)
    for edit in change.edits:
        values = f"{edit.field}: {edit.old or 'none'} → {edit.new or 'none'}"
        yield Choice(f"    {ASPECT_WORDS.get(edit.field, values)}", "", n)
