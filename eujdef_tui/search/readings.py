"""Say how the words of a query were read: what was mended, expanded or left out."""

from __future__ import annotations

import re

from eujdef_tui.search.query import Term
from eujdef_tui.search.results import Match, Reading, Result

__all__ = ["matched_word", "readings"]

_MENDED = ("sound", "typo")  # beside "~" and the number of edits
# insurer: insurance; louvain 14: XIV; 石破首相: 石破茂; intpol: International Policy
_EXPANDED = ("other word", "related", "derived", "numeral", "title", "beginnings", "office")


def readings(result: Result) -> tuple[Reading, ...]:
    """How each part of the query was read, in the order of `results.READ`; nothing for what was taken as it stands.

    What was mended or expanded is told of the best hit.
    """
    best = result.hits[0].why if result.hits else ()
    found = [reading for match in best if (reading := _of_match(match))]
    found += (reading for term in result.query.terms if term.date and (reading := _of_date(term)))
    found += (Reading("mended", typed, word) for typed, word in result.query.mended)
    found += (Reading("sign", sign, here) for sign, here in result.query.signs)
    if result.query.either:
        found.append(Reading("sign", "or", "either"))
    found += (Reading("left out", word) for word in (*result.query.passed_over, *result.left_out))
    return tuple(dict.fromkeys(found))


def _of_match(match: Match) -> Reading | None:
    if match.rule.startswith("~") or match.rule in _MENDED:
        return Reading("mended", match.term, matched_word(match))
    if match.rule in _EXPANDED:
        typed = match.term.replace("-", " ")  # words in a row that are one of the table: turned-down
        return Reading("expanded", typed, matched_word(match))
    return None


def _of_date(term: Term) -> Reading | None:
    """What a date was read as, where its words do not say so already: each figure of the one stands in the other."""
    from eujdef_tui.text.edtf import in_english  # few queries have a date
    from eujdef_tui.text.spoken_dates import in_words

    said = " or ".join(in_words(date) if date.startswith("XXXX") else in_english(date) for date in term.dates)
    figures = set(re.findall("[0-9]+", said))
    if figures and figures <= set(re.findall("[0-9]+", term.text)) and not term.other_date and "any" not in said:
        return None
    return Reading("date", term.text, said)


def matched_word(match: Match) -> str:
    """The matched word as the name spells it, or the whole name where that matched."""
    from eujdef_tui.text.tokens import words  # only what was mended needs it

    if " " in match.token:
        return match.name or match.token
    found = next((word for word in words(match.name) if word.folded == match.token), None)
    return match.name[found.start : found.end] if found else match.token
