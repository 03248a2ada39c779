"""`eujdef duplicates`: a line a pair, a decision a key, and a memory of what is no pair."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eujdef_tui.errors import UsageError
from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.pair_log import decide, log_path, not_one
from tests.factfile.test_merging import ARTICLE, FACTS
from tests.helpers.fact_files import write
from tests.helpers.processes import eujdef
from tests.helpers.pty_session import Session

pytestmark = pytest.mark.slow  # the shipped file is read


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return write(tmp_path, FACTS)


@pytest.mark.counts_lines
def test_a_pair_is_a_line_with_ids_reason_and_names(facts: Path) -> None:
    ran = eujdef("duplicates", "-f", str(facts))
    assert ran.code == 0
    assert ran.lines == ["actor kaja = kallas · Kallas may be Kaja Kallas · Kaja Kallas | Kallas"]
    told = json.loads(eujdef("duplicates", "--json", "-f", str(facts)).out)
    assert (told["pair"], told["reasons"]) == (["kaja", "kallas"], ["Kallas may be Kaja Kallas"])


@pytest.mark.counts_lines
def test_what_is_no_pair_is_remembered_beside_the_file_and_can_be_taken_back(facts: Path) -> None:
    before = facts.read_bytes()
    assert eujdef("duplicates", "--no", "kallas", "kaja", "-f", str(facts)).code == 0
    ran = eujdef("duplicates", "-f", str(facts))
    assert (ran.code, ran.out, ran.err) == (1, "", "No two records look like one.\n")
    assert facts.read_bytes() == before
    decide(facts, "open", "kaja", "kallas")
    assert eujdef("duplicates", "-f", str(facts)).code == 0
    assert len(log_path(facts).read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.counts_lines
def test_an_id_that_is_not_there_is_not_remembered(facts: Path) -> None:
    ran = eujdef("duplicates", "--no", "kaja", "nobody", "-f", str(facts))
    assert (ran.code, log_path(facts).exists()) == (2, False)


@pytest.mark.counts_lines
def test_merge_prints_the_diff_and_makes_one_record(facts: Path) -> None:
    ran = eujdef("duplicates", "--merge", "kaja", "kallas", "-f", str(facts))
    assert ran.code == 0
    assert "-  - id: kallas" in ran.lines
    assert "+    x-merged: kallas" in ran.lines
    assert [actor.id for actor in load(facts).actors] == ["kaja", "eu"]
    assert eujdef("duplicates", "-f", str(facts)).code == 1


def test_the_shipped_file_is_listed_and_not_written() -> None:
    assert eujdef("duplicates", EUJDEF_FILE="").code == 0
    for option in ("--merge", "--no"):
        ran = eujdef("duplicates", option, "caliber-fighter", "fx", EUJDEF_FILE="")
        assert (ran.code, "name yours with -f" in ran.err) == (2, True)


def test_the_file_that_the_settings_name_is_the_users_and_is_written(facts: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'file = "{facts}"\n', encoding="utf-8")
    ran = eujdef("duplicates", "--merge", "kaja", "kallas", EUJDEF_FILE="", EUJDEF_CONFIG=str(config))
    assert (ran.code, ran.err) == (0, "")
    assert [actor.id for actor in load(facts).actors] == ["kaja", "eu"]


# --- the log ---


@pytest.mark.counts_lines
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


@pytest.mark.counts_lines
def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        decide(tmp_path / "no-such-folder" / "f.yaml", "no", "a", "b")


# --- on a terminal ---


@pytest.mark.counts_lines
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
