"""A fact file that is generated: as many records of every section as are asked for, with articles that prove them.

It is kept as plain mappings, which are changed at will, and then read (`as_file`) or written (`write_facts`).
"""

from __future__ import annotations

import json
import random
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eujdef_tui.model.records import SECTIONS, FactFile
from eujdef_tui.model.serialize import from_plain

__all__ = ["Facts", "as_file", "generated", "write_facts"]

Record = dict[str, Any]
SUBJECTS = "harbour bridge canal railway archive museum ferry tunnel market lighthouse".split()


@dataclass
class Facts:
    """Sections with their records, and articles by file name."""

    sections: dict[str, list[Record]]
    articles: dict[str, str]
    renamed: dict[str, str] = field(default_factory=dict)

    def copy(self) -> Facts:
        """The same, to be changed."""
        return deepcopy(self)

    def of(self, record_id: str) -> Record:
        """A record by its id."""
        return next(one for records in self.sections.values() for one in records if one["id"] == record_id)

    def rename(self, old: str, new: str) -> None:
        """Give a record another id, and everything that points at it too."""

        def changed(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: changed(inner) for key, inner in value.items()}
            if isinstance(value, list):
                return [changed(item) for item in value]
            return new if value == old else value

        self.sections = {section: [changed(one) for one in records] for section, records in self.sections.items()}

    def shuffled(self, seed: int) -> Facts:
        """The same with every list of records, parts and ids in another order."""
        made = random.Random(seed)

        def turned(key: str, value: Any) -> Any:
            if isinstance(value, dict):
                pairs = [(name, turned(name, inner)) for name, inner in value.items()]
                return dict(made.sample(pairs, len(pairs)))
            if isinstance(value, list) and key != "author":
                return made.sample([turned(key, item) for item in value], len(value))
            return value

        return Facts({key: turned(key, records) for key, records in self.sections.items()}, dict(self.articles))


def sentence(nth: int) -> str:
    """A sentence of an article that nothing else says."""
    return f"On day {nth} the {SUBJECTS[nth % 10]} of Town {nth} was opened by the mayor with {nth + 2} guests."


def generated(count: int = 6) -> Facts:
    """A file with `count` records in every section, and an article for each source."""

    def proof(nth: int) -> Record:
        return {"source": f"source-{nth % count}", "quote": sentence(nth)}

    numbers = range(count)
    articles = {f"a{nth}.txt": "\n".join(sentence(other) for other in range(nth, 4 * count, count)) for nth in numbers}
    actors = [
        {
            "id": f"actor-{n}", "kind": "person", "name": f"Person {n}", "summary": f"Mayor of Town {n}",
            "other_names": [{"name": f"P{n}", "kind": "acronym"}, {"name": f"Person the {n}th"}],
            "memberships": [
                {"organization": f"actor-{(n + 1) % count}", "role": f"member {n}", "evidence": [proof(n)]}
            ],
            "evidence": [proof(n), proof(n + count)],
        }
        for n in numbers
    ]  # fmt: skip
    agreements = [
        {
            "id": f"agreement-{n}", "title": f"Pact {n}", "instrument": "treaty", "binding": "legal",
            "parties": [f"actor-{n}", f"actor-{(n + 2) % count}"],
            "related": [{"id": f"agreement-{(n + 1) % count}", "reason": f"reason {n}"}],
            "milestones": [
                {"action": action, "date": f"202{at}-0{n % 9 + 1}", "status": "happened",
                 "evidence": [proof(n + at * count)]}
                for at, action in enumerate(("signed", "ratified"), 1)
            ],
            "evidence": [proof(n)],
        }
        for n in numbers
    ]  # fmt: skip
    events = [
        {
            "id": f"event-{n}", "kind": "opening", "title": f"The {SUBJECTS[n % 10]} of Town {n} is opened",
            "date": f"2025-03-{n % 28 + 1:02}", "status": "planned", "actors": [f"actor-{n}"],
            "agreements": [f"agreement-{n}"], "evidence": [proof(n + 2 * count), proof(n)],
        }
        for n in numbers
    ]  # fmt: skip
    statements = [
        {
            "id": f"statement-{n}", "kind": "figure", "speaker": f"actor-{n}", "date": "2025-04",
            "text": f"{n + 2} guests came to Town {n}.", "value": f"{n + 2}", "unit": "guests",
            "about": [f"event-{n}"],
            "evidence": [proof(n + 3 * count)],
        }
        for n in numbers
    ]  # fmt: skip
    tensions = [
        {
            "id": f"tension-{n}", "title": f"Guests of Town {n}", "reading": f"two counts of {n}",
            "facts": [f"statement-{n}", f"statement-{(n + 1) % count}"],
            "evidence": [proof(n + 3 * count), proof(n)],
        }
        for n in numbers
    ]  # fmt: skip
    sources = [
        {
            "id": f"source-{n}", "type": "article", "title": f"News of Town {n}", "issued": "2025-04-01",
            "author": [{"literal": f"Writer {n}"}, {"literal": "Editor"}], "file": f"a{n}.txt",
        }
        for n in numbers
    ]  # fmt: skip
    made = (sources, actors, agreements, events, statements, tensions)
    return Facts(dict(zip(SECTIONS, made, strict=True)), articles)


def as_file(facts: Facts) -> FactFile:
    """The fact file, as if it had been read."""
    sections = {
        section: tuple(from_plain(SECTIONS[section], record) for record in records)
        for section, records in facts.sections.items()
    }
    texts = {source["id"]: facts.articles[source["file"]] for source in facts.sections["sources"]}
    return FactFile(path=Path("facts.yaml"), title="T", inputs=(), texts=texts, **sections)  # type: ignore[arg-type]


def write_facts(folder: Path, facts: Facts, files: int = 1, seed: int = 0) -> Path:
    """Write it into a folder, as `facts.yaml` or, shuffled, into several files of the folder; return what to open."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in facts.articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    if files == 1:
        path = folder / "facts.yaml"
        whole = {"schema_version": "1", "title": "T", **facts.sections}
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
        return path
    made = random.Random(seed)
    parts: list[dict[str, Any]] = [{"schema_version": "1", "title": "T"} for _ in range(files)]
    for section, records in facts.sections.items():
        for record in records:
            made.choice(parts).setdefault(section, []).append(record)
    for nth, part in enumerate(parts):
        (folder / f"part{nth}.yaml").write_text(json.dumps(part, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder
