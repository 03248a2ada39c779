"""A verb of clear meaning is held by the fact, or nothing is supported: won, cancelled, will for may, who told whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.acts import acts_differ, deed_differs, hedges_differ, roles_turned
from eujdef_tui.verify.addressees import addressee_differs
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.explaining import explained
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.offices import offices_differ
from eujdef_tui.verify.verdict import Verdict
from eujdef_tui.verify.word_lists import ACTS
from tests.verify.one_comparison import held

Check = Callable[[str], list[Checked]]
Hear = Callable[..., Heard]


@pytest.mark.parametrize(
    "text",
    [
        "Ishiba won the general election in October 2024.",
        "The July 2025 summit was cancelled.",
        "Kallas welcomed Chinese export controls on rare earths.",
        "Emanuel criticised Japan over ship repairs.",
        "Airbus quit the Japanese market.",
        "The EU delayed the launch of the Defence Industry Dialogue to early 2026.",
        "Kallas told AFP that the two sides aim to launch the dialogue early in 2026.",
        "Borrell met Defence Minister Iwaya in Tokyo.",
        "Japan's defence minister Iwaya unveiled the pact with Borrell in Tokyo.",
    ],
)
def test_nouns_alone_support_nothing(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word in ("no source", "differs")


@pytest.mark.parametrize(
    ("text", "said", "instead"),
    [
        ("Kallas doubts that cooperation with Japan will help overcome the challenges.", "doubts", "hopes"),
        ("Heng warned that the agreement could slow down collaboration.", "slow", "turbo"),
        ("Taiwan claims the mainland as part of its territory.", "Taiwan", "China"),
        ("The EU will fund projects between Japanese and European companies.", "will", "may"),
        ("NATO members are to spend five per cent of GDP by 2025.", "2025", "2035"),
    ],
)
def test_what_the_base_has_instead_is_told(check: Check, text: str, said: str, instead: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "differs"
    assert (said, instead) in [(one.said, one.instead) for one in found.verdict.differences]


@pytest.mark.parametrize(
    "text",
    [
        "China claims Taiwan as part of its territory.",
        "Taiwan is claimed by China as part of its territory.",
        "The EU may fund projects between Japanese and European companies.",
        "In April 2024 President Biden welcomed Fumio Kishida on a state visit.",
        "Shigeru Ishiba has warned that what Ukraine is today, East Asia could be tomorrow.",
        "Kallas warned that the European defence industry faces many challenges.",
        "Biden invited Kishida for a state visit in April 2024.",
        "Kallas left for Manila in June 2025 to set up a defence dialogue.",
        "After his talks in Tokyo Borrell went on to South Korea.",
        "It is only natural to diversify our trade and our partners, Kaja Kallas told The Japan Times.",
    ],
)
def test_what_a_fact_tells_in_other_words_is_supported(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported"


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The EU withdrew from the talks.", ["withdrew"]),
        ("The talks were cancelled.", ["cancelled"]),
        ("Japan is abandoning nothing, but quits the talks.", ["quits"]),
        ("The minister postpones the talks.", ["postpones"]),
        ("The EU will postpone the talks.", ["postpone"]),
        ("Kallas boldly criticises the talks.", ["criticises"]),
        ("The talks that ridiculed Japan went on.", ["ridiculed"]),
    ],
)
def test_a_verb_is_told_by_where_it_stands(checker: Checker, hear: Hear, text: str, verbs: list[str]) -> None:
    assert [one.said for one in held(checker, hear(text), "sdp-announced", acts_differ)] == verbs


@pytest.mark.parametrize(
    "text",
    [
        "What data will pass it leaves open.",
        "In the cancelled talks nothing was said.",
        "The delays of the talks are long.",
        "Nobody has cancelled the talks.",
        "Of reduced costs nothing was said.",
        "Talks on a fund of the EU are held.",
    ],
)
def test_but_a_noun_an_adjective_and_what_is_denied_tell_of_no_act(checker: Checker, hear: Hear, text: str) -> None:
    assert held(checker, hear(text), "sdp-announced", acts_differ) == []


def test_every_verb_of_a_group_is_held_by_every_word_of_it() -> None:
    assert all(verb in words for verb, words in ACTS.items())
    assert "victory" in ACTS["won"]
    assert "victory" not in ACTS


@pytest.mark.parametrize(
    ("text", "said"),
    [("Biden astonished Kishida.", ["astonished"]), ("Biden hosted Kishida.", []), ("Biden, Kishida.", [])],
)
def test_what_one_does_to_the_other_the_fact_must_know(
    checker: Checker, hear: Hear, text: str, said: list[str]
) -> None:
    assert [one.said for one in held(checker, hear(text), "kishida-state-visit", deed_differs)] == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The EU will provide funding for projects.", ["may"]),
        ("The EU will not provide funding for projects.", []),
        ("The EU will, or may, provide funding.", []),
        ("The EU will be there.", []),
        ("The EU will visit Japan.", []),
    ],
)
def test_what_may_be_is_not_told_as_certain(checker: Checker, hear: Hear, text: str, found: list[str]) -> None:
    assert [one.instead for one in held(checker, hear(text), "nr-eu-may-fund", hedges_differ)] == found


@pytest.mark.parametrize(
    ("text", "fact", "found"),
    [
        ("Taiwan claims China.", "afp-beijing-claim", ["China"]),
        ("China claims Taiwan.", "afp-beijing-claim", []),
        ("Taiwan claimed by China.", "afp-beijing-claim", []),
        ("As the F-2 ages, Japan wants another.", "f-2-replacement", []),
        ("Japan announced the partnership.", "sdp-announced", []),
    ],
)
def test_who_does_it_to_whom_is_not_turned_round(
    checker: Checker, hear: Hear, text: str, fact: str, found: list[str]
) -> None:
    assert [one.instead for one in held(checker, hear(text), fact, roles_turned)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dialogue is to start in 2026, Kallas told Nikkei.", ["Nikkei"]),
        ("The dialogue is to start in 2026, Kallas told the Nikkei.", ["Nikkei"]),
        ("The dialogue is to start in 2026, Kallas told The Japan Times.", []),
        ("The dialogue is to start in 2026, Kallas told Ishiba.", []),
    ],
)
def test_whoever_is_told_stands_in_the_article(checker: Checker, hear: Hear, text: str, found: list[str]) -> None:
    assert [one.said for one in held(checker, hear(text), "jt-kallas-dialogue-aim", addressee_differs)] == found


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Takeshi Iwaya, Japan's defence minister, met Borrell.", ["defence minister"]),
        ("Defence Minister Iwaya met Borrell.", ["Defence Minister"]),
        ("Minister Iwaya met Borrell.", []),
    ],
)
def test_an_office_beside_a_name_is_held_against_the_base(
    checker: Checker, hear: Hear, text: str, office: list[str]
) -> None:
    assert [one.said for one in held(checker, hear(text), "sdp-announced", offices_differ)] == office


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        (
            Difference("number", 0, 4, "completely", "largely"),
            "The draft has the word “completely”, the base “largely”.",
        ),
        (Difference("number", 0, 4, "second", ""), "The base has no word “second” there."),
        (Difference("number", 0, 4, "5", "6"), "The draft has the number “5”, the base “6”."),
        (
            Difference("negation", 0, 4, "not prime minister", "prime minister, not denied"),
            "The draft denies “prime minister”, which the base does not deny.",
        ),
        (Difference("negation", 0, 4, "signed", "not signed"), "The draft says “signed”, which the base denies."),
        (Difference("negation", 0, 4, "allowed", "banned"), "The draft has the words “allowed”, the base “banned”."),
    ],
)
def test_a_reason_is_said_in_words_of_its_kind(hear: Hear, odd: Difference, why: str) -> None:
    assert explained(Verdict("differs", "", None, (odd,)), hear("It was.")).why == why


def test_a_denial_is_told_with_the_whole_office(check: Check) -> None:
    (found,) = check("Kallas has never been a prime minister.")
    assert "not prime minister" in [one.said for one in found.verdict.differences]


def test_where_a_sentence_begins_with_the_name_of_a_sea_the_article_is_no_part_of_it(check: Check) -> None:
    (found,) = check("The South China Sea was where Japan exercised with Canada in June 2024.")
    assert "South China Sea" not in " ".join(one.said for one in found.verdict.differences)


def test_one_base_is_told_for_one_name(check: Check) -> None:
    (found,) = check("SJAC met NATO officials in Paris.")
    assert [(one.said, one.instead) for one in found.verdict.differences] == [("Paris", "Brussels")]


def test_a_speaker_stands_for_no_place(check: Check) -> None:
    (found,) = check("South Korean soldiers are deployed in Russia's war in Ukraine.")
    assert [(one.said, one.instead) for one in found.verdict.differences] == [("South", "North Korea")]
