"""Drafts on other subjects than the shipped one are held against their own fact files: herring, and water."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.store import Base, open_base
from eujdef_tui.verify.checking import Checker
from tests.helpers.places import ROOT

HERRING, WATER = (ROOT / "tests" / "corpora" / name for name in ("herring.yaml", "water.yaml"))


@pytest.fixture(scope="module")
def checkers() -> Iterator[dict[Path, Checker]]:
    """A checker of each fact file."""
    bases: dict[Path, Base] = {path: open_base(path) for path in (HERRING, WATER)}
    yield {path: Checker(base) for path, base in bases.items()}
    for base in bases.values():
        base.close()


TRUE = [
    (HERRING, "Norlund, the Hjelm Islands and Belomora agreed on a herring quota of 214,000 tonnes for 2026.", "quota"),
    (HERRING, "Scientists had recommended at most 186,000 tonnes.", "advice"),
    (HERRING, "The spawning stock is down to 1.1 million tonnes.", "stock"),
    (HERRING, "Talks on the shares go on in Vetkino on 1 December.", "vetkino"),
    (HERRING, "From July 2026 cameras are compulsory on vessels of more than 24 metres.", "cameras"),
    (HERRING, "Meridian announced in January 2026 that it would cut jobs.", "cut"),
    (HERRING, "The mediator Gudny Falkenås summoned both sides to Skarholm.", "mediation"),
    (HERRING, "Ludvig Kvalstad founded the cannery in 1923.", "founded"),
    (HERRING, "The Marine Label Trust took its blue net away on 1 February.", "label"),
    (HERRING, "The labour court held that the lockout was illegal.", "ruling"),
    (HERRING, "Strike pay: 1,150 kroner a week.", "strike"),
    (HERRING, "A collection in the church brought 94,300 kroner.", "collection"),
    (HERRING, "Siam Andaman withdrew its bid on 29 April.", "siam"),
    (WATER, "The city council voted to end its contract with Aquarel in March 2025.", "vote"),
    (WATER, "The flood in the Lower Town killed three people.", "flood"),
    (WATER, "The river stood at 7.86 metres.", "level"),
    (WATER, "Aquarel said it would seek compensation of €148 million.", "claim"),
    (WATER, "The auditors say no more than 37 million euros are owed.", "owed"),
    (WATER, "In October 2025 Želinov signed a contract with Hoshikawa Kiden for the Blue Ring.", "contract"),
    (WATER, "Boring is to begin in spring 2026.", "boring"),
    (WATER, "For three days brown water ran in four districts.", "brown"),
    (WATER, "Losses must fall to 20% by 2032.", "loss"),
    (WATER, "Dušan Petrovický, the prime minister, declared a state of emergency.", "emergency"),
]
FALSE = [
    (
        HERRING,
        "Norlund, the Hjelm Islands and Belomora agreed on a herring quota of 241,000 tonnes for 2026.",
        "number",
    ),
    (HERRING, "Scientists had recommended at most 196,000 tonnes.", "number"),
    (HERRING, "Ludvig Kvalstad founded the cannery in 1932.", "date"),
    (HERRING, "Ragnhild Kvalstad founded the cannery in 1923.", "name"),
    (HERRING, "Talks on the shares resume in Vetkino on 1 November.", "date"),
    (HERRING, "The labour court in Skarholm held that the lockout was legal.", "opposite"),
    (HERRING, "Strike pay is 1,500 kroner a week.", "number"),
    (HERRING, "The cannery will not cut jobs, Meridian announced in January 2026.", "negation"),
    (HERRING, "The Marine Label Trust took its blue net away on 1 March.", "date"),
    (HERRING, "Siam Andaman withdrew its bid on 29 May.", "date"),
    (WATER, "Aquarel said it would seek compensation of €184 million.", "number"),
    (WATER, "The flood in the Lower Town killed five people.", "number"),
    (WATER, "The river stood at 6.87 metres.", "number"),
    (WATER, "Losses must fall to 20% by 2030.", "date"),
    (WATER, "Losses must rise to 20% by 2032.", "opposite"),
    (WATER, "In October 2024 Želinov signed a contract with Hoshikawa Kiden for the Blue Ring.", "date"),
    (WATER, "Boring began in spring 2026.", "status"),
    (WATER, "Hydrokar did not open the gates of the Ostrobor dam.", "negation"),
]
UNSOURCED = [
    (HERRING, "Kaja Kallas is the EU foreign policy chief."),
    (HERRING, "Japan is aiming to reach defence spending of 2% of GDP by 2027."),
    (WATER, "The orchestra played Mahler in Vienna."),
    (WATER, "Toyota will open a battery plant in Poland next spring."),
]


@pytest.mark.slow
@pytest.mark.parametrize(("file", "text", "part"), TRUE, ids=lambda value: str(value)[:40])
def test_what_is_true_is_supported(checkers: dict[Path, Checker], file: Path, text: str, part: str) -> None:
    (one,) = checkers[file].check(text)
    assert one.verdict.word == "supported", one.verdict
    assert one.verdict.fact is not None
    assert one.verdict.fact.evidence, part


@pytest.mark.parametrize(("file", "text", "sort"), FALSE, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_flagged_and_its_kind_is_told(
    checkers: dict[Path, Checker], file: Path, text: str, sort: str
) -> None:
    (one,) = checkers[file].check(text)
    assert one.verdict.word in ("differs", "no source"), one.verdict
    assert sort in {odd.sort for odd in one.verdict.differences}, one.verdict


@pytest.mark.parametrize(("file", "text"), UNSOURCED, ids=lambda value: str(value)[:40])
def test_what_another_base_knows_this_one_does_not(checkers: dict[Path, Checker], file: Path, text: str) -> None:
    (one,) = checkers[file].check(text)
    assert one.verdict.word == "no source", one.verdict


def test_names_with_accents_and_in_other_scripts_are_found(checkers: dict[Path, Checker]) -> None:
    text = "Høgni í Sandgarði and Арсений Колобин met Gudny Falkenas."
    (one,) = checkers[HERRING].check(text)
    assert [named.ids for named in one.named] == [("hogni",), ("kolobin",), ("falkenas",)]


def test_a_base_is_asked_again_and_again_by_one_checker(checkers: dict[Path, Checker]) -> None:
    text = "Strike pay is 1,150 kroner a week. It is paid by the union."
    first, again = (list(checkers[HERRING].check(text)) for _ in range(2))
    assert [(one.verdict.word, one.verdict.why) for one in first] == [
        (one.verdict.word, one.verdict.why) for one in again
    ]
