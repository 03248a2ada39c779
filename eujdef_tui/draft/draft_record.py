"""A draft: one proposed record with the words of the article that it rests on, as `eujdef draft --json` prints it."""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["Draft", "Quoted"]


class Quoted(NamedTuple):
    """The words that a draft rests on: text[start:end] of the article, in the sentence of that number from 0."""

    quote: str
    start: int
    end: int
    sentence: int


class Draft(NamedTuple):
    """A proposed record. What does not apply to it is "" or ().

    Attributes:
        record: actor, mention (a known record is named), agreement, event, statement or no_fact.
        kind: its finer kind; of an agreement the instrument.
        name: of an actor or a mention. title: of an event or agreement. text: of a statement, or of a sentence without
            a fact; of an agreement what is done with it (signed, launched).
        speaker, actors: ids of known records, or names as other drafts of the article write them.
        evidence: the words it rests on.
        flags: what a reviewer should look at, a sentence each.
        refused: why it cannot be a fact as it is; "" where nothing speaks against it.
        by: who drafted it, "rules" or the name of a command; not printed.
    """

    record: str
    kind: str
    evidence: tuple[Quoted, ...]
    name: str = ""
    title: str = ""
    text: str = ""
    date: str = ""
    date_text: str = ""
    date_basis: str = ""
    status: str = ""
    speaker: str = ""
    actors: tuple[str, ...] = ()
    value: str = ""
    unit: str = ""
    flags: tuple[str, ...] = ()
    refused: str = ""
    by: str = "rules"

    @property
    def label(self) -> str:
        """What a person calls it by: its name, title or text."""
        return self.name or self.title or self.text

    def plain(self) -> dict[str, Any]:
        """The draft as JSON has it: every key, and of name, title and text those that its record has."""
        naming = (
            ("name",)
            if self.name
            else ("title", "text")
            if self.title and self.text
            else ("title",)
            if self.title
            else ("text",)
        )
        shown: dict[str, Any] = {"record": self.record, "kind": self.kind}
        shown |= {key: getattr(self, key) for key in naming}
        shown |= {key: getattr(self, key) for key in ("date", "date_text", "date_basis", "status", "speaker")}
        shown["actors"] = list(self.actors)
        shown |= {"value": self.value, "unit": self.unit, "evidence": [quote._asdict() for quote in self.evidence]}
        return shown | {"flags": list(self.flags), "refused": self.refused}
