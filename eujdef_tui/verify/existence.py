"""Whether a sentence says that there is none of what a fact tells is there: does not exist, has still to be set up."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.steps import BEHIND, is_there, was_made

__all__ = ["EXISTING", "existence_differs"]

EXISTING = frozenset("exist exists existed existing existence existent nonexistent".split())
_NONE = frozenset(("nonexistent",))
_EXIST = root("exist")


def existence_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence denies that there is what a fact has as done: an agreement that was made, an event that took place."""
    mine = heard.pieces
    at = next((at for at, word in enumerate(mine.folded) if word in EXISTING), -1)
    if at >= 0:
        found = mine.denied.get(_EXIST, -1)
        if found < 0 and _NONE.isdisjoint(mine.vocabulary):
            return
        if not is_there(fact) and not was_made(heard, fact):
            return
        start, end, _ = mine.words[max(found, at)]
        said = mine.text[start:end]
        yield Difference("negation", start, end, f"not {said}" if found >= 0 else said, "existing")
    elif mine.pending >= 0 and fact.fact.own.aims and was_made(heard, fact):
        start, end, _ = mine.words[mine.pending]
        yield Difference("status", start, end, mine.text[start:end], BEHIND)
