"""The table of ways in which a typed word may stand for another word of the base.

To add one, add a row to RULES and its examples to tests/search/expansions.tsv.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS, QUESTION, ROLES
from eujdef_tui.search.score import edits_allowed, may_be_mistyped
from eujdef_tui.search.spell import first_letter_fits, is_spelt_right, misspelt_prefixes, nearest_words, replaced
from eujdef_tui.store import Index
from eujdef_tui.text.word_forms import (
    are_two_words,
    derivation_root,
    is_unspaced,
    other_numeral,
    same_word,
    stemmed,
    without_title,
)

__all__ = ["RULES", "Alternative", "Find", "Rule"]


class Alternative(NamedTuple):
    """A word of the base that a typed word may stand for.

    `rule` is the reason: "" as typed, "prefix", "spelling", "sound", "other word", or "~" and the number of edits. A
    `weak` one counts only in a name that another typed word matches too. One that counts `anywhere` does so in running
    text as well, where a near word mostly is another one: the base has no word that begins as typed.
    """

    token: str
    quality: float
    rule: str
    weak: bool = False
    anywhere: bool = False


Find = Callable[[Index, str, bool], Iterable[Alternative]]


class Rule(NamedTuple):
    """A way in which a typed word may stand for another one.

    `least` and `most` bound the quality. `depth` is the first depth at which the rule is used, `shortest` the number
    of letters it needs; with `reserve` it is used only where the word as typed gives too little, and with `ideas` only
    where nothing else was found. `beats` names rules whose alternatives are never better. `find` is given the index,
    the typed word, and whether weak alternatives may be found as well; with `of_prefixes` what it finds are beginnings
    of words. None: the words themselves decide.
    """

    id: str
    least: float
    most: float
    beats: tuple[str, ...] = ()
    depth: int = 0
    shortest: int = 1
    reserve: bool = False
    of_prefixes: bool = False
    find: Find | None = None
    ideas: bool = False


def _same_stem(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    stem = stemmed(typed)
    # of "souuh" two letters are left: that is no other spelling of "so"
    alike = index.words_with_stem(stem) if len(typed) < len(stem) + 3 or len(stem) > 2 else ()
    found = (token for token in alike if token not in _SMALL and token != typed and not are_two_words(token, typed))
    return (Alternative(token, score.SPELLING, "spelling") for token in found)


_SMALL = QUESTION | PREPOSITIONS  # that no one spells otherwise: four is no "for", though Kouno is Kono


def _other_sign(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """Words without spaces that differ in one character, or in two where they are long.

    Of three characters the first, a family name's, must be there.
    """
    if not is_unspaced(typed):
        return
    for item in _near(typed, index.resembling(typed), 1 if len(typed) < 6 else 2):
        token = item.token
        if len(typed) > 3 or len(token) != 3 or token[0] == typed[0] or set(token) == set(typed):
            yield item


def _typo(index: Index, typed: str, lenient: bool) -> Iterator[Alternative]:
    edits = edits_allowed(typed, lenient=lenient)
    if not edits or is_unspaced(typed):
        return
    reach = (len(typed) - edits, len(typed) + edits)
    near = _near(typed, index.words_starting(typed[0], *reach), edits)
    # of words with another first letter, only those one edit away are ever meant, but beside another term
    others = index.words_starting_otherwise(typed, *reach) if lenient else index.words_starting_one_edit_off(typed)
    near += (
        item
        for item in _near(typed, others, edits)
        if first_letter_fits(typed, item.token, _edits(item), lenient=lenient)
    )
    if any(item.token in QUESTION | EMPTY for item in near) and _is_thing(typed):
        near = [item for item in near if item.token not in QUESTION | EMPTY]  # wheat is no what
    lower_case = index.lower_case([item.token for item in near]) if near else set()
    apart = [token for token in lower_case if replaced(typed, token)]
    if apart and is_spelt_right(typed):  # with a letter left out or doubled one word in 40 is another by chance
        near = [item for item in near if item.token not in apart]
    unknown = bool(near) and not index.begins_word(typed)
    for item in near:
        if unknown and may_be_mistyped(typed, item.token, _edits(item)):
            yield item._replace(anywhere=True)
            continue
        limit = edits_allowed(typed, lower_case=item.token in lower_case)
        close = _edits(item) <= limit and not _other_short_word(typed, item.token)
        if close and (item.token[0] == typed[0] or first_letter_fits(typed, item.token, _edits(item))):
            yield item
        elif lenient and (len(item.token) > 3 or sorted(item.token) == sorted(typed)):
            yield item._replace(weak=True)


def _is_thing(typed: str) -> bool:
    """Whether a typed word stands in one of the tables."""
    from eujdef_tui.search.synonyms import other_words, related_words  # only where a word that says nothing is near

    return bool(other_words(typed) or related_words(typed))


def _typo_in_prefix(index: Index, typed: str, lenient: bool) -> Iterator[Alternative]:
    """Beginnings of words, one edit away: a name is misspelt and still being typed.

    Beside other terms they are weak. Alone they count from five letters on, where no word begins as typed; from four on
    where a letter was doubled, or not, or changed places (kala, Kallas): a whole name of four letters that is in no
    article is near the beginning of some word in half of the cases.
    """
    alone = not lenient and len(typed) >= score.PREFIX_ALONE_SLIP and not index.begins_word(typed)
    if lenient or alone:
        for prefix in misspelt_prefixes(index, typed):
            long = len(typed) >= score.PREFIX_ALONE or _slip(typed, prefix)
            if lenient or (long and index.begins_name(prefix)):
                yield Alternative(prefix, score.TYPO[1] * score.TYPO_IN_PREFIX, "~1", weak=lenient)


def _slip(typed: str, word: str) -> bool:
    """Whether two beginnings differ by a letter that is doubled in one of them, or by two that changed places."""
    if len(typed) == len(word):
        return sorted(typed) == sorted(word)
    longer, shorter = (typed, word) if len(typed) > len(word) else (word, typed)
    doubled = (n for n in range(len(longer) - 1) if longer[n] == longer[n + 1])
    return any(longer[:n] + longer[n + 1 :] == shorter for n in doubled)


def _sound(index: Index, typed: str, lenient: bool) -> Iterator[Alternative]:
    """Words that sound alike in one of the languages they may be read in. One with another vowel must be long."""
    fewest = 3 if not lenient else 1 if len(typed) < 4 else 2
    if not edits_allowed(typed, lenient=lenient) or len(typed) < (3 if lenient else 4):
        return
    from eujdef_tui.text.sounds import consonants, phonetic, respelt  # most words are found as they were typed

    for spelling in respelt(typed):
        key, form = consonants(spelling), phonetic(spelling)
        if len(key) < fewest:
            continue
        near = [token for token, _ in nearest_words(typed, index.words_with_consonants((key,)), (len(typed) + 1) // 2)]
        read = {sounds: token for token in near for sounds in map(phonetic, respelt(token))}
        alike = {read[sounds] for sounds, _ in nearest_words(form, list(read), int(len(key) > 4))}
        lower_case = index.lower_case(near) if alike else set()
        for token in near:
            weak = len(typed) < 5 or token in lower_case
            if token in alike and (lenient or not weak):
                yield Alternative(token, score.SOUND, "sound", weak)


def _other_script(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """Names in Latin letters that a word in another script sounds like (カラス: Kallas), with or without a title."""
    if typed.isascii():
        return
    from eujdef_tui.text.other_scripts import spelt_in_latin  # few queries are in one

    spelt = spelt_in_latin(without_title(typed) if is_unspaced(typed) else typed)
    if spelt is None or len(spelt.latin[0]) < 3:
        return
    words, apart = index.words_with_consonants(spelt.keys), dict[str, int]()
    for latin in spelt.latin if words else ():
        for token, edits in nearest_words(latin, words, spelt.edits):
            apart[token] = min(edits, apart.get(token, edits))
    lower_case = index.lower_case(apart) if apart else set()
    names = {token: edits for token, edits in apart.items() if token not in lower_case}
    nearest = min(names.values(), default=0)
    yield from (Alternative(token, score.SOUND, "sound") for token, edits in names.items() if edits <= nearest + 1)


def _without_title(_index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """A name in Japanese, Chinese or Korean without the title that is written behind it (石破首相)."""
    name = without_title(typed) if is_unspaced(typed) else typed
    if name != typed:
        yield Alternative(name, score.SPELLING, "title")


def _numeral(_index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """The figure of a Roman numeral, and the other way round: Louvain XIV, louvain 14."""
    if found := other_numeral(typed):
        yield Alternative(found, score.SPELLING, "numeral", weak=len(found) < 2 and not found.isdigit())


def _derived(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """Words with another ending of derivation: deepen, deep; insurer, insurance; Korean, Korea."""
    root = derivation_root(typed)
    for token in index.words_with_beginning(root, score.DERIVED_MOST) if root else ():
        # of equal length it is a misspelling (Delambra, Delambre)
        alike = len(token) != len(typed) and not token.startswith(typed) and root == derivation_root(token)
        if alike and 2 * len(root) >= max(len(typed), len(token)):  # compensation is of no company
            yield Alternative(token, score.DERIVED, "derived", anywhere=True)


def _of_a_people(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """The country of what is called after it: japanese, Japan; but norwegian and Norway have two roots."""
    if typed.endswith(_PEOPLE):
        found = list(_derived(index, typed, False))
        names = index.proper(item.token for item in found)
        yield from (item for item in found if item.token in names)


_PEOPLE = ("ese", "an", "ish", "i", "ic")


def _other_word(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """Other words for the same thing, in all their forms."""
    from eujdef_tui.search.synonyms import other_words  # only where the typed word finds too little

    for word in other_words(typed, index.synonyms):
        parts = word.split()
        forms = [part if n and n < len(parts) - 1 else _forms(index, part) for n, part in enumerate(parts)]
        for found in product(*([form] if isinstance(form, str) else form for form in forms)):
            yield Alternative(" ".join(found), score.OTHER_WORD, "other word")


def _related(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """The words of the ideas of a typed one, in the forms that the base has; one role tells nothing of another."""
    from eujdef_tui.search.synonyms import related_words  # only where nothing is found

    words = [] if typed in ROLES else related_words(typed)
    of_stem: dict[str, list[str]] = {}
    for part in dict.fromkeys(part for word in words for part in word.split()):
        of_stem.setdefault(stemmed(part), []).append(part)
    forms: dict[str, list[str]] = {}
    for token in index.words_with_stems(of_stem):  # at once: one by one they take three times as long
        for part in of_stem[stemmed(token)]:
            if same_word(token, part):
                forms.setdefault(part, []).append(token)
    for word in words:
        for found in product(*(forms.get(part, ()) for part in word.split())):
            yield Alternative(" ".join(found), score.RELATED, "related")


def _forms(index: Index, word: str) -> list[str]:
    """The forms of a word that the base has."""
    if is_unspaced(word):
        return [word]
    return [form for form in index.words_with_stem(stemmed(word)) if same_word(form, word)]


RULES = (
    Rule("exact", score.EXACT, score.EXACT, ("spelling",)),
    Rule("prefix", score.PREFIX, score.PREFIX + score.NEAR, ("typo", "other-sign")),
    Rule("spelling", score.SPELLING, score.SPELLING, ("prefix",), find=_same_stem),
    Rule("title", score.SPELLING, score.SPELLING, ("prefix",), 0, 3, of_prefixes=True, find=_without_title),
    Rule("numeral", score.SPELLING, score.SPELLING, ("prefix",), find=_numeral),
    Rule("derived", score.DERIVED, score.DERIVED, ("sound",), 1, 5, find=_derived),
    Rule("people", score.DERIVED, score.DERIVED, ("sound",), 0, 5, reserve=True, find=_of_a_people),
    Rule("other-sign", score.TYPO[2], score.TYPO[1], ("sound",), 1, 2, find=_other_sign),
    Rule("other-word", score.OTHER_WORD, score.OTHER_WORD, ("sound",), 0, 2, reserve=True, find=_other_word),
    Rule("related", score.RELATED, score.RELATED, (), 0, 2, find=_related, ideas=True),
    Rule("typo", score.TYPO[3], score.TYPO[1], (), 1, 3, find=_typo),
    Rule("sound", score.SOUND, score.SOUND, (), 2, 3, find=_sound),
    Rule("other-script", score.SOUND, score.SOUND, (), 2, 2, find=_other_script),
    Rule(
        "typo-in-prefix", score.TYPO[1] * score.TYPO_IN_PREFIX, score.TYPO[1] * score.TYPO_IN_PREFIX, ("sound",),
        2, 2, of_prefixes=True, find=_typo_in_prefix,
    ),
)  # fmt: skip


def _near(typed: str, tokens: Iterable[str], edits: int) -> list[Alternative]:
    found = nearest_words(typed, tokens, edits)
    return [Alternative(token, score.TYPO[distance], f"~{distance}") for token, distance in found if distance]


def _edits(item: Alternative) -> int:
    return int(item.rule[1:])


def _other_short_word(typed: str, token: str) -> bool:
    """Whether two short words differ by one letter in the place of another (Nagy, navy): they are two words."""
    return len(typed) < 5 and replaced(typed, token)
