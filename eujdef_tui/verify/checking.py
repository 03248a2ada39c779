"""Check a draft: its sentences, each with a verdict, and the names in it that the base knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eujdef_tui.store import Base
from eujdef_tui.verify.draft_text import Part, parts
from eujdef_tui.verify.explaining import explained
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.gathering import gathered, is_small
from eujdef_tui.verify.heard import Context, Heard, State
from eujdef_tui.verify.judging import judge
from eujdef_tui.verify.kept_facts import kept_facts
from eujdef_tui.verify.names import Named, Names
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.quotations import Articles, hold_quotations
from eujdef_tui.verify.talk import nothing_to_check
from eujdef_tui.verify.thesaurus import Thesaurus
from eujdef_tui.verify.verdict import Verdict

__all__ = ["Checked", "Checker"]


class Checked(NamedTuple):
    """A part of a draft, its verdict, and the names in it that the base has; their places count within the part."""

    part: Part
    verdict: Verdict
    named: tuple[Named, ...]


class Checker:
    """Checks drafts against a base; what it reads of the base it keeps for the next one."""

    def __init__(self, base: Base, text: str = "") -> None:
        """Read the facts of a base; of a large one those that a text may speak of."""
        self.facts = kept_facts(base) if is_small(base) else self._gathered(base, text)
        self.names = self.facts.names
        self.thesaurus = Thesaurus(base, self.facts.synonyms)
        self.articles = Articles(base)

    @staticmethod
    def _gathered(base: Base, text: str) -> Facts:
        facts, naming = gathered(base, text)
        return Facts.of(base, facts, Names(row.record for row in base.rows(naming)))

    def check(self, text: str) -> Iterator[Checked]:
        """Check the parts of a draft, in order. The text is cleaned."""
        context = Context()
        known: dict[tuple[str, str, State], tuple[Verdict, tuple[Named, ...], State]] = {}
        for part in parts(text):
            if part.sort == "code":
                yield Checked(part, Verdict("nothing to check", "This is code."), ())
                continue
            key = part.shape, part.sort, context.state
            if key not in known:  # notes repeat themselves
                heard = Heard(Pieces(part.shape), self.names, self.thesaurus, context)
                verdict = self._verdict(heard, part, text[part.start : part.end])
                if part.sort != "heading":
                    context.heard(heard, verdict.fact if verdict.word in ("supported", "differs") else None)
                known[key] = verdict, tuple(one for one in heard.named if one.known), context.state
            verdict, named, after = known[key]
            context.restore(after)
            yield Checked(part, verdict, named)

    def _verdict(self, heard: Heard, part: Part, said: str) -> Verdict:
        if part.sort == "heading":
            return Verdict("nothing to check", "This is a heading.")
        if why := nothing_to_check(heard):
            return Verdict("nothing to check", why)
        return explained(hold_quotations(judge(heard, self.facts), said, self.articles), heard)
