"""Weights: every number that decides an order, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Collection

from eujdef_tui.store import Document
from eujdef_tui.text.word_forms import is_unspaced

__all__ = [
    "ABSENT", "ALL", "ANOTHER", "ANSWERED", "ASKED", "BESIDE", "COVERAGE", "COVERED", "COVERED_ASKED", "CUT_SHORT",
    "DATE_TEXT", "DENSE", "DERIVED", "DERIVED_MOST", "DESCRIBED", "DOER", "DOER_OF_SOME", "EARLY", "EARLY_ASKED",
    "EXACT", "FARTHEST", "FIGURE", "FIT", "GENERAL", "GUESSED", "IGNORED", "INITIALS", "INSIDE", "ITSELF", "KIND",
    "KIND_OF", "LEFT", "LEFT_WHOLE", "LINKED", "LINKED_WITH", "LONG_TEXT", "MADE_OF", "MEANING", "MENTIONED", "MONEY",
    "MOSTLY", "NAME", "NAMED_ONLY", "NAMED_SOURCE", "NEAR", "NEARBY", "NEARER", "NO_AMOUNT", "OTHERWISE", "OTHER_NAME",
    "OTHER_WORD", "PARTLY", "PREFIX", "PREFIX_ALONE", "PREFIX_ALONE_SLIP", "PROSE", "QUOTES", "RELATED", "REWARD",
    "ROUNDED", "ROW", "SENTENCE", "SETTLED", "SMALL", "SOUND", "SOURCE", "SPEAKER", "SPELLING", "SUBJECT", "SUM",
    "SUPPORT", "SURE", "TITLE", "TOGETHER", "TOLD", "TOLD_BADLY", "TWICE", "TYPO", "TYPO_IN_PREFIX", "UNITLESS",
    "WANTED", "WHOLE", "WIDER", "WRITTEN", "counts_in_text", "edits_allowed", "edits_allowed_joined",
    "first_letter_may_differ", "has_money", "may_be_mistyped", "may_count_in_text", "of_answer", "of_label",
]  # fmt: skip

# --- how well a typed word matches a word of a name -------------------------------------------------

EXACT = 1.0  # the word itself
SPELLING = 0.93  # the word as others spell it (Kono, Kouno; defence, defense): not a mistake
PREFIX = 0.80  # its beginning; grows to PREFIX + NEAR as what is typed nears the whole word
NEAR = 0.12
TYPO = (1.0, 0.70, 0.55, 0.45)  # by edits: a typo never beats an exact match or a beginning
OTHER_WORD = 0.60  # another word for the same: what was meant, if not what was typed
RELATED = 0.45  # a word of the same idea: what may have been meant
OTHERWISE = frozenset(("other word", "related"))  # rules by which a word stands for another one
SOUND = 0.50  # it only sounds alike: the last thing to try
TYPO_IN_PREFIX = 0.80  # a typo in the beginning of a longer word is two guesses at once
PREFIX_ALONE = 5  # letters from which a typo in the beginning of a word counts without another word beside it
PREFIX_ALONE_SLIP = 4  # and from which a letter doubled or swapped does
DERIVED = 0.62  # the same root with another ending (insurer, insurance): less than a typo, which is the same word
DERIVED_MOST = 200  # words that begin with a root and are looked at
ROUNDED = 0.85  # a number that rounds to the typed one
UNITLESS = 0.80  # the same number, but only one of the two has a unit
INITIALS = 0.90  # derived initials are a guess where a written acronym is a name

# --- which field it was found in --------------------------------------------------------------------

NAME = 1.0  # the name a record goes by
OTHER_NAME = 0.97  # as good, but the record's own name wins a tie
TITLE = 0.80  # a title says what a record is about; a name says what it is
LINKED = 0.62  # an event of Kallas is not Kallas
LINKED_WITH = 0.72  # but who names her and something else asks for what ties the two
PROSE = 0.50  # roles, subjects, places
QUOTES = 0.42  # the quoted words mention many things in passing
SENTENCE = 0.36  # the sentence that a fact rests on says more than the fact
BESIDE = 0.25  # the sentence before or after it
MENTIONED = 0.30  # and the sentences that prove an actor mention nothing so much as other things
DATE_TEXT = 0.75  # a year that stands in a name, title or figure rather than in a date

# --- how well a date asked for fits a record's own --------------------------------------------------

INSIDE = 0.9  # a day of the month that was asked for; the very month is 1
WIDER = 0.8  # times the share that was asked for, where the record spans more than that
FARTHEST = 0.3  # any overlap at all

# --- what decides between records that match alike ---------------------------------------------------

WHOLE = 0.30  # all that was typed is all of a title or name
COVERED = 0.35  # a name typed in full beats one that merely contains what was typed
COVERED_ASKED = 0.12  # less in a question: it asks what happened
ASKED = {  # what a question wants: a figure is the only answer to "how much", a person nearly so to "who is"
    "much": 0.50,
    "many": 0.50,
    "person": 0.35,
    "when": 0.30,
    "happen": 0.35,
    "or": 0.15,  # who asks for one or the other asks what sets them apart
    "differ": 0.60,  # where the articles differ is what tensions are for
    "say": 0.15,  # what someone says stands in a statement
    "why": 0.05,
    "who": 0.30,  # an event names who took part
    "where": 0.05,
    "which": 0.30,  # which ship: one of the actors
    "role": 0.40,  # boss of the firm: a person
    "runs": 0.45,  # who runs, heads or chairs it: a person
    "company": 0.50,  # which companies
    "country": 0.50,
    "body": 0.50,
    "agreement": 0.50,
    "source": 0.50,
    "change": 0.15,
    "fact": 0.20,  # a whole question asks what happened or was said, not what a name stands for
}
EARLY = 0.10  # of a figure, where its sentence begins with what was typed
EARLY_ASKED = 0.25  # and more where an amount is asked for: how much the US spends is not told beside the EU
MADE_OF = 0.40  # what has a word made from a typed one: japan for japanese
WANTED = {  # and where the record itself says that it is (see `answers`)
    "say": 0.25,  # of someone who was named
    "planned": 0.35,
    "when": 0.15,  # what happened on its day
    "where": 0.25,
    "change": 0.30,  # it tells of a change
    "much": 0.15,  # in a unit that was asked for
    "many": 0.15,
    "why": 0.20,  # it gives a reason
    "company": 0.30,  # what is linked to one answers too
    "country": 0.30,
    "person": 0.0,
    "agreement": 0.30,
    "body": 0.30,
    "source": 0.30,
}
ANOTHER = 0.60  # less for the one before or after whom the one was who is asked for
DOER_OF_SOME = 0.30  # who did a part of it, or whose name has a part of it
DOER = 0.65  # who did it: one whose own description says so
ITSELF = 0.35  # less for one whose name was typed: who built the house is not the house
NAMED_ONLY = 0.15  # less than that for an agreement: its steps answer too, but an event or a statement is the answer
IGNORED = 0.03  # for a word that was passed over, such as "whose", and stands in the title after all
MONEY = 0.10  # asked for money, an amount of it is nearer than a share or a year
KIND = 0.90  # a kind typed alone: treaty, companies
KIND_OF = 0.25  # and among other words, of an actor or agreement: danish film
SPEAKER = 0.10  # of what someone says: they are named first
SUBJECT = 0.03  # of what someone does, too
ROW = 0.08  # what was typed stands in a name or title as it was typed, word by word
GUESSED = 0.36  # how well the words must match on the whole where two or more are other words
MEANING = 0.60  # the share of the meaning of a line that a fact must have, where none has all of its words
GENERAL = 0.50  # times: what a word of every subject is worth, where most of the meaning is looked for
SMALL = 0.20  # times: what a preposition is worth there, or a word that many sentences have
COVERAGE = 0.6  # the share of the meaning that a fact has, to this power, is multiplied with how well its words match
DESCRIBED = 0.30  # a word that describes an actor to whom a fact is linked: the french operator
REWARD = 0.30  # times what rewards a hit otherwise, such as the kind that was asked for
ALL = 0.05  # more for what has all words, if some only in a sentence behind it
ABSENT = 0.60  # times the worth of a word that no fact has: the language has more words for it
LEFT = 0.30  # on the mean, where a word is left out: what has less says too little to be an answer
LEFT_WHOLE = 0.30  # and where two words or more are, and half of them
PARTLY = 0.33  # how well the words must match where some are left out
SETTLED = 0.60  # several words that a fact has as well as this need no other words for the same
ANSWERED = 0.70  # a question whose words match as well as this on the whole needs no word left out
WRITTEN = 0.01  # each word is typed with the very accents of the name: of Kato and Kato with a macron, the one meant
TWICE = 0.5  # times: a second term in a word that another has matched already says little more
TOGETHER = 0.12  # all words in one title or one sentence: they were meant together
NEARBY = 0.02  # typed words that stand side by side in a title are of one thing: it breaks ties
DENSE = 0.25  # the share of a title that was typed: a short title is about what it says, a long one mentions it
LONG_TEXT = 0.08  # less for the text of a statement, which is a whole sentence, than for a title
CUT_SHORT = 0.4  # who asks a whole question writes its words out: the spa is not space
NAMED_SOURCE = 0.85  # times: the title of an article that has only a part of what was typed
SOURCE = 0.45  # times: an article holds all its words, and is the answer only where no fact is
NEARER = 0.90  # times: a date belongs to an event more than to what an agreement spans
SURE = 0.60  # of who does something, an actor is looked for where what is found is worse
SUM = 0.15  # a figure, where a sum is named: strike bill, tin content
FIGURE = 0.12  # a quantity alone is looked for in the figures
FIT = 1.0  # worth that a fact tells an amount of the asked sort, beside that of its words
TOLD = 0.30  # times the share of the words that a figure has itself: it is there to tell an amount
TOLD_BADLY = 0.38  # how well its words must match on the whole
WHOLLY = 0.85  # the share of the words that a figure must have which has none itself
NO_AMOUNT = 0.15  # less for an actor where an amount is asked for
MOSTLY = 0.60  # the share of a name from which it was typed as a whole
SUPPORT = 0.02  # by more sources, or mentioned by more records (on a log scale): breaks ties only


def edits_allowed(typed: str, *, lower_case: bool = False, lenient: bool = False) -> int:
    """How many edits a typed word may be away from a word of the base.

    Short words get none, since every short word is near another; nor do figures: 2024 is not 2025. A word that the
    articles write in `lower_case` is no name: most people spell it right, and unknown names are near to many such
    words. `lenient` allows one edit more, for matches that count only beside another one in the same name.
    """
    length = len(typed)
    if lenient and length == 3:
        return 1
    if length < 4 or any(map(str.isdigit, typed)):
        return 0
    first, second = (6, 10) if lower_case else (4, 7)
    return (length >= first) + (length >= second) + lenient


def edits_allowed_joined(typed: str) -> int:
    """How many edits a whole name, its spaces left out, may be away from all that was typed."""
    return 0 if len(typed) < 6 else 1 if len(typed) < 12 else 2


def first_letter_may_differ(typed: str, edits: int, *, swapped: bool, lenient: bool = False) -> bool:
    """Whether a word that begins with another letter may be meant.

    People see their first letter, and short words with another one are other words (Kato, NATO).
    """
    return len(typed) >= (4 if lenient else 5 if swapped else 6) and (lenient or edits == 1)


# Words that are everywhere and that no one looks for: Boeing is not "being".
_NEVER_MEANT = frozenset("being could doing having should their there these those where which whose would".split())


def may_be_mistyped(typed: str, word: str, edits: int) -> bool:
    """Whether what was typed, which begins no word of the base, may be an ordinary word of five letters or more.

    The first letter must be the word's own, unless the first two were swapped. Of 861 words of the shipped articles,
    one letter dropped, swapped, doubled or replaced, 65 % were found without this rule.
    """
    if edits != 1 or max(len(typed), len(word)) < 5 or any(map(str.isdigit, typed)) or word in _NEVER_MEANT:
        return False
    return typed[0] == word[0] or typed[1::-1] == word[:2]


def may_count_in_text(typed: str, rule: str, *, title: bool) -> bool:
    """Whether a word found in a text by this rule may be near enough to count there.

    Names are few and dear to those who type them; running text has a word near to almost every short one, and one
    that begins with any few letters. A title of an event is nearly a name.
    """
    if rule == "prefix":
        return len(typed) >= (3 if title else 4)
    if rule == "~1":
        return len(typed) >= (5 if title else 8)
    return rule in ("", "spelling") or rule in OTHERWISE


def counts_in_text(typed: str, rule: str, token: str, field: str, record: str) -> bool:
    """Whether it does: the beginning of a long word says too little, but in the title of an event."""
    if rule in OTHERWISE and record == "source":
        return False  # an article has a word near to every other
    title = field == "title" and record == "event"
    if rule == "prefix" and is_unspaced(typed):
        return True
    return may_count_in_text(typed, rule, title=title) and (rule != "prefix" or title or 2 * len(typed) > len(token))


# Which records each word asks for; another word is a kind itself.
_FITS: dict[str, Callable[[Document], bool]] = {
    "fact": lambda one: one.record in ("event", "statement", "agreement"),
    "when": lambda one: one.lo is not None and one.record in ("event", "agreement"),
    "where": lambda one: one.record == "event",
    "happen": lambda one: one.record == "event",
    "much": lambda one: one.kind == "figure",
    "many": lambda one: one.kind == "figure",
    "who": lambda one: one.record == "event" and one.links.text != "",
    "person": lambda one: one.kind == "person",
    "or": lambda one: one.record == "tension",
    "differ": lambda one: one.record == "tension",
    "say": lambda one: one.record == "statement" and one.kind != "figure",
    "why": lambda one: one.record in ("statement", "tension"),
    "change": lambda one: one.record in ("event", "tension"),
    "runs": lambda one: one.kind == "person",
    "role": lambda one: one.kind == "person",
    "which": lambda one: one.record == "actor",
    "body": lambda one: one.kind in ("public-body", "organization"),
}


def of_answer(asks: Collection[str], document: Document) -> float:
    """What it is worth that a record is of the sort that the question wants."""
    if not asks:
        return 0.0
    worth = 0.0
    for ask in asks:
        fits = _FITS.get(ask)
        if fits(document) if fits else ask in (document.kind, document.record):
            worth += ASKED.get(ask, 0.0)
    return worth - NAMED_ONLY if document.record == "agreement" and "fact" in asks else worth


def has_money(document: Document) -> bool:
    """Whether one of its quantities is of a currency."""
    units = {item.rpartition(":")[2] for item in document.amounts.split()}
    return not units <= {"", "pct"}


def of_label(label: str) -> float:
    """What a match in a name with this label is worth."""
    if label == "name":
        return NAME
    if label.startswith("initials"):
        return INITIALS
    return TITLE if label in ("source", "author") else OTHER_NAME
