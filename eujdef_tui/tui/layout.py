"""Layout of the main screen: where panes stand, and the text of tabs and footer.

All of it follows from size, focus and counts alone; nothing here draws.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from eujdef_tui.tui.key_bindings import words_at
from eujdef_tui.tui.widgets.line_view import Piece, width_of

__all__ = ["PANES", "classes", "completion_footer", "footer", "is_tiny", "tabs"]

WIDE = 100  # columns from which detail and reader stand beside the list
TALL = 30  # rows from which the title has a line of its own
SINGLE = (60, 16)  # smaller than this, one pane at a time
TINY = (20, 6)  # smaller than this, nothing can be shown
PANES = ("pane", "detail", "reader")


def is_tiny(width: int, height: int) -> bool:
    """Whether there is no room for anything."""
    return width < TINY[0] or height < TINY[1]


def classes(width: int, height: int, place: str) -> frozenset[str]:
    """The CSS classes of the screen at a size, with the focus in a place."""
    tiny = is_tiny(width, height)
    single = not tiny and (width < SINGLE[0] or height < SINGLE[1])
    shape = {
        "-tiny": tiny,
        "-single": single,
        "-wide": width >= WIDE and not single,
        "-tall": height >= TALL and not single,
    }
    shown = place if place in PANES else "pane"
    shape |= {f"-at-{name}": single and name == shown for name in PANES}
    return frozenset(name for name, on in shape.items() if on)


def tabs(counts: Mapping[str, str], picked: str, width: int) -> list[Piece]:
    """The views with how many records each lists; where there is no room, only the picked one is named."""
    for named in (set(counts), {picked}):
        pieces: list[Piece] = []
        for nth, (view, count) in enumerate(counts.items(), 1):
            name = f"{view.capitalize()} " if view in named else ""
            pieces.append((f" {nth} {name}{count} ", "tab tab-picked" if view == picked else "tab"))
        if width_of(pieces) <= width:
            break
    gap = min(3, max(0, width - width_of(pieces)) // len(counts))
    return [piece for item in pieces for piece in (item, (" " * gap, "text"))]


def footer(place: str, width: int, idle: Set[str] = frozenset()) -> tuple[list[Piece], list[Piece]]:
    """The keys that work now, without the `idle` words; left and right.

    Keys that do not fit are left out; the help always stands last.
    """
    words = [item for item in words_at(place) if item[1] not in idle]
    last: list[Piece] = [(f" {words[-1][0]} ", "key"), (f"{words[-1][1]} ", "quiet")]
    pieces: list[Piece] = []
    for key, word in words[:-1]:
        more: list[Piece] = [(f" {key} ", "key"), (f"{word} ", "quiet")]
        if width_of([*pieces, *more, *last]) > width:
            break
        pieces += more
    return pieces, last


def completion_footer(texts: Sequence[str], nth: int, width: int) -> tuple[list[Piece], list[Piece]]:
    """As many candidates of a completion as fit around the `nth`, which stands in the search line; left and right."""
    right: list[Piece] = [(f" {nth + 1} of {len(texts)}  ", "count"), ("esc ", "key"), ("undo ", "quiet")]
    page: list[Piece] = []
    for place, text in enumerate(texts):
        piece = (f" {text} ", "tab tab-picked" if place == nth else "tab")
        if page and width_of([*page, piece, *right]) > width:
            if place > nth:
                break
            page = []
        page.append(piece)
    return page, right
