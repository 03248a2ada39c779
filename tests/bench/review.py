"""How many keys a review takes: the drafts of each article turned into the facts that were reviewed, key by key.

    python tests/bench/review.py [FACT_FILE] [--each]

Each article is drafted with it left out of the base, as `draft.py` does. For each of its facts the draft is taken that
is nearest, and the keys that turn it into the fact are pressed in a real review: type, kind, status, date, speaker and
actors as in the file; its wording is left as it was drafted. Drafts that are no fact of the file are dropped, a key
each. A fact that no draft stands for is counted apart, and one that the checks do not let in.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.draft.decisions import LogWriter, read_log
from eujdef_tui.draft.draft_file import Header, write_drafts
from eujdef_tui.draft.drafting import draft
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.review import Review
from eujdef_tui.draft.review_item import STATUSES, Item
from eujdef_tui.draft.review_people import MOST_CHOICES, people_near
from eujdef_tui.factfile.anchoring import Corpus, anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import Actor, Agreement, Event, Record, Source, Statement
from eujdef_tui.text.edtf import in_english
from eujdef_tui.text.unicode import folded_line
from tests.bench.draft import left_out, names_of_actor, sentences_of
from tests.helpers.places import CORPUS

__all__ = ["Figures", "Wish", "measure"]

_TYPES = ("event", "statement", "figure", "agreement")
_LETTERS = 5  # keys to choose by letters: w or =, three of them, enter
_NEAR = 2  # keys to choose by a digit


class Wish(NamedTuple):
    """What a fact of the file wants of a draft. `None` is what it says nothing about."""

    id: str
    type: str
    kind: str
    status: str | None
    date: str | None
    speaker: str | None
    actors: frozenset[str] | None
    sentences: frozenset[int]


class Figures(NamedTuple):
    """Keys of each fact that a draft became, drafts that were dropped, facts by type that no draft stands for.

    `refused` are those that the checks did not let in, `why` counts each key.
    """

    keys: tuple[tuple[str, int], ...]
    dropped: int
    missing: Counter[str]
    refused: Counter[str]
    why: Counter[str]


class _Reviewed:
    """One article under review, with the facts of the file that rest on it."""

    def __init__(self, corpus: Corpus, source: Source, folder: Path) -> None:
        self.corpus, self.source = corpus, source
        known, self.new = left_out(corpus, source.id)
        self.known = Known(known)
        text = corpus.file.texts[source.id]
        drafted = draft(text, source.issued, self.known)
        path = folder / f"{source.id}.draft"
        header = Header(source.id, source.file, "", source.issued, "", drafted.sentences)
        write_drafts(path, header, drafted.drafts)
        self.review = Review(read_log(path), LogWriter(path), text, self.known, now=lambda: "2026-11-29")
        self.names = {name: actor.id for actor in corpus.file.actors for name in names_of_actor(corpus, actor.id)}

    def actor(self, key: str) -> str:
        """The id in the file of what a draft calls an actor."""
        if key in self.known.names:
            return key
        return self.names.get(folded_line(key).removeprefix("the "), "")

    def key_of(self, actor: str) -> str | None:
        """What drafts call an actor of the file; None where none has it."""
        if actor in self.known.names:
            return actor
        drafted = (one.draft.name for one in self.review.items.values() if one.draft.record == "actor")
        return next((name for name in drafted if self.actor(name) == actor), None)

    def wishes(self) -> Iterator[tuple[Record, Wish]]:
        """The facts of the file that rest on the article, and what each wants."""
        file = self.corpus.file
        records: Sequence[Record] = (*file.actors, *file.agreements, *file.events, *file.statements)
        for record in records:
            there = frozenset(sentences_of(record, self.source.id))
            if there and (not isinstance(record, Actor) or record.id in self.new):
                yield record, _wish(record, there)

    def cost(self, item: Item, wish: Wish) -> int | None:
        """How far a draft is from a fact, in keys, roughly; None where it cannot become it."""
        actor = wish.type == "actor"
        if item.sentence not in wish.sentences or (item.draft.record == "actor") is not actor:
            return None
        if actor:
            return None if self.actor(item.draft.name) != wish.id else int(item.draft.kind != wish.kind)
        far = _steps(_TYPES, item.type, wish.type)
        if item.type == wish.type and item.draft.kind != wish.kind:
            far += 1 if wish.kind in self.kinds(item)[:MOST_CHOICES] else 9
        far += _steps(STATUSES, item.draft.status, wish.status or item.draft.status)
        far += 12 * bool(wish.date is not None and item.draft.date != wish.date)
        far += 2 * bool(wish.speaker is not None and self.actor(item.draft.speaker) != wish.speaker)
        if wish.actors is not None:
            named = frozenset(map(self.actor, item.draft.actors)) - {""}
            far += 2 * sum(self.key_of(actor) is not None for actor in wish.actors ^ named)
        return far

    def kinds(self, item: Item) -> list[str]:
        """The kinds of an item, in the order in which the key i goes round."""
        self.review.go(item.n)
        return self.review.kinds()


def _steps(words: Sequence[str], now: str, wanted: str) -> int:
    """The presses from one word of a round to another, forth or back."""
    steps = (words.index(wanted) - words.index(now)) % len(words) if now in words and wanted in words else 0
    return min(steps, len(words) - steps)


def _wish(record: Record, there: frozenset[int]) -> Wish:
    match record:
        case Actor():
            return Wish(record.id, "actor", record.kind, None, None, None, None, there)
        case Agreement():
            return Wish(record.id, "agreement", record.instrument, None, None, None, frozenset(record.parties), there)
        case Event():
            return Wish(
                record.id, "event", record.kind, record.status, record.date, None, frozenset(record.actors), there
            )
        case Statement():
            kind = "figure" if record.kind == "figure" else "statement"
            return Wish(record.id, kind, record.kind, None, None, record.speaker, None, there)
    raise AssertionError(record)


class _Keyboard:
    """Presses the keys that turn a draft into a fact, and counts them."""

    def __init__(self, at: _Reviewed) -> None:
        self.at, self.review = at, at.review

    def press(self, n: int, wish: Wish) -> Counter[str]:
        """Turn draft `n` into what a fact wants, and keep it; the count of each key. None of "a": it was refused."""
        review, pressed = self.review, Counter[str]()
        review.go(n)
        if wish.type != "actor":
            pressed["T"] = self._turn(list(_TYPES), lambda: self._item.type, wish.type, review.next_type)
        if wish.type != "figure":
            pressed["i"] = self._kind(wish.kind)
        if wish.status is not None:
            pressed["s"] = self._turn(list(STATUSES), lambda: self._item.draft.status, wish.status, review.next_status)
        if wish.date is not None and self._item.draft.date != wish.date:
            typed = in_english(wish.date) if wish.date else ""
            review.edit_date(typed)
            pressed["d"] = 2 + len(typed)
        for actor in self._people(wish):
            near = {self.at.actor(key) for key in people_near(review, self._item)}
            review.who(self.at.key_of(actor) or "")
            pressed["w"] += _NEAR if not actor or actor in near else _LETTERS
        review.keep()
        if review.items[n].state == "keep":
            pressed["a"] = 1
        return pressed

    @property
    def _item(self) -> Item:
        assert self.review.current is not None
        return self.review.current

    def _turn(self, words: list[str], now: Callable[[], str], wanted: str, turn: Callable[[int], str]) -> int:
        """Press a key that goes round, the shorter way, until it is there."""
        here = words.index(now()) if now() in words else -1
        steps = (words.index(wanted) - here) % len(words) if wanted in words else 0
        by, count = (1, steps) if steps <= len(words) - steps else (-1, len(words) - steps)
        pressed = 0
        while pressed < count and now() != wanted:
            turn(by)
            pressed += 1
        return pressed

    def _kind(self, wanted: str) -> int:
        """Press the digit of the kind, or `i` until it is there."""
        words = self.at.kinds(self._item)
        if self._item.draft.kind == wanted or wanted not in words:
            return 0
        if words.index(wanted) < MOST_CHOICES:
            self.review.set_kind(wanted)
            return 1
        return self._turn(words, lambda: self._item.draft.kind, wanted, self.review.next_kind)

    def _people(self, wish: Wish) -> list[str]:
        """Whom `w` must name: another speaker, or each actor that is to be added or taken out."""
        draft = self._item.draft
        if wish.speaker is not None:
            return [wish.speaker] if self.at.actor(draft.speaker) != wish.speaker else []
        if wish.actors is None:
            return []
        now = frozenset(map(self.at.actor, draft.actors)) - {""}
        return [actor for actor in sorted(wish.actors ^ now) if self.at.key_of(actor) is not None]


def measure(corpus: Corpus, source: Source) -> Figures:
    """Review one article, and count the keys."""
    with tempfile.TemporaryDirectory() as folder:
        at = _Reviewed(corpus, source, Path(folder))
        drafts = [item for item in at.review.items.values() if item.draft.record not in ("no_fact", "mention")]
        wishes = [wish for _, wish in at.wishes()]
        ways = sorted(
            (keys, nth, item.n)
            for nth, wish in enumerate(wishes)
            for item in drafts
            if (keys := at.cost(item, wish)) is not None
        )
        chosen: dict[int, int] = {}
        for _, nth, n in ways:
            if nth not in chosen and n not in chosen.values():
                chosen[nth] = n
        keyboard, done = _Keyboard(at), list[tuple[str, int]]()
        why, refused = Counter[str](), Counter[str]()
        for nth in sorted(chosen, key=lambda nth: wishes[nth].type != "actor"):  # a speaker is kept before what it says
            pressed = keyboard.press(chosen[nth], wishes[nth])
            if pressed["a"]:
                done.append((wishes[nth].type, pressed.total()))
                why += pressed
            else:
                refused[wishes[nth].type] += 1
        missing = Counter(wish.type for nth, wish in enumerate(wishes) if nth not in chosen)
        return Figures(tuple(done), len(drafts) - len(chosen), missing, refused, why)


def main() -> None:
    """Print the table; exit with 1 where the median is over two keys."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    corpus = anchor_evidence(load(Path(words[0]) if words else CORPUS))
    every: list[tuple[str, int]] = []
    dropped, missing, refused, why = 0, Counter[str](), Counter[str](), Counter[str]()
    for source in corpus.file.sources:
        figures = measure(corpus, source)
        every += figures.keys
        dropped += figures.dropped
        missing += figures.missing
        refused += figures.refused
        why += figures.why
        if "--each" in sys.argv:
            print(sorted(Counter(k for _, k in figures.keys).items()))
            print(f"{source.id:20}{len(figures.keys):4} facts, median {statistics.median(k for _, k in figures.keys)}")
    for type_ in ("actor", "agreement", "event", "statement", "figure"):
        of = sorted(count for one, count in every if one == type_)
        if of:
            spread = f"median {statistics.median(of):g}, mean {statistics.mean(of):.1f}, most {of[-1]}"
            print(f"{type_:12}{len(of):4} facts, {spread}; {missing[type_]} no draft, {refused[type_]} refused")
    counts = [count for _, count in every]
    median = statistics.median(counts)
    print(f"keys for a fact: median {median:g}, mean {statistics.mean(counts):.2f}, of {len(counts)} facts")
    print(f"with {dropped} drafts dropped: {(sum(counts) + dropped) / len(counts):.2f} keys for a fact")
    print("by key: " + ", ".join(f"{name} {count}" for name, count in why.most_common()))
    sys.exit(median > 2)


if __name__ == "__main__":
    main()
