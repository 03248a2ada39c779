"""README's picture shows what the program shows now."""

from __future__ import annotations

import pytest

from tests.helpers.readme_picture import PICTURE, drawn, words_of


@pytest.mark.slow
def test_the_picture_is_what_the_program_draws() -> None:
    kept, now = words_of(PICTURE.read_text(encoding="utf-8")), words_of(drawn())
    assert kept == now, "make the picture anew: python -m tests.helpers.readme_picture"


def test_the_picture_shows_a_search_a_fact_and_its_sentence() -> None:
    words = " ".join(words_of(PICTURE.read_text(encoding="utf-8")))
    for shown in ("All", "Timeline", "/", "kalas ~ Kallas", "✓ verbatim · 1 of", "▶", "┃", "help"):
        assert all(part in words for part in shown.split())
    assert PICTURE.stat().st_size < 100_000
