"""Rule on names: a name that no source prints must be marked as such."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.errors import Place
from eujdef_tui.model.records import Actor, Agreement
from eujdef_tui.rules.ledger import Ledger, noted
from eujdef_tui.rules.rule import Finding

__all__ = ["unsourced_name"]


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
