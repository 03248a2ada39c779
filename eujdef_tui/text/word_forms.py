"""Forms of a token that index and query share: stem, suffixes, phrases (how it sounds: `text/sounds.py`).

What is indexed and what is typed pass through the same functions, and so compare equal. The stemmer is our own because
FTS5's Porter and the Snowball stemmers join too much (organ, organisation; univers, university) and unify neither
British and American spelling nor the long vowels of romanised Japanese.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.tokens import LONGEST_WORD, words

__all__ = [
    "are_two_words",
    "derivation_root",
    "folded_words",
    "is_unspaced",
    "other_numeral",
    "phrase_positions",
    "same_word",
    "split_unspaced",
    "stemmed",
    "suffixes",
    "without_title",
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
    if not is_unspaced(word):
        yield word
    else:
        yield word[:LONGEST_WORD]
        yield from (word[start : start + _REACH] for start in range(1, len(word)))


def split_unspaced(word: str) -> str:
    """Return a word as running text is indexed: in scripts without spaces, its characters parted by spaces."""
    return " ".join(word) if is_unspaced(word) else word


# Long vowels as romanisations of Japanese write them: Kono, Kouno, Koono, Kohno are one name.
_LONG = lazy_pattern(r"o[ou]*(?:h(?![aeiouy]))?|uu+|aa+")
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
        ("seek", "sought"), ("bring", "brought"), ("catch", "caught"), ("teach", "taught"), ("feel", "felt"),
        ("hear", "heard"), ("know", "knew known"), ("stand", "stood"), ("tell", "told"), ("drive", "drove driven"),
        ("fly", "flew flown"), ("freeze", "froze frozen"), ("steal", "stole stolen"), ("throw", "threw thrown"),
        ("draw", "drew drawn"), ("eat", "ate eaten"), ("forget", "forgot forgotten"), ("hide", "hid hidden"),
        ("lend", "lent"), ("ride", "rode ridden"), ("shake", "shook shaken"), ("shoot", "shot"), ("sleep", "slept"),
        ("shrink", "shrank shrunk"), ("sink", "sank sunk"), ("strike", "struck"), ("swear", "swore sworn"),
        ("tear", "tore torn"), ("wear", "wore worn"), ("wake", "woke woken"), ("blow", "blew blown"), ("deal", "dealt"),
        ("flee", "fled"), ("go", "went gone"), ("lay", "laid"), ("mean", "meant"), ("understand", "understood"),
        ("run", "ran"), ("drink", "drank drunk"), ("undertake", "undertook undertaken"), ("withhold", "withheld"),
        ("rebuild", "rebuilt"), ("oversee", "oversaw overseen"), ("foresee", "foresaw foreseen"), ("hang", "hung"),
        ("child", "children"), ("man", "men"), ("woman", "women"), ("foot", "feet"), ("bite", "bit bitten"),
    )
    for irregular in forms.split()
}  # fmt: skip


def same_word(token: str, word: str) -> bool:
    """Return whether a token is a form of a word: of one stem and one beginning (comment and come share a stem)."""
    base, word = _IRREGULAR.get(token, token), _IRREGULAR.get(word, word)
    shared = min(4, len(base), len(word))
    alike = base[:shared] == word[:shared] or _without_e(base, word) or _without_e(word, base)
    return alike and stemmed(base) == stemmed(word) and not are_two_words(base, word)


def are_two_words(token: str, word: str) -> bool:
    """Return whether two words of one stem are no forms of each other: planned and plane, shame and sham."""
    doubled = (word.endswith("e") and _doubled(token)) or (token.endswith("e") and _doubled(word))
    return doubled or _differ_by_e(token, word)


def _differ_by_e(token: str, word: str) -> bool:
    """Return whether an e at the end, plural or not, is all that parts two words: sham and shame, francs and France.

    But taxes, launches and passes are forms of tax, launch and pass.
    """
    if abs(len(token) - len(word)) == 2:
        longer, shorter = (token, word) if len(token) > len(word) else (word, token)
        if shorter.endswith(("s", "x", "z", "ch", "sh")) and longer == f"{shorter}es":
            return False
    one, other = token.removesuffix("s"), word.removesuffix("s")
    return f"{one}e" == other or f"{other}e" == one


def _without_e(longer: str, word: str) -> bool:
    """Whether a word of four letters lost its e before an ending: taking, take; but comment is no form of come."""
    return len(word) == 4 and word[3] == "e" and longer[:3] == word[:3] and longer[3:4] in ("i", "a", "o")


def _doubled(token: str) -> bool:
    """Whether the last letter of a root is doubled before an ending: planned, stopping."""
    root = token.removesuffix("ed").removesuffix("ing")
    return len(root) < len(token) and len(root) > 2 and root[-1] == root[-2]


def stemmed(token: str) -> str:
    """Return the index key of a token. It need not be a word.

    Endings are stripped, British and American spelling unified, long vowels shortened (`oh` before a consonant or at
    the end).
    """
    token = _spelt_alike(_derived_from(_uninflected(_IRREGULAR.get(token, token))))
    if "oo" in token or "ou" in token or "oh" in token or "uu" in token or "aa" in token:
        return _LONG().sub(lambda match: match[0][0], token)
    return token


# Endings are compared one by one: as regular expressions they take 3 ms to compile, of the 50 ms that a `find` takes,
# and ten times as long for each word of a base.


def _uninflected(token: str) -> str:
    """The token without an ending of inflection: policies, bans, banned, cutting, signed, signing."""
    if token.endswith(("ies", "ied")) and len(token) > 5:
        token = token[:-3] + "y"
    if token.endswith("ification") and len(token) > 10:
        token = token[:-9] + "ify"
    if token.endswith("s") and len(token) > 3 and token[-2] != "s":
        token = token[:-1]
    if token.endswith("ed") and len(token) > 5 and token[-3] == token[-4] and token[-3] in "bdgmnprt":
        token = token[:-3]
    if token.endswith("ing") and len(token) > 6 and token[-4] == token[-5] and token[-4] in "gpt":
        token = token[:-4]
    if token.endswith("ed") and len(token) > 4:
        return token[:-2]
    return token[:-3] if token.endswith("ing") and len(token) > 5 else token


def _derived_from(token: str) -> str:
    """The token without an ending of derivation: organisation, decision, production, adoption, payment, deepen."""
    if token.endswith("isation"):
        token = token[:-7] + "ization"
    if token.endswith("sion") and len(token) > 6 and token[-5] in "iu":
        token = token[:-4] + "d"
    if token.endswith("duction") and len(token) > 8:
        token = token[:-7] + "duce"
    if token.endswith("ition") and len(token) > 9:
        token = token[:-5]
    elif token.endswith("ion") and len(token) > 7:
        token = token[:-3]
    if token.endswith("ment") and len(token) > 6:
        token = token[:-4]
    return token[:-2] if token.endswith("en") and len(token) > 6 else token


def _spelt_alike(token: str) -> str:
    """The token with one ending for those that British and American English write apart.

    Defence and defense, harbour and harbor, centre and center, programme and program, analyse and analyze.
    """
    if token.endswith("ence") and len(token) > 5:
        token = token[:-4] + "ens"
    elif token.endswith("enc") and len(token) > 4:
        token = token[:-3] + "ens"
    if token.endswith("our") and len(token) > 4:
        token = token[:-3] + "or"
    if token.endswith("tre") and len(token) > 4:
        token = token[:-3] + "ter"
    if token.endswith("mme") and len(token) > 4:
        token = token[:-3] + "m"
    if token.endswith("e") and len(token) > 3:
        token = token[: max(3, len(token.rstrip("e")))]
    if token.endswith(("is", "ys")) and len(token) > 3:
        token = token[:-1] + "z"
    return token


# Endings that make a word of another, the longest first; a root has four letters or more.
_DERIVED = frozenset(
    "ation ations ance ances ence ences ment ments ship ships ness ities ity ing ings ian ians ean eans ese ish er ers "
    "or ors ist ists ism isms ally ative ive able ible ful ous ical ic al als ly en ens ened ening ed an ans ant ants "
    "ent ents es ies y s e a i".split()
)
_LONGEST_ENDING = max(map(len, _DERIVED))


def derivation_root(token: str) -> str:
    """Return the root that a word shares with its derivations (insurer, insurance: insur); "" for a short word."""
    if len(token) < 4 or not token.isascii() or not token.isalpha():
        return ""
    while ending := _ending(token):
        token = token[:-ending]
    return token


def _ending(token: str) -> int:
    """The length of the longest ending of derivation with four letters before it, 0 for none."""
    longest = min(_LONGEST_ENDING, len(token) - 4)
    return next((length for length in range(longest, 0, -1) if token[-length:] in _DERIVED), 0)


_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


def _roman(number: int) -> str:
    out = ""
    for sign, worth in _ROMAN:
        while number >= worth:
            out, number = out + sign, number - worth
    return out


# A name has no higher number: Louvain XXIII.
_NUMERALS = {_roman(number): str(number) for number in range(1, 40)}
_FIGURES = {figure: roman for roman, figure in _NUMERALS.items()}


def other_numeral(token: str) -> str:
    """Return the Roman numeral of a figure up to 39, or the figure of a Roman numeral of two letters; else ""."""
    return _FIGURES.get(token, "") or (_NUMERALS.get(token, "") if len(token) > 1 else "")


# Titles that are written behind a name without a space, in Japanese, Chinese and Korean.
_TITLE = lazy_pattern(
    "(?:上級代表|内閣総理大臣|総理大臣|国務長官|財務長官|国防長官|官房長官|首相|総理|大統領|副大統領|大臣|外相|防衛相|財務相|経産相|長官|委員長|議長|議員"
    "|代表|知事|大使|次官|教授|博士|社長|会長|総長|書記長|総書記|主席|国王|女王|陛下|殿下|女史|先生|氏|さん|様|总统|總統|总理|總理|部长|部長|女士"
    "|대통령|총리|장관|의원|대표|씨)$"
)


def without_title(word: str) -> str:
    """Return a name without the title behind it; the word itself where it is a title alone, or one sign is left."""
    name = _TITLE().sub("", word)
    return name if len(name) > 1 else word
