"""Whether something happened where a sentence says: in Tokyo, at the Brussels summit."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.text.english_words import FUNCTION_WORDS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.word_lists import BEING_THERE, CITIES, HAPPENING, MOVING, NOUNS_OF_MEETINGS

__all__ = ["COMING", "WATER", "journey_differs", "place_differs", "waters_differ"]

# before a city that stands for its government, with no more words between than this
_BETWEEN, _FAR = frozenset(("between", "and", "with", "both")), 3
_IN = frozenset(("in", "at", "near", "outside"))
_WHERE = _IN | {"to", "for", "from"}
_WHEN = frozenset(("before", "after", "since", "when", "until"))  # what is told behind them is another thing
WATER = frozenset("sea strait gulf channel bay".split())  # each that `_WATERS` has
# Sea of Japan, South China Sea
_WATERS = lazy_pattern(r"(?:Sea|Gulf|Bay|Strait) of [A-Z]\w+|(?:[A-Z]\w+ ){1,3}(?:Sea|Strait|Gulf|Channel)\b")
COMING = MOVING | {"been"}  # been to Seoul
_TO = frozenset(("to", "for", "visited"))
_THERE = MOVING | BEING_THERE
_GATHERING = frozenset("meet meets gather gathers convene convenes".split())  # what happens where they are
_WAY = 4  # words between a verb of moving and the place


def place_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A city in which a sentence has happen what the fact has happen in another."""
    mine = _cities(heard.pieces)
    if not mine:
        return
    told = frozenset(city for reading in fact.near for city in _cities(reading))
    written, own = fact.vocabulary, _asides(fact.fact.own)
    if not told and fact.fact.sort == "agreement":
        told = own = _of_events(fact)
    happens = not (HAPPENING | {"took"}).isdisjoint(heard.pieces.vocabulary)
    for city, at in mine.items():
        if any(one.first <= at < one.last and heard.is_background(one) for one in heard.named):
            continue  # a month before the Tokyo summit
        is_event = happens or bool(heard.pieces.done) or _is_of_meeting(heard.pieces, at)
        is_event = is_event or not _GATHERING.isdisjoint(heard.pieces.vocabulary)
        named_there = any(city in _wheres(one) for one in fact.readings)
        nowhere = not (told or named_there) and (
            (happens and city in written) or (is_event and not _is_place_in_article(fact, city))
        )
        # beside the place of an event a city in other words may only stand for a government
        is_place = city in written and not (own and is_event and not any(city in _cities(one) for one in fact.readings))
        if nowhere or (told and city not in told and not is_place):
            word = heard.pieces.words[at]
            instead = ", ".join(sorted(one.capitalize() for one in told))
            yield Difference("name", word.start, word.end, heard.pieces.text[word.start : word.end], instead)


def waters_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sea or strait in which a sentence has happen what the fact has happen in another."""
    there = [name for one in fact.readings for _, name in _waters(one.text)]
    if not there:
        return
    known = {one.lower() for one in there}
    for start, name in _waters(heard.pieces.text):
        if name.lower() not in known:
            yield Difference("name", start, start + len(name), name, there[0])


def _waters(text: str) -> Iterator[tuple[int, str]]:
    """Where each sea or strait is named, and its name, without the small word that a sentence begins with."""
    for found in _WATERS().finditer(text):
        first, _, rest = found[0].partition(" ")
        small = first.lower() in FUNCTION_WORDS
        yield found.start() + (len(first) + 1) * small, rest if small else found[0]


def _is_of_meeting(pieces: Pieces, at: int) -> bool:
    return not NOUNS_OF_MEETINGS.isdisjoint(pieces.folded[at + 1 : at + 2])


def _is_place_in_article(fact: Evidenced, city: str) -> bool:
    """Whether an article on which a fact rests has something happen in a city, and not only its government do it."""
    told = (*(f" {word} {city}" for word in _IN), *(f" {city} {noun}" for noun in NOUNS_OF_MEETINGS))
    return any(fact.facts.is_in_article(source, one) for source in fact.sources for one in told)


def journey_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Someone is told to have gone to a place to which nobody goes in a fact, and in which nobody is."""
    folded = heard.pieces.folded
    if not (heard.persons or any(map(heard.is_person, heard.named))):
        return
    if any(not _THERE.isdisjoint(one.vocabulary) for one in fact.readings):
        return
    for named in heard.named:
        before = folded[max(0, named.first - _WAY) : named.first]
        moves = not (MOVING.isdisjoint(before) or _TO.isdisjoint(before[-2:])) or before[-2:] == ("been", "to")
        if moves and _WHEN.isdisjoint(folded[: named.first]) and not _is_place_of(fact, named):
            yield Difference("name", named.start, named.end, heard.pieces.text[named.start : named.end], "")


def _is_place_of(fact: Evidenced, named: Named) -> bool:
    """Whether somebody is in a place, or comes from it, in the words of a fact."""
    return any(
        not _WHERE.isdisjoint(reading.folded[max(0, one.first - 2) : one.first])
        for reading in fact.readings
        for one in fact.facts.named(reading)
        if not set(one.ids).isdisjoint(named.ids)
    )


def _wheres(pieces: Pieces) -> set[str]:
    """The cities of a text, but for those that stand for their governments: "between Brussels and Tokyo"."""
    folded = pieces.folded
    return {
        word
        for at, word in enumerate(folded)
        if word in CITIES
        and _BETWEEN.isdisjoint(folded[max(0, at - _FAR) : at])
        and folded[at + 1 : at + 2] != ("and",)
    }


def _of_events(fact: Evidenced) -> frozenset[str]:
    """The city in which the events of an agreement took place; none where they have several."""
    facts = fact.facts
    events = (facts.facts[at] for at in facts.ties.linked.get(fact.fact.id, ()) if facts.sorts[at] == "event")
    found = {_asides(one.own) for one in events if one.status == "happened"} - {frozenset()}
    return found.pop() if len(found) == 1 else frozenset()


def _asides(pieces: Pieces) -> frozenset[str]:
    """The cities in brackets: the place of an event."""
    return frozenset(word for at, word in enumerate(pieces.folded) if word in CITIES and _is_aside(pieces, at))


def _is_aside(pieces: Pieces, at: int) -> bool:
    return pieces.text[pieces.words[at].start - 1 : pieces.words[at].start] == "("


def _cities(pieces: Pieces) -> dict[str, int]:
    """City → the number of its word, where it is one in which something happens."""
    found = dict[str, int]()
    for at, word in enumerate(pieces.folded):
        if word not in CITIES:
            continue
        before, after = pieces.folded[max(0, at - 1) : at], pieces.folded[at + 1 : at + 2]
        is_host = before == ("by",) and "hosted" in pieces.folded[max(0, at - 2) : at]
        is_meeting = after != () and after[0] in NOUNS_OF_MEETINGS
        if is_host or is_meeting or _is_aside(pieces, at) or (before and before[0] in _IN):
            found[word] = at
    return found
