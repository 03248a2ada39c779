"""The pieces of a sentence: roots, what is denied, aimed at and done, numbers, dates, clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, is_past, root, stem
from eujdef_tui.verify.worded import places

ONE_ROOT = [
    ("cooperation", "cooperate"),
    ("cooperating", "cooperation"),
    ("negotiations", "negotiate"),
    ("funding", "funds"),
    ("deployment", "deployed"),
    ("invasion", "invade"),
    ("invasions", "invaded"),
    ("defence", "defense"),
    ("authorise", "authorizes"),
    ("reliance", "rely"),
    ("relied", "rely"),
    ("historic", "historical"),
    ("technological", "technology"),
    ("industrial", "industries"),
]
TWO_ROOTS = [("fish", "finance"), ("navy", "naval"), ("north", "south"), ("force", "forum")]


@pytest.mark.parametrize(("one", "other"), ONE_ROOT)
def test_derivations_share_a_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(("one", "other"), TWO_ROOTS)
def test_other_words_do_not(one: str, other: str) -> None:
    assert root(one) != root(other)


DENIED = {
    "The pact does not cover space.": {"cover", "space"},
    "The pact doesn't cover space.": {"cover", "space"},
    "It covers space, but not ships.": {"ships"},
    "Nobody signed it.": {"signed"},
    "Not only Japan signed.": set(),
    "They refused to sign.": {"sign"},
    "Both lack the capacity.": {"capacity"},
    "Beijing has ruled out force.": {"force"},
    "Beijing has not ruled out force.": {"rejected"},
    "He never signed, and she left.": {"signed"},
    "China he left unmentioned.": {"mentioned"},
    "It is no longer banned.": {"longer", "banned"},
    "All of it is signed.": set(),
}


@pytest.mark.parametrize(("text", "wanted"), DENIED.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_what_is_denied_is_read_within_its_clause(text: str, wanted: set[str]) -> None:
    denied = Pieces(text).denied
    assert {root(word) for word in wanted} <= denied.keys() or not wanted
    if not wanted:
        assert not denied


def test_what_is_denied_twice_is_not() -> None:
    assert root("force") not in Pieces("Beijing has not ruled out force.").denied
    assert root("force") in Pieces("Beijing has ruled out force.").denied


AIMED = {
    "They will launch a dialogue.": {"launch", "dialogue"},
    "They aim to launch a dialogue.": {"launch"},
    "They may fund projects.": {"fund"},
    "In May they fund projects.": set(),
    "He called for an alliance.": {"alliance"},
    "He called it historic.": set(),
    "It is to enter into force.": {"enter"},
    "It is to be signed.": {"signed"},
    "The dialogue could open doors.": {"open"},
    "They launched a dialogue.": set(),
}


@pytest.mark.parametrize(("text", "wanted"), AIMED.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_what_is_only_aimed_at_is_read(text: str, wanted: set[str]) -> None:
    one = Pieces(text)
    assert one.aims == bool(wanted)
    assert {root(word) for word in wanted} <= one.aimed


DONE = {
    "They have signed the treaty.": {"signed"},
    "The treaty was signed.": {"signed"},
    "They signed the treaty.": {"signed"},
    "They built a jet.": {"built"},
    "The treaty will be signed.": set(),
    "They want it signed.": set(),
    "The treaty is signed by both.": set(),
    "They said so.": set(),
    "The deployed troops rest.": set(),
    "Borrell has been to Korea.": {"been"},
    "They sign treaties.": set(),
}


@pytest.mark.parametrize(("text", "wanted"), DONE.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_what_is_told_as_done_is_read(text: str, wanted: set[str]) -> None:
    assert Pieces(text).done.keys() == {root(word) for word in wanted}


def test_a_verb_with_an_auxiliary_is_told_from_one_without() -> None:
    assert Pieces("They have signed it.").perfect == {root("signed")}
    assert Pieces("They signed it.").perfect == frozenset()


def test_clauses_are_parted_by_marks_and_words() -> None:
    assert Pieces("One came, two left but three stayed.").breaks == [0, 0, 1, 1, 2, 2, 2]


def test_numbers_of_dates_are_no_numbers() -> None:
    one = Pieces("On 1 November 2024 they gave 5 million euros.")
    assert [one.text[found.start : found.end] for found in one.quantities] == ["5 million euros"]
    assert [one.text[found.start : found.end] for found in one.dates] == ["1 November 2024"]


def test_sizes_in_words_are_kept_apart() -> None:
    assert Pieces("Thousands came.").magnitudes == {"thousands"}
    assert Pieces("It doubled.").magnitudes == {"2"}
    assert Pieces("It tripled, by thousands.").magnitudes == {"3", "thousands"}


def test_an_idiom_has_no_opposite() -> None:
    assert stem("above") in Pieces("They rose above it.").sided
    assert stem("above") not in Pieces("They want ships, above all in space.").sided


def test_a_cut_has_the_words_of_its_part() -> None:
    whole = Pieces("Japan and the EU said, “we agree”, in Tokyo.")
    cut = whole.cut(10, 21)
    assert cut.text == "the EU said"
    assert cut.folded == ("the", "eu", "said")
    assert [cut.text[word.start : word.end] for word in cut.words] == ["the", "EU", "said"]


def test_words_that_say_nothing_are_no_content() -> None:
    assert not any(map(is_content, ("the", "will", "of", "2024", "said", "per", "come", "roughly")))
    assert all(map(is_content, ("treaty", "japan", "g7", "石破", "sign")))


def test_verbs_in_the_past_are_known_by_ending_or_by_heart() -> None:
    assert all(map(is_past, ("signed", "built", "fell", "met", "drew")))
    assert not any(map(is_past, ("sign", "was", "had", "treaty", "bed")))


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    one = Pieces(text)
    count = len(one.words)
    assert len(one.breaks) == count
    assert all(0 <= at < count for found in (one.roots, one.denied, one.done) for at in found.values())
    assert one.aimed or not one.aimed
    assert list(one.quantities) == one.quantities
    assert list(one.dates) == one.dates


@pytest.mark.parametrize("text", ["", "🚀", "…", "+++"])
def test_a_text_without_a_word_has_no_opposite(text: str) -> None:
    assert Pieces(text).sided == frozenset()


def test_places_are_those_of_each_character_found() -> None:
    pieces = Pieces("In 2024, 35 and 7.")
    assert "".join(pieces.text[at] for at in sorted(places(pieces.quantities))) == "357"
    assert places(()) == set()


def test_a_number_of_a_date_is_none_of_the_numbers() -> None:
    assert [one.number for one in Pieces("On 1 May 2024 it took 5.").quantities] == [5]


@pytest.mark.parametrize(
    ("text", "capitals"),
    [("In Tokyo the EU met.", [0, 1, 3]), ("nobody signed 5 pacts", []), ("“Élan” 2nd Übung", [0, 2])],
)
def test_words_with_a_capital_are_told(text: str, capitals: list[int]) -> None:
    assert Pieces(text).capitals == capitals


def test_what_stands_behind_a_beginning_that_denies_is_told() -> None:
    found = Pieces("An unnatural and irregular inflow was unmentioned in Iraq.").bare_words
    assert found == [(1, "natural"), (3, "regular")]


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_cut_has_the_words_that_stand_in_it_whole(one: int, other: int) -> None:
    text = "Norway’s 1,000 ships – and Japan's U.S. fleet – left at 5% on 3 May."
    start, end = min(one, other), max(one, other)
    whole = Pieces(text)
    inside = [word for word in whole.words if start <= word.start and word.end <= end]
    cut = whole.cut(start, end)
    assert cut.text == text[start:end]
    assert [(word.start + start, word.end + start, word.folded) for word in cut.words] == inside
