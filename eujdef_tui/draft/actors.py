"""Who is named in an article: its mentions put together by name, surname and acronym, each with a kind."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import merge
from operator import attrgetter, itemgetter

from eujdef_tui.draft.kinds import Context, kind_of
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.lexicon import has, places
from eujdef_tui.draft.mention import Mention
from eujdef_tui.draft.runs import mentions_in
from eujdef_tui.draft.sentences import Sentence
from eujdef_tui.model.searchable import capitals

__all__ = ["Cast", "Entity", "keys"]


@dataclass
class Entity:
    """Somebody or something that the article names: `kind` is "" where nothing says what it is.

    `id` is that of a known record, else "". `roles` are the titles it is given, `mentions` the places. `number` counts
    from 0 in the order in which they were met.
    """

    name: str
    id: str = ""
    kind: str = ""
    mentions: list[Mention] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    acronym: str = ""
    number: int = 0

    @property
    def key(self) -> str:
        """What a draft calls it by: the id of a known record, else the name."""
        return self.id or self.name

    @property
    def surname(self) -> str:
        """The last word of a person's name, with its particles, in lower case."""
        words = self.name.split()
        first = next((n for n, word in enumerate(words) if n and word.islower()), len(words) - 1)
        return " ".join(words[first:]).lower()


class Cast:
    """The entities of an article, and which of them a mention means."""

    def __init__(self, text: str, sentences: Sequence[Sentence], known: Known) -> None:
        self.text = text
        self.known = known
        self.sentences = sentences
        common = {token.low for one in sentences for token in one.tokens if not token.capital}
        self.mentions: list[list[Mention]] = [
            [] if one.furniture else mentions_in(text, one.number, one.tokens, known, common) for one in sentences
        ]
        self.entities: dict[str, Entity] = {}
        self._of: dict[tuple[int, int], Entity] = {}
        # by what may be short for their names: an acronym, a surname, a first word; in their order
        self._called: dict[str, list[Entity]] = defaultdict(list)
        self._gather([mention for found in self.mentions for mention in found if mention.name])
        for entity in self.entities.values():
            entity.kind = self._kind(entity)
        self._by_surname()
        self._drop_openers(common)

    def at(self, mention: Mention) -> Entity | None:
        """The entity that a mention means; for a role, the person who was given it last before, if anyone."""
        return self._of.get((mention.start, mention.end)) or (None if mention.name else self._with_role(mention))

    def in_span(self, sentence: int, start: int, end: int) -> list[Entity]:
        """The entities mentioned in text[start:end], which lies in one sentence, each once."""
        there = (mention for mention in self.mentions[sentence] if start <= mention.start and mention.end <= end)
        found = [entity for mention in there if (entity := self.at(mention))]
        return list({id(entity): entity for entity in found}.values())

    def _gather(self, mentions: Sequence[Mention]) -> None:
        """Make entities: of names of several words first, so that the short ones can be found in them."""
        for mention in sorted(mentions, key=lambda one: (" " not in one.name and not one.id, one.start)):
            entity = self._entity_of(mention)
            entity.mentions.append(mention)
            if mention.role and mention.role.lower().strip(".") not in _FORMS:
                entity.roles.append(mention.role)
            self._of[mention.start, mention.end] = entity
            self._take_acronym(entity, mention)
        for entity in self.entities.values():
            entity.mentions.sort(key=lambda one: one.start)

    def _entity_of(self, mention: Mention) -> Entity:
        low = _bare(mention.name)
        if not mention.id and (place := places()[0].get(low)):
            return self._new(place.name.lower(), Entity(place.name))
        if mention.id:
            return self._new(f"={mention.id}", Entity(self.known.names[mention.id], mention.id))
        if low in self.entities:
            return self.entities[low]
        if " " not in low or mention.person or low.split()[0] in _PARTICLES:
            short = mention.name.replace(".", "")
            for entity in merge(self._called[short], self._called[low], key=attrgetter("number")):
                if entity.acronym and entity.acronym == short:
                    return entity
                if self._is_short(entity, low, person=mention.person):
                    return entity
        return self._new(low, Entity(_shown(mention.name)))

    def _new(self, key: str, entity: Entity) -> Entity:
        """The entity with this key; where there is none, this one."""
        if key in self.entities:
            return self.entities[key]
        entity.number = len(self.entities)
        if len(words := entity.name.lower().split()) > 1:
            for word in {entity.surname, words[0]}:
                self._called[word].append(entity)
        self.entities[key] = entity
        return entity

    def _is_short(self, entity: Entity, low: str, *, person: bool) -> bool:
        """Whether a word is the surname of a person named before, or the beginning of a body's longer name."""
        words = entity.name.lower().split()
        if len(words) < 2 or low in places()[0]:
            return False
        if any(one.person for one in entity.mentions) or self.known.kinds.get(entity.id) == "person" or person:
            return low == entity.surname
        return low in (entity.surname, words[0]) and not has("function", low)

    def _take_acronym(self, entity: Entity, mention: Mention) -> None:
        """Remember the acronym that stands in parentheses after a name: Cable Security Agency (CSA)."""
        rest = self.text[mention.end : mention.end + 12]
        if not rest.startswith((" (", "’s (", "'s (")) or ")" not in rest:
            return
        inside = rest.partition("(")[2].partition(")")[0]
        if inside.isalpha() and inside.isupper() and 2 <= len(inside) <= 8:
            begun = capitals(mention.name).upper()
            if inside[0] == mention.name[0].upper() or inside in begun:
                entity.acronym = inside
                insort(self._called[inside], entity, key=attrgetter("number"))

    def _kind(self, entity: Entity) -> str:
        if entity.id:
            return self.known.kinds[entity.id]
        return kind_of(entity.name, [self._context(mention) for mention in entity.mentions])

    def _context(self, mention: Mention) -> Context:
        sentence = self.sentences[mention.sentence]
        return Context(sentence.tokens, mention, self.text[mention.end : sentence.end][:40])

    def _by_surname(self) -> None:
        """Give mentions by a surname to the person, once it is known who is one."""
        people = {one.surname: one for one in self.entities.values() if one.kind == "person" and " " in one.name}
        for low, entity in list(self.entities.items()):
            owner = people.get(low)
            if not owner or owner is entity or " " in low:
                continue
            owner.mentions = sorted((*owner.mentions, *entity.mentions), key=lambda one: one.start)
            owner.roles += entity.roles
            self._of |= {(one.start, one.end): owner for one in entity.mentions}
            del self.entities[low]

    def _drop_openers(self, common: Collection[str]) -> None:
        """Forget single words that only ever begin a sentence: nothing says that they are names."""
        for low, entity in list(self.entities.items()):
            if " " in entity.name or entity.id or entity.name.isupper() or low in places()[0]:
                continue
            initial = all(self._context(one).tokens[one.first].initial for one in entity.mentions)
            if initial and (low in common or not entity.kind or len(entity.mentions) == 1):
                del self.entities[low]
                for one in entity.mentions:
                    del self._of[one.start, one.end]

    def _with_role(self, mention: Mention) -> Entity | None:
        """The person who was last given a role that ends as this one does: "the Foreign Minister"."""
        given = self._given.get(tuple(_role_words(mention.role)), ())
        at = bisect_left(given, mention.start, key=itemgetter(0))
        return given[at - 1][1] if at else None

    @cached_property
    def _given(self) -> dict[tuple[str, ...], list[tuple[int, Entity]]]:
        """The last words of each role → where it is given, in order, and to which person."""
        found: dict[tuple[str, ...], list[tuple[int, Entity]]] = defaultdict(list)
        for entity in self.entities.values():
            for one in entity.mentions if entity.kind in ("person", "") else ():
                role = tuple(_role_words(one.role))
                for first in range(len(role)):
                    found[role[first:]].append((one.start, entity))
        return {role: sorted(given, key=itemgetter(0)) for role, given in found.items()}


_PARTICLES = frozenset("bin al von van de ibn abu der".split())
_FORMS = frozenset("mr mrs ms miss dr sir dame lord lady".split())


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ").replace("’", "'")


def _shown(name: str) -> str:
    return name if name.startswith("The ") and len(name.split()) > 2 else name.removeprefix("The ")


def _role_words(role: str) -> list[str]:
    return role.lower().replace(".", "").split()


def keys(entities: Iterable[Entity]) -> tuple[str, ...]:
    """What drafts call these entities by, each once, in order."""
    return tuple(dict.fromkeys(entity.key for entity in entities))
