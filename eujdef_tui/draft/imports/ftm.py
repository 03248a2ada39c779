"""FollowTheMoney entities, one a line: actors, events and notes; links, which rest on no words, are told.

A Documentation, as our own export writes it, gives an entity its quote. Topics are dropped: they are verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eujdef_tui.draft.imports.candidate import Candidate, Quote, date_of, status_of, text_of, texts_of, word_of
from eujdef_tui.draft.imports.json_file import read_json_lines

__all__ = ["candidates"]

_ACTORS = {
    "Person": "person", "Company": "company", "PublicBody": "public-body", "Organization": "organization",
    "LegalEntity": "organization", "Airplane": "aircraft", "Vessel": "ship", "Territory": "region",
}  # fmt: skip
_SOURCES = ("Article", "Document", "HyperText", "PlainText", "Pages", "Page", "WebPage", "Email")
_LINKS = (
    "Membership", "Directorship", "Employment", "Ownership", "Representation", "UnknownLink", "Associate", "Family",
    "ProjectParticipant", "EventParticipant",
)  # fmt: skip


def candidates(text: str, name: str) -> Iterator[Candidate]:
    """Yield a candidate for each entity that is no quote of another one."""
    read = list(read_json_lines(text, name))
    quotes = _documented(read)
    names = {text_of(one.get("id")): text_of(_properties(one).get("name")) for _, one in read if isinstance(one, dict)}
    for place, entity in read:
        if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
            yield Candidate("actor", "", place, refused="it is no entity: it has no properties")
        elif entity.get("schema") != "Documentation":
            yield _candidate(entity, place, quotes.get(text_of(entity.get("id")), ()), names)


def _properties(entity: dict[str, Any]) -> dict[str, Any]:
    found = entity.get("properties")
    return found if isinstance(found, dict) else {}


def _documented(read: list[tuple[str, Any]]) -> dict[str, tuple[Quote, ...]]:
    """The quotes of each entity, by its id."""
    found: dict[str, tuple[Quote, ...]] = {}
    for _, one in read:
        if isinstance(one, dict) and one.get("schema") == "Documentation":
            given = _properties(one)
            quote = next(iter(given.get("summary") or [""])) if isinstance(given.get("summary"), list) else ""
            if isinstance(quote, str) and quote:
                for entity in texts_of(given.get("entity")):
                    found[entity] = (*found.get(entity, ()), Quote(quote, source=text_of(given.get("document"))))
    return found


def _candidate(entity: dict[str, Any], place: str, quotes: tuple[Quote, ...], names: dict[str, str]) -> Candidate:
    given, schema, id_ = _properties(entity), text_of(entity.get("schema")), text_of(entity.get("id"))
    name = text_of(given.get("name")) or text_of(given.get("title")) or text_of(entity.get("caption"))
    told: dict[str, Any] = {"imported_id": id_}
    if schema in _ACTORS:
        others = [*texts_of(given.get("alias")), *texts_of(given.get("weakAlias"))]
        told |= {"other_names": others} if others else {}
        told |= {"country": code.upper()} if (code := text_of(given.get("country"))) else {}
        return Candidate("actor", name, place, _ACTORS[schema], quotes, told=told)
    keywords = list(texts_of(given.get("keywords")))
    if schema == "Event":
        ends = [text_of(given.get(key)) for key in ("startDate", "endDate")]
        date, wrong = date_of(text_of(given.get("date")) or ("/".join(ends) if all(ends) else ends[0]))
        actors = tuple(names.get(one) or one for one in texts_of(given.get("involved")))
        kind = word_of(keywords[0] if keywords else "", "event")
        flags = (wrong,) if wrong else ()
        return Candidate(
            "event", name, place, kind, quotes, date, status_of(keywords), actors=actors, flags=flags, told=told
        )
    if schema == "Note":
        text = text_of(given.get("description")) or name
        return Candidate("statement", text, place, word_of(keywords[0] if keywords else "", "claim"), quotes, told=told)
    if schema == "Project":
        kind = word_of(keywords[0] if keywords else "", "agreement")
        return Candidate("agreement", name, place, kind, quotes, told=told)
    if schema in _LINKS:
        ends = [names.get(one) or one for key in _ENDS for one in texts_of(given.get(key))]
        label = " – ".join([*ends, *texts_of(given.get("role"))])
        return Candidate("membership", label, place, refused="a tie enters with the words of an article", told=told)
    refused = "a source needs its text: save the article, then eujdef draft" if schema in _SOURCES else ""
    return Candidate(
        "source", name, place, refused=refused or f"{schema or 'it'} is nothing that a fact file has", told=told
    )


_ENDS = tuple(
    "member director organization subject object owner asset employee employer entity project participant".split()
)
