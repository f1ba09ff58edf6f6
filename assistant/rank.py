"""Ranking: which sentences and facts answer the question, and how surely.

A linear model over features that a person can read; its weights were fitted on the tune questions (listwise softmax over
the units of each question, see `evals/README.md`).
"""

from __future__ import annotations

import math
import re


from assistant.matching import Place, coverage
from assistant.types import Asked, Candidate, Evidence, Understanding
from assistant.units import Unit, fact_units, sentence_units
from index import Duty, DutyBasis, Enumeration, Fact, Index, Indicator, Person, dates

_FIGURE = re.compile(r"\d+(?:\.\d+)?\s*(?:%|‰|余?万?[起人处家座支次项个台辆名亿元所条套])|[≥≤<>]\s*\d|\d\.\d|零发生|零死亡")
_OFFICE = re.compile(r"负责|牵头|由|部门|单位|局|政府|委员会|安委")
_FRONT = re.compile(r"印发|发布|文号|发文|成文|生效|签发|出台日期|落款|issued?|publish|document number|dated?|take effect|effective|came out|releas", re.IGNORECASE)
LEAST_COVERAGE = 0.2
"""A fact that speaks of less of the question than this is not looked at."""
MAX_UNITS = 220


def rank(meant: Understanding, candidates: tuple[Candidate, ...], index: Index, with_facts: bool = True) -> tuple[Evidence, ...]:
    """All units with their scores, best first; ties are broken by place in the text."""
    units = units_of(meant, candidates, index, with_facts)
    if not units:
        return ()
    rows = features(meant, units, index)
    scored = sorted(
        ((sum(WEIGHTS[name] * value for name, value in row.items()), unit, row) for unit, row in zip(units, rows, strict=True)),
        key=lambda one: (-one[0], one[1].span),
    )
    return tuple(
        Evidence(unit.span, _verbatim(unit, index), unit.heading_path, score, confidence(score, row), unit.fact)
        for score, unit, row in scored
    )


def _verbatim(unit: Unit, index: Index) -> str:
    return index.document(unit.span.document_id).clean.text[unit.span.start : unit.span.end]


def units_of(meant: Understanding, candidates: tuple[Candidate, ...], index: Index, with_facts: bool) -> list[Unit]:
    """The sentences of the candidates, and the facts that speak of the question."""
    asks_front = bool(_FRONT.search(meant.question.text))
    units = [u for u in sentence_units(candidates, index) if asks_front or not u.front]
    if with_facts:
        facts = [(coverage(meant.concepts, u.place), u) for u in fact_units(meant, index)]
        near = sorted((one for one in facts if one[0] >= LEAST_COVERAGE), key=lambda one: (-one[0], one[1].span))
        units += [u for _, u in near[:80]]
    return units[:MAX_UNITS]


def features(meant: Understanding, units: list[Unit], index: Index) -> list[dict[str, float]]:
    """One row a unit; all values lie between -1 and 1."""
    query = index.encode([f"{meant.question.text} {meant.query}"])[0]
    similar = index.encode([f"{u.place.heading} {u.place.text}" for u in units]) @ query
    strong = tuple(c for c in meant.concepts if c.weight >= 0.5)
    return [_features(meant, strong, unit, float(s)) for unit, s in zip(units, similar, strict=True)]


def _features(meant: Understanding, strong: tuple, unit: Unit, similarity: float) -> dict[str, float]:  # type: ignore[type-arg]
    place, asked, fact = unit.place, meant.asked, unit.fact
    text = place.text
    figure = bool(_FIGURE.search(text)) or isinstance(fact, Indicator)
    dated = bool(dates(text))
    mentions = re.findall(r"(?:19|20)\d{2}", text)
    years = [str(y) for y in meant.years]
    return {
        "covered": coverage(meant.concepts, place),
        "covered_in_text": coverage(meant.concepts, Place(text, "", "", "")),
        "covered_strong": coverage(strong, Place(text, place.heading, place.path, "")) if strong else coverage(meant.concepts, place),
        "similar": similarity,
        "retrieved": unit.retrieved,
        "figure_asked_and_there": float(asked is Asked.FIGURE and figure),
        "figure_asked_not_there": float(asked is Asked.FIGURE and not figure),
        "date_asked_and_there": float(asked is Asked.DEADLINE and dated),
        "date_asked_not_there": float(asked is Asked.DEADLINE and not dated),
        "office_asked_and_there": float(asked is Asked.DUTY and bool(_OFFICE.search(text))),
        "list_asked_and_there": float(asked is Asked.LIST and (text.count("、") >= 2 or "一是" in text)),
        "year_there": float(bool(years) and any(y in text for y in years)),
        "other_year": float(bool(years) and bool(mentions) and not any(y in text for y in years)),
        "person_asked": float(isinstance(fact, Person) and asked is Asked.PERSON),
        "person_not_asked": float(isinstance(fact, Person) and asked is not Asked.PERSON),
        "no_person": float(asked is Asked.PERSON and not isinstance(fact, Person)),
        "cell_asked": float(isinstance(fact, Indicator) and asked is Asked.FIGURE),
        "cell_not_asked": float(isinstance(fact, Indicator) and asked is not Asked.FIGURE),
        "row_named": _row_named(meant, fact),
        "row_not_named": float(isinstance(fact, Indicator) and _row_named(meant, fact) < 0.5),
        "duty_asked": float(isinstance(fact, Duty) and asked is Asked.DUTY and fact.basis is DutyBasis.DIVISION),
        "task_asked": float(isinstance(fact, Duty) and asked is Asked.DUTY and fact.basis is DutyBasis.TASK),
        "duty_not_asked": float(isinstance(fact, Duty) and asked is not Asked.DUTY),
        "list_fact_asked": float(isinstance(fact, Enumeration) and asked is Asked.LIST),
        "list_fact_not_asked": float(isinstance(fact, Enumeration) and asked is not Asked.LIST),
        "short": float(len(text) < 14 and fact is None),
        "length": min(len(text), 200) / 200,
    }


_TOTAL_ROWS = ("合计", "总计", "全市", "全区", "全州", "总量")


def _row_named(meant: Understanding, fact: Fact | None) -> float:
    """How much of a table row's label the question names: another sector's figure is no answer.

    A total row is named by a question that names no other row.
    """
    if not isinstance(fact, Indicator) or not fact.row:
        return 0.0
    if fact.row in _TOTAL_ROWS:
        return 0.8
    label = re.sub(r"[(（].*?[)）]", "", fact.row)
    pairs = [label[i : i + 2] for i in range(len(label) - 1)] or [label]
    asked = [s for c in meant.concepts for s in c.spellings] + [meant.question.text]
    return sum(any(pair in s for s in asked) for pair in pairs) / len(pairs)


WEIGHTS: dict[str, float] = {
    "covered": 6.3,
    "covered_in_text": 1.7,
    "covered_strong": 2.4,
    "similar": 6.3,
    "retrieved": 0.7,
    "figure_asked_and_there": 2.5,
    "figure_asked_not_there": -0.6,
    "date_asked_and_there": 1.0,
    "date_asked_not_there": -0.2,
    "office_asked_and_there": 1.6,
    "list_asked_and_there": 0.7,
    "year_there": 0.9,
    "other_year": -2.0,
    "person_asked": 2.0,
    "person_not_asked": -2.0,
    "no_person": 0.0,
    "cell_asked": 1.0,
    "cell_not_asked": -1.0,
    "row_named": 2.0,
    "row_not_named": -3.0,
    "duty_asked": 2.0,
    "task_asked": 1.0,
    "duty_not_asked": -1.0,
    "list_fact_asked": 1.5,
    "list_fact_not_asked": -1.0,
    "short": -1.0,
    "length": -0.5,
}
CONFIDENCE_SLOPE, CONFIDENCE_MIDDLE = 0.9, 8.0
"""Logistic scale from score to the chance that the unit answers, set on the tune questions."""


def confidence(score: float, row: dict[str, float]) -> float:
    """The estimated chance that a unit answers, 0 to 1."""
    return 1.0 / (1.0 + math.exp(-CONFIDENCE_SLOPE * (score - CONFIDENCE_MIDDLE)))


__all__ = ["WEIGHTS", "confidence", "features", "rank", "units_of"]
