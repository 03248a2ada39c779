"""Examples of what can be asked, with names of the open fact file: shown where nothing was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from eujdef_tui.model.labels import title_of
from eujdef_tui.model.records import Actor
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["query_examples"]

LOOKED_AT = 200  # records among which an example is looked for: the list of a large base is not read for an example
SHOWN = 3  # names in an example
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def query_examples(base: Base) -> list[tuple[str, str]]:
    """Return what can be typed, and what that is, the most useful first: (example, meaning)."""
    actors = _actors(base)
    words = [actor.name.split()[-1].lower() for actor in actors if actor.name.split()[-1].isalpha()]
    people = (actor.name.split()[-1].lower() for actor in actors if actor.kind == "person")
    said = next(filter(str.isalpha, people), "")  # not "(unnamed)"
    source = base.record(base.span("sources").start).record.id if base.span("sources") else "afp"
    either = [(" or ".join(words[:2]), "one or the other")] if len(words) > 1 else []
    return [
        (", ".join(_names(actors)) or "a name", "names: misspelt, cut short, any script"),
        (f"what did {said} say" if said else "when did they sign the treaty", "a question"),
        (", ".join(_dates(base)), "dates"),
        (f"is:planned  source:{source}", "fields: the sign : alone lists them"),
        (f'"{_phrase(base)}"', "exact words"),
        (f"!{words[0] if words else 'word'}", "without a word"),
        *either,
        ("is:coming", "planned or aimed at, and not over"),
        ("is:passed", "planned, its day over, no later word"),
        ("kind:difference", "where the articles differ"),
        ("is:corroborated", "told by two sources or more"),
    ]


def _actors(base: Base) -> list[Actor]:
    """Return some actors, those that the most facts name first."""
    rows = base.rows(list(base.span("actors")[:LOOKED_AT]))
    return [row.record for row in sorted(rows, key=lambda row: -row.mentions) if isinstance(row.record, Actor)]


def _names(people: Sequence[Actor]) -> Iterator[str]:
    """Yield a name with a letter missing, one cut short, an acronym and one in another script, where there are such."""
    surnames = [
        name.lower() for actor in people if (name := actor.name.split()[-1]).isalpha() and actor.kind == "person"
    ]
    doubled = next((name for name in surnames if _undoubled(name) != name), "")
    cut = next((name[:5] for name in surnames if len(name) > 6 and name != doubled), "")
    others = [other for actor in people for other in actor.other_names]
    acronym = next((other.name.lower() for other in others if other.kind == "acronym"), "")
    script = next((other.name for other in others if other.lang in ("ja", "zh", "ko", "ru", "uk", "ar")), "")
    found = [name for name in (_undoubled(doubled), cut, acronym, script) if name]
    yield from found[: SHOWN + 1]


def _dates(base: Base) -> Iterator[str]:
    """Yield the day of an event, its year, and all that lies before the last year."""
    dates = [getattr(row.record, "date", "") for row in base.rows(list(base.span("timeline")[-LOOKED_AT:]))]
    day = next((date for date in reversed(dates) if _DAY.fullmatch(date)), "2024-11-01")
    yield edtf.in_english(day).lower()
    yield day[:4]
    years = base.months()
    yield f"before {years[-1][0] // 100}" if years else "by 2035"


def _phrase(base: Base) -> str:
    """Return the last two words of the title of an agreement, or of an event."""
    for view in ("agreements", "timeline"):
        for row in base.rows(list(base.span(view)[:LOOKED_AT])):
            words = title_of(row.record).lower().split()
            if len(words) > 1 and all(word.isalpha() for word in words[-2:]):
                return " ".join(words[-2:])
    return "these very words"


def _undoubled(name: str) -> str:
    """Return a name with one of two equal neighbouring letters left out, as it is often misspelt."""
    place = next((nth for nth, pair in enumerate(pairwise(name)) if pair[0] == pair[1]), -1)
    return name if place < 0 else name[:place] + name[place + 1 :]
