"""Why the loader refuses what it refuses: the reason of each of its rules, for `eujdef check --explain`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["FORM_RULES"]

FORM_RULES: Mapping[str, str] = MappingProxyType(
    {
        "bad-country": "A country is the two capital letters of ISO 3166-1: JP, NO. EU is reserved there.",
        "bad-date": "A date is EDTF (ISO 8601-2): 2024, 2024-11, 2024-11-01, with ~ or ? for doubt, a/b an interval.",
        "bad-id": "An id is a–z, 0–9 and single hyphens inside. It is typed, linked and kept in bookmarks.",
        "bad-language": "A language is a BCP 47 tag: en, pt-BR, ja-Latn.",
        "bad-number": "A value is digits with one point at most, so that figures can be compared.",
        "bad-synonyms": "A group of synonyms is two words or more with commas between them, and one `>` at most.",
        "bad-value": "A key with a closed vocabulary takes one of its words; a kind is lower-case-with-hyphens.",
        "comma-in-value": "Within { } a comma ends a value, and what follows is read as a key. Use quotation marks.",
        "dangling-id": "An id that no record has leads nowhere.",
        "duplicate-id": "An id names one record in the whole fact file, all its files together.",
        "duplicate-key": "A key that stands twice has two values, and YAML would silently keep the last.",
        "encoding": "A fact file is UTF-8, so that names are the same everywhere.",
        "file-refused": "An article outside the folder of its fact file is not read here; the system's never is.",
        "milestone-without-id": "A milestone with an id is an event; without one its title is shown nowhere.",
        "missing-file": "The fact file that was named is not there, or its folder holds none.",
        "missing-key": "A record without this key cannot be shown, found or linked.",
        "missing-source-file": "Without the article no quote can be found in it.",
        "no-evidence": "Every fact rests on the words of a source. What no article says is no fact here.",
        "not-nfc": "Letters are composed (Unicode NFC), so that a name equals itself. `check --fix` composes them.",
        "schema-version": "The version says by which rules a file is read: docs/writing.md tells what changed.",
        "sha256-mismatch": "The article is not the one that was catalogued. `eujdef reanchor` shows each quote that"
        " fell beside its place in the changed article, and writes the new words and the digest together.",
        "source-encoding": "An article is UTF-8, so that offsets count the same characters everywhere.",
        "too-deep": "Lists and mappings lie deeper than any fact needs.",
        "too-few": "A tension is between two different facts at least.",
        "too-large": "A file of this size is not read whole.",
        "too-many-aliases": "Aliases may repeat a text without end (“billion laughs”): past a limit they are refused.",
        "too-many-names": "Each name is kept once for every record that points at it: past a limit that takes minutes.",
        "too-many-roots": "Each article is held against each folder under `roots`.",
        "too-often": "Many sources that name one article would each keep a copy of its text.",
        "unknown-key": "A key that nothing reads is a slip, or a note of your own: those begin with x-.",
        "unreadable-file": "The system refuses to read the file.",
        "wrong-kind-of-id": "An id names a record of another kind than its key takes.",
        "wrong-type": "A list, a mapping or a text stands where another of them is read.",
        "yaml-syntax": "The text is not YAML at this place.",
    }
)
