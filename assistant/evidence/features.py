"""Features of ranking: what a person would look at to tell whether a sentence or fact answers, as numbers.

All lie between -1 and 1. Those that name a kind of question ("date_asked_…") are 0 for every other kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from assistant.evidence.matching import HEADING, PATH, TEXT, Marks, Values
from assistant.evidence.named_offices import office_unmet
from assistant.evidence.rows.other_rows import rows_named
from assistant.evidence.seen import Seen, is_spoken_of, strong
from assistant.evidence.units import Unit
from assistant.evidence.unmet import counted, name_unmet, subject_unmet, thing_unmet, unmet, year_unmet
from assistant.facts.person import MEMBER
from assistant.types import Asked, Language, Understanding, Want
from index import Deadline, DutyBasis, Enumeration, Index, Status, Trait
from index.search.late_interaction import spoken
from index.translation.searched import Searched

Columns = dict[str, Values]
"""A value for each unit, by the feature's name."""

NEUTRAL_SIMILARITY = 0.3
"""A name and posts have no meaning that a vector could be near to; only what matches counts."""
TOTAL_NAMED = 0.8
"""The row that counts all others is named by a question that names no other row."""
SHORTEST, LONG = 3, 1000
"""Characters of the shortest text that differs in length from others, and of one whose length counts 1."""
MOST_AROUND = 2
"""A fact's span of so many times the length of the words it is found by holds more than these say."""
MOSTLY_OFFICIAL = 0.3
"""A question of whose words less than this stands nowhere in the plans speaks in their own words."""


def features(meant: Understanding, units: Iterable[Unit], index: Index) -> Columns:
    """A column a feature, (n_units,) each."""
    seen = Seen.of(meant, units, index)
    columns = {**_matched(seen, index), **_asked(seen, index), **_of_kind(seen), **_lacking(seen, index)}
    return {name: column.astype(np.float64) for name, column in columns.items()}


def lacks(columns: Mapping[str, Values]) -> Marks:
    """Which units lack the unit of measure, the year, the person or the thing that is asked for."""
    lacking: Marks = np.any([columns[n] for n in ("demand_unmet", "year_unmet", "name_unmet", "thing_unmet")], axis=0)
    return lacking


def absent_share(meant: Understanding, index: Index) -> float:
    """How much of what the question speaks of, 0 to 1, stands nowhere in the plans in question."""
    weighty = strong(meant)
    total = sum(c.weight for c in weighty)
    if not total:
        return 1.0
    told = sum(c.weight for c in weighty if is_spoken_of(c, meant, index))
    return 1.0 - told / total


FULL_QUESTION = 4
"""A question of so many weighty concepts tells all that is needed to know whether a passage answers it."""


def trust(columns: Mapping[str, Values], units: Sequence[Unit], meant: Understanding, index: Index) -> Columns:
    """What tells, beside its score, whether a unit answers: of itself, and of how the plans hold what is asked.

    A thing with a name of its own (a sector, an office, a place) that stands nowhere in the plans in question is the best
    sign that they do not tell; everyday words are often other words for what they do.
    """
    weighty = strong(meant)
    total = sum(c.weight for c in weighty) or 1.0
    firm_absent = sum(c.weight for c in weighty if c.firm and not is_spoken_of(c, meant, index)) / total
    return {
        "similar": columns["similar"],
        "retrieved": columns["retrieved"],
        "fact": np.array([float(unit.fact is not None) for unit in units]),
        "figure_missing": columns["figure_asked_not_there"],
        "firm_absent": np.full(len(units), firm_absent),
        "spoken": np.full(len(units), min(len(weighty), FULL_QUESTION) / FULL_QUESTION),
    }


def _matched(seen: Seen, index: Index) -> Columns:
    """How far a unit speaks of what the question speaks of."""
    found, concepts = seen.matches, seen.meant.concepts
    people = seen.each(view.person for view in seen.views)
    return {
        "covered": found.coverage(concepts),
        "covered_in_text": found.coverage(concepts, TEXT),
        "covered_strong": found.coverage(seen.strong, PATH) if seen.strong else found.coverage(concepts),
        "document": _meant(seen),
        "similar": np.where(people, NEUTRAL_SIMILARITY, _similar(seen, index)),
        **_by_token(seen, index),
        "retrieved": np.array([unit.retrieved for unit in seen.units]),
        "front": np.array([float(unit.front) for unit in seen.units]),
        "leads_in": np.where(_are_sentences(seen), seen.telling(Trait.LEADS_IN), 0.0),
        "short": np.where(_are_sentences(seen), seen.telling(Trait.SHORT), 0.0),
    }


def _meant(seen: Seen) -> Values:
    """How likely the question means each unit's document: 0 the likeliest, -1 a tenth as likely and less."""
    weights = [seen.meant.document_weight(unit.span.document_id) for unit in seen.units]
    meant: Values = np.log10(weights)
    return meant


def _similar(seen: Seen, index: Index) -> Values:
    """Cosine similarity of each unit under its heading with the question."""
    query = index.encoder.encode_questions([seen.meant.dense_query])[0]
    told = _in_both([unit for unit in seen.units if unit.vector is None], index)  # as those of sentences are made
    made = iter(index.encoder.encode([f"{heading} {text}" for text, heading in told]))
    vectors = [next(made) if unit.vector is None else unit.vector for unit in seen.units]
    similar: Values = (np.stack(vectors) @ query).astype(np.float64)
    return similar


def _by_token(seen: Seen, index: Index) -> Columns:
    """How near the tokens of each unit, of its heading and of the question lie."""
    texts, headings = zip(*_texts(seen.units, seen, index), strict=True)
    near = spoken(seen.meant.dense_query, texts, headings, index.encoder)
    return {
        "tokens_asked": near.text,
        "tokens_told": near.question,
        "tokens_told_clearly": near.clearly,
        "tokens_told_beyond": near.beyond,
        "length": np.log10([min(max(len(u.place.text), SHORTEST), LONG) for u in seen.units]) / np.log10(LONG),
    }


def _texts(units: Sequence[Unit], seen: Seen, index: Index) -> list[tuple[str, str]]:
    """The text and the heading of each unit; before a question in English also the English that was made of them.

    A question in Chinese finds nothing in a translation that the text does not say, and would only come nearer to units
    of much text: "Lead unit" at the end of each task is near to 牵头.
    """
    if seen.meant.language is Language.ZH:
        return [(unit.place.text, unit.place.heading) for unit in units]
    return _in_both(units, index)


def _in_both(units: Sequence[Unit], index: Index) -> list[tuple[str, str]]:
    """The text and the heading of each unit, with their English beside them where they were translated."""
    searched = index.searched({unit.span.document_id for unit in units})
    told: list[tuple[str, str]] = []
    for unit in units:
        own, place = searched[unit.span.document_id], unit.place
        above = own.heading(unit.heading_path[-1]) if unit.heading_path else ""
        told.append((f"{place.text} {_english_of(unit, own)}", f"{place.heading} {above}"))
    return told


def _english_of(unit: Unit, own: Searched) -> str:
    """The English of what a unit is found by: of a list that is its head, and not all that it lists."""
    text, span = unit.place.text, unit.span
    whole = span.end - span.start <= MOST_AROUND * len(text)
    return own.english(span.start, span.end) if whole else own.heading(text)


def _are_sentences(seen: Seen) -> Marks:
    return seen.each(unit.fact is None for unit in seen.units)


def _asked(seen: Seen, index: Index) -> Mapping[str, Marks]:
    """Whether a unit tells the kind of thing that is asked for, of the years that are asked for."""
    asked, none = seen.meant.asked, seen.none
    figure = seen.telling(Trait.FIGURE) | seen.each(view.cell for view in seen.views)
    dated = seen.telling(Trait.DATED)
    reached = seen.each(view.status is Status.ACHIEVED for view in seen.views)
    has_status = seen.each(view.status for view in seen.views)
    past: Marks = np.where(has_status, reached, seen.telling(Trait.LOOKS_BACK))
    asked_past = _asks_of_the_past(seen, index)
    years = [str(year) for year in seen.meant.years]
    year_there = seen.each(any(year in unit.place.text for year in years) for unit in seen.units) if years else none
    return {
        "figure_asked_and_there": figure if asked is Asked.FIGURE else none,
        "counted_there": counted(seen),
        "figure_asked_not_there": ~figure if asked is Asked.FIGURE else none,
        "date_asked_and_there": dated if asked is Asked.DEADLINE else none,
        "date_asked_not_there": ~dated if asked is Asked.DEADLINE else none,
        "office_asked_and_there": seen.telling(Trait.OFFICE) if asked is Asked.DUTY else none,
        "list_asked_and_there": seen.telling(Trait.LISTED) if asked is Asked.LIST else none,
        "past": past & ~asked_past,
        "past_asked": past & asked_past,
        "year_there": year_there,
        "other_year": seen.telling(Trait.YEAR) & ~year_there if years else none,
    }


def _asks_of_the_past(seen: Seen, index: Index) -> Marks:
    """Whether the question asks what was, by its words or by a year before the period of each unit's plan."""
    starts = {plan: index.described(plan).period for plan in {unit.span.document_id for unit in seen.units}}
    before = {plan: period and any(year < period[0] for year in seen.meant.years) for plan, period in starts.items()}
    said = Want.PAST in seen.meant.wants
    return seen.each(said or before[unit.span.document_id] for unit in seen.units)


def _of_kind(seen: Seen) -> Mapping[str, Values | Marks]:
    """What a fact of its kind counts, beside the same words as a sentence."""
    meant, found, views = seen.meant, seen.matches, seen.views
    spellings = {spelling for concept in meant.concepts for spelling in concept.spellings}
    people = seen.each(view.person for view in views)
    lists, due = (
        seen.each(u.fact and u.fact.kind == kind.kind for u in seen.units) for kind in (Enumeration, Deadline)
    )
    cells = seen.each(view.cell for view in views)
    by_basis = {basis: seen.each(view.basis is basis for view in views) for basis in DutyBasis}
    named = np.where(seen.each(view.is_total for view in views), TOTAL_NAMED, rows_named(meant, seen.units))
    duty, of_duties = meant.asked is Asked.DUTY, {Want.SEVERAL, Want.FIELD} <= meant.wants.kinds
    listed = meant.asked is Asked.LIST or (duty and of_duties)
    asked_one = meant.asked in (Asked.FIGURE, Asked.DEADLINE, Asked.PERSON) or (duty and not of_duties)
    return {
        "person": people,
        "role_asked": seen.each(v.person and v.person.role != MEMBER and v.person.role in spellings for v in views),
        "named": seen.each(view.person and view.person.name in meant.people for view in views),
        "person_fits": people * found.coverage(seen.strong) if meant.asked is Asked.PERSON else seen.none,
        "cell_not_asked": cells if meant.asked is not Asked.FIGURE else seen.none,
        "row_named": named,
        "row_not_named": cells & (named < 0.5),
        "duty_asked": by_basis[DutyBasis.DIVISION] if duty else seen.none,
        "task_asked": by_basis[DutyBasis.TASK] if duty else seen.none,
        "duty_not_asked": seen.none if duty else np.any(list(by_basis.values()), axis=0),
        "list_fact": lists,
        "list_not_asked": lists if asked_one else seen.none,
        "list_head_asked": lists * found.coverage(seen.strong, HEADING) if listed else seen.none,
        "deadline_fact": due if meant.asked is Asked.DEADLINE else seen.none,
    }


def _lacking(seen: Seen, index: Index) -> Mapping[str, Marks]:
    """Whether a unit lacks what the question cannot do without."""
    no_subject = subject_unmet(seen, index)
    if no_subject.any() and absent_share(seen.meant, index) >= MOSTLY_OFFICIAL:
        no_subject = seen.none
    return {
        "demand_unmet": unmet(seen) | no_subject,
        "year_unmet": year_unmet(seen, index),
        "thing_unmet": thing_unmet(seen, index),
        "name_unmet": name_unmet(seen, index) | office_unmet(seen, index),
    }
