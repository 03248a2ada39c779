"""The proof that a query finds nothing: counts of what was read, and parts that are nowhere or nowhere together."""

from __future__ import annotations

from eujdef_tui.named_tuple import NamedTuple

__all__ = ["Part", "Proof"]


class Part(NamedTuple):
    """A part of a query as it was typed, and how many facts and articles have it; `more`: at least so many.

    `kind` is "word", "phrase", "date", "quantity", "field", "without" (of a word that is not wanted), or "all" of the
    query.
    """

    kind: str
    typed: str
    facts: int = 0
    articles: int = 0
    more: bool = False


class Proof(NamedTuple):
    """Why a query finds nothing in a base of so many facts, articles and sentences.

    `absent` are parts that no record has. Of each set of `apart`, which are as small as can be, no record has all
    parts. `together` counts the records that have all parts and are no answer all the same; None where none was found.
    `present` are the parts that some record has, but for negated ones and those of `apart`; none where nothing is
    `absent`.
    """

    facts: int
    articles: int
    sentences: int
    absent: tuple[Part, ...] = ()
    apart: tuple[tuple[Part, ...], ...] = ()
    together: Part | None = None
    present: tuple[Part, ...] = ()
