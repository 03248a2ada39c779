"""Random keys on the questions of `reanchor` and `duplicates`: nothing is written without one, all is taken back."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from eujdef_tui.cli.verbs import duplicates, reanchor
from eujdef_tui.factfile.fallen_quotes import Reanchoring
from eujdef_tui.factfile.loader import load, load_changed
from eujdef_tui.factfile.pair_log import not_one
from tests.factfile.test_merging import ARTICLE, FACTS
from tests.factfile.test_reanchoring import _facts
from tests.helpers.fact_files import write

READ = {"reanchor": "eujdef_tui.cli.verbs.reanchor", "duplicates": "eujdef_tui.cli.verbs.duplicates"}


class Keyboard:
    """Hands over keys one by one, then `q`; `before` is called before each, with what was pressed so far."""

    def __init__(self, pressed: list[str], monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
        self.pressed = pressed
        self.nth = 0
        monkeypatch.setattr(f"{READ[verb]}.keys", _no_terminal)
        monkeypatch.setattr(f"{READ[verb]}.read_key", self.read)
        self.looks: list[bytes] = []
        self.path: Path | None = None

    def read(self, _keyboard: int) -> str:
        if self.path:
            self.looks.append(self.path.read_bytes())
        self.nth += 1
        return self.pressed[self.nth - 1] if self.nth <= len(self.pressed) else "q"


@contextmanager
def _no_terminal() -> Iterator[int]:
    yield 0


def _ask(path: Path, monkeypatch: pytest.MonkeyPatch, pressed: list[str]) -> Keyboard:
    """Press keys on the questions about the quotes that fell."""
    keyboard = Keyboard(pressed, monkeypatch, "reanchor")
    keyboard.path = path
    reanchor._Asking(Reanchoring.of(path)).run()
    return keyboard


def _walk(path: Path, monkeypatch: pytest.MonkeyPatch, pressed: list[str]) -> Keyboard:
    """Press keys on the questions about pairs."""
    keyboard = Keyboard(pressed, monkeypatch, "duplicates")
    keyboard.path = path
    duplicates._Walk(path, duplicates._open_pairs(path)).run()
    return keyboard


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """A fact file with three names that may be one person's."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    third = "  - {id: kk, kind: person, name: Kaja  KALLAS, evidence: [{source: s, quote: EU chief}]}\nevents:"
    return write(tmp_path, FACTS.replace("events:", third))


# --- reanchor ---


@pytest.mark.parametrize(
    "pressed", [["n", "n", "n"], ["enter", "n", "n"], [">", ">", "q"], ["x", "ä", "", "u", "q"], []]
)
def test_reanchor_writes_nothing_where_no_key_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pressed: list[str]
) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    _ask(path, monkeypatch, pressed)
    assert path.read_bytes() == before


def test_enter_writes_what_is_alike_and_never_what_is_little_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _facts(tmp_path)
    _ask(path, monkeypatch, ["enter"] * 10)
    assert [one.part.quote for one in Reanchoring.of(path).fallen] == ["Boats arrive"]
    load(path)


def test_y_writes_everything_that_has_a_place_and_the_file_loads_after_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _facts(tmp_path)
    looks = _ask(path, monkeypatch, ["y"] * 10).looks
    assert not Reanchoring.of(path).fallen
    for written in looks[1:]:
        load(path, instead={path: written})


@pytest.mark.parametrize("seed", range(4))
def test_any_keys_on_quotes_can_all_be_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    pressed = random.Random(seed).choices(["y", "enter", "n", ">", "u", "", "z"], k=20)
    pressed = [key for nth, key in enumerate(pressed) if key != "enter" or nth < 8]  # it ends where nothing is left
    looks = _ask(path, monkeypatch, [*pressed, *["u"] * 20]).looks
    for written in looks:
        load_changed(path, {path: written})
    assert len(looks) < 20 or path.read_bytes() == before


def test_u_takes_back_every_key_in_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    looks = _ask(path, monkeypatch, ["n", "y", "u", "u", "u", "q"]).looks
    assert looks[2] != before
    assert looks[3:] == [before] * len(looks[3:])
    assert path.read_bytes() == before


# --- duplicates ---


@pytest.mark.parametrize("pressed", [["enter"] * 4, [">", ">", "q"], ["=", "n", "q"], ["=", "q"], ["u", "x", "q"], []])
def test_duplicates_writes_nothing_where_no_key_says_so(
    pairs: Path, monkeypatch: pytest.MonkeyPatch, pressed: list[str]
) -> None:
    before = pairs.read_bytes()
    _walk(pairs, monkeypatch, pressed)
    assert pairs.read_bytes() == before
    assert not not_one(pairs)


def test_equals_twice_makes_one_record_and_u_two_of_it_again(pairs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pairs.read_bytes()
    looks = _walk(pairs, monkeypatch, ["=", "=", "u", "q"]).looks
    assert looks[1] == before, "the first one shows what would change"
    assert [actor.id for actor in load(pairs, instead={pairs: looks[2]}).actors] == ["kaja", "eu", "kk"]
    assert pairs.read_bytes() == before


def test_the_other_one_is_kept_after_a_look(pairs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _walk(pairs, monkeypatch, [">", "=", "y", "q"])
    assert [actor.id for actor in load(pairs).actors] == ["kallas", "eu", "kk"]


def test_all_that_may_be_one_becomes_one(pairs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _walk(pairs, monkeypatch, ["=", "="] * 5)
    file = load(pairs)
    assert [actor.id for actor in file.actors] == ["kaja", "eu"]
    assert {one.quote for one in file.actors[0].evidence} == {"Kaja Kallas", "Kallas said", "EU chief", "her"}


@pytest.mark.parametrize("seed", range(6))
def test_any_keys_on_pairs_leave_a_file_that_loads_with_every_quote(
    pairs: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    pressed = random.Random(seed).choices(["=", "=", "n", ">", "enter", "u", "y", ""], k=25)
    looks = _walk(pairs, monkeypatch, pressed).looks
    for written in {*looks, pairs.read_bytes()}:
        file = load(pairs, instead={pairs: written})
        assert {one.quote for actor in file.actors for one in actor.evidence} >= {"Kaja Kallas", "Kallas said", "EU"}
    changed = [nth for nth, written in enumerate(looks) if nth and written != looks[nth - 1]]
    assert all(pressed[nth - 1] in ("=", "y", "u", "enter") for nth in changed)


def test_a_no_is_taken_back_with_u(pairs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _walk(pairs, monkeypatch, ["n", "u", "q"])
    assert not not_one(pairs)
    _walk(pairs, monkeypatch, ["n", "n", "n", "q"])
    assert len(not_one(pairs)) == 3
    assert not duplicates._open_pairs(pairs)
