"""Which amount a line asks for, and which records tell one of that sort."""

from __future__ import annotations

import pytest

from eujdef_tui.model.records import Actor, Agreement, Evidence, Record, Source, Statement
from eujdef_tui.search.measures import MEASURES, of_adjective, of_noun
from eujdef_tui.search.query import parse
from eujdef_tui.search.tells_amount import tells_amount
from eujdef_tui.search.wanted_amount import Sort, Wanted, is_person, is_plural, wanted_amount
from eujdef_tui.store import Document
from eujdef_tui.store.document import Names
from eujdef_tui.text.word_forms import folded_words


def wanted(typed: str) -> Wanted:
    found = wanted_amount(folded_words(typed), parse(typed).asks)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("typed", "sort", "words"),
    [
        ("how many planes will it have", Sort.COUNT, ("planes",)),
        ("how many lung cases at the clinic", Sort.COUNT, ("cases",)),
        ("how many families asked for it", Sort.COUNT, ("families",)),
        ("how many were injured", Sort.PEOPLE, ()),
        ("how many people live there", Sort.PEOPLE, ()),
        ("how old is the mayor", Sort.MEASURE, ("year",)),
        ("how salty is the sea", Sort.MEASURE, ()),
        ("how big is the loan", Sort.MONEY, ()),
        ("how high are the debts", Sort.MONEY, ()),
        ("how big is the fleet", Sort.ANY, ()),
        ("how many percent of the sea is gone", Sort.SHARE, ()),
        ("how many per cent of it", Sort.SHARE, ()),
        ("what does the tunnel cost", Sort.MONEY, ()),
        ("what did it pay for the stake", Sort.MONEY, ()),
        ("what is the salary of the mayor", Sort.MONEY, ()),
        ("what was the speed of the train", Sort.MEASURE, MEASURES["fast"].units),
        ("what speed did the train reach", Sort.MEASURE, MEASURES["fast"].units),
        ("what is the salt level in the bay", Sort.ANY, ()),
        ("what is the number of bells", Sort.COUNT, ("bells",)),
        ("price norlines pays for the wreck of the ferry", Sort.MONEY, ()),
        ("number of bells", Sort.COUNT, ("bells",)),
        ("number of the repairs", Sort.COUNT, ("repairs",)),
        ("compensation for the frozen contract", Sort.MONEY, ()),
        ("how fast is the sea falling", Sort.ANY, ()),
        ("how expensive is the tunnel", Sort.MONEY, ()),
        ("how much does the tunnel cost", Sort.MONEY, ()),
        ("how much coal came", Sort.ANY, ()),
        ("what percentage of the sea is gone", Sort.SHARE, ()),
        ("price of a ticket", Sort.MONEY, ()),
        ("depth of the river", Sort.MEASURE, MEASURES["deep"].units),
        ("market share of the firm", Sort.SHARE, ()),
        ("tin content", Sort.ANY, ()),
    ],
)
def test_the_sort_of_the_amount_is_read(typed: str, sort: Sort, words: tuple[str, ...]) -> None:
    assert (wanted(typed).sort, wanted(typed).words) == (sort, words)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("how many nurses work at the hospital", ("nurses", "work")),
        ("how many people live in the port", ("live",)),
        ("how many people are in the trial", ()),
        ("how many people get water", ()),
        ("how many workers died", ()),
        ("how much power does the dam make", ("power",)),
        ("how much cheaper was the offer", ()),
        ("how much bigger is it", ()),
        ("how much less is it", ()),
        ("how much compensation do they get", ()),
        ("how much profit did it make", ("profit",)),
        ("how much does a bottle of water cost", ("bottle",)),
        ("how much do the friends say the appeal cost", ("appeal",)),
        ("price of a ticket to the port", ("ticket",)),
        ("what does electricity from the dam cost", ("electricity",)),
        ("what is the price of a ticket", ("ticket",)),
        ("how much does the vaccine cost per dose", ("vaccine", "dose")),
        ("what is the salt level in the bay", ("salt",)),
        ("how old is the driver of the express", ("driver",)),
        ("how far did it come", ()),
    ],
)
def test_what_the_amount_is_of_is_never_left_out(typed: str, kept: tuple[str, ...]) -> None:
    assert wanted(typed).kept == kept


def test_a_sum_of_money_itself_tells_what_it_costs_but_not_what_someone_is_paid() -> None:
    assert "cost" in wanted("how much does the tunnel cost").free
    assert "pay" in wanted("how much does norway pay").free
    assert "paid" not in wanted("how much is the director paid").free


def test_what_is_spent_may_be_told_as_a_share_but_no_price_is_one() -> None:
    assert wanted("how much will japan spend").shares
    assert not wanted("how much money is in the fund").shares


@pytest.mark.parametrize(
    "typed",
    [
        "who is the mayor",
        "strike in june",
        "how the mill burned down",
        "what did the mayor say",
        "what is planned",
        "what does the union demand",
        "what tax rules changed",
        "what fare rise is planned",
        "how late will the line open",
        "how often does it meet",
        "how far have the talks come",
        "what",
    ],
)
def test_other_lines_ask_for_no_amount(typed: str) -> None:
    assert wanted_amount(folded_words(typed), parse(typed).asks) is None


def test_only_what_asks_surely_rules_other_facts_out() -> None:
    assert wanted("how much does it cost").strict
    assert wanted("price of a ticket").strict
    assert not wanted("ticket prices").strict


def test_what_may_be_told_by_other_than_a_measure_rules_nothing_out() -> None:
    assert wanted("how long will she stay").loosely
    assert wanted("how strong is the union").loosely
    assert not wanted("how old is the mayor").loosely
    assert not wanted("how fast was the train").loosely
    assert wanted("how fast did they report it").loosely


def test_adjectives_and_nouns_have_the_measure_of_each_other() -> None:
    assert of_adjective(["how", "deep", "is", "it"]) == of_noun(["depth"]) == MEASURES["deep"]
    assert of_adjective(["how", "is", "it"]) is None
    assert of_noun(["depths"]) is None


def test_plurals_and_persons_are_known_by_their_form() -> None:
    assert all(map(is_plural, ("planes", "aircraft", "people")))
    assert not any(map(is_plural, ("plane", "bus", "boss", "gas")))
    assert all(map(is_person, ("workers", "students", "dead", "sailors")))
    assert not any(map(is_person, ("planes", "papers", "bells")))


# --- which records tell it ---


def tells(typed: str, text: str, unit: str = "", kind: str = "figure", amounts: str = "") -> bool:
    record = Statement(id="a", evidence=(), kind=kind, text=text, value="1" if unit else "", unit=unit)
    return told(typed, record, document(text, unit, kind, amounts))


def document(text: str, unit: str = "", kind: str = "figure", amounts: str = "", record: str = "statement") -> Document:
    title, words = " ".join(folded_words(text)), " ".join(folded_words(f"{kind} {unit}"))
    return Document(1, record, kind, None, None, 0, Names(""), Names(""), title, words, "", amounts)


def told(typed: str, record: Record, one: Document) -> bool:
    return tells_amount(wanted(typed), one, record, folded_words(typed))


@pytest.mark.parametrize(
    ("typed", "text", "unit"),
    [
        ("how many planes", "The carrier has 34 aircraft.", "aircraft"),
        ("how many trains were late", "4,870 trains came late.", "trains"),
        ("how many onions were lost", "He lost 70 per cent of his onions.", "per cent"),
        ("how many workers died", "The union counts four deaths.", "deaths"),
        ("how many people were hurt", "Another 64 were hurt.", "hurt"),
        ("how old is the bridge", "The bridge is 90 years old.", "years"),
        ("how fast is the machine", "It sorts fifteen fish a second.", ""),
        ("how fast was the train", "The train went at 118 km/h.", "km/h"),
        ("how long is the tunnel", "The tunnel has 9 kilometres.", "kilometres"),
        ("how salty is the sea", "Salinity is 29 grams a litre.", "grams a litre"),
        ("what share is lost", "A third is lost.", ""),
        ("how big is it", "It grew by 9.", ""),
    ],
)
def test_a_figure_tells_an_amount_of_its_unit(typed: str, text: str, unit: str) -> None:
    assert tells(typed, text, unit)


@pytest.mark.parametrize(
    ("typed", "text", "unit"),
    [
        ("how many planes", "The carrier has 2,900 employees.", "employees"),
        ("how many planes", "Planes cost 4 million euros.", "million euros"),
        ("how many people came", "184 doses came.", "doses"),
        ("how old is the mayor", "The mayor came twice.", ""),
        ("how long is the tunnel", "The tunnel takes 210 cubic metres a second.", "cubic metres a second"),
        ("how fast does it run", "It ran for eleven hours.", "hours"),
        ("what share is lost", "Much is lost.", ""),
        ("how much does it cost", "It has 9 parts.", "parts"),
    ],
)
def test_a_figure_of_something_else_does_not(typed: str, text: str, unit: str) -> None:
    assert not tells(typed, text, unit)


def test_money_is_told_by_a_currency_and_what_is_spent_also_by_a_share() -> None:
    assert tells("how much does it cost", "It costs 4 euros.", "euros", amounts="t4e0:eur")
    assert tells("how much will japan spend", "2 percent is spent.", "percent", amounts="t2e0:pct")
    assert not tells("how much money is there", "2 percent is there.", "percent", amounts="t2e0:pct")


def test_other_facts_tell_an_amount_by_a_number_and_what_stands_behind_it() -> None:
    assert tells("how many flights stopped", "A strike grounded 112 flights.", kind="claim")
    assert tells("how much water is lost", "They lose 0.4 cubic kilometres of water.", kind="claim")
    assert not tells("how much power is made", "For 0.4 cubic kilometres of water a year it gives power.", kind="claim")
    assert tells("how big is the loan", "A loan of 2 billion.", kind="claim", amounts="t2e9:eur")
    assert tells("how big is the fleet", "It has nine ships.", kind="claim")
    assert tells("how big is the market", "It is the third of all.", kind="claim")
    assert not tells("how big is the fleet", "It was heard on 9 September.", kind="claim")


def test_how_much_is_told_by_no_number_of_things_or_people() -> None:
    assert not tells("how much do the drivers want", "1,200 drivers wait.", "drivers")
    assert tells("how much do the drivers want", "They want 11 percent.", "percent")
    assert tells("how much fish do they catch", "They catch 4 boats of fish.", "boats")
    assert tells("how much has it grown", "It grew.")


def test_a_number_behind_a_mass_or_what_implies_it_tells_how_much() -> None:
    assert tells("how much water do they take", "They take 900 million cubic metres a year.", kind="claim")
    assert not tells("how much power do they make", "They take 900 million cubic metres a year.", kind="claim")


def test_what_is_counted_of_another_one_is_none_of_the_asked_one() -> None:
    text = "Velair's 240 pilots would rank below those of Steppe Wings."
    assert not tells("how many pilots does steppe wings have", text, kind="claim")
    assert tells("how many pilots does velair have", text, kind="claim")


@pytest.mark.parametrize(
    ("summary", "quote", "told_so"),
    [
        ("Abbot, aged 81", "The abbot", True),
        ("Abbot", "The abbot, Jon Berg, 81", True),
        ("Abbot", "a 68-year-old abbot", True),
        ("Abbot from 2009", "On 3 May 2024, the abbot", False),
    ],
)
def test_an_age_is_told_of_a_person_in_a_few_ways(summary: str, quote: str, told_so: bool) -> None:
    evidence = (Evidence(source="s", quote=quote),)
    record = Actor(id="a", evidence=evidence, kind="person", name="Jon Berg", summary=summary)
    assert told("how old is jon berg", record, document("", kind="person", record="actor")) is told_so


def test_a_record_that_lists_those_who_are_counted_tells_how_many() -> None:
    pact, small = (
        Agreement(id="a", evidence=(), title="Pact", instrument="pact", binding="legal", parties=parties)
        for parties in (("b", "c", "d"), ("b", "c"))
    )
    one = document("Pact", kind="pact", record="agreement")
    assert told("how many countries in the pact", pact, one)
    assert not told("how many pages in the pact", pact, one)
    assert not told("how many countries in the pact", small, one)


def test_an_article_tells_no_amount() -> None:
    record = Source(id="s", type="article", title="Nine ships", file="a.txt")
    assert not told("how many ships", record, document("Nine ships", kind="source", record="source"))
