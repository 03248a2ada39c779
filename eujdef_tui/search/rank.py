"""Score the readings of a document, and order hits. Every number stands in `score`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.match import Reading
from eujdef_tui.search.query import Query
from eujdef_tui.search.questions import AMOUNTS, is_of_money, is_of_sum
from eujdef_tui.search.readings import matched_word
from eujdef_tui.search.results import Hit
from eujdef_tui.store import Document
from eujdef_tui.store.document import JOINTS
from eujdef_tui.text.word_forms import folded_words, same_word

__all__ = [
    "BEHIND",
    "Question",
    "best_hit",
    "guessed",
    "named_whole",
    "order",
    "scattered",
    "score_of",
    "score_without",
]


class Question(NamedTuple):
    """A query as a whole, to be compared with a whole name or title.

    `typed` are all its words, folded; `searched` those that are searched for; `ignored` those that are not; `asks`
    what it asks for (see Query), `of_money` that it asks for an amount of money; `sums` that it names a sum and asks no
    question: strike bill. `terms` is how many things are searched for.
    """

    typed: str
    searched: str
    ignored: frozenset[str]
    asks: frozenset[str]
    of_money: bool = False
    sums: bool = False
    terms: int = 0

    @property
    def of_amount(self) -> bool:
        """Whether it may ask for an amount (see `wanted_amount`)."""
        first, _, rest = self.typed.partition(" ")
        named = first in AMOUNTS or rest.rpartition(" ")[2] in AMOUNTS
        return bool(self.asks & _COUNTING) or self.sums or named

    @classmethod
    def of(cls, query: Query) -> Question:
        """The question that a query is."""
        words = folded_words(query.said)
        searched = [token for term in query.terms for token in term.tokens]
        ignored = frozenset(words).difference(searched)
        return cls(
            " ".join(words),
            " ".join(searched),
            ignored,
            query.asks,
            is_of_money(words, query.asks),
            is_of_sum(words),
            len(query.terms),
        )


def best_hit(document: Document, readings: Sequence[Reading], question: Question) -> Hit | None:
    """The hit by the reading that scores highest; None where there is no reading."""
    hits = [Hit(document.n, score_of(document, reading, question), tuple(reading)) for reading in readings]
    return hits[0] if len(hits) == 1 else max(hits, key=lambda hit: hit.score, default=None)


def order(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits, best first: what has the typed words as they stand above what was misspelt; then the first listed."""
    return tuple(sorted(hits, key=_place))


def _place(hit: Hit) -> tuple[bool, float, int]:
    """What a hit is ordered by: a word made from the typed one (japan, japanese) is no mistake, and costs less."""
    misspelt = derived = False
    for match in hit.why:  # asked of every hit, and `any` takes longer
        misspelt |= match.rule == "sound" or match.rule[:1] == "~"
        derived |= match.rule == "derived"
    return misspelt or (len(hit.why) > 1 and scattered(hit)), score.MADE_OF * derived - hit.score, hit.n


def scattered(hit: Hit) -> bool:
    """Whether several words were found in an article, one of them or more in its text, apart from each other."""
    return len(hit.why) > 1 and any(match.field == "article" for match in hit.why)


def guessed(hit: Hit) -> bool:
    """Whether a hit has a word only in an article, in a sentence behind it, or as another word in a quote."""
    return scattered(hit) or any(
        match.field in BEHIND or (match.rule in score.OTHERWISE and match.field == "quotes") for match in hit.why
    )


def begun_by_capitals(hit: Hit) -> bool:
    """Whether two capitals, an acronym, match a hit as the beginning of a word that is none: the UN is no union."""
    return any(
        len(match.term) == 2 and match.term.isupper() and match.rule == "prefix" and not matched_word(match).isupper()
        for match in hit.why
    )


BEHIND = frozenset(("sentence", "beside"))
_COUNTING = frozenset(("much", "many"))
_OF_ONE = ("title", "quotes", "words")  # fields that are one sentence
_WHICH_ONE = frozenset(("who", "which"))


def score_of(document: Document, reading: Reading, question: Question) -> float:
    """The mean of the matches, and rewards for how much of one name they cover and for the kind asked for."""
    total = score.SUPPORT * math.log1p(document.weight)
    asks = question.asks
    if asks:
        total += score.of_answer(asks, document)
    if not reading:
        return total
    fact, first, several, covered = "fact" in asks, reading[0], len(reading) > 1, _covered(reading)
    # in a question a name says no more than a title: what it is about
    best = score.TITLE if fact else score.NAME
    if several:
        total += sum([min(match.score, best) for match in reading]) / len(reading)
        total += score.KIND_OF * (not asks and _names_kind(document, reading))
    else:
        total += first.score if first.score < best else best
        total += score.KIND * (first.rule in ("", "spelling") and same_word(first.token, document.kind))
    if fact:
        total -= score.CUT_SHORT * sum([match.rule == "prefix" for match in reading]) / len(reading)
    total += covered * (score.COVERED_ASKED if fact else score.COVERED)
    total += _whole(document, question, several=several)
    if several and first.field in _OF_ONE and len({match.field for match in reading}) == 1:
        total += score.TOGETHER
    if several or first.field == "title":
        total += _in_title(document, reading)
    total += score.WRITTEN * _written(reading)
    if document.kind == "figure":
        total += _of_figure(document, reading, question)
    if document.record == "actor" and asks & _COUNTING:
        total -= score.NO_AMOUNT
    if fact:
        if document.record == "actor" and asks & _WHICH_ONE:
            total += -score.ITSELF if named_whole(reading) else _did(reading, question)
        if _speaks(document, reading):
            total += score.SPEAKER if "say" in asks else score.SUBJECT
    if question.of_money and document.kind == "figure":
        total += score.MONEY * score.has_money(document)
    if question.ignored:
        total += score.IGNORED * len(question.ignored.intersection(document.title.split()))
    if document.record != "source":
        return total
    if first.field != "name":
        return total * score.SOURCE
    return total if covered > score.TITLE else total * score.NAMED_SOURCE


def _of_figure(document: Document, reading: Reading, question: Question) -> float:
    """The reward for a figure: for its amount, for a line that names a sum, and for being of what was asked."""
    total = score.FIGURE * (reading[0].rule == "amount") + score.SUM * question.sums
    if len(reading) > 1 and question.asks & _COUNTING:
        total += score.EARLY_ASKED * _early(document.title.partition(JOINTS)[0].split(), reading)
    return total


def _did(reading: Reading, question: Question) -> float:
    """What it is worth that an actor did what is asked: all of it, by words that are no guess, or a part."""
    if len(reading) < question.terms or any(match.field == "name" for match in reading):
        return score.DOER_OF_SOME
    sure = sum([match.score for match in reading]) / len(reading) / score.PROSE
    return max(score.DOER_OF_SOME, score.DOER * min(1.0, sure))


def _names_kind(document: Document, reading: Reading) -> bool:
    """Whether the description of an actor or agreement has its kind, as it was typed among other words: danish film."""
    if document.record not in _OF_KINDS:
        return False
    told = (match for match in reading if match.field == "words" and match.rule in ("", "spelling"))
    return any(same_word(match.token, document.kind) for match in told)


_OF_KINDS = frozenset(("actor", "agreement"))


def named_whole(reading: Reading) -> bool:
    """Whether most of a name was typed, or a name and nothing of its description."""
    names = [match.share for match in reading if match.field == "name"]
    return bool(names) and (sum(names) >= score.MOSTLY or all(match.field == "name" for match in reading))


def _in_title(document: Document, reading: Reading) -> float:
    """The reward for the share of a title that was typed: a short title is about it, a long one has it among others.

    The text of a statement, which stands in the place of a title, is a whole sentence and counts for less.
    """
    typed = sum([match.field == "title" for match in reading])
    if not typed:
        return 0.0
    title = document.title.partition(JOINTS)[0].split()
    reward = score.NEARBY * _side_by_side(title, reading) if typed > 1 else 0.0
    reward += score.DENSE * typed / max(typed, len(title))
    if document.record != "statement":
        return reward
    if document.kind == "figure" and typed > 1:
        reward += score.EARLY * _early(title, reading)
    return reward - score.LONG_TEXT * typed / len(reading)


def _early(title: Sequence[str], reading: Reading) -> float:
    """How near the beginning of its sentence the typed words stand: what a figure is of, not what it is beside."""
    at = [title.index(match.token) for match in reading if match.field == "title" and match.token in title]
    return 1.0 - sum(at) / len(at) / len(title) if at else 0.0


def _side_by_side(title: Sequence[str], reading: Reading) -> float:
    """How near the words of a title that were typed stand to each other; 1 if nothing parts them."""
    at = [title.index(match.token) for match in reading if match.field == "title" and match.token in title]
    return len(at) / max(len(at), max(at) - min(at) + 1) if len(at) > 1 else 0.0


def _written(reading: Reading) -> bool:
    """Whether each word is typed as the name that it matched has it."""
    for match in reading:  # noqa: SIM110 asked of every hit, and `all` takes longer
        if match.term.lower() not in match.name.lower():
            return False
    return True


def _speaks(document: Document, reading: Reading) -> bool:
    """Whether a statement begins with a word that was asked for: with who says it."""
    first = document.title.partition(" ")[0]
    return document.record == "statement" and any(match.token == first for match in reading)


def _whole(document: Document, question: Question, *, several: bool) -> float:
    """The reward for a name or title that is what was typed, or has all of several words of it in a row."""
    title, names = document.title.partition(JOINTS)[0], document.names.text
    typed, searched = question.typed, question.searched
    if not (typed in title or typed in names or searched in title or searched in names):
        return 0.0
    titles = [title, *[line.folded for line in document.names.lines]]
    if typed in titles or searched in titles:
        return score.WHOLE
    return score.ROW if several and any(f" {typed} " in f" {title} " for title in titles) else 0.0


def score_without(best: Hit, share: float) -> float:
    """The score of a hit for some of the terms, if the share that was left out counts as not found."""
    return best.score - best.mean * share


def _covered(reading: Reading) -> float:
    """The share of one name that was typed, times the share of what was typed that is in it."""
    if len(reading) == 1:
        (match,) = reading
        if match.field != "name":
            return 0.0
        return min(1.0, match.share * (1.0 if match.rule in ("", "phrase") else match.score**2))
    covered: dict[str, list[float]] = {}
    for match in reading:
        if match.field == "name":
            sure = 1.0 if match.rule in ("", "phrase") else match.score**2
            covered.setdefault(match.name, []).append(match.share * sure)
    shares = (min(1.0, sum(parts)) * (len(parts) / len(reading)) ** 2 for parts in covered.values())
    return max(shares, default=0.0)
