"""What an assistant is answered, and how the tools are offered to it, without a server in between."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from eujdef_tui.cli.assistant_tools import MOST_HITS, AssistantTools
from eujdef_tui.cli.parser import build_parser
from eujdef_tui.cli.verbs import mcp
from eujdef_tui.errors import UsageError
from tests.helpers.fact_files import ACTOR, HEAD, write
from tests.helpers.places import METRE
from tests.helpers.processes import Ran


def options(path: Path) -> argparse.Namespace:
    """What the command line says of an assistant's fact file."""
    given = ["mcp", "-f", str(path)]
    return build_parser(given).parse_args(given)


@pytest.fixture(scope="module")
def tools() -> AssistantTools:
    return AssistantTools(options(METRE))


def test_found_facts_have_quotes_and_are_never_more_than_may_be_read(tools: AssistantTools) -> None:
    (hit,) = tools.find("kibble", 1)["hits"]
    assert hit["evidence"][0]["grade"] == "verbatim"
    assert len(tools.find("kibble", -5)["hits"]) == 1
    assert len(tools.find("from:1000", 10**6)["hits"]) <= MOST_HITS


def test_a_query_that_cannot_be_read_is_answered_with_what_is_wrong_in_it(tools: AssistantTools) -> None:
    wrong = tools.find("kind:zebra\x1b")
    assert wrong["error"]["message"]
    assert "\x1b" not in str(wrong)


def test_a_sheet_is_text_with_its_evidence_and_an_id_that_is_none_is_said(tools: AssistantTools) -> None:
    shown = tools.show(["new-second", "no-such"])
    (fact,) = shown["facts"]
    assert fact["id"] == "new-second"
    assert "2030" in fact["sheet"]
    assert fact["evidence"][0]["quote"].startswith("The General Conference plans")
    assert "there is no record no-such" in shown["unknown"][0]
    with pytest.raises(UsageError, match="soon is not a date"):
        tools.show(["new-second"], asof="soon")


def test_a_citation_has_its_quotes_and_a_style_that_is_none_names_those_there_are(tools: AssistantTools) -> None:
    cited = tools.cite(["new-second"], "chicago")
    assert "November 1, 2024" in cited["citation"]
    assert len(cited["evidence"]) == 1
    assert tools.cite(["new-second"], known="2023-12-31")["citation"] == ""
    error = tools.cite(["new-second"], "\x1bapa")["error"]
    assert "\x1b" not in error
    assert error.endswith("apa: choose one of markdown, chicago, bibtex, csl-json, plain")


def test_a_check_says_that_every_quote_holds_and_what_is_weak(tmp_path: Path) -> None:
    checked = AssistantTools(options(write(tmp_path, f"{HEAD}{ACTOR}\n"))).check()
    assert checked["holds"] is True
    assert any("quote" in line for line in checked["summary"])
    assert all(isinstance(problem, str) for problem in checked["problems"])


# --- what is wrong with the fact file ---


def test_a_fact_file_that_is_none_is_answered_with_its_problems(tmp_path: Path) -> None:
    tools = AssistantTools(options(write(tmp_path, 'schema_version: "1"\ntitle: [T]\n')))
    answer = mcp._answered(tools.check)
    assert answer["error"]
    assert any("title" in problem for problem in answer["problems"])


def test_what_is_wrong_but_no_problem_of_the_file_has_its_advice(tools: AssistantTools) -> None:
    answer = mcp._answered(lambda: tools.show(["new-second"], asof="soon"))
    assert (answer["error"], answer["problems"]) == ("soon is not a date", [])
    assert answer["advice"]


# --- the tools as they are offered ---


class Server:
    """Stands for the SDK's server, which takes a second to load: it keeps the tools that it is given."""

    def __init__(self, name: str, **about: Any) -> None:
        self.about = {"name": name, **about}
        self.tools: dict[str, Callable[..., Any]] = {}
        self.hints: list[dict[str, bool]] = []
        self.ran = ""

    def tool(self, *, annotations: dict[str, bool]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def keep(function: Callable[..., Any]) -> Callable[..., Any]:
            self.tools[function.__name__] = function
            self.hints.append(annotations)
            return function

        return keep

    def run(self, transport: str) -> None:
        self.ran = transport


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made: list[Server] = []

    def make(name: str, **about: Any) -> Server:
        made.append(Server(name, **about))
        return made[0]

    sdk, types = ModuleType("mcp.server"), ModuleType("mcp.types")
    sdk.MCPServer = make  # type: ignore[attr-defined]
    types.ToolAnnotations = dict  # type: ignore[attr-defined]
    for name, module in (("mcp", ModuleType("mcp")), ("mcp.server", sdk), ("mcp.types", types)):
        monkeypatch.setitem(sys.modules, name, module)
    assert mcp.run(options(METRE)) == 0
    return made[0]


def test_four_tools_that_only_read_are_served_over_stdio_with_what_they_do(server: Server) -> None:
    assert sorted(server.tools) == ["check", "cite", "find", "show"]
    assert all(hints["read_only_hint"] and not hints["open_world_hint"] for hints in server.hints)
    assert all(tool.__doc__ for tool in server.tools.values())
    assert server.ran == "stdio"
    assert server.about["name"] == "eujdef"
    assert "Say nothing that no quote says" in server.about["instructions"]


def test_each_tool_answers_with_the_facts_of_the_named_file(server: Server) -> None:
    def answer(name: str, *arguments: Any) -> dict[str, Any]:
        return dict(asyncio.run(server.tools[name](*arguments)))

    assert answer("find", "kibble", 1)["hits"]
    assert answer("show", ["new-second"])["facts"][0]["id"] == "new-second"
    assert "2024" in answer("cite", ["new-second"], "plain")["citation"]
    assert answer("show", ["new-second"], "soon")["error"] == "soon is not a date"
    assert answer("check")["holds"] is True


def test_without_the_sdk_the_verb_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, here: Callable[..., Ran]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    ran = here("mcp", "-f", str(METRE))
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'eujdef-tui[mcp]'" in ran.err
