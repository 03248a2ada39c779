"""Checks on numbers: those that a fact writes stand in the sentence it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from eujdef_tui.model.records import Agreement, Statement
from eujdef_tui.rules.truth.claim import Claim
from eujdef_tui.rules.truth.doubt import Doubt
from eujdef_tui.rules.truth.reading import Reading, read, stem
from eujdef_tui.text.date_digits import digits_of
from eujdef_tui.text.date_mentions import Span, near_years
from eujdef_tui.text.edtf import MAX, MIN, span
from eujdef_tui.text.english_words import COUNTED, FUNCTION_WORDS, MEASURES
from eujdef_tui.text.units import MULTIPLES

__all__ = ["number_not_in_sentence", "unit_not_in_sentence"]

_THOUSANDS = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
_LONGEST = 40  # characters of a value that is looked for; what is longer is no number of an article
_VAGUE = frozenset(("one", "zero", "both", "half"))  # words that count as often as they do not
_ADVICE = "Write it as the sentence does, quote the sentence that has it, or note `x-outside: why`."


def number_not_in_sentence(claim: Claim) -> Iterator[Doubt]:
    """A number in the words of a fact that its sentences do not have was misread, or comes from elsewhere.

    Digits and number words are compared by value, with and without “million”. Numbers of its date, years that its
    sentence only implies (“next year”) and numbers in the names of its actors count too. Note one that was worked out
    with `x-outside: reason`.
    """
    if not claim.passages:
        return
    whole = tuple(article.reading for article in claim.articles) if isinstance(claim.fact, Agreement) else claim.near
    allowed = [reading.values for reading in whole] + [
        frozenset(map(Decimal, digits_of(date))) for date in _dates(claim)
    ]
    allowed += [_implied(passage.sentence, passage.article.days) for passage in claim.passages]
    for number, before in zip(claim.reading.numbers, (None, *claim.reading.numbers), strict=False):
        if number.written in _VAGUE or any(map(number.values.__and__, allowed)):
            continue
        scaled = {value * many for value in number.values for many in _THOUSANDS} if number.in_digits else ()
        if any(not values.isdisjoint(scaled) for values in allowed):
            continue  # 1.2 million for 1,200,000
        if number.in_digits or (before and before.in_digits):
            missing = not number.values <= _of_names(claim)
        else:
            wide = any(not number.values.isdisjoint(reading.values) for reading in claim.wide)
            missing = not wide and number.values.isdisjoint(_counts(claim))
        if missing:
            yield Doubt(f"The number {number.written} is not in the sentence that supports this.", _ADVICE)


def _dates(claim: Claim) -> list[str]:
    """The dates of a claim."""
    dated = [claim.fact, *(claim.fact.milestones if isinstance(claim.fact, Agreement) else ())]
    return [date for item in dated for key in ("date", "as_of") if (date := getattr(item, key, ""))]


@lru_cache(maxsize=4096)
def _implied(sentence: Reading, issued: Span | None) -> frozenset[Decimal]:
    """The years that a sentence only implies, and that of the article, which was issued within some days."""
    years = {issued[0] // 10_000} if issued else set()
    return frozenset(map(Decimal, years.union(*(near_years(mention, issued) for mention in sentence.days.mentions))))


def _of_names(claim: Claim) -> frozenset[Decimal]:
    return frozenset(value for name in claim.known_names for value in read(name).values)


def _counts(claim: Claim) -> set[Decimal]:
    """What a number in words may count that the sentence only lists: two towns, the three states, three days."""
    found = {len(claim.whose), *(len(claim.cast.found_in(reading)) for reading in claim.near)}
    if claim.bounds and claim.bounds[0] > MIN and claim.bounds[1] < MAX:
        found.add(span(*claim.bounds))
    return set(map(Decimal, found)) | ({Decimal(2)} if claim.whose else set())


def unit_not_in_sentence(claim: Claim) -> Iterator[Doubt]:
    """A unit that the sentence does not have makes another figure of the right number.

    Currencies and per cent are compared however they are written, “million” and “billion” as numbers, other units by
    their words. Note a unit that was worked out with `x-outside: reason`.
    """
    fact = claim.fact
    if not isinstance(fact, Statement):
        return
    known = {unit for reading in claim.near for unit in reading.units}
    for unit in sorted({quantity.unit for quantity in claim.reading.quantities} & claim.reading.units - known):
        if known or not _elsewhere(unit, claim):
            yield Doubt(f"The words of this give the unit {unit}, and its sentence does not.", _ADVICE)
    if fact.unit and (missing := _missing(fact, claim, known)):
        yield Doubt(f"The unit {missing} is not in the sentence that supports this.", _ADVICE)


def _elsewhere(unit: str, claim: Claim) -> bool:
    """Whether an article has a unit anywhere: a sentence may leave out what the one before made clear."""
    return any(unit in article.reading.units for article in claim.articles)


def _missing(fact: Statement, claim: Claim, known: set[str]) -> str:
    """What of a unit the sentences lack; "" where all of it may be said to stand there."""
    reading = read(fact.unit)
    words = [word for word in reading.folded if not word[0].isdigit()]
    for word in words:
        if (many := MULTIPLES.get(word)) and not any(Decimal(many) in near.values for near in claim.near):
            return word
    money, beside = reading.units, _beside_value(fact, claim)
    if (beside and not beside & money) or _measured_otherwise(fact, claim, reading):
        return fact.unit  # the number stands there with another unit
    if money:
        left_out = not known and "pct" not in money and all(_elsewhere(one, claim) for one in money)
        spelt = words and all(_has(word, claim.near) for word in words)
        return "" if money <= known or left_out or spelt else fact.unit
    nouns = [word for word in words if word not in COUNTED and word not in MULTIPLES and word not in FUNCTION_WORDS]
    return "" if not nouns or any(_has(word, claim.wide) for word in nouns) else fact.unit


def _beside_value(fact: Statement, claim: Claim) -> set[str]:
    """The currencies, or per cent, with which the value of a figure stands in its sentences; none where it is plain."""
    if not fact.value or len(fact.value) > _LONGEST:
        return set()
    value = Decimal(fact.value)
    wanted = {value, *(value * many for many in _THOUSANDS)}
    found = {unit for reading in claim.sentences for number in wanted for unit in reading.units_of.get(number, ())}
    return set() if "" in found else found


def _measured_otherwise(fact: Statement, claim: Claim, unit: Reading) -> bool:
    """Whether the value of a figure stands everywhere before a measure (tonnes, hours) that its unit is not."""
    if not fact.value or len(fact.value) > _LONGEST:
        return False
    value = Decimal(fact.value)
    after = [word for reading in claim.sentences for word in reading.behind_numbers.get(value, ())]
    return bool(after) and all(word in _MEASURES and word not in unit.stems for word in after)


_MEASURES = frozenset(map(stem, MEASURES))


def _has(word: str, readings: tuple[Reading, ...]) -> bool:
    root = stem(word)
    return any(root in reading.stems or (len(root) > 3 and reading.has_word_like(root[:4])) for reading in readings)
