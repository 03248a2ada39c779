"""Whether a record tells an amount of the sort that is asked for.

A number counts what stands behind it. A number of something else, or of another one's, is no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event, Record, Source, Statement
from eujdef_tui.search import score
from eujdef_tui.search.measures import MEASURES
from eujdef_tui.search.synonyms import other_words
from eujdef_tui.search.unit_sorts import CURRENCIES, MONEY, SHARE, are_years, sorts_of, sorts_of_all
from eujdef_tui.search.wanted_amount import HARM, Sort, Wanted, implied_by, is_person, is_plural
from eujdef_tui.store import Document
from eujdef_tui.store.document import JOINTS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.spelt_numbers import NUMBER_WORDS, SPELT_MULTIPLES
from eujdef_tui.text.units import UNIT_WORDS, unit_of
from eujdef_tui.text.word_forms import folded_words, same_word

__all__ = ["tells_amount", "tells_surely"]

REACH = 3  # words from a number to what it counts: 4,870 cancelled trains
LISTED = 3  # parties or actors of a record from which it lists them
BEFORE = 5  # and so many behind a mass: water of 0.4 cubic kilometres

_Texts = Sequence[Sequence[str]]

_ROUND = frozenset("billions dozen dozens half hundreds millions several thousands".split())
_MULTIPLES = frozenset((*SPELT_MULTIPLES, "bn", "dozen", "k", "m", "mn"))
_OWNERS = frozenset("her his its of our the their".split())
_PARTS = frozenset("fifth fifths half percent quarter quarters tenth third thirds".split())
_SHARES = frozenset("fraction percentage proportion rate share".split())
_RANKS = frozenset("biggest largest second smallest third".split())
_UNITS = frozenset(unit for one in MEASURES.values() for unit in one.units)
_EACH = frozenset("a an each every per".split())
_TIMES = frozenset("day hour minute second".split())
_SOLID = frozenset("cubic square".split())


def tells_amount(wanted: Wanted, document: Document, record: Record, words: Sequence[str]) -> bool:
    """Whether a record, no source, tells an amount of the sort, of what the folded words of a line ask about."""
    if isinstance(record, Source):
        return False
    texts = _texts(document)
    if "age" in wanted.nouns:
        return _tells_age(document, record, texts)
    told = _tells(wanted, document, record, texts)
    if not told and document.kind == "figure" and isinstance(record, Statement):
        told = _may_tell(wanted, document, record, words)
    return told and not (wanted.sort is Sort.COUNT and _of_another(wanted, record, words))


def tells_surely(wanted: Wanted, document: Document, record: Record) -> bool:
    """Whether the words of what tells an amount of the sort say so, and not its unit alone."""
    return "age" in wanted.nouns or _tells(wanted, document, record, _texts(document))


def _tells(wanted: Wanted, document: Document, record: Record, texts: _Texts) -> bool:
    """Whether a record tells such an amount in its words."""
    if wanted.sort is Sort.MONEY:
        share = document.kind == "figure" and wanted.shares and ":pct" in document.amounts
        return share or score.has_money(document) or any(map(_in_currency, texts))
    if wanted.sort is Sort.SHARE:
        return ":pct" in document.amounts or any(not _PARTS.isdisjoint(text) for text in texts)
    if wanted.sort is Sort.COUNT:
        return _tells_count(wanted, document, record, texts)
    if wanted.sort is Sort.PEOPLE:
        return any(_counts_people(text, wanted.kept) or _tells_harm(text) for text in texts)
    if wanted.sort is Sort.MEASURE:
        return _names(texts, wanted.nouns) or any(_in_units(text, wanted) for text in texts)
    if document.kind == "figure":
        # how much they want is told by no number of them
        return bool(wanted.kept or wanted.nouns) or not _counts_things(record)
    if wanted.kept and not wanted.nouns:
        return any(_beside_number(text, wanted.kept[0]) for text in texts)
    if "size" in wanted.nouns and any(not _RANKS.isdisjoint(text) for text in texts):
        return True
    counts = (is_plural(near[0]) or _is_measure(near[0]) for text in texts for near in _behind(text) if near)
    return any(not item.endswith(":") for item in document.amounts.split()) or any(counts)


def _may_tell(wanted: Wanted, document: Document, record: Statement, words: Sequence[str]) -> bool:
    """Whether a figure tells it by its unit, or has none that is known, so that it may be of the sort."""
    title = document.title.partition(JOINTS)[0].split()
    sorts = sorts_of(record.unit) if record.unit else _sorts_in(document, title)
    if wanted.sort in (Sort.COUNT, Sort.PEOPLE):
        named = wanted.words if wanted.sort is Sort.COUNT else wanted.kept
        return not sorts and any(same_word(word, one) for word in title for one in named)
    if not sorts and wanted.sort is Sort.SHARE:
        return not _SHARES.isdisjoint(title)
    if not sorts:
        return bool(record.unit) or wanted.sort is not Sort.MEASURE or not _counts_other(title, words)
    if wanted.sort is Sort.MEASURE:
        return not sorts.isdisjoint(sorts_of_all(wanted.words) - {MONEY})  # how heavy: pounds
    return {Sort.MONEY: MONEY, Sort.SHARE: SHARE}.get(wanted.sort) in sorts


def _sorts_in(document: Document, title: Sequence[str]) -> frozenset[str]:
    """The sorts of the amounts in the title of a figure without a unit: the bank has seven branches."""
    told = {MONEY} if score.has_money(document) else set[str]()
    told |= {SHARE} if ":pct" in document.amounts else set()
    return sorts_of_all(" ".join(near[:2]) for near in _behind(title)).union(told)


def _counts_other(title: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a figure without a unit counts things that stand first in its title, and that nobody asked about."""
    first = title[:1]
    return any(map(is_plural, first)) and not any(same_word(first[0], word) for word in words)


def _texts(document: Document) -> _Texts:
    """The words of title, description and quotes; an event and a statement are described by no words of their own."""
    told = document.kind == "figure" or document.record in ("actor", "tension", "agreement")
    columns = ("title", "words", "quotes") if told else ("title", "quotes")
    return [getattr(document, column).partition(JOINTS)[0].split() for column in columns]


# --- where numbers are, and what they count ---


def _numbers(text: Sequence[str]) -> list[int]:
    """The places of the words that are numbers, or belong to one."""
    return [
        place
        for place, word in enumerate(text)
        if word[:1].isdigit() or word in NUMBER_WORDS or word in _ROUND or (word in _MULTIPLES and len(word) > 2)
    ]


def _behind(text: Sequence[str]) -> Iterator[list[str]]:
    """The words behind each number that may be what it counts: of thousands of north korean troops."""
    for place in _numbers(text):
        near = text[place + 1 : place + 3 + REACH]
        yield [word for word in near if word not in _MULTIPLES and word not in _OWNERS][:REACH]


def _tells_count(wanted: Wanted, document: Document, record: Record, texts: _Texts) -> bool:
    if document.kind != "figure" or not isinstance(record, Statement) or not record.unit:
        harm = wanted.free and any(map(_tells_harm, texts))
        return harm or any(_counts(text, wanted.words, 2) for text in texts) or _lists(wanted, record)
    unit = folded_words(record.unit)
    if any(_is_of(word, wanted.words) for word in unit) or any(_counts(text, wanted.words, 0) for text in texts):
        return True
    if not HARM.isdisjoint(unit) and any(map(is_person, wanted.words)):
        return True  # how many workers died: 4 deaths
    share = unit[:1] in (["percent"], ["per"], [])
    if not share and any(map(_is_measure, unit)):
        return False
    return any(same_word(word, head) for word in texts[0] for head in wanted.words)  # 70 % of his onions


def _lists(wanted: Wanted, record: Record) -> bool:
    """Whether a record lists those who are counted: the countries of an agreement, the companies at a meeting."""
    listed = record.parties if isinstance(record, Agreement) else record.actors if isinstance(record, Event) else ()
    return len(listed) >= LISTED and not _MEMBERS.isdisjoint(wanted.words)


_MEMBERS = frozenset(
    "allies bodies businesses companies corporations countries firms governments groups manufacturers members nations "
    "organisations organizations participants parties partners sides signatories states unions".split()
)


def _counts(text: Sequence[str], heads: Sequence[str], others: int) -> bool:
    """Whether a number is of what is counted; so many of the words behind it may be others for that."""
    for near in _behind(text):
        if any(same_word(word, head) for word in near for head in heads):
            return True
        if any(_is_of(word, heads) for word in near[:others]):
            return True
    return False


def _is_of(word: str, heads: Sequence[str]) -> bool:
    """Whether a word is one of some, or another for it."""
    return any(same_word(word, head) or any(same_word(word, other) for other in other_words(head)) for head in heads)


def _of_another(wanted: Wanted, record: Record, words: Sequence[str]) -> bool:
    """Whether what is counted is said to be of another one: Velair's 240 pilots are none of Steppe Wings."""
    said = (getattr(record, "text", getattr(record, "title", "")), *(item.quote for item in evidence_of(record)))
    owners = [
        set(folded_words(found[1]))
        for text in said
        for found in _OWNED().finditer(text)
        if any(same_word(word, head) for word in folded_words(found[2]) for head in wanted.words)
    ]
    return bool(owners) and all(owner.isdisjoint(words) for owner in owners)


_OWNED = lazy_pattern(r"(\w+)['’]s? \d[\d.,]* ((?:\w+[ -]?){1,2})")


def _counts_people(text: Sequence[str], doing: Sequence[str]) -> bool:
    """Whether a number is of people, or of those who do something: 2,316 voted."""
    for near in _behind(text):
        if any(map(is_person, near[:2])) or any(same_word(word, verb) for word in near[:1] for verb in doing):
            return True
    return False


def _counts_things(record: Record) -> bool:
    """Whether a figure is a number of things or people, of no money, share or measure."""
    unit = folded_words(record.unit) if isinstance(record, Statement) else []
    words = [word for word in unit if word not in _MULTIPLES]
    if not words or any(map(_is_measure, words)) or _MASSES.intersection(words):
        return False
    return is_plural(words[0]) or is_person(words[0])


_MASSES = frozenset(
    "barrels cent degrees dinars crowns gallons grams hectares acres kilograms kilos kg litres liters megawatts "
    "micrograms points tonnes tons units watts".split()
)


def _tells_harm(text: Sequence[str]) -> bool:
    """Whether a number is of those who were harmed: a collapse kills nine."""
    numbers = set(_numbers(text))
    harmed = (at for at, word in enumerate(text) if word.startswith(("kill", "injur", "wound")))
    return any(at + 1 in numbers for at in harmed)


def _beside_number(text: Sequence[str], thing: str) -> bool:
    """Whether a number stands near to a word: 0.4 cubic kilometres of water."""
    implying = implied_by(thing)
    places = [at for at, word in enumerate(text) if same_word(word, thing) or word in implying]
    return any(-REACH <= at - number <= BEFORE for number in _numbers(text) for at in places)


# --- money and measures ---


def _in_currency(text: Sequence[str]) -> bool:
    """Whether a number is of a currency that has no code here: 900 million crowns."""
    return any(word.removesuffix("s") in CURRENCIES for near in _behind(text) for word in near[:2])


def _is_measure(word: str) -> bool:
    known = bool(unit_of(word)) or word in UNIT_WORDS or word in _SOLID or word in ("km", "per")
    return known or any(same_word(word, one) for one in _UNITS)


def _names(texts: _Texts, nouns: Sequence[str]) -> bool:
    """Whether what is measured is named, beside a number: a salinity of 29 grams a litre."""
    named = any(same_word(word, noun) for noun in nouns for text in texts for word in text)
    return named and any(map(_numbers, texts))


def _in_units(text: Sequence[str], wanted: Wanted) -> bool:
    """Whether a number is of one of the units, and not of so many for each of another: cubic metres a second."""
    units = [part for unit in wanted.words for part in unit.split("/") if len(part) > 1]
    fast = "speed" in wanted.nouns
    for near in _behind(text):
        rated = any(one in _EACH and other in _TIMES for one, other in pairwise(near)) or near[1:2] == ["h"]
        if rated:
            if fast:
                return True
        elif not _SOLID.intersection(near[:1]) and any(same_word(word, unit) for word in near[:2] for unit in units):
            return True
    return False


def _tells_age(document: Document, record: Record, texts: _Texts) -> bool:
    """Whether it is said how old someone or something is: aged 81, "the abbot, 81", built in 1931."""
    if isinstance(record, Actor) and record.kind == "person":
        said = (record.summary, *(item.quote for item in record.evidence))
        return any(_AGED().search(text) for text in said)
    unit = isinstance(record, Statement) and document.kind == "figure" and _is_of_age(record, texts[0])
    return unit or any(_OLD().search(" ".join(text)) for text in texts)


def _is_of_age(figure: Statement, title: Sequence[str]) -> bool:
    return are_years(figure.unit) if figure.unit else not _AGE.isdisjoint(title)


_AGE = frozenset("age aged ages old".split())
_AGED = lazy_pattern(r"(?i)\b(?:aged?|born)\b[^.]{0,20}\d|, \d{1,3}(?:,|$|\.$)|\d[- ]years?[- ]old")
_OLD = lazy_pattern(
    r"\b\d+ years? old\b|\bage[ds]? (?:\w+ )?\d|\b(?:born|built|dates?|dating|founded|made|written) (?:\w+ )?\d{4}\b"
)
