"""The words by which a query found an article, as patterns that find them in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from eujdef_tui.text.word_forms import folded_words, is_unspaced

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit, Match

__all__ = ["article_words"]

AS_TYPED = ("", "prefix", "phrase")  # rules by which a word matches as it was typed


def article_words(hit: Hit) -> dict[str, str]:
    """Map each word that matched the text of the article to a pattern for the folded text (`text.folded_text`).

    A word is found as the search found it: whole, as the beginning of another, or, and then it is named so, as the word
    that it was read as.
    """
    found = (match for match in hit.why if match.field == "article")
    return {match.term if match.rule in AS_TYPED else match.token: _pattern(match) for match in found}


def _pattern(match: Match) -> str:
    tokens = folded_words(match.term) if match.rule == "phrase" else match.token.split()
    as_prefix = match.rule in ("phrase", "prefix")
    if match.rule == "prefix":
        tokens = folded_words(match.term)[-1:] or tokens
    last = len(tokens) - 1
    return r"[\W_]+".join(_word(token, as_prefix=as_prefix and nth == last) for nth, token in enumerate(tokens))


def _word(token: str, *, as_prefix: bool) -> str:
    """The pattern of a token: joined by dots, commas or apostrophes too (U.S., 1,000); without spaces, anywhere."""
    if is_unspaced(token):
        return re.escape(token)
    letters = "[',.]?".join(map(re.escape, token))
    return rf"(?<![^\W_]){letters}" + ("" if as_prefix else r"(?![^\W_])")
