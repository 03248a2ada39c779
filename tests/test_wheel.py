"""An installed wheel carries the fact file and the articles, and works from any folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from eujdef_tui.store.shipping import write_shipped
from tests.helpers.places import ROOT
from tests.helpers.processes import Ran, eujdef, python

pytestmark = pytest.mark.slow  # builds the wheel


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's files, as an installer lays them out."""
    pytest.importorskip("build", reason="the builder `build` is not installed")
    pytest.importorskip("hatchling", reason="the build backend `hatchling` is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, tmp_path: Path, *arguments: str) -> Ran:
    cache = str(tmp_path / "cache")
    return eujdef(*arguments, cwd=tmp_path, PYTHONPATH=str(installed), PYTHONDONTWRITEBYTECODE="1", EUJDEF_CACHE=cache)


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    code = "import eujdef_tui.store as base; print(base.__file__); print(base.SHIPPED)"
    for line in python(code, cwd=tmp_path, PYTHONPATH=str(installed), PYTHONDONTWRITEBYTECODE="1").lines:
        assert Path(line).is_relative_to(installed)


def test_it_finds_and_checks_its_own_corpus(installed: Path, tmp_path: Path) -> None:
    found = run(installed, tmp_path, "find", "kalas", "-n", "1")
    assert (found.code, found.lines[0].split("  ")[0]) == (0, "@ Kaja Kallas")
    checked = run(installed, tmp_path, "check")
    assert checked.code == 0
    assert checked.out.count("seeds/") == 5


FIRST = """
import sys
from eujdef_tui.store import SHIPPED, open_base
base = open_base(SHIPPED)
print(base.count(), base.file.parent, "yaml" in sys.modules, "eujdef_tui.store.compiler" in sys.modules)
"""


@pytest.mark.counts_lines
def test_it_carries_the_very_base_that_its_corpus_gives(installed: Path, tmp_path: Path) -> None:
    write_shipped(tmp_path / "made.sqlite")
    carried = installed / "eujdef_tui" / "corpus" / "facts.sqlite"
    assert carried.read_bytes() == (tmp_path / "made.sqlite").read_bytes()
    assert str(ROOT).encode() not in carried.read_bytes()


def test_its_first_start_compiles_nothing(installed: Path, tmp_path: Path) -> None:
    env = {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1", "EUJDEF_CACHE": str(tmp_path / "cache")}
    for _ in range(2):
        count, folder, *loaded = python(FIRST, cwd=tmp_path, env=env | {"COVERAGE_PROCESS_CONFIG": ""}).out.split()
        assert (int(count) > 100, folder, loaded) == (True, str(tmp_path / "cache"), ["False", "False"])


def test_a_base_that_does_not_fit_its_corpus_is_not_used(installed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(installed, copy)
    facts = copy / "eujdef_tui" / "corpus" / "data" / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("title: ", "title: Other ", 1), encoding="utf-8")
    env = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "EUJDEF_CACHE": str(tmp_path / "cache")}
    ran = python(FIRST + "print(base.title)", cwd=tmp_path, env=env | {"COVERAGE_PROCESS_CONFIG": ""})
    assert ran.lines[0].endswith("True True")
    assert ran.lines[1].startswith("Other ")


def test_it_carries_what_it_needs_and_nothing_of_the_tests(installed: Path) -> None:
    held = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / "eujdef_tui").rglob("*.py")}
    assert here <= held
    assert {"eujdef_tui/py.typed", "eujdef_tui/tui/overlays/boxes.tcss", "eujdef_tui/corpus/data/facts.yaml"} <= held
    for article in (ROOT / "seeds").iterdir():
        assert (installed / "eujdef_tui" / "corpus" / "seeds" / article.name).read_bytes() == article.read_bytes()
    assert not [name for name in held if name.startswith("tests/") or "__pycache__" in name]
    (license_file,) = (name for name in held if name.endswith("/LICENSE"))
    assert (installed / license_file).read_bytes() == (ROOT / "LICENSE").read_bytes()
