"""Reviews of an invented article: a folder with it, its drafts by rules and some by a stand-in for a model."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.draft.answer import read_answer
from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.decisions import LogWriter, Wrote, read_log
from eujdef_tui.draft.draft_file import Header, draft_path, write_drafts
from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.drafting import draft, in_order
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.review import Review
from eujdef_tui.draft.sentences import read_sentences
from eujdef_tui.draft.truth import checked
from eujdef_tui.draft.write import Written, job_of, target_of, write_facts
from eujdef_tui.model.records import Actor, Evidence
from eujdef_tui.text.unicode import clean
from tests.helpers.places import CORPUS

ISSUED = "2026-11-29"
ARTICLE = """\
Port town signs ferry deal
By Mette Sand
GRIMSVIK, 28 November (Coastal Wire) — The harbour board of Grimsvik signed a ferry agreement with the Lofjord \
Shipping Company on Friday, ending two years of talks over night sailings.
The deal covers three routes and is worth 84 million kroner over six years, board chair Torill Haavik told reporters \
in the town hall.
“We have waited long enough for boats that run after nine in the evening,” Haavik said.
Lofjord Shipping Company will put two electric ferries into service by June 2027, and a third one is planned for 2028.
The Norwegian Maritime Directorate said last week that it had not yet approved the charging station at the north pier.
Passenger numbers on the old line fell by 12 per cent in 2025, according to Norway.
Related stories
Read more about the harbour
"""
ANSWER = """\
events:
  - {title: "Two ferries enter service", kind: launch, status: happened, date_text: "by June 2027", sentence: 6}
statements:
  - {text: "The deal is worth 48 million kroner", kind: figure, value: 48, unit: "million kroner", sentence: 4}
  - {text: "The board is sorry", kind: claim, sentence: 5, quote: "we are sorry"}
  - {text: "The deal does not cover three routes", kind: claim, sentence: 4}
actors:
  - {name: "Zo Zu", kind: person, sentence: 4}
"""
NORWAY = Actor(id="norway", kind="country", name="Norway", evidence=(Evidence(source="other", quote="Norway"),))
FACTS = """\
schema_version: "1"
title: Harbours
sources: [{id: other, type: article, file: other.txt}]
actors:
  - id: norway
    kind: country
    name: Norway
    evidence: [{source: other, quote: Norway}]
"""


class Case(NamedTuple):
    """A folder of facts with an article and its drafts."""

    folder: Path
    path: Path
    text: str
    known: Known

    @property
    def facts(self) -> Path:
        """The fact file of the article."""
        return self.folder / "ferry.yaml"

    def open(self, *, writes: bool = True) -> Review:
        """The review as it stands on the disk."""
        writer = LogWriter(self.path) if writes else None
        return Review(read_log(self.path), writer, self.text, self.known, now=lambda: "2026-11-29T12:00:00")

    def write(self, review: Review, into: Path | None = None) -> Written:
        """Write what is kept."""
        log = read_log(self.path)
        target = target_of(into or self.folder, self.path, "ferry", CORPUS)
        written, _ = write_facts(job_of(review, log, target), LogWriter(self.path), log.wrote)
        return written

    def wrote(self) -> tuple[Wrote, ...]:
        """The writes so far."""
        return read_log(self.path).wrote


def make_case(folder: Path, article: str = ARTICLE, answer: str = ANSWER) -> Case:
    """A folder with a fact file, an article and its drafts: by rules, and by a stand-in for a model."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "other.txt").write_text("Norway\n", encoding="utf-8")
    file = folder / "ferry.txt"
    file.write_text(article, encoding="utf-8")
    drafts, count = _drafts(article, answer)
    path = draft_path(folder, "ferry")
    digest = hashlib.sha256(article.encode()).hexdigest()
    header = Header("ferry", os.path.relpath(file, folder), digest, ISSUED, "printed", count)
    write_drafts(path, header, drafts)
    return Case(folder, path, clean(article), Known([NORWAY]))


@cache  # a sixth of a second, and a hundred tests ask for the same
def _drafts(article: str, answer: str) -> tuple[tuple[Draft, ...], int]:
    """The drafts of an article by rules and by an answer, in order, and how many sentences it has."""
    text, known = clean(article), Known([NORWAY])
    sentences = read_sentences(text)
    spans = [(one.start, one.end) for one in sentences]
    ours = draft(text, ISSUED, known).drafts
    theirs = read_answer(answer, text, sentences, Issued.of(ISSUED), "model").drafts if answer else []
    together = list(checked([*ours, *theirs], text, ISSUED, spans, known))[len(ours) :]
    return in_order([*ours, *together]), len(sentences)


def at(review: Review, label: str) -> int:
    """Put the cursor on the item whose words begin so; its number."""
    n = next(n for n in review.order if review.items[n].draft.label.startswith(label))
    review.go(n)
    return n
