"""Heard: a sentence of a draft in its place: whom it names, who speaks, what "he" and "the pact" stand for."""

from __future__ import annotations

from bisect import bisect_left

from eujdef_tui.text.once import once
from eujdef_tui.verify.context import Context, Mentioned
from eujdef_tui.verify.measures import end_of_unit
from eujdef_tui.verify.names import OUTLETS, Named, Names
from eujdef_tui.verify.office_names import ROLES
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.strangers import Strange
from eujdef_tui.verify.thesaurus import Thesaurus
from eujdef_tui.verify.word_lists import HAPPENING, NOUNS_OF_MEETINGS, NOUNS_OF_RECORDS, SPEAKING
from eujdef_tui.verify.worded import places

__all__ = ["NOT_COMPARED", "Heard", "needs_context"]

_SINGLE = frozenset("he she him her his hers himself herself".split())
_SPOKEN = _SINGLE | {"the", "this"}
_OTHER = frozenset("it itself they them theirs this these both".split())
_PRONOUNS = _SINGLE | _OTHER
_ARTICLES = frozenset("the this that these those its their".split())
_ENOUGH = 4  # words and names of a sentence that needs none before it
_EARLY = frozenset("before after when while since as if although though until in at with".split())
_THAT = frozenset(("that", "which", "who"))
_AT, _SAID = (("in",), ("at",)), 3
_TELLING_WORDS = SPEAKING | {"journalists", "reporters", "press"}
_ENDING = frozenset("is was were has had will came comes".split())
_WHEN, _WHEN_IN, _WHENCE = 5, 7, frozenset("before after since".split())  # words of a time that a name tells
NOT_COMPARED = OUTLETS | {"agreement", "source", "programme"}
_REPORTING = frozenset(("source",))
_OF_NAMES = NOUNS_OF_MEETINGS | {"capital"}
_NOUNS = frozenset(("agreement", "programme"))
_TELLING = frozenset("of between reported".split())
_REPEATED = frozenset(
    "country nation bloc warning date figure day number sum amount claim view remark call step".split()
)
_MEANT = NOUNS_OF_RECORDS | _REPEATED | ROLES  # behind "the" or "their"


def needs_context(pieces: Pieces) -> bool:
    """Whether a sentence has a word that may stand for something named before: he, the minister, they, the pact.

    All that is asked of a context hangs on one of these words (see `Speaking` and `Heard`): another sentence means the
    same wherever it stands, so that its verdict is worked out once for all places, and for all processes.
    """
    folded = pieces.folded
    if not pieces.vocabulary.isdisjoint(_PRONOUNS):
        return True
    if _MEANT.isdisjoint(pieces.vocabulary):
        return False
    return any(word in _ARTICLES and not _MEANT.isdisjoint(folded[at + 1 : at + 3]) for at, word in enumerate(folded))


class Heard(Strange):
    """A sentence in its context."""

    deeds: object = None  # see directions
    doers: list[tuple[Named, str]] | None = None  # see acts

    def __init__(self, pieces: Pieces, names: Names, thesaurus: Thesaurus, context: Context) -> None:
        """Take the sentence and what came before it."""
        super().__init__(pieces, names, context.persons, context.others)
        self.thesaurus = thesaurus
        self.context = Context(context.state)
        self.proof_before = context.proof
        self._person = context.person

    @once
    def compared(self) -> list[Named]:
        """Those of the names that a fact must have too."""
        kinds = self.names.kinds
        return [one for one in self.named if not all(kinds.get(name) in NOT_COMPARED for name in one.ids)]

    @once
    def programmes(self) -> list[Named]:
        """The programmes that it names in capitals: F-X."""
        kinds, text = self.names.kinds, self.pieces.text
        found = [one for one in self.named if text[one.start : one.end].isupper()]
        return [one for one in found if any(kinds.get(name) == "programme" for name in one.ids)]

    @once
    def mentioned(self) -> Mentioned:
        """Whom it names, for the sentences behind it."""
        persons = tuple([one.ids for one in self.named if self.is_person(one)])
        others = [name for one in self.named if not self.is_person(one) for name in one.ids[:1]]
        spoken = () if persons else [one for one in self.speaker if self.names.kinds.get(one) == "person"]
        return Mentioned(persons, tuple(dict.fromkeys(others)), tuple(sorted(spoken)))

    def is_background(self, named: Named) -> bool:
        """Whether a name only tells when something was: Paris Air Show, of "shortly before the Paris Air Show"."""
        return named.first in self._background

    @once
    def _background(self) -> frozenset[int]:
        """The numbers of the first words of such names."""
        return frozenset([one.first for one in self.named if self._is_background(one)])

    def _is_background(self, named: Named) -> bool:
        folded, first = self.pieces.folded, named.first
        is_place = folded[first - 1 : first] in _AT
        if is_place and not _TELLING_WORDS.isdisjoint(folded[max(0, first - _SAID) : first]):
            return not self.is_person(named)  # where it was said
        begin = max(0, first - (_WHEN_IN if is_place else _WHEN))
        if _WHENCE.isdisjoint(folded[begin:first]) or self.is_person(named):
            return False
        breaks = self.pieces.breaks
        told = [at for at in range(begin, first) if folded[at] in _WHENCE and breaks[at] == breaks[first]]
        return bool(told) and (is_place or _ENDING.isdisjoint(folded[told[0] : first]))  # after Tokyo came Manila

    def is_reporter(self, named: Named) -> bool:
        """Whether a name is that of the newspaper which reported what a sentence says, or which was told it."""
        if self.reporters.isdisjoint(named.ids):
            return False
        return not self.speaker.isdisjoint(named.ids) or self.is_told(named)

    def is_beside(self, named: Named) -> bool:
        """Whether a name says nothing of what happened, but when it was, or who reported it."""
        return self.is_background(named) or self.is_reporter(named)

    def is_capital(self, at: int) -> bool:
        """Whether a word only says whose capital is meant: the Belgian capital."""
        return self.pieces.folded[at + 1 : at + 2] == ("capital",)

    @once
    def ids(self) -> frozenset[str]:
        """The ids of all that it names."""
        return frozenset(one for named in self.named for one in named.ids)

    @once
    def known(self) -> frozenset[str]:
        """The same, and what its "he" and "the pact" stand for."""
        return self.ids | self.meant

    @once
    def reporters(self) -> frozenset[str]:
        """The ids of the articles that it names, as by the newspaper that reported it."""
        return frozenset(one for one in self.ids if self.names.kinds.get(one) in _REPORTING)

    @once
    def person(self) -> tuple[str, ...]:
        """The ids of whom "he", "she" or "the minister" stands for."""
        folded = self.pieces.folded
        spoken = (at for at, word in enumerate(folded) if word in _SPOKEN and (word in _SINGLE or self._is_role(at)))
        first = next(spoken, -1)
        if first < 0:
            return ()
        # "Ishiba concedes that his …": whom the sentence itself names before it
        # and behind it where it begins with a clause of its own: "Before she came, Kallas …"
        early = bool(folded) and folded[0] in _EARLY
        told = any(self.is_person(one) and (one.last <= first or early) for one in self.named)
        return () if told else self._person

    @property
    def persons(self) -> frozenset[str]:
        """The ids of all whom "he", "she" or "the minister" may stand for."""
        return self._persons if self.person else frozenset()

    @once
    def meant(self) -> frozenset[str]:
        """The ids of what "he", "they", "the pact" stand for, from the sentences before."""
        found: set[str] = set()
        folded = self.pieces.folded
        found.update(self.person)
        if not _OTHER.isdisjoint(folded[:12]):
            found.update(self._others)
        if self.points_back and self.proof_before is not None:
            before = self.proof_before
            found.update((before.id, *before.agreements, *before.about))
        return frozenset(found)

    @once
    def points_back(self) -> bool:
        """Whether it stands on the sentence before: it, they, the pact, that week."""
        if self.pointing or self.begins_back:
            return True
        return not self.named and not (_SINGLE | _OTHER).isdisjoint(self.pieces.folded)

    @once
    def subject(self) -> frozenset[str]:
        """The ids that its subject stands for: of "they" those named before, of "it" and "the pact" what was proved."""
        before = self.proof_before
        if self.pieces.folded[:1] in (("they",), ("these",), ("both",)):
            return frozenset(self._others)
        return frozenset({before.id, *before.agreements}) if before is not None else frozenset()

    @property
    def begins_back(self) -> bool:
        """Whether its subject stands for something named before: it begins with "it", "they" or "the pact"."""
        first = self.pieces.folded[:1]
        if first == ("both",) and 1 in self.covered:
            return False  # Both Europe and Japan
        if self._is_cleft:
            return False
        return bool(first) and (
            first[0] in ("it", "they", "this", "these", "both") or not self.pointing.isdisjoint((1, 2))
        )

    @once
    def _is_cleft(self) -> bool:
        """Whether its "it" only puts something first: it was in May that …, it is Tokyo which …."""
        folded = self.pieces.folded
        return folded[:1] == ("it",) and folded[1:2] in (("is",), ("was",)) and not _THAT.isdisjoint(folded[3:])

    @property
    def may_stand_alone(self) -> bool:
        """Whether it says enough without the sentence before, of which it only has a noun: the pact, both sides."""
        first = self.pieces.folded[:1]
        if not self.points_back or first in (("it",), ("they",), ("this",), ("these",)) or self.person:
            return False
        return len(self.content) + len(self.named) >= _ENOUGH

    @once
    def only_describes(self) -> bool:
        """Whether it tells of nothing that was done or said: who someone is."""
        return not self.pieces.done and SPEAKING.isdisjoint(self.pieces.folded)

    @once
    def only_happens(self) -> bool:
        """Whether it says no more than that something took place."""
        folded = self.pieces.folded
        return not HAPPENING.isdisjoint(folded) and all(folded[at] in HAPPENING for at in self.content)

    @once
    def pointing(self) -> frozenset[int]:
        """The numbers of the words that stand for something named before: pact, of "the pact"."""
        if self.proof_before is None:
            return frozenset()
        articles = [at for at, word in enumerate(self.pieces.folded) if word in _ARTICLES]
        return frozenset([noun for at in articles if (noun := self._noun_after(at))])

    def _noun_after(self, at: int) -> int:
        """The number of the noun that an article gives to something named before; 0 for none."""
        folded = self.pieces.folded
        for place in (at + 1, at + 2):
            word = folded[place] if place < len(folded) else ""
            if place in self.covered:
                return 0
            if word in NOUNS_OF_RECORDS or word in _REPEATED:
                return 0 if self._is_told_of(place) else place
            if word not in ("same", "new"):
                return 0
        return 0

    def _is_told_of(self, at: int) -> bool:
        """Whether what follows a noun says what it stands for: the meeting of firms, the sum reported for the EU."""
        after = self.pieces.folded[at + 1] if at + 1 < len(self.pieces.folded) else ""
        if any(one.last <= at and self.names.kinds.get(name) in _NOUNS for one in self.named for name in one.ids):
            return True  # named in the sentence itself
        return after in _TELLING and at + 2 < len(self.pieces.folded)

    @once
    def content(self) -> list[int]:
        """The numbers of the words that say something, without names and verbs of saying."""
        pieces = self.pieces
        told = [one._replace(end=end_of_unit(pieces.text, one)) for one in pieces.quantities]
        exact = places((*pieces.dates, *told))
        covered, pointing = self.covered, self.pointing
        found = [at for at, meaning in enumerate(pieces.meanings) if meaning and not (at in covered or at in pointing)]
        found = found[bisect_left(found, self.addressed) :]
        if exact:
            found = [at for at in found if pieces.words[at].start not in exact]
        if not _OF_NAMES.isdisjoint(pieces.vocabulary):
            meant = self._meant_by_names
            found = [at for at in found if at not in meant]
        if self.speaker:
            found = [at for at in found if pieces.folded[at] not in SPEAKING]
        return found

    @property
    def _meant_by_names(self) -> frozenset[int]:
        """The numbers of words that only say what a name means: the Philippine capital; after the Tokyo talks."""
        folded = self.pieces.folded
        told = (one for one in self.named if folded[one.last : one.last + 1])
        return frozenset(
            one.last
            for one in told
            if folded[one.last] == "capital" or (folded[one.last] in NOUNS_OF_MEETINGS and self.is_background(one))
        )

    @once
    def in_other_words(self) -> frozenset[str]:
        """The roots of its words, and of the other words for each."""
        roots = self.pieces.roots
        return frozenset(roots).union(*map(self.thesaurus.others, roots))

    @once
    def name_words(self) -> frozenset[str]:
        """The words that are part of a name."""
        return frozenset(self.pieces.folded[at] for at in self.covered)
