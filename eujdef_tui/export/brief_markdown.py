"""A brief in Markdown, its citations as footnotes: pandoc, Obsidian and GitHub read them.

Each quote has a footnote of its own. One that is referred to twice is one note in Obsidian, and two in pandoc
(`findings/pandoc-footnotes.sh`). The first note on a source cites it in full.
"""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.export.bibliography import reference
from eujdef_tui.export.brief import Brief, Item, Proof
from eujdef_tui.export.citation import escape_markdown, markdown_link, where
from eujdef_tui.model.labels import quoted, source_label
from eujdef_tui.text import edtf

__all__ = ["brief_markdown"]


def brief_markdown(brief: Brief) -> Iterator[str]:
    """Yield the brief, its notes at the end."""
    yield f"# {escape_markdown(brief.title)}\n\n"
    yield f"{escape_markdown(' · '.join(filter(None, (brief.subject, brief.as_of))))}\n"
    groups = [(group.heading, group.items) for group in brief.groups]
    groups += [("Where the articles differ", brief.tensions)] if brief.tensions else []
    for heading, items in groups:
        yield f"\n## {escape_markdown(heading)}\n"
        for item in items:
            yield from _item(item)
    yield f"\n---\n\n{escape_markdown(brief.legend)}\n\n"
    cited: set[int] = set()
    for _, items in groups:
        for proof in (proof for item in items for _, proofs in item.claims for proof in proofs):
            yield f"[^{proof.number}]: {_note(brief, proof, first=proof.source not in cited)}\n"
            cited.add(proof.source)


def _item(item: Item) -> Iterator[str]:
    for claim, proofs in item.claims:
        yield f"\n- {item.mark} **{escape_markdown(claim.line)}**\n"
        for proof in proofs:
            yield f"\n  > {escape_markdown(quoted(proof.evidence.quote))}[^{proof.number}]\n"


def _note(brief: Brief, proof: Proof, *, first: bool) -> str:
    source = brief.sources[proof.source - 1]
    full = reference(source, edtf.in_english, escape_markdown, markdown_link)
    return f"{full if first else escape_markdown(source_label(source))}, {where(proof.evidence)}."
