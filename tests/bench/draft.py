"""How much of a held-out reading the drafter finds: each article of a fact file drafted with it left out of the base.

    python tests/bench/draft.py [FACT_FILE] [--misses] [--source ID]

For each source the file without it is the base, its article is drafted by rules, and the file is the judge. A fact is
"touched" where a draft of its sort rests on one of its sentences; claims count as touched by statements and events.
`--misses` lists what was not found, or was found otherwise.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.drafting import draft
from eujdef_tui.draft.known import Known
from eujdef_tui.factfile.anchoring import Corpus, anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event, Record, Source, Statement
from eujdef_tui.model.searchable import names_of
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import folded_line
from tests.helpers.places import CORPUS

_ROWS = (
    "events", "claims", "figures", "no_fact", "agreements", "dates exact", "dates not contradicted", "new actors",
    "new actors precision", "kinds", "speakers", "statuses", "drafts of no_fact right",
)  # fmt: skip


class Tally:
    """Counts of right and of all, by row, and the misses in words."""

    def __init__(self) -> None:
        self.right = Counter[str]()
        self.all = Counter[str]()
        self.misses: list[str] = []

    def count(self, row: str, what: str, *, right: bool) -> None:
        self.right[row] += right
        self.all[row] += 1
        if not right:
            self.misses.append(f"{row}: {what}")

    def lines(self) -> Iterator[str]:
        for row in _ROWS:
            if self.all[row]:
                yield f"{row:26}{self.right[row]:5}/{self.all[row]:<5}{self.right[row] / self.all[row]:.2f}"


def sentences_of(record: Record, source: str) -> set[int]:
    """The sentences of a source on which a record rests."""
    return {
        number
        for one in evidence_of(record)
        if one.source == source and one.sentence >= 0
        for number in range(one.sentence, one.last_sentence + 1)
    }


def left_out(corpus: Corpus, source: str) -> tuple[list[Actor | Agreement], set[str]]:
    """The actors and agreements that other sources have too, and the ids of those that only this one has."""
    records: tuple[Actor | Agreement, ...] = (*corpus.file.actors, *corpus.file.agreements)
    known = [one for one in records if any(quote.source != source for quote in one.evidence)]
    ids = {one.id for one in known}
    return known, {one.id for one in corpus.file.actors if one.id not in ids and sentences_of(one, source)}


def judge(corpus: Corpus, source: Source, tally: Tally) -> float:
    """Draft one article with its source left out, count, and return the processor time in seconds."""
    known, new = left_out(corpus, source.id)
    base = Known(known)
    begun = time.process_time()
    drafts = draft(corpus.file.texts[source.id], source.issued, base).drafts
    spent = time.process_time() - begun
    of = {
        record: [one for one in drafts if one.record == record]
        for record in ("event", "statement", "agreement", "no_fact")
    }
    on = {record: {quote.sentence for one in found for quote in one.evidence} for record, found in of.items()}
    _no_facts(corpus, source, on["no_fact"], tally)
    for event in corpus.file.events:
        if there := sentences_of(event, source.id):
            tally.count("events", event.title, right=bool(there & on["event"]))
            _event(event, source.id, [one for one in of["event"] if one.evidence[0].sentence in there], tally)
    for statement in corpus.file.statements:
        if there := sentences_of(statement, source.id):
            _statement(corpus, statement, there, of["statement"], on, tally)
    for agreement in corpus.file.agreements:
        if there := sentences_of(agreement, source.id):
            tally.count("agreements", agreement.title, right=bool(there & on["agreement"]))
    _actors(corpus, new, [one for one in drafts if one.record == "actor"], tally)
    return spent


def _no_facts(corpus: Corpus, source: Source, drafted: set[int], tally: Tally) -> None:
    named = Ledger(corpus).named[source.id]
    supporting = Ledger(corpus).supporting[source.id]
    for number in named:
        tally.count("no_fact", Ledger(corpus).sentence(source.id, number), right=number in drafted)
    for number in drafted:
        right = number in named or number not in supporting
        tally.count("drafts of no_fact right", Ledger(corpus).sentence(source.id, number), right=right)


def _event(event: Event, source: str, drafts: list[Draft], tally: Tally) -> None:
    quotes = " ".join(folded_line(one.quote) for one in event.evidence if one.source == source)
    if not event.date or not event.date_text or folded_line(event.date_text) not in quotes:
        return
    sought = folded_line(event.date_text)
    dated = [
        one
        for one in drafts
        if one.date_text and (folded_line(one.date_text) in sought or sought in folded_line(one.date_text))
    ]
    if not dated:
        return
    best = max(dated, key=lambda one: (one.date == event.date, edtf.overlaps(one.date, event.date)))
    told = f"{event.title}: {best.date} of {best.date_text!r}, not {event.date}"
    tally.count("dates exact", told, right=best.date == event.date)
    tally.count("dates not contradicted", told, right=edtf.overlaps(best.date, event.date))
    tally.count("statuses", f"{event.title}: {best.status}, not {event.status}", right=best.status == event.status)


def _statement(
    corpus: Corpus, statement: Statement, there: set[int], drafts: list[Draft], on: dict[str, set[int]], tally: Tally
) -> None:
    here = [one for one in drafts if one.evidence[0].sentence in there]
    if statement.kind == "figure":
        tally.count("figures", statement.text, right=any(one.value == statement.value for one in here))
        return
    tally.count("claims", statement.text, right=bool(there & (on["statement"] | on["event"])))
    spoken = [one for one in here if one.speaker and not one.value]
    if statement.speaker and spoken:
        names = names_of_actor(corpus, statement.speaker)
        right = any(one.speaker == statement.speaker or folded_line(one.speaker) in names for one in spoken)
        told = f"{spoken[0].speaker}, not {statement.speaker}: {spoken[0].text[:90]}"
        tally.count("speakers", told, right=right)


def names_of_actor(corpus: Corpus, actor: str) -> set[str]:
    """The names of an actor, and what the article calls it by in its evidence."""
    record = next(one for one in corpus.file.actors if one.id == actor)
    return {folded_line(name).removeprefix("the ") for name, _ in names_of(record)} | {
        folded_line(one.quote).removeprefix("the ") for one in record.evidence
    }


def _actors(corpus: Corpus, new: set[str], drafts: Iterable[Draft], tally: Tally) -> None:
    by_name = {name: one.id for one in corpus.file.actors for name in names_of_actor(corpus, one.id)}
    kinds = {one.id: one.kind for one in corpus.file.actors}
    found: set[str] = set()
    for one in drafts:
        actor = by_name.get(folded_line(one.name).removeprefix("the "), "")
        found.add(actor)
        tally.count("new actors precision", f"{one.name} ({one.kind})", right=bool(actor))
        if actor in new:
            tally.count("kinds", f"{one.name} is {one.kind}, not {kinds[actor]}", right=one.kind == kinds[actor])
    for actor in sorted(new):
        tally.count("new actors", actor, right=actor in found)


def main() -> None:
    """Print the table, and with --misses what was missed."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    corpus = anchor_evidence(load(Path(words[0]) if words else CORPUS))
    tally, seconds, length = Tally(), 0.0, 0
    for source in corpus.file.sources:
        draft(corpus.file.texts[source.id], source.issued, Known())  # word lists and patterns are loaded
        seconds += judge(corpus, source, tally)
        length += len(corpus.file.texts[source.id].split())
    print("\n".join(tally.lines()))
    print(f"{1000 * seconds * 1000 / length:.0f} ms of processor time for 1,000 words ({length:,} words in all)")
    if "--misses" in sys.argv:
        print("\n".join(tally.misses))


if __name__ == "__main__":
    main()
