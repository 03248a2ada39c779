"""Promise: one typed term leads to every record it matches, with the best reason for each.

A term is looked for in names, in the records linked to what those names name, in text, and, if it reads as a
date, in time. Each finds on its own; the best score of a record wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eujdef_tui import dates
from eujdef_tui.base import Base
from eujdef_tui.query import Term
from eujdef_tui.search import score
from eujdef_tui.search.spell import Spelling, spellings

__all__ = ["Match", "Matches", "match_term"]


@dataclass(frozen=True, slots=True)
class Match:
    """Why a term matched a record, and how well.

    `token` is the folded word of the record that it matched; `name` and `label` the name it stands in ("" for
    text); `rule` how (see Spelling); `via` the linked record whose name it is, or 0.
    """

    term: str
    score: float
    rule: str
    token: str
    field: str
    name: str = ""
    label: str = ""
    via: int = 0
    share: float = 0.0


Matches = dict[int, Match]


def match_term(base: Base, term: Term) -> Matches:
    """Every record the term matches."""
    found: Matches = {}
    if term.date:
        _in_time(base, term, found)
    if term.phrase:
        _phrase(base, term, found)
    elif not term.date or len(term.tokens) == 1:
        _in_names(base, term.tokens[0], found)
        _in_prose(base, term.tokens[0], found)
    return found


def _keep(found: Matches, n: int, match: Match) -> None:
    if n not in found or match.score > found[n].score:
        found[n] = match


def _in_names(base: Base, typed: str, found: Matches) -> None:
    known = {spelling.token: spelling for spelling in spellings(typed, base.index.vocabulary)}
    if not known:
        return
    best: Matches = {}
    for token, _, n, size, name, label in base.index.postings(tuple(known)):
        spelling = known[token]
        field, weight = _field(label)
        match = Match(typed, spelling.quality * weight, spelling.rule, token, field, name, label, share=1 / size)
        _keep(best, n, match)
        _keep(found, n, match)
    named = [n for n, match in best.items() if match.field != "title" or base.view(n) == "agreements"]
    for n, via in base.index.linking(named):
        match = best[via]
        linked = Match(typed, match.score * score.LINKED, match.rule, match.token, "link", match.name, match.label, via)
        _keep(found, n, linked)


def _field(label: str) -> tuple[str, float]:
    if label == "name":
        return "name", score.NAME
    if label.startswith("initials"):
        return "name", score.INITIALS
    if label in ("title", "source", "author"):
        return "title", score.TITLE
    return "name", score.OTHER_NAME


_COLUMNS = (("title", score.TITLE), ("words", score.PROSE), ("quotes", score.QUOTES))


def _in_prose(base: Base, typed: str, found: Matches) -> None:
    """Text is matched by words and beginnings; by nearness only where it has neither."""
    matched = False
    for column, weight in _COLUMNS:
        for prefix, spelling in (
            (False, Spelling(typed, score.EXACT, "")),
            (True, Spelling(typed, score.PREFIX, "prefix")),
        ):
            if prefix and len(typed) < 3:
                continue
            hits = base.index.prose(column, (typed,), prefix=prefix)
            matched = matched or bool(hits)
            _text_hits(found, typed, spelling, column, weight, hits)
    if matched or not score.edits_allowed(len(typed)):
        return
    for spelling in spellings(typed, base.index.prose_vocabulary):
        for column, weight in _COLUMNS:
            hits = base.index.prose(column, (spelling.token,))
            _text_hits(found, typed, spelling, column, weight, hits)


def _text_hits(found: Matches, typed: str, spelling: Spelling, column: str, weight: float, hits: Iterable[int]) -> None:
    match = Match(typed, spelling.quality * weight, spelling.rule, spelling.token, column)
    for n in hits:
        _keep(found, n, match)


def _phrase(base: Base, term: Term, found: Matches) -> None:
    for column, weight in _COLUMNS:
        spelling = Spelling(term.tokens[-1], score.EXACT, "phrase")
        _text_hits(found, term.text, spelling, column, weight, base.index.phrase(column, term.tokens))


def _in_time(base: Base, term: Term, found: Matches) -> None:
    """The closer a record's own span is to the one asked for, the better it answers."""
    lo, hi = dates.bounds(term.date)
    asked = dates.days(term.date)
    for n, low, high in base.index.within(lo, hi):
        if (low, high) == (lo, hi):
            quality = 1.0
        elif lo <= low and high <= hi:
            quality = 0.9
        else:
            quality = 0.8 * asked / max(asked, _days(low, high))
        _keep(found, n, Match(term.text, max(quality, 0.3), "date", "", "date"))
    if len(term.tokens) == 1:
        for column in ("title", "words", "quotes"):
            hits = base.index.prose(column, term.tokens)
            _text_hits(found, term.text, Spelling(term.tokens[0], 1.0, ""), column, score.DATE_TEXT, hits)


def _days(lo: int, hi: int) -> int:
    """About how many days lie between two yyyymmdd numbers: enough to tell a month from a year."""
    return (hi // 10_000 - lo // 10_000) * 365 + (hi // 100 % 100 - lo // 100 % 100) * 30 + hi % 100 - lo % 100 + 1
