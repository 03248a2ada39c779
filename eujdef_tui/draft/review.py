"""A review: the drafts of an article in reading order, one of them under the cursor, and what each key decides.

There is no screen in it. Each method is one key, and returns a sentence for the reviewer, "" where the change says
enough. Nothing is kept but by `keep`, `keep_clean`, `same_as` and `nothing_here`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from eujdef_tui.draft.decisions import DraftLog, LogWriter
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.review_edits import (
    After,
    cycled_status,
    cycled_type,
    kinds_of,
    named,
    read_date,
    requoted,
    resized,
    told_no_more,
)
from eujdef_tui.draft.review_item import Item, changed, fields_of
from eujdef_tui.draft.review_state import ReviewState
from eujdef_tui.text.unicode import fold, one_line

__all__ = ["Review"]

_SLUG = 48  # characters of an id that is made of a title
_NO_DRAFT = "There is no draft"


class Review(ReviewState):
    """The review of one article, with a cursor."""

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
        """Open at the first draft that is open."""
        super().__init__(log, writer, text, known, now=now, is_taken=is_taken)
        self.at = 0
        if self.order and not self.is_open(self.order[0]):
            self.next_open()

    def decide(self, what: str, changes: Sequence[tuple[int, After]]) -> str:
        """Make one decision; the cursor stays on its item, wherever that stands now."""
        here = self.order[self.at] if self.order else -1
        said = super().decide(what, changes)
        self.at = min(self.at, max(0, len(self.order) - 1))
        self.go(here)
        return said

    # --- the cursor ---

    @property
    def current(self) -> Item | None:
        """The item under the cursor; None where there is no draft."""
        return self.items[self.order[self.at]] if self.order else None

    def go(self, n: int) -> None:
        """Put the cursor on an item."""
        if n in self.items:
            self.at = self.order.index(n)

    def move(self, by: int) -> None:
        """Move the cursor by items."""
        self.at = min(max(0, self.at + by), max(0, len(self.order) - 1))

    def next_open(self) -> bool:
        """Put the cursor on the next open item, after the last on the first; whether there is one."""
        places = [*range(self.at + 1, len(self.order)), *range(min(self.at + 1, len(self.order)))]
        found = next((at for at in places if self.is_open(self.order[at])), -1)
        self.at = found if found >= 0 else self.at
        return found >= 0

    def to_sentence(self, sentence: int) -> None:
        """Put the cursor on the first item of a sentence, or of one behind it."""
        found = next((n for n in self.order if self.items[n].sentence >= sentence), None)
        if found is not None:
            self.go(found)

    def next_sentence(self, by: int) -> None:
        """Put the cursor on the first item of the next sentence with an open one, or of the one before."""
        if not self.order:
            return
        here = self.items[self.order[self.at]].sentence
        there = sorted({self.items[n].sentence for n in self.order if self.is_open(n)}, reverse=by < 0)
        found = next((one for one in there if (one - here) * by > 0), None)
        if found is not None:
            self.go(next(n for n in self.order if self.items[n].sentence == found and self.is_open(n)))

    def undo(self) -> str:
        """Take the last decision that stands back, and go to its draft."""
        said, decision = self.take_back()
        self.at = min(self.at, max(0, len(self.order) - 1))
        if decision:
            self.go(decision.changes[0].n)
        return said

    # --- verdicts ---

    def keep(self) -> str:
        """Keep the item under the cursor, and go on to the next; a refused one says why not."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        if item.state == "keep":
            self.next_open()
            return ""
        if why := self.why_not(item.n):
            return f"Not kept: {why}"
        return self._decided("keep", [(item.n, self._kept(item))])

    def _kept(self, item: Item, taken: Iterable[str] = ()) -> After:
        """The fields of an item that is kept: it gets an id, which stays with it."""
        if item.same or item.draft.record in ("no_fact", "mention"):
            return {"state": "keep"}
        return {"state": "keep", "id": item.id or self._new_id(item, taken)}

    def _new_id(self, item: Item, taken: Iterable[str]) -> str:
        own = {one.id for one in self.items.values()} | {self.header.id} | set(taken)
        stem = _slug(item.draft.label)
        ids = (stem if nth == 1 else f"{stem}-{nth}" for nth in range(1, len(self.items) + 10_000))
        return next(one for one in ids if one not in own and not self._is_taken(one))

    def _decided(self, what: str, changes: Sequence[tuple[int, After]]) -> str:
        """Make a decision, and go on to the next open item."""
        if failed := self.decide(what, changes):
            return failed
        return "" if self.next_open() else "All is decided"

    def drop(self) -> str:
        """Drop the item under the cursor, and go on to the next."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        if item.state == "drop":
            self.next_open()
            return ""
        if item.draft.record == "actor" and item.state == "keep":
            keys = {key for key, n in self._names.items() if n == item.n}
            said = sum(one.state == "keep" and one.draft.speaker in keys for one in self.items.values())
            if said:
                return f"Not dropped: {item.draft.name} is the speaker of {said} kept: drop them, or change who with w"
        return self._decided("drop", [(item.n, {"state": "drop"})])

    def keep_clean(self, visible: Sequence[int]) -> str:
        """Keep the clean open items among those that are in sight, as one decision."""
        names = [n for n in visible if self._is_clean(n) and self.items[n].draft.record == "actor"]
        chosen = [n for n in visible if self._is_clean(n) and not self.why_not(n, names)]
        changes: list[tuple[int, After]] = []
        for n in chosen:
            taken = [str(after.get("id", "")) for _, after in changes]
            changes.append((n, self._kept(self.items[n], taken)))
        if not changes:
            return "No draft in sight is clean: a keeps one by itself"
        return self._decided("keep all", changes) or f"{len(changes)} kept; u takes all of them back"

    def _is_clean(self, n: int) -> bool:
        return n in self.items and self.is_open(n) and self.doubts(n).clean

    def nothing_here(self) -> str:
        """Say that the sentence has no fact: its open drafts are dropped, and it is kept as such."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        here = [one for one in self.items.values() if one.sentence == item.sentence]
        if any(one.state == "keep" and one.draft.record != "no_fact" for one in here):
            return "A fact is kept of this sentence: x drops it first"
        own = next((one for one in here if one.draft.record == "no_fact"), None)
        changes = [(one.n, {"state": "drop"}) for one in here if one is not own and not one.state]
        if own and (why := self.why_not(own.n)):
            return f"Not kept: {why}"
        if own:
            return self._decided("no fact", [*changes, (own.n, {"state": "keep"})])
        evidence = requoted(self.text, self.spans[item.sentence], self.spans)
        words = one_line(self.text[slice(*self.spans[item.sentence])])[:1000]
        made = {"record": "no_fact", "kind": "filler", "text": words, "by": "review", "state": "keep", **evidence}
        return self._decided("no fact", [*changes, (max(self.items) + 1, made)])

    # --- edits ---

    def edit(self, what: str, after: After | str) -> str:
        """Change fields of the item under the cursor. What no longer passes is taken out. Returns "" or why not."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        if isinstance(after, str):
            return after
        after = told_no_more(item, after)
        edited = changed(item, after, self.text)
        if "record" in after and item.same:
            after = after | {"same": ""}
        unnamed = "record" in after and not item.id  # it was no record before
        if edited and item.state == "keep" and (unnamed or not self._passes(edited)):
            after = after | {"state": ""}
        return self.decide(what, [(item.n, after)])

    def _passes(self, item: Item) -> bool:
        refused, _ = self.guard.doubts(item.draft)
        speaker = item.draft.speaker if item.draft.record == "statement" else ""
        lacking = any(self._lacking(item.draft)) or bool(item.draft.refused)
        return not refused and not lacking and not (speaker and not self.actor_of(speaker))

    def edit_words(self, words: str) -> str:
        """Change the name, title or text."""
        item = self.current
        return self.edit("words", named(item.draft, words)) if item else _NO_DRAFT

    def edit_date(self, words: str) -> str:
        """Change the date to what is typed; nothing typed takes it off."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        if item.draft.record not in ("event", "agreement", "statement"):
            return "A name has no date"
        if not words.strip():
            return self.edit("date", {"date": "", "date_text": "", "date_basis": ""})
        read = read_date(words, self.text, self.spans[item.sentence], self.issued)
        if read is None:
            return "No date is read in that: 1 nov 2024, 2024-11, on friday"
        return self.edit("date", {"date": read.date, "date_text": read.words, "date_basis": read.basis})

    def next_status(self, by: int) -> str:
        """Change the status to the next one."""
        item = self.current
        return self.edit("status", cycled_status(item.draft, by)) if item else _NO_DRAFT

    def kinds(self) -> list[str]:
        """The kinds that the item may have, the likeliest first: those of which the sentence has the word."""
        item = self.current
        if item is None or item.is_figure:
            return []
        start, end = self.spans[item.sentence]
        return kinds_of(item.draft, self.text[start:end])

    def next_kind(self, by: int) -> str:
        """Change the kind to the next one, on a round that begins with the kind that was drafted."""
        words, item = self.kinds(), self.current
        if not words or item is None:
            return "A figure has no kind, and a known record its own"
        drafted = self.drafted.get(item.n, item).draft
        first = [drafted.kind] if drafted.record == item.draft.record else []
        words = list(dict.fromkeys((*first, *words)))
        at = words.index(item.draft.kind) if item.draft.kind in words else -1
        return self.set_kind(words[(at + by) % len(words)])

    def set_kind(self, kind: str) -> str:
        """Change the kind to one of `kinds`."""
        return self.edit("kind", {"kind": kind})

    def next_type(self, by: int) -> str:
        """Change the type to the next one; where that is what was drafted, as it was drafted."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        after = cycled_type(item, self.text, self.spans[item.sentence], by)
        drafted = self.drafted.get(item.n, item)
        if not isinstance(after, str) and after["record"] == drafted.draft.record and after["kind"] != "figure":
            names = ("kind", "speaker", "status")
            after |= {name: getattr(drafted.draft, name) for name in names if not drafted.is_figure}
        return self.edit("type", after)

    def resize(self, by: int) -> str:
        """Make the quote a clause longer or shorter."""
        item = self.current
        return self.edit("quote", resized(item, self.text, self.spans, by)) if item else _NO_DRAFT

    def split(self, at: int) -> str:
        """Make two drafts of one, with the quote cut at an offset of the article; both are open."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        start, end = item.draft.evidence[0][1:3]
        halves = [(start, start + len(self.text[start:at].rstrip())), (at, end)]
        if not start < at < end or any(first >= last for first, last in halves):
            return "The quote cannot be cut there"
        first, second = (requoted(self.text, half, self.spans) for half in halves)
        words = [one_line(self.text[slice(*half)]) for half in halves]
        if item.draft.record == "statement":
            first |= {"text": words[0]}
        rest = fields_of(item) | second | named(item.draft, words[1]) | {"state": "", "id": "", "same": ""}
        new = max(self.items) + 1
        return self.decide("split", [(item.n, told_no_more(item, first) | {"state": ""}), (new, rest)])

    # --- who, and the same ---

    def who(self, key: str) -> str:
        """Make an actor the speaker of a statement; of an event or agreement, add it or take it out. "" is nobody."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        draft = item.draft
        if draft.record == "statement":
            return self.edit("who", {"speaker": key})
        if draft.record not in ("event", "agreement"):
            return "A name has no actors"
        if not key:
            return self.edit("who", {"actors": []})
        others = [one for one in draft.actors if one != key]
        return self.edit("who", {"actors": others if key in draft.actors else [*others, key]})

    def _type_of(self, record: str) -> str:
        """Whether a known record is an actor or an agreement; "" for any other."""
        if record in self.known.agreements:
            return "agreement"
        return "actor" if record in self.known.names else ""

    def same_as(self, record: str) -> str:
        """Keep the item as evidence of a known record, and go on."""
        item = self.current
        if item is None:
            return _NO_DRAFT
        if item.draft.record in ("no_fact", "mention"):
            return "This is no record of its own"
        if self._type_of(record) != {"actor": "actor", "agreement": "agreement"}.get(item.draft.record, ""):
            return f"{record} is of another type: T changes that of the draft"
        if why := self.why_not(item.n, speakerless=True):
            return f"Not kept: {why}"
        return self._decided("same", [(item.n, {"state": "keep", "same": record, "id": ""})])


def _slug(words: str) -> str:
    """An id from words: lower case, hyphens, cut at a word."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")
    cut = plain if len(plain) <= _SLUG else plain[:_SLUG].rpartition("-")[0] or plain[:_SLUG]
    return cut if cut[:1].isalpha() else f"fact-{cut}".strip("-")
