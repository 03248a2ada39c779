"""Whether a sentence has the later of two things before the earlier one: after, before, followed, first … then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.thesaurus import Thesaurus
from eujdef_tui.verify.verdict import Verdict

__all__ = ["ORDERING", "is_compared", "is_turned", "orders_differ"]

_AFTER, _BEFORE = frozenset(("after", "following", "once")), frozenset(("before", "ahead", "prior"))
_FOLLOWING = frozenset(("follows", "followed"))
_PRECEDING = frozenset(("precedes", "preceded"))
_SUBSEQUENT = frozenset(("subsequent", "ensuing"))
ORDERING = _AFTER | _BEFORE | _FOLLOWING | _PRECEDING | _SUBSEQUENT | {"then"}
_HAVING = frozenset(("had", "has", "have"))  # once it had sunk; once again, once a year
_BEHIND = {"ahead": "of", "prior": "to"}  # what makes a preposition of the word before it
# behind "after": what was told before, no thing that is named; "after all" tells no order
_NOTHING = frozenset("all that this it which them him her then".split())
_THAT = frozenset(("that", "which", "who"))
_ALMOST = 4  # words before one that begins a sentence: only a few days after
_ALONE = 2  # words of "after it"
_TWICE = 2
_TURNED = "the other way round"


class _Order(NamedTuple):
    """Of two things the one that came first and the one that came then, by roots and names, and the word between."""

    at: int
    first: frozenset[str]
    then: frozenset[str]


def orders_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """What a sentence has come first, came then in a fact, and the other way round."""
    mine = heard.pieces
    for order in _orders(mine, heard.named):
        turned = 0
        for reading in fact.readings:
            for there in _told(fact, reading):
                straight, crossed = _shared(order, there, heard.thesaurus)
                if straight >= crossed and straight:
                    return
                turned = max(turned, crossed - _TWICE * straight)
        if turned > 0:
            start, end, _ = mine.words[order.at]
            yield Difference("opposite", start, end, mine.text[start:end], _TURNED)
            return


def is_compared(heard: Heard, fact: Evidenced, at: int) -> bool:
    """Whether a fact has the two things that a word of order stands between, in one order or in the other."""
    mine = [one for one in _orders(heard.pieces, heard.named) if one.at == at]
    told = (there for reading in fact.readings for there in _told(fact, reading)) if mine else ()
    return any(any(_shared(one, there, heard.thesaurus)) for there in told for one in mine)


def is_turned(verdict: Verdict) -> bool:
    """Whether a sentence has two things in the other order than its fact."""
    return any(one.instead == _TURNED for one in verdict.differences)


def _told(fact: Evidenced, reading: Pieces) -> list[_Order]:
    """The orders that a text of a fact tells, worked out once a text."""
    known: dict[str, list[_Order]] = fact.facts.orders
    if (found := known.get(reading.text)) is None:
        found = [] if ORDERING.isdisjoint(reading.vocabulary) else list(_orders(reading, fact.facts.named(reading)))
        known[reading.text] = found
    return found


def _shared(mine: _Order, there: _Order, thesaurus: Thesaurus) -> tuple[int, int]:
    """How much two orders have in the same place, and how much the other way round; 0 where one thing is not there."""

    def both(first: frozenset[str], then: frozenset[str]) -> int:
        one, other = (sum(_has(told, term, thesaurus) for term in some) for told, some in (
            (first, mine.first), (then, mine.then)))  # fmt: skip
        return one + other if one and other else 0

    first, then = there.first - there.then, there.then - there.first
    return both(first, then), both(then, first)


def _has(told: frozenset[str], term: str, thesaurus: Thesaurus) -> bool:
    return term in told or not thesaurus.others(term).isdisjoint(told)


def _orders(pieces: Pieces, named: list[Named]) -> Iterator[_Order]:
    """What a text says of which of two things came first."""
    folded, end = pieces.folded, len(pieces.folded)
    terms = _terms(pieces, named)
    for at, word in enumerate(folded):
        if word not in ORDERING:
            continue
        after = folded[at + 1] if at + 1 < end else ""
        clause = _end_of_clause(pieces, at)
        if (word in _BEHIND and after != _BEHIND[word]) or (word == "once" and _HAVING.isdisjoint(folded[at:clause])):
            continue
        if word in _AFTER | _BEFORE:
            relative = not _THAT.isdisjoint(folded[max(0, at - _ALONE) : at])  # the money that came after it
            if after in _NOTHING and (after == "all" or clause - at <= _ALONE or relative):
                continue
            begins = (
                pieces.breaks[at] == pieces.breaks[0]
                and not any(place in terms for place in range(at))
                and at <= _ALMOST
            )
            left, right = (range(clause, end), range(at + 1, clause)) if begins else (range(at), range(at + 1, clause))
            is_after = word in _AFTER
        elif word in _SUBSEQUENT:
            left, right, is_after = range(at), range(at + 1, clause), False
        elif word == "then":
            if "first" not in folded[:at]:
                continue
            left, right, is_after = range(at), range(at + 1, end), False
        else:
            left, right = range(at), range(at + 1, clause)
            is_after = (word in _FOLLOWING) != (after == "by")
            if at and folded[at - 1] in _THAT:  # a strategy and the spending that followed
                begin = max((place for place in range(at) if folded[place] == "and"), default=0)
                left, right = range(begin, at), range(begin)
            elif is_after and not any(place in terms for place in right):
                begin = next((place for place in range(at) if pieces.breaks[place] == pieces.breaks[at]), 0)
                left, right = range(begin, at), range(begin)  # the one came first, and the other followed
        one, other = _of(terms, left), _of(terms, right)
        if one and other:
            yield _Order(at, other, one) if is_after else _Order(at, one, other)


def _end_of_clause(pieces: Pieces, at: int) -> int:
    """The number of the first word behind the clause of a word."""
    return next(
        (place for place in range(at, len(pieces.folded)) if pieces.breaks[place] != pieces.breaks[at]),
        len(pieces.folded),
    )


def _terms(pieces: Pieces, named: list[Named]) -> Mapping[int, frozenset[str]]:
    """The number of each word that says something → its root, or "@" and the ids of whom it names."""
    found = {at: frozenset((meaning,)) for at, meaning in enumerate(pieces.meanings) if meaning}
    for one in named:
        for at in range(one.first, one.last):
            found[at] = found.get(at, frozenset()) | {f"@{record}" for record in one.ids}
    return found


def _of(terms: Mapping[int, frozenset[str]], places: range) -> frozenset[str]:
    return frozenset().union(*(terms[at] for at in places if at in terms))
