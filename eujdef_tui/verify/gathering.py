"""Gather the records of a base that a draft may speak of: of a small base all, of a large one those with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.store import Base
from eujdef_tui.text.tokens import words
from eujdef_tui.verify.draft_text import parts
from eujdef_tui.verify.roots import is_content

__all__ = ["gathered", "is_small"]

WHOLE = 5_000  # records of a base that is read whole
_MOST_WORDS = 6  # of a sentence that are looked for, the rarest
_MOST_FACTS = 40  # of a sentence that are gathered
_COUNTED = 3_000  # records with a word that are counted: a word of more is common
_LONGEST_NAME = 7  # words of a name that is looked for
_VIEWS = ("timeline", "actors", "agreements", "statements")
_NAMING = ("actors", "agreements", "sources")


def gathered(base: Base, text: str) -> tuple[list[int], list[int]]:
    """The numbers of the records with facts, and of those with names."""
    if is_small(base):
        return _spans(base, _VIEWS), _spans(base, _NAMING)
    facts = dict.fromkeys(_alike(base, text))
    named = dict.fromkeys(_named(base, text))
    views = [base.span(view) for view in _VIEWS]
    found = [n for n in (*facts, *named) if any(n in span for span in views)]
    # who is linked to a fact has names too
    linked = [n for row in base.rows(found) for n in _numbers_of(base, row.record)]
    naming = [n for n in dict.fromkeys((*named, *found, *linked)) if any(n in base.span(view) for view in _NAMING)]
    return list(dict.fromkeys(found)), naming


def is_small(base: Base) -> bool:
    """Whether a base is read whole, whatever the draft."""
    return base.count() <= WHOLE


def _spans(base: Base, views: Sequence[str]) -> list[int]:
    return [n for view in views for n in base.span(view)]


def _alike(base: Base, text: str) -> Iterator[int]:
    """The records that share the rarest words of a sentence."""
    counts: dict[str, int] = {}
    for part in parts(text):
        tokens = list(
            dict.fromkeys(w.folded for w in words(part.shape) if is_content(w.folded) or w.folded[0].isdigit())
        )
        for token in tokens:
            if token not in counts:
                counts[token] = base.index.count(f'"{token}"', _COUNTED)
        rare = sorted((token for token in tokens if counts[token]), key=counts.__getitem__)[:_MOST_WORDS]
        if rare:
            found = base.index.likeliest(" OR ".join(f'"{token}"' for token in rare), _MOST_FACTS)
            yield from base.index.numbers_of(found)


def _named(base: Base, text: str) -> Iterator[int]:
    """The records with a name that stands in the text, or whose last word does with a capital."""
    grams: dict[str, None] = {}
    single: dict[str, None] = {}
    for part in parts(text):
        found = words(part.shape)
        folded = [word.folded for word in found]
        for at, word in enumerate(found):
            if part.shape[word.start].isupper():
                single[word.folded] = None
            grams.update((" ".join(folded[at : at + size]), None) for size in range(1, _LONGEST_NAME + 1))
    yield from base.index.numbers_of(base.index.whole_among(list(grams)))
    for token in single:
        if base.index.count(f'names : "{token}"', _MOST_FACTS) < _MOST_FACTS:
            yield from base.index.numbers_of(list(base.index.matching(f'names : "{token}"')))


def _numbers_of(base: Base, record: object) -> Iterator[int]:
    for field in ("actors", "agreements", "parties", "about"):
        yield from (n for one in getattr(record, field, ()) if (n := base.number(one)))
    if speaker := getattr(record, "speaker", ""):
        yield from (n for n in (base.number(speaker),) if n)
