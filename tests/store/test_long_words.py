"""Whatever text a fact file may hold has a base: FTS5 cuts a token at 32,768 bytes, within a letter."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import open_base
from eujdef_tui.text.joints import joint_forms
from eujdef_tui.text.tokens import LONGEST_WORD, words
from eujdef_tui.text.word_forms import suffixes
from tests.helpers.fact_files import HEAD, write

# Long runs of letters of two bytes and more, each with the joints that words may have inside.
LONG = {
    "cyrillic": "a" + "д" * 17_000,
    "behind an apostrophe": "o'a" + "д" * 17_000,
    "figures and letters": "1" * 16_001 + "д" * 17_000,
    "thai": "ก" * 11_000,
    "devanagari with vowel signs": "aकि" * 4_000,
    "korean letters apart": "ᄀ" * 11_000,
    "kanji": "a" + "漢" * 11_000,
    "private letters": "a" + "\ue000" * 11_000,
    "dots": "a." * 17_000 + "д",
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", LONG)
def test_a_word_of_any_length_is_found_by_its_beginning(tmp_path: Path, cache: Path, kind: str) -> None:
    word = json.dumps(LONG[kind], ensure_ascii=False)
    actor = f"actors: [{{id: x, kind: person, name: {word}, summary: {word}, evidence: [{{source: s, quote: words}}]}}]"
    (tmp_path / "a.txt").write_text(f"words {LONG[kind]}", encoding="utf-8")
    with closing(open_base(write(tmp_path, HEAD + actor))) as base:
        assert base.file is not None, "it is not only in memory"
        if kind != "private letters":
            found = search(base, parse(LONG[kind][:60])).hits
            assert "x" in [base.record(hit.n).record.id for hit in found]


@pytest.mark.parametrize("kind", LONG)
def test_no_form_of_a_word_is_longer_than_an_index_takes(kind: str) -> None:
    for word in words(LONG[kind]):
        assert all(len(form.encode()) <= 4 * LONGEST_WORD for form in suffixes(word.folded))
    assert all(len(form.encode()) <= 4 * LONGEST_WORD for form in joint_forms(LONG[kind]))
