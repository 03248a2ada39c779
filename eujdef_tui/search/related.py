"""Where nothing is found: the facts that have a word of the same idea for what was typed.

"Takeover collapsed" finds "merger abandoned": the table of ideas (ideas.txt) has takeover beside merger, and collapse
beside abandon. One such word alone is too wide a guess, and is only near; two in one title are hardly there by chance.
What is only associated with a typed word (associations.txt: reforestation, and planted) needs a typed word beside it
that is no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from eujdef_tui.search.expansions import ExpandedTerm, expand
from eujdef_tui.search.expressions import in_names, of_term
from eujdef_tui.search.match import judge
from eujdef_tui.search.meaning import readings_of
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS
from eujdef_tui.search.rank import order
from eujdef_tui.search.results import Hit, Result
from eujdef_tui.search.score import OTHERWISE
from eujdef_tui.search.synonyms import is_general, is_of_one_idea, other_words, words_of_ideas
from eujdef_tui.search.worth import is_ordinary
from eujdef_tui.store import Index
from eujdef_tui.store.filter_tags import in_view
from eujdef_tui.text.word_forms import stemmed

__all__ = ["lacks_idea", "of_ideas"]

LEAST, MOST = 2, 6  # words that are held against a fact at once
READ = 60  # facts that are judged, the most important first


def of_ideas(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """The facts that have each term, another word for it, or a word of its idea, all in title or name; else None."""
    row = "-".join(term.tokens[0] for term in terms)
    if "office" in pipeline.query.asks or (len(terms) > 1 and other_words(row, pipeline.base.index.synonyms)):
        return None
    ways = list(readings_of(pipeline, terms))  # with words in a row as one: a coast guard is no coast
    found = [one for some in ways[len(ways) > 1 :] if (one := _found(pipeline, some))]
    return max(found, key=lambda result: result.hits[0].mean, default=None)


def _found(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    telling = [term for term in terms if term.tokens[0] not in EMPTY | PREPOSITIONS]
    if not LEAST <= len(telling) <= MOST:
        return None
    index = pipeline.base.index
    sought = [expand(index, term, 0, several=True, reserve=True, ideas=True) for term in telling]
    having = pipeline.restriction.all_of([_in_titles(index, one) for one in sought])
    facts = index.documents(list(islice(index.matching(f"({having}) NOT {in_view('sources')}"), READ)))
    hits = [hit for fact in facts if (hit := pipeline.best(fact, judge(fact, sought))) and _tells(pipeline, hit)]
    left_out = tuple(term.text for term in terms if term not in telling)
    return Result(pipeline.query, order(hits), left_out=left_out) if hits else None


def _in_titles(index: Index, one: ExpandedTerm) -> str:
    """What has a term in a name or title, by the index."""
    if one.term.date or one.term.phrase or one.term.amount:
        return of_term(index, one)
    return f"{{names title}} : ({in_names(one.expansion)})"


def _tells(pipeline: Pipeline, hit: Hit) -> bool:
    """Whether each word stands in a title or name, and one that stands for another says more than words of any subject.

    Descriptions, quotes and links have too many words. Of 74 queries of the query sets that found nothing, seven find
    something so, six of them the right fact. With all fields four of 110 queries that nothing answers found something.
    """
    if any(match.field not in ("name", "title") for match in hit.why):
        return False
    related = [match for match in hit.why if match.rule == "related"]
    typed = [match.token for match in hit.why if match.rule not in OTHERWISE]
    guessed = pipeline.base.index.proper(typed).issuperset(typed)  # beside a name that many facts have, too
    if guessed and not all(is_of_one_idea(match.term.lower().replace(" ", "-"), match.token) for match in related):
        return False
    return not related or any(not is_general(match.term.lower()) for match in related)


def lacks_idea(pipeline: Pipeline, term: Term, hit: Hit, *, asked: bool = False) -> bool:
    """Whether a word for a thing is told by no word of its idea in a hit.

    Words of every subject may be left out of a line. So may those that a fact has, and those that tell how something is
    (cheaper, neglected) or what was done to it, but not if they were `asked` for.
    """
    word, index = term.tokens[0], pipeline.base.index
    if term.date or term.phrase or term.amount or is_ordinary(term) or word in EMPTY | PREPOSITIONS:
        return False
    if not (other_words(word) or words_of_ideas(word)):
        return False
    how = word.endswith(_HOW) or (word.endswith("er") and other_words(word[:-2]))
    if not asked and (how or index.words_with_stem(stemmed(word))):
        return False
    one = expand(index, term, 0, several=True, reserve=True, ideas=True)
    return not judge(next(iter(index.documents_of((hit.n,)).values())), [one])


_HOW = ("ed", "ing", "ly")  # endings of words that are mostly no things
