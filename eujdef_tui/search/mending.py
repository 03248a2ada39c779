"""Read a line with the words that no record has as those of the base that are one slip of the pen away.

Each word for itself is found misspelt, but what is tried where too little is found (other words, words left out, what a
question asks for) needs the words themselves: of "when is the last turbin instaled" turbine and installed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eujdef_tui.search.nearest import mended_once
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Query, Term, parse
from eujdef_tui.search.questions import EMPTY, QUESTION
from eujdef_tui.search.results import Reading, Result
from eujdef_tui.store import Base
from eujdef_tui.text.edit_distance import distance_to

__all__ = ["mended_result"]

SHORTEST = 5  # letters of a word that is mended unasked
LONG = 9  # letters from which two slips are

Search = Callable[[Base, Query, "int | None"], Result]


def mended_result(search: Search, pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """What the mended line finds; None where no word of it is surely misspelt, or it finds nothing."""
    mended = mended_once(pipeline, terms)
    slips = all(_is_slip(term.tokens[0], word.tokens[0]) for term, word in mended.words.items())
    if not slips or mended.line in ("", pipeline.query.text):
        return None
    found = search(pipeline.base, parse(mended.line), pipeline.limit)
    if not found.hits or any(word.text in found.left_out for word in mended.words.values()):
        return None  # what is mended and then left out says nothing
    read = tuple(Reading("mended", term.text, word.text) for term, word in mended.words.items())
    return found._replace(query=pipeline.query, readings=(*read, *found.readings))


def _is_slip(typed: str, word: str) -> bool:
    """Whether a word is that close to the typed one: one slip, or two in a long word; and not one that says nothing."""
    if len(typed) < SHORTEST or word in EMPTY | QUESTION:
        return False
    return distance_to(typed)(word) <= (2 if len(typed) >= LONG else 1)
