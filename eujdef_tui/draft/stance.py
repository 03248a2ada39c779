"""What kind of statement a sentence is: a claim, concern, hope, aim, expectation, possibility or description."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.draft.lexicon import has, word_list
from eujdef_tui.draft.speech import Said
from eujdef_tui.draft.tokens import Token

__all__ = ["stance"]

# Sections of `english.txt` that say so, in this order: by the verb of saying, then by a word of the sentence.
_KINDS = ("concern", "hope", "expectation", "commitment", "position", "assessment")
_WORDS = ("concern", "hope", "expectation", "possibility", "aim", "expectation-last", "assessment")


def stance(tokens: Sequence[Token], said: Said | None) -> str:
    """The kind of a statement, by its verb of saying and its words."""
    if said:
        for kind in _KINDS:
            if has(f"verb-{kind}", said.verb):
                return kind
    lows = {token.low for token in tokens}
    for kind in _WORDS:
        if not word_list(f"word-{kind}").isdisjoint(lows):
            return kind.removesuffix("-last")
    return "claim" if said else "description"
