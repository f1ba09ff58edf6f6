"""Features of ranking: what a person would look at to tell whether a sentence or fact answers, as numbers.

All lie between -1 and 1. Those that name a kind of question ("date_asked_…") are 0 for every other kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.evidence.matching import coverage, holds
from assistant.evidence.units import Unit
from assistant.evidence.unmet import name_unmet, subject_unmet, thing_unmet, unmet, year_unmet
from assistant.facts import view_of
from assistant.facts.person import MEMBER
from assistant.types import Asked, Concept, Place, Understanding
from index import Deadline, DutyBasis, Enumeration, Index, Status, dates, looks_back
from index.terms.lexicon import YEAR, contains, years_in
from index.terms.similarity import pairs_held

# "125起", "≥95%", "零发生"; not "第3号", "2018年".
_FIGURE = re.compile(
    r"\d+(?:\.\d+)?\s*(?:%|‰|余?万?[起人处家座支次项个台辆名亿元所条套])|[≥≤<>]\s*\d|\d\.\d|零发生|零死亡"
)
_ISO_DATE = re.compile(YEAR + r"[-/.]\d{1,2}[-/.]\d{1,2}")  # "2024-05-01"; not "2021-2025"
_OFFICE_WORDS = ("负责", "牵头", "由", "部门", "单位", "局")
NEUTRAL_SIMILARITY = 0.3
"""A name and posts have no meaning that a vector could be near to; only what matches counts."""
TOTAL_NAMED = 0.8
"""The row that counts all others is named by a question that names no other row."""
MOSTLY_OFFICIAL = 0.3
"""A question of whose words less than this stands nowhere in the plans speaks in their own words."""
SHORT_CHARS = 14
"""A sentence shorter than this says little by itself."""


def features(meant: Understanding, units: list[Unit], index: Index) -> list[dict[str, float]]:
    """One row a unit."""
    query = index.encode([meant.dense_query])[0]
    similar = index.encode([f"{u.place.heading} {u.place.text}" for u in units]) @ query
    official = absent_share(meant, index) < MOSTLY_OFFICIAL
    return [
        _matched(meant, unit, float(similarity))
        | _asked(meant, unit)
        | _of_kind(meant, unit)
        | _lacking(meant, unit, index, official=official)
        for unit, similarity in zip(units, similar, strict=True)
    ]


def lacks(row: dict[str, float]) -> bool:
    """Whether a unit lacks the unit of measure, the year, the person or the thing that is asked for."""
    return any(row[name] for name in ("demand_unmet", "year_unmet", "name_unmet", "thing_unmet"))


def absent_share(meant: Understanding, index: Index) -> float:
    """How much of what the question speaks of, 0 to 1, stands nowhere in the plans in question."""
    strong = _strong(meant)
    total = sum(c.weight for c in strong)
    if not total:
        return 1.0
    texts = tuple(plan_texts(meant, index))
    told = sum(c.weight for c in strong if any(holds(text, s) for s in c.spellings for text in texts))
    return 1.0 - told / total


def plan_texts(meant: Understanding, index: Index) -> Iterator[str]:
    """The texts of the plans in question, of all plans where none is named."""
    return (index.document(p).clean.text for p in meant.plans or [d.id for d in index.documents])


def dated(text: str) -> bool:
    """Whether a date stands in a text."""
    return bool(dates(text) or _ISO_DATE.search(text))


def has_day(text: str) -> bool:
    """Whether a date with its month stands in a text; "十三五" and "2025年" are none."""
    return any("-" in found.date for found in dates(text)) or bool(_ISO_DATE.search(text))


def row_named(meant: Understanding, unit: Unit) -> float:
    """How much of a table row's label the question names: another sector's figure is no answer."""
    view = view_of(unit.fact)
    if view.is_total:
        return TOTAL_NAMED
    label = re.sub(r"[(（].*?[)）]", "", view.row)
    return pairs_held(label, meant.query, *(s for c in meant.concepts for s in c.spellings))


def _names_office(text: str) -> bool:
    """Whether an office, or a word that puts one in charge, stands in a text."""
    return any(word in text for word in _OFFICE_WORDS) or contains(text, "governing", "bodies")


def _strong(meant: Understanding) -> tuple[Concept, ...]:
    return tuple(c for c in meant.concepts if c.weight >= 0.5)


def _matched(meant: Understanding, unit: Unit, similarity: float) -> dict[str, float]:
    """How far a unit speaks of what the question speaks of."""
    place, strong = unit.place, _strong(meant)
    around = Place(place.text, place.heading, place.path, "")
    return {
        "covered": coverage(meant.concepts, place),
        "covered_in_text": coverage(meant.concepts, Place(place.text, "", "", "")),
        "covered_strong": coverage(strong, around) if strong else coverage(meant.concepts, place),
        "similar": NEUTRAL_SIMILARITY if view_of(unit.fact).person else similarity,
        "retrieved": unit.retrieved,
        "front": float(unit.front),
        "leads_in": float(unit.fact is None and place.text.rstrip().endswith((":", "："))),
        "short": float(len(place.text) < SHORT_CHARS and unit.fact is None),
    }


def _asked(meant: Understanding, unit: Unit) -> dict[str, float]:
    """Whether a unit tells the kind of thing that is asked for, of the years that are asked for."""
    text, asked, view = unit.place.text, meant.asked, view_of(unit.fact)
    figure = bool(_FIGURE.search(text)) or view.cell is not None
    listed = text.count("、") >= 2 or "一是" in text
    past = view.status is Status.ACHIEVED if view.status else looks_back(unit.heading_path)
    years = set(meant.years)
    year_there = bool(years) and any(str(year) in text for year in years)
    return {
        "figure_asked_and_there": float(asked is Asked.FIGURE and figure),
        "figure_asked_not_there": float(asked is Asked.FIGURE and not figure),
        "date_asked_and_there": float(asked is Asked.DEADLINE and dated(text)),
        "date_asked_not_there": float(asked is Asked.DEADLINE and not dated(text)),
        "office_asked_and_there": float(asked is Asked.DUTY and _names_office(text)),
        "list_asked_and_there": float(asked is Asked.LIST and listed),
        "past": float(past),
        "year_there": float(year_there),
        "other_year": float(bool(years) and bool(years_in(text)) and not year_there),
    }


def _of_kind(meant: Understanding, unit: Unit) -> dict[str, float]:
    """What a fact of its kind counts, beside the same words as a sentence."""
    asked, view, strong = meant.asked, view_of(unit.fact), _strong(meant)
    kind = unit.fact.kind if unit.fact else ""
    person, named = view.person, row_named(meant, unit)
    head = Place(unit.place.text, unit.place.heading, "", "")
    role = person is not None and person.role != MEMBER and any(person.role in c.spellings for c in meant.concepts)
    return {
        "person": float(bool(person)),
        "role_asked": float(role),
        "named": float(person is not None and person.name in meant.people),
        "person_fits": coverage(strong, unit.place) if person and asked is Asked.PERSON else 0.0,
        "cell_not_asked": float(view.cell is not None and asked is not Asked.FIGURE),
        "row_named": named,
        "row_not_named": float(view.cell is not None and named < 0.5),
        "duty_asked": float(asked is Asked.DUTY and view.basis is DutyBasis.DIVISION),
        "task_asked": float(asked is Asked.DUTY and view.basis is DutyBasis.TASK),
        "duty_not_asked": float(asked is not Asked.DUTY and view.basis is not None),
        "list_fact": float(kind == Enumeration.kind),
        "list_head_asked": coverage(strong, head) if asked is Asked.LIST and kind == Enumeration.kind else 0.0,
        "deadline_fact": float(asked is Asked.DEADLINE and kind == Deadline.kind),
    }


def _lacking(meant: Understanding, unit: Unit, index: Index, *, official: bool) -> dict[str, float]:
    """Whether a unit lacks what the question cannot do without."""
    place, document = unit.place, index.document(unit.span.document_id)
    text = f"{place.text} {document.clean.text[unit.span.start : unit.span.end]}"
    no_subject = official and subject_unmet(meant, place, unit.fact)
    titled = f"{place.text} {place.heading}"
    return {
        "demand_unmet": float(unmet(meant, text, unit.fact) or no_subject),
        "year_unmet": float(year_unmet(meant, titled, unit.fact, document.document.period)),
        "thing_unmet": float(thing_unmet(meant, place, text)),
        "name_unmet": float(name_unmet(meant, place, text, unit.fact)),
    }
