"""Changes that are made to a generated fact file, each with what must be told of it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.helpers.generated_facts import Facts, sentence

__all__ = ["CHANGES", "Told", "told"]


class Told(NamedTuple):
    """A change as it is told, in short: its kind, the id, and each edit as (field, part, old, new)."""

    kind: str
    id: str
    edits: frozenset[tuple[str, str, str, str]] = frozenset()


Made = Callable[[Facts, int], Told]  # changes the facts of a number, and returns what must be told


def told(change: Any) -> Told:
    """What was told of a change, in the same form."""
    edits = [tuple(edit) for edit in change.edits]
    if change.kind == "edited":
        edits = [("quotes", "", str(change.hold), str(len(change.fell)))]
    elif change.was:
        edits = [("id", "", change.was, change.id)]
    return Told(change.kind, change.id, frozenset(edits))


def value(section: str, key: str, new: str) -> Made:
    """Give a key of a record another value."""

    def make(facts: Facts, n: int) -> Told:
        record = facts.of(f"{section}-{n}")
        old, record[key] = record.get(key, ""), new
        return Told("changed", record["id"], frozenset([(key, "", old, new)]))

    return make


def without(section: str, key: str) -> Made:
    """Take a key away."""

    def make(facts: Facts, n: int) -> Told:
        record = facts.of(f"{section}-{n}")
        return Told("changed", record["id"], frozenset([(key, "", record.pop(key), "")]))

    return make


def part(section: str, key: str, nth: int, label: str, changes: dict[str, str]) -> Made:
    """Give some keys of a part of a record other values."""

    def make(facts: Facts, n: int) -> Told:
        record = facts.of(f"{section}-{n}")
        item = record[key][nth]
        edits = {(f"{key}.{name}", item[label], item.get(name, ""), new) for name, new in changes.items()}
        item.update(changes)
        return Told("changed", record["id"], frozenset(edits))

    return make


def gained(section: str, key: str, item: dict[str, Any], told_as: tuple[str, str]) -> Made:
    """Add a part to a record; `told_as` is the part's label and its words."""

    def make(facts: Facts, n: int) -> Told:
        record = facts.of(f"{section}-{n}")
        record.setdefault(key, []).insert(0, dict(item))
        return Told("changed", record["id"], frozenset([(key, told_as[0], "", told_as[1])]))

    return make


def lost(section: str, key: str, nth: int, label: str, *words: str) -> Made:
    """Take a part of a record away; `label` and `words` are keys of it by which it is told, "" for no label."""

    def make(facts: Facts, n: int) -> Told:
        record = facts.of(f"{section}-{n}")
        item = record[key].pop(nth)
        return Told(
            "changed",
            record["id"],
            frozenset([(key, item.get(label, ""), ", ".join(item[name] for name in words), "")]),
        )

    return make


def listed(section: str, key: str, new: Callable[[int], list[str]]) -> Made:
    """Give a list of ids other ids."""

    def make(facts: Facts, n: int) -> Told:
        record = facts.of(f"{section}-{n}")
        old, record[key] = record[key], new(n)
        gone, came = sorted(set(old) - set(record[key])), sorted(set(record[key]) - set(old))
        return Told("changed", record["id"], frozenset([(key, "", ", ".join(gone), ", ".join(came))]))

    return make


def other_quote(facts: Facts, n: int) -> Told:
    """Quote other words of the same article."""
    record = facts.of(f"event-{n}")
    item = record["evidence"][0]
    old, item["quote"] = item["quote"], item["quote"].replace("was opened by the mayor", "was opened")
    return Told("changed", record["id"], frozenset([("evidence.quote", item["source"], old, item["quote"])]))


def new_record(facts: Facts, n: int) -> Told:
    """Add an event."""
    source = facts.sections["sources"][n]["id"]
    event: dict[str, Any] = {
        "id": f"added-{n}", "kind": "talks", "title": f"Talks {n}", "date": "2025-05", "status": "happened",
        "evidence": [{"source": source, "quote": sentence(n)}],
    }  # fmt: skip
    facts.sections["events"].insert(0, event)
    return Told("new", event["id"])


def gone_record(facts: Facts, n: int) -> Told:
    """Delete a tension, at which nothing points."""
    facts.sections["tensions"].remove(facts.of(f"tension-{n}"))
    return Told("gone", f"tension-{n}")


def renamed(section: str) -> Made:
    """Give a record another id, and all that point at it."""

    def make(facts: Facts, n: int) -> Told:
        old, new = f"{section}-{n}", f"{section}-once-{n}"
        facts.rename(old, new)
        return Told("renamed", new, frozenset([("id", "", old, new)]))

    return make


def edited(words: Callable[[str, int], str], fell: int) -> Made:
    """Edit the article of a source, so that so many of its quotes fall."""

    def make(facts: Facts, n: int) -> Told:
        source = facts.of(f"source-{n}")
        facts.articles[source["file"]] = words(facts.articles[source["file"]], n)
        quotes = {
            (record["id"], item["quote"])
            for records in facts.sections.values()
            for record in records
            for place in (record, *record.get("milestones", ()), *record.get("memberships", ()))
            for item in place.get("evidence", ())
            if item["source"] == source["id"]
        }
        resting = {one for one in quotes if one[1] == sentence(n)} if fell else set()
        counts = str(len(quotes) - len(resting)), str(len(resting))
        return Told("edited", source["id"], frozenset([("quotes", "", *counts)]))

    return make


def _spoilt(text: str, n: int) -> str:
    return text.replace(sentence(n), sentence(n).replace("mayor", "king"), 1)


ENDED = {
    "action": "ended", "date": "2026", "status": "happened",
    "evidence": [{"source": "source-0", "quote": sentence(0)}],
}  # fmt: skip

CHANGES: dict[str, Made] = {
    "date": value("event", "date", "2025-06-30"),
    "date of a statement": value("statement", "date", "2025-06"),
    "date gone": without("event", "date"),
    "date_text": value("event", "date_text", "last spring"),
    "day of issue": value("source", "issued", "2025-04-02~"),
    "status": value("event", "status", "happened"),
    "binding": value("agreement", "binding", "political"),
    "value": value("statement", "value", "99"),
    "unit": value("statement", "unit", "people"),
    "unit gone": without("statement", "unit"),
    "as_of": value("statement", "as_of", "2024"),
    "title of an event": value("event", "title", "The pier is opened"),
    "title of an agreement": value("agreement", "title", "Another pact"),
    "title of a source": value("source", "title", "Other news"),
    "text": value("statement", "text", "Many guests came."),
    "reading": value("tension", "reading", "read it so"),
    "summary": value("actor", "summary", "A former mayor"),
    "name": value("actor", "name", "Somebody"),
    "kind": value("event", "kind", "ceremony"),
    "instrument": value("agreement", "instrument", "contract"),
    "location": value("event", "location", "Town Hall"),
    "speaker gone": without("statement", "speaker"),
    "note": value("event", "x-note", "seen by nobody"),
    "other name new": gained("actor", "other_names", {"name": "Nick"}, ("", "Nick")),
    "other name gone": lost("actor", "other_names", 0, "", "name", "kind"),
    "other name's language": part("actor", "other_names", 0, "name", {"lang": "fr"}),
    "role": part("actor", "memberships", 0, "organization", {"role": "chair"}),
    "membership ends": part("actor", "memberships", 0, "organization", {"end": "2025"}),
    "milestone's date": part("agreement", "milestones", 0, "action", {"date": "2026-02"}),
    "milestone's status": part("agreement", "milestones", 1, "action", {"status": "planned", "date": "2027"}),
    "milestone new": gained("agreement", "milestones", ENDED, ("", "ended, 2026, happened")),
    "reason of a tie": part("agreement", "related", 0, "id", {"reason": "another reason"}),
    "tie gone": lost("agreement", "related", 0, "", "id", "reason"),
    "quote": other_quote,
    "evidence gone": lost("event", "evidence", 1, "source", "quote"),
    "evidence new": gained(
        "event", "evidence", {"source": "source-0", "quote": sentence(0)[:30]}, ("source-0", sentence(0)[:30])
    ),
    "prefix": part("actor", "evidence", 1, "source", {"prefix": "before"}),
    "actors": listed("event", "actors", lambda n: [f"actor-{n}", "actor-0"] if n else ["actor-1"]),
    "parties": listed("agreement", "parties", lambda n: [f"actor-{n}"]),
    "facts of a tension": listed("tension", "facts", lambda n: [f"event-{n}", f"statement-{n}"]),
    "record new": new_record,
    "record gone": gone_record,
    "event renamed": renamed("event"),
    "actor renamed": renamed("actor"),
    "agreement renamed": renamed("agreement"),
    "statement renamed": renamed("statement"),
    "source renamed": renamed("source"),
    "article edited": edited(lambda text, _: f"Corrected.\n{text}", 0),
    "quote fallen": edited(_spoilt, 1),
}
