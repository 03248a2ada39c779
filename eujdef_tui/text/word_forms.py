"""The forms of a token that the index and the query share: stem, sound, suffixes, phrases.

What is indexed and what is typed go through the same functions, so that they meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.text.lazy_regex import late
from eujdef_tui.text.tokens import words

__all__ = [
    "consonants", "folded_words", "is_unspaced", "phonetic", "phrase_positions", "split_unspaced", "stemmed",
    "suffixes",
]  # fmt: skip

# The longest suffix that is indexed of a word without spaces: names of actors are shorter.
_REACH = 32


def folded_words(text: str) -> list[str]:
    """The folded words of a text."""
    return [word.folded for word in words(text)]


def phrase_positions(tokens: Sequence[str], among: Sequence[str]) -> Iterator[int]:
    """Each place from which on the tokens stand one after the other; the last may be the beginning of a word."""
    *first, last = tokens
    for place in range(len(among) - len(first)):
        if among[place + len(first)].startswith(last) and list(among[place : place + len(first)]) == first:
            yield place


def is_unspaced(word: str) -> bool:
    """Whether a word's script is written without spaces, or may be: it is then found from any of its characters."""
    return word > "\u2e80"


def suffixes(word: str) -> Iterator[str]:
    """What a folded word of a name is looked for by: itself, and in scripts without spaces its every tail."""
    yield word
    if is_unspaced(word):
        yield from (word[start : start + _REACH] for start in range(1, len(word)))


def split_unspaced(word: str) -> str:
    """A folded word as it is written into and looked for in running text: without spaces, by characters."""
    return " ".join(word) if is_unspaced(word) else word


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


def stemmed(token: str) -> str:
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


def phonetic(token: str) -> str:
    """How a token sounds, roughly: consonants that are heard alike are one, so are vowels (Tusk, Tusque: "tosk")."""
    for pattern, sounds in _SOUNDS:
        token = pattern().sub(sounds, token)
    return token


_VOWELS = str.maketrans("", "", "aeo")


def consonants(token: str) -> str:
    """What is heard of it through a bad line: the consonants, and whether it begins with a vowel ("tsk")."""
    form = phonetic(token)
    return ("a" if form[:1] in ("a", "e", "o") else form[:1]) + form[1:].translate(_VOWELS)
