"""The names of a record, and its prose: the text that is written into the search index."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eujdef_tui.model.labels import full_name
from eujdef_tui.model.parts import part_prose, parts_of
from eujdef_tui.model.records import (
    Actor,
    Agreement,
    Event,
    Evidence,
    Link,
    Name,
    NoFact,
    Person,
    Record,
    Source,
    Statement,
    Tension,
)
from eujdef_tui.text.tokens import words_of_name
from eujdef_tui.text.unicode import fold, one_line

__all__ = ["capitalised", "capitals", "names_of", "prose_of"]

# Parts whose words are no prose: quotes and names have fields of their own in the index, a person is the author of an
# article, and the reason of a link speaks of another agreement.
_NOT_PROSE = (Evidence, NoFact, Name, Person, Link)


def names_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (name, label) of a record; the label says which of its names it is."""
    match record:
        case Actor():
            yield record.name, "name"
        case Agreement():
            yield record.title, "name"
            if record.short_title:
                yield record.short_title, "short title"
        case Source():
            called = (record.container_title, record.container_title_short, record.title)
            yield from ((text, "source") for text in dict.fromkeys(called) if text)
            yield from ((one_line(full_name(person)), "author") for person in record.author)
        case Event() | Tension():
            yield record.title, "title"
        case Statement():
            return
    if isinstance(record, Actor | Agreement):
        for other in record.other_names:
            what = ", ".join(word for word in (other.kind, other.lang) if word)
            yield other.name, f"other name ({what})" if what else "other name"
        yield from _initials_of(record)


def _initials_of(record: Actor | Agreement) -> Iterator[tuple[str, str]]:
    """Yield the initials of each full name, each once: USA of "United States of America", whichever name that is.

    Two letters are enough for a person or a country.
    """
    main = record.name if isinstance(record, Actor) else record.title
    kind = record.kind if isinstance(record, Actor) else ""
    full = [other.name for other in record.other_names if other.kind in ("", "full", "former")]
    known: set[str] = set()
    for name in (main, *(name for name in full if kind != "person")):
        for initials in _initials(name, 2 if kind in ("person", "country") else 3):
            if initials not in known:
                known.add(initials)
                yield initials, f"initials of {name}"


_MOST_CAPITALS = 6


def capitals(name: str) -> str:
    """Return the first letters, folded, of the capitalised words of a name and of the parts of a word like TechTales.

    Of two to six such words; else "".
    """
    begun = "".join(folded[0] for folded in capitalised(name))
    return begun if 2 <= len(begun) <= _MOST_CAPITALS else ""


def capitalised(name: str) -> list[str]:
    """Return the words of a name that begin with a capital, folded; those with capitals inside are taken apart."""
    found: list[str] = []
    for word in words_of_name(name):
        written = name[word.start : word.end]
        if not written[0].isupper():
            continue
        if written[1:].islower() and written.isascii():  # as nearly every name is
            found.append(written.lower() if written.isalpha() else word.folded)
        else:
            inside = [at for at in range(1, len(written)) if written[at].isupper() and not written[at - 1].isupper()]
            parts = [written[start:end] for start, end in pairwise((0, *inside, len(written)))]
            found += filter(None, map(fold, parts)) if written.isalpha() else [word.folded]
    return found


def _initials(name: str, least: int) -> Iterator[str]:
    """Yield ECB for European Central Bank, and MoD for Ministry of Defence.

    The former are the capitals of `least` words or more, as shorter ones are ambiguous; the latter all first letters
    of three to five words.
    """
    first = "".join(name[word.start] for word in words_of_name(name))
    capitals = "".join(filter(str.isupper, first))
    if len(capitals) >= least:
        yield capitals
    if 3 <= len(first) <= 5 and 2 <= len(capitals) < len(first):
        yield first


def _told(word: str) -> tuple[str, ...]:
    """Return a status or binding that people type as a word; that something has happened they do not."""
    return (word,) if word in ("planned", "target", "reported", "legal", "political") else ()


def prose_of(record: Record) -> str:
    """Return the text of a record that is searched, beside its names, title and quotes."""
    own: tuple[str, ...]
    match record:
        case Actor():
            own = (record.kind, record.summary)
        case Agreement():
            steps = dict.fromkeys(status for step in record.milestones for status in _told(step.status))
            own = (record.subject, record.instrument, *_told(record.binding), *steps)
        case Event():
            own = (record.kind, record.location, record.date_text, *_told(record.status))
        case Statement():
            own = (record.kind, record.value, record.unit, record.date_text)
        case Tension():
            own = (record.reading,)
        case Source():
            own = (record.issued_basis, record.container_basis)
    parts = (part_prose(part) for part in parts_of(record) if not isinstance(part, _NOT_PROSE))
    return " ".join((*own, *parts))
