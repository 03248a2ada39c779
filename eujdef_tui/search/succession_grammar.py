"""Lines that ask who held an office before or after someone: who came after borrell, kishida's successor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from eujdef_tui.named_tuple import NamedTuple

__all__ = ["NOUNS", "RELATING", "Succession", "succession_asked"]

NOUNS = {"predecessor": False, "predecessors": False, "successor": True, "successors": True}
_VERBS = frozenset("succeed succeeded succeeds replace replaced replaces follow followed follows".split())
RELATING = _VERBS.union(NOUNS)  # words that say that someone came before or after someone
_BESIDE = {"before": False, "preceded": False, "precedes": False, "after": True}
_BETWEEN = frozenset("came comes come was is in office held had the post job right just next took takes over".split())
_BEHIND = frozenset("as in on at since".split())  # behind a name: replaced her as head, succeeded her in 2015


class Succession(NamedTuple):
    """What is asked of a succession: who came `later` than someone in office, or before them; how they are `named`."""

    later: bool
    named: tuple[str, ...]


def succession_asked(words: Sequence[str]) -> Succession | None:
    """What the folded words of a line ask of who came before or after someone; None where they do not."""
    for at, word in enumerate(words):
        if word in NOUNS:
            return _named(NOUNS[word], (*words[:at], *words[at + 1 :]))
        if words[0] not in ("who", "whom") or not at:
            continue
        if word in _VERBS:
            if words[1] in ("did", "does", "will"):  # who did she replace; but who will replace her
                return _named(False, words[2:at]) if words[2:at] else _named(True, words[at + 1 :])
            if list(words[at + 1 :]) == ["by"]:  # who was she replaced by
                return _named(True, words[2:at])
            return _named("by" not in words[at + 1 : at + 2], words[at + 1 :])
        if word in _BESIDE and _BETWEEN.issuperset(words[1:at]):
            return _named(_BESIDE[word], words[at + 1 :])
        if word == "from" and "over" in words[:at]:
            return _named(True, words[at + 1 :])
    return None


def _named(later: bool, words: Iterable[str]) -> Succession | None:
    named = tuple(takewhile(lambda word: word not in _BEHIND, words))
    return Succession(later, named) if named else None
