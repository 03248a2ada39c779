"""What `diff` prints: lines that begin with the kind of change, or one JSON object (docs/diff.md).

Words that differ stand between **asterisks**.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from eujdef_tui.compare.change import Change, Edit, FallenQuote, counted
from eujdef_tui.factfile.reanchoring import differences
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["change_lines", "comparison_object"]

_LONGEST_MARKED = 2_000  # characters of two values that are held against each other word by word


def change_lines(change: Change) -> Iterator[tuple[str, int]]:
    """Yield the lines on a change, each with the indent of those that it is wrapped into."""
    id_ = f"{_line(change.was)} → {_line(change.id)}" if change.was else _line(change.id)
    date = f" ({edtf.in_english(change.date)})" if change.date else ""
    yield f"{change.kind} {change.record} {id_}: {_line(change.title)}{date}", 4
    for edit in change.edits:
        yield f"    {_edit_words(edit)}", 6
    if change.kind == "edited":
        fell = f", {len(change.fell)} fell" if change.fell else ""
        yield f"    {change.hold:,} quote{'s' * (change.hold != 1)} hold{'s' * (change.hold == 1)}{fell}", 6
    for said, quotes in (("fell", change.fell), ("holds", change.weaker)):
        for quote in quotes:
            was, now = _marked(_line(quote.quote), _line(quote.now))  # as they are: other marks are a change
            became = f" → “{now}”" if now not in ("", was) else ""
            yield f"    {said}, {quote.grade}: “{was}”{became}  [{_line(quote.id)}]", 6


def _edit_words(edit: Edit) -> str:
    field = _line(f"{edit.field} {edit.part}")
    old, new = _line(edit.old), _line(edit.new)
    if not old:
        return f"{field}, new: {new}"
    if not new:
        return f"{field}, gone: {old}"
    was, now = _marked(old, new)
    return f"{field}: {was} → {now}"


def _line(text: str) -> str:
    return one_line(clean(text))


def _marked(old: str, new: str) -> tuple[str, str]:
    """Both texts with the words that differ between asterisks, where some of their words are the same."""
    if not old or not new or max(len(old), len(new)) > _LONGEST_MARKED:
        return old, new
    pieces = list(differences(old, new))
    if not any(piece.kind == "same" and any(map(str.isalpha, piece.words)) for piece in pieces):
        return old, new
    return _joined(pieces, "old"), _joined(pieces, "new")


def _joined(pieces: Iterable[tuple[str, str]], side: str) -> str:
    """The pieces of a side, its own words between asterisks, the white space beside them outside."""
    said = "".join(
        re.sub(r"^(\s*)(.*?)(\s*)$", r"\1**\2**\3", words, flags=re.DOTALL) if kind == side and words.strip() else words
        for kind, words in pieces
        if kind in ("same", side)
    )
    return re.sub(r"\*\*( ?)\*\*", r"\1", said)


def comparison_object(
    old: str, new: str, files: tuple[str, str], since: int | None, changes: Sequence[Change], most: int | None
) -> dict[str, Any]:
    """Return the JSON object for a comparison of two files, with the first `most` changes."""
    shown = changes if most is None else changes[:most]
    return {
        "schema_version": 1,
        "old": clean(old),
        "new": clean(new),
        "old_file": clean(files[0]),
        "new_file": clean(files[1]),
        "since": edtf.iso_day(since) if since else None,
        "counts": counted(changes),
        "changes": [_plain(change) for change in shown],
        "left_out": len(changes) - len(shown),
    }


def _plain(change: Change) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "change": change.kind,
        "record": change.record,
        "id": change.id,
        "was": change.was or None,
        "title": change.title,
        "date": change.date or None,
        "edits": [
            {"field": one.field, "part": one.part or None, "old": one.old or None, "new": one.new or None}
            for one in change.edits
        ],
    }
    if change.kind == "edited":
        plain |= {"hold": change.hold, "fell": _quotes(change.fell), "weaker": _quotes(change.weaker)}
    return plain


def _quotes(quotes: Iterable[FallenQuote]) -> list[dict[str, Any]]:
    return [{"id": one.id, "quote": one.quote, "grade": one.grade, "now": one.now or None} for one in quotes]
