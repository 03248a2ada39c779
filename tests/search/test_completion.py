"""The word at the cursor, and what it may become."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.errors import QueryError
from eujdef_tui.model.glyphs import STATUS_MARKS
from eujdef_tui.search.completion import MOST, complete
from eujdef_tui.search.engine import search
from eujdef_tui.search.pieces import FIELDS
from eujdef_tui.search.query import HAS, IS, parse
from eujdef_tui.store import Base
from tests.helpers.explorer import base_of
from tests.helpers.named_actors import base_of as base_of_names
from tests.helpers.places import METRE

WORDS = [*FIELDS, "knd", "foo", "is", "kibble", "japan", "weights and", "metre", "2018", "18", "su", "verdict", ""]


def completion_footer(line: str, cursor: int = -1, base: Base | None = None) -> list[str]:
    """The candidates for the word at the cursor, which is at the end unless it is said."""
    found = complete(base or base_of(METRE), line, len(line) if cursor < 0 else cursor)
    return [candidate.text for candidate in found.candidates] if found else []


def means(line: str) -> dict[str, str]:
    """What each candidate means."""
    found = complete(base_of(METRE), line, len(line))
    return {candidate.text: candidate.means for candidate in found.candidates} if found else {}


# --- fields ---


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("ki", ["kind:"]),
        ("KI", ["kind:"]),
        ("s", ["source:", "status:"]),
        ("a", ["actor:", "agreement:", "asof:"]),
        ("!a", ["!actor:", "!agreement:"]),
        ("kno", ["known:"]),
        ("kibble ki", ["kind:"]),
        ("!ki", ["!kind:"]),
        ("kind", ["kind:"]),
        ("kibble", []),
        ('"ki', []),
        ("", []),
        ("ki ", []),
    ],
)
def test_a_word_that_begins_a_field_becomes_it(typed: str, fields: list[str]) -> None:
    assert completion_footer(typed) == fields


def test_a_field_is_offered_with_its_line_of_the_help() -> None:
    assert means("ki") == {"kind:": FIELDS["kind"]}


def test_a_field_that_is_none_becomes_the_nearest_and_keeps_its_value() -> None:
    assert completion_footer("knd:person") == ["kind:person"]
    assert completion_footer('actr:"Bryan Kibble"')[0] == 'actor:"Bryan Kibble"'
    assert completion_footer("zzzzzz:person") == []


def test_the_word_that_the_cursor_touches_is_completed_and_no_other() -> None:
    found = complete(base_of(METRE), "kind:pe japan", 3)
    assert found
    assert (found.start, found.end) == (0, 7)
    assert [one.text for one in found.candidates] == ["kind:person"]
    assert completion_footer("kind:pe japan", 0) == []
    assert completion_footer("kind:pe japan", 8) == []


def test_a_field_without_a_value_is_not_offered_before_another_word() -> None:
    assert completion_footer("ki japan", 2) == []
    assert completion_footer("kind:pe japan", 7) == ["kind:person"]


# --- values ---


def test_kinds_are_those_of_the_base_with_their_numbers_most_first() -> None:
    kinds = completion_footer("kind:")
    assert kinds[:2] == ["kind:actor", "kind:event"]
    assert means("kind:")["kind:person"] == "3 records"
    counts = [int(said.split()[0]) for said in list(means("kind:").values())[6:]]
    assert counts == sorted(counts, reverse=True)
    assert not {"kind:company", "kind:summit"} & set(kinds)
    assert completion_footer("kind:su") == ["kind:survey"]


def test_a_value_is_found_by_a_later_part_of_it_and_by_its_like() -> None:
    assert completion_footer("kind:body") == ["kind:public-body"]
    assert completion_footer("kind:persn") == ["kind:person"]
    assert completion_footer("status:hapened") == ["status:happened"]


def test_words_of_a_field_that_keep_nothing_here_are_not_offered() -> None:
    base = base_of(METRE)
    for field, words in (("status", STATUS_MARKS), ("is", IS), ("has", HAS)):
        kept = [f"{field}:{word}" for word in words if search(base, parse(f"{field}:{word}")).hits]
        assert completion_footer(f"{field}:") == kept
        assert all(means(f"{field}:").values())
    assert means("is:corr") == {"is:corroborated": "independent sources tell it"}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("actor:kib", 'actor:"Bryan Kibble"'),
        ("actor:kible", 'actor:"Bryan Kibble"'),
        ('actor:"Bryan K', 'actor:"Bryan Kibble"'),
        ("actor:jap", "actor:Japan"),
        ("actor:日", "actor:Japan"),
        ("agreement:conv", 'agreement:"Metre Convention"'),
        ("source:balance", 'source:"The Daily Balance"'),
        ("!actor:kib", '!actor:"Bryan Kibble"'),
    ],
)
def test_names_are_completed_from_any_of_their_words_misspelt_or_not(typed: str, first: str) -> None:
    assert completion_footer(typed)[0] == first


def test_another_name_that_matched_is_told() -> None:
    assert means("actor:bip")['actor:"International Bureau of Weights and Measures"'] == "BIPM, organization"


def test_a_party_is_an_actor_that_is_party_to_something() -> None:
    base = base_of(METRE)
    parties = completion_footer("party:")
    assert parties
    for text in parties:
        assert search(base, parse(text)).hits, text
    assert set(parties) < {text.replace("actor:", "party:") for text in completion_footer("actor:")}


def test_years_are_those_in_which_something_is() -> None:
    assert "from:2018" in completion_footer("from:20")
    assert means("on:1875") == {}
    assert means("on:187")["on:1875"] == "1 event"
    assert completion_footer("to:17") == ["to:1792"]


def test_free_text_has_no_values() -> None:
    assert completion_footer("text:ki") == completion_footer("quote:ki") == []


def test_what_is_typed_in_full_is_not_offered_again() -> None:
    assert completion_footer("kind:person") == []
    assert completion_footer('actor:"Bryan Kibble"') == []


# --- what holds of all of them ---


@pytest.mark.parametrize("field", ["actor", "party", "agreement", "source"])
def test_a_name_that_is_offered_keeps_its_own_record(field: str, corpus: Base) -> None:
    view = {"agreement": "agreements", "source": "sources"}.get(field, "actors")
    for text in completion_footer(f"{field}:", base=corpus):
        (item,) = parse(text).filters
        by_name = {n for n in corpus.span(view) if corpus.title_of(corpus.record(n).record.id) == item.value}
        kept = {hit.n for hit in search(corpus, parse(text)).hits}
        assert kept, text
        assert field == "party" or by_name <= kept


def test_names_that_are_shared_or_cannot_be_typed_give_way_to_ids() -> None:
    with closing(base_of_names(["Ann Lee", "Ann Lee", 'The "Bank"', "A7", "B", "C", "D", "E", "Other"])) as base:
        assert sorted(completion_footer("actor:ann", base=base)) == ["actor:a0", "actor:a1"]
        assert completion_footer("actor:bank", base=base) == ["actor:a2"]
        assert completion_footer("actor:a7", base=base)[:1] == ["actor:a3"], "the id of another record is not its name"


@pytest.mark.counts_lines
@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from([":", " ", ':"', ""]), st.data())
def test_no_candidate_makes_a_right_query_wrong(words: list[str], between: str, data: st.DataObject) -> None:
    line = between.join(words)
    cursor = data.draw(st.integers(0, len(line)))
    base = base_of(METRE)
    found = complete(base, line, cursor)
    for candidate in found.candidates if found else ():
        assert found
        text = line[: found.start] + candidate.text + line[found.end :]
        before, after = line[: found.start], line[found.end :]
        apart = not after[:1].strip()  # else what follows becomes the value
        for part in (candidate.text, text) if right(before) and right(after) and apart else (candidate.text,):
            search(base, parse(part))
        assert candidate.text != line[found.start : found.end]


def right(line: str) -> bool:
    """Whether a line is a query."""
    try:
        search(base_of(METRE), parse(line + " x"))
    except QueryError:
        return False
    return True


def test_there_are_no_more_candidates_than_anyone_steps_through() -> None:
    with closing(base_of_names([f"Ann Lee {n}" for n in range(200)])) as base:
        assert len(completion_footer("actor:ann", base=base)) == MOST


def test_a_large_base_is_asked_through_its_index(corpus: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eujdef_tui.search.completion.FEW", 0)
    assert completion_footer("is:", base=corpus)[0] == "is:happened"
    every = corpus.index.kinds(10_000)
    assert sum(count for _, _, count in every) == corpus.count()
    assert corpus.index.kinds(3) == [(record, kind, min(count, 3)) for record, kind, count in every][:3]
