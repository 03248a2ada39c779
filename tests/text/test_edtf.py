"""Dates: text in; bounds, order and words out. The edtf library is the oracle for bounds."""

from __future__ import annotations

import math
import random
import re
from datetime import date, timedelta
from itertools import product

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eujdef_tui.text import edtf
from eujdef_tui.text.edtf import MAX, MIN, DateError, bounds, in_english, parse, sort_key

quick = settings(deadline=None, max_examples=150, database=None)

YEARS = st.integers(1000, 2999).map(str)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(str)
MONTHS = DAYS.map(lambda day: day[:7])
VAGUE = st.builds("{}{}".format, YEARS, st.sampled_from(["-XX", "-XX-XX", "-05-XX"]))
TENS = YEARS.map(lambda y: y[:3] + "X") | YEARS.map(lambda y: y[:2] + "XX")
PARTS = st.builds("{}-{}".format, YEARS, st.sampled_from([*range(21, 25), *range(33, 42)]))
SIGNS = st.sampled_from(["", "", "~", "?", "%"])
SIDES = st.builds("{}{}".format, YEARS | MONTHS | DAYS | VAGUE | TENS | PARTS, SIGNS)
ENDS = st.sampled_from(["", ".."])


def interval(a: str, b: str) -> str:
    """The two as an interval, whichever way round it is possible."""
    ends = {a, b} & {"", ".."}
    return f"{a}/{b}" if ends or bounds(a)[0] <= bounds(b)[1] else f"{b}/{a}"


TEXTS = SIDES | st.builds(interval, SIDES, SIDES | ENDS) | st.builds(interval, ENDS, SIDES)

# Every form of one date, for years that are easily confused; and intervals of them.
FORMS = ["", "-01", "-11", "-11-01", "-11-30", "-12-02", "-XX", "-11-XX"]
FORMS += [f"-{part}" for part in (*range(21, 25), *range(33, 42))]
SINGLE = [y + form for form in FORMS for y in ("0001", "0843", "1900", "1999", "2000", "2024", "2025")]
SINGLE += "-0044 -0043 -0043-12 190X 200X 198X 19XX 20XX 000X 012X -012X Y12345".split()
PAIRS = [interval(a, b) for a, b in product([*SINGLE[::2], "..", ""], SINGLE[::3])]

# text, first day, last day, words
TABLE = """
2024                    20240101  20241231  2024
2024-11                 20241101  20241130  Nov 2024
2024-11-01              20241101  20241101  1 Nov 2024
2024-11-01T23:30:00Z    20241101  20241101  1 Nov 2024
198X                    19800101  19891231  1980s
190X                    19000101  19091231  1900s (decade)
19XX                    19000101  19991231  1900s (century)
2024-11-XX              20241101  20241130  Nov 2024
2024~                   20240101  20241231  about 2024
2025-07-23~             20250723  20250723  about 23 Jul 2025
2025-07-23?             20250723  20250723  perhaps 23 Jul 2025
2024%                   20240101  20241231  perhaps about 2024
2024-21                 20240301  20240531  spring 2024
2024-24                 20241201  20250228  winter 2024–25
1999-24                 19991201  20000229  winter 1999–2000
2026-33                 20260101  20260331  Q1 2026
2026-33~                20260101  20260331  early 2026
2026-33%                20260101  20260331  perhaps early 2026
2026-34~                20260401  20260630  about Q2 2026
2026-36~                20261001  20261231  late 2026
2026-01~/2026-03~       20260101  20260331  early 2026
2026-04~/2026-09~       20260401  20260930  mid 2026
2026-10~/2026-12~       20261001  20261231  late 2026
2026-01~/2026-02~       20260101  20260228  about Jan – about Feb 2026
2026-34~/2026-35~       20260401  20260930  mid 2026
2026-40                 20260101  20260630  first half of 2026
2024-11-01/2024-11-03   20241101  20241103  1–3 Nov 2024
2024-11-30/2024-12-02   20241130  20241202  30 Nov – 2 Dec 2024
2024-11/2025-01         20241101  20250131  Nov 2024 – Jan 2025
2024/2026               20240101  20261231  2024–2026
2024/2024-03            20240101  20240331  2024 – Mar 2024
2024~/2026              20240101  20261231  about 2024 – 2026
2024-11-01~/2024-11-03~ 20241101  20241103  about 1 – about 3 Nov 2024
2024/2024               20240101  20241231  2024
2022/..                 20220101  MAX       2022 or later
2022/                   20220101  MAX       from 2022, end unknown
../2035                 MIN       20351231  by 2035
/2035                   MIN       20351231  to 2035, start unknown
0843                    8430101   8431231   843 CE
0001-24                 11201     20228     winter 1–2 CE
0000                    101       1231      1 BCE
-0043                   -429899   -428769   44 BCE
-0044/-0043             -439899   -428769   45–44 BCE
-012X                   -1289899  -1198769  130–121 BCE
Y12345                  123450101 123451231 12345
""".strip().splitlines()


@pytest.mark.parametrize(("text", "lo", "hi", "said"), [row.split(maxsplit=3) for row in TABLE])
def test_a_date_has_the_bounds_and_the_words_of_the_table(text: str, lo: str, hi: str, said: str) -> None:
    named = {"MIN": MIN, "MAX": MAX}
    assert bounds(text) == (named.get(lo) or int(lo), named.get(hi) or int(hi))
    assert in_english(text) == said


def test_what_has_no_date_says_so_and_lies_nowhere() -> None:
    assert in_english("") == "undated"
    assert edtf.year("") is None
    assert not edtf.overlaps("", "1000/..")
    assert not edtf.overlaps("", "")
    assert edtf.days("") > edtf.days("2024/..")


WRONG = """
2023-02-29           8   not 29
2024-11-00           8   not 00
2024-13              5   no month 13
2024-1               4   “-1” cannot follow “2024”
2024-21-01           7   cannot follow “2024-21”
1985-XX-25           7   cannot follow “1985-XX”
201X-11              4   cannot follow “201X”
2024/2025-1          9   cannot follow “2025”
2024~-11             5   only at the end
1XXX                 0   no year of four digits
Y2024                0   no year of four digits
-0000                0   no year of four digits
Nov-2024             0   write 2024, 2024-11 or 2024-11-01
２０２４             0   no year of four digits
2024-11-01/2024-10   11  write 2024-10/2024-11-01
2024/2024-02-30      13  days 01 to 29
2024/soon            5   “soon” is no year
2024/2025/2026       9   one “/”
/                    0   a date on one side
../..                0   a date on one side
""".strip().splitlines()


@pytest.mark.parametrize(("text", "column", "said"), [line.split(maxsplit=2) for line in WRONG])
def test_a_wrong_date_is_refused_where_it_goes_wrong(text: str, column: str, said: str) -> None:
    with pytest.raises(DateError, match=re.escape(said)) as caught:
        parse(text)
    assert caught.value.column == int(column)


@pytest.mark.parametrize("text", ["", " ", "2024 ", "2024\n", "..", "9" * 5000, "soon" * 999, "Y" + "9" * 5000])
def test_what_is_no_date_is_refused_briefly(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert len(str(caught.value)) < 120


def test_the_sides_and_signs_of_a_date_are_kept() -> None:
    found = parse("2024-11~/2025?")
    assert (found.start, found.end, found.approximate, found.uncertain) == ("2024-11~", "2025?", True, True)
    assert (parse("2024~").approximate, parse("2024~").uncertain) == (True, False)
    assert (parse("2024?").approximate, parse("2024?").uncertain) == (False, True)
    assert (parse("2024%").approximate, parse("2024%").uncertain) == (True, True)


ANY_YEAR = st.integers(-9999, 9999).filter(bool).map(lambda y: f"-{-y:04}" if y < 0 else f"{y:04}")
ANY_MONTH = st.builds("{}-{:02}".format, ANY_YEAR, st.integers(1, 12))
WHOLE = st.builds("{}{}".format, ANY_YEAR | ANY_MONTH | ANY_MONTH.map("{}-28".format) | DAYS, SIGNS)
SEASONS = st.builds("{}-{}".format, ANY_YEAR, st.integers(21, 23))
LONG = st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 9_999_999_999))
TIMES = st.builds("{}T23:59:59{}".format, DAYS, st.sampled_from(["", "Z", "+09:00"]))
DECADES = ANY_YEAR.map(lambda y: y[:-1] + "X") | ANY_YEAR.map(lambda y: y[:-2] + "XX")
OPEN = WHOLE.map("{}/..".format) | WHOLE.map("../{}".format)
BOTH = st.builds(interval, WHOLE | SEASONS, WHOLE | SEASONS)


def oracle(text: str) -> tuple[int, int]:
    found = parse_edtf(text)
    lo, hi = found.lower_strict(), found.upper_strict()
    return (
        MIN if lo == -math.inf else lo.tm_year * 10_000 + lo.tm_mon * 100 + lo.tm_mday,
        MAX if hi == math.inf else hi.tm_year * 10_000 + hi.tm_mon * 100 + hi.tm_mday,
    )


@pytest.mark.slow
@quick
@given(WHOLE | DECADES | VAGUE | SEASONS | LONG | TIMES | OPEN | BOTH)
@example("0000-02")
@example("-0100-02")
def test_bounds_are_those_of_the_edtf_library(text: str) -> None:
    assert bounds(text) == oracle(text)


KNOWN = {
    "winter ends with its year there": ("2024-24", (20241201, 20250228), (20241201, 20241231)),
    "an unknown end is ten years on there": ("2024/", (20240101, MAX), (20240101, 20340101)),
    "an unknown start is ten years back there": ("/2024", (MIN, 20241231), (20141231, 20241231)),
}


@pytest.mark.parametrize(("text", "ours", "theirs"), KNOWN.values(), ids=KNOWN)
def test_a_known_difference_from_edtf_still_stands(text: str, ours: object, theirs: object) -> None:
    assert (bounds(text), oracle(text)) == (ours, theirs)


@quick
@given(st.dates(), st.integers(0, 100_000))
def test_a_span_counts_the_days_of_the_calendar(first: date, more: int) -> None:
    last = first + timedelta(min(more, (date.max - first).days))
    lo, hi = (day.year * 10_000 + day.month * 100 + day.day for day in (first, last))
    assert edtf.span(lo, hi) == (last - first).days + 1


def test_a_timeline_reads_in_this_order() -> None:
    timeline = [
        "-0043", "198X", "1985", "2023-12-31", "2023/2025", "2024-01/2024-12", "2024-11-01", "2024-11-01~",
        "2024-11-01/2024-11-03", "2024-11-01/..", "2024-11-30", "2024-11-30~", "2024-11-30/2024-12-01",
        "2024-11", "2024-11~", "2024-23",
        "2024-12-31", "2024-12", "2024-24", "2024-36", "2024", "2024?", "2024/2026", "2024/..",
        "2025-01-01", "2026-33~", "2026-34~/2026-35~", "2026-36~", "2026", "2034", "2035", "../2035", "2036-01", "",
    ]  # fmt: skip
    shuffled = random.Random(1).sample(timeline, len(timeline))
    assert sorted(shuffled, key=sort_key) == timeline


@pytest.mark.slow
@quick
@given(TEXTS, TEXTS)
def test_what_ends_before_another_begins_stands_before_it(a: str, b: str) -> None:
    if bounds(a)[1] < bounds(b)[0]:
        assert sort_key(a) < sort_key(b) < sort_key("")


@pytest.mark.slow
@quick
@given(TEXTS)
def test_a_date_stands_within_its_bounds_under_its_year(text: str) -> None:
    lo, hi = bounds(text)
    place, _ = sort_key(text)
    assert lo <= place <= hi
    assert edtf.year(text) == place // 10_000 == (hi if lo == MIN else lo) // 10_000


def test_of_two_that_start_together_the_more_precise_comes_first_and_the_doubtful_after() -> None:
    together = [(a, b) for a, b in product(SINGLE, SINGLE) if bounds(a)[0] == bounds(b)[0]]
    finer = [(a, b) for a, b in together if edtf.days(a) < edtf.days(b)]
    assert len(finer) > 100
    for a, b in finer:
        assert sort_key(a) < sort_key(f"{a}~") < sort_key(b) < sort_key(f"{b}?"), (a, b)


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [("2024", "2024-11-01", True), ("2024-24", "2025-02", True), ("2024-24", "2025-03", False),
     ("../2035", "1999", True), ("2022/..", "2021", False), ("2024-11-01", "2024-11-02", False),
     ("2024", "2024-12-31", True)],
)  # fmt: skip
def test_dates_overlap_where_some_day_may_be_in_both(a: str, b: str, answer: bool) -> None:
    assert edtf.overlaps(a, b) is edtf.overlaps(b, a) is answer


@pytest.mark.slow
@quick
@given(TEXTS)
def test_words_say_no_month_or_day_that_was_not_written_and_every_doubt_that_was(text: str) -> None:
    said = in_english(text)
    bare = re.sub(r"(?<=\d{4})–\d\d\b", "", said)  # the second year of a winter
    assert len(re.findall(r"\b[A-Z][a-z]{2}\b", said)) <= len(re.findall(r"\d{4}-(?:0\d|1[012])", text))
    assert len(re.findall(r"\b\d{1,2}\b", bare)) <= len(re.findall(r"\d{4}-\d\d-\d\d", text))
    found = parse(text)
    assert found.approximate == bool(re.search(r"\b(?:about|early|mid|late)\b", said))
    assert found.uncertain == ("perhaps" in said)


def test_the_same_words_never_stand_for_different_bounds() -> None:
    said: dict[str, tuple[int, int]] = {}
    for text in (*SINGLE, *PAIRS, *(text + sign for text in SINGLE for sign in "~?%")):
        assert said.setdefault(in_english(text), bounds(text)) == bounds(text), text


def test_a_date_fits_its_column() -> None:
    usual = ["2025-07-23~", "2022-11/..", "../2035-12-31", "2024-33~"]
    assert max(len(in_english(text)) for text in (*SINGLE, *usual)) <= 22


def test_today_is_the_day_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EUJDEF_TODAY", "2025-07-23")
    assert edtf.today() == 20250723


@pytest.mark.parametrize("day", ["", "2025-02-29", "soon"])
def test_today_is_else_the_day_of_the_clock(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("EUJDEF_TODAY", day)
    before = int(f"{date.today():%Y%m%d}")
    assert before <= edtf.today() <= int(f"{date.today():%Y%m%d}")


@pytest.mark.parametrize("day", ["2024", "2024-11", "2024-11-01"])
@pytest.mark.parametrize("sign", ["~", "?", "%"])
def test_a_sign_of_doubt_is_told_and_changes_no_bound(day: str, sign: str) -> None:
    assert bounds(day + sign) == bounds(day)
    assert in_english(day + sign) == edtf.DOUBT[sign] + in_english(day)


@pytest.mark.parametrize("text", ["~", "2024~~", "2024-13?", "2024-11-31%", "2024~-11"])
def test_a_sign_of_doubt_makes_no_date_of_what_is_none(text: str) -> None:
    with pytest.raises(DateError):
        bounds(text)
