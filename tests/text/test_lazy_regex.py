"""A pattern is compiled when it is first used, once."""

from __future__ import annotations

import re

import pytest

from eujdef_tui.text.lazy_regex import lazy_pattern
from tests.helpers.processes import python


def test_a_pattern_is_compiled_when_it_is_first_asked_for_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def seen(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", seen)
    given = lazy_pattern("a+b", re.IGNORECASE)
    assert not compiled
    assert given().fullmatch("AAb")
    assert given() is given()
    assert compiled == ["a+b"]


COMPILED = """
import json, pathlib, re, sqlite3
compiled, compile = [], re.compile
re.compile = lambda pattern, flags=0: compiled.append(pattern) or compile(pattern, flags)
import eujdef_tui.cli.output, eujdef_tui.search.engine
print(compiled)
"""


def test_what_answers_a_query_compiles_no_pattern_before_there_is_one() -> None:
    assert python(COMPILED).out == "[]\n"
