"""How a source is cited."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.export.bibliography import bibtex_entry, chicago_date, csl_item, date_parts, iso_prefix, reference
from eujdef_tui.model.labels import quoted, source_label
from eujdef_tui.model.records import Person, Source
from eujdef_tui.text.edtf import in_english

RUN = settings(max_examples=100, deadline=None)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30)
UNSAID = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
}  # fmt: skip


def source(**fields: object) -> Source:
    return Source(**{"id": "s", "type": "article-newspaper", "file": "s.txt", **fields})  # type: ignore[arg-type]


def unlatex(text: str) -> str:
    return re.sub(r"\\text\w+\{\}|\\([$&#_%])", lambda found: found[1] or UNSAID[found[0]], text)


def fields(entry: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({"container_title_short": "Japan Times", "container_title": "The Japan Times", "issued": "2025-07-23~"},
         "Japan Times, about 23 Jul 2025"),
        ({"container_title": "The Japan Times", "title": "T", "issued": "2025"}, "The Japan Times, 2025"),
        ({"title": "A headline"}, "A headline, undated"),
        ({}, "s, undated"),
    ],
)  # fmt: skip
def test_a_label_is_the_shortest_name_there_is_and_the_date_in_words(given: dict[str, str], label: str) -> None:
    assert source_label(source(**given)) == label


def test_a_reference_has_author_title_container_date_access_and_address_in_that_order() -> None:
    full = source(
        author=(Person(family="Arpent", given="Ada"),), title="Bars", container_title="Measures",
        issued="2023-05~", accessed="2025-01-02", URL="https://example.org/x",
    )  # fmt: skip
    said = "Ada Arpent, “Bars,” Measures, about May 2023, accessed 2 Jan 2025, https://example.org/x"
    assert reference(full) == said
    said = "Ada Arpent, “Bars,” Measures, ca. May 2023, accessed January 2, 2025, https://example.org/x"
    assert reference(full, chicago_date) == said


def test_a_supplied_title_keeps_its_brackets_and_gets_no_quotation_marks() -> None:
    assert reference(source(title="[A talk]", container_title="Wire", issued="2024")) == "[A talk], Wire, 2024"


def test_a_label_for_an_outlet_that_is_not_named_stands_in_brackets() -> None:
    assert reference(source(title="T", container_title_short="AFP report", issued="2024")) == "“T,” [AFP report], 2024"


def test_a_source_without_any_name_is_cited_by_its_id() -> None:
    assert reference(source()) == "s, undated"


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "A"), (2, "A and B"), (3, "A, B, and C"), (4, "A et al.")],
)
def test_authors_are_joined_as_chicago_joins_them(count: int, said: str) -> None:
    people = tuple(Person(literal=name) for name in "ABCD"[:count])
    assert reference(source(author=people, title="T", issued="2024")) == f"{said}, “T,” 2024"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-07-23", "July 23, 2025"), ("2025-07-23~", "ca. July 23, 2025"), ("2025-07", "July 2025"),
        ("2025?", "[2025?]"), ("2025%", "[ca. 2025?]"), ("", "n.d."), ("2026-33~", "early 2026"),
        ("2022/..", "2022 or later"), ("2024-XX", "2024"), ("2020-05-30/2020-06-02", "May 30–June 2, 2020"),
        ("2020-05-01/2020-05-03", "May 1–3, 2020"), ("2020-12-30/2021-01-02", "December 30, 2020–January 2, 2021"),
        ("2020-05/2020-06", "May–June 2020"), ("2020/2022", "2020–2022"), ("-0043-03-15", "March 15, 44 BCE"),
        ("2020-05-01~/2020-05-03~", "ca. May 1–3, 2020"), ("2020?/2021", "[2020?]–2021"),
    ],
)  # fmt: skip
def test_a_chicago_date_says_about_and_perhaps(edtf: str, said: str) -> None:
    assert chicago_date(edtf) == said


@pytest.mark.parametrize(
    ("edtf", "parts", "prefix"),
    [
        ("2025-07-23", [2025, 7, 23], "2025-07-23"), ("2025-07-23~", [2025, 7, 23], "2025"),
        ("2025-07", [2025, 7], "2025-07"), ("2024-11-XX", [2024, 11], "2024-11"), ("0987", [987], "0987"),
        ("2024-11-01T10:30Z", [2024, 11, 1], "2024-11-01"), ("2026-21", [], "2026"), ("2026-33~", [], "2026"),
        ("2024-11-30/2024-12-02", [], "2024"), ("2024/2024-03", [], "2024"), ("2024-12/2025-01", [], ""),
        ("202X", [], ""), ("Y17000", [], ""), ("-0044", [], ""), ("2024/2026", [], ""), ("..", [], ""), ("", [], ""),
    ],
)  # fmt: skip
def test_a_date_in_doubt_keeps_its_parts_for_csl_but_only_its_year_as_iso(
    edtf: str, parts: list[int], prefix: str
) -> None:
    assert date_parts(edtf) == parts
    assert iso_prefix(edtf) == prefix


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plain", "“plain”"),
        ("over\n  two lines", "“over two lines”"),
        ("called “Le Grand K”", "“called ‘Le Grand K’”"),
        ('said "no"', "“said ‘no’”"),
        ("both ‘one’ and “two”", "“both ‘one’ and ‘two’”"),
    ],
)
def test_quotation_marks_within_a_quote_are_turned(text: str, said: str) -> None:
    assert quoted(text) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("The “new” deal", "“The ‘new’ deal,”"), ('The "new" deal', "“The ‘new’ deal,”"), ("On “War”", "“On ‘War,’”"),
        ("“A ‘b’ c” d", "“‘A “b” c’ d,”"), ("Don’t “go” now", "“Don’t ‘go’ now,”"), ("Plain", "“Plain,”"),
    ],
)  # fmt: skip
def test_a_title_has_double_quotation_marks_around_it_and_single_ones_inside(title: str, said: str) -> None:
    assert reference(source(title=title, container_title="G", issued="2024")) == f"{said} G, 2024"


ADAM = Person(family="Marlow", given="Adam", suffix="Jr.")
ADAM_JR = Person(family="Marlow", given="Adam", suffix="Jr.", comma_suffix="true")
JEAN = Person(family="Fontaine", given="Jean", non_dropping_particle="La", dropping_particle="de")


@pytest.mark.parametrize(
    ("person", "read", "bibtex"),
    [
        (ADAM, "Adam Marlow Jr.", "Marlow, Jr., Adam"),
        (ADAM_JR, "Adam Marlow, Jr.", "Marlow, Jr., Adam"),
        (Person(family="Beethoven", given="Ludwig", dropping_particle="van"), "Ludwig van Beethoven",
         "van Beethoven, Ludwig"),
        (JEAN, "Jean de La Fontaine", "de La Fontaine, Jean"),
        (Person(family="Ormesson", given="Jean", dropping_particle="d’"), "Jean d’Ormesson", "d’ Ormesson, Jean"),
        (Person(family="Gaulle", given="Charles", non_dropping_particle="De"), "Charles De Gaulle",
         "{De Gaulle}, Charles"),
        (Person(family="Council of Elders"), "Council of Elders", "{Council of Elders}"),
    ],
)  # fmt: skip
def test_every_part_of_a_csl_name_has_its_place(person: Person, read: str, bibtex: str) -> None:
    assert reference(source(author=(person,), title="T")) == f"{read}, “T,” undated"
    assert fields(bibtex_entry(source(author=(person,))))["author"] == bibtex


def test_a_csl_name_has_all_its_parts() -> None:
    assert csl_item(source(author=(ADAM_JR, JEAN)))["author"] == [
        {"family": "Marlow", "given": "Adam", "suffix": "Jr.", "comma-suffix": True},
        {"family": "Fontaine", "given": "Jean", "non-dropping-particle": "La", "dropping-particle": "de"},
    ]


def test_a_label_for_an_outlet_that_is_not_named_is_no_title_in_csl() -> None:
    item = csl_item(source(title="T", container_title_short="AFP report"))
    assert "container-title-short" not in item
    assert item["note"] == "outlet not named; catalogued as AFP report"
    assert csl_item(source(container_title="C", container_title_short="Cs"))["container-title-short"] == "Cs"


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2025-07-23~", {"date-parts": [[2025, 7, 23]], "circa": True}),
        ("2025?", {"date-parts": [[2025]], "circa": True}),
        ("2024-11", {"date-parts": [[2024, 11]]}),
        ("2024-11-30/2024-12-02", {"date-parts": [[2024, 11, 30], [2024, 12, 2]]}),
        ("2026-33~", {"date-parts": [[2026, 1], [2026, 3]], "circa": True}),
        ("2020-22", {"date-parts": [[2020]], "season": 2}),
        ("2024-24?", {"date-parts": [[2024]], "season": 4, "circa": True}),
        ("2026-33", {"date-parts": [[2026, 1], [2026, 3]]}),
        ("-0043-03-15", {"date-parts": [[-44, 3, 15]]}),
        ("202X", {"literal": "2020s"}),
        ("2022/..", {"literal": "2022 or later"}),
    ],
)
def test_csl_dates_are_parts_where_these_say_it_all_and_words_where_not(edtf: str, date: object) -> None:
    assert csl_item(source(issued=edtf))["issued"] == date


def test_a_csl_item_has_what_the_source_has_and_nothing_empty() -> None:
    people = (Person(family="Arpent", given="Ada"), Person(literal="The Staff"))
    item = csl_item(source(author=people, container_title="C", language="en"), note="why")
    assert item == {
        "id": "s", "type": "article-newspaper", "container-title": "C",
        "author": [{"family": "Arpent", "given": "Ada"}, {"literal": "The Staff"}],
         "language": "en", "note": "why",
    }  # fmt: skip


def test_a_type_that_csl_does_not_know_leaves_as_document() -> None:
    assert csl_item(source(type="made-up"))["type"] == "document"


@pytest.mark.parametrize(
    ("csl", "container", "kind", "holder"),
    [
        ("article-newspaper", "C", "article", "journal"),
        ("article-newspaper", "", "misc", ""),
        ("webpage", "C", "online", "organization"),
        ("post-weblog", "C", "online", "organization"),
        ("report", "C", "misc", "howpublished"),
    ],
)
def test_the_bibtex_entry_follows_the_csl_type(csl: str, container: str, kind: str, holder: str) -> None:
    entry = bibtex_entry(source(type=csl, container_title=container))
    assert entry.startswith(f"@{kind}{{s,\n")
    assert set(fields(entry)) == {"note"} | {holder} - {""}


@pytest.mark.parametrize("edtf", ["2025-07-23~", "2026-33~", "2025?", "2024/2026", "202X"])
def test_bibtex_says_a_date_in_doubt_in_a_note_and_gives_no_month(edtf: str) -> None:
    found = fields(bibtex_entry(source(issued=edtf)))
    assert found["note"] == f"dated {in_english(edtf)}"
    assert found.get("year", "") == iso_prefix(edtf)
    assert "month" not in found


def test_bibtex_gives_a_sure_date_in_full_and_no_note() -> None:
    found = fields(bibtex_entry(source(issued="2024-11-01")))
    assert found == {"date": "2024-11-01", "year": "2024"}
    assert "  month = nov,\n" in bibtex_entry(source(issued="2024-11-01"))
    assert "month = may" in bibtex_entry(source(issued="2020-05-01/2020-05-03"))


@pytest.mark.parametrize(
    ("edtf", "date", "year"),
    [
        ("1920~", "1920~", "1920"), ("2020-22", "2020-22", "2020"), ("2020/..", "2020/..", ""), ("-0043", "-0043", ""),
        ("2020-05-30/2020-06-02", "2020-05-30/2020-06-02", "2020"), ("2026-33", "", "2026"), ("2026-33~", "", "2026"),
        ("2024-11-01T10:30Z", "2024-11-01", "2024"), ("2019/2021", "2019/2021", ""), ("198X", "198X", ""),
    ],
)  # fmt: skip
def test_bibtex_has_the_date_for_biblatex_and_the_year_for_classic_styles(edtf: str, date: str, year: str) -> None:
    found = fields(bibtex_entry(source(issued=edtf)))
    assert (found.get("date", ""), found.get("year", "")) == (date, year)


def test_bibtex_says_that_a_source_is_undated() -> None:
    assert fields(bibtex_entry(source())) == {"note": "undated"}


def test_names_that_hold_a_comma_or_and_stay_one_name_in_bibtex() -> None:
    people = (
        Person(literal="Smith and Sons, Ltd"),
        Person(family="Black, and White", given="Ann"),
        Person(family="Ek"),
    )
    found = fields(bibtex_entry(source(author=people)))
    assert found["author"] == "{Smith and Sons, Ltd} and {Black, and White}, Ann and {Ek}"


@RUN
@given(TEXT, TEXT)
def test_any_title_and_note_come_back_from_bibtex_as_they_were(title: str, annote: str) -> None:
    entry = bibtex_entry(source(title=title), annote)
    found = fields(entry)
    assert unlatex(found.get("title", "{}")[1:-1]) == " ".join(title.split())
    assert unlatex(found.get("annote", "")) == " ".join(annote.split())


@RUN
@given(TEXT, TEXT)
def test_the_braces_of_a_bibtex_entry_are_balanced_whatever_it_holds(title: str, url: str) -> None:
    depth = 0
    for char in bibtex_entry(source(title=title, URL=url, author=(Person(literal=title),)), url):
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
