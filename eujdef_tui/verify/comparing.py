"""Compare a sentence with a fact, piece by piece: names, numbers and dates. `turned` has what turns a meaning round."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Literal, NamedTuple

from eujdef_tui.text import edtf
from eujdef_tui.text.date_mentions import Mention, Span
from eujdef_tui.text.quantities import Quantity
from eujdef_tui.verify.evidence import BY, Evidenced
from eujdef_tui.verify.heard import DESIGNATION, Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.word_lists import ABOUT, CAPITALS, MAGNITUDES, MULTIPLIERS, capitals_of

__all__ = ["Difference", "Sort", "dates_differ", "names_differ", "numbers_differ", "pairs_differ"]

Sort = Literal["number", "name", "date", "status", "negation", "opposite", "speaker", "quotation"]
_NEAR = Decimal("0.05")  # how far "about 9 trillion" may be off
_VAGUE = frozenset("one two both half".split())
_NOT_COMPARED = frozenset(("agreement", "source", "publication", "news-agency", "programme"))
_LISTED = 12  # parts of the longest list
_PRONOUNS = frozenset("he she his her him the".split())
_WIDE = frozenset(("bloc", "region", "group"))
_ABOUT = frozenset(("country", "bloc", "group"))
_PLACES = frozenset(("country", "bloc", "region", "island", "city", "state"))


class Difference(NamedTuple):
    """Words of a sentence, at start:end, that a fact does not bear out. `instead`: what it has, or ""."""

    sort: Sort
    start: int
    end: int
    said: str
    instead: str


def names_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Whom a sentence names, the fact, its sentence or who is linked must have too."""
    for named in heard.named:
        if all(heard.names.kinds.get(one) in _NOT_COMPARED for one in named.ids):
            continue
        if set(named.ids) & heard.speaker and fact.speaker:
            continue  # compared as speakers
        if not fact.wide_ids.isdisjoint(named.ids):
            if other := _other_person(heard, fact, named.ids) or _other_place(heard, fact, named):
                yield Difference("name", named.start, named.end, heard.pieces.text[named.start : named.end], other)
            continue
        if heard.describes(named) and fact.speaker:
            continue
        words = heard.pieces.folded[named.first : named.last]
        if fact.vocabulary.issuperset(words) or heard.is_background(named):
            continue
        said = heard.pieces.text[named.start : named.end]
        yield Difference("name", named.start, named.end, said, _in_place_of(heard, fact, named.ids))
    if heard.persons and heard.ids.isdisjoint(heard.persons) and fact.ids.isdisjoint(heard.persons):
        pronoun = next((one for one in heard.pieces.words if one.folded in _PRONOUNS), None)
        if pronoun:
            yield Difference("name", pronoun.start, pronoun.end, heard.names.titles[heard.person[0]], "")
    for start, end, written in heard.designations:
        if not any(written in reading.text for reading in fact.readings):
            instead = next((one[0] for r in fact.readings[:2] for one in DESIGNATION().finditer(r.text)), "")
            yield Difference("name", start, end, written, instead)
    for at in heard.strangers:
        word = heard.pieces.words[at]
        if heard.is_capital(at) and not fact.vocabulary.isdisjoint(capitals_of(word.folded)):
            continue  # in the Belgian capital
        if word.folded not in fact.vocabulary and root(word.folded) not in fact.roots:
            said = heard.pieces.text[word.start : word.end]
            yield Difference("name", word.start, word.end, said, _in_place_of_stranger(heard, fact, word.folded))


def _other_person(heard: Heard, fact: Evidenced, ids: tuple[str, ...]) -> str:
    """Who does in a fact what a sentence says of a person whom only the words around the fact name."""
    kinds = heard.names.kinds
    if not any(kinds.get(one) == "person" for one in ids) or not fact.own_ids.isdisjoint(ids):
        return ""
    known = heard.ids | heard.persons
    others = sorted(one for one in fact.own_ids if kinds.get(one) == "person" and one not in known)
    return heard.names.titles[others[0]] if others else ""


def _other_place(heard: Heard, fact: Evidenced, named: Named) -> str:
    """Which country a fact is about where a sentence has one that only the words around the fact name."""
    kinds = heard.names.kinds
    if not any(kinds.get(one) in _ABOUT for one in named.ids) or fact.names_near(named.ids) != "sentence":
        return ""
    known = heard.ids | heard.meant
    others = [one for one in sorted(fact.own_ids) if kinds.get(one) in _ABOUT and not heard.names.alike(one, known)]
    return heard.names.titles[others[0]] if len(others) == 1 else ""


def _in_place_of(heard: Heard, fact: Evidenced, ids: tuple[str, ...]) -> str:
    """Whom a fact names that a sentence does not: of the same kind, if one is known."""
    kinds = {heard.names.kinds.get(one) for one in ids}
    known = heard.ids | heard.meant
    for one in sorted(fact.own_ids & heard.names.titles.keys()):
        if heard.names.alike(one, known):
            continue
        kind = heard.names.kinds.get(one)
        if kind in kinds or (kind in _PLACES and kinds & _PLACES):
            return heard.names.titles[one]
    return ""


def _in_place_of_stranger(heard: Heard, fact: Evidenced, word: str) -> str:
    """Whom a fact names where a sentence has a name that the base does not know: a country for one."""
    is_place = word in CAPITALS or word in CAPITALS.values()
    for one in sorted(fact.own_ids & heard.names.titles.keys()):
        kind = heard.names.kinds[one]
        if heard.names.alike(one, heard.ids | heard.meant) or kind in _NOT_COMPARED or kind in _WIDE:
            continue
        if (kind in _PLACES) == is_place:
            return heard.names.titles[one]
    return ""


# --- numbers ---


def numbers_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Each number of a sentence, with its unit, must stand in the fact or its sentence; "about" leaves some room."""
    pieces = heard.pieces
    if not pieces.quantities and not pieces.magnitudes:
        return
    for one in pieces.quantities:
        written = pieces.text[one.start : one.end]
        if written.lower() in _VAGUE or _is_ordinal_of_list(pieces, one) or _counts_what_it_names(heard, one):
            continue
        if any(_same(one, other, pieces, there) for there in fact.readings for other in there.quantities):
            continue
        if fact.value and _near(one.number, fact.value, loose=_is_about(pieces, one)) and one.unit in ("", fact.unit):
            continue
        if not one.unit and one.number in fact.counts:
            continue
        yield Difference("number", one.start, one.end, written, _number_of(one, fact))
    if not pieces.magnitudes:
        return
    there = frozenset(size for reading in fact.readings for size in reading.magnitudes & MAGNITUDES)
    if there and (found := (pieces.magnitudes & MAGNITUDES) - there):
        word = next(word for word in pieces.words if f"{word.folded.removesuffix('s')}s" in found)
        yield Difference("number", word.start, word.end, word.folded, ", ".join(sorted(there)))
    mine, there = pieces.magnitudes - MAGNITUDES, fact.multipliers
    if mine and there and not mine & there:
        at = next(word for word in pieces.words if word.folded in MULTIPLIERS)
        yield Difference("number", at.start, at.end, at.folded, f"times {', '.join(sorted(there))}")


def _is_ordinal_of_list(pieces: Pieces, one: Quantity) -> bool:
    """Whether a number only counts an item: "1." at the beginning."""
    return one.plain and not pieces.text[: one.start].strip() and pieces.text[one.end : one.end + 1] in (".", ")")


def _counts_what_it_names(heard: Heard, one: Quantity) -> bool:
    """Whether a number counts the parts that a sentence lists: Airbus, Leonardo and Rheinmetall, to name but three."""
    if one.unit or not 2 < one.number <= _LISTED:
        return False
    listed = (len(part.split(",")) + 1 for part in heard.pieces.text.split(" and ")[:-1])
    return any(one.number == count for count in listed)


def _is_about(pieces: Pieces, one: Quantity) -> bool:
    at = bisect_left(pieces.words, one.start, key=attrgetter("start"))
    return any(word.folded in ABOUT and one.start - word.start < 20 for word in pieces.words[max(0, at - 2) : at])


def _same(one: Quantity, other: Quantity, pieces: Pieces, there: Pieces) -> bool:
    if one.unit and other.unit and one.unit != other.unit:
        return False
    return _near(one.number, other.number, loose=_is_about(pieces, one) or _is_about(there, other))


def _near(one: Decimal, other: Decimal, *, loose: bool) -> bool:
    return one == other or (loose and abs(one - other) <= _NEAR * max(abs(one), abs(other)))


def _number_of(one: Quantity, fact: Evidenced) -> str:
    """The number of a fact that stands where a sentence has another: of its unit, if there is one."""
    for reading in fact.readings[:2]:
        for other in reading.quantities:
            if other.unit == one.unit or not one.unit:
                return reading.text[other.start : other.end]
    return ""


# --- dates ---


def dates_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Each date of a sentence must be one of the fact, or of its sentence."""
    for mention in heard.pieces.dates:
        spans = mention.spans(None)
        month = _month(mention) if not spans else 0
        if not spans and not month:
            continue  # "last week": counted from a day that the draft does not give
        deadlines = fact.deadlines if _is_deadline(heard.pieces, mention) else ()
        said_on = fact.said_on if heard.speaker else ()
        if heard.reporters and not heard.reporters.isdisjoint(fact.sources):
            said_on = (*said_on, *fact.issued)
        there = deadlines or (*fact.dates, *fact.dates_nearby, *said_on)
        if any(_meets(spans, month, span) for span in _as_exact(spans, there)):
            continue
        said = heard.pieces.text[mention.start : mention.end]
        yield Difference("date", mention.start, mention.end, said, fact.date_words if fact.dates else "")


def _as_exact(spans: list[Span], there: Sequence[Span]) -> Sequence[Span]:
    """Of the dates of a fact those that are days, where a sentence has a day of the same month."""
    if len(spans) != 1 or spans[0][0] != spans[0][1]:
        return there
    month = spans[0][0] // 100
    return [one for one in there if one[0] == one[1] and one[0] // 100 == month] or there


def pairs_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A number must go with its date: of "5 % by 2035 … 2 % by 2027" a sentence may not have 5 % by 2027."""
    mine = list(_pairs(heard.pieces))
    if not mine:
        return
    there = [(other, day, reading) for reading in fact.readings for other, day in _pairs(reading)]
    for one, mention in mine:
        spans = mention.spans(None)
        alike = [pair for pair in there if pair[0].unit == one.unit]
        met = [any(_meets(spans, 0, span) for span in day.spans(None)) for _, day, _ in alike]
        same = [_same(one, other, heard.pieces, reading) for other, _, reading in alike]
        if (True, True) in (both := list(zip(met, same, strict=True))):
            yield from _other_subject(heard, fact, one, list(zip(alike, map(all, both), strict=True)))
            continue
        if (False, True) in both and (True, False) in both:
            other, _, reading = alike[both.index((True, False))]
            said = heard.pieces.text[one.start : one.end]
            yield Difference("number", one.start, one.end, said, reading.text[other.start : other.end])


def _other_subject(
    heard: Heard, fact: Evidenced, one: Quantity, alike: list[tuple[tuple[Quantity, Mention, Pieces], bool]]
) -> Iterator[Difference]:
    """Who stands before a number in a sentence, where the fact has them with another number, and this with others."""
    # a quote may begin behind its subject
    with_it = [who for (other, _, reading), goes in alike if goes and (who := _subjects(fact, reading, other))]
    with_others = [_subjects(fact, reading, other) for (other, _, reading), goes in alike if not goes]
    if not with_it:
        return
    about = [named for named in heard.named if named.end <= one.start and _is_about_place(heard, named)]
    if about and not any(_is_of(heard, named, who) for named in about for who in with_it):
        said = heard.pieces.text[about[-1].start : about[-1].end]
        yield Difference("name", about[-1].start, about[-1].end, said, _title(heard, with_it[0]))
        return
    for named in heard.named:
        ids = frozenset(named.ids)
        if named.end <= one.start and all(ids.isdisjoint(who) for who in with_it) and any(ids & o for o in with_others):
            said = heard.pieces.text[named.start : named.end]
            yield Difference("name", named.start, named.end, said, _title(heard, with_it[0]))


def _is_about_place(heard: Heard, named: Named) -> bool:
    return any(heard.names.kinds.get(one) in _ABOUT for one in named.ids)


def _is_of(heard: Heard, named: Named, ids: frozenset[str]) -> bool:
    """Whether a name is one of these, or belongs to one: a group of members is not the whole, EU nations not the EU."""
    if not ids.isdisjoint(named.ids):
        return True
    return any(heard.names.kinds.get(one) != "group" and heard.names.alike(one, ids) for one in named.ids)


def _subjects(fact: Evidenced, reading: Pieces, number: Quantity) -> frozenset[str]:
    """Whom a sentence names before a number, from where the sentence, or the number before, ends."""
    begin = reading.text.rfind(". ", 0, number.start) + 1
    begin = max([begin, *(one.end for one in reading.quantities if one.unit and one.end <= number.start)])
    found = (one for one in fact.facts.named(reading) if begin <= one.start and one.end <= number.start)
    return frozenset(name for one in found for name in one.ids)


def _title(heard: Heard, ids: frozenset[str]) -> str:
    return next((heard.names.titles[one] for one in sorted(ids) if one in heard.names.titles), "")


def _pairs(pieces: Pieces) -> Iterator[tuple[Quantity, Mention]]:
    """Each date with a year, and the number with a unit that stands last before it in its sentence."""
    for mention in pieces.dates:
        before = [one for one in pieces.quantities if one.unit and one.end <= mention.start]
        if before and mention.spans(None) and ". " not in pieces.text[before[-1].end : mention.start]:
            yield before[-1], mention


def _is_deadline(pieces: Pieces, mention: Mention) -> bool:
    return pieces.text[: mention.start].lower().endswith(BY)


def _month(mention: Mention) -> int:
    """The month of a mention without a year; 0 for another mention."""
    name = dict(mention.parts).get("month") or dict(mention.parts).get("dmonth") or dict(mention.parts).get("mmonth")
    if not name:
        return 0
    return next(number for number, month in enumerate(edtf.MONTHS, 1) if month.lower().startswith(name[:3]))


def _meets(spans: list[Span], month: int, span: Span) -> bool:
    if spans:
        return any(first <= span[1] and span[0] <= last for first, last in spans)
    first, last = (day // 100 % 100 for day in span)
    return span[1] - span[0] >= 10_000 or first <= month <= last
