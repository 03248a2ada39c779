"""The form of records: each case is YAML with a `§` before each fault, and the rules told there."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.errors import Place, Problem
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import Evidence
from eujdef_tui.text import edtf
from tests.helpers.fact_files import ACTOR, EVENT, HEAD, PROOF, assert_problems, failure, places, said, write
from tests.helpers.work import count_calls

TERM = f"actors: [{{id: a, kind: person, name: A, {PROOF}, memberships: [{{organization: a, role: r, {PROOF}, "
DONE = "}]}]"

CASES = {
    "keys": [
        (f"events: [{{§titel: E, {EVENT}}}]", "unknown-key"),
        ("§evnts: []", "unknown-key"),
        (f"events: [{{§grade: verbatim, {EVENT}}}]", "unknown-key"),
        (f"events: [{{§<<: {{}}, {EVENT}}}]", "unknown-key"),
        (f"events: [{{{EVENT}, §title: F}}]", "duplicate-key"),
        ("§title: again", "duplicate-key"),
        (f"events: [{{{EVENT}, ? §[a] : b}}]", "wrong-type"),
        (f"events: [§{{id: e, kind: talk, {PROOF}}}]", "missing-key+missing-key"),
        (f"events: [{{id: e, kind: talk, title: §~, status: happened, {PROOF}}}]", "missing-key"),
        (f"events: [{{id: e, kind: talk, title: §' ', status: happened, {PROOF}}}]", "missing-key"),
    ],
    "synonyms": [
        ("synonyms: §ship", "wrong-type"),
        ("synonyms: [§[ship, vessel], §{ship: vessel}]", "wrong-type wrong-type"),
        ("synonyms: ['ship, vessel', §ship]", "bad-synonyms"),
        ("synonyms: [§'ship, ', §', ship', §'ship > ', §'> ship', §'ship, --']", " ".join(["bad-synonyms"] * 5)),
        ("synonyms: [§'a > b > c', §'ship, vessel, Ship', §~]", "bad-synonyms bad-synonyms bad-synonyms"),
    ],
    "searches": [
        ("searches: §kallas", "wrong-type"),
        ("searches: [§kallas]", "wrong-type"),
        ("searches: [§{name: A}, §{query: b}]", "missing-key missing-key"),
        ("searches: [{name: A, query: b, §as: c}]", "unknown-key"),
    ],
    "types": [
        ("events: §{}", "wrong-type"),
        ("events: §all", "wrong-type"),
        ("events: [§all, §[]]", "wrong-type wrong-type"),
        ("tensions: [§{}]", "missing-key+missing-key+missing-key+missing-key+no-evidence"),
        (f"events: [{{{EVENT}, location: §[Paris]}}]", "wrong-type"),
        (f"events: [{{{EVENT}, actors: §a}}]", "wrong-type"),
        (f"events: [{{{EVENT}, actors: [§{{}}]}}]", "wrong-type"),
        (f"events: [{{{EVENT}, x-note: §[a]}}]", "wrong-type"),
    ],
    "ids": [
        (f"actors: [{{id: §Kaja K, kind: person, name: A, {PROOF}}}]", "bad-id"),
        (f"{ACTOR}\nevents: [{{{EVENT}, agreements: [§a, §g]}}]", "wrong-kind-of-id dangling-id"),
        (f"{ACTOR}\nevents: [{{{EVENT}, actors: [a, §~]}}]", "dangling-id"),
        (f"events: [{{{EVENT}}}, {{§{EVENT}}}]".replace("§id: ", "id: §"), "duplicate-id"),
        (f"statements: [{{id: s, kind: k, text: t, {PROOF}}}]".replace("id: s", "id: §s"), "duplicate-id"),
        (
            f"statements: [{{id: c, kind: k, text: t, speaker: §e, {PROOF}}}]\nevents: [{{{EVENT}}}]",
            "wrong-kind-of-id",
        ),
    ],
    "values": [
        (f"events: [{{id: e, kind: talk, title: E, status: §hapened, {PROOF}}}]", "bad-value"),
        (f"events: [{{id: e, kind: §Big Talk, title: E, status: happened, {PROOF}}}]", "bad-value"),
        (f"actors: [{{id: a, kind: k, name: A, country: §Norway, {PROOF}}}]", "bad-country"),
        (f"actors: [{{id: a, kind: k, name: A, country: §no, {PROOF}}}]", "bad-country"),
        (
            f"actors: [{{id: a, kind: k, name: A, other_names: [{{name: B, lang: §Thai}}], {PROOF}}}]",
            "bad-language",
        ),
        (f"statements: [{{id: c, kind: k, text: t, value: §'1,250', {PROOF}}}]", "bad-number"),
    ],
    "dates": [
        (f"events: [{{{EVENT}, date: 2024-§13}}]", "bad-date"),
        (f"events: [{{{EVENT}, date: '2024-§13'}}]", "bad-date"),
        (f"events: [{{{EVENT}, date: §November 2024}}]", "bad-date"),
        (f"events: [{{{EVENT}, date: 2024/§2023}}]", "bad-date"),
        # With an escape, the columns of the text are not those of the file.
        (f'events: [{{{EVENT}, date: §"2024\\x2D13"}}]', "bad-date"),
    ],
    "terms": [
        (f"{TERM}start: §2024/2024{DONE}", "bad-date"),
        (f"{TERM}start: 2020, end: §2024/..{DONE}", "bad-date"),
        (f"{TERM}start: 2024-05, end: §2024-04{DONE}", "bad-date"),
    ],
    "evidence": [
        ("events: [§{id: e, kind: talk, title: E, status: happened}]", "no-evidence"),
        ("events: [{id: e, kind: talk, title: E, status: happened, evidence: §[]}]", "no-evidence"),
        ("events: [{id: e, kind: talk, title: E, status: happened, evidence: §~}]", "no-evidence"),
        (
            "events: [{id: e, kind: talk, title: E, status: happened, evidence: [§{source: s}]}]",
            "missing-key",
        ),
    ],
    "tensions": [
        (
            f"events: [{{{EVENT}}}]\ntensions: [{{id: t, title: T, reading: r, facts: §[e], "
            "evidence: §[{source: s, quote: words}]}]",
            "too-few too-few",
        ),
        (
            f"events: [{{{EVENT}}}]\ntensions: [{{id: t, title: T, reading: r, facts: §[e, e], "
            "evidence: [{source: s, quote: words}, {source: s, quote: words}]}]",
            "too-few",
        ),
    ],
}


@pytest.mark.parametrize(("marked", "rules"), [case for cases in CASES.values() for case in cases])
def test_a_fault_of_form_is_said_at_its_place(tmp_path: Path, marked: str, rules: str) -> None:
    assert_problems(tmp_path, HEAD + marked + "\n", rules)


@pytest.mark.parametrize(("start", "end"), [("2024-05", "2024"), ("2024", "2024-05"), ("2024", "2024")])
def test_a_membership_may_start_and_end_in_one_year(tmp_path: Path, start: str, end: str) -> None:
    text = f"{HEAD}{TERM}start: {start}, end: {end}{DONE}\n"
    (membership,) = load(write(tmp_path, text)).actors[0].memberships
    assert (membership.start, membership.end) == (start, end)
    assert edtf.overlaps(membership.start, membership.end)


@pytest.mark.parametrize(("start", "end"), [("2024", "2023-12"), ("2024-06", "2024-05"), ("2025", "2024")])
def test_a_membership_cannot_end_before_the_first_day_it_may_have_begun(tmp_path: Path, start: str, end: str) -> None:
    assert_problems(tmp_path, f"{HEAD}{TERM}start: {start}, end: §{end}{DONE}\n", "bad-date")


def test_a_problem_is_told_in_one_line_and_its_advice_in_another() -> None:
    problem = Problem(Place("f.yaml", 2, 1), "dangling-id", "No record\nhas the id `a\n\tb`.", "Add\nit.")
    assert str(problem) == "f.yaml:2:1: error: No record has the id `a b`. [dangling-id]\n    Add it."


def test_every_problem_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        f"§colour: red\n{ACTOR}\n§actors: []\n"
        f"events: [§{{id: §E!, kind: talk, status: §soon, {PROOF}}}]\nstatements: §none\n"
    )
    assert_problems(tmp_path, HEAD + text, "unknown-key duplicate-key missing-key bad-id bad-value wrong-type")
    assert str(failure(tmp_path / "f.yaml")) == f"{tmp_path / 'f.yaml'} has 6 problems."


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (f"events: [{{titel: E, {EVENT}}}]", "Did you mean `title`?"),
        (f"events: [{{zz: E, {EVENT}}}]", "The keys here are id, kind, title"),
        (f"events: [{{<<: {{}}, {EVENT}}}]", "Merge keys are not read"),
        (f"{ACTOR}\nevents: [{{{EVENT}, actors: [aa]}}]", "Did you mean `a`?"),
        (f"{ACTOR}\nevents: [{{{EVENT}, actors: [zz]}}]", "Add it, or write the id of an actor."),
        (f"events: [{{{EVENT}, actors: [s]}}]", "`s` is a source, and `actors` takes the id of an actor."),
        (f"events: [{{id: e, kind: k, title: E, status: soon, {PROOF}}}]", "happened, planned, target or"),
        (
            f"events: [{{id: e, kind: k, title: E, {PROOF}}}]",
            "Add `status:` with happened, planned, target or reported.",
        ),
        (f"actors: [{{id: a, name: A, {PROOF}}}]", "Add `kind:` with a word such as person, company, organization,"),
        (f"events: [{{id: e, kind: k, status: planned, {PROOF}}}]", "Add `title:` with a value."),
        (f"events: [{{{EVENT}, date: 2024-13}}]", "there is no month 13"),
    ],
)
def test_a_problem_says_the_next_step(tmp_path: Path, text: str, advice: str) -> None:
    assert advice in said(write(tmp_path, HEAD + text + "\n"))


def test_text_of_the_file_is_shown_short_and_in_one_line(tmp_path: Path) -> None:
    text = HEAD + f'actors: [{{id: "A\\e[31m\\n{"b" * 99}", kind: person, name: A, {PROOF}}}]\n'
    message = failure(write(tmp_path, text)).problems[0].message
    assert message == "`A\ufffd[31m " + "b" * 52 + "…` is not an id."


def test_of_twice_the_ids_and_references_that_dangle_each_is_reported_in_twice_the_work(tmp_path: Path) -> None:
    def calls(ids: int) -> int:
        refs = ", ".join(f"nobody-{i}" for i in range(2 * ids))
        actors = "".join(f"- {{id: actor-{i}, kind: person, name: A, {PROOF}}}\n" for i in range(ids))
        path = write(tmp_path, HEAD + f"actors:\n{actors}events: [{{{EVENT}, actors: [{refs}]}}]\n")
        assert len(places(path)) == 2 * ids
        return count_calls(lambda: places(path))

    assert calls(100) < 2.2 * calls(50)


# --- what is read ---


def test_every_scalar_is_the_text_that_was_written(tmp_path: Path) -> None:
    text = HEAD + (
        f"actors: [{{id: a, kind: country, name: NO, country: NO, summary: 12:30, {PROOF}}}]\n"
        f"statements: [{{id: c, kind: k, text: 0x1F, value: 1.50, as_of: 2024-11-01, unit: yes, {PROOF}}}]\n"
    )
    file = load(write(tmp_path, text))
    (actor,), (figure,) = file.actors, file.statements
    assert (actor.name, actor.country, actor.summary) == ("NO", "NO", "12:30")
    assert (figure.text, figure.value, figure.as_of, figure.unit) == ("0x1F", "1.50", "2024-11-01", "yes")


@pytest.mark.parametrize("nothing", ["", " ~", " null", ' ""', "  # later"])
def test_what_stands_for_nothing_is_absent(tmp_path: Path, nothing: str) -> None:
    text = HEAD + f"agreements:\n- id: g\n  title: G\n  instrument: t\n  binding:{nothing}\n  {PROOF}\n"
    assert load(write(tmp_path, text)).agreements[0].binding == "unknown"


def test_a_record_stands_at_its_first_key_and_evidence_at_its_quote(tmp_path: Path) -> None:
    text = HEAD + (
        "events:\n  - id: e\n    kind: talk\n    title: E\n    status: planned\n"
        "    evidence:\n      - source: s\n        quote: words\n"
    )
    event = load(write(tmp_path, text)).events[0]
    path = str(tmp_path / "f.yaml")
    assert event.place == Place(path, 5, 5)
    assert event.evidence[0].place == Place(path, 11, 16)


def test_an_empty_part_is_read(tmp_path: Path) -> None:
    text = 'schema_version: "1"\ntitle: T\nsources: [{id: s, type: a, file: a.txt, author: [{}]}]\n'
    assert load(write(tmp_path, text)).sources[0].author[0].place.line == 3


def test_notes_are_kept_with_the_record_they_stand_in(tmp_path: Path) -> None:
    text = HEAD + f"x-by: [me]\nactors: [{{id: a, kind: person, name: A, x-why: because, {PROOF}}}]\n"
    assert load(write(tmp_path, text)).actors[0].x == {"x-why": "because"}


def test_keys_with_hyphens_fill_their_fields(tmp_path: Path) -> None:
    text = 'schema_version: "1"\ntitle: T\nsources: [{id: s, type: a, file: a.txt, container-title: Daily}]\n'
    assert load(write(tmp_path, text)).sources[0].container_title == "Daily"


def test_an_alias_repeats_what_its_anchor_holds(tmp_path: Path) -> None:
    event = "kind: talk, title: E, status: happened"
    text = HEAD + (
        f"events:\n- {{id: e, {event}, evidence: &proof [{{source: s, quote: words}}]}}\n"
        f"- {{id: f, {event}, evidence: *proof}}\n"
    )
    first, second = load(write(tmp_path, text)).events
    assert first.evidence == second.evidence == (Evidence(source="s", quote="words"),)


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("quote: words, the union's chief", 'quote: `"words, the union\'s chief"`.'),
        ('quote: words, the "chief"', 'quote: `"words, the \\\\"chief\\\\""`.'),
        ("quote: The minister, Ann Lee, said", 'quote: `"The minister, Ann Lee, said"`.'),
    ],
)
def test_a_comma_that_ends_a_value_asks_for_quotation_marks(tmp_path: Path, value: str, advice: str) -> None:
    before, comma, rest = value.partition(", ")
    marked = HEAD + f"actors: [{{id: a, kind: person, name: A, evidence: [{{source: s, {before}{comma}§{rest}}}]}}]"
    assert_problems(tmp_path, marked, "comma-in-value")
    told = said(tmp_path / "f.yaml")
    assert "The `quote` ends at the comma" in told
    assert told.endswith(f"Put the quote in quotation marks: {advice.replace(chr(92) * 2, chr(92))}")


def test_the_pieces_behind_commas_are_told_together_and_a_misspelt_key_is_no_piece(tmp_path: Path) -> None:
    statement = f"statements: [{{id: x, kind: claim, text: Ann, §Bo, and Cy, {PROOF}}}]"
    assert_problems(tmp_path, HEAD + statement, "comma-in-value")
    told = said(tmp_path / "f.yaml")
    assert "`Bo, and Cy` are read as keys." in told
    assert told.endswith('text: `"Ann, Bo, and Cy"`.')
    statement = f"statements: [{{id: x, kind: claim, text: Ann, §Bo, §spaeker: s, {PROOF}}}]"
    assert_problems(tmp_path, HEAD + statement, "comma-in-value unknown-key")
    assert_problems(
        tmp_path, HEAD + f"statements: [{{id: x, kind: claim, text: Ann, §spaeker: s, {PROOF}}}]", "unknown-key"
    )
    block = f"statements:\n  - id: x\n    kind: claim\n    text: Ann\n    §bo:\n    {PROOF}"
    assert_problems(tmp_path, HEAD + block, "unknown-key")


def test_a_misspelt_word_of_a_closed_vocabulary_is_told_with_the_nearest(tmp_path: Path) -> None:
    events = f"events: [{{id: e, kind: talk, title: E, status: happend, {PROOF}}}]"
    assert "Did you mean `happened`? Write happened, planned, target or reported." in said(
        write(tmp_path, HEAD + events)
    )
    far = events.replace("happend", "xyz")
    assert "Did you mean" not in said(write(tmp_path, HEAD + far))
