"""What is tried where the words as typed find too little: without spaces, without a word, a suggestion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise

from eujdef_tui.model.records import Agreement, Record
from eujdef_tui.search import score
from eujdef_tui.search.kept_words import FIGURE, counted, kept, may_be_name, names_in, only_names
from eujdef_tui.search.pipeline import FIRST, STEPS, Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS
from eujdef_tui.search.rank import order, score_of, score_without
from eujdef_tui.search.results import Hit, Match, Result
from eujdef_tui.search.spell import is_acronym, is_acronym_of, joined_names, nearest_known_word
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import folded_words, same_word

__all__ = [
    "answered", "dated", "facts_in", "half_joint", "half_typed", "joined", "phrasal", "suggestion", "without_words",
]  # fmt: skip

HALF = 3  # letters of a word that is being typed from which it is looked for in texts beside another
BESIDE = 2  # names that a fact has, from which one that none has may be left out: toray ihi hitachi
LONG = 7  # in a question of more words, which of them to leave out is not tried one by one
_CIRCUMSTANCE = frozenset(("when", "where"))  # questions of an event
_FORMS = ("", "spelling", "other word")  # rules by which a whole word is found


def joined(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """The names that all words together are, but for the spaces, where the words by themselves are nowhere."""
    if any(term.date or term.phrase for term in terms):
        return None
    index, restriction = pipeline.base.index, pipeline.restriction
    typed = "".join(term.tokens[0] for term in terms)
    if len(terms) > 1 and index.proper([typed]):
        return pipeline.find([Term(typed, terms[0].column, (typed,))], STEPS[:1])
    found = joined_names(index, typed)
    allowed = set(restriction.allowed(index, [d for d, _, _ in found]))
    hits: dict[int, Hit] = {}
    for d, full, edits in found:
        if d not in allowed:
            continue
        document = index.documents((d,))[0]
        line = next(line for line in document.names.lines if line.folded == full)
        quality = (score.TYPO[edits] if edits else score.SPELLING) * score.of_label(line.label)
        rule = f"~{edits}" if edits else "spelling"
        match = Match(pipeline.query.text.strip(), quality, rule, full, "name", line.name, line.label, share=1.0)
        if restriction.allows(document):
            hits[document.n] = Hit(document.n, score_of(document, (match,), pipeline.question), (match,))
    if hits:
        return Result(pipeline.query, order(hits.values()))
    together = ((before, one, behind) for before, one, behind in _joined_terms(terms) if index.known(one.tokens))
    return next(filter(None, (pipeline.find([*before, one, *behind]) for before, one, behind in together)), None)


def _joined_terms(terms: Sequence[Term]) -> Iterator[tuple[Sequence[Term], Term, Sequence[Term]]]:
    """All terms as one word, then each two neighbours as one: (terms before, the joined term, terms behind)."""
    runs = [(0, len(terms)), *((at, at + 2) for at in range(len(terms) - 1))] if len(terms) > 1 else []
    for first, last in dict.fromkeys(runs):
        word = "".join(term.tokens[0] for term in terms[first:last])
        yield terms[:first], Term(word, terms[first].column, (word,)), terms[last:]


def phrasal(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """What the terms find where two of them are one word of the table of other words: hand over, lay off; the best."""
    from eujdef_tui.search.synonyms import other_words  # only where the typed words find too little

    own_groups = pipeline.base.index.synonyms
    steps = [step for step in STEPS if step.reserve]
    found: list[Result] = []
    for at, (one, after) in enumerate(pairwise(terms)):
        if one.date or after.date or len(one.tokens) + len(after.tokens) > 2:
            continue
        word = f"{one.tokens[0]}-{after.tokens[0]}"
        if other_words(word, own_groups):
            both = Term(f"{one.text} {after.text}", one.column, (word,))
            if result := pipeline.find([*terms[:at], both, *terms[at + 2 :]], steps):
                found.append(result)
    return max(found, key=lambda result: result.hits[0].mean, default=None)


def half_typed(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """What the other terms find, of which a word begins as the last one does: it is still being typed (sparrow mal)."""
    *known, last = terms
    joint = half_joint(pipeline.query.said, terms)
    if not known or last.date or last.phrase or (len(last.tokens[0]) < HALF and not joint):
        return None
    found = pipeline.find(known, STEPS[:1])
    hits: list[Hit] = []
    best = found.hits[:FIRST] if found else ()
    documents = {one.n: one for one in pipeline.base.index.documents_of([hit.n for hit in best]).values()}
    for hit in best:
        document = documents[hit.n]
        for column, weight in (("title", score.TITLE), ("words", score.PROSE), ("quotes", score.QUOTES)):
            words = getattr(document, column).split()
            behind = (after for word, after in pairwise(words) if word == known[-1].tokens[0]) if joint else words
            token = next((word for word in behind if word.startswith(last.tokens[0])), "")
            if token and document.record != "source":
                match = Match(last.text, weight * score.PREFIX, "prefix", token, column)
                why = (*hit.why, match)
                hits.append(Hit(hit.n, score_of(document, why, pipeline.question), why))
                break
    return Result(pipeline.query, order(hits)) if hits else None


def half_joint(text: str, terms: Sequence[Term]) -> bool:
    """Whether the last word stands behind a hyphen, at the end of the line: turbo-ch, of turbo-charge."""
    return text[: terms[-1].column].endswith("-") and text.endswith(terms[-1].text)


def dated(base: Base, result: Result) -> Result | None:
    """The result; None where it is of agreements alone that span the date, and no step of one falls in it."""
    dates = [date for term in result.query.terms for date in term.dates if not date.startswith("XXXX")]
    spanning = [hit for hit in result.hits[:FIRST] if all(match.rule == "date" for match in hit.why)]
    if len(spanning) < len(result.hits) or not dates:
        return result
    return result if any(_in_a_step(base.record(hit.n).record, dates) for hit in spanning) else None


def _in_a_step(record: Record, dates: Sequence[str]) -> bool:
    if not isinstance(record, Agreement):
        return True
    return any(edtf.overlaps(step.date, date) for step in record.milestones if step.date for date in dates)


def facts_in(pipeline: Pipeline, result: Result | None) -> bool:
    """Whether a result has a fact, or an article by its name and not only by its text."""
    if result is None:
        return False
    named = all(match.field != "article" for match in result.hits[0].why)
    return named or not _only_articles(pipeline, result)


def answered(pipeline: Pipeline, result: Result | None) -> bool:
    """Whether the best hit is a fact, and, of a question, one that has most of what it asks."""
    if result is None or _only_articles(pipeline, result):
        return False
    asks, best = pipeline.query.asks, result.hits[0]
    if asks & FIGURE and pipeline.kind_of(best.n) != "figure":
        return False
    if "when" in asks and not any(pipeline.is_dated(hit.n) for hit in result.hits[:FIRST]):
        return False
    if "who" in asks and pipeline.does(best):
        return True
    return "fact" not in asks or best.mean >= score.ANSWERED


def without_words(pipeline: Pipeline, terms: Sequence[Term], full: Result | None) -> Result | None:
    """What the terms find without those that find nothing by themselves.

    In a short query of which each term finds something, without the one or two that are best left out, if that is
    better than the `full` result.
    """
    if full and "when" in pipeline.query.asks and not any(pipeline.is_dated(hit.n) for hit in full.hits[:FIRST]):
        full = None  # what has the words is nothing that happened on a day
    lean = _without_empty(pipeline, terms)
    if lean and (full is None or _only_articles(pipeline, full)):
        return lean
    known = terms if full else [term for term in terms if _finds(pipeline, term)]
    if len(known) < len(terms):
        too_many = len(terms) - len(known) > max(1, len(terms) // 4)
        if not known or too_many or kept(pipeline, terms) - {term.tokens[0] for term in known}:
            return None
        if len(names_in(pipeline, known)) < BESIDE and any(
            may_be_name(pipeline, term) for term in terms if term not in known
        ):
            return None
        found = _without(pipeline, known, terms)
        return found if found and (len(known) > 1 or _gives_figure(pipeline, found, known)) else None
    asks = pipeline.query.asks
    # that an article has both words tells that they belong to its subject
    one_word = bool(full and asks & _CIRCUMSTANCE and _only_articles(pipeline, full))
    if len(terms) > LONG or (len(terms) == 2 and not (asks & FIGURE or one_word)):
        return None
    best = None if full is None or _only_articles(pipeline, full) else full
    never_left = kept(pipeline, terms)
    for count in range(1, 2 if best else max(2, len(terms) // 2)):
        for rest in combinations(terms, len(terms) - count):
            found = None if never_left - {term.tokens[0] for term in rest} else _without(pipeline, rest, terms)
            if found and (
                len(rest) > 1 or _gives_figure(pipeline, found, rest) or (one_word and _told(pipeline, found))
            ):
                better = best is None or _score(pipeline, found, terms) > _score(pipeline, best, terms)
                best = found if better else best
        if best:
            break
    return best


def _without_empty(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """What the terms find without those that many sentences have: of "who lends the money" what lends.

    Only of a question, or beside a name; but prepositions of any query.
    """
    plain = [term for term in terms if not term.date and not term.phrase]
    empty = [term for term in plain if term.tokens[0] in PREPOSITIONS]
    rest = [term for term in terms if term not in empty]
    if pipeline.query.asked or names_in(pipeline, rest):
        empty += [term for term in plain if term.tokens[0] in EMPTY]
    if not empty:
        return None
    never_left = kept(pipeline, terms)
    rest = [term for term in terms if term not in empty or term.tokens[0] in never_left]
    if not rest or len(rest) == len(terms):
        return None
    result = pipeline.find(rest, [step for step in STEPS[:-1] if pipeline.may_meet(rest, step)])
    if result is None or _only_articles(pipeline, result) or not all(map(_read, result.hits[0].why)):
        return None
    if only_names(pipeline, result.hits[0], rest, terms):
        return None
    return result._replace(left_out=tuple(term.text for term in terms if term not in rest))


def _read(match: Match) -> bool:
    """Whether a word was found as it was typed, or another for the same."""
    return _as_typed(match) or match.rule in ("prefix", "other word", "derived")


def _gives_figure(pipeline: Pipeline, result: Result, rest: Sequence[Term]) -> bool:
    """Whether one name of many words typed answers with a figure, where one was asked for."""
    if not pipeline.query.asks & FIGURE or pipeline.kind_of(result.hits[0].n) != "figure":
        return False
    unit = folded_words(getattr(pipeline.base.record(result.hits[0].n).record, "unit", ""))
    of_it = any(same_word(word, term.tokens[0]) for word in unit for term in rest)
    of_it = of_it or not counted(pipeline, rest).isdisjoint(match.token for match in result.hits[0].why)
    return of_it or bool(names_in(pipeline, rest))


def _told(pipeline: Pipeline, result: Result) -> bool:
    """Whether the best hit is an event that tells in its title, or by its kind, what one word of a question asks."""
    match = result.hits[0].why[0]
    return pipeline.base.view(result.hits[0].n) == "events" and match.field == "title" and match.rule in _FORMS


def _finds(pipeline: Pipeline, term: Term) -> bool:
    return any(pipeline.any_hit(term, step) for step in STEPS[:-1])


def _only_articles(pipeline: Pipeline, result: Result) -> bool:
    return all(pipeline.base.view(hit.n) == "sources" for hit in result.hits)


def _without(pipeline: Pipeline, rest: Sequence[Term], terms: Sequence[Term]) -> Result | None:
    """What some of the terms surely find that is more than an article, with the words that were left out."""
    result = pipeline.find(rest, [step for step in STEPS[:-1] if pipeline.may_meet(rest, step)])
    if result is None or _only_articles(pipeline, result) or not any(map(_as_typed, result.hits[0].why)):
        return None
    if only_names(pipeline, result.hits[0], rest, terms):
        return None
    if not pipeline.query.asked and result.hits[0].mean < score.PROSE:
        return None  # words that stand here and there, and not even all of them
    return result._replace(left_out=tuple(term.text for term in terms if term not in rest))


def _score(pipeline: Pipeline, result: Result, terms: Sequence[Term]) -> float:
    """The score of the best hit, less what the words that were left out are worth."""
    from eujdef_tui.search.worth import share_left_out  # most queries find what has all words

    best = max(result.hits[:FIRST], key=lambda hit: hit.score)  # what a question wants may stand below the very words
    return score_without(best, share_left_out(pipeline, result, terms))


def _as_typed(match: Match) -> bool:
    """Whether a word was found as it was typed."""
    return len(match.term) > 1 and match.rule in ("", "spelling", "phrase", "date")


def suggestion(pipeline: Pipeline, terms: Sequence[Term]) -> str:
    """The name that has the other words, or else the one nearest to the first word that nothing is known by."""
    index = pipeline.base.index
    known = [term for term in terms if not term.date and index.proper(term.tokens)]
    pipeline.limit = FIRST  # what is suggested is in the first of them
    others = pipeline.find(known, STEPS[:1]) if 0 < len(known) < len(terms) else None
    for match in others.hits[0].why if others else ():
        if match.field == "name":
            return match.name
    for term in terms:
        token = "" if term.date else nearest_known_word(index, term.tokens[0])
        if token and is_acronym(term.text) and not is_acronym_of(index, term.tokens[0], token):
            continue
        for d in islice(index.matching(f'names : ("{token}")'), 1) if token else ():
            for line in index.documents((d,))[0].names.lines:
                if token in line.tokens:  # initials that no one wrote down are told by the name that they are of
                    return line.label.removeprefix("initials of ") if line.label.startswith("initials") else line.name
    return ""
