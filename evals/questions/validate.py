"""Questions and plan texts -> what is wrong with the questions. Changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.scoring.spelling import normalise
from evals.types import EvalQuestion

KINDS = ("duty", "person", "figure", "deadline", "list", "measure", "compare", "followup", "none")
LANGS = ("zh", "en")
TAGS = ("plain", "paraphrase", "keywords", "slip", "mixed")
_MIN_SPELLING_CHARS = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one question."""

    question_id: str
    what: str


def validate(questions: Sequence[EvalQuestion], texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Everything that keeps the questions from being a fair test; empty where nothing does.

    `texts` maps a plan's id to its text as published. White space is left out of the comparison, so evidence may
    cross a line break that the plan's capture has or has not.
    """
    plain_texts = {plan: normalise(text) for plan, text in texts.items()}
    problems = list(_duplicates(questions))
    for question in questions:
        checks = (_form(question, plain_texts), _nuggets(question), _evidence(question, plain_texts))
        problems += [Problem(question.id, what) for check in checks for what in check]
    return tuple(sorted(problems, key=lambda problem: (problem.question_id, problem.what)))


def counts(questions: Iterable[EvalQuestion]) -> dict[str, Counter[str]]:
    """How many questions there are by kind, language, plan, tag and split."""
    totals: dict[str, Counter[str]] = {name: Counter() for name in ("kind", "lang", "plan", "tag", "split")}
    for question in questions:
        totals["kind"][question.kind] += 1
        totals["lang"][question.lang] += 1
        totals["plan"].update(question.plans)
        totals["tag"].update(question.tags)
        totals["split"][str(question.split)] += 1
    return totals


def _duplicates(questions: Sequence[EvalQuestion]) -> Iterator[Problem]:
    seen_ids: set[str] = set()
    first_asked: dict[tuple[str, ...], str] = {}
    for question in questions:
        if question.id in seen_ids:
            yield Problem(question.id, "the id is used twice")
        seen_ids.add(question.id)
        asked = tuple(normalise(text) for text in (*question.history, question.question))
        if asked in first_asked:
            yield Problem(question.id, f"asks the same as {first_asked[asked]}")
        first_asked.setdefault(asked, question.id)


def _form(question: EvalQuestion, texts: Mapping[str, str]) -> Iterator[str]:
    yield from _one_of("kind", question.kind, KINDS)
    yield from _one_of("lang", question.lang, LANGS)
    for tag in question.tags:
        yield from _one_of("tag", tag, TAGS)
    for plan in question.plans:
        yield from _one_of("plan", plan, tuple(texts))
    if not normalise(question.question):
        yield "the question is empty"
    if not question.tags:
        yield "has no tag"
    if (question.kind == "followup") != bool(question.history):
        yield "history belongs to follow-ups, and each needs one"
    if question.answerable == (question.kind == "none"):
        yield "answerable does not go with the kind"
    if question.kind == "compare" and len(question.plans) < 2:
        yield "compares fewer than two plans"


def _one_of(name: str, value: str, known: Sequence[str]) -> Iterator[str]:
    if value not in known:
        yield f"{name} {value!r} is none of {', '.join(known)}"


def _nuggets(question: EvalQuestion) -> Iterator[str]:
    if not question.answerable:
        if question.nuggets or question.evidence or question.plans:
            yield "the plans do not answer it, yet it has nuggets, evidence or plans"
        return
    if not question.nuggets:
        yield "has no nuggets"
    for spellings in (*question.nuggets, *((text,) for text in question.forbidden)):
        if not spellings:
            yield "has a nugget without spellings"
        for spelling in spellings:
            if len(normalise(spelling)) < (
                1 if question.kind == "list" and not spelling.isascii() else _MIN_SPELLING_CHARS
            ):
                yield f"spelling {spelling!r} is so short that it stands in wrong answers"
    for text in question.forbidden:
        if any(normalise(text) in normalise(spelling) for nugget in question.nuggets for spelling in nugget):
            yield f"forbidden {text!r} stands in an accepted spelling"


def _evidence(question: EvalQuestion, texts: Mapping[str, str]) -> Iterator[str]:
    if not question.answerable:
        return
    if not question.evidence:
        yield "has no evidence"
    if not question.plans:
        yield "names no plan"
    plans = [texts[plan] for plan in question.plans if plan in texts]
    for span in question.evidence:
        plain = normalise(span)
        if not plain or not any(plain in text for text in plans):
            yield f"evidence {span!r} does not stand in its plans"
