"""A record looks the same wherever it is listed."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from eujdef_tui.model.field_types import Grade
from eujdef_tui.model.glyphs import GRADE_MARKS, STATUS_MARKS
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import (
    Actor,
    Agreement,
    Event,
    Evidence,
    Milestone,
    Name,
    Record,
    Statement,
    Tension,
)
from eujdef_tui.present.list_row import (
    Cells,
    agreement_status,
    cells,
    grade_mark,
    milestone_order,
)
from eujdef_tui.store import Base, Row

TODAY = 20250901


def told(base: Base, record_id: str, today: int = TODAY) -> Cells:
    return cells(base, base.record(base.number(record_id) or 0), today)


def proof(*grades: Grade) -> tuple[Evidence, ...]:
    return tuple(Evidence(source="s", quote="q", grade=grade) for grade in grades)


# --- cells ---


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ("signing", Cells("●", "Metre Convention signed by seventeen states", "", "20 May 1875", year="1875",
                          day="20 May")),
        ("new-second", Cells("○", "Redefinition of the second", "", "2030", year="2030")),
        ("bureau-created", Cells("●", "International Bureau of Weights and Measures created", "", "undated",
                                 year="undated")),
        ("prototypes", Cells("●", "Bar and cylinder sanctioned as prototypes", "", "1889", differs=True, year="1889")),
        ("bipm", Cells("@", "International Bureau of Weights and Measures (BIPM)",
                       "Keeps the international standards of measurement at Sèvres.", "organization")),
        ("japan", Cells("@", "Japan", "", "country")),
        ("metre-convention", Cells("§", "Metre Convention", "signed 20 May 1875", "treaty")),
        ("metre-1983", Cells("§", "Definition of the metre by the speed of light", "in use 1983 or later",
                             "rule")),
        ("drift", Cells("#", "Mass that the copies gained on the cylinder in a century.", "50 micrograms", "1988–1992",
                        wraps=True)),
        ("joke", Cells("“", "What defines weight cannot be weighed.", "", "", wraps=True)),
        ("age-of-the-cylinder", Cells("≠", "Since when the cylinder was the kilogram", "", "2 articles")),
        ("metre-article", Cells("▤", "Measures", "The metre, from a bar to a beam of light", "~May 2023")),
    ],
)  # fmt: skip
def test_each_kind_of_record_has_its_columns(metre: Base, record: str, shown: Cells) -> None:
    told_of = told(metre, record)
    assert told_of == shown._replace(support=told_of.support)


def test_how_many_independent_sources_tell_a_fact_is_known(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for n in range(1, base.count() + 1):
            assert cells(base, base.record(n), TODAY).support == base.record(n).support


def row(base: Base, record: Record, support: int = 1, mentions: int = 0) -> Row:
    """A record as if it stood where the joke stands, which no tension names."""
    return Row(base.number("joke") or 0, record, support, mentions)


@pytest.mark.parametrize(
    ("date", "right", "year", "day"),
    [
        ("2025-07-23", "23 Jul 2025", "2025", "23 Jul"),
        ("2025-07-23~", "~23 Jul 2025", "2025", "~23 Jul"),
        ("../2025-07-23~", "by ~23 Jul 2025", "2025", "by ~23 Jul"),
        ("2025-06~", "~Jun 2025", "2025", "~Jun"),
        ("2024-11-01/2024-11-03", "1–3 Nov 2024", "2024", "1–3 Nov"),
        ("2026-33~", "early 2026", "2026", "early"),
        ("2035", "2035", "2035", ""),
        ("", "undated", "undated", ""),
        # what does not end in its year is not divided
        ("2025~", "~2025", "~2025", ""),
        ("../2035", "by 2035", "by 2035", ""),
        ("../2025~", "by ~2025", "by ~2025", ""),
        ("2022/..", "2022 or later", "2022 or later", ""),
        ("2024/2026", "2024–2026", "2024–2026", ""),
        ("2024-11/2025-01", "Nov 2024 – Jan 2025", "Nov 2024 – Jan 2025", ""),
        ("2025-40", "first half of 2025", "first half of 2025", ""),
        ("-0043", "44 BCE", "44 BCE", ""),
        ("-0043-03-15", "15 Mar 44 BCE", "44 BCE", "15 Mar"),
        ("198X", "1980s", "1980s", ""),
    ],
)
def test_the_date_of_an_event_is_told_whole_and_divided_before_its_year(
    metre: Base, date: str, right: str, year: str, day: str
) -> None:
    event = Event(id="e", kind="talk", title="T", date=date, status="target", evidence=proof("verbatim"))
    shown = cells(metre, row(metre, event, 2), TODAY)
    assert (shown.right, shown.year, shown.day) == (right, year, day)
    assert (shown.mark, shown.support, shown.differs) == ("◎", 2, False)


def test_that_a_date_rests_on_outside_knowledge_is_told_by_the_sheet_and_not_in_every_row(metre: Base) -> None:
    for date, year, day in (("2025-07-23", "2025", "23 Jul"), ("2025", "2025", "")):
        event = Event(id="e", kind="talk", title="T", date=date, status="happened", evidence=(), date_outside="s")
        shown = cells(metre, row(metre, event), TODAY)
        assert (shown.year, shown.day) == (year, day)


def test_a_statement_is_dated_by_itself_or_by_its_figure_and_undated_says_nothing(metre: Base) -> None:
    for date, as_of, right in (("2024-11-01~", "", "~1 Nov 2024"), ("", "2023", "2023"), ("", "", "")):
        statement = Statement(id="s", kind="figure", text="T", date=date, as_of=as_of, evidence=proof("verbatim"))
        assert cells(metre, row(metre, statement), TODAY).right == right


def test_a_tension_counts_the_articles_that_differ(corpus: Base) -> None:
    for listed in corpus.rows(corpus.span("tensions")):
        articles = {item.source for item in evidence_of(listed.record)}
        assert cells(corpus, listed, TODAY).right == f"{len(articles)} article{'s' if len(articles) > 1 else ''}"


def test_a_record_that_a_tension_names_differs(corpus: Base) -> None:
    tensions = [row.record for row in corpus.rows(corpus.span("tensions")) if isinstance(row.record, Tension)]
    named = {fact for tension in tensions if tension.kind == "difference" for fact in tension.facts}
    assert any(tension.kind == "reading" and not named.issuperset(tension.facts) for tension in tensions)
    for n in range(1, corpus.count() + 1):
        listed = corpus.record(n)
        assert cells(corpus, listed, TODAY).differs == (listed.record.id in named)


def test_marks_differ_from_each_other_and_are_one_cell_wide() -> None:
    for marks in (tuple(GRADE_MARKS.values()), tuple(STATUS_MARKS.values())):
        assert len(set(marks)) == len(marks)
        assert all(cell_len(mark) == 1 for mark in marks)


def test_the_weakest_quote_decides_and_none_at_all_proves_nothing() -> None:
    assert grade_mark(proof("verbatim", "moved", "normalised")) == GRADE_MARKS["moved"]
    assert grade_mark(proof("orphan", "verbatim")) == GRADE_MARKS["orphan"]
    assert grade_mark(()) == GRADE_MARKS["orphan"]
    assert grade_mark(proof("")) == GRADE_MARKS["orphan"]


def test_an_actor_goes_by_its_name_and_its_first_acronym(metre: Base) -> None:
    names = (Name(name="Long", kind="full"), Name(name="ABC", kind="acronym"), Name(name="XYZ", kind="acronym"))
    actor = Actor(id="a", kind="bloc", name="Alpha", other_names=names, evidence=proof("verbatim"))
    assert cells(metre, row(metre, actor, mentions=7), TODAY) == Cells("@", "Alpha (ABC)", "", "bloc", support=1)


def test_every_record_of_both_fact_files_has_a_line(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for n in range(1, base.count() + 1):
            shown = cells(base, base.record(n), TODAY)
            assert shown.text
            assert len(shown.mark) == 1
            assert bool(shown.year) == (base.view(n) == "timeline")
            assert bool(shown.right) or base.view(n) == "statements"
            assert shown.wraps == (base.view(n) == "statements")


# --- where an agreement stands ---


def agreement(*steps: tuple[str, str, str]) -> Agreement:
    """An agreement with these (action, date, status) milestones."""
    milestones = tuple(
        Milestone(action=action, date=date, status=status, evidence=proof("verbatim"))  # type: ignore[arg-type]
        for action, date, status in steps
    )
    return Agreement(id="a", title="A", instrument="treaty", milestones=milestones, evidence=proof("verbatim"))


SIGNED = ("signed", "2024-11-01", "happened")
FORCE = ("entry-into-force", "2025-01-01", "planned")


@pytest.mark.parametrize(
    ("steps", "today", "said", "mark"),
    [
        ((), TODAY, "no step stated", "·"),
        ((SIGNED,), TODAY, "signed 1 Nov 2024", "●"),
        ((SIGNED,), 20241101, "signed 1 Nov 2024", "●"),
        ((SIGNED,), 20241031, "no step yet", "·"),
        ((SIGNED, FORCE), 20241201, "signed 1 Nov 2024; entry into force 1 Jan 2025 planned", "●"),
        # no article says that it came to pass
        ((SIGNED, FORCE), TODAY, "signed 1 Nov 2024; entry into force 1 Jan 2025 planned", "●"),
        ((FORCE,), TODAY, "planned: entry into force 1 Jan 2025", "○"),
        ((("launched", "", "target"),), TODAY, "target: launched", "○"),
        ((("signed", "2020", "reported"), SIGNED), TODAY, "signed 1 Nov 2024", "●"),
        ((("talks-opened", "2020", "happened"), SIGNED), TODAY, "signed 1 Nov 2024", "●"),
        ((SIGNED, ("talks-opened", "2020", "happened")), TODAY, "signed 1 Nov 2024", "●"),
        ((SIGNED, ("sought", "", "happened")), TODAY, "signed 1 Nov 2024", "●"),
        ((("sought", "", "happened"),), TODAY, "sought", "●"),
        ((SIGNED, ("reviewed", "../2024-06", "happened")), TODAY, "signed 1 Nov 2024", "●"),
    ],
)
def test_an_agreement_stands_at_its_last_step_that_had_happened(
    steps: tuple[tuple[str, str, str], ...], today: int, said: str, mark: str
) -> None:
    assert agreement_status(agreement(*steps), today) == (said, mark)


def test_a_step_known_to_lie_before_a_day_stands_before_that_day() -> None:
    steps = agreement(
        ("d", "2024-11-01", "happened"), ("c", "2024", "happened"), ("b", "../2024", "happened"), ("a", "", "happened")
    ).milestones
    assert [step.action for step in sorted(steps, key=milestone_order)] == ["a", "b", "c", "d"]


def test_a_day_that_comes_never_takes_a_step_back(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for listed in base.rows(base.span("agreements")):
            assert isinstance(listed.record, Agreement)
            marks = [agreement_status(listed.record, day)[1] for day in (18000101, 19000101, 20240701, TODAY, 29990101)]
            reached = [mark == "●" for mark in marks]
            assert reached == sorted(reached)
