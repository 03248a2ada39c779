"""Compare a sentence with a fact, piece by piece: names and numbers. `dates` has dates, `turned` what turns round."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice, pairwise
from operator import attrgetter

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.date_mentions import absolute_spans
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.quantities import Quantity
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import NOT_COMPARED, Heard
from eujdef_tui.verify.measures import measured
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.strangers import DESIGNATION
from eujdef_tui.verify.word_kinds import kind_of
from eujdef_tui.verify.word_lists import ABOUT, CAPITALS, MAGNITUDES, MULTIPLIERS, SPEAKING, VAGUE, capitals_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Sort = Literal["number", "name", "date", "status", "negation", "opposite", "speaker", "quotation"]

__all__ = ["ABOUT_PLACES", "Difference", "is_same", "names_differ", "numbers_differ", "told_once"]

_NEAR = Decimal("0.05")  # how far "about 9 trillion" may be off
_OR_SO = (" or so", " or thereabouts", "-odd")
_CONTINENTS = frozenset("asia africa europe america pacific atlantic arctic asian african european american".split())
_LATER, _YEAR = lazy_pattern(r" years? (?:later|earlier)"), 10_000
_LISTED = 12  # parts of the longest list
_RELATED = 8  # numbers among which a ratio is looked for: of a sentence of a thousand there are a million pairs
_COMPASS = frozenset("north south east west northern southern eastern western".split())
_PRONOUNS = frozenset("he she his her him the".split())
_WIDE = frozenset(("bloc", "region", "group"))
_OFFICIAL = kind_of(frozenset("official minister ambassador diplomat premier envoy".split()).__contains__)
_BEFORE_OFFICE = 2  # words between a country and an office: Japanese prime minister
ABOUT_PLACES = frozenset(("country", "bloc", "group"))
_PLACES = frozenset(("country", "bloc", "region", "island", "city", "state"))


class Difference(NamedTuple):
    """Words of a sentence, at start:end, that a fact does not bear out. `instead`: what it has, or ""."""

    sort: Sort
    start: int
    end: int
    said: str
    instead: str


def told_once(found: Iterable[Difference]) -> Iterable[Difference]:
    """Of what differs in the same words in the same way only the last that has something instead.

    The comparisons of one kind of thing come behind those of names, and know better what is in place of a word.
    """
    told: dict[tuple[str, int, int], Difference] = {}
    for one in found:
        words = one.sort, one.start, one.end
        if one.instead or words not in told:
            told[words] = one
    return told.values()


def names_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Whom a sentence names, the fact, its sentence or who is linked must have too."""
    for named in heard.compared:
        if fact.speaker and not heard.speaker.isdisjoint(named.ids):
            continue  # compared as speakers
        if fact.speaker and heard.describes(named) and _is_of_another_country(heard, fact, named):
            said, instead = heard.pieces.text[named.start : named.end], heard.names.titles.get(fact.speaker, "")
            yield Difference("speaker", named.start, named.end, said, instead)
            continue
        if not fact.own_ids.isdisjoint(named.ids):
            continue
        if not fact.wide_ids.isdisjoint(named.ids):
            if other := _other_person(heard, fact, named.ids) or _other_place(heard, fact, named):
                yield Difference("name", named.start, named.end, heard.pieces.text[named.start : named.end], other)
            continue
        if heard.describes(named) and fact.speaker:
            continue
        words = heard.pieces.folded[named.first : named.last]
        if fact.vocabulary.issuperset(words) or heard.is_background(named):
            continue
        said = heard.pieces.text[named.start : named.end]
        yield Difference("name", named.start, named.end, said, _in_place_of(heard, fact, named.ids))
    if heard.persons and heard.ids.isdisjoint(heard.persons) and fact.ids.isdisjoint(heard.persons):
        pronoun = next((one for one in heard.pieces.words if one.folded in _PRONOUNS), None)
        if pronoun:
            yield Difference("name", pronoun.start, pronoun.end, heard.names.titles[heard.person[0]], "")
    yield from _beside_differ(heard, fact)
    for start, end, written in heard.designations:
        if not any(written in reading.text for reading in fact.readings):
            instead = next((one[0] for r in fact.readings[:2] for one in DESIGNATION().finditer(r.text)), "")
            yield Difference("name", start, end, written, instead)
    for at in heard.strangers:
        word = heard.pieces.words[at]
        if word.folded in _CONTINENTS and any(fact.facts.is_in_article(one, word.folded) for one in fact.sources):
            continue  # where all that the article tells of is
        if heard.is_capital(at) and not fact.vocabulary.isdisjoint(capitals_of(word.folded)):
            continue  # in the Belgian capital
        if (name := _unknown_name(heard, fact, at)) and name[0] == word.start:
            yield Difference("name", *name, heard.pieces.text[name[0] : name[1]], "")
        if word.folded not in fact.vocabulary and root(word.folded) not in fact.roots:
            said = heard.pieces.text[word.start : word.end]
            yield Difference("name", word.start, word.end, said, _in_place_of_stranger(heard, fact, word.folded))


def _beside_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A programme with which a fact has nothing to do; and who does it, beside a description of somebody else."""
    named = next((one for one in heard.programmes if _has_no_part(fact, heard, one)), None)
    if named is None and fact.fact.sort == "actor" and heard.named and fact.own_ids.isdisjoint(heard.named[0].ids):
        described = fact.fact.record.id
        if not (heard.names.alike(described, heard.known) or described in heard.persons):
            named = heard.named[0]
    if named is not None:
        yield Difference("name", named.start, named.end, heard.pieces.text[named.start : named.end], "")


def _has_no_part(fact: Evidenced, heard: Heard, named: Named) -> bool:
    """Whether a fact neither names someone, nor is linked to that one, nor has the words of the name."""
    words = heard.pieces.folded[named.first : named.last]
    return fact.wide_ids.isdisjoint(named.ids) and not fact.vocabulary.issuperset(words)


def _is_of_another_country(heard: Heard, fact: Evidenced, named: Named) -> bool:
    """Whether an official of a country is told to say what somebody else says who holds offices, but none of it."""
    bodies = heard.names.bodies_of(fact.speaker)
    is_country = any(heard.names.kinds.get(one) == "country" for one in named.ids)
    told = next((at for at in heard.pieces.places_of(_OFFICIAL) if named.last <= at <= named.last + _BEFORE_OFFICE), -1)
    if not (bodies and is_country) or told < 0 or SPEAKING.isdisjoint(heard.pieces.vocabulary):
        return False
    between = range(named.last, told)
    if not all(is_content(heard.pieces.folded[at]) and at not in heard.covered for at in between):
        return False  # in Japan, the American ambassador
    return not heard.names.any_alike(named.ids, bodies)


def _unknown_name(heard: Heard, fact: Evidenced, at: int) -> tuple[int, int] | None:
    """Where a name of two words begins and ends, if a fact has both words but not next to each other: Mitsubishi Heavy.

    The first is no common word, as that of "the Security Partnership" is.
    """
    pieces = heard.pieces
    pair = pieces.folded[at : at + 2]
    if at + 1 not in heard.strangers or heard.thesaurus.is_common(pair[0]) or not fact.vocabulary.issuperset(pair):
        return None
    if pieces.text[pieces.words[at].end : pieces.words[at + 1].start] != " ":
        return None
    if any(pair == (one, other) for r in fact.readings for one, other in pairwise(r.folded)):
        return None
    return pieces.words[at].start, pieces.words[at + 1].end


def _other_person(heard: Heard, fact: Evidenced, ids: tuple[str, ...]) -> str:
    """Who does in a fact what a sentence says of a person whom only the words around the fact name."""
    kinds = heard.names.kinds
    if not fact.own_ids.isdisjoint(ids) or not any(kinds.get(one) == "person" for one in ids):
        return ""
    known = heard.ids | heard.persons
    others = sorted(one for one in fact.own_ids if kinds.get(one) == "person" and one not in known)
    return heard.names.titles[others[0]] if others else ""


def _other_place(heard: Heard, fact: Evidenced, named: Named) -> str:
    """Which country a fact is about where a sentence has one that only the words around the fact name."""
    kinds = heard.names.kinds
    if fact.names_near(named.ids) != "sentence" or not any(kinds.get(one) in ABOUT_PLACES for one in named.ids):
        return ""
    others = [
        one
        for one in sorted(fact.own_ids)
        if kinds.get(one) in ABOUT_PLACES and not heard.names.alike(one, heard.known)
    ]
    return heard.names.titles[others[0]] if len(others) == 1 else ""


def _in_place_of(heard: Heard, fact: Evidenced, ids: tuple[str, ...]) -> str:
    """Whom a fact names that a sentence does not: of the same kind, if one is known."""
    kinds = {heard.names.kinds.get(one) for one in ids}
    for one in sorted(fact.own_ids & heard.names.titles.keys()):
        if heard.names.alike(one, heard.known):
            continue
        kind = heard.names.kinds.get(one)
        if kind in kinds or (kind in _PLACES and kinds & _PLACES):
            return heard.names.titles[one]
    return ""


def _in_place_of_stranger(heard: Heard, fact: Evidenced, word: str) -> str:
    """Whom a fact names where a sentence has a name that the base does not know: a country for one."""
    is_place = word in _COMPASS or word in CAPITALS or word in CAPITALS.values()
    for one in sorted(fact.own_ids & heard.names.titles.keys()):
        kind = heard.names.kinds[one]
        if one == fact.speaker or heard.names.alike(one, heard.known) or kind in NOT_COMPARED or kind in _WIDE:
            continue
        if (kind in _PLACES) == is_place:
            return heard.names.titles[one]
    return ""


def numbers_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Each number of a sentence, with its unit, must stand in the fact or its sentence; "about" leaves some room."""
    pieces = heard.pieces
    for start, end in pieces.unread:
        yield Difference("number", start, end, pieces.text[start:end], _number_of("", fact))
    if not pieces.quantities and not pieces.magnitudes:
        return
    for one in pieces.quantities:
        written = pieces.text[one.start : one.end]
        if written.lower() == "two" and (other := _of_the_same_noun(one, heard, fact)):
            yield Difference("number", one.start, one.end, written, other)
            continue
        if (
            written.lower() in VAGUE
            or _is_later(one, heard, fact)
            or _is_ordinal_of_list(pieces, one)
            or _counts_what_it_names(heard, one)
        ):
            continue
        if other := _of_the_same_noun(one, heard, fact):
            yield Difference("number", one.start, one.end, written, other)
            continue
        if any(is_same(one, other, pieces, there) for there in fact.readings for other in there.quantities):
            continue
        is_near = fact.value is not None and _near(one.number, fact.value, loose=_is_about(pieces, one))
        if is_near and fact.value and one.unit in ("", fact.unit) and not measured(pieces.text, one):
            continue
        if not one.unit and (one.number in fact.counts or _is_ratio(one, heard, fact)):
            continue
        yield Difference("number", one.start, one.end, written, _number_of(one.unit, fact))
    if not pieces.magnitudes:
        return
    there = frozenset(size for reading in fact.readings for size in reading.magnitudes & MAGNITUDES)
    if there and (found := (pieces.magnitudes & MAGNITUDES) - there):
        word = next(word for word in pieces.words if f"{word.folded.removesuffix('s')}s" in found)
        yield Difference("number", word.start, word.end, word.folded, ", ".join(sorted(there)))
    mine, there = pieces.magnitudes - MAGNITUDES, fact.multipliers
    if mine and there and not mine & there:
        at = next(word for word in pieces.words if word.folded in MULTIPLIERS)
        yield Difference("number", at.start, at.end, at.folded, f"times {', '.join(sorted(there))}")


def _is_ordinal_of_list(pieces: Pieces, one: Quantity) -> bool:
    """Whether a number only counts an item: "1." at the beginning."""
    return one.plain and not pieces.text[: one.start].strip() and pieces.text[one.end : one.end + 1] in (".", ")")


def _is_ratio(one: Quantity, heard: Heard, fact: Evidenced) -> bool:
    """Whether a number says how many times one that is told, or that a fact has, is another: fifteen times."""
    if not heard.pieces.text[one.end :].startswith(" times"):
        return False
    mine = [other for other in heard.pieces.quantities[: _RELATED + 1] if other is not one]
    # "62.4 billion" beside "935 billion dollars" may be without its multiple
    told = [other.number * size for other in mine for size in ((1, 10**6, 10**9) if not other.unit else (1,))]
    if len(mine) < 2:
        there = (other.number for reading in fact.readings for other in reading.quantities if other.unit)
        told += islice(there, _RELATED)
    return any(other and abs(some / other - one.number) <= one.number / 10 for some in told for other in told)


def _is_later(one: Quantity, heard: Heard, fact: Evidenced) -> bool:
    """Whether a number counts the years from a date of the sentence to one of the fact: ten years later."""
    if not _LATER().match(heard.pieces.text, one.end):
        return False
    told = {span[0] // _YEAR for mention in heard.pieces.dates for span in absolute_spans(mention)}
    there = {day // _YEAR for span in (*fact.dates, *fact.dates_nearby) for day in span}
    return not told or any(year + step * int(one.number) in there for year in told for step in (1, -1))


def _of_the_same_noun(one: Quantity, heard: Heard, fact: Evidenced) -> str:
    """The number that a fact has before the noun that follows a number: three, of "three governments"."""
    noun = _noun_of(heard.pieces, one)
    if one.unit or not noun:
        return ""
    there = [
        (reading, other)
        for reading in fact.readings
        for other in reading.quantities
        if _noun_of(reading, other) == noun
    ]
    if not there or any(is_same(one, other, heard.pieces, reading) for reading, other in there):
        return ""
    reading, other = there[0]
    return reading.text[other.start : other.end]


def _noun_of(pieces: Pieces, one: Quantity) -> str:
    """The root of the word behind a plain number."""
    at = bisect_left(pieces.words, one.end, key=attrgetter("start"))
    word = pieces.folded[at] if at < len(pieces.folded) else ""
    return root(word) if word and is_content(word) and not one.unit else ""


def _counts_what_it_names(heard: Heard, one: Quantity) -> bool:
    """Whether a number counts the parts that a sentence lists: Airbus, Leonardo and Rheinmetall, to name but three."""
    if one.unit or not 2 < one.number <= _LISTED:
        return False
    listed = (len(part.split(",")) + 1 for part in heard.pieces.text.split(" and ")[:-1])
    return any(one.number == count for count in listed)


def _is_about(pieces: Pieces, one: Quantity) -> bool:
    if pieces.text.startswith(_OR_SO, one.end):
        return True
    at = bisect_left(pieces.words, one.start, key=attrgetter("start"))
    return any(word.folded in ABOUT and one.start - word.start < 20 for word in pieces.words[max(0, at - 2) : at])


def is_same(one: Quantity, other: Quantity, pieces: Pieces, there: Pieces) -> bool:
    """Whether two numbers are the same, or nearly the same where the sentence of either says "about"."""
    if one.unit and other.unit and one.unit != other.unit:
        return False
    number, known = one.number, other.number
    if (size := measured(pieces.text, one)) and (told := measured(there.text, other)):
        if size[0] != told[0]:
            return False
        number, known = size[1], told[1]  # 4,000 kg, 4 t
    if number == known or not _near(number, known, loose=True):
        return number == known
    return _is_about(pieces, one) or _is_about(there, other)


def _near(one: Decimal, other: Decimal, *, loose: bool) -> bool:
    return one == other or (loose and abs(one - other) <= _NEAR * max(abs(one), abs(other)))


def _number_of(unit: str, fact: Evidenced) -> str:
    """The number of a fact that stands where a sentence has another of this unit; of any unit where it is ""."""
    for reading in fact.readings[:2]:
        for other in reading.quantities:
            if unit in ("", other.unit):
                return reading.text[other.start : other.end]
    return ""
