"""Rules on quotes: a quote that is not verbatim in its source is reported with the words of the source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from eujdef_tui.model.field_types import Grade
from eujdef_tui.model.parts import parts_of
from eujdef_tui.model.records import Evidence
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.rule import Finding, short

__all__ = [
    "quote_ambiguous",
    "quote_edited",
    "quote_moved",
    "quote_normalised",
    "quote_orphan",
    "same_quote_twice",
]

_UNSOUGHT = "Quotes above it took all the comparing that a fact file may have: mend those, and check again."
_CONTEXT = 24  # characters shown before the place where quote and source part


def quote_orphan(ledger: Ledger) -> Iterator[Finding]:
    """A quote that stands nowhere in its source supports nothing.

    Copy the words from the source, or name the source that has them.
    """
    for quote, message in _graded(ledger, "orphan"):
        if quote.place in ledger.unsought:
            file = ledger.sources[quote.source].file
            message = f"The quote {short(quote.quote)} was not compared with all of {file}."
            yield Finding(quote.place, message, _UNSOUGHT)
            continue
        yield Finding(quote.place, message, "Copy the words from the article, or name the source that has them.")


def quote_edited(ledger: Ledger) -> Iterator[Finding]:
    """A quote is the source's own words, letter for letter; one that was changed is not a quote.

    The nearest words of the source are shown beside those of the quote, from where they part.
    """
    for quote, message in _graded(ledger, "edited"):
        yield Finding(quote.place, message, _beside(ledger, quote))


def quote_moved(ledger: Ledger) -> Iterator[Finding]:
    """A quote's words stand in the source, but not between the words that `prefix` and `suffix` give.

    Nobody can tell whether the place is the one that was meant.
    """
    for quote, message in _graded(ledger, "moved"):
        advice = "Correct the prefix and the suffix, or leave both out where the words occur once."
        yield Finding(quote.place, message, advice)


def quote_ambiguous(ledger: Ledger) -> Iterator[Finding]:
    """A quote whose words occur more than once in its source does not say which sentence it rests on."""
    for quote, message in _graded(ledger, "ambiguous"):
        advice = "Quote more of the sentence, or give a prefix or a suffix: the words just before or after."
        advice = _UNSOUGHT if quote.place in ledger.unsought else advice
        yield Finding(quote.place, message, advice)


def quote_normalised(ledger: Ledger) -> Iterator[Finding]:
    """A quote that differs from its source in quotation marks, dashes, spaces, accents or case is not verbatim.

    It is not what the source prints, and a copy of it will differ from the article.
    """
    for quote, message in _graded(ledger, "normalised"):
        yield Finding(quote.place, message, _beside(ledger, quote))


def same_quote_twice(ledger: Ledger) -> Iterator[Finding]:
    """The same words of the same source support a fact once. Twice, they look like two witnesses."""
    for record in ledger.records:
        for part in (record, *parts_of(record)):
            lines: dict[tuple[str, int, int, str], int] = {}
            for quote in getattr(part, "evidence", ()):
                key = (quote.source, quote.start, quote.end, quote.quote if quote.start < 0 else "")
                if key in lines:
                    message = f"The quote {short(quote.quote)} stands here twice: on line {lines[key]} too."
                    yield Finding(quote.place, message, "Keep one of the two.")
                lines.setdefault(key, quote.place.line)


def _graded(ledger: Ledger, grade: Grade) -> Iterator[tuple[Evidence, str]]:
    """The quotes of this grade, of evidence and of no_fact, and the sentence that says so."""
    named = grade.replace("orphan", "an orphan")
    for quote in (*ledger.evidence, *ledger.no_facts):
        if quote.grade == grade:
            yield quote, f"The quote {short(quote.quote)} is {named} in {ledger.sources[quote.source].file}."


def _beside(ledger: Ledger, quote: Evidence) -> str:
    """The quote and its place in the article side by side, from a little before where they part."""
    ours, theirs = quote.quote, ledger.file.texts[quote.source][quote.start : quote.end]
    parting = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
    if parting > _CONTEXT:
        start = ours.find(" ", parting - _CONTEXT, parting) + 1 or parting - _CONTEXT
        ours, theirs = "…" + ours[start:], "…" + theirs[start:]
    if short(ours) == short(theirs):
        return f"Copy {short(theirs)} from the article: it differs in what cannot be seen here, such as spaces."
    return f"Where the quote has {short(ours)}, the article has {short(theirs)}."
