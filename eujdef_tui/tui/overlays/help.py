"""The help: the keys of the focused pane, those of everywhere and the marks; on its other page every key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby

from eujdef_tui.model.glyphs import GRADE_MARKS, KIND_MARKS, MARKED, OUTSIDE, STATUS_MARKS
from eujdef_tui.search.pieces import FIELDS
from eujdef_tui.search.query import HAS, IS
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.key_bindings import KEYS, SHIPPED_KEYS, KeyTable
from eujdef_tui.tui.overlays.modals import Page, Sheet
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["EVERYWHERE", "HERE", "help_lines", "help_sheet", "lines_of_place"]

Rows = tuple[tuple[str, str], ...]  # keys as the key table shows them, and what they do

COLUMN, NARROW = 18, 8  # cells of the keys, and where a line is shorter than 50 cells


def _shown(*actions: str) -> str:
    """Return the keys of some actions as the key table shows them: the first key of each, then the other letters."""
    keys = {key.action: key.shown.split() for key in KEYS}
    first, *others = zip(*(keys[action] for action in actions), strict=True)
    return "  ".join([" ".join(first), *(" ".join(sorted(letters)) for letters in others)])


_MOVES = _shown("move(-1)", "move(1)")
_PAGES = (_shown("page(1.0)", "page(-1.0)", "page(0.5)", "page(-0.5)"), "a page, half a page")
_VIEWS = _shown("view('all')", "view('sources')").replace(" ", " … ")
_MATCHES = _shown("sentence(1)", "sentence(-1)")
_FACTS = (_shown("fact(1)", "fact(-1)"), "next fact, the one before")
_ZOOM = (_shown("zoom"), "this pane alone; again: all panes")

# Where the focus is → what it is called, and its keys.
HERE: dict[str, tuple[str, Rows]] = {
    "pane": ("the list", (
        (_MOVES, "one fact up or down"),
        _PAGES,
        (_shown("first", "last"), "first, last"),
        (_shown("enter"), "read its proof"),
        _ZOOM,
        (f"{_VIEWS}  {_shown('turn(-1)', 'turn(1)')}", "All, or one kind; the one beside"),
    )),
    "detail": ("the sheet", (
        (_MOVES, "a link up or down, or a line"),
        _PAGES,
        (_shown("enter", "back"), "follow the link; come back"),
        (_MATCHES, "next sentence of the fact, the one before"),
        _FACTS,
        _ZOOM,
    )),
    "reader": ("the article", (
        (_MOVES, "one sentence up or down"),
        _PAGES,
        (_shown("search"), "find in this article; twice: search everything"),
        (_MATCHES, "next match or sentence of the fact, the one before"),
        (_shown("facts"), "the facts that rest on the sentence"),
        _FACTS,
        _ZOOM,
    )),
    "search": ("the search line", (
        (f"{_MOVES.partition('  ')[0]}  {_shown('page(1.0)', 'page(-1.0)')}", "pick another fact"),
        (_shown("enter"), "read it; where nothing is found, take the mended word"),
        (_shown("hop(1)", "hop(-1)"), "narrow to the next view with hits; complete a field"),
        (_shown("page(-0.5)"), "clear the line"),
        (_shown("searches"), "earlier searches"),
    )),
}  # fmt: skip
_COPY = (_shown("copy", "copy_again", "app.edit", "app.open_source"), "copy, again; edit the fact; open its source")
_PROGRAM = (
    _shown("app.command_palette", "app.reload", "app.changes", "app.quit"),
    "all commands; read it anew; what changed; quit",
)
_ON_A_SHARED_BOX = {  # which starts no program and remembers nothing
    _COPY: (_shown("copy", "copy_again"), "copy, again"),
    _PROGRAM: (
        _shown("app.command_palette", "app.reload", "app.quit"),
        "all commands by name; read a changed file; quit",
    ),
}
EVERYWHERE: Rows = (
    (_shown("search"), "search all; twice in the reader"),
    (_shown("out"), "one level out; never quits"),
    _COPY,
    (_shown("mark", "marks", "card"), "mark; the marked; meeting card"),
    _PROGRAM,
)
_MARKS: Rows = (
    (" ".join(STATUS_MARKS.values()), ", ".join(STATUS_MARKS)),
    *(
        (" ".join(KIND_MARKS[kind] for kind in kinds), ", ".join(kinds).replace("reading", "note on reading"))
        for kinds in (("actor", "agreement", "statement", "figure"), ("difference", "reading", "source"))
    ),
    (f"{MARKED} {OUTSIDE}", "marked; known from outside the articles"),
    (" ".join(GRADE_MARKS.values()), "how a quote was found; ┃ ╎ proves this, others"),
)
_EXAMPLES = (
    ("kalas manila", "all words, misspelt or cut short; order does not matter"),
    ('"high-tech arena"', "these words in a row"),
    ("!korea", "not this"),
    ("2024   mar 2019", "a date: what overlaps it"),
)


def help_sheet(place: str, keys: KeyTable = SHIPPED_KEYS) -> Sheet:
    """Return the help where the focus is in `place`: its keys first, every key on the other page."""
    name, _ = HERE[place if place in HERE else "pane"]
    every = Page("Help: all keys", partial(help_lines, keys=keys), "all keys")
    return Sheet(f"Help: {name}", partial(lines_of_place, place, keys=keys), every)


def lines_of_place(place: str, width: int, keys: KeyTable = SHIPPED_KEYS) -> Sequence[Sequence[Piece]]:
    """Return the first page, wrapped to a width in cells."""
    name, rows = HERE[place if place in HERE else "pane"]
    common = EVERYWHERE
    if not any(key.action == "app.edit" for key in keys.keys):
        common = tuple(_ON_A_SHARED_BOX.get(row, row) for row in EVERYWHERE)
    here, everywhere = ([(keys.shown(shown), does) for shown, does in part] for part in (rows, common))
    parts = ((f"here: {name}", here), ("everywhere", everywhere), ("marks", _MARKS))
    return [line for title, part in parts for line in ([(title, "quiet")], *_entries(part, width))]


def help_lines(width: int, keys: KeyTable = SHIPPED_KEYS) -> Sequence[Sequence[Piece]]:
    """Return the page of every key, how to search, and every mark, wrapped to a width in cells."""
    parts: list[tuple[str, Iterable[tuple[str, str]]]] = [
        (group.lower(), [(key.shown, key.does) for key in of_group])
        for group, of_group in groupby(keys.keys, lambda key: key.group)
    ]
    fields = (
        (f"{name}:", {"is": ", ".join(IS), "has": ", ".join(HAS)}.get(name, does)) for name, does in FIELDS.items()
    )
    marks = (
        *((mark, f"event {status}") for status, mark in STATUS_MARKS.items()),
        *((mark, kind.replace("reading", "note on reading")) for kind, mark in KIND_MARKS.items()),
        *((mark, f"quote {grade}") for grade, mark in GRADE_MARKS.items()),
        ("~", "before a date: about"),
        (MARKED, "marked"),
        (OUTSIDE, "knowledge from outside the articles"),
        ("┃", "the sentence proves the picked fact"),
        ("╎", "other facts rest on the sentence"),
    )
    parts += [("searching", (*_EXAMPLES, *fields)), ("marks", marks)]
    return [line for title, part in parts for line in ([(title, "quiet")], *_entries(part, width))]


def _entries(rows: Iterable[tuple[str, str]], width: int) -> list[list[Piece]]:
    """Return rows of two columns; the second is wrapped, and begins a line of its own below what fills the first."""
    column = COLUMN if width >= 50 else NARROW
    lines: list[list[Piece]] = []
    for left, right in rows:
        if len(left) >= column:
            lines.append([(left, "key")])
        first = f"{left:<{column - 1}} " if len(left) < column else " " * column
        for start, end in wrap(right, max(10, width - column)):
            lines.append([(first, "key"), (right[start:end], "text")])
            first = " " * column
    return lines
