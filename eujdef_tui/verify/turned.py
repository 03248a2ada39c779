"""Whether a sentence turns a fact round: denial, opposites, what is only planned told as done, another speaker."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import OPPOSED, is_content, root
from eujdef_tui.verify.word_lists import ALLOWING, BANNING, NOUNS_OF_RECORDS, OBLIGING, STAGES

__all__ = [
    "BEHIND",
    "EXCLUDING",
    "denial_differs",
    "limits_differ",
    "obligation_differs",
    "opposite_differs",
    "pending_differs",
    "speaker_differs",
    "status_differs",
]


_TALKS = frozenset(("talks", "negotiations", "negotiation"))
_NO_AGREEMENT = frozenset("meeting summit visit exercise event aircraft fighter jet plane".split()) | _TALKS
_NEGOTIABLE = (NOUNS_OF_RECORDS - _NO_AGREEMENT) | {"it"}
_DENYING, _BARE = frozenset(("un", "in", "im", "ir")), 6  # beginnings that deny, and letters of the least they deny
_MADE_KNOWN = frozenset(map(root, "announced listed named scheduled unveiled presented published".split()))
_ALONE = frozenset(("first", "only", "sole"))
BEHIND = "done already"
_HAPPENED, _CONCLUDED = ("happened", "reported"), 3
_LIMITED = frozenset(map(root, "limited confined restricted".split()))
_NEXT = 3  # words on each side of a word that are next to it
_IT = frozenset("it them this that any none".split())
_MUCH = 3  # words of a clause that a sentence shares with it
EXCLUDING = frozenset("confined limited restricted solely exclusively alone".split())
_AHEAD = "planned, wanted or possible"


def denial_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """What one of the two denies and the other says: compared on the words that both have."""
    mine = heard.pieces
    if found := _unlike(heard, fact):
        yield found
        return
    if not mine.denied and not any(reading.denied for reading in (fact.fact.own, *fact.quotes)):
        return
    there = {one: reading for one in mine.roots if (reading := _reading_with(one, fact, quoted=True))}
    banning = frozenset().union(*(reading.vocabulary for reading in there.values())) & BANNING
    if (mine.denied and banning and mine.roots.keys().isdisjoint(map(root, banning))) or (
        not mine.denied and mine.vocabulary & BANNING - banning
    ):
        return  # "may not be exported" for "exports are banned"
    if ("no", "other") in zip(mine.folded, mine.folded[1:], strict=False) and not fact.vocabulary.isdisjoint(_ALONE):
        return  # "no other country before" for "the first country"
    odd = [one for one, reading in there.items() if (one in mine.denied) != (one in reading.denied)]
    if not _IT.isdisjoint(mine.denied_words):
        odd = [one for one in odd if one in mine.denied]  # "neither has enough of it"
    odd = [one for one in odd if one in mine.denied or _is_told(one, there[one], mine, fact)]
    even = sum(one in mine.denied and one in reading.denied for one, reading in there.items())
    even += _denied_otherwise(heard, fact)
    if all(mine.roots[one] in heard.covered for one in odd) or even >= len(odd):
        return
    denying = [one for one in odd if one in mine.denied]
    first = min(denying or odd, key=lambda one: mine.denied[one] if denying else there[one].denied[one])
    word = mine.words[mine.roots[first]]
    said = mine.text[word.start : word.end]
    told = (f"not {said}", f"{said}, not denied") if denying else (said, f"not {said}")
    yield Difference("negation", word.start, word.end, *told)


def _is_told(one: str, there: Pieces, mine: Pieces, fact: Evidenced) -> bool:
    """Whether a sentence tells what the clause of a fact tells in which a root is denied, and not only of its word."""
    at = there.denied[one]
    names = [named for named in fact.facts.named(there) if there.breaks[named.first] == there.breaks[at]]
    words = [place for place in there.roots.values() if there.breaks[place] == there.breaks[at]]
    words = [place for place in words if not any(named.first <= place < named.last for named in names)]
    shared = sum(root(there.folded[place]) in mine.roots for place in words)
    return 2 * shared >= len(words) or shared >= _MUCH


def _denied_otherwise(heard: Heard, fact: Evidenced) -> int:
    """How many words that a sentence denies the fact denies by another word for it: allow, authorise."""
    there = frozenset().union(*(reading.denied.keys() for reading in (fact.fact.own, *fact.quotes)))
    mine = heard.pieces.denied.keys() - there
    return sum(not heard.thesaurus.others(one).isdisjoint(there) for one in mine)


def _unlike(heard: Heard, fact: Evidenced) -> Difference | None:
    """A word that denies one of the fact's: unnatural, where the base has natural."""
    mine = heard.pieces
    if (said := _said_to_be_new(mine, fact)) is not None:
        return said
    for at, word in enumerate(mine.folded):
        bare = word[2:]
        # one in -ed is among those that are denied
        if word[:2] not in _DENYING or word.endswith("ed") or len(bare) < _BARE or at in heard.covered:
            continue
        plain, whole = root(bare), root(word)
        if plain in fact.near_roots and whole not in fact.roots and plain not in mine.roots:
            start, end, _ = mine.words[at]
            return Difference("negation", start, end, mine.text[start:end], bare)
    return None


def _said_to_be_new(mine: Pieces, fact: Evidenced) -> Difference | None:
    """A sentence says that something was done before, or may be done, of which the fact says the contrary."""
    own = fact.fact.own
    before = next((at for at in mine.final_before if not (mine.denied or "first" in mine.vocabulary)), -1)
    if before >= 0 and any("first" in one.vocabulary for one in (own, *fact.quotes)):
        start, end, _ = mine.words[before]
        return Difference("negation", start, end, mine.text[start:end], "for the first time")
    banned = own.vocabulary & BANNING
    if banned and not mine.denied and not mine.vocabulary & BANNING and "hardly" not in mine.vocabulary:
        at = next(
            (at for at, word in enumerate(mine.folded) if word in ("may", "can") and mine.aimed & own.roots.keys()), -1
        )
        if at >= 0 and len(mine.aimed & own.roots.keys()) >= _MUCH - 1:
            start, end, _ = mine.words[at]
            return Difference("negation", start, end, mine.text[start:end], sorted(banned)[0])
    return None


def opposite_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence says "rise" where the fact and its sentences only say "fall"."""
    mine = heard.pieces
    for said in sorted(mine.sided - fact.sided):
        both = any(fact.sided & here for here, _ in OPPOSED[said])  # less, and to lessen
        for _, there in OPPOSED[said]:
            opposite = fact.near_sided & there
            if not opposite or ((both or mine.sided & there) and not _of_the_same(mine, said, fact, OPPOSED[said])):
                continue
            word = mine.words[mine.side_at[said]]
            if root(word.folded) in mine.denied or word.folded in heard.name_words:
                continue
            if instead := _written(fact, opposite):
                yield Difference("opposite", word.start, word.end, mine.text[word.start : word.end], instead)
                return


def _of_the_same(mine: Pieces, said: str, fact: Evidenced, pairs: list[tuple[frozenset[str], frozenset[str]]]) -> bool:
    """Whether a fact says of the words around a side what is its opposite, and not the same: rely more, rely less."""
    around = _around(mine, mine.side_at[said])
    readings = (fact.fact.own, *fact.quotes)
    same, opposite = (
        any(
            around & _around(reading, reading.side_at[one])
            for reading in readings
            for one in reading.sided & frozenset().union(*(pair[side] for pair in pairs))
        )
        for side in (0, 1)
    )
    return opposite and not same


def _around(piece: Pieces, at: int) -> frozenset[str]:
    """The roots of the words next to a word, in its clause: three on each side."""
    places = [
        place
        for place in range(len(piece.folded))
        if is_content(piece.folded[place]) and piece.breaks[place] == piece.breaks[at]
    ]
    before, after = [place for place in places if place < at], [place for place in places if place > at]
    return frozenset(root(piece.folded[place]) for place in (*before[-_NEXT:], *after[:_NEXT]))


def _written(fact: Evidenced, stems: frozenset[str]) -> str:
    """The word of a fact that has one of these stems, if it is not denied there."""
    for reading in (fact.fact.own, *fact.quotes):
        for one, at in reading.side_at.items():
            if one in stems:
                word = reading.words[at]
                return "" if root(word.folded) in reading.denied else reading.text[word.start : word.end]
    return ""


def speaker_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Who says it in the draft is not who says it in the base."""
    if not heard.speaker or not fact.speaker:
        return
    names = heard.names
    said = set(heard.speaker)
    if heard.reporters and not said.isdisjoint(fact.sources):
        return  # a newspaper tells what others say
    if any(names.alike(one, {fact.speaker}) for one in said) or said & {
        one for named in fact.facts.named(fact.fact.own) for one in named.ids
    }:
        return
    who = sorted(said)[0]
    place = next((one for one in heard.named if who in one.ids), None)
    start, end = (place.start, place.end) if place else (0, 0)
    title = names.titles.get(fact.speaker, fact.speaker)
    yield Difference("speaker", start, end, names.titles.get(who, who), f"{title} says it")


def pending_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence says that something is still ahead, and the fact that it happened."""
    mine, own = heard.pieces, fact.fact.own
    if own.pending >= 0 or own.aims or own.denied or not _has_happened(fact):
        return
    word = mine.words[mine.pending]
    yield Difference("status", word.start, word.end, mine.text[word.start : word.end], BEHIND)


def _has_happened(fact: Evidenced) -> bool:
    """Whether a fact tells of what was done."""
    if fact.fact.sort == "statement":
        return bool(fact.fact.own.done) or _taken(fact) >= _CONCLUDED
    return fact.fact.status in _HAPPENED


def _taken(fact: Evidenced) -> int:
    """The last step that was taken of the agreement that a fact is linked to; 0 for none."""
    steps = [step for agreement in fact.agreements for step in agreement.milestones]
    return max((stage for step in steps if step.status in _HAPPENED for stage in _stages(step.action)), default=0)


def limits_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence confines something to what it names, and the fact says that it is not limited to that."""
    mine = heard.pieces
    if not any(_LIMITED & reading.denied.keys() for reading in (fact.fact.own, *fact.quotes)):
        return
    at = next((at for at, word in enumerate(mine.folded) if word in EXCLUDING and root(word) not in mine.denied), -1)
    if at >= 0:
        start, end, _ = mine.words[at]
        yield Difference("negation", start, end, mine.text[start:end], f"not {mine.text[start:end]}")


def obligation_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence says that something must be, and the fact that it may be."""
    mine = heard.pieces
    at = next((at for at, word in enumerate(mine.folded) if word in OBLIGING or _has_to(mine, at)), -1)
    near = (fact.fact.own, *fact.quotes)
    if at < 0 or any(not OBLIGING.isdisjoint(one.vocabulary) or "need" in one.vocabulary for one in near):
        return
    if any(not ALLOWING.isdisjoint(one.vocabulary) and one.aimed & mine.roots.keys() for one in near):
        word = mine.words[at]
        yield Difference("status", word.start, word.end, mine.text[word.start : word.end], f"only {_AHEAD}")


def _has_to(mine: Pieces, at: int) -> bool:
    if mine.folded[at] not in ("have", "has") or mine.folded[at + 1 : at + 2] != ("to",):
        return False
    return ALLOWING.isdisjoint(mine.folded[max(0, at - 2) : at])


def status_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """What the fact only plans, wants or expects is told as done; or as a later step than was taken."""
    mine = heard.pieces
    done = (
        mine.done
        or {mine.folded[at]: at for at in mine.steps}
        or {word: at for at, word in enumerate(mine.folded) if word == "already"}
    )
    if mine.aims or not done:
        return
    if found := _later_step(heard, fact):
        yield found
        return
    if done.keys() <= _MADE_KNOWN:
        return  # a plan is announced, too
    if mine.done and any(one in reading.done for one in mine.done for reading in (fact.fact.own, *fact.quotes)):
        return  # what was done to plan it: "has summoned both sides"
    if fact.fact.status in ("planned", "target"):
        yield _told(mine, min(done.values()), fact.fact.status)
        return
    for one, at in done.items():
        reading = _reading_with(one, fact)
        if reading and one in reading.aimed and not any(one in reading.done for reading in fact.readings):
            yield _told(mine, at, _AHEAD)
            return
    own, firm = fact.fact.own, mine.perfect & done.keys()
    if firm and own.aims_itself and firm.isdisjoint(own.done) and fact.fact.sort != "agreement":
        yield _told(mine, min(done[one] for one in firm), _AHEAD)
    elif not mine.done and _mostly_aimed(heard, fact):
        yield _told(mine, min(done.values()), _AHEAD)


def _mostly_aimed(heard: Heard, fact: Evidenced) -> bool:
    """Whether most words that a sentence shares with a fact are only aimed at there."""
    mine = heard.pieces
    there = {one: reading for one in mine.roots if (reading := _reading_with(one, fact))}
    shared = [one for one in there if mine.roots[one] not in heard.covered]
    return bool(shared) and 2 * sum(one in there[one].aimed for one in shared) >= len(shared)


def _reading_with(one: str, fact: Evidenced, *, quoted: bool = False) -> Pieces | None:
    """Where a root stands: in the fact, a quote or a sentence. What an agreement is called says little."""
    readings = (fact.fact.own, *fact.quotes) if quoted else fact.readings
    if fact.fact.sort == "agreement":
        readings = (*readings[1:], readings[0])
    return next((reading for reading in readings if one in reading.roots), None)


def _told(mine: Pieces, at: int, instead: str) -> Difference:
    word = mine.words[at]
    return Difference("status", word.start, word.end, mine.text[word.start : word.end], f"only {instead}")


def _later_step(heard: Heard, fact: Evidenced) -> Difference | None:
    """A step of an agreement that no milestone of it has reached."""
    mine = heard.pieces
    # who has begun to set something up has not begun it
    steps_told = [at for at in mine.steps if mine.folded[at + 1 : at + 2] != ("to",)]
    told = [(stage, at) for stage, verbs in STAGES for at in steps_told if mine.folded[at] in verbs]
    if not told or mine.vocabulary.isdisjoint(_NEGOTIABLE) or not mine.vocabulary.isdisjoint(_TALKS):
        return None
    agreements = fact.facts.agreements(sorted(heard.ids)) or fact.agreements
    steps = [step for agreement in agreements for step in agreement.milestones]
    taken = [stage for step in steps if step.status in ("happened", "reported") for stage in _stages(step.action)]
    if not steps or max(told)[0] <= max(taken, default=0):
        return None
    last = max(steps, key=lambda step: max(_stages(step.action), default=0) * (step.status in ("happened", "reported")))
    word = mine.words[max(told)[1]]
    reached = f"no further than {last.action.replace('-', ' ')}" if taken else "only planned"
    return Difference("status", word.start, word.end, mine.text[word.start : word.end], reached)


def _stages(action: str) -> list[int]:
    found = [stage for stage, verbs in STAGES if action in verbs]
    return found or [stage for stage, verbs in STAGES if not verbs.isdisjoint(action.split("-"))]
