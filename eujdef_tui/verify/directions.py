"""Whether a sentence has who does something and to whom the other way round than a fact, or has another do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.office_names import ROLES
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.speakers import ADJECTIVES
from eujdef_tui.verify.word_lists import DEEDS

__all__ = ["directions_differ", "hosts_differ", "origins_differ"]

_BOTH = frozenset("with and between among together or".split())  # what is done by both, with one another
_FROM, _IN = (["by"], ["from"]), frozenset(("in", "at", "on", "near"))
_IS = frozenset("is was are were being".split())
_GENITIVE = frozenset(("'s", "’s"))
_REACH = 8  # words between the two
_WIDE = frozenset(("bloc", "region", "group", "industry"))  # of these one may stand for another


_GUEST = frozenset(map(root, "visit visited travelled traveled flew guest".split()))
_HOST = frozenset(map(root, "host hosted hosts receive received welcome welcomed entertain".split()))
_GIVING = frozenset(
    map(root, "supply supplying give gives gave deliver delivered provide send sent help aid arm equip".split())
)
# Root of a word for a deed → what stands for all words for it: press, of pressure, urge and lean on.
_SAME = {root(word): f"{words[0]}=" for words in DEEDS for word in words}
_DEEDS = frozenset(_SAME.values())
_WHERE = frozenset((("in",), ("to",), ("at",)))


class _Deed(NamedTuple):
    """Words in which something is done by one named to another."""

    doer: Named
    other: Named
    roots: frozenset[str]
    is_place: bool = False


def directions_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """One whom a sentence has do something to another, where the fact has the other, or a third, do it."""
    for mine in _done(heard):
        done, there = set(mine.doer.ids), set(mine.other.ids)
        if done & heard.speaker and mine.roots.isdisjoint(_DEEDS):
            continue  # compared as a speaker
        readings = fact.readings if fact.fact.sort == "actor" else fact.near
        deeds = [(reading, one) for reading in readings for one in _told(fact, reading)]
        if found := _seen_otherwise(heard, mine, deeds):
            yield found
            return
        deeds = [(reading, one) for reading, one in deeds if one.roots & mine.roots]
        if any(_alike(heard, mine.doer, one.doer) for _, one in deeds):
            continue
        for reading, one in deeds:
            turned = done & set(one.other.ids) and there & set(one.doer.ids)
            if turned or (not mine.is_place and _is_by_another(heard, mine, one, fact, reading)):
                # NATO met SJAC, for Russians met SJAC, where the base has SJAC meet NATO
                instead = one.other if not turned and there & set(one.doer.ids) else one.doer
                yield _doer_differs(heard, mine, reading, instead)
                return


def hosts_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A place where the guest is at home, as that of a visit of which a fact tells: Biden received Kishida in Tokyo."""
    folded, names = heard.pieces.folded, heard.names
    if fact.near_roots.isdisjoint(_HOST):
        return
    places = [one for one in heard.named if folded[max(0, one.first - 1) : one.first] in _WHERE]
    for reading in fact.near if places else ():
        for deed in _told(fact, reading):
            if _HOST.isdisjoint(deed.roots) or heard.ids.isdisjoint(deed.doer.ids):
                continue
            home, abroad = (_homes(heard, one) for one in (deed.doer, deed.other))
            for one in places:
                if names.any_alike(one.ids, abroad) and not names.any_alike(one.ids, home):
                    yield Difference("name", one.start, one.end, heard.pieces.text[one.start : one.end], "")
                    return


def _homes(heard: Heard, named: Named) -> frozenset[str]:
    """Where someone is at home: of whom someone holds an office."""
    return frozenset().union(*(heard.names.bodies_of(one) for one in named.ids))


def origins_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """From whom something comes in a sentence, and from somebody else in a fact: pressure from Brussels."""
    mine = heard.pieces
    for named in heard.named:
        if not _is_from(mine, named):
            continue
        mine_before = range(named.first)
        clause = {root(mine.folded[at]) for at in mine_before if mine.breaks[at] == mine.breaks[named.first]}
        there = [
            (reading, one)
            for reading in fact.near
            for one in fact.facts.named(reading)
            if _is_from(reading, one) and _thing_from(reading, one) in clause
        ]
        if there and not any(_alike(heard, named, one) for _, one in there):
            reading, one = there[0]
            said, instead = mine.text[named.start : named.end], reading.text[one.start : one.end]
            yield Difference("name", named.start, named.end, said, instead)
            return


def _is_from(pieces: Pieces, named: Named) -> bool:
    """Whether "from" stands before a name."""
    before = pieces.folded[max(0, named.first - 2) : named.first]
    return before[-1:] == ("from",) or before == ("from", "the")


def _thing_from(pieces: Pieces, named: Named) -> str:
    """The root of the word before the "from" that stands before a name."""
    at = named.first - (2 if pieces.folded[named.first - 1] == "the" else 1) - 1
    return root(pieces.folded[at]) if at >= 0 and is_content(pieces.folded[at]) else ""


def _seen_otherwise(heard: Heard, mine: _Deed, deeds: Sequence[tuple[Pieces, _Deed]]) -> Difference | None:
    """A visitor who is the host in the fact, or the other way round; who gives, where it is the other who gives."""
    same = [(reading, one) for reading, one in deeds if _of_both(heard, mine.doer, mine.other, one)]
    turned = [(reading, one) for reading, one in deeds if _of_both(heard, mine.other, mine.doer, one)]
    for here, there in ((_GUEST, _HOST), (_HOST, _GUEST)):
        if here & mine.roots and not there & mine.roots:
            found = next((pair for pair in same if there & pair[1].roots and not here & pair[1].roots), None)
            if found is not None:
                return _doer_differs(heard, mine, found[0], found[1].other)
    if _GIVING & mine.roots and not any(_GIVING & one.roots for _, one in same):
        found = next((pair for pair in turned if _GIVING & pair[1].roots), None)
        return _doer_differs(heard, mine, found[0], found[1].doer) if found is not None else None
    return None


def _of_both(heard: Heard, doer: Named, other: Named, deed: _Deed) -> bool:
    return _alike(heard, doer, deed.doer) and _alike(heard, other, deed.other)


def _doer_differs(heard: Heard, mine: _Deed, reading: Pieces, instead: Named) -> Difference:
    start, end = mine.doer.start, mine.doer.end
    return Difference("name", start, end, heard.pieces.text[start:end], reading.text[instead.start : instead.end])


def _done(heard: Heard) -> list[_Deed]:
    """What a sentence tells of, worked out once for all facts."""
    if heard.deeds is None:
        heard.deeds = list(_deeds(heard.pieces, heard.named, heard.names.kinds))
    return heard.deeds  # type: ignore[return-value]


def _told(fact: Evidenced, reading: Pieces) -> list[_Deed]:
    """What a text of a fact tells of, worked out once a text."""
    known: dict[str, list[_Deed]] = fact.facts.deeds
    if (found := known.get(reading.text)) is None:
        found = known[reading.text] = list(_deeds(reading, fact.facts.named(reading), fact.facts.names.kinds))
    return found


def _is_by_another(heard: Heard, mine: _Deed, one: _Deed, fact: Evidenced, reading: Pieces) -> bool:
    """Whether a fact has done to the same, or by the one to whom it is done, what a sentence has somebody else do."""
    there = set(mine.other.ids)
    to_the_same = there & set(one.other.ids) and not one.is_place
    by_that_one = there & set(one.doer.ids) and heard.ids.isdisjoint(one.other.ids)
    return bool(to_the_same or by_that_one) and not _stands(heard, mine.doer, fact, reading, one)


def _alike(heard: Heard, one: Named, other: Named) -> bool:
    """Whether two names are of the same, of groups of which one may stand for the other, or of a country's leader."""
    kinds = heard.names.kinds
    names = heard.names
    if names.any_alike(one.ids, other.ids):
        return True
    if one.ids[0] in names.bodies_of(other.ids[0]) or other.ids[0] in names.bodies_of(one.ids[0]):
        return True
    return any(kinds.get(name) in _WIDE for name in one.ids) and any(kinds.get(name) in _WIDE for name in other.ids)


def _stands(heard: Heard, doer: Named, fact: Evidenced, reading: Pieces, deed: _Deed) -> bool:
    """Whether someone is named before what is done, as one of those who do it: Japan, of "Japan and Italy build"."""
    told = fact.facts.named(reading)
    before = [one for one in told if one.first <= deed.doer.first]
    # by Americans and Australians: who stands behind an "and"
    beside = [one for one in told if reading.folded[deed.doer.last : one.first] in ((), ("and",), ("or",))]
    return any(_alike(heard, doer, one) for one in (*before, *beside))


def _deeds(pieces: Pieces, named: Sequence[Named], kinds: Mapping[str, str]) -> Iterator[_Deed]:
    """What stands between one name and the next in a clause, or is the next one's: "Ishiba's predecessor"."""
    for one, other in pairwise(named):
        if not set(one.ids).isdisjoint(other.ids):
            continue
        between = pieces.folded[one.last : other.first]
        if found := _owned(pieces, one, other, between, kinds):
            yield found
            continue
        if not 0 < len(between) <= _REACH or not _BOTH.isdisjoint(between):
            continue
        if pieces.breaks[one.first] != pieces.breaks[other.first]:
            continue
        if "of" in between and not (_owns(pieces, one) or pieces.folded[one.last - 1].endswith(ADJECTIVES)):
            continue  # of whom it is, and not to whom it is done
        roots = frozenset(root(word) for word in between if is_content(word))
        if roots:
            roots |= {_SAME[one] for one in roots if one in _SAME}
            last = [word for word in between if word != "the" and word not in ROLES]  # by President Biden
            is_by = last[-1:] in _FROM
            is_place = not _IN.isdisjoint(between[-3:])  # in the South China Sea, of which China is a name
            yield _Deed(other, one, roots) if is_by else _Deed(one, other, roots, is_place)


def _owns(pieces: Pieces, named: Named) -> bool:
    return bool({pieces.text[named.end : named.end + 2], pieces.text[named.end - 2 : named.end]} & _GENITIVE)


def _owned(pieces: Pieces, one: Named, other: Named, between: Sequence[str], kinds: Mapping[str, str]) -> _Deed | None:
    """What one is of another: "A, B's predecessor", of persons, and "A is B's ally"."""
    persons = all(any(kinds.get(name) == "person" for name in named.ids) for named in (one, other))
    if not _owns(pieces, other) or not ((not between and persons) or (len(between) == 1 and between[0] in _IS)):
        return None
    after = [word for word in pieces.folded[other.last : other.last + 2] if is_content(word)]
    return _Deed(one, other, frozenset(map(root, after[:1]))) if after else None
