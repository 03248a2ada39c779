"""The entries of a fact file that the kept drafts of an article become: text, list by list, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.review_item import Item
from eujdef_tui.draft.review_state import ReviewState
from eujdef_tui.factfile.quote_finding import find
from eujdef_tui.factfile.yaml_text import Fields, item_lines
from eujdef_tui.model.field_specs import FORMS, VERSION
from eujdef_tui.model.records import SECTIONS

__all__ = ["Entry", "entries_of", "whole_text"]

_MOST_BESIDE = 12  # words of a prefix or suffix


class Entry(NamedTuple):
    """An entry of a list: of a `section`, or of the list `key` of the section's record `of`.

    `name` tells it from the others for as long as its draft is kept.
    """

    name: str
    section: str
    lines: tuple[str, ...]
    of: str = ""
    key: str = ""


class _Writing:
    """The kept items of a review as entries. `lost` are those whose quote cannot be told from the same words nearby."""

    def __init__(self, review: ReviewState) -> None:
        self.review = review
        self.source = review.header.id
        self.lost: list[Item] = []

    def entries(self) -> Iterator[Entry]:
        """The source, where the fact file has it not yet, then each kept item."""
        kept = [item for n in self.review.order if (item := self.review.items[n]).state == "keep"]
        if kept and not self.review.header.catalogued:
            yield Entry("source", "sources", tuple(item_lines(self._source(kept))))
        for item in kept:
            beside = self._beside(item.draft.evidence[0])
            if beside is None:
                self.lost.append(item)
                continue
            evidence = [{"source": self.source, **beside}]
            yield self._entry(item, beside, evidence)

    def _source(self, kept: Sequence[Item]) -> Fields:
        header, counts = self.review.header, self.review.counts()
        headline = next((item.draft.evidence[0].quote for item in kept if item.is_headline), "")
        days = [one.time[:10] for one in self.review.decisions]
        drafts = counts.kept + counts.edited + counts.dropped + counts.left
        reviewed = (
            f"{max(days, default='')}, {drafts} drafts: {counts.kept} kept, {counts.edited} edited, {counts.dropped}"
            f" dropped; {counts.decided} of {counts.sentences} sentences decided"
        )
        return {
            "id": header.id, "type": "article", "title": " ".join(headline.split()), "issued": header.issued,
            "issued_basis": header.issued_basis, "file": header.file, "sha256": header.sha256, "x-reviewed": reviewed,
        }  # fmt: skip

    def _entry(self, item: Item, beside: Mapping[str, str], evidence: Sequence[Fields]) -> Entry:
        draft, name = item.draft, str(item.n)
        if draft.record == "no_fact":
            fields: Fields = {"kind": draft.kind, **beside}
            return Entry(name, "sources", tuple(item_lines(fields)), self.source, "no_fact")
        if item.same or draft.record == "mention":
            return Entry(name, "mentions", tuple(item_lines(self._mention(item, evidence))))
        section, fields = self._record(item, evidence)
        return Entry(name, section, tuple(item_lines(fields)))

    def _mention(self, item: Item, evidence: Sequence[Fields]) -> Fields:
        draft = item.draft
        fields: dict[str, str | Sequence[str] | Sequence[Fields]] = {"of": item.same or draft.actors[0]}
        known = self.review.known.names.get(item.same, draft.name)
        if draft.record == "actor" and draft.name.lower() != known.lower():
            fields["other_names"] = [{"name": draft.name}]
        if draft.record == "agreement":
            fields["milestones"] = self._milestones(draft, evidence)
        return fields | {"evidence": evidence}

    def _record(self, item: Item, evidence: Sequence[Fields]) -> tuple[str, Fields]:
        draft = item.draft
        dated = {"date": draft.date, "date_text": draft.date_text, "date_basis": draft.date_basis}
        actors = list(dict.fromkeys(filter(None, map(self.review.actor_of, draft.actors))))
        match draft.record:
            case "actor":
                return "actors", {
                    "id": item.id, "kind": draft.kind, "name": draft.name, "summary": draft.text, "evidence": evidence,
                }  # fmt: skip
            case "agreement":
                return "agreements", {
                    "id": item.id, "title": draft.title, "instrument": draft.kind, "parties": actors,
                    "milestones": self._milestones(draft, evidence), "evidence": evidence,
                }  # fmt: skip
            case "event":
                return "events", {
                    "id": item.id, "kind": draft.kind, "title": draft.title, **dated, "status": draft.status,
                    "actors": actors, "evidence": evidence,
                }  # fmt: skip
        return "statements", {
            "id": item.id, "kind": draft.kind, "speaker": self.review.actor_of(draft.speaker) if draft.speaker else "",
            "text": draft.text, **dated, "value": draft.value, "unit": draft.unit, "evidence": evidence,
        }  # fmt: skip

    def _milestones(self, draft: Draft, evidence: Sequence[Fields]) -> Sequence[Fields]:
        if not draft.text or not FORMS["word"].fits(draft.text):
            return []
        step: Fields = {
            "action": draft.text, "date": draft.date, "date_text": draft.date_text, "date_basis": draft.date_basis,
            "status": draft.status, "evidence": evidence,
        }  # fmt: skip
        return [step]

    def _beside(self, quote: Quoted) -> dict[str, str] | None:
        """The quote, with the words beside it where it stands more than once; None where those do not tell either."""
        text = self.review.text
        if text.find(quote.quote) == quote.start and text.find(quote.quote, quote.start + 1) < 0:
            return {"quote": quote.quote}
        before, after = text[: quote.start].split(), text[quote.end :].split()
        for count in range(1, _MOST_BESIDE + 1):
            prefix, suffix = " ".join(before[-count:]), " ".join(after[:count])
            found = find(text, quote.quote, prefix, suffix)
            if (found.start, found.grade) == (quote.start, "verbatim"):
                return {"quote": quote.quote, "prefix": prefix, "suffix": suffix}
        return None


def entries_of(review: ReviewState) -> tuple[list[Entry], list[Item]]:
    """The entries of what is kept, and the items that cannot be written: their words stand several times alike."""
    writing = _Writing(review)
    return list(writing.entries()), writing.lost


def whole_text(entries: Sequence[Entry]) -> str:
    """The text of a fact file of these entries alone."""
    lines = [
        "# What was kept by eujdef review, which writes this file anew with every decision, until somebody edits it:",
        "# from then on entries are only added, and taken out where they stand as they were added.",
        f'schema_version: "{VERSION}"',
    ]
    for section in (*SECTIONS, "mentions"):
        here = [entry for entry in entries if entry.section == section and not entry.of]
        lines += ["", f"{section}:"] if here else []
        for nth, entry in enumerate(here):
            lines += [""] * (nth > 0)
            lines += [f"  {line}" for line in entry.lines]
            inner = [one for one in entries if section == "sources" and one.of]
            lines += [f"    {inner[0].key}:"] if inner else []
            lines += [f"      {line}" for one in inner for line in one.lines]
    return "\n".join(lines) + "\n"
