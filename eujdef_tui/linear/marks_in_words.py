"""The marks of the screen in words: "planned, not yet due", "word for word", "matched by spelling"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eujdef_tui.linear.speech import in_full, joined, listed
from eujdef_tui.model.glyphs import AHEAD, GRADE_MARKS, KIND_MARKS, STATUS_MARKS
from eujdef_tui.model.labels import kind_of, record_type
from eujdef_tui.model.records import Event, Record, Statement, Tension
from eujdef_tui.present.match_reason import reason_for_match
from eujdef_tui.present.sheets.shared import day_passed
from eujdef_tui.search.readings import matched_word
from eujdef_tui.store import Base

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit, Match

__all__ = ["GRADE_WORDS", "MARK_WORDS", "kind_words", "match_words", "short_reason", "status_words"]

GRADE_WORDS = {
    "verbatim": "word for word",
    "normalised": "in other typography",
    "moved": "found at another place than was said",
    "edited": "in other words now",
    "ambiguous": "standing there more than once",
    "orphan": "not found in the article",
}
MARK_WORDS = (
    {mark: status for status, mark in STATUS_MARKS.items()}
    | {mark: GRADE_WORDS[grade] for grade, mark in GRADE_MARKS.items() if grade}
    | {mark: kind for kind, mark in KIND_MARKS.items()}
    | {KIND_MARKS["difference"]: "articles differ", KIND_MARKS["reading"]: "note on reading", "·": "no step yet"}
)

# How a word that was typed matched, by the rule that says so (`search.expansions`).
_HOW = {
    "prefix": "by its beginning", "phrase": "as these words in a row", "spelling": "by another form",
    "typo": "by spelling", "sound": "by sound", "other word": "by another word for it", "derived": "by a kindred word",
    "numeral": "by another way to write it", "title": "by the name without a title", "beginnings": "by its beginnings",
    "amount": "by the amount",
}  # fmt: skip
_WHERE = {
    "title": "in the title", "words": "in the description", "quotes": "in the quote", "article": "in the article",
    "sentence": "in the sentence it rests on", "beside": "in the sentence beside", "name": "in the name",
}  # fmt: skip


def status_words(status: str, date: str, today: int) -> str:
    """Return the status of an event or a step on a day (yyyymmdd)."""
    said = {"target": "a target", AHEAD: "still ahead"}.get(status, status)
    if status not in ("planned", "target") or not date:
        return said
    return f"{said}, day passed, no article says more" if day_passed(status, date, today) else f"{said}, not yet due"


def kind_words(record: Record, today: int) -> str:
    """Return what the mark of a record says: of an event its status, of others their kind."""
    match record:
        case Event():
            return status_words(record.status, record.date, today)
        case Statement():
            return "figure" if record.value else "statement"
        case Tension():
            return "note on reading" if record.kind == "reading" else "articles differ"
    kind = kind_of(record).replace("-", " ")
    named = record_type(record)
    return kind if named == "actor" or named in kind else f"{named}, {kind}"


def _how(match: Match) -> str:
    return _HOW["typo"] if match.rule.startswith("~") else _HOW.get(match.rule, "")


def match_words(base: Base, hit: Hit) -> str:
    """Return why a record matched, term by term: "kalas by spelling as Kallas in the name"."""
    record = base.record(hit.n).record
    title = base.title_of(record.id)
    return "; ".join(dict.fromkeys(_reason(base, match, record, title) for match in hit.why))


def _reason(base: Base, match: Match, record: Record, title: str) -> str:
    if match.rule == "date":
        return in_full(reason_for_match(match, record, title))
    how = _how(match)
    said = f"{match.term} {how}" if how else match.term
    if how and (word := _other_word(match)):
        said += f" as {word}"
    if match.field == "link":
        return f"{said} through {_title(base, match) or match.name}"
    if match.label.startswith("other name"):
        return f"{said} in the other name {match.name}"
    return f"{said} {_WHERE.get(match.field, '')}".rstrip()


def _title(base: Base, match: Match) -> str:
    return base.title_of(base.record(match.via).record.id) if match.via else ""


def short_reason(base: Base, hit: Hit) -> str:
    """Return how a hit matched, in a few words for its line in a list; "" where it has each word as it was typed.

    A word that was typed is named beside what it was read as, and among others where it matched through a link.
    """
    terms = {match.term for match in hit.why}
    said: dict[str, dict[str, None]] = {}  # how, and the words that matched so
    for match in hit.why:
        if how := _how(match):
            word = _other_word(match)
            said[f"matched {how}, {match.term} as {word}" if word else f"matched {how}"] = {}
        if match.field == "link" and (title := _title(base, match)):
            said.setdefault(f"through {title}", {})[match.term] = None
        elif match.label.startswith("other name"):
            said.setdefault(f"by the other name {match.name}", {})[match.term] = None
    return joined(
        *(f"{listed(words)} {how}" if words and words.keys() != terms else how for how, words in said.items())
    )


def _other_word(match: Match) -> str:
    """The word that a term was read as, "" where it is the term itself."""
    word = matched_word(match)
    return word if match.rule != "phrase" and word.casefold() != match.term.casefold() else ""
