"""Articles that were edited: which quotes hold in them now, if less exactly, and which held before and fell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from eujdef_tui.compare.change import HOLDING, Change, FallenQuote
from eujdef_tui.factfile.alignment import work_of
from eujdef_tui.factfile.quote_finding import Page, find, find_exact
from eujdef_tui.factfile.reanchoring import offers
from eujdef_tui.model.labels import title_of
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import FactFile

__all__ = ["edited_articles"]

_NOWHERE = len(HOLDING)  # the rank of a quote that does not hold; of others the place of their grade in HOLDING
_WORK = 400_000_000  # that may go into looking for what fallen quotes became (see `alignment.work_of`): some seconds

_Quote = tuple[str, str, str, str]  # record, quote, prefix, suffix


def edited_articles(old: FactFile, new: FactFile, was: Mapping[str, str]) -> Iterator[Change]:
    """Yield a change for each source whose text is another one. `was` maps its id to the former one if it has one."""
    edited = {
        source.id: old.texts[was.get(source.id, source.id)]
        for source in new.sources
        if was.get(source.id, source.id) in old.texts and source.id in new.texts
        if old.texts[was.get(source.id, source.id)] != new.texts[source.id]
    }
    if not edited:
        return
    quotes = _quotes(new, edited)
    budget = _Budget()
    for source in new.sources:
        if source.id in edited:
            sought = {words for _, words, *_ in quotes[source.id]}
            before, now = Page(edited[source.id], sought), Page(new.texts[source.id], sought)
            ranks = [(quote, _rank(before, quote), _rank(now, quote)) for quote in quotes[source.id]]
            worse = [(budget.fallen(now, quote), other) for quote, one, other in ranks if other > one]
            yield Change(
                "edited",
                "source",
                source.id,
                title_of(source),
                source.issued,
                hold=sum(other < _NOWHERE for *_, other in ranks),
                fell=tuple(quote for quote, rank in worse if rank == _NOWHERE),
                weaker=tuple(quote for quote, rank in worse if rank < _NOWHERE),
            )


def _quotes(file: FactFile, sources: Mapping[str, str]) -> dict[str, list[_Quote]]:
    """The quotes from some sources, each once for a record, in the order of the file."""
    found: dict[str, dict[_Quote, None]] = defaultdict(dict)
    for record in file.records():
        for item in evidence_of(record):
            if item.source in sources:
                found[item.source][record.id, item.quote, item.prefix, item.suffix] = None
    for source in file.sources:
        if source.id in sources:
            for part in source.no_fact:
                found[source.id][source.id, part.quote, part.prefix, part.suffix] = None
    return defaultdict(list, {source: list(quotes) for source, quotes in found.items()})


def _rank(page: Page, quote: _Quote) -> int:
    anchor = find_exact(page, *quote[1:], widely=False)
    return HOLDING.index(anchor.grade) if anchor and anchor.grade in HOLDING else _NOWHERE


class _Budget:
    """Looks for what fallen quotes became while there is work left for it."""

    def __init__(self) -> None:
        self._left = _WORK

    def fallen(self, page: Page, quote: _Quote) -> FallenQuote:
        """Return a quote that holds less well or not at all with its grade, and the words that it may have become."""
        text, (record, words, prefix, suffix) = page.text, quote
        anchor = find_exact(page, words, prefix, suffix, widely=False)
        if anchor is not None:
            return FallenQuote(record, words, anchor.grade, text[anchor.start : anchor.end] if anchor.end > 0 else "")
        self._left -= work_of(text, words) * 3
        if self._left < 0:
            return FallenQuote(record, words, "orphan", "")
        best = next(iter(offers(text, words, prefix, suffix)), None)
        return FallenQuote(record, words, find(page, words, prefix, suffix).grade, best.quote if best else "")
