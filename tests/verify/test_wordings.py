"""Wordings of newspapers and minutes that say the same as the base, and those that only seem to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.acts import acts_differ, deed_differs, roles_turned
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.clauses import partings
from eujdef_tui.verify.comparing import names_differ, numbers_differ
from eujdef_tui.verify.degrees import degrees_differ
from eujdef_tui.verify.directions import directions_differ, origins_differ
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.limits import limits_differ, speaker_differs
from eujdef_tui.verify.orders import orders_differ
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.places import place_differs
from eujdef_tui.verify.roots import root, stem
from eujdef_tui.verify.steps import pending_differs, status_differs
from eujdef_tui.verify.turned import denial_differs, opposite_differs
from tests.verify.one_comparison import held

Check = Callable[[str], list[Checked]]
Hear = Callable[..., Heard]


# --- who says it, and where ---


def test_a_newspaper_that_is_told_something_says_nothing(hear: Hear) -> None:
    told = hear("A high-ranking Commission official, who was not identified, told Nikkei that the EU was ready.")
    assert not told.speaker & {"nikkei"}
    assert hear("Kallas, the EU's top diplomat, told Nikkei that the EU was ready.").speaker == {"kallas"}


def test_they_who_say_something_are_not_the_newspaper_that_told_of_them(hear: Hear) -> None:
    before = "The EU and Japan agreed to share information, The Japan Times reported."
    assert not hear("They also promised to speed up work on satellites.", before).speaker & {"the-japan-times"}


@pytest.mark.parametrize(
    ("text", "name", "beside"),
    [
        ("Soldiers are being deployed, Kallas said in Tokyo.", "Tokyo", True),
        ("Kallas told reporters in Tokyo that soldiers are being deployed.", "Tokyo", True),
        ("The day before the pact was made public in Tokyo, Pyongyang launched a missile.", "Tokyo", True),
        ("The day before the pact was made public in Tokyo, Pyongyang launched a missile.", "Pyongyang", False),
        ("Since the attack on Ukraine in 2022 NATO has been busy.", "NATO", False),
        ("The summit was held in Tokyo.", "Tokyo", False),
        ("Borrell said Tokyo is a partner.", "Tokyo", False),
    ],
)
def test_where_something_was_said_and_what_came_before_are_beside_it(
    hear: Hear, text: str, name: str, beside: bool
) -> None:
    heard = hear(text)
    (named,) = (one for one in heard.named if heard.pieces.text[one.start : one.end] == name)
    assert heard.is_background(named) == beside


def test_a_place_of_what_came_before_or_after_is_not_that_of_the_event(checker: Checker, hear: Hear) -> None:
    text = "A month before the Tokyo summit, Kallas visited Manila."
    assert held(checker, hear(text), "kallas-in-manila", place_differs) == []
    text = "Kallas set up the dialogue at the Tokyo summit."
    assert held(checker, hear(text), "kallas-in-manila", place_differs)


def test_a_title_in_capitals_is_no_unknown_name(hear: Hear) -> None:
    assert hear("Procurement drags on, the High Representative has explained.").strangers == []
    assert hear("Procurement drags on, the Naval Group has explained.").strangers


@pytest.mark.parametrize(
    "people", ["the Canadians", "the Filipinos", "the Americans", "the Canadian side", "Filipino crews"]
)
def test_a_people_stands_for_its_country(checker: Checker, hear: Hear, people: str) -> None:
    text = f"Japan trained at sea together with {people} in June 2024."
    assert held(checker, hear(text), "south-china-sea-exercise", names_differ) == []


def test_a_people_that_is_not_there_is_missed(checker: Checker, hear: Hear) -> None:
    (found,) = held(checker, hear("Japan trained at sea with the Italians."), "south-china-sea-exercise", names_differ)
    assert found.said == "Italians"


def test_what_a_name_means_says_nothing_more(hear: Hear) -> None:
    heard = hear("A month before the Tokyo summit, Kallas visited the Philippine capital.")
    assert "capital" not in [heard.pieces.folded[at] for at in heard.content]
    assert "summit" not in [heard.pieces.folded[at] for at in heard.content]
    heard = hear("The Tokyo summit agreed on new capital.")
    assert {"summit", "capital"} <= {heard.pieces.folded[at] for at in heard.content}


@pytest.mark.parametrize(
    ("text", "fact", "said"),
    [
        ("Brussels threatened Tokyo with tariffs.", "us-tariff-threat", "Brussels"),
        ("The US threatened the EU with tariffs.", "us-tariff-threat", ""),
        ("Washington threatened sweeping tariffs.", "us-tariff-threat", ""),
    ],
)
def test_what_one_did_is_not_told_of_another(checker: Checker, hear: Hear, text: str, fact: str, said: str) -> None:
    assert [one.said for one in held(checker, hear(text), fact, roles_turned)] == [said] * bool(said)


# --- how much, and which in a row ---


@pytest.mark.parametrize("about", ["a little under", "just below", "upwards of", "virtually", "some", "roughly"])
def test_a_number_that_is_only_nearly_so_is_near_to_that_of_the_base(checker: Checker, hear: Hear, about: str) -> None:
    near = hear(f"The EU allocated {about} 377 billion dollars.")
    assert held(checker, near, "fig-eu-allocation-dollars", numbers_differ) == []
    far = hear(f"The EU allocated {about} 477 billion dollars.")
    assert held(checker, far, "fig-eu-allocation-dollars", numbers_differ)


@pytest.mark.parametrize(
    ("text", "fact", "instead"),
    [
        ("It was the Union's fourth such accord with an Asia-Pacific state.", "afp-borrell-first", "first"),
        ("A deal with an Asian country would have been the bloc's third.", "nr-first-in-asia", "first"),
        ("China comes only second among the challenges to it.", "afp-japan-greatest-challenge", "greatest"),
        ("China ranks third among its challenges.", "afp-japan-greatest-challenge", "greatest"),
    ],
)
def test_what_is_the_first_or_the_greatest_is_not_the_second(
    checker: Checker, hear: Hear, text: str, fact: str, instead: str
) -> None:
    assert instead in [one.instead for one in held(checker, hear(text), fact, degrees_differ)]


def test_third_countries_and_a_second_thought_are_in_no_row(checker: Checker, hear: Hear) -> None:
    text = "On second thoughts it is the first with third countries."
    assert held(checker, hear(text), "afp-borrell-first", degrees_differ) == []


# --- what is done, and what is ahead ---


@pytest.mark.parametrize(
    "text",
    [
        "The package of financial incentives is complete.",
        "The financial incentives were being paid out by June 2025.",
        "The incentives have been running since spring.",
        "The scheme is operational.",
    ],
)
def test_what_is_complete_or_under_way_is_not_only_planned(checker: Checker, hear: Hear, text: str) -> None:
    assert [one.sort for one in held(checker, hear(text), "incentives-in-preparation", status_differs)] == ["status"]


@pytest.mark.parametrize("text", ["The incentives are being prepared.", "A complete package of incentives is planned."])
def test_what_is_being_prepared_is_still_planned(checker: Checker, hear: Hear, text: str) -> None:
    assert held(checker, hear(text), "incentives-in-preparation", status_differs) == []


@pytest.mark.parametrize("word", ["merely", "still", "only"])
def test_what_was_merely_being_planned_has_not_happened(checker: Checker, hear: Hear, word: str) -> None:
    text = f"With Norway such a partnership was {word} being planned."
    assert held(checker, hear(text), "eu-norway-established", pending_differs)


@pytest.mark.parametrize("word", ["suggested", "mooted", "proposed"])
def test_what_has_been_suggested_is_not_done(checker: Checker, hear: Hear, word: str) -> None:
    text = f"It has been {word} that Japanese firms get more chances to join EU-led defence research."
    assert held(checker, hear(text), "participation-proposed", status_differs) == []


# --- what is denied ---


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Third countries cannot be brought into them.", "countries"),
        ("Competitiveness is not among its concerns.", "competitiveness"),
        ("Security is largely unchanged.", "changed"),
    ],
)
def test_a_denial_reaches_what_stands_before_it_where_nothing_stands_behind(text: str, word: str) -> None:
    assert root(word) in Pieces(text).denied


@pytest.mark.parametrize(
    ("text", "fact", "said"),
    [
        ("Third countries cannot be brought into them.", "afp-text-third-countries", "not countries"),
        ("Security in Europe and Asia is largely unchanged.", "nr-official-environment", "unchanged"),
    ],
)
def test_what_is_so_denied_differs(checker: Checker, hear: Hear, text: str, fact: str, said: str) -> None:
    assert [one.said for one in held(checker, hear(text), fact, denial_differs)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Her push for partners is about Japan and nobody else.",
        "Her push for partners does not go beyond Japan.",
        "Her push for partners is about Japan and no one else.",
    ],
)
def test_what_is_not_limited_goes_beyond(checker: Checker, hear: Hear, text: str) -> None:
    assert held(checker, hear(text), "jt-kallas-not-only-japan", limits_differ)


# --- words that have no opposite where they stand ---


def test_early_in_a_month_belongs_to_the_date() -> None:
    assert "early" not in Pieces("In early November Ishiba faced an election.").sided
    assert Pieces("They aim to start it early in 2026.").sided


def test_slow_purchasing_is_no_export(checker: Checker, hear: Hear) -> None:
    text = "Arms makers suffer from slow purchasing, costly kit and curbs on rare earths."
    assert held(checker, hear(text), "jt-kallas-challenges", opposite_differs) == []


def test_what_is_weak_is_not_powerful(checker: Checker, hear: Hear) -> None:
    text = "The missile was one of its weakest."
    assert held(checker, hear(text), "north-korea-missile-test", opposite_differs)


@pytest.mark.parametrize("text", ["Borrell left Beijing unmentioned.", "Borrell left the door to China open."])
def test_who_leaves_something_as_it_is_has_not_left(checker: Checker, hear: Hear, text: str) -> None:
    assert held(checker, hear(text), "afp-no-china", acts_differ) == []
    assert held(checker, hear("Borrell left Beijing."), "afp-no-china", acts_differ)


# --- phrases ---


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The visit was called off at short notice.", "cancelled"),
        ("The aircraft is to be brought in by 2035.", "introduce"),
        ("He is at the helm of the party.", "heading"),
        ("All this hangs together.", "interlinked"),
        ("A government without a majority fell.", "minority"),
        ("They build up their forces.", "strengthen"),
    ],
)
def test_a_phrase_is_the_word_for_it(text: str, word: str) -> None:
    folded = Pieces(text).folded
    assert word[:8] in {one[:8] for one in folded}


def test_a_sentence_is_not_parted_within_a_phrase() -> None:
    text = "Kallas says that Japan is getting more and more interested in the work of the Union."
    assert not any("more" in (text[:end].split()[-1], text[begin:].split()[0]) for end, begin in partings(Pieces(text)))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Brussels, for its part, gives its members more financial room to strengthen their industries.",
            "jt-brussels-money",
        ),
        ("Beijing is strengthening its forces in that part of the world.", "afp-china-buildup"),
        ("Mr Ishiba may find himself at the helm of a government without a majority.", "afp-ishiba-minority"),
    ],
)
def test_the_fact_that_says_it_is_shown_and_none_that_only_describes_who_is_named(
    check: Check, text: str, fact: str
) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert found.verdict.fact.id == fact


# --- and a little more of each ---


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("It is to be launched at the end of 2026.", "late"),
        ("It is to be launched at the beginning of 2026.", "early"),
        ("In the end it was launched.", ""),
        ("The end of the war is near.", ""),
    ],
)
def test_the_end_of_a_year_is_late_in_it(text: str, late: str) -> None:
    told = {one for one in ("late", "early") if stem(one) in Pieces(text).sided}
    assert told == ({late} if late else set())


def test_a_dialogue_at_the_end_of_a_year_is_none_early_in_it(checker: Checker, hear: Hear) -> None:
    text = "The Defence Industry Dialogue is to be launched at the end of 2026."
    assert held(checker, hear(text), "jt-kallas-dialogue-aim", opposite_differs)


@pytest.mark.parametrize("noun", ["discussion", "consideration", "negotiation"])
def test_what_is_under_discussion_has_not_happened(checker: Checker, hear: Hear, noun: str) -> None:
    text = f"A defence partnership of the EU with South Korea is under {noun}."
    assert held(checker, hear(text), "eu-korea-established", pending_differs)
    assert Pieces("The partnership is under attack.").pending < 0


def test_to_get_something_started_has_not_started_it() -> None:
    assert not Pieces("She was in Manila to get a defence dialogue started.").done
    assert Pieces("She got there before the dialogue started.").done


@pytest.mark.parametrize(
    ("text", "fact", "said", "instead"),
    [
        ("These things are not connected with one another.", "jt-kallas-interlinked", "not connected", "interlinked"),
        (
            "Of China Borrell made mention when he talked to reporters about the defence partnership.",
            "afp-no-china",
            "mention",
            "mention",
        ),
        ("The ratification papers have not changed hands.", "afp-iwaya-exchange", "not hands", "exchanged"),
    ],
)
def test_what_is_denied_by_another_word_differs(
    checker: Checker, hear: Hear, text: str, fact: str, said: str, instead: str
) -> None:
    (found,) = held(checker, hear(text), fact, denial_differs)
    assert found.sort == "negation"
    assert said in found.said
    assert instead in found.instead


def test_a_name_is_denied_by_no_other_word(checker: Checker, hear: Hear) -> None:
    text = "Beijing is strengthening its forces in that part of the world."
    assert held(checker, hear(text), "afp-china-buildup", denial_differs) == []


def test_in_japan_only_is_a_limit_and_not_only_in_japan_is_none(checker: Checker, hear: Hear) -> None:
    told = hear("Kallas says that the EU is looking for partners in Japan only.")
    assert held(checker, told, "jt-kallas-not-only-japan", limits_differ)
    told = hear("Kallas says that the EU is looking for partners not only in Japan.")
    assert not held(checker, told, "jt-kallas-not-only-japan", limits_differ)


def test_what_was_done_may_be_told_by_another_word(checker: Checker, hear: Hear) -> None:
    text = "Talks on it were formally opened at the Tokyo summit in July 2025."
    assert held(checker, hear(text), "jt-deal-scope", status_differs) == []
    text = "The EU has paid for joint projects of Japanese and European companies."
    assert held(checker, hear(text), "nr-eu-may-fund", status_differs)


def test_an_outlet_says_what_its_article_has(checker: Checker, hear: Hear) -> None:
    text = "Nikkei reported that the EU would like to develop weapons jointly with Japan and South Korea."
    assert held(checker, hear(text), "nr-eu-aim", speaker_differs) == []
    text = "AFP reported that the EU would like to develop weapons jointly with Japan and South Korea."
    assert held(checker, hear(text), "nr-eu-aim", speaker_differs)


def test_a_nationality_has_a_noun_behind_it_and_no_verb(checker: Checker, hear: Hear) -> None:
    text = "American and Australian companies may become rivals of the Europeans there."
    assert held(checker, hear(text), "tt-competition", roles_turned) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("companies", "comply"), ("count", "counter"), ("information", "informal"), ("policy", "police"),
        ("presence", "press"), ("treat", "treaty"), ("test", "testament"), ("sign", "signal"), ("pacific", "pacifist"),
    ],
)  # fmt: skip
def test_words_that_only_begin_alike_have_roots_of_their_own(one: str, other: str) -> None:
    assert root(one) != root(other)


@pytest.mark.parametrize(("one", "other"), [("counter", "countering"), ("treaty", "treaties"), ("press", "pressing")])
def test_forms_of_a_word_share_their_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Without China, she argued, Russia could not wage this war.", False),
        ("But without China Russia cannot wage this war.", False),
        ("Without China, Russia wages this war.", True),
        ("Russia could not wage this war.", True),
    ],
)
def test_what_could_not_be_without_another_thing_is_its_doing(text: str, denies: bool) -> None:
    assert bool(Pieces(text).denied) == denies


def test_what_is_unprofitable_is_not_lucrative(checker: Checker, hear: Hear) -> None:
    text = "Techtales considers Japan an unprofitable market for Europe's defence industry."
    (found,) = held(checker, hear(text), "tt-lucrative", denial_differs)
    assert found.said == "unprofitable"


@pytest.mark.parametrize(
    ("text", "fact", "said"),
    [
        ("The July 2025 summit was hosted by Brussels.", "eu-japan-summit-2025", "Brussels"),
        ("The July 2025 summit was hosted by Tokyo.", "eu-japan-summit-2025", ""),
        ("Japanese and European defence firms are to meet in London.", "paris-meeting", "London"),
        ("Japanese and European defence firms are to meet in Paris.", "paris-meeting", ""),
    ],
)
def test_who_hosts_and_where_people_meet_is_where_it_happens(
    checker: Checker, hear: Hear, text: str, fact: str, said: str
) -> None:
    assert [one.said for one in held(checker, hear(text), fact, place_differs)] == [said] * bool(said)


def test_only_one_of_them_is_not_some(checker: Checker, hear: Hear) -> None:
    text = "Only one of Europe's biggest defence contractors sees Japan as a vital partner."
    assert [one.instead for one in held(checker, hear(text), "tt-contractors-vital", degrees_differ)] == ["some"]
    text = "Only one European defence contractor sees Japan as a vital partner."
    assert held(checker, hear(text), "tt-contractors-vital", degrees_differ) == []


@pytest.mark.parametrize(
    ("highest", "word"), [("biggest", "big"), ("largest", "larger"), ("strongest", "stronger"), ("newest", "new")]
)
def test_the_highest_degree_is_a_form_of_its_word(highest: str, word: str) -> None:
    assert root(highest) == root(word)


def test_an_official_of_a_country_does_not_say_what_one_of_another_body_says(checker: Checker, hear: Hear) -> None:
    text = "A senior {} official said that the security environment in Europe and Asia is undergoing changes."
    (found,) = held(checker, hear(text.format("Japanese")), "nr-official-environment", names_differ)
    assert (found.sort, found.said) == ("speaker", "Japanese")
    assert held(checker, hear(text.format("European")), "nr-official-environment", names_differ) == []
    text = "The American ambassador said that repairs in Japan would free up capacity."
    assert held(checker, hear(text), "nr-emanuel-repairs", names_differ) == []
    text = "In Japan, the American ambassador said, repairs would free up capacity."
    assert held(checker, hear(text), "nr-emanuel-repairs", names_differ) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Japan is not the only partner the EU is looking at, Kallas stressed.", "jt-kallas-not-only-japan"),
        ("Brussels has nothing comparable with anyone else in the Asia-Pacific.", "afp-borrell-first"),
    ],
)
def test_not_the_only_one_and_nothing_else_deny_nothing_of_the_fact(
    checker: Checker, hear: Hear, text: str, fact: str
) -> None:
    assert held(checker, hear(text), fact, denial_differs) == []


def test_what_is_in_place_is_not_still_to_be_laid(checker: Checker, hear: Hear) -> None:
    text = "The foundations for a stronger defence partnership have yet to be laid, Techtales says."
    assert held(checker, hear(text), "tt-foundations", pending_differs)


def test_an_accord_is_an_agreement_whose_steps_are_known(checker: Checker, hear: Hear) -> None:
    text = "The accord on sharing classified information was signed at the July 2025 summit."
    (found,) = held(checker, hear(text), "jt-deal-scope", status_differs)
    assert found.instead == "no further than negotiations opened"
    assert set(Pieces(text).done) == {root("sign")}


def test_who_stands_behind_an_and_does_it_too(checker: Checker, hear: Hear) -> None:
    text = "American and Australian companies may become rivals of the Europeans there."
    assert held(checker, hear(text), "tt-competition", directions_differ) == []


@pytest.mark.parametrize("text", ["The man before him had said just the same.", "Who held his office before him knew."])
def test_the_one_before_somebody_is_the_predecessor(text: str) -> None:
    assert "predecessor" in Pieces(text).folded


def test_what_is_denied_by_another_word_differs_where_only_a_name_is_shared(checker: Checker, hear: Hear) -> None:
    text = "Japan's investments do not match what the European defence industry concentrates on."
    (found,) = held(checker, hear(text), "tt-aligns", denial_differs)
    assert (found.said, found.instead) == ("not match", "align")


def test_the_west_is_western(checker: Checker, hear: Hear) -> None:
    text = "Japan is tightening its defence ties with the {}."
    assert held(checker, hear(text.format("West")), "nr-japan-western-allies", names_differ) == []
    assert held(checker, hear(text.format("East")), "nr-japan-western-allies", names_differ)


@pytest.mark.parametrize("owner", ["In Beijing's eyes", "In Beijing’s eyes"])
def test_in_the_eyes_of_somebody_nothing_is_done(checker: Checker, hear: Hear, owner: str) -> None:
    assert held(checker, hear(f"{owner} Taiwan belongs to China."), "afp-beijing-claim", deed_differs) == []


def test_unrest_is_the_highest_of_nothing(checker: Checker, hear: Hear) -> None:
    text = "A stronger China and unrest in the Indo-Pacific are behind it."
    assert held(checker, hear(text), "tt-drivers", degrees_differ) == []


def test_the_money_that_came_after_it_is_told_in_its_order(checker: Checker, hear: Hear) -> None:
    text = "The security strategy of 2022 and the money that came after it show that Japan is determined."
    assert held(checker, hear(text), "spending-increase-after-2022", orders_differ) == []


@pytest.mark.parametrize(
    ("text", "fact", "said"),
    [
        ("The pressure on Japan to spend more comes from Brussels.", "jt-us-pressure", "Brussels"),
        ("The pressure on Japan to spend more comes from the United States.", "jt-us-pressure", ""),
        ("The pressure on Japan to spend more comes from Washington.", "jt-us-pressure", ""),
        ("Japan has come a long way from Brussels.", "jt-us-pressure", ""),
        ("Japan is countering disinformation from Russia.", "nr-japan-china-cyber", "Russia"),
    ],
)
def test_what_comes_from_one_does_not_come_from_another(
    checker: Checker, hear: Hear, text: str, fact: str, said: str
) -> None:
    assert [one.said for one in held(checker, hear(text), fact, origins_differ)] == [said] * bool(said)


def test_what_came_behind_a_verb_is_no_background(hear: Hear) -> None:
    heard = hear("His next stop after the Japanese capital was Manila.")
    manila = next(one for one in heard.named if "philippines" in one.ids)
    assert not heard.is_background(manila)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("European defence firms are still beginners in cybersecurity.", "tt-cyber-experience"),
        ("The tie-up would narrow the sources of procurement.", "nr-eu-benefits"),
        ("The rocket was one of the oldest it has.", "north-korea-missile-test"),
    ],
)
def test_a_beginner_has_no_experience_and_what_narrows_does_not_grow(
    checker: Checker, hear: Hear, text: str, fact: str
) -> None:
    assert held(checker, hear(text), fact, opposite_differs)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("In front of the press he did bring up China.", "afp-no-china"),
        ("Japan has so far taken no part in NATO activities.", "japan-in-exercises"),
    ],
)
def test_to_bring_up_is_to_mention_and_no_part_is_a_denial(checker: Checker, hear: Hear, text: str, fact: str) -> None:
    assert held(checker, hear(text), fact, denial_differs)


def test_before_somebody_is_no_opposite_of_after(checker: Checker, hear: Hear) -> None:
    text = "Before Ishiba, Kishida too had cautioned that East Asia could be the next Ukraine."
    assert held(checker, hear(text), "afp-kishida-warning", opposite_differs) == []
