"""YAML text, its faults and its limits."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from eujdef_tui.factfile import yaml_nodes as nodes
from eujdef_tui.factfile.loader import load
from tests.helpers.fact_files import HEAD, assert_problems, failure, places, write
from tests.helpers.places import METRE


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("a: b§: c\n", "colon"),
        ("a: 1\nb: §'open\n", "none closes it"),
        ("a:\n§\t- b\n", "spaces"),
        ("a: §@b\n", "cannot begin"),
        ("a: [b\nc§: d\n", "bracket"),
        ("- a\n§b: c\n", "does not fit"),
        ("a: 'it'§s'\n", "quotation mark"),
        ('a: "§\\q"\n', "escape"),
        ("a: §*b\n", "`*b` stands for nothing"),
        ("&a [§*a]\n", "`*a` stands for nothing"),
        ("a: 1\n§---\nb: 2\n", "second document"),
        ("a: 1\nb: §\x1b[31m\n", "U+001B"),
    ],
)
def test_a_fault_of_syntax_is_said_at_its_place_in_our_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marked: str, words: str
) -> None:
    assert_problems(tmp_path, marked, "yaml-syntax")
    # The parser in Python finds the same faults, some of them a few characters later.
    monkeypatch.setattr(nodes, "_Loader", yaml.BaseLoader)
    (problem,) = failure(tmp_path / "f.yaml").problems
    assert problem.rule == "yaml-syntax"
    assert words in f"{problem.message} {problem.advice}"


def test_without_libyaml_the_same_records_come_out(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load(METRE)
    monkeypatch.setattr(nodes, "_Loader", yaml.BaseLoader)
    slow = load(METRE)
    assert fast == slow
    assert [record.place for record in fast.records()] == [record.place for record in slow.records()]


@pytest.mark.parametrize(
    ("written", "text", "lead"),
    [
        ("NO", "NO", 0),
        ("'it''s'", "it's", -1),
        ("'12:30'", "12:30", 1),
        ('"a\\x2Db"', "a-b", -1),
        ("one\n  two", "one two", -1),
        (">-\n  one\n  two", "one two", -1),
        ("!!int 5", "5", -1),
        ("~", "", -1),
        ("'~'", "~", 1),
        ("Null", "Null", 0),
        ('"\\e[31m"', "\ufffd[31m", -1),
    ],
)
def test_a_scalar_is_its_text_and_knows_where_the_text_begins(written: str, text: str, lead: int) -> None:
    root = nodes.compose(f"a: {written}\n", "f")
    assert isinstance(root, nodes.Mapping)
    ((_, value),) = root.pairs
    assert value == nodes.Scalar(text, 1, 4, lead)


def test_what_is_nested_without_end_is_refused_at_the_limit(tmp_path: Path) -> None:
    deepest = "[" * (nodes.MAX_DEPTH - 1)
    load(write(tmp_path, HEAD + f"x-a: {deepest}{deepest.replace('[', ']')}\n"))
    assert_problems(tmp_path, HEAD + f"x-a: {deepest}§[" + "[" * 500, "too-deep")


def test_too_many_aliases_are_refused(tmp_path: Path) -> None:
    text = HEAD + "x-a: &a b\nx-b: [" + "*a, " * nodes.MAX_ALIASES
    load(write(tmp_path, text + "c]\n"))
    assert_problems(tmp_path, text + "§*a]\n", "too-many-aliases")


def test_a_bomb_of_aliases_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    lines = ["x-0: &a0 [" + "b, " * 9 + "b]"]
    lines += [f"x-{i}: &a{i} [" + f"*a{i - 1}, " * 8 + f"*a{i - 1}]" for i in range(1, 10)]
    (place,) = places(write(tmp_path, HEAD + "\n".join(lines)))
    assert place.endswith(" too-many-aliases")


def test_an_alias_that_repeats_a_long_list_is_one_alias(tmp_path: Path) -> None:
    words = ", ".join(["b"] * (nodes.MAX_REPEATED // 2))
    load(write(tmp_path, HEAD + f"x-0: &a [{words}]\nx-1: *a\n"))
    assert_problems(tmp_path, HEAD + f"x-0: &a [{words}]\nx-1: *a\nx-2: §*a\n", "too-many-aliases")
