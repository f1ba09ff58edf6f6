"""Ranking: which sentences and facts answer the question, and how surely.

A linear model over features that a person can read; its weights were fitted on the tune questions (listwise softmax over
the units of each question, see `evals/README.md`); the weights of features that few questions have are held near values
set by hand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from assistant.evidence.matching import coverage, holds
from assistant.evidence.units import Unit, fact_units, front_units, sentence_units
from assistant.evidence.unmet import (
    name_unmet,
    row_unmet,
    subject_unmet,
    thing_unmet,
    unmet,
    year_unmet,
    years_untold,
)
from assistant.facts.indicator import TOTAL_ROWS
from assistant.types import Asked, Candidate, Concept, Evidence, Place, Understanding, Want
from index import (
    Deadline,
    Duty,
    DutyBasis,
    Enumeration,
    Fact,
    Index,
    Indicator,
    Person,
    Span,
    Status,
    dates,
    looks_back,
)

_FIGURE = re.compile(
    r"\d+(?:\.\d+)?\s*(?:%|‰|余?万?[起人处家座支次项个台辆名亿元所条套])|[≥≤<>]\s*\d|\d\.\d|零发生|零死亡"
)
_OFFICE = re.compile(r"负责|牵头|由|部门|单位|局|政府|委员会|安委")
# A line of the front matter that tells something: a date, a document number.
_FRONT_DATA = re.compile(r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}|[〔\[]\d{4}[〕\]]\s*\d+\s*号")
_ISO_DATE = re.compile(r"(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}")
NEUTRAL_SIMILARITY = 0.3
LEAST_COVERAGE = 0.2
"""A fact that speaks of less of the question than this is not looked at."""
MAX_FACTS, MAX_UNITS = 80, 220
"""Bounds on what is scored for one question: the facts that cover most of it, and all units."""


def rank(
    meant: Understanding, candidates: tuple[Candidate, ...], index: Index, *, with_facts: bool = True
) -> tuple[Evidence, ...]:
    """All units with their scores, best first; ties are broken by place in the text."""
    units = units_of(meant, candidates, index, with_facts=with_facts)
    units = _of_the_right_row(meant, units)
    if not units:
        return ()
    rows = features(meant, units, index)
    scored = sorted(
        (
            (sum(WEIGHTS[name] * value for name, value in row.items()) - UNMET_PENALTY * lacks(row), unit, row)
            for unit, row in zip(units, rows, strict=True)
        ),
        key=lambda one: (-one[0], one[1].span),
    )
    told = not years_untold(meant, _texts(meant, index))
    return tuple(
        Evidence(
            unit.span,
            _verbatim(unit, index),
            unit.heading_path,
            score,
            confidence(score, row) if told else 0.0,
            unit.fact,
        )
        for score, unit, row in scored
    )


UNMET_PENALTY = 0.8
"""A unit that lacks what is asked gives way to one that has it and lies no further than this below."""


def lacks(row: dict[str, float]) -> bool:
    """Whether a unit lacks the unit of measure, the year, the person or the thing that is asked for."""
    return any(row[name] for name in ("demand_unmet", "year_unmet", "name_unmet", "thing_unmet"))


SECTOR_NAMED = 0.3
"""From this share of its label on, a row counts as named by the question; then the table's total is no answer."""


def _of_the_right_row(meant: Understanding, units: list[Unit]) -> list[Unit]:
    """Without cells of other sectors than the question names, and without totals where it names a sector."""
    named: dict[tuple[str, ...], float] = {}
    for unit in units:
        if isinstance(unit.fact, Indicator) and unit.fact.row and unit.fact.row not in TOTAL_ROWS:
            path = (unit.fact.span.document_id, *unit.heading_path)
            named[path] = max(named.get(path, 0.0), _row_named(meant, unit.fact))
    kept = []
    for unit in units:
        total = isinstance(unit.fact, Indicator) and unit.fact.row in TOTAL_ROWS
        if total and named.get((unit.span.document_id, *unit.heading_path), 0.0) >= SECTOR_NAMED:
            continue
        if not row_unmet(meant, unit.place, unit.fact):
            kept.append(unit)
    return kept


def _verbatim(unit: Unit, index: Index) -> str:
    return index.document(unit.span.document_id).clean.text[unit.span.start : unit.span.end]


def units_of(meant: Understanding, candidates: tuple[Candidate, ...], index: Index, *, with_facts: bool) -> list[Unit]:
    """The sentences of the candidates, and the facts that speak of the question."""
    asks_front = Want.FRONT_MATTER in meant.wants
    people = [p.span for p in index.facts(Person, meant.plans or None)] if with_facts else []
    units = [u for u in sentence_units(candidates, index) if not u.front and not _of_people(u.span, people)]
    if asks_front:
        units += [u for u in front_units(meant, index) if _FRONT_DATA.search(u.place.text)]
    if with_facts:
        facts = [(coverage(meant.concepts, u.place), u) for u in fact_units(meant, index)]
        near = sorted((one for one in facts if one[0] >= LEAST_COVERAGE), key=lambda one: (-one[0], one[1].span))
        units += [u for _, u in near[:MAX_FACTS]]
    return units[:MAX_UNITS]


MOSTLY_PEOPLE = 0.6
MOSTLY_OFFICIAL = 0.3
"""A question of whose words less than this stands nowhere in the plans speaks in their own words."""


def _of_people(span: Span, people: list[Span]) -> bool:
    """Whether a sentence is a line of a list of people, who come as facts."""
    shared = sum(min(span.end, p.end) - max(span.start, p.start) for p in people if p.overlaps(span))
    return shared >= MOSTLY_PEOPLE * (span.end - span.start)


def features(meant: Understanding, units: list[Unit], index: Index) -> list[dict[str, float]]:
    """One row a unit; all values lie between -1 and 1."""
    query = index.encode([meant.dense_query])[0]
    similar = index.encode([f"{u.place.heading} {u.place.text}" for u in units]) @ query
    strong = tuple(c for c in meant.concepts if c.weight >= 0.5)
    official = absent_share(meant, index) < MOSTLY_OFFICIAL
    rows = []
    for unit, similarity in zip(units, similar, strict=True):
        period = index.document(unit.span.document_id).document.period
        verbatim = f"{unit.place.text} {_verbatim(unit, index)}"
        rows.append(
            {
                **_features(meant, strong, unit, float(similarity)),
                "demand_unmet": float(
                    unmet(meant, verbatim, unit.fact) or (official and subject_unmet(meant, unit.place, unit.fact))
                ),
                "year_unmet": float(year_unmet(meant, f"{unit.place.text} {unit.place.heading}", unit.fact, period)),
                "thing_unmet": float(thing_unmet(meant, unit.place, verbatim)),
                "name_unmet": float(name_unmet(meant, unit.place, verbatim, unit.fact)),
            }
        )
    return rows


def _features(meant: Understanding, strong: tuple[Concept, ...], unit: Unit, similarity: float) -> dict[str, float]:
    place, asked, fact = unit.place, meant.asked, unit.fact
    text = place.text
    past = fact.status is Status.ACHIEVED if isinstance(fact, Indicator) else looks_back(unit.heading_path)
    figure = bool(_FIGURE.search(text)) or isinstance(fact, Indicator)
    dated = bool(dates(text)) or bool(_ISO_DATE.search(text))
    mentions = re.findall(r"(?:19|20)\d{2}", text)
    years = [str(y) for y in meant.years]
    row_named = _row_named(meant, fact)
    return {
        "covered": coverage(meant.concepts, place),
        "covered_in_text": coverage(meant.concepts, Place(text, "", "", "")),
        "covered_strong": coverage(strong, Place(text, place.heading, place.path, ""))
        if strong
        else coverage(meant.concepts, place),
        # A name and posts have no meaning that a vector could be near to; only what matches counts.
        "similar": NEUTRAL_SIMILARITY if isinstance(fact, Person) else similarity,
        "retrieved": unit.retrieved,
        "figure_asked_and_there": float(asked is Asked.FIGURE and figure),
        "figure_near": float(asked is Asked.FIGURE and _figure_near(strong, text)),
        "figure_asked_not_there": float(asked is Asked.FIGURE and not figure),
        "date_asked_and_there": float(asked is Asked.DEADLINE and dated),
        "date_asked_not_there": float(asked is Asked.DEADLINE and not dated),
        "office_asked_and_there": float(asked is Asked.DUTY and bool(_OFFICE.search(text))),
        "list_asked_and_there": float(asked is Asked.LIST and (text.count("、") >= 2 or "一是" in text)),
        "aim_asked_and_past": float(_asks_aim(meant) and past),
        "past_asked_and_aim": float(_asks_past(meant) and not past),
        "year_there": float(bool(years) and any(y in text for y in years)),
        "other_year": float(bool(years) and bool(mentions) and not any(y in text for y in years)),
        "person_asked": float(isinstance(fact, Person) and asked is Asked.PERSON),
        "person_not_asked": float(isinstance(fact, Person) and asked is not Asked.PERSON),
        "no_person": float(asked is Asked.PERSON and not isinstance(fact, Person)),
        "cell_asked": float(isinstance(fact, Indicator) and asked is Asked.FIGURE),
        "cell_not_asked": float(isinstance(fact, Indicator) and asked is not Asked.FIGURE),
        "row_named": row_named,
        "row_not_named": float(isinstance(fact, Indicator) and row_named < 0.5),
        "duty_asked": float(isinstance(fact, Duty) and asked is Asked.DUTY and fact.basis is DutyBasis.DIVISION),
        "task_asked": float(isinstance(fact, Duty) and asked is Asked.DUTY and fact.basis is DutyBasis.TASK),
        "duty_not_asked": float(isinstance(fact, Duty) and asked is not Asked.DUTY),
        "list_fact_asked": float(isinstance(fact, Enumeration) and asked is Asked.LIST),
        "list_head_asked": _head_asked(strong, fact) if asked is Asked.LIST else 0.0,
        "list_fact_not_asked": float(isinstance(fact, Enumeration) and asked is not Asked.LIST),
        "front": float(unit.front),
        "leads_in": float(fact is None and text.rstrip().endswith((":", "："))),
        "role_asked": float(isinstance(fact, Person) and _role_asked(meant, fact)),
        "named": float(isinstance(fact, Person) and fact.name in meant.people),
        "person_fits": coverage(strong, place) if isinstance(fact, Person) and asked is Asked.PERSON else 0.0,
        "deadline_fact": float(isinstance(fact, Deadline) and asked is Asked.DEADLINE),
        "short": float(len(text) < 14 and fact is None),
        "length": min(len(text), 200) / 200,
    }


def _head_asked(strong: tuple[Concept, ...], fact: Fact | None) -> float:
    """How much of what is asked for the head of a list names; 0 for what is no list."""
    if not isinstance(fact, Enumeration):
        return 0.0
    heading = fact.heading_path[-1] if fact.heading_path else ""
    return coverage(strong, Place(fact.head, heading, "", ""))


def _asks_aim(meant: Understanding) -> bool:
    return Want.AIM in meant.wants and Want.PAST not in meant.wants


def _asks_past(meant: Understanding) -> bool:
    return Want.PAST in meant.wants and Want.AIM not in meant.wants


def _figure_near(strong: tuple[Concept, ...], text: str) -> bool:
    """Whether a clause with a figure speaks of something that is asked for."""
    clauses = [c for c in re.split(r"[,，。;；](?!\d{3})", text) if re.search(r"\d", c)]
    return any(holds(clause, s) for clause in clauses for c in strong for s in c.spellings)


def _role_asked(meant: Understanding, person: Person) -> bool:
    """Whether the question names the role that a person has in the body (组长, 办公室主任); 成员 is no role to ask for."""
    return person.role != "成员" and any(person.role == s for c in meant.concepts for s in c.spellings)


def _row_named(meant: Understanding, fact: Fact | None) -> float:
    """How much of a table row's label the question names: another sector's figure is no answer.

    A total row is named by a question that names no other row.
    """
    if not isinstance(fact, Indicator) or not fact.row:
        return 0.0
    if fact.row in TOTAL_ROWS:
        return 0.8
    label = re.sub(r"[(（].*?[)）]", "", fact.row)
    pairs = [label[i : i + 2] for i in range(len(label) - 1)] or [label]
    asked = [*(s for c in meant.concepts for s in c.spellings), meant.query]
    return sum(any(pair in s for s in asked) for pair in pairs) / len(pairs)


WEIGHTS: dict[str, float] = {
    "covered": 3.93,
    "covered_in_text": 3.15,
    "covered_strong": 0.84,
    "similar": 11.54,
    "retrieved": 2.43,
    "figure_asked_and_there": 1.51,
    "figure_near": 0.06,
    "figure_asked_not_there": -1.09,
    "date_asked_and_there": 2.0,
    "date_asked_not_there": -0.69,
    "office_asked_and_there": 1.91,
    "list_asked_and_there": 1.17,
    "aim_asked_and_past": -3.15,
    "past_asked_and_aim": -0.47,
    "year_there": 1.38,
    "other_year": -0.82,
    "person_asked": 3.38,
    "person_not_asked": 3.24,
    "no_person": -0.37,
    "cell_asked": 0.3,
    "cell_not_asked": -3.32,
    "row_named": 2.97,
    "row_not_named": -0.87,
    "duty_asked": 3.35,
    "task_asked": 1.0,
    "duty_not_asked": 1.22,
    "list_fact_asked": 2.05,
    "list_head_asked": 2.42,
    "list_fact_not_asked": 1.96,
    "demand_unmet": -3.3,
    "year_unmet": -2.77,
    "thing_unmet": -2.16,
    "name_unmet": -3.76,
    "front": -3.82,
    "leads_in": -2.67,
    "role_asked": 2.48,
    "named": 5.16,
    "person_fits": 6.02,
    "deadline_fact": 0.78,
    "short": -1.5,
    "length": -0.0,
}
CONFIDENCE = {"score": 0.265, "similar": 2.76}
CONFIDENCE_BASE = -3.44
"""Logistic scale from a unit's score and nearness to the chance that an answer from it is right, fitted on the tune
questions of the shipped and the added plans."""


def _texts(meant: Understanding, index: Index) -> Iterator[str]:
    """The texts of the plans in question, of all plans where none is named."""
    return (index.document(p).clean.text for p in meant.plans or [d.id for d in index.documents])


def absent_share(meant: Understanding, index: Index) -> float:
    """How much of what the question speaks of, 0 to 1, stands nowhere in the plans in question."""
    strong = [c for c in meant.concepts if c.weight >= 0.5]
    total = sum(c.weight for c in strong)
    if not total:
        return 1.0
    texts = tuple(_texts(meant, index))
    told = sum(c.weight for c in strong if any(holds(text, s) for s in c.spellings for text in texts))
    return 1.0 - told / total


def confidence(score: float, row: dict[str, float]) -> float:
    """The estimated chance that a unit answers, 0 to 1; 0 for one that lacks what is asked."""
    if lacks(row):
        return 0.0
    known = {**row, "score": score}
    return 1.0 / (1.0 + math.exp(-CONFIDENCE_BASE - sum(weight * known[name] for name, weight in CONFIDENCE.items())))


__all__ = ["WEIGHTS", "confidence", "features", "rank", "units_of"]
