"""Promise: one typed term leads to every record it matches, with the best reason for each.

A term is looked for in names, in the records linked to what those names name, in text, and, if it reads as a
date, in time. Each finds on its own; the best score of a record wins.
"""

from __future__ import annotations

from dataclasses import dataclass

from eujdef_tui import dates
from eujdef_tui.base import Base
from eujdef_tui.names import in_a_row, words_of
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


def match_term(base: Base, term: Term, *, near: bool = True) -> Matches:
    """Every record the term matches; if not `near`, only by its very words and not by their like."""
    found: Matches = {}
    if term.date:
        _in_time(base, term, found)
    if term.phrase:
        _phrase_in_names(base, term, found)
        _phrase_in_prose(base, term, found)
    elif not term.date or len(term.tokens) == 1:
        _in_names(base, term, found, near=near)
        _in_prose(base, term, found, near=near)
    return found


def _keep(found: Matches, n: int, match: Match) -> None:
    if n not in found or match.score > found[n].score:
        found[n] = match


def _in_names(base: Base, term: Term, found: Matches, *, near: bool) -> None:
    typed = term.tokens[0]
    known = {spelling.token: spelling for spelling in spellings(typed, base.index.vocabulary)}
    if not near:
        known = {token: spelling for token, spelling in known.items() if spelling.rule in ("", "spelling")}
    best: Matches = {}
    for token, _, n, size, name, label in base.index.postings(known):
        spelling = known[token]
        field, weight = _field(label)
        match = Match(typed, spelling.quality * weight, spelling.rule, token, field, name, label, share=1 / size)
        _keep(best, n, match)
        _keep(found, n, match)
    named = {n: match for n, match in best.items() if match.field == "name"}
    for n, via in base.index.linking(named):
        match = named[via]
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


def _in_prose(base: Base, term: Term, found: Matches, *, near: bool) -> None:
    """Text is matched by words and beginnings; by nearness only where it has neither."""
    typed = term.tokens[0]
    matched = _text_hits(base, term, Spelling(typed, score.EXACT, ""), found)
    if near and len(typed) >= 3:
        matched |= _text_hits(base, term, Spelling(typed, score.PREFIX, "prefix"), found)
    if near and not matched and score.edits_allowed(typed):
        for spelling in spellings(typed, base.index.prose_vocabulary):
            _text_hits(base, term, spelling, found)


def _text_hits(base: Base, term: Term, spelling: Spelling, found: Matches) -> bool:
    """Keep the records whose text has a word; whether there are any."""
    any_hits = False
    for column, weight in _COLUMNS:
        # a year in a text says less than a date, wherever it stands
        worth = score.DATE_TEXT if term.date else weight
        match = Match(term.tokens[0], spelling.quality * worth, spelling.rule, spelling.token, column)
        for n in base.index.prose(column, (spelling.token,), prefix=spelling.rule == "prefix"):
            _keep(found, n, match)
            any_hits = True
    return any_hits


def _phrase_in_names(base: Base, term: Term, found: Matches) -> None:
    for _, _, n, size, name, label in base.index.postings(term.tokens[:1]):
        if any(True for _ in in_a_row(term.tokens, words_of(name))):
            field, weight = _field(label)
            share = len(term.tokens) / size
            _keep(found, n, Match(term.text, weight, "phrase", term.tokens[-1], field, name, label, share=share))


def _phrase_in_prose(base: Base, term: Term, found: Matches) -> None:
    for column, weight in _COLUMNS:
        match = Match(term.text, score.EXACT * weight, "phrase", term.tokens[-1], column)
        for n in base.index.prose(column, term.tokens, prefix=True):
            _keep(found, n, match)


def _in_time(base: Base, term: Term, found: Matches) -> None:
    """The closer a record's own span is to the one asked for, the better it answers."""
    lo, hi = dates.bounds(term.date)
    asked = dates.span(lo, hi)
    for n, low, high in base.index.within(lo, hi):
        if (low, high) == (lo, hi):
            quality = 1.0
        elif lo <= low and high <= hi:
            quality = score.INSIDE
        else:
            quality = max(score.FARTHEST, score.WIDER * asked / max(asked, dates.span(low, high)))
        _keep(found, n, Match(term.text, quality, "date", "", "date"))
