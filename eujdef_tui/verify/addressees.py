"""Whether somebody told what a sentence says to a newspaper that the article of the base names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eujdef_tui.model.records import Actor
from eujdef_tui.text.tokens import words
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import OUTLETS

__all__ = ["addressee_differs"]


def addressee_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """An outlet that is told what a sentence says, and that no article names on which the fact rests."""
    if not (fact.speaker or heard.speaker):
        return
    for named in heard.named:
        is_outlet = any(heard.names.kinds.get(one) in OUTLETS for one in named.ids)
        if is_outlet and heard.is_told(named) and not _is_named(fact, named.ids):
            said = heard.pieces.text[named.start : named.end]
            yield Difference("name", named.start, named.end, said, "")


def _is_named(fact: Evidenced, ids: Iterable[str]) -> bool:
    """Whether an article on which a fact rests has any of the names of these, or is by one of them."""
    for one in ids:
        if one in fact.sources:
            return True
        record = fact.facts.record(one)
        names = (record.name, *(other.name for other in record.other_names)) if isinstance(record, Actor) else ()
        told = [" ".join(word.folded for word in words(name)) for name in names]
        if any(fact.facts.is_in_article(source, name) for source in fact.sources for name in told):
            return True
    return False
