"""Cut what was typed into pieces: words, phrases, and fields with their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from eujdef_tui.search.query_dates import Piece
from eujdef_tui.search.signs import plain_quotes
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.tokens import is_plain, words

__all__ = ["CLOCKS", "DATED", "FIELDS", "pieces"]

FIELDS: dict[str, str] = {
    "kind": "event, actor, agreement, or a finer kind such as summit",
    "actor": "records of and about this actor",
    "party": "agreements with this party",
    "agreement": "records of and about this agreement",
    "source": "what rests on this source",
    "status": "happened, planned, target or reported",
    "from": "not over before this date",
    "to": "begun by this date",
    "on": "overlapping this date",
    "asof": "what stood on this day",
    "known": "what sources issued by then said",
    "text": "these words in titles and descriptions",
    "quote": "these words in the quoted sentences",
    "is": "planned, coming, passed, legal, corroborated …",
    "has": "date, value, speaker, tension or outside",
}
CLOCKS = ("asof", "known")  # fields that keep no records, but say by which day they are seen (see search.clocks)
DATED = frozenset(("from", "to", "on", *CLOCKS))  # fields whose value is a date
_MORE = 3  # words that a date may have behind its first: early 1 nov 2024

_PIECE = lazy_pattern(
    r'(?P<no>!|(?<!\S)-(?=[^\W\d]|")|)(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))?'
)


def pieces(text: str) -> Iterator[Piece]:
    """What was typed, in its parts; a field of a date takes all words of the date: known:1 nov 2024."""
    return _with_whole_dates(list(_parts(text)))


def _parts(text: str) -> Iterator[Piece]:
    text, place = plain_quotes(text), 0
    if is_plain(text):  # without a look by the pattern, which takes longer to compile than to use
        yield from (Piece(word.start, word.end, text[word.start : word.end]) for word in words(text))
        return
    while place < len(text):
        found = _PIECE().match(text, place)
        if found is None or found.end() == place:
            place += 1  # white space
            continue
        place = found.end()
        field = (found["field"] or "").lower()
        part = "phrase" if found["phrase"] is not None else "word"
        word = found[part] or ""
        if field and field not in FIELDS and word.startswith("//"):  # an address
            field, word = "", f"{found['field']}:{word}"
        yield Piece(found.start(), place, word, field, part == "phrase", bool(found["no"]), found["no"])


def _with_whole_dates(parts: Sequence[Piece]) -> Iterator[Piece]:
    place = 0
    while place < len(parts):
        if clock := _clock_in_words(parts[place : place + len(_AS_OF) + 1 + _MORE]):
            yield clock[-1]
            place += len(clock)
            continue
        run = _of_one_value(parts[place : place + 1 + _MORE])
        yield run[0]._replace(end=run[-1].end, text=_text(run)) if len(run) > 1 else run[0]
        place += len(run)


_AS_OF = ("as", "of")
_CLOCKS_IN_WORDS: dict[tuple[str, ...], str] = {_AS_OF: "asof", ("known", "by"): "known"}


def _clock_in_words(parts: Sequence[Piece]) -> Sequence[Piece]:
    """The parts that say a clock in words, the last of them as the field that it is: as of nov 2024; or none."""
    field = _CLOCKS_IN_WORDS.get(tuple(one.text.lower() for one in parts[: len(_AS_OF)]))
    if not field or any(one.field or one.phrase or one.negated for one in parts[: len(_AS_OF)]):
        return ()
    date = _longest_date(_plain(parts[len(_AS_OF) :]), 1)
    if not date:
        return ()
    whole = date[-1]._replace(start=parts[0].start, text=_text(date), field=field)
    return [*parts[: len(_AS_OF)], *date[:-1], whole]


def _of_one_value(parts: Sequence[Piece]) -> Sequence[Piece]:
    """The first part, with the words behind it where it is a field whose value is a date only with them."""
    first = parts[0]
    if first.field in DATED and first.text and not first.phrase:
        from eujdef_tui.text.date_input import from_words  # few queries have a date

        if not from_words(first.text):
            return _longest_date([first, *_plain(parts[1:])], 2) or parts[:1]
    return parts[:1]


def _plain(parts: Sequence[Piece]) -> list[Piece]:
    """The first parts that are words as they stand."""
    return list(takewhile(lambda one: not (one.field or one.phrase or one.negated), parts))


def _longest_date(parts: Sequence[Piece], least: int) -> Sequence[Piece]:
    """The first parts that are a date, as many as can be but not fewer than `least`; none where they are no date."""
    from eujdef_tui.text.date_input import from_words  # few queries have a date

    runs = (parts[:count] for count in range(len(parts), least - 1, -1))
    return next((run for run in runs if from_words(_text(run))), ())


def _text(run: Sequence[Piece]) -> str:
    return " ".join(one.text for one in run)
