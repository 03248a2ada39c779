"""Promise: every name under which a record can be found, and the words it is found by, come from here.

What is indexed and what is typed go through the same functions, so that they meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.model.records import Actor, Agreement, Event, Record, Source, Statement, Tension
from eujdef_tui.text.lazy_regex import late
from eujdef_tui.text.unicode import words

__all__ = [
    "heard",
    "in_a_row",
    "loose",
    "names_of",
    "prose_of",
    "sound",
    "spread",
    "tails",
    "unspaced",
    "words_of",
]

# The longest word that is looked for from its middle: names of actors are shorter, and a title without end is none.
_REACH = 32


def names_of(record: Record) -> Iterator[tuple[str, str]]:
    """(name, label) of a record; the label says which of its names it is."""
    match record:
        case Actor():
            yield record.name, "name"
        case Agreement():
            yield record.title, "name"
            if record.short_title:
                yield record.short_title, "short title"
        case Source():
            called = (record.container_title, record.container_title_short, record.title)
            yield from ((text, "source") for text in dict.fromkeys(called) if text)
            yield from ((" ".join(f"{p.given} {p.family} {p.literal}".split()), "author") for p in record.author)
        case Event() | Tension():
            yield record.title, "title"
        case Statement():
            return
    if isinstance(record, Actor | Agreement):
        for other in record.other_names:
            what = ", ".join(word for word in (other.kind, other.lang) if word)
            yield other.name, f"other name ({what})" if what else "other name"
        main = record.name if isinstance(record, Actor) else record.title
        person = isinstance(record, Actor) and record.kind == "person"
        yield from ((initials, f"initials of {main}") for initials in _initials(main, 2 if person else 3))


def _initials(name: str, least: int) -> Iterator[str]:
    """ECB for European Central Bank: the capitals of so many words or more; shorter runs mean anything. And MoD for
    Ministry of Defence: all first letters of three to five words."""
    first = "".join(name[word.start] for word in words(name))
    capitals = "".join(filter(str.isupper, first))
    if len(capitals) >= least:
        yield capitals
    if 3 <= len(first) <= 5 and 2 <= len(capitals) < len(first):
        yield first


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return [word.folded for word in words(text)]


def in_a_row(tokens: Sequence[str], among: Sequence[str]) -> Iterator[int]:
    """Each place from which on the tokens stand one after the other; the last may be the beginning of a word."""
    *first, last = tokens
    for place in range(len(among) - len(first)):
        if among[place + len(first)].startswith(last) and list(among[place : place + len(first)]) == first:
            yield place


def unspaced(word: str) -> bool:
    """Whether a word's script is written without spaces, or may be: it is then found from any of its characters."""
    return word > "\u2e80"


def tails(word: str) -> Iterator[str]:
    """What a folded word of a name is looked for by: itself, and in scripts without spaces its every tail."""
    yield word
    if unspaced(word):
        yield from (word[start : start + _REACH] for start in range(1, len(word)))


def spread(word: str) -> str:
    """A folded word as it is written into and looked for in running text: without spaces, by characters."""
    return " ".join(word) if unspaced(word) else word


# Long vowels as romanisations of Japanese write them: Kono, Kouno, Koono, Kohno are one name.
_LONG = late(r"o[ou]*(?:h(?![aeiouy]))?|uu+|aa+")
# Endings that British and American English write apart (defence and defense, harbour, centre, organisation,
# programme), and those that only turn a word (bans, banned; adopt, adoption; decide, decision; pay, payment):
# what differs in nothing else is one word.
_ENDINGS = tuple(
    (late(ending + "$"), instead)
    for ending, instead in (
        (r"(?<=...)(?:ies|ied)", "y"), (r"(?<=..)ification", "ify"), (r"(?<=...)(?<!s)s", ""),
        (r"(?<=..)([bdgmnprt])\1ed", r"\1"), (r"(?<=..)([gpt])\1ing", r"\1"), (r"(?<=...)(?:ed|ing)", ""),
        (r"isation", "ization"), (r"(?<=..)([iu])sion", r"\1d"), (r"(?<=..)duction", "duce"),
        (r"(?<=.....)(?:it)?ion", ""),
        (r"(?<=...)ment", ""), (r"(?<=.....)en", ""),
        (r"(?<=..)ence?", "ens"), (r"(?<=..)our", "or"), (r"(?<=..)tre", "ter"), (r"(?<=..)mme", "m"),
        (r"(?<=...)e+", ""), (r"(?<=..)is", "iz"), (r"(?<=..)ys", "yz"),
    )
)  # fmt: skip
# Verbs and nouns that turn within.
_TURNED = {
    turned: word
    for word, forms in (
        ("pay", "paid"), ("meet", "met"), ("say", "said"), ("make", "made"), ("hold", "held"), ("leave", "left"),
        ("build", "built"), ("buy", "bought"), ("sell", "sold"), ("send", "sent"), ("spend", "spent"), ("win", "won"),
        ("lead", "led"), ("give", "gave given"), ("take", "took taken"), ("come", "came"), ("see", "saw seen"),
        ("rise", "rose risen"), ("fall", "fell fallen"), ("grow", "grew grown"), ("begin", "began begun"),
        ("think", "thought"), ("find", "found"), ("keep", "kept"), ("lose", "lost"), ("fight", "fought"),
        ("break", "broke broken"), ("speak", "spoke spoken"), ("write", "wrote written"), ("choose", "chose chosen"),
        ("withdraw", "withdrew withdrawn"), ("enter", "entry"), ("sign", "signature"), ("become", "became"),
    )
    for turned in forms.split()
}  # fmt: skip


def loose(token: str) -> str:
    """The token as it is spelt in no country and no grammar: without the endings above, its long vowels short
    (`oh` before a consonant or at the end)."""
    token = _TURNED.get(token, token)
    for ending, instead in _ENDINGS:
        token = ending().sub(instead, token)
    if "o" not in token and "uu" not in token and "aa" not in token:
        return token
    return _LONG().sub(lambda match: match[0][0], token)


_SOUNDS = tuple(
    (late(pattern), sounds)
    for pattern, sounds in (
        (r"(?<=..)(?:aul?[tx]|aud|eaux?)$", "o"), (r"ph", "f"), (r"^chr|^kh|^ch(?=[^aeiouy])", "k"), (r"sch|sh", "s"),
        (r"t?ch|cz", "4"), (r"ts|tz|sz", "s"), (r"que?$|ck|qu?", "k"), (r"x", "ks"), (r"c(?=[eiy])|z", "s"),
        (r"c", "k"), (r"4", "c"), (r"w", "v"), (r"g(?=[eiy])|^j", "y"), (r"j(?![aeiou])", "i"),
        (r"(?<=[^aeiouy])h|(?<!^)h(?![aeiouy])", ""), (r"(?<=[^aeiouy])e$", ""), (r"^y(?=[aeiou])", "j"),
        (r"[ae][iy][aeiouy]*|[eiy][aeiouy]*", "e"), (r"[ou][aeiouy]*", "o"), (r"a[aeiouy]*", "a"),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def heard(token: str) -> str:
    """How a token sounds, roughly: consonants that are heard alike are one, so are vowels (Tusk, Tusque: "tosk")."""
    for pattern, sounds in _SOUNDS:
        token = pattern().sub(sounds, token)
    return token


_VOWELS = str.maketrans("", "", "aeo")


def sound(token: str) -> str:
    """What is heard of it through a bad line: the consonants, and whether it begins with a vowel ("tsk")."""
    form = heard(token)
    return ("a" if form[:1] in ("a", "e", "o") else form[:1]) + form[1:].translate(_VOWELS)


def prose_of(record: Record) -> str:
    """The words of a record, beside its title and quotes, in which text is searched."""
    match record:
        case Actor():
            return " ".join((record.summary, *(m.role for m in record.memberships)))
        case Agreement():
            actions = (f"{m.action} {m.date_text} {m.note}" for m in record.milestones)
            return " ".join((record.subject, record.instrument, *actions))
        case Event():
            return " ".join((record.kind, record.location, record.date_text))
        case Statement():
            return " ".join((record.kind, record.value, record.unit, record.date_text))
        case Tension():
            return record.reading
        case Source():
            return " ".join((record.issued_basis, record.container_basis))
