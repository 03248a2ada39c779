"""A file with more numbers or joined words than search can take is told where that begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.model import file_reader
from tests.helpers.rule_cases import assert_found

EVIDENCE = "evidence: [{source: s, quote: Nobody}]"
FACTS = f"""\
statements:
  - {{id: a, kind: k, text: "It has 1 F-A.", {EVIDENCE}}}
  - {{§id: b, kind: k, text: "It has 1,234,567 and the F-B and the G-B.", {EVIDENCE}}}
  - {{id: c, kind: k, text: "It has 7,654,321 and the F-C.", {EVIDENCE}}}
"""


@pytest.mark.parametrize(
    ("rule", "limit"), [("too-many-numbers", "MOST_ROUNDED"), ("too-many-joined-words", "MOST_JOINED")]
)
def test_the_first_record_beyond_the_limit_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str, limit: str
) -> None:
    assert_found(tmp_path, rule, FACTS.replace("§", ""), "Nobody.\n")
    monkeypatch.setattr(file_reader, limit, 1)
    assert_found(tmp_path, rule, FACTS, "Nobody.\n")
