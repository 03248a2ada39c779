"""The sheet of a statement: its whole text, its figure, who says it and when, what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.glyphs import date_mark
from eujdef_tui.model.labels import quoted
from eujdef_tui.model.records import Statement
from eujdef_tui.present.sheet_lines import Line, Part, link_line, linked_lines, text_line, unbreakable
from eujdef_tui.present.sheets.shared import differs_lines
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = ["statement_lines"]


def statement_lines(base: Base, n: int, statement: Statement) -> Iterator[Line]:
    """Yield the lines on a statement, record number `n`."""
    yield Line("", (Part(one_line(statement.text), "title"),))
    if statement.value:
        figure = f"{statement.value} {statement.unit}".strip()
        as_of = (Part(f"  as of {edtf.in_english(statement.as_of)}", "date"),) if statement.as_of else ()
        yield Line("figure", (Part(figure), *as_of))
    yield _who(base, statement)
    yield from differs_lines(base, n)
    yield from link_line(base, "about", statement.about)
    yield from _dated(statement)
    if statement.as_of and not statement.value:
        yield Line("as of", (Part(edtf.in_english(statement.as_of)),))
    yield from linked_lines(base, "said of", n, "about")


def _who(base: Base, statement: Statement) -> Line:
    """Return who says it, in which sense and when."""
    speaker = Part("the article itself", "quiet")
    if statement.speaker:
        speaker = Part(base.title_of(statement.speaker), "link", base.number(statement.speaker) or 0)
    kind = Part(f"  {statement.kind.replace('-', ' ')}", "quiet")
    date = f"  {unbreakable(edtf.in_english(statement.date))}{date_mark(statement)}" if statement.date else ""
    return Line("who", (speaker, kind, *((Part(date, "date"),) if date else ())))


def _dated(statement: Statement) -> Iterator[Line]:
    """Yield the article's words for the date and how one became the other."""
    said = quoted(statement.date_text) if statement.date_text else ""
    yield from text_line("dated", ", ".join(words for words in (said, statement.date_basis) if words), "quiet")
