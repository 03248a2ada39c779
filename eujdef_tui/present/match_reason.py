"""Promise: every hit says why it matched, and what is marked in a shown text is what matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eujdef_tui.model.records import Record
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit, Match
    from eujdef_tui.text.tokens import Word

__all__ = ["marked", "why_of", "why_words"]


def why_of(base: Base, hit: Hit) -> str:
    """Why a record matched, term by term."""
    record = base.record(hit.n).record
    title = base.title_of(record.id)
    vias = (base.title_of(base.record(m.via).record.id) if m.via else "" for m in hit.why)
    return " · ".join(dict.fromkeys(why_words(m, record, title, via) for m, via in zip(hit.why, vias, strict=True)))


def why_words(match: Match, record: Record, title: str, via: str = "") -> str:
    """Why a record with this title matched, in a few words: "kalas ~1 Kallas", "石破茂 → other name (ja) of Shigeru
    Ishiba", "1 Nov 2024 in nov 2024". `via` is the title of the record whose name it is, if that is another."""
    if match.rule == "date":
        return _when(match.term, record)
    how = f"{match.term} {match.rule} {_word_of(match)}" if match.rule.startswith("~") else match.term
    if match.field == "link":
        return f"{how} → {via or match.name}"
    if match.label in ("", "title"):
        place = {"title": "title", "words": "description", "quotes": "quote", "article": "article"}[match.field]
        return f"{how} in the {place}"
    if match.rule.startswith("~"):
        return how
    if match.label.startswith("other name"):
        return f"{match.name} → {match.label} of {title}"
    if match.label not in ("name", "short title"):
        return f"{match.name} → {match.label}"
    return match.name if not match.rule else f"{match.term} → {match.name}"


def _when(asked: str, record: Record) -> str:
    """How a date that was asked for meets one of the record's own: the first that lies in it, else the first that
    overlaps it."""
    own = [getattr(record, name, "") for name in ("date", "issued", "as_of")]
    own += [step.date for step in getattr(record, "milestones", ())]
    from eujdef_tui.text.date_input import from_words

    wanted = from_words(asked) or ""
    met = [date for date in own if date and edtf.overlaps(date, wanted)]
    lo, hi = edtf.bounds(wanted)
    for date in met:
        if lo <= edtf.bounds(date)[0] and edtf.bounds(date)[1] <= hi:
            return f"{edtf.in_english(date)} in {asked}"
    return f"{edtf.in_english(met[0])} overlaps {asked}" if met else f"date overlaps {asked}"


def _word_of(match: Match) -> str:
    """The matched word as the name writes it; the whole name where that is what was matched."""
    from eujdef_tui.text.tokens import words

    if " " in match.token:
        return match.name
    found = next((w for w in words(match.name) if w.folded == match.token), None)
    return match.name[found.start : found.end] if found else match.token


def marked(text: str, hit: Hit | None) -> list[tuple[int, int]]:
    """Where a shown text holds what matched, from the same matches that ranked it: spans in order, each in a word."""
    if hit is None:
        return []
    from eujdef_tui.text.tokens import words
    from eujdef_tui.text.word_forms import (  # only a search needs them, and the first screen is none
        folded_words,
        phrase_positions,
    )

    found = words(text)
    spans: dict[int, tuple[int, int]] = {}
    for match in hit.why:
        if match.rule == "phrase" or " " in match.token:
            tokens = folded_words(match.term) if match.rule == "phrase" else match.token.split()
            for place in phrase_positions(tokens, [word.folded for word in found]):
                spans.update((n, found[n][:2]) for n in range(place, place + len(tokens)))
            continue
        for n, word in enumerate(found):
            if n not in spans and (span := _span_in(word, match)):
                spans[n] = span
    return [spans[n] for n in sorted(spans)]


def _span_in(word: Word, match: Match) -> tuple[int, int] | None:
    """The part of a word that matched: the whole, or what was typed: its beginning, anywhere in one without spaces."""
    if word.folded == match.token and match.rule != "prefix":
        return word.start, word.end
    from eujdef_tui.text.unicode import fold
    from eujdef_tui.text.word_forms import is_unspaced

    typed = fold(match.term) if match.rule in ("", "prefix") else ""
    at = word.folded.find(typed) if typed else -1
    if at < 0 or (at > 0 and not is_unspaced(word.folded)):
        return None
    if word.end - word.start != len(word.folded):
        return word.start, word.end  # folding changed its length: which letters are meant is not known
    return word.start + at, word.start + at + len(typed)
