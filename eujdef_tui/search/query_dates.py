"""Dates among the words of a query: where one begins, how many words it has, and what it may mean."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.named_tuple import NamedTuple

__all__ = ["Piece", "date_at"]

# The longest date people type in words: "from 1 november 2024 to 3 december 2024".
DATE_WORDS = 8


class Piece(NamedTuple):
    """A run of what was typed, text[start:end]: a word or a phrase, or a field with its value.

    `sign` is what says that it is not wanted, "!" or "-".
    """

    start: int
    end: int
    text: str
    field: str = ""
    phrase: bool = False
    negated: bool = False
    sign: str = ""


def date_at(pieces: Sequence[Piece], place: int) -> tuple[int, tuple[str, ...]]:
    """How many pieces from here read as one date, the longest run first, and its readings; else 1 and none."""
    window = pieces[place : place + DATE_WORDS]
    if not _has_digit(window[0]) and not (_starts(window[0]) and any(_has_digit(one) or _sure(one) for one in window)):
        return 1, ()
    from eujdef_tui.text.date_input import may_be_in_date  # few queries have a date

    length = 0
    for piece in window:
        if piece.phrase or (piece.negated and length) or not may_be_in_date(piece.text):
            break
        length += 1
        if piece.negated:
            break
    for count in range(length, 0, -1):
        run = pieces[place : place + count]
        if count > 1 and _word(run[-1]) in _WITHIN:
            continue
        if dates := _dates(" ".join(piece.text for piece in run), negated=run[0].negated):
            return count, dates
    return 1, ()


# Words with which a date without a digit at its beginning may begin.
_STARTS = frozenset(
    "by before after since from until till up between about perhaps circa around ca c mid early late spring summer "
    "autumn fall winter first second last past previous this current next coming ad".split()
)
# Words that no date ends with: 2035 the.
_WITHIN = frozenset("the of and or to between".split())
# Words of which such a date has one; of months and weekdays the first three letters.
_SURE = frozenset("today tomorrow yesterday year month week quarter spring summer autumn fall winter".split())
_DAYS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())


def _has_digit(piece: Piece) -> bool:
    return any(map(str.isdigit, piece.text))


def _word(piece: Piece) -> str:
    return piece.text.casefold().strip("~.,").partition("–")[0].partition("-")[0]


def _sure(piece: Piece) -> bool:
    return (word := _word(piece)) in _SURE or word[:3] in _DAYS


def _starts(piece: Piece) -> bool:
    return _word(piece) in _STARTS or _sure(piece)


def _strictly_after(span: str) -> str:
    """A span that is open at its end, from the day after its first date on: a line asks what came after 2024."""
    from eujdef_tui.text.edtf import bounds, iso_day  # few queries have a date
    from eujdef_tui.text.spoken_dates import day_after

    first, slash, end = span.partition("/")
    if not slash or end not in ("", ".."):
        return span
    last = bounds(first)[1]
    return f"{iso_day(day_after(last, 1))}/.." if 1_01_01 <= last < 9999_12_31 else span


def _dates(typed: str, *, negated: bool) -> tuple[str, ...]:
    """The readings of a date, none for what is no date. What has no year is one only where it is wanted."""
    from eujdef_tui.text.date_input import both_readings, from_words
    from eujdef_tui.text.spoken_dates import WORDS, yearless

    figures = any(map(str.isdigit, typed))
    if typed.isdigit() and len(typed) > 4:
        return ()  # a number
    words = typed.casefold().replace(",", " ").split()
    spoken = not WORDS.isdisjoint(words) or words[0] in ("since", "until", "before")
    if not figures and (negated or not spoken):
        return ()  # a name can read as a month ("may")
    if both := both_readings(typed):
        return both
    if date := from_words(typed):
        return (_strictly_after(date) if words[0] == "after" else date,)
    form = None if negated else yearless(typed, alone=True)
    return (form,) if form else ()
