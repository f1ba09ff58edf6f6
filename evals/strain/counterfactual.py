"""Plans -> copies in which figures are changed, and the questions about them with the changed figures as answers.

Whoever answers from memory, from another passage or from a cache keeps the old figure; the answer must follow the copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from evals.types import EvalQuestion

# Matches "28.98" and "500"; the digits of "2.15" are one figure, not two.
_FIGURE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]*\d)")
_YEAR = re.compile(r"20[0-3]\d")
_YEARS = (2006, 2035)  # the periods of the plans and those on either side
_RANGES = {"月": (10, 12), "日": (10, 28)}  # of two digits, as what they replace, and days that every month has
_MIN_DIGITS = 2  # a single digit stands in other figures, dates and numbers of items as well
_TRIES = 200  # draws after a figure that the plan lacks; where all fail, the question is left out


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure of one plan, changed in the one place where it stands before `unit` (the character after it)."""

    plan: str
    old: str
    unit: str
    new: str


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """Changed copies of the plans, by id, and the questions whose answers changed with them."""

    texts: Mapping[str, str]
    questions: tuple[EvalQuestion, ...]
    edits: tuple[FigureChange, ...]


def counterfactual(questions: Sequence[EvalQuestion], texts: Mapping[str, str]) -> Counterfactual:
    """Changes one figure for each question whose answer is a figure that its plan has nowhere but in the evidence.

    Figures that a plan repeats before the same unit are left alone: a copy that contradicts itself has no right answer.
    """
    found = [(question, edit) for question in questions if (edit := _edit(question, texts))]
    edits = tuple({(edit.plan, edit.old, edit.unit): edit for _, edit in found}.values())
    copies = {plan: _rewrite_plan(text, [edit for edit in edits if edit.plan == plan]) for plan, text in texts.items()}
    # A question may ask for two figures, of which another question changed the second: then both follow.
    return Counterfactual(copies, tuple(_follow(question, edits) for question, _ in found), edits)


def _edit(question: EvalQuestion, texts: Mapping[str, str]) -> FigureChange | None:
    if len(question.plans) != 1 or question.plans[0] not in texts:
        return None
    (plan,) = question.plans
    asked = " ".join((*question.history, question.question))
    spans = [span for span in dict.fromkeys(question.evidence) if span in texts[plan]]
    for old in _answer_figures(question):
        units = [_unit(match) for span in spans for match in _occurrences(old, span)]
        if len(units) != 1 or _occurrences(old, asked):
            continue
        if [_unit(match) for match in _occurrences(old, texts[plan])].count(units[0]) == 1:
            new = _other(old, units[0], Random(f"figure {plan} {old}{units[0]}"), texts[plan])
            return FigureChange(plan, old, units[0], new) if new else None
    return None


def _answer_figures(question: EvalQuestion) -> Iterator[str]:
    """Figures that every spelling of a nugget holds when it is written in figures."""
    for spellings in question.nuggets:
        written = [set(_FIGURE.findall(spelling)) for spelling in spellings if _FIGURE.search(spelling)]
        if written:
            yield from sorted(figure for figure in set.intersection(*written) if len(figure) >= _MIN_DIGITS)


def _other(old: str, unit: str, rng: Random, text: str) -> str | None:
    """A figure of the same shape, or a likely year, month or day, which the plan does not have; None if it has all."""
    span = _YEARS if _YEAR.fullmatch(old) else _RANGES.get(unit)
    taken = {match.group() for match in _FIGURE.finditer(text) if span is None or _unit(match) == unit}
    tries = (_same_shape(old, rng) if span is None else str(rng.randint(*span)) for _ in range(_TRIES))
    return next((new for new in tries if new not in taken), None)


def _same_shape(old: str, rng: Random) -> str:
    head = "0." if old.startswith("0.") else ""
    return head + "".join(rng.choice("123456789") if char.isdigit() else char for char in old[len(head) :])


def _occurrences(figure: str, text: str) -> list[re.Match[str]]:
    return [match for match in _FIGURE.finditer(text) if match.group() == figure]


def _unit(match: re.Match[str]) -> str:
    """The character after a figure, "" at the end of the text; a space before it does not count."""
    return match.string[match.end() :].lstrip()[:1]


def _rewrite_plan(text: str, edits: Sequence[FigureChange]) -> str:
    changes = {(edit.old, edit.unit): edit.new for edit in edits}
    return _FIGURE.sub(lambda match: changes.get((match.group(), _unit(match)), match.group()), text)


def _follow(question: EvalQuestion, edits: Sequence[FigureChange]) -> EvalQuestion:
    """The question with the changed figures as its answer; spellings in words, which cannot follow, are dropped."""
    here = [
        edit
        for edit in edits
        if edit.plan in question.plans
        and any(_unit(match) == edit.unit for span in question.evidence for match in _occurrences(edit.old, span))
    ]
    changes = {edit.old: edit.new for edit in here}
    nuggets = tuple(_rewrite_nugget(spellings, changes) for spellings in question.nuggets)
    return replace(question, nuggets=nuggets, evidence=tuple(_rewrite_plan(span, here) for span in question.evidence))


def _rewrite_nugget(spellings: tuple[str, ...], changes: Mapping[str, str]) -> tuple[str, ...]:
    rewritten = {
        spelling: _FIGURE.sub(lambda match: changes.get(match.group(), match.group()), spelling)
        for spelling in spellings
    }
    followed = tuple(new for spelling, new in rewritten.items() if new != spelling)
    return followed or spellings
