"""A milestone with an id is an event too; a mention is a part of the record it is of, in whichever file that stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import Agreement, Event, FactFile
from eujdef_tui.model.serialize import to_plain
from tests.helpers.fact_files import ACTOR, HEAD, PROOF, assert_problems, said, write
from tests.helpers.processes import eujdef

STEP = f"action: signed, date: 2021-05-03, date_text: yesterday, date_basis: counted, note: at noon, {PROOF}"


def agreement(milestone: str, more: str = "") -> str:
    """A fact file with an actor and an agreement with that milestone."""
    keys = f"id: g, title: Pact, instrument: treaty, parties: [a], milestones: [{{{milestone}}}], {PROOF}"
    return f"{HEAD}{ACTOR}\nagreements: [{{{keys}}}]\n{more}"


def loaded(folder: Path, text: str) -> tuple[Agreement, tuple[Event, ...]]:
    """The agreement of the file, and its events."""
    file = load(write(folder, text))
    return file.agreements[0], file.events


# --- milestones on the timeline ---


def test_a_milestone_with_an_id_is_an_event_of_its_agreement(tmp_path: Path) -> None:
    kept, (event,) = loaded(tmp_path, agreement(f"id: signing, {STEP}, x-note: n"))
    assert to_plain(event) == {
        "id": "signing", "kind": "signed", "title": "Pact: signed", "date": "2021-05-03", "date_text": "yesterday",
        "date_basis": "counted", "status": "happened", "actors": ["a"], "agreements": ["g"],
        "evidence": [{"source": "s", "quote": "words"}], "x-note": "n",
    }  # fmt: skip
    plain, none = loaded(tmp_path, agreement(f"{STEP}, x-note: n"))
    assert kept == plain
    assert none == ()


def test_the_event_has_the_title_kind_place_and_actors_that_the_milestone_gives(tmp_path: Path) -> None:
    own = "id: signing, title: Pact signed, kind: signing, location: Oslo, actors: [b]"
    text = agreement(f"{own}, {STEP}").replace("actors: [", f"actors: [{{id: b, kind: person, name: B, {PROOF}}}, ", 1)
    _, (event,) = loaded(tmp_path, text)
    assert (event.title, event.kind, event.location, event.actors) == ("Pact signed", "signing", "Oslo", ("b",))


@pytest.mark.slow
def test_the_id_of_a_milestone_is_the_id_of_an_event_everywhere(tmp_path: Path) -> None:
    about = f"statements: [{{id: c, kind: claim, text: C, about: [signing], {PROOF}}}]"
    path = write(tmp_path, agreement(f"id: signing, {STEP}", about))
    assert load(path).statements[0].about == ("signing",)
    assert "Pact: signed" in eujdef("-f", str(path), "show", "signing").out
    assert "signing" in eujdef("-f", str(path), "find", "kind:event", "--json").out
    twice = agreement(
        f"id: signing, {STEP}", f"events: [{{§id: signing, kind: k, title: E, status: happened, {PROOF}}}]"
    )
    marked = twice.replace("§id: signing", "id: §signing").replace(
        "milestones: [{id: signing", "milestones: [{id: signing"
    )
    (tmp_path / "f.yaml").unlink()
    assert_problems(tmp_path, marked, "duplicate-id")


@pytest.mark.parametrize("turned", [False, True])
def test_a_mention_of_an_event_that_another_mention_makes_is_added(tmp_path: Path, turned: bool) -> None:
    made = f"{{of: g, milestones: [{{id: signing, {STEP}}}]}}"
    said_of = "{of: signing, evidence: [{source: s, quote: wor}]}"
    mentions = ", ".join([said_of, made] if turned else [made, said_of])
    _, (event,) = loaded(tmp_path, agreement(f"action: proposed, {PROOF}", f"mentions: [{mentions}]"))
    assert [item.quote for item in event.evidence] == ["words", "wor"]


def test_what_is_an_events_needs_an_id(tmp_path: Path) -> None:
    assert_problems(tmp_path, agreement(f"§title: Pact signed, {STEP}"), "milestone-without-id")
    assert "has `title` and no `id`: it is no event." in said(tmp_path / "f.yaml")


# --- mentions ---


def folder_of(folder: Path, mentions: str) -> Path:
    """A folder with a file of records, and one of another article that mentions them."""
    whole = folder / "facts"
    whole.mkdir()
    write(whole, agreement(STEP), "1.yaml")
    (whole / "b.txt").write_text("more words", encoding="utf-8")
    source = "sources: [{id: t, type: article, file: b.txt}]"
    (whole / "2.yaml").write_text(f'schema_version: "1"\n{source}\nmentions:\n{mentions}', encoding="utf-8")
    return whole


MORE = "evidence: [{source: t, quote: more words}]"


def test_mentions_of_another_file_are_a_part_of_their_records(tmp_path: Path) -> None:
    file: FactFile = load(
        folder_of(
            tmp_path,
            "  - {of: a, other_names: [{name: words}], "
            f"memberships: [{{organization: a, role: self, {MORE}}}], {MORE}}}\n"
            f"  - {{of: g, milestones: [{{id: force, action: entry-into-force, date: 2022, {MORE}}}]}}\n",
        )
    )
    actor, pact, event = file.actors[0], file.agreements[0], file.events[0]
    assert [item.source for item in actor.evidence] == ["s", "t"]
    assert [name.name for name in actor.other_names] == ["words"]
    assert actor.memberships[0].role == "self"
    assert [step.action for step in pact.milestones] == ["signed", "entry-into-force"]
    assert (event.id, event.title, event.agreements) == ("force", "Pact: entry into force", ("g",))


@pytest.mark.slow
def test_a_folder_with_mentions_is_built_whole_and_again_when_one_changes(tmp_path: Path) -> None:
    path = folder_of(tmp_path, f"  - {{of: a, {MORE}}}\n")
    shown = eujdef("-f", str(path), "show", "a").out
    assert "more words" in shown
    (path / "2.yaml").write_text((path / "2.yaml").read_text("utf-8").replace("{of: a", "{of: g"), encoding="utf-8")
    assert "more words" not in eujdef("-f", str(path), "show", "a").out
    assert "more words" in eujdef("-f", str(path), "show", "g").out


@pytest.mark.parametrize(
    ("mention", "rule", "message"),
    [
        (f"of: zebra, {MORE}", "dangling-id", "No record has the id `zebra`."),
        (f"of: s, {MORE}", "wrong-kind-of-id", "`s` is a source"),
        ("of: a", "no-evidence", "This mention adds nothing."),
        (f"of: a, milestones: [{{action: signed, {MORE}}}]", "unknown-key", "The actor `a` has no `milestones`."),
        (f"of: g, memberships: [{{organization: a, role: r, {MORE}}}]", "unknown-key", "no `memberships`."),
        (f"{MORE}", "missing-key", "This mention has no `of`."),
    ],
)
def test_a_mention_that_cannot_be_added_is_told_at_its_place(
    tmp_path: Path, mention: str, rule: str, message: str
) -> None:
    with pytest.raises(FactFileError) as caught:
        load(folder_of(tmp_path, f"  - {{{mention}}}\n"))
    (problem,) = caught.value.problems
    assert (problem.rule, problem.place.line) == (rule, 4)
    assert problem.place.path.endswith("2.yaml")
    assert message in problem.message


# --- one text under two ids ---


@pytest.mark.slow
@pytest.mark.parametrize(("second", "corroborated"), [("words", False), ("words!", True)])
def test_two_sources_of_one_text_support_a_fact_once(tmp_path: Path, second: str, corroborated: bool) -> None:
    (tmp_path / "b.txt").write_text(second, encoding="utf-8")
    head = HEAD.replace("a.txt}", "a.txt}, {id: t, type: article, file: b.txt}")
    both = "evidence: [{source: s, quote: words}, {source: t, quote: words}]"
    path = write(tmp_path, f"{head}events: [{{id: e, kind: talks, title: E, status: happened, {both}}}]")
    assert eujdef("-f", str(path), "find", "is:corroborated").code == (0 if corroborated else 1)
