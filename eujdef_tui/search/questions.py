"""What a question asks for, and which of its words say nothing of what it asks about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["OPENING", "QUESTION", "Asked", "asked_for", "is_of_money"]

# Words of a question that say nothing of what is asked about. Terms where they are all that was typed.
QUESTION = frozenset(
    "a about an and are at be been by can could did do does for from had happen happened happens has have how in into "
    "is it its of on or should that the their there they this to was were what when where which who whom whose why "
    "will with would".split()
)
# And those of them with which a question opens.
OPENING = frozenset(
    "are can could did do does had has have how is should was were what when where which who whom whose why will "
    "would".split()
)
# What each word asks for.
_ASKING = {word: word for word in ("when", "where", "who", "much", "many", "or", "happen", "why")}
_ASKING |= {"happens": "happen", "happened": "happen"}
# "Who is" asks for a person, "what is" for a thing, but "who is paying" for a fact.
_IS = frozenset(("is", "was", "are", "were"))
_SAY = frozenset("say says said tell tells told".split())
_DIFFER = frozenset("differ differs disagree disagrees contradict contradicts differences".split())
_WHO_DIFFERS = frozenset("articles sources reports newspapers papers accounts facts they".split())
# Words of money: what they ask for is an amount of it.
_MONEY = frozenset(
    "allocate allocated budget cost costs fund invest invests money paid pay pays price spend spends spending spent "
    "worth".split()
)


def is_of_money(words: Iterable[str], asks: frozenset[str]) -> bool:
    """Whether a question asks for an amount of money."""
    return "much" in asks and not _MONEY.isdisjoint(words)


class Asked(NamedTuple):
    """The sorts of answer that are asked for (see `score.of_answer`), and the words that need not be found."""

    asks: frozenset[str]
    idle: frozenset[str]


def asked_for(words: Sequence[str]) -> Asked:
    """What the folded words of a query ask for."""
    asks = {_ASKING[word] for word in words if word in _ASKING}
    opening, question = words[:2], bool(words) and words[0] in OPENING
    idle = set(QUESTION)
    if "how" in opening:
        idle |= {"much", "many"}
    elif question and opening[0] != "may":
        idle |= {"may", "might", "must"}
    differing = _DIFFER.intersection(words)
    if differing and (question or _WHO_DIFFERS.intersection(words)):
        idle |= differing | _WHO_DIFFERS
        asks.add("differ")
    if question and opening[0] in ("what", "which", "who") and _SAY.intersection(words):
        asks.add("say")
        idle |= _SAY if opening[0] == "what" else set()
    left = [word for word in words if word not in idle]
    done = any(word.endswith("ing") for word in left)
    if opening[1:] and opening[1] in _IS and opening[0] in ("who", "what") and left and not done:
        asks |= {"person"} if opening[0] == "who" else set()
    elif question and (len(left) > 1 or "say" in asks):
        asks.add("fact")
    return Asked(frozenset(asks), frozenset(idle))
