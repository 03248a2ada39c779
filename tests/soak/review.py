"""Random keys in a review of random drafts: no fact may enter without a key of its own, and none that is refused.

After each key what is kept may have changed only as that key says. Now and then the log is read again, and what is kept
is written and loaded: every fact must be verbatim.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from eujdef_tui.draft.draft_file import write_drafts
from eujdef_tui.draft.drafting import draft, in_order
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.review import Review
from eujdef_tui.draft.review_item import Item
from eujdef_tui.draft.sentences import read_sentences
from eujdef_tui.draft.truth import checked
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.parts import evidence_of
from tests.helpers.places import ROOT
from tests.helpers.reviews import ARTICLE, ISSUED, NORWAY, Case, make_case
from tests.soak.random_drafts import MISBEHAVIOURS, answer_of, drafts_of_answer
from tests.soak.trials import Tried

__all__ = ["KEYS", "ReviewWalk", "random_case", "try_review"]

KEYS = 5000  # of one trial
REREAD = 500  # keys after which the log is read again
WRITE = 1000  # keys after which facts are written and loaded
WORDS = (
    "",
    "on friday",
    "2024-11",
    "1 nov 2024",
    "zzz",
    "by 2035",
    "Other words",
    "99 ships",
    "a: b # c",
    "\u202eevil",
)
# What each key may do to the state of items: "own" the one under the cursor, "seen" those in sight, "sentence" those of
# its sentence, "back" what the last decision changed, "out" take the own one out.
Move = Callable[[Review, random.Random], object]
MOVES: dict[str, tuple[str, Move]] = {
    "a": ("own", lambda review, draw: review.keep()),
    "x": ("out", lambda review, draw: review.drop()),
    "u": ("back", lambda review, draw: review.undo()),
    "A": ("seen", lambda review, draw: review.keep_clean(seen(review))),
    "0": ("sentence", lambda review, draw: review.nothing_here()),
    "=": ("own", lambda review, draw: review.same_as("norway")),
    "e": ("out", lambda review, draw: review.edit_words(draw.choice(WORDS))),
    "d": ("out", lambda review, draw: review.edit_date(draw.choice(WORDS))),
    "s": ("out", lambda review, draw: review.next_status(draw.choice((1, -1)))),
    "T": ("out", lambda review, draw: review.next_type(draw.choice((1, -1)))),
    "i": ("out", lambda review, draw: review.next_kind(draw.choice((1, -1)))),
    "w": ("out", lambda review, draw: review.who(draw.choice(("", "norway", "Zo Zu", "Torill Haavik")))),
    "<": ("out", lambda review, draw: review.resize(-1)),
    ">": ("out", lambda review, draw: review.resize(1)),
    "|": ("out", lambda review, draw: review.split(draw.randrange(len(review.text)))),
    "j": ("none", lambda review, draw: review.move(1)),
    "k": ("none", lambda review, draw: review.move(-1)),
    "n": ("none", lambda review, draw: review.next_sentence(1)),
    "N": ("none", lambda review, draw: review.next_sentence(-1)),
    "g": ("none", lambda review, draw: review.move(-draw.randrange(100))),
    "G": ("none", lambda review, draw: review.move(draw.randrange(100))),
}
WEIGHTS = {"a": 6, "x": 2, "u": 4, "j": 3, "|": 0.3, "A": 0.5}


def seen(review: Review) -> list[int]:
    """The items in sight of a list of seven rows around the cursor."""
    return review.order[max(0, review.at - 3) : review.at + 4]


def random_case(folder: Path, seed: int) -> Case:
    """An article with drafts by rules and by a command that may misbehave, some of them false."""
    draw = random.Random(seed)
    articles = [ARTICLE, *(path.read_text("utf-8") for path in sorted((ROOT / "tests/corpora").rglob("*.txt")))]
    article = draw.choice(articles)
    case = make_case(folder, article, "")
    sentences = read_sentences(case.text)
    spans = [(one.start, one.end) for one in sentences]
    known = Known([NORWAY])
    ours = draft(case.text, ISSUED, known).drafts
    answers = [answer_of(ours, draw), *draw.sample(MISBEHAVIOURS, 4)]
    theirs = [one for answer in answers for one in drafts_of_answer(answer, case.text, sentences, ISSUED)]
    together = list(checked([*ours, *theirs], case.text, ISSUED, spans, known))[len(ours) :]
    header = case.open(writes=False).header
    case.path.unlink()
    write_drafts(case.path, header, in_order([*ours, *together]))
    return case


class ReviewWalk:
    """A walk of random keys over one case. `faults` are what should not have happened."""

    def __init__(self, case: Case, seed: int) -> None:
        self.case = case
        self.draw = random.Random(seed)
        self.review = case.open()
        self.faults: list[str] = []
        self.entered = 0

    def go(self, count: int) -> None:
        """Press so many keys."""
        names = list(MOVES)
        weights = [WEIGHTS.get(name, 1.0) for name in names]
        for nth, key in enumerate(self.draw.choices(names, weights, k=count), 1):
            self.press(key)
            if nth % REREAD == 0:
                self.reread()
            if nth % WRITE == 0 or nth == count:
                self.write()
            if self.faults:
                self.faults = [f"key {nth} ({key}): {fault}" for fault in self.faults]
                return

    def press(self, key: str) -> None:
        """Press a key, and hold what changed against what it may change."""
        review = self.review
        before, own, there = dict(review.items), review.current, seen(review)
        reach, move = MOVES[key]
        said = move(review, self.draw)
        changed = {n for n in {*before, *review.items} if before.get(n) != review.items.get(n)}
        entered = {n for n in changed if _kept(review.items, n) and not _kept(before, n)}
        self.entered += len(entered)
        allowed = {
            "own": {own.n} if own else set(),
            "seen": set(there),
            "sentence": {n for n in entered if own and review.items[n].draft.record == "no_fact"},
            "back": entered,
        }.get(reach, set())
        if entered - allowed:
            self.faults.append(f"{sorted(entered - allowed)} entered without a key of their own: {said}")
        for n in entered:
            self._judge(n, flagged=reach == "seen", undone=reach == "back")
        for n in changed & review.items.keys():
            for quote in review.items[n].draft.evidence:
                if review.text[quote.start : quote.end] != quote.quote or not quote.quote.strip():
                    self.faults.append(f"the quote of {n} is not verbatim: {quote.quote[:60]!r}")

    def _judge(self, n: int, *, flagged: bool, undone: bool) -> None:
        """Hold an item that was kept against the checks."""
        doubts = self.review.doubts(n)
        if doubts.refused:
            self.faults.append(f"{n} is refused and was kept: {doubts.refused[0]}")
        if flagged and doubts.flags:
            self.faults.append(f"{n} is flagged and was kept with others: {doubts.flags[0]}")
        if not undone and (why := self.review.why_not(n)):
            self.faults.append(f"{n} was kept, though {why}")

    def reread(self) -> None:
        """Read the log again: it must say what is in memory."""
        again = self.case.open()
        if again.items != self.review.items:
            differ = [n for n in again.items if again.items[n] != self.review.items.get(n)]
            self.faults.append(f"read again, {differ} are not as they were")
        again.at = min(self.review.at, len(again.order) - 1)
        self.review = again

    def write(self) -> None:
        """Write what is kept, and load it: as many facts, each verbatim."""
        review = self.review
        kept = [item for item in review.items.values() if item.state == "keep"]
        for item in kept:
            if review.doubts(item.n).refused:
                self.faults.append(f"{item.n} is refused, and kept: {review.doubts(item.n).refused[0]}")
        written = self.case.write(review)
        if not self.case.facts.exists():
            return
        lost = sum("stand there several times" in line for line in written.left)
        corpus = anchor_evidence(load(self.case.folder))
        grades = {one.grade for record in corpus.file.records() for one in evidence_of(record)}
        if not grades <= {"verbatim"}:
            self.faults.append(f"quotes are {sorted(grades)}")
        ids = {record.id for record in corpus.file.records()}
        missing = [item.id for item in kept if item.id and item.id not in ids]
        if missing and not lost:
            self.faults.append(f"{missing} are kept, and not in the file")
        ours = {item.id for item in kept} | {"norway", "other", "ferry"}
        if ids - ours:
            self.faults.append(f"{sorted(ids - ours)} are in the file, and not kept")


def _kept(items: Mapping[int, Item], n: int) -> bool:
    return n in items and items[n].state == "keep"


def try_review(seed: int, keys: int = KEYS) -> Tried:
    """Review a random case with random keys."""
    tried = Tried()
    with tempfile.TemporaryDirectory() as folder:
        walk = ReviewWalk(random_case(Path(folder) / "facts", seed), seed)
        walk.go(keys)
    tried.counts["keys"] += keys
    tried.counts["facts entered"] += walk.entered
    tried.faults += walk.faults
    return tried
