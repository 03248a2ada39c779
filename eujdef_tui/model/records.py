"""The record classes: every record of a fact file is one frozen value.

The annotations define the file format: the loader checks a fact file against them, `data/facts.schema.json` is
generated from them, and the base stores records in the same shape. Field names come from CSL-JSON (sources),
Popolo and FollowTheMoney (actors, events), the UN Treaty Collection (agreements), W3C Web Annotation
(evidence) and EDTF (dates).

`Annotated[T, SPEC]` says how a value is written (`model.field_types`); a field without a default is required.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from eujdef_tui.errors import Place
from eujdef_tui.model.struct import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Annotated, TypeAlias

    from eujdef_tui.model.field_types import (
        ActorRef,
        ActorRefs,
        AgreementRefs,
        AnyRefs,
        Binding,
        Country,
        Derived,
        DerivedInt,
        Edtf,
        Flag,
        Grade,
        Id,
        Language,
        Number,
        SourceRef,
        SpeakerRef,
        Status,
        TensionKind,
        Text,
        Word,
    )

__all__ = [
    "GRADES",
    "RECORDS",
    "SECTIONS",
    "Actor",
    "Agreement",
    "Event",
    "Evidence",
    "FactFile",
    "Link",
    "Membership",
    "Milestone",
    "Name",
    "NoFact",
    "Node",
    "Person",
    "Record",
    "SavedSearch",
    "Source",
    "Statement",
    "Tension",
]

NOWHERE = Place("")
NOTHING: Mapping[str, str] = MappingProxyType({})
GRADES: tuple[Grade, ...] = ("verbatim", "normalised", "moved", "edited", "ambiguous", "orphan")


class Node(Frozen):
    """Base class of records and their parts: the place in the file, and the `x-` keys (notes of the file's own)."""

    ASIDE = ("place",)

    place: Place = NOWHERE
    x: Mapping[str, str] = NOTHING


class Evidence(Node):
    """The words of a source that support a fact (W3C TextQuoteSelector in an Annotation target).

    `prefix` and `suffix` are given only where the words occur more than once. The derived fields are
    filled by anchoring: `start` and `end` are code points in the file's text as decoded from UTF-8,
    -1 where the quote was not found; `sentence` and `last_sentence` number the sentences it touches from 0.
    """

    source: SourceRef
    quote: Text
    prefix: Text = ""
    suffix: Text = ""
    file: Derived = ""
    sentence: DerivedInt = -1
    last_sentence: DerivedInt = -1
    start: DerivedInt = -1
    end: DerivedInt = -1
    grade: Annotated[Grade, "derived"] = ""


class Person(Node):
    """An author: `family` and `given`, or `literal` for a name that does not divide (CSL name).

    `suffix` is Jr. or III, after a comma where `comma-suffix` is true; particles are von, de la and their like.
    """

    family: Text = ""
    given: Text = ""
    suffix: Text = ""
    comma_suffix: Flag = ""
    non_dropping_particle: Text = ""
    dropping_particle: Text = ""
    literal: Text = ""


class NoFact(Node):
    """A sentence that carries no fact, and why: heading, caption, credit, label, filler, boilerplate and others."""

    kind: Word
    quote: Text
    prefix: Text = ""
    suffix: Text = ""


class Name(Node):
    """Another name (Popolo other_names). `kind`: acronym, full, short, spelling, native and others."""

    name: Text
    lang: Language = ""
    kind: Word = ""


class Membership(Node):
    """A role in an organization (Popolo Membership), in the article's words."""

    organization: ActorRef
    role: Text
    start: Edtf = ""
    end: Edtf = ""
    evidence: tuple[Evidence, ...]


class Milestone(Node):
    """A step in the life of an agreement (UNTC action): negotiations opened, signed, entry into force and others.

    With an `id` it is an event of the timeline too, and is not written there again: `title`, `kind`, `location` and
    `actors` are the event's. Without them the event has the agreement's title, the action and the parties.
    """

    id: Id = ""
    action: Word
    title: Text = ""
    kind: Word = ""
    date: Edtf = ""
    date_text: Text = ""
    date_basis: Text = ""
    status: Status = "happened"
    note: Text = ""
    location: Text = ""
    actors: ActorRefs = ()
    evidence: tuple[Evidence, ...]
    date_outside: Derived = ""  # see factfile.outside_dates


class Link(Node):
    """A tie to another agreement, with the reason for it."""

    id: Annotated[str, "ref:agreement"]
    reason: Text


class Source(Node):
    """One article: citation data under CSL-JSON names, and the file that holds its text.

    `*_basis` says how a value that the text does not state was arrived at. `derived_from` is the source
    id or outlet whose report this one rewrites: two sources of one origin are not independent.
    A `title` in square brackets is supplied by the cataloguer, not by the text (ISBD).
    """

    id: Id
    type: Word
    title: Text = ""
    title_basis: Text = ""
    author: tuple[Person, ...] = ()
    container_title: Text = ""
    container_title_short: Text = ""
    container_basis: Text = ""
    issued: Edtf = ""
    issued_basis: Text = ""
    URL: Text = ""
    accessed: Edtf = ""
    language: Language = ""
    file: Text
    sha256: Text = ""
    derived_from: Text = ""
    no_fact: tuple[NoFact, ...] = ()


class Actor(Node):
    """Who or what acts: person, country, bloc, public-body, organization, company, programme and others."""

    id: Id
    kind: Word
    name: Text
    sort_name: Text = ""
    other_names: tuple[Name, ...] = ()
    country: Country = ""
    memberships: tuple[Membership, ...] = ()
    summary: Text = ""
    evidence: tuple[Evidence, ...]


class Agreement(Node):
    """A treaty, partnership, dialogue, programme, strategy, commitment or rule, and its milestones."""

    id: Id
    title: Text
    short_title: Text = ""
    other_names: tuple[Name, ...] = ()
    instrument: Word
    binding: Binding = "unknown"
    binding_basis: Text = ""
    parties: ActorRefs = ()
    subject: Text = ""
    milestones: tuple[Milestone, ...] = ()
    related: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...]


class Event(Node):
    """What happened, is planned, is a target or is reported (FollowTheMoney Event)."""

    id: Id
    kind: Word
    title: Text
    date: Edtf = ""
    date_text: Text = ""
    date_basis: Text = ""
    status: Status
    location: Text = ""
    actors: ActorRefs = ()
    agreements: AgreementRefs = ()
    evidence: tuple[Evidence, ...]
    date_outside: Derived = ""  # see factfile.outside_dates


class Statement(Node):
    """Who says, fears, wants or counts what. Without a `speaker` the article itself speaks.

    A figure has `value` and `unit` and, where the article says, `as_of`.
    """

    id: Id
    kind: Word
    speaker: SpeakerRef = ""
    text: Text
    date: Edtf = ""
    date_text: Text = ""
    date_basis: Text = ""
    value: Number = ""
    unit: Text = ""
    as_of: Edtf = ""
    about: AnyRefs = ()
    evidence: tuple[Evidence, ...]
    date_outside: Derived = ""  # see factfile.outside_dates


class Tension(Node):
    """Facts that differ, the sentences side by side, and one line on how to read them.

    The kind `reading` is a note on reading: the facts do not differ, but seem to, or are easily mistaken for one.
    """

    id: Id
    kind: TensionKind = "difference"
    title: Text
    facts: AnyRefs
    reading: Text
    evidence: tuple[Evidence, ...]


Record: TypeAlias = Source | Actor | Agreement | Event | Statement | Tension


class SavedSearch(Node):
    """A query with a name, kept in the fact file: the palette of the explorer lists it."""

    name: Text
    query: Text


class FactFile(Frozen):
    """A fact file as it was read, whole and valid, and the text of its sources.

    `path` is the file or folder that was named; `inputs` every file that was read for it, in order.
    `texts` holds each source's cleaned text by source id: cleaning keeps length, so offsets into it are
    offsets into the file as decoded from UTF-8. `hidden` counts the characters that cleaning replaced.
    `synonyms` are its own groups of words for the same thing, in the form of `search/synonyms.txt`; `roots` the real
    paths of further folders in which its articles may lie.
    """

    path: Path
    title: str
    inputs: tuple[Path, ...]
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    tensions: tuple[Tension, ...] = ()
    texts: Mapping[str, str] = NOTHING
    hidden: Mapping[str, int] = MappingProxyType({})
    synonyms: tuple[str, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    roots: tuple[str, ...] = ()

    def records(self) -> tuple[Record, ...]:
        """Every record, section by section, in the order of the file."""
        return (
            *self.sources, *self.actors, *self.agreements, *self.events, *self.statements, *self.tensions
        )  # fmt: skip


SECTIONS: dict[str, type[Record]] = {
    "sources": Source,
    "actors": Actor,
    "agreements": Agreement,
    "events": Event,
    "statements": Statement,
    "tensions": Tension,
}
RECORDS: dict[str, type[Record]] = {cls.__name__.lower(): cls for cls in SECTIONS.values()}

# Keys of a fact file that cannot be Python names, and the fields they fill.
SPELLING = {
    key: key.replace("-", "_")
    for key in (
        "container-title",
        "container-title-short",
        "comma-suffix",
        "non-dropping-particle",
        "dropping-particle",
    )
}
UNSPELLING = {name: key for key, name in SPELLING.items()}
