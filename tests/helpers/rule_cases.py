"""Small fact files for tests of the rules: text in, the places of what is weak out.

A `§` in the text stands before each place where the rule finds a problem; two where it finds two.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from textwrap import dedent

from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import Event, FactFile, Source, Statement
from eujdef_tui.rules import Report, check

ARTICLE = """\
Ann Lee signed the Oslo pact on 3 May 2021.
The pact costs $1,250 million, or half of the budget.
Last week two ministers met in Bergen. Nobody knows why.
Ten ships sailed, and ten ships came back.
"""


def report(folder: Path, text: str, article: str = ARTICLE) -> Report:
    """What the checker says of a fact file with that text, beside an article `a.txt`."""
    path = folder / "f.yaml"
    path.write_text('schema_version: "1"\ntitle: T\n' + text, encoding="utf-8")
    (folder / "a.txt").write_text(article, encoding="utf-8")
    return check(anchor_evidence(load(path)))


def assert_found(folder: Path, rule: str, marked: str, article: str = ARTICLE) -> None:
    """The rule finds a problem at each `§` of the text, and no other."""
    marked = dedent(marked)
    if "sources:" not in marked:
        marked = "sources: [{id: s, type: article, file: a.txt}]\n" + marked
    before = list(accumulate(marked.split("§")[:-1]))
    wanted = [(text.count("\n") + 3, len(text) - text.rfind("\n")) for text in before]
    problems = report(folder, marked.replace("§", ""), article).problems
    assert [(p.place.line, p.place.column) for p in problems if p.rule == rule] == wanted
    assert all(p.message.endswith(".") and p.advice.endswith((".", "…`.")) for p in problems)


def rules_of(quote: str, fact: Event | Statement) -> list[str]:
    """The rules that find something in a fact file of one fact, whose source `s` is the quote alone."""
    file = FactFile(
        path=Path("f"),
        title="T",
        inputs=(),
        sources=(Source(id="s", type="article", file="a.txt"),),
        events=(fact,) if isinstance(fact, Event) else (),
        statements=(fact,) if isinstance(fact, Statement) else (),
        texts={"s": quote},
    )
    return [problem.rule for problem in check(anchor_evidence(file)).problems]
