"""`eujdef mcp`: serve find, show, cite and check to an assistant over stdio (Model Context Protocol, extra `mcp`)."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from eujdef_tui import __version__
from eujdef_tui.cli.assistant_tools import AssistantTools
from eujdef_tui.cli.exit_codes import SUCCESS, USAGE_ERROR
from eujdef_tui.cli.printing import print_message
from eujdef_tui.errors import EujdefError, FactFileError

__all__ = ["run"]

INSTRUCTIONS = """\
Facts from news articles, each with the sentence that proves it. Use find first; it takes names, words, dates and fields
(kind:event, from:2024), also misspelt. asof:2024-11-01 in a query, or as an argument, answers as it stood on that day,
known:2024-11-01 as the sources issued by then told it. Say nothing that no quote says. A grade other than verbatim says
how a quote differs from its source; an orphan is not in it. Name the source of each fact."""


def run(options: argparse.Namespace) -> int:
    """Serve until the client closes stdin. stdout belongs to the protocol."""
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError:
        print_message("eujdef: eujdef mcp needs the package mcp\n    install it: pip install 'eujdef-tui[mcp]'")
        return USAGE_ERROR
    server = MCPServer("eujdef", version=__version__, instructions=INSTRUCTIONS, log_level="ERROR")
    tools = AssistantTools(options)
    hints = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

    # Asynchronous functions: the SDK runs others in threads, and a base serves the thread that opened it.
    @server.tool(annotations=hints)
    async def find(query: str, most: int = 10) -> dict[str, Any]:
        """Find facts by names (misspelt or cut short too), words, dates and fields; each with its quotes and grades."""
        return _answered(lambda: tools.find(query, most))

    @server.tool(annotations=hints)
    async def show(ids: list[str], asof: str = "", known: str = "") -> dict[str, Any]:
        """Show all that is known of facts, by their ids: sheet, links, quotes with grades; asof, known: on a day."""
        return _answered(lambda: tools.show(ids, asof, known))

    @server.tool(annotations=hints)
    async def cite(ids: list[str], style: str = "markdown", asof: str = "", known: str = "") -> dict[str, Any]:
        """Cite facts with their quotes and sources, as markdown, chicago, bibtex, csl-json or plain."""
        return _answered(lambda: tools.cite(ids, style, asof, known))

    @server.tool(annotations=hints)
    async def check() -> dict[str, Any]:
        """Check the fact file: what is weak in it, and whether every quote stands in its source."""
        return _answered(tools.check)

    server.run("stdio")
    return SUCCESS


def _answered(ask: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return an answer, or what is wrong with the fact file."""
    try:
        return ask()
    except EujdefError as error:
        problems = [str(problem) for problem in error.problems] if isinstance(error, FactFileError) else []
        return {"error": str(error), "advice": error.advice, "problems": problems}
