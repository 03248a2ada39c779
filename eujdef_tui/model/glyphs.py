"""Glyphs of statuses and grades: one mark each wherever they are shown, so that nothing depends on colour alone."""

from __future__ import annotations

from eujdef_tui.model.records import Grade

__all__ = ["DIFFERS", "GRADE_MARKS", "OUTSIDE", "STATUS_MARKS"]

STATUS_MARKS = {"happened": "●", "planned": "○", "target": "◎", "reported": "◌"}
GRADE_MARKS: dict[Grade, str] = {
    "verbatim": "✓", "normalised": "≈", "moved": "↔", "edited": "~", "ambiguous": "?", "orphan": "✗",
}  # fmt: skip
DIFFERS = "≠"
OUTSIDE = "†"  # knowledge from outside the articles
