"""English words that the truth checks know: function words, tense, negation, opposites. Folded."""

from __future__ import annotations

__all__ = [
    "CONDITIONAL",
    "COUNTED",
    "FUNCTION_WORDS",
    "FUTURE",
    "MEASURES",
    "NEGATIVE",
    "OPPOSITES",
    "PAST",
    "PRONOUNS",
    "SAYING",
    "TITLES",
    "WILL",
]

FUNCTION_WORDS = frozenset(
    "a about above across after again against all almost along already also although always am among an and"
    " another any are around as at away back be because become been before being below between both but by can"
    " could did do does done down during each either else enough even ever every few for from further get gets got"
    " had has have having he her here hers herself him himself his how however i if in instead into is it its"
    " itself just last least less like made make makes making many may me might more most much must my near nearly"
    " neither never next no nobody none nor not nothing now of off often on once one only onto or other others our"
    " out over own per perhaps quite rather said same say says she should since so some soon still such than that"
    " the their theirs them themselves then there these they thing things this those though through thus till to"
    " together too toward towards under until up upon us use used uses very via was way we well were what when"
    " where whether which while who whole whom whose why will with within without would yet you your according two"
    " three four five six seven eight nine ten first second third".split()
)
# Words of a sentence that speak of what is to come, or of what is only possible.
FUTURE = frozenset(
    "will would shall ll expect expectation aim intend schedule due upcoming coming next forthcoming future"
    " proposal propose hope want seek goal target until tomorrow soon eventually prepare consider mull promise vow"
    " pledge aspire strive ahead tentative tentatively possible prospect later call deadline must should need ask"
    " demand commit commitment ambition foresee forecast predict likely potential potentially summon invite"
    " negotiate envisage eye look await if plans planned planning".split()
)
# Words that only announce.
WILL = frozenset(
    "will would shall ll plans aims aim intends intend expects expect expected scheduled due upcoming hopes".split()
)
CONDITIONAL = frozenset("could might can if unless whether would should possible possibly".split())
# Forms of the past that do not end in -ed.
PAST = frozenset(
    "was were had did been has have became began broke brought built bought came chose cut drew drove fell fought"
    " found flew gave got went grew held hit kept knew laid led left lent lost made meant met paid put ran rode"
    " rose said saw sold sent shot shut sat slept spoke spent stood stole struck sank swore swept swam took taught"
    " told thought threw understood won wore wrote withdrew undertook overtook forbade forgave froze hung hid dug"
    " bore bred bound caught crept dealt fed felt lit rang sang sought shook shone slid spread sprang stuck stung"
    " tore wept woke wound done gone given taken written known seen shown drawn fallen grown held ago yesterday"
    " since already".split()
)
# Words that deny, or that a fact may put as a denial: "refused" as "did not".
NEGATIVE = frozenset(
    "not no never nobody none neither nor nothing nowhere without cannot hardly scarcely barely lack lacks lacked"
    " lacking fail fails failed failure failing refuse refuses refused refusal deny denies denied reject rejects"
    " rejected ban bans banned prohibit prohibits prohibited forbid forbids forbidden prevent prevents prevented"
    " stop stopped absent absence except unlike missing halted blocked false wrong oppose opposes opposed rather"
    " instead cancel cancelled canceled abandon abandoned dropped zero avoid avoids avoided exclude excluded"
    " excludes decline declined declines doubt doubts doubted impossible separate withdrew withdrawn".split()
)
PRONOUNS = frozenset("he she they it him her them his their its who we i my our".split())
SAYING = frozenset(
    "said says say told tells tell added adds noted notes explained explains argued argues warned warns claimed"
    " claims stated states wrote writes announced announces believes believed thinks thought asked asks called"
    " calls insisted insists stressed stresses acknowledged acknowledges admitted admits according replied answers"
    " answered".split()
)
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady baron baroness count king queen prince princess president"
    " minister general admiral captain colonel major judge senator chancellor the a an".split()
)
# What people count that need not be named: "7 people" for seven travellers.
COUNTED = frozenset(
    "people persons person times time items item cases case things units unit number pieces piece points point"
    " countries states companies parts part members member copies rate level amount total index years-old age"
    " share score rank place places votes vote of a per an the in each every".split()
)
MEASURES = frozenset(
    "tonne tonnes ton tons kilogram kilograms kg gram grams micrograms milligrams nanograms kilometre kilometres"
    " kilometer kilometers km metre metres meter meters mile miles litre litres liter liters hour hours minute"
    " minutes day days week weeks month months year years cubic square degree degrees centimetres millimetres"
    " hectares acres barrels watts megawatts gigawatts people passengers".split()
)
# Groups of opposites: who writes one side where the sentence has only the other has turned it round.
_OPPOSITES = (
    ("increase rise rose risen grow grew grown growth raise boost expand up gain more higher climb soar jump surge"
     " double strengthen widen accelerate enlarge upgrade",
     "decrease fall fell fallen shrink shrank reduce cut decline drop lower fewer less weaken narrow slow slump plunge"
     " halve downgrade diminish down lessen ease"),
    ("win won victory", "lose lost defeat"),
    ("accept approve back support welcome agree endorse favour", "reject oppose refuse resist criticise block veto"),
    ("open begin start launch begun began", "close end finish stop halt shut"),
    ("join enter accession", "leave left quit withdraw exit"),
    ("buy bought purchase import", "sell sold export"),
    ("allow permit let enable legal", "ban forbid prohibit bar prevent illegal"),
    ("early earlier before", "late later after"),
    ("first", "last"),
    ("hire recruit employ", "fire dismiss"),
    ("arrive arrival", "depart departure"),
    ("success succeed successful", "failure fail unsuccessful"),
    ("strong stronger strength", "weak weaker weakness"),
    ("large larger big bigger great greater major", "small smaller little minor"),
    ("cheap cheaper", "expensive dear dearer costly costlier"),
    ("fast faster quick quicker", "slow slower"),
    ("above over exceed", "below under"),
    ("north northern", "south southern"), ("east eastern", "west western"),
    ("public", "private"), ("old older", "new newer young younger"), ("good better best", "bad worse worst"),
    ("safe safer", "dangerous"), ("confirm", "deny"), ("include including", "exclude excluding"),
    ("majority most", "minority few"), ("maximum", "minimum"), ("optimistic hope", "pessimistic fear"),
    ("friend ally", "enemy rival adversary"), ("import", "export"),
    ("borrow", "lend lent"), ("deploy", "withdraw remove"),
    ("build built", "demolish destroy dismantle"), ("long longer", "short shorter"), ("high", "low"),
    ("offensive attack", "defensive defend"), ("inside internal domestic", "outside external foreign"),
    ("possible likely", "impossible unlikely"), ("profit", "loss"), ("rich", "poor"), ("attractive", "unattractive"),
    ("stable", "unstable"), ("legal lawful", "illegal unlawful"), ("guilty", "innocent"), ("full", "empty"),
    ("warm hot", "cold cool"), ("wet", "dry"), ("heavy heavier", "light lighter"), ("add added", "remove"),
)  # fmt: skip
OPPOSITES = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in _OPPOSITES)
