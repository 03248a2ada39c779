"""Layout of the main screen: how it is arranged at a size, how high its panes are, and the text of tabs and footer.

All of it follows from size, view, focus and counts alone; nothing here draws.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from eujdef_tui.present.views import ALL, SCREEN_VIEWS
from eujdef_tui.tui.key_bindings import SHIPPED_KEYS, KeyTable, words_at
from eujdef_tui.tui.widgets.line_view import Piece, width_of

__all__ = [
    "PANES",
    "Arrangement",
    "Heights",
    "arrangement",
    "completion_footer",
    "footer",
    "heights",
    "is_tiny",
    "list_cap",
    "tabs",
]  # fmt: skip

COLUMNS = 160  # columns from which list, sheet and proof stand side by side
ACROSS = 100  # columns from which sheet and proof stand side by side under the list
SINGLE = (60, 16)  # smaller than this, the sheet has no place beside list and proof
TINY = (20, 6)  # smaller than this, nothing can be shown
PANES = ("pane", "detail", "reader")
LEAST = 3  # rows in which a list, a rule and one line of the proof stand; in fewer the list stands alone
BARS = 3  # rows of the search line, the tabs and the footer


class Arrangement(Enum):
    """How the panes stand."""

    TINY = "tiny"
    SINGLE = "single"
    STACKED = "stacked"
    ACROSS = "across"
    COLUMNS = "columns"


class Heights(NamedTuple):
    """Rows of the list and of the sheet; None for all that is left."""

    list: int | None
    sheet: int | None


def is_tiny(width: int, height: int) -> bool:
    """Whether there is no room for anything."""
    return width < TINY[0] or height < TINY[1]


def arrangement(width: int, height: int) -> Arrangement:
    """How the panes stand in a terminal of this size."""
    if is_tiny(width, height):
        return Arrangement.TINY
    if width < SINGLE[0] or height < SINGLE[1]:
        return Arrangement.SINGLE
    if width >= COLUMNS:
        return Arrangement.COLUMNS
    return Arrangement.ACROSS if width >= ACROSS else Arrangement.STACKED


def list_cap(width: int, height: int, view: str, *, searched: bool, notice: int = 0) -> int:
    """The most rows that the list takes: a third of the panes for hits, more where all is listed.

    The rows of a `notice` over the list are among them: they are not taken from sheet and proof.
    """
    return max(1, _most_rows(width, height, view, searched=searched) - notice)


def _most_rows(width: int, height: int, view: str, *, searched: bool) -> int:
    rows = height - BARS
    match arrangement(width, height):
        case Arrangement.COLUMNS | Arrangement.TINY:
            return max(1, rows)
        case Arrangement.SINGLE:
            return max(1, min(max(4, rows // 3), rows - 2))
        case Arrangement.ACROSS:
            return int(height * 0.4)
    if searched or view == "tensions":
        return rows // 3
    return rows * 11 // 21 if view == ALL else rows * 9 // 21


def heights(width: int, height: int, view: str, lines: int, *, searched: bool, notice: int = 0) -> Heights:
    """The rows of list and sheet, for a list of so many `lines`; they never depend on the picked record."""
    cap = list_cap(width, height, view, searched=searched, notice=notice)
    match arrangement(width, height):
        case Arrangement.COLUMNS | Arrangement.TINY:
            return Heights(None, None)
        case Arrangement.SINGLE if height - BARS - notice < LEAST:
            return Heights(max(1, height - BARS - notice), None)
        case Arrangement.SINGLE | Arrangement.ACROSS:
            return Heights(max(1, min(lines, cap)), None)
    rows = height - BARS
    sheet = rows * 6 // 21 if view == "tensions" else rows * 4 // 21 if searched else rows // 7
    return Heights(max(1, min(lines, cap)), max(2, sheet))


# --- the text of bars ---


def tabs(
    counts: Mapping[str, str], picked: str, width: int, *, searched: bool, focused: bool, keys: KeyTable = SHIPPED_KEYS
) -> list[Piece]:
    """The views with their keys, or with a query those with hits with how many they list.

    Where not all of them fit, the picked view is named, and the one that the key tab or ] leads to.
    """
    if searched:
        labels = {view: f"{view.capitalize()} {count}".rstrip() for view, count in counts.items()}
    else:
        labels = {view: f"{keys.shown(str(nth))} {view.capitalize()}" for nth, view in enumerate(counts)}
        sized = {view: f"{label} {counts[view]}" if view != ALL else label for view, label in labels.items()}
        labels = sized if _fitting(list(sized.values()), width) >= 3 else labels
    gap = _fitting(list(labels.values()), width)
    if not gap:
        return _two_tabs(labels, counts, picked, width, searched=searched, focused=focused)
    beside = "tab here" if focused else "tab"  # the ground of the focus reaches a cell further
    pieces: list[Piece] = [(" ", beside if picked == ALL else "tab")]
    order = list(labels)
    for nth, (view, label) in enumerate(labels.items()):
        pieces += _tab(label, picked=view == picked, focused=focused, idle=searched and not counts[view])
        left, right = (beside if one == [picked] else "tab" for one in ([view], order[nth + 1 : nth + 2]))
        if nth + 1 == len(order):
            pieces += [(" ", left)] if width_of(pieces) < width else []
        elif gap == 1:
            pieces.append((" ", beside if picked in (view, order[nth + 1]) else "tab"))
        else:
            pieces += [(" ", left), (" " * (gap - 2), "tab"), (" ", right)]
    return pieces


def _tab(label: str, *, picked: bool, focused: bool, idle: bool = False) -> list[Piece]:
    """The pieces of a label: key bold, name quiet, count in ink; that of the picked view has one role."""
    if picked or idle:
        return [(label, "idle" if not picked else "tab here" if focused else "tab tab-picked")]
    pieces: list[Piece] = []
    for nth, word in enumerate(label.split(" ")):
        digits = word[:1].isdigit()
        role = "key" if digits and not nth else "text" if digits else "tab"
        pieces += [(f"{' ' * bool(nth)}{word}", role)]
    return pieces


def _fitting(labels: Sequence[str], width: int) -> int:
    """The widest gap of 3, 2 or 1 cells with which labels fit; 0 for none."""
    used = sum(map(len, labels)) + 1
    return next((gap for gap in (3, 2, 1) if used + gap * (len(labels) - 1) <= width), 0)


def _two_tabs(
    labels: Mapping[str, str], counts: Mapping[str, str], picked: str, width: int, *, searched: bool, focused: bool
) -> list[Piece]:
    views = [view for view in SCREEN_VIEWS if view in (ALL, picked) or counts[view]]
    following = views[(views.index(picked) + 1) % len(views)]
    edge: Piece = (" ", "tab here" if focused else "tab")
    here = [edge, *_tab(labels[picked], picked=True, focused=focused), edge]
    other: list[Piece] = [
        ("  tab: " if searched else "  ]: ", "tab"),
        *_tab(labels[following], picked=False, focused=False),
    ]
    return [*here, *other] if following != picked and width_of([*here, *other]) <= width else here


def footer(
    place: str,
    width: int,
    idle: Set[str] = frozenset(),
    said: Mapping[str, str] = MappingProxyType({}),
    keys: KeyTable = SHIPPED_KEYS,
) -> tuple[list[Piece], list[Piece]]:
    """The keys that work now, without the `idle` words; left and right.

    `said` has for some words what stands in their place: they say how things are now, and stand first where else they
    had no room. Keys without room are left out; the help always stands last.
    """
    *words, (help_key, help_word) = [item for item in words_at(place, keys) if item[1] not in idle]
    last: list[Piece] = [(f" {help_key} ", "key"), (f"{help_word} ", "quiet")]
    fitting = _fitting_words(words, width - width_of(last), said)
    if any(word in said for _, word in words[len(fitting) :]):
        fitting = _fitting_words(sorted(words, key=lambda item: item[1] not in said), width - width_of(last), said)
    return [piece for pieces in fitting for piece in pieces], last


def _fitting_words(words: Sequence[tuple[str, str]], width: int, said: Mapping[str, str]) -> list[list[Piece]]:
    """The pieces of each key and its word, of the first words as far as they fit."""
    fitting: list[list[Piece]] = []
    for key, word in words:
        pieces: list[Piece] = [(f" {key} ", "key"), (f"{said.get(word, word)}  ", "quiet")]
        width -= width_of(pieces)
        if width < 0:
            break
        fitting.append(pieces)
    return fitting


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
