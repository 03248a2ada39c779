"""Whether a sentence says more than a fact of how much, or which in a row: all for largely, the largest, the second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.word_kinds import kind_of
from eujdef_tui.verify.word_lists import ENTIRE, PARTIAL
from eujdef_tui.verify.worded import places

__all__ = ["degrees_differ", "has_degrees"]

_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth last".split())
_NO_ORDER = frozenset("country countries party parties state states half hand world thoughts most".split())
_NO_SUPERLATIVES = frozenset(
    "interest unrest tempest everest bequest disinterest honest breast west east northwest southwest rest"
    " test request guest invest modest forest protest arrest contest harvest suggest manifest"
    " behest quest latest nearest best budapest pest nest chest vest zest crest midwest bucharest conquest"
    " inquest attest detest digest ingest molest infest divest reinvest".split()
)
_CHIEF = frozenset("top key chief main primary leading first foremost most principal number".split())
_HIGHEST = _CHIEF | {"all", "very"}  # of all; the very first
_ARTICLES = frozenset(("the", "a", "its", "their"))
_RANKING = frozenset("come comes came rank ranks ranked only".split())  # it comes second
_BEFORE = frozenset("the its his her their our".split())
_ADJECTIVES = ("ed", "ful", "ive", "ic", "al", "ent", "ant", "ous", "ble", "ing", "ate")
_HEAD = 4  # words between a superlative and its noun
_AMONG = 8  # words before a superlative among which "one of" stands
_SEVERAL = frozenset("some several many most all both".split())
_ALIKE = 2  # words that both must have beside what is told of all, or of most
_WITHIN = frozenset(("in", "of", "on", "across", "within", "throughout"))
# how wide a place is: the largest of the city is not that of the world
_WIDTHS = {
    **dict.fromkeys(("town", "city", "village", "capital"), 1),
    **dict.fromkeys(("county", "district", "province"), 2),
    **dict.fromkeys(("country", "nation"), 3),
    **dict.fromkeys(("continent",), 4),
    **dict.fromkeys(("world", "earth", "planet", "globe"), 5),
}
_KINDS = {"city": 1, "country": 3, "state": 3, "island": 3, "region": 4, "bloc": 4, "group": 4}
_WORLDWIDE = frozenset("world worlds global globally worldwide international earth planet globe".split())


def _may_be_highest(word: str) -> bool:
    return word in ("most", "best", "worst") or (
        word.endswith("est") and len(word) > 4 and word not in _NO_SUPERLATIVES
    )


_ORDINAL, _SUPERLATIVE = kind_of(_ORDINALS.__contains__), kind_of(_may_be_highest)
_LEAST, _ENTIRE = kind_of("least".__eq__), kind_of(ENTIRE.__contains__)
_DEGREE = _ORDINAL | _SUPERLATIVE | _LEAST | _ENTIRE


def has_degrees(mine: Pieces) -> bool:
    """Whether a sentence may say how much of something, or which in a row."""
    return bool(mine.kind & _DEGREE)


def degrees_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """All for largely, the largest for one of the largest, the second for the first; or a degree of its own."""
    yield from _in_a_row(heard, fact)
    yield from _highest(heard, fact)
    yield from _least(heard, fact)
    yield from _of_all(heard, fact)
    yield from _of_one(heard, fact)


def _in_a_row(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """The second, where the fact has the first."""
    mine = heard.pieces
    exact = places((*mine.dates, *mine.quantities))
    for at in mine.places_of(_ORDINAL):
        if at in heard.covered or mine.words[at].start in exact:
            continue
        after = mine.folded[at + 1] if at + 1 < len(mine.folded) else ""
        before = mine.folded[at - 1] if at else ""
        if after in _NO_ORDER or not (_is_owned(mine, at) or (after and before in _ARTICLES) or before in _RANKING):
            continue
        if mine.folded[at] in fact.vocabulary or not (highest := _first_of(fact)):
            continue
        start, end, _ = mine.words[at]
        yield Difference("number", start, end, mine.text[start:end], highest)


def _first_of(fact: Evidenced) -> str:
    """The word by which a fact says that something is the first, or the highest, of its kind; "" for none."""
    if any("first" in one.vocabulary for one in fact.near):
        return "first"
    told = ((reading, at) for reading in fact.near for at in _superlatives(reading) if not _is_of_some(reading, at))
    return next((reading.folded[at] for reading, at in told), "")


def _highest(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """The largest, where the fact has one of the largest, or the largest of another kind."""
    mine = heard.pieces
    told = [at for at in _superlatives(mine) if at not in heard.covered]
    there = [(reading, place) for reading in fact.near for place in _superlatives(reading)] if told else []
    for at in told:
        start, end, folded = mine.words[at]
        if not there:
            if folded != "best" and not any(not _HIGHEST.isdisjoint(one.vocabulary) for one in fact.near):
                yield Difference("opposite", start, end, mine.text[start:end], "")
            continue
        if not _is_of_some(mine, at) and all(_is_of_some(reading, place) for reading, place in there):
            yield Difference("number", start, end, mine.text[start:end], f"one of the {folded}")
            continue
        yield from _of_another(heard, at, there)
        yield from _farther(heard, fact, at, there)


def _least(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """The least important, where the fact has a key, chief or first of its kind."""
    mine = heard.pieces
    for at in mine.places_of(_LEAST):
        after = mine.folded[at + 1 : at + 2]
        if mine.folded[at - 1 : at] not in (("the",), ("its",), ("their",)) or not after:
            continue
        highest = next((one for reading in fact.near for one in reading.folded if one in _CHIEF), "")
        if is_content(after[0]) and highest and "least" not in fact.vocabulary:
            start, end, _ = mine.words[at]
            yield Difference("opposite", start, end, mine.text[start:end], highest)


def _of_another(heard: Heard, at: int, there: Sequence[tuple[Pieces, int]]) -> Iterator[Difference]:
    """The greatest partner, where a fact has the greatest challenge."""
    mine = heard.pieces
    heads = [(reading, head) for reading, place in there if (head := _head(reading, place))]
    if not heads or not (head := _head(mine, at)) or head in heard.covered:
        return
    known = heard.thesaurus.others(root(mine.folded[head])) | {root(mine.folded[head])}
    if any(not known.isdisjoint(reading.roots) or root(reading.folded[one]) in mine.roots for reading, one in heads):
        return
    (start, end, _), (reading, one) = mine.words[head], heads[0]
    instead = reading.words[one]
    yield Difference("opposite", start, end, mine.text[start:end], reading.text[instead.start : instead.end])


def _farther(heard: Heard, fact: Evidenced, at: int, there: Sequence[tuple[Pieces, int]]) -> Iterator[Difference]:
    """The largest in the world, where a fact has the largest in a country or city."""
    mine, kinds = heard.pieces, heard.names.kinds
    width, place = _width(mine, at, heard.named, kinds)
    if not width or mine.folded[place] not in _WIDTHS:
        return
    if any(not _WORLDWIDE.isdisjoint(one.vocabulary) or mine.folded[place] in one.vocabulary for one in fact.near):
        return
    known = [(one, *_width(one, where, fact.facts.named(one), kinds)) for one, where in there]
    if any(one >= width for _, one, _ in known) or not (narrow := [one for one in known if one[1]]):
        return
    (start, end, _), (reading, _, where) = mine.words[place], narrow[0]
    instead = reading.words[where]
    yield Difference("opposite", start, end, mine.text[start:end], reading.text[instead.start : instead.end])


def _width(told: Pieces, at: int, named: Sequence[Named], kinds: Mapping[str, str]) -> tuple[int, int]:
    """How wide the place is within which something is the highest, and where it stands: 0 for none.

    The largest bridge in the world, the world's largest bridge.
    """
    begin = [at - 1] if _is_owned(told, at) else []
    begin += [one for one in range(at + 1, min(at + _AMONG, len(told.folded))) if told.folded[one - 1] in _WITHIN]
    for first in begin:
        if told.breaks[first] != told.breaks[at]:
            break
        place = first + 1 if told.folded[first] in _BEFORE and first + 1 < len(told.folded) else first
        if width := _WIDTHS.get(told.folded[place], 0):
            return width, place
        one = next((one for one in named if one.first <= place < one.last), None)
        if one and (wide := max(_KINDS.get(kinds.get(name, ""), 0) for name in one.ids)):
            return wide, place
    return 0, 0


def _of_all(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """All, or fully, where the fact has most, some or partly."""
    mine = heard.pieces
    at = next((at for at in mine.places_of(_ENTIRE) if _is_entire(mine, at)), -1)
    if at < 0 or not mine.vocabulary.isdisjoint(PARTIAL):
        return
    for reading in fact.near:
        for place, word in enumerate(reading.folded):
            if word not in PARTIAL:
                continue
            beside = {
                root(reading.folded[one])
                for one in range(len(reading.folded))
                if reading.breaks[one] == reading.breaks[place]
            }
            if len(beside & mine.roots.keys()) >= _ALIKE:
                start, end, _ = mine.words[at]
                yield Difference("number", start, end, mine.text[start:end], word)
                return


def _of_one(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Only one of them, where the fact has some, many or most."""
    mine = heard.pieces
    at = next((at for at in mine.places_of(_ENTIRE) if mine.folded[at : at + 3] == ("only", "one", "of")), -1)
    several = next((word for reading in fact.near for word in reading.folded if word in _SEVERAL), "")
    if at >= 0 and several and not any("only" in one.vocabulary for one in fact.near):
        start, end = mine.words[at].start, mine.words[at + 1].end
        yield Difference("number", start, end, mine.text[start:end], several)


def _is_entire(mine: Pieces, at: int) -> bool:
    """Whether a word tells of all, and not only after a list, or in a phrase: all have, after all, all the more."""
    word, after = mine.folded[at], mine.folded[at + 1 : at + 3]
    if word not in ("all", "every", "any", "only"):
        return word != "complete" or not after or not is_content(after[0])
    if after[:1] in (("of",), ("the",), ("its",), ("their",)):
        return after[1:] not in (("more",), ("better",), ("same",))
    return bool(after) and is_content(after[0]) and mine.folded[at - 1 : at] not in (("above",), ("after",), ("at",))


def _superlatives(told: Pieces) -> list[int]:
    """The numbers of the words that say that something is the highest of its kind: the greatest challenge."""
    found = list[int]()
    for at in told.places_of(_SUPERLATIVE):
        word = told.folded[at]
        after = told.folded[at + 1] if at + 1 < len(told.folded) else ""
        if word == "most" and not (after.endswith(_ADJECTIVES) and len(after) > len("most")):
            continue
        before = told.folded[at - 1] if at else ""
        if (
            before in _BEFORE
            or _is_owned(told, at)
            or (found and at - found[-1] <= _HEAD)
            or word not in ("most", "best")
        ):
            found.append(at)
    return found


def _is_owned(told: Pieces, at: int) -> bool:
    """Whether a genitive stands before a word: Japan's second."""
    return at > 0 and told.text[told.words[at].start - 3 : told.words[at].start - 1] in ("'s", "’s", "s'", "s’")


def _is_of_some(told: Pieces, at: int) -> bool:
    """Whether it is only one of those that are the highest: one of the largest, among the largest."""
    before = told.folded[max(0, at - _AMONG) : at]
    return ("of" in before and not {"one", "some", "two", "many"}.isdisjoint(before)) or "among" in before


def _head(told: Pieces, at: int) -> int:
    """The number of the noun that a superlative belongs to: challenge, of "its greatest security challenge"; else 0."""
    head = 0
    for place in range(at + 1, min(at + 1 + _HEAD, len(told.folded))):
        word = told.folded[place]
        if told.breaks[place] != told.breaks[at]:
            break
        if told.kinds[place] & _SUPERLATIVE or word == "and":
            continue
        if not is_content(word):
            break
        head = place
    return head
