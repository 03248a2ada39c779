"""The published schema, held against the loader: what is valid for one is valid for the other."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile.json_schema import schema
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.field_specs import keys_of
from eujdef_tui.model.records import SECTIONS
from tests.helpers.fact_files import write
from tests.helpers.places import METRE, ROOT

VALIDATOR = Draft202012Validator(schema())

# Faults that a schema cannot see; too few are also two facts that are one.
BEYOND = {"dangling-id", "wrong-kind-of-id", "duplicate-id", "missing-source-file", "too-few"}

PROOF: list[dict[str, Any]] = [{"source": "s", "quote": "words"}]
VALID: dict[str, Any] = {
    "schema_version": "1",
    "title": "T",
    "x-by": {"any": ["thing"]},
    "synonyms": ["ship, vessel", "drown > dead, killed", "premier, prime minister"],
    "searches": [{"name": "To come", "query": "is:coming"}],
    "sources": [
        {
            "id": "s",
            "type": "article",
            "file": "a.txt",
            "container-title": "Daily",
            "author": [{"family": "A", "given": "B", "suffix": "Jr.", "comma-suffix": True, "dropping-particle": "de"}],
            "issued": 2024,
            "language": "en-GB",
            "no_fact": [{"kind": "heading", "quote": "words"}],
        }
    ],
    "actors": [
        {
            "id": "a",
            "kind": "person",
            "name": "A",
            "other_names": [{"name": "日本", "lang": "ja", "kind": "native"}],
            "country": "NO",
            "memberships": [{"organization": "a", "role": "chief", "start": "2019", "evidence": PROOF}],
            "summary": 7.5,
            "evidence": PROOF,
            "x-note": "n",
        }
    ],
    "agreements": [
        {
            "id": "g",
            "title": "G",
            "instrument": "treaty",
            "binding": "legal",
            "parties": ["a"],
            "milestones": [{"action": "signed", "date": "2024-11", "status": "planned", "evidence": PROOF}],
            "related": [{"id": "g", "reason": "itself"}],
            "evidence": PROOF,
        }
    ],
    "events": [{"id": "e", "kind": "talk", "title": "E", "status": "happened", "actors": ["a"], "evidence": PROOF}],
    "statements": [
        {"id": "c", "kind": "figure", "speaker": "s", "text": "t", "value": 1.5, "about": ["e"], "evidence": PROOF}
    ],
    "tensions": [
        {"id": "t", "kind": "reading", "title": "T", "facts": ["e", "c"], "reading": "r", "evidence": [*PROOF, *PROOF]}
    ],
}


def rules(folder: Path, document: Any) -> set[str]:
    """The rules that the loader says are broken; JSON is YAML."""
    path = write(folder, json.dumps(document, ensure_ascii=False))
    try:
        load(path)
    except FactFileError as error:
        return {problem.rule for problem in error.problems}
    return set()


def changed(path: str, value: Any) -> dict[str, Any]:
    """The valid document with another value at a path such as `events.0.title`; `...` takes the key away."""
    document = copy.deepcopy(VALID)
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    place: Any = document
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return document


def test_the_published_schema_is_up_to_date() -> None:
    published = (ROOT / "data" / "facts.schema.json").read_text(encoding="utf-8")
    made = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    assert published == made, "run: python -m eujdef_tui.factfile.json_schema > data/facts.schema.json"


@pytest.mark.slow
def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_has_every_key_of_every_record_and_tells_what_it_is() -> None:
    defs = schema()["$defs"]
    for cls in SECTIONS.values():
        assert list(defs[cls.__name__]["properties"]) == list(keys_of(cls))
        assert defs[cls.__name__]["description"]
    assert "grade" not in defs["Evidence"]["properties"]


def test_the_other_fact_file_is_valid_for_the_schema() -> None:
    text = METRE.read_text(encoding="utf-8")
    assert list(VALIDATOR.iter_errors(yaml.load(text, yaml.BaseLoader))) == []


@pytest.mark.parametrize(
    "document",
    [
        VALID,
        changed("schema_version", 1),
        changed("tensions", ...),
        changed("events", None) | {"tensions": [], "statements": []},
        changed("events.0.date", "2024-11-01T10:30Z"),
        changed("events.0.date", None),
        changed("events.0.date", ""),
        changed("events.0.location", True),
        changed("events.0.actors", None),
        changed("events.0.actors", []),
        changed("events.0.x-note", None),
        changed("agreements.0.binding", None),
        changed("actors.0.other_names.0.lang", "zh-Hant-TW"),
        changed("statements.0.value", "-1250.5"),
        changed("sources.0.author", [{}]),
        changed("synonyms", None),
        changed("synonyms", []),
        changed("synonyms.0", "a, b, c > d, e"),
    ],
)
def test_what_is_valid_is_valid_in_both(tmp_path: Path, document: Any) -> None:
    assert rules(tmp_path, document) == set()
    assert list(VALIDATOR.iter_errors(document)) == []


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        ("schema_version", "2", "schema-version"),
        ("schema_version", ..., "schema-version"),
        ("evnts", [], "unknown-key"),
        ("events", {}, "wrong-type"),
        ("events.0", [], "wrong-type"),
        ("events.0.titel", "E", "unknown-key"),
        ("events.0.title", ..., "missing-key"),
        ("events.0.title", None, "missing-key"),
        ("events.0.title", " ", "missing-key"),
        ("events.0.title", ["E"], "wrong-type"),
        ("events.0.status", "soon", "bad-value"),
        ("events.0.status", None, "missing-key"),
        ("events.0.kind", "Big Talk", "bad-value"),
        ("events.0.id", "E!", "bad-id"),
        ("events.0.date", "next year", "bad-date"),
        ("events.0.date", "2024-13", "bad-date"),
        ("events.0.date", "2023-02-29", "bad-date"),
        ("events.0.date", "2024-11-01/2024-13", "bad-date"),
        ("events.0.date", 44, "bad-date"),
        ("sources.0.issued", "2024-11-31", "bad-date"),
        ("actors.0.memberships.0.start", "..", "bad-date"),
        ("sources.0.author.0.comma-suffix", "yes", "bad-flag"),
        ("events.0.actors", "a", "wrong-type"),
        ("events.0.actors.0", "A B", "dangling-id"),
        ("events.0.evidence", ..., "no-evidence"),
        ("events.0.evidence", [], "no-evidence"),
        ("events.0.evidence", None, "no-evidence"),
        ("events.0.x-note", {}, "wrong-type"),
        ("actors.0.country", "Norway", "bad-country"),
        ("actors.0.other_names.0.lang", "Japanese", "bad-language"),
        ("actors.0.memberships.0.evidence", [], "no-evidence"),
        ("statements.0.value", "1,250", "bad-number"),
        ("agreements.0.milestones.0.status", "soon", "bad-value"),
        ("agreements.0.related.0.reason", "", "missing-key"),
        ("tensions.0.facts", ["e"], "too-few"),
        ("tensions.0.evidence", PROOF, "too-few"),
        ("synonyms", "ship, vessel", "wrong-type"),
        ("searches", "kallas", "wrong-type"),
        ("searches.0", "kallas", "wrong-type"),
        ("searches.0.query", "", "missing-key"),
        ("synonyms.0", ["ship", "vessel"], "wrong-type"),
        ("synonyms.0", "ship", "bad-synonyms"),
        ("synonyms.0", "ship, ", "bad-synonyms"),
        ("synonyms.0", "ship > ", "bad-synonyms"),
        ("synonyms.0", "a > b > c", "bad-synonyms"),
    ],
)
def test_what_is_a_fault_of_form_is_one_in_both(tmp_path: Path, path: str, value: Any, rule: str) -> None:
    document = changed(path, value)
    assert rule in rules(tmp_path, document)
    assert not VALIDATOR.is_valid(document)


def paths(node: Any, path: str = "") -> Iterator[str]:
    """Every place below the sections of a document, as `changed` takes it."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in inner:
        yield f"{path}{key}"
        yield from paths(value, f"{path}{key}.")


@pytest.mark.slow
@given(
    st.sampled_from([path for path in paths(VALID) if path.split(".")[0] in SECTIONS]),
    st.sampled_from([..., None, "", "Bad Value!", "e", 7, [], {}, [None], ["a"], [{}], {"y": "z"}, {"x-y": "z"}]),
)  # fmt: skip
@settings(deadline=None, max_examples=400)
def test_whatever_is_changed_schema_and_loader_agree(
    tmp_path_factory: pytest.TempPathFactory, path: str, value: Any
) -> None:
    document = changed(path, value)
    broken = rules(tmp_path_factory.getbasetemp(), document)
    if VALIDATOR.is_valid(document):
        assert broken <= BEYOND
    else:  # the loader is kinder in one thing: "" is nothing, also where a list belongs
        assert broken or value == ""
