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


@pytest.mark.parametrize("draft", ["speech.md", "-", "", "find"])
def test_a_plain_verify_has_the_options_that_the_parser_gives(draft: str) -> None:
    expected = vars(build_parser(["verify"]).parse_args(["verify", draft]))
    del expected["parser"]
    assert vars(plain_options(["verify", draft]) or object) == expected


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
    [
        ["find"],
        ["find", "--json"],
        ["find", "-n", "5", "x"],
        ["find", "x", "-f", "y"],
        ["show", "x"],
        ["-h"],
        ["verify"],
        ["verify", "-h"],
        ["verify", "--all", "x"],
        ["verify", "x", "y"],
    ],
)
def test_what_has_other_options_or_no_words_is_left_to_the_parser(typed: list[str]) -> None:
    assert plain_options(typed) is None


SLOW_TO_LOAD = {
    "argparse", "dataclasses", "fnmatch", "gettext", "inspect", "ipaddress", "locale", "pathlib",
    "rapidfuzz", "shutil", "signal", "tempfile", "typing", "urllib.parse", "yaml",
}  # fmt: skip


FOR_FEW_QUERIES = {
    f"eujdef_tui.{name}" for name in ("search.due", "text.sounds", "present.understood", "search.fields")
}


@pytest.mark.parametrize(("words", "needed"), [("'kallas'", set()), ("'kind:event'", {"search.due", "search.fields"})])
def test_a_query_loads_only_what_its_kind_needs(words: str, needed: set[str]) -> None:
    code = f"import sys; sys.argv[1:] = ['find', '--json', {words}]; from eujdef_tui.__main__ import run; run()"
    code += f"; print(*sorted({FOR_FEW_QUERIES} & set(sys.modules)), file=sys.stderr)"
    python(code, COVERAGE_PROCESS_CONFIG="")  # builds the base
    assert set(python(code, COVERAGE_PROCESS_CONFIG="").err.split()) == {f"eujdef_tui.{name}" for name in needed}


@pytest.mark.slow
@pytest.mark.parametrize("words", ["'kalas'", "'isihba', '2024'", "'who', 'said', 'ships'", "'zzzz'"])
def test_a_plain_find_loads_nothing_that_is_slow_to_load_and_not_needed(words: str) -> None:
    code = f"import sys; sys.argv[1:] = ['find', '--json', {words}]; from eujdef_tui.__main__ import run; run()"
    unneeded = SLOW_TO_LOAD | (set() if "2024" in words else {"decimal"})  # an amount is a decimal number
    code += f"; print({unneeded} & set(sys.modules), file=sys.stderr)"
    python(code, COVERAGE_PROCESS_CONFIG="")  # builds the base
    assert python(code, COVERAGE_PROCESS_CONFIG="").err == "set()\n"


INTERRUPTED_WHILE_LOADING = """
import sys

class Interrupt:
    def find_spec(self, name, *_):
        if name == "eujdef_tui.text.unicode":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
sys.argv[1:] = ["find", "kallas"]
from eujdef_tui.__main__ import run
sys.exit(run())
"""


def test_ctrl_c_while_modules_load_ends_as_it_does_later() -> None:
    ran = python(INTERRUPTED_WHILE_LOADING)
    assert (ran.code, ran.out, ran.err) == (130, "", "")
