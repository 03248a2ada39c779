"""A record looks the same wherever it is listed."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from eujdef_tui.model.glyphs import GRADE_MARKS, STATUS_MARKS
from eujdef_tui.model.records import (
    GRADES,
    Actor,
    Agreement,
    Event,
    Evidence,
    Grade,
    Milestone,
    Name,
    Record,
    Source,
    Statement,
)
from eujdef_tui.present.list_row import (
    LEAD_WIDTHS,
    Cells,
    agreement_status,
    cells,
    count_of,
    grade_mark,
    milestone_order,
)
from eujdef_tui.store import VIEWS, Base, Row
from eujdef_tui.text import edtf

TODAY = 20250901


def told(base: Base, record_id: str, today: int = TODAY) -> Cells:
    return cells(base, base.record(base.number(record_id) or 0), today)


def proof(*grades: Grade) -> tuple[Evidence, ...]:
    return tuple(Evidence(source="s", quote="q", grade=grade) for grade in grades)


# --- cells ---


@pytest.mark.parametrize(
    ("record", "lead", "mark", "text", "note", "tail"),
    [
        ("signing", "20 May 1875", "●", "Metre Convention signed by seventeen states", "", "1 ✓"),
        ("new-second", "2030", "○", "Redefinition of the second", "", "1 ✓"),
        ("bureau-created", "undated", "●", "International Bureau of Weights and Measures created", "", "1 ✓"),
        ("prototypes", "1889", "●", "Bar and cylinder sanctioned as prototypes", "", "1 ≠"),
        (
            "bipm", "", "·", "International Bureau of Weights and Measures (BIPM)",
            "Keeps the international standards of measurement at Sèvres.", "1",
        ),
        ("japan", "", "·", "Japan", "", "2"),
        ("metre-convention", "", "●", "Metre Convention", "signed 20 May 1875", "1 ✓"),
        ("metre-1983", "", "●", "Definition of the metre by the speed of light", "in use 1983 or later", "1 ✓"),
        ("drift", "", "#", "Mass that the copies gained on the cylinder in a century.", "50 micrograms", "1 ✓"),
        ("joke", "", "“", "What defines weight cannot be weighed.", "", "1 ✓"),
        (
            "age-of-the-cylinder", "", "≠", "Since when the cylinder was the kilogram",
            "It was cast in 1879, but sanctioned in 1889; the 130 years to 2019 count from the second.", "",
        ),
        ("metre-article", "", "▤", "Measures, about May 2023", "The metre, from a bar to a beam of light", "19"),
    ],
)  # fmt: skip
def test_each_kind_of_record_has_its_columns(
    metre: Base, record: str, lead: str, mark: str, text: str, note: str, tail: str
) -> None:
    assert told(metre, record) == Cells(lead, mark, text, note, tail)


def row(base: Base, record: Record, support: int = 1, mentions: int = 0) -> Row:
    """A record as if it stood where the joke stands, which no tension names."""
    return Row(base.number("joke") or 0, record, support, mentions)


def test_an_event_of_about_a_day_says_so_in_a_narrow_column(metre: Base) -> None:
    event = Event(id="e", kind="talk", title="T", date="2025-07-23~", status="target", evidence=proof("verbatim"))
    shown = cells(metre, row(metre, event, 2), TODAY)
    assert (shown.lead, shown.mark, shown.tail) == ("~23 Jul 2025", "◎", "2 ✓")


@pytest.mark.parametrize("grade", GRADES)
def test_no_other_grade_is_shown_like_a_verbatim_one(metre: Base, grade: Grade) -> None:
    statement = Statement(id="s", kind="position", text="T", evidence=proof("verbatim", grade, "verbatim"))
    tail = cells(metre, row(metre, statement), TODAY).tail
    assert ("✓" in tail) == (grade == "verbatim")
    assert tail == f"1 {GRADE_MARKS[grade]}"


def test_that_a_quote_does_not_hold_is_told_before_that_another_fact_differs(metre: Base) -> None:
    differing = metre.record(metre.number("prototypes") or 0)
    assert cells(metre, differing, TODAY).tail == "1 ≠"
    lost = Event(id="e", kind="talk", title="T", status="happened", evidence=proof("orphan"))
    assert cells(metre, Row(differing.n, lost, 1, 0), TODAY).tail == "1 ✗"


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
    assert cells(metre, row(metre, actor, mentions=7), TODAY) == Cells("", "·", "Alpha (ABC)", "", "7")


def test_every_record_of_both_fact_files_has_a_line(metre: Base, corpus: Base) -> None:
    assert list(LEAD_WIDTHS) == list(VIEWS)
    for base in (metre, corpus):
        for n in range(1, base.count() + 1):
            listed = base.record(n)
            shown = cells(base, listed, TODAY)
            assert shown.text
            assert len(shown.mark) == 1
            assert bool(shown.lead) == (base.view(n) == "timeline")
            assert len(shown.lead) < 40
            if isinstance(listed.record, Source):
                assert shown.tail == str(len(base.citing_source(n)))


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


# --- counts ---


@pytest.mark.parametrize(
    ("shown", "total", "said"),
    [(12, 64, "12 of 64"), (64, 64, "64"), (0, 9, "0 of 9"), (0, 0, "0"), (1, 12345, "1 of 12,345")],
)
def test_a_count_says_of_how_many(shown: int, total: int, said: str) -> None:
    assert count_of(shown, total) == said


def test_a_count_that_went_no_further_says_so() -> None:
    assert count_of(10_000, 64_000, "+") == "10,000+ of 64,000"


def test_the_day_is_the_one_that_is_set() -> None:
    assert edtf.today() == TODAY
