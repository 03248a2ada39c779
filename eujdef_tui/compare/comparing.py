"""Compare two states of a fact file, record by record and article by article, in whatever order and files they stand.

What is compared: records by id, the texts of sources, the days of plans. A file's title, its synonyms, saved searches
and roots are no facts, and are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eujdef_tui.compare.articles import edited_articles
from eujdef_tui.compare.canonical import Plain
from eujdef_tui.compare.change import Change, change_of, in_order
from eujdef_tui.compare.edits import edits
from eujdef_tui.compare.renames import renamed
from eujdef_tui.model.labels import record_type
from eujdef_tui.model.records import Event, FactFile, Record, Source
from eujdef_tui.model.serialize import to_plain
from eujdef_tui.text import edtf

__all__ = ["compare", "passed_between"]

_Key = tuple[str, str]  # type of a record, its id


def compare(old: FactFile, new: FactFile, since: int | None = None, today: int | None = None) -> tuple[Change, ...]:
    """Return all changes, in order. With `since`, a day (yyyymmdd), also the plans whose day has passed since."""
    before, now = _by_key(old), _by_key(new)
    gone = {key: record for key, record in before.items() if key not in now}
    fresh = {key: record for key, record in now.items() if key not in before}
    ids = renamed(_plain(gone, old), _plain(fresh, new)) if gone and fresh else {}
    was = {now_id: before_id for before_id, now_id in ids.items()}
    changes = [change_of("gone", record) for (_, record_id), record in gone.items() if record_id not in ids]
    for (_, record_id), record in fresh.items():
        former = was.get(record_id, "")
        changes.append(change_of("renamed" if former else "new", record)._replace(was=former))
    changes += _changed(before, now, ids)
    changes += edited_articles(old, new, was)
    if since is not None:
        day = edtf.today() if today is None else today
        events = [record for record in now.values() if isinstance(record, Event)]
        planned = {record.id for record in before.values() if isinstance(record, Event) and record.status == "planned"}
        known = [event for event in events if was.get(event.id, event.id) in planned]
        changes += [change_of("passed", event) for event in known if passed_between(event, since, day)]
    return in_order(changes)


def passed_between(event: Event, since: int, today: int) -> bool:
    """Whether the day of a plan has passed since a day on which it had not, and the plan is still one."""
    return event.status == "planned" and bool(event.date) and since <= edtf.bounds(event.date)[1] < today


def _by_key(file: FactFile) -> dict[_Key, Record]:
    return {(record_type(record), record.id): record for record in file.records()}


def _plain(records: Mapping[_Key, Record], file: FactFile) -> dict[_Key, Plain]:
    """The records as plain mappings; a source also has its text, without which it is another one."""
    return {
        key: to_plain(record) | ({"text": file.texts.get(record.id, "")} if isinstance(record, Source) else {})
        for key, record in records.items()
    }


def _changed(before: Mapping[_Key, Record], now: Mapping[_Key, Record], ids: Mapping[str, str]) -> Iterator[Change]:
    for key, record in now.items():
        former = before.get(key)
        if former is None or former == record:
            continue
        found = edits(to_plain(former), to_plain(record), lambda id_: ids.get(id_, id_))
        if found:
            yield change_of("changed", record)._replace(edits=found)
