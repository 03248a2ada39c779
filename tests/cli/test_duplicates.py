"""`eujdef duplicates`: a line a pair, a decision a key, and a memory of what is no pair."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eujdef_tui.cli.commands import main
from eujdef_tui.cli.verbs import duplicates as verb
from eujdef_tui.errors import UsageError
from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.pair_log import decide, log_path, not_one
from tests.factfile.test_merging import ARTICLE, FACTS
from tests.helpers.fact_files import write
from tests.helpers.keyboards import pressed
from tests.helpers.processes import Ran
from tests.helpers.pty_session import Session

Here = Callable[..., Ran]


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return write(tmp_path, FACTS)


def test_a_pair_is_a_line_with_ids_reason_and_names(facts: Path, here: Here) -> None:
    ran = here("duplicates", "-f", str(facts))
    assert ran.code == 0
    assert ran.lines == ["actor kaja = kallas · Kallas may be Kaja Kallas · Kaja Kallas | Kallas"]
    told = json.loads(here("duplicates", "--json", "-f", str(facts)).out)
    assert (told["pair"], told["reasons"]) == (["kaja", "kallas"], ["Kallas may be Kaja Kallas"])


def test_what_is_no_pair_is_remembered_beside_the_file_and_can_be_taken_back(facts: Path, here: Here) -> None:
    before = facts.read_bytes()
    assert here("duplicates", "--no", "kallas", "kaja", "-f", str(facts)).code == 0
    ran = here("duplicates", "-f", str(facts))
    assert (ran.code, ran.out, ran.err) == (1, "", "No two records look like one.\n")
    assert facts.read_bytes() == before
    decide(facts, "open", "kaja", "kallas")
    assert here("duplicates", "-f", str(facts)).code == 0
    assert len(log_path(facts).read_text(encoding="utf-8").splitlines()) == 2


def test_an_id_that_is_not_there_is_not_remembered(facts: Path, here: Here) -> None:
    ran = here("duplicates", "--no", "kaja", "nobody", "-f", str(facts))
    assert (ran.code, log_path(facts).exists()) == (2, False)


def test_merge_prints_the_diff_and_makes_one_record(facts: Path, here: Here) -> None:
    ran = here("duplicates", "--merge", "kaja", "kallas", "-f", str(facts))
    assert ran.code == 0
    assert "-  - id: kallas" in ran.lines
    assert "+    x-merged: kallas" in ran.lines
    assert [actor.id for actor in load(facts).actors] == ["kaja", "eu"]
    assert here("duplicates", "-f", str(facts)).code == 1


@pytest.mark.slow  # the shipped file is read
def test_the_shipped_file_is_listed_and_not_written(here: Here) -> None:
    assert here("duplicates", EUJDEF_FILE="").code == 0
    for option in ("--merge", "--no"):
        ran = here("duplicates", option, "caliber-fighter", "fx", EUJDEF_FILE="")
        assert (ran.code, "name yours with -f" in ran.err) == (2, True)


@pytest.mark.slow  # the shipped file is read
def test_the_file_that_the_settings_name_is_the_users_and_is_written(facts: Path, tmp_path: Path, here: Here) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'file = "{facts}"\n', encoding="utf-8")
    ran = here("duplicates", "--merge", "kaja", "kallas", EUJDEF_FILE="", EUJDEF_CONFIG=str(config))
    assert (ran.code, ran.err) == (0, "")
    assert [actor.id for actor in load(facts).actors] == ["kaja", "eu"]


# --- the log ---


def test_lines_that_are_no_decision_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    assert not_one(path) == frozenset()
    lines = '{"verdict": "no", "pair": ["a", "b"]}\n[]\n{"verdict": "no", "pair": [1, 2]}\n\xff\n' + "[" * 10_000
    log_path(path).write_text(lines, encoding="utf-8")
    decide(path, "no", "c", "d")
    assert not_one(path) == {frozenset("ab"), frozenset("cd")}
    decide(path, "merged", "d", "c")
    assert not_one(path) == {frozenset("ab")}


def test_a_folder_has_its_log_in_it_and_it_is_no_fact_file(facts: Path) -> None:
    assert log_path(facts.parent) == facts.parent / "facts.duplicates"
    decide(facts.parent, "no", "a", "b")
    load(facts.parent)


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        decide(tmp_path / "no-such-folder" / "f.yaml", "no", "a", "b")


# --- on a terminal ---


@pytest.mark.slow
def test_on_a_terminal_a_pair_is_made_one_taken_back_and_said_to_be_two(facts: Path) -> None:
    before = facts.read_bytes()
    with Session([sys.executable, "-m", "eujdef_tui", "duplicates", "-f", str(facts)], (150, 100)) as session:
        session.await_text("keep  kaja")
        session.type(b">")
        session.await_text("keep  kallas")
        session.type(b">=")
        session.await_text("=, y, enter: write this")
        assert facts.read_bytes() == before
        session.type(b"n")
        session.type(b"\r\r")
        session.await_text("1 pair left.")
        assert session.await_end()[0] == 0
        assert session.settings_now() == session.settings
    with Session([sys.executable, "-m", "eujdef_tui", "duplicates", "-f", str(facts)], (150, 100)) as session:
        session.await_text("keep  kaja")
        session.type(b"nq")
        session.await_text("0 pairs left.")
        assert session.await_end()[0] == 0
    assert not_one(facts) == {frozenset(("kaja", "kallas"))}
    assert facts.read_bytes() == before


# --- the questions, in this process ---


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, bytes], list[str]]:
    """Answer the questions about a fact file by keys; what is printed, as lines, that on stderr last."""

    def ask(path: Path, keys: bytes) -> list[str]:
        monkeypatch.setattr(verb, "is_interactive", lambda: True)
        monkeypatch.setattr(verb, "keys", lambda: pressed(keys))
        assert main(["duplicates", "-f", str(path)]) == 0
        return [line for text in capsys.readouterr() for line in text.splitlines()]

    return ask


Asked = Callable[[Path, bytes], list[str]]


def test_two_that_cannot_be_made_one_are_said_with_the_reason_and_left(facts: Path, asked: Asked) -> None:
    text = facts.read_text("utf-8").replace("- id: kallas", "- &k\n    id: kallas")
    facts.write_text(text, "utf-8")
    before = facts.read_bytes()
    lines = asked(facts, b"=q")
    assert any(line.startswith("  not merged: ") for line in lines)
    assert facts.read_bytes() == before
    assert "No pair is left. u: undo · enter, q: end" in lines


def test_a_merge_that_is_shown_can_be_ended_without_it_and_nothing_is_written(facts: Path, asked: Asked) -> None:
    before = facts.read_bytes()
    lines = asked(facts, b"=zq")
    assert "-  - id: kallas" in lines
    assert facts.read_bytes() == before
    assert lines[-1] == "1 pair left."


def test_what_was_merged_put_off_or_said_to_be_two_is_taken_back_by_a_key(facts: Path, asked: Asked) -> None:
    before = facts.read_bytes()
    assert asked(facts, b"u=yu \ruuq")[-1] == "1 pair left."
    assert facts.read_bytes() == before
    asked(facts, b"nuq")
    assert not_one(facts) == frozenset()
    asked(facts, b"=y\r")
    assert [actor.id for actor in load(facts).actors] == ["kaja", "eu"]


def test_an_arrow_asks_the_same_pair_again(facts: Path, asked: Asked) -> None:
    lines = asked(facts, b"\x1b[Aq")
    assert sum(line.strip().startswith("keep  kaja") for line in lines) == 2
