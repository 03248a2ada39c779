"""The first screen: what is worth a first look, every row a fact.

What is to come, what should have come, where the articles differ, and the sources, each with how many there are.
"""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.store import Base

__all__ = ["FirstScreen", "first_screen"]

LEAST = 2  # rows of each group, before any has more
SOURCES = 5  # rows of the sources, before another group has more than LEAST
COUNTED = 10_000  # records of a group are counted up to here


class FirstScreen(NamedTuple):
    """Record numbers in the order of the rows, and the label that stands beside some of them, by index."""

    numbers: tuple[int, ...]
    labels: dict[int, str]


class _Group(NamedTuple):
    label: str
    total: int
    first: list[int]


def first_screen(base: Base, day: int, rows: int) -> FirstScreen:
    """Return what fills so many rows on a day (yyyymmdd)."""
    groups = _groups(base, day, rows)
    numbers: list[int] = []
    labels: dict[int, str] = {}
    for group, count in zip(groups, _shares([len(group.first) for group in groups], rows), strict=True):
        if count:
            labels[len(numbers)] = group.label
        if 1 < count < group.total:
            more = "+" if group.total == COUNTED else ""
            labels[len(numbers) + 1] = f"{group.total:,}{more} in all"
        numbers += group.first[:count]
    return FirstScreen(tuple(numbers), labels)


def _groups(base: Base, day: int, most: int) -> list[_Group]:
    """The groups, each with at most so many of its records, from the index alone."""
    coming, passed = base.coming(day, most), base.passed(day, most)
    coming_count, passed_count = base.count_due(day, COUNTED)
    differing = base.count("tension", "difference")  # they stand before the notes on reading
    return [
        _Group("to come", coming_count, coming),
        _Group("day passed", passed_count, passed),
        _Group("differ", differing, _differing(base, [*coming, *passed], min(most, differing))),
        _Group("sources", len(base.span("sources")), base.newest_sources(most)),
    ]


def _differing(base: Base, due: list[int], most: int) -> list[int]:
    """Tensions: first those over what is to come or should have come, then in the order of the file."""
    found: dict[int, None] = {}
    for n in due:
        if len(found) >= most:
            break
        found |= dict.fromkeys(base.backlinks(n, "differs", most))
    return list(found | dict.fromkeys(base.span("tensions")[:most]))[:most]


def _shares(lengths: list[int], rows: int) -> list[int]:
    """How many rows each group has: all have some before one has more, the sources more than the others."""
    shares = [0] * len(lengths)
    alike = [[aim] * len(lengths) for aim in range(1, rows + 1)]
    for aims in (*alike[:LEAST], [0] * (len(lengths) - 1) + [SOURCES], *alike[LEAST:]):
        for nth, (aim, length) in enumerate(zip(aims, lengths, strict=True)):
            shares[nth] += max(0, min(aim - shares[nth], length - shares[nth], rows - sum(shares)))
    return shares
