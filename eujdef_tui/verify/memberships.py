"""Whether someone is a member of what a sentence says: the EU, an alliance, a commission."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eujdef_tui.model.records import Actor
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.facts import Facts, read_once
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces

__all__ = ["BELONGING", "memberships_differ"]

_MEMBER, _STATES = frozenset(("member", "members")), frozenset("state states country countries nation nations".split())
_BELONGS, _OUTSIDE = frozenset("belong belongs belonged joined joins".split()), frozenset(("non", "outside"))
BELONGING = _MEMBER | _STATES | _BELONGS | _OUTSIDE
_BODIES = frozenset("bloc alliance organization public-body union group".split())
_NOT = frozenset("not no never neither nor non outside isnt arent wasnt longer".split())
# what stands between someone and what they are: is not yet a full member
_IS = frozenset("is are was were be been being become became becomes remain remains as has have does do did".split())
_BESIDE = (
    _NOT | _IS | frozenset("a an the also still both all and or itself full yet however which who european".split())
)
_SUCH_AS = _STATES | frozenset("european such as like including for example namely".split())
_NEAR = 4  # words behind "member" among which "of" and the name stand


class _Claim(NamedTuple):
    """That some are, or are not, members of a body. `whom` is empty where the words do not name them."""

    whom: tuple[Named, ...]
    body: Named
    is_one: bool
    first: int
    last: int


def memberships_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Someone is told to be a member of what the base says they are not of, or does not say they are of."""
    names, facts = heard.names, fact.facts
    for claim in _claims(heard.pieces, heard.named, names.kinds):
        words = heard.pieces.words
        start, end = words[claim.first].start, words[claim.last - 1].end
        said = heard.pieces.text[start:end]
        for named in claim.whom:
            known = [
                is_one
                for one in named.ids
                for bodies, is_one in memberships_of(facts, one)
                if names.any_alike(bodies, claim.body.ids)
            ]
            if claim.is_one in known:
                continue
            instead = "" if not known else "not a member" if claim.is_one else "a member"
            yield Difference("negation", start, end, said, instead)
            break


@read_once
def memberships_of(facts: Facts, record: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """What the base says someone is a member of, or is not, where it says who they are: the ids of each body."""
    return tuple(_memberships_of(facts, record))


def _memberships_of(facts: Facts, record: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    if isinstance(found := facts.record(record), Actor):
        yield from (((one.organization,), True) for one in found.memberships if one.organization)
    for told, is_of_it in facts.descriptions(record):
        for claim in _claims(told, facts.named(told), facts.names.kinds):
            if (is_of_it and not claim.whom) or any(record in named.ids for named in claim.whom):
                yield claim.body.ids, claim.is_one


def _claims(told: Pieces, named: Sequence[Named], kinds: Mapping[str, str]) -> Iterator[_Claim]:
    """Whom a text tells to be a member of what, or not to be."""
    bodies = [one for one in named if any(kinds.get(name) in _BODIES for name in one.ids)]
    for body in bodies:
        if (place := _place(told.folded, body)) is None:
            continue
        first, last = place
        before = _named_before(told, named, first)
        between = told.folded[before[0].last if before else 0 : first]
        behind = _named_behind(told, named, last, body)
        if told.folded[first] in _OUTSIDE and behind:
            before = ()
        if not before and not behind and told.folded[last - 1] in ("members", "states", "countries", "nations"):
            continue
        is_one = _NOT.isdisjoint((*between[-_NEAR:], *told.folded[first:last]))
        yield _Claim(before or behind, body, is_one, first, last)


def _place(folded: tuple[str, ...], body: Named) -> tuple[int, int] | None:
    """The words by which someone is a member of a body: EU member, member of the EU, non-EU, outside the EU, joined it.

    None where there are none.
    """
    before = folded[max(0, body.first - _NEAR) : body.first]
    after = folded[body.last : body.last + 2]
    if after and after[0] in _MEMBER:
        return body.first, body.last + 1 + (after[1:] != () and after[1] in _STATES)
    for back, word in enumerate(reversed(before), 1):
        at = body.first - back
        if word in _MEMBER and "of" in folded[at : body.first]:
            return at, body.last
        if word in _BELONGS or (word in _OUTSIDE and back < _NEAR):
            return at, body.last
    if after and after[0] in ("country", "state", "nation"):
        return body.first, body.last + 1
    return None


def _named_before(told: Pieces, named: Sequence[Named], first: int) -> tuple[Named, ...]:
    """Who is told to be something that begins at a word: Norway and the UK, of "Norway and the UK are …"."""
    found, at = list[Named](), first
    for one in reversed([one for one in named if one.last <= first]):
        between = told.folded[one.last : at]
        if not _BESIDE.issuperset(between):
            break
        if not (found or told.folded[first] in _BELONGS or _tells_who(told, one, first)):
            break
        found.append(one)
        at = one.first
    return tuple(reversed(found))


def _named_behind(told: Pieces, named: Sequence[Named], last: int, body: Named) -> tuple[Named, ...]:
    """Who is named right behind what they are a member of: Italy, of "EU member Italy", of "members such as Italy"."""
    for one in named:
        if one.known and one.first >= last and one is not body and _SUCH_AS.issuperset(told.folded[last : one.first]):
            return (one,)
    return ()


def _tells_who(told: Pieces, one: Named, first: int) -> bool:
    """Whether what begins at a word is said of one named before it: Norway is a member; Norway, a member."""
    if one.last == first:
        return False
    return not _IS.isdisjoint(told.folded[one.last : first]) or "," in told.text[one.end : told.words[first].start]
