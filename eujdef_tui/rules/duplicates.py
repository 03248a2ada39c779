"""Find pairs of records that may be one, each with the reasons: names, words, dates and actors, speakers, texts.

Only records with a key in common are compared, and a key that many have is no key: ten thousand facts take seconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple, TypeVar

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event, FactFile, Record, Source, Statement
from eujdef_tui.rules.alike_names import Called, keys_of_name, why_alike
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import folded_line
from eujdef_tui.text.word_forms import folded_words, stemmed

__all__ = ["MOST_ALIKE", "Pair", "pairs"]

MOST_ALIKE = 60  # records that share a key: of more, the key says little, and pairs would be thousands
_SMALL = frozenset(
    "a an and are as at be by for from has have in is it its of on or says said that the their they this to was were"
    " will with would".split()
)
R = TypeVar("R", bound=Record)


class Pair(NamedTuple):
    """Two records of one sort that may be one: the one that stands first, the other, and why, a reason each."""

    first: Record
    second: Record
    reasons: tuple[str, ...]


def pairs(file: FactFile) -> list[Pair]:
    """Every pair of records that may be one, those with most reasons first, else in the order of the file."""
    found = [*_sources(file), *_actors(file.actors), *_agreements(file.agreements)]
    found += [*_events(file.events), *_statements(file.statements)]
    return sorted(found, key=lambda pair: -len(pair.reasons))


def _blocks(records: Iterable[R], keys: Callable[[R], Iterable[str]]) -> Iterator[tuple[R, R]]:
    """Yield each pair of records with a key in common, once, in the order of the records."""
    by_key: dict[str, list[int]] = defaultdict(list)
    kept = list(records)
    for nth, record in enumerate(kept):
        for key in dict.fromkeys(keys(record)):
            by_key[key].append(nth)
    seen: set[tuple[int, int]] = set()
    for block in by_key.values():
        if 1 < len(block) <= MOST_ALIKE:
            seen.update(combinations(block, 2))
    yield from ((kept[one], kept[other]) for one, other in sorted(seen))


# --- names ---


def _actors(actors: tuple[Actor, ...]) -> Iterator[Pair]:
    called = {actor.id: _called(actor) for actor in actors}
    linked = {frozenset((actor.id, one.organization)) for actor in actors for one in actor.memberships}
    for one, other in _blocks(actors, lambda actor: (key for name in called[actor.id] for key in keys_of_name(name))):
        apart = (one.kind == "person") != (other.kind == "person") or frozenset((one.id, other.id)) in linked
        if apart or (one.country and other.country and one.country != other.country):
            continue
        if reasons := _alike(called[one.id], called[other.id]):
            yield Pair(one, other, reasons)


def _agreements(agreements: tuple[Agreement, ...]) -> Iterator[Pair]:
    called = {agreement.id: _called(agreement) for agreement in agreements}
    linked = {frozenset((agreement.id, link.id)) for agreement in agreements for link in agreement.related}

    def keys(agreement: Agreement) -> Iterator[str]:
        yield from (key for name in called[agreement.id] for key in keys_of_name(name))
        yield from _step_keys(agreement)

    for one, other in _blocks(agreements, keys):
        if frozenset((one.id, other.id)) in linked:
            continue
        reasons = _alike(called[one.id], called[other.id])
        if set(_step_keys(one)) & set(_step_keys(other)) and _share(_title(one), _title(other)) >= 0.5:
            reasons += ("the same step on the same day by the same parties",)
        if reasons:
            yield Pair(one, other, reasons)


def _step_keys(agreement: Agreement) -> Iterator[str]:
    parties = " ".join(sorted(agreement.parties))
    return (
        f"step {step.action} {step.date} {parties}" for step in agreement.milestones if step.date and agreement.parties
    )


def _called(record: Actor | Agreement) -> list[Called]:
    # by a metonym several are called: the HR/VP is whoever holds the office
    others = [other.name for other in record.other_names if other.kind != "metonym"]
    names = [record.name, *others] if isinstance(record, Actor) else [record.title, record.short_title, *others]
    kind = record.kind if isinstance(record, Actor) else record.instrument
    called = [Called.of(name, kind)._replace(main=not nth) for nth, name in enumerate(dict.fromkeys(names)) if name]
    initials = {one.initials for one in called}
    return [one._replace(acronym="") if one.acronym in initials else one for one in called]


def _alike(ones: list[Called], others: list[Called]) -> tuple[str, ...]:
    """The best reason that any two of their names give."""
    found = {why_alike(one, other): None for one in ones for other in others}
    told = [reason for reason in found if reason]
    exact = [reason for reason in told if reason in ("the same name", "the same words")]
    return tuple((exact or told)[:1])


# --- events and statements ---


def _events(events: tuple[Event, ...]) -> Iterator[Pair]:
    def keys(event: Event) -> Iterator[str]:
        span = _span(event.date)
        if span:
            yield from (f"{span} {actor}" for actor in event.actors)
            yield from (f"{span} {' '.join(pair)}" for pair in combinations(sorted(_title(event)), 2))

    for one, other in _blocks(events, keys):
        if reasons := _why_one_event(one, other):
            yield Pair(one, other, reasons)


def _why_one_event(one: Event, other: Event) -> tuple[str, ...]:
    """One day, actors in common, and words: of the title, or of the quotes, with one kind."""
    reasons = []
    actors = set(one.actors) & set(other.actors)
    titles = _share(_title(one), _title(other))
    same_quote = _quoted(one) & _quoted(other)
    if titles >= 0.6:
        reasons.append("titles of the same words")
    elif titles >= 0.4 and one.kind == other.kind and actors == {*one.actors, *other.actors}:
        reasons.append("one kind and the same actors")
    if same_quote and actors and one.kind == other.kind and titles >= 0.3:
        reasons.append("one kind on the same words of an article")
    if not reasons or (one.actors and other.actors and not actors):
        return ()
    if one.status != other.status and {one.status, other.status} != {"happened", "reported"}:
        return ()
    return ("the same date", *reasons)


def _statements(statements: tuple[Statement, ...]) -> Iterator[Pair]:
    rare = _rare_words(statements)

    def keys(statement: Statement) -> Iterator[str]:
        told = sorted(_text(statement), key=lambda word: (rare[word], word))[:5]
        yield from (f"{statement.speaker} {' '.join(pair)}" for pair in combinations(sorted(told), 2))
        yield from (f"{statement.speaker} {quote}" for quote in _quoted(statement))

    for one, other in _blocks(statements, keys):
        if reasons := _why_one_statement(one, other):
            yield Pair(one, other, reasons)


def _rare_words(statements: tuple[Statement, ...]) -> dict[str, int]:
    """How many statements have each word."""
    counted: dict[str, int] = defaultdict(int)
    for statement in statements:
        for word in _text(statement):
            counted[word] += 1
    return counted


def _why_one_statement(one: Statement, other: Statement) -> tuple[str, ...]:
    if one.speaker != other.speaker or (one.value and other.value and one.value != other.value):
        return ()
    if bool(one.value) != bool(other.value) or (one.date and other.date and one.date != other.date):
        return ()
    speaker = "the same speaker" if one.speaker else "the article speaks"
    words = _share(_text(one), _text(other))
    if words >= 0.75:
        return (speaker, "the same words")
    if words >= 0.5 and one.value and (one.value, one.unit) == (other.value, other.unit):
        return (speaker, "the same figure in like words")
    if words >= 0.6 and one.kind == other.kind and _quoted(one) == _quoted(other):
        return (speaker, "like words on the same quote")
    return ()


# --- sources ---


def _sources(file: FactFile) -> Iterator[Pair]:
    texts: dict[str, Source] = {}
    for source in file.sources:
        text = folded_line(file.texts[source.id])
        if text in texts and text:
            yield Pair(texts[text], source, ("the same text",))
        texts.setdefault(text, source)


# --- words ---


@cache
def _span(date: str) -> str:
    if not date:
        return ""
    low, high = edtf.bounds(date)
    return f"{low}-{high}"


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(stemmed(word) for word in folded_words(text) if word not in _SMALL)


def _title(record: Event | Agreement) -> frozenset[str]:
    return _stems(record.title)


def _text(statement: Statement) -> frozenset[str]:
    return _stems(statement.text)


def _quoted(record: Record) -> frozenset[str]:
    return frozenset(f"{one.source} {one.quote}" for one in evidence_of(record))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How many of the words of two texts both have, 0..1. Figures that one of them has alone part them: 0."""
    if any(word[0].isdigit() for word in one ^ other):
        return 0.0
    return len(one & other) / len(one | other) if one or other else 0.0
