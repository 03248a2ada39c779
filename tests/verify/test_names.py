"""Every known name of a text is found at its place, the longest first, short names and those without spaces too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.model.records import Actor, Agreement, Evidence, Membership, Name, Source
from eujdef_tui.text.tokens import words
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.names import Names

E = (Evidence(source="s", quote="q"),)


def actor(name: str, kind: str = "organization", *others: Name, **more: object) -> Actor:
    """An actor whose id is its name in small letters."""
    made = name.lower().replace(" ", "-").replace(".", "")
    return Actor(id=made, kind=kind, name=name, other_names=others, evidence=E, **more)  # type: ignore[arg-type]


NAMES = Names(
    (
        actor("Kaja Kallas", "person", sort_name="Kallas, Kaja"),
        actor("Takeshi Iwaya", "person", Name(name="岩屋毅", lang="ja"), Name(name="Minister Iwaya")),
        actor("United States", "country", Name(name="US"), Name(name="U.S.")),
        actor("US Navy", "armed-force"),
        actor("IHI", "company"),
        actor("Japan", "country", Name(name="Tokyo", kind="metonym"), Name(name="日本", lang="ja")),
        actor("Japanese companies", "industry"),
        actor("European Union", "bloc", Name(name="EU"), Name(name="the bloc")),
        actor("European Commission", "public-body"),
        actor("Europe", "region"),
        actor("NATO", "alliance"),
        actor("NATO member states", "group"),
        actor("Philippines", "country"),
        actor("North Korea", "country"),
        actor("South Korea", "country"),
        Agreement(
            id="spa",
            title="Strategic Partnership Agreement",
            short_title="SPA",
            instrument="treaty",
            evidence=E,
        ),
        Source(id="times", type="webpage", title="[supplied]", container_title="The Times", file="a.txt"),
    )
)


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """(words as written, ids) of the names in a text."""
    return [(text[one.start : one.end], one.ids) for one in NAMES.find(text, words(text))]


FOUND = {
    "Kaja Kallas spoke.": [("Kaja Kallas", ("kaja-kallas",))],
    "Kallas spoke.": [("Kallas", ("kaja-kallas",))],
    "KALLAS spoke.": [("KALLAS", ("kaja-kallas",))],
    "Minister Iwaya came.": [("Minister Iwaya", ("takeshi-iwaya",))],
    "Kallas's speech": [("Kallas", ("kaja-kallas",))],
    "The US Navy and the US": [("US Navy", ("us-navy",)), ("US", ("united-states",))],
    "the U.S. Navy": [("U.S. Navy", ("us-navy",))],
    "The United States": [("United States", ("united-states",))],
    "They told us so.": [],
    "Us too.": [],
    "IHI and ihi": [("IHI", ("ihi",))],
    "the SPA; a spa": [("SPA", ("spa",))],
    "the strategic partnership agreement": [("strategic partnership agreement", ("spa",))],
    "the bloc": [("the bloc", ("european-union",))],
    "The EU's plan": [("EU", ("european-union",))],
    "Nato said": [("Nato", ("nato",))],
    "The Times reports": [("The Times", ("times",))],
    "NATO member states": [("NATO member states", ("nato-member-states",))],
    "日本と岩屋毅氏": [("日本", ("japan",)), ("岩屋毅", ("takeshi-iwaya",))],
    "岩屋毅外相は日本で": [("岩屋毅", ("takeshi-iwaya",)), ("日本", ("japan",))],
    "Nobody is named here.": [],
    "": [],
}


@pytest.mark.parametrize(("text", "wanted"), FOUND.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_names_are_found_at_their_places(text: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text) == wanted


MEANT = {
    "Japanese firms": ("Japanese", ("japan",)),
    "Moscow": None,  # Russia is not known here
    "American yards": ("American", ("united-states",)),
    "in Manila": ("Manila", ("philippines",)),
    "Washington": ("Washington", ("united-states",)),
    "Pyongyang": ("Pyongyang", ("north-korea",)),
    "the Commission": ("Commission", ("european-commission",)),
    "the Union": ("Union", ("european-union",)),
    "A commission": None,
}


@pytest.mark.parametrize(("text", "wanted"), MEANT.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_capital_an_adjective_or_a_head_stands_for_a_name(
    text: str, wanted: tuple[str, tuple[str, ...]] | None
) -> None:
    one = NAMES.find(text, words(text))
    assert [(text[item.start : item.end], item.ids) for item in one] == ([wanted] if wanted else [])
    assert not any(item.known for item in one)


ALIKE = [
    ("japan", "japanese-companies"),
    ("european-union", "europe"),
    ("european-commission", "europe"),
    ("united-states", "us-navy"),
    ("nato", "nato-member-states"),
]
APART = [
    ("north-korea", "south-korea"),
    ("japan", "europe"),
    ("united-states", "japan"),
    ("kaja-kallas", "takeshi-iwaya"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_who_belongs_to_a_place_by_name_is_alike(one: str, other: str) -> None:
    assert NAMES.alike(one, {other})
    assert NAMES.alike(other, {one})


@pytest.mark.parametrize(("one", "other"), APART)
def test_others_are_not_alike(one: str, other: str) -> None:
    assert not NAMES.alike(one, {other})
    assert NAMES.alike(one, {one})


@given(
    st.lists(
        st.sampled_from(["Kallas", "US", "US Navy", "us", "Japan", "the bloc", "x", "日本", ",", "."]), max_size=12
    )
)
def test_names_are_in_order_do_not_overlap_and_stand_where_they_are_said_to(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for one in NAMES.find(text, words(text)):
        assert end <= one.start < one.end <= len(text)
        assert one.ids
        end = one.end


def test_every_actor_and_agreement_of_the_shipped_base_is_found_by_each_of_its_names(checker: Checker) -> None:
    base = checker.facts.base
    for view in ("actors", "agreements"):
        for n in base.span(view):
            record = base.record(n).record
            assert isinstance(record, Actor | Agreement)
            main = record.name if isinstance(record, Actor) else record.title
            for name in (main, *(other.name for other in record.other_names)):
                ids = {one for item in checker.names.find(name, words(name)) for one in item.ids}
                assert record.id in ids, name


def test_a_member_is_no_namesake_of_its_organization() -> None:
    member = actor("Karin Holm", "person", memberships=(Membership(organization="ihi", role="head", evidence=E),))
    names = Names((member, actor("IHI", "company")))
    assert not names.alike("karin-holm", {"ihi"})


def test_a_text_that_is_looked_through_again_is_known(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    names, text = checker.names, "Kaja Kallas met Takeshi Iwaya in Brussels."
    first = names.find(text, words(text))
    assert [one.ids[0] for one in first][:2] == ["kallas", "iwaya"]
    with monkeypatch.context() as patch:
        patch.setattr(names, "_found", lambda *_: pytest.fail("looked through again"))
        assert names.find(text, words(text)) is first
    assert [one.ids[0] for one in names.find(text, words(text)[2:])][:1] == ["iwaya"]  # other words of it
    assert names.find("Nobody came.", words("Nobody came.")) == []


def test_who_is_of_one_that_is_of_another_is_of_both() -> None:
    union = actor("European Union", "bloc", Name(name="EU"))
    names = Names((union, actor("Europe", "region"), actor("EU nations", "group"), actor("Japan", "country")))
    assert names.families["eu-nations"] == {"european-union", "europe"}
    assert "japan" not in names.families


def test_a_news_agency_belongs_to_no_country_of_its_name(checker: Checker) -> None:
    assert not checker.names.alike("afp", ("france",))
    assert checker.names.alike("japanese-startups", ("japan",))
