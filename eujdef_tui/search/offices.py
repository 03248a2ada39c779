"""What a question asks of who is at the head of something, speaks for it or mediates in it, and how texts tell it."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS, QUESTION

__all__ = ["OFFICE_WORDS", "VERBS", "Office", "agents", "office_asked"]


class Office(NamedTuple):
    """A sort of office: the words that `ask` for it, those that tell it, and those that tell something `near` it.

    What it is `always` of need not be told: a mediator is one in a dispute. Where no person has it, a body does that is
    called one of these. `only` they may answer: facts that have the word tell something else.
    """

    ask: frozenset[str]
    told: frozenset[str]
    near: frozenset[str]
    always: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    only: bool = True


_CHAIR = "chair chaired chairing chairman chairperson chairs chairwoman presided presides presiding"
_SPEAKING = "speak speaking speaks spoke spokesman spokesperson spokeswoman"
_LEAD = "boss chief direct directed directs head headed heads lead leader leading leads led run running runs ran"
VERBS = frozenset("manages operates ran run runs".split())  # of what a body does
OFFICES: tuple[Office, ...] = (
    Office(
        frozenset(f"{_LEAD} charge command commands control govern governs helm manage managed manages".split()),
        frozenset(
            f"{_LEAD} ceo commander coordinator director executive governor manager president prime principal".split()
        ),
        frozenset(f"{_CHAIR} captain dean editor mayor premier rector secretary".split()),
        bodies=VERBS,
    ),
    Office(frozenset(_CHAIR.split()), frozenset(_CHAIR.split()), frozenset(f"{_LEAD} president".split())),
    Office(
        frozenset(f"{_SPEAKING} represent represented represents".split()),
        frozenset(f"{_SPEAKING} representative represent represented represents".split()),
        frozenset("advocate ambassador attorney delegate envoy lawyer negotiator".split()),
        frozenset(("court",)),
        frozenset("association federation lobby union".split()),
    ),
    Office(
        frozenset("mediate mediated mediates mediating mediator".split()),
        frozenset("arbitrator arbitrators mediate mediated mediates mediating mediator mediators".split()),
        frozenset("facilitator facilitates".split()),
        frozenset("conflict dispute disputes negotiations quarrel row talks".split()),
    ),
    Office(
        frozenset("defend defended defending defends".split()),
        frozenset("advocate attorney barrister counsel defender lawyer".split()),
        frozenset(),
        only=False,
    ),
)
OFFICE_WORDS = frozenset(word for office in OFFICES for word in office.ask)
# Verbs that ask for an office only before these words: who speaks for the union, but not who speaks on Friday.
_BEFORE = {**dict.fromkeys("speak speaking speaks spoke".split(), ("for",)), "charge": ("of",), "control": ("of",)}
# And those that ask for none before these: who is running for mayor, who heads to the final.
_NOT_BEFORE = frozenset("against away down for from in into off on out over to".split())
_NOUNS = frozenset(
    "boss chair chairman chairwoman chief head leader mediator spokesman spokesperson spokeswoman".split()
)
_OF = frozenset("at for in of".split())  # between what someone is and of what
_IS = frozenset(("is", "was", "are", "were"))


def agents(deed: str) -> list[str]:
    """The words that may name who does something: builder and auditor, of builds and audits."""
    roots = {deed, *(deed.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing") if deed.endswith(ending))}
    nouns = {root + ending for root in roots for ending in ("er", "or", *(["r"] if root.endswith("e") else ()))}
    return [*nouns, *(f"{noun}s" for noun in nouns)]


def office_asked(words: Sequence[str]) -> tuple[Office, int] | None:
    """The office that a question "who" or a few words ask for, by their folded words, and which word asks for it."""
    if words[:1] != ["who"]:  # boss of the firm
        held = [(one, 0) for one in OFFICES if words[0] in one.ask] if words[1:2] and words[1] in _OF else []
        return held[0] if held and words[0] in _NOUNS and words[2:] else None
    if words[1:2] and words[1] in _IS and words[-1] in _NOUNS:  # who is the council's boss
        return next(one for one in OFFICES if words[-1] in one.ask), len(words) - 1
    passed = QUESTION | EMPTY | PREPOSITIONS | {"be", "co", "current", "currently", "present", "will"}
    at = next((n for n, word in enumerate(words) if n and word not in passed), 0)
    word, after = words[at], words[at + 1 : at + 2]
    office = next((one for one in OFFICES if word in one.ask), None)
    if office is None or not after:
        return None
    if word in _BEFORE:
        return (office, at) if after[0] in _BEFORE[word] else None
    if after[0] in _NOT_BEFORE and not (word in _NOUNS or "mediat" in word):
        return None
    return office, at
