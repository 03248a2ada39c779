"""Whether something has come as far as a sentence says: planned, possible, begun, agreed, done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from eujdef_tui.model.records import Agreement
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.word_lists import ALLOWING, HAPPENING, MOVING, NOUNS_OF_RECORDS, OBLIGING, PROMISING, STAGES

__all__ = ["BEHIND", "is_there", "obligation_differs", "pending_differs", "status_differs", "tells_of_done", "was_made"]

_TALKS = frozenset(("talks", "negotiations", "negotiation"))
_OVER = frozenset("completed concluded finished finalised finalized".split())
_NO_AGREEMENT = frozenset("meeting summit visit exercise event aircraft fighter jet plane statement".split()) | _TALKS
_NEGOTIABLE = frozenset(map(root, (NOUNS_OF_RECORDS - _NO_AGREEMENT) | {"it"}))
_MADE_KNOWN = frozenset(map(root, "announced listed named scheduled unveiled presented published".split()))
BEHIND = "done already"
_HAPPENED, _CONCLUDED = ("happened", "reported"), 3
_BROUGHT_ABOUT = frozenset(
    root(word)
    for word in (
        *HAPPENING,
        *(verb for _, verbs in STAGES for verb in verbs if "-" not in verb),
        *"been built come created delivered exists formed founded granted introduced made paid".split(),
    )
)
_WHEN, _CLAUSE = frozenset("before after until once since".split()), 6  # words of a clause that tells when
_HAVE_TO = PROMISING | {"have", "has"}
_BINDING = OBLIGING | PROMISING | {"need", "needs"}
_AHEAD = "planned, wanted or possible"


def pending_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence says that something is still ahead, and the fact that it happened."""
    mine, own = heard.pieces, fact.fact.own
    if own.pending >= 0 or own.aims or own.denied or not _has_happened(fact):
        return
    word = mine.words[mine.pending]
    yield Difference("status", word.start, word.end, mine.text[word.start : word.end], BEHIND)


def _has_happened(fact: Evidenced) -> bool:
    """Whether a fact tells of what was done."""
    if fact.fact.sort == "statement":
        own = fact.fact.own
        return bool(own.done) or ("in", "place") in pairwise(own.folded) or _taken(fact) >= _CONCLUDED
    return fact.fact.status in _HAPPENED


def is_there(fact: Evidenced) -> bool:
    """Whether a fact tells that something was brought about, and neither denies nor only wants anything."""
    own = fact.fact.own
    if own.denied or own.aims or own.pending >= 0:
        return False
    linked = fact.facts.agreements(sorted(fact.fact.linked)) or fact.agreements
    return any(map(_is_made, linked)) or (not linked and not _BROUGHT_ABOUT.isdisjoint(own.done))


def was_made(heard: Heard, fact: Evidenced) -> bool:
    """Whether, of the agreements that a fact is linked to, the only one of those whom a sentence names was made."""
    linked = fact.facts.agreements(sorted(fact.fact.linked))
    found = [one for one in linked if len(one.parties) > 1 and heard.ids.issuperset(one.parties)]
    return len(found) == 1 and _is_made(found[0])


def _is_made(agreement: Agreement) -> bool:
    """Whether an agreement has been reached, and no step of it is still ahead."""
    steps = agreement.milestones
    taken = [stage for step in steps if step.status in _HAPPENED for stage in _stages(step.action)]
    return max(taken, default=0) >= _CONCLUDED and all(step.status in _HAPPENED for step in steps)


def tells_of_done(fact: Evidenced) -> bool:
    """Whether a fact happened, or it or its quote says that something has been done."""
    return fact.fact.status in _HAPPENED or any(one.perfect or one.tells_now >= 0 for one in fact.near)


def _taken(fact: Evidenced) -> int:
    """The last step that was taken of the agreement that a fact is linked to; 0 for none."""
    steps = [step for agreement in fact.agreements for step in agreement.milestones]
    return max((stage for step in steps if step.status in _HAPPENED for stage in _stages(step.action)), default=0)


def obligation_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence says that something must be, and the fact that it may be."""
    mine = heard.pieces
    at = next((at for at, word in enumerate(mine.folded) if word in OBLIGING or _has_to(mine, at)), -1)
    near = fact.near
    if at < 0 or any(not _BINDING.isdisjoint(one.vocabulary) for one in near):
        return
    bound = {root(word) for word in mine.folded[at + 1 :] if is_content(word)}
    if any(not ALLOWING.isdisjoint(one.vocabulary) and one.aimed & bound for one in near):
        word = mine.words[at]
        yield Difference("status", word.start, word.end, mine.text[word.start : word.end], f"only {_AHEAD}")


def _has_to(mine: Pieces, at: int) -> bool:
    if mine.folded[at] not in _HAVE_TO or mine.folded[at + 1 : at + 2] != ("to",):
        return False
    return ALLOWING.isdisjoint(mine.folded[max(0, at - 2) : at])


def status_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """What the fact only plans, wants or expects is told as done; or as a later step than was taken."""
    mine = heard.pieces
    now = {mine.folded[mine.tells_now]: mine.tells_now} if mine.tells_now >= 0 else {}
    done = {one: at for one, at in mine.done.items() if one not in mine.denied}
    if mine.done and not done:
        return  # had never met
    done = done or {mine.folded[at]: at for at in mine.steps} or now
    if mine.aims or not done or mine.folded[:2] == ("never", "before"):
        return
    if found := _later_step(heard, fact):
        yield found
        return
    if done.keys() <= _MADE_KNOWN:
        return  # a plan is announced, too
    if mine.done and _is_done_there(heard, fact):
        return  # what was done to plan it: "has summoned both sides"
    if fact.fact.status == "planned" and _is_on_the_way(mine, done.values(), fact):
        return
    if fact.fact.status in ("planned", "target"):
        yield _told(mine, min(done.values()), fact.fact.status)
        return
    for one, at in done.items():
        reading = fact.reading_with.get(one)
        if reading and one in reading.aimed and not any(one in reading.done for reading in fact.readings):
            yield _told(mine, at, _AHEAD)
            return
    firm = mine.perfect & done.keys()
    for one in sorted(firm):
        brought = one in _BROUGHT_ABOUT or mine.folded[done[one]] == "set"
        if brought and any(_is_to(mine.folded[done[one]], reading) for reading in fact.near):
            yield _told(mine, done[one], _AHEAD)
            return
    own = fact.fact.own
    known = firm & fact.roots or firm & _BROUGHT_ABOUT or _mostly_aimed(heard, fact)
    if firm and known and own.aims_itself and firm.isdisjoint(own.done) and fact.fact.sort != "agreement":
        yield _told(mine, min(done[one] for one in firm), _AHEAD)
    elif not mine.done and _mostly_aimed(heard, fact):
        yield _told(mine, min(done.values()), _AHEAD)


def _is_done_there(heard: Heard, fact: Evidenced) -> bool:
    """Whether a fact or its quote says of what a sentence tells as done that it is, in this word or in another."""
    mine = heard.pieces.done
    if any(one in reading.done for one in mine for reading in fact.near):
        return True
    done = frozenset().union(*(reading.perfect for reading in fact.near))
    return any(not heard.thesaurus.others(one).isdisjoint(done) for one in mine)


def _is_on_the_way(mine: Pieces, done: Iterable[int], fact: Evidenced) -> bool:
    """Whether a sentence tells that somebody went where a quote has that one go today: heads to, for went on to."""
    if any(mine.folded[at] not in MOVING for at in done):
        return False
    return any(word in MOVING and word.endswith("s") for reading in fact.quotes for word in reading.folded)


def _is_to(done: str, there: Pieces) -> bool:
    """Whether a text only says that something is to be done: to set up, to launch."""
    return any(
        before == "to" and root(word) == root(done) and root(done) not in there.done
        for before, word in pairwise(there.folded)
    )


def _mostly_aimed(heard: Heard, fact: Evidenced) -> bool:
    """Whether most words that a sentence shares with a fact are only aimed at there."""
    mine = heard.pieces
    there = {one: reading for one in mine.roots if (reading := fact.reading_with.get(one))}
    shared = [one for one in there if mine.roots[one] not in heard.covered]
    return bool(shared) and 2 * sum(one in there[one].aimed for one in shared) >= len(shared)


def _told(mine: Pieces, at: int, instead: str) -> Difference:
    word = mine.words[at]
    return Difference("status", word.start, word.end, mine.text[word.start : word.end], f"only {instead}")


def _later_step(heard: Heard, fact: Evidenced) -> Difference | None:
    """A step of an agreement that no milestone of it has reached."""
    mine = heard.pieces
    # who has begun to set something up has not begun it, and who has signed up to a target has signed nothing
    steps_told = [at for at in mine.steps if mine.folded[at + 1 : at + 2] not in (("to",), ("up",), ("on",))]
    steps_told = [at for at in steps_told if not _is_when(mine, at)]
    told = [(stage, at) for stage, verbs in STAGES for at in steps_told if mine.folded[at] in verbs]
    if not mine.vocabulary.isdisjoint(_TALKS):  # talks that are over have led to what they were about
        told = [(_CONCLUDED, at) for at in steps_told if mine.folded[at] in _OVER]
    elif mine.roots.keys().isdisjoint(_NEGOTIABLE) and "it" not in mine.vocabulary:
        return None
    if not told:
        return None
    if (found := _untold_step(mine, fact, told)) is not None:
        return found
    agreements = fact.facts.agreements(sorted(heard.ids)) or fact.agreements
    steps = [step for agreement in agreements for step in agreement.milestones]
    taken = [stage for step in steps if step.status in _HAPPENED for stage in _stages(step.action)]
    if not steps or max(told)[0] <= max(taken, default=0):
        return None
    last = max(steps, key=lambda step: max(_stages(step.action), default=0) * (step.status in _HAPPENED))
    word = mine.words[max(told)[1]]
    reached = f"no further than {last.action.replace('-', ' ')}" if taken else "only planned"
    return Difference("status", word.start, word.end, mine.text[word.start : word.end], reached)


def _is_when(mine: Pieces, at: int) -> bool:
    """Whether what was done at a word only tells when something else was: before the agreement was signed."""
    return at > 0 and not _WHEN.isdisjoint(mine.folded[max(1, at - _CLAUSE) : at])


def _untold_step(mine: Pieces, fact: Evidenced, told: list[tuple[int, int]]) -> Difference | None:
    """A step that a sentence says has been taken, of which a statement has no word: have concluded partnerships."""
    stage, at = max(told)
    if fact.fact.sort != "statement" or stage < _CONCLUDED or root(mine.folded[at]) not in mine.perfect:
        return None
    if any(root(verb) in fact.roots for step, verbs in STAGES if step >= _CONCLUDED for verb in verbs):
        return None
    word = mine.words[at]
    return Difference("status", word.start, word.end, mine.text[word.start : word.end], "")


def _stages(action: str) -> list[int]:
    found = [stage for stage, verbs in STAGES if action in verbs]
    return found or [stage for stage, verbs in STAGES if not verbs.isdisjoint(action.split("-"))]
