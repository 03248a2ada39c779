"""Offices that stand for who holds them: the EU's foreign policy chief, Japan's prime minister."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.verify.names import Named, Names
from eujdef_tui.verify.pieces import Pieces

__all__ = ["ROLES", "with_offices"]

ROLES = frozenset(
    "minister president chief ambassador official premier chancellor spokesman spokeswoman spokesperson professor"
    " analyst diplomat leader commissioner mayor envoy secretary director chairman chair expert".split()
)  # fmt: skip
_REACH = 3  # words of a role behind the name of a body: foreign policy chief
_TITLE = 2  # words before a role that make it that of a single body


def with_offices(pieces: Pieces, names: Names) -> list[Named]:
    """Whom a sentence names; where an office stands for its holder, not the body of which it is."""
    found = names.find(pieces.text, pieces.words)
    if ROLES.isdisjoint(pieces.vocabulary):
        return found
    folded = pieces.folded
    held = [_holder_of(pieces, names, found, nth) or one for nth, one in enumerate(found)]
    taken = {at for one in held for at in range(one.first, one.last)}
    for at in range(_TITLE + 1, len(folded)):
        first = at - _TITLE
        if folded[at] not in ROLES or folded[first - 1] != "the" or not taken.isdisjoint(range(first, at + 2)):
            continue
        if ids := names.holding_alone(folded[first : at + 1]):
            start, end = pieces.words[first].start, pieces.words[at].end
            held.append(Named(start, end, first, at + 1, ids, known=False))
    return sorted(held)


def _holder_of(pieces: Pieces, names: Names, found: Sequence[Named], nth: int) -> Named | None:
    """Who holds the office that stands behind the name of a body; None where the sentence itself names the holder."""
    body, folded = found[nth], pieces.folded
    reach = range(body.last, min(body.last + _REACH, len(folded)))
    role = next((at for at in reach if folded[at] in ROLES), -1)
    if role < 0 or any(one.first <= role + 1 < one.last for one in found[nth + 1 :]):
        return None  # EU foreign policy chief Kallas
    before = found[nth - 1] if nth else None
    if before and body.first - before.last <= 1 and any(names.kinds.get(one) == "person" for one in before.ids):
        return None  # Kallas, the EU's foreign policy chief
    ids = names.holding(folded[body.last : role + 1], body.ids)
    return Named(body.start, pieces.words[role].end, body.first, role + 1, ids, known=False) if ids else None
