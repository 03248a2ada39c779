"""What the keys of a review change in a draft: each function returns the fields to change, or a sentence why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from eujdef_tui.draft.amounts import amounts
from eujdef_tui.draft.answer import DATE_REFUSED, QUOTE_REFUSED
from eujdef_tui.draft.clause_cuts import Span, longer, shorter
from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.dating import find_dates
from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.review_item import STATUSES, Item
from eujdef_tui.draft.tokens import tokens_of
from eujdef_tui.model.vocabularies import VOCABULARIES
from eujdef_tui.rules.truth.reading import read, stem
from eujdef_tui.text.date_input import from_words
from eujdef_tui.text.unicode import one_line

__all__ = [
    "After", "DateRead", "cycled_status", "cycled_type", "kinds_of", "named", "read_date", "requoted",
    "resized", "told_no_more",
]  # fmt: skip

After: TypeAlias = dict[str, Any]

_TYPES = ("event", "statement", "figure", "agreement")
_KINDS = {
    "event": "Event.kind", "statement": "Statement.kind", "agreement": "Agreement.instrument", "actor": "Actor.kind",
    "no_fact": "NoFact.kind",
}  # fmt: skip
_FIRST = {"event": "announcement", "statement": "claim", "agreement": "agreement"}
_BY_HAND = "given at review"


class DateRead(NamedTuple):
    """A date that was typed: its EDTF, the article's words for it ("" for none), and how it was found."""

    date: str
    words: str
    basis: str


def told_no_more(item: Item, after: After) -> After:
    """The fields to change, with what was told of the draft taken off where the change answers it."""
    refused = item.draft.refused
    answered = ("evidence" in after and refused.startswith(QUOTE_REFUSED)) or (
        "date" in after and refused.startswith(DATE_REFUSED)
    )
    cleared: After = {"refused": ""} if answered else {}
    return after | cleared | ({"flags": []} if item.draft.flags else {})


def named(draft: Draft, words: str) -> After:
    """The draft with other words: of its name, its title or its text."""
    key = "name" if draft.name else "title" if draft.title else "text"
    return {key: one_line(words)}


# --- closed choices ---


def cycled_status(draft: Draft, by: int) -> After | str:
    """The next status, of an event or of what is done with an agreement."""
    if draft.record not in ("event", "agreement"):
        return "Only an event or an agreement has a status: T makes it one"
    at = STATUSES.index(draft.status) if draft.status else -1
    return {"status": STATUSES[(at + by) % len(STATUSES)]}


def kinds_of(draft: Draft, sentence: str) -> list[str]:
    """The kinds that a draft may have, the commonest first.

    Of events and agreements those stand before them whose word the sentence has.
    """
    words = list(VOCABULARIES[_KINDS[draft.record]]) if draft.record in _KINDS else []
    if draft.record in ("statement", "actor", "no_fact"):
        return [word for word in words if word != "figure"]  # a type of its own
    stems = read(sentence).stems
    return sorted(words, key=lambda word: not all(stem(part) in stems for part in word.split("-")))


def cycled_type(item: Item, text: str, span: Span, by: int) -> After | str:
    """The next type of record: event, statement, figure, agreement. text[span] is its sentence."""
    if item.draft.record in ("actor", "mention"):
        return "A name stays a name: x drops it"
    at = _TYPES.index(item.type) if item.type in _TYPES else -1 if by > 0 else 0
    wanted = _TYPES[(at + by) % len(_TYPES)]
    if wanted == "figure":
        figure = next(iter(amounts(text, *span, tokens_of(text, *span), [])), None)
        if figure is None:
            wanted = _TYPES[(_TYPES.index("figure") + by) % len(_TYPES)]
        else:
            return _typed(item, "statement", "figure") | {"value": figure.value, "unit": figure.unit}
    return _typed(item, wanted, _FIRST[wanted])


def _typed(item: Item, record: str, kind: str) -> After:
    label = item.draft.label
    after: After = {"record": record, "kind": kind, "name": "", "title": "", "text": "", "value": "", "unit": ""}
    after["text" if record == "statement" else "title"] = label
    if record != "statement":
        after |= {"speaker": "", "status": item.draft.status or "reported"}
    else:
        after["status"] = ""
    return after


# --- dates ---


def read_date(words: str, text: str, span: Span, issued: Issued) -> DateRead | None:
    """A date as it is typed: words that are counted from the article's day, a date in words, or EDTF; None for none.

    Where the sentence text[span] has the words, they are kept with the date.
    """
    typed = one_line(words)
    if not typed:
        return None
    at = text.lower().find(typed.lower(), *span)
    there = text[at : at + len(typed)] if at >= 0 else ""
    asked = there or typed.title()  # a weekday is a date with a capital only
    found = [one for one in find_dates(asked, 0, len(asked), issued) if one.end - one.start >= len(asked) - 3]
    if found and not any(char.isdigit() for char in asked.replace(asked[found[0].start : found[0].end], "")):
        counted = found[0].basis if found[0].basis.startswith("counted") else ""
        basis = found[0].basis if there else ", ".join(filter(None, (counted, _BY_HAND)))
        return DateRead(found[0].date, there, basis)
    written = from_words(typed, issued.first or None)
    return DateRead(written, there, "explicit" if there else _BY_HAND) if written else None


# --- the quote ---


def requoted(text: str, span: Span, spans: Sequence[Span]) -> After:
    """The evidence text[span], which may touch several sentences."""
    number = next((nth for nth, one in enumerate(spans) if one[0] <= span[0] < one[1]), 0)
    return {"evidence": [list(Quoted(text[span[0] : span[1]], *span, number))]}


def resized(item: Item, text: str, spans: Sequence[Span], by: int) -> After | str:
    """The quote a clause longer or shorter."""
    quote = item.draft.evidence[0]
    span = (longer(text, quote[1:3], spans)) if by > 0 else shorter(text, quote[1:3])
    if span is None:
        return "The quote has no more clauses" if by < 0 else "The quote has its sentence and the next: it ends here"
    return requoted(text, span, spans)
