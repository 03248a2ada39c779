"""Lines are cut between clusters, never inside one: a cluster at the edge of a box becomes blanks of its width.

rich 15.0 cuts a text at a code point of the right width: of ❤ + VS16 half is left on either side, so that the rest of
the row stands a cell too far left, and a blank in place of a wide emoji keeps what was joined to it.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment

from eujdef_tui.tui.driver.screen_buffer import JOINER, clusters

__all__ = ["cut_between_clusters"]

JOINERS = f"{JOINER}\u200c"  # and the non-joiner: each shapes the letter behind it, and says nothing at an edge

_cut_anywhere = Segment.split_cells


def cut_between_clusters() -> None:
    """Have rich, and with it each line of Textual that an overlay or an edge covers, cut between clusters."""
    Segment.split_cells = _split_cells  # type: ignore[method-assign, assignment]


def _split_cells(segment: Segment, cut: int) -> tuple[Segment, Segment]:
    before, after = _cut_anywhere(segment, cut)
    if segment.text.isascii() or _is_between(before.text, after.text):
        return before, after
    left, right = _split(segment.text, cut)
    return Segment(left, segment.style, segment.control), Segment(right, segment.style, segment.control)


def _is_between(before: str, after: str) -> bool:
    """Return whether the second of two parts, or what follows the blank it begins with, joins nothing before it."""
    first = after[:2].lstrip(" ")[:1]
    return (first.isascii() or cell_len(first) > 0) and not any(joiner in before[-2:] for joiner in JOINERS)


@lru_cache(maxsize=4096)
def _split(text: str, cut: int) -> tuple[str, str]:
    """Return the parts of a text before and after a column; a cluster on both sides is blank on both.

    A joiner at the end of the first part goes.
    """
    before, whole = clusters(text)
    x = 0
    for nth, cluster in enumerate(whole):
        end = x + cell_len(cluster)
        if end > cut:
            blanks = ("", cluster) if x == cut else (" " * (cut - x), " " * (end - cut))
            return before.rstrip(JOINERS) + blanks[0], blanks[1] + "".join(whole[nth + 1 :])
        before, x = before + cluster, end
    return before, ""
