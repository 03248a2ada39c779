"""Small fact files for tests: text in, places out.

A `§` in the text stands where a problem is expected, and is taken out before the text is read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile.loader import load

HEAD = 'schema_version: "1"\ntitle: T\nsources: [{id: s, type: article, file: a.txt}]\n'
PROOF = "evidence: [{source: s, quote: words}]"
EVENT = f"id: e, kind: talk, title: E, status: happened, {PROOF}"
ACTOR = f"actors: [{{id: a, kind: person, name: A, {PROOF}}}]"


def write(folder: Path, text: str | bytes, name: str = "f.yaml") -> Path:
    """A fact file with that text, and the article `a.txt` beside it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    if not (folder / "a.txt").exists():
        (folder / "a.txt").write_text("words", encoding="utf-8")
    return path


def failure(path: Path) -> FactFileError:
    """The error that reading the file raises; each problem of it is a sentence with advice."""
    with pytest.raises(FactFileError) as caught:
        load(path)
    assert caught.value.problems
    assert all(problem.message.endswith(".") and problem.advice for problem in caught.value.problems)
    return caught.value


def places(path: Path) -> list[str]:
    """What is wrong with the file, as "line:column rule"."""
    return [f"{p.place.line}:{p.place.column} {p.rule}" for p in failure(path).problems]


def said(path: Path) -> str:
    """All that the problems of the file say."""
    return " ".join(f"{problem.message} {problem.advice}" for problem in failure(path).problems)


def assert_problems(folder: Path, marked: str, rules: str) -> None:
    """The text has a problem of each rule at the `§` of its number, and no other. `+` joins rules of one place."""
    expected = []
    for number, joined in enumerate(rules.split(), 1):
        before = "".join(marked.split("§")[:number])
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        expected += [f"{line}:{column} {rule}" for rule in joined.split("+")]
    assert marked.count("§") == len(rules.split())
    assert places(write(folder, marked.replace("§", ""))) == expected
