"""The words that fact files use in their open vocabularies: kinds, instruments, actions.

Any other word in lower-case-with-hyphens is valid too. Editors complete these (`data/facts.schema.json`), and `check`
tells a word that is nearly one of them: `signd`, `figur`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["VOCABULARIES"]

# Class and field → words, the commonest first. From CSL-JSON item types, FollowTheMoney, Popolo, UN Treaty Collection.
_WORDS = {
    "Source.type": (
        "article-newspaper article-magazine article-journal article webpage post-weblog post broadcast report"
        " speech interview legislation treaty press-release"
    ),
    "NoFact.kind": (
        "filler headline heading byline dateline caption credit label boilerplate advertisement correction"
    ),
    "Actor.kind": (
        "person company organization country public-body group armed-force publication news-agency university"
        " industry programme vessel aircraft object island place city bloc alliance region trade-show artefact"
        " party union court"
    ),
    "Name.kind": (
        "translation native acronym short full spelling metonym reading former synonym transliteration nickname"
    ),
    "Agreement.instrument": (
        "partnership programme contract dialogue treaty protocol export-rule rule loan spending-commitment"
        " spending-standard international-agreement proposal strategy funding negotiation joint-statement"
        " commitment alliance plan cooperation agreement bill gift guarantee letter-of-intent collective-agreement"
        " settlement memorandum convention law"
    ),
    "Milestone.action": (
        "proposed sought explored negotiations-opened concluded initialled signed ratified adopted agreed"
        " announced issued published established launched provisional-application entry-into-force in-preparation"
        " under-way delivered completed target-year expires ended lapsed suspended withdrawn"
    ),
    "Event.kind": (
        "plan signing target announcement meeting decision visit ruling test ratification launch opening report"
        " vote closure takeover-bid rule exercise proposal partnership election deployment commitment agreement"
        " exploration request inquiry auction flood failure hearing tariff talks founding invasion strategy"
        " spending treaty remarks entry-into-force publication trade-show rule-change summit interview negotiation"
        " support threat attack collaboration seizure gift discovery departure arrival transport purchase debate"
        " approval warning release declaration mourning construction handover lawsuit rating installation"
        " appointment breakdown order strike refusal expansion mediation protest suspension boycott delivery"
        " appeal withdrawal sentence certification survey accession definition comparison"
    ),
    "Statement.kind": (
        "figure position assessment description claim expectation concern possibility aim commitment hope motive"
        " consideration plan concession advice demand denial"
    ),
}
_WORDS["Milestone.kind"] = _WORDS["Event.kind"]  # of the event that a milestone with an id is
VOCABULARIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {field: tuple(words.split()) for field, words in _WORDS.items()}
)
