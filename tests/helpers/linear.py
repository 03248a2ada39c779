"""The linear explorer driven by lines, in this process.

assert hear(metre, "kibble")[0] == ["4 answers for kibble.", …]
"""

from __future__ import annotations

import io
import textwrap

from eujdef_tui.linear.explorer import Opening
from eujdef_tui.linear.session import LONGEST, PROMPT, run
from eujdef_tui.linear.speech import wrapped
from eujdef_tui.store import Base

__all__ = ["hear", "said", "shown"]


def said(base: Base, *lines: str, opening: Opening | None = None, query: str = "") -> str:
    """Everything that is written while these lines are answered, the prompts and the lines among it."""
    out = io.StringIO()
    assert run(base, io.StringIO("".join(f"{line}\n" for line in lines)), out, opening or Opening(), query) == 0
    return out.getvalue()


def hear(base: Base, *lines: str, opening: Opening | None = None) -> list[list[str]]:
    """The answer to each line, as lines."""
    rest = said(base, *lines, opening=opening)
    answers: list[list[str]] = []
    for line in (*lines, ""):  # a copy as Markdown has lines that begin like the prompt
        before, _, rest = rest.partition(f"\n{PROMPT}{line[:LONGEST]}")
        answers.append(before.split("\n")[1:])
    return answers[1:]


def shown(answer: list[str], width: int = 100) -> str:
    """An answer as it stands in a test: wrapped, and indented under nothing."""
    return "\n".join(textwrap.dedent(piece) for line in answer for piece in wrapped(line, width))
