"""Promise: every name under which a record can be found, and the words it is found by, come from here.

What is indexed and what is typed go through the same functions, so that they meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eujdef_tui.model import Actor, Agreement, Event, Record, Source, Statement, Tension
from eujdef_tui.text import words

__all__ = ["loose", "names_of", "prose_of", "tokens_of"]


def names_of(record: Record) -> Iterator[tuple[str, str]]:
    """(name, label) of a record; the label says which of its names it is."""
    match record:
        case Actor():
            yield record.name, "name"
        case Agreement():
            yield record.title, "title"
            if record.short_title:
                yield record.short_title, "short title"
        case Source():
            yield from ((text, "source") for text in (record.container_title, record.title) if text)
            yield from ((f"{p.given} {p.family} {p.literal}".strip(), "author") for p in record.author)
        case Event() | Tension():
            yield record.title, "title"
        case Statement():
            return
    if isinstance(record, Actor | Agreement):
        for other in record.other_names:
            kind = f"{other.kind} name" if other.kind else "other name"
            yield other.name, f"{kind} ({other.lang})" if other.lang else kind
        main = record.name if isinstance(record, Actor) else record.title
        if initials := _initials(main):
            yield initials, f"initials of {main}"


def _initials(name: str) -> str:
    """ECB for European Central Bank: the capitals of three words or more; shorter runs mean anything."""
    capitals = [word for word in name.replace("-", " ").split() if word[:1].isupper()]
    return "".join(word[0] for word in capitals) if len(capitals) >= 3 else ""


def tokens_of(name: str) -> list[str]:
    """The folded words a name is found by. Words in scripts without spaces are found from any character."""
    tokens: list[str] = []
    for word in words(name):
        tokens.append(word.folded)
        if word.folded > "\u2e80":
            tokens.extend(word.folded[i:] for i in range(1, len(word.folded)))
    return tokens


# Long vowels as romanisations of Japanese write them: Kono, Kouno, Koono, Kohno are one name.
_LONG = (("ou", "o"), ("oo", "o"), ("uu", "u"), ("aa", "a"))
_OH = re.compile(r"oh(?![aeiouy])")


def loose(token: str) -> str:
    """The token with long vowels written short. `oh` counts only before a consonant or at the end."""
    if "o" not in token and "uu" not in token and "aa" not in token:
        return token
    for long, short in _LONG:
        token = token.replace(long, short)
    return _OH.sub("o", token)


def prose_of(record: Record) -> str:
    """The words of a record, beside its title and quotes, in which text is searched."""
    match record:
        case Actor():
            return " ".join((record.summary, *(m.role for m in record.memberships)))
        case Agreement():
            actions = (f"{m.action} {m.date_text} {m.note}" for m in record.milestones)
            return " ".join((record.subject, record.instrument, *actions)).replace("-", " ")
        case Event():
            return " ".join((record.kind, record.location, record.date_text))
        case Statement():
            return " ".join((record.kind, record.value, record.unit, record.date_text))
        case Tension():
            return record.reading
        case Source():
            return " ".join((record.issued_basis, record.container_basis))
