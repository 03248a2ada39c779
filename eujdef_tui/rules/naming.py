"""Rules on names: a name that no source prints must be marked as such; a country code is one of ISO 3166."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.errors import Place
from eujdef_tui.model.country_codes import COUNTRY_CODES, OFTEN_MEANT
from eujdef_tui.model.records import Actor, Agreement
from eujdef_tui.rules.ledger import Ledger, noted
from eujdef_tui.rules.rule import Finding

__all__ = ["unknown_country", "unsourced_name"]


def unsourced_name(ledger: Ledger) -> Iterator[Finding]:
    """A name that stands in no source is knowledge from outside, and must not pass for the articles' word.

    The names of an actor, the other names and the short title of an agreement are looked for in all
    sources, without regard to case and accents. Note the others with `x-outside: reason`, beside the
    name or on the record.
    """
    for place, name in _unexplained(ledger):
        if not ledger.wording.has(name):
            message = f"The name “{name}” stands in no source."
            yield Finding(place, message, "Write it as a source does, or add `x-outside:` with a reason.")


def _unexplained(ledger: Ledger) -> Iterator[tuple[Place, str]]:
    records: tuple[Actor | Agreement, ...] = (*ledger.file.actors, *ledger.file.agreements)
    for record in records:
        if noted("x-outside", record):
            continue
        if name := record.name if isinstance(record, Actor) else record.short_title:
            yield record.place, name
        yield from ((other.place, other.name) for other in record.other_names if not noted("x-outside", other))


def unknown_country(ledger: Ledger) -> Iterator[Finding]:
    """A country code that ISO 3166-1 has not assigned is dropped, or read as another country, where facts are used.

    EU counts as one: ISO 3166 reserves it for the Union. What is no country has no code.
    """
    for actor in ledger.file.actors:
        if actor.country and actor.country not in COUNTRY_CODES:
            meant = OFTEN_MEANT.get(actor.country)
            advice = f"Write {meant}." if meant else "Use the code of ISO 3166-1, or leave `country` out."
            yield Finding(actor.place, f"ISO 3166-1 has no country code {actor.country}.", advice)
