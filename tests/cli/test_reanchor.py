"""`eujdef reanchor`: a list without a terminal, a key a quote on one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eujdef_tui.cli.commands import main
from eujdef_tui.cli.verbs import reanchor as verb
from eujdef_tui.factfile.loader import load
from tests.factfile.test_reanchoring import FACTS, _facts
from tests.helpers.keyboards import pressed
from tests.helpers.processes import Ran
from tests.helpers.pty_session import Session

Here = Callable[..., Ran]


def test_without_a_terminal_it_prints_each_quote_beside_its_place(tmp_path: Path, here: Here) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    ran = here("reanchor", "-f", str(path))
    assert ran.code == 4
    assert "  quote    It will cost [-30-] million euros" in ran.lines
    assert "  article  It will cost {+20+} million euros" in ran.lines
    assert "  ! numbers differ: 30 was, 20 is" in ran.lines
    assert "  quote    [-Harbor-] Board signed" in ran.lines
    assert "`eujdef reanchor --write` for the 1 that are certain" in ran.err
    assert path.read_bytes() == before


def test_the_advice_for_a_changed_article_names_it(tmp_path: Path, here: Here) -> None:
    path = _facts(tmp_path)
    assert "run `eujdef reanchor`" in here("check", str(path)).out
    assert "eujdef reanchor" in here("check", "--explain", "sha256-mismatch").out
    assert "eujdef reanchor" in here("find", "board", "-f", str(path)).err


def test_json_is_one_object_with_every_offer(tmp_path: Path, here: Here) -> None:
    path = _facts(tmp_path)
    told = json.loads(here("reanchor", "s", "--json", "-f", str(path)).out)
    assert [one["grade"] for one in told["fallen"]] == ["orphan", "edited", "edited"]
    assert [one["certain"] for one in told["fallen"]] == [False, True, False]
    offer = told["fallen"][2]["offers"][0]
    text = load(path, any_digest=True).texts["s"]
    assert text[offer["start"] : offer["end"]] == offer["quote"] == "It will cost 20 million euros"
    assert told["digests"][0]["source"] == "s"


def test_write_writes_what_is_certain_and_the_digest(tmp_path: Path, here: Here) -> None:
    path = _facts(tmp_path)
    ran = here("reanchor", "--write", "-f", str(path))
    assert ran.code == 4, "two quotes are left"
    assert "1 of 3 quotes have their new words." in ran.err
    load(path)
    assert 'quote: "Harbour Board signed"' in path.read_text(encoding="utf-8")
    assert "30 million" in path.read_text(encoding="utf-8")


def test_write_writes_nothing_where_nothing_is_certain(tmp_path: Path, here: Here) -> None:
    path = _facts(tmp_path, FACTS.replace("Harbor Board", "Harbour Council"))
    before = path.read_bytes()
    ran = here("reanchor", "--write", "-f", str(path))
    assert ran.code == 4
    assert "nothing is written" in ran.err
    assert path.read_bytes() == before


@pytest.mark.slow  # the shipped file is read
def test_the_shipped_fact_file_is_not_written(here: Here) -> None:
    ran = here("reanchor", "--write", EUJDEF_FILE="")
    assert ran.code == 2
    assert "name yours with -f" in ran.err


@pytest.mark.slow  # the shipped file is read
def test_where_every_quote_holds_it_says_so(tmp_path: Path, here: Here) -> None:
    assert here("reanchor", EUJDEF_FILE="").out == "Every quote holds.\n"
    assert here("reanchor", "--json", EUJDEF_FILE="").out == '{"fallen": [], "digests": []}\n'
    text = FACTS.replace("Boats arrive", "Boats come").replace("Harbor", "Harbour").replace("30", "20")
    path = _facts(tmp_path, text.replace("    no_fact: [{{kind: label, quote: 'Boats come'}}]\n", "").replace(
        "20 million\n          euros", "20 million euros"))  # fmt: skip
    ran = here("reanchor", "-f", str(path))
    assert (ran.code, ran.err.splitlines()[0]) == (4, "Every quote holds, and the digest is that of another text.")
    assert here("reanchor", "--write", "-f", str(path)).code == 0
    load(path)


@pytest.mark.slow
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


@pytest.mark.slow
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


# --- the questions, in this process ---


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, bytes], list[str]]:
    """Answer the questions about a fact file by keys; what is printed, as lines."""

    def ask(path: Path, keys: bytes) -> list[str]:
        monkeypatch.setattr(verb, "is_interactive", lambda: True)
        monkeypatch.setattr(verb, "keys", lambda: pressed(keys))
        main(["reanchor", "-f", str(path)])
        return capsys.readouterr().out.splitlines()

    return ask


Asked = Callable[[Path, bytes], list[str]]
GOOD = FACTS.replace("Boats arrive", "Boats come").replace("Harbor", "Harbour").replace("30", "20")
HOLDS = GOOD.replace("    no_fact: [{{kind: label, quote: 'Boats come'}}]\n", "").replace(
    "20 million\n          euros", "20 million euros"
)  # fmt: skip


def test_a_key_goes_from_place_to_place_and_back_to_the_first(tmp_path: Path, asked: Asked) -> None:
    path = _facts(tmp_path, FACTS.replace("Boats arrive", "Boats come and go"))
    lines = asked(path, b">>y")
    places = [line.strip() for line in lines if "where the words stand" in line]
    assert places == [f"! place {nth} of 2 where the words stand" for nth in (1, 2, 1)]
    assert "  prefix   build a pier." in lines
    assert "  written" in lines
    assert "prefix: build a pier." in path.read_text("utf-8")


def test_what_was_left_or_written_is_taken_back_until_nothing_is(tmp_path: Path, asked: Asked) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    lines = asked(path, b"nyuuuq")
    assert [line for line in lines if "tak" in line and not line.startswith("  y") and "undo" not in line] == [
        "  taken back", "  taken back", "  nothing to take back"
    ]  # fmt: skip
    assert path.read_bytes() == before


def test_with_all_quotes_left_the_last_key_can_be_taken_back_at_the_end(tmp_path: Path, asked: Asked) -> None:
    path = _facts(tmp_path)
    lines = asked(path, b"nnnzunzq")
    end = "Nothing is left to ask. u: undo · enter, q: end"
    assert lines.count(end) == 2
    assert lines[lines.index(end) + 1] == "  taken back"


def test_where_every_quote_holds_a_key_writes_the_digest_of_the_article(tmp_path: Path, asked: Asked) -> None:
    path = _facts(tmp_path, HOLDS)
    before = path.read_bytes()
    question = "Every quote holds in the changed article. y, enter: write its digest · q: end"
    assert asked(path, b"zq") == [question]
    assert path.read_bytes() == before
    assert asked(path, b"\rq")[:2] == [question, "  written"]
    load(path)


def test_a_quote_like_which_nothing_is_can_only_be_left(tmp_path: Path, asked: Asked) -> None:
    path = _facts(tmp_path, HOLDS.replace("Harbour Board signed", "zyx wvu tsr qpo"))
    lines = asked(path, b"y>\rq")
    assert "  article  nothing in s is like it: take other evidence, or delete the fact" in lines
    assert lines.count("  n, enter: on to the next · u: undo · q: end") == 3
    assert lines[-1] == "Nothing is left to ask. u: undo · enter, q: end"


def test_a_quote_behind_an_anchor_is_left_with_its_place_by_a_key_and_by_write(
    tmp_path: Path, asked: Asked, here: Here
) -> None:
    path = _facts(tmp_path, FACTS.replace('quote: "Harbor', 'quote: &q "Harbor'))
    told = "this quote cannot be written: an anchor (&) is before it. Write it by hand."
    assert any(line.endswith(told) for line in asked(path, b"nyq"))
    assert not any(line == "  written" for line in asked(path, b"nyq"))
    ran = here("reanchor", "--write", "-f", str(path))
    assert any(told in line for line in ran.err.splitlines())
    assert "0 of 3 quotes have their new words." in ran.err


def test_of_one_source_the_others_that_changed_are_named(tmp_path: Path, here: Here) -> None:
    second = HOLDS.replace("actors:", "  - {{id: t, type: article, file: b.txt, sha256: {digest}}}\nactors:")
    path = _facts(tmp_path, second)
    (tmp_path / "b.txt").write_text("other", encoding="utf-8")
    ran = here("reanchor", "s", "--write", "-f", str(path))
    assert ran.code == 0
    assert "t has changed too: eujdef reanchor t" in ran.err.splitlines()
    assert ran.lines == ["Every quote holds."]
