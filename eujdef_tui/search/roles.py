"""Keep the words of two roles of a person apart: a policy chief, once prime minister, is no policy minister."""

from __future__ import annotations

import re
from itertools import islice

from eujdef_tui.model.records import Actor
from eujdef_tui.search.match import Reading
from eujdef_tui.store import Base, Document, Index
from eujdef_tui.text.word_forms import folded_words

__all__ = ["of_two_roles"]

_PARTED = "[;,]"  # marks between the roles in a summary
_NAMED = 8  # records with a word in their names that are looked at


def of_two_roles(base: Base, document: Document, reading: Reading) -> bool:
    """Whether a person matches by words that are gathered from two roles, and not by their name."""
    tokens = {match.token for match in reading if match.field == "words" and match.token != document.kind}
    if len(tokens) < 2 or any(match.field == "name" for match in reading):
        return False
    record = base.record(document.n).record
    if not isinstance(record, Actor):
        return False
    said = [*re.split(_PARTED, record.summary), *(membership.role for membership in record.memberships)]
    roles = [set(folded_words(text)) for text in said]
    told = tokens & set().union(*roles)
    if any(told <= role for role in roles):
        return False
    # whose predecessor one is belongs to no role
    told = {token for token in told if not _names_person(base.index, token)}
    return not any(told <= role for role in roles)


def _names_person(index: Index, token: str) -> bool:
    """Whether a word is part of the name of a person."""
    found = index.documents(list(islice(index.matching(f'names : "{token}"'), _NAMED)))
    lines = (line for document in found if document.kind == "person" for line in document.names.lines)
    return any(line.label == "name" and token in line.tokens for line in lines)
