"""Find the name that is nearest to all that was typed, as one string, where its words find nothing one by one.

Nothing that was found otherwise is touched: this is the last resort.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from eujdef_tui.model.searchable import capitalised
from eujdef_tui.search import score
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.rank import order
from eujdef_tui.search.results import Match, Result
from eujdef_tui.search.spell import NAMES, most_similar, nearest_words, similarity
from eujdef_tui.store import Index, NameLine
from eujdef_tui.text.edit_distance import distance_to
from eujdef_tui.text.word_forms import is_unspaced

__all__ = ["by_beginnings", "nearest_name"]

SIMILAR = 0.65  # of 1: the share of letters that must agree
AHEAD = 0.10  # so much nearer than the name that is second
SIMILAR_REST = 0.5  # and of the words that are not the same
SHORTEST = 5  # letters typed
SHORT, SIMILAR_SHORT = 7, 0.79  # shorter ones are near to many names: one edit, which may be the first letter
WORDS, DOCUMENTS, EDITS = 8, 200, 3  # words near to a typed one, records that have one, and their edits


def nearest_name(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """The records with the one name that is near to all that was typed; None where none is, or several are."""
    plain = all(len(term.tokens) == 1 and not term.date and not term.amount for term in terms)
    typed = "".join(term.tokens[0] for term in terms) if plain else ""
    if len(typed) < SHORTEST or pipeline.query.asks or is_unspaced(typed):
        return None
    index, restriction = pipeline.base.index, pipeline.restriction
    full, similarity, edits = _nearest(typed, _candidates(index, typed, terms))
    if not _rest_is_near([term.tokens[0] for term in terms], full.split()):
        return None
    hits = []
    for document in index.documents(restriction.allowed(index, index.whole(full))) if full else []:
        line = next(line for line in document.names.lines if line.folded == full)
        quality = score.SOUND * similarity * score.of_label(line.label)
        why = Match(pipeline.query.text.strip(), quality, f"~{edits}", full, "name", line.name, line.label, share=1.0)
        if restriction.allows(document):
            hits.append(pipeline.hit(document, (why,)))
    return Result(pipeline.query, order(hits)) if hits else None


def _rest_is_near(typed: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words that only one side has are near: "russia sia" is not Russia."""
    rest = "".join(word for word in typed if word not in name)
    others = "".join(word for word in name if word not in typed)
    return bool(rest and others) and similarity(rest, others) >= SIMILAR_REST


def _nearest(typed: str, names: Iterable[str]) -> tuple[str, float, int]:
    """The name that is near enough and well ahead of all others, how similar it is, and its edits; "" for none."""
    by_joined = {name.replace(" ", ""): name for name in names}
    found = most_similar(typed, list(by_joined), SIMILAR - AHEAD, 2)
    least = SIMILAR if len(typed) >= SHORT else SIMILAR_SHORT
    if not found or found[0][1] < least or (len(found) > 1 and found[0][1] - found[1][1] < AHEAD):
        return "", 0.0, 0
    best, alike = found[0]
    return by_joined[best], alike, distance_to(typed)(best)


def _candidates(index: Index, typed: str, terms: Sequence[Term]) -> Iterator[str]:
    """Folded names: all of a small base; of a large one those that begin alike or have a word near to a typed one."""
    every = index.names_with_prefix("", NAMES)
    if len(every) < NAMES:
        yield from (full for _, full in every)
        return
    yield from (full for _, full in index.names_with_prefix(typed[:2], NAMES))
    for token in (term.tokens[0] for term in terms if len(term.tokens[0]) > EDITS + 1):
        words = index.words_starting(token[0], len(token) - EDITS, len(token) + EDITS)
        either = " OR ".join(f'"{word}"' for word, _ in nearest_words(token, words, EDITS, WORDS))
        if either:
            named = index.names_of(list(islice(index.matching(f"names : ({either})"), DOCUMENTS)))
            yield from (line.folded for lines in named.values() for line in lines)


LETTERS = range(3, 7)  # typed letters that may be beginnings of the words of a name
FEWEST = 5  # letters where a name has only two words: shorter ones are beginnings of too many
SHOWN = 12  # names so abbreviated: more are no answer


def by_beginnings(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """The names of whose capitalised words the typed letters are beginnings, in order: intpol, benelux, rhemet."""
    typed = terms[0].tokens[0] if len(terms) == 1 and len(terms[0].tokens) == 1 else ""
    if len(typed) not in LETTERS or not (typed.isascii() and typed.isalpha()) or terms[0].date:
        return None
    index, restriction = pipeline.base.index, pipeline.restriction
    places = range(1, len(typed))
    most = range(1 if len(typed) >= FEWEST else 2, len(typed))  # letters beside the first
    begun = {typed[0] + "".join(typed[at] for at in way) for n in most for way in combinations(places, n)}
    named = index.names_of(restriction.allowed(index, index.with_capitals(begun, DOCUMENTS)))
    found = {d: line for d, lines in named.items() if (line := _abbreviated(typed, lines))}
    hits = []
    for document, line in zip(index.documents(list(found)), found.values(), strict=True):
        if restriction.allows(document):
            quality = score.INITIALS * score.PREFIX * score.of_label(line.label)
            why = Match(terms[0].text, quality, "beginnings", line.folded, "name", line.name, line.label, share=1.0)
            hits.append(pipeline.hit(document, (why,)))
    return Result(pipeline.query, order(hits)) if 0 < len(hits) <= SHOWN else None


def _abbreviated(typed: str, lines: Iterable[NameLine]) -> NameLine | None:
    """The first name of whose words the letters are beginnings."""
    return next((line for line in lines if _abbreviates(typed, capitalised(line.name))), None)


def _abbreviates(typed: str, words: Sequence[str]) -> bool:
    """Whether letters are a beginning of each word, one after the other."""
    if len(words) == 2 and len(typed) < FEWEST:
        return False
    return _begins(typed, words)


def _begins(typed: str, words: Sequence[str]) -> bool:
    if not words or not typed:
        return not words and not typed
    first, *rest = words
    ends = (end for end in range(1, len(typed) + 1) if first.startswith(typed[:end]))
    return any(_begins(typed[end:], rest) for end in ends)
