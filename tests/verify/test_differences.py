"""One thing that is wrong is found by its kind, its words are marked, and what the base has instead is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked

Check = Callable[[str], list[Checked]]

# sentence → kind, the words that differ, what the base has instead (a part of it)
DIFFERENT = {
    # numbers and units
    "Japan is aiming at 3% of GDP for defence by 2027.": ("number", "3%", "2%"),
    "The EU allocated 362 billion euros.": ("number", "362 billion euros", "326 billion euros"),
    "The EU allocated 326 billion dollars.": ("number", "326 billion dollars", ""),
    "Hundreds of North Korean troops are in Russia, the United States says.": ("number", "hundreds", "thousands"),
    "Japan is striving to triple its defence spending.": ("number", "triple", "2"),
    # names
    "Borrell unveiled the partnership with Japan in Tokyo together with Fumio Kishida.": (
        "name",
        "Fumio Kishida",
        "Takeshi Iwaya",
    ),
    "Biden hosted Ishiba for a state visit in April 2024.": ("name", "Ishiba", "Fumio Kishida"),
    "In June 2024 Japan exercised in the South China Sea with the US, Australia and the Philippines.": (
        "name",
        "Australia",
        "Canada",
    ),
    # dates
    "Biden hosted Kishida for a state visit in May 2024.": ("date", "May 2024", "2024"),
    "Russia invaded Ukraine in 2014.": ("date", "2014", "2022"),
    "Japan is aiming to reach 2% of GDP for defence by 2030.": ("date", "2030", "2027"),
    "The SPA enters into force on 1 January 2026.": ("date", "1 January 2026", "2025"),
    # negation
    "The pact on classified information authorises information exchanges itself.": ("negation", "authorises", "not"),
    "Beijing has ruled out using force to bring Taiwan under its control.": ("negation", "", ""),
    "A NATO-like regional alliance will happen overnight, Ishiba concedes.": ("negation", "happen", "not happen"),
    # opposites
    "China is reducing its military pressure on Taiwan.": ("opposite", "reducing", "increasing"),
    "South Korea is decreasing its weapons exports to Europe.": ("opposite", "decreasing", "increasing"),
    "Repairs in Japan would allow US shipyards to concentrate on building fewer warships, Emanuel says.": (
        "opposite",
        "fewer",
        "more",
    ),
    # what is only planned
    "The EU and Japan have accelerated the development of satellite constellations.": ("status", "accelerated", "only"),
    "Japan has reached defence spending of 2% of GDP.": ("status", "reached", "only"),
    "The EU and Japan have concluded their agreement on sharing classified information.": (
        "status",
        "concluded",
        "no further than",
    ),
    # who says it
    "Borrell calls China the key enabler of Russia's war in Ukraine.": ("speaker", "Josep Borrell", "Kaja Kallas"),
    "Kallas says we live in a very dangerous world.": ("speaker", "Kaja Kallas", "Josep Borrell"),
    "According to Iwaya, NATO puts the US defence budget for 2024 at 935 billion dollars.": (
        "speaker",
        "Iwaya",
        "NATO",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("text", "wanted"), DIFFERENT.items(), ids=lambda value: str(value)[:40])
def test_what_differs_is_found_and_marked(check: Check, text: str, wanted: tuple[str, str, str]) -> None:
    (one,) = check(text)
    sort, said, instead = wanted
    assert one.verdict.word in ("differs", "no source"), one.verdict
    found = [odd for odd in one.verdict.differences if odd.sort == sort]
    assert found, one.verdict.differences
    assert said.lower() in found[0].said.lower()
    assert instead in found[0].instead
    if found[0].end > found[0].start and sort not in ("speaker", "negation"):
        assert text[found[0].start : found[0].end].lower() == found[0].said.lower()


# what is the same, however it is written
SAME = (
    "Japan's defence spending reached about nine trillion yen.",
    "Japan's defence spending reached about ¥9 trillion.",
    "The EU allocated €326bn.",
    "The EU allocated 326,000 million euros.",
    "The US defence budget for 2024 is projected at $935 billion, according to NATO.",
    "Japan is aiming to reach two per cent of GDP for defence by 2027.",
    "The partnership of the EU and Japan was announced in November 2024.",
    "The partnership of the EU and Japan was announced on 1 November 2024.",
    "The partnership of the EU and Japan was announced in 2024.",
    "Washington says thousands of North Korean troops are in Russia.",
    "Beijing has not ruled out using force to bring Taiwan under its control.",
    "Beijing hasn't ruled out using force to bring Taiwan under its control.",
    "China is increasing its military pressure on Taiwan.",
    "Brussels allocated 326 billion euros.",
    "Exports of complete lethal weapons remain largely banned in Japan.",
    "Exports of complete lethal weapons are largely not allowed in Japan.",
    "Kishida was hosted by Biden for a state visit in April 2024.",
)


@pytest.mark.parametrize("text", SAME)
def test_what_is_the_same_in_another_form_does_not_differ(check: Check, text: str) -> None:
    (one,) = check(text)
    assert one.verdict.word == "supported", one.verdict


UNSOURCED = (
    "The European Parliament debated the fishing quotas for bluefin tuna on Tuesday.",
    "Toyota will open a battery plant in Poland next spring.",
    "Hiroshima hosted the G7 in 2023.",
    "Bread prices in Lisbon rose by four per cent.",
    "The orchestra played Mahler in Vienna.",
)


@pytest.mark.parametrize("text", UNSOURCED)
def test_what_no_source_says_is_never_supported(check: Check, text: str) -> None:
    (one,) = check(text)
    assert one.verdict.word in ("no source", "differs"), one.verdict
    assert one.verdict.why


NOTHING = (
    "Ladies and gentlemen, good morning.",
    "Thank you very much.",
    "Where do we stand today?",
    "I believe that we can do better.",
    "We must act now.",
    "Let us begin.",
    "Dear colleagues, welcome to Tokyo.",
    "Yes.",
    "In my view that is not enough.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_greetings_questions_and_opinions_are_nothing_to_check(check: Check, text: str) -> None:
    assert [one.verdict.word for one in check(text)] == ["nothing to check"]
