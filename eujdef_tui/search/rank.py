"""Promise: a record that matches every term gets one score, from the matches that are told as the reason for it.

What a match is worth stands in `score`; here is how the matches of one record are put together.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.search import score
from eujdef_tui.search.match import Match, Wanted
from eujdef_tui.search.query import Query
from eujdef_tui.store import Document
from eujdef_tui.text.word_forms import folded_words

__all__ = ["Asked", "Hit", "judged", "scored", "worth_without"]


class Hit(NamedTuple):
    """A record that answers the query. A higher `score` answers better; `why` has one match for each term."""

    n: int
    score: float
    why: tuple[Match, ...] = ()

    @property
    def mean(self) -> float:
        """What its matches are worth, one by one."""
        return sum(match.score for match in self.why) / len(self.why)


class Asked(NamedTuple):
    """A query as a whole: all its words as one folded string, those that are looked for, those that were passed over,
    and what it asks for (see Query)."""

    typed: str
    telling: str
    idle: frozenset[str]
    asks: frozenset[str]

    @classmethod
    def by(cls, query: Query) -> Asked:
        """What a query asks."""
        words = folded_words(query.text)
        telling = [token for term in query.terms for token in term.tokens]
        return cls(" ".join(words), " ".join(telling), frozenset(words).difference(telling), query.asks)


def judged(document: Document, sought: Sequence[Wanted], asked: Asked) -> Hit | None:
    """A record as a hit, if every term matches it."""
    why = [match for one in sought if (match := one.judge(document))]
    if len(why) == len(sought) and any(match.far and not _borne_out(match, why) for match in why):
        why = [match for one in sought if (match := one.judge(document, far=False))]
    if len(why) < len(sought):
        return None
    ways = [_apart(document, sought, way) for way in (why, *_in_one_name(document, sought, why))]
    hits = [Hit(document.n, scored(document, way, asked), tuple(way)) for way in ways]
    return hits[0] if len(hits) == 1 else max(hits, key=lambda hit: hit.score)


def scored(document: Document, why: Sequence[Match], asked: Asked) -> float:
    """The mean of its matches; rewards for how much of one name they cover and for the kind that was asked for."""
    total = score.SUPPORT * math.log1p(document.weight) + score.of_answer(asked.asks, document)
    if not why:
        return total
    # in a question a name says no more than a title: what it is about
    best = score.TITLE if "fact" in asked.asks else score.NAME
    total += sum(min(match.score, best) for match in why) / len(why) + score.COVERED * _covered(why)
    total += _as_typed(document, asked, several=len(why) > 1)
    if len(why) > 1 and len({match.field for match in why}) == 1 and why[0].field in ("title", "quotes"):
        total += score.TOGETHER
    total += score.WRITTEN * all(match.term.lower() in match.name.lower() for match in why)
    total += score.IDLE * sum(word in document.title.split() for word in asked.idle)
    return total * score.SOURCE if document.record == "source" and why[0].field != "name" else total


def _as_typed(document: Document, asked: Asked, *, several: bool) -> float:
    """The reward for a name or title that is what was typed, or has all of several words of it in a row."""
    said = f"{document.title}\n{document.names}"
    if asked.typed not in said and asked.telling not in said:
        return 0.0
    titles = [document.title, *(line.split("\t")[2] for line in document.names.split("\n") if line)]
    if asked.typed in titles or asked.telling in titles:
        return score.WHOLE
    return score.ROW if several and any(f" {asked.typed} " in f" {title} " for title in titles) else 0.0


def worth_without(best: Hit, gone: int) -> float:
    """The score of a hit for some of the words, if those that were left out are words that were not found."""
    return best.score - best.mean * gone / (len(best.why) + gone)


def _covered(why: Sequence[Match]) -> float:
    """The share of one name that was typed, times the share of what was typed that is in it."""
    covered: dict[str, list[float]] = {}
    for match in why:
        if match.field == "name":
            sure = 1.0 if match.rule in ("", "phrase") else match.score**2
            covered.setdefault(match.name, []).append(match.share * sure)
    shares = (min(1.0, sum(parts)) * (len(parts) / len(why)) ** 2 for parts in covered.values())
    return max(shares, default=0.0)


def _in_one_name(document: Document, sought: Sequence[Wanted], why: Sequence[Match]) -> Iterator[list[Match]]:
    """The matches as they are where one name is preferred, for each name, if several hold one."""
    names = {match.name for match in why if match.field == "name"}
    if len(names) < 2:
        return
    for line in (line for line in document.names.split("\n") if line.split("\t")[1] in names):
        inside = [
            next(one.in_name(line), None) if not one.term.phrase and match.field == "name" else None
            for one, match in zip(sought, why, strict=True)
        ]
        yield [match if new is None or new.far else new for new, match in zip(inside, why, strict=True)]


def _apart(document: Document, sought: Sequence[Wanted], why: Sequence[Match]) -> list[Match]:
    """The matches with each word of a name for one term only: of two that match one word, the worse matches another,
    or is worth less."""
    if len(why) == 1:
        return list(why)
    found: list[Match] = []
    for nth, (one, match) in enumerate(zip(sought, why, strict=True)):
        rivals = [other for at, other in enumerate(why) if at != nth and _same_word(other, match)]
        better = [
            other for other in rivals if other.score > match.score or (other.score == match.score and other in found)
        ]
        if better:
            lines = [line for line in document.names.split("\n") if line.split("\t")[1:2] == [match.name]]
            other_word = (new for line in lines for new in one.in_name(line, but=match.token) if not new.far)
            match = next(other_word, match._replace(score=match.score * score.TWICE, share=0.0))
        found.append(match)
    return found


def _same_word(one: Match, other: Match) -> bool:
    return one.field == "name" and (one.name, one.token) == (other.name, other.token)


def _borne_out(far: Match, why: Iterable[Match]) -> bool:
    """Whether another term was surely found in the name that holds a match that is far."""
    return any((match.name, match.via) == (far.name, far.via) and _sure(match) for match in why)


def _sure(match: Match) -> bool:
    """Whether a match is no guess: as it was typed, or a long word with one edit."""
    if match.far or match.rule == "sound":
        return False
    return len(match.term) > 5 if match.rule[:1] == "~" else len(match.term) > 1
