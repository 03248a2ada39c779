"""Why nothing was found, in sentences to be heard: what was read, what stands nowhere, what is there, what is near.

Each sentence is one part of the proof (`search.proof`), so that it can be held against the base.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.linear.speech import in_full, joined, listed, sentence
from eujdef_tui.model.clock import clock_words
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.search.clocks import clock_of, without_clocks
from eujdef_tui.search.proof import Part, Proof
from eujdef_tui.search.query import Query
from eujdef_tui.search.results import Result

__all__ = ["clock_said", "nothing_found", "silence_lines"]

_STANDS = ("word", "phrase", "quantity")  # kinds of parts that stand in a text; others are a date, or fit
_ALL = {2: "both", 3: "all three"}


def silence_lines(result: Result, typed: str) -> Iterator[str]:
    """Say that a line finds nothing, and why.

    Nothing found for kible sumit.
    31 facts were read, and 81 sentences of 2 articles.
    sumit stands in none of them.
    kible: 4 facts and 1 article have it.
    Perhaps summit is meant by sumit: 12 answers for kible summit.
    """
    yield nothing_found(result, typed)
    if result.later:
        yield sentence(f"Later or undated sources have {counted(result.later, 'answer')}: leave the clock out for them")
    elif result.proof:
        if any(one.field == "known" for one in result.query.clocks):
            yield "All is counted, also what was not known by then."
        yield from map(sentence, _proven(result.proof))
    else:
        yield "No fact and no article answers all of it."
    if result.mended:
        yield sentence(in_full(_mended(result)))
        yield sentence(f"yes searches for {result.mended}")
    if result.query.text.count('"') % 2:
        yield "A quotation mark is open: close it where the exact words end."


def nothing_found(result: Result, typed: str) -> str:
    """Say that a line finds nothing, and by which clock."""
    asked = " ".join(without_clocks(typed).split()) if result.query.clocks else typed
    return sentence(joined(f"Nothing found{f' for {asked}' * bool(asked)}", clock_said(result.query)))


def clock_said(query: Query) -> str:
    """Return by which clock a query is answered: "known by 1 January 2024"; "" by none."""
    return in_full(", ".join(clock_words(clock_of(query)))) if query.clocks else ""


def _proven(proof: Proof) -> Iterator[str]:
    facts = counted(proof.facts, "fact")
    articles = f", and {counted(proof.sentences, 'sentence')} of {counted(proof.articles, 'article')}"
    yield f"{facts} {'was' if proof.facts == 1 else 'were'} read{articles * bool(proof.articles)}"
    words = [part.typed for part in proof.absent if part.kind in _STANDS]
    dates = [part.typed for part in proof.absent if part.kind == "date"]
    fields = [part.typed for part in proof.absent if part.kind not in (*_STANDS, "date")]
    if words:
        yield f"{listed(words)} {'stand' if words[1:] else 'stands'} in none of them"
    if dates:
        yield f"None of them is surely of {' or of '.join(dates)}"
    if fields:
        yield f"{listed(fields)} {'fit' if fields[1:] else 'fits'} none of them"
    for part in proof.present:
        one = part.facts + part.articles < 2 and not part.more  # or none: no fact has it
        verb = ("has" if one else "have") if part.kind in _STANDS else "fits" if one else "fit"
        yield f"{part.typed}: {_counted(part)} {verb} it"
    for group in proof.apart:
        yield _never_together(group)
    if proof.together:
        yield f"All of it is somewhere in {_counted(proof.together)}, but none answers it"
    elif not (proof.absent or proof.apart):
        yield "None answers all of it"


def _never_together(group: Sequence[Part]) -> str:
    """Say that no record has all of some parts, each with how many have it."""
    verb = "has" if all(part.kind in _STANDS for part in group) else "fits"
    counts = "; ".join(f"{part.typed}, {_counted(part)}" for part in group)
    return f"None {verb} {_ALL.get(len(group), f'all {len(group)}')}: {counts}"


def _counted(part: Part) -> str:
    """Return the facts and articles that have a part: "4 facts and 1 article"."""
    counts = ((part.facts, "fact"), (part.articles, "article"))
    found = listed(counted(count, noun) for count, noun in counts if count) or "no fact"
    return f"at least {found}" if part.more else found


def _mended(result: Result) -> str:
    meant = [f"{one.read} is meant by {one.typed}" for one in result.readings if one.kind == "mended"]
    answers = f"{'at least ' * result.mended_more}{counted(result.mended_count, 'answer')} for {result.mended}"
    return f"Perhaps {listed(meant)}: {answers}" if meant else answers
