"""What is typed means one thing, or fails at the column where it fails."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eujdef_tui.errors import QueryError
from eujdef_tui.search.pieces import FIELDS
from eujdef_tui.search.query import HAS, IS, LONGEST, Filter, Query, Term, parse
from eujdef_tui.search.questions import QUESTION
from eujdef_tui.text import edtf


def terms_of(text: str) -> list[str]:
    """The terms of a query, short: `!` for not wanted, `=` before a date."""
    terms = parse(text).terms
    return [f"{'!' * t.negated}{t.date and '='}{t.date or ' '.join(t.tokens)}" for t in terms]


def filters_of(text: str) -> list[tuple[str, str, str]]:
    """The filters of a query: field (with `!` where negated), value, date."""
    return [(f"{'!' * f.negated}{f.field}", f.value, f.date) for f in parse(text).filters]


def parsed(text: str) -> Query | QueryError:
    try:
        return parse(text)
    except QueryError as error:
        return error


def refused(text: str) -> QueryError:
    found = parsed(text)
    assert isinstance(found, QueryError)
    return found


# --- words ---


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("kallas manila", ["kallas", "manila"]),
        ("  Kallas\t MANILA\u3000", ["kallas", "manila"]),
        ("high-tech", ["high", "tech"]),
        ("U.S. O'Brien's 1,000", ["us", "obrien", "1000"]),
        ("Pierre Méchain", ["pierre", "mechain"]),
        ("石破茂 いしば", ["石破茂", "いしば"]),
        ("日EU協定", ["日", "eu", "協定"]),
        ("376.7", ["376.7"]),
        ("12:30", ["12", "30"]),
        ("F-X or f-2?", ["f x", "f 2"]),  # parts too short to be looked for one by one
        ("x-ray co-op C-130J", ["x", "ray", "co", "op", "c 130j"]),
        ("€326bn 1.5tn 5mn", ["326bn", "1.5tn", "5mn"]),
        ("gold 2 per cent silver", ["gold", "2 per cent", "silver"]),
        ("C++ & co.", ["c", "co"]),
        ("5%", ["5%"]),
        ("https://example.org/x?b=c:d", ["https", "example", "org", "x", "b", "c", "d"]),
        ("(kallas)", ["kallas"]),
        ("", []),
        (" ", []),
        ('"', []),
        ('""', []),
        ("!", []),
        ("! !! !", []),
        ('!"', []),
        ("- – — … ?", []),
        ('"high', ["high"]),
        ("\x00\x1b", []),
    ],
)
def test_words_are_what_search_looks_for(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms
    assert parse(text).empty == (not terms)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ('"high-tech arena"', ["high tech arena"]),
        ('kallas "dual-use systems', ["kallas", "dual use systems"]),
        ('"kallas"', ["kallas"]),
        ('"industry dialogue"manila', ["industry dialogue", "manila"]),
        ("!korea", ["!korea"]),
        ("summit !korea !china", ["summit", "!korea", "!china"]),
        ('!"north korea"', ["!north korea"]),
        ("!dual-use", ["!dual use"]),
        ("!!korea", ["!korea"]),
    ],
)
def test_phrases_stay_together_and_an_exclamation_mark_says_not(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


def test_several_words_are_a_phrase_but_a_date_is_not() -> None:
    phrase, word, date = parse('"high tech" "arena" nov 2024').terms
    assert (phrase.phrase, word.phrase, date.phrase) == (True, False, False)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("“high-tech arena”", ["high tech arena"]),
        ("«high tech» kallas", ["high tech", "kallas"]),
        ("„high tech“", ["high tech"]),
        ("“high tech", ["high tech"]),
        ("「石破」", ["石破"]),
        ("kallas -manila", ["kallas", "!manila"]),
        ('kallas -"north korea"', ["kallas", "!north korea"]),
        ("kallas NOT manila", ["kallas", "!manila"]),
        ("NOT kallas", ["!kallas"]),
        ("NOT !kallas", ["!kallas"]),
        ("kallas not manila", ["kallas", "not", "manila"]),
        ("high-tech", ["high", "tech"]),
        ("-5", ["5"]),
        ("NOT", ["not"]),
        ("kallas NOT", ["kallas", "not"]),
        ("kallas -", ["kallas"]),
        ("fight*", ["fight"]),
        ("kallas ! manila", ["kallas", "!manila"]),
        ("! manila", ["!manila"]),
        ('kallas ! "north korea"', ["kallas", "!north korea"]),
        ("kallas! manila", ["kallas", "manila"]),
        ("kallas !", ["kallas"]),
        ("kallas - manila", ["kallas", "manila"]),  # a dash
    ],
)
def test_signs_of_other_search_lines_are_obeyed(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("kallas -manila", (("-manila", "!manila"),)),
        ("-kind:event x", (("-kind:event", "!kind:event"),)),
        ("x NOT manila", (("NOT manila", "!manila"),)),
        ("x NOT kind:event", (("NOT kind:event", "!kind:event"),)),
        ("x ! manila", (("! manila", "!manila"),)),
        ("! kind:event", (("! kind:event", "!kind:event"),)),
        ("! !! !", ()),
        ("*tion", (("*tion", "tion"),)),
        ("w?ld", (("w?ld", "w ld"),)),
        ("fight*", ()),
        ("!manila", ()),
        ("who is it?", ()),
    ],
)
def test_a_sign_is_told_as_it_is_written_here(text: str, signs: tuple[tuple[str, str], ...]) -> None:
    assert parse(text).signs == signs


def test_a_negated_field_is_kept_by_either_sign_and_fails_at_its_column() -> None:
    assert filters_of("x -kind:event NOT status:planned") == [("!kind", "event", ""), ("!status", "planned", "")]
    for text, column in (("x -knd:y", 3), ("x NOT knd:y", 6)):
        assert refused(text).column == column


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("kallas OR borrell", [["kallas"], ["borrell"]]),
        ("kallas or borrell korea", [["kallas", "korea"], ["borrell", "korea"]]),
        ("kallas|borrell", [["kallas"], ["borrell"]]),
        ("a1 || b1 | c1", [["a1"], ["b1"], ["c1"]]),
        ("korea kallas | borrell !tokyo", [["korea", "kallas", "!tokyo"], ["korea", "borrell", "!tokyo"]]),
        ("f-x or gcap", [["f x"], ["gcap"]]),
        ("kallas or !manila", [["kallas"], ["!manila"]]),
        ("kallas or -manila korea", [["kallas", "korea"], ["!manila", "korea"]]),
        ("2024 or 2025", [["2024"], ["2025"]]),
        ("nov 2024 or 1 dec 2024 tokyo", [["nov 2024", "tokyo"], ["1 dec 2024", "tokyo"]]),
        ("2024 or later", []),  # a date
        ("5 percent or 2 per cent", [["5 percent"], ["2 per cent"]]),
        ("or", []),
        ("kallas or", []),
        ("| kallas", []),
        ("is it kallas or borrell", []),
        ('"kallas or borrell"', []),
    ],
)
def test_or_stands_between_the_words_beside_it(text: str, ways: list[list[str]]) -> None:
    found = [[f"{'!' * term.negated}{' '.join(term.tokens)}" for term in way.terms] for way in parse(text).either]
    assert found == ways


def test_or_stands_between_fields_as_between_words() -> None:
    ways = parse("is:planned or !kind:event kallas").either
    assert [[(one.field, one.value, one.negated) for one in way.filters] for way in ways] == [
        [("is", "planned", False)],
        [("kind", "event", True)],
    ]
    assert [[term.text for term in way.terms] for way in ways] == [["kallas"], ["kallas"]]


# --- questions ---


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("who is kallas", ["kallas"]),
        ("When does it enter into force?", ["enter", "force"]),
        ("what's the spa", ["spa"]),
        ("who", ["who"]),
        ("who is that", ["who", "is", "that"]),
        ("who !korea", ["!korea"]),
        ("the 2024", ["=2024"]),
        ('"who is"', ["who is"]),
    ],
)
def test_words_of_a_question_are_dropped_where_something_else_was_typed(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


@pytest.mark.parametrize(
    ("text", "terms", "asks"),
    [
        ("who is kallas", ["kallas"], {"who", "person"}),
        ("what is the spa", ["spa"], set()),
        ("who is paying for it", ["paying"], {"who"}),
        ("who meets in bonn", ["meets", "bonn"], {"who", "fact"}),
        ("how much does norway pay", ["norway", "pay"], {"much", "fact"}),
        ("much ado", ["much", "ado"], {"much"}),
        ("when did it enter into force", ["enter", "force"], {"when", "fact"}),
        ("what happened in bonn", ["bonn"], {"happen"}),
        ("what may japan export", ["japan", "export"], {"fact"}),
        ("theresa may", ["theresa", "may"], set()),
        ("f-x or gcap", ["f x", "gcap"], {"or"}),
        ("the european commission", ["european", "commission"], set()),
        ("is coal banned", ["coal", "banned"], {"fact"}),
        ("what did kallas say about china", ["kallas", "china"], {"say", "fact"}),
        ("who said that", ["said"], {"who", "say", "fact"}),
        ("say yes", ["say", "yes"], set()),
        ("where do the articles differ", [], {"where", "differ"}),
        ("where do the articles differ on gcap", ["gcap"], {"where", "differ"}),
        ("differ", ["differ"], set()),
        ("how much does japan spend", ["japan", "spend"], {"much", "fact"}),
        ("why does japan spend more", ["japan", "spend", "more"], {"why", "fact"}),
        ("how big is the loan", ["loan"], {"much"}),
        ("how long does the survey take", ["survey", "take"], {"much", "fact"}),
        ("how many people live there", ["people", "live"], {"many", "fact"}),
        ("which companies build it", ["build"], {"company"}),
        ("which other european countries joined", ["other", "european", "joined"], {"country", "fact"}),
        ("which treaty was signed", ["signed"], {"agreement"}),
        ("company", ["company"], set()),
        ("who runs the bureau", ["runs", "bureau"], {"who", "runs"}),
        ("who runs", ["runs"], {"who"}),
        ("what is planned for tokyo", ["tokyo"], {"planned"}),
        ("what comes next in tokyo", ["tokyo"], {"planned"}),
        ("planned summit", ["planned", "summit"], set()),
        ("what changed in tokyo", ["tokyo"], {"change"}),
        ("whats planned for tokyo", ["tokyo"], {"planned"}),
        ("whos kallas", ["kallas"], {"who", "person"}),
        ("where were the talks held", ["talks"], {"where"}),
        ("what is the new rule", ["new", "rule"], set()),
        ("what does kallas want", ["kallas", "want"], {"say", "fact"}),
        ("what does kallas think of china", ["kallas", "china"], {"say", "fact"}),
    ],
)
def test_a_question_says_what_it_asks_for(text: str, terms: list[str], asks: set[str]) -> None:
    assert terms_of(text) == terms
    assert parse(text).asks == asks


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        ("what is planned", "is:planned", "planned"),
        ("what comes next", "is:planned", "comes next"),
        ("what changed", "is:happened", "changed"),
        ("what's new", "is:happened", "new"),
        ("what happened", "is:happened", "happened"),
        ("where do the articles differ", "kind:tension", "articles differ"),
        ("do the sources contradict each other", "", ""),
        ("planned", "", ""),
        ("happened", "", ""),
        ("what happened last month", "", ""),
        ("what is planned kind:summit", "kind:summit", ""),
    ],
)
def test_a_question_that_says_nothing_else_is_read_as_a_field_and_told(text: str, field: str, told: str) -> None:
    query = parse(text)
    assert [f"{one.field}:{one.value}" for one in query.filters] == ([field] if field else [])
    assert query.signs == (((told, field),) if told else ())


def test_words_of_a_question_are_dropped_beside_a_field() -> None:
    asks = frozenset({"who"})
    query = Query("who is kind:person", (), (Filter("kind", "person", 7),), asks, unsaid=((7, 18),))
    assert parse("who is kind:person") == query


def test_the_words_of_a_question_are_folded_words() -> None:
    assert all(terms_of(word) == [word] for word in QUESTION)


# --- dates ---


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("2024", ["=2024"]),
        ("2024-11-01", ["=2024-11-01"]),
        ("summit 2025", ["summit", "=2025"]),
        ("mar 2019 kilogram", ["=2019-03", "kilogram"]),
        ("1 november 2024", ["=2024-11-01"]),
        ("november 1st, 2024", ["=2024-11-01"]),
        ("early 2026", ["=2026-33~"]),
        ("by 2040 nato", ["=../2040", "nato"]),
        ("since 2022", ["=2022/.."]),
        ("2024 2025", ["=2024", "=2025"]),
        ("from 1 november 2024 to 3 december 2024", ["=2024-11-01/2024-12-03"]),
        ("in 2024", ["=2024"]),
        ("!2024", ["!=2024"]),
        ("!2024 summit", ["!=2024", "summit"]),
        ("may", ["may"]),
        ("march", ["march"]),
        ("may 2024", ["=2024-05"]),
        ('"may 2024"', ["may 2024"]),
        ("!may 2024", ["!may", "=2024"]),
        ("1.11.2024", ["=2024-11-01"]),
        ("99", ["99"]),
        ("2024-13", ["2024", "13"]),
        ("before nov 2024 tokyo", ["=../2024-10-31", "tokyo"]),
        ("summit between 2024 and 2026", ["summit", "=2024/2026"]),
        ("until 2025", ["=../2025"]),
        ("30 Oct – 2 Nov 2024", ["=2024-10-30/2024-11-02"]),
        ("first half of 2024 summit", ["=2024-40", "summit"]),
        ("13/11/2024", ["=2024-11-13"]),
        ("today", ["=2025-09-01"]),
        ("today's", ["today"]),
        ("what happened last november", ["=2024-11"]),
        ("this year summit", ["=2025", "summit"]),
        ("nov 1", ["=XXXX-11-01"]),
        ("in november", ["=XXXX-11"]),
        ("on friday kallas", ["=XXXX-W5", "kallas"]),
        ("since march", ["=2025-03/.."]),
        ("by may", ["may"]),
        ("!november", ["!november"]),
        ('"november"', ["november"]),
        ("this summit", ["summit"]),
        ("last agreement", ["last", "agreement"]),
        ("12345", ["12345"]),
        ("between kallas and 2024", ["between", "kallas", "=2024"]),
        ("２０２４", ["2024"]),
    ],
)
def test_dates_are_read_as_people_write_them_the_longest_run_of_words_first(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


def test_a_year_and_two_figures_have_both_their_readings() -> None:
    (term,) = parse("2020-22").terms
    assert term.dates == ("2020/2022", "2020-22")
    assert refused("on:2020-22").column == 3


def test_a_day_in_figures_has_both_its_readings_and_they_are_told() -> None:
    (term,) = parse("01/11/2024").terms
    assert term.dates == ("2024-11-01", "2024-01-11")
    assert [one.dates for one in parse("flood 13-11-2024").terms if one.date] == [("2024-11-13",)]
    assert refused("on:01/11/2024").column == 3


@settings(deadline=None, max_examples=60)
@given(st.dates(date(1000, 1, 1)), st.sampled_from(["{0.day} {1} {2:04}", "{1} {0.day}, {2:04}", "{0}"]))
def test_any_day_that_is_typed_among_words_is_that_day(day: date, form: str) -> None:
    typed = form.format(day, day.strftime("%B"), day.year)
    terms = parse(f"kallas {typed} tokyo").terms
    assert [term.date for term in terms] == ["", day.isoformat(), ""]
    assert terms[1].column == len("kallas ")


# --- columns ---


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("kallas  manila", [0, 8]),
        ("high-tech", [0, 5]),
        ('  "a phrase" !not', [2, 13]),
        ("see https://xy.org/z", [0, 4, 12, 15, 19]),
        ("tokyo nov 2024", [0, 6]),
        ("kind:person  kallas", [13]),
    ],
)
def test_each_term_knows_its_column(text: str, columns: list[int]) -> None:
    assert [term.column for term in parse(text).terms] == columns


def test_a_term_is_told_as_it_was_typed() -> None:
    assert [term.text for term in parse("Méchain NOV 2024 “Arc”").terms] == ["Méchain", "NOV 2024", "Arc"]


# --- fields ---


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("kind:person", [("kind", "person", "")]),
        ("KIND:Person", [("kind", "Person", "")]),
        ("!kind:person", [("!kind", "person", "")]),
        ('actor:"european union"', [("actor", "european union", "")]),
        ('actor:"european union', [("actor", "european union", "")]),
        ("source:afp agreement:spa", [("source", "afp", ""), ("agreement", "spa", "")]),
        ("from:2024", [("from", "2024", "2024")]),
        ('to:"nov 2024"', [("to", "nov 2024", "2024-11")]),
        ("on:2024-11-01", [("on", "2024-11-01", "2024-11-01")]),
        ("is:planned has:value", [("is", "planned", ""), ("has", "value", "")]),
        ("is:PL", [("is", "PL", "")]),
        ("text:a:b", [("text", "a:b", "")]),
        ('kind:" person "', [("kind", "person", "")]),
    ],
)
def test_fields_and_their_values(text: str, filters: list[tuple[str, str, str]]) -> None:
    assert filters_of(text) == filters


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_whose_value_is_still_to_be_typed_asks_nothing_yet(field: str) -> None:
    for text in (f"{field}:", f"{field}: ", f'{field}:"', f"!{field}:"):
        assert parse(text).empty
        assert terms_of(f"kallas {text}") == ["kallas"]


def test_a_field_without_a_value_before_something_else_is_told() -> None:
    error = refused("kallas kind: person")
    assert (str(error), error.column) == ("kind: has no value", 12)
    assert "kind:…" in error.advice


@pytest.mark.parametrize(
    ("text", "column", "nearest"),
    [("knd:x", 0, "kind:"), ("tokyo  speker:abe", 7, ""), ("!statis:x", 1, "status:"), ("ACTR:x", 0, "actor:")],
)
def test_an_unknown_field_is_told_at_its_column_with_the_nearest(text: str, column: int, nearest: str) -> None:
    error = refused(text)
    assert error.column == column
    assert text.lower()[column : text.index(":")] in str(error)
    if nearest:
        assert f"did you mean {nearest}" in error.advice
    else:
        assert all(f"{field}:" in error.advice for field in FIELDS)


@pytest.mark.parametrize(("text", "column"), [("from:soon", 5), ("kallas to:2024-13", 10), ('!on:"31 june 2024"', 4)])
def test_a_bad_date_is_told_at_its_column(text: str, column: int) -> None:
    error = refused(text)
    assert "is not a date" in str(error)
    assert error.column == column
    assert "2024-11" in error.advice


@pytest.mark.parametrize(
    ("text", "date", "rest"),
    [
        ("from:nov 2024 kallas", "2024-11", ["kallas"]),
        ("kallas to:1 Nov 2024", "2024-11-01", ["kallas"]),
        ("on:summer 2024", "2024-22", []),
        ("from:2024 nov 3", "2024", ["nov 3"]),  # a date by itself is all of the value
        ('from:2024 "may 2025"', "2024", ["may 2025"]),
    ],
)
def test_a_date_of_several_words_is_the_value_of_its_field(text: str, date: str, rest: list[str]) -> None:
    query = parse(text)
    assert [item.date for item in query.filters] == [date]
    assert [term.text for term in query.terms] == rest


@pytest.mark.parametrize("text", ["from:nov kallas", "from:1 is:coming", 'from:nov "2024"', "from:nov !2024"])
def test_words_that_make_no_date_with_it_are_not_taken_into_a_field(text: str) -> None:
    assert "is not a date" in str(refused(text))


@pytest.mark.parametrize(("text", "allowed"), [("is:big", IS), ("has:cheese", HAS)])
def test_what_a_field_does_not_know_is_told_with_what_it_knows(text: str, allowed: tuple[str, ...]) -> None:
    error = refused(text)
    assert error.column == text.index(":") + 1
    assert all(word in error.advice for word in allowed)


def test_every_word_of_is_and_has_can_be_typed_from_its_beginning() -> None:
    for field, allowed in (("is", IS), ("has", HAS)):
        for word in allowed:
            for length in range(1, len(word) + 1):
                assert filters_of(f"{field}:{word[:length]}") == [(field, word[:length], "")]


# --- whatever is typed ---

PIECES = st.sampled_from(
    ["kallas", "!", '"', ":", "kind:", "from:", "on:", "http://", "2024", "nov", "/", "-", " ", "  ", "～", "石破", "²"]
)


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@example("!:")
@example('a"b"c"')
@example("//")
@example("İ:x")
@given(st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=10).map("".join)))
def test_whatever_is_typed_is_a_query_or_an_error_with_a_column_in_it(text: str) -> None:
    query = parsed(text)
    if isinstance(query, QueryError):
        assert 0 <= query.column <= len(text)
        assert str(query)
        assert query.advice
        return
    assert query.text == text
    for term in query.terms:
        assert term.tokens
        assert 0 <= term.column < len(text)
        if term.date:
            edtf.bounds(term.date)
    for item in query.filters:
        assert item.field in FIELDS
        assert item.value
        assert bool(item.date) == (item.field in ("from", "to", "on"))


@pytest.mark.slow
@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(["kallas", "tokyo", "high-tech", "石破", "who"]), min_size=1, max_size=5))
def test_white_space_means_nothing(typed: list[str]) -> None:
    assert [term.tokens for term in parse(" ".join(typed)).terms] == [
        term.tokens for term in parse("\u3000\t ".join(typed) + "\n").terms
    ]


def test_a_term_of_one_word_is_no_phrase_even_when_not_wanted() -> None:
    assert not Term("korea", 0, ("korea",), negated=True).phrase


@pytest.mark.parametrize("sign", ["x", "日", "1", '"', "a-", "japan "])
def test_what_is_longer_than_any_question_is_told_so_where_it_becomes_too_long(sign: str) -> None:
    with pytest.raises(QueryError, match="too many") as caught:
        parse(sign * (LONGEST + 1))
    assert caught.value.column <= LONGEST


def test_a_word_that_is_typed_many_times_is_one_typed_twice() -> None:
    assert terms_of("duran duran duran !duran duran") == ["duran", "duran", "!duran"]


def test_what_is_said_are_the_words_without_fields_where_they_were_typed() -> None:
    assert parse("how many kind:figure lamps !wet").said == "how many             lamps     "
    assert parse("known:2024 who leads it").said == "           who leads it"
    assert parse("kind:figure who leads it").asked
    assert parse("kind:figure !wet").said == "kind:figure !wet"
    assert parse("lamps").said == "lamps"
