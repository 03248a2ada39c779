"""The values of a record that are others now: keys, quotes, names, milestones, each as it was and as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from eujdef_tui.compare.canonical import ORDERED, Plain, Rename, as_it_is, canonical, values_of
from eujdef_tui.compare.change import Edit
from eujdef_tui.factfile.alignment import letter_ratio
from eujdef_tui.text.unicode import one_line

__all__ = ["edits"]

# Key of a list of parts → the key by which a part is known as the same one, changed.
_KNOWN_BY = {
    "evidence": "source",
    "milestones": "action",
    "memberships": "organization",
    "other_names": "name",
    "related": "id",
    "no_fact": "kind",
}
_MOST_COMPARED = 10_000  # pairs of parts of one record that are held against each other
_LONGEST_COMPARED = 2_000  # characters of two texts that are


def edits(old: Plain, new: Plain, rename: Rename = as_it_is) -> tuple[Edit, ...]:
    """Return what changed in a record. `rename` maps the old ids of others to their new ones."""
    return tuple(_edits(old, new, rename, "", ""))


def _edits(old: Plain, new: Plain, rename: Rename, before: str, part: str) -> Iterator[Edit]:
    was, now = values_of(old), values_of(new)
    for key in dict.fromkeys((*now, *was)):
        one, other = was.get(key), now.get(key)
        if (key == "id" and not before) or canonical(key, one, rename) == canonical(key, other):
            continue
        field = before + key
        sample = one or other
        if not isinstance(sample, list):
            yield Edit(field, part, one or "", other or "")
        elif key in ORDERED:
            yield Edit(field, part, "; ".join(map(_said, one or ())), "; ".join(map(_said, other or ())))
        elif isinstance(sample[0], str):
            yield _ids(field, part, [rename(id_) for id_ in one or ()], other or ())
        else:
            yield from _parts(field, part, (one or (), other or ()), rename)


def _ids(field: str, part: str, old: Sequence[str], new: Sequence[str]) -> Edit:
    """The ids that left a list, and those that came."""
    gone, came = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return Edit(field, part, ", ".join(sorted(gone)), ", ".join(sorted(came)))


def _parts(field: str, part: str, sides: tuple[Sequence[Plain], Sequence[Plain]], rename: Rename) -> Iterator[Edit]:
    """The parts that are gone, new or changed: those left over when equal ones are taken out, paired by likeness."""
    key = field.rpartition(".")[2]
    old, new = sides
    left = _left(key, old, [canonical(key, one) for one in new], rename)
    right = _left(key, new, [canonical(key, one, rename) for one in old], as_it_is)
    known_by = _KNOWN_BY.get(key, "")
    paired = _pairs(left, right, known_by, rename)

    said = known_by if key == "evidence" else ""  # the words of another part say themselves which it is

    def label(one: Plain, known_by: str, rename: Rename) -> str:
        return ", ".join(filter(None, (part, rename(one.get(known_by, "")))))

    for i, one in enumerate(left):
        if i in paired:
            yield from _edits(one, right[paired[i]], rename, f"{field}.", label(one, known_by, rename))
        else:
            yield Edit(field, label(one, said, rename), _said(one), "")
    for other in (right[j] for j in sorted(set(range(len(right))) - set(paired.values()))):
        yield Edit(field, label(other, said, as_it_is), "", _said(other))


def _pairs(left: Sequence[Plain], right: Sequence[Plain], known_by: str, rename: Rename) -> dict[int, int]:
    """Pair the parts of both sides that are one, changed, those that are most alike first."""
    if len(left) * len(right) > _MOST_COMPARED:
        return {}
    scored = sorted(
        (-_alike(a, b), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if rename(a.get(known_by, "")) == b.get(known_by, "") != ""
    )
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in scored:
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return paired


def _left(key: str, parts: Sequence[Plain], others: Sequence[Any], rename: Rename) -> list[Plain]:
    """The parts that the other side does not have, each as often as it has it less."""
    known = Counter(others)
    left: list[Plain] = []
    for part in sorted(parts, key=lambda part: repr(canonical(key, part, rename))):
        same = canonical(key, part, rename)
        if known[same]:
            known[same] -= 1
        else:
            left.append(part)
    return left


def _alike(one: Plain, other: Plain) -> float:
    """How alike two parts are: values that they share, and how much their quotes or names have in common."""
    same = float(sum(value == other.get(key) for key, value in values_of(one).items()))
    first, second = (str(part.get("quote", ""))[:_LONGEST_COMPARED] for part in (one, other))
    return same + (letter_ratio(first, second) if first and second else 0.0)


def _said(part: Plain) -> str:
    """A part in one line: a quote its words, a name itself, of others their values."""
    if "quote" in part:
        return str(part["quote"])
    return ", ".join(one_line(value) for value in values_of(part).values() if isinstance(value, str))
