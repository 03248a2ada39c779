"""The dated events as a drawing for a slide of 1920 × 1080: a line in time in up to three columns.

The letters are as large as the number of events lets them be, and never smaller than 20 px: what then finds no place is
counted below, and a narrower query has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.export.selection import Selection
from eujdef_tui.model.glyphs import OUTSIDE, date_mark
from eujdef_tui.model.records import Event
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line
from eujdef_tui.text.wrap import wrap

__all__ = ["timeline_svg"]

WIDTH, HEIGHT = 1920, 1080
_LEFT, _TOP, _BOTTOM = 60, 130, 1020
_SIZES = range(34, 19, -2)  # of letters, in px
_CELL = 0.56  # width of a cell as a part of the size of letters, on the wide side of Helvetica, Arial and DejaVu Sans
_LEGEND = (("happened", "happened"), ("planned", "planned or a target"), ("reported", "reported"))


class _Row(NamedTuple):
    """A row of a column: the heading of a year, or an event with its title in lines."""

    year: str
    event: Event | None
    lines: tuple[str, ...]

    def height(self, size: int) -> float:
        return size * (1.7 if self.event is None else 1.25 * (len(self.lines) + 1) + 0.45)


def timeline_svg(chosen: Selection) -> Iterator[str]:
    """Yield the drawing."""
    events = [record for record in chosen.records() if isinstance(record, Event) and record.date]
    events.sort(key=lambda event: edtf.sort_key(event.date))
    size, columns = _fitted(events)
    shown = sum(row.event is not None for column in columns for row in column)
    style = Path(__file__).with_name("timeline.css").read_text(encoding="utf-8")
    title = escape(one_line(chosen.base.title))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n"
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>\n'
        f'<text class="title" x="{_LEFT}" y="80">{title}</text>\n'
    )
    gap = (WIDTH - 2 * _LEFT) / max(1, len(columns))
    for number, column in enumerate(columns):
        yield from _column(column, _LEFT + number * gap, size)
    yield from _foot(len(events) - shown, outside=any(date_mark(event) for event in events))
    yield "</svg>\n"


def _fitted(events: Sequence[Event]) -> tuple[int, list[list[_Row]]]:
    """Return the largest size of letters with which all events find a place, else the smallest, and the columns."""
    for size in _SIZES:
        for count in (1, 2, 3):
            columns = _columns(events, size, count)
            if sum(row.event is not None for column in columns for row in column) == len(events):
                return size, columns
    return size, columns


def _columns(events: Sequence[Event], size: int, count: int) -> list[list[_Row]]:
    cells = int(((WIDTH - 2 * _LEFT) / count - 2.2 * size) / (size * _CELL))
    columns: list[list[_Row]] = [[]]
    room, year = float(_BOTTOM - _TOP), ""
    for event in events:
        rows = [_row(event, cells)]
        if rows[0].year != year or room < rows[0].height(size):
            rows.insert(0, _Row(rows[0].year, None, ()))
        if room < sum(row.height(size) for row in rows):
            if len(columns) == count:
                break
            columns.append([])
            room = float(_BOTTOM - _TOP)
        columns[-1] += rows
        room -= sum(row.height(size) for row in rows)
        year = rows[0].year
    return columns


def _row(event: Event, cells: int) -> _Row:
    title = one_line(event.title)
    lines = [title[slice(*found)].rstrip() for found in wrap(title, cells)]
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1][: cells - 1]}…"]
    number = edtf.year(event.date) or 0
    return _Row(str(number) if number > 0 else f"{1 - number} BCE", event, tuple(lines))


def _column(rows: Sequence[_Row], x: float, size: int) -> Iterator[str]:
    y, indent = float(_TOP), x + 1.4 * size
    end = _TOP + sum(row.height(size) for row in rows) - size
    yield f'<line class="spine" x1="{x + size / 2:.0f}" x2="{x + size / 2:.0f}" y1="{_TOP}" y2="{end:.0f}"/>\n'
    for row in rows:
        if row.event is None:
            place = f'x="{indent:.0f}" y="{y + 1.2 * size:.0f}" font-size="{size * 1.15:.0f}"'
            yield f'<text class="year" {place}>{row.year}</text>\n'
        else:
            yield from _event(row.event, row.lines, (x, y), size)
        y += row.height(size)


def _event(event: Event, lines: Sequence[str], place: tuple[float, float], size: int) -> Iterator[str]:
    x, y = place
    dot = f'cx="{x + size / 2:.0f}" cy="{y + 0.7 * size:.0f}" r="{size * 0.28:.0f}"'
    yield f'<circle class="dot {event.status}" {dot}/>'
    when = f"{edtf.in_english(event.date)}{date_mark(event)}"
    for number, text in enumerate((when, *lines), 1):
        kind = ' class="date"' if number == 1 else ""
        height = y + (1.25 * number - 0.25) * size
        yield f'<text{kind} x="{x + 1.4 * size:.0f}" y="{height:.0f}" font-size="{size}">{escape(text)}</text>\n'


def _foot(left_out: int, *, outside: bool) -> Iterator[str]:
    x = _LEFT + 10
    for status, words in _LEGEND:
        yield f'<circle class="dot {status}" cx="{x}" cy="1047" r="7"/>'
        yield f'<text class="quiet small" x="{x + 20}" y="1054">{words}</text>\n'
        x += 50 + 12 * len(words)
    if outside:
        yield f'<text class="quiet small" x="{x}" y="1054">{OUTSIDE} known from outside the articles</text>\n'
    if left_out:
        text = f"and {left_out} more find no place here: narrow the query"
        yield f'<text class="quiet small" x="{WIDTH - _LEFT}" y="1054" text-anchor="end">{text}</text>\n'
