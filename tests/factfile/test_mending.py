"""What has one right answer in a fact file is mended in its text, and nothing else is changed."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.mending import mend
from eujdef_tui.model.serialize import to_plain
from tests.helpers.fact_files import write
from tests.helpers.places import METRE
from tests.helpers.processes import eujdef

FACTS = """\
schema_version: "1"
title: T
sources:
  - id: s
    type: article
    file: a.txt
actors:
  # Persons

  - id: ann
    # how she is called
    name: Ann
    x-note: a note on the name
    kind: person
    evidence:
    - source: s
      quote: words
  - {name: Bo, id: bo, kind: person, evidence: [{source: s, quote: words}]}   # as it is
"""
ORDERED = FACTS.replace(
    "    # how she is called\n    name: Ann\n    x-note: a note on the name\n    kind: person\n",
    "    kind: person\n    # how she is called\n    name: Ann\n    x-note: a note on the name\n",
)


def after(path: Path) -> str:
    """The text of the file once it is mended; "" where nothing is to be mended."""
    found, _ = mend(path)
    return found[0].after if found else ""


def test_keys_come_in_the_order_of_the_form_with_their_notes_and_comments(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    assert after(path) == ORDERED
    assert path.read_text(encoding="utf-8") == FACTS, "nothing is written"
    assert after(write(tmp_path, ORDERED)) == ""


def test_line_ends_and_letters_are_made_one(tmp_path: Path) -> None:
    decomposed = "\ufeff" + ORDERED.replace("title: T", "title: Zu\u0308rich").replace("\n", "\r\n")
    assert after(write(tmp_path, decomposed)) == ORDERED.replace("title: T", "title: Z\u00fcrich")


def digested(folder: Path, article: str, quote: str = "words") -> Path:
    """A fact file with the digest of the article "words" beside an article of another text."""
    digest = hashlib.sha256(b"words").hexdigest()
    text = ORDERED.replace("file: a.txt", f"file: a.txt\n    sha256: {digest}").replace(
        "quote: words", f"quote: {quote}"
    )
    (folder / "a.txt").write_text(article, encoding="utf-8")
    return write(folder, text)


def test_the_digest_of_a_corrected_article_is_written_anew_where_its_quotes_hold(tmp_path: Path) -> None:
    path = digested(tmp_path, "better words")
    assert hashlib.sha256(b"better words").hexdigest() in after(path)
    path.write_text(after(path), encoding="utf-8")
    assert load(path).texts == {"s": "better words"}


def test_a_digest_is_written_anew_where_it_stands_and_nowhere_else(tmp_path: Path) -> None:
    path = digested(tmp_path, "better words")
    old, new = (hashlib.sha256(text).hexdigest() for text in (b"words", b"better words"))
    text = path.read_text(encoding="utf-8").replace(f"sha256: {old}", f"sha256: '{old}'  # not {old}")
    path.write_text(text, encoding="utf-8")
    assert after(path) == text.replace(f"'{old}'", f"'{new}'")


def test_digests_that_two_sources_took_from_each_other_are_both_mended(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("other", encoding="utf-8")
    one, other = (hashlib.sha256(text).hexdigest() for text in (b"words", b"other"))
    text = ORDERED.replace("file: a.txt", f"file: a.txt\n    sha256: {other}").replace(
        "actors:", f"  - id: b\n    type: article\n    file: b.txt\n    sha256: {one}\nactors:"
    )
    path = write(tmp_path, text)
    path.write_text(after(path), encoding="utf-8")
    assert load(path).texts == {"s": "words", "b": "other"}


def test_what_is_no_digest_is_told_and_stays(tmp_path: Path) -> None:
    path = write(tmp_path, ORDERED.replace("file: a.txt", "file: a.txt\n    sha256: e"))
    found, (line,) = mend(path)
    assert found == []
    assert line == f"{path}:7:13: the digest stays: write {hashlib.sha256(b'words').hexdigest()} there, in one line."


def test_the_name_of_an_article_stays_as_it_is_on_the_disk(tmp_path: Path) -> None:
    name = "Zu\u0308rich.txt"
    (tmp_path / name).write_text("words", encoding="utf-8")
    decomposed = ORDERED.replace("a.txt", name).replace("title: T", "title: Zu\u0308rich")
    found, (line,) = mend(write(tmp_path, decomposed))
    assert found[0].after == decomposed.replace("title: Zu\u0308", "title: Z\u00fc")
    assert line.endswith(f"{name} stays as it is: rename the article to composed letters (NFC).")
    (tmp_path / name).rename(tmp_path / "Z\u00fcrich.txt")
    assert after(tmp_path / "f.yaml") == ORDERED.replace("a.txt", "Z\u00fcrich.txt").replace(
        "title: T", "title: Z\u00fcrich"
    )


def test_the_digest_stays_where_a_quote_fell(tmp_path: Path) -> None:
    found, left = mend(digested(tmp_path, "wards"))
    assert found == []
    (line,) = left
    assert line.endswith(": the digest stays, since 2 quotes do not hold in the changed article.")


def test_the_digest_waits_for_the_other_problems(tmp_path: Path) -> None:
    path = digested(tmp_path, "better words")
    path.write_text(path.read_text(encoding="utf-8") + "zebra: 1\n", encoding="utf-8")
    assert mend(path)[1][0].endswith("mend the other problems first, then the digest.")


@pytest.mark.parametrize("data", [b"\xff", b"a: [", b"- a", b"", b"title: {a: 1\n"])
def test_what_is_no_fact_file_is_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    assert mend(write(tmp_path, data)) == ([], [])


def test_a_folder_without_files_has_nothing_to_mend(tmp_path: Path) -> None:
    assert mend(tmp_path) == ([], [])


@pytest.mark.slow
@settings(deadline=None, max_examples=25)
@given(st.integers())
def test_a_file_in_any_order_of_keys_says_the_same_when_mended(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """Shuffles the pairs of every event and milestone of a real file, comments and all."""
    folder = tmp_path_factory.mktemp("mend")
    path = folder / "metre.yaml"
    text = METRE.read_text(encoding="utf-8").replace("file: articles/", f"file: {METRE.parent}/articles/")
    path.write_text(_shuffled(text, random.Random(seed)), encoding="utf-8")
    right = [to_plain(record) for record in load(path).records()]
    if found := mend(path)[0]:
        path.write_text(found[0].after, encoding="utf-8")
    assert [to_plain(record) for record in load(path).records()] == right
    assert mend(path) == ([], [])


def _shuffled(text: str, draw: random.Random) -> str:
    """The text with the one-line keys behind each `- id:` in another order."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if lines[at].startswith("  - id:"):
            end = at + 1
            while (
                end < len(lines)
                and lines[end].startswith("    ")
                and lines[end][4] not in " -#"
                and not lines[end].endswith(":")
            ):
                end += 1
            part = lines[at + 1 : end]
            draw.shuffle(part)
            lines[at + 1 : end] = part
            at = end
        else:
            at += 1
    return "\n".join(lines)


# --- the command ---


@pytest.mark.slow
def test_check_fix_prints_the_changes_writes_them_and_checks(tmp_path: Path) -> None:
    path = write(tmp_path, FACTS)
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    ran = eujdef("check", "--fix", str(link))
    assert ran.code == 0
    assert "-    kind: person" in ran.out.splitlines()
    assert "+    kind: person" in ran.out.splitlines()
    assert "2 quotes: 2 verbatim" in ran.out
    assert ran.err == "1 file mended.\n"
    assert path.read_text(encoding="utf-8") == ORDERED
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert eujdef("check", "--fix", str(path)).err == "Nothing to mend.\n"


def test_check_fix_says_where_only_line_ends_change(tmp_path: Path) -> None:
    path = write(tmp_path, ORDERED.replace("\n", "\r\n"))
    assert f"{path}: the line ends are changed to LF" in eujdef("check", "--fix", str(path)).out
