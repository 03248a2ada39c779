"""A name or a role where it stands in a sentence, and what its words may be: a title, a people, a day or month."""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.draft.lexicon import first_names, has, places, word_list
from eujdef_tui.draft.tokens import Token

__all__ = ["ENDINGS", "Mention", "is_calendar", "is_function", "is_name", "is_people", "is_title"]


class Mention(NamedTuple):
    """A name where it stands in tokens[first:last] of its sentence, or a role ("the Prime Minister").

    Attributes:
        sentence: the number of the sentence.
        name: the words of the name, in one line; "" of a role that no name follows.
        role: the titles before it, or the role.
        person: a title or form of address says that it is a person.
        id: the id of the known actor that it names, "" for none.
        start, end: where the name, or the role, stands in the article.
    """

    sentence: int
    first: int
    last: int
    name: str
    role: str
    person: bool
    id: str
    start: int
    end: int


def is_function(token: Token) -> bool:
    """Whether a word is a function word; "US" and "WHO" are none."""
    return has("function", token.low) and not (token.word.isupper() and len(token.word) > 1)


def is_people(token: Token) -> bool:
    """Whether a word is that of a people or their things: Japanese, Israeli-Palestinian."""
    return all(part in places()[1] or part.removesuffix("s") in places()[1] for part in token.low.split("-"))


ENDINGS = ("public-body", "armed-force", "university", "company", "organization", "publication", "event", "agreement")


def is_calendar(low: str) -> bool:
    """Whether a word is a month or a day of the week."""
    return low in word_list("months") or low in word_list("weekdays")


def is_title(low: str) -> bool:
    """Whether a word is a title, a role or a form of address."""
    return low.strip(".") in word_list("title") or low.strip(".") in word_list("honorific")


def is_name(low: str) -> bool:
    """Whether a word is a given name, a place or a people."""
    return low in first_names() or low in places()[0] or low in places()[1]
