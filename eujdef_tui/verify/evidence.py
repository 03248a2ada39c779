"""Evidenced: a fact with its sentences and what stands around it, as a sentence of a draft is held against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from eujdef_tui.model.records import Agreement, Statement
from eujdef_tui.text import edtf
from eujdef_tui.text.date_mentions import Span
from eujdef_tui.text.once import once
from eujdef_tui.text.units import MULTIPLES, unit_of
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.word_lists import MAGNITUDES

__all__ = ["BY", "Evidenced", "evidenced"]

BY = ("by ", "until ")  # what stands before a deadline
_LONGEST = 40  # characters of a value that is a number
_OPEN, _YEAR = 500_000, 10_000  # a span of more than 50 years is open at an end: a year at the other is meant


class Evidenced:
    """A fact, and what it rests on. Made once a fact."""

    def __init__(self, fact: Fact, facts: Facts) -> None:
        """Take the fact and those around it."""
        self.fact, self.facts = fact, facts
        self.speaker = fact.speaker
        if fact.kept is not None:
            self.__dict__.update(fact.kept)
            self.__dict__["quotes"] = tuple(map(facts.piece, fact.kept["quotes"]))
            self.__dict__["sentences"] = tuple(map(facts.piece, fact.kept["sentences"]))

    @once
    def sentences(self) -> tuple[Pieces, ...]:
        """The sentences that it rests on."""
        return self.facts.sentences(self.fact)

    @once
    def quotes(self) -> tuple[Pieces, ...]:
        """Its quotes."""
        return self.facts.quotes(self.fact)

    @once
    def readings(self) -> tuple[Pieces, ...]:
        """The fact, its quotes and its sentences."""
        return (self.fact.own, *self.quotes, *self.sentences)

    @once
    def near(self) -> tuple[Pieces, ...]:
        """The fact and its quotes."""
        return (self.fact.own, *self.quotes)

    @once
    def denied(self) -> frozenset[str]:
        """The roots that the fact or a quote denies."""
        return frozenset().union(*(reading.denied for reading in self.near))

    @once
    def reading_with(self) -> dict[str, Pieces]:
        """Root → where it stands first: in the fact, a quote or a sentence."""
        return self._reading_with(self.readings)

    @once
    def near_with(self) -> dict[str, Pieces]:
        """Root → where it stands first: in the fact or a quote."""
        return self._reading_with(self.near)

    def _reading_with(self, readings: Sequence[Pieces]) -> dict[str, Pieces]:
        if self.fact.sort == "agreement":  # what an agreement is called says little
            readings = (*readings[1:], readings[0])
        found = dict[str, Pieces]()
        for reading in reversed(readings):
            found.update(dict.fromkeys(reading.roots, reading))
        return found

    @once
    def vocabulary(self) -> frozenset[str]:
        """The words of all of them."""
        return frozenset().union(*(reading.vocabulary for reading in self.readings))

    @once
    def sided(self) -> frozenset[str]:
        """The stems of their words that have an opposite."""
        return frozenset().union(*(reading.sided for reading in self.readings))

    @once
    def near_sided(self) -> frozenset[str]:
        """The stems of the words of the fact and of its quotes that have an opposite."""
        return frozenset().union(*(reading.sided for reading in self.near))

    @once
    def near_roots(self) -> frozenset[str]:
        """The roots of the fact and of its quotes."""
        return frozenset().union(*(reading.roots for reading in self.near))

    @once
    def near_vocabulary(self) -> frozenset[str]:
        """The words of the fact and of its quotes."""
        return frozenset().union(*(reading.vocabulary for reading in self.near))

    @once
    def roots(self) -> frozenset[str]:
        """The roots of the fact, of its quotes and of its sentences."""
        return frozenset().union(*(reading.roots for reading in self.readings))

    @once
    def own_ids(self) -> frozenset[str]:
        """Whom the fact names, and who is linked to it."""
        named = {one for found in self.facts.named(self.fact.own) for one in found.ids}
        return frozenset(named | self.fact.linked)

    @once
    def ids(self) -> frozenset[str]:
        """Whom the fact, its quotes and its sentences name, and who is linked to it."""
        named = {one for reading in self.readings[1:] for found in self.facts.named(reading) for one in found.ids}
        return frozenset(named | self.own_ids)

    @once
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreement that it is, or the one that it is linked to; none where it is linked to several."""
        if self.fact.sort == "agreement" and isinstance(record := self.fact.record, Agreement):
            return (record,)
        found = self.facts.agreements(sorted(self.fact.linked))
        return found if len(found) == 1 else ()

    @once
    def wide_own_ids(self) -> frozenset[str]:
        """Whom the fact and its quotes name, and all who are of one place with them."""
        quoted = {one for reading in self.quotes for found in self.facts.named(reading) for one in found.ids}
        near = quoted | self.own_ids
        return frozenset(near).union(*(self.facts.names.families.get(one, ()) for one in near))

    @once
    def wide_ids(self) -> frozenset[str]:
        """The same, and all who are of one place with them."""
        return self.ids.union(*(self.facts.names.families.get(one, ()) for one in self.ids))

    def names_near(self, ids: Sequence[str]) -> str:
        """Where one of these is named: by the fact ("own"), only in a "sentence" of it, or nowhere ("")."""
        if not self.wide_own_ids.isdisjoint(ids):
            return "own"
        return "" if self.wide_ids.isdisjoint(ids) else "sentence"

    @once
    def counts(self) -> frozenset[int]:
        """What a plain number may count: those who are linked, of each kind: three countries and their headquarters."""
        kinds = self.facts.names.kinds
        linked = (getattr(self.fact.record, field, ()) for field in ("actors", "parties"))
        counted = (Counter(kinds.get(one, "") for one in some) for some in linked)
        return frozenset(number for some in counted for number in some.values())

    @once
    def multipliers(self) -> frozenset[str]:
        """Times two, times three, by word or as the value of a figure."""
        return frozenset(size for reading in self.readings for size in reading.magnitudes - MAGNITUDES)

    @once
    def figure(self) -> tuple[Decimal | None, str]:
        """The number of a figure, with its multiple, and its currency, or per cent; None for what is no figure."""
        record = self.fact.record
        if not isinstance(record, Statement) or not record.value or len(record.value) > _LONGEST:
            return None, ""
        value, unit = Decimal(record.value), ""
        for word in record.unit.lower().split():
            value *= MULTIPLES.get(word, 1)
            unit = unit or unit_of(word)
        return value, unit

    @property
    def value(self) -> Decimal | None:
        """The number of a figure, with its multiple."""
        return self.figure[0]

    @property
    def unit(self) -> str:
        """Its currency, or per cent."""
        return self.figure[1]

    @once
    def dates(self) -> tuple[Span, ...]:
        """The spans of days of the dates that it gives, in its words or of its own."""
        told = [span for mention in self.fact.own.dates for span in mention.spans(None)]
        return (*told, *self.said_on) if not (told and self.said_on) else tuple(told)

    @once
    def said_on(self) -> tuple[Span, ...]:
        """Its own dates: of a statement the day on which it was made."""
        return tuple(_closed(edtf.bounds(date)) for date in self.fact.dates)

    @once
    def dates_nearby(self) -> tuple[Span, ...]:
        """The spans of days that its sentences may mean, and the day of its articles where it has no date."""
        return tuple(self._nearby())

    @once
    def sources(self) -> frozenset[str]:
        """The ids of the articles that it rests on."""
        return frozenset(item.source for item in self.fact.evidence)

    @once
    def issued(self) -> tuple[Span, ...]:
        """The days on which they were issued."""
        days = (self.facts.base.source(one).issued for one in sorted(self.sources))
        return tuple(edtf.bounds(day) for day in days if day)

    def _nearby(self) -> Iterator[Span]:
        if self.fact.sort != "statement":
            yield from self.said_on
        for item, sentence in zip(self.fact.evidence, self.sentences, strict=False):
            issued = self.facts.base.source(item.source).issued
            day = edtf.bounds(issued) if issued else None
            if day and self.fact.sort == "statement" and not self.dates:
                yield day
            for mention in sentence.dates:
                spans = mention.spans(day)
                if day is None or len(spans) < 2:
                    yield from spans
                else:
                    yield min(spans, key=lambda span: abs(span[0] - day[0]))

    @once
    def deadlines(self) -> tuple[Span, ...]:
        """The spans of days of the dates that are given with "by"."""
        found = ((reading.text, one) for reading in self.readings for one in reading.dates)
        return tuple(span for text, one in found if text[: one.start].lower().endswith(BY) for span in one.spans(None))

    @once
    def date_words(self) -> str:
        """The date that it gives, in words; "" for none."""
        told = next((self.fact.own.text[one.start : one.end] for one in self.fact.own.dates if one.spans(None)), "")
        return told or (edtf.in_english(self.fact.dates[0]) if self.fact.dates else "")


def evidenced(fact: Fact, facts: Facts) -> Evidenced:
    """A fact with its sentences, kept with the fact."""
    if fact.evidenced is None:
        fact.evidenced = Evidenced(fact, facts)
    return fact.evidenced  # type: ignore[return-value]


def _closed(span: Span) -> Span:
    lo, hi = span
    if hi - lo < _OPEN:
        return span
    return (hi - _YEAR, hi) if hi < edtf.MAX else (lo, lo + _YEAR)
