"""Speaking: who says what a sentence of a draft tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.text.once import once
from eujdef_tui.verify.names import OUTLETS, Named, Names
from eujdef_tui.verify.office_names import ROLES, with_offices
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, is_past
from eujdef_tui.verify.word_lists import SPEAKING

__all__ = ["ADJECTIVES", "TELLING", "Speaking"]

TELLING = frozenset("told tells tell telling".split())
_ALSO_ADJECTIVES = frozenset(("chief", "leader", "expert", "premier"))  # the chief worries
_SKIPPED = frozenset(
    "also then again later now still even has have had once already too just who in an for his her".split()
)
ADJECTIVES = ("ean", "ian", "ican", "ese", "ish", "ch", "german")  # endings: European, Russian, Japanese, French
_REPORTING = OUTLETS | {"source"}
_ASIDE = 90  # characters between a name and the verb

_ADDRESS = 5  # words of the longest: Dear Ms and Mr Sato
_ROLE_WORDS = 3  # of a role behind the name of a body: foreign policy chief


class Speaking:
    """A sentence with whom it names, of whom one may be who says it."""

    def __init__(self, pieces: Pieces, names: Names, persons: Sequence[Sequence[str]], others: tuple[str, ...]) -> None:
        """Take the sentence, the persons whom the last sentences named, and the others of the last one."""
        self.pieces, self.names = pieces, names
        self.named = with_offices(pieces, names)
        self._persons, self._others = frozenset(one for ids in persons for one in ids), others

    def is_person(self, named: Named) -> bool:
        """Whether a name is that of a person."""
        return any(self.names.kinds.get(one) == "person" for one in named.ids)

    @once
    def covered(self) -> frozenset[int]:
        """The numbers of the words that are names."""
        return frozenset(at for named in self.named for at in range(named.first, named.last))

    def describes(self, named: Named) -> bool:
        """Whether a name only says whose a role is: EU, of "the EU foreign policy chief"."""
        return any(word in ROLES for word in self.pieces.folded[named.last : named.last + _ROLE_WORDS])

    def is_told(self, named: Named) -> bool:
        """Whether a name is of whoever is told something: AFP, of "told AFP" and of "told the AFP"."""
        before = self.pieces.folded[max(0, named.first - 2) : named.first]
        return not TELLING.isdisjoint(before[:1] if before[-1:] == ("the",) else before[-1:])

    @once
    def addressed(self) -> int:
        """How many words address whoever is written to: Dear Anna, …."""
        folded = self.pieces.folded
        if folded[:1] != ("dear",):
            return 0
        first = self.pieces.breaks[0]
        told = next((at for at, clause in enumerate(self.pieces.breaks) if clause != first), 0)
        return told if told <= _ADDRESS else 0

    @once
    def speaker(self) -> frozenset[str]:
        """The ids of who says it; none where nobody is said to."""
        return frozenset(next((ids for ids in self._speakers() if ids), ()))

    def _is_role(self, at: int) -> bool:
        folded = self.pieces.folded
        if folded[at] not in ("the", "this") or folded[at + 1 : at + 2] == () or folded[at + 1] not in ROLES:
            return False
        behind = folded[at + 2] if at + 2 < len(folded) else ""
        adjective = folded[at + 1] in _ALSO_ADJECTIVES and is_content(behind) and not is_past(behind)
        named = any(one.first == at + 2 and self.is_person(one) for one in self.named)  # the analyst Heng
        return at + 1 not in self.covered and not adjective and not named

    def _speakers(self) -> Iterator[Sequence[str]]:
        folded, text = self.pieces.folded, self.pieces.text
        if "according" in folded:
            for at in range(len(folded) - 1):
                if folded[at : at + 2] == ("according", "to"):
                    yield self._who(at + 2, ahead=True)
        for at, word in enumerate(folded):
            if word not in SPEAKING or at in self.covered:
                continue
            if self._is_noun(at):
                continue
            yield self._before_aside(at)
            yield self._who(at - 1, ahead=False)
            before = text[max(0, self.pieces.words[at].start - 3) : self.pieces.words[at].start]
            if at and word not in TELLING and any(mark in before for mark in ",”\"’'"):
                yield self._who(at + 1, ahead=True)
            if at + 2 < len(folded) and folded[at + 1] == "by":
                yield self._who(at + 2, ahead=True)
        for at, word in enumerate(folded):
            if word == "by" and at and folded[at - 1] in ("given", "told", "issued", "made") and at + 1 < len(folded):
                yield self._who(at + 1, ahead=True)
        colon = text.find(":")
        if 0 < colon < 60 and self.named and self.named[0].first < 3 and self.named[0].end <= colon:
            between = text[self.named[0].end : colon]
            if self.is_person(self.named[0]) and (
                not between.strip() or between.lstrip(" ,(").startswith(("on ", "EU", "of"))
            ):
                yield self.named[0].ids

    def _is_noun(self, at: int) -> bool:
        """Whether a word that may tell of speech is a noun with an adjective before it: European states."""
        before = self.pieces.folded[at - 1] if at else ""
        return self.pieces.folded[at].endswith("s") and at - 1 in self.covered and before.endswith(ADJECTIVES)

    def _who(self, at: int, *, ahead: bool) -> Sequence[str]:
        """Who is named at a word, or nearby: before a verb of saying, or behind it with `ahead`."""
        step = 1 if ahead else -1
        for _ in range(7 if ahead else 5):
            if not 0 <= at < len(self.pieces.folded):
                return ()
            word = self.pieces.folded[at]
            for named in self.named:
                if named.first <= at < named.last and self._may_speak(named):
                    other = self._person_behind(named) if ahead else self._person_of(named)
                    return other if other and not self.is_person(named) else named.ids
            if word in ("he", "she"):
                return tuple(sorted(self._persons))
            if word == "they":
                return self._others_who_speak()
            if word in ROLES and self._is_role(at - 1):
                return tuple(sorted(self._persons))
            if not ahead and word not in _SKIPPED and not word.endswith("ly"):
                return ()
            at += step
        return ()

    def _person_behind(self, named: Named) -> Sequence[str]:
        """The person whose role a name belongs to: "Japan's Takeshi Iwaya", "Borrell's colleague Kishida"."""
        after = [one for one in self.named if named.last <= one.first <= named.last + 3 and self.is_person(one)]
        return after[0].ids if after else ()

    def _person_of(self, named: Named) -> Sequence[str]:
        """The person who is of a body that is named: "Yee Kuang Heng of the University of Tokyo"."""
        words = self.pieces.folded
        for one in self.named:
            between = words[one.last : named.first]
            if self.is_person(one) and between[:1] in (("of",), ("from",), ("at",)) and len(between) < 3:
                return one.ids
        return ()

    def _others_who_speak(self) -> Sequence[str]:
        """Those of the last sentence for whom "they" stands where "they" say something: no newspaper that told it."""
        return tuple([one for one in self._others if self.names.kinds.get(one) not in _REPORTING])

    def _may_speak(self, named: Named) -> bool:
        return any(self.names.kinds.get(one) not in ("agreement", "source", None) for one in named.ids)

    def _before_aside(self, at: int) -> Sequence[str]:
        """Who is named before an aside that ends at a verb: "Maslow, associate professor in Tokyo, sees"."""
        text, begin = self.pieces.text, self.pieces.words[at].start
        if not text[:begin].rstrip().endswith(","):
            return ()
        spoken = (one for one in self.named if text[one.end : one.end + 1] == "," and self._may_speak(one))
        return next((one.ids for one in spoken if 0 < begin - one.end <= _ASIDE and one.first < 4), ())
