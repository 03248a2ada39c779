"""Rules on coverage: every sentence supports a fact or is named in `no_fact`, and every source is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.rule import Finding, short

_LISTED = 500  # sentences of a source that are named one by one
_ACCOUNT = "Write the fact, or name the sentence under `no_fact`."

__all__ = ["no_fact_clash", "unaccounted_sentence", "unused_source"]


def unaccounted_sentence(ledger: Ledger) -> Iterator[Finding]:
    """Every sentence supports a fact or is named in its source's no_fact, so that coverage is a decision.

    Name a heading, caption, credit or filler sentence under `no_fact` with its kind.
    """
    for source in ledger.file.sources:
        accounted = ledger.supporting[source.id] | ledger.named[source.id]
        spans = ledger.corpus.sentences[source.id]
        remaining = [number for number in range(len(spans)) if number not in accounted]
        for number in remaining[:_LISTED]:
            text = short(ledger.sentence(source.id, number))
            message = f"Sentence {number + 1} of {source.file} supports no fact: {text}."
            yield Finding(source.place, message, _ACCOUNT)
        if more := len(remaining[_LISTED:]):
            message = f"{more:,} more sentence{'s' * (more > 1)} of {source.file} support{'s' * (more == 1)} no fact."
            yield Finding(source.place, message, _ACCOUNT)


def no_fact_clash(ledger: Ledger) -> Iterator[Finding]:
    """A sentence that no_fact names carries no fact; where a fact rests on it, one of the two is wrong."""
    for quote in ledger.no_facts:
        named = range(quote.sentence, quote.last_sentence + 1) if quote.sentence >= 0 else ()
        if ledger.supporting[quote.source].intersection(named):
            message = f"A fact rests on the sentence that no_fact names: {short(quote.quote)}."
            yield Finding(quote.place, message, "Delete this entry, or let the fact rest on another sentence.")


def unused_source(ledger: Ledger) -> Iterator[Finding]:
    """A source on which nothing rests should not be counted among the sources."""
    used = {quote.source for quote in ledger.evidence}
    for source in ledger.file.sources:
        if source.id not in used:
            message = f"Nothing rests on the source `{source.id}`."
            yield Finding(source.place, message, "Quote it, or take it out.")
