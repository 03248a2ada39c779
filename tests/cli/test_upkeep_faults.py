"""`reanchor` and `duplicates` on what is missing, broken, hostile or not theirs: a sentence, a code, no write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factfile.test_merging import ARTICLE, FACTS
from tests.factfile.test_reanchoring import _facts
from tests.helpers.fact_files import write
from tests.helpers.processes import eujdef

pytestmark = pytest.mark.slow  # files and processes for each fault

VERBS = ("reanchor", "duplicates")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [", "yaml-syntax"),
        ("- a\n", "wrong-type"),
        (FACTS.replace("kind: bloc", "kind: Bloc of"), "bad-value"),
        (FACTS.replace("speaker: kallas", "speaker: nobody"), "dangling-id"),
        ("\x00", "yaml-syntax"),
    ],
)
def test_a_fact_file_that_does_not_load_is_told_with_its_place(tmp_path: Path, verb: str, text: str, told: str) -> None:
    path = write(tmp_path, text)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    ran = eujdef(verb, "-f", str(path))
    assert (ran.code, ran.out) == (3, "")
    assert f"[{told}]" in ran.err
    assert f"{path}:" in ran.err
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("verb", VERBS)
def test_a_file_that_is_not_there_and_a_base_are_told(tmp_path: Path, verb: str) -> None:
    assert eujdef(verb, "-f", str(tmp_path / "none.yaml")).code == 3
    assert eujdef(verb, "-f", str(tmp_path)).code == 3
    ran = eujdef(verb, "--base", str(tmp_path / "b.sqlite"), EUJDEF_FILE="")
    assert ran.code == 2
    assert "name the fact file with -f" in ran.err


@pytest.mark.parametrize("command", ["reanchor", "duplicates", "reanchor --write", "duplicates --merge a b"])
def test_a_shared_box_offers_neither(command: str) -> None:
    ran = eujdef("--kiosk", SSH_ORIGINAL_COMMAND=command)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_what_attacks_in_names_ids_and_words_is_printed_clean(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    hostile = '"Kallas\\e]0;x\\a\\u202e"'
    path = write(tmp_path, FACTS.replace("name: Kallas\n", f"name: {hostile}\n").replace("spoke", "spoke\x1b[31m"))
    for arguments in (
        ["duplicates"],
        ["duplicates", "--json"],
        ["reanchor"],
        ["duplicates", "--merge", "kaja", "\x1b]0;x\a"],
    ):
        ran = eujdef(*arguments, "-f", str(path))
        assert not {"\x1b", "\x07", "\u202e"} & set(ran.out + ran.err)


def test_a_long_list_is_cut_by_a_reader_without_an_error(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    ran = eujdef("reanchor", "--json", "--write", "-f", str(path))
    assert ran.code == 4
    assert path.read_bytes() != before, "--write writes, and --json tells what is left"
    assert '"certain": true' not in ran.out


@pytest.mark.parametrize(
    "arguments", [["reanchor", "a", "b"], ["duplicates", "x"], ["duplicates", "--merge", "a"], ["reanchor", "--fix"]]
)
def test_arguments_that_are_too_many_or_few_are_a_usage_error(arguments: list[str]) -> None:
    ran = eujdef(*arguments, EUJDEF_FILE="")
    assert ran.code == 2
    assert f"usage: eujdef {arguments[0]}" in ran.err
