"""`eujdef mcp` answers the client of the official SDK over stdio."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import pytest

from tests.helpers.places import METRE
from tests.helpers.processes import python, surroundings

pytestmark = pytest.mark.slow  # a process that loads the SDK


async def session() -> dict[str, Any]:
    from mcp import Client, StdioServerParameters

    server = StdioServerParameters(
        command=sys.executable, args=["-W", "ignore", "-m", "eujdef_tui", "mcp", "-f", str(METRE)], env=surroundings()
    )
    async with Client(server) as client:
        tools = (await client.list_tools()).tools

        async def call(name: str, **arguments: Any) -> Any:
            return (await client.call_tool(name, arguments)).structured_content

        return {
            "tools": {tool.name: tool.annotations for tool in tools},
            "found": await call("find", query="redefinition of the secnd kind:event", most=1),
            "wrong": await call("find", query="kind:zebra"),
            "shown": await call("show", ids=["new-second", "no-such"]),
            "cited": await call("cite", ids=["new-second"], style="chicago"),
            "then": await call("cite", ids=["new-second"], known="2023-12-31"),
            "no_day": await call("show", ids=["new-second"], asof="soon"),
            "checked": await call("check"),
        }


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    return asyncio.run(session())


def test_the_tools_are_read_only(answers: dict[str, Any]) -> None:
    assert sorted(answers["tools"]) == ["check", "cite", "find", "show"]
    assert all(hints.read_only_hint and not hints.open_world_hint for hints in answers["tools"].values())


def test_every_answer_has_its_quotes_and_their_grades(answers: dict[str, Any]) -> None:
    (hit,) = answers["found"]["hits"]
    assert hit["id"] == "new-second"
    for evidence in (hit["evidence"], answers["shown"]["facts"][0]["evidence"], answers["cited"]["evidence"]):
        (quote,) = evidence
        assert quote["quote"].startswith("The General Conference plans to redefine the second")
        assert quote["grade"] == "verbatim"
    assert "November 1, 2024" in answers["cited"]["citation"]
    assert answers["checked"]["holds"] is True


def test_what_cannot_be_answered_is_said(answers: dict[str, Any]) -> None:
    assert answers["wrong"]["error"]["message"]
    assert "there is no record no-such" in answers["shown"]["unknown"][0]
    assert answers["no_day"]["error"] == "soon is not a date"


def test_a_clock_cites_nothing_that_no_source_had_told(answers: dict[str, Any]) -> None:
    assert answers["then"]["citation"] == ""
    assert answers["then"]["unknown"] == ["eujdef: no source issued by then tells new-second"]


@pytest.mark.counts_lines
def test_without_the_package_it_says_how_to_install_it() -> None:
    code = "import sys; sys.modules['mcp'] = None; from eujdef_tui.cli.commands import main; sys.exit(main(['mcp']))"
    ran = python(code)
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'eujdef-tui[mcp]'" in ran.err


@pytest.mark.counts_lines
def test_without_python_docx_a_brief_says_how_to_install_it() -> None:
    code = (
        "import sys; sys.modules['docx'] = None; from eujdef_tui.cli.commands import main; sys.exit(main(sys.argv[1:]))"
    )
    ran = python(code, "brief", "kilogram", "--as", "docx", "-f", str(METRE))
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'eujdef-tui[word]'" in ran.err
