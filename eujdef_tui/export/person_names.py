"""The name of an author in CSL-JSON and in BibTeX.

The parts are those of a CSL name variable. A name of one part does not divide, and BibTeX is told so with braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from eujdef_tui.model.records import Person

__all__ = ["bibtex_name", "csl_name"]


def csl_name(person: Person) -> dict[str, str | bool]:
    """Return a name as a CSL name variable; a name of one part is a literal."""
    if person.literal:
        return {"literal": person.literal}
    name: dict[str, str | bool] = {
        "family": person.family,
        "given": person.given,
        "suffix": person.suffix,
        "comma-suffix": person.comma_suffix == "true",
        "non-dropping-particle": person.non_dropping_particle,
        "dropping-particle": person.dropping_particle,
    }
    return {key: value for key, value in name.items() if value}


def bibtex_name(person: Person, latex: Callable[[str], str]) -> str:
    """Return a name as "von Last, Jr, First"; a name of one part in braces, since BibTeX takes bare words apart."""
    if person.literal or not (person.given or person.suffix or _particles(person)):
        return f"{{{latex(person.literal or person.family)}}}"
    family, given, suffix = (_kept_whole(latex(part)) for part in (person.family, person.given, person.suffix))
    von = " ".join(filter(None, (latex(person.dropping_particle), latex(person.non_dropping_particle))))
    if von and not von[0].islower():  # BibTeX knows a particle by its small letter
        von, family = "", f"{{{von} {person.family and latex(person.family)}}}"
    last = f"{von} {family}".strip()
    return ", ".join(part for part in (last, suffix, given) if part)


def _kept_whole(part: str) -> str:
    # BibTeX splits names at commas and at "and", but not inside braces.
    return f"{{{part}}}" if re.search(r",|\band\b", part) else part


def _particles(person: Person) -> str:
    return person.dropping_particle + person.non_dropping_particle
