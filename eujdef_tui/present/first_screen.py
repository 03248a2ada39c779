"""The first screen: what is worth a first look, every row a fact.

What is to come, what should have come, where the articles differ, and the sources, each with how many there are.
"""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.present.views import SCREEN_VIEWS
from eujdef_tui.store import Base

__all__ = ["FirstScreen", "first_screen"]

LEAST = 2  # rows of each group, before any has more
SOURCES = 5  # rows of the sources, before another group has more than LEAST
COUNTED = 10_000  # records of a group are counted up to here


class FirstScreen(NamedTuple):
    """What the first screen shows.

    Attributes:
        numbers: the records, in the order of the rows.
        labels: what stands beside some of the rows, by index: of a group that is shown in part how many it has, and
            below that the query or the view that lists them all.
        groups: the name of the group that begins at a row, and of one that is shown in part how many it has.
    """

    numbers: tuple[int, ...]
    labels: dict[int, str]
    groups: dict[int, tuple[str, str]]


class _Group(NamedTuple):
    label: str
    whole: str  # what lists all of it
    total: int
    first: list[int]


def first_screen(base: Base, day: int, rows: int) -> FirstScreen:
    """Return what fills so many rows on a day (yyyymmdd)."""
    groups = _groups(base, day, rows)
    numbers: list[int] = []
    labels: dict[int, str] = {}
    named: dict[int, tuple[str, str]] = {}
    for group, count in zip(groups, _shares([len(group.first) for group in groups], rows), strict=True):
        total = f"{group.total:,}{'+' * (group.total == COUNTED)}" if count < group.total else ""
        if count:
            named[len(numbers)] = group.label, total
            labels[len(numbers)] = f"{total} {group.label}".lstrip()
        if count > 1 and total:
            labels[len(numbers) + 1] = group.whole
        numbers += group.first[:count]
    return FirstScreen(tuple(numbers), labels, named)


def _tab(view: str) -> str:
    """What a view is called on its tab: "5 Tensions"."""
    return f"{SCREEN_VIEWS.index(view)} {view.capitalize()}"


def _groups(base: Base, day: int, most: int) -> list[_Group]:
    """The groups, each with at most so many of its records, from the index alone."""
    coming, passed = base.coming(day, most), base.passed(day, most)
    coming_count, passed_count = base.count_due(day, COUNTED)
    differing = base.count("tension", "difference")  # they stand before the notes on reading
    return [
        _Group("to come", "is:coming", coming_count, coming),
        _Group("day passed", "is:passed", passed_count, passed),
        _Group("differ", _tab("tensions"), differing, _differing(base, [*coming, *passed], min(most, differing))),
        _Group("sources", _tab("sources"), len(base.span("sources")), base.newest_sources(most)),
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
