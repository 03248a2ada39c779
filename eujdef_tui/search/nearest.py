"""Where no record has all that was asked for: what is near, and what the line may have meant.

The nearest records are no hits. They have some of the words, rare ones before common ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.expansions import DEPTHS, Alternative, ExpandedTerm, Expansion, expand
from eujdef_tui.search.expressions import in_names, of_term, of_very_word
from eujdef_tui.search.match import judge
from eujdef_tui.search.meaning import readings_of
from eujdef_tui.search.pipeline import STEPS, Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import QUESTION
from eujdef_tui.search.rank import best_hit
from eujdef_tui.search.results import Hit, Mended
from eujdef_tui.search.score import edits_allowed
from eujdef_tui.search.spell import (
    SHORT,
    begun_alike,
    guessed_edits,
    is_acronym,
    is_acronym_of,
    nearest_words,
    replaced,
)
from eujdef_tui.search.worth import worth_among
from eujdef_tui.store import Document, Index
from eujdef_tui.store.document import JOINTS
from eujdef_tui.store.filter_tags import in_view
from eujdef_tui.text.sounds import phonetic
from eujdef_tui.text.word_forms import same_word, stemmed

__all__ = ["absent_words", "mended_line", "mended_once", "nearest_hits"]

MOST = 6  # nearest records: as many as the screen has room for beside what can be asked
READ = 60  # records that are read: those that have the most of the words by the index
FOUND = 2_000  # records of one word that are looked at, the most important first
WORDS = 8  # words of a long query that are looked for
MENDED = 2  # more absent words than that are no slip of the pen
BEGUN = 8  # beginnings of names that a half-typed word is held against
GUESSES = 4  # words of the base that one absent word is held against
GUESSED = 0.4  # times the worth of a word: it was not typed
_STEPS = (*(step for step in STEPS if step.reserve), STEPS[-1])  # other words count beside the very one


class _Sought(NamedTuple):
    """A term with its alternatives, and what it is worth."""

    expanded: ExpandedTerm
    worth: float


def absent_words(index: Index, terms: Sequence[Term]) -> list[Term]:
    """The terms that are in no record: neither the word nor one that begins with it, nor another spelling of it."""
    return [term for term in terms if not term.date and not term.phrase and not _known(index, term)]


def _known(index: Index, term: Term) -> bool:
    if index.words_with_stem(stemmed(term.tokens[0])):
        return True
    one = expand(index, term, DEPTHS[0], several=False)
    return any(index.count(expression, 1) for expression in (of_very_word(index, one), of_term(index, one)))


def mended_once(pipeline: Pipeline, terms: Sequence[Term]) -> Mended:
    """The line of a search with its absent words replaced (see `mended_line`): worked out once, asked up to twice."""
    key = tuple(terms)
    if key not in pipeline.mended:
        pipeline.mended[key] = mended_line(pipeline, terms, absent_words(pipeline.base.index, terms))
    return pipeline.mended[key]


def mended_line(pipeline: Pipeline, terms: Sequence[Term], absent: Sequence[Term]) -> Mended:
    """The line with each absent word replaced by the nearest word of the base, as far as there is one."""
    others = [of_term(pipeline.base.index, _expanded(pipeline, term)) for term in terms if term not in absent]
    words = {term: word for term in absent[:MENDED] if (word := _nearest_word(pipeline, term, others))}
    line = pipeline.query.text
    for term, word in sorted(words.items(), key=lambda item: -item[0].column):
        at = max(term.column, line.find(term.text, term.column))  # behind a quotation mark: later
        line = line[:at] + word + line[at + len(term.text) :]
    if line.count('"') % 2:
        line = "".join(line.rsplit('"', 1))
    instead = {term: term._replace(text=word, tokens=(word,)) for term, word in words.items()}
    return Mended(line if words and len(words) == len(absent) else "", instead)


def _nearest_word(pipeline: Pipeline, term: Term, others: Sequence[str]) -> str:
    """The word of the base that was most likely meant; of equally near ones, that which is beside the other terms."""
    index, typed = pipeline.base.index, term.tokens[0]
    reach = guessed_edits(typed)
    lengths = (len(typed) - reach, len(typed) + reach)
    words = index.words_starting(typed[0], *lengths) if reach else []
    if len(typed) > 3:
        words += index.words_starting_otherwise(typed, *lengths)
    near = nearest_words(typed, [word for word in words if word not in QUESTION], reach) if words else []
    near = list(islice((item for item in near if _may_be(index, term, *item)), GUESSES))
    if not near:
        return ""
    sounds = phonetic(typed)

    def likely(item: tuple[str, int]) -> tuple[int, bool, bool, int]:
        word, edits = item
        beside = pipeline.restriction.all_of([*others, f'"{word}"'])
        return edits, word[0] != typed[0], phonetic(word) != sounds, -index.count(beside, FOUND)

    return min(near, key=likely)[0]


def _may_be(index: Index, term: Term, word: str, edits: int) -> bool:
    """Whether a near word may be told: the facts have it, and of what is typed as a name it is no common word."""
    typed, text = term.tokens[0], term.text
    if replaced(typed, word) and len(typed) < SHORT:
        return False
    if is_acronym(text) and not is_acronym_of(index, typed, word):
        return False
    named = index.count(f'names : ("{word}")', 1) > 0
    # an ordinary word is mended where little is wrong: macrn is no "main", and germany no "demand"
    if not index.proper([word]) and (edits > edits_allowed(typed, lower_case=True) or len(typed) < SHORT):
        return False
    if edits > edits_allowed(typed, lenient=named) or (edits > 1 and _has_other_words(typed)):
        return False
    return _is_written(index, word)


def _is_written(index: Index, word: str) -> bool:
    """Whether a fact has a word as such; not only as initials that no one wrote down, or as two words joined."""
    for document in index.documents(list(islice(index.matching(f'"{word}"'), BEGUN))):
        lines = (line for line in document.names.lines if not line.label.startswith("initials"))
        texts = (document.title, document.words, document.quotes)
        if any(word in line.tokens for line in lines) or any(
            word in text.partition(JOINTS)[0].split() for text in texts
        ):
            return True
    return False


def _expanded(pipeline: Pipeline, term: Term) -> ExpandedTerm:
    """A term at the first depth at which a fact has it: that a word stands in an article says little.

    Other words for it count as well: a fact that has one may be what was meant though another has the very word.
    """
    index = pipeline.base.index
    for step in _STEPS:
        one = expand(index, term, step.depth, several=True, reserve=step.reserve)
        facts = f"({of_term(index, one)}) NOT {in_view('sources')}"
        if index.count(pipeline.restriction.all_of([facts]), 1):
            break
    return expand(index, term, step.depth, several=True, reserve=step.reserve, ideas=True)


def nearest_hits(pipeline: Pipeline, terms: Sequence[tuple[Term, bool]]) -> tuple[Hit, ...]:
    """The records that have most of the terms, each of which was typed or (True) guessed at."""
    guessed = {term for term, guess in terms if guess}
    hits: dict[int, Hit] = {}
    for some in readings_of(pipeline, [term for term, _ in terms[:WORDS]]):
        for near in _near_hits(pipeline, [(term, term in guessed) for term in some]):
            if near.n not in hits or near.score > hits[near.n].score:
                hits[near.n] = near
    if not hits and terms and (begun := _begun(pipeline, terms[-1][0], beside=len(terms) > 1)):
        named = pipeline.restriction.all_of([f"names : ({in_names(begun.expansion)})"])
        begun_so = pipeline.base.index.documents(list(islice(pipeline.base.index.matching(named), READ)))
        one = _Sought(begun, 1.0)
        hits = {hit.n: hit for document in begun_so if (hit := _near(pipeline, document, [one], 1.0))}
    return tuple(sorted(hits.values(), key=lambda hit: (-hit.score, hit.n))[:MOST])


def _near_hits(pipeline: Pipeline, terms: Sequence[tuple[Term, bool]]) -> Iterator[Hit]:
    index = pipeline.base.index
    sought: list[_Sought] = []
    worth: dict[int, float] = {}
    whole = 0.0
    for term, guessed in terms:
        one = _expanded(pipeline, term)
        found = list(islice(index.matching(pipeline.restriction.all_of([of_term(index, one)])), FOUND))
        rare = worth_among(pipeline, term, len(found)) * (GUESSED if guessed else 1.0)
        whole += rare
        if found:
            sought.append(_Sought(one, rare))
            for d in found:
                worth[d] = worth.get(d, 0.0) + rare
    best = sorted(worth, key=lambda d: (-worth[d], d))[:READ]
    yield from (hit for document in index.documents(best) if (hit := _near(pipeline, document, sought, whole)))


def _begun(pipeline: Pipeline, term: Term, *, beside: bool) -> ExpandedTerm | None:
    """The names that a half-typed word may be the beginning of, with a letter wrong; None where there are none.

    While a name is typed, the list does not empty at its wrong letter to fill again at the next.
    """
    if term.date or term.phrase or (beside and len(term.tokens[0]) <= SHORT - 2):
        return None  # shinzo abe: of a whole name of which nothing is known the last word is not being typed
    begun = begun_alike(pipeline.base.index, term.tokens[0])[:BEGUN]
    quality = score.TYPO[1] * score.TYPO_IN_PREFIX
    prefixes = [Alternative(prefix, quality, "~1") for prefix in begun]
    return ExpandedTerm(term, Expansion(term.tokens[0], (), prefixes), False, {}) if begun else None


def _has(document: Document, one: ExpandedTerm) -> bool:
    """Whether a record has a term. What a word of the table of other words begins is another word: ban is no bank."""
    found = judge(document, [one])
    if not found or found[0][0].rule != "prefix":
        return bool(found)
    typed = one.term.tokens[0]
    return same_word(found[0][0].token, typed) or not _has_other_words(typed)


def _has_other_words(typed: str) -> bool:
    """Whether the table of other words has a word. No word of it is a single letter."""
    from eujdef_tui.search.synonyms import other_words  # only where nothing is found

    return len(typed) > 1 and bool(other_words(typed))


def _near(pipeline: Pipeline, document: Document, sought: Sequence[_Sought], whole: float) -> Hit | None:
    """What a record has of the terms, scored by what they are worth."""
    if not pipeline.restriction.allows(document):
        return None
    having = [one for one in sought if _has(document, one.expanded)]
    hit = best_hit(document, judge(document, [one.expanded for one in having]), pipeline.question) if having else None
    if hit is None:
        return None
    told = sum(one.worth * match.score for one, match in zip(having, hit.why, strict=True)) / whole
    bonus = score.REWARD * (hit.score - hit.mean)
    article = score.SOURCE if document.record == "source" else 1.0
    return hit._replace(score=(told + bonus * sum(one.worth for one in having) / whole) * article)
