"""Names of the citation styles and export formats, apart from their writers: the argument parser loads only these."""

from __future__ import annotations

__all__ = ["CITATION_STYLES", "EXPORT_FORMATS", "TEXT_FORMATS"]

CITATION_STYLES = ("markdown", "chicago", "bibtex", "csl-json", "plain")
TEXT_FORMATS = ("jsonl", "csv", "web-annotation", "ftm", "timelinejs", "csl-json", "bibtex")
EXPORT_FORMATS = (*TEXT_FORMATS, "sqlite")
