"""Names: the records of a base that a text names, each at its place, the longest name first.

A name of one word counts where it is written as a name is ("US" and not "us"). For the verdict a text also names
someone by surname, by adjective or capital (Japanese, Tokyo), or by the head of a name (the Commission).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from eujdef_tui.model.labels import record_type
from eujdef_tui.model.records import Actor, Agreement, Record, Source
from eujdef_tui.model.searchable import names_of
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.tokens import Word, words
from eujdef_tui.text.word_forms import derivation_root, is_unspaced, without_title
from eujdef_tui.verify.word_lists import CAPITALS, COMMON_HEADS

__all__ = ["OUTLETS", "Named", "Names"]

# Kinds of actors to which others belong by name.
_HOLDERS = frozenset(
    "country bloc region island state city territory union place continent alliance organization".split()
)
OUTLETS = frozenset(("publication", "news-agency"))  # kinds of actors that report
_TITLES = frozenset("mr mrs ms miss dr prof professor sir lord lady minister president the".split())
_PAST_OFFICES = frozenset(("former", "predecessor", "successor", "ex"))
_SIGNS = 2  # signs of the shortest name in a script without spaces


class Named(NamedTuple):
    """A name in text[start:end], in the words first:last, and the ids of the records that have it.

    `known` says that the base has it as a name; else it stands for one (Japanese, the Commission).
    """

    start: int
    end: int
    first: int
    last: int
    ids: tuple[str, ...]
    known: bool


class Names:
    """The names of some records."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Take the names of actors, agreements and sources; what other records are called is no name."""
        self._last: tuple[str, int, list[Named]] = "", 0, []  # text, how many words, names
        self._by_head: dict[str, list[str]] = {}
        self.kinds: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self._lengths: dict[str, list[int]] = {}  # first word of names → their lengths, longest first
        self._capitals: dict[str, dict[str, int]] = {}  # name → record → how a text must write it (`_capitals`)
        self._signs: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        self.families: dict[str, frozenset[str]] = {}
        # Body → the words of each office of it, and who holds it.
        self.offices: dict[str, list[tuple[frozenset[str], str]]] = {}
        self._bodies: dict[str, frozenset[str]] = {}  # who was asked for → the bodies of which one holds an office
        found = [record for record in records if isinstance(record, Actor | Agreement | Source)]
        for record in sorted(found, key=lambda record: isinstance(record, Source)):
            self._add(record)
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)
        self._relate(record for record in found if isinstance(record, Actor))

    def _add(self, record: Actor | Agreement | Source) -> None:
        self.kinds[record.id] = record.kind if isinstance(record, Actor) else record_type(record)
        self.titles[record.id] = record.name if isinstance(record, Actor) else record.title
        for name, label in names_of(record):
            if label == "author" or name.startswith("["):
                continue
            tokens = tuple(word.folded for word in words(name))
            if len(tokens) == 1 and is_unspaced(tokens[0]):
                if len(tokens[0]) >= _SIGNS:
                    self._signs.setdefault(tokens[0], []).append(record.id)
            elif tokens:
                self._put(tokens, record.id, _capitals(name) if len(tokens) == 1 else 0)
                if tokens[0] in _TITLES and len(tokens) > 1:
                    self._put(tokens[1:], record.id, 1)
        if isinstance(record, Actor) and record.kind == "person":
            for held in record.memberships:
                title = frozenset(word.folded for word in words(held.role))
                if title.isdisjoint(_PAST_OFFICES):
                    self.offices.setdefault(held.organization, []).append((title, record.id))
            family = (record.sort_name.partition(",")[0] or record.name.rpartition(" ")[2]).strip()
            self._put(tuple(word.folded for word in words(family)), record.id, 1)

    def _put(self, tokens: tuple[str, ...], record: str, capitals: int) -> None:
        if not tokens or (len(tokens) == 1 and len(tokens[0]) < 2):
            return
        name = " ".join(tokens)
        self._by_name.setdefault(name, []).append(record)
        self._capitals.setdefault(name, {}).setdefault(record, capitals)
        lengths = self._lengths.setdefault(tokens[0], [])
        if len(tokens) not in lengths:
            lengths.append(len(tokens))

    def _relate(self, actors: Iterable[Actor]) -> None:
        """Note who belongs to a place or alliance by name: Japanese companies to Japan, EU member states to the EU."""
        roots: dict[str, set[str]] = defaultdict(set)
        holders: dict[str, str] = {}
        for actor in actors:
            if actor.kind in OUTLETS:
                continue  # a news agency belongs to no place of its name: Agence France-Presse
            for name in (actor.name, *(other.name for other in actor.other_names if other.lang in ("", "en"))):
                tokens = [word.folded for word in words(name)]
                for token in tokens:
                    roots[_root(token)].add(actor.id)
                if len(tokens) == 1 and actor.kind in _HOLDERS and _is_own(name, actor):
                    holders[_root(tokens[0])] = actor.id
        held = defaultdict[str, set[str]](set)
        for token, holder in holders.items():
            for one in roots[token] - {holder}:
                held[one].add(holder)
        for one in held:  # EU nations are of the EU, and so of Europe
            for holder in held[one].union(*(held.get(other, ()) for other in held[one])) - {one}:
                self.families[one] = self.families.get(one, frozenset()) | {holder}
                self.families[holder] = self.families.get(holder, frozenset()) | {one}

    def alike(self, one: str, others: Collection[str]) -> bool:
        """Whether a record is one of the others, or belongs to one of them by name, or one of them to it."""
        if one in others:
            return True
        family = self.families.get(one)
        return family is not None and not family.isdisjoint(others)

    def any_alike(self, some: Iterable[str], others: Collection[str]) -> bool:
        """Whether one of some records is `alike` to the others: those that a name may be of, and those of another."""
        return any(self.alike(one, others) for one in some)

    def holding_alone(self, title: Collection[str]) -> tuple[str, ...]:
        """Who holds an office with these words; nobody where several bodies have such an office."""
        held = [body for body, some in self.offices.items() if any(one.issuperset(title) for one, _ in some)]
        return self.holding(title, held) if len(held) == 1 else ()

    def holding(self, title: Collection[str], bodies: Iterable[str]) -> tuple[str, ...]:
        """Who holds an office of one of some bodies that all words of a title belong to: foreign policy chief."""
        held = (one for body in bodies for one in self.offices.get(body, ()))
        return tuple(dict.fromkeys([person for words_of, person in held if words_of.issuperset(title)]))

    def bodies_of(self, person: str) -> frozenset[str]:
        """The bodies of which someone holds an office."""
        if (known := self._bodies.get(person)) is None:
            held = (body for body, some in self.offices.items() if any(one == person for _, one in some))
            known = self._bodies[person] = frozenset(held)
        return known

    def named(self, full: str) -> list[str]:
        """The ids of the records with this folded name."""
        return self._by_name.get(full, [])

    def find(self, text: str, tokens: Sequence[Word]) -> list[Named]:
        """The names in a text, in order, none within a longer one."""
        known = self._last  # a sentence is heard alone after it was heard behind others
        if known[:2] != (text, len(tokens)):
            known = self._last = text, len(tokens), self._found(text, tokens)
        return known[2]

    def _found(self, text: str, tokens: Sequence[Word]) -> list[Named]:
        found, end, folded = list[Named](), 0, [word for _, _, word in tokens]
        known = self._lengths
        for at, (start, _, word) in enumerate(tokens):
            may_be_known = word in known
            written = text[start].isupper()
            if at < end or not (may_be_known or written or word > "\u2e80"):
                continue
            one = self._known_at(text, tokens, folded, at) if may_be_known else None
            if one is None and written:
                one = self._meant_at(tokens, at)
            if one:
                found.append(one)
                end = one.last
            elif word > "\u2e80":
                found += self._in_run(tokens[at], at)
        return found

    def _known_at(self, text: str, tokens: Sequence[Word], folded: Sequence[str], at: int) -> Named | None:
        start, written = tokens[at].start, -1
        for length in self._lengths[folded[at]]:
            records = self._capitals.get(" ".join(folded[at : at + length]))
            if not records or at + length > len(folded):
                continue
            if written < 0:
                written = _capitals(text[start : tokens[at].end])
            if ids := tuple([record for record, needed in records.items() if needed <= written]):
                return Named(start, tokens[at + length - 1].end, at, at + length, ids, known=True)
        return None

    def _meant_at(self, tokens: Sequence[Word], at: int) -> Named | None:
        """A record that is meant by a word that is no name of it: Japanese, Moscow, the Commission."""
        word = tokens[at]
        ids = self._by_name.get(CAPITALS.get(word.folded, ""), [])
        if not ids and word.folded in COMMON_HEADS and at and tokens[at - 1].folded in ("the", "this", "our"):
            ids = self._with_head(word.folded)
        return Named(word.start, word.end, at, at + 1, tuple(dict.fromkeys(ids)), known=False) if ids else None

    def _with_head(self, head: str) -> list[str]:
        if (known := self._by_head.get(head)) is None:
            known = self._by_head[head] = self._found_by_head(head)
        return known

    def _found_by_head(self, head: str) -> list[str]:
        ids = {one for name, found in self._by_name.items() if name.endswith(" " + head) for one in found}
        ids = {one for one in ids if self.kinds[one] not in ("agreement", "source")}
        ids = ids or {one for one, kind in self.kinds.items() if kind == head}  # the only one: the Alliance
        return list(ids) if len(ids) == 1 else []

    def _in_run(self, word: Word, at: int) -> Iterator[Named]:
        """The names within a run of a script without spaces: 石破首相."""
        run, place = word.folded, 0
        if word.end - word.start != len(run):
            return
        while place < len(run):
            lengths = (size for size in range(min(32, len(run) - place), _SIGNS - 1, -1))
            size = next((size for size in lengths if run[place : place + size] in self._signs), 0)
            if size:
                ids = tuple(dict.fromkeys(self._signs[run[place : place + size]]))
                yield Named(word.start + place, word.start + place + size, at, at + 1, ids, known=True)
            elif (bare := without_title(run[place:])) in self._signs and bare != run[place:]:
                size = len(bare)
                yield Named(
                    word.start + place, word.start + place + size, at, at + 1, tuple(self._signs[bare]), known=True
                )
            place += max(size, 1)


def _is_own(name: str, actor: Actor) -> bool:
    """Whether a name of a place is its own, and not that of its capital: Japan, and not Tokyo."""
    return not any(other.name == name and other.kind == "metonym" for other in actor.other_names)


def _root(word: str) -> str:
    return derivation_root(word) or word


def _capitals(written: str) -> int:
    """How a word is written: 2 for a short one in capitals (US), 1 for one that begins with a capital, else 0."""
    if written.isupper() and len(written.replace(".", "")) < 4:
        return 2
    return int(not written[:1].islower())
