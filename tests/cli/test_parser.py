"""The argument parser and the table of verbs."""

from __future__ import annotations

import re
from importlib import import_module, resources

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eujdef_tui.cli.parser import build_parser, file_first
from eujdef_tui.cli.unwanted_words import is_unwanted_word
from eujdef_tui.cli.verb_table import VERBS
from eujdef_tui.export import citation, formats
from eujdef_tui.export.names import CITATION_STYLES, EXPORT_FORMATS
from eujdef_tui.export.writing import BINARY
from tests.helpers.processes import python


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_a_verb_is_the_same_alone_as_among_all(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for typed in ([verb], []):
        with pytest.raises(SystemExit):
            build_parser(typed).parse_args([verb, "--help"])
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1] != ""


@pytest.mark.parametrize("typed", [[], ["-h"], ["-f", "x", "find"], ["finds"]])
def test_whatever_else_comes_first_has_every_verb(typed: list[str]) -> None:
    told = build_parser(typed).format_help()
    assert all(f"    {verb} " in told for verb in VERBS)


@pytest.mark.parametrize(("columns", "widest"), [("70", 68), ("200", 198), ("", 78), ("many", 78)])
def test_help_is_as_wide_as_the_terminal(columns: str, widest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, build_parser().format_help().splitlines())) <= widest


def test_options_are_read_without_the_archives_of_the_library() -> None:
    code = "import sys; from eujdef_tui.cli.parser import build_parser"
    code += "; build_parser(['find']).parse_args(['find', 'x'])"
    code += "; print({'shutil', 'bz2', 'lzma', 'dataclasses', 'rapidfuzz'} & set(sys.modules))"
    ran = python(code, COVERAGE_PROCESS_CONFIG="")
    assert ran.out == "set()\n"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("find -russia", ["-russia"]),
        ("find kallas -manila --json -n 5", ["kallas", "-manila"]),
        ("find kallas -france tokyo", ["kallas", "-france", "tokyo"]),
        ("find -north-korea -hungary", ["-north-korea", "-hungary"]),
        ("find -n20 x", ["x"]),
        ("find -", ["-"]),
        ("find -- -russia", ["-russia"]),
        ("find -- -f", ["-f"]),
        ("-f facts.yaml find x -new", ["x", "-new"]),
        ("find -ffacts.yaml x", ["x"]),
    ],
)
def test_a_word_that_is_not_wanted_is_no_option(typed: str, words: list[str]) -> None:
    options = build_parser(typed.split()).parse_args(typed.split())
    assert options.words == words
    assert options.file in (None, "facts.yaml")


@pytest.mark.parametrize("typed", ["find x --russia", "find x -y"])
def test_what_is_neither_is_told_how_to_be_searched_for(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser(typed.split()).parse_args(typed.split())
    assert f"to search for it: find -- {typed.split()[-1]}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("find kallas --asof 2024", "asof:2024"),
        ("find kallas --known=2024-05", "known:2024-05"),
        ("find kallas --asof", "asof:DATE"),
    ],
)
def test_a_clock_in_find_is_told_to_be_a_field_of_the_query(
    typed: str, field: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        build_parser(typed.split()).parse_args(typed.split())
    said = capsys.readouterr().err
    assert f"; write {field} in the query" in said
    assert "to search for it" not in said


def test_another_verb_has_no_words_that_are_not_wanted() -> None:
    with pytest.raises(SystemExit):
        build_parser(["show"]).parse_args(["show", "find", "-xyz"])


def test_every_verb_has_a_module_that_runs_it() -> None:
    modules = {file.name.removesuffix(".py") for file in resources.files("eujdef_tui.cli.verbs").iterdir()}
    assert modules - {"__init__", "__pycache__"} == {*VERBS, "explore", "help"}
    for name in VERBS:
        assert callable(import_module(f"eujdef_tui.cli.verbs.{name}").run)


def test_every_style_and_format_that_is_named_has_a_writer() -> None:
    assert {*citation._PER_RECORD, *citation._PER_SOURCE} == set(CITATION_STYLES)
    assert {*formats._WRITERS, *formats._MODULES, *BINARY} == set(EXPORT_FORMATS)


def test_a_first_word_too_long_for_a_name_is_no_file() -> None:
    assert file_first(["x" * 300, "y"]) == ["x" * 300, "y"]


@given(st.text("-nhelp2é日²_'’. ", max_size=6) | st.sampled_from(["-help", "-n20", "-north-korea", "-n٣", "-日本"]))
@example("-helpers")
@example("-n2x")
def test_a_word_behind_a_hyphen_begins_with_a_letter_and_is_no_option(typed: str) -> None:
    form = r"-(?!n\d+$|help$)[^\W\d_](?:[^\W_]|['’-])+"
    assert is_unwanted_word(typed) == (re.fullmatch(form, typed) is not None)
