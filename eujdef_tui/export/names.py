"""Names of the citation styles and export formats, apart from their writers: the argument parser loads only these."""

from __future__ import annotations

__all__ = ["BRIEF_FORMS", "CITATION_STYLES", "EXPORT_FORMATS", "GROUPINGS", "TEXT_FORMATS"]

CITATION_STYLES = ("markdown", "chicago", "bibtex", "csl-json", "plain")
TEXT_FORMATS = ("jsonl", "csv", "web-annotation", "ftm", "timelinejs", "csl-json", "bibtex", "ics", "svg")
EXPORT_FORMATS = (*TEXT_FORMATS, "sqlite")
BRIEF_FORMS = ("markdown", "html", "docx")
GROUPINGS = ("date", "actor")  # of the facts of a brief
