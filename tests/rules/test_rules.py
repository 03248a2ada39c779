"""The rules on quotes, coverage and ties, and the report that sums them up."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.form_rules import FORM_RULES
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.field_specs import FORMS
from eujdef_tui.model.records import GRADES, RECORDS, Evidence, FactFile, NoFact, Source, Statement
from eujdef_tui.rules import RULES, check, explain
from tests.helpers.places import METRE, ROOT
from tests.helpers.rule_cases import assert_found, report


def said(folder: Path, quote: str) -> list[str]:
    """What the rules say of one quote, with their advice."""
    evidence = f'evidence: [{{source: s, quote: "{quote}"}}]'
    text = f"sources: [{{id: s, type: article, file: a.txt}}]\nstatements: [{{id: x, kind: k, text: X, {evidence}}}]"
    problems = report(folder, text).problems
    return [f"{p.level} {p.rule}: {p.message} {p.advice}" for p in problems if p.rule.startswith("quote-")]


# --- quotes ---


def test_a_quote_that_stands_as_written_is_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path, "Ann Lee signed the Oslo pact") == []


def test_an_edited_quote_is_told_with_the_words_the_article_has_from_where_they_part(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "The pact costs $1,250 million, or half of the butter.")
    assert line.startswith("evidence quote-edited: The quote “The pact costs $1,250 million, or half of the bu")
    assert "is edited in a.txt." in line
    assert "Where the quote has “…or half of the butter.”, the article has “…or half of the budget.”." in line


def test_a_quote_that_is_nowhere_is_an_orphan(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "Zebras graze beyond the railway bridge at noon")
    assert line.startswith("evidence quote-orphan: ")
    assert "is an orphan in a.txt." in line


def test_a_quote_that_occurs_twice_asks_for_a_prefix_or_a_suffix(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "en ships")
    assert line.startswith("evidence quote-ambiguous: ")
    assert "a prefix or a suffix" in line


def test_a_normalised_quote_does_not_hold(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "ann lee SIGNED the Oslo pact")
    assert line.startswith("evidence quote-normalised: ")


def test_a_quote_that_differs_only_in_what_cannot_be_seen_says_so(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "Ann  Lee signed")
    assert line.endswith(
        "Copy “Ann Lee signed” from the article: it differs in what cannot be seen here, such as spaces."
    )


def test_a_quote_whose_context_is_another_is_moved(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "quote-moved",
        """\
        statements:
          - id: x
            kind: position
            text: X
            evidence:
              - {source: s, quote: §two ministers met, prefix: Zebras graze at noon by the, suffix: beyond the bridge}
              - {source: s, quote: two ministers met, prefix: "Last week "}
        """,
    )


def test_quotes_of_memberships_milestones_tensions_and_no_fact_are_checked(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "quote-orphan",
        """\
        sources: [{id: s, type: article, file: a.txt, no_fact: [{kind: label, quote: §Zebra}]}]
        actors:
          - id: a
            kind: person
            name: Ann Lee
            memberships: [{organization: a, role: self, evidence: [{source: s, quote: §Giraffe}]}]
            evidence: [{source: s, quote: Ann Lee}]
        agreements:
          - id: b
            title: Oslo pact
            instrument: treaty
            milestones: [{action: signed, evidence: [{source: s, quote: §Antelope}]}]
            evidence: [{source: s, quote: the Oslo pact}]
        tensions:
          - id: t
            title: T
            facts: [a, b]
            reading: R
            evidence: [{source: s, quote: §Rhinoceros}, {source: s, quote: §Hippopotamus}]
        """,
    )


def test_the_same_quote_twice_is_told_once_for_each_list_of_evidence(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "same-quote-twice",
        """\
        agreements:
          - id: b
            title: Oslo pact
            instrument: treaty
            milestones:
              - action: signed
                evidence: [{source: s, quote: the Oslo pact}]
            evidence:
              - {source: s, quote: the Oslo pact}
              - {source: s, quote: §the Oslo pact}
              - {source: s, quote: signed the Oslo pact}
        """,
    )


# --- coverage ---


def test_each_sentence_without_fact_or_reason_is_told_at_its_source(tmp_path: Path) -> None:
    text = """\
        sources:
          - §§id: s
            type: article
            file: a.txt
            no_fact: [{kind: filler, quote: Nobody knows why.}]
        statements:
          - {id: x, kind: position, text: X, evidence: [{source: s, quote: Ann Lee signed the Oslo pact}]}
          - {id: y, kind: position, text: X, evidence: [{source: s, quote: two ministers met}]}
        """
    assert_found(tmp_path, "unaccounted-sentence", text)
    result = report(tmp_path, dedent(text).replace("§", ""))
    messages = [p.message for p in result.problems if p.rule == "unaccounted-sentence"]
    assert messages[0].startswith("Sentence 2 of a.txt supports no fact: “The pact costs $1,250 million")
    assert messages[1].startswith("Sentence 5 of a.txt")
    (share,) = result.shares
    assert (share.sentences, share.supporting, share.named, share.neither) == (5, 2, 1, 2)


def test_a_sentence_that_no_fact_names_cannot_support_a_fact(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "no-fact-clash",
        """\
        sources:
          - id: s
            type: article
            file: a.txt
            no_fact:
              - {kind: filler, quote: §two ministers met}
              - {kind: filler, quote: Nobody knows why.}
        statements:
          - {id: x, kind: position, text: X, evidence: [{source: s, quote: Last week}]}
        """,
    )


def test_a_source_that_nothing_quotes_is_told(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "unused-source",
        """\
        sources:
          - {id: s, type: article, file: a.txt}
          - {§id: other, type: article, file: a.txt}
        statements:
          - {id: x, kind: position, text: X, evidence: [{source: s, quote: Last week}]}
        """,
    )


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=12))
def test_every_sentence_is_counted_as_supporting_named_or_neither(marks: list[tuple[bool, bool]]) -> None:
    lines = [f"Ship number {n} of the fleet sailed." for n in range(len(marks))]
    quoted = tuple(Evidence(source="s", quote=line) for line, (quoted, _) in zip(lines, marks, strict=True) if quoted)
    named = tuple(NoFact(kind="filler", quote=line) for line, (_, named) in zip(lines, marks, strict=True) if named)
    result = check(
        anchor_evidence(
            FactFile(
                path=Path("f.yaml"),
                title="T",
                inputs=(),
                sources=(Source(id="s", type="article", file="a.txt", no_fact=named),),
                statements=(Statement(id="x", kind="position", text="X", evidence=quoted),),
                texts={"s": "\n".join(lines)},
            )
        )
    )
    (share,) = result.shares
    neither = marks.count((False, False))
    counted = (share.sentences, share.supporting, share.named, share.neither)
    assert counted == (len(marks), len(quoted), len(named), neither)
    rules = [problem.rule for problem in result.problems]
    assert rules.count("unaccounted-sentence") == neither
    assert rules.count("no-fact-clash") == marks.count((True, True))


# --- ties ---


def test_an_actor_is_referred_to_or_gives_a_reason(tmp_path: Path) -> None:
    def actor(first: str, more: str = "") -> str:
        return f"  - {{{first}, kind: person, name: Ann{more}, evidence: [*q]}}\n"

    def member(organization: str) -> str:
        return f", memberships: [{{organization: {organization}, role: R, evidence: [*q]}}]"

    assert_found(
        tmp_path,
        "unlinked-actor",
        "events: [{id: e, kind: k, title: T, status: happened, actors: [in-event],"
        " evidence: [&q {source: s, quote: Ann}]}]\n"
        "agreements: [{id: g, title: T, instrument: treaty, parties: [party], evidence: [*q]}]\n"
        "statements: [{id: x, kind: position, text: X, speaker: speaker, about: [topic], evidence: [*q]}]\n"
        "tensions: [{id: t, title: T, facts: [differs, x], reading: R, evidence: [*q, *q]}]\n"
        "actors:\n"
        + "".join(actor(f"id: {name}") for name in ("in-event", "party", "speaker", "topic", "differs", "employer"))
        + actor("id: employee", member("employer"))
        + actor("§id: own-master", member("own-master"))
        + actor("§id: alone")
        + actor("id: noted", ", x-unlinked: named in a list only")
        + actor("§id: no-reason", ", x-unlinked: ''"),
    )


def test_an_event_names_its_actors(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "event-without-actors",
        """\
        actors: [{id: a, kind: person, name: Ann Lee, evidence: [&q {source: s, quote: Ann Lee}]}]
        events:
          - {id: e, kind: k, title: T, status: happened, actors: [a], evidence: [*q]}
          - {§id: f, kind: k, title: U, status: happened, evidence: [*q]}
        """,
    )


def test_a_title_is_given_once_among_records_of_one_sort(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "duplicate-title",
        """\
        actors:
          - {id: a, kind: person, name: Oslo pact, evidence: [&q {source: s, quote: Ann Lee}]}
          - {§id: b, kind: person, name: oslo  Pact, evidence: [*q]}
        agreements:
          - {id: g, title: Oslo pact, instrument: treaty, evidence: [*q]}
          - {§id: h, title: OSLO PACT, instrument: treaty, evidence: [*q]}
        events:
          - {id: e, kind: k, title: Oslo pact, status: happened, evidence: [*q]}
          - {id: f, kind: k, title: Oslo pact signed, status: happened, evidence: [*q]}
          - {§id: i, kind: k, title: Oslo pact signed, status: planned, evidence: [*q]}
        """,
    )


def test_a_tension_is_between_quotes_that_differ(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "tension-without-difference",
        """\
        statements:
          - {id: x, kind: position, text: X, evidence: [&q {source: s, quote: Last week}]}
          - {id: y, kind: position, text: Y, evidence: [*q]}
        tensions:
          - {§id: t, title: T, facts: [x, y], reading: R, evidence: [*q, *q]}
          - {id: u, title: T, facts: [x, y], reading: R, evidence: [*q, {source: s, quote: Nobody knows why}]}
          - {id: v, kind: reading, title: T, facts: [x, y], reading: R, evidence: [*q, *q]}
        """,
    )


def test_a_source_is_not_derived_from_itself(tmp_path: Path) -> None:
    text = """\
        sources:
          - {§id: s, type: article, file: a.txt, derived_from: t}
          - {§id: t, type: article, file: a.txt, derived_from: s}
          - {id: u, type: article, file: a.txt, derived_from: s}
          - {id: v, type: article, file: a.txt, derived_from: Reuters}
          - {§id: w, type: article, file: a.txt, derived_from: w}
        """
    assert_found(tmp_path, "derived-from-itself", text)
    messages = [p.message for p in report(tmp_path, dedent(text).replace("§", "")).problems]
    assert "The source is derived from itself: s → t → s." in messages


def test_two_sources_of_nearly_one_text_ask_which_was_first(tmp_path: Path) -> None:
    lines = [f"Ship number {n} of the fleet sailed." for n in range(10)]
    (tmp_path / "b.txt").write_text("\n".join([*lines[:8], "A word of our own.", "And one more."]), encoding="utf-8")
    (tmp_path / "c.txt").write_text("\n".join([*lines[:7], "Another.", "Text.", "Here."]), encoding="utf-8")
    text = """\
        sources:
          - {id: s, type: article, file: a.txt}
          - {§id: t, type: article, file: b.txt}
          - {id: u, type: article, file: b.txt, derived_from: t}
          - {id: v, type: article, file: c.txt}
        """
    assert_found(tmp_path, "same-text-twice", text, "\n".join(lines))
    wire = (
        text.replace("a.txt}", "a.txt, derived_from: Wire}")
        .replace("{§id: t", "{id: t")
        .replace("b.txt}", "b.txt, derived_from: Wire}")
    )
    assert_found(tmp_path, "same-text-twice", wire, "\n".join(lines))


# --- the report ---


def test_a_report_sums_up_records_and_grades_and_says_whether_all_quotes_hold(tmp_path: Path) -> None:
    text = """\
sources: [{id: s, type: article, file: a.txt}]
statements:
  - {id: x, kind: position, text: X, evidence: [{source: s, quote: Last week}, {source: s, quote: nobody knows}]}
"""
    result = report(tmp_path, text)
    assert result.facts == dict.fromkeys(RECORDS, 0) | {"source": 1, "statement": 1}
    assert result.grades == dict.fromkeys(GRADES, 0) | {"verbatim": 1, "normalised": 1}
    assert list(result.summary()) == [
        "1 source, 0 actors, 0 agreements, 0 events, 1 statement, 0 tensions",
        "2 quotes: 1 verbatim, 1 normalised",
        "a.txt: 5 sentences, 2 support a fact (40%), 0 named in no_fact, 3 neither",
        "2 of 5 sentences accounted for (40%)",
    ]
    assert not result.holds
    assert report(tmp_path, text.replace("nobody knows", "Nobody knows")).holds
    assert report(tmp_path, text.replace("nobody knows", "Zebras graze")).grades["orphan"] == 1


def test_problems_are_in_the_order_of_their_places(tmp_path: Path) -> None:
    text = """\
statements: [{id: x, kind: figure, text: X, evidence: [{source: s, quote: Zebras graze}]}]
sources: [{id: s, type: article, file: a.txt, issued: 2021}]
"""
    places = [problem.place for problem in report(tmp_path, text).problems]
    assert places == sorted(places)
    assert {place.line for place in places} == {3, 4}


def test_a_careful_fact_file_on_another_subject_has_no_problem() -> None:
    result = check(anchor_evidence(load(METRE)))
    assert [str(problem) for problem in result.problems] == []
    assert result.holds
    assert [share.neither for share in result.shares] == [0, 0]


def test_each_rule_has_an_id_and_a_reason_that_can_be_printed() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.level in ("evidence", "warning")
        assert explain(rule.id) == rule.reason
        assert rule.reason.endswith(".")
    with pytest.raises(KeyError):
        explain("no-such-rule")


def test_every_problem_that_the_loader_reports_has_a_reason() -> None:
    """Rules are named in the code of `factfile/` as text: each is a key of FORM_RULES, and no key is unused."""
    files = sorted((ROOT / "eujdef_tui" / "factfile").glob("*.py"))
    code = "".join(path.read_text(encoding="utf-8") for path in files if path.name != "form_rules.py")
    for rule in FORM_RULES:
        assert f'"{rule}"' in code or rule in {f"bad-{form}" for form in FORMS}, rule
    named = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', code))
    assert named - set(FORM_RULES) <= {"x-merged", "x-outside", "utf-8"}
    assert all(explain(rule).endswith(".") for rule in FORM_RULES)
