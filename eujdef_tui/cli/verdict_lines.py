"""What `verify` prints: lines with a place, a verdict and its proof, or one JSON object (docs/verify.md).

In a sentence a known name stands in [brackets], words that differ from the base in **asterisks**.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from eujdef_tui.cli.output import evidence_object, fact_line
from eujdef_tui.model.glyphs import GRADE_MARKS
from eujdef_tui.model.labels import date_of, kind_of, quoted, record_type, source_label
from eujdef_tui.store import Base
from eujdef_tui.text.unicode import one_line
from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.draft_text import places_of, without_marks
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.verdict import VERDICTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["counted", "draft_object", "verdict_lines"]


def verdict_lines(
    base: Base, name: str, text: str, found: Iterable[Sequence[Checked]], *, whole: bool
) -> Iterator[tuple[str, int]]:
    """Yield the lines on each sentence: place, verdict and sentence; why; the fact and its quote; names.

    What has nothing to check is left out, unless `whole`. The sentences come as many at a time as are checked.
    """
    proofs: dict[Fact, list[str]] = {}
    for some in found:
        yield from _lines_on(base, name, text, some, proofs, whole=whole)


def _lines_on(
    base: Base, name: str, text: str, found: Sequence[Checked], proofs: dict[Fact, list[str]], *, whole: bool
) -> Iterator[tuple[str, int]]:
    places = places_of(text, [one.part.start for one in found])
    base.rows(list({one.verdict.fact.n for one in found if one.verdict.fact is not None}))  # kept: one read, not many
    for one, (line, column) in zip(found, places, strict=True):
        verdict = one.verdict
        if verdict.word == "nothing to check" and not (whole or one.named):
            continue
        yield f"{name}:{line}:{column}: {verdict.word}: {_marked(text, one)}", 4
        yield f"    {one_line(verdict.why)}", 4
        if verdict.fact is not None:
            label = "nearest: " if verdict.word == "no source" else ""
            if verdict.fact not in proofs:
                proofs[verdict.fact] = list(_proof(base, verdict.fact))
            first, *rest = proofs[verdict.fact]
            yield f"    {label}{first}", 6
            yield from ((f"      {line}", 8) for line in rest)
        if one.named:
            links = {text[one.part.start + n.start : one.part.start + n.end]: ", ".join(n.ids) for n in one.named}
            yield f"    names: {'; '.join(f'{one_line(word)} [{ids}]' for word, ids in links.items())}", 6


def _proof(base: Base, fact: Fact) -> Iterator[str]:
    """A line on a fact, and the first quote that it rests on."""
    yield fact_line(base, base.record(fact.n))
    for item in fact.evidence[:1]:
        yield f"{GRADE_MARKS.get(item.grade, '?')} {source_label(base.source(item.source))}: {quoted(item.quote)}"


def _marked(text: str, one: Checked) -> str:
    """The sentence in one line, with names in brackets and differing words between asterisks."""
    start, end, *_ = one.part
    signs: list[tuple[int, int, str]] = []
    odd = [(d.start, d.end) for d in one.verdict.differences if d.end > d.start]
    for first, last in dict.fromkeys(odd):
        signs += [(first, 1, "**"), (last, -1, "**")]
    for named in one.named:
        if not any(first < named.end and named.start < last for first, last in odd):
            signs += [(named.start, 1, "["), (named.end, -1, "]")]
    said, shape, out, at = text[start:end], one.part.shape, list[str](), 0
    for place, _, sign in sorted(signs):
        out += (without_marks(said[at:place], shape[at:place]), sign)
        at = place
    return one_line("".join((*out, without_marks(said[at:], shape[at:]))))


def counted(found: Sequence[Checked]) -> str:
    """How many sentences have each verdict, in a line."""
    counts = Counter(one.verdict.word for one in found)
    return ", ".join(f"{counts[word]} {word}" for word in VERDICTS if counts[word]) or "no sentence to check"


def draft_object(base: Base, name: str, text: str, found: Sequence[Checked]) -> dict[str, Any]:
    """Return the JSON object for a draft."""
    places = places_of(text, [one.part.start for one in found])
    counts = Counter(one.verdict.word for one in found)
    return {
        "schema_version": 1,
        "file": name,
        "counts": {word: counts[word] for word in VERDICTS},
        "sentences": [_sentence(base, text, one, place) for one, place in zip(found, places, strict=True)],
    }


def _sentence(base: Base, text: str, one: Checked, place: tuple[int, int]) -> dict[str, Any]:
    begin, end, *_ = one.part
    verdict = one.verdict
    return {
        "line": place[0],
        "column": place[1],
        "start": begin,
        "end": end,
        "text": text[begin:end],
        "verdict": verdict.word,
        "why": verdict.why,
        "share": round(verdict.share, 2),
        "fact": None if verdict.fact is None else _fact(base, one),
        "differences": [
            {
                "kind": odd.sort,
                "start": begin + odd.start,
                "end": begin + odd.end,
                "draft": odd.said,
                "base": odd.instead or None,
            }
            for odd in verdict.differences
        ],
        "lacking": list(verdict.lacking),
        "names": [
            {
                "start": begin + named.start,
                "end": begin + named.end,
                "text": text[begin + named.start : begin + named.end],
                "ids": list(named.ids),
            }
            for named in one.named
        ],
    }


def _fact(base: Base, one: Checked) -> dict[str, Any]:
    fact = one.verdict.fact
    assert fact is not None
    return {
        "id": fact.id,
        "record": record_type(fact.record),
        "kind": kind_of(fact.record),
        "title": base.title_of(fact.id),
        "date": date_of(fact.record) or None,
        "evidence": [evidence_object(item) for item in fact.evidence],
    }
