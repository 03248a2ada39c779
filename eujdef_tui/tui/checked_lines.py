"""The lines of a text that is checked: its sentences with verdicts in the margin, and the proof of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from eujdef_tui.model.glyphs import GRADE_MARKS, mark_of
from eujdef_tui.model.labels import date_of, source_label
from eujdef_tui.model.records import Evidence
from eujdef_tui.store import Base
from eujdef_tui.text.edtf import in_english
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.line_view import Piece, emphasised, wrapped
from eujdef_tui.verify.checking import Checked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.verify.verdict import Word

__all__ = ["MARGIN", "MARKS", "TextLine", "proof_lines", "text_lines"]

MARGIN = 4  # cells: the pointer, the glyph and the letter of a verdict, a space
# Verdict → its glyph, its letter, its role.
MARKS: dict[Word, tuple[str, str, str]] = {
    "supported": ("✓", "s", "title"),
    "differs": ("≠", "d", "differ"),
    "no source": ("✗", "n", "error"),
    "nothing to check": (" ", " ", "quiet"),
}
_GUTTER: Piece = ("┃ ", "gutter")


class TextLine(NamedTuple):
    """A line of sentence `nth`, from place `start` in it; `first` of its lines. Between paragraphs nth is -1."""

    nth: int
    start: int
    first: bool
    pieces: tuple[Piece, ...]

    def place_at(self, cell: int) -> int:
        """The place in the sentence that a cell shows; -1 beside it."""
        for offset, char in enumerate("".join(text for text, _ in self.pieces)):
            cell -= cell_len(char)
            if cell < 0:
                return self.start + offset
        return -1


def text_lines(text: str, found: Sequence[Checked], width: int, begin: int = 0, behind: int = 0) -> Iterator[TextLine]:
    """The lines of sentences, each from a line of its own, the first of which has the number `begin`.

    `behind` is where the sentence before them ended: an empty line stands where paragraphs part.
    """
    for nth, one in enumerate(found, begin):
        between = text[behind : one.part.start]
        if nth and between.count("\n") > 1:
            yield TextLine(-1, 0, False, ())
        mark = between.rpartition("\n")[2].strip()  # that of an item of a list, or of a heading
        room = max(8, width - MARGIN - 1)
        said = text[one.part.start : one.part.end]
        if "\n" in said and one.part.sort != "code":
            said = said.replace("\n", " ")
        roles = _roles(one, len(said))
        first = True
        lead = cell_len(f"{mark} ") if mark else 0
        for start, end in wrap(said, max(8, room - lead)):
            pieces = list(_cut(said, roles, start, end))
            if lead:
                pieces.insert(0, (f"{mark} " if first else " " * lead, "quiet"))
            yield TextLine(nth, start - (len(mark) + 1 if lead else 0), first, tuple(pieces))
            first = False
        behind = one.part.end


def _roles(one: Checked, length: int) -> list[str]:
    """The role of each character of a sentence: what differs stands out before what is a known name."""
    ground = "quiet" if one.verdict.word == "nothing to check" else "text"
    found = [ground] * length
    for named in one.named:
        found[named.start : named.end] = [f"{ground} link"] * (min(named.end, length) - named.start)
    for odd in one.verdict.differences:
        found[odd.start : odd.end] = ["title wrong"] * (min(odd.end, length) - odd.start)
    return found


def _cut(said: str, roles: Sequence[str], start: int, end: int) -> Iterator[Piece]:
    """The pieces of said[start:end], one for each run of a role."""
    while start < end:
        stop = start + 1
        while stop < end and roles[stop] == roles[start]:
            stop += 1
        yield said[start:stop], roles[start]
        start = stop


def proof_lines(base: Base, one: Checked, width: int) -> list[list[Piece]]:
    """Why a sentence has its verdict, the fact with the sentences that it rests on, and the names in it."""
    verdict, width = one.verdict, max(8, width - 2)
    lines = wrapped([(verdict.why, "text")], width)
    if fact := verdict.fact:
        record = fact.record
        when = in_english(date_of(record)) if date_of(record) else ""
        lines.append([])
        near = "nearest: " if verdict.word == "no source" else ""
        lines += wrapped([(near, "quiet"), (f"{mark_of(record)} {base.title_of(fact.id)}", "title")], width)
        if when:
            lines.append([(when, "date")])
        told = [odd.instead for odd in verdict.differences if odd.instead]
        label = ""
        for item in sorted(fact.evidence, key=lambda item: not any(word in item.quote for word in told)):
            before, label = label, f"{source_label(base.source(item.source))}  {GRADE_MARKS.get(item.grade, '?')}"
            lines += [[], *(wrapped([(label, "quiet")], width) if label != before else ())]
            lines += _quoted(base, item, told, width)
    if one.named:
        lines += [[], [("names", "quiet")]]
        ids = dict.fromkeys(name for named in one.named for name in named.ids)
        lines += [line for name in ids for line in wrapped([("  ", "text"), (base.title_of(name), "text")], width)]
    return [[(" ", "text"), *line] for line in lines]


def _quoted(base: Base, item: Evidence, told: Sequence[str], width: int) -> Iterator[list[Piece]]:
    """The sentence with the quote lit, in which the words that differ are marked."""
    article = base.article(item.source)
    begin, end = article.spans[item.sentence][0], article.spans[item.last_sentence][1]
    parts = (
        (begin, item.start, "lit"), (item.start, item.end, "lit quote"), (item.end, end, "lit")
    )  # fmt: skip
    pieces = [
        piece
        for first, last, role in parts
        for piece in emphasised(article.text[first:last].replace("\n", " "), told, role, f"{role} match")
    ]
    yield from ([_GUTTER, *line] for line in wrapped(pieces, width - 2))
