"""Promise: what was typed finds the fact that answers it first, says why, and finds nothing where there is nothing.

Four questions in four places: what was meant (`query`), could it match (`base.index`), how well (`score`,
`spell`, `match`, `rank`), and in what order (here).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from eujdef_tui.search import score
from eujdef_tui.search.match import Match, Wanted, unwanted, wanted
from eujdef_tui.search.query import Query, Term
from eujdef_tui.search.rank import Asked, Hit, judged, scored, worth_without
from eujdef_tui.search.spell import DEPTHS, nearest, together
from eujdef_tui.store import VIEWS, Base, Document
from eujdef_tui.store.filter_tags import ALL, in_view, tagged

if TYPE_CHECKING:
    from eujdef_tui.search.fields import Kept

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


class Result(NamedTuple):
    """What a query found, best first.

    `counts` says how many records of each view match where there are more than are listed, counted to MANY; with
    `cut` they were not counted: each view may have more.
    `left_out` are typed words that were passed over; `suggestion` the nearest known name where nothing was found.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    left_out: tuple[str, ...] = ()
    suggestion: str = ""
    counts: dict[str, int] | None = None
    cut: bool = False

    @property
    def total(self) -> int:
        """How many records match, listed or not."""
        return sum(self.counts.values()) if self.counts else len(self.hits)

    @property
    def more(self) -> frozenset[str]:
        """The views of which more may match than were counted."""
        if self.cut:
            return frozenset(VIEWS)
        return frozenset(view for view, count in (self.counts or {}).items() if count >= MANY)

    def by_view(self, base: Base) -> dict[str, list[Hit]]:
        """The hits of each view, best first."""
        found: dict[str, list[Hit]] = {view: [] for view in VIEWS}
        for hit in self.hits:
            found[base.view(hit.n)].append(hit)
        return found


def search(base: Base, query: Query, limit: int | None = None) -> Result:
    """The records that answer a query, at most `limit` of them; None is as many as anyone reads.

    An empty query finds nothing: there is nothing to rank by.
    """
    if query.empty:
        return Result(query)
    look = _Look(base, query, limit or (SMALL if base.count() <= SMALL else LIMIT))
    terms = [term for term in query.terms if not term.negated]
    result = look.deeper(terms) or look.together(terms)
    if len(terms) > 1 and not look.answered(result):
        result = look.without(terms, result) or result
    return result or Result(query, suggestion=_suggestion(look, terms))


class _Look:
    """One query being looked for in one base."""

    def __init__(self, base: Base, query: Query, limit: int) -> None:
        self.base, self.query, self.limit = base, query, limit
        self.asked = Asked.by(query)
        kept = _kept(base, query)
        self.wanted = [item.wanted for item in kept if item.wanted]
        self.unwanted = [unwanted(base.index, term) for term in query.terms if term.negated and not term.date]
        self.unwanted += [item.unwanted for item in kept if item.unwanted]
        self.holds = [item.holds for item in kept if item.holds]
        self._sought: dict[tuple[Term, int, bool], Wanted] = {}
        self._held: dict[str, set[int] | None] = {}
        self._read: dict[int, Document] = {}

    def sought(self, terms: Iterable[Term], depth: int, *, company: bool) -> list[Wanted]:
        """The terms as they are looked for. What was asked for once, in this or another company, is remembered."""
        return [self._wanted(term, depth, company) for term in terms]

    def _wanted(self, term: Term, depth: int, company: bool) -> Wanted:
        key = term._replace(column=0), depth, company
        if key not in self._sought:
            self._sought[key] = wanted(self.base.index, term, depth, company=company)
        return self._sought[key]

    def deeper(self, terms: Sequence[Term], depths: Sequence[int] = DEPTHS) -> Result | None:
        """What the terms find, going deeper only while too little is found; None for nothing."""
        hits: dict[int, Hit] = {}
        counts, cut = None, False
        for depth in depths:
            found, counts, cut = self.look(self.sought(terms, depth, company=len(terms) > 1))
            hits = {hit.n: hit for hit in found} | hits
            if len(hits) >= ENOUGH or any(_exact(hit) for hit in hits.values()) or (depth and hits):
                break
        if not hits:
            return None
        ranked = sorted(hits.values(), key=lambda hit: (-hit.score, hit.n))
        return Result(self.query, tuple(ranked), counts=counts, cut=cut)

    def together(self, terms: Sequence[Term]) -> Result | None:
        """The names that all words together are, but for the spaces, where the words by themselves are nowhere."""
        if any(term.date or term.phrase for term in terms):
            return None
        typed = "".join(term.tokens[0] for term in terms)
        if len(terms) > 1 and self.base.index.proper([typed]):
            return self.deeper([Term(typed, terms[0].column, (typed,))], DEPTHS[:1])
        hits = []
        found = together(self.base.index, typed)
        kept = set(self._kept([d for d, _, _ in found]))
        for d, full, edits in found:
            if d not in kept:
                continue
            document = self.base.index.documents((d,))[0]
            line = next(line for line in document.names.split("\n") if line.endswith(f"\t{full}"))
            label, name, _ = line.split("\t")
            quality = (score.TYPO[edits] if edits else score.SPELLING) * score.of_label(label)
            rule = f"~{edits}" if edits else "spelling"
            match = Match(self.query.text.strip(), quality, rule, full, "name", name, label, share=1.0)
            if self._holds(document):
                hits.append(Hit(document.n, scored(document, (match,), self.asked), (match,)))
        best = sorted({hit.n: hit for hit in hits}.values(), key=lambda hit: (-hit.score, hit.n))
        return Result(self.query, tuple(best)) if best else None

    def answered(self, result: Result | None) -> bool:
        """Whether the best of what was found is a fact, and, of a question, one that says most of what it asks."""
        if result is None or self._articles(result):
            return False
        best = result.hits[0]
        if self.query.asks & _COUNTS and self._kind(best) != "figure":
            return False
        return "fact" not in self.query.asks or best.mean >= score.ANSWERED

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
        return any(self._first(self.sought([term], depth, company=False)) for depth in DEPTHS[:2])

    def _first(self, sought: Sequence[Wanted]) -> Hit | None:
        documents = self._documents(self._all_of(one.expression for one in sought), sought)
        return next((hit for document in documents if (hit := judged(document, sought, self.asked))), None)

    def _kind(self, hit: Hit) -> str:
        return str(getattr(self.base.record(hit.n).record, "kind", ""))

    def _articles(self, result: Result) -> bool:
        return all(self.base.view(hit.n) == "sources" for hit in result.hits)

    def _told(self, kept: Sequence[Term], terms: Sequence[Term]) -> Result | None:
        """What some of the terms surely find that is more than an article, and which were left out."""
        result = self.deeper(kept, [depth for depth in DEPTHS[:2] if self._meet(kept, depth)])
        if result is None or self._articles(result) or not any(map(_as_typed, result.hits[0].why)):
            return None
        return result._replace(left_out=tuple(term.text for term in terms if term not in kept))

    def _meet(self, terms: Sequence[Term], depth: int) -> bool:
        """Whether there may be a document that all terms find: of many tries, most find that some terms never meet."""
        expressions = [one.expression for one in self.sought(terms, depth, company=len(terms) > 1)]
        for expression in expressions:
            if expression not in self._held:
                held = set(islice(self.base.index.matching(self._all_of([expression])), MANY))
                self._held[expression] = held if len(held) < MANY else None
        few = [found for one in expressions if (found := self._held[one]) is not None]
        return not few or bool(set.intersection(*few))

    def look(self, sought: Sequence[Wanted]) -> tuple[list[Hit], dict[str, int] | None, bool]:
        """The hits for terms as they are looked for; if not all are hits, how many there are by view, or that they
        were not counted."""
        expression = self._all_of(one.expression for one in sought)
        found = (judged(document, sought, self.asked) for document in self._documents(expression, sought))
        hits = list(islice((hit for hit in found if hit), self.limit))
        if len(hits) < self.limit:
            return hits, None, False
        views = {view: f"({expression}) AND {in_view(view)}" for view in VIEWS}
        counts = None if self.holds else {view: self.base.index.count(one, MANY) for view, one in views.items()}
        listed = {view: sum(hit.n in self.base.span(view) for hit in hits) for view in VIEWS}
        for view, one in views.items():
            # those most spoken of may all be of one view: no other is left without its first
            if listed[view] < FULL and (counts is None or counts[view] > listed[view]):
                hits += self._more(one, sought, {hit.n for hit in hits})
        return hits, counts, counts is None

    def _more(self, expression: str, sought: Sequence[Wanted], known: set[int]) -> list[Hit]:
        """Hits among the first few documents of an expression that are not known yet."""
        documents = filter(self._holds, self._documents_of(list(islice(self.base.index.matching(expression), FULL))))
        found = (judged(document, sought, self.asked) for document in documents if document.n not in known)
        return [hit for hit in found if hit]

    def _all_of(self, expressions: Iterable[str]) -> str:
        wanted = " AND ".join(f"({one})" for one in (*expressions, *self.wanted)) or tagged((ALL,))
        return f"({wanted}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else wanted

    def _documents(self, expression: str, sought: Sequence[Wanted]) -> Iterator[Document]:
        """What could match: what has the whole of a name that was typed, then the very words, then their like; of
        each, those most spoken of first."""
        index = self.base.index
        named: list[int] = []
        if sought and all(len(one.term.tokens) == 1 for one in sought):
            named = self._kept(index.named(" ".join(one.term.tokens[0] for one in sought), FULL))
        exactly = index.matching(self._all_of(one.exactly for one in sought))
        seen: set[int] = set()
        for source in (iter(named), islice(exactly, self.limit // 2), index.matching(expression)):
            fresh = (d for d in source if d not in seen)
            while batch := list(islice(fresh, BATCH)):
                seen.update(batch)
                yield from filter(self._holds, self._documents_of(batch))

    def _documents_of(self, ds: Sequence[int]) -> list[Document]:
        """Documents by their numbers, the first of them read once in a query: it may be tried without many a word."""
        new = [d for d in ds if d not in self._read]
        read = dict(zip(new, self.base.index.documents(new), strict=True)) if new else {}
        if len(self._read) < SMALL:
            self._read |= read
        return [read[d] if d in read else self._read[d] for d in ds]

    def _kept(self, ds: list[int]) -> list[int]:
        """Those of some documents that the filters may keep."""
        return self.base.index.among(ds, self._all_of(())) if ds and (self.wanted or self.unwanted) else ds

    def _holds(self, document: Document) -> bool:
        return all(holds(document) for holds in self.holds)


def _worth(result: Result) -> float:
    return worth_without(result.hits[0], len(result.left_out))


def _as_typed(match: Match) -> bool:
    """Whether a word was found as it was typed."""
    return len(match.term) > 1 and match.rule in ("", "spelling", "phrase", "date")


def _kept(base: Base, query: Query) -> list[Kept]:
    if not query.filters and not any(term.negated and term.date for term in query.terms):
        return []
    from eujdef_tui.search.fields import filtered  # few queries have a field

    return filtered(base, query)


def _exact(hit: Hit) -> bool:
    """Whether every word was found as it was typed, in a name."""
    return all(match.rule == "" and match.field == "name" for match in hit.why)


def _suggestion(look: _Look, terms: Sequence[Term]) -> str:
    """The name that holds the other words, or else the one nearest to the first word that nothing is known by."""
    index = look.base.index
    known = [term for term in terms if not term.date and index.proper(term.tokens)]
    look.limit = FULL  # what is offered is in the first of them
    others = look.deeper(known, DEPTHS[:1]) if 0 < len(known) < len(terms) else None
    for match in others.hits[0].why if others else ():
        if match.field == "name":
            return match.name
    for term in terms:
        token = "" if term.date else nearest(index, term.tokens[0])
        for d in islice(index.matching(f'names : ("{token}")'), 1) if token else ():
            for line in index.documents((d,))[0].names.split("\n"):
                if token in line.split("\t")[2].split():
                    return line.split("\t")[1]
    return ""
