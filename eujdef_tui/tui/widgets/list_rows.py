"""Draw one item of a list as rows of (text, roles): a record in one of four styles, or a line without a record."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from eujdef_tui.model.glyphs import DIFFERS, mark_role
from eujdef_tui.present.list_model import Break, BreakKind
from eujdef_tui.present.list_row import Cells
from eujdef_tui.text.shorten import shorten
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.line_view import Piece, width_of, wrapped

if TYPE_CHECKING:
    from eujdef_tui.search.results import Hit

__all__ = [
    "Look",
    "RowStyle",
    "break_rows",
    "date_columns",
    "label_column",
    "record_rows",
    "row_count",
]

NARROW = 60  # columns below which rows have no right column
YEAR, DAY = 5, 11  # cells of the two columns of a date in the timeline
LABEL = 11  # least cells of the left column of the first screen
HINT = 38  # cells of the first column of hints
EDGE = 1  # cells left free at the right edge
GAP = 2  # least cells between the words of a row and its right column


class RowStyle(Enum):
    """How a list draws its records.

    MIXED is one row each, a statement two where then all records still fit; STATEMENTS gives every statement two.
    TIMELINE has the date at the left, FIRST has labels there.
    """

    MIXED = auto()
    TIMELINE = auto()
    STATEMENTS = auto()
    FIRST = auto()


class Look(NamedTuple):
    """How one record is drawn.

    Attributes:
        picked: under the cursor.
        quiet: no hit, but near to what was asked.
        hit: why it matched, to mark the matched words.
        left: the columns before the mark.
        two: whether its words may take a second row.
        sides: whether a tension and the number of sources are shown at the right edge, instead of the right column.
    """

    picked: bool = False
    quiet: bool = False
    hit: Hit | None = None
    left: tuple[Piece, ...] = ((" ", "text"),)
    two: bool = False
    sides: bool = False


@lru_cache(512)  # asked for with each row that is drawn or scrolled over
def _statement_lines(text: str, right: str, width: int) -> list[tuple[int, int]]:
    """Where the words of a statement are wrapped, in a list of this width, beside whose last line its date has room."""
    room = max(4, width - 4 - EDGE)
    lines = wrap(text, room)
    beside = room - GAP - cell_len(right)
    if len(lines) == 1 and right and width >= NARROW and cell_len(text) > beside:
        lines = wrap(text, beside)  # its last words go down to the date
    return lines


def row_count(item: Cells | Break, width: int) -> int:
    """How many rows a record takes that may have two, or an item without a record."""
    if isinstance(item, Break):
        return len(break_rows(item, width)) if item.kind is BreakKind.TEXT else 1
    return min(2, len(_statement_lines(item.text, item.right, width))) if item.wraps else 1


def record_rows(cells: Cells, look: Look, width: int) -> list[list[Piece]]:
    """The one or two rows of a record."""
    bar: Piece = ("▌" if look.picked else " ", "accent")
    head: list[Piece] = [bar, *look.left, (f"{cells.mark} ", mark_role(cells.mark))]
    indent = width_of(head)
    lines = _statement_lines(cells.text, cells.right, width) if look.two and cells.wraps else []
    right = "" if width < NARROW else cells.right
    lead = _lead(cells, (width - indent) // 2) if look.picked and width < NARROW else ""
    if look.sides:
        return [[*head, *_with_sides(cells, look, width - indent, narrow=width < NARROW)]]
    if len(lines) < 2:
        first: list[Piece] = [(f"{lead} ", "date")] if lead else []
        return [[*head, *first, *_words(cells, look, right, width - indent - EDGE - width_of(first))]]
    right = right or lead
    (start, cut), (second, _) = lines[0], lines[1]
    spans = _matched(cells.text, look.hit)
    room = width - indent - EDGE
    rest = shorten(cells.text[second:], room)
    if rest != cells.text[second:] and right:  # it is cut anyway, and the sheet begins with the whole
        rest = shorten(cells.text[second:], room - GAP - cell_len(right))
    room -= cell_len(rest)
    if cell_len(right) + GAP > room:
        right = ""
    role = _text_role(look)
    return [
        [*head, *_marked(cells.text[start:cut].rstrip(), spans, look, role)],
        [
            bar,
            (" " * (indent - 1), "text"),
            *_marked(rest, [(a - second, b - second) for a, b in spans], look, role),
            *([(" " * (room - cell_len(right)), "text"), (right, "date")] if right else []),
        ],
    ]


def _lead(cells: Cells, most: int) -> str:
    """What stands before the words of the picked record where there is no right column: its value, and its date."""
    value = cells.note if cells.wraps else ""
    # of an event or a statement: others have a kind or a count there
    date = cells.right if (cells.year or cells.wraps) and any(map(str.isdigit, cells.right)) else ""
    forms = (f"{value} · {date}" if value and date else "", value, date)
    return next((form for form in forms if form and cell_len(form) <= most), "")


def date_columns(cells: Cells, before: Cells | None) -> tuple[Piece, ...]:
    """The year and the day of an event, each only where it is another than that of the event `before`.

    A date that is wider than its columns is not cut.
    """
    same = before is not None and before.year == cells.year
    named = not same or (not cells.day and before is not None and bool(before.day))
    year = cells.year if named else ""
    day = "" if same and before is not None and before.day == cells.day else cells.day
    gap = 0 if cell_len(year) < YEAR else 1  # between both, where the year is as wide as its column
    left = year + " " * max(gap if day else 0, YEAR - cell_len(year))
    used = max(0, cell_len(left) - YEAR)
    return ((left, "title"), (day + " " * max(1, DAY - used - cell_len(day)), "date"))


def label_column(label: str, width: int) -> tuple[Piece, ...]:
    """The left column of the first screen, where the widest label has so many cells."""
    return ((" " + label + " " * (max(LABEL, width + 1) - cell_len(label)), "quiet"),)


def _text_role(look: Look) -> str:
    return "title" if look.picked else "quiet" if look.quiet else "text"


def _matched(text: str, hit: Hit | None) -> list[tuple[int, int]]:
    """The spans of a text that matched; imported with the first hit, since the first screen has none."""
    if hit is None:
        return []
    from eujdef_tui.present.match_reason import matched_spans

    return matched_spans(text, hit)


def _words(cells: Cells, look: Look, right: str, room: int) -> list[Piece]:
    """The words of a record and its note, cut at a word, and its right column at the end of the room."""
    left = room - (cell_len(right) + GAP if right else 0)
    text = shorten(cells.text, max(left, 4))
    pieces = _marked(text, _matched(text, look.hit), look, _text_role(look))
    rest = left - cell_len(text) - GAP
    note = shorten(cells.note, rest) if text == cells.text and rest > 6 else ""
    if len(note) > 1 and not _is_part_of_a_word(note, cells.note):
        pieces += [(" " * GAP, "text"), *_marked(note, _matched(note, look.hit), look, "quiet")]
    if right:
        pieces += [(" " * max(0, room - width_of(pieces) - cell_len(right)), "text"), (right, "date")]
    return pieces


def _is_part_of_a_word(short: str, note: str) -> bool:
    """Whether nothing but the beginning of a long word has room of a note: that says nothing."""
    cut = len(short) - 1
    return short != note and " " not in short and note[:cut].isascii() and note[cut : cut + 1].isalpha()


def _with_sides(cells: Cells, look: Look, room: int, *, narrow: bool) -> list[Piece]:
    """The title of an event, cut at a word, and at the right edge its support, from two sources up, and ≠."""
    support = str(cells.support) if cells.support > 1 and not narrow else ""
    differs = DIFFERS if cells.differs and not narrow else ""
    sides = len(support) + 2 if support else 2 if differs else 0
    left = room - EDGE - sides
    text = shorten(cells.text, max(left, 4))
    pieces = _marked(text, _matched(text, look.hit), look, _text_role(look))
    if support or differs:
        gap = room - EDGE - 1 - len(support) - cell_len(text)
        pieces += [(" " * max(0, gap), "text"), (support, "count"), (differs, "differ")]
    return pieces


def _marked(text: str, spans: Sequence[tuple[int, int]], look: Look, role: str) -> list[Piece]:
    """A text in pieces, those that matched in a role of their own."""
    match = "match-picked" if look.picked else "match"
    pieces: list[Piece] = []
    place = 0
    for start, end in spans:
        start, end = max(start, place), min(end, len(text))
        if start < end:
            pieces += [(text[place:start], role), (text[start:end], f"{role} {match}")]
            place = end
    return [*pieces, (text[place:], role)]


def break_rows(item: Break, width: int) -> list[list[Piece]]:
    """The rows of an item without a record."""
    rest = max(0, width - cell_len(item.text) - 3 - EDGE)
    match item.kind:
        case BreakKind.TODAY:
            return [[(f" ┄ {item.text} " + "┄" * (rest - 1), "ahead")]]
        case BreakKind.RULE:
            return [[(f"  {item.text} ", "quiet"), ("─" * rest, "rule")]]
        case BreakKind.HINT:
            gap = max(GAP, HINT - cell_len(item.text))
            room = width - cell_len(item.text) - 2 - gap - EDGE
            more = [(" " * gap, "text"), (shorten(item.more, room), "quiet")] if width >= NARROW else []
            return [[(f"  {item.text}", "text"), *more]]
        case BreakKind.HEADING:
            role = "differ" if item.text.startswith(DIFFERS) else "heading"
            return [[(" ", "text"), *(item.pieces or [(shorten(item.text, width - 1), role)])]]
    pieces = item.pieces or ((item.text, "text"),)
    return [[("  ", "text"), *line] for line in wrapped(pieces, max(8, width - 2 - EDGE))]
