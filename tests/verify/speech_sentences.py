"""Sentences as speakers say them, each by itself: of facts of the shipped corpus, and with one thing wrong.

Beside the kinds of `passages.py` there are: swap (who did it to whom), office, place, and strength ("must" for "may").
"""

from __future__ import annotations

from tests.verify.passages import Case

__all__ = ["MISSED_ALONE", "SENTENCES_OF_SPEAKERS"]

# Sentences of which the verdict is not what it should be, and why.
MISSED_ALONE = {
    "Money is not the bottleneck, production capacity is, Yee Kuang Heng points out.": "supported by afp-heng-funding",
    "Both economically and strategically, the collaboration of Japan and Europe pays off, one article argues.": (
        "no source by tt-counterbalance"
    ),
    "Only one European contractor, BAE Systems, is involved in Japan's F-X.": "supported by contractors-in-fx",
    (
        "Since February 2022 nobody in Tokyo takes peace in the Taiwan Strait for granted; the invasion "
        "of Ukraine has added to fears of a Chinese attack."
    ): "no source by nr-japan-taiwan-concern",
    (
        "Ties to Washington and to NATO states have whetted Tokyo's appetite for a bigger role in world security."
    ): "no source by tt-well-positioned",
    "Exporting parts of weapons has become harder in Japan.": "supported by japan-export-rules",
    (
        "Under the partnership, the two must share all information on their defence industries."
    ): "supported by jt-deal-stepping-stone",
    (
        "Parts for weapons systems may now be exported from Japan, thanks to changes of recent years."
    ): "nothing to check by -",
    "SJAC met officials of the European Defence Agency in Brussels.": "supported by sjac-nato-meeting",
    "The EU states in NATO already spend five percent of GDP on defence.": "supported by five-percent-agreed",
    "The EU and the Philippines have had a security and defence dialogue for years.": "supported by kallas-in-manila",
    "Japanese companies are taking part in EU defence projects.": "supported by jt-dialogue-opportunities",
    "European companies have delivered the first F-X fighters.": "supported by contractors-in-fx",
    "North Korea has invaded Russia.": "supported by russia",
    "Japan is considering invading Taiwan.": "supported by nr-japan-taiwan-concern",
    (
        "NATO's European Union members have signed up to a defence target of five per cent of GDP, with "
        "a deadline of 2035."
    ): "differs by five-percent-target",
    "Defence technology develops at speed, not least thanks to artificial intelligence.": "nothing to check by -",
    "Axelspace builds radar satellites and was expected to come along to Paris.": "supported by paris-meeting",
    "There are many markets larger and more advanced than Japan's.": "supported by tt-market-rank",
}

SENTENCES_OF_SPEAKERS: tuple[tuple[Case, ...], ...] = tuple(
    (case,)
    for case in (
        Case(
            "true",
            "nr-treaty-support,russia-north-korea-treaty",
            ("Under their treaty of June 2024, Russia and North Korea promise each other military help in a crisis."),
        ),
        Case(
            "date",
            "tt-nato-focus,invasion-of-ukraine",
            "Since Russia's invasion of Ukraine in 2014, NATO has focused on deterring Russian aggression.",
        ),
        Case("number", "fig-eu-allocation-dollars", "In dollars, the EU's allocation comes to 276.7 billion."),
        Case(
            "speaker",
            "afp-iwaya-force",
            "Kaja Kallas announced that the SPA would enter into force on 1 January 2025.",
        ),
        Case(
            "status",
            "dialogue-launch,defense-industry-dialogue",
            "The Japan-EU Defence Industry Dialogue has begun its work.",
        ),
        Case(
            "name",
            "russia-north-korea-treaty-reached,nr-treaty-support",
            "Russia and Belarus reached a Comprehensive Strategic Partnership Treaty in June 2024.",
        ),
        Case(
            "true",
            "dialogue-launch,jt-dialogue-participants,defense-industry-dialogue,jt-kallas-dialogue-aim",
            (
                "The Defence Industry Dialogue, which should start in early 2026, is meant to bring officials and"
                " companies from both sides into one room."
            ),
        ),
        Case("number", "fig-us-budget", "NATO expects an American defence budget of 953 billion dollars for 2024."),
        Case("name", "cal-nato-interest,sjac-nato-meeting", "SJAC recently met officials of the OECD in Brussels."),
        Case(
            "true",
            "nr-eu-aim,eu-seeks-partnerships",
            (
                "Nikkei reported in June 2024 that the EU would like to develop weapons jointly with Japan and "
                "South Korea."
            ),
        ),
        Case(
            "true",
            "tt-reshape",
            "If the challenges are overcome, the partnership could reshape global defence for many years.",
        ),
        Case(
            "date",
            "sdp-announced",
            "The EU and Japan announced their security and defence partnership in October 2023.",
        ),
        Case(
            "true",
            "nr-japan-us-philippines",
            "Japan also wants to do more with the Philippines and the US in defence.",
        ),
        Case("true", "sdp-announced", "Borrell and Iwaya presented the new partnership on 1 November 2024 in Tokyo."),
        Case("true", "afp-japan-relied", "Japan has bought its military hardware from the United States for decades."),
        Case(
            "true",
            "kallas",
            ("Kaja Kallas, once prime minister of Estonia, is a vice president of the European Commission as well."),
        ),
        Case(
            "speaker",
            "afp-beijing-claim,afp-beijing-force",
            "Japan claims the self-ruled island of Taiwan as part of its territory.",
        ),
        Case("negation", "tt-japan-cyber", "Japan is not giving priority to its cyber defence capabilities."),
        Case(
            "negation",
            "cyberattacks-on-both,tt-digital-priority",
            "Japan has never been the target of cyberattacks.",
        ),
        Case(
            "true",
            "afp-ishiba-minority",
            ("Shigeru Ishiba may have to govern without a majority after the disastrous election of October 2024."),
        ),
        Case(
            "name",
            "kishida-state-visit",
            "President Trump hosted Prime Minister Kishida for a state visit in April 2024.",
        ),
        Case(
            "true",
            "afp-spa-separate,spa",
            "The SPA is not the security and defence partnership but a separate pact, agreed before.",
        ),
        Case(
            "true",
            "nr-japan-taiwan-saying",
            '"What affects Taiwan is of great concern to Japan", Tokyo has said time and again.',
        ),
        Case(
            "true",
            "cal-ready",
            (
                "Talks among leaders of government and business of both sides, Japan and the EU, are to be the "
                "first step."
            ),
        ),
        Case(
            "true",
            "nr-taiwan-strait",
            "A war in the Taiwan Strait would endanger Japan, if only because of where it lies.",
        ),
        Case("negation", "afp-iwaya-foundation", "The SPA has no legal force, Iwaya said."),
        Case("true", "f-2-replacement,fx", "Japan's F-2 fighters are getting old, and the F-X is to replace them."),
        Case(
            "true",
            "afp-kishida-warning",
            "Ishiba's predecessor, Fumio Kishida, had sounded the same warning about East Asia.",
        ),
        Case(
            "true",
            "afp-iwaya-exchange,spa-ratification-exchanged",
            (
                "On Friday, 1 November 2024, Iwaya and Borrell exchanged an instrument of ratification for the "
                "Strategic Partnership Agreement."
            ),
        ),
        Case("opposite", "jt-us-pressure", "American pressure on Japan to spend more is weakening."),
        Case("date", "kishida-state-visit", "Kishida was hosted by President Biden in June 2024."),
        Case(
            "true",
            "nr-eu-russia-concern,nr-japan-china-cyber",
            (
                "While Europe fears Russian hackers and fake news before elections, Japan has Chinese "
                "cyberattacks and disinformation to deal with."
            ),
        ),
        Case(
            "speaker",
            "nr-official-environment",
            ("The security environment in Europe and Asia is undergoing significant changes, said Rahm Emanuel."),
        ),
        Case(
            "true",
            "tt-fertile-ground,japan-in-exercises",
            "Japan takes part in joint military exercises and is more and more involved in NATO activities.",
        ),
        Case(
            "true",
            "participation-proposed,japanese-participation-proposals",
            "It has been proposed that Japanese firms take a larger part in defence research led by the EU.",
        ),
        Case(
            "number",
            "fig-japan-two-percent,japan-two-percent,japan-two-percent-target,tt-commitment",
            "By 2027, Japan wants to be at four percent of GDP.",
        ),
        Case("speaker", "jt-kallas-china-enabler", "Josep Borrell called China the key enabler of Russia's war."),
        Case(
            "true",
            "tt-traditional-focus",
            "Traditionally, European arms makers have served NATO members and countries of the EU.",
        ),
        Case(
            "number",
            "fig-north-korean-troops,afp-us-troops",
            "Washington counted hundreds of North Korean soldiers in Russia.",
        ),
        Case("date", "russia-north-korea-treaty-reached", "Moscow and Pyongyang reached their treaty on 19 June 2023."),
        Case(
            "true",
            "jt-kallas-both-ways,jt-dialogue-opportunities",
            (
                "The industry dialogue could one day let Japanese companies into European defence projects, and "
                "European companies into Japanese ones."
            ),
        ),
        Case(
            "true",
            "jt-partnership-naval,jt-partnership-industry",
            (
                "The partnership of November 2024 prepares the ground for naval training together and for "
                "building the capacity of other countries in the Indo-Pacific."
            ),
        ),
        Case(
            "true",
            "nr-eu-areas",
            (
                "Space, cybersecurity, disinformation and the security of the seas are other fields in which the "
                "EU might cooperate."
            ),
        ),
        Case(
            "true",
            "tt-lucrative",
            (
                "As Asia-Pacific demands more sophisticated defence systems, Japan becomes a lucrative new market"
                " for Europe's arms industry."
            ),
        ),
        Case(
            "name",
            "south-china-sea-exercise",
            ("In June 2024, Japan exercised in the East China Sea with American, Canadian and Philippine ships."),
        ),
        Case(
            "true",
            "paris-meeting",
            (
                "Thales and Safran from France, along with Leonardo from Italy, were expected to attend on the "
                "European side."
            ),
        ),
        Case("negation", "afp-ishiba-not-overnight", "A NATO for Asia will happen overnight, Ishiba believes."),
        Case(
            "true",
            "tt-market-rank,tt-keen",
            (
                "European defence firms are keen on Japan's market, one of the biggest and technologically most "
                "advanced anywhere."
            ),
        ),
        Case(
            "true",
            "jt-joint-concerns,jt-joint-closer-cooperation",
            (
                "Russia's war against Ukraine and the challenges to a free and open Indo-Pacific are the backdrop"
                " that the joint statement names."
            ),
        ),
        Case(
            "status",
            "classified-information-agreement,information-negotiations-launched,jt-deal-scope",
            "The agreement on sharing classified information has been in force since the summit.",
        ),
        Case(
            "number",
            "fig-japan-spending-dollars",
            "Nine trillion yen, or 26.4 billion dollars, is what Japan spends.",
        ),
        Case(
            "true",
            "cal-nato-interest,sjac-nato-meeting",
            (
                "NATO told the Society of Japanese Aerospace Companies that it is increasingly interested in "
                "Japan's start-ups, particularly those in space."
            ),
        ),
        Case(
            "speaker",
            "jt-maslow-foothold",
            "A foothold in Europe would be a significant step for Japan's industry, said Kaja Kallas.",
        ),
        Case(
            "name",
            "japan-uk-italy-signing,nr-agreement-purpose",
            "In December 2023, Japan signed its agreement on defence cooperation with France and Italy.",
        ),
        Case(
            "date",
            "information-negotiations-launched",
            "Negotiations about classified information began at the summit of July 2024.",
        ),
        Case(
            "negation",
            "jt-maslow-capacity",
            "Both sides have the production capacity to match their spending, says Maslow.",
        ),
        Case(
            "true",
            "national-security-strategy-2022,tt-determination",
            "Japan's determination to modernise is shown by its National Security Strategy of 2022.",
        ),
        Case(
            "true",
            "jt-kallas-room,jt-kallas-technology",
            (
                "Last July Kaja Kallas told The Japan Times that cyber and dual-use systems such as drones are "
                "where the two industries could do most together."
            ),
        ),
        Case("true", "afp-borrell-timely", 'Mr Borrell spoke of a "very timely" step, and of a historic one.'),
        Case(
            "true",
            "afp-pact-content",
            (
                "Joint drills, the exchange of information about the arms industry and security in space are what"
                " the pact is about."
            ),
        ),
        Case("negation", "nr-eu-may-fund", "The EU will not fund projects between Japanese and European companies."),
        Case(
            "speaker",
            "nr-emanuel-repairs,nr-emanuel-shipyards",
            ("Prime Minister Kishida explained that repairing US ships in Japan would free up American capacity."),
        ),
        Case(
            "true",
            "tt-japan-cyber,tt-cyber-experience",
            ("Europe's companies have great experience in cybersecurity, to which Japan gives more and more priority."),
        ),
        Case(
            "true",
            "kallas-in-manila,eu-korea-established,eu-philippines-dialogue,eu-korea-partnership",
            (
                "The EU has a defence partnership with South Korea, and in June 2025 its foreign policy chief was"
                " in Manila to prepare a defence dialogue."
            ),
        ),
        Case(
            "status",
            "spending-increase-after-2022,fig-japan-doubling,japan-doubling-aim",
            "Japan has doubled its defence spending.",
        ),
        Case("date", "north-korea-missile-test", "North Korea tested a powerful missile on 13 October 2024."),
        Case("negation", "afp-beijing-force", "Beijing has ruled out using force against Taiwan."),
        Case(
            "true",
            "jt-kallas-believers",
            (
                "Both Japan and the European Union are firm believers in free trade, a level playing field and "
                "international law, in Kaja Kallas's view."
            ),
        ),
        Case(
            "true",
            "jt-follows-partnership,jt-partnership-groundwork",
            (
                "The results of the July summit build on the security and defence partnership launched the "
                "November before."
            ),
        ),
        Case(
            "true",
            "nr-talks-focus,us-japan-tokyo-talks",
            (
                "The upkeep of naval vessels in Japan was the chief subject when American and Japanese officials "
                "met in Tokyo in June 2024."
            ),
        ),
        Case(
            "status",
            "gcap-introduction,afp-fighter-airborne,gcap",
            "The fighter of Japan, Britain and Italy has been introduced.",
        ),
        Case(
            "true",
            "afp-counter-china,japan-two-percent,fig-japan-two-percent",
            (
                "Partly with an eye on China, Japan is raising its military budget to two percent of GDP by 2027,"
                " which is the standard in NATO."
            ),
        ),
        Case(
            "true",
            "jt-space-debris,jt-space-vow",
            "Tokyo and Brussels want more satellite constellations sooner, and less debris in orbit.",
        ),
        Case(
            "true",
            "fig-us-budget,fig-japan-spending,fig-eu-allocation,fig-japan-spending-dollars,fig-eu-allocation-dollars",
            (
                "The American defence budget of 935 billion dollars is about fifteen times what Japan spends, "
                "62.4 billion."
            ),
        ),
        Case(
            "true",
            "afp-text-industry",
            (
                "According to the text seen by AFP, Tokyo and Brussels would also discuss how to exchange "
                "information on their defence industries."
            ),
        ),
        Case("negation", "tt-compliance", "European firms need not comply with Japanese export controls."),
        Case(
            "date",
            "five-percent-target,fig-nato-five-percent,nato-five-percent",
            "EU countries in NATO want to reach five percent by 2027.",
        ),
        Case(
            "true",
            "tt-cyber-space",
            (
                "Cybersecurity and space defence are the two fields in which Japan and Europe will probably work "
                "together more."
            ),
        ),
        Case("name", "kallas-in-manila", "In June 2025, Kaja Kallas was in Jakarta to set up a defence dialogue."),
        Case("name", "kallas", "Kaja Kallas used to be prime minister of Lithuania."),
        Case("date", "spa-entry-into-force,afp-iwaya-force", "The SPA was to enter into force on 1 January 2026."),
        Case(
            "name",
            "spa-ratification-exchanged,afp-iwaya-exchange",
            "Josep Borrell and Fumio Kishida exchanged the instrument of ratification for the SPA.",
        ),
        Case("date", "kallas-in-manila", "Kallas was in Manila in March 2025."),
        Case("speaker", "afp-borrell-timely", "Mr Iwaya hailed the pact as historic and very timely."),
        Case(
            "true",
            "nr-jet-technologies",
            "Stealth and high-tech sensors will be part of the jet that London, Rome and Tokyo are building.",
        ),
        Case("opposite", "nr-japan-taiwan-concern", "The invasion of Ukraine has calmed Japan's worries about Taiwan."),
        Case("negation", "jt-deal-limits", "The pact on classified information specifies what data will be exchanged."),
        Case("opposite", "afp-ishiba-minority", "Ishiba could head a majority government after a triumphant election."),
        Case(
            "number",
            "fig-japan-doubling,japan-doubling-aim",
            "Tokyo strives to quadruple what it spends on defence.",
        ),
        Case(
            "true",
            "ministerial-agreement-goal",
            "A ministerial agreement with Japan before the end of 2024 was what the Union had in mind.",
        ),
        Case("true", "afp-china-pressure", "The pressure that China's military puts on Taiwan is growing."),
        Case(
            "opposite",
            "nr-emanuel-repairs",
            "Repairing ships in Japan would use up American industrial capacity, said Emanuel.",
        ),
        Case("date", "gcap-introduction,gcap", "GCAP is to be introduced by 2040."),
        Case(
            "true",
            "cal-dual-use-interest",
            (
                "In weapons with artificial intelligence, what Europeans find most interesting is Japan's dual-"
                "use technology."
            ),
        ),
        Case(
            "negation",
            "cal-dual-use-interest",
            "European nations have no interest in Japanese dual-use technologies.",
        ),
        Case(
            "status",
            "joint-headquarters,gcap-joint-headquarters",
            "Japan, Italy and the UK have set up a joint headquarters for their fighter.",
        ),
        Case(
            "true",
            "jt-kallas-like-minded",
            "Those who believe in free trade and international law should stick together, says Kaja Kallas.",
        ),
        Case(
            "true",
            "tt-competition",
            (
                "European suppliers will have rivals from America and Australia in Japan, for example in missile "
                "defence."
            ),
        ),
        Case(
            "true",
            "tt-commitment,two-percent-decided",
            (
                "By deciding to raise its defence budget to 2% of GDP by 2027, Japan has shown that it is serious"
                " about modernising its forces."
            ),
        ),
        Case("true", "nr-korea-exports", "South Korea sells more and more arms to Europeans."),
        Case(
            "status",
            "kallas-in-manila,eu-korea-established,eu-korea-partnership",
            "A defence partnership between the EU and South Korea has not been established so far.",
        ),
        Case(
            "true",
            "gcap,gcap-development-start,gcap-introduction,nr-jet-technologies",
            "Work on the GCAP fighter was to begin in 2025; ten years later it should be in service.",
        ),
        Case(
            "true",
            "cal-summit-expectation,dialogue-framework-expected,public-private-dialogue-framework",
            (
                "Caliber.Az expected the summit of July 2025 to confirm more defence cooperation and to create a "
                "framework for regular dialogue between government and business."
            ),
        ),
        Case(
            "true",
            "jt-two-tracks,jt-brussels-money,jt-members-buy-abroad",
            (
                "Europe pursues two tracks, supporting its own industry while member states buy more abroad, "
                "mostly from the United States."
            ),
        ),
        Case("opposite", "cal-less-reliance", "Japan and the EU want to rely more on the United States."),
        Case(
            "true",
            "afp-fighter,afp-fighter-airborne",
            "With Britain and Italy, Japan is building a new fighter that should fly by 2035.",
        ),
        Case("true", "jt-us-pressure", "Washington is leaning on Tokyo to do as the Europeans in NATO have done."),
        Case(
            "status",
            "cal-funding-hope,eu-industry-incentives",
            "Joint projects of the EU and Japan have qualified for European funding.",
        ),
        Case(
            "true",
            "jt-kallas-challenges",
            (
                "High costs, long procurement times and China's grip on rare earths: these are the problems of "
                "European arms makers that Ms Kallas listed."
            ),
        ),
        Case("number", "fig-japan-spending", "Japan's defence spending reached some nine billion yen."),
        Case("status", "f-2-replacement", "The F-X has replaced Japan's F-2 fighters."),
        Case(
            "opposite",
            "tt-caution",
            "European companies are cautious and formal, Japanese ones flexible and entrepreneurial.",
        ),
        Case(
            "status",
            "contractor-partnerships,contractors-explore",
            "Airbus and Dassault have concluded partnerships with Japanese counterparts.",
        ),
        Case(
            "true",
            "fig-eu-allocation-dollars,fig-eu-allocation",
            "The EU's 326 billion euros are about 377 billion dollars.",
        ),
        Case(
            "true",
            "afp-missile-threat,north-korea-missile-test,us-elections-2024",
            (
                "Only days before the American elections of 2024, Pyongyang demonstrated with a missile test that"
                " it can threaten the US mainland."
            ),
        ),
        Case(
            "number",
            "five-percent-agreed,fig-nato-five-percent",
            "The EU nations in NATO have agreed to bring defence spending up to 5.5% of GDP.",
        ),
        Case(
            "true",
            "cal-discussion-focus",
            "Start-ups and large defence firms are to be brought together to spur innovation.",
        ),
        Case(
            "true",
            "five-percent-agreed,jt-nato-production",
            ("EU states in NATO face the same production problems at home as the rest of Europe's defence industry."),
        ),
        Case("opposite", "nr-korea-exports", "South Korea's weapons exports to Europe are falling."),
        Case("name", "paris-meeting", "Toyota, Toray and Mitsubishi Electric were among the firms expected in Paris."),
        Case(
            "true",
            "cal-lethal-banned,cal-parts-allowed,export-rules-relaxed",
            (
                "Japan has relaxed its export rules in recent years, but complete lethal weapons mostly still may"
                " not leave the country."
            ),
        ),
        Case(
            "opposite",
            "cal-similar-challenges",
            "Both Japan and the EU have large defence sectors and low research costs.",
        ),
        Case(
            "number",
            "fig-nato-standard,nato-two-percent",
            "The NATO standard, as AFP put it in 2024, was 3% of GDP.",
        ),
        Case(
            "true",
            "tt-japan-seeks",
            (
                "Modern forces, more partners and a more active part in world security: this is what Japan is "
                "looking for."
            ),
        ),
        Case("negation", "jt-kallas-not-only-japan", "Kallas said that the push of Brussels is limited to Japan."),
        Case(
            "true",
            "afp-text-third-countries,afp-text-naval",
            "Other countries, chosen by both, may join the naval cooperation of the EU and Japan.",
        ),
        Case("negation", "afp-no-china", "Borrell explicitly mentioned China in Tokyo."),
        Case("true", "jt-common-priority", 'Both partners call stronger defence industries a "common priority".'),
        Case(
            "true",
            "afp-borrell-dangerous",
            "We live in a very dangerous world, as Josep Borrell reminded reporters in Tokyo.",
        ),
        Case(
            "true",
            "tt-caution",
            (
                "Whereas Japanese companies are cautious and formal, European ones are often flexible and "
                "entrepreneurial."
            ),
        ),
        Case(
            "true",
            "afp-heng-turbo,heng",
            (
                "Yee Kuang Heng, an analyst at the University of Tokyo, expects the industrial agreement to "
                '"turbo-charge collaboration".'
            ),
        ),
        Case("opposite", "tt-promising", "The prospects of defence cooperation between Japan and Europe look bleak."),
        Case(
            "true",
            "tt-nato-focus,invasion-of-ukraine",
            (
                "Since Russia's invasion of Ukraine in 2022, NATO has concentrated on deterring Moscow and "
                "protecting its eastern borders."
            ),
        ),
        Case("number", "contractors-in-fx", "Only one European contractor, BAE Systems, is involved in Japan's F-X."),
        Case(
            "true",
            "nr-emanuel-repairs,nr-emanuel-shipyards",
            ("If US Navy ships were repaired in Japan, Rahm Emanuel argues, yards at home could build more warships."),
        ),
        Case(
            "true",
            "jt-maslow-tokyo",
            "Sebastian Maslow observes that Tokyo wants its arms industry to have a greater role abroad.",
        ),
        Case(
            "speaker",
            "afp-ishiba-alliance,ishiba-calls-for-alliance",
            "Fumio Kishida has called for a NATO-like alliance in the region.",
        ),
        Case(
            "speaker",
            "jt-kallas-room",
            (
                "According to Sebastian Maslow, there is a lot of room for cooperation between the two industries"
                " in cyber and drones."
            ),
        ),
        Case(
            "date",
            "dialogue-launch,jt-kallas-dialogue-aim",
            "The Japan-EU Defence Industry Dialogue is to be launched in late 2026.",
        ),
        Case(
            "true",
            "cal-europe-manufacturing",
            "Since Russia's invasion, Europe has been in a hurry to produce more arms of its own.",
        ),
        Case(
            "true",
            "maslow",
            (
                "Mr Maslow, a specialist in international relations, teaches at the University of Tokyo as an "
                "associate professor."
            ),
        ),
        Case(
            "true",
            "jt-deal-scope,information-negotiations-launched,classified-information-agreement",
            (
                "Negotiations opened in Tokyo on 23 July 2025 about a deal that will regulate how classified "
                "information is handled and stored."
            ),
        ),
        Case(
            "true",
            "jt-kallas-eggs",
            ('"Not putting all our eggs in one basket" is how Kaja Kallas describes the European approach in Asia.'),
        ),
        Case("opposite", "export-rules-relaxed,cal-parts-allowed", "Japan has tightened its rules on defence exports."),
        Case(
            "true",
            "nr-official-environment",
            (
                "The security situation of Europe and Asia is changing a great deal, an official of the European "
                "Commission said."
            ),
        ),
        Case("name", "contractors-in-fx", "Saab, BAE Systems and Rolls-Royce are involved in Japan's F-X programme."),
        Case(
            "status",
            "sdp-announced,sdp",
            "The security and defence partnership of the EU and Japan is still being negotiated.",
        ),
        Case("number", "jt-two-tracks", "Europe, the Japan Times writes, is following three parallel tracks."),
        Case("name", "borrell-to-south-korea,afp-korea-agenda", "From Tokyo Mr Borrell was going to China."),
        Case(
            "true",
            "tt-drivers",
            (
                "Behind Japan's build-up are China's rise as a military power, North Korean missile tests and "
                "instability in the Indo-Pacific."
            ),
        ),
        Case("opposite", "tt-japan-concerns", "For Tokyo, North Korea's behaviour is predictable."),
        Case("true", "jt-kallas-not-only-japan", "Brussels is not only looking at Japan, as Ms Kallas made clear."),
        Case(
            "number",
            "gcap-joint-headquarters,joint-headquarters",
            "The two governments behind the fighter will set up a joint headquarters.",
        ),
        Case(
            "name",
            "jt-kallas-challenges",
            ("American export controls on rare earths are a burden to the European defence industry, says Kallas."),
        ),
        Case(
            "true",
            "tt-fx-mix",
            ("European know-how in aerodynamics, propulsion and avionics meets Japanese engineering in the F-X."),
        ),
        Case(
            "opposite",
            "jt-members-buy-abroad",
            "EU member states are buying less military equipment from the United States.",
        ),
        Case(
            "true",
            "cal-first-meeting,paris-meeting",
            (
                "The meeting around the Paris Air Show was to be the first ever between defence companies of "
                "Japan and the EU."
            ),
        ),
        Case(
            "status",
            "japan-two-percent-target,fig-japan-two-percent",
            "Japan now spends two percent of its GDP on defence.",
        ),
        Case(
            "speaker",
            "afp-heng-turbo",
            'Josep Borrell said that the agreement could "turbo-charge collaboration".',
        ),
        Case(
            "true",
            "fig-nato-five-percent,five-percent-agreed,nato-five-percent,five-percent-target",
            (
                "The NATO members of the EU have agreed on five percent of GDP, a dramatic increase, to be "
                "reached in 2035."
            ),
        ),
        Case(
            "true",
            "afp-kishida-warning,afp-ishiba-warning",
            (
                "Two Japanese prime ministers in a row, Kishida and Ishiba, have warned that East Asia could one "
                "day be where Ukraine is now."
            ),
        ),
        Case(
            "true",
            "fig-japan-spending,fig-japan-spending-dollars",
            (
                "Converted into dollars, the nine trillion yen that Japan devotes to defence amount to a little "
                "more than 62 billion."
            ),
        ),
        Case(
            "true",
            "five-percent-target,fig-nato-five-percent",
            (
                "Within a decade of 2025, the EU's NATO members want one euro in twenty of their economic output "
                "to go to defence."
            ),
        ),
        Case(
            "true",
            "fig-japan-two-percent,japan-two-percent-target",
            "A fiftieth of its gross domestic product is what Tokyo has promised itself for defence by 2027.",
        ),
        Case(
            "true",
            "spa-ratification-exchanged,afp-iwaya-exchange",
            (
                "What changed hands between Borrell and Iwaya on the first Friday of November 2024 was a "
                "ratification instrument for the SPA."
            ),
        ),
        Case(
            "true",
            "kallas-in-manila",
            (
                "A month before the Tokyo summit, the Philippine capital had seen a visit by the EU's top "
                "diplomat, who wanted to set up a defence dialogue there."
            ),
        ),
        Case(
            "true",
            "jt-kallas-north-korean-soldiers,jt-kallas-russia-help,jt-kallas-china-enabler",
            (
                "North Korean troops at the front, Russian equipment for Pyongyang, Chinese help for Moscow: to "
                "Kaja Kallas, all of this belongs together."
            ),
        ),
        Case(
            "true",
            "afp-beijing-claim,afp-beijing-force",
            "Though Taiwan governs itself, Beijing lays claim to it and does not exclude violence.",
        ),
        Case(
            "true",
            "cal-lethal-banned",
            "Selling finished deadly arms abroad is still off limits for Japanese makers in most cases.",
        ),
        Case(
            "true",
            "nr-emanuel-shipyards",
            (
                "More warships could be built in the United States if repairs were done in Japan, the American "
                "ambassador believes."
            ),
        ),
        Case(
            "true",
            "afp-ishiba-minority",
            (
                "After the election debacle of October 2024, a minority cabinet was a real prospect for Prime "
                "Minister Ishiba."
            ),
        ),
        Case(
            "true",
            "us-japan-plans-announced,kishida-state-visit",
            (
                "It was on the occasion of Kishida's state visit to Washington that he and Biden made known their"
                " plans for closer defence ties."
            ),
        ),
        Case(
            "true",
            "cal-first-meeting",
            (
                "Until the Paris meeting of June 2025, companies from the Japanese and the European defence "
                "industry had never come together in this form."
            ),
        ),
        Case(
            "true",
            "paris-meeting",
            (
                "Subaru, best known for its cars, was among the Japanese corporations expected in Paris, as were "
                "Toray and IHI."
            ),
        ),
        Case(
            "true",
            "cal-nato-interest",
            (
                "Officials of NATO let their Japanese guests know in Brussels that start-ups, particularly those "
                "in the space business, are of growing interest to the Alliance."
            ),
        ),
        Case(
            "true",
            "nr-japan-taiwan-concern,invasion-of-ukraine",
            (
                "Since February 2022 nobody in Tokyo takes peace in the Taiwan Strait for granted; the invasion "
                "of Ukraine has added to fears of a Chinese attack."
            ),
        ),
        Case("true", "nr-taiwan-strait", "Geography alone makes any war over Taiwan a danger to Japan."),
        Case(
            "true",
            "nr-korea-exports,nr-korea-challenges",
            "Seoul has a threat at its border, North Korea, and a growing market in Europe for its weapons.",
        ),
        Case(
            "true",
            "russia-north-korea-treaty-reached,nr-treaty-support",
            ("Mutual military aid in times of crisis is part of what Moscow and Pyongyang agreed on in mid-June 2024."),
        ),
        Case(
            "true",
            "afp-japan-relied,cal-less-reliance",
            (
                "For decades Japan's forces have been equipped by the United States, a dependence that Tokyo "
                "would now like to reduce."
            ),
        ),
        Case(
            "true",
            "jt-deal-limits",
            (
                "By itself, the planned pact on classified information opens no files: it neither permits any "
                "exchange nor names the data."
            ),
        ),
        Case(
            "true",
            "jt-deal-stepping-stone",
            ("Transfers of technology may come within reach once the agreement on classified information is there."),
        ),
        Case(
            "true",
            "information-negotiations-launched,eu-japan-summit-2025",
            (
                "At their Tokyo summit on 23 July 2025, the two sides gave the go-ahead for talks on exchanging "
                "classified information."
            ),
        ),
        Case(
            "true",
            "jt-common-priority,jt-shared-concerns",
            (
                'Out of concern about a deteriorating security environment, Tokyo and Brussels speak of a "common'
                ' priority": a stronger industrial base for defence.'
            ),
        ),
        Case(
            "true",
            "tt-strict-rules,tt-export-avenues",
            (
                "Strict for many years, Japan's export regime has been loosened of late, to the benefit of "
                "cooperation with European firms."
            ),
        ),
        Case(
            "true",
            "tt-compliance",
            (
                "Whoever wants to do business with Japan's arms industry from Europe faces a legal maze and two "
                "regimes of export control."
            ),
        ),
        Case(
            "true",
            "tt-caution",
            (
                "In Japanese boardrooms, caution and formality count for more than in Europe, where companies "
                "tend to be nimble."
            ),
        ),
        Case(
            "true",
            "tt-competition,japan-explores-partnerships",
            (
                "Europe is not alone in courting Japan: American and Australian firms compete as well, for "
                "instance over missile defence and advanced fighters."
            ),
        ),
        Case(
            "true",
            "tt-fx-mix,contractors-in-fx",
            (
                "Avionics, propulsion and aerodynamics are what the Europeans bring to the F-X, engineering skill"
                " is what the Japanese bring."
            ),
        ),
        Case(
            "true",
            "tt-lucrative,tt-traditional-focus",
            (
                "NATO and EU countries used to be the customers of Europe's arms industry; Japan is a new one, "
                "and a lucrative one."
            ),
        ),
        Case(
            "true",
            "tt-digital-priority,cyberattacks-on-both",
            "Neither Europe nor Japan has been spared cyberattacks, whoever was behind them.",
        ),
        Case(
            "true",
            "tt-space-closer",
            (
                "Satellites need protection, and space is becoming a military theatre; both have led Tokyo and "
                "Europe to cooperate more closely."
            ),
        ),
        Case(
            "true",
            "tt-nato-focus",
            "On its eastern flank, NATO's business in recent years has been to deter Russia.",
        ),
        Case(
            "true",
            "gcap-announced,japan-uk-italy-signing",
            (
                "The launch of GCAP had been announced before the three governments put their signatures to the "
                "agreement of December 2023."
            ),
        ),
        Case(
            "true",
            "joint-headquarters",
            "A single headquarters, run by three governments, is foreseen for the next-generation fighter.",
        ),
        Case(
            "true",
            "afp-text-naval,afp-text-third-countries",
            (
                "The partnership text speaks of port calls and joint exercises, if need be with third countries "
                "that both sides designate."
            ),
        ),
        Case(
            "true",
            "afp-text-seen,afp-text-industry",
            "AFP, which has seen the text, quotes from it that defence initiatives are to be discussed.",
        ),
        Case(
            "true",
            "sdp-announced,afp-borrell-pleased",
            (
                '"Extremely pleased" was how Josep Borrell felt on 1 November 2024, when he stood next to '
                "Minister Iwaya."
            ),
        ),
        Case(
            "true",
            "afp-borrell-first",
            "With no other Asia-Pacific country had the EU ever made such an agreement, according to Borrell.",
        ),
        Case(
            "true",
            "nr-first-in-asia,eu-norway-established",
            (
                "Norway was one of the countries with which the EU had such a partnership by mid-2024; in Asia "
                "there was none."
            ),
        ),
        Case(
            "true",
            "ministerial-agreement-goal",
            "The EU had set itself the end of 2024 as the date for an agreement of ministers with Japan.",
        ),
        Case(
            "true",
            "commission-official-interview,nr-official-exploring",
            (
                "Nikkei News was told by someone high up in the Commission that Seoul and Tokyo are both being "
                "considered as partners."
            ),
        ),
        Case(
            "true",
            "nr-nuclear-kishida,nr-nuclear",
            ("Mr Kishida, it was said in June 2024, set store by including nuclear disarmament in the partnership."),
        ),
        Case(
            "true",
            "south-china-sea-exercise",
            (
                "Four navies, those of Japan, the US, Canada and the Philippines, trained together in the South "
                "China Sea in June 2024."
            ),
        ),
        Case(
            "true",
            "jt-two-tracks,jt-members-buy-abroad",
            (
                "While Brussels hands out more money for European industry, EU governments are shopping in "
                "America more than before."
            ),
        ),
        Case(
            "true",
            "jt-us-pressure",
            "From Washington comes ever more pressure on Japan to spend on defence as the European allies do.",
        ),
        Case(
            "true",
            "jt-maslow-foothold",
            (
                "To gain a foothold in Europe would be a great step forward for Japan's arms industry, Professor "
                "Maslow reckons."
            ),
        ),
        Case(
            "true",
            "jt-maslow-capacity",
            (
                "Money is not the bottleneck, production capacity is: neither Japan nor Europe has enough of it, "
                "Sebastian Maslow points out."
            ),
        ),
        Case("true", "kallas", "Before she came to Brussels, Kaja Kallas headed the government of Estonia."),
        Case(
            "true",
            "jt-kallas-challenges,jt-kallas-hope",
            (
                "Rare earths from China, slow procurement and expensive equipment hamper Europe's industry, and "
                "Ms Kallas hopes that Japan can help."
            ),
        ),
        Case(
            "true",
            "fig-us-budget,fig-eu-allocation",
            "Europe's 326 billion euros compare with an American budget of well over 900 billion dollars.",
        ),
        Case(
            "true",
            "fig-eu-allocation-dollars",
            "The EU figure of 326 billion euros corresponds to roughly 380 billion dollars.",
        ),
        Case(
            "true",
            "cal-white-paper,white-paper-published",
            (
                "Competitiveness and cooperation with Japan are two of the things that the EU's white paper on "
                "defence insists on."
            ),
        ),
        Case(
            "true",
            "cal-dual-use-interest",
            (
                "Japanese technology that can serve civilian as well as military ends attracts Europeans who want"
                " weapons with AI."
            ),
        ),
        Case(
            "true",
            "cal-summit-expectation",
            (
                "In June 2025 it was not yet certain that the summit would take place in July, but if so it was "
                "expected to confirm closer defence cooperation."
            ),
        ),
        Case(
            "true",
            "dialogue-framework-expected,public-private-dialogue-framework",
            (
                "A standing framework in which governments and companies talk regularly was among the expected "
                "results of the July summit."
            ),
        ),
        Case(
            "true",
            "dialogue-launch",
            (
                "If all goes to plan, the first quarter of 2026 will see the start of the EU–Japan defence "
                "industry dialogue."
            ),
        ),
        Case(
            "true",
            "jt-space-vow,jt-space-debris",
            (
                "Space was also on the agenda in July 2025: more satellite constellations, and less junk in orbit"
                " with the help of private firms."
            ),
        ),
        Case(
            "true",
            "afp-spa-separate",
            (
                "One should not mistake the SPA for the security and defence partnership; the two are different "
                "agreements."
            ),
        ),
        Case("true", "spa-entry-into-force", "From 1 January 2025 on, the SPA was to be in force."),
        Case("true", "afp-no-china", "China went unmentioned when Josep Borrell presented the partnership."),
        Case(
            "true",
            "afp-china-buildup,afp-japan-greatest-challenge",
            "China is arming, and Japan regards it as its gravest security problem.",
        ),
        Case(
            "true",
            "afp-missile-threat,north-korea-missile-test",
            (
                "The missile that North Korea fired on the last day of October 2024 was one of its most powerful,"
                " and the US mainland is within its reach."
            ),
        ),
        Case(
            "true",
            "tt-invests",
            "Missile defence, cyber and space are where much of Japan's new defence money goes.",
        ),
        Case(
            "true",
            "tt-pacifist",
            ("Japan long had the name of a pacifist country because of its constitution after the Second World War."),
        ),
        Case(
            "true",
            "tt-alliance",
            (
                "Ties to Washington and to NATO states have whetted Tokyo's appetite for a bigger role in world "
                "security."
            ),
        ),
        Case(
            "true",
            "tt-shifts",
            "As the geopolitical ground shifts, European arms makers are taking more interest in Japan.",
        ),
        Case(
            "true",
            "tt-promising",
            "In aerospace, cyber, space and fighter technology, the outlook for joint work is good.",
        ),
        Case(
            "number",
            "fig-eu-allocation-dollars",
            "The EU figure of 326 billion euros corresponds to roughly 450 billion dollars.",
        ),
        Case(
            "number",
            "five-percent-target",
            "One euro in ten of economic output is what the EU's NATO members want to devote to defence.",
        ),
        Case(
            "number",
            "south-china-sea-exercise",
            (
                "Seven navies, among them those of Japan and Canada, trained together in the South China Sea in "
                "June 2024."
            ),
        ),
        Case("name", "kallas", "Before she came to Brussels, Kaja Kallas headed the government of Finland."),
        Case(
            "name",
            "paris-meeting",
            "Hitachi was among the Japanese corporations expected in Paris, as were Toray and IHI.",
        ),
        Case(
            "name",
            "nr-emanuel-shipyards",
            (
                "More warships could be built in the United Kingdom if repairs were done in Japan, the ambassador"
                " believes."
            ),
        ),
        Case(
            "name",
            "nr-first-in-asia,eu-norway-established",
            "Switzerland was one of the countries with which the EU had such a partnership by mid-2024.",
        ),
        Case(
            "date",
            "ministerial-agreement-goal",
            "The EU had set itself the end of 2026 as the date for an agreement of ministers with Japan.",
        ),
        Case(
            "date",
            "afp-ishiba-minority,japan-general-election",
            (
                "After the election debacle of April 2024, a minority cabinet was a real prospect for Prime "
                "Minister Ishiba."
            ),
        ),
        Case("date", "sdp-announced", "It was on 11 November 2024 that Borrell and Iwaya presented the partnership."),
        Case(
            "date",
            "afp-fighter-airborne",
            "Not before 2045 will the fighter of Japan, Italy and Britain take to the air.",
        ),
        Case(
            "status",
            "public-private-dialogue-framework,dialogue-framework-expected",
            (
                "A standing framework for dialogue between governments and companies has existed since before the"
                " July summit."
            ),
        ),
        Case(
            "status",
            "nr-eu-may-fund,eu-industry-incentives",
            "Brussels has paid out financial incentives to its arms industry.",
        ),
        Case("status", "f-2-replacement", "All of Japan's F-2 fighters have been retired."),
        Case(
            "status",
            "regional-alliance-proposal",
            "Asia's own NATO was founded at the initiative of Shigeru Ishiba.",
        ),
        Case(
            "negation",
            "afp-spa-separate",
            "The SPA and the security and defence partnership are one and the same agreement.",
        ),
        Case(
            "negation",
            "cal-lethal-banned",
            "Complete lethal weapons may now be exported from Japan without restriction.",
        ),
        Case(
            "negation",
            "afp-borrell-first",
            "The EU had made agreements of this kind with Asia-Pacific countries before, Borrell said.",
        ),
        Case(
            "negation",
            "jt-deal-limits",
            "Once signed, the pact on classified information by itself permits both sides to exchange data.",
        ),
        Case(
            "negation",
            "tt-fertile-ground,japan-in-exercises",
            "Japan stays away from NATO activities and joint exercises.",
        ),
        Case(
            "opposite",
            "tt-traditional-focus",
            "Europe's arms industry has traditionally neglected NATO members and EU countries.",
        ),
        Case("opposite", "cal-nato-interest", "NATO is losing interest in Japanese start-ups."),
        Case("opposite", "tt-lucrative", "Japan is a declining and unprofitable market for Europe's arms industry."),
        Case("opposite", "tt-attractive", "Japan's economy is unstable and technologically backward."),
        Case(
            "opposite",
            "jt-kallas-hope",
            "Kallas fears that cooperation with Japan will make the challenges of European industry worse.",
        ),
        Case("opposite", "cal-export,export-rules-relaxed", "Exporting parts of weapons has become harder in Japan."),
        Case(
            "speaker",
            "jt-maslow-capacity",
            "Money is not the bottleneck, production capacity is, Yee Kuang Heng points out.",
        ),
        Case(
            "speaker",
            "afp-iwaya-foundation",
            "Borrell said the SPA would be a legal foundation for the strategic partnership.",
        ),
        Case("speaker", "afp-kishida-warning", "President Biden warned that East Asia could be tomorrow's Ukraine."),
        Case(
            "speaker",
            "jt-kallas-eggs",
            '"Not putting all our eggs in one basket" is how Takeshi Iwaya describes the policy.',
        ),
        Case(
            "swap",
            "nr-treaty-support,jt-kallas-russia-help",
            "North Korea supplies Russia with military equipment, says Kaja Kallas.",
        ),
        Case("swap", "kishida-state-visit", "Joe Biden was hosted by Fumio Kishida for a state visit in April 2024."),
        Case("swap", "nr-korea-exports", "Europe is increasing its weapons exports to South Korea."),
        Case("swap", "afp-japan-relied", "The United States has for decades relied on Japan for military hardware."),
        Case("office", "kallas", "Kaja Kallas is the president of the European Commission."),
        Case("office", "iwaya", "Prime Minister Takeshi Iwaya unveiled the pact with Borrell."),
        Case(
            "office",
            "nr-emanuel-repairs",
            "Rahm Emanuel, the American secretary of defence, wants ships repaired in Japan.",
        ),
        Case(
            "strength",
            "afp-text-industry",
            "Under the partnership, the two must share all information on their defence industries.",
        ),
        Case("strength", "afp-text-third-countries", "Third countries will have to be part of the naval exercises."),
        Case(
            "place",
            "information-negotiations-launched,eu-japan-summit-2025",
            "At the Brussels summit of July 2025, the two sides launched talks on classified information.",
        ),
        Case(
            "place",
            "us-japan-tokyo-talks",
            ("American and Japanese officials met in Washington in June 2024 to speed up industrial cooperation."),
        ),
        Case(
            "true",
            "cal-parts-allowed,japan-export-rules",
            "Parts for weapons systems may now be exported from Japan, thanks to changes of recent years.",
        ),
        Case(
            "true",
            "tt-pacifist",
            (
                "Known for its pacifist constitution, Japan has in recent years taken great strides towards "
                "stronger armed forces."
            ),
        ),
        Case(
            "true",
            "nr-nuclear",
            "Nuclear disarmament and non-proliferation are part of what Japan wants from the partnership.",
        ),
        Case("true", "cal-japan-market", "The growing European market is seen in Tokyo as a valuable opening."),
        Case(
            "true",
            "tt-space-companies",
            (
                "European makers of satellites and space surveillance have a good deal to offer Japan's defence "
                "in space."
            ),
        ),
        Case(
            "true",
            "kishida-state-visit",
            "In April 2024 Fumio Kishida was President Biden's guest for a state visit.",
        ),
        Case(
            "true",
            "nr-first-in-asia",
            (
                "A partnership of this kind with an Asian country would be a novelty for the EU, it was said in "
                "June 2024."
            ),
        ),
        Case(
            "true",
            "jt-deal-limits",
            (
                "The information-sharing pact does not yet allow anything to be exchanged, nor does it say which "
                "data would be."
            ),
        ),
        Case(
            "true",
            "afp-japan-greatest-challenge",
            "No security challenge is greater for Japan than China, by its own account.",
        ),
        Case(
            "true",
            "afp-ishiba-not-overnight",
            "Mr Ishiba concedes that his Asian NATO will not come about overnight.",
        ),
        Case("true", "afp-beijing-force", "Beijing keeps open the option of taking Taiwan by force."),
        Case(
            "true",
            "nr-japan-benefits",
            ("Japan could improve its technology, save money and find new buyers by teaming up with European firms."),
        ),
        Case(
            "true",
            "eu-industry-incentives,incentives-in-preparation,cal-funding-hope",
            (
                "Brussels is working on financial incentives for its arms makers, and some hope that joint "
                "ventures with Japan will be eligible."
            ),
        ),
        Case(
            "true",
            "tt-indispensable",
            ("Europe, Japan and a secure future: neither partner can do without the other, one review concludes."),
        ),
        Case(
            "true",
            "cal-less-reliance",
            "Neither Tokyo nor Brussels wants to depend on the United States as much as it does today.",
        ),
        Case(
            "true",
            "sdp-announced",
            (
                "It was in the Japanese capital, on the first day of November 2024, that the security and defence"
                " partnership was announced."
            ),
        ),
        Case(
            "true",
            "us-japan-plans-announced",
            "When Kishida visited Biden, the two allies presented plans for a stronger defence partnership.",
        ),
        Case(
            "true",
            "cal-similar-challenges",
            (
                "Small industries, expensive research and a reliance on American capabilities: Japan and the EU "
                "share these handicaps."
            ),
        ),
        Case(
            "true",
            "joint-headquarters,gcap-joint-headquarters",
            "Britain, Italy and Japan are to run their fighter programme from a joint headquarters.",
        ),
        Case("true", "japan-general-election,afp-ishiba-minority", "Japan went to the polls in October 2024."),
        Case(
            "true",
            "tt-well-positioned",
            (
                "European companies are well placed to work with Japan on advanced technology and to make more of"
                " their defence manufacturing."
            ),
        ),
        Case(
            "true",
            "jt-kallas-hope",
            (
                "Ms Kallas hopes that working with Japan will ease at least some of the difficulties of Europe's "
                "arms makers."
            ),
        ),
        Case(
            "true",
            "tt-attractive",
            ("A stable and technologically advanced economy makes Japan attractive to European arms manufacturers."),
        ),
        Case(
            "true",
            "jt-kallas-room",
            (
                'There is, in the words of Kaja Kallas, "a lot of room for cooperation" between the defence '
                "industries of Europe and Japan."
            ),
        ),
        Case(
            "true",
            "japan-partnership-sought,nr-eu-aim,eu-seeks-partnerships",
            ("In mid-2024 the EU was after a partnership with Japan in matters of security and the defence industry."),
        ),
        Case("true", "fig-japan-spending", "Some nine trillion yen: that is how much Japan spends on its defence."),
        Case(
            "true",
            "afp-borrell-first",
            (
                "Never before had the EU made an agreement of this kind with a country in the Asia-Pacific, as Mr"
                " Borrell pointed out."
            ),
        ),
        Case(
            "true",
            "tt-potential",
            (
                "The arms industry in Europe has woken up to how much it could gain from working more closely "
                "with Japan."
            ),
        ),
        Case(
            "true",
            "us-japan-industry-talks,us-japan-tokyo-talks,nr-talks-focus",
            (
                "In June 2024 American and Japanese officials conferred in Tokyo on how to speed up cooperation "
                "between their defence industries."
            ),
        ),
        Case(
            "true",
            "north-korean-soldiers-deployed,jt-kallas-north-korean-soldiers",
            (
                "North Korean troops have been deployed in Russia's war against Ukraine, as the EU's foreign "
                "policy chief said in July 2025."
            ),
        ),
        Case("true", "japan-two-percent-target", "By 2027, two percent of Japan's GDP should go to defence."),
        Case("true", "nr-japan-china-cyber", "Japan has to fend off Chinese cyberattacks and disinformation."),
        Case(
            "true",
            "tt-synergy",
            (
                "Japanese technology and Europe's long experience in military engineering complement each other "
                "powerfully."
            ),
        ),
        Case(
            "true",
            "tt-invests",
            "Tokyo spends heavily on missile defence, on cybersecurity and on systems in space.",
        ),
        Case(
            "true",
            "tt-space-closer",
            (
                "The militarisation of space and the vulnerability of satellites have brought Europeans and "
                "Japanese closer together."
            ),
        ),
        Case(
            "true",
            "fig-eu-allocation",
            "On the European side, 326 billion euros were set aside, if Caliber.Az is right.",
        ),
        Case("true", "afp-china-buildup", "China's military might in the neighbourhood of Japan is growing."),
        Case(
            "true",
            "afp-ishiba-warning",
            "Prime Minister Ishiba put it memorably: what is Ukraine today could be East Asia tomorrow.",
        ),
        Case(
            "true",
            "spending-increase-after-2022,tt-determination",
            "Tokyo began to spend more on defence after its security strategy of 2022.",
        ),
        Case(
            "true",
            "eu-philippines-dialogue,kallas-in-manila",
            "A defence dialogue between the EU and the Philippines is being set up.",
        ),
        Case(
            "true",
            "cal-white-paper",
            (
                "In its white paper on defence the Union calls for more competitiveness and for working with "
                "Japan, so as to be ready for future threats."
            ),
        ),
        Case(
            "true",
            "eu-norway-established,eu-norway-partnership,nr-first-in-asia",
            (
                "The Union had such partnerships before, with Norway for instance, but only with European "
                "countries outside the EU."
            ),
        ),
        Case(
            "true",
            "jt-dialogue-participants",
            (
                "The new Dialogue is to bring officials and business people from both sides to one table, as Ms "
                "Kallas explained."
            ),
        ),
        Case("true", "japan-doubling-aim", "Tokyo wants to spend twice as much on defence."),
        Case(
            "true",
            "tt-shifts",
            (
                "European interest in Japan is growing at a time of geopolitical change and of rising security "
                "worries in the Indo-Pacific as well as in Europe."
            ),
        ),
        Case("true", "cal-per-foreign-media", "Caliber.Az bases its report on foreign media, without saying which."),
        Case(
            "true",
            "tt-factors",
            (
                "Shared security worries and the need for advanced technology are among the things that drive "
                "Europe and Japan together."
            ),
        ),
        Case(
            "true",
            "jt-kallas-natural",
            (
                "With Washington threatening sweeping tariffs, it is only natural that the EU should look for "
                "more trading and security partners, argues Kaja Kallas."
            ),
        ),
        Case(
            "true",
            "jt-brussels-money",
            "The Commission gives member states more financial means to strengthen their own industries.",
        ),
        Case(
            "true",
            "space-cooperation,jt-space-vow,space-vow",
            (
                "At their 2025 summit, the EU and Japan also agreed to do more together in space, not least on "
                "satellite constellations."
            ),
        ),
        Case(
            "true",
            "ishiba-calls-for-alliance,afp-ishiba-alliance",
            ("Japan's prime minister, Shigeru Ishiba, has proposed an alliance for the region on the lines of NATO."),
        ),
        Case(
            "true",
            "north-korea-missile-test,afp-missile-threat",
            "On 31 October 2024, a Thursday, Pyongyang fired off one of its latest and strongest missiles.",
        ),
        Case(
            "true",
            "tt-framework",
            (
                "Because Europe and Japan want to counter the same threats, the framework for closer defence "
                "cooperation is clear."
            ),
        ),
        Case(
            "true",
            "gcap,gcap-introduction",
            "GCAP is a fighter that Japan, Britain and Italy want to have in service by 2035.",
        ),
        Case("true", "contractors-in-fx", "Rolls-Royce is one of the European companies that are involved in the F-X."),
        Case(
            "true",
            "tt-contractors-vital",
            (
                "Airbus, Leonardo and Rheinmetall, among others, consider Japan a vital partner, above all in "
                "aerospace, naval defence and cybersecurity."
            ),
        ),
        Case(
            "true",
            "tt-communication",
            (
                "Good communication and sound project management will decide whether European-Japanese "
                "partnerships work."
            ),
        ),
        Case(
            "true",
            "tt-japan-concerns",
            (
                "What worries Japan most is an assertive China, along with a North Korea whose behaviour nobody "
                "can predict."
            ),
        ),
        Case(
            "true",
            "sdp,sdp-announced",
            "The EU and Japan have had a Security and Defence Partnership since November 2024.",
        ),
        Case(
            "true",
            "tt-technologies",
            (
                "Artificial intelligence, autonomous systems, cyber defence and the next generation of fighters "
                "are changing the arms business at great speed."
            ),
        ),
        Case(
            "true",
            "exchanges-expected,cal-exchanges",
            "Officials of both sides are expected to meet more often, and concrete projects should follow.",
        ),
        Case(
            "true",
            "tt-market-opportunity,tt-demand",
            "Rising military budgets in Japan open a considerable market to European companies.",
        ),
        Case(
            "true",
            "cal-market-goal",
            (
                "By easing its export rules Japan also pursues a larger aim, to be more present in the world's "
                "arms market."
            ),
        ),
        Case(
            "true",
            "cal-joint-production",
            "Joint production and supply chains that can take a blow are what Tokyo and Brussels are after.",
        ),
        Case(
            "true",
            "commission-official-interview,nr-official-exploring",
            (
                "A high-ranking official of the Commission confided to Nikkei News that the EU was looking into "
                "defence cooperation with Japan and South Korea."
            ),
        ),
        Case("true", "eu-korea-partnership,eu-korea-established", "The EU and South Korea are defence partners, too."),
        Case(
            "true",
            "nr-japan-taiwan-concern",
            ("Ever since Russia invaded Ukraine, Japan has been more worried that China might do the same to Taiwan."),
        ),
        Case(
            "true",
            "tt-digital-priority",
            (
                "Protecting digital infrastructure now ranks high, after attacks on Europe and Japan by states as"
                " well as others."
            ),
        ),
        Case(
            "true",
            "nr-emanuel-missiles",
            ("Besides ship repairs, Ambassador Emanuel suggested that the US and Japan could build missiles together."),
        ),
        Case(
            "true",
            "eu-member-financing,jt-brussels-money",
            "Member states are getting more financial room from Brussels to support their arms industries.",
        ),
        Case(
            "true",
            "china-rare-earth-controls,jt-kallas-challenges",
            ("Chinese controls on the export of rare earths are among the things that trouble European arms makers."),
        ),
        Case("true", "afp-iwaya-force,spa-entry-into-force", "The SPA was to become effective on New Year's Day 2025."),
        Case(
            "true",
            "nr-agreement-purpose,japan-uk-italy-signing,japan-uk-italy-agreement",
            "At the end of 2023, London, Rome and Tokyo signed up to deeper defence cooperation.",
        ),
        Case("true", "tt-common-challenges", "Japan and Europe are confronted with the same security challenges."),
        Case(
            "true",
            "tt-strict-rules",
            "For a long time Japan allowed hardly any military technology to leave the country.",
        ),
        Case(
            "true",
            "summit-joint-statement,jt-joint-closer-cooperation",
            (
                'In their joint statement of July 2025 the two partners called their closer cooperation "all the '
                'more important".'
            ),
        ),
        Case(
            "true",
            "defense-industry-dialogue,dialogue-launch,jt-kallas-dialogue-aim",
            "Early in 2026 Japan and the EU want to get their Defence Industry Dialogue off the ground.",
        ),
        Case(
            "true",
            "tt-foundations",
            (
                "Common worries, matching technologies and larger budgets: the basis for a stronger partnership "
                "is there."
            ),
        ),
        Case(
            "true",
            "gcap-announced",
            (
                "Before they signed the agreement in December 2023, the three countries had already launched the "
                "Global Combat Air Program."
            ),
        ),
        Case(
            "true",
            "cal-accelerating",
            (
                "Japan and the European Union are stepping up the pace at which they bring their defence "
                "industries together."
            ),
        ),
        Case("true", "afp-no-china", "Mr Borrell avoided any mention of China."),
        Case(
            "true",
            "afp-text-naval",
            (
                "Joint exercises and port calls are examples of the naval cooperation which the EU and Japan want"
                " to promote."
            ),
        ),
        Case(
            "true",
            "south-china-sea-exercise",
            ("Together with the US, Canada and the Philippines, Japan exercised in the South China Sea in June 2024."),
        ),
        Case(
            "true",
            "afp-korea-agenda",
            ("After Tokyo, Mr Borrell was to fly on to South Korea, with the North as the first item on the agenda."),
        ),
        Case(
            "true",
            "jt-maslow-capacity",
            ("Both sides spend more on defence but do not have the factories to keep up, says Sebastian Maslow."),
        ),
        Case("true", "afp-beijing-claim", "China considers Taiwan to be part of its own territory."),
        Case(
            "true",
            "european-export-controls,tt-compliance",
            "Companies from Europe have two sets of export controls to observe, their own and Japan's.",
        ),
        Case(
            "true",
            "japan-export-rules,export-rules-relaxed",
            "The rules on arms exports in Japan are no longer as strict as they used to be.",
        ),
        Case(
            "true",
            "tt-alliance",
            (
                "The alliance with Washington and growing ties with NATO states have encouraged Japan's ambition "
                "to be a more robust player in global security."
            ),
        ),
        Case(
            "true",
            "afp-iwaya-foundation",
            (
                "Mr Iwaya regards the SPA as the legal basis on which Japan and the EU can strengthen their "
                "strategic partnership in the years ahead."
            ),
        ),
        Case(
            "true",
            "fig-us-budget",
            "NATO expects the United States to have a defence budget of 935 billion dollars for 2024.",
        ),
        Case(
            "true",
            "jt-kallas-interlinked",
            ("For Kaja Kallas, Pyongyang's soldiers, Moscow's help in return and Beijing's role all hang together."),
        ),
        Case(
            "true",
            "tt-counterbalance",
            (
                "Closer industrial ties are good for European balance sheets, and they also put a solid weight "
                "against new threats in the Indo-Pacific and in Europe."
            ),
        ),
        Case(
            "true",
            "fig-north-korean-troops,afp-us-troops,north-korean-troops-in-russia",
            ("According to the Americans, the number of North Korean soldiers in Russia runs into the thousands."),
        ),
        Case(
            "true",
            "jt-kallas-north-korean-soldiers",
            "Kaja Kallas observes that North Korea's soldiers are being sent into Russia's war.",
        ),
        Case(
            "true",
            "jt-space-norms",
            "Tokyo and Brussels intend to promote rules for responsible behaviour in outer space.",
        ),
        Case("true", "nr-korea-challenges", "Seoul, for its part, has North Korea to contend with."),
        Case(
            "true",
            "tt-export-avenues",
            (
                "Since Tokyo loosened its restrictions on arms exports, new avenues have opened up for European "
                "and Japanese firms."
            ),
        ),
        Case(
            "true",
            "russia-north-korea-treaty-reached",
            "It was on 19 June 2024 that Russia and North Korea agreed on their strategic treaty.",
        ),
        Case("name", "x", "Nissan and Subaru were to take part in the meeting at the Paris Air Show."),
        Case("name", "x", "Lockheed Martin is a partner in the GCAP programme."),
        Case("name", "x", "Airbus, Boeing and Rheinmetall see Japan as a vital partner in defence manufacturing."),
        Case("name", "x", "Naval Group and Safran were expected at the meeting in June 2025."),
        Case("name", "x", "Japan wants closer defence cooperation with the US and Indonesia."),
        Case("name", "x", "President Obama hosted Fumio Kishida in April 2024."),
        Case(
            "name",
            "x",
            "Ursula von der Leyen sees a lot of room for cooperation between the two defence industries.",
        ),
        Case(
            "name",
            "x",
            "The Nikkei report names Vietnam as the second country with which the EU seeks a partnership.",
        ),
        Case("name", "x", "Charles Michel and Takeshi Iwaya unveiled the security and defence partnership."),
        Case("name", "x", "Japan, Canada and the Philippines exercised in the Sea of Japan in June 2024."),
        Case(
            "name",
            "x",
            "Caliber.Az reports that India and the EU are accelerating their defence industry collaboration.",
        ),
        Case("name", "x", "Britain, Spain and Japan are developing a next-generation fighter jet."),
        Case("name", "x", "The F-35 is to replace Japan's ageing F-2 fighters."),
        Case("name", "x", "The instrument of ratification was exchanged for the Economic Partnership Agreement."),
        Case(
            "name",
            "x",
            "According to the World Bank, the US defence budget for 2024 is projected at 935 billion dollars.",
        ),
        Case("name", "x", "SJAC met officials of the European Defence Agency in Brussels."),
        Case("name", "x", "China is helping North Korea with military equipment, says Kallas."),
        Case("name", "x", "Russia claims Taiwan as part of its territory."),
        Case("name", "x", "Iran test-fired one of its most powerful missiles days ahead of the US elections."),
        Case("name", "x", "Dassault and Saab have been exploring partnerships with Japanese companies."),
        Case("number", "x", "Japan's defence spending reached about 11 trillion yen."),
        Case("number", "x", "The EU allocated 362 billion euros for defence."),
        Case("number", "x", "EU nations in NATO have agreed to spend 4% of GDP on defence by 2035."),
        Case("number", "x", "Hundreds of North Korean troops are in Russia, the United States has said."),
        Case("number", "x", "Four governments will set up a joint headquarters for the fighter."),
        Case("number", "x", "The NATO standard is 2.5% of GDP."),
        Case("number", "x", "Japan is striving to triple its defence spending."),
        Case("number", "x", "Japan's defence spending amounts to some 82 billion dollars."),
        Case(
            "number",
            "x",
            ("Two parallel tracks became three: Europe follows three of them because of its industrial challenges."),
        ),
        Case("number", "x", "The United States spends more than a trillion dollars on defence in 2024, NATO projects."),
        Case(
            "number",
            "x",
            (
                "Six of Europe's biggest contractors, namely Airbus, BAE Systems, Dassault, Leonardo, Saab and "
                "Rheinmetall, explore partnerships in Japan."
            ),
        ),
        Case("number", "x", "A third of Japan's GDP is to go to defence by 2027."),
        Case("status", "x", "North Korea and Russia are negotiating a strategic partnership treaty."),
        Case("status", "x", "Japan and the EU have concluded their agreement on classified information."),
        Case("status", "x", "The EU has paid for joint projects of Japanese and European firms."),
        Case("status", "x", "Japan has achieved its goal of two percent of GDP."),
        Case("status", "x", "The EU states in NATO already spend five percent of GDP on defence."),
        Case("status", "x", "The SPA has been in force since January 2024."),
        Case("status", "x", "The GCAP fighter has made its first flight."),
        Case("status", "x", "The joint headquarters of GCAP opened its doors in 2024."),
        Case("status", "x", "Kallas launched the Defence Industry Dialogue during her visit to Tokyo."),
        Case("status", "x", "The EU and the Philippines have had a security and defence dialogue for years."),
        Case("status", "x", "Ishiba's regional alliance has been founded."),
        Case("status", "x", "Japanese companies are taking part in EU defence projects."),
        Case("status", "x", "The EU is still seeking a security and defence partnership with Norway."),
        Case("status", "x", "China has invaded Taiwan."),
        Case("status", "x", "The ministerial agreement between the EU and Japan was signed in June 2024."),
        Case("status", "x", "European companies have delivered the first F-X fighters."),
        Case("opposite", "x", "Chinese military pressure on Taiwan is easing."),
        Case("opposite", "x", "European companies have little experience in cybersecurity."),
        Case("opposite", "x", "Japan is reducing its investment in missile defence."),
        Case("opposite", "x", "NATO's interest in Japanese startups is fading."),
        Case("opposite", "x", "Japan sees the shrinking European market as a risk."),
        Case("opposite", "x", "Japan has lost interest in closer cooperation with Western allies."),
        Case("opposite", "x", "The invasion of Ukraine has diminished Japan's concerns about Taiwan."),
        Case("opposite", "x", "Kishida paid little attention to nuclear disarmament in the partnership plans."),
        Case("opposite", "x", "European defence firms shun the Japanese market."),
        Case("opposite", "x", "Export controls make it easy for European firms to do business with Japan."),
        Case("opposite", "x", "Repairs in Japan would slow down American shipbuilding, Emanuel explained."),
        Case("opposite", "x", "Space has been demilitarised, which brings Japan and Europe together."),
        Case("negation", "x", "The EU and Japan have no plans for joint development or production."),
        Case("negation", "x", "AFP has not seen the text of the partnership."),
        Case("negation", "x", "The United States and Japan did not discuss naval maintenance in Tokyo."),
        Case("negation", "x", "Protecting digital infrastructure is not a priority."),
        Case("negation", "x", "Japan has never called China its greatest security challenge."),
        Case(
            "speaker",
            "x",
            "Fumio Kishida said that his country and the EU believe in free trade and a level playing field.",
        ),
        Case("speaker", "x", "The security partnership came at a very timely moment, Rahm Emanuel said."),
        Case("speaker", "x", "Kallas told AFP that joint defence projects may be funded through EU mechanisms."),
        Case("swap", "x", "Washington is under growing pressure from Tokyo to boost its defence spending."),
        Case("swap", "x", "North Korea has invaded Russia."),
        Case("swap", "x", "Kishida is the predecessor of Borrell."),
        Case("swap", "x", "Ishiba was Kishida's predecessor."),
        Case("swap", "x", "Japan is considering invading Taiwan."),
        Case("swap", "x", "Taiwan claims China as part of its territory."),
        Case("swap", "x", "Ukraine invaded Russia in 2022."),
        Case("office", "x", "Josep Borrell, the president of the European Council, hailed the pact."),
        Case("office", "x", "Japan's foreign minister Shigeru Ishiba called for a NATO-like alliance."),
        Case("place", "x", "The SDP was announced in Brussels."),
        Case("place", "x", "At the Seoul summit, the EU and Japan launched negotiations on classified information."),
        Case("strength", "x", "The EU has promised to fund projects of Japanese and European companies."),
        Case("strength", "x", "The EU must finance Japanese companies."),
        Case(
            "true",
            "jt-kallas-technology,jt-kallas-room",
            (
                "Drones and other dual-use systems, along with cyber, top the list of fields in which Ms Kallas "
                "wants both industries to cooperate."
            ),
        ),
        Case(
            "true",
            "eu-japan-summit-2025",
            "EU leaders travelled to Tokyo in July 2025 to meet their Japanese hosts.",
        ),
        Case(
            "true",
            "jt-kallas-both-ways,jt-dialogue-opportunities",
            ("In the long run the dialogue should work in both directions, the EU's foreign policy chief thinks."),
        ),
        Case(
            "true",
            "jt-members-buy-abroad",
            ("Much of the new European equipment still comes from outside the Union, above all from American makers."),
        ),
        Case(
            "true",
            "fig-nato-five-percent",
            (
                "NATO's European Union members have signed up to a defence target of five per cent of GDP, with a"
                " deadline of 2035."
            ),
        ),
        Case(
            "true",
            "japan-two-percent-target,fig-japan-two-percent",
            "Two per cent by 2027: this is the Japanese goal.",
        ),
        Case(
            "true",
            "jt-maslow-tokyo",
            (
                "In Maslow's account, the government in Tokyo has been pushing Japan's arms industry onto the "
                "international stage for some years."
            ),
        ),
        Case(
            "true",
            "jt-kallas-believers,jt-kallas-like-minded",
            (
                "Free trade, fair competition and international law are values that Europe shares with Japan, "
                "says Kallas."
            ),
        ),
        Case(
            "true",
            "jt-kallas-asia-interest",
            "Wherever she travels in Asia, Kallas meets with interest in closer ties to the EU.",
        ),
        Case(
            "true",
            "eu-korea-established,eu-korea-partnership",
            "South Korea had already become a defence partner of the EU by the summer of 2025.",
        ),
        Case(
            "true",
            "jt-deal-scope",
            (
                "How secrets are stored, handled, shared and eventually destroyed will be laid down in the new "
                "agreement between Japan and the EU."
            ),
        ),
        Case(
            "true",
            "jt-joint-concerns",
            (
                "Among the reasons for closer ties, the leaders named Russia's aggression against Ukraine and "
                "problems in the Indo-Pacific."
            ),
        ),
        Case(
            "true",
            "jt-space-norms",
            "Norms for good conduct in space are another thing that the two want to promote together.",
        ),
        Case(
            "true",
            "jt-partnership-naval",
            (
                "Joint naval training and help for other Indo-Pacific countries are on the programme of the 2024 "
                "partnership."
            ),
        ),
        Case(
            "true",
            "nr-eu-aim,eu-seeks-partnerships",
            (
                "Weapons made together with Japanese and South Korean partners: that was the idea in Brussels in "
                "the summer of 2024."
            ),
        ),
        Case(
            "true",
            "nr-official-hope,nr-official-exploring",
            ("The Commission official, who was not named, voiced the hope of partnerships with Seoul and Tokyo."),
        ),
        Case(
            "true",
            "participation-proposed",
            "There were suggestions in 2024 to open EU research projects on defence to more Japanese firms.",
        ),
        Case(
            "true",
            "nr-eu-benefits",
            "Europe would gain additional suppliers and a chance to develop equipment jointly.",
        ),
        Case("true", "nr-korea-exports", "European armies buy ever more weapons from South Korea."),
        Case(
            "true",
            "nr-eu-areas",
            "Maritime security, cyber, space and disinformation are also under consideration in Brussels.",
        ),
        Case(
            "true",
            "nr-japan-western-allies,fig-japan-doubling",
            "Tokyo strives for twice the defence spending and for more cooperation with its Western allies.",
        ),
        Case("true", "gcap", "The three-nation fighter goes by the name of Global Combat Air Program."),
        Case("true", "gcap-development-start", "Development of the GCAP jet was scheduled to begin in 2025."),
        Case(
            "true",
            "nr-talks-focus,us-japan-tokyo-talks",
            "Naval maintenance dominated the talks of June 2024 between American and Japanese officials.",
        ),
        Case(
            "true",
            "nr-emanuel-missiles",
            "Missiles could be made jointly by Japan and the United States, Rahm Emanuel suggested.",
        ),
        Case(
            "true",
            "afp-borrell-framework",
            (
                "Given the state of the world, said Borrell, the partnership makes both regions better able to "
                "deal with new threats."
            ),
        ),
        Case("true", "afp-korea-agenda", "North Korea was to be the main subject of Borrell's visit to the South."),
        Case(
            "true",
            "us-elections-2024,afp-missile-threat",
            "The test came only a few days ahead of the US elections.",
        ),
        Case(
            "true",
            "afp-text-industry",
            (
                "Exchanging information about their arms industries is one of the things that the partners would "
                "discuss."
            ),
        ),
        Case("true", "afp-counter-china", "China is one of the reasons why Japan's military budget goes up."),
        Case(
            "true",
            "afp-ishiba-alliance",
            "Collective security in the manner of NATO is what Shigeru Ishiba would like to see in Asia.",
        ),
        Case(
            "true",
            "spa-agreed,afp-spa-separate",
            (
                "The Strategic Partnership Agreement had been agreed on earlier and is a different thing from the"
                " security pact."
            ),
        ),
        Case(
            "true",
            "cal-ready,cal-discussion-focus",
            "Supply chains and the link between start-ups and big companies will be discussed first.",
        ),
        Case(
            "true",
            "sjac-nato-meeting",
            ("Not long ago the Society of Japanese Aerospace Companies sat down with NATO officials in Brussels."),
        ),
        Case(
            "true",
            "cal-similar-challenges",
            "Neither Japan nor the EU has a large arms industry, and both count on American capabilities.",
        ),
        Case("true", "incentives-in-preparation", "Money to spur its defence industry is what the EU is preparing."),
        Case(
            "true",
            "fighter-collaboration",
            "Japan works on a fighter of the next generation together with Britain and Italy.",
        ),
        Case(
            "true",
            "tt-japan-seeks",
            "Tokyo wishes to modernise its armed forces and have a greater say in global security.",
        ),
        Case(
            "true",
            "tt-drivers",
            "North Korean missile tests and China's rise are two of the causes of Japan's military build-up.",
        ),
        Case(
            "true",
            "tt-determination",
            (
                "The security strategy that Japan adopted in 2022 and the spending that followed show how "
                "determined it is."
            ),
        ),
        Case("true", "tt-japan-offers", "Japan has a solid technological base and a defence budget that grows."),
        Case(
            "true",
            "tt-export-avenues",
            "Looser export rules in Japan have given European firms new opportunities to cooperate.",
        ),
        Case(
            "true",
            "tt-contractors-vital",
            ("For some of Europe's largest arms companies, among them Leonardo and Airbus, Japan is a vital partner."),
        ),
        Case("true", "tt-common-challenges", "Common challenges to their security confront Japan and Europe alike."),
        Case(
            "true",
            "tt-both-regions-focus",
            "Upholding an international order based on rules is a concern of Japan as much as of Europe.",
        ),
        Case(
            "true",
            "tt-forefront",
            ("When it comes to AI, autonomous systems and new fighter jets, Japan and Europe are in the vanguard."),
        ),
        Case("true", "f-2-replacement", "As the F-2 ages, Japan wants the F-X to take its place."),
        Case("true", "tt-space-concern", "Both Europeans and Japanese worry more and more about the defence of space."),
        Case("true", "tt-strict-rules", "Japan's rules on exporting military technology were traditionally strict."),
        Case(
            "true",
            "tt-culture",
            "Differences of culture and organisation stand between European and Japanese companies.",
        ),
        Case(
            "true",
            "japan-explores-partnerships",
            "The US and Australia are two other countries with which Japan explores defence partnerships.",
        ),
        Case(
            "true",
            "tt-counterbalance",
            (
                "Both economically and strategically, the collaboration of Japan and Europe pays off, one article"
                " argues."
            ),
        ),
        Case(
            "true",
            "fig-nato-standard,nato-two-percent",
            "In AFP's report, the standard that NATO sets is two percent of GDP.",
        ),
        Case(
            "true",
            "afp-heng-turbo",
            ('"Turbo-charge" is the word that Yee Kuang Heng chose for what the agreement might do to collaboration.'),
        ),
        Case(
            "true",
            "fig-japan-spending,fig-us-budget",
            "With nine trillion yen, Japan remains far behind the 935 billion dollars that America budgets.",
        ),
        Case("true", "afp-pact-content", "Among the aims of the partnership are joint drills and security in space."),
        Case(
            "true",
            "kallas-interview",
            "Kallas gave The Japan Times an exclusive interview on the day of the summit.",
        ),
        Case(
            "true",
            "nr-treaty-support",
            ("If either is in a crisis, Russia and North Korea will come to each other's aid, their treaty says."),
        ),
        Case("true", "afp-beijing-force", "China has not ruled out seizing Taiwan by force."),
        Case(
            "true",
            "tt-technologies",
            "Defence technology develops at speed, not least thanks to artificial intelligence.",
        ),
        Case(
            "true",
            "kallas",
            ("The EU's foreign policy has been in the hands of Kaja Kallas, an Estonian and former prime minister."),
        ),
        Case(
            "true",
            "jt-maslow-foothold",
            (
                "For Japan's industry, gaining a foothold in Europe might be a major step, in the view of "
                "Sebastian Maslow."
            ),
        ),
        Case(
            "true",
            "information-negotiations-launched",
            ("Formal negotiations on an accord about classified information were launched at the EU-Japan summit."),
        ),
        Case(
            "true",
            "jt-dialogue-platform",
            (
                "The dialogue on defence industry should be a platform on which the two sides promote their "
                "collaboration."
            ),
        ),
        Case(
            "true",
            "jt-us-pressure,fig-japan-two-percent",
            ("The United States wants Japan to spend more, although Tokyo already has a target of 2% of GDP for 2027."),
        ),
        Case(
            "true",
            "eu-philippines-dialogue,kallas-in-manila",
            "With Manila, the EU is setting up a dialogue on defence.",
        ),
        Case(
            "true",
            "nr-japan-china-cyber,nr-eu-russia-concern",
            "Disinformation is a common worry: it comes from Russia in Europe's case, from China in Japan's.",
        ),
        Case(
            "true",
            "nr-first-in-asia",
            "Until then no Asian country had a security and defence partnership with the EU.",
        ),
        Case(
            "true",
            "ministerial-agreement-goal",
            "An agreement between ministers was to be reached before 2024 was over.",
        ),
        Case(
            "true",
            "russia-north-korea-treaty-reached",
            "In the middle of June 2024, Pyongyang and Moscow sealed their treaty.",
        ),
        Case("true", "gcap-announced,gcap", "The Global Combat Air Program was announced by Japan, Italy and the UK."),
        Case(
            "true",
            "japan-uk-italy-signing",
            "London, Tokyo and Rome put their names to an international agreement in December 2023.",
        ),
        Case("true", "emanuel", "Rahm Emanuel represented the United States in Japan as ambassador."),
        Case(
            "true",
            "sdp-announced,afp-borrell-timely",
            (
                "The EU-Japan Security and Defence Partnership, announced on 1 November 2024, was called historic"
                " by Josep Borrell."
            ),
        ),
        Case(
            "true",
            "afp-borrell-framework",
            (
                "Borrell believes that the political framework makes the EU and Japan better at tackling emerging"
                " threats together."
            ),
        ),
        Case(
            "true",
            "afp-fighter-airborne,afp-fighter",
            "By 2035 the jet that Tokyo develops together with Rome and London should be in the air.",
        ),
        Case(
            "true",
            "afp-ishiba-minority,japan-general-election",
            "The October 2024 election went badly for Shigeru Ishiba.",
        ),
        Case(
            "true",
            "spa-entry-into-force,afp-iwaya-force",
            "Iwaya said that 1 January 2025 was the day on which the SPA would come into force.",
        ),
        Case("true", "afp-beijing-claim", "Taiwan rules itself, but China sees it as a part of its territory."),
        Case(
            "true",
            "paris-meeting,cal-first-meeting",
            "METI officials and companies such as IHI and Subaru were due at the first meeting of its kind.",
        ),
        Case(
            "true",
            "synspective,paris-meeting",
            "Synspective builds radar satellites and was expected to come along to Paris.",
        ),
        Case(
            "true",
            "fig-eu-allocation,fig-eu-allocation-dollars",
            "326 billion euros were allocated by the EU, or 376.7 billion dollars.",
        ),
        Case(
            "true",
            "cal-europe-manufacturing",
            "Because of Russia's war, Europe is speeding up the production of arms at home.",
        ),
        Case(
            "true",
            "export-rules-relaxed,cal-parts-allowed",
            "Over the last few years Tokyo has loosened its grip on arms exports.",
        ),
        Case("true", "tt-nato-focus", "NATO wants to deter Russia and to keep its eastern borders secure."),
        Case("true", "tt-cyber-experience", "In cybersecurity, Europe's defence firms have a wealth of experience."),
        Case(
            "true",
            "tt-competition",
            ("In missile defence, American and Australian companies may compete with Europeans for Japanese orders."),
        ),
        Case("true", "contractors-in-fx,tt-fx-mix", "Leonardo, BAE Systems and Rolls-Royce take part in the F-X."),
        Case(
            "true",
            "tt-market-rank",
            "There are few markets as large and as technologically advanced as the Japanese one.",
        ),
        Case(
            "true",
            "tt-reshape",
            (
                "The partnership of Europe and Japan could change the global defence landscape if both sides "
                "overcome the obstacles."
            ),
        ),
        Case(
            "name",
            "x",
            ("The EU's foreign policy has been in the hands of Kaja Kallas, a Latvian and former prime minister."),
        ),
        Case("name", "x", "Dublin, Tokyo and Rome put their names to an international agreement in December 2023."),
        Case("name", "x", "Axelspace builds radar satellites and was expected to come along to Paris."),
        Case("name", "x", "With Jakarta, the EU is setting up a dialogue on defence."),
        Case("name", "x", "Hyundai and IHI were due at the first meeting of its kind."),
        Case("number", "x", "327.6 billion dollars is what the EU's 326 billion euros amount to."),
        Case("number", "x", "The F-X involves a dozen European contractors."),
        Case("number", "x", "By 2027 Japan's defence budget will equal 1.5% of GDP."),
        Case("date", "x", "Work on the GCAP fighter was to begin in 2030."),
        Case("date", "x", "Kallas spoke to The Japan Times in July 2024."),
        Case("date", "x", "The general election in Japan took place in July 2024."),
        Case("date", "x", "Ten years after 2035, the EU nations in NATO want to reach 5% of GDP."),
        Case("date", "x", "In the autumn of 2025 the EU and Japan launched negotiations on classified information."),
        Case("status", "x", "The negotiations on classified information have been completed."),
        Case("status", "x", "European companies have received EU money for projects with Japan."),
        Case("status", "x", "Japan and the Philippines have signed a defence agreement with the US."),
        Case("status", "x", "The framework for public-private dialogue is already in place."),
        Case("status", "x", "Borrell has returned from South Korea."),
        Case("negation", "x", "Kallas does not expect cooperation with Japan to overcome any of the challenges."),
        Case("negation", "x", "Japan does not export any parts for weapons systems."),
        Case("negation", "x", "Nothing has been said about funding for joint projects."),
        Case("negation", "x", "The SPA and the security partnership are not separate pacts."),
        Case("opposite", "x", "There are many markets larger and more advanced than Japan's."),
        Case("opposite", "x", "The challenges that Japan and the EU face are very different."),
        Case("opposite", "x", "Japanese companies act boldly and informally."),
        Case("opposite", "x", "A conflict in the Taiwan Strait would make Japan safer."),
        Case("speaker", "x", "Shigeru Ishiba said that like-minded partners should stick together."),
        Case("speaker", "x", "Joe Biden described China as Japan's greatest security challenge."),
        Case("swap", "x", "Pyongyang helps Moscow with military equipment, Kallas says."),
        Case("office", "x", "European Commission President Kaja Kallas visited Manila."),
    )
)
