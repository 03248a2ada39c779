"""Rule on words of open vocabularies: one that is nearly another is a slip of the pen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from eujdef_tui.errors import Place
from eujdef_tui.model.parts import parts_of
from eujdef_tui.model.struct import hints
from eujdef_tui.model.vocabularies import VOCABULARIES
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.rule import Finding
from eujdef_tui.text.edit_distance import near

__all__ = ["misspelt_word"]

_LONG = 8  # letters: two slips in a shorter word make another word of it
_OFTEN = 3  # a word that a file uses so often is meant


def misspelt_word(ledger: Ledger) -> Iterator[Finding]:
    """A kind, instrument or action that is nearly a known word (`signd`, `figur`) is a slip: filters would miss it.

    Any word is allowed. One that the file uses three times is taken as meant, and so is the plural of a known word.
    docs/vocabularies.md lists those that are known.
    """
    used = [item for record in ledger.records for node in (record, *parts_of(record)) for item in _words(node)]
    counts = Counter((field, word) for field, word, _ in used)
    for field, word, place in used:
        known = VOCABULARIES.get(field, ())
        if word in known or counts[field, word] >= _OFTEN:
            continue
        found = near(word, known, 1 if len(word) < _LONG else 2)
        if found and all(word.removesuffix("s") != other.removesuffix("s") for other, _ in found):
            name = field.partition(".")[2]
            yield Finding(
                place, f"`{name}: {word}` is no word that is known.", f"Write `{found[0][0]}`, if that is meant."
            )


def _words(node: object) -> Iterator[tuple[str, str, Place]]:
    for name, hint in hints(type(node)).items():  # type: ignore[arg-type]
        if hint == "Word" and (word := getattr(node, name)):
            yield f"{type(node).__name__}.{name}", word, node.place  # type: ignore[attr-defined]
