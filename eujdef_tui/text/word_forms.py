"""Forms of a token that index and query share: stem, phonetic key, suffixes, phrases.

What is indexed and what is typed pass through the same functions, and so compare equal. The stemmer is our own because
FTS5's Porter and the Snowball stemmers join too much (organ, organisation; univers, university) and unify neither
British and American spelling nor the long vowels of romanised Japanese. The phonetic key is our own because Soundex and
Metaphone write down how English is pronounced, and the names here are of many languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.tokens import words

__all__ = [
    "consonants", "folded_words", "is_unspaced", "phonetic", "phrase_positions", "same_word", "split_unspaced",
    "stemmed", "suffixes",
]  # fmt: skip

# The longest suffix that is indexed of a word without spaces: names of actors are shorter.
_REACH = 32


def folded_words(text: str) -> list[str]:
    """Return the folded tokens of a text, in order."""
    return [word.folded for word in words(text)]


def phrase_positions(tokens: Sequence[str], among: Sequence[str]) -> Iterator[int]:
    """Yield each index of `among` at which the tokens follow one another; the last may be a prefix of a word."""
    *first, last = tokens
    for place in range(len(among) - len(first)):
        if among[place + len(first)].startswith(last) and list(among[place : place + len(first)]) == first:
            yield place


def is_unspaced(word: str) -> bool:
    """Return whether a word is in a script written without spaces (CJK, kana, Hangul): it is searched by substring."""
    return word > "\u2e80"


def suffixes(word: str) -> Iterator[str]:
    """Yield the tokens a word of a name is indexed by: itself, and in scripts without spaces each of its suffixes."""
    yield word
    if is_unspaced(word):
        yield from (word[start : start + _REACH] for start in range(1, len(word)))


def split_unspaced(word: str) -> str:
    """Return a word as running text is indexed: in scripts without spaces, its characters parted by spaces."""
    return " ".join(word) if is_unspaced(word) else word


# Long vowels as romanisations of Japanese write them: Kono, Kouno, Koono, Kohno are one name.
_LONG = lazy_pattern(r"o[ou]*(?:h(?![aeiouy]))?|uu+|aa+")
# Endings that British and American English write apart (defence and defense, harbour, centre, organisation,
# programme), and endings of inflection and derivation (bans, banned; adopt, adoption; decide, decision; pay, payment).
_ENDINGS = tuple(
    (lazy_pattern(ending + "$"), instead)
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
# Irregular forms: verbs and nouns whose stem changes.
_IRREGULAR = {
    irregular: word
    for word, forms in (
        ("pay", "paid"), ("meet", "met"), ("say", "said"), ("make", "made"), ("hold", "held"), ("leave", "left"),
        ("build", "built"), ("buy", "bought"), ("sell", "sold"), ("send", "sent"), ("spend", "spent"), ("win", "won"),
        ("lead", "led"), ("give", "gave given"), ("take", "took taken"), ("come", "came"), ("see", "saw seen"),
        ("rise", "rose risen"), ("fall", "fell fallen"), ("grow", "grew grown"), ("begin", "began begun"),
        ("think", "thought"), ("find", "found"), ("keep", "kept"), ("lose", "lost"), ("fight", "fought"),
        ("break", "broke broken"), ("speak", "spoke spoken"), ("write", "wrote written"), ("choose", "chose chosen"),
        ("withdraw", "withdrew withdrawn"), ("enter", "entry"), ("sign", "signature"), ("become", "became"),
    )
    for irregular in forms.split()
}  # fmt: skip


def same_word(token: str, word: str) -> bool:
    """Return whether a token is a form of a word: of one stem and one beginning (comment and come share a stem)."""
    base = _IRREGULAR.get(token, token)
    shared = min(4, len(base), len(word))
    return base[:shared] == word[:shared] and stemmed(token) == stemmed(word)


def stemmed(token: str) -> str:
    """Return the index key of a token. It need not be a word.

    Endings are stripped, British and American spelling unified, long vowels shortened (`oh` before a consonant or at
    the end).
    """
    token = _IRREGULAR.get(token, token)
    for ending, instead in _ENDINGS:
        token = ending().sub(instead, token)
    if "o" not in token and "uu" not in token and "aa" not in token:
        return token
    return _LONG().sub(lambda match: match[0][0], token)


_SOUNDS = tuple(
    (lazy_pattern(pattern), sounds)
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
    """Return the phonetic key of a token: letters that sound alike become one (Tusk, Tusque: "tosk")."""
    for pattern, sounds in _SOUNDS:
        token = pattern().sub(sounds, token)
    return token


_VOWELS = str.maketrans("", "", "aeo")


def consonants(token: str) -> str:
    """Return the consonants of the phonetic key, with "a" for a vowel at the beginning ("tsk")."""
    form = phonetic(token)
    return ("a" if form[:1] in ("a", "e", "o") else form[:1]) + form[1:].translate(_VOWELS)
