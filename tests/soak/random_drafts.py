"""Drafts of an article by rules, and false ones: facts turned round by a draw, and answers of a misbehaving command."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from eujdef_tui.draft.answer import read_answer
from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.sentences import Sentence
from eujdef_tui.errors import OutsideError

__all__ = ["MISBEHAVIOURS", "answer_of", "drafts_of_answer"]

# What a fact is turned into: each takes an item of an answer (key → value as YAML writes it) and a draw.
Twist = Callable[[dict[str, str], random.Random], None]


def _other_number(item: dict[str, str], draw: random.Random) -> None:
    naming = "text" if "text" in item else "title"
    item[naming] = f"{item.get(naming, '')} for {draw.randrange(4000, 9000)} euros"


def _other_value(item: dict[str, str], draw: random.Random) -> None:
    item["kind"], item["value"] = "figure", str(draw.randrange(4000, 9000))


def _other_quote(item: dict[str, str], draw: random.Random) -> None:
    item["quote"] = "words that no article has"


def _other_date(item: dict[str, str], draw: random.Random) -> None:
    item["date_text"] = draw.choice(("in 1812", "next Thursday", "by 2099"))


def _other_status(item: dict[str, str], draw: random.Random) -> None:
    item["status"] = draw.choice(("happened", "planned", "target", "reported"))


def _other_speaker(item: dict[str, str], draw: random.Random) -> None:
    item["speaker"] = draw.choice(("Zo Zu", "norway", "King Harald the Ninth"))


def _other_actor(item: dict[str, str], draw: random.Random) -> None:
    item["actors"] = draw.choice(("[Zo Zu]", "[norway, Zo Zu]", "[atlantis]"))


def _negated(item: dict[str, str], draw: random.Random) -> None:
    naming = "text" if "text" in item else "title"
    item[naming] = f"It is not true that {item.get(naming, '')}"


def _invented(item: dict[str, str], draw: random.Random) -> None:
    naming = "text" if "text" in item else "title"
    item[naming] = "Quorvex Holdings bought seven submarines in Lisbon"


def _other_sentence(item: dict[str, str], draw: random.Random) -> None:
    item["sentence"] = str(draw.randrange(1, 12))


def _right(item: dict[str, str], draw: random.Random) -> None:
    """Leave it right."""


TWISTS: tuple[Twist, ...] = (
    _other_number,
    _other_value,
    _other_quote,
    _other_date,
    _other_status,
    _other_speaker,
    _other_actor,
    _negated,
    _invented,
    _other_sentence,
    _right,
)

# Answers of a command that does not do what it was asked.
MISBEHAVIOURS: tuple[str, ...] = (
    "",
    "I cannot help with that.",
    "events: words\n",
    "events:\n  - words\n  - [a]\n  - {title: [a], sentence: 1}\n",
    "events:\n  - {title: T, kind: k, sentence: 99}\n",
    "events:\n  - {title: T, kind: k, sentence: -1}\n",
    "events:\n  - {title: T, kind: K K!, sentence: 1}\n",
    "events:\n  - {title: T, kind: k, status: burnt, sentence: 1}\n",
    "events:\n  - {title: 'T\x1b[2J', kind: k, sentence: 1}\n",
    "events:\n  - {title: '\u202eevil', kind: k, sentence: 1, quote: '\u202e'}\n",
    "events:\n  - {title: T, kind: k, sentence: 1, date_text: '', quote: ''}\n",
    "statements:\n  - {text: T, kind: figure, value: 1e9, sentence: 2}\n",
    "statements:\n  - {text: T, kind: figure, value: '--', sentence: 2}\n",
    "statements:\n  - {text: T, kind: figure, sentence: 2}\n",
    "statements:\n  - {text: 'x: y', kind: claim, speaker: 'a: b', sentence: 2}\n",
    "actors:\n  - {name: '', kind: person, sentence: 1}\n",
    "actors:\n  - {name: Zo Zu, kind: person, sentence: 1}\n  - {name: Zo Zu, kind: company, sentence: 2}\n",
    "agreements:\n  - {title: T, kind: treaty, action: 'signed by all!', sentence: 1}\n",
    "```yaml\nevents:\n  - {title: Cut off, kind: k, sent",
    "events: &a [*a]\n",
    "events:\n" + "  - {title: T, kind: k, sentence: 1}\n" * 50,
)


def answer_of(drafts: Sequence[Draft], draw: random.Random) -> str:
    """An answer with some of the drafts as they are, and some turned round."""
    found: dict[str, list[dict[str, str]]] = {"events": [], "statements": [], "agreements": [], "actors": []}
    sections = {"event": "events", "statement": "statements", "agreement": "agreements", "actor": "actors"}
    for one in drafts:
        if one.record not in sections or draw.random() < 0.5:
            continue
        naming = {"actor": "name", "statement": "text"}.get(one.record, "title")
        item = {naming: one.label, "kind": one.kind, "sentence": str(one.evidence[0].sentence + 1)}
        if one.status:
            item["status"] = one.status
        if one.value:
            item |= {"value": one.value, "unit": one.unit}
        draw.choice(TWISTS)(item, draw)
        found[sections[one.record]].append(item)
    lines: list[str] = []
    for section, items in found.items():
        lines += [f"{section}:"] if items else []
        for item in items:
            lines.append("  - {" + ", ".join(f"{key}: {_quoted(value)}" for key, value in item.items()) + "}")
    return "\n".join(lines) + "\n" if lines else "events: []\n"


def _quoted(value: str) -> str:
    return value if value.startswith("[") else "'" + value.replace("'", "''") + "'"


def drafts_of_answer(answer: str, text: str, sentences: Sequence[Sentence], issued: str) -> list[Draft]:
    """The drafts of an answer; none of one that is no answer."""
    try:
        return read_answer(answer, text, sentences, Issued.of(issued), "model").drafts
    except OutsideError:
        return []
