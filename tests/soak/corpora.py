"""Valid fact files made by chance: records of every kind that link to each other, with quotes of their articles."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

__all__ = ["HOSTILE_WORDS", "PLAIN_WORDS", "document", "write_corpus"]

PLAIN_WORDS = (
    "Japan Europe treaty partnership defence Tokyo Brussels signed talks minister Kallas Kishida fund 5 2,000 2024 "
    "drones satellites U.S. Ökonomie résumé 日本 欧州連合 security-pact NATO budget euro per cent of the in and"
).split()
# Long names, every width of character, and text that looks like markup or a query. All of it is honest text.
HOSTILE_WORDS = (
    *PLAIN_WORDS[:12],
    *"[/x] [b]bold[/] [@click=app.quit]q[/] {0} %s $x$ <b> &amp; ]] [[ \\ `id` -- .. *a* _b_ #1".split(),
    *"kind:person OR \" ' : ::".split(),
    *"ｶﾞ 한국어 العربية Ελληνικά кириллица 👩‍🔬 🦀 ❤️ 1️⃣ 👍🏽 🇯🇵 é ｗｉｄｅ ñ".split(),
    *"ß İ ǆ ﬁ ∀ ● “quoted” … ¼ ² ﷽ ꧅ ก็ क्ष می‌خواهم".split(),
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
    "漢" * 90,
    "x" * 200,
)
DATES = (
    "2024 2024-11 2024-11-01 2019~ 2022? 2022/2024 2026-01-15 ../2035 2027/.. 2024-21 202X 1900-02-28 2026-33~".split()
)
BETWEEN = (" ", " ", "\n", "\n\n")  # sentences
STATUS = ("happened", "planned", "target", "reported")
KINDS = "person country bloc public-body organization company programme place".split()


def _text(chance: Random, words: tuple[str, ...] | list[str], least: int, most: int) -> str:
    return " ".join(chance.choice(words) for _ in range(chance.randint(least, most)))


def _articles(chance: Random, words: tuple[str, ...] | list[str]) -> dict[str, str]:
    """Some articles by file name, of one to forty sentences, a few to a line."""
    articles = {}
    for nth in range(chance.randint(1, 4)):
        sentences = [f"S{n} {_text(chance, words, 2, 16)}{chance.choice('.!?')}" for n in range(chance.randint(1, 40))]
        articles[f"a{nth}.txt"] = "".join(
            f"{sentence}{chance.choice([' ', ' ', chr(10), chr(10) * 2])}" for sentence in sentences
        )
    return articles


def document(chance: Random, *, hostile: bool = False, size: int = 12) -> tuple[dict[str, Any], dict[str, str]]:
    """A valid fact file as a mapping, and its articles by file name. `size`: most records of a kind."""
    words = HOSTILE_WORDS if hostile else PLAIN_WORDS
    articles = _articles(chance, words)
    sources = [f"s{nth}" for nth in range(len(articles))]
    count = {kind: chance.randint(0, size) for kind in "agec"}
    ids = {kind: [f"{kind}{nth}" for nth in range(many)] for kind, many in count.items()}
    facts = [own for some in ids.values() for own in some]

    def evidence() -> list[dict[str, str]]:
        chosen = [chance.randrange(len(sources)) for _ in range(chance.randint(1, 3))]
        found = []
        for nth in chosen:
            text = articles[f"a{nth}.txt"]
            start = chance.randrange(len(text))
            quote = " ".join(text[start : start + chance.randint(8, 90)].split())
            found.append({"source": sources[nth], "quote": quote or text.split()[0]})
        return found

    def some(kind: str) -> list[str]:
        return chance.sample(ids[kind], min(len(ids[kind]), chance.randint(0, 3)))

    def text(least: int = 1, most: int = 7) -> str:
        return _text(chance, words, least, most)

    made: dict[str, Any] = {"schema_version": "1", "title": text()}
    made["sources"] = [
        {
            "id": own,
            "type": "article",
            "title": text(),
            "container-title": text(1, 3),
            "issued": chance.choice(DATES[:3]),
            "file": name,
        }
        for own, name in zip(sources, articles, strict=True)
    ]  # fmt: skip
    made["actors"] = [
        {"id": own, "kind": chance.choice(KINDS), "name": f"{text(1, 4)} {own}", "summary": text(),
         "evidence": evidence(), "other_names": [{"name": text(1, 2)} for _ in range(chance.randint(0, 2))]}
        for own in ids["a"]
    ]  # fmt: skip
    made["agreements"] = [
        {"id": own, "title": f"{text()} {own}", "instrument": "treaty",
         "binding": chance.choice(["legal", "political", "unknown"]),
         "parties": some("a"), "evidence": evidence(),
         "milestones": [{"action": "signed", "date": chance.choice(DATES), "evidence": evidence()}]}
        for own in ids["g"]
    ]  # fmt: skip
    made["events"] = [
        {"id": own, "kind": "talk", "title": f"{text()} {own}", "status": chance.choice(STATUS),
         "actors": some("a"), "agreements": some("g"), "evidence": evidence(), **_date(chance)}
        for own in ids["e"]
    ]  # fmt: skip
    made["statements"] = [
        {"id": own, "kind": chance.choice(["position", "figure", "concern"]), "text": f"{text(3, 20)} {own}",
         "evidence": evidence(), "speaker": chance.choice([*ids["a"], *sources]), "about": some("e"), **_date(chance)}
        for own in ids["c"]
    ]  # fmt: skip
    made["tensions"] = [
        {
            "id": f"t{nth}",
            "title": text(),
            "kind": "reading",
            "facts": chance.sample(facts, 2),
            "reading": text(),
            "evidence": two,
        }
        for nth in range(chance.randint(0, 3) if len(facts) > 1 else 0)
        if len(two := [json.loads(one) for one in sorted({json.dumps(one) for _ in range(4) for one in evidence()})])
        > 1
    ]
    return {key: value for key, value in made.items() if value}, articles


def _date(chance: Random) -> dict[str, str]:
    return {"date": chance.choice(DATES)} if chance.random() < 0.8 else {}


def write_corpus(folder: Path, made: dict[str, Any], articles: dict[str, str]) -> Path:
    """Write a fact file, as JSON, which is YAML, and its articles; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    path = folder / "facts.yaml"
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
