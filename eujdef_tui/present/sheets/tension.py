"""The sheet of a tension: both sides with article and date, then how to read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from eujdef_tui.model.glyphs import GRADE_MARKS
from eujdef_tui.model.labels import quoted, source_name
from eujdef_tui.model.records import Evidence, Tension
from eujdef_tui.present.list_row import short_date
from eujdef_tui.present.sheet_lines import Line, Part, linked_lines, record_lines, text_line
from eujdef_tui.store import Base

__all__ = ["in_turns", "tension_lines"]


def tension_lines(base: Base, n: int, tension: Tension) -> Iterator[Line]:
    """Yield the lines on a tension, record number `n`."""
    last = ""
    for evidence in in_turns(tension.evidence):
        label = _article(base, evidence)
        weak = "" if evidence.grade == "verbatim" else f"{GRADE_MARKS.get(evidence.grade, '?')} "
        grade = f"  {evidence.grade}" if weak else ""
        quote = Part(quoted(evidence.quote), "quote" if not weak else "inexact")
        parts = (*((Part(weak, "mark"),) if weak else ()), quote, *((Part(grade, "quiet"),) if grade else ()))
        yield Line("" if label == last else label, parts, side=True)
        last = label
    yield from text_line("read so", tension.reading)
    yield from record_lines(base, "facts", filter(None, map(base.number, tension.facts)))
    yield from linked_lines(base, "said of", n, "about")


def in_turns(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the quotes of a tension so that each next one is of another article: both sides are seen at once."""
    seen: Counter[str] = Counter()
    turns: list[int] = []
    for item in evidence:
        turns.append(seen[item.source])
        seen[item.source] += 1
    return [item for _, item in sorted(zip(turns, evidence, strict=True), key=lambda pair: pair[0])]


def _article(base: Base, evidence: Evidence) -> str:
    """Return the article of a side and its date: "AFP report, ~1 Nov 2024"."""
    source = base.source(evidence.source)
    return f"{source_name(source)}, {short_date(source.issued)}"
