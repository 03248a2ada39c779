"""Where nothing has all the words, what has most of them stands apart; what was mended is told."""

from __future__ import annotations

import pytest

from eujdef_tui.present.why_nothing import why_nothing
from eujdef_tui.search.engine import Result, search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base
from tests.helpers.named_actors import base_of


def found(base: Base, typed: str) -> Result:
    return search(base, parse(typed))


def near(base: Base, typed: str) -> list[str]:
    return [base.record(hit.n).record.id for hit in found(base, typed).nearest]


def test_what_has_most_of_the_words_is_near_and_no_hit(metre: Base) -> None:
    result = found(metre, "kibble sweden")
    assert result.hits == ()
    assert result.total == 0
    assert set(near(metre, "kibble sweden")) >= {"kibble", "sweden"}


def test_a_hit_has_nothing_near_it(metre: Base) -> None:
    assert found(metre, "kibble").nearest == ()


def test_at_most_six_are_near_best_first(corpus: Base) -> None:
    result = found(corpus, "japan zzyzx")
    scores = [hit.score for hit in result.nearest]
    assert len(scores) == 6
    assert scores == sorted(scores, reverse=True)
    assert near(corpus, "japan zzyzx")[0] == "japan"


def test_what_is_near_obeys_fields_and_what_is_not_wanted(corpus: Base) -> None:
    assert near(corpus, "kallas zzyzx kind:person") == ["kallas"]
    assert "kallas" not in near(corpus, "kallas zzyzx !borrell !kaja")


def test_a_record_that_is_near_says_which_words_it_has(metre: Base) -> None:
    result = found(metre, "kibble sweden")
    assert {match.term for hit in result.nearest for match in hit.why} == {"kibble", "sweden"}
    assert all(len(hit.why) == 1 for hit in result.nearest)


@pytest.mark.parametrize(
    ("typed", "absent"),
    [
        ("zzyzx", ("zzyzx",)),
        ("kibble zzyzx sweden qq zzyzx", ("zzyzx", "qq")),
        ("kibble sweden", ()),
        ("kibb sweden", ()),  # the beginning of a word
        ("1795 zzyzx", ("zzyzx",)),
        ("kind:person arpent", ()),  # the word is somewhere, if not in a person
    ],
)
def test_a_word_is_called_absent_only_if_no_record_has_it(metre: Base, typed: str, absent: tuple[str, ...]) -> None:
    result = found(metre, typed)
    assert result.hits == ()
    assert result.absent == absent


def test_the_mended_line_finds_what_it_says_it_finds(corpus: Base) -> None:
    for typed in ("kalx", "kalx manilo", "tokio sumit", "zzyzx kala"):
        result = found(corpus, typed)
        assert bool(result.mended) == (result.mended_count > 0)
        if result.mended:
            assert found(corpus, result.mended).total == result.mended_count
            assert {reading.typed for reading in result.readings if reading.kind == "mended"} == set(result.absent)


def test_a_word_is_mended_where_it_stands_though_a_letter_before_it_folds_to_two(corpus: Base) -> None:
    result = found(corpus, "groß Kkishida")
    assert [(one.typed, one.read) for one in result.readings if one.kind == "mended"] == [("Kkishida", "kishida")]
    assert result.hits or result.mended == "groß kishida"
    assert found(corpus, "ﬁ Sswedenn zzyzx").mended == ""


def test_a_line_is_mended_only_as_a_whole(metre: Base) -> None:
    assert found(metre, "normbys").mended == "norway"
    assert found(metre, "normbys zzyzx").mended == ""


@pytest.mark.parametrize("typed", ["Chn", "Hoh", "ikv", "tch", "hdy"])
def test_a_half_typed_name_with_a_wrong_letter_is_near_and_no_hit(typed: str) -> None:
    names = ["China", "Hochbrugg", "Kivimaki", "Hydrokar"]
    base = base_of(names)
    result = found(base, typed)
    meant = {"Chn": "a0", "Hoh": "a1", "ikv": "a2", "tch": "a0", "hdy": "a3"}[typed]
    assert result.hits == ()
    assert meant in near(base, typed)


def test_a_word_that_is_told_stands_in_the_facts_as_such(corpus: Base) -> None:
    """Not the initials of a name that no one wrote down, nor a line whose quotation mark has cut a word."""
    assert found(corpus, "edip").readings == ()
    unclosed = found(corpus, '"unclosed')
    assert unclosed.mended in ("", "included")
    assert [('close the quotation mark: "…"', "text")] in why_nothing(unclosed, enter=False)
