"""Signs of other search lines: -word, ! word, NOT, OR, |, word*, and quotation marks of any kind.

They are obeyed. How they were read is told, with the sign that is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from eujdef_tui.search.query_dates import Piece, date_at

__all__ = ["MOST_WAYS", "alternatives", "obeyed", "plain_quotes", "turned_round"]

# Phones and word processors type them, and Japanese has its own.
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』＂", '"'))
_OR = frozenset(("or", "|", "||"))
MOST_WAYS = 8  # ways in which a query with several "or" is searched


def plain_quotes(text: str) -> str:
    """The text with plain quotation marks, as long as before."""
    return text.translate(_QUOTES)


def obeyed(pieces: Sequence[Piece]) -> tuple[list[Piece], list[tuple[str, str]]]:
    """The pieces with other signs for "without" read as !, and (as typed, as it is written here) of each sign."""
    found: list[Piece] = []
    told: list[tuple[str, str]] = []
    before: Piece | None = None
    for piece in (part for one in pieces for part in _parted(one)):
        if piece.text == ("" if piece.negated else "NOT") and not (piece.phrase or piece.field):
            before = piece
            continue
        field = f"{piece.field}:" * bool(piece.field)
        if before:
            if any(map(str.isalnum, piece.text)):
                told.append((f"{before.text or before.sign} {field}{piece.text}", f"!{field}{piece.text}"))
            piece = piece._replace(start=piece.start - (not piece.negated), negated=True)
        elif piece.sign == "-":
            told.append((f"-{field}{piece.text}", f"!{field}{piece.text}"))
        elif _has_wildcard(piece.text):  # a beginning is found without a sign: fight*
            told.append((piece.text, re.sub("[*?]", " ", piece.text).strip()))
        before = None
        found.append(piece)
    return [*found, *filter(None, (before,))], told


def _has_wildcard(word: str) -> bool:
    return ("*" in word or "?" in word) and re.fullmatch(r"[*?]\w+|\w+[*?]\w+", word) is not None


def _parted(piece: Piece) -> Iterator[Piece]:
    """A piece, parted where a bar stands in it: a|b."""
    if "|" not in piece.text or piece.phrase or piece.field:
        yield piece
        return
    for part in re.finditer(r"\|+|[^|]+", piece.text):
        start = piece.start + piece.negated + part.start()
        yield piece._replace(start=start, end=start + len(part[0]), text=part[0], negated=False)


def alternatives(pieces: Sequence[Piece], amounts: Mapping[int, int]) -> list[list[Piece]]:
    """The ways in which a query with "or" may be meant, each without an "or"; none where it has none.

    "Or" stands between the two words beside it: a or b c is a c or b c. A date is one word, and so is a quantity:
    `amounts` are the number of the first piece of each, and how many pieces it has.
    """
    if not any(map(_is_or, pieces)):
        return []
    groups: list[list[list[Piece]]] = []
    joins = False
    for unit in _units(pieces, amounts):
        if len(unit) == 1 and _is_or(unit[0]):
            joins = bool(groups)
        elif joins:
            groups[-1].append(unit)
            joins = False
        else:
            groups.append([unit])
    ways = [[piece for unit in way for piece in unit] for way in product(*groups)]
    return ways if 1 < len(ways) <= MOST_WAYS else []


def _is_or(piece: Piece) -> bool:
    return piece.text.casefold() in _OR and not (piece.phrase or piece.field or piece.negated)


def _units(pieces: Sequence[Piece], amounts: Mapping[int, int]) -> Iterator[list[Piece]]:
    """The pieces, those of a date or quantity together."""
    place = 0
    while place < len(pieces):
        length = amounts.get(place, 1)
        if length == 1 and not pieces[place].field:
            end = next((n for n in range(place, len(pieces)) if pieces[n].field), len(pieces))
            length, _ = date_at(pieces[:end], place)
        yield [*pieces[place : place + length]]
        place += length


def turned_round(fields: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what is to be told of a span that begins after its end, as typed and as read.

    `fields` are names, values and dates. What is found then is of both sides of the gap: from 2025, and to 2024.
    """
    ends = {field: (value, date) for field, value, date in fields if field in ("from", "to")}
    if len(ends) < 2:
        return
    from eujdef_tui.text.edtf import bounds  # few queries have a date

    (since, first), (until, last) = ends["from"], ends["to"]
    if bounds(first)[0] > bounds(last)[1]:
        yield f"from:{since} to:{until}", f"no day is in both, only what lasts from {until} to {since}"
