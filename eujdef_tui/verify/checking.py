"""Check a draft: its sentences, each with a verdict, and the names in it that the base knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store import Base
from eujdef_tui.verify.clauses import partings
from eujdef_tui.verify.context import Context, Mentioned, State
from eujdef_tui.verify.draft_text import Part, parts
from eujdef_tui.verify.explaining import explained
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.gathering import gathered, is_small
from eujdef_tui.verify.heard import Heard, needs_context
from eujdef_tui.verify.holdings import Holdings
from eujdef_tui.verify.judging import judge, support
from eujdef_tui.verify.kept_facts import kept_facts, kept_others
from eujdef_tui.verify.names import Named, Names
from eujdef_tui.verify.orders import ORDERING, is_turned
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.quotations import Articles, hold_quotations
from eujdef_tui.verify.talk import nothing_to_check
from eujdef_tui.verify.thesaurus import Thesaurus
from eujdef_tui.verify.verdict import Verdict

__all__ = ["Answer", "Answered", "Checked", "Checker", "Key"]


# Words, numbers and dates, and names beside, of a part of a sentence that is held against a fact of its own.
_LEAST, _SAYS = 1, 3
_MARKS = ".,;:!?()\"'“”‘’"


class Checked(NamedTuple):
    """A part of a draft, its verdict, and the names in it that the base has; their places count within the part."""

    part: Part
    verdict: Verdict
    named: tuple[Named, ...]


class Answer(NamedTuple):
    """What a part of a draft was found to be, wherever it stands again: its verdict, and whom it names."""

    verdict: Verdict
    named: tuple[Named, ...]
    mentioned: Mentioned | None  # None for a heading, which later sentences do not hark back to


# A part of a draft, the state of its context where that matters, and what it was found to be.
Answered = tuple[Part, State | None, Answer]
# What a part says, its sort, and the state of its context; None where it is the same in every context.
Key = tuple[str, str, State | None]


class Checker:
    """Checks drafts against a base; what it reads of the base it keeps for the next one."""

    def __init__(self, base: Base, text: str = "") -> None:
        """Read the facts of a base; of a large one those that a text may speak of."""
        if is_small(base):
            self.facts = kept_facts(base)
            self.thesaurus = Thesaurus(base, self.facts.synonyms)
        else:
            self.thesaurus = Thesaurus(base, lambda: kept_others(base))
            self.facts = self._gathered(base, text)
        self.names = self.facts.names
        self.articles = Articles(base)
        self._supported: dict[tuple[str, tuple[str, ...], State | None], Verdict | None] = {}

    def _gathered(self, base: Base, text: str) -> Facts:
        facts, naming = gathered(base, text)
        found = Facts.of(base, facts, Names(row.record for row in base.rows(naming)))
        found.holding = Holdings(found, self.thesaurus.others).of
        return found

    def check(self, text: str) -> Iterator[Checked]:
        """Check the parts of a draft, in order. The text is cleaned."""
        known: dict[Key, Answer] = {}
        for part, _, answer in self.answers(text, parts(text), known):
            yield Checked(part, answer.verdict, answer.named)

    def answers(self, text: str, some: Sequence[Part], known: dict[Key, Answer]) -> Iterator[Answered]:
        """Answer for some parts of a draft, each with the state of its context, where that matters.

        `known`: what was answered before, here or by another process, to which is added; notes repeat themselves.
        """
        context = Context()
        self.thesaurus.look_up(_with_capitals(some))
        for part in some:
            if part.sort == "code":
                yield part, None, Answer(Verdict("nothing to check", "This is code."), (), None)
                continue
            state: State | None = None
            if (answer := known.get((part.shape, part.sort, None))) is None:
                state = context.state
                if (answer := known.get((part.shape, part.sort, state))) is None:
                    pieces = Pieces(part.shape)
                    state = state if needs_context(pieces) else None
                    heard = Heard(pieces, self.names, self.thesaurus, Context(state) if state else Context())
                    answer = known[part.shape, part.sort, state] = self._answer(heard, part, text)
            if answer.mentioned is not None:
                context.note(answer.mentioned, _proof(answer.verdict))
            yield part, state, answer

    def _answer(self, heard: Heard, part: Part, text: str) -> Answer:
        pieces = heard.pieces
        named = tuple([one for one in self.names.find(pieces.text, pieces.words) if one.known])
        if part.sort == "heading":
            return Answer(Verdict("nothing to check", "This is a heading."), named, None)
        verdict = self._verdict(heard, text[part.start : part.end])
        return Answer(verdict, named, heard.mentioned)

    def _verdict(self, heard: Heard, said: str) -> Verdict:
        if why := nothing_to_check(heard):
            return Verdict("nothing to check", why)
        verdict = judge(heard, self.facts)
        if verdict.word != "supported" and heard.may_stand_alone:
            alone = Heard(heard.pieces, self.names, self.thesaurus, Context())
            if other := support(alone, self.facts):
                heard, verdict = alone, other
        if verdict.word != "supported":
            whole = verdict
            verdict = self._by_parts(heard, lambda: whole) or verdict
        return explained(hold_quotations(verdict, said, self.articles), heard)

    def _by_parts(self, heard: Heard, whole: Callable[[], Verdict], depth: int = 1) -> Verdict | None:
        """The verdict on a sentence that tells of two things, if each is supported by a fact of its own.

        `whole` gives the verdict on the sentence as a whole, which is not supported.
        """
        for end, begin in partings(heard.pieces):
            if not ORDERING.isdisjoint(heard.pieces.vocabulary) and is_turned(whole()):
                return None  # each part by itself is right, but not which came first
            context = heard.context
            first = Heard(heard.pieces.cut(0, end), self.names, self.thesaurus, context)
            one = self._part(first, heard, depth)
            if one is None or _keeps(one, whole(), 0, end):
                continue
            inner = Context(context.state)
            inner.note(first.mentioned, one.fact)
            second = Heard(heard.pieces.cut(begin, len(heard.pieces.text)), self.names, self.thesaurus, inner)
            other = self._part(second, heard, depth)
            if other is None or not _has_subject(second, first, other):
                continue
            if _keeps(other, whole(), begin, len(heard.pieces.text)):
                continue
            return (one if one.share >= other.share else other)._replace(parts=(one, other))
        return None

    def _part(self, part: Heard, whole: Heard, depth: int) -> Verdict | None:
        """The verdict on a part of a sentence, if it is supported and said by the same."""
        told = len(part.content) + len(part.pieces.quantities) + len(part.pieces.dates)
        if told < _LEAST or told + len(part.named) < _SAYS:
            return None
        found = self._support(part)
        if found is None and depth:
            found = self._by_parts(part, cache(lambda: judge(part, self.facts)), depth - 1)
        if found is None or found.fact is None:
            return None
        speaker = found.fact.speaker
        if whole.speaker and speaker and not self.names.alike(speaker, whole.speaker) and not whole.reporters:
            return None
        return found

    def _support(self, part: Heard) -> Verdict | None:
        """The verdict on a part of a sentence that a fact supports: asked once, in whatever ways it is parted."""
        pieces = part.pieces
        key = pieces.text, pieces.folded, part.context.state if needs_context(pieces) else None
        if key not in self._supported:
            self._supported[key] = support(part, self.facts)
        return self._supported[key]


def _with_capitals(some: Iterable[Part]) -> Iterator[str]:
    """Most of the words of which may be asked whether they are names; each other one is looked up by itself."""
    for part in some:
        yield from (word.strip(_MARKS).lower() for word in part.shape.split() if not word.islower())


def _proof(verdict: Verdict) -> Fact | None:
    """The fact that later sentences may hark back to."""
    return verdict.fact if verdict.word in ("supported", "differs") else None


def _keeps(part: Verdict, whole: Verdict, start: int, end: int) -> bool:
    """Whether a part rests on the fact from which the whole differs, by words of this part."""
    if part.fact is not whole.fact or whole.fact is None:
        return False
    return any(start <= one.start and one.end <= end for one in whole.differences)


def _has_subject(second: Heard, first: Heard, found: Verdict) -> bool:
    """Whether the second part of a sentence names of whom it tells, or its fact is of whom the first part names."""
    if second.named or not first.named or found.fact is None:
        return True
    return not set(first.named[0].ids).isdisjoint(found.fact.linked)
