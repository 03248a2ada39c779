"""`eujdef reanchor`: a list without a terminal, a key a quote on one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eujdef_tui.factfile.loader import load
from tests.factfile.test_reanchoring import FACTS, _facts
from tests.helpers.processes import eujdef
from tests.helpers.pty_session import Session

pytestmark = pytest.mark.slow  # a folder is loaded for each key


@pytest.mark.counts_lines
def test_without_a_terminal_it_prints_each_quote_beside_its_place(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    ran = eujdef("reanchor", "-f", str(path))
    assert ran.code == 4
    assert "  quote    It will cost [-30-] million euros" in ran.lines
    assert "  article  It will cost {+20+} million euros" in ran.lines
    assert "  ! numbers differ: 30 was, 20 is" in ran.lines
    assert "  quote    [-Harbor-] Board signed" in ran.lines
    assert "`eujdef reanchor --write` for the 1 that are certain" in ran.err
    assert path.read_bytes() == before


def test_the_advice_for_a_changed_article_names_it(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    assert "run `eujdef reanchor`" in eujdef("check", str(path)).out
    assert "eujdef reanchor" in eujdef("check", "--explain", "sha256-mismatch").out
    assert "eujdef reanchor" in eujdef("find", "board", "-f", str(path)).err


@pytest.mark.counts_lines
def test_json_is_one_object_with_every_offer(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    told = json.loads(eujdef("reanchor", "s", "--json", "-f", str(path)).out)
    assert [one["grade"] for one in told["fallen"]] == ["orphan", "edited", "edited"]
    assert [one["certain"] for one in told["fallen"]] == [False, True, False]
    offer = told["fallen"][2]["offers"][0]
    text = load(path, any_digest=True).texts["s"]
    assert text[offer["start"] : offer["end"]] == offer["quote"] == "It will cost 20 million euros"
    assert told["digests"][0]["source"] == "s"


@pytest.mark.counts_lines
def test_write_writes_what_is_certain_and_the_digest(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    ran = eujdef("reanchor", "--write", "-f", str(path))
    assert ran.code == 4, "two quotes are left"
    assert "1 of 3 quotes have their new words." in ran.err
    load(path)
    assert 'quote: "Harbour Board signed"' in path.read_text(encoding="utf-8")
    assert "30 million" in path.read_text(encoding="utf-8")


@pytest.mark.counts_lines
def test_write_writes_nothing_where_nothing_is_certain(tmp_path: Path) -> None:
    path = _facts(tmp_path, FACTS.replace("Harbor Board", "Harbour Council"))
    before = path.read_bytes()
    ran = eujdef("reanchor", "--write", "-f", str(path))
    assert ran.code == 4
    assert "nothing is written" in ran.err
    assert path.read_bytes() == before


@pytest.mark.counts_lines
def test_the_shipped_fact_file_is_not_written() -> None:
    ran = eujdef("reanchor", "--write", EUJDEF_FILE="")
    assert ran.code == 2
    assert "name yours with -f" in ran.err


@pytest.mark.counts_lines
def test_where_every_quote_holds_it_says_so(tmp_path: Path) -> None:
    assert eujdef("reanchor", EUJDEF_FILE="").out == "Every quote holds.\n"
    assert eujdef("reanchor", "--json", EUJDEF_FILE="").out == '{"fallen": [], "digests": []}\n'
    text = FACTS.replace("Boats arrive", "Boats come").replace("Harbor", "Harbour").replace("30", "20")
    path = _facts(tmp_path, text.replace("    no_fact: [{{kind: label, quote: 'Boats come'}}]\n", "").replace(
        "20 million\n          euros", "20 million euros"))  # fmt: skip
    ran = eujdef("reanchor", "-f", str(path))
    assert (ran.code, ran.err.splitlines()[0]) == (4, "Every quote holds, and the digest is that of another text.")
    assert eujdef("reanchor", "--write", "-f", str(path)).code == 0
    load(path)


@pytest.mark.counts_lines
def test_on_a_terminal_a_key_writes_leaves_and_takes_back(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    command = [sys.executable, "-m", "eujdef_tui", "reanchor", "-f", str(path)]
    with Session(command, (80, 60)) as session:
        session.await_text("3 to go")
        session.await_text("y: write · n, enter: leave")
        session.type(b"\x1b[A\r")  # an arrow does nothing, enter leaves what is little alike
        session.await_text("2 to go")
        session.type(b"\r")
        session.await_text("1 to go")
        load(path)
        written = path.read_bytes()
        assert b'quote: "Harbour Board signed"' in written
        session.type(b"u")
        session.await_text("taken back")
        assert path.read_bytes() == before
        session.type(b"yy\r")
        session.await_text("1 quote does not hold.")
        code, _ = session.await_end()
        assert code == 4
        assert session.settings_now() == session.settings
    load(path)
    assert b"It will cost 20 million euros" in path.read_bytes()


def test_q_ends_with_what_was_written_and_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    command = [sys.executable, "-m", "eujdef_tui", "reanchor", "-f", str(path)]
    with Session(command, (200, 60)) as session:
        session.await_text("3 to go")
        path.write_bytes(path.read_bytes() + b"# mine\n")
        session.type(b"ny")
        session.await_text("changed by somebody else")
        assert session.await_end()[0] == 2
        assert session.settings_now() == session.settings
    assert path.read_bytes().endswith(b"# mine\n")
    assert b"Harbor" in path.read_bytes()
