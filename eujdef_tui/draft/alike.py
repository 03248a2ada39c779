"""Records of the base that a draft may be the same as, or that are about the same: by names, words, dates, actors.

They are suggested with the reason, and never taken unasked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.review_item import Item
from eujdef_tui.draft.review_people import begins
from eujdef_tui.model.labels import date_of, title_of
from eujdef_tui.model.records import Actor, Agreement, Event, Record, Statement
from eujdef_tui.model.searchable import names_of
from eujdef_tui.rules.truth.reading import read, stem
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import fold

__all__ = ["MOST_ALIKE", "Alike", "Base"]

MOST_ALIKE = 9
_ENOUGH = 0.5  # of the words of both, for a suggestion
_TYPES: dict[str, type] = {"actor": Actor, "event": Event, "agreement": Agreement, "statement": Statement}


class Alike(NamedTuple):
    """A record that is like a draft, and why: "the names are alike", "the same day"."""

    record: Record
    reason: str

    @property
    def label(self) -> str:
        """Its title and date, as one line."""
        date = date_of(self.record)
        return title_of(self.record) + (f", {edtf.in_english(date)}" if date else "")


class Base:
    """The actors, agreements, events and statements that are known, found by their words."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = [one for one in records if isinstance(one, Actor | Agreement | Event | Statement)]
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._stems: list[frozenset[str]] = []
        self._words: list[tuple[str, ...]] = []
        for nth, record in enumerate(self._records):
            words = " ".join(_names(record))
            stems = _stems(words)
            self._stems.append(_stems(title_of(record)))
            self._words.append(tuple(fold(words).split()))
            for one in stems:
                self._by_stem[one].append(nth)

    def suggestion(self, item: Item) -> Alike | None:
        """The record that an item may be the same as; None where none is like enough."""
        draft = item.draft
        cls = _TYPES.get(draft.record)
        if cls is None:
            return None
        sought = _stems(draft.label)
        best: tuple[float, int] | None = None
        for nth, shared in self._sharing(sought):
            record = self._records[nth]
            if not isinstance(record, cls) or not _may_be(record, draft):
                continue
            every = len(sought | self._stems[nth]) or 1
            score = shared / min(every, max(len(sought), 1)) if cls is Actor else shared / every
            if score >= _ENOUGH and (best is None or score > best[0]):
                best = score, nth
        if best is None:
            return None
        return Alike(self._records[best[1]], "the names are alike" if cls is Actor else "the words are alike")

    def about(self, item: Item) -> list[Alike]:
        """What is known of the same: records that share its words, actors and date; the nearest first."""
        draft = item.draft
        scores: Counter[int] = Counter()
        for nth, shared in self._sharing(_stems(draft.label)):
            scores[nth] += 2 * shared
        for nth, record in enumerate(self._records):
            linked = {*getattr(record, "actors", ()), *getattr(record, "parties", ()), getattr(record, "speaker", "")}
            linked |= {record.id}
            scores[nth] += 2 * len(linked & {*draft.actors, draft.speaker} - {""})
            date = date_of(record)
            scores[nth] += 3 * bool(date and draft.date and edtf.overlaps(date, draft.date))
        best = [nth for nth, score in scores.most_common(MOST_ALIKE) if score > 2]
        return [Alike(self._records[nth], self._reason(nth, draft)) for nth in best]

    def matching(self, item: Item, typed: str) -> list[Alike]:
        """The records of the item's sort that have words beginning with all that is typed."""
        parts = fold(typed).split()
        cls = _TYPES.get(item.draft.record, Record)
        found = [
            Alike(record, "")
            for nth, record in enumerate(self._records)
            if isinstance(record, cls) and begins(parts, self._words[nth])
        ]
        return found[:MOST_ALIKE] if parts else []

    def _sharing(self, sought: Iterable[str]) -> Sequence[tuple[int, int]]:
        """The places of records that share stems, with how many."""
        return Counter(nth for one in sought for nth in self._by_stem.get(one, ())).most_common()

    def _reason(self, nth: int, draft: Draft) -> str:
        record = self._records[nth]
        shared = sorted(_stems(draft.label) & self._stems[nth])
        date = date_of(record)
        same_day = bool(date and draft.date and edtf.overlaps(date, draft.date))
        return " · ".join(filter(None, ("the same time" * same_day, f"{len(shared)} words" * bool(shared))))


def _may_be(record: Record, draft: Draft) -> bool:
    """Whether a record and a draft may be one: their dates, where both have one, overlap."""
    if isinstance(record, Actor | Agreement):
        return True
    date = date_of(record)
    if isinstance(record, Statement) and draft.speaker and record.speaker and draft.speaker != record.speaker:
        return False
    return not (date and draft.date) or edtf.overlaps(date, draft.date)


def _names(record: Record) -> Iterable[str]:
    if isinstance(record, Actor | Agreement):
        yield from (name for name, _ in names_of(record))
    else:
        yield title_of(record)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word.folded) for word in read(words).content)
