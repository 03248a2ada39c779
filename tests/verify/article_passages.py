"""Passages written from the articles alone, after the verifier and before it was mended by them.

The odd ones were looked at while it was mended, the even ones at the end."""

from __future__ import annotations

from tests.verify.passages import Case

__all__ = ["MISSED_LATER", "PASSAGES_OF_ARTICLES"]

# Sentences of which the verdict is not what it should be.
MISSED_LATER = {
    "Kallas calls North Korea the key enabler of Russia's war in Ukraine.": "supported by jt-kallas-interlinked",
}

PASSAGES_OF_ARTICLES: tuple[tuple[Case, ...], ...] = (
    (
        Case(
            "true",
            "eu-japan-summit-2025,jt-kallas-room",
            (
                "Kallas believes there is much scope for Europe's and Japan's defence firms to work with "
                "one another, not least on cyber."
            ),
        ),
        Case(
            "true",
            "dialogue-launch,eu-japan-summit-2025",
            (
                "Officials and business people are to meet in a Defence Industry Dialogue that should "
                "begin early in 2026."
            ),
        ),
        Case(
            "speaker",
            "eu-japan-summit-2025,jt-kallas-room",
            "Ishiba said he sees a lot of room for the two defence industries to cooperate.",
        ),
        Case(
            "true",
            "jt-kallas-challenges,jt-kallas-hope",
            (
                "Europe's arms industry suffers from slow procurement, expensive equipment and China's "
                "curbs on the export of rare earths."
            ),
        ),
        Case(
            "opposite",
            "jt-kallas-challenges,jt-kallas-hope",
            "Short procurement times are among the problems of the European defence industry.",
        ),
        Case(
            "true",
            "jt-brussels-money,jt-members-buy-abroad",
            "Member states are also buying more arms outside the bloc, most of all in America.",
        ),
    ),
    (
        Case(
            "number",
            "fig-nato-five-percent,five-percent-agreed",
            "NATO members in the EU have agreed on spending 3.5% of GDP on defence by 2035.",
        ),
        Case(
            "true",
            "fig-japan-two-percent,japan-two-percent-target",
            "Tokyo's aim is to spend two percent of GDP on its defence by 2027.",
        ),
        Case(
            "name",
            "fig-japan-two-percent,japan-two-percent-target",
            "Japan has come under growing pressure from London to do likewise.",
        ),
        Case(
            "number",
            "fig-nato-five-percent,five-percent-agreed",
            "EU nations in NATO will spend 2% of their GDP on defence by 2027.",
        ),
        Case(
            "true",
            "jt-maslow-capacity,jt-maslow-foothold",
            "For Sebastian Maslow a foothold in Europe could be an important step for Japan's arms makers.",
        ),
        Case(
            "true",
            "jt-common-priority,jt-shared-concerns",
            "Both sides call stronger industrial bases for their defence a common priority.",
        ),
    ),
    (
        Case(
            "true",
            "jt-kallas-interlinked,jt-kallas-north-korean-soldiers",
            "North Korean troops are fighting alongside Russia's in Ukraine, says Kallas.",
        ),
        Case(
            "name",
            "jt-kallas-china-enabler,jt-kallas-interlinked",
            "Kallas calls North Korea the key enabler of Russia's war in Ukraine.",
        ),
        Case(
            "opposite",
            "jt-kallas-natural,jt-kallas-not-only-japan",
            "She finds it unnatural that the bloc should diversify its trade and its partners.",
        ),
        Case(
            "true",
            "eu-korea-established,kallas-in-manila",
            "With South Korea, too, the Union has a defence partnership.",
        ),
        Case(
            "date",
            "eu-korea-established,kallas-in-manila",
            "In March 2025 Kallas travelled to Manila to set up a defence dialogue with the Philippines.",
        ),
        Case(
            "negation",
            "jt-kallas-asia-interest,jt-kallas-believers",
            "The push of Brussels is limited to Japan, she added.",
        ),
    ),
    (
        Case(
            "true",
            "information-negotiations-launched,jt-deal-limits",
            "At the summit in Tokyo the two sides began formal negotiations on sharing classified information.",
        ),
        Case(
            "negation",
            "jt-deal-limits,jt-deal-stepping-stone",
            "The pact does specify which data will be exchanged.",
        ),
        Case(
            "status",
            "information-negotiations-launched,jt-deal-limits",
            "The agreement on classified information has been signed.",
        ),
        Case(
            "true",
            "jt-deal-limits,jt-deal-stepping-stone",
            (
                "The agreement is regarded as a stepping stone to closer military cooperation and to "
                "transfers of technology."
            ),
        ),
        Case(
            "true",
            "jt-space-debris,jt-space-norms",
            "Satellite constellations are to be developed faster, both partners promised.",
        ),
        Case(
            "opposite",
            "jt-space-debris,jt-space-norms",
            "They vowed to slow down the development of satellite constellations.",
        ),
    ),
    (
        Case(
            "true",
            "eu-norway-established,nr-first-in-asia",
            "Norway, which is not in the EU, already has such a partnership with it.",
        ),
        Case(
            "true",
            "ministerial-agreement-goal",
            "By the end of 2024 Brussels wanted an agreement with Tokyo at the level of ministers.",
        ),
        Case(
            "date",
            "ministerial-agreement-goal",
            "The EU wanted a ministerial agreement with Japan by the end of 2026.",
        ),
        Case(
            "true",
            "nr-japan-benefits",
            (
                "Working with Europeans could help Japan improve its technology, cut costs and sell its "
                "hardware in more places."
            ),
        ),
        Case(
            "opposite",
            "nr-japan-benefits",
            "Working with European companies would raise Japan's costs.",
        ),
        Case(
            "negation",
            "nr-eu-may-fund",
            "The EU has ruled out paying for projects of Japanese and European companies.",
        ),
    ),
    (
        Case(
            "true",
            "nr-treaty-support,russia-north-korea-treaty-reached",
            "Russia and North Korea have a treaty that provides for mutual military support in a crisis.",
        ),
        Case(
            "name",
            "nr-treaty-support,russia-north-korea-treaty-reached",
            "China and North Korea concluded a Comprehensive Strategic Partnership Treaty in June 2024.",
        ),
        Case(
            "true",
            "nr-eu-russia-concern,nr-japan-china-cyber",
            "Brussels worries that Russian cyberattacks and fake news might affect elections in member states.",
        ),
        Case(
            "true",
            "invasion-of-ukraine,nr-japan-taiwan-concern",
            "Since Russia attacked Ukraine, Japan worries more about a Chinese invasion of Taiwan.",
        ),
        Case(
            "opposite",
            "invasion-of-ukraine,nr-japan-taiwan-concern",
            "Russia's invasion of Ukraine has lessened Japan's concerns about Taiwan.",
        ),
        Case(
            "number",
            "fig-japan-doubling,japan-doubling-aim",
            "Japan is striving to quadruple its defence spending.",
        ),
    ),
    (
        Case(
            "true",
            "japan-uk-italy-signing,nr-agreement-purpose",
            "At the end of 2023 Japan, Britain and Italy signed an accord on closer defence cooperation.",
        ),
        Case(
            "date",
            "gcap-announced,gcap-development-start",
            "The new fighter jet is to be introduced by 2030.",
        ),
        Case(
            "status",
            "joint-headquarters",
            "The three governments have already established a joint headquarters.",
        ),
        Case(
            "true",
            "nr-jet-technologies",
            "Stealth and high-tech sensors are expected in the new fighter jet.",
        ),
        Case(
            "speaker",
            "nr-emanuel-missiles,nr-emanuel-repairs",
            (
                "According to Kaja Kallas, repairing American ships in Japan would free industrial "
                "capacity in the United States."
            ),
        ),
        Case(
            "true",
            "nr-japan-us-philippines,south-china-sea-exercise",
            "Ships of Japan, the US, Canada and the Philippines exercised in the South China Sea in June 2024.",
        ),
    ),
    (
        Case(
            "true",
            "afp-borrell-timely",
            "Borrell praised the partnership as a historic step that came at the right time.",
        ),
        Case(
            "name",
            "afp-pact-content,sdp-announced",
            "Borrell and Shigeru Ishiba unveiled the security and defence pact.",
        ),
        Case(
            "negation",
            "afp-china-buildup,afp-japan-greatest-challenge",
            "Borrell spoke about China when he presented the pact.",
        ),
        Case(
            "true",
            "afp-korea-agenda,borrell-to-south-korea",
            "After his talks in Tokyo Borrell went on to South Korea.",
        ),
        Case(
            "number",
            "afp-us-troops,fig-north-korean-troops",
            "According to Washington, dozens of North Korean soldiers are in Russia.",
        ),
        Case(
            "true",
            "afp-text-industry,afp-text-naval",
            "The text of the partnership mentions joint exercises and port calls as naval cooperation.",
        ),
    ),
    (
        Case(
            "opposite",
            "afp-fighter-airborne,afp-japan-relied",
            "For decades Japan has been independent of the United States for its military hardware.",
        ),
        Case(
            "true",
            "afp-fighter-airborne,afp-japan-relied",
            "The jet that Japan develops with Italy and Britain should fly by 2035.",
        ),
        Case(
            "true",
            "afp-heng-funding,afp-heng-turbo",
            "In Yee Kuang Heng's view the agreement could turbo-charge collaboration.",
        ),
        Case(
            "negation",
            "afp-beijing-claim,afp-beijing-force",
            "China has promised never to use force against the island.",
        ),
        Case(
            "true",
            "afp-ishiba-alliance,afp-ishiba-not-overnight",
            "Ishiba admits that an Asian NATO will not come about overnight.",
        ),
        Case(
            "status",
            "afp-iwaya-force,afp-iwaya-foundation",
            "The SPA was never ratified and has been abandoned.",
        ),
    ),
    (
        Case(
            "true",
            "cal-joint-production,cal-less-reliance",
            "Japan and the EU want to depend less on the United States.",
        ),
        Case(
            "name",
            "paris-meeting",
            "Thales of Germany will take part in the meeting at the Paris Air Show.",
        ),
        Case(
            "true",
            "fig-eu-allocation,fig-eu-allocation-dollars",
            "America's defence budget for 2024 is put at 935 billion dollars.",
        ),
        Case(
            "number",
            "fig-eu-allocation,fig-eu-allocation-dollars",
            "Japan's spending on defence has reached about 6 trillion yen.",
        ),
        Case(
            "status",
            "cal-summit-expectation,dialogue-framework-expected",
            "The EU has paid out financial incentives to its defence industry.",
        ),
        Case(
            "negation",
            "cal-lethal-banned,cal-market-goal",
            "Japan now freely allows exports of complete lethal weapons.",
        ),
    ),
)
