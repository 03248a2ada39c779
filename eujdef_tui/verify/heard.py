"""Heard: a sentence of a draft in its place: whom it names, who speaks, what "he" and "the pact" stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.text.edtf import MONTHS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.once import once
from eujdef_tui.text.spoken_dates import WEEKDAYS
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.names import Named, Names
from eujdef_tui.verify.pieces import Pieces, places
from eujdef_tui.verify.roots import is_content
from eujdef_tui.verify.thesaurus import Thesaurus
from eujdef_tui.verify.word_lists import CAPITALS, HAPPENING, NOUNS_OF_RECORDS, SPEAKING

__all__ = ["DESIGNATION", "Context", "Heard", "State"]

_SINGLE = frozenset("he she him her his hers himself herself".split())
_OTHER = frozenset("it itself they them theirs this these both".split())
_ARTICLES = frozenset("the this that these those its their".split())
_ROLES = frozenset(
    "minister president chief ambassador official premier chancellor spokesman spokeswoman spokesperson professor"
    " analyst diplomat leader commissioner mayor envoy secretary director chairman chair expert".split()
)  # fmt: skip
_ALSO_ADJECTIVES = frozenset(("chief", "leader", "expert", "premier"))  # the chief worries
_PLACES = CAPITALS.keys() | {name for name in CAPITALS.values() if " " not in name}
_WHEN, _WHENCE = 3, frozenset("before after since".split())  # words of a time that a name tells
_REPORTING = frozenset(("source",))
_NOUNS = frozenset(("agreement", "programme"))
_TELLING = frozenset("of between reported".split())
_REPEATED = frozenset(
    "country nation bloc warning date figure day number sum amount claim view remark call step".split()
)
_SKIPPED = frozenset(
    "also then again later now still even has have had once already too just who in an for his her".split()
)
DESIGNATION = lazy_pattern(r"\b[A-Z]{1,4}-?\d+[A-Z]?\b")  # F-16, G7, A400M
_SIGNS = 8  # before a word, among which the end of a sentence is looked for
_ENDS = (".", ":", "!", "?", ";")
_ROLE_WORDS = 3  # of a role behind the name of a body: foreign policy chief
_ADJECTIVES = ("ean", "ian", "ican", "ese", "ish", "ch", "german")  # endings: European, Russian, Japanese, French
_ASIDE = 90  # characters between a name and the verb
_REMEMBERED = 2  # sentences that named a person, of which "he" may be one
_MOSTLY = 0.6  # of its words a title writes with capitals
_NO_NAMES = frozenset((*(month.lower() for month in MONTHS), *(month.lower()[:3] for month in MONTHS), *WEEKDAYS, "i"))


State = tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[str, ...], Fact | None]


class Context:
    """What the sentences before named last: a person, others, and the fact that the last one was held against."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.person: tuple[str, ...] = ()
        self.persons: tuple[tuple[str, ...], ...] = ()
        self.others: tuple[str, ...] = ()
        self.proof: Fact | None = None

    @property
    def state(self) -> State:
        """All that a sentence is read by, as a value."""
        return self.person, self.persons, self.others, self.proof

    def restore(self, state: State) -> None:
        """Be as it was in a state."""
        self.person, self.persons, self.others, self.proof = state

    def heard(self, sentence: Heard, proof: Fact | None) -> None:
        """Note whom a sentence named, and the fact that it was held against."""
        persons = [one.ids for one in sentence.named if sentence.is_person(one)]
        others = [name for one in sentence.named if not sentence.is_person(one) for name in one.ids[:1]]
        if sentence.speaker and not persons:
            spoken = [name for name in sentence.speaker if sentence.names.kinds.get(name) == "person"]
            persons = [tuple(sorted(spoken, key=lambda name: (name not in self.person, name)))]
        if named := [one for ids in persons for one in ids]:
            self.person, self.persons = (named[0],), (tuple(named), *self.persons)[:_REMEMBERED]
        self.others = tuple(dict.fromkeys(others)) or self.others
        self.proof = proof or self.proof


class Heard:
    """A sentence in its context."""

    def __init__(self, pieces: Pieces, names: Names, thesaurus: Thesaurus, context: Context) -> None:
        """Take the sentence and what came before it."""
        self.pieces, self.names, self.thesaurus = pieces, names, thesaurus
        self.named = names.find(pieces.text, pieces.words)
        self.proof_before = context.proof
        self._person, self._others = context.person, context.others
        self._persons = frozenset(one for ids in context.persons for one in ids)

    def describes(self, named: Named) -> bool:
        """Whether a name only says whose a role is: EU, of "the EU foreign policy chief"."""
        return any(word in _ROLES for word in self.pieces.folded[named.last : named.last + _ROLE_WORDS])

    def is_background(self, named: Named) -> bool:
        """Whether a name only tells when something was: Paris Air Show, of "shortly before the Paris Air Show"."""
        words = self.pieces.folded[max(0, named.first - _WHEN) : named.first]
        return not _WHENCE.isdisjoint(words) and not self.is_person(named)

    def is_person(self, named: Named) -> bool:
        """Whether a name is that of a person."""
        return any(self.names.kinds.get(one) == "person" for one in named.ids)

    @once
    def ids(self) -> frozenset[str]:
        """The ids of all that it names."""
        return frozenset(one for named in self.named for one in named.ids)

    @once
    def reporters(self) -> frozenset[str]:
        """The ids of the articles that it names, as by the newspaper that reported it."""
        return frozenset(one for one in self.ids if self.names.kinds.get(one) in _REPORTING)

    @once
    def covered(self) -> frozenset[int]:
        """The numbers of the words that are names."""
        return frozenset(at for named in self.named for at in range(named.first, named.last))

    @once
    def person(self) -> tuple[str, ...]:
        """The ids of whom "he", "she" or "the minister" stands for."""
        folded = self.pieces.folded
        spoken = not _SINGLE.isdisjoint(folded) or any(self._is_role(at) for at in range(len(folded)))
        return self._person if spoken else ()

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
        return bool(first) and (
            first[0] in ("it", "they", "this", "these", "both") or not self.pointing.isdisjoint((1, 2))
        )

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
        found = (self._noun_after(at) for at in range(len(self.pieces.folded)))
        return frozenset(at for at in found if at)

    def _noun_after(self, at: int) -> int:
        """The number of the noun that an article gives to something named before; 0 for none."""
        folded = self.pieces.folded
        if folded[at] not in _ARTICLES:
            return 0
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

    def _is_role(self, at: int) -> bool:
        folded = self.pieces.folded
        if folded[at] not in ("the", "this") or folded[at + 1 : at + 2] == () or folded[at + 1] not in _ROLES:
            return False
        behind = folded[at + 2] if at + 2 < len(folded) else ""
        return at + 1 not in self.covered and not (folded[at + 1] in _ALSO_ADJECTIVES and behind.endswith("s"))

    @once
    def speaker(self) -> frozenset[str]:
        """The ids of who says it; none where nobody is said to."""
        return frozenset(next((ids for ids in self._speakers() if ids), ()))

    @once
    def content(self) -> list[int]:
        """The numbers of the words that say something, without names and verbs of saying."""
        pieces = self.pieces
        exact = places((*pieces.dates, *pieces.quantities))
        return [
            at
            for at, (start, _, word) in enumerate(pieces.words)
            if start not in exact
            and is_content(word)
            and at not in self.covered
            and at not in self.pointing
            and not (word in SPEAKING and self.speaker)
        ]

    @once
    def strangers(self) -> list[int]:
        """The numbers of the words that are written as names, and that are the name of nobody in the base."""
        pieces, found = self.pieces, list[int]()
        if sum(pieces.text[word.start].isupper() for word in pieces.words) > _MOSTLY * len(pieces.words):
            return found  # a title
        for at, word in enumerate(pieces.words):
            if at in self.covered or not pieces.text[word.start].isupper() or word.folded in _NO_NAMES:
                continue
            if not at or word.folded in _PLACES:
                if word.folded in _PLACES:  # Berlin, also where a sentence begins
                    found.append(at)
                continue
            begins = pieces.text[max(0, word.start - _SIGNS) : word.start].rstrip(" \"“‘'(").endswith(_ENDS)
            if not begins and len(word.folded) > 2 and not self.thesaurus.is_common(word.folded):
                found.append(at)
        return found

    @once
    def designations(self) -> list[tuple[int, int, str]]:
        """Where letters with a figure stand that are no known name, and what they are: F-16, A400M."""
        found = ((one.start(), one.end(), one[0]) for one in DESIGNATION().finditer(self.pieces.text))
        return [one for one in found if not any(named.start <= one[0] < named.end for named in self.named)]

    @once
    def name_words(self) -> frozenset[str]:
        """The words that are part of a name."""
        return frozenset(self.pieces.folded[at] for at in self.covered)

    def _speakers(self) -> Iterator[Sequence[str]]:
        folded, text = self.pieces.folded, self.pieces.text
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
            if at and any(mark in before for mark in ",”\"’'"):
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
        return self.pieces.folded[at].endswith("s") and at - 1 in self.covered and before.endswith(_ADJECTIVES)

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
                return self._others
            if word in _ROLES and self._is_role(at - 1):
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

    def _may_speak(self, named: Named) -> bool:
        return any(self.names.kinds.get(one) not in ("agreement", "source", None) for one in named.ids)

    def _before_aside(self, at: int) -> Sequence[str]:
        """Who is named before an aside that ends at a verb: "Maslow, associate professor in Tokyo, sees"."""
        text, begin = self.pieces.text, self.pieces.words[at].start
        if not text[:begin].rstrip().endswith(","):
            return ()
        spoken = (one for one in self.named if text[one.end : one.end + 1] == "," and self._may_speak(one))
        return next((one.ids for one in spoken if 0 < begin - one.end <= _ASIDE and one.first < 4), ())
