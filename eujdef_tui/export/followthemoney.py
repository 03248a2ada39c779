"""Records as entities of the FollowTheMoney default model (version 4).

Only schemata and properties of that model are used. It has no treaty: an agreement becomes a Project with
ProjectParticipants, and each milestone an Event. A Territory cannot take part in an event, so a country becomes a
PublicBody. An actor of a kind that is not listed in `_SCHEMATA` becomes a LegalEntity, and its kind stands in
`keywords`. A statement or a tension becomes a Note. Each quote becomes a Documentation, which links an entity to its
Article. Dates are ISO 8601 prefixes; of a date in doubt only the year is given, and `summary` has it in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from eujdef_tui.export.citation import Claim, claims, where
from eujdef_tui.export.reference_dates import iso_prefix
from eujdef_tui.model.labels import full_name
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Name, Record, Source, Statement, Tension
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["entities"]

Entity = dict[str, Any]
Properties = dict[str, Iterable[str]]

_SCHEMATA = {
    "person": "Person",
    "company": "Company",
    "public-body": "PublicBody",
    "armed-force": "PublicBody",
    "country": "PublicBody",
    "organization": "Organization",
    "bloc": "Organization",
    "alliance": "Organization",
    "university": "Organization",
    "news-agency": "Organization",
    "programme": "Project",
    "region": "Territory",
    "island": "Territory",
    "aircraft": "Airplane",
}
_ORGANIZATIONS = ("Company", "PublicBody", "Organization")
_PARTICIPANTS = ("Person", "LegalEntity", *_ORGANIZATIONS)
_WEAK_ALIASES = ("acronym", "initials", "short")  # kinds of names that many entities share


def entities(base: Base, record: Record) -> Iterator[Entity]:
    """Yield the entities of a record, its own first. An id is the record's; a part adds a point and its name."""
    own, *parts = list(claims(base, record)) or [Claim("", ())]
    match record:
        case Source():
            yield _article(record)
        case Actor():
            roles, parts = parts[: len(record.memberships)], parts[len(record.memberships) :]
            yield from _actor(base, record, own, roles)
        case Agreement():
            steps, parts = parts[: len(record.milestones)], parts[len(record.milestones) :]
            yield from _agreement(base, record, own, steps)
        case Event():
            involved = [actor for actor in record.actors if _can_participate(base, actor)]
            more: Properties = {"location": [record.location], "involved": involved}
            yield _event(record.id, own, [record.kind, record.status], more)
            outside = [actor for actor in record.actors if actor not in involved]
            yield from (_link(record.id, "actor", actor) for actor in outside)
            yield from (_link(record.id, "agreement", agreement) for agreement in record.agreements)
        case Statement():
            yield _note(record.id, own, [record.kind], record.about)
            if record.speaker:
                yield _link(record.id, "speaker", record.speaker)
        case Tension():
            yield _note(record.id, own, ["tension", record.kind], record.facts)
    yield from _documented(record.id, own.evidence)
    for number, claim in enumerate(parts, 1):
        note_id = f"{record.id}.part-{number}"
        yield _note(note_id, claim, [], (record.id,))
        yield from _documented(note_id, claim.evidence)


def _entity(entity_id: str, schema: str, properties: Properties) -> Entity:
    filled = {name: [value for value in dict.fromkeys(values) if value] for name, values in properties.items()}
    return {
        "id": entity_id,
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }


def _article(source: Source) -> Entity:
    published, accessed = _date(source.issued), _date(source.accessed)
    notes = [
        f"{word} {edtf.in_english(date)}"
        for word, date, said in (("published", source.issued, published), ("accessed", source.accessed, accessed))
        if date != said
    ]
    properties: Properties = {
        "title": [source.title],
        "author": map(full_name, source.author),
        "publisher": [source.container_title],
        "publishedAt": [published],
        "summary": notes,
        "sourceUrl": [source.URL],
        "retrievedAt": [accessed],
        "fileName": [PurePosixPath(source.file).name],
        "mimeType": ["text/plain"],
    }
    return _entity(source.id, "Article", properties)


def _actor(base: Base, actor: Actor, own: Claim, roles: list[Claim]) -> Iterator[Entity]:
    schema = _schema(actor)
    properties = _names(actor.name, actor.other_names) | {
        "country": [actor.country.lower()],
        "summary": [actor.summary],
        "keywords": [actor.kind],
        "proof": _sources(own.evidence),
    }
    yield _entity(actor.id, schema, properties)
    for number, (role, claim) in enumerate(zip(actor.memberships, roles, strict=True), 1):
        target = _record(base, role.organization)
        plain = isinstance(target, Actor) and schema in _PARTICIPANTS and _schema(target) in _ORGANIZATIONS
        ends = ("member", "organization") if plain else ("subject", "object")
        properties = {
            ends[0]: [actor.id],
            ends[1]: [role.organization],
            "role": [role.role],
            "startDate": [_date(role.start)],
            "endDate": [_date(role.end)],
            # The model allows a Documentation only of things, and a Membership is an interval.
            "summary": [*claim.notes, *(item.quote for item in claim.evidence)],
            "proof": _sources(claim.evidence),
        }
        yield _entity(f"{actor.id}.membership-{number}", "Membership" if plain else "UnknownLink", properties)


def _agreement(base: Base, agreement: Agreement, own: Claim, steps: list[Claim]) -> Iterator[Entity]:
    properties = _names(agreement.title, agreement.other_names) | {
        "description": [agreement.subject],
        "keywords": [agreement.instrument, f"binding: {agreement.binding}"],
        "proof": _sources(own.evidence),
    }
    if agreement.short_title:
        properties["weakAlias"] = [agreement.short_title, *properties["weakAlias"]]
    yield _entity(agreement.id, "Project", properties)
    for party in agreement.parties:
        if _can_participate(base, party):
            ends: Properties = {"project": [agreement.id], "participant": [party], "role": ["party"]}
            yield _entity(f"{agreement.id}.party.{party}", "ProjectParticipant", ends)
        else:
            yield _link(agreement.id, "party", party)
    for tie in agreement.related:
        yield _link(agreement.id, "related", tie.id, tie.reason)
    for number, (step, claim) in enumerate(zip(agreement.milestones, steps, strict=True), 1):
        event_id = f"{agreement.id}.milestone-{number}"
        yield _event(event_id, claim, [step.action, step.status], {"description": [step.note]})
        yield _link(event_id, "milestone", agreement.id)
        yield from _documented(event_id, claim.evidence)


def _event(event_id: str, claim: Claim, keywords: list[str], more: Properties) -> Entity:
    properties: Properties = {
        "name": [claim.title],
        "keywords": keywords,
        "proof": _sources(claim.evidence),
    }
    if claim.date:
        parsed = edtf.parse(claim.date)
        if parsed.start == parsed.end:
            properties["date"] = [_date(parsed.start)]
        else:
            properties |= {"startDate": [_date(parsed.start)], "endDate": [_date(parsed.end)]}
        properties["summary"] = [claim.when] if _date(claim.date) != claim.date else []
    return _entity(event_id, "Event", properties | more)


def _date(date: str) -> str:
    """Return a date as the model takes it; "" for a year before 1000 or after 2999, which it drops."""
    prefix = iso_prefix(date)
    return prefix if prefix[:1] in ("1", "2") else ""


def _note(note_id: str, claim: Claim, keywords: list[str], about: tuple[str, ...]) -> Entity:
    properties: Properties = {
        "description": [claim.line],
        "keywords": keywords,
        "entity": about,
        "proof": _sources(claim.evidence),
    }
    return _entity(note_id, "Note", properties)


def _documented(entity_id: str, evidence: Iterable[Evidence]) -> Iterator[Entity]:
    for number, item in enumerate(evidence, 1):
        properties: Properties = {
            "document": [item.source],
            "entity": [entity_id],
            "role": ["evidence"],
            "summary": [item.quote],
            "description": [where(item)],
            "status": [item.grade],
        }
        yield _entity(f"{entity_id}.evidence-{number}", "Documentation", properties)


def _link(subject: str, role: str, target: str, summary: str = "") -> Entity:
    ends: Properties = {"subject": [subject], "object": [target], "role": [role], "summary": [summary]}
    return _entity(f"{subject}.{role}.{target}", "UnknownLink", ends)


def _names(name: str, others: tuple[Name, ...]) -> Properties:
    return {
        "name": [name],
        "alias": [other.name for other in others if other.kind not in _WEAK_ALIASES],
        "weakAlias": [other.name for other in others if other.kind in _WEAK_ALIASES],
    }


def _record(base: Base, record_id: str) -> Record:
    return base.record(base.number(record_id) or 0).record


def _schema(actor: Actor) -> str:
    return _SCHEMATA.get(actor.kind, "LegalEntity")


def _can_participate(base: Base, actor_id: str) -> bool:
    """Return whether the model lets this actor take part in events and projects."""
    actor = _record(base, actor_id)
    return isinstance(actor, Actor) and _schema(actor) in _PARTICIPANTS


def _sources(evidence: Iterable[Evidence]) -> list[str]:
    return [item.source for item in evidence]
