"""What is read without argparse is what argparse reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.cli.parser import build_parser
from eujdef_tui.cli.plain_options import plain_options
from tests.helpers.processes import python

ARGUMENTS = st.sampled_from(
    [
        "--json",
        "--",
        "-",
        "kallas",
        "",
        "-manila",
        "kind:person",
        "-n",
        "5",
        "-f",
        "x",
        "-h",
        "--jso",
        "two words",
        "-n5",
    ]
)


def test_no_arguments_give_the_options_that_the_parser_gives() -> None:
    expected = vars(build_parser([]).parse_args([]))
    del expected["parser"]
    assert vars(plain_options([]) or object) == expected


@given(st.lists(ARGUMENTS, max_size=5))
def test_a_plain_find_has_the_options_that_the_parser_gives(words: list[str]) -> None:
    typed = ["find", *words]
    options = plain_options(typed)
    if options:
        expected = vars(build_parser(typed).parse_args(typed))
        del expected["parser"]
        assert vars(options) == expected


@pytest.mark.parametrize(
    "typed",
    [["find"], ["find", "--json"], ["find", "-n", "5", "x"], ["find", "x", "-f", "y"], ["show", "x"], ["-h"]],
)
def test_what_has_other_options_or_no_words_is_left_to_the_parser(typed: list[str]) -> None:
    assert plain_options(typed) is None


def test_a_plain_find_loads_neither_argparse_nor_rapidfuzz() -> None:
    code = "import sys; from eujdef_tui.cli.commands import main; main(['find', '--json', 'kalas'])"
    code += "; print({'argparse', 'gettext', 'rapidfuzz', 'yaml', 'decimal'} & set(sys.modules), file=sys.stderr)"
    python(code, COVERAGE_PROCESS_CONFIG="")  # builds the base
    assert python(code, COVERAGE_PROCESS_CONFIG="").err == "set()\n"
