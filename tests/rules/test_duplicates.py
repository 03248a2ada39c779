"""Pairs of records that may be one: what is told with its reason, and what is left alone."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import Event, FactFile, Statement
from eujdef_tui.rules.alike_names import Called, keys_of_name, why_alike
from eujdef_tui.rules.duplicates import pairs
from tests.bench.duplicates import FILES, told_events, told_names, told_statements
from tests.helpers.fact_files import HEAD, PROOF, write
from tests.helpers.places import CORPUS


@pytest.mark.parametrize(
    ("kind", "one", "other", "reason"),
    [
        ("person", "Kaja Kallas", "kaja  kallas", "the same name"),
        ("person", "Kallas", "Kaja Kallas", "Kallas may be Kaja Kallas"),
        ("person", "President Biden", "Joe Biden", "President Biden may be Joe Biden"),
        ("person", "Kallas Kaja", "Kaja Kallas", "the same words"),
        ("person", "Kaja Kalas", "Kaja Kallas", "spelt alike"),
        ("person", "Кая Каллас", "Kaja Kallas", "the same sounds in another script"),
        ("person", "Владимир Путин", "Vladimir Putin", "the same sounds in another script"),
        ("organization", "ECB", "European Central Bank", "ECB may be short for European Central Bank"),
        ("country", "UK", "United Kingdom", "UK may be short for United Kingdom"),
        ("country", "U.S.", "United States", "U.S. may be short for United States"),
        ("company", "Toray", "Toray Industries", "Toray may be short for Toray Industries"),
        ("company", "Kepler Rail", "Kepler Rail Inc", "all words of Kepler Rail are in Kepler Rail Inc"),
        ("public-body", "Ministry of Defence", "Defence Ministry", "the same words"),
        ("public-body", "Ministry of Defense", "Ministry of Defence", "the same words"),
    ],
)
def test_names_that_may_be_of_one(kind: str, one: str, other: str, reason: str) -> None:
    first, second = Called.of(one, kind), Called.of(other, kind)
    assert why_alike(first, second) == why_alike(second, first) == reason
    assert set(keys_of_name(first)) & set(keys_of_name(second)), "they meet in a block"


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Kaja Kallas", "Siim Kallas"),
        ("organization", "European Union", "European Union leaders"),
        ("country", "Japan", "Japan Times"),
        ("public-body", "US Navy", "US Army"),
        ("public-body", "アメリカ海軍", "アメリカ空軍"),
        ("organization", "European Central Bank", "European Investment Bank"),
        ("organization", "East Coast Bank", "European Central Bank"),
        ("programme", "Horizon 2020", "Horizon 2021"),
        ("programme", "Article 5", "Article 6"),
        ("company", "Airbus", "Airbag"),
        ("country", "Iran", "Iraq"),
        ("country", "Austria", "Australia"),
    ],
)
def test_names_that_are_of_two(kind: str, one: str, other: str) -> None:
    assert not why_alike(Called.of(one, kind), Called.of(other, kind))


def _file(folder: Path, text: str) -> FactFile:
    return load(write(folder, f"{HEAD}{text}"))


def _ids(file: FactFile) -> list[tuple[str, str]]:
    return [(pair.first.id, pair.second.id) for pair in pairs(file)]


def _actor(id_: str, name: str, more: str = "kind: person") -> str:
    return f"  - {{id: {id_}, name: {name}, {more}, {PROOF}}}\n"


def test_a_surname_of_two_persons_is_paired_with_both_and_they_are_not_with_each_other(tmp_path: Path) -> None:
    text = "actors:\n" + _actor("k", "Kallas") + _actor("kaja", "Kaja Kallas") + _actor("siim", "Siim Kallas")
    assert _ids(_file(tmp_path, text)) == [("k", "kaja"), ("k", "siim")]


@pytest.mark.parametrize(
    "more",
    [
        ("kind: person", "kind: company"),
        ("kind: company, country: JP", "kind: company, country: FR"),
        ("kind: company", f"kind: company, memberships: [{{organization: a, role: part, {PROOF}}}]"),
    ],
)
def test_actors_of_other_kinds_or_countries_or_tied_to_each_other_are_two(
    tmp_path: Path, more: tuple[str, str]
) -> None:
    assert not _ids(_file(tmp_path, "actors:\n" + _actor("a", "Thales", more[0]) + _actor("b", "Thales", more[1])))


def _events(folder: Path, *events: str) -> list[tuple[str, str]]:
    actors = "actors:\n" + _actor("ann", "Ann") + _actor("bo", "Bo")
    listed = "".join(f"  - {{id: e{n}, {event}, {PROOF}}}\n" for n, event in enumerate(events))
    return _ids(_file(folder, f"{actors}events:\n{listed}"))


FIRST = "kind: talk, title: Ministers open talks on cables, date: 2025-07-23, status: happened, actors: [ann]"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("Ministers open", "Ministers opened"), True),
        (("talks on cables", "cable talks"), True),
        (("status: happened", "status: reported"), True),
        (("2025-07-23", "2025-07-24"), False),
        (("[ann]", "[bo]"), False),
        (("status: happened", "status: planned"), False),
        (("Ministers open talks on cables", "A school for girls begins"), False),
    ],
)
def test_events_of_one_date_and_actors_and_words_may_be_one(
    tmp_path: Path, change: tuple[str, str], *, told: bool
) -> None:
    assert bool(_events(tmp_path, FIRST, FIRST.replace(*change))) == told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("costs 20 million euros", "costs 20 million euro"), True),
        (("costs 20", "costs 30"), False),
        (("speaker: ann", "speaker: bo"), False),
        (("The cable", "Not a word of it"), False),
    ],
)
def test_statements_of_one_speaker_and_words_may_be_one(tmp_path: Path, change: tuple[str, str], *, told: bool) -> None:
    first = "kind: claim, speaker: ann, text: The cable between the islands costs 20 million euros this year"
    actors = "actors:\n" + _actor("ann", "Ann") + _actor("bo", "Bo")
    second = first.replace(*change) if change[0] != "The cable" else first.split("text:")[0] + "text: Boats come and go"
    listed = "".join(f"  - {{id: s{n}, {one}, {PROOF}}}\n" for n, one in enumerate((first, second)))
    assert bool(_ids(_file(tmp_path, f"{actors}statements:\n{listed}"))) == told


def test_agreements_of_one_name_or_one_step_may_be_one_and_linked_ones_are_two(tmp_path: Path) -> None:
    step = f"milestones: [{{action: signed, date: 2025-07-23, {PROOF}}}], parties: [a]"
    text = f"actors:\n{_actor('a', 'Ann')}agreements:\n"
    text += f"  - {{id: g, title: Cable pact of the islands, instrument: treaty, {step}, {PROOF}}}\n"
    second = f"  - {{id: h, title: Pact on cables of islands, instrument: treaty, {step}, {PROOF}}}\n"
    assert _ids(_file(tmp_path, text + second)) == [("g", "h")]
    linked = second.replace("id: h,", "id: h, related: [{id: g, reason: builds on it}],")
    assert not _ids(_file(tmp_path, text + linked))


def test_one_source_text_under_two_ids_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Words", encoding="utf-8")
    text = HEAD.replace("file: a.txt}]", "file: a.txt}, {id: t, type: article, file: b.txt}]")
    assert _ids(load(write(tmp_path, text))) == [("s", "t")]


@pytest.mark.slow
@pytest.mark.counts_lines
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_people_wrote_has_no_pairs_but_one_that_is_a_question(path: Path) -> None:
    told = _ids(load(path))
    assert told == ([("caliber-fighter", "fx")] if path == CORPUS else [])


@pytest.mark.slow
def test_what_is_told_again_is_found() -> None:
    small = [load(path) for path in FILES if path.stem in ("rails", "bells", "water")]
    events = [one for file in small for one in told_events(file)]
    statements = [one for file in small for one in told_statements(file)]
    names = [one for file in small for one in told_names(file)]
    assert len(events) > 30
    assert all(one.told for one in events)
    assert sum(one.told for one in statements) >= 0.97 * len(statements)
    assert sum(one.told for one in names) >= 0.2 * len(names)


@pytest.mark.slow
def test_ten_thousand_facts_of_one_day_and_speaker_are_no_million_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted(one: Event | Statement, other: Event | Statement) -> tuple[str, ...]:
        nonlocal asked
        asked += 1
        return ()

    monkeypatch.setattr("eujdef_tui.rules.duplicates._why_one_event", counted)
    monkeypatch.setattr("eujdef_tui.rules.duplicates._why_one_statement", counted)
    file = load(CORPUS)
    events = _many(file.events, 5000)
    statements = _many(file.statements, 5000)
    pairs(FactFile(path=CORPUS, title="T", inputs=(), events=events, statements=statements))
    assert asked < 300_000, "of 25 million"


def _many(records: tuple, count: int) -> tuple:  # type: ignore[type-arg]
    from eujdef_tui.model.struct import replace

    rounds = (replace(one, id=f"{one.id}-{n}") for n in range(count) for one in records)
    return tuple(islice(rounds, count))


@pytest.mark.parametrize(("kind", "asked"), [("metonym", 0), ("short", 1)])
def test_by_a_metonym_several_may_be_called(kind: str, asked: int, tmp_path: Path) -> None:
    names = f"other_names: [{{name: The Chair, kind: {kind}}}]"
    people = "".join(
        f"- {{id: {id_}, kind: person, name: {name}, {names}, {PROOF}}}\n"
        for id_, name in (("a", "Ada Onyx"), ("b", "Bo Pyrite"))
    )
    assert len(list(pairs(load(write(tmp_path, f"{HEAD}actors:\n{people}"))))) == asked
