"""A unit is of its sort however it is written, and a figure answers by it, or where it has none that is known."""

from __future__ import annotations

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.unit_sorts import are_years, sorts_of, sorts_of_all
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import HEAD, PROOF, write
from tests.helpers.found_ids import ids

# A figure, and its unit.
FIGURES = {
    "bridge": ("The bridge repair price is told", "¥"),
    "canal": ("The price of the canal repair", "$"),
    "weir": ("The price of the weir repair", "euros"),
    "pass": ("The pass costs 4 zł.", "zł"),
    "lock": ("The lock repair price is told", "£m"),
    "shed": ("The shed repair price is told", "bitcoin"),
    "lamps": ("Lamps on the bridge", ""),
    "wet": ("Share of wet lamps in the tunnel", "%"),
    "jobs": ("Jobs cut at the yard: 400", ""),
    "votes": ("Votes for the mayor", ""),
    "branches": ("The bank has seven branches.", ""),
    "wire": ("The wire is 3 mm thick.", "mm"),
    "lane": ("The lane is 250 cm wide.", "cm"),
    "shaft": ("The shaft goes down 9 m.", "m"),
    "plank": ("The plank is 12 in thick.", "in"),
    "parcel": ("The parcel weighs 7 lb.", "lb"),
    "yacht": ("The yacht does 30 kn.", "kn"),
    "missile": ("The missile flies at Mach 5.", "Mach"),
    "water": ("The water of the lake was at 21 °C.", "°C"),
    "hall": ("The hall was 90 % full.", "%"),
    "mill": ("Age of the mill", "yr"),
    "barn": ("The age of the barn is told", ""),
    "loss": ("The barge lost 7 t.", "t"),
    "quake": ("The quake was of 6.1.", ""),
    "gauge": ("9 centimetres of silt at the pier.", "centimetres"),
    "pier": ("With the pier the tide was 52 kilometres long.", "kilometres"),
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """The base of the figures."""
    units = {name: f"unit: '{unit}', " if unit else "" for name, (_, unit) in FIGURES.items()}
    lines = [
        f"  - {{id: {name}, kind: figure, text: '{text}', value: '3', {units[name]}{PROOF}}}"
        for name, (text, _) in FIGURES.items()
    ]
    return open_base(write(tmp_path_factory.mktemp("units"), f"{HEAD}statements:\n" + "\n".join(lines) + "\n"))


@pytest.mark.parametrize(
    ("sort", "units"),
    [
        ("money", ("¥", "£m", "million US$", "bn euros", "k €", "zł", "CHF", "crowns", "cents", "euros a month")),
        ("share", ("%", "per cent of women", "percentage points", "pct")),
        ("length", ("m", "mm", "million km", "ft", "in", "nautical miles", "inches", "feet")),
        ("weight", ("t", "million t", "lb", "tonnes")),
        ("speed", ("km/h", "kn", "Mach", "metres per second", "km an hour")),
        ("temperature", ("°C", "° F", "C", "degrees")),
        ("area", ("ha", "km²", "m2", "square metres")),
        ("volume", ("million m³", "cubic kilometres", "l", "barrels of oil")),
        ("rate", ("grams a litre", "litres per second")),
        ("time", ("h", "min", "yr", "days")),
        ("things", ("people", "million passengers", "flats sold")),
    ],
)
def test_a_unit_is_of_its_sort_however_it_is_written(sort: str, units: tuple[str, ...]) -> None:
    assert {unit: set(sorts_of(unit)) for unit in units} == {unit: {sort} for unit in units}


def test_what_is_no_known_unit_is_of_no_sort_and_a_pound_is_of_two() -> None:
    assert sorts_of("bitcoin") == sorts_of("bn") == sorts_of("") == frozenset()
    assert sorts_of("pounds") == {"money", "weight"} == sorts_of_all(("€", "kg"))


def test_years_are_known_by_their_abbreviations() -> None:
    assert are_years("yr")
    assert are_years("years")
    assert not are_years("months")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("how much does the bridge repair cost", "bridge"),
        ("price of the bridge repair", "bridge"),
        ("how much does the pass cost", "pass"),
        ("how much does the lock repair cost", "lock"),
        ("how much does the shed repair cost", "shed"),
        ("how many jobs were cut at the yard", "jobs"),
        ("how many votes did the mayor get", "votes"),
        ("how many people voted for the mayor", "votes"),
        ("how many branches does the bank have", "branches"),
        ("how thick is the wire", "wire"),
        ("how wide is the lane", "lane"),
        ("how deep is the shaft", "shaft"),
        ("how thick is the plank", "plank"),
        ("how heavy is the parcel", "parcel"),
        ("how fast is the yacht", "yacht"),
        ("how fast is the missile", "missile"),
        ("how warm is the lake", "water"),
        ("how full was the hall", "hall"),
        ("how old is the mill", "mill"),
        ("how old is the barn", "barn"),
        ("how strong was the quake", "quake"),
    ],
)
def test_a_figure_answers_by_its_sign_or_abbreviation_or_without_a_known_unit(
    base: Base, typed: str, answer: str
) -> None:
    assert ids(base, typed)[:1] == [answer]


@pytest.mark.parametrize(
    "typed",
    ["how old is the bank", "how hot is the yacht", "how tall is the mayor", "how much does the parcel cost"],
)
def test_what_is_surely_of_another_sort_is_no_answer(base: Base, typed: str) -> None:
    assert ids(base, typed) == []


def test_what_has_all_words_stands_before_what_has_another_or_none_for_one(base: Base) -> None:
    assert ids(base, "how many lamps are on the bridge")[:1] == ["lamps"]
    assert ids(base, "how much does the canal repair cost")[:1] == ["canal"]
    assert search(base, parse("how much does the canal repair cost")).left_out == ()


def test_what_says_the_asked_unit_stands_before_what_may_be_of_it(base: Base) -> None:
    assert ids(base, "how long is the pier")[:2] == ["pier", "gauge"]


@pytest.mark.parametrize(
    "typed",
    [
        "how many kind:figure lamps are on the bridge",
        "kind:figure how many lamps are on the bridge",
        "how many lamps are on the bridge source:s",
        "how many lamps are on the bridge !canal",
    ],
)
def test_a_field_in_a_question_is_none_of_its_words(base: Base, typed: str) -> None:
    assert ids(base, typed)[:1] == ["lamps"]
