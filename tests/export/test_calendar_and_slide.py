"""What is ahead goes into a calendar, and the dated events onto a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from eujdef_tui.export.citation import claims
from eujdef_tui.export.formats import export
from eujdef_tui.model.records import Event
from eujdef_tui.store import Base
from tests.helpers.awkward_facts import awkward, opened, records
from tests.helpers.fact_files import HEAD, PROOF, write


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(awkward(tmp_path_factory.mktemp("facts")), tmp_path_factory.mktemp("cache"))


def calendar(base: Base) -> dict[str, Any]:
    text = "".join(export(base, "ics"))
    assert max(len(line) for line in text.encode().split(b"\r\n")) <= 75
    found = Calendar.from_ical(text)
    assert [event.errors for event in found.walk("VEVENT") if event.errors] == []
    return {str(event["summary"]): event for event in found.walk("VEVENT")}


@pytest.mark.slow
@pytest.mark.parametrize("which", ["base", "metre", "corpus"])
def test_the_calendar_has_all_that_is_planned_or_a_target_and_dated(which: str, request: pytest.FixtureRequest) -> None:
    opened_base: Base = request.getfixturevalue(which)
    ahead = [
        claim.line
        for record in records(opened_base)
        for claim in claims(opened_base, record)
        if claim.status in ("planned", "target") and claim.date
    ]
    assert sorted(calendar(opened_base)) == sorted(set(ahead))


@pytest.mark.parametrize(
    ("summary", "first", "after"),
    [
        ("=cmd <script>alert(1)</script> (early 2026; planned)", date(2026, 1, 1), date(2026, 4, 1)),
        ("Before (by 2035; target)", date(2035, 1, 1), date(2036, 1, 1)),
    ],
)
def test_an_all_day_event_lasts_from_the_first_to_the_last_day(
    base: Base, summary: str, first: date, after: date
) -> None:
    event = calendar(base)[summary]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (first, after)


def test_a_day_of_an_early_year_has_eight_digits(tmp_path: Path, cache: Path) -> None:
    text = f"{HEAD}events: [{{id: e, kind: talk, title: E, date: 0999-12-31, status: planned, {PROOF}}}]\n"
    for made in opened(write(tmp_path, text), cache):
        lines = "".join(export(made, "ics")).split("\r\n")
        assert {"DTSTART;VALUE=DATE:09991231", "DTEND;VALUE=DATE:10000101"} <= {*lines}


def test_an_event_of_the_calendar_has_its_sentences_and_sources(base: Base) -> None:
    event = calendar(base)["=cmd <script>alert(1)</script> (early 2026; planned)"]
    assert "“She said ‘no way’ twice.” — The $ Times, 1 Nov 2024, sentence 2" in event["description"]
    assert str(event["url"]) == "https://example.org/a_b?c={d}"


def test_an_event_keeps_its_identity_from_one_export_to_the_next(base: Base) -> None:
    again = [re.findall("^UID:.*$", "".join(export(base, "ics")), re.M) for _ in range(2)]
    assert again[0] == again[1]
    assert len(set(again[0])) == len(again[0]) == 2


# --- the slide ---


def texts(svg: str) -> list[tuple[float, float, str]]:
    """(x, y, text) of each text of a drawing."""
    root = ElementTree.fromstring(svg)
    found = root.iter("{http://www.w3.org/2000/svg}text")
    return [(float(one.attrib["x"]), float(one.attrib["y"]), "".join(one.itertext())) for one in found]


@pytest.mark.parametrize("which", ["base", "metre", "corpus"])
def test_a_slide_has_every_event_or_says_how_many_find_no_place(which: str, request: pytest.FixtureRequest) -> None:
    opened_base: Base = request.getfixturevalue(which)
    svg = "".join(export(opened_base, "svg"))
    shown = svg.count(' r="') - 3  # those of the legend aside
    dated = sum(isinstance(record, Event) and bool(record.date) for record in records(opened_base))
    left_out = re.search(r"and (\d+) more find no place", svg)
    assert shown + (int(left_out[1]) if left_out else 0) == dated
    assert bool(left_out) == (which == "corpus")


@pytest.mark.parametrize("which", ["base", "metre", "corpus"])
def test_the_letters_of_a_slide_are_large_and_its_lines_apart(which: str, request: pytest.FixtureRequest) -> None:
    svg = "".join(export(request.getfixturevalue(which), "svg"))
    assert min(int(size) for size in re.findall(r'font-size="(\d+)"', svg)) >= 20
    places = texts(svg)
    assert all(0 <= x <= 1920 and 0 <= y <= 1080 for x, y, _ in places)
    columns: dict[float, list[float]] = {}
    for x, y, _ in places[1:]:
        columns.setdefault(x, []).append(y)
    for heights in columns.values():
        assert all(b - a >= 20 for a, b in zip(sorted(heights), sorted(heights)[1:], strict=False))


def test_a_slide_of_no_event_is_a_drawing_too(base: Base) -> None:
    number = base.number("cost")
    assert number
    assert "".join(export(base, "svg", [number])).rstrip().endswith("</svg>")
