"""Whether a sentence has the dates of a fact, and its numbers with the dates and subjects that they go with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.text import edtf
from eujdef_tui.text.date_mentions import Mention, Span, absolute_spans
from eujdef_tui.text.quantities import Quantity
from eujdef_tui.text.spoken_dates import WEEKDAYS, weekday_of
from eujdef_tui.verify.comparing import ABOUT_PLACES, Difference, is_same
from eujdef_tui.verify.evidence import BY, Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces

__all__ = ["dates_differ", "pairs_differ"]


def dates_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Each date of a sentence must be one of the fact, or of its sentence."""
    for mention in heard.pieces.dates:
        spans = absolute_spans(mention)
        month = _month(mention) if not spans else 0
        if mention.kind == "weekday":
            yield from _other_weekday(heard, fact, mention)
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


def _other_weekday(heard: Heard, fact: Evidenced, mention: Mention) -> Iterator[Difference]:
    """A day of the week on which a fact, or the sentence that it rests on, does not have what happened."""
    known = {_weekday(one) for reading in fact.readings for one in reading.dates if one.kind == "weekday"}
    if not known or fact.fact.sort != "statement":
        known |= {weekday_of(lo) for lo, hi in fact.said_on if lo == hi} - {""}
    said = heard.pieces.text[mention.start : mention.end]
    days = {weekday_of(lo) for lo, hi in (*fact.said_on, *fact.dates_nearby) if lo == hi}
    if not known and days.isdisjoint(("", _weekday(mention))):
        yield Difference("date", mention.start, mention.end, said, "")
    if known and _weekday(mention) not in known:
        instead = " or ".join(one.capitalize() for one in WEEKDAYS if one in known)
        yield Difference("date", mention.start, mention.end, said, instead)


def _weekday(mention: Mention) -> str:
    return dict(mention.parts)["weekday"]


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
        spans = absolute_spans(mention)
        alike = [pair for pair in there if pair[0].unit == one.unit]
        met = [any(_meets(spans, 0, span) for span in absolute_spans(day)) for _, day, _ in alike]
        same = [is_same(one, other, heard.pieces, reading) for other, _, reading in alike]
        if (True, True) in (both := list(zip(met, same, strict=True))):
            yield from _other_subject(heard, fact, one, list(zip(alike, map(all, both), strict=True)))
            continue
        if (ahead := _other_deadline(heard, mention, list(zip(alike, both, strict=True)))) is not None:
            yield ahead
            continue
        if (False, True) in both and (True, False) in both:
            other, _, reading = alike[both.index((True, False))]
            said = heard.pieces.text[one.start : one.end]
            yield Difference("number", one.start, one.end, said, reading.text[other.start : other.end])


def _other_deadline(
    heard: Heard, mention: Mention, alike: list[tuple[tuple[Quantity, Mention, Pieces], tuple[bool, bool]]]
) -> Difference | None:
    """The day by which a fact has a number reached, where a sentence has the number by another day."""
    same = [(day, reading) for (_, day, reading), (_, is_same_number) in alike if is_same_number]
    if (
        not same
        or not all(_is_deadline(reading, day) for day, reading in same)
        or not _is_deadline(heard.pieces, mention)
    ):
        return None
    day, reading = same[0]
    said, instead = heard.pieces.text[mention.start : mention.end], reading.text[day.start : day.end]
    return Difference("date", mention.start, mention.end, said, instead)


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
    return any(heard.names.kinds.get(one) in ABOUT_PLACES for one in named.ids)


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
        if before and absolute_spans(mention) and ". " not in pieces.text[before[-1].end : mention.start]:
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
