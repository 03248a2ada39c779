"""Open a review: the drafts and their article from the disk, what is known from the base, and who else reviews."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.cli.printing import print_message
from eujdef_tui.draft.decisions import DraftLog, LogWriter, Wrote, read_log
from eujdef_tui.draft.draft_file import Header
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.review import Review
from eujdef_tui.draft.review_lock import ReviewLock
from eujdef_tui.draft.write import Job, Target, job_of, target_of, write_facts
from eujdef_tui.errors import ArticleError, EujdefError, Place, Problem
from eujdef_tui.factfile.files import not_utf8, read_bytes
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Record
from eujdef_tui.store import SHIPPED, Base
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["Session", "article_of", "draft_files", "known_without", "open_session", "read_review", "unread_in_words"]


class Session(NamedTuple):
    """A review with where its facts go; `lock` is held until it ends. `note` is to be said at first."""

    review: Review
    log: DraftLog
    writer: LogWriter
    target: Target
    lock: ReviewLock
    note: str

    @property
    def title(self) -> str:
        """What the article is called: its headline, or its id."""
        for n in self.review.order:
            item = self.review.items[n]
            if item.is_headline:
                return one_line(item.draft.text)
        return self.review.header.id

    def write_later(self, wrote: list[Wrote]) -> Callable[[], str]:
        """What is kept now, as a call that writes it and returns what to say; `wrote` are the writes so far."""
        job = job_of(self.review, self.log, self.target)
        return lambda: self._written(job, wrote)

    def _written(self, job: Job, wrote: list[Wrote]) -> str:
        try:
            written, made = write_facts(job, self.writer, tuple(wrote))
        except EujdefError as error:
            return f"{clean(str(error))} {clean(error.advice)} All that was decided is in {self.path_shown}."
        except OSError as error:
            return f"Not written: {error.strerror or error}. All that was decided is in {self.path_shown}."
        if made:
            wrote.append(made)
        return " · ".join(written.left)

    @property
    def path_shown(self) -> str:
        """The name of the file of drafts."""
        return clean(f"{self.review.header.id}.draft")


def draft_files(folder: Path) -> list[Path]:
    """The files of drafts in a folder, by name."""
    return sorted(path for path in folder.glob("*.draft") if path.is_file() and not path.name.startswith("."))


def article_of(path: Path, header: Header) -> str:
    """The text of the article that was drafted, cleaned. Raises ArticleError where it is another one now."""
    file = path.parent / header.file
    data = read_bytes(file, Place(str(file)))
    if isinstance(data, Problem):
        raise ArticleError(data.message, "Put the article back, or draft it again.")
    if hashlib.sha256(data).hexdigest() != header.sha256 or not_utf8(data):
        advice = "Put it back as it was; or delete its .draft and draft it again."
        raise ArticleError(f"{file} has changed since it was drafted: its sentences are others.", advice)
    return clean(data.decode("utf-8"))


def known_without(base: Base, source: str) -> Iterator[Record]:
    """The records of a base that do not rest on one source alone."""
    for view in ("actors", "agreements", "timeline", "statements"):
        for n in base.span(view):
            record = base.record(n).record
            if any(item.source != source for item in evidence_of(record)):
                yield record


def read_review(path: Path, records: Iterable[Record]) -> tuple[Review, DraftLog]:
    """A review to look at, without the right to decide. Raises ArticleError."""
    log = read_log(path)
    text = article_of(path, log.header)
    return Review(log, None, text, _known(records), now=_now), log


def open_session(path: Path, fact_file: Path, base: Base, records: Iterable[Record]) -> Session:
    """Open a review to decide. Raises ArticleError and UsageError; who else reviews is in the note."""
    log = read_log(path)
    text = article_of(path, log.header)
    target = target_of(fact_file, path, log.header.id, Path(SHIPPED))
    lock = ReviewLock(path, _now())
    log = read_log(path)  # another review may have ended meanwhile
    writer = LogWriter(path)
    source = log.header.id

    def is_taken(id_: str) -> bool:
        n = base.number(id_)
        return n is not None and any(item.source != source for item in evidence_of(base.record(n).record))

    review = Review(log, None if lock.holder else writer, text, _known(records), now=_now, is_taken=is_taken)
    notes = [f"Read only: it is being reviewed by {lock.holder}. {lock.advice}".rstrip()] if lock.holder else []
    if review.unread:
        notes.append(unread_in_words(path, review.unread))
    for note in notes:
        print_message(f"eujdef: {note}")
    return Session(review, log, writer, target, lock, " ".join(notes))


def unread_in_words(path: Path, count: int) -> str:
    """That drafts of a damaged file are left out."""
    words = "1 draft cannot be read and is" if count == 1 else f"{count} drafts cannot be read and are"
    return f"{clean(path.name)} is damaged: {words} left out."


def _known(records: Iterable[Record]) -> Known:
    return Known(one for one in records if isinstance(one, Actor | Agreement))


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")
