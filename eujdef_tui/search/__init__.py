"""Promise: what was typed finds the fact that answers it first, says why, and finds nothing where there is nothing.

Four questions in four places: what was meant (`query`), could it match (`base.index`), how well (`score`,
`spell`, `match`), and in what order (here).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from eujdef_tui import dates
from eujdef_tui.base import VIEWS, Base, Document
from eujdef_tui.names import words_of
from eujdef_tui.query import Query, Term
from eujdef_tui.search import score
from eujdef_tui.search.fields import filtered
from eujdef_tui.search.match import Match, Wanted, unwanted, wanted
from eujdef_tui.search.spell import DEPTHS, nearest, together

__all__ = ["LIMIT", "MANY", "SMALL", "Hit", "Match", "Result", "search"]

# As many hits as are listed; of more, those most spoken of are. No one reads further.
LIMIT = 250
# A base of so many records is judged whole.
SMALL = 5_000
# In a question of more words than this, which of them to leave out is not tried one by one.
LONG = 7
# No one minds how many there are of more.
MANY = 10_000
# As many are read at once: few enough that what is not wanted was not read in vain.
BATCH = 200
# As many records whose whole name begins with what was typed are looked at before all others.
FULL = 50
# With so many hits nobody needs words that were not typed.
ENOUGH = 12


# Questions that a figure answers.
_COUNTS = frozenset(("much", "many"))


class Hit(NamedTuple):
    """A record that answers the query. A higher `score` answers better; `why` has one match for each term."""

    n: int
    score: float
    why: tuple[Match, ...] = ()


class Result(NamedTuple):
    """What a query found, best first.

    `counts` says how many records of each view match where there are more than are listed, counted to MANY.
    `left_out` are typed words that were passed over; `suggestion` the nearest known name where nothing was found.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    left_out: tuple[str, ...] = ()
    suggestion: str = ""
    counts: dict[str, int] | None = None

    @property
    def total(self) -> int:
        """How many records match, listed or not."""
        return sum(self.counts.values()) if self.counts else len(self.hits)

    def by_view(self, base: Base) -> dict[str, list[Hit]]:
        """The hits of each view, best first."""
        found: dict[str, list[Hit]] = {view: [] for view in VIEWS}
        for hit in self.hits:
            found[base.view(hit.n)].append(hit)
        return found


def search(base: Base, query: Query, limit: int = 0) -> Result:
    """The records that answer a query, at most `limit` of them; 0 is as many as anyone reads.

    An empty query finds nothing: there is nothing to rank by.
    """
    if query.empty:
        return Result(query)
    look = _Look(base, query, limit or (SMALL if base.count() <= SMALL else LIMIT))
    terms = [term for term in query.terms if not term.negated]
    result = look.deeper(terms) or look.together(terms)
    if len(terms) > 1 and not look.answered(result):
        result = look.without(terms, result) or result
    return result or Result(query, suggestion=_suggestion(base, terms))


class _Look:
    """One query being looked for in one base."""

    def __init__(self, base: Base, query: Query, limit: int) -> None:
        self.base, self.query, self.limit = base, query, limit
        words = words_of(query.text)
        self.typed = " ".join(words)
        self.telling = " ".join(token for term in query.terms for token in term.tokens)
        self.idle = set(words).difference(*(term.tokens for term in query.terms))
        self.kept = filtered(base, query.filters)
        self.unwanted = [unwanted(base.index, term) for term in query.terms if term.negated and not term.date]
        spans = (dates.bounds(term.date) for term in query.terms if term.negated and term.date)
        self.out = {n for span in spans for n, _, _ in base.index.within(*span)}

    def deeper(self, terms: Sequence[Term], depths: Sequence[int] = DEPTHS) -> Result | None:
        """What the terms find, going deeper only while too little is found; None for nothing."""
        hits: dict[int, Hit] = {}
        counts = None
        for depth in depths:
            sought = [wanted(self.base.index, term, depth, company=len(terms) > 1) for term in terms]
            found, counts = self.look(sought)
            hits = {hit.n: hit for hit in found} | hits
            if len(hits) >= ENOUGH or any(_exact(hit) for hit in hits.values()) or (depth and hits):
                break
        if not hits:
            return None
        ranked = sorted(hits.values(), key=lambda hit: (-hit.score, hit.n))
        return Result(self.query, tuple(ranked), counts=counts)

    def together(self, terms: Sequence[Term]) -> Result | None:
        """The names that all words together are, but for the spaces, where the words by themselves are nowhere."""
        if self.unwanted or any(term.date or term.phrase for term in terms):
            return None
        typed = "".join(term.tokens[0] for term in terms)
        hits = []
        for d, full, edits in together(self.base.index, typed):
            document = self.base.index.documents((d,))[0]
            line = next(line for line in document.names.split("\n") if line.endswith(f"\t{full}"))
            label, name, _ = line.split("\t")
            quality = (score.TYPO[edits] if edits else score.SPELLING) * score.of_label(label)
            rule = f"~{edits}" if edits else "spelling"
            match = Match(self.query.text.strip(), quality, rule, full, "name", name, label, share=1.0)
            if (self.kept is None or document.n in self.kept) and document.n not in self.out:
                hits.append(Hit(document.n, self._score(document, (match,)), (match,)))
        best = sorted({hit.n: hit for hit in hits}.values(), key=lambda hit: (-hit.score, hit.n))
        return Result(self.query, tuple(best)) if best else None

    def answered(self, result: Result | None) -> bool:
        """Whether the best of what was found is a fact, and, of a question, one that says most of what it asks."""
        if result is None or self._articles(result):
            return False
        best = result.hits[0]
        if self.query.asks & _COUNTS and self._kind(best) != "figure":
            return False
        return "fact" not in self.query.asks or _mean(best) >= score.ANSWERED

    def without(self, terms: Sequence[Term], full: Result | None) -> Result | None:
        """What the other words find without those that find nothing; or, in a short query, without the one or two
        that are best left out, if that is better than the `full` result."""
        known = terms if full else [term for term in terms if self._known(term)]
        gone = len(terms) - len(known)
        if gone:
            told = self._told(known, terms) if 0 < gone <= max(1, len(terms) // 4) and known else None
            return told if told and (len(known) > 1 or self._counted(told, known)) else None
        if len(terms) > LONG or (len(terms) == 2 and not self.query.asks & _COUNTS):
            return None
        best = None if full is None or self._articles(full) else full
        # who was named is what a question is about
        names = self._names(terms) if best or len(terms) == 2 else set()
        for count in range(1, 2 if best else max(2, len(terms) // 2)):
            for rest in combinations(terms, len(terms) - count):
                told = None if names - {term.tokens[0] for term in rest} else self._told(rest, terms)
                if told and (len(rest) > 1 or self._counted(told, rest)):
                    best = told if best is None or _worth(told) > _worth(best) else best
            if best:
                break
        return best

    def _counted(self, told: Result, kept: Sequence[Term]) -> bool:
        """Whether one name of many words typed answers with a figure, where one was asked for."""
        figure = bool(self.query.asks & _COUNTS) and self._kind(told.hits[0]) == "figure"
        return figure and bool(self._names(kept))

    def _names(self, terms: Sequence[Term]) -> set[str]:
        """The words among the terms that are a whole name, or that running text never writes small."""
        words = [term.tokens[0] for term in terms if not term.date and not term.phrase]
        return self.base.index.proper(words) | {word for word in words if self.base.index.whole(word)}

    def _known(self, term: Term) -> bool:
        sought = (wanted(self.base.index, term, depth, company=False) for depth in DEPTHS[:2])
        return any(self._first([one]) for one in sought)

    def _first(self, sought: Sequence[Wanted]) -> Hit | None:
        documents = self._documents(self._all_of(one.expression for one in sought), sought)
        return next((hit for document in documents if (hit := self.judge(document, sought))), None)

    def _kind(self, hit: Hit) -> str:
        return str(getattr(self.base.record(hit.n).record, "kind", ""))

    def _articles(self, result: Result) -> bool:
        return all(self.base.view(hit.n) == "sources" for hit in result.hits)

    def _told(self, kept: Sequence[Term], terms: Sequence[Term]) -> Result | None:
        """What some of the terms surely find that is more than an article, and which were left out."""
        result = self.deeper(kept, DEPTHS[:2])
        if result is None or self._articles(result) or not any(map(_as_typed, result.hits[0].why)):
            return None
        return result._replace(left_out=tuple(term.text for term in terms if term not in kept))

    def look(self, sought: Sequence[Wanted]) -> tuple[list[Hit], dict[str, int] | None]:
        """The hits for terms as they are looked for, and how many there are by view if not all are hits."""
        expression = self._all_of(one.expression for one in sought)
        judged = (self.judge(document, sought) for document in self._documents(expression, sought))
        hits = list(islice((hit for hit in judged if hit), self.limit))
        if len(hits) < self.limit or self.kept is not None:
            return hits, None
        return hits, {view: self.base.index.count(f"({expression}) AND tags : (v{view})", MANY) for view in VIEWS}

    def _all_of(self, expressions: Iterable[str]) -> str:
        wanted = " AND ".join(f"({one})" for one in expressions) or "tags : (vall)"
        return f"({wanted}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else wanted

    def _documents(self, expression: str, sought: Sequence[Wanted]) -> Iterator[Document]:
        """What could match: what has the whole of a name that was typed, then the very words, then their like; of
        each, those most spoken of first."""
        index = self.base.index
        named: list[int] = []
        if sought and not self.unwanted and all(len(one.term.tokens) == 1 for one in sought):
            named = index.named(" ".join(one.term.tokens[0] for one in sought), FULL)
        exactly = index.matching(self._all_of(one.exactly for one in sought))
        seen: set[int] = set()
        for source in (iter(named), islice(exactly, self.limit // 2), index.matching(expression)):
            fresh = (d for d in source if d not in seen)
            while batch := list(islice(fresh, BATCH)):
                seen.update(batch)
                for document in index.documents(batch):
                    if (self.kept is None or document.n in self.kept) and document.n not in self.out:
                        yield document

    def judge(self, document: Document, sought: Sequence[Wanted]) -> Hit | None:
        """A record as a hit, if every term matches it."""
        why = [match for one in sought if (match := one.judge(document))]
        if len(why) == len(sought) and any(match.far and not _borne_out(match, why) for match in why):
            why = [match for one in sought if (match := one.judge(document, far=False))]
        if len(why) < len(sought):
            return None
        ways = [why, *_in_one_name(document, sought, why)]
        return max((Hit(document.n, self._score(document, way), tuple(way)) for way in ways), key=lambda hit: hit.score)

    def _score(self, document: Document, why: Sequence[Match]) -> float:
        """The mean of its matches; rewards for how much of one name they cover and for the kind that was asked for."""
        total = score.SUPPORT * math.log1p(document.weight) + score.of_answer(self.query.asks, document)
        if not why:
            return total
        # in a question a name says no more than a title: what it is about
        best = score.TITLE if "fact" in self.query.asks else score.NAME
        total += sum(min(match.score, best) for match in why) / len(why) + score.COVERED * _covered(why)
        titles = [document.title, *(line.split("\t")[2] for line in document.names.split("\n") if line)]
        if self.typed in titles or self.telling in titles:
            total += score.WHOLE
        elif len(why) > 1 and any(f" {self.typed} " in f" {title} " for title in titles):
            total += score.ROW
        if len(why) > 1 and len({match.field for match in why}) == 1 and why[0].field in ("title", "quotes"):
            total += score.TOGETHER
        total += score.IDLE * sum(word in document.title.split() for word in self.idle)
        return total * score.SOURCE if document.record == "source" and why[0].field != "name" else total


def _covered(why: Sequence[Match]) -> float:
    """The share of one name that was typed, times the share of what was typed that is in it."""
    covered: dict[str, list[float]] = {}
    for match in why:
        if match.field == "name":
            part = match.share * (1.0 if match.rule in ("", "phrase") else match.score)
            covered.setdefault(match.name, []).append(part)
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


def _borne_out(far: Match, why: Iterable[Match]) -> bool:
    """Whether another term was surely found in the name that holds a match that is far."""
    return any((match.name, match.via) == (far.name, far.via) and _sure(match) for match in why)


def _sure(match: Match) -> bool:
    """Whether a match is no guess: as it was typed, or a long word with one edit."""
    if match.far or match.rule == "sound":
        return False
    return len(match.term) > 5 if match.rule[:1] == "~" else len(match.term) > 1


def _mean(hit: Hit) -> float:
    return sum(match.score for match in hit.why) / len(hit.why)


def _worth(result: Result) -> float:
    """The score of its best hit, if a word that was left out is one that was not found."""
    best, gone = result.hits[0], len(result.left_out)
    return best.score - _mean(best) * gone / (len(best.why) + gone)


def _as_typed(match: Match) -> bool:
    """Whether a word was found as it was typed."""
    return len(match.term) > 1 and match.rule in ("", "spelling", "phrase", "date")


def _exact(hit: Hit) -> bool:
    """Whether every word was found as it was typed, in a name."""
    return all(match.rule == "" and match.field == "name" for match in hit.why)


def _suggestion(base: Base, terms: Sequence[Term]) -> str:
    """The name nearest to the first word that nothing is known by."""
    for term in terms:
        token = "" if term.date else nearest(base.index, term.tokens[0])
        for d in islice(base.index.matching(f'names : ("{token}")'), 1) if token else ():
            for line in base.index.documents((d,))[0].names.split("\n"):
                if token in line.split("\t")[2].split():
                    return line.split("\t")[1]
    return ""
