"""Characters whose width in cells terminals disagree on, and the cells of a row that this puts in doubt.

Measured in 18 terminals: an emoji with VS16 takes one cell or two, ✅ takes one in xterm.js, a keycap, a skin tone or a
joined sequence takes whatever its parts take, and vim draws a joiner as six cells. What Unicode calls ambiguous (● “ …
─ in UAX #11) takes two with `xterm -cjk_width`. Textual lays out by the widths of rich.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

from rich.cells import cell_len

from eujdef_tui.tui.driver.screen_buffer import Row

__all__ = ["Doubt", "doubts", "is_ambiguous", "is_certain", "spread"]

JOINER, WIDEST_JOINER = "\u200d", 6  # cells: vim writes it out as <200d>
PLAIN = frozenset(("", *map(chr, range(128))))  # found at once: most cells of most rows
EMOJI_IN_BMP = range(0x231A, 0x2C00)  # those that Unicode calls wide


class Doubt(NamedTuple):
    """Columns of a row: a cluster's own cells (`start` to `end`), and those it may cover elsewhere (to `reach`).

    `ambiguous` is a run of characters that are ambiguous in UAX #11, which is common; anything else is a rare cluster.
    """

    start: int
    end: int
    reach: int
    ambiguous: bool


@lru_cache(maxsize=8192)
def is_certain(cluster: str) -> bool:
    """Whether all terminals agree on the cluster's width."""
    if len(cluster) != 1:
        return not cluster
    kind = east_asian_width(cluster)
    return cluster <= "\uffff" and kind != "A" and (kind != "W" or ord(cluster) not in EMOJI_IN_BMP)


@lru_cache(maxsize=8192)
def is_ambiguous(cluster: str) -> bool:
    """Whether the cluster is one character that UAX #11 calls ambiguous: one cell, or two in East Asian settings."""
    return len(cluster) == 1 and cluster <= "\uffff" and east_asian_width(cluster) == "A"


@lru_cache(maxsize=8192)
def spread(cluster: str) -> int:
    """Return the most cells that a terminal gives to a cluster, as far as is known."""
    base, rest = cluster[0], cluster[1:]
    if all(category(mark) == "Mn" and mark < "\ufe00" for mark in rest) and is_certain(base):
        return cell_len(base)  # a letter with accents
    return 2 + sum(WIDEST_JOINER if char == JOINER else 1 + (char > "\uffff") for char in rest)


def doubts(row: Row) -> Iterator[Doubt]:
    """Yield the doubts of a row, from left to right; neighbouring ambiguous characters are one."""
    clusters = [character for character, _ in row]
    if PLAIN.issuperset(clusters):
        return
    x = 0
    while x < len(row):
        start, cluster = x, clusters[x]
        x += 1
        if cluster in PLAIN or is_certain(cluster):
            continue
        if is_ambiguous(cluster):
            while x < len(row) and is_ambiguous(clusters[x]):
                x += 1
            yield Doubt(start, x, min(len(row), start + 2 * (x - start)), True)
        else:
            while x < len(row) and not clusters[x]:
                x += 1
            yield Doubt(start, x, min(len(row), start + max(spread(cluster), x - start)), False)
