"""A base is the same twice: the same input gives the same bytes, and its key names what its texts were cut with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import metadata
from pathlib import Path

import pytest

from eujdef_tui.store import base_key as keys
from eujdef_tui.store import open_base
from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.cache import base_path
from eujdef_tui.store.sql_schema import FORMAT
from tests.helpers.cache_probes import OPEN, opened
from tests.helpers.places import METRE
from tests.helpers.processes import python


@pytest.mark.slow
def test_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    made = set()
    for seed in ("1", "2"):
        cache = tmp_path / seed
        assert python(OPEN, str(METRE), EUJDEF_CACHE=str(cache), PYTHONHASHSEED=seed).code == 0
        (base,) = cache.iterdir()
        made.add(base.read_bytes())
    assert len(made) == 1


def test_the_key_of_a_base_names_the_installed_libraries_that_cut_texts() -> None:
    assert base_key() == f"{FORMAT} anyascii {metadata.version('anyascii')} nupunkt {metadata.version('nupunkt')}"


def test_a_library_without_metadata_has_no_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.path", [str(tmp_path), str(tmp_path / "gone")])
    assert keys._versions() == {"anyascii": "", "nupunkt": ""}


def test_of_two_versions_the_one_that_is_imported_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for folder, name in (
        ("one", "nupunkt-0.9.dist-info"),
        ("two", "nupunkt-0.8.dist-info"),
        ("two", "anyascii-1.egg-info"),
    ):
        (tmp_path / folder / name).mkdir(parents=True)
        (tmp_path / folder / "nupunkt-data").mkdir(exist_ok=True)
    monkeypatch.setattr("sys.path", [str(tmp_path / "one"), str(tmp_path / "two")])
    assert keys._versions() == {"anyascii": "1", "nupunkt": "0.9"}


def test_a_base_does_not_outlive_the_sentence_splitter_that_made_it(facts: Path) -> None:
    opened(facts)
    older = base_key().replace("nupunkt ", "nupunkt 0.")
    with closing(sqlite3.connect(base_path(facts))) as db, db:
        db.execute("UPDATE meta SET value = ? WHERE key = 'format'", (older,))
    with closing(open_base(facts)) as base:
        assert base.meta["format"] == base_key()
