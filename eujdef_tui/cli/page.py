"""Promise: the sheet of a record can be read without a screen, and leads on: each record on it stands with its id."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.present.fact_sheet import sheet
from eujdef_tui.present.sheet_lines import Part
from eujdef_tui.store import Base, Row

__all__ = ["printed"]


def printed(base: Base, row: Row, today: int) -> Iterator[tuple[str, int]]:
    """The sheet as plain lines, the quotes in full and links with their ids, and how far to indent what does not
    fit on each."""
    for line in sheet(base, row, today, quotes=True):
        words = " ".join("".join(_plain(base, part) for part in line.parts).split("\n")).rstrip()
        yield (words, 0) if line.head else (f"{line.label:<9} {words}", 10)


def _plain(base: Base, part: Part) -> str:
    if part.link:
        return f"{part.text} [{base.record(part.link).record.id}]"
    # what the screen must not part is looked for with plain spaces
    return part.text.replace("\N{NO-BREAK SPACE}", " ") if part.role == "quiet" else part.text
