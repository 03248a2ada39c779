"""Which words of a line are never left out: names, roles, and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS, QUESTION, ROLES
from eujdef_tui.search.results import Hit
from eujdef_tui.text.word_forms import folded_words

__all__ = [
    "FIGURE",
    "counted",
    "is_place",
    "kept",
    "may_be_name",
    "names_in",
    "only_names",
    "written_as_name",
]

FIGURE = frozenset(("much", "many"))  # questions that a figure answers
_ANYONE = frozenset(("people", "persons", "times", "things"))  # what is counted where its word says little
_BECOMING = frozenset(("become", "becomes", "became", "becoming"))  # of when someone did, that is what was asked
_BEING = (["is"], ["are"], ["was"], ["were"])


def kept(pipeline: Pipeline, terms: Sequence[Term]) -> set[str]:
    """The words that are never left out: names, which a question is about, roles, and what is counted after "how many".

    Of names that the base does not know as such, acronyms. Without its chief, a league is another thing.
    """
    acronyms = {term.tokens[0] for term in terms if term.text.isupper() and written_as_name(pipeline, term)}
    roles = ROLES.intersection(term.tokens[0] for term in terms)
    return names_in(pipeline, terms) | acronyms | roles | counted(pipeline, terms)


def written_as_name(pipeline: Pipeline, term: Term) -> bool:
    """Whether a word that no fact has is a name by its capitals: EPA, or Zanzibar behind the first word.

    Where the whole line is in capitals, they tell nothing.
    """
    acronym = len(term.text) > 1 and term.text.isupper()
    return (acronym or (term.column > 0 and term.text[:1].isupper())) and not pipeline.query.text.isupper()


def may_be_name(pipeline: Pipeline, term: Term) -> bool:
    """Whether a word that no fact has is a name: of a question by its capitals, else one of a place or a person."""
    if term.date or term.phrase or term.amount:
        return False
    if pipeline.query.asked and written_as_name(pipeline, term):
        return True
    from eujdef_tui.draft.lexicon import first_names  # few queries have a word that no fact has

    word = term.tokens[0]
    return is_place(word) or (word in first_names() and not _is_word(word))


def is_place(word: str) -> bool:
    """Whether a word is the name of a country or a place, or of its people."""
    from eujdef_tui.draft.lexicon import places  # few queries leave a word out

    named, peoples = places()
    return word in named or word in peoples


def _is_word(word: str) -> bool:
    from eujdef_tui.search.synonyms import other_words

    return word in EMPTY or word in PREPOSITIONS or bool(other_words(word))


def counted(pipeline: Pipeline, terms: Sequence[Term]) -> set[str]:
    """The words for what is counted or measured: those after "how many", of "how big is the new fund" the last."""
    words, asks = folded_words(pipeline.query.said), pipeline.query.asks
    if "many" in asks:
        wanted = list(takewhile(_tells, words[words.index("many") + 1 :]))
    elif "much" in asks and words[:1] == ["how"] and words[1] != "much" and words[2:3] in _BEING:
        wanted = list(takewhile(_tells, dropwhile(QUESTION.__contains__, words[2:])))[-1:]
    else:
        return set()
    return {one for term in terms if (one := term.tokens[0]) in wanted and one not in _ANYONE}


def _tells(word: str) -> bool:
    return word not in QUESTION and word not in PREPOSITIONS


def names_in(pipeline: Pipeline, terms: Sequence[Term]) -> set[str]:
    """The words among the terms that are a whole name, or that running text never writes in lower case."""
    words = [term.tokens[0] for term in terms if not term.date and not term.phrase]
    index = pipeline.base.index
    return index.proper(words) | {word for word in words if index.whole(word)}


def only_names(pipeline: Pipeline, best: Hit, rest: Sequence[Term], terms: Sequence[Term]) -> bool:
    """Whether of a question nothing is left but names: of when japan joined nato, facts of japan and nato.

    So of a line with a date, which all that a name has would answer: kallas volcano 2025. A figure may answer, and so
    may what has a name alone where no more was asked of it than a word of every subject.
    """
    idle = EMPTY | PREPOSITIONS
    if "when" in pipeline.query.asks:
        idle -= _BECOMING
    left = [term for term in terms if term not in rest and term.tokens[0] not in idle]
    asked = pipeline.query.asked or any(term.date for term in rest)
    if (
        not left
        or not asked
        or ((pipeline.query.asks & FIGURE or pipeline.question.sums) and pipeline.kind_of(best.n) == "figure")
    ):
        return False
    words = {term.tokens[0] for term in rest if not term.date} - ROLES
    named = names_in(pipeline, rest)
    return all(word in named or is_place(word) for word in words)
