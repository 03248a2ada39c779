"""Records as FollowTheMoney entities."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from eujdef_tui.export.formats import export
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.store import Base, open_base
from tests.helpers.awkward_facts import awkward, opened, records
from tests.helpers.fact_files import HEAD, PROOF, write
from tests.helpers.places import METRE

# The part of the FollowTheMoney model (4.11) that is written: properties that refer to entities, with the
# schema they must refer to, and the other properties. "Thing" is what every entity but an Interval is.
THING = {"name", "alias", "weakAlias", "country", "summary", "keywords", "description"}
DATES = {"startDate", "endDate", "date", "summary"}
LINK = {"role", "startDate", "endDate", "summary", "description", "status"}
MODEL: dict[str, tuple[dict[str, str], set[str]]] = {
    "Person": ({"proof": "Document"}, THING),
    "Company": ({"proof": "Document"}, THING),
    "PublicBody": ({"proof": "Document"}, THING),
    "Organization": ({"proof": "Document"}, THING),
    "LegalEntity": ({"proof": "Document"}, THING),
    "Project": ({"proof": "Document"}, THING),
    "Note": ({"proof": "Document", "entity": "Thing"}, THING),
    "Event": ({"proof": "Document", "involved": "LegalEntity"}, THING | DATES | {"location"}),
    "Article": (
        {},
        {"title", "author", "publisher", "publishedAt", "summary", "sourceUrl", "retrievedAt", "fileName", "mimeType"},
    ),
    "Membership": ({"proof": "Document", "member": "LegalEntity", "organization": "Organization"}, LINK),
    "UnknownLink": ({"proof": "Document", "subject": "Thing", "object": "Thing"}, LINK),
    "ProjectParticipant": ({"project": "Project", "participant": "LegalEntity"}, LINK),
    "Documentation": ({"document": "Document", "entity": "Thing"}, LINK),
}
ORGANIZATION = {"Company", "PublicBody", "Organization"}
LEGAL = ORGANIZATION | {"Person", "LegalEntity"}
IS_A = {
    "Document": {"Article"},
    "Organization": ORGANIZATION,
    "LegalEntity": LEGAL,
    "Project": {"Project"},
    "Thing": LEGAL | {"Article", "Event", "Note", "Project"},
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(awkward(tmp_path_factory.mktemp("facts")), tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def metre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(METRE, tmp_path_factory.mktemp("cache"))


def entities(base: Base) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in "".join(export(base, "ftm")).splitlines()]
    by_id = {entity["id"]: entity for entity in found}
    assert len(by_id) == len(found)
    return by_id


@pytest.mark.parametrize("which", ["base", "metre"])
def test_only_properties_of_the_model_are_used_and_they_refer_to_what_it_allows(
    which: str, request: pytest.FixtureRequest
) -> None:
    found = entities(request.getfixturevalue(which))
    for entity in found.values():
        references, texts = MODEL[entity["schema"]]
        assert set(entity) == {"id", "schema", "properties"}
        for name, values in entity["properties"].items():
            assert name in references or name in texts
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if name in references:
                assert {found[value]["schema"] for value in values} <= IS_A[references[name]]


def test_every_record_becomes_an_entity_under_its_own_id_with_its_sources_as_proof(base: Base) -> None:
    found = entities(base)
    for record in records(base):
        own = list(getattr(record, "evidence", ()))
        assert set(found[record.id]["properties"].get("proof", ())) == {item.source for item in own}


def test_every_quote_goes_out_with_the_source_that_has_it(metre: Base) -> None:
    said: dict[str, set[str]] = defaultdict(set)
    for entity in entities(metre).values():
        properties = entity["properties"]
        for source in properties.get("document", properties.get("proof", ())):
            said[source] |= set(properties.get("summary", ()))
    for record in records(metre):
        assert all(item.quote in said[item.source] for item in evidence_of(record))


def test_a_role_in_an_organization_is_a_membership_and_in_a_programme_a_link(base: Base) -> None:
    found = entities(base)
    quote = "The quick brown fox jumps"
    assert found["ann.membership-1"] == {
        "id": "ann.membership-1",
        "schema": "UnknownLink",
        "properties": {
            "subject": ["ann"], "object": ["plan"], "role": ["head_of"], "startDate": ["2020"], "endDate": ["2022-03"],
            "summary": ["from about 2020", "until Mar 2022", quote], "proof": ["wire"],
        },
    }  # fmt: skip
    assert found["ann.membership-2"] == {
        "id": "ann.membership-2",
        "schema": "Membership",
        "properties": {
            "member": ["ann"], "organization": ["japan"], "role": ["envoy"], "summary": [quote], "proof": ["wire"],
        },
    }  # fmt: skip


def test_an_agreement_is_a_project_of_its_parties_with_an_event_for_each_milestone(base: Base) -> None:
    found = entities(base)
    assert found["pact"]["properties"] == {
        "name": ["Pact"], "weakAlias": ["P"], "keywords": ["treaty", "binding: legal"], "proof": ["wire"],
    }  # fmt: skip
    assert found["pact.party.japan"]["schema"] == "ProjectParticipant"
    assert found["pact.party.plan"]["schema"] == "UnknownLink"
    assert found["pact.related.pact"]["properties"]["summary"] == ["itself"]
    assert found["pact.milestone-1"]["properties"] == {
        "name": ["Pact: entry into force"], "keywords": ["entry-into-force", "planned"], "proof": ["wire"],
    }  # fmt: skip
    assert found["pact.milestone-2"]["properties"]["date"] == ["2018-11"]
    assert found["pact.milestone-2.evidence-1"]["properties"]["entity"] == ["pact.milestone-2"]


def test_a_date_in_doubt_keeps_its_year_and_is_said_in_words(base: Base) -> None:
    found = {name: entity["properties"] for name, entity in entities(base).items()}
    assert (found["graded"]["date"], found["graded"]["summary"]) == (["2026"], ["early 2026"])
    assert (found["span"]["startDate"], found["span"]["endDate"]) == (["2024-11-30"], ["2024-12-02"])
    assert (found["before"]["endDate"], found["before"]["summary"]) == (["2035"], ["by 2035"])
    assert "startDate" not in found["before"]
    assert "date" not in found["decade"]
    assert found["decade"]["summary"] == ["2020s"]


@pytest.mark.parametrize(
    ("date", "properties"),
    [
        ("0843", {"summary": ["843 CE"]}),
        ("3000", {"summary": ["3000"]}),
        ("-0043", {"summary": ["44 BCE"]}),
        ("2024-11-01T10:30Z", {"date": ["2024-11-01"], "summary": ["1 Nov 2024"]}),
        ("2024/2024-03", {"startDate": ["2024"], "endDate": ["2024-03"], "summary": ["2024 – Mar 2024"]}),
        ("0999/1005", {"endDate": ["1005"], "summary": ["999 CE – 1005"]}),
        ("2999", {"date": ["2999"]}),
    ],
)
def test_a_year_that_the_model_drops_is_said_in_words(tmp_path: Path, date: str, properties: dict[str, Any]) -> None:
    event = f'events: [{{id: e, kind: talk, title: E, status: happened, date: "{date}", {PROOF}}}]'
    with closing(open_base(write(tmp_path, HEAD + event))) as base:
        found = entities(base)["e"]["properties"]
    assert {key: found[key] for key in ("date", "startDate", "endDate", "summary") if key in found} == properties


def test_only_those_who_can_act_are_involved_and_the_others_are_linked(base: Base) -> None:
    found = entities(base)
    assert found["graded"]["properties"]["involved"] == ["ann"]
    assert found["graded.actor.plan"]["properties"]["object"] == ["plan"]
    assert found["graded.agreement.pact"]["properties"]["object"] == ["pact"]


def test_a_statement_is_a_note_on_what_it_is_about_linked_to_its_speaker(base: Base) -> None:
    found = entities(base)
    assert found["plain"]["properties"]["entity"] == ["cost", "plan"]
    assert found["plain.speaker.wire"]["properties"]["object"] == ["wire"]
    assert found["cost"]["properties"]["description"] == [
        "It costs 5% of $9 (-Ann *Star*; 5 %; as of 2027; 1 Nov 2024)"
    ]


def test_names_that_are_too_broad_are_weak_aliases(base: Base) -> None:
    properties = entities(base)["japan"]["properties"]
    assert (properties["alias"], properties["weakAlias"]) == (["日本"], ["JPN"])


def test_an_article_says_what_its_source_says(base: Base, metre: Base) -> None:
    assert entities(base)["tagged"]["properties"] == {
        "title": ["50% of {x} & y_z"],
        "author": ["Smith and Sons, Ltd", "Ann Black, and White", "Ek"],
        "publisher": ["The $ Times"],
        "publishedAt": ["2024-11-01"],
        "sourceUrl": ["https://example.org/a_b?c={d}"],
        "retrievedAt": ["2025-01-02"],
        "fileName": ["a.txt"],
        "mimeType": ["text/plain"],
    }
    about = entities(metre)["metre-article"]["properties"]
    assert (about["publishedAt"], about["summary"]) == (["2023"], ["published about May 2023"])
