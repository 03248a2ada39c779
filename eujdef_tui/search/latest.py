"""Of those to whom sources give one office, first the one whom the latest of them names: who is, not who was."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.model.records import Actor
from eujdef_tui.search.results import Hit
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import folded_words

__all__ = ["latest_first"]

ALIKE = 0.1  # of two scores


def latest_first(base: Base, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits; of the persons that have the words of the first, and as well, first whom the latest source tells so."""
    if not hits or not (day := _told_on(base, hits[0])):
        return tuple(hits)
    best, days = hits[0], {hits[0].n: day}
    terms = {match.term for match in best.why}
    for hit in hits[1:]:
        if abs(hit.score - best.score) <= ALIKE and {match.term for match in hit.why} == terms:
            days[hit.n] = _told_on(base, hit)
    alike = sorted((hit for hit in hits if days.get(hit.n)), key=lambda hit: -days[hit.n])
    return (*alike, *(hit for hit in hits if not days.get(hit.n)))


def _told_on(base: Base, hit: Hit) -> int:
    """The latest day (yyyymmdd) of which a source tells what someone is; 0 for any other hit, and where none is dated.

    Whose name was typed is meant, whenever that was.
    """
    record = base.record(hit.n).record
    if not isinstance(record, Actor) or record.kind != "person" or any(match.field == "name" for match in hit.why):
        return 0
    tokens = {match.token for match in hit.why}
    offices = [one.evidence for one in record.memberships if tokens & set(folded_words(one.role))]
    issued = (base.source(item.source).issued for told in offices or [record.evidence] for item in told)
    return max((edtf.bounds(date)[1] for date in issued if date), default=0)
