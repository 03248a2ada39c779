"""`file:` names articles beside the fact file: of others check warns, and a shared box refuses them."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import MAX_REPEATED, load
from eujdef_tui.rules import check
from eujdef_tui.store import open_base
from tests.helpers.fact_files import ACTOR, HEAD, assert_problems, failure, said, write


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """An article that lies outside the folder of the fact file."""
    path = tmp_path / "elsewhere" / "secret.txt"
    path.parent.mkdir()
    path.write_text("words", encoding="utf-8")
    return path


def facts(tmp_path: Path, file: str, more: str = "") -> Path:
    """A fact file whose only article is named so."""
    folder = tmp_path / "facts"
    folder.mkdir(exist_ok=True)
    return write(folder, f"{HEAD.replace('a.txt', file)}{more}{ACTOR}")


def warned(path: Path) -> bool:
    problems = check(anchor_evidence(load(path))).problems
    return any(problem.rule == "article-outside" and problem.place.line for problem in problems)


def ways_out(tmp_path: Path, outside: Path) -> list[str]:
    (tmp_path / "facts").mkdir(exist_ok=True)
    (tmp_path / "facts" / "link.txt").symlink_to(outside)
    (tmp_path / "facts" / "folder").symlink_to(outside.parent)
    return [str(outside), "../elsewhere/secret.txt", "link.txt", "folder/secret.txt"]


@pytest.mark.parametrize("way", range(4))
def test_an_article_outside_is_warned_of_and_refused_on_a_shared_box(
    tmp_path: Path, outside: Path, cache: Path, way: int
) -> None:
    path = facts(tmp_path, ways_out(tmp_path, outside)[way])
    assert warned(path)
    open_base(path).close()  # so that the shared box finds it compiled
    with pytest.raises(FactFileError) as caught:
        open_base(path, write=False)
    (problem,) = caught.value.problems
    assert (problem.rule, problem.place.line) == ("file-refused", 3)


def test_a_folder_under_roots_is_inside_also_on_a_shared_box(tmp_path: Path, outside: Path, cache: Path) -> None:
    path = facts(tmp_path, str(outside), "roots: [../elsewhere]\n")
    assert not warned(path)
    for kept in (False, True, False):
        with closing(open_base(path, write=kept)) as base:
            assert base.count() == 2


def test_articles_beside_the_fact_file_and_below_are_at_home_also_by_links(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "facts" / "below").mkdir(parents=True)
    (tmp_path / "facts" / "below" / "b.txt").write_text("words", encoding="utf-8")
    (tmp_path / "facts" / "link.txt").symlink_to("below/b.txt")
    for name in ("a.txt", "below/b.txt", "link.txt", "below/../a.txt"):
        path = facts(tmp_path, name)
        assert not warned(path)
        with closing(open_base(path, write=False)) as base:
            assert base.count() == 2


def test_a_folder_whose_name_begins_alike_is_outside(tmp_path: Path) -> None:
    (tmp_path / "facts-of-others").mkdir()
    (tmp_path / "facts-of-others" / "a.txt").write_text("words", encoding="utf-8")
    assert warned(facts(tmp_path, "../facts-of-others/a.txt"))


@pytest.mark.parametrize("name", ["/proc/self/environ", "/proc/version", "/dev/null", "/dev/zero", "/sys/kernel/mm"])
def test_what_is_the_systems_is_never_read(tmp_path: Path, name: str) -> None:
    path = facts(tmp_path, name, "roots: [/]\n")
    (problem,) = [problem for problem in failure(path).problems if problem.rule != "missing-source-file"]
    assert (problem.rule, problem.place.line) == ("file-refused", 3)


def test_a_link_to_what_is_the_systems_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "link.txt").symlink_to("/proc/self/environ")
    assert [problem.rule for problem in failure(facts(tmp_path, "link.txt")).problems] == ["file-refused"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = facts(tmp_path, "pipe")
    os.mkfifo(tmp_path / "facts" / "pipe")
    assert "is not a file" in said(path)


def test_a_root_is_text_and_not_empty(tmp_path: Path) -> None:
    assert_problems(tmp_path, HEAD + "roots: [§~, §[a]]\n" + ACTOR, "bad-value wrong-type")


def test_an_article_that_many_sources_name_may_repeat_one_megabyte(tmp_path: Path) -> None:
    rows = "".join(f"  - {{id: s{n}, type: a, file: a.txt}}\n" for n in range(5))
    path = write(tmp_path, 'schema_version: "1"\ntitle: T\nsources:\n' + rows)
    (tmp_path / "a.txt").write_text("words " * 50_000, encoding="utf-8")
    assert [(p.rule, p.place.line) for p in failure(path).problems] == [("too-often", 8)]


@pytest.mark.slow
@pytest.mark.counts_lines
def test_a_source_that_names_a_short_article_again_counts_for_512_bytes(tmp_path: Path) -> None:
    most = MAX_REPEATED // 512 + 1
    rows = [f"  - {{id: s{n}, type: a, file: a.txt}}\n" for n in range(most + 1)]
    (tmp_path / "a.txt").write_text("Alpha.", encoding="utf-8")
    path = write(tmp_path, 'schema_version: "1"\ntitle: T\nsources:\n' + "".join(rows))
    assert [(p.rule, p.place.line) for p in failure(path).problems] == [("too-often", 4 + most)]
    assert len(load(write(tmp_path, 'schema_version: "1"\ntitle: T\nsources:\n' + "".join(rows[:-1]))).sources) == most
