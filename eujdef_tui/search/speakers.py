"""Find what someone says about something, where a role or a body was typed and no name: what the mayor said.

A statement is linked to who says it, by name. That a person is the mayor stands in the person's own record.
"""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.model.records import Statement
from eujdef_tui.search.pipeline import STEPS, Pipeline
from eujdef_tui.search.query import Filter, Query, Term
from eujdef_tui.search.questions import is_saying
from eujdef_tui.search.rank import order
from eujdef_tui.search.results import Hit, Result
from eujdef_tui.search.sentences import in_sentences
from eujdef_tui.store import Base
from eujdef_tui.text.tokens import words

__all__ = ["said_by"]

MEMBERS = 8  # of a body, who speak for it
SPEAKERS = 3  # actors that are meant by a role: more are no one in particular


def said_by(base: Base, query: Query, terms: Sequence[Term], limit: int) -> Result | None:
    """The statements of those whom the words before "say" mean, about what the words behind it mean."""
    said = next((word.start for word in words(query.said) if is_saying(word.folded)), -1)
    speaking, topic = [t for t in terms if t.column < said], [t for t in terms if t.column > said]
    if said < 0 or not speaking or not (base.span("actors") and base.span("statements")):
        return None
    verb = [t for t in terms if t.column == said]
    hits: dict[int, Hit] = {}
    for speaker in _speakers(base, query, speaking, limit):
        own = query._replace(filters=(*query.filters, Filter("actor", speaker, 0), Filter("kind", "statement", 0)))
        pipeline = Pipeline(base, own, limit)
        found = pipeline.find(topic or verb, STEPS[:2]) or (in_sentences(pipeline, topic) if topic else None)
        if found is None and verb and not topic:
            found = pipeline.find([])  # what the union fears may have no such word
        hits |= {hit.n: hit for hit in found.hits if _speaks(base, hit, speaker)} if found else {}
    return Result(query, order(hits.values())) if hits else None


def _speakers(base: Base, query: Query, speaking: Sequence[Term], limit: int) -> list[str]:
    """The ids of the actors who have all the words in their names or descriptions."""
    found = Pipeline(base, query._replace(filters=(Filter("kind", "actor", 0),)), limit).find(speaking, STEPS[:2])
    own = [hit for hit in found.hits if all(match.field in ("name", "words") for match in hit.why)] if found else []
    if len(own) > SPEAKERS:
        return []
    members = (n for hit in own for n in base.backlinks(hit.n, "member", MEMBERS))
    return [base.record(n).record.id for n in dict.fromkeys((*(hit.n for hit in own), *members))]


def _speaks(base: Base, hit: Hit, speaker: str) -> bool:
    record = base.record(hit.n).record
    return isinstance(record, Statement) and record.speaker == speaker
