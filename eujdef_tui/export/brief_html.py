"""A brief as one HTML file: no script, nothing loaded from elsewhere, light and dark, and fit to be printed.

Each quote leads to its place in the article, which stands below with every quoted sentence lit and numbered, as paper
has no links. A small axis above shows when the events are. All text is escaped; the style is that of `brief.css`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from html import escape
from itertools import pairwise
from pathlib import Path

from eujdef_tui.export.bibliography import reference
from eujdef_tui.export.brief import Brief, Item, Proof
from eujdef_tui.export.citation import where
from eujdef_tui.model.labels import quoted, record_type, source_label, title_of
from eujdef_tui.model.records import Event
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["brief_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # the page could load or run nothing, whatever a text held
WIDTH = 720  # of the axis, in units of the drawing
MOST_LANES = 16  # rows of bars; what is on a further one lies over the first
_EDGE = 30
_LANE = 8  # height of a row of bars
_SHORTEST = 5.0  # length of a bar


def brief_html(brief: Brief, base: Base) -> Iterator[str]:
    """Yield the page."""
    style = Path(__file__).with_name("brief.css").read_text(encoding="utf-8")
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(brief.title)}</title>\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    footer = f"@media print {{ @page {{ @bottom-left {{ content: {_css_text(brief.title)} }} }} }}\n"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<style>\n{style}{footer}</style>\n</head>\n"
    line = " · ".join(filter(None, (brief.subject, brief.as_of)))
    yield f'<body>\n<header>\n<h1>{escape(brief.title)}</h1>\n<p class="quiet">{escape(line)}</p>\n'
    yield from _axis(brief.dated)
    yield f'<p class="quiet">{escape(brief.legend)}</p>\n'
    yield "</header>\n<main>\n"
    for group in brief.groups:
        yield f"<h2>{escape(group.heading)}</h2>\n"
        yield from (piece for item in group.items for piece in _item(item))
    if brief.tensions:
        yield "<h2>Where the articles differ</h2>\n"
        yield from (piece for item in brief.tensions for piece in _item(item))
    yield from _sources(brief)
    yield from _articles(brief, base)
    yield "</main>\n</body>\n</html>\n"


def _css_text(text: str) -> str:
    """A text as CSS writes it; every character that might mean something else by its number."""
    return '"' + "".join(char if char.isalnum() else f"\\{ord(char):x} " for char in text) + '"'


def _item(item: Item) -> Iterator[str]:
    kind = f"{record_type(item.record)} {getattr(item.record, 'status', '')}".strip()
    yield f'<section class="fact {kind}" id="{item.record.id}"><span class="mark">{escape(item.mark)}</span>\n'
    for claim, proofs in item.claims:
        yield f'<p class="claim">{escape(claim.line)}</p>\n'
        for proof in proofs:
            words = escape(quoted(proof.evidence.quote))
            place = f'<a href="#{_place(proof)}">[{proof.source}]</a> {escape(where(proof.evidence))}'
            yield f'<blockquote>{words} <span class="quiet">{place}</span></blockquote>\n'
    yield "</section>\n"


def _place(proof: Proof) -> str:
    """The id of the place in an article that a quote leads to; that of the article where the quote was not found."""
    return f"quote-{proof.number}" if proof.evidence.start >= 0 else f"source-{proof.source}"


def _sources(brief: Brief) -> Iterator[str]:
    yield '<h2>Sources</h2>\n<ol class="sources">\n'
    for number, source in enumerate(brief.sources, 1):
        yield f'<li id="source-{number}">[{number}] {reference(source, escape=escape, link=_link)}.</li>\n'
    yield "</ol>\n"


def _link(url: str) -> str:
    safe = escape(url)
    return f'<a href="{safe}" rel="noreferrer">{safe}</a>' if re.match("https?://", url) else safe


def _articles(brief: Brief, base: Base) -> Iterator[str]:
    """Yield each cited article, its quoted words lit."""
    items = [item for group in brief.groups for item in group.items] + list(brief.tensions)
    proofs = [proof for item in items for _, found in item.claims for proof in found]
    yield "<h2>The articles</h2>\n"
    for number, source in enumerate(brief.sources, 1):
        here = sorted(
            (proof for proof in proofs if proof.source == number and proof.evidence.start >= 0),
            key=lambda proof: proof.evidence.start,
        )
        yield f"<h3>[{number}] {escape(title_of(source))} ({escape(source_label(source))})</h3>\n"
        yield f'<div class="article">{_lit(base.article(source.id).text, here)}</div>\n'


def _lit(text: str, proofs: Sequence[Proof]) -> str:
    """An article as HTML: where quotes overlap the text is lit once, and each has its own place to be led to.

    The first quote of a sentence has its number. `proofs` are in the order in which they begin.
    """
    edges = sorted({0, len(text), *(edge for one in proofs for edge in (one.evidence.start, one.evidence.end))})
    pieces: list[str] = []
    begun, lit_to, numbered = 0, 0, 0
    for start, end in pairwise(edges):
        while begun < len(proofs) and proofs[begun].evidence.start <= start:
            sentence = proofs[begun].evidence.sentence + 1
            place = f' data-sentence="{sentence}"' if sentence > numbered else ""
            pieces.append(f'<a id="quote-{proofs[begun].number}"{place}></a>')
            numbered = max(numbered, sentence)
            lit_to = max(lit_to, proofs[begun].evidence.end)
            begun += 1
        words = escape(text[start:end])
        pieces.append(f"<mark>{words}</mark>" if end <= lit_to else words)
    return re.sub(r"\n{2,}", "\n\n", "".join(pieces).replace("\r\n", "\n").strip())


# --- the axis ---


def _axis(events: Sequence[Event]) -> Iterator[str]:
    """Yield a drawing of when the events are: a bar for each, on the axis of the years of most of them."""
    if len(events) < 2:
        return
    first, last = _years(events)
    scale = (WIDTH - 2 * _EDGE) / (last + 1 - first)
    bars = sorted((_bar(event, first, last, scale) for event in events), key=lambda bar: bar[0])
    lanes = [lane % MOST_LANES for lane in _lanes((begin, begin + size) for begin, size, _ in bars)]
    line = _LANE * (max(lanes) + 1) + 8
    label = f"{len(events)} events in time"
    yield f'<svg class="axis" viewBox="0 0 {WIDTH} {line + 30}" role="img" aria-label="{label}">\n'
    yield f'<line class="line" x1="{_EDGE}" x2="{WIDTH - _EDGE}" y1="{line}" y2="{line}"/>\n'
    step = -(-(last + 1 - first) // 5)
    for year in range(first, last + 2, step):
        x = _EDGE + (year - first) * scale
        yield f'<line class="line" x1="{x:.1f}" x2="{x:.1f}" y1="{line - 6}" y2="{line + 6}"/>'
        yield f'<text x="{x:.1f}" y="{line + 24}" text-anchor="middle">{_year_words(year)}</text>\n'
    for (begin, size, event), lane in zip(bars, lanes, strict=True):
        shown = f"{edtf.in_english(event.date)}: {event.title}"
        yield f'<a href="#{event.id}"><rect class="span {event.status}" x="{_EDGE + begin:.1f}" '
        yield f'y="{line - 12 - _LANE * lane}" width="{size:.1f}" height="6" rx="3">'
        yield f"<title>{escape(shown)}</title></rect></a>\n"
    yield "</svg>\n"


def _bar(event: Event, first: int, last: int, scale: float) -> tuple[float, float, Event]:
    """Where the bar of an event begins, and its length. One without a known beginning or end stands at the other."""
    begin, end = (max(0.0, min(_in_years(day) - first, last + 1 - first)) * scale for day in edtf.bounds(event.date))
    if event.date.startswith("../"):
        begin = max(0.0, end - _SHORTEST)
    elif event.date.endswith("/.."):
        end = begin
    return begin, max(end - begin, _SHORTEST), event


def _lanes(bars: Iterable[tuple[float, float]]) -> Iterator[int]:
    """Yield the lowest lane that is free for each bar, (begin, end) in the order in which they begin."""
    taken: list[tuple[float, int]] = []  # where each ends, and its lane
    free: list[int] = []
    for begin, end in bars:
        while taken and taken[0][0] + 2 <= begin:
            heappush(free, heappop(taken)[1])
        lane = heappop(free) if free else len(taken)
        heappush(taken, (end, lane))
        yield lane


def _years(events: Sequence[Event]) -> tuple[int, int]:
    """The first and last year of the axis: those of nine events in ten, so that one far away does not squeeze all."""
    years = sorted(year for event in events if (year := edtf.year(event.date)) is not None)
    cut = len(years) // 20
    return years[cut], years[-1 - cut]


def _in_years(day: int) -> float:
    year, rest = divmod(day, 10_000)
    return year + (rest // 100 - 1) / 12 + (rest % 100 - 1) / 365


def _year_words(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"
