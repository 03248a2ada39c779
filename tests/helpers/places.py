"""Where the files lie that tests read."""

from __future__ import annotations

from pathlib import Path

__all__ = ["ARTICLES", "CORPUS", "METRE", "QUERIES", "ROOT", "SCREENS"]

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "data" / "facts.yaml"  # the shipped fact file
ARTICLES = sorted((ROOT / "seeds").glob("*.txt"))  # its sources
METRE = ROOT / "tests" / "corpora" / "metre.yaml"  # a small one on another subject
QUERIES = ROOT / "tests" / "search"  # tables of what is typed and what it must find
SCREENS = ROOT / "tests" / "screens"  # whole screens as plain text
