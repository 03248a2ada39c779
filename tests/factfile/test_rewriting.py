"""A changed fact file is written whole, where it loads, over what was read, and can be taken back."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from eujdef_tui.errors import FactFileError, UsageError
from eujdef_tui.factfile.loader import load, load_changed
from eujdef_tui.factfile.rewriting import Rewrite, take_back, write_files
from tests.helpers.fact_files import ACTOR, HEAD, write

FACTS = f"{HEAD}{ACTOR}\n"


def _rewrite(path: Path, old: str, new: str) -> Rewrite:
    before = path.read_bytes()
    assert old.encode() in before
    return Rewrite(path, before, before.replace(old.encode(), new.encode()))


def test_what_is_to_be_written_is_read_in_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    changed = _rewrite(path, "name: A", "name: B")
    assert load(path, instead={path: changed.after}).actors[0].name == "B"
    assert load(path).actors[0].name == "A"


def test_a_file_that_is_not_there_yet_is_read_with_its_folder(tmp_path: Path) -> None:
    write(tmp_path, FACTS)
    new = (
        FACTS.split("\n", 2)[0] + "\nactors: [{id: b, kind: person, name: B, evidence: [{source: s, quote: words}]}]\n"
    )
    file = load(tmp_path, instead={tmp_path / "new.yaml": new.encode()})
    assert [actor.id for actor in file.actors] == ["a", "b"]
    with pytest.raises(FactFileError):
        load(tmp_path, instead={tmp_path / "new.yaml": new.replace("source: s", "source: t").encode()})


def test_a_folder_may_be_begun_with_what_is_to_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    assert load(tmp_path, instead={tmp_path / "f.yaml": FACTS.encode()}).title == "T"


def test_wrong_digests_come_with_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS.replace("file: a.txt", f"file: a.txt, sha256: {'0' * 64}"))
    file, digests = load_changed(path)
    assert [(one.source, one.written) for one in digests] == [("s", "0" * 64)]
    assert file.texts == {"s": "words"}
    with pytest.raises(FactFileError, match="1 problem"):
        load(path)


def test_mode_and_link_stay(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    write_files(link, (_rewrite(link, "name: A", "name: B"),))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert load(path).actors[0].name == "B"


def test_it_is_taken_back_byte_for_byte(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS.replace("\n", "\r\n") + "# \u00e9 the end")
    before = path.read_bytes()
    written = (_rewrite(path, "name: A", "name: B"),)
    write_files(path, written)
    assert path.read_bytes() != before
    take_back(written)
    assert path.read_bytes() == before


def test_what_changed_since_is_not_taken_back(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    written = (_rewrite(path, "name: A", "name: B"),)
    write_files(path, written)
    path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    with pytest.raises(UsageError, match="changed by somebody else"):
        take_back(written)
    assert "name: B" in path.read_text(encoding="utf-8")


def test_a_file_that_is_gone_is_not_written_again(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    written = (_rewrite(path, "name: A", "name: B"),)
    path.unlink()
    with pytest.raises((UsageError, FactFileError)):
        write_files(path, written)
    assert not path.exists()


def test_a_file_that_cannot_be_written_whole_is_told_and_stays(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    written = (_rewrite(path, "name: A", "name: B"),)
    before, limits = path.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, limits[1]))  # as a full disk: half of it is written
    try:
        with pytest.raises(UsageError, match="cannot be written"):
            write_files(path, written)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.txt", "f.yaml"]
