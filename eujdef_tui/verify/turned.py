"""Whether a sentence turns a fact round: denial, opposites."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.denials import BARED
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.office_names import ROLES
from eujdef_tui.verify.orders import is_compared
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import OPPOSED, is_content, root, stem
from eujdef_tui.verify.word_kinds import kind_of
from eujdef_tui.verify.word_lists import (
    BANNING,
    DENIALS,
    DENYING_VERBS,
)

__all__ = ["denial_differs", "opposite_differs"]


_MAY = frozenset(("may", "can"))
_NO = frozenset("no none never nobody nothing".split())
_BEFORE = frozenset("before other else until previously ever yet".split())
_ALONE = frozenset(("first", "only", "sole"))
_NEXT = 3  # words on each side of a word that are next to it
_LESSENING = frozenset(
    map(
        stem,
        "reduce decrease decline shrink diminish wane dwindle fade slash trim abandon cancel postpone halt lose lost"
        " suspend scrap shelve freeze froze frozen pause".split(),
    )
)
_LESS = frozenset(
    map(
        stem,
        "reduce decrease decline shrink diminish lessen cut drop fall lower less fewer ease stop end relax loosen"
        " overcome replace".split(),
    )
)
_NON = frozenset(("non", "disarmament"))  # of non-proliferation
_APART = frozenset("separate different distinct".split())
_EXIST = root("exist")  # compared in `existence`
_MEMBER = root("member")  # who is one is compared in `memberships`
_LESSENED = kind_of(lambda word: stem(word) in _LESSENING or word in ("less", "fewer"))
_MAY_TURN = _LESSENED | BARED | kind_of(_MAY.__contains__)
_IT = frozenset("it them this that any none".split())
_TRADED = frozenset(map(stem, "buy bought purchase import sell sold export".split()))
_MUCH = 3  # words of a clause that a sentence shares with it


def denial_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """What one of the two denies and the other says: compared on the words that both have."""
    mine = heard.pieces
    if (mine.kind & _MAY_TURN or mine.final_before) and (found := _unlike(heard, fact)):
        yield found
        return
    if fact.denied.isdisjoint(mine.roots) and not mine.denied:  # of what both have neither denies anything
        if fact.fact.own.denied and (found := _denied_by_another_word(heard, fact)):
            yield found
        return
    # "unchanged" denies a word that it has not
    places_of = mine.denied | mine.roots if mine.denied else mine.roots
    there = {one: reading for one in places_of if (reading := fact.near_with.get(one))}
    banning = frozenset().union(*(reading.vocabulary for reading in there.values())) & BANNING
    if (mine.denied and banning and mine.roots.keys().isdisjoint(map(root, banning))) or (
        not mine.denied and mine.vocabulary & BANNING - banning
    ):
        return  # "may not be exported" for "exports are banned"
    none_before = not _NO.isdisjoint(mine.folded) and not _BEFORE.isdisjoint(mine.folded)
    if none_before and not fact.vocabulary.isdisjoint(_ALONE) and _ALONE.isdisjoint(mine.folded):
        return  # "no other country before" for "the first country"
    if not (mine.denied or _APART.isdisjoint(mine.vocabulary) or _APART.isdisjoint(fact.vocabulary)):
        return  # "a different pact" for "a separate one, not …"
    odd = [one for one, reading in there.items() if (one in mine.denied) != (one in reading.denied)]
    if not _IT.isdisjoint(mine.denied_words):
        odd = [one for one in odd if one in mine.denied]  # "neither has enough of it"
    odd = [one for one in odd if one != _MEMBER and (one in mine.denied or _is_told(one, there[one], heard, fact))]
    even = sum(one in mine.denied and one in reading.denied for one, reading in there.items())
    even += _denied_otherwise(heard, fact)
    if all(places_of[one] in heard.covered for one in odd):
        if not even and (found := _denied_by_another_word(heard, fact)):
            yield found
        return
    if even >= len(odd):
        return
    denying = [one for one in odd if one in mine.denied]
    first = min(denying or odd, key=lambda one: mine.denied[one] if denying else there[one].denied[one])
    start, end = _whole(heard, places_of[first])
    said = mine.text[start:end]
    if first not in mine.roots:
        yield Difference("negation", start, end, said, said[2:])
        return
    told = (f"not {said}", f"{said}, not denied") if denying else (said, f"not {said}")
    yield Difference("negation", start, end, *told)


def _denied_by_another_word(heard: Heard, fact: Evidenced) -> Difference | None:
    """What a sentence denies, and the fact tells by another word, or the other way round: named, did not mention."""
    mine, others, own = heard.pieces, heard.thesaurus.others, fact.fact.own
    if mine.denied and (_LESS & fact.sided or "neither" in mine.vocabulary):
        return None  # does not want to depend so much: to lessen reliance
    if mine.denied:
        for at, one in sorted((at, one) for one, at in mine.denied.items()):
            if one in fact.near_roots or one not in mine.roots or at in heard.covered or fact.denied or one == _EXIST:
                continue
            if told := sorted(others(one) & own.roots.keys()):
                (start, end, _), there = mine.words[at], own.words[own.roots[told[0]]]
                said, instead = f"not {mine.text[start:end]}", own.text[there.start : there.end]
                return Difference("negation", start, end, said, instead)
        return None
    for one in own.denied:
        told = sorted(other for other in others(one) & mine.roots.keys() if mine.roots[other] not in heard.covered)
        if told and one not in mine.roots and _is_told(one, own, heard, fact):
            start, end, _ = mine.words[mine.roots[told[0]]]
            there = own.words[own.denied[one]]
            return Difference("negation", start, end, mine.text[start:end], f"not {own.text[there.start : there.end]}")
    return None


def _whole(heard: Heard, at: int) -> tuple[int, int]:
    """Where a word that is denied begins, and where the noun or name ends that it belongs to: prime minister."""
    mine, last = heard.pieces, at
    name = next((one for one in heard.named if one.first <= at < one.last), None)
    if name is not None:
        return name.start, name.end
    while last + 1 < len(mine.folded) and _goes_on(mine, last):
        last += 1
    return mine.words[at].start, mine.words[last].end


def _goes_on(mine: Pieces, at: int) -> bool:
    """Whether the next word is one of an office, and denied with this one."""
    word = mine.words[at + 1]
    return word.folded in ROLES and root(word.folded) in mine.denied and word.start - mine.words[at].end == 1


def _is_told(one: str, there: Pieces, heard: Heard, fact: Evidenced) -> bool:
    """Whether a sentence tells what the clause of a fact tells in which a root is denied, and not only of its word."""
    at = there.denied[one]
    names = [named for named in fact.facts.named(there) if there.breaks[named.first] == there.breaks[at]]
    words = [place for place in there.roots.values() if there.breaks[place] == there.breaks[at]]
    words = [place for place in words if not any(named.first <= place < named.last for named in names)]
    mine, others = heard.pieces.roots.keys(), heard.thesaurus.others
    told = [root(there.folded[place]) for place in words]
    shared = sum(word in mine or not others(word).isdisjoint(mine) for word in told)
    known = sum(_is_meant(named, there, heard) for named in names)
    return 2 * (shared + known) >= len(words) + len(names) or shared >= _MUCH


def _is_meant(named: Named, there: Pieces, heard: Heard) -> bool:
    """Whether a sentence names who is named in a fact, or has half of the words of the name: the alliance."""
    if heard.names.any_alike(named.ids, heard.known):
        return True
    told = [root(word) for word in there.folded[named.first : named.last] if is_content(word)]
    return len(told) > 1 and 2 * sum(one in heard.pieces.roots for one in told) >= len(told)


def _denied_otherwise(heard: Heard, fact: Evidenced) -> int:
    """How many words that a sentence denies the fact denies by another word for it: allow, authorise."""
    there = frozenset().union(*(reading.denied.keys() for reading in fact.near))
    mine = heard.pieces.denied.keys() - there
    return sum(not heard.thesaurus.others(one).isdisjoint(there) for one in mine)


def _unlike(heard: Heard, fact: Evidenced) -> Difference | None:
    """A word that denies one of the fact's: unnatural, where the base has natural."""
    mine = heard.pieces
    if (said := _said_to_be_new(mine, fact)) is not None:
        return said
    own = fact.fact.own.roots.keys()
    for at, bare in mine.bare_words:
        plain, whole = root(bare), root(mine.folded[at])
        if at in heard.covered or whole in fact.roots or plain in mine.roots:
            continue
        if plain in fact.near_roots or not heard.thesaurus.others(plain).isdisjoint(own):
            start, end, _ = mine.words[at]
            return Difference("negation", start, end, mine.text[start:end], bare)
    return None


def _said_to_be_new(mine: Pieces, fact: Evidenced) -> Difference | None:
    """A sentence says that something was done before, or may be done, of which the fact says the contrary."""
    own = fact.fact.own
    if (found := _lessened(mine, fact)) is not None:
        return found
    before = mine.final_before[0] if mine.final_before and not (mine.denied or "first" in mine.vocabulary) else -1
    if before >= 0 and any("first" in one.vocabulary for one in fact.near):
        start, end, _ = mine.words[before]
        return Difference("negation", start, end, mine.text[start:end], "for the first time")
    if mine.vocabulary.isdisjoint(_MAY):
        return None
    banned = own.vocabulary & BANNING
    free = mine.denied.keys().isdisjoint(own.roots) and mine.vocabulary.isdisjoint(BANNING | {"hardly", "scarcely"})
    if banned and free:
        at = next((at for at, word in enumerate(mine.folded) if word in _MAY and mine.aimed & own.roots.keys()), -1)
        if at >= 0 and len(mine.aimed & own.roots.keys()) >= _MUCH - 1:
            start, end, _ = mine.words[at]
            return Difference("negation", start, end, mine.text[start:end], sorted(banned)[0])
    return None


def _lessened(mine: Pieces, fact: Evidenced) -> Difference | None:
    """A sentence tells that something is reduced or ended, of which the fact has no word."""
    places = mine.places_of(_LESSENED)
    at = next((at for at in places if stem(mine.folded[at]) in _LESSENING or _is_less_of(mine, at)), -1)
    if at < 0:
        return None
    if root(mine.folded[at]) in mine.denied or any(one.denied for one in fact.near):
        return None
    if (
        any(not fact.vocabulary.isdisjoint(some) for some in (BANNING, DENIALS, DENYING_VERBS, _NON))
        or _LESS & fact.sided
    ):
        return None
    if any(there & fact.near_sided for _, there in OPPOSED.get(stem(mine.folded[at]), ())):
        return None  # compared as an opposite
    start, end, _ = mine.words[at]
    return Difference("opposite", start, end, mine.text[start:end], "")


def _is_less_of(mine: Pieces, at: int) -> bool:
    """Whether a word says that something is less than it was: less of a priority, less and less, ever fewer."""
    word, after = mine.folded[at], mine.folded[at + 1 : at + 3]
    return word == "fewer" or (word == "less" and after in (("of", "a"), ("of", "an"), ("and", "less")))


def opposite_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence says "rise" where the fact and its sentences only say "fall"."""
    mine = heard.pieces
    for said in sorted(mine.sided):
        known = said in fact.sided  # of other words, perhaps: more robust chains, less reliance
        if said in _TRADED and not heard.thesaurus.others(root(mine.folded[mine.side_at[said]])).isdisjoint(
            fact.near_roots
        ):
            continue  # slow purchasing, of long procurement times
        both = any(fact.sided & here for here, _ in OPPOSED[said])  # less, and to lessen
        for _, there in OPPOSED[said]:
            opposite = fact.near_sided & there
            least = _NEXT - 1 if known else 1
            if not opposite or (
                (both or mine.sided & there) and not _of_the_same(heard, said, fact, OPPOSED[said], least)
            ):
                continue
            word = mine.words[mine.side_at[said]]
            if root(word.folded) in mine.denied or word.folded in heard.name_words or _is_of_time(heard, said, fact):
                continue
            if said in _TRADED and _is_seen_from_the_other(heard, fact):
                continue
            if instead := _written(fact, opposite):
                yield Difference("opposite", word.start, word.end, mine.text[word.start : word.end], instead)
                return


def _is_of_time(heard: Heard, said: str, fact: Evidenced) -> bool:
    """Whether a "before" tells which of two things came first, or who was in office when: Before Ishiba, Kishida ….

    `orders` and `successions` compare that: it may be told from either side.
    """
    at = heard.pieces.side_at[said]
    if heard.pieces.folded[at] not in ("before", "after"):
        return False
    return any(one.first == at + 1 and heard.is_person(one) for one in heard.named) or is_compared(heard, fact, at)


def _is_seen_from_the_other(heard: Heard, fact: Evidenced) -> bool:
    """Whether a sentence begins with the one who buys, and the fact with the one who sells."""
    there = fact.facts.named(fact.fact.own)
    if not heard.named or not there:
        return False
    first, last = heard.named[0], heard.named[-1]
    if first is last or not heard.names.any_alike(first.ids, there[-1].ids):
        return False
    return heard.names.any_alike(last.ids, there[0].ids)


def _of_the_same(
    heard: Heard, said: str, fact: Evidenced, pairs: list[tuple[frozenset[str], frozenset[str]]], least: int
) -> bool:
    """Whether a fact has the opposite of a word that has one, and not the word, beside what stands beside it here.

    That is the thing behind it: reduce costs, raise costs; or more of the words around it: rely more, rely less.
    """
    mine, at = heard.pieces, heard.pieces.side_at[said]
    here, there = (_sided_places(fact, frozenset().union(*(pair[side] for pair in pairs))) for side in (0, 1))
    thing = _next_to(mine, at, heard.covered)
    is_compared = thing and thing not in mine.sided
    if is_compared and thing in (_next_to(*one) for one in there) and thing not in (_next_to(*one) for one in here):
        return True
    around = _around(mine, at)
    same, opposite = (max((len(around & _around(*one)) for one in places), default=0) for places in (here, there))
    return opposite >= least and (same == 0 or (least > 1 and opposite > same))


def _sided_places(fact: Evidenced, stems: frozenset[str]) -> list[tuple[Pieces, int]]:
    """Where one of these stems stands in a fact and its quotes."""
    return [(reading, reading.side_at[one]) for reading in fact.near for one in reading.sided & stems]


def _next_to(piece: Pieces, at: int, names: frozenset[int] = frozenset()) -> str:
    """The root of the word that says something behind a word, in its clause, and is no name: "reduce costs"."""
    places = [place for place in range(at + 1, min(at + 1 + _NEXT, len(piece.folded))) if place not in names]
    found = (place for place in places if is_content(piece.folded[place]) and piece.breaks[place] == piece.breaks[at])
    return next((root(piece.folded[place]) for place in found), "")


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
    for reading in fact.near:
        for one, at in reading.side_at.items():
            if one in stems:
                word = reading.words[at]
                return "" if root(word.folded) in reading.denied else reading.text[word.start : word.end]
    return ""
