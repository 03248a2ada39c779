"""The time axis of the timeline: one row with a bar for each quarter, month or year, and where today lies in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from eujdef_tui.model.glyphs import BARS

__all__ = ["time_axis"]

HIT = BARS[1:]  # heights of a bar of hits; the lowest stands for facts that are no hits
NONE, NO_HIT, TODAY, SKIPPED = "·", BARS[0], "│", "┄"
GAP = "  "  # between two years
BEFORE, AFTER = "… ", " …"  # where years are left out at either end
PER_YEAR = (12, 4, 1)  # cells of a year: months, quarters, the year alone

Piece = tuple[str, str]


def time_axis(
    facts: Sequence[tuple[int, int]],
    hits: Mapping[int, int] | None,
    picked: int | None,
    today: int,
    width: int,
    per_year: Sequence[int] = PER_YEAR,
) -> list[Piece]:
    """Return the axis as (text, roles), in at most `width` cells.

    A cell is a month where all fit, else a quarter, else a year. Where not even years fit, those around the picked one
    are shown. What is dated by its year alone has a cell of its own after the year.

    Args:
        facts: (month as yyyymm, count of events) in order; a month of 00 is a year alone.
        hits: the hits of a query by month, None without one: then all facts are hits.
        picked: the month of the picked event, None for none or an undated one.
        today: the day as yyyymmdd, marked where the axis reaches it.
        width: in cells.
        per_year: how many cells a year may have, in the order in which it is tried what fits.
    """
    if not facts:
        return []
    shown = dict(facts) if hits is None else hits
    years: list[list[Piece]] = []
    for cells in per_year:
        years = _years(facts, shown, picked, today, cells)
        if sum(len(text) for year in years for text, _ in year) <= width:
            return _joined(years)
    return _joined(_around(years, f"{_name((facts[0][0] if picked is None else picked) // 100)} ", width))


def _cell(month: int, per_year: int) -> tuple[int, int]:
    """The year of a month and its cell: 0 for the year alone, else counted from 1. With one cell a year all are 0."""
    year, of_year = divmod(month, 100)
    return year, 0 if per_year == 1 or of_year == 0 else (of_year - 1) * per_year // 12 + 1


def _years(
    facts: Sequence[tuple[int, int]], hits: Mapping[int, int], picked: int | None, today: int, per_year: int
) -> list[list[Piece]]:
    """The pieces of each year, with the gap before it; years without a fact are left out."""
    counted: dict[tuple[int, int], list[int]] = {}
    for month, count in facts:
        both = counted.setdefault(_cell(month, per_year), [0, 0])
        both[0] += count
        both[1] += hits.get(month, 0)
    highest = max(hit for _, hit in counted.values())
    here = None if picked is None else _cell(picked, per_year)
    now = _cell(today // 100, per_year)
    named = sorted({year for year, _ in counted} | _year_of_today(counted, now[0]))
    made: list[list[Piece]] = []
    for before, year in pairwise([named[0] - 1, *named]):
        cells = [0] if (year, 0) in counted or per_year == 1 else []
        if any((year, cell) in counted for cell in range(1, 13)) or (year == now[0] and per_year > 1):
            cells += range(1, per_year + 1)
        gap = [(GAP if made else " ", "quiet")] if before == year - 1 else [(f"{GAP}{SKIPPED}{GAP}", "quiet")]
        name = _name(year)
        made.append([*gap, (f"{name} ", "title" if here and here[0] == year else "quiet")])
        for cell in cells:
            count, hit = counted.get((year, cell), (0, 0))
            role = "accent" if here == (year, cell) else "text" if hit else "quiet"
            made[-1].append((_bar(count, hit, highest), role))
            if now == (year, cell):
                made[-1].append((TODAY, "ahead"))
    return made


def _year_of_today(counted: Mapping[tuple[int, int], object], year: int) -> set[int]:
    """The year of today, if the axis reaches it."""
    years = [year for year, _ in counted]
    return {year} if min(years) <= year <= max(years) else set()


def _bar(count: int, hit: int, highest: int) -> str:
    if hit:
        return HIT[-(-len(HIT) * hit // highest) - 1]
    return NO_HIT if count else NONE


def _name(year: int) -> str:
    return f"{year:04}" if year > 0 else f"{1 - year} BCE"


def _around(years: list[list[Piece]], name: str, width: int) -> list[list[Piece]]:
    """As many years around the named one as fit, as evenly as can be, with an ellipsis where more follow."""
    at = next((nth for nth, year in enumerate(years) if year[1][0] == name), 0)
    first = last = at
    used = sum(len(text) for text, _ in years[at]) + len(BEFORE) + len(AFTER)
    while True:
        for nth in sorted((first - 1, last + 1), key=lambda nth: abs(nth - at)):
            more = sum(len(text) for text, _ in years[nth]) if 0 <= nth < len(years) else width
            if used + more <= width:
                used += more
                first, last = min(first, nth), max(last, nth)
                break
        else:
            left = [(BEFORE if first else years[0][0][0], "quiet"), *years[first][1:]]
            return [left, *years[first + 1 : last + 1], [(AFTER, "quiet")] if last + 1 < len(years) else []]


def _joined(years: Sequence[Sequence[Piece]]) -> list[Piece]:
    """All pieces in one row, those of one role together."""
    row: list[Piece] = []
    for text, role in (piece for year in years for piece in year):
        if row and row[-1][1] == role:
            row[-1] = (row[-1][0] + text, role)
        else:
            row.append((text, role))
    return row
