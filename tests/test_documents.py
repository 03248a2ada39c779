"""The pages (README, docs/ and the others) say what is so: commands run, paths exist, tables equal the program's."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from eujdef_tui.cli.doctor import MARKS
from eujdef_tui.cli.parser import build_parser, file_first
from eujdef_tui.cli.verb_table import VERBS
from eujdef_tui.export.names import CITATION_STYLES, EXPORT_FORMATS
from eujdef_tui.factfile import anchoring, files, loader, quote_finding, yaml_nodes
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.linear.command_table import table as linear_table
from eujdef_tui.model.field_types import Binding, Status, TensionKind
from eujdef_tui.model.file_reader import MOST_ROUNDED
from eujdef_tui.model.glyphs import GRADE_MARKS, OUTSIDE
from eujdef_tui.model.vocabularies import VOCABULARIES
from eujdef_tui.rules import RULES, check
from eujdef_tui.search.pieces import FIELDS
from eujdef_tui.system.clipboard import MOST
from eujdef_tui.system.settings_file import read_settings
from eujdef_tui.system.terminal_capabilities import THEMES
from eujdef_tui.text.indexed_text import MOST_JOINED
from eujdef_tui.text.tokens import LONGEST_WORD
from eujdef_tui.tui.key_bindings import KEYS, table
from eujdef_tui.tui.user_settings import user_settings
from tests.helpers.places import METRE, ROOT
from tests.helpers.processes import eujdef
from tests.helpers.reviews import make_case

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *DOCS,
    ROOT / "findings" / "README.md",
    ROOT / "tests" / "README.md",
]
TEXTS = {path: path.read_text(encoding="utf-8") for path in PAGES}
PACKAGE = ROOT / "eujdef_tui"

# Names of files that are not in the repository: of the user, of the system, or a pattern.
ELSEWHERE = ("config.toml", "ID.yaml", "copied.txt", "limits.conf", "findings/NAME.sh", "NAME.sh", ".venv/bin")
# What stands for an argument in a command, and an argument that does.
PLACEHOLDERS = {
    "ARTICLE": "tests/corpora/articles/metre.txt", "DRAFT": "tests/verify/draft.md",
    "OLD": "data/facts.yaml", "[OLD]": "data/facts.yaml", "[NEW]": "data/facts.yaml",
    "WORDS…": "kalas", "ID…": "kallas", "[FILE]": "", "[QUERY]": "kalas", "FILE": "data/facts.yaml", "FORMAT": "jsonl",
    "SHELL": "bash", "QUERY": "kalas", "FOLDER": "data", "RULE": "quote-orphan", "/srv/facts": "data",
    "SOURCE": "caliber",
}  # fmt: skip


def name_of(path: Path) -> str:
    """A page's path in the repository."""
    return path.relative_to(ROOT).as_posix()


def page(name: str) -> str:
    """The text of a page."""
    return TEXTS[ROOT / name]


def spans(text: str) -> list[str]:
    """The code spans of a page, outside its code blocks."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"```.*?```", "", text, flags=re.S))


def shell_lines() -> Iterator[tuple[str, str]]:
    """(page, command) of every shell line and of every code span that is a command."""
    for path, text in TEXTS.items():
        blocks = re.findall(r"^ *```sh\n(.*?)^ *```", text, re.S | re.M)
        for line in (*"\n".join(blocks).splitlines(), *spans(text)):
            for command in re.split(r" && | \| ", line.split("   #")[0].strip()):
                yield name_of(path), command.replace(".venv/bin/", "")


# What a command lacks that is named without its arguments.
LACKING = {"diff": "tests/corpora/metre.yaml tests/corpora/metre.yaml",  # `.ci/run` tests a copy without git
           "find": "WORDS…", "find --json": "WORDS…", "show": "ID…", "cite": "ID…", "export": "--to FORMAT",
           "check --explain": "RULE",
           "import": "--from csv tests/corpora/metre.csv -f tests/corpora/metre.yaml --json"}  # fmt: skip

COMMANDS = list(dict.fromkeys(shell_lines()))
OURS = list(dict.fromkeys(line for _, line in COMMANDS if re.match(r"eujdef( |$)", line)))
PYTHON = list(dict.fromkeys(re.sub(r"^[A-Z_]+=\S+ ", "", line) for _, line in COMMANDS if "python -m " in line))


def arguments(line: str) -> list[str]:
    """The arguments of a line that begins with `eujdef`, with something in the place of each placeholder."""
    line = f"{line} {LACKING.get(line.removeprefix('eujdef '), '')}"
    given = [PLACEHOLDERS.get(word, word) for word in shlex.split(line)[1:]]
    return [word for word in given if word]


# --- every page ---


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_path_that_is_named_exists(path: Path) -> None:
    named = [span for span in spans(TEXTS[path]) if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", span) and span[0] != "v"]
    paths = [
        span for span in named if "/" in span or re.search(r"\.(py|md|toml|ya?ml|json|svg|tsv|tcss|sh|txt|conf)$", span)
    ]
    bare = {found.name for found in PACKAGE.rglob("*.py")}
    lost = [
        span for span in paths
        if span not in (*ELSEWHERE, *bare) and not any((root / span).exists() for root in (path.parent, ROOT, PACKAGE))
    ]  # fmt: skip
    assert not lost


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", TEXTS[path]) if not link.startswith("https://")]
    assert not [link for link in links if not (path.parent / link).exists()]


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_variable_that_is_named_is_read_by_the_program_or_its_tests(path: Path) -> None:
    sources = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    code = "".join(source.read_text(encoding="utf-8") for source in sources)
    assert not [name for name in re.findall(r"\b(?:EUJDEF|TEXTUAL)_[A-Z_]+", TEXTS[path]) if name not in code]


@pytest.mark.parametrize("path", DOCS, ids=name_of)
def test_a_page_of_docs_is_short_and_the_readme_leads_to_it(path: Path) -> None:
    assert len(TEXTS[path].splitlines()) < 90
    assert f"({name_of(path)})" in page("README.md")


def test_the_readme_is_short() -> None:
    assert len(page("README.md").splitlines()) <= 110


@pytest.mark.slow  # a process for each command
@pytest.mark.parametrize("line", OURS)
def test_every_command_runs(line: str, tmp_path: Path) -> None:
    given = arguments(line)
    verb = "--version" if "--version" in given else build_parser().parse_args(file_first(given)).verb
    if verb and "-" not in given:  # without a verb it opens the explorer; `-` reads queries
        if "--base" in given:
            given[given.index("--base") + 1] = str(tmp_path / "facts.sqlite")
        if "--fix" in given:
            (tmp_path / "data").mkdir()
            shutil.copy(METRE, tmp_path / "data")
            shutil.copytree(METRE.parent / "articles", tmp_path / "data" / "articles")
        if verb == "draft" and "--json" not in given:  # or a file is written
            given.append("--json")
        given = [one for one in given if one != "--screen"]  # tests/tui opens it, in a terminal
        if verb == "review":  # which opens a screen, over drafts
            given = [*given, *["--list"] * ("--stats" not in given), "-f", str(make_case(tmp_path / "data").folder)]
        ran = eujdef(*given, cwd=tmp_path if verb == "new" or "--fix" in given else ROOT)
        assert ran.code in ((0, 1) if verb == "doctor" else (0,)), ran.err
        assert ran.out or verb in ("mcp", "diff")  # one answers when it is asked, of one nothing changed


@pytest.mark.parametrize("line", PYTHON)
def test_every_python_module_and_test_that_is_named_exists(line: str) -> None:
    words = shlex.split(line)
    module = words[words.index("-m") + 1]
    assert importlib.util.find_spec(module)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    markers = [marker.split(":")[0] for marker in settings["tool"]["pytest"]["ini_options"]["markers"]]
    if module == "pytest":
        for word in words[words.index("pytest") + 1 :]:
            known = word in ("-m", "-n", "auto") or word.removeprefix("not ") in markers
            assert known or (ROOT / word).exists(), word


# --- README ---


def test_the_test_command_is_the_one_that_ci_reads() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    block = re.search(r"<!-- tests -->\n```sh\n(.*?)\n```", page("README.md"), re.S)
    assert block
    assert "pytest" in block[1]
    assert "<!-- tests -->" in ci


def test_the_first_command_shows_what_it_does() -> None:
    first = re.search(r"```sh\n(.*?)```", page("README.md"), re.S)
    assert first
    assert "pip install" in first[1]
    assert "--quiet" not in first[1]


def test_the_five_keys_are_keys() -> None:
    shown = re.findall(r"^\| `(.)` \||^\| `(enter)` \|", page("README.md"), re.M)
    assert len(shown) == 5
    assert {one or other for one, other in shown} <= {key.shown for key in KEYS}


def test_what_find_prints_is_what_the_readme_shows() -> None:
    shown = re.search(r"```sh\n(eujdef find [^\n]*)\n```\n\n```\n(.*?)```", page("README.md"), re.S)
    assert shown
    assert eujdef(*arguments(shown[1])).out == shown[2]


# --- docs/ ---


def test_the_key_table_is_the_one_the_program_binds() -> None:
    shown = page("docs/keys.md").split("<!-- keys -->\n")[1].split("<!-- /keys -->")[0]
    assert shown == table(), "remake it: eujdef keys --markdown"


def test_the_table_of_the_linear_mode_is_that_of_its_commands() -> None:
    shown = page("docs/linear-commands.md").split("<!-- linear -->\n")[1].split("<!-- /linear -->")[0]
    assert shown == linear_table(), "remake it from eujdef_tui.linear.command_table.table()"


def test_the_example_of_settings_is_right_in_every_line(tmp_path: Path) -> None:
    example = re.search(r"<!-- settings -->\n```toml\n(.*?)```", page("docs/settings.md"), re.S)
    assert example
    (tmp_path / "config.toml").write_text(example[1], encoding="utf-8")
    found = read_settings(tmp_path / "config.toml")
    taken = user_settings(found)
    assert taken.faults == ()
    assert (found.theme, found.mouse, taken.copy_form) == ("light", False, "chicago")
    assert set(taken.keys.keymap) == {"mark", "copy", "read"}
    assert list(taken.searches) == ["to come", "Kallas in Manila"]


def test_every_verb_stands_in_the_table_of_commands() -> None:
    assert len(VERBS) > 7
    for name, verb in VERBS.items():
        assert re.search(rf"^\| `eujdef {name}\b", page("docs/reference.md"), re.M), name
        assert not verb.kiosk or re.search(rf"\b{name}\b", page("docs/shared-box.md")), name


def test_every_format_and_field_of_a_query_is_named() -> None:
    reference = page("docs/reference.md")
    for form in (*CITATION_STYLES, *EXPORT_FORMATS):
        assert f"`{form}`" in reference or f"--as {form}" in reference, form
    for field in FIELDS:
        assert f"{field}:" in reference, field


def test_the_grades_are_those_of_the_program() -> None:
    rows = re.findall(r"^\| (\w+) \| `(.)` \|", page("docs/file-format.md"), re.M)
    assert rows == list(GRADE_MARKS.items())
    assert f"`{OUTSIDE}`" in page("docs/file-format.md")


def test_the_example_fact_file_is_valid_and_its_quotes_hold(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", page("docs/file-format.md"), re.S)
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
    report = check(anchor_evidence(file))
    assert (report.problems, report.holds) == ((), True)
    assert [len(part) for part in (file.sources, file.actors, file.agreements, file.events)] == [1, 1, 1, 1]


def test_the_figures_and_names_of_the_page_on_terminals_are_those_of_the_code() -> None:
    terminals = page("docs/terminals.md")
    assert f"{MOST:,} bytes" in terminals
    for theme in THEMES:
        assert f"`{theme}`" in terminals
    for mark in MARKS.values():
        assert mark in terminals or mark == MARKS["fault"]


def test_the_version_numbers_stand_where_the_page_on_releases_says() -> None:
    rows = re.findall(r"^\| [^|]*`(\w+)` \| `([\w/.]+)` \| ", page("docs/releasing.md"), re.M)
    assert len(rows) == 5
    for name, path in rows:
        file = next(root / path for root in (ROOT, PACKAGE) if (root / path).exists())
        assert re.search(rf'\b{name}\b"?( =|:) \S', file.read_text(encoding="utf-8")), (name, path)


def test_every_folder_of_tests_is_in_their_readme() -> None:
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(re.findall(r"^\| `tests/(\w+)/` \|", page("tests/README.md"), re.M))


def test_the_page_of_rules_has_a_row_for_each_with_its_level() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|(?: (evidence|warning) \|)?", page("docs/rules.md"), re.M)
    assert [name for name, _ in rows] == list(dict.fromkeys(name for name, _ in rows))
    assert {name: level or "warning" for name, level in rows} == {rule.id: rule.level for rule in RULES}


def test_the_page_of_vocabularies_lists_every_known_word() -> None:
    text = page("docs/vocabularies.md")
    parts = re.findall(r"^## `([\w.]+)`\n\n(.*?)\n(?:\n|$)", text, re.M | re.S)
    assert {name: tuple(words.replace("\n", " ").split(", ")) for name, words in parts} == dict(VOCABULARIES)
    closed = {"status": Status, "binding": Binding, "Tension.kind": TensionKind}
    for key, words in closed.items():
        assert f"| `{key}` | {', '.join(get_args(words))} |" in text


def test_the_table_of_limits_has_the_figures_of_the_program() -> None:
    rows = TEXTS[ROOT / "docs" / "limits.md"].partition("<!-- limits -->")[2].splitlines()[3:-1]
    written = [
        int(figure.replace(",", "")) * 2 ** (20 * bool(mib))
        for row in rows
        for figure, mib in re.findall(r"^\| ([\d,]+)( MiB)?", row)
    ]
    assert written == [
        files.MAX_BYTES,
        yaml_nodes.MAX_DEPTH,
        yaml_nodes.MAX_ALIASES,
        loader.MAX_ROOTS,
        loader.MAX_REPEATED,
        loader.MAX_NAMES,
        quote_finding.MOST_PLACES,
        quote_finding.FEW_PLACES,
        anchoring._WORK,
        MOST_ROUNDED,
        MOST_JOINED,
        LONGEST_WORD,
    ]
