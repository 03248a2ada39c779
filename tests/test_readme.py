"""What the README says is so."""

from __future__ import annotations

import argparse
import re
import textwrap
from pathlib import Path

from eujdef_tui.cli.doctor import MARKS
from eujdef_tui.cli.parser import parser
from eujdef_tui.export.citation import FORMATS as CITED
from eujdef_tui.export.formats import FORMATS as EXPORTED
from eujdef_tui.factfile.anchoring import settle
from eujdef_tui.factfile.loader import load
from eujdef_tui.rules import check
from eujdef_tui.search.query import FIELDS
from eujdef_tui.system.clipboard import MOST
from eujdef_tui.system.terminal_capabilities import THEMES
from eujdef_tui.tui.key_bindings import table
from tests.helpers.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_key_table_is_the_one_the_program_binds() -> None:
    shown = README.split("<!-- keys -->\n")[1].split("<!-- /keys -->")[0]
    assert shown == table(), "remake it: eujdef keys --markdown"


def test_the_example_fact_file_is_valid_and_its_quotes_hold(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", README, re.S)
    assert example
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "gazette.txt").write_text(
        textwrap.dedent("""\
            A treaty for the metre
            Seventeen states signed a convention yesterday; twenty had sent delegates.
            By its terms the International Bureau of Weights and Measures (BIPM) keeps the prototypes.
            """),
        encoding="utf-8",
    )
    (tmp_path / "metre.yaml").write_text(example[1], encoding="utf-8")
    file = load(tmp_path / "metre.yaml")
    report = check(settle(file))
    assert (report.problems, report.holds) == ((), True)
    assert [len(part) for part in (file.sources, file.actors, file.agreements, file.events)] == [1, 1, 1, 1]


def test_every_form_and_field_it_names_exists() -> None:
    for form in (*CITED, *EXPORTED):
        assert f"`{form}`" in README or f"--as {form}" in README, form
    for field in FIELDS:
        assert f"{field}:" in README, field


def test_the_test_command_is_the_one_that_ci_reads() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    block = re.search(r"<!-- tests -->\n```sh\n(.*?)\n```", README, re.S)
    assert block
    assert "pytest" in block[1]
    assert "<!-- tests -->" in ci


def test_every_verb_stands_in_the_table_of_the_command_line() -> None:
    (verbs,) = (action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    assert len(verbs) > 7
    for verb in verbs:
        assert f"| `eujdef {verb}" in README, verb


def test_the_figures_and_names_of_the_section_on_terminals_are_those_of_the_code() -> None:
    section = README.split("## Terminals\n")[1].split("\n## ")[0]
    assert f"{MOST:,} bytes" in section
    for theme in THEMES:
        assert f"`{theme}`" in section
    for name in re.findall(r"\b(?:EUJDEF|TEXTUAL)_[A-Z_]+", section):
        assert any(name in path.read_text(encoding="utf-8") for path in (ROOT / "eujdef_tui").rglob("*.py")), name
    for mark in MARKS.values():
        assert mark in section or mark == MARKS["fault"]
