"""One way through a search: expand → candidates → judge → score → order.

`query.parse` stands before it, and `present.match_reason`, which explains a hit, after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.candidates import Documents, Restriction, candidates
from eujdef_tui.search.expansions import ExpandedTerm, expand
from eujdef_tui.search.expressions import excluding, of_term, of_very_word
from eujdef_tui.search.match import Reading, judge
from eujdef_tui.search.query import Query, Term
from eujdef_tui.search.rank import BEHIND, Question, best_hit, named_whole, order, scattered, score_of
from eujdef_tui.search.results import COUNTED, Hit, Match, Mended, Result
from eujdef_tui.search.roles import of_two_roles
from eujdef_tui.store import VIEWS, Base, Document
from eujdef_tui.store.filter_tags import in_view
from eujdef_tui.text.word_forms import same_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.search.fields import Condition

__all__ = ["FIRST", "STEPS", "Pipeline", "Step"]

FIRST = 50  # records with a name that begins as typed, judged before all others; and the least looked for of a view
_WHO = frozenset(("who", "which", "company", "country", "body"))  # questions that an actor answers
COMPOUND = 3  # letters more than typed from which a word is mostly one of two
_OF_PEOPLES = frozenset(("n", "ns", "an", "ans", "ian", "ians", "ese", "i", "is", "ish"))
ENOUGH = 12  # with so many hits no deeper expansion is tried


class Step(NamedTuple):
    """How far terms are expanded: to a depth (see `expansions`), and whether to other words for the same as well."""

    depth: int
    reserve: bool = False


# Other words come before misspelt ones: what has another word was spelt right.
STEPS = (Step(0), Step(0, reserve=True), Step(1), Step(1, reserve=True), Step(2))


class Found(NamedTuple):
    """Hits in no order; if not all are among them, how many there are by view, or that they were not counted."""

    hits: list[Hit]
    counts: dict[str, int] | None = None
    cut: bool = False


class Pipeline:
    """One query on its way through one base, at most `limit` hits at a time.

    A query is tried deeper and without some of its words: what was expanded or read before is remembered.
    """

    def __init__(self, base: Base, query: Query, limit: int) -> None:
        """Raises QueryError where a filter has a value that the base does not know."""
        self.base, self.query, self.limit = base, query, limit
        self.question = Question.of(query)
        self.restriction = _restriction(base, query)
        self._whole_words = "fact" in query.asks and len(query.terms) > 1
        self.facts: dict[Term, list[int]] = {}  # see search.worth
        self.mended: dict[tuple[Term, ...], Mended] = {}  # see search.nearest
        self._documents = Documents(base.index)
        self._expanded: dict[tuple[Term, Step, bool], tuple[ExpandedTerm, str]] = {}
        self._matching: dict[str, set[int] | None] = {}

    def find(self, terms: Sequence[Term], steps: Sequence[Step] = STEPS) -> Result | None:
        """What the terms find, expanded deeper only while too little is found; None for nothing.

        Other words for what was typed are tried only where the typed ones find no fact.
        """
        hits: dict[int, Hit] = {}
        found = Found([])
        for step in steps:
            if step.reserve and (self._settled(hits.values(), len(terms)) or not self._others(terms, step)):
                continue
            found = self._find_at(terms, step)
            hits = {hit.n: hit for hit in found.hits} | hits
            # an article that has all the words somewhere is no answer to a misspelt name
            answers = [hit for hit in hits.values() if not scattered(hit)]
            if len(answers) >= ENOUGH or any(map(_exact, answers)):
                break
            if step != steps[0] and self._any_fact(hit.n for hit in answers):
                break
        return Result(self.query, order(hits.values()), counts=found.counts, cut=found.cut) if hits else None

    def hit(self, document: Document, why: Reading) -> Hit:
        """A hit for the reading of a document."""
        return Hit(document.n, score_of(document, why, self.question), tuple(why))

    def best(self, document: Document, readings: Sequence[Reading]) -> Hit | None:
        """The hit by the best reading; None where there is none, or where its words are of two roles of a person."""
        hit = best_hit(document, readings, self.question)
        if hit and self._whole_words and any(map(self.is_another_word, hit.why)):
            return None
        if hit and document.kind == "person" and len(readings[0]) > 1 and of_two_roles(self.base, document, hit.why):
            return None
        return hit

    def lets_in(self, n: int) -> bool:
        """Whether the fields and negated words of the query let a record in."""
        found = self.base.index.documents_of((n,))
        allowed = set(self.restriction.allowed(self.base.index, list(found)))
        return any(number in allowed and self.restriction.allows(one) for number, one in found.items())

    def is_another_word(self, match: Match) -> bool:
        """Whether a word of a question is matched by one that only begins so: join by joint, plan by plant.

        With three letters more it is mostly a compound, but in a sentence that a fact rests on. The last word may still
        be being typed.
        """
        if match.rule != "prefix" or not self._whole_words or match.term == self.query.terms[-1].text:
            return False
        typed, more = match.term.lower(), len(match.token) - len(match.term)
        if self._of_its_people(typed, match.token) or not self._is_word(typed):
            return False
        return (more < COMPOUND or match.field in BEHIND) and not same_word(match.token, typed)

    def _is_word(self, typed: str) -> bool:
        """Whether a typed word is one, of this base or of any: turbin is no other word than turbine."""
        from eujdef_tui.search.spell import is_spelt_right  # only of beginnings

        return is_spelt_right(typed) or bool(self.base.index.known((typed,)))

    def _of_its_people(self, typed: str, token: str) -> bool:
        """Whether a word is what is called after a country that was typed: dorvania, dorvanian; korea, koreans."""
        return token[len(typed) :] in _OF_PEOPLES and self.base.index.proper([typed, token]) == {typed, token}

    def _any_fact(self, hits: Iterable[int]) -> bool:
        """Whether a hit is more than an article; of "how much", whether one is a figure."""
        if self.query.asks & {"much", "many"}:
            return any(self.kind_of(n) == "figure" for n in hits)
        return any(self.base.view(n) != "sources" for n in hits)

    def _settled(self, hits: Iterable[Hit], terms: int) -> bool:
        """Whether a fact has all terms so well that no other words for them are needed."""
        if terms < 2:
            return self._any_fact(hit.n for hit in hits)
        if self.query.asks & {"much", "many"}:
            return False  # spend, spent or budget: the one figure that is asked for may be told in any of them
        if "when" in self.query.asks and not any(self.is_dated(hit.n) for hit in hits):
            return False  # what has the words may not be what happened on a day
        if self.query.asks & _WHO and "fact" in self.query.asks:
            hits = [hit for hit in hits if self.does(hit)]  # who builds it may be called its contractor
        if "fact" in self.query.asks:
            hits = [hit for hit in hits if all(match.field != "quotes" for match in hit.why)]  # told in passing
        return self._any_fact(hit.n for hit in hits if hit.mean >= score.SETTLED)

    def kind_of(self, n: int) -> str:
        """The kind of a record, as its file says: figure, person; "" where it has none."""
        return str(getattr(self.base.record(n).record, "kind", ""))

    def is_dated(self, n: int) -> bool:
        """Whether a record is of a day, or has steps that are."""
        record = self.base.record(n).record
        return bool(getattr(record, "date", "") or getattr(record, "milestones", ()))

    def does(self, hit: Hit) -> bool:
        """Whether a hit is an actor that does what was typed, and not only one of that name."""
        told = any(match.field == "words" for match in hit.why)
        return told and self.base.view(hit.n) == "actors" and not named_whole(hit.why)

    def _others(self, terms: Sequence[Term], step: Step) -> bool:
        """Whether a term has other words."""
        with_others, without = self._expand(terms, step)[1], self._expand(terms, Step(step.depth))[1]
        return with_others != without

    def any_hit(self, term: Term, step: Step) -> bool:
        """Whether a term by itself finds anything."""
        return next(self._hits(*self._expand([term], step)), None) is not None

    def may_meet(self, terms: Sequence[Term], step: Step) -> bool:
        """Whether a document may have all terms: quicker than to look, and most combinations have none."""
        _, expressions = self._expand(terms, step)
        for expression in expressions:
            if expression not in self._matching:
                matching = set(islice(self.base.index.matching(self.restriction.all_of([expression])), COUNTED))
                self._matching[expression] = matching if len(matching) < COUNTED else None
        few = [found for one in expressions if (found := self._matching[one]) is not None]
        return not few or bool(set.intersection(*few))

    def _expand(self, terms: Sequence[Term], step: Step) -> tuple[list[ExpandedTerm], list[str]]:
        """The terms expanded, and the expression of each."""
        both = [self._expand_one(term, step, len(terms) > 1) for term in terms]
        return [one for one, _ in both], [expression for _, expression in both]

    def _expand_one(self, term: Term, step: Step, several: bool) -> tuple[ExpandedTerm, str]:
        key = term._replace(column=0), step, several
        if key not in self._expanded:
            index = self.base.index

            def made() -> tuple[ExpandedTerm, str]:
                one = expand(index, term, step.depth, several=several, reserve=step.reserve)
                return one, of_term(index, one)

            self._expanded[key] = index.expanded.of(key, made)
        return self._expanded[key]

    def _hits(self, terms: Sequence[ExpandedTerm], expressions: Sequence[str]) -> Iterator[Hit]:
        found = candidates(self._documents, self._sources(terms, expressions), self.restriction)
        for document in found:
            if hit := self.best(document, judge(document, terms)):
                yield hit

    def _sources(self, terms: Sequence[ExpandedTerm], expressions: Sequence[str]) -> Iterator[Iterator[int]]:
        """Documents with a name that begins as typed, then with the very words, then with any alternatives."""
        index = self.base.index
        if terms and all(len(one.term.tokens) == 1 for one in terms):
            named = index.named(" ".join(one.term.tokens[0] for one in terms), FIRST)
            yield iter(self.restriction.allowed(index, named))
        very_words = index.matching(self.restriction.all_of(of_very_word(index, one) for one in terms))
        yield islice(very_words, self.limit // 2)
        yield index.matching(self.restriction.all_of(expressions))

    def _find_at(self, terms: Sequence[Term], step: Step) -> Found:
        """What the terms find, expanded as far as the step says."""
        expanded, expressions = self._expand(terms, step)
        hits = list(islice(self._hits(expanded, expressions), self.limit))
        if len(hits) < self.limit:
            return Found(hits)
        index, expression = self.base.index, self.restriction.all_of(expressions)
        views = {view: f"({expression}) AND {in_view(view)}" for view in VIEWS if self.base.span(view)}
        counts = None
        if not self.restriction.tests:
            counts = dict.fromkeys(VIEWS, 0) | {view: index.count(one, COUNTED) for view, one in views.items()}
        listed = {view: sum(hit.n in self.base.span(view) for hit in hits) for view in views}
        for view, one in views.items():
            # the most important may all be of one view: no other is left without its first hits
            if listed[view] < FIRST and (counts is None or counts[view] > listed[view]):
                hits += self._more(one, expanded, {hit.n for hit in hits})
        return Found(hits, counts, counts is None)

    def _more(self, expression: str, terms: Sequence[ExpandedTerm], known: set[int]) -> list[Hit]:
        """Hits among the first documents of an expression that are not known yet."""
        first = islice(self.base.index.matching(expression), FIRST)
        found = candidates(self._documents, [first], self.restriction)
        hits = (self.best(one, judge(one, terms)) for one in found if one.n not in known)
        return [hit for hit in hits if hit]


def _restriction(base: Base, query: Query) -> Restriction:
    negated = [excluding(base.index, term) for term in query.terms if term.negated and not term.date]
    conditions = _conditions(base, query)
    return Restriction(
        tuple(item.include for item in conditions if item.include),
        (*negated, *(item.exclude for item in conditions if item.exclude)),
        tuple(item.test for item in conditions if item.test),
    )


def _conditions(base: Base, query: Query) -> list[Condition]:
    if not query.filters and not any(term.negated and term.date for term in query.terms):
        return []
    from eujdef_tui.search.fields import conditions  # few queries have a field

    return conditions(base, query)


def _exact(hit: Hit) -> bool:
    """Whether every word was found as it was typed, in a name."""
    return all(match.rule == "" and match.field == "name" for match in hit.why)
