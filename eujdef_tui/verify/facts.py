"""Facts: what the records of a base say, each with its sentences, found by the words of a sentence (BM25)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from itertools import repeat
from operator import add, mul

from eujdef_tui.model.records import Actor, Agreement, Evidence, Record
from eujdef_tui.store import Base
from eujdef_tui.text.number_tokens import compact
from eujdef_tui.text.once import once
from eujdef_tui.text.unicode import fold
from eujdef_tui.text.word_forms import is_unspaced
from eujdef_tui.verify.fact import Fact, facts_of
from eujdef_tui.verify.names import Named, Names
from eujdef_tui.verify.pieces import Pieces, pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.ties import Ties
from eujdef_tui.verify.word_kinds import DIGIT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    _T = TypeVar("_T")
else:
    _T = object

__all__ = ["FACTORS", "Facts", "query_of", "read_once"]

_COMMON = 25  # facts with a term that is common
# BM25: how soon a word that stands there often adds no more, and how much longer facts count less.
_K, _B = 1.2, 0.5
_OWN, _QUOTED, _LINKED = 2.0, 1.0, 1.0  # weights of a word of the fact itself, of its quotes, of who is linked
# Who someone is, is seldom what a sentence says of them; what an agreement is about, statements say more exactly.
FACTORS = {"actor": 0.8, "agreement": 0.93}
_OTHERWISE = 1.0  # weight of a word for which a fact has another word
_BESIDE = 0.5  # how near a fact has a word that only stands beside its quote, see `holdings`: that finds it for no one
_COVERED = 0.3  # weight of a word of a name, beside the name

Level = Callable[[int, float], float]


class _Known(dict[str, _T]):
    """What is worked out for a term when it is first asked for; then a look-up of a plain dictionary finds it."""

    def __init__(self, work_out: Callable[[str], _T]) -> None:
        self._work_out = work_out

    def __missing__(self, term: str) -> _T:
        found = self[term] = self._work_out(term)
        return found


class Facts:
    """The facts of a base, indexed by the roots of their words, by whom they name and by their quantities."""

    def __init__(self, base: Base, names: Names, facts: Sequence[Fact]) -> None:
        """Take the facts, whose `postings` are still to be made or given."""
        self.base, self.names, self.facts = base, names, facts
        # Term → number of each fact that has it → what it adds to the score of that fact.
        self.postings: Mapping[str, dict[int, float]] = {}
        # How near each fact has a term, see `holdings`.
        self.holding: Callable[[str], Mapping[int, float]] = lambda _: {}
        self.sorts: Sequence[str] = ()  # what kind of record each fact is of
        self.records: Sequence[int] = ()  # and its number
        # Of facts that were kept: their quotes and sentences, and what gives the other words for a term (`Thesaurus`).
        self.pieces: Sequence[Pieces] = ()
        self.synonyms: Callable[[], Mapping[str, str]] | None = None
        self._quotes: dict[Fact, tuple[Pieces, ...]] = {}
        self._cut: dict[str, Pieces] = {}
        self._sentences: dict[tuple[str, int, int], Pieces] = {}
        self._weights: dict[str, float] = {}
        self._posted = _Known[Mapping[int, float]](self._spread)
        self.kept_ties: Callable[[], Ties] | None = None
        self.weighed: dict[str, tuple[str, float]] = {}  # word → term and weight, see `candidates`
        # Term → what tells how near the fact of a number has it, or gives another value where it has it not.
        self.levels = _Known[Level](lambda term: self.holding(term).get)
        self._terms: dict[str, list[str]] = {}
        self._named: dict[str, list[Named]] = {}
        self._records: dict[str, Record | None] = {}
        self._articles: dict[str, str] = {}  # id → folded
        self._of_names: dict[Sequence[str], tuple[float, list[Level]]] = {}
        self.read: dict[tuple[object, str], Any] = {}  # function that reads a record, its id → what it found
        self.deeds: dict[str, Any] = {}  # text → who does what to whom in it (see `directions`)
        self.orders: dict[str, Any] = {}  # text → what came first in it, and what then (see `orders`)

    @classmethod
    def of(cls, base: Base, numbers: Iterable[int], names: Names) -> Facts:
        """The facts of the records with these numbers, indexed."""
        found = cls(base, names, [fact for row in base.rows(list(numbers)) for fact in facts_of(row.record, row.n)])
        found.index()
        return found

    def index(self) -> None:
        """Make the postings."""
        for at, fact in enumerate(self.facts):
            fact.at = at
        counts = list(map(self._counts, self.facts))
        lengths = [sum(count.values()) for count in counts]
        mean = sum(lengths) / max(len(lengths), 1) or 1.0
        postings: dict[str, dict[int, float]] = {}
        for at, (count, length) in enumerate(zip(counts, lengths, strict=True)):
            norm = _K * (1 - _B + _B * length / mean)
            for term, times in count.items():
                postings.setdefault(term, {})[at] = (_K + 1) * times / (times + norm)
        self.postings = postings
        for term, held in postings.items():
            weight = self.weight(term)
            for at in held:
                held[at] *= weight
        self.sorts, self.records = [fact.sort for fact in self.facts], [fact.n for fact in self.facts]

    @once
    def ties(self) -> Ties:
        """How near they are to one another."""
        return self.kept_ties() if self.kept_ties else Ties.between(self.facts)

    def _counts(self, fact: Fact) -> dict[str, float]:
        counts: dict[str, float] = {f"@{record}": _LINKED for record in sorted(fact.linked)}
        for weight, piece in ((_OWN, fact.own), *((_QUOTED, quote) for quote in self.quotes(fact))):
            for term in self.terms(piece):
                counts[term] = counts.get(term, 0) + weight
        return counts

    def piece(self, number: int) -> Pieces:
        """A quote or sentence of facts that were kept."""
        return self.pieces[number]

    def agreements(self, ids: Iterable[str]) -> tuple[Agreement, ...]:
        """Those of some records that are agreements."""
        found = [self.record(one) for one in ids if self.names.kinds.get(one) == "agreement"]
        return tuple([one for one in found if isinstance(one, Agreement)])

    def record(self, record_id: str) -> Record | None:
        """The record with an id, read once; None for an unknown id."""
        if record_id not in self._records:
            number = self.base.number(record_id)
            self._records[record_id] = None if number is None else self.base.record(number).record
        return self._records[record_id]

    def descriptions(self, record_id: str) -> Iterator[tuple[Pieces, bool]]:
        """The texts that say who an actor is, and whether each leaves out whom it tells of: the summary, its quotes."""
        if isinstance(found := self.record(record_id), Actor):
            yield pieces(found.summary), True
            yield from ((pieces(item.quote), False) for item in found.evidence)

    def is_in_article(self, source: str, word: str) -> bool:
        """Whether an article has a folded word."""
        if (text := self._articles.get(source)) is None:
            text = self._articles[source] = fold(self.base.article(source).text)
        return word in text

    def sentences(self, fact: Fact) -> tuple[Pieces, ...]:
        """The sentences that a fact rests on."""
        return tuple(dict.fromkeys(self._sentence(item)[1] for item in fact.evidence))

    def quotes(self, fact: Fact) -> tuple[Pieces, ...]:
        """The quotes of a fact, cut out of its sentences."""
        if (known := self._quotes.get(fact)) is None:
            known = self._quotes[fact] = tuple(dict.fromkeys(map(self._quote, fact.evidence)))
        return known

    def _quote(self, item: Evidence) -> Pieces:
        begin, sentence = self._sentence(item)
        found = sentence.cut(item.start - begin, item.end - begin)
        return self._cut.setdefault(found.text, found)

    def _sentence(self, item: Evidence) -> tuple[int, Pieces]:
        """Where the sentences of a quote begin in their article, and what they say."""
        article = self.base.article(item.source)
        start, end = article.spans[item.sentence][0], article.spans[item.last_sentence][1]
        key = item.source, item.sentence, item.last_sentence
        if (known := self._sentences.get(key)) is None:
            known = self._sentences[key] = Pieces(article.text[start:end])
        return start, known

    def terms(self, piece: Pieces) -> list[str]:
        """The terms of a text: roots, figures as written, "#" and each quantity, "@" and the id of each it names."""
        if (known := self._terms.get(piece.text)) is None:
            known = [root(word) for word in piece.folded if is_content(word)]
            known += [word for word in piece.folded if word[0].isdigit()]
            known += [f"#{compact(one.number)}" for one in piece.quantities]
            known += [f"@{record}" for one in self.named(piece) for record in one.ids]
            self._terms[piece.text] = known
        return known

    def named(self, piece: Pieces) -> list[Named]:
        """Whom a text names."""
        if (known := self._named.get(piece.text)) is None:
            found = self.names.find(piece.text, piece.words) if piece.kept is None else map(Named._make, piece.kept[3])
            known = self._named[piece.text] = list(found)
        return known

    def _spread(self, term: str) -> Mapping[int, float]:
        """The postings of a term, and less for the facts that have another word for it.

        A sentence that says the same in other words may share no word with the fact.
        """
        own = self.postings.get(term) or {}
        if term.startswith(("@", "#")) or not (held := self.holding(term)):
            return own
        weight = _OTHERWISE * self._idf(len(held))
        found = {at: weight * level for at, level in held.items() if level > _BESIDE}
        found.update((at, score) for at, score in own.items() if score > found.get(at, 0.0))
        return found

    def weight(self, term: str) -> float:
        """How much a term says: the rarer, the more (the idf of BM25)."""
        if (known := self._weights.get(term)) is None:
            known = self._weights[term] = self._idf(len(self.postings.get(term, ())))
        return known

    def _idf(self, held: int) -> float:
        return math.log(1 + (len(self.facts) - held + 0.5) / (held + 0.5))

    def knows(self, term: str) -> bool:
        """Whether any fact has a term."""
        return term in self.postings

    def of_name(self, ids: Sequence[str]) -> tuple[float, list[Level]]:
        """How much a name says that may be of several records: as the rarest; and what `levels` has of each."""
        if (known := self._of_names.get(ids)) is None:
            terms = [f"@{one}" for one in ids]
            known = self._of_names[ids] = max(map(self.weight, terms)), [self.levels[term] for term in terms]
        return known

    def best(self, query: Mapping[str, float], most: int) -> list[tuple[float, Fact]]:
        """The facts that have most of the terms of a query, the best first, with their scores."""
        return [(score, self.facts[at]) for score, at in zip(*self.likeliest(query, most), strict=True)]

    def likeliest(self, query: Mapping[str, float], most: int) -> tuple[list[float], list[int]]:
        """The scores and numbers of the facts that have most of the terms of a query, the best first.

        Rare terms find the facts; common ones only count for those that a rarer one has found.
        """
        scores: dict[int, float] = {}
        posted = self._posted
        found = sorted([(len(held), term, held) for term in query if (held := posted[term])])
        rare = 0
        for size, term, held in found:
            if size > _COMMON and len(scores) >= most:
                break
            rare += 1
            weight = query[term]
            adds = held.values() if weight == 1.0 else map(mul, held.values(), repeat(weight))
            scores.update(zip(held, map(add, map(scores.get, held, _NOTHING), adds), strict=False))
        numbers = sorted(scores)
        sums = list(map(scores.__getitem__, numbers))
        for _, term, held in found[rare:]:
            adds = map(held.get, numbers, _NOTHING)
            sums = list(map(add, sums, adds if query[term] == 1.0 else map(mul, adds, repeat(query[term]))))
        # a sort of plain numbers: of equal scores the first fact is first
        best = sorted(range(len(numbers)), key=sums.__getitem__, reverse=True)[:most]
        return list(map(sums.__getitem__, best)), list(map(numbers.__getitem__, best))

    @once
    def factors(self) -> list[float]:
        """How much each fact counts for what it is."""
        return [FACTORS.get(sort, 1.0) for sort in self.sorts]


_NOTHING = repeat(0.0)


def read_once(read: Callable[[Facts, str], _T]) -> Callable[[Facts, str], _T]:
    """Make a function of a record's id remember what it found: each fact that is compared asks again."""

    @wraps(read)
    def remembered(facts: Facts, record_id: str) -> _T:
        key = read, record_id
        if key not in facts.read:
            facts.read[key] = read(facts, record_id)
        found: _T = facts.read[key]
        return found

    return remembered


def query_of(piece: Pieces, named: Iterable[tuple[int, int, Sequence[str]]]) -> dict[str, float]:
    """The terms of a sentence for `Facts.best`, each with its weight; `named` are (first, last word, ids)."""
    covered = set[int]()
    query: dict[str, float] = {}
    for first, last, ids in named:
        covered.update(range(first, last))
        for record in ids:
            query[f"@{record}"] = 1.0 / len(ids) ** 0.5
    meanings: Sequence[str] = piece.meanings
    if covered:
        query.update(dict.fromkeys([meanings[at] or root(piece.folded[at]) for at in covered], _COVERED))
        meanings = [meaning for at, meaning in enumerate(meanings) if at not in covered]
    query.update(dict.fromkeys(meanings, 1.0))
    query.pop("", None)
    if piece.kind & DIGIT:
        for at, word in enumerate(piece.folded):
            if word[0].isdigit() and at not in covered and not is_unspaced(word):
                query[word] = 1.0
    for one in piece.quantities:
        query[f"#{compact(one.number)}"] = 1.0
    return query
