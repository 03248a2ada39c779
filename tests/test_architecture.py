"""What the code as a whole keeps to, read from its text."""

from __future__ import annotations

import ast
import hashlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from eujdef_tui.factfile.loader import load
from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.key_bindings import KEYS, Key
from eujdef_tui.tui.main_screen import MainScreen
from tests.helpers.places import CORPUS, ROOT

PACKAGE = ROOT / "eujdef_tui"
FILES = sorted(PACKAGE.rglob("*.py"))

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def table(name: str) -> list[list[str]]:
    """The rows of the table of docs/architecture.md that stands between `<!-- name -->` and `<!-- /name -->`."""
    rows = PAGE.split(f"<!-- {name} -->\n")[1].split(f"<!-- /{name} -->")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


# The floors, from the lowest to the highest: a module imports from its own floor and from lower ones.
ORDER = [floor.strip("`").removesuffix("/").removesuffix(".py") for floor, _ in reversed(table("floors"))]

# Each library and the files or folders that alone may import it.
OWNERS = {
    library.strip("`"): tuple(owner.strip("`") for owner in owners.split(", "))
    for library, owners, _ in table("libraries")
}


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file. Each is parsed once, and only where a test asks: 400 of them take a second."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file's syntax tree: walking one costs as much as parsing it."""
    return tuple(ast.walk(tree_of(path)))


def name_of(path: Path) -> str:
    """A file's path in the package, with slashes: "store/cache.py"."""
    return path.relative_to(PACKAGE).as_posix()


@cache
def imports(path: Path) -> frozenset[str]:
    """The dotted names that a file imports, wherever in it."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            module = node.module or ""
            for alias in node.names:
                inner = PACKAGE.parent / Path(*module.split("."), alias.name)
                yield f"{module}.{alias.name}" if inner.with_suffix(".py").exists() or inner.is_dir() else module


def own_imports(path: Path) -> set[Path]:
    """The files of the package that a file imports."""
    found: set[Path] = set()
    for name in imports(path):
        if name.split(".")[0] == PACKAGE.name:
            place = ROOT / Path(*name.split("."))
            found.add(place / "__init__.py" if place.is_dir() else place.with_suffix(".py"))
    return found


def unit(path: Path) -> str:
    """The floor that a file belongs to: the folder or module at the top of the package."""
    return name_of(path).split("/")[0].removesuffix(".py")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in nodes_of(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


# --- size ---


@pytest.mark.slow
def test_files_and_functions_are_short() -> None:
    files = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not {name: length for name, length in files.items() if length > 350}
    long = {
        f"{name_of(path)}: {function.name}": length
        for path in FILES
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > 45
    }
    assert not long


def test_there_are_at_least_as_many_lines_of_tests_as_of_code() -> None:
    def lines(paths: Iterator[Path]) -> int:
        return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)

    assert lines((ROOT / "tests").rglob("*.py")) >= lines(iter(FILES))


# --- imports ---


def test_the_floors_of_the_page_are_the_folders_of_the_package() -> None:
    assert sorted({unit(path) for path in FILES} - {"__init__"}) == sorted(ORDER)
    for floor, _ in table("floors"):
        assert (PACKAGE / floor.strip("`")).exists(), floor


@pytest.mark.slow
def test_every_library_that_is_imported_has_an_owner() -> None:
    used = {name.split(".")[0] for path in FILES for name in imports(path)}
    assert used - sys.stdlib_module_names - {PACKAGE.name} == set(OWNERS) - {"sqlite3"}


@pytest.mark.slow
def test_imports_run_downhill() -> None:
    uphill = {}
    for path in FILES:
        root = path == PACKAGE / "__init__.py"
        below = set() if root else {*ORDER[: ORDER.index(unit(path)) + 1], "__init__"}
        if above := {unit(found) for found in own_imports(path)} - below:
            uphill[name_of(path)] = above
    assert not uphill


def test_search_and_rules_do_not_know_each_other() -> None:
    for path in FILES:
        others = {unit(found) for found in own_imports(path)}
        assert unit(path) not in ("search", "rules") or not others & ({"search", "rules"} - {unit(path)})


def test_no_import_leads_back_to_where_it_came_from() -> None:
    done: set[Path] = set()

    def follow(path: Path, way: tuple[Path, ...]) -> None:
        assert path not in way, " → ".join(map(name_of, (*way, path)))
        if path not in done:
            for found in own_imports(path):
                follow(found, (*way, path))
            done.add(path)

    for path in FILES:
        follow(path, ())
    assert done == set(FILES)


@pytest.mark.parametrize("library", OWNERS)
def test_each_library_has_its_owner(library: str) -> None:
    users = {name_of(path) for path in FILES for name in imports(path) if f"{name}.".startswith(f"{library}.")}
    assert users, "an owner of nothing"
    assert not [user for user in users if not user.startswith(OWNERS[library])]
    unused = [owner for owner in OWNERS[library] if not any(user.startswith(owner) for user in users)]
    assert not unused, "named as an owner, and does not import it"


def test_the_command_line_takes_nothing_from_the_screen_but_when_it_needs_it() -> None:
    def eager(path: Path) -> set[str]:
        return {node.module or "" for node in tree_of(path).body if isinstance(node, ast.ImportFrom)}

    for path in (PACKAGE / "cli").rglob("*.py"):
        assert not {name for name in eager(path) if ".tui" in name}, path
    for path in (PACKAGE / "tui" / "key_bindings.py", PACKAGE / "text" / "wrap.py"):  # what it shares with the screen
        assert not {found for found in imports(path) if found.startswith(("textual", "eujdef_tui"))}


# --- habits ---


def test_a_file_begins_with_a_docstring() -> None:
    assert not [name_of(path) for path in FILES if not ast.get_docstring(tree_of(path))]


def test_no_handler_catches_everything() -> None:
    for path in FILES:
        for node in nodes_of(path):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, f"{path}:{node.lineno}"
                assert not re.search(r"\b(Base)?Exception\b", ast.unparse(node.type)), f"{path}:{node.lineno}"


def test_only_one_module_of_the_command_line_prints() -> None:
    def prints(path: Path) -> bool:
        calls = [node.func for node in nodes_of(path) if isinstance(node, ast.Call)]
        return any(isinstance(func, ast.Name) and func.id == "print" for func in calls)

    assert {name_of(path) for path in FILES if prints(path)} <= {"cli/printing.py", "factfile/json_schema.py"}


@pytest.mark.slow
def test_facts_are_never_markup_and_styles_are_not_in_python() -> None:
    for path in FILES:
        for node in nodes_of(path):
            if isinstance(node, ast.keyword) and node.arg == "markup":
                assert ast.unparse(node.value) == "False", path
            names = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
            assert not {"CSS", "DEFAULT_CSS"} & {name.id for name in names if isinstance(name, ast.Name)}, path


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def test_every_message_is_heard() -> None:
    paths = [path for path in FILES if unit(path) == "tui"]
    heard = {function.name for path in paths for function in functions(path)}
    heard |= {
        f"on_{snake(outer)}_{snake(inner)}"
        for path in paths
        for function in functions(path)
        for decorator in function.decorator_list
        for outer, inner in re.findall(r"\bon\((\w+)\.(\w+)", ast.unparse(decorator))
    }
    sent = {
        f"on_{snake(outer.name)}_{snake(inner.name)}"
        for path in paths
        for outer in nodes_of(path)
        if isinstance(outer, ast.ClassDef)
        for inner in outer.body
        if isinstance(inner, ast.ClassDef) and "Message" in map(ast.unparse, inner.bases)
    }
    assert sent
    assert not sent - heard
    alone = [
        node.name
        for path in paths
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef) and "Message" in map(ast.unparse, node.bases)
    ]
    assert not alone, "a message stands in the widget that posts it"


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.keys)
def test_every_key_names_an_action_that_exists(key: Key) -> None:
    action = re.fullmatch(r"(app\.)?(\w+)(\(.*\))?", key.action)
    assert action
    assert hasattr(Explorer if action[1] else MainScreen, f"action_{action[2]}")


# --- what lies beside the code ---


def test_the_articles_are_as_they_were_catalogued() -> None:
    sources = load(CORPUS).sources
    held = {(CORPUS.parent / source.file).resolve(): source.sha256 for source in sources}
    assert set(held) == {path.resolve() for path in (ROOT / "seeds").iterdir()}
    for path, digest in held.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest


def test_the_license_names_every_article_as_not_covered() -> None:
    outside = (ROOT / "LICENSE").read_text(encoding="utf-8").split("does not cover")[1]
    for path in (ROOT / "seeds").iterdir():
        assert f"seeds/{path.name}" in outside


def texts() -> Iterator[tuple[Path, str]]:
    """The files of the project that are written by hand, and what they say."""
    for folder in ("eujdef_tui", "tests", "data", "docs", "findings", ".ci"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not {"__pycache__", ".mypy_cache", "node_modules"} & set(path.parts):
                yield path, path.read_text(encoding="utf-8", errors="replace")
    for path in ROOT.iterdir():
        if path.is_file() and not path.name.startswith((".git", ".coverage")):  # in a linked worktree .git is a file
            yield path, path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.slow
def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    paths = re.compile(r"(?<![\w.])/(?:work|tmp|home|root)\b/?")
    found = {path: match[0] for path, text in texts() if path != Path(__file__) and (match := paths.search(text))}
    assert not found


@pytest.mark.slow
def test_a_docstring_begins_with_what_the_thing_is() -> None:
    for path in FILES:
        for node in nodes_of(path):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                assert not (ast.get_docstring(node) or "").startswith("Promise:"), f"{path}: {node}"
