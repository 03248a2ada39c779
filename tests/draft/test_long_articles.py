"""Long articles: work grows no faster than they do, and what is beyond a limit is told with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eujdef_tui.cli.commands import main
from eujdef_tui.draft import drafting
from eujdef_tui.draft.actors import Cast
from eujdef_tui.draft.drafting import draft
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.quoted import Quotations
from eujdef_tui.draft.sentences import Sentence, read_sentences
from eujdef_tui.draft.speech import Speech
from tests.helpers.fact_files import HEAD, write
from tests.helpers.work import count_calls


def headings(size: int) -> str:
    """Short lines, of which each may be a headline."""
    return "\n".join(f"Brenna {n}" for n in range(size))


def quotations(size: int) -> str:
    """Sentences wholly in quotation marks, that nobody is said to say."""
    return "\n".join(f"“It was told to {n} people there.”" for n in range(size))


def names(size: int) -> str:
    """As many names of two words, and each of them again by its last word alone."""
    people = [
        f"Ann Br{'abcdefghij'[n // 100 % 10]}{'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n % 10]}nna" for n in range(size)
    ]
    return "\n".join(f"They met {one} and later {one.split()[1]} left." for one in people)


def roles(size: int) -> str:
    """Ministers, and "the minister" after each."""
    return "\n".join(f"Foreign Minister Ann Br{'abcdefghij'[n % 10]}nna met the Foreign Minister." for n in range(size))


@pytest.mark.slow
@pytest.mark.parametrize("shape", [headings, quotations, names, roles])
def test_twice_the_article_is_twice_the_work(shape: Callable[[int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "MAX_DRAFTS", 10**6)

    def calls(size: int) -> int:
        return count_calls(lambda: draft(shape(size), "2025-11-04", Known(())))

    calls(10)
    few = calls(150)
    assert calls(300) < 2.3 * few


def test_an_article_of_too_many_drafts_is_drafted_as_far_as_they_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Norway signed a treaty on ferries on Monday.\n" * 4 + "Sweden left.\n"
    whole = draft(text, "2025-11-04", Known(()))
    assert (whole.read, whole.sentences, whole.rest) == (5, 5, None)
    monkeypatch.setattr(drafting, "MAX_DRAFTS", 4)
    some = draft(text, "2025-11-04", Known(()))
    assert len(some.drafts) <= 4
    assert (some.sentences, some.rest) == (5, 45 * some.read)
    assert 0 < some.read < 5
    assert {quote.sentence for one in some.drafts for quote in one.evidence} == set(range(some.read))


def test_the_first_sentence_is_drafted_however_many_drafts_it_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "MAX_DRAFTS", 1)
    some = draft("Norway and Sweden paid 5 euros and 6 dollars. Denmark left.", "", Known(()))
    assert (some.read, some.rest) == (1, 46)
    assert len(some.drafts) > 1


def test_the_command_tells_the_line_from_which_on_nothing_is_drafted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], cache: Path
) -> None:
    assert cache
    monkeypatch.setattr("eujdef_tui.draft.drafting.MAX_DRAFTS", 3)
    monkeypatch.setattr("eujdef_tui.cli.verbs.draft.MAX_DRAFTS", 3)
    (tmp_path / "new.txt").write_text("It rained there.\n" * 3 + "It was told. It rained there again.\n")
    path = write(tmp_path, HEAD)
    assert main(["draft", str(tmp_path / "new.txt"), "-f", str(path), "--json"]) == 0
    told = " ".join(capsys.readouterr().err.split())
    assert "line 4, column 1, and what follows is not drafted: an article has at most 3 drafts" in told


def read(text: str) -> tuple[Cast, Quotations, list[Sentence]]:
    """What is known of a text before its sentences are drafted."""
    sentences = read_sentences(text)
    return Cast(text, sentences, Known(())), Quotations(text, sentences), sentences


def test_an_acronym_names_its_body_also_beside_names_that_begin_with_it() -> None:
    text = "The Cable Security Agency (CSA) met the Csa Harbour Board. The CSA left. Harbour Board was there."
    cast, _, _ = read(text)
    called = {mention.name: cast.at(mention) for found in cast.mentions for mention in found if mention.name}
    body = called["CSA"]
    assert body is not None
    assert body.name.endswith("Cable Security Agency")


def test_a_role_is_given_to_whom_it_was_given_last_before() -> None:
    text = (
        "Foreign Minister Ann Lee left. On Monday the Foreign Minister spoke. Foreign Minister Bo Dahl came."
        " On Friday the Foreign Minister spoke. On Sunday the Prime Minister left."
    )
    cast, _, _ = read(text)
    found = [cast.at(one) for some in cast.mentions for one in some if not one.name]
    assert [one.name if one else "" for one in found] == ["Ann Lee", "Bo Dahl", ""]


def test_words_are_quoted_where_a_quotation_holds_them_whole() -> None:
    text = "“One two three four.” Five six “seven eight nine ten eleven” twelve.\n‘Thirteen’ fourteen."
    _, quotations, _ = read(text)
    for start in range(len(text)):
        for end in range(start + 1, len(text)):
            inside = any(first <= start and end <= last for first, last in quotations.spans)
            assert quotations.covers(start, end) == inside
    assert [[text[first:last] for first, last in quotations.of(n)] for n in range(3)] == [
        ["One two three four."],
        ["seven eight nine ten eleven"],
        [],
    ]


def test_quotations_that_nobody_is_said_to_say_are_of_who_spoke_last_before() -> None:
    text = "“It is late,” Ann Lee said.\nIt rained.\n“It was told to people there.”\n“We know it all well.”\nIt rained."
    cast, quotations, _ = read(text)
    speech = Speech(cast, quotations)
    assert [speech.by[n].speaker for n in sorted(speech.by)] == ["Ann Lee"] * 3
