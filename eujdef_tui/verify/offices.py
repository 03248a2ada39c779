"""Whether someone has the office that a sentence gives them: prime minister, ambassador, president."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eujdef_tui.model.records import Actor
from eujdef_tui.text.tokens import words
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.facts import Facts, read_once
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named

__all__ = ["OFFICES", "offices_differ", "told_of"]

OFFICES = frozenset("president minister premier chancellor ambassador secretary commissioner king queen".split())
# What before an office makes it another one.
_KINDS = frozenset("prime vice deputy foreign defence defense finance".split())
_IS = frozenset("is was as became".split())
_ARTICLES = frozenset("the a an then".split())
_CURRENT = frozenset("current currently present incumbent sitting now".split())
_REACH = 5  # words between someone and their office


def offices_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """An office that a sentence gives to a person of whom the base has others, and not this one."""
    folded = heard.pieces.folded
    for at, word in enumerate(folded):
        if word not in OFFICES or (person := _holder(heard, at)) is None:
            continue
        office = _office(folded, at)
        known = {one for record in person.ids for one in offices_of(fact.facts, record)}
        if known and (ended := _ended(heard, at, person, office, fact)):
            yield ended
            continue
        if not known or office in known or (office == "minister" and any(one.endswith(office) for one in known)):
            continue  # the minister may be the prime minister
        first = at - (office != word and word != "premier")
        start, end = heard.pieces.words[first].start, heard.pieces.words[at].end
        # who is only called minister may be the foreign minister, but the base does not say so
        instead = "" if word in known else ", ".join(sorted(known))
        yield Difference("name", start, end, heard.pieces.text[start:end], instead)


def _ended(heard: Heard, at: int, person: Named, office: str, fact: Evidenced) -> Difference | None:
    """A current office of somebody of whom the base says that it has passed on."""
    folded = heard.pieces.folded
    now = next((place for place in range(max(0, at - _REACH), at) if folded[place] in _CURRENT), -1)
    if now < 0 or not any(office in former_offices_of(fact.facts, record) for record in person.ids):
        return None
    start, end, _ = heard.pieces.words[now]
    return Difference("opposite", start, end, heard.pieces.text[start:end], "former")


@read_once
def former_offices_of(facts: Facts, record: str) -> frozenset[str]:
    """The offices of someone of which the base knows the end, and that are not held again or elsewhere."""
    found = facts.record(record)
    held = found.memberships if isinstance(found, Actor) else ()
    ended, lasting = ([one.role for one in held if bool(one.end) == is_past] for is_past in (True, False))
    return _offices(map(_folded, ended)) - _offices(map(_folded, lasting))


@read_once
def offices_of(facts: Facts, record: str) -> frozenset[str]:
    """The offices that the base gives to someone, at any time."""
    found = facts.record(record)
    told = told_of(found) if isinstance(found, Actor) and found.kind == "person" else ()
    return _offices(told)


def _offices(told: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The offices in some texts, of which these are the folded words."""
    return frozenset(_office(text, at) for text in told for at, word in enumerate(text) if word in OFFICES)


def told_of(actor: Actor) -> Iterator[tuple[str, ...]]:
    """The folded words of each text in which the base says who someone is: the summary, roles and quotes."""
    told = (actor.summary, *(one.role for one in actor.memberships), *(item.quote for item in actor.evidence))
    return map(_folded, told)


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


def _office(folded: tuple[str, ...], at: int) -> str:
    """An office with what makes it another one: prime minister."""
    if folded[at] == "premier":
        return "prime minister"
    before = folded[at - 1] if at else ""
    return f"{before} {folded[at]}" if before in _KINDS else folded[at]


def _holder(heard: Heard, at: int) -> Named | None:
    """Whose office a word is: of the person named behind it, or before it with no more than an article between."""
    folded = heard.pieces.folded
    persons = [one for one in heard.named if heard.is_person(one)]
    if titled := [one for one in persons if one.first == at + 1 or one.first == at < one.last]:
        return titled[0]
    for one in persons:
        between = folded[one.last : at]
        commas = heard.pieces.text[one.end : heard.pieces.words[at].start]
        owner = commas.startswith(",") and any(one.last == other.first for other in heard.named)
        told = between[:1] and (between[0] in _IS or (between[0] in _ARTICLES and commas.startswith(",")) or owner)
        if 0 < len(between) <= _REACH and told and "," not in commas[1:]:
            return one
    return None
