"""Say why a query found nothing, each sentence from its part of the proof: it can be held against the base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.present.understood import mended_words
from eujdef_tui.search.proof import Part, Proof
from eujdef_tui.search.results import Result

__all__ = ["Sentence", "nearest_heading", "why_nothing"]

Sentence: TypeAlias = list[tuple[str, str]]  # (text, role): what was typed, and a key, stand out

_FIT = ("date", "field", "without")  # kinds of parts that a record fits, and that do not stand in it
# What is said of parts that are absent, by their kinds: of one, and of several. A fact that is told by its end alone,
# "by November 2024", may be of any date before; on:2019 asks for those too.
_ABSENT = (
    (("word", "phrase", "quantity"), " is in none of them.", " are in none of them."),
    (("date",), ": none of them is surely of then.", ": none of them is surely of then."),
    (("field", "without"), " fits none of them.", " fit none of them."),
)
_UNPROVEN = "None answers all of it."
_ALL = {2: "both", 3: "all three"}


def why_nothing(result: Result, *, enter: bool) -> list[Sentence]:
    """Return why a query found nothing, sentence by sentence; `enter`: that the key of this name mends it.

    Read: 31 facts, 2 articles, 81 sentences.
    sumit is in none of them.
    tokyo (4 facts) and metre (2 facts, 1 article): none has both.
    enter reads sumit as summit: 12 hits for tokyo summit
    """
    if result.later:
        clocks = (reading.read for reading in result.readings if reading.typed.startswith("known:"))
        by_then = next(clocks, "").partition(" (")[0]
        return [[(f"{by_then}: nothing.  {counted(result.later, 'hit')} of later or undated sources", "text")]]
    proof, mended = result.proof, result.mended
    known = any(one.field == "known" for one in result.query.clocks)
    said = [*_proven(proof, "Read whatever the clock" if known else "Read")] if proof else [[(_UNPROVEN, "text")]]
    if mended and proof and len(proof.absent) == len(_mended_words(result)) and not proof.apart:
        said[-1] = [*said[-1], ("  ", "text"), *_offered(result, enter=enter, they=len(proof.absent) > 1)]
    elif mended:
        said.append(_offered(result, enter=enter))
    if result.query.text.count('"') % 2:
        said.append([('close the quotation mark: "…"', "text")])
    return said


def nearest_heading(result: Result) -> str:
    """Return what stands over the nearest records. They have all the words only where the proof says that some do."""
    return "nearest" if result.proof and result.proof.together else "nearest, not all words"


def _proven(proof: Proof, read: str) -> Iterator[Sentence]:
    yield [(f"{read}: {', '.join(_read(proof))}.", "quiet")]
    for kinds, one, several in _ABSENT:
        typed = [[(part.typed, "key")] for part in proof.absent if part.kind in kinds]
        if typed:
            yield [*_listed(typed), (several if typed[1:] else one, "text")]
    for group in proof.apart:
        verb = "fits" if any(part.kind in _FIT for part in group) else "has"
        counted = [[(part.typed, "key"), (f" ({_counted(part)})", "quiet")] for part in group]
        yield [*_listed(counted), (f": none {verb} {_ALL.get(len(group), f'all {len(group)}')}.", "text")]
    if proof.together:
        yield [(f"All of it is somewhere in {_counted(proof.together, ' and ')}, but none answers it.", "text")]
    elif not (proof.absent or proof.apart):
        yield [(_UNPROVEN, "text")]


def _read(proof: Proof) -> Iterator[str]:
    yield counted(proof.facts, "fact")
    if proof.articles:
        yield counted(proof.articles, "article")
        yield counted(proof.sentences, "sentence")


def _offered(result: Result, *, enter: bool, they: bool | None = None) -> Sentence:
    """Return what the mended line finds; `they`: that its words were named just before, one or several."""
    hits = counted(result.mended_count, "hit")
    found = f"{'at least ' * result.mended_more}{hits} for {result.mended}"
    if not enter:
        return [(found, "text")]
    named = (
        [("them" if they else "it", "text")]
        if they is not None
        else _listed([[(word, "text")] for word in _mended_words(result)])
    )
    return [
        ("enter", "key"),
        (" reads ", "text"),
        *named,
        (" as ", "text"),
        (mended_words(result), "key"),
        (f": {found}", "text"),
    ]


def _mended_words(result: Result) -> list[str]:
    return [reading.typed for reading in result.readings if reading.kind == "mended"]


def _counted(part: Part, between: str = ", ") -> str:
    """Return the facts and articles that have a part: 4 facts, 1 article."""
    counts = ((part.facts, "fact"), (part.articles, "article"))
    found = between.join(counted(count, noun) for count, noun in counts if count) or "0 facts"
    return f"at least {found}" if part.more else found


def _listed(items: Sequence[Iterable[tuple[str, str]]]) -> Sentence:
    """Return items as one list: a, b and c."""
    said: Sentence = []
    for nth, item in enumerate(items):
        between = "" if nth == 0 else " and " if nth == len(items) - 1 else ", "
        said += [(between, "text")] * bool(between)
        said += item
    return said
