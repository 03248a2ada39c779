"""Glyphs of kinds, statuses and grades: one mark each wherever they are shown, so that nothing depends on colour."""

from __future__ import annotations

from eujdef_tui.model.records import Grade

__all__ = ["BARS", "DIFFERS", "GRADE_MARKS", "KIND_MARKS", "MARKED", "OUTSIDE", "STATUS_MARKS"]

STATUS_MARKS = {"happened": "●", "planned": "○", "target": "◎", "reported": "◌"}
GRADE_MARKS: dict[Grade, str] = {
    "verbatim": "✓", "normalised": "≈", "moved": "↔", "edited": "~", "ambiguous": "?", "orphan": "✗",
}  # fmt: skip
DIFFERS = "≠"
KIND_MARKS = {"actor": "@", "agreement": "§", "statement": "“", "figure": "#", "tension": DIFFERS, "source": "▤"}
MARKED = "★"
BARS = "▁▂▃▄▅▆▇█"  # heights of a bar, from the lowest
OUTSIDE = "†"  # knowledge from outside the articles
