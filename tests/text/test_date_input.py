"""A date is read as people type it, and as the program writes it; what has two readings is left alone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eujdef_tui.text.date_input import _FIGURES, both_readings, from_words, may_be_in_date
from eujdef_tui.text.edtf import bounds, in_english, parse
from eujdef_tui.text.spoken_dates import day_after, falls_in, forms_of, in_words, yearless
from tests.text.test_edtf import DAYS, MONTHS, PAIRS, SIGNS, SINGLE, TEXTS, YEARS, quick

TODAY = 20261129  # a Sunday

# EDTF: what people type for it
TYPED = """
2024: 2024; of 2024
2024-11: nov 2024; November 2024; Nov. 2024; 2024 nov;  2024-11
2024-09: sept 2024; Sep 2024
2024-11-01: 1 nov 2024; Nov 1 2024; November 1, 2024; 1st of November, 2024; 2024 nov 1; 2024-11-01
202X: 2020s; 202x
2024/..: 2024/..; from 2024; since 2024; after 2024; 2024 or later
2022-11/..: since Nov 2022
../2040: by 2040
../0999: before 1000; before 1000 ce
../-0044: before 44 bce
../2029: before 2030
2026-33~: early 2026; Early-2026
2026-34~/2026-35~: mid 2026; Mid-2026
2031-36~: late 2031
2025-35: q3 2025; 2025 Q3
2025-22: summer 2025; Summer of 2025
2025-23: autumn 2025; fall 2025
2024-24: winter 2024-25; winter 2024–2025
2024/2026: 2024-2026; 2024–2026; 2024 to 2026; from 2024 to 2026; 2024 - 2026
2024-11/2025-01: nov 2024 to jan 2025
2024~: about 2024
2024-11-01?: perhaps 1 nov 2024
2025-07-23~: ~23 Jul 2025; about 23 jul 2025†
../2025-06~: by ~Jun 2025
2026-33%: perhaps early 2026
../2024-10-31: before nov 2024; before 1 nov 2024; before 2024-11-01; before November 1, 2024; before 2024-11
../2024-05-31: before summer 2024; before june 2024
../2024-06-30: before q3 2024; before the second half of 2024
../2025: until 2025; till 2025; by 2025; up to 2025; before 2026
2024/2026: between 2024 and 2026; from 2024 until 2026; from 2024 - 2026
2024-03/2024-06: between march and june 2024; march to june 2024; mar–jun 2024; mar-jun 2024
2024-11-01/2024-11-03: 1–3 nov 2024; 1-3 Nov 2024; nov 1-3, 2024; between 1 and 3 november 2024; 1 to 3 nov 2024
2024-10-30/2024-11-02: 30 Oct – 2 Nov 2024; 30 oct - 2 nov 2024; from 30 october to 2 november 2024
2024-11/2024-12: nov–dec 2024
2024/2025: 2024-25; 2024–25
2024-11-01: 1.11.2024; 01.11.2024
2024-11-13: 13/11/2024; 11/13/2024; 13.11.2024; 13-11-2024; 2024/11/13; 2024/11/13
2024-01-01: 01/01/2024; 1/1/2024
2024-11-01: friday 1 nov 2024; Friday, November 1, 2024
-0043: 44 BCE; 44 bc
-0043-03-15: 15 Mar 44 BCE; march 15, 44 bc
0800: 800 ce; AD 800
2024-40: first half of 2024; h1 2024; the first half of 2024
2026-11-29: today; Today
2026-11-28: yesterday
2026-11-30: tomorrow
2026: this year
2025: last year
2026-12: next month
2026-36: this quarter
2026-11-16/2026-11-22: last week
2025-11: last november; previous november
2026-10: last october
2027-05: next may
2026-11-27: last friday
2026-12-04: next friday
2026-11-29: this sunday
2026-11-22: last sunday
2026-22: last summer
2025-24: last winter
2026-24: next winter
2026-11/..: since november
2026-05-03/..: since may 3
../2026-12-04: by friday
../2026-11-28: before today
2026-11-28/..: since yesterday
""".strip().splitlines()


@pytest.mark.parametrize(("meant", "typed"), [line.split(": ") for line in TYPED])
def test_what_a_person_types_is_read(meant: str, typed: str) -> None:
    for phrase in typed.split(";"):
        assert from_words(phrase, TODAY) == meant, phrase


UNREAD = """
november; may; 1 november; nov '24; of; ２０２４; 2024 - present; 2024 2025; early nov 2024
01/11/2024; 1/2024; 2024/25; winter 2024; winter 2024-26; winter 2024-35; 2021-22; 2021–22; 2021-22 to 2025
31 nov 2024; 2023-02-29; 2026 to 2024; by 2024 to 2026; by mid 2026; 2000s; 2020-22; 2019-41; friday 2 nov 2024
about 2024 to 2026; about 2024/2025; about 1 nov 2024 - 2026; ma 2024; by the end of 2024; last; this
next may 5; 1999-12-25-31
between 2 and 5; between 2024 and; before; until; before soon; 31/31/2024; 13/13/2024; 44; last monday of may
2024-25-26; friday 29 february 2023; before 29 feb 2023; monday 0 may 2024; by friday 31 april 2024
friday 0000-01-01; friday -0490-09-12
"""


@pytest.mark.parametrize("typed", re.split(r";\s*|\n", UNREAD))
def test_what_has_two_readings_or_none_is_left_alone(typed: str) -> None:
    assert from_words(typed) is None


@quick
@given(YEARS | MONTHS | DAYS | YEARS.map(lambda y: f"{y[:2]}8X"), SIGNS)
def test_a_day_month_year_or_decade_is_read_back_from_its_words(plain: str, sign: str) -> None:
    assert from_words(in_english(plain + sign)) == plain + sign


def same(text: str) -> None:
    """Our words for a date are read back as that date."""
    back = from_words(in_english(text))
    assert back is not None, text
    assert (bounds(back), in_english(back)) == (bounds(text), in_english(text))
    doubt, kept = parse(text), parse(back)
    assert (doubt.approximate, doubt.uncertain) == (kept.approximate, kept.uncertain)


@pytest.mark.slow
@settings(deadline=None, max_examples=500, database=None)
@given(TEXTS)
def test_every_date_that_we_write_is_read_back_as_the_same_date(text: str) -> None:
    same(text)


@pytest.mark.parametrize("sign", ["", "~", "?", "%"])
def test_halves_and_thirds_that_share_their_last_words_are_read_back(sign: str) -> None:
    for first, last in (("40", "41"), ("37", "38"), ("37", "39"), ("38", "39")):
        same(f"1000-{first}{sign}/1000-{last}{sign}")


@pytest.mark.counts_lines
@pytest.mark.slow
def test_dates_of_years_that_are_easily_confused_are_read_back_too() -> None:
    for text in (*SINGLE, *PAIRS[::3], *(text + sign for text in SINGLE for sign in "~?%")):
        same(text)


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("2020-22", ("2020/2022", "2020-22")),
        ("2021–22", ("2021/2022", "2021-22")),
        ("2019-41", ("2019/2041", "2019-41")),
        ("2030-22", None),  # years do not run backwards
        ("2024-25", None),
        ("2010-12", None),  # a month
        ("2020-2022", None),
    ],
)
def test_two_figures_after_a_year_may_be_a_year_or_a_season(typed: str, readings: tuple[str, str] | None) -> None:
    assert both_readings(typed) == readings


@pytest.mark.parametrize(
    ("typed", "form", "said"),
    [
        ("nov 1", "XXXX-11-01", "1 Nov of any year"),
        ("1st of November", "XXXX-11-01", "1 Nov of any year"),
        ("29 feb", "XXXX-02-29", "29 Feb of any year"),
        ("november", "XXXX-11", "Nov of any year"),
        ("Friday", "XXXX-W5", "any Friday"),
        ("friday nov 1", "XXXX-11-01", "1 Nov of any year"),
    ],
)
def test_a_date_without_a_year_is_of_any_year(typed: str, form: str, said: str) -> None:
    assert yearless(typed, alone=True) == form
    assert in_words(form) == said


@pytest.mark.parametrize(
    "typed", ["may", "march", "nov", "30 feb", "32 nov", "nov 0", "1 2", "", "friday march", "marching 3"]
)
def test_what_may_be_a_name_or_no_day_is_no_date_without_a_year(typed: str) -> None:
    assert yearless(typed, alone=True) is None


@quick
@given(st.dates(date(1000, 1, 1)), st.integers(0, 90))
def test_a_span_falls_in_each_form_that_it_is_indexed_by(day: date, more: int) -> None:
    lo = int(f"{day:%Y%m%d}")
    hi = day_after(lo, min(more, (date.max - day).days))
    forms = list(forms_of(lo, hi))
    assert all(falls_in(form, lo, hi) for form in forms)
    assert (f"XXXX-W{day.isoweekday()}" in forms) == (lo == hi)
    assert not falls_in("XXXX-02-30", lo, hi)


VOCABULARY = (
    "until last this friday today between and by before after from to - – "
    "/ of about perhaps mid late nov winter q2 2024 2024-11 2021-22 1st 31 2020s"
)


@pytest.mark.counts_lines
@pytest.mark.slow
@quick
@example("about " * 2000 + "2024")
@given(st.text() | st.lists(st.sampled_from(VOCABULARY.split()), max_size=6).map(" ".join))
def test_whatever_is_typed_gives_a_date_or_none(typed: str) -> None:
    meant = from_words(typed)
    assert meant is None or in_english(meant)


@given(st.text("0123456789x-/.~", min_size=1, max_size=6))
@example("2024")
@example("١٢")
def test_figures_may_be_part_of_a_date_where_their_pattern_says_so(typed: str) -> None:
    word = typed.strip(",.~†()")
    if any(map(str.isdigit, word)):
        assert may_be_in_date(typed) == bool(_FIGURES().fullmatch(word))


@pytest.mark.parametrize("typed", ["2024 / 2025", "2024 -11", "2024- 11-01"])
def test_edtf_has_no_spaces(typed: str) -> None:
    with pytest.raises(ValueError, match=r"no year|cannot follow"):
        bounds(typed)
