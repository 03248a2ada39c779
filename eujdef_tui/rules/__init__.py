"""The checker: rules that report what is weak in a valid fact file, each with a name and a reason.

The loader has checked syntax, ids and dates. The rules look at what the facts rest on: a quote that does not hold is a
problem of level "evidence"; what a careful reader would question is a "warning".
"""

from __future__ import annotations

from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.factfile.form_rules import FORM_RULES
from eujdef_tui.rules import coverage, dating, figures, files, naming, quotes, search_limits, ties, vocabulary
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.report import Report, Share, counts, grades, shares
from eujdef_tui.rules.rule import Generator, Rule, as_rule, over_claims
from eujdef_tui.rules.truth import CHECKS

__all__ = ["REASONS", "RULES", "UNREADABLE_SEARCH", "Report", "Rule", "Share", "check", "explain"]

_GENERATORS: dict[str, tuple[Generator, ...]] = {
    "evidence": (
        quotes.quote_orphan,
        quotes.quote_edited,
        quotes.quote_moved,
        quotes.quote_ambiguous,
        quotes.quote_normalised,
    ),
    "warning": (
        quotes.same_quote_twice,
        coverage.unaccounted_sentence,
        coverage.no_fact_clash,
        coverage.unused_source,
        files.article_outside,
        files.same_text_twice,
        dating.relative_date_without_basis,
        dating.date_not_in_quote,
        dating.date_text_not_in_quote,
        dating.date_of_our_own,
        dating.issued_without_basis,
        dating.happened_in_future,
        figures.figure_without_value,
        figures.value_not_in_quote,
        naming.unsourced_name,
        naming.unknown_country,
        vocabulary.misspelt_word,
        ties.unlinked_actor,
        ties.event_without_actors,
        ties.duplicate_title,
        ties.tension_without_difference,
        ties.derived_from_itself,
        search_limits.too_many_numbers,
        search_limits.too_many_joined_words,
        *map(over_claims, CHECKS),
    ),
}
RULES: tuple[Rule, ...] = tuple(
    as_rule(level, generator) for level, generators in _GENERATORS.items() for generator in generators
)

# What `present/saved_problems.py` finds: no rule may parse a query (docs/architecture.md).
UNREADABLE_SEARCH = "unreadable-search"
_SEARCH_REASON = "A saved search is typed into the search line as it stands, so that it must be one that can be read."

REASONS = {**FORM_RULES, **{rule.id: rule.reason for rule in RULES}, UNREADABLE_SEARCH: _SEARCH_REASON}


def check(corpus: Corpus) -> Report:
    """What every rule finds in a fact file whose quotes are anchored, and the counts that sum it up."""
    ledger = Ledger(corpus)
    found = [problem for rule in RULES for problem in rule.problems(ledger)]
    return Report(
        problems=tuple(sorted(found, key=lambda problem: problem.place)),
        facts=counts(ledger),
        grades=grades(ledger),
        shares=tuple(shares(ledger)),
        holds=all(problem.level != "evidence" for problem in found),
    )


def explain(rule_id: str) -> str:
    """The reason of a rule, or of what the loader refuses. Raises KeyError for an id of neither."""
    return REASONS[rule_id]
