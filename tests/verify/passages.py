"""Passages about the shipped corpus, in other words than its own, and what is wrong with a sentence.

They were looked at while the verifier was written, unlike `sentences.tsv`: each sentence is a test by itself.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["MISSED", "PASSAGES", "Case"]


class Case(NamedTuple):
    """A sentence: `sort` is true, nothing, unsourced or the mistake; `facts` are the ids of which one is right."""

    sort: str
    facts: str
    text: str


# Sentences of which the verdict is not what it should be, and why.
MISSED = {
    "It will be the third agreement of that kind.": "supported by jt-deal-scope",
    "Startups will not take part.": "supported by cal-nato-interest",
}

PASSAGES: tuple[tuple[Case, ...], ...] = (
    (
        Case("true", "jt-kallas-interlinked", "These things, Kallas told the paper, are very much interlinked."),
        Case("true", "jt-kallas-china-enabler", "She sees China as the key enabler of Russia's war in Ukraine."),
        Case("speaker", "jt-kallas-china-enabler", "Maslow sees China as the key enabler of Russia's war."),
    ),
    (
        Case(
            "true",
            "kallas",
            "Kallas: EU foreign policy chief, vice president of the Commission, once prime minister of Estonia.",
        ),
        Case("name", "kallas,borrell", "In July 2025 Josep Borrell was the EU's foreign policy chief."),
        Case("true", "ishiba,kishida", "Ishiba followed Kishida as Prime Minister of Japan."),
    ),
    (
        Case(
            "true",
            "south-china-sea-exercise",
            ("Japanese, American, Canadian and Philippine ships trained together in the South China Sea in June 2024."),
        ),
        Case("date", "south-china-sea-exercise", "They did so in August 2024, at sea, all four."),
        Case("true", "nr-japan-us-philippines", "Tokyo wants closer defence ties with Washington and Manila."),
    ),
    (
        Case(
            "true",
            "afp-text-naval",
            (
                "The text of the partnership promises concrete naval cooperation, such as joint exercises "
                "and port calls."
            ),
        ),
        Case(
            "true",
            "afp-text-third-countries",
            "Other countries may be invited to those activities if both sides designate them.",
        ),
        Case("negation", "afp-text-third-countries", "Third countries cannot take part in the naval activities."),
        Case("true", "afp-text-seen", "AFP has had sight of the text."),
    ),
    (
        Case(
            "true",
            "jt-deal-scope",
            "Info-sharing deal: how sensitive information is shared, handled, stored and disposed of.",
        ),
        Case("opposite", "jt-deal-limits", "It specifies which data are to be exchanged."),
        Case("status", "classified-information-agreement", "It has been signed."),
    ),
    (
        Case("true", "fig-us-budget", "The United States' defence budget for 2024 is put at $935bn by NATO."),
        Case("true", "fig-eu-allocation", "The EU allocated €326bn."),
        Case("number", "fig-eu-allocation-dollars", "That is about $476.7bn."),
        Case("true", "fig-japan-spending-dollars", "Japan's nine trillion yen are worth some 62 billion dollars."),
    ),
    (
        Case(
            "true",
            "tt-caution",
            "Japanese companies act with great caution and formality, European ones more flexibly.",
        ),
        Case("opposite", "tt-caution", "European firms often operate in a more rigid manner."),
        Case("true", "tt-communication", "Good communication and project management will be the key to success."),
        Case("nothing", "", "Let me be frank with you."),
    ),
    (
        Case("true", "us-japan-alliance,tt-alliance", "The alliance of Japan with the US is strong."),
        Case("true", "tt-alliance", "It has furthered Japan's ambition to be a more robust player in global security."),
        Case("opposite", "tt-alliance", "Japan's security cooperation with NATO members is shrinking."),
    ),
    (
        Case(
            "true",
            "afp-ishiba-minority",
            "After a disastrous general election Shigeru Ishiba may have to lead a minority government.",
        ),
        Case("opposite", "afp-ishiba-minority", "Ishiba could head a majority government."),
        Case("date", "japan-general-election", "The general election in Japan was held in September 2024."),
    ),
    (
        Case(
            "true",
            "kallas-in-manila,eu-philippines-dialogue",
            "In June 2025 Kaja Kallas travelled to Manila to set up a dialogue on defence with the Philippines.",
        ),
        Case("true", "eu-korea-partnership", "With South Korea the Union already has a defence partnership."),
        Case("name", "eu-korea-partnership", "With North Korea the Union already has a defence partnership."),
    ),
    (
        Case("true", "gcap", "GCAP: Japan, UK, Italy. Fighter by 2035."),
        Case("number", "gcap", "GCAP: fighter by 2035, six partner countries."),
        Case("true", "afp-fighter", "AFP: new jet to be airborne by 2035."),
        Case("date", "afp-fighter", "AFP: new jet to be airborne by 2030."),
    ),
    (
        Case(
            "true", "nr-first-in-asia", "Partnerships of this kind with countries in Asia would be a first for the EU."
        ),
        Case(
            "true",
            "nr-eu-areas",
            (
                "Space, cybersecurity, disinformation and maritime security are areas in which the EU "
                "considers cooperating."
            ),
        ),
        Case("true", "nr-nuclear", "Japan also has nuclear disarmament and non-proliferation in mind."),
        Case(
            "speaker",
            "nr-official-exploring",
            "Emanuel says the EU is exploring defence cooperation with Japan and South Korea.",
        ),
    ),
    (
        Case("true", "jt-common-priority", "Both have called a stronger defence-industrial base a common priority."),
        Case(
            "true",
            "jt-shared-concerns",
            ("They share concerns about a security environment that gets worse and is more and more interconnected."),
        ),
        Case(
            "opposite",
            "jt-shared-concerns",
            "They are pleased that the international security environment is improving.",
        ),
    ),
    (
        Case("true", "tt-strict-rules", "Japan used to have strict rules on exports of military technology."),
        Case(
            "true",
            "tt-export-avenues",
            "The looser rules on defence exports open new ways for Japanese and European firms to cooperate.",
        ),
        Case(
            "true",
            "tt-competition",
            ("Competition for Europeans: American and Australian firms, esp. in missile defence and fighter aircraft."),
        ),
        Case("name", "tt-competition", "Competition for Europeans: American and Indian firms."),
    ),
    (
        Case(
            "true",
            "afp-korea-agenda,borrell-to-south-korea",
            ("From Tokyo Borrell goes on to South Korea, where worries about North Korea will be first on the agenda."),
        ),
        Case("name", "borrell-to-south-korea", "From Tokyo Borrell goes on to Vietnam."),
        Case("status", "borrell-to-south-korea", "Borrell has been to South Korea."),
    ),
    (
        Case(
            "true",
            "jt-nato-production",
            "EU countries in NATO have similar production problems with their defence industries.",
        ),
        Case(
            "true",
            "jt-members-buy-abroad",
            "Member states buy more military equipment abroad, above all from the United States.",
        ),
        Case("negation", "jt-members-buy-abroad", "They do not buy more military equipment from outside the bloc."),
    ),
    (
        Case(
            "true",
            "cal-discussion-focus",
            "First talks: joint supply chains, and links between big defence companies and startups.",
        ),
        Case(
            "true",
            "cal-dual-use-interest",
            "European countries are interested in Japan's dual-use technology for AI weapons.",
        ),
        Case("true", "cal-summit-expectation", "Summit in July expected to confirm wider defence cooperation."),
        Case("status", "eu-japan-summit-2025", "The summit has been cancelled."),
    ),
    (
        Case(
            "true",
            "tt-technologies",
            (
                "Artificial intelligence, autonomous systems and cyber defence drive the rapid change of "
                "the defence industry."
            ),
        ),
        Case(
            "true",
            "tt-fx-mix",
            "In the F-X Japanese engineering meets European know-how in aerodynamics, propulsion and avionics.",
        ),
        Case("true", "tt-cyber-experience", "Europe's defence companies know a lot about cybersecurity."),
        Case("negation", "tt-cyber-experience", "European defence companies have no experience in cybersecurity."),
    ),
    (
        Case("true", "us-tariff-threat", "The US is threatening sweeping tariffs."),
        Case(
            "true",
            "jt-kallas-natural",
            "For Kallas it is only natural that the bloc diversifies its trade and its partners in security.",
        ),
        Case("true", "jt-kallas-believers", "Japan and the EU believe in free trade and international law, she says."),
        Case("negation", "jt-kallas-believers", "Japan and the EU do not believe in free trade, she says."),
    ),
    (
        Case("true", "heng", "Yee Kuang Heng, analyst, Graduate School of Public Policy, University of Tokyo."),
        Case("name", "maslow", "Sebastian Maslow, associate professor at the University of Kyoto."),
        Case(
            "true",
            "jt-maslow-tokyo",
            (
                "Tokyo has encouraged its defence industry to play a larger international role in recent "
                "years, Maslow says."
            ),
        ),
    ),
    (
        Case("true", "nr-korea-exports", "South Korea sells more and more weapons to Europe."),
        Case("opposite", "nr-korea-exports", "South Korea is decreasing its weapons exports to Europe."),
        Case(
            "true", "nr-japan-china-cyber", "Japan is trying to counter cyberattacks and false information from China."
        ),
        Case("name", "nr-japan-china-cyber", "Japan is working to counter cyberattacks from Iran."),
    ),
    (
        Case(
            "true",
            "nr-eu-russia-concern",
            ("The EU fears that Russian cyberattacks and fake news could influence elections in its member states."),
        ),
        Case(
            "true",
            "nr-taiwan-strait",
            "A conflict in the Taiwan Strait would threaten Japan's security, given where it lies.",
        ),
        Case(
            "true",
            "afp-japan-greatest-challenge",
            "Japan's greatest security challenge is China, Tokyo has said before.",
        ),
        Case("opposite", "afp-china-buildup", "Beijing is cutting its military capacity in the region."),
    ),
    (
        Case(
            "true",
            "spa,afp-iwaya-force",
            "The Strategic Partnership Agreement was to enter into force at the beginning of 2025.",
        ),
        Case("true", "afp-spa-separate", "It is a separate pact, agreed upon earlier."),
        Case("status", "spa,afp-iwaya-force", "The agreement has been terminated."),
        Case("true", "afp-iwaya-foundation", "Iwaya expects it to be a legal foundation for the future."),
    ),
    (
        Case("number", "fig-nato-standard", "NATO standard: 3% of GDP."),
        Case(
            "true",
            "fig-japan-two-percent,afp-counter-china",
            "Japan is raising its defence spending to two per cent of GDP by 2027.",
        ),
        Case("true", "afp-counter-china", "Partly to counter China."),
        Case("number", "fig-nato-five-percent", "EU allies in NATO: five per cent of GDP by 2025."),
    ),
    (
        Case("unsourced", "", "Sweden joined NATO in March 2024."),
        Case("unsourced", "", "The Bank of Japan raised interest rates to 0.5 per cent."),
        Case("unsourced", "", "Kallas will visit Hanoi in October to sign a trade agreement with Vietnam."),
        Case("unsourced", "", "Mitsubishi Electric won a contract for air traffic control radars in Poland."),
    ),
    (
        Case(
            "true",
            "eu-japan-summit-2025",
            "In July 2025 the leaders of the European Union and of Japan met for a summit in Tokyo.",
        ),
        Case(
            "true",
            "classified-information-agreement",
            "There they formally opened negotiations on the sharing of classified information.",
        ),
        Case(
            "true", "jt-deal-scope", "The agreement will say how sensitive information is shared, handled and stored."
        ),
        Case("true", "jt-deal-limits", "It will not itself authorise any exchange."),
        Case(
            "number", "jt-deal-scope,classified-information-agreement", "It will be the third agreement of that kind."
        ),
    ),
    (
        Case(
            "true",
            "jt-kallas-natural",
            "It is only natural to diversify our trade and our partners, Kaja Kallas told The Japan Times.",
        ),
        Case("true", "jt-kallas-not-only-japan", "This effort is not confined to Japan."),
        Case("true", "jt-kallas-asia-interest", "She reports great interest in Asia in closer relations with the EU."),
        Case(
            "true",
            "kallas-in-manila",
            "A month before, in Manila, she had begun to set up a defence dialogue with the Philippines.",
        ),
        Case("name", "kallas-in-manila", "She had been in Bangkok for that."),
    ),
    (
        Case(
            "true",
            "sdp,afp-pact-content",
            (
                "The pact unveiled in Tokyo covers joint military exercises, exchanges of information on "
                "the defence industry and space security."
            ),
        ),
        Case(
            "true",
            "afp-borrell-first",
            (
                "It is the first of its kind that the bloc has concluded with a country in the Asia-"
                "Pacific, according to Borrell."
            ),
        ),
        Case("true", "afp-borrell-dangerous", "The world we live in is very dangerous, he said."),
        Case("true", "afp-no-china", "China he left unmentioned."),
        Case("opposite", "afp-borrell-dangerous", "The world we live in is very safe, he said."),
    ),
    (
        Case("true", "emanuel", "Rahm Emanuel - US Ambassador to Japan in 2024"),
        Case(
            "true",
            "us-japan-industry-talks,nr-talks-focus",
            (
                "In June 2024 American and Japanese officials talked in Tokyo about working together more "
                "in the defence industry"
            ),
        ),
        Case(
            "true",
            "nr-emanuel-shipyards",
            "American yards could build more warships if the Navy's ships were repaired in Japan (Emanuel)",
        ),
        Case("true", "nr-emanuel-missiles", "He also mentioned missiles and a more flexible supply chain"),
        Case(
            "speaker",
            "nr-emanuel-shipyards",
            "American yards could build more warships if ships were repaired in Japan (Kishida)",
        ),
    ),
    (
        Case(
            "true",
            "paris-meeting",
            "Government and industry from both sides will meet in Paris while the air show is on.",
        ),
        Case("true", "paris-meeting,meti", "Japan's economy ministry METI is sending senior officials."),
        Case(
            "true", "paris-meeting,synspective", "Synspective, a startup that builds radar satellites, is expected too."
        ),
        Case(
            "true",
            "paris-meeting,dg-defis",
            "The Commission will be represented by its directorate-general for defence industry and space.",
        ),
        Case("negation", "paris-meeting,synspective", "Startups will not take part."),
    ),
    (
        Case("true", "jt-two-tracks", "Europe is following two tracks at once."),
        Case(
            "true", "jt-brussels-money", "The Union makes more money available to its members for their own industry."
        ),
        Case("true", "jt-members-buy-abroad", "And they buy more equipment from abroad, in particular from America."),
        Case("true", "jt-nato-production", "NATO members in the EU struggle with production as well."),
        Case(
            "name", "jt-members-buy-abroad", "And they buy more equipment from abroad, in particular from South Korea."
        ),
    ),
    (
        Case("true", "afp-counter-china", "Japan ramps up spending partly because of China."),
        Case("true", "afp-china-pressure", "China puts more and more military pressure on Taiwan."),
        Case("true", "afp-beijing-force", "It has not excluded the use of force."),
        Case(
            "true",
            "nr-japan-taiwan-concern",
            "Since the invasion of Ukraine Japan is more worried about a Chinese invasion of the island.",
        ),
        Case("status", "afp-beijing-force,nr-japan-taiwan-concern", "China has invaded the island."),
    ),
    (
        Case(
            "true",
            "gcap-announced,gcap",
            "Before that the three countries had announced the Global Combat Air Programme.",
        ),
        Case("true", "gcap", "Under it the fighter is to be developed from 2025 and introduced by 2035."),
        Case(
            "true",
            "nr-agreement-purpose,japan-uk-italy-agreement",
            (
                "The agreement of December 2023 between Japan, the UK and Italy is meant to deepen their "
                "defence cooperation."
            ),
        ),
        Case("number", "gcap", "Under it the fighter is developed by two countries."),
    ),
    (
        Case(
            "true",
            "tt-pacifist",
            ("Japan, long known for its pacifist constitution, has made great strides in strengthening its military."),
        ),
        Case(
            "true",
            "tt-drivers",
            ("Behind this stand the rise of China, North Korea's missile tests and instability in the Indo-Pacific."),
        ),
        Case("true", "tt-invests", "Tokyo puts a lot of money into missile defence, cybersecurity and space."),
        Case("true", "tt-japan-cyber", "The country gives its cyber defence more and more priority."),
        Case("opposite", "tt-japan-cyber", "The country gives its cyber defence less and less priority."),
    ),
    (
        Case("true", "tt-keen", "European companies want to get into the Japanese market."),
        Case("true", "tt-market-rank", "Japan's market is among the largest and most advanced in the world."),
        Case("true", "tt-traditional-focus", "Europe's industry has so far mostly served NATO members and the EU."),
        Case("true", "tt-culture", "Cultural and organisational differences will have to be overcome."),
        Case("true", "tt-compliance", "Firms have to comply with export controls of both sides."),
        Case("opposite", "tt-market-rank", "Japan's market is among the smallest in the world."),
    ),
    (
        Case(
            "true",
            "north-korean-troops-in-russia,afp-us-troops",
            "Thousands of North Korean soldiers are in Russia, according to the US.",
        ),
        Case(
            "true", "jt-kallas-north-korean-soldiers", "Kallas, too, speaks of North Korean soldiers in Russia's war."
        ),
        Case("true", "jt-kallas-russia-help", "In return Russia supplies military equipment, she says."),
        Case("true", "north-korea-missile-test", "North Korea tested a new missile in late October 2024."),
        Case("date", "north-korea-missile-test", "The missile test took place in October 2023."),
    ),
    (
        Case(
            "true",
            "afp-ishiba-alliance",
            "Mr Ishiba has proposed an alliance for the region like NATO, with collective security.",
        ),
        Case("true", "afp-ishiba-not-overnight", "He concedes that this will not happen from one day to the next."),
        Case(
            "true",
            "afp-kishida-warning",
            "His predecessor Kishida shared the warning that today's Ukraine could be tomorrow's East Asia.",
        ),
        Case("true", "kishida-state-visit", "Kishida was received by President Biden for a state visit in April 2024."),
        Case("name", "kishida-state-visit", "Ishiba was received by President Biden for a state visit in April 2024."),
    ),
    (
        Case("true", "jt-space-norms", "EU + Japan: want rules and norms of responsible behaviour in space"),
        Case("true", "jt-space-vow", "both promise to develop satellite constellations faster"),
        Case("true", "tt-space-closer", "militarisation of space brings Japan and Europe closer together"),
        Case("true", "tt-space-companies", "European satellite firms can contribute a lot to Japan's space defence"),
        Case("negation", "tt-space-companies", "European satellite firms cannot contribute to Japan's space defence"),
    ),
    (
        Case(
            "true",
            "cal-white-paper,defence-white-paper",
            "The white paper of the EU calls for more competitiveness and for collaboration with Japan.",
        ),
        Case(
            "true",
            "cal-europe-manufacturing",
            "Because of Russia's invasion Europe is speeding up its own defence production.",
        ),
        Case("true", "cal-japan-market", "For Japan the growing European market is an opportunity."),
        Case("true", "cal-lethal-banned", "Complete lethal weapons still may not be exported for the most part."),
        Case(
            "true",
            "fighter-collaboration,caliber-fighter",
            "With Britain and Italy Japan already builds a next-generation fighter.",
        ),
        Case(
            "name",
            "fighter-collaboration,caliber-fighter",
            "With France and Italy Japan already builds a next-generation fighter.",
        ),
    ),
    (
        Case("nothing", "", "Dear colleagues, good morning."),
        Case("nothing", "", "Where do we stand?"),
        Case("nothing", "", "I believe we can do better."),
        Case("true", "tt-common-challenges", "Europe and Japan face the same challenges in security."),
        Case("true", "tt-both-regions-focus", "Both want to keep a rules-based international order."),
        Case("true", "tt-indispensable", "They will remain indispensable partners for a stable and secure future."),
        Case("nothing", "", "Let us work for it."),
    ),
    (
        Case(
            "true",
            "cal-funding-hope,incentives-in-preparation",
            "EU is preparing financial incentives for its defence industry",
        ),
        Case(
            "true",
            "public-private-dialogue-framework",
            "July summit to set up regular dialogue between public and private sector",
        ),
        Case(
            "true",
            "eu-seeks-partnerships,nr-eu-aim",
            "EU wants defence industry partnerships with Japan and South Korea to develop weapons together",
        ),
        Case(
            "true",
            "japanese-participation-proposals",
            "There are proposals to give Japanese companies more opportunities in EU-led defence research",
        ),
        Case(
            "name",
            "nr-eu-aim,eu-seeks-partnerships",
            "EU wants defence industry partnerships with Japan and India to develop weapons together",
        ),
    ),
    (
        Case(
            "true",
            "sdp,sdp-announced",
            (
                "Josep Borrell and Takeshi Iwaya unveiled the security and defence partnership in Tokyo on "
                "1 November 2024."
            ),
        ),
        Case("true", "afp-borrell-pleased", "Borrell was extremely pleased about its conclusion."),
        Case("speaker", "afp-borrell-pleased", "Ishiba said he was extremely pleased about its conclusion."),
        Case(
            "true",
            "afp-borrell-framework",
            "The framework strengthens both sides' ability to face emerging threats together, he added.",
        ),
        Case("negation", "afp-borrell-framework", "The framework does not deepen their ability to tackle threats."),
    ),
    (
        Case(
            "true",
            "jt-partnership-naval",
            "The partnership lays the groundwork for naval cooperation such as joint training.",
        ),
        Case(
            "true",
            "jt-partnership-industry",
            "It also allows both to explore joint initiatives in the defence industry.",
        ),
        Case("date", "jt-follows-partnership,sdp", "The partnership was launched in November 2023."),
        Case("nothing", "", "We should be grateful for that."),
    ),
    (
        Case(
            "true",
            "spa-ratification-exchanged,afp-iwaya-exchange",
            "1 Nov 2024: Borrell and Iwaya exchange instrument of ratification for the SPA",
        ),
        Case(
            "name",
            "spa-ratification-exchanged,afp-iwaya-exchange",
            "1 Nov 2024: Kallas and Iwaya exchange instrument of ratification for the SPA",
        ),
        Case("status", "spa", "SPA: not yet agreed"),
        Case("true", "afp-iwaya-foundation", "SPA to be legal foundation for the strategic partnership"),
    ),
    (
        Case(
            "true",
            "eu-korea-partnership,jt-kallas-asia-interest",
            "The EU has a defence partnership with South Korea, too.",
        ),
        Case("true", "nr-korea-challenges", "South Korea faces challenges from its northern neighbour."),
        Case("name", "eu-korea-partnership", "The EU has a defence partnership with Vietnam, too."),
        Case("opposite", "nr-korea-exports", "South Korea exports fewer weapons to Europe."),
    ),
    (
        Case("true", "us-japan-alliance,tt-alliance", "Japan and the United States have a strong alliance."),
        Case("true", "kishida-state-visit", "In April 2024 President Biden welcomed Fumio Kishida on a state visit."),
        Case(
            "true",
            "us-japan-plans-announced",
            "On that visit they announced plans to deepen their defence partnership.",
        ),
        Case(
            "speaker",
            "nr-emanuel-repairs",
            "Joe Biden says repairing US Navy ships in Japan would free up American industrial capacity.",
        ),
    ),
    (
        Case("true", "f-2,fx", "F-2: ageing fleet, to be replaced by the F-X"),
        Case("name", "f-2,fx", "F-16: ageing fleet, to be replaced by the F-X"),
        Case("true", "contractors-in-fx", "BAE Systems, Leonardo and Rolls-Royce are involved in the F-X"),
        Case("true", "tt-testament", "Europe's part in the next-generation fighter is a testament to the partnership"),
        Case("negation", "contractors-in-fx", "European contractors are not involved in the F-X"),
    ),
    (
        Case(
            "true",
            "fig-nato-five-percent",
            "EU countries in NATO agreed to raise defence spending drastically, to 5% of GDP by 2035.",
        ),
        Case("true", "jt-us-pressure", "Washington wants Japan to follow suit."),
        Case("true", "fig-japan-two-percent", "Japan aims for 2% of GDP by 2027."),
        Case("number", "fig-japan-two-percent", "Japan aims for 4% of GDP by 2027."),
        Case("opposite", "fig-nato-five-percent", "EU countries in NATO agreed to cut defence spending drastically."),
    ),
    (
        Case("true", "jt-deal-stepping-stone", "The pact is seen as a stepping stone to technology transfers."),
        Case(
            "true",
            "jt-joint-concerns",
            ("The joint statement names Russia's war of aggression and challenges to a free and open Indo-Pacific."),
        ),
        Case("opposite", "jt-joint-closer-cooperation", "Closer cooperation has become less important."),
        Case("nothing", "", "Who would have thought so?"),
    ),
    (
        Case(
            "true",
            "national-security-strategy,tt-determination",
            "2022 strategy and more spending show Japan's determination to modernise its military",
        ),
        Case("date", "national-security-strategy", "National Security Strategy of Japan: 2020"),
        Case("true", "tt-commitment", "The decision for 2% by 2027 signals commitment"),
        Case("true", "tt-demand", "More spending will lead to greater demand for advanced technology"),
        Case("opposite", "tt-demand", "More spending will lead to lower demand for advanced technology"),
    ),
    (
        Case(
            "true",
            "cyberattacks-on-both,tt-digital-priority",
            "Both regions have suffered cyberattacks by states and others.",
        ),
        Case("true", "tt-digital-priority", "To protect digital infrastructure is now a top priority."),
        Case(
            "true",
            "tt-cyber-space",
            "In cybersecurity and space defence Japan and Europe will probably work together more.",
        ),
        Case(
            "negation", "cyberattacks-on-both,tt-digital-priority", "Neither region has been targeted by cyberattacks."
        ),
    ),
    (
        Case(
            "true",
            "kallas",
            "Kaja Kallas, a former prime minister of Estonia, is a vice president of the European Commission.",
        ),
        Case("name", "kallas", "Kaja Kallas is a former prime minister of Latvia."),
        Case(
            "true",
            "jt-dialogue-participants,jt-kallas-dialogue-aim",
            "She hopes for a Defence Industry Dialogue of officials and business.",
        ),
        Case("status", "defense-industry-dialogue", "The dialogue was launched."),
        Case("true", "jt-dialogue-platform", "It is expected to be a platform for collaboration."),
    ),
    (
        Case("true", "caliber-az,cal-per-foreign-media", "Caliber.Az cites foreign media that it does not name."),
        Case("true", "cal-less-reliance", "Japan and the EU want to depend less on the United States."),
        Case("true", "cal-joint-production", "They seek joint production and more robust supply chains."),
        Case("opposite", "cal-joint-production", "They seek less robust supply chains."),
        Case("true", "cal-exchanges", "More exchanges between officials are to lead to concrete projects."),
    ),
    (
        Case(
            "true",
            "jt-kallas-room",
            "Kallas told reporters that there is ample scope for arms makers to work together.",
        ),
        Case(
            "opposite", "jt-kallas-china-enabler", "China she called the main obstacle to the Russian war in Ukraine."
        ),
        Case("opposite", "jt-kallas-natural", "She finds it unnatural that the bloc should diversify its trade."),
        Case("name", "fig-japan-two-percent", "EU nations in NATO will spend 2% of their GDP on defence by 2027."),
    ),
    (
        Case(
            "name",
            "sdp-announced",
            "Berlin was where the Security and Defence Partnership of the EU and Japan was announced.",
        ),
        Case(
            "true",
            "afp-borrell-first",
            "No other country of the Asia-Pacific had made such an accord before, Borrell stressed.",
        ),
    ),
    (
        Case(
            "number",
            "north-korean-troops-in-russia",
            "Only a few hundred North Korean troops are in Russia, says the United States.",
        ),
        Case("true", "afp-kishida-visit", "Biden and Kishida announced plans to boost their defence partnership."),
        Case(
            "opposite",
            "afp-kishida-visit",
            "Biden and Kishida announced plans to scale back their defence partnership.",
        ),
        Case(
            "negation",
            "nr-treaty-support",
            "Mutual military support in times of crisis is not part of the treaty of Russia and North Korea.",
        ),
    ),
    (
        Case("number", "fig-japan-doubling", "Ladies and gentlemen, Japan is striving to triple its defence spending."),
        Case("nothing", "", "Ladies and gentlemen, dear Minister Iwaya, welcome."),
        Case(
            "status",
            "afp-heng-funding",
            "EU funds have been granted to a joint defence project of a Japanese and a European company.",
        ),
        Case(
            "negation",
            "fighter-collaboration",
            "In June 2025 Japan had yet to work with London and Rome on a fighter of the next generation.",
        ),
    ),
    (Case("true", "cal-paris-meeting", "Subaru, Toray and IHI were announced for the meeting at the Paris Air Show."),),
)
