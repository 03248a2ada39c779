"""What is printed of many problems: the first hundred and the count of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.cli.commands import main
from tests.helpers.fact_files import HEAD, write


def dangling(folder: Path, count: int) -> Path:
    rows = (
        f"- {{id: s{n}, kind: k, text: t, about: [gone], evidence: [{{source: s, quote: words}}]}}\n"
        for n in range(count)
    )
    return write(folder, HEAD + "statements:\n" + "".join(rows))


@pytest.mark.counts_lines
@pytest.mark.slow
@pytest.mark.parametrize("verb", ["check", "find"])
def test_of_sixty_thousand_problems_the_first_hundred_are_printed_and_the_rest_counted(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    path = str(dangling(tmp_path, 1234))
    assert main(["check", path] if verb == "check" else ["find", "x", "-f", path]) == 3
    out, err = capsys.readouterr()
    printed = (out if verb == "check" else err).splitlines()
    assert sum("[dangling-id]" in line for line in printed) == 100
    assert "and 1,134 more: 1,134 error" in printed
    assert f"eujdef: {path} has 1234 problems." in err


def test_a_hundred_problems_are_printed_all(tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(dangling(tmp_path, 100))]) == 3
    out = capsys.readouterr().out
    assert out.count("[dangling-id]") == 100
    assert "more" not in out


def test_show_prints_a_record_once_that_is_named_twice(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "kibble", "-f", str(facts)]) == 0
    once = capsys.readouterr().out
    assert main(["show", *["kibble"] * 300, "-f", str(facts)]) == 0
    assert capsys.readouterr().out == once
