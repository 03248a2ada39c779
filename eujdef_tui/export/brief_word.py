"""A brief as a Word document, by python-docx (the extra `word`)."""

from __future__ import annotations

from typing import IO, Any

from eujdef_tui.errors import MissingExtraError
from eujdef_tui.export.bibliography import reference
from eujdef_tui.export.brief import Brief, Item
from eujdef_tui.export.citation import where
from eujdef_tui.model.labels import quoted

__all__ = ["write_brief_word"]


def write_brief_word(brief: Brief, file: IO[bytes]) -> None:
    """Write the brief. Its styles are Word's own, so that a house template restyles it.

    Raises MissingExtraError where python-docx is not installed.
    """
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        advice = "install it: pip install 'eujdef-tui[word]'"
        raise MissingExtraError("a brief as docx needs the package python-docx", advice) from error
    document = Document()
    document.core_properties.title = brief.title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_heading(brief.title, 0)
    document.add_paragraph(" · ".join(filter(None, (brief.subject, brief.as_of))), style="Subtitle")
    for group in brief.groups:
        document.add_heading(group.heading, 1)
        for item in group.items:
            _add_item(document, item)
    if brief.tensions:
        document.add_heading("Where the articles differ", 1)
        for item in brief.tensions:
            _add_item(document, item)
    document.add_heading("Sources", 1)
    for number, source in enumerate(brief.sources, 1):
        document.add_paragraph(f"[{number}] {reference(source)}.")
    document.add_paragraph(brief.legend)
    document.save(file)


def _add_item(document: Any, item: Item) -> None:
    for claim, proofs in item.claims:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{item.mark} {claim.line}").bold = True
        paragraph.paragraph_format.keep_with_next = True
        for proof in proofs:
            words = f"{quoted(proof.evidence.quote)} [{proof.source}, {where(proof.evidence)}]"
            document.add_paragraph(words, style="Quote")
