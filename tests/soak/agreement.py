"""Explorer, `find`, `show` and `export` agree on corpora made by chance: how many records, which ids, titles, dates."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from eujdef_tui.model.labels import date_of, title_of
from eujdef_tui.store import VIEWS, Base, open_base
from eujdef_tui.store.sql_schema import view_of
from tests.soak.corpora import document, write_corpus
from tests.soak.forked import command, forked, preload
from tests.soak.fuzz import looked_at
from tests.soak.keys import words_of
from tests.soak.trials import Tried
from tests.soak.walker import Step, walker

__all__ = ["try_agreement"]

QUERIES = 6
SHOWN = 12  # records that are shown one by one
# The key under which the fact file has what a record of each type is called, and its date.
TITLES = {"actor": "name", "statement": "text"}
DATES = {"source": "issued"}


def try_agreement(seed: int) -> Tried:
    """Make a corpus, and ask all four."""
    preload()
    chance, tried = Random(f"agreement {seed}"), Tried()
    with TemporaryDirectory() as folder:
        made, articles = document(chance, hostile=seed % 2 == 1, size=25)
        path = write_corpus(Path(folder), made, articles)
        exported = forked(command("export", "-f", str(path), "--to", "jsonl"))
        looked_at(tried, "export", exported)
        records = {found["id"]: found for found in map(json.loads, exported.out.splitlines())}
        base = open_base(path)
        tried.counts["corpora"] += 1
        tried.counts["records"] += len(records)
        faults = [*_of_export(made, records), *_of_show(chance, tried, path, records)]
        faults += [*_of_find(chance, tried, path, base, records), *_of_explorer(base, chance, records)]
        tried.faults += [f"seed {seed}: {fault}" for fault in faults]
        base.close()
    return tried


def _title(record: dict[str, Any]) -> str:
    return " ".join(str(record[TITLES.get(record["record"], "title")]).split())


def _date(record: dict[str, Any]) -> str:
    return str(record.get(DATES.get(record["record"], "date")) or record.get("as_of", ""))


def _of_export(made: dict[str, Any], records: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The export has every record of the fact file, under the same keys."""
    sections = {section: found for section, found in made.items() if isinstance(found, list)}
    if sum(map(len, sections.values())) != len(records):
        yield f"the file has {sum(map(len, sections.values()))} records, the export {len(records)}"
    for section, found in sections.items():
        for record in found:
            other = records.get(record["id"], {"record": ""})
            if f"{other['record']}s" != section:
                yield f"export: {record['id']} is not among the {section}"
            elif (_title(record | {"record": other["record"]}), record.get("date", "")) != (
                _title(other),
                other.get("date", ""),
            ):
                yield f"export: {record['id']} has another title or date"


def _of_show(chance: Random, tried: Tried, path: Path, records: dict[str, dict[str, Any]]) -> Iterator[str]:
    """`show` prints the title of each record that it is asked for."""
    for own in chance.sample(sorted(records), min(SHOWN, len(records))):
        ended = forked(command("show", "-f", str(path), "--", own))
        looked_at(tried, f"show of {own}", ended)
        first, title = " ".join(ended.out.split()), _title(records[own])[:60]
        if ended.code or title not in first:
            yield f"show {own} ends with {ended.code} and begins {first[:80]!r}, the title is {title!r}"


def _of_find(chance: Random, tried: Tried, path: Path, base: Base, records: dict[str, dict[str, Any]]) -> Iterator[str]:
    """`find` lists records of the export, each once, as many as it says, and every one that has a kind."""
    words = [word for word in words_of(base) if word.isalnum()] or ["x"]
    for query in [chance.choice(words) for _ in range(QUERIES)] + [f"kind:{kind}" for kind in ("event", "actor")]:
        ended = forked(command("find", "-f", str(path), "--json", "-n", "0", "--", query))
        looked_at(tried, f"find of {query!r}", ended)
        if ended.code not in (0, 1):
            if not query.startswith("kind:"):
                yield f"find {query!r} ends with {ended.code}: {ended.err[:200]}"
            continue
        found = json.loads(ended.out)
        hits = found["hits"]
        if found["count"] != len(hits) or len({hit["id"] for hit in hits}) != len(hits):
            yield f"find {query!r} counts {found['count']}, lists {len(hits)}"
        for hit in hits:
            record = records.get(hit["id"])
            if record is None or record["record"] != hit["record"]:
                yield f"find {query!r}: no such record in the export: {hit['id']}"
            elif (_title(record), _date(record)) != (" ".join(hit["title"].split()), hit["date"] or ""):
                yield f"find {query!r}: {hit['id']} has another title or date than in the export: {hit['title']!r}"


def _of_explorer(base: Base, chance: Random, records: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Each view lists the records of the export of its type, and the picked one is shown with its title."""

    async def walk() -> list[str]:
        wrong = []
        async with walker(base, (120, 36), glazed=False) as at:
            for nth, view in enumerate(VIEWS, 1):
                await at.take(Step(str(nth).encode()))
                listed = [base.record(n).record for n in at.records.model.numbers]
                expected = {own for own, record in records.items() if view_of(record["record"]) == view}
                if {record.id for record in listed} != expected or len(listed) != len(expected):
                    wrong.append(f"{view} lists {len(listed)} records, the export has {len(expected)}")
                for record in listed:
                    title, date = " ".join(title_of(record).split()), date_of(record)
                    if record.id in records and (title, date) != (
                        _title(records[record.id]),
                        _date(records[record.id]),
                    ):
                        wrong.append(f"{view}: {record.id} has another title or date than in the export")
                for _ in range(min(3, len(listed))):
                    await at.take(Step(chance.choice([b"j", b"k", b"G", b"g", b" "])))
                    picked = at.main.row.record if at.main.row else None
                    begin = " ".join(title_of(picked).split()[:1])[:12] if picked else ""
                    if begin not in at.text:
                        wrong.append(f"{view}: {at.picked} is picked, and its title is not on the screen")
        return wrong

    yield from asyncio.run(walk())
