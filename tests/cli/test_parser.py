"""What can be typed after `eujdef`: a verb that was typed is all that is made ready, and nothing is lost by it."""

from __future__ import annotations

import pytest

from eujdef_tui.cli.parser import parser
from tests.helpers.processes import python

VERBS = "find show cite check export keys doctor completions".split()


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_a_verb_is_the_same_alone_as_among_all(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for typed in ([verb], []):
        with pytest.raises(SystemExit):
            parser(typed).parse_args([verb, "--help"])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] != ""


@pytest.mark.parametrize("typed", [[], ["-h"], ["-f", "x", "find"], ["finds"]])
def test_whatever_else_comes_first_has_every_verb(typed: list[str]) -> None:
    told = parser(typed).format_help()
    assert all(f"    {verb} " in told for verb in VERBS)


@pytest.mark.parametrize(("columns", "widest"), [("70", 68), ("200", 198), ("", 78), ("many", 78)])
def test_help_is_as_wide_as_the_terminal(columns: str, widest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, parser().format_help().splitlines())) <= widest


def test_options_are_read_without_the_archives_of_the_library() -> None:
    code = "import sys; from eujdef_tui.cli.parser import parser; parser(['find']).parse_args(['find', 'x'])"
    code += "; print({'shutil', 'bz2', 'lzma', 'dataclasses', 'rapidfuzz'} & set(sys.modules))"
    ran = python(code, COVERAGE_PROCESS_CONFIG="")
    assert ran.out == "set()\n"
