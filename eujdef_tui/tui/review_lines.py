"""The lines of a review: a row of the list and the sheet of a draft, in pieces with roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from eujdef_tui.draft.alike import Alike
from eujdef_tui.draft.review import Review
from eujdef_tui.draft.review_item import Item
from eujdef_tui.draft.review_state import Doubts
from eujdef_tui.model.labels import quoted
from eujdef_tui.rules.truth.reading import Reading, read, stem
from eujdef_tui.text.edtf import in_english
from eujdef_tui.text.shorten import shorten
from eujdef_tui.text.unicode import one_line
from eujdef_tui.tui.widgets.line_view import Piece, width_of, wrapped

__all__ = ["mark_of", "marked_words", "row", "sheet", "short_reason"]

_WORDS = {
    "event": "event", "agreement": "agreement", "actor": "name", "statement": "statement", "figure": "figure",
    "no_fact": "no fact", "mention": "known",
}  # fmt: skip
_WORD = 11  # cells of the type in a row
_LABEL = 8  # cells of the label of a line of the sheet
_NARROW = 60  # columns under which a row has no type
# What a check says → the same in the few cells of a row.
_SHORT = (
    (r"The number (\S+) is not in the sentence that supports this", r"\1 not in the sentence"),
    (r"the value (\S+) is not in the sentence", r"\1 not in the sentence"),
    (r"(“.+”) stands nowhere in the article", r"\1 not in the article"),
    (r"Few of its words stand in the sentence that supports it: not .*", "few of its words in the sentence"),
    (r"The fact says (“.+?”), and its sentence denies nothing", r"\1, the sentence denies nothing"),
    (r"The fact says (“.+?”), and its sentence has the opposite", r"\1, the sentence has the opposite"),
    (r"The sentence that supports this gives dates, and none of them is (.*)", r"no date of the sentence is \1"),
    (r"its quote is not in its sentence.*", "quote is not in the sentence"),
    (r"the words of its date are not in its sentence.*", "date is not in the sentence"),
    (r"The speaker is (.+), and (.+) is named where this is said", r"\2 is named where this is said"),
    (r"It is said to have happened, and the quoted words only announce it", "happened, and only announced"),
)


def mark_of(item: Item, doubts: Doubts) -> Piece:
    """The mark of an item: kept, dropped, refused, flagged, or open."""
    if item.state == "keep":
        return "✓", "title"
    if item.state == "drop":
        return "/", "quiet"  # where only ASCII is shown × is an x
    if doubts.refused:
        return "×", "error"
    if doubts.flags:
        return "!", "heading"
    return ("–" if item.draft.record in ("no_fact", "mention") else "·"), "quiet"


def short_reason(doubts: Doubts) -> str:
    """What is wrong with an item, in a few words."""
    words = next(iter((*doubts.refused, *doubts.flags)), "").rstrip(".")
    for form, short in _SHORT:
        if found := re.fullmatch(form, words):
            return found.expand(short)
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def row(review: Review, item: Item, width: int, *, picked: bool) -> list[Piece]:
    """A row of the list: mark, type, words, and on the right its date, its kind or what is wrong with it."""
    doubts = review.doubts(item.n)
    mark = mark_of(item, doubts)
    right, right_role = _right(item, doubts)
    quiet = item.state == "drop"
    word = f"{_WORDS[item.type]:<{_WORD}}" if width >= _NARROW else ""
    left: list[Piece] = [("▌" if picked else " ", "accent"), mark, (f" {word}", "quiet")]
    room = width - width_of(left) - 1
    right = shorten(right, room * 9 // 20) if width >= _NARROW or doubts.refused else ""
    label = shorten(_label(review, item), max(1, room - cell_len(right) - 2) if right else room)
    gap = " " * max(0, room - cell_len(label) - cell_len(right))
    words: list[Piece] = (
        [(label, "quiet")] if quiet else _underlined(review, item, label, "title" if picked else "text")
    )
    return [*left, *words, (gap, "text"), (right, right_role), (" ", "text")]


def _label(review: Review, item: Item) -> str:
    draft = item.draft
    words = one_line(draft.label)
    if draft.record == "statement" and draft.speaker:
        name = review.label_of(draft.speaker)
        return f"{name.split()[-1] if name.istitle() else name}: {words}"
    return words


def _right(item: Item, doubts: Doubts) -> tuple[str, str]:
    if not item.state and not doubts.clean:
        return short_reason(doubts), "error" if doubts.refused else "text"
    draft = item.draft
    if item.same:
        return f"same as {item.same}", "quiet"
    if draft.record == "actor":
        return f"new {draft.kind}", "quiet"
    if draft.date:
        return in_english(draft.date), "date"
    return ("" if draft.record in ("event", "agreement") else draft.kind), "quiet"


# --- words that the sentence does not have ---


def marked_words(review: Review, item: Item) -> frozenset[str]:
    """The folded words of an item that are not in its sentence, the one before, its actors' names or its date."""
    draft = item.draft
    if draft.record not in ("event", "statement", "agreement"):
        return frozenset()
    claim = review.guard.claim(draft)
    known = {stem(word) for word in claim.known_names}
    date = in_english(draft.date) if draft.date else ""
    dated = read(f"{draft.date_text} {date}")
    known |= dated.stems
    roots = [(word, stem(word.folded)) for word in claim.reading.content]
    lost = {word.folded for word, root in roots if root not in known and not claim.is_near(root)}
    values = frozenset().union(*(reading.values for reading in (*claim.sentences, dated)))
    for word in claim.reading.words:
        if word.folded[0].isdigit() and read(word.folded).values.isdisjoint(values):
            lost.add(word.folded)
    return frozenset(lost)


def _underlined(review: Review, item: Item, label: str, role: str) -> list[Piece]:
    lost = marked_words(review, item)
    if not lost:
        return [(label, role)]
    pieces: list[Piece] = []
    place = 0
    for word in Reading(label).words:
        if word.folded in lost:
            pieces += [(label[place : word.start], role), (label[word.start : word.end], f"{role} wrong")]
            place = word.end
    return [piece for piece in (*pieces, (label[place:], role)) if piece[0]]


# --- the sheet ---


def sheet(review: Review, item: Item, same: Alike | None, width: int, rows: int) -> list[list[Piece]]:
    """The sheet of a draft: words and kind, what is wrong, date, status, who, what is like it.

    Where that has more lines than `rows`, its words take one.
    """
    doubts, draft = review.doubts(item.n), item.draft
    kind = f"{_WORDS[item.type]} · {draft.kind}" if draft.kind != item.type else _WORDS[item.type]
    if cell_len(kind) > width // 2:
        kind = draft.kind
    room = width - 2 - cell_len(kind) - 2
    words = one_line(draft.label)
    title = wrapped(_underlined(review, item, words, "title"), max(8, room))
    first: list[Piece] = [(" ", "text"), *title[0]]
    lines = [[*first, (" " * max(2, width - 1 - width_of(first) - cell_len(kind)), "text"), (kind, "quiet")]]
    below = list(_below(review, item, doubts, same, width))
    spare = max(1, rows - len(below))
    if len(title) > 1 and spare > 1:
        rest = words[_length(title[:1]) :].strip() if len(title) > spare else ""
        lines += [[(" ", "text"), *line] for line in title[1 : spare if not rest else spare - 1]]
        if rest:
            done = _length(title[: spare - 1])
            lines.append([(" ", "text"), *_underlined(review, item, shorten(words[done:].strip(), width - 2), "title")])
    return [*lines, *below]


def _length(lines: Sequence[Sequence[Piece]]) -> int:
    return sum(len(text) for line in lines for text, _ in line)


def _below(review: Review, item: Item, doubts: Doubts, same: Alike | None, width: int) -> Iterator[list[Piece]]:
    draft = item.draft
    for words, role in (*((one, "error") for one in doubts.refused), *((one, "text") for one in doubts.flags)):
        mark = "×" if role == "error" else "!"
        said = wrapped([(words[:1].upper() + words[1:], role)], max(10, width - _LABEL - 1))
        for nth, line in enumerate(said):
            yield _line("" if nth else f"{mark} why", line, width)
    if draft.record in ("event", "agreement", "statement") and draft.date:
        basis = f" · {_basis(draft.date_text, draft.date_basis)}" if draft.date_basis else ""
        yield _line("date", [(in_english(draft.date), "date"), (basis, "quiet")], width)
    elif draft.record == "event":
        yield _line("date", [("none", "quiet")], width)
    if draft.record in ("event", "agreement"):
        done = f" · {draft.text}" if draft.record == "agreement" and draft.text else ""
        yield _line("status", [(draft.status or "none", "text"), (done, "quiet")], width)
        yield _line("with", _people(review, draft.actors) or [("nobody", "quiet")], width)
    if draft.record == "statement":
        speaker = _people(review, (draft.speaker,) if draft.speaker else ())
        yield _line("who", speaker or [("the article itself", "quiet")], width)
    if draft.value:
        yield _line("value", [(f"{draft.value} {draft.unit}", "text")], width)
    if draft.record == "actor" and draft.text:
        yield _line("role", [(draft.text, "text")], width)
    if item.same:
        yield _line("same", [(f"evidence of {item.same}", "text")], width)
    elif same and item.state != "drop":
        yield _line("same?", [(same.label, "text"), (f" · {same.reason}", "quiet")], width, "= same")


def _basis(words: str, basis: str) -> str:
    return f"{quoted(words)}, {basis}" if words else basis


def _people(review: Review, keys: Sequence[str]) -> list[Piece]:
    """The names of actors; + before one that is new here, quiet where it is not kept."""
    pieces: list[Piece] = []
    for nth, key in enumerate(keys):
        label = review.label_of(key)
        plus = "+ " if review.is_new(key) else ""
        pieces += [(" · " * bool(nth), "quiet"), (f"{plus}{label}", "text" if review.actor_of(key) else "quiet")]
    return pieces


def _line(label: str, pieces: Sequence[Piece], width: int, right: str = "") -> list[Piece]:
    """A line of the sheet, cut at a word where it is too long."""
    room = width - _LABEL - 1 - (cell_len(right) + 3 if right else 0)
    cut: list[Piece] = []
    for text, role in pieces:
        left = room - width_of(cut)
        if left > 0 and text:
            cut.append((shorten(text, left), role))
    line: list[Piece] = [(f" {label:<{_LABEL}}", "error" if label.startswith("×") else "quiet"), *cut]
    if right:
        line += [(" " * max(1, width - 1 - width_of(line) - cell_len(right)), "text"), (right, "quiet")]
    return line
