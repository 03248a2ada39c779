"""The state of a review: its items, what the checks say of each, and the log that every decision is appended to.

A decision is on the disk before anything changes. What the log says is replayed over the drafts when a review opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.decisions import UNDO, Change, Decision, DraftLog, LogWriter, standing
from eujdef_tui.draft.draft_file import Header
from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.review_edits import After
from eujdef_tui.draft.review_item import RECORDS, Item, changed, fields_of, item_of
from eujdef_tui.draft.sentences import read_sentences
from eujdef_tui.draft.truth import Guard
from eujdef_tui.text.unicode import one_line

__all__ = ["Counts", "Doubts", "ReviewState"]


class Doubts(NamedTuple):
    """What refuses an item, and what flags it: sentences."""

    refused: tuple[str, ...]
    flags: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether there is none."""
        return not self.refused and not self.flags


class Counts(NamedTuple):
    """How far a review is: drafts kept as they were, kept with an edit, dropped, and open; sentences decided."""

    kept: int
    edited: int
    dropped: int
    left: int
    decided: int
    sentences: int

    @property
    def all_kept(self) -> int:
        """How many are kept, as they were or edited."""
        return self.kept + self.edited


class ReviewState:
    """The review of one article, without a cursor.

    `unread` are the drafts that the file has lost, or that have no form or no place in the article.
    """

    def __init__(
        self,
        log: DraftLog,
        writer: LogWriter | None,
        text: str,
        known: Known,
        *,
        now: Callable[[], str],
        is_taken: Callable[[str], bool] = lambda _id: False,
    ) -> None:
        """Replay a log over an article.

        `writer` takes new decisions, None where the review is read only. `is_taken` says whether a record of another
        article has an id.
        """
        self.header: Header = log.header
        self.text, self.known, self.issued = text, known, Issued.of(log.header.issued)
        self.spans = [(one.start, one.end) for one in read_sentences(text)]
        self._writer, self._now, self._is_taken = writer, now, is_taken
        first = (self._placed(item_of(n, fields, text)) for n, fields in log.drafts.items())
        self.items: dict[int, Item] = {item.n: item for item in first if item}
        self.unread = max(max(log.drafts, default=-1) + 1, len(log.drafts)) - len(self.items)
        self.guard = Guard(text, log.header.issued, self.spans, known, [one.draft for one in self.items.values()])
        self._untold()
        self.drafted: Mapping[int, Item] = dict(self.items)
        self._names = {one.draft.name: n for n, one in self.items.items() if one.draft.record == "actor"}
        self._doubts: dict[int, Doubts] = {}
        self.decisions = list(log.decisions)
        self._standing = [one for one in standing(log.decisions) if self._apply(one.changes, forward=True)]
        self._sort()

    def _placed(self, item: Item | None) -> Item | None:
        """The item, if each quote begins in the sentence that it says."""
        if item is None:
            return None
        for one in item.draft.evidence:
            if one.sentence >= len(self.spans):
                return None
            start, end = self.spans[one.sentence]
            if not start <= one.start < end:
                return None
        return item

    def _untold(self) -> None:
        """Take off the drafts what the checks say anew: `refused` and `flags` keep what only the file tells."""
        for n, item in self.items.items():
            draft = item.draft
            refused, flags = self.guard.doubts(draft)
            told = draft.refused
            for words in map(one_line, refused):
                told = told.replace(words, "", 1)
            flags = list(map(one_line, flags))
            kept = tuple(flag for flag in draft.flags if flag not in flags)
            status = draft.status or ("reported" if draft.record in ("event", "agreement") else "")
            self.items[n] = item._replace(draft=draft._replace(refused=one_line(told), flags=kept, status=status))

    def _sort(self) -> None:
        def place(n: int) -> tuple[int, int, int, int]:
            item = self.items[n]
            return item.sentence, RECORDS.index(item.draft.record), item.draft.evidence[0].start, n

        self.order = sorted(self.items, key=place)

    # --- what there is ---

    @property
    def read_only(self) -> bool:
        """Whether nothing can be decided."""
        return self._writer is None

    def is_open(self, n: int) -> bool:
        """Whether an item waits for a decision. That a known record is named too need not be decided."""
        item = self.items[n]
        return not item.state and item.draft.record != "mention"

    def doubts(self, n: int) -> Doubts:
        """What refuses and what flags an item as it stands."""
        if n not in self._doubts:
            draft = self.items[n].draft
            refused, flags = self.guard.doubts(draft)
            told = [draft.refused] if draft.refused else []
            self._doubts[n] = Doubts((*told, *self._lacking(draft), *refused), (*draft.flags, *flags))
        return self._doubts[n]

    def _lacking(self, draft: Draft) -> Iterable[str]:
        """What a draft must have to be a record."""
        if draft.record == "statement" and draft.kind == "figure" and not draft.value:
            yield "a figure needs a number: T makes it a statement"
        if draft.record == "mention" and not (draft.actors and draft.actors[0] in self.known.names):
            yield "no record is known by this id any more"

    def edited(self) -> set[int]:
        """The items in which something was changed, and not only decided."""
        return {change.n for one in self._standing for change in one.changes if not _is_verdict(change.after)}

    def counts(self) -> Counts:
        """How far the review is."""
        own = [item for item in self.items.values() if item.draft.record != "mention" or item.state]
        kept = [item for item in own if item.state == "keep"]
        touched = self.edited()
        left = [item for item in own if not item.state]
        undecided = {item.sentence for item in left}
        return Counts(
            sum(item.n not in touched for item in kept),
            sum(item.n in touched for item in kept),
            sum(item.state == "drop" for item in own),
            len(left),
            len(self.spans) - len(undecided),
            len(self.spans),
        )

    # --- who is meant ---

    def actor_of(self, key: str) -> str:
        """The id of the actor that a draft calls `key`: of a known one, or of a name that was kept; "" for none."""
        n = self._names.get(key, -1)
        if n in self.items and self.items[n].state == "keep":
            return self.items[n].same or self.items[n].id
        return key if key in self.known.names and key not in self.known.agreements else ""

    def label_of(self, key: str) -> str:
        """What the actor that a draft calls `key` is called."""
        n = self._names.get(key, -1)
        return self.items[n].draft.name if n in self.items else self.known.names.get(key, key)

    def is_new(self, key: str) -> bool:
        """Whether an actor is a draft of this article."""
        return key in self._names

    def may_be_meant(self, key: str) -> bool:
        """Whether an actor is known, or a name of this article that was not dropped and is not refused."""
        n = self._names.get(key, -1)
        return n not in self.items or (self.items[n].state != "drop" and not self.doubts(n).refused)

    # --- decisions ---

    def why_not(self, n: int, kept_too: Iterable[int] = (), *, speakerless: bool = False) -> str:
        """Why an item cannot be kept; "" where it can.

        `kept_too` are names that are kept with it; `speakerless`: it is kept as evidence of a known record.
        """
        item = self.items[n]
        if refused := self.doubts(n).refused:
            return refused[0]
        speaker = item.draft.speaker if item.draft.record == "statement" and not (item.same or speakerless) else ""
        if speaker and not self.actor_of(speaker) and self._names.get(speaker, -1) not in kept_too:
            if self.is_new(speaker):
                return f"{self.label_of(speaker)} is not kept: keep that name first, or w"
            return f"“{speaker}” is no actor: w says who it is, w 0 nobody"
        return ""

    def decide(self, what: str, changes: Sequence[tuple[int, After]]) -> str:
        """Make one decision, on the disk first. Returns "", or why it could not be made."""
        if self._writer is None:
            return "This review is read only"
        made: list[Change] = []
        for n, after in changes:
            now = fields_of(self.items[n]) if n in self.items else {}
            there = {name: value for name, value in after.items() if not now or now[name] != value}
            if there:
                made.append(Change(n, {name: now[name] for name in there} if now else {}, there))
        if not made:
            return "Nothing changes"
        if any(self._after(change) is None for change in made):
            return "That cannot be: it has no words, or its form is not that of a fact"
        decision = Decision(what, tuple(made), self._now())
        if failed := self._log(decision):
            return failed
        self._apply(decision.changes, forward=True)
        self._standing.append(decision)
        return ""

    def _log(self, decision: Decision) -> str:
        assert self._writer is not None
        try:
            self._writer.decide(decision)
        except OSError as error:
            return f"Not decided, since it cannot be written down: {error.strerror}"
        self.decisions.append(decision)
        return ""

    def _after(self, change: Change) -> Item | None:
        if change.n not in self.items:
            return self._placed(item_of(change.n, change.after, self.text))
        return self._placed(changed(self.items[change.n], change.after, self.text))

    def _apply(self, changes: Sequence[Change], *, forward: bool) -> bool:
        """Make changes or take them back; whether all of them could be made. A line that makes no item changes none."""
        made: dict[int, Item | None] = {}
        for change in changes:
            if forward:
                made[change.n] = self._after(change)
                if made[change.n] is None or (change.n in self.items) != bool(change.before):
                    return False
            else:
                made[change.n] = self._after(change._replace(after=change.before)) if change.before else None
        for n, item in made.items():
            if item is None:
                self.items.pop(n, None)
            else:
                self.items[n] = item
            self._doubts.pop(n, None)
        self._sort()
        return True

    def take_back(self) -> tuple[str, Decision | None]:
        """Undo the last decision that stands: what to say, and the decision, None where nothing was taken back."""
        if self._writer is None:
            return "This review is read only", None
        if not self._standing:
            return "There is nothing to undo", None
        last = self._standing[-1]
        if failed := self._log(Decision(UNDO, (), self._now())):
            return failed, None
        self._standing.pop()
        self._apply(last.changes, forward=False)
        return f"Taken back: {last.what}", last


def _is_verdict(after: After) -> bool:
    """Whether a change only says what becomes of a draft."""
    return set(after) <= {"state", "id", "same"} or after.get("by") == "review"
