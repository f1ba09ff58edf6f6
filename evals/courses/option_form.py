"""The options of a quiz question side by side: as many as there should be, of one kind, of about one length, none inside another."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.courses import EASY, HARD, Matter, QuizKind, QuizQuestion
from evals.courses.prompts import offices

OPTIONS = 4
_OF_SENTENCES = (Matter.MEASURE, Matter.STATEMENT)
MOST_TIMES_LONGER = 8
"""An office may have a short name and a group a long one; the right option must not be told by its length alone."""


def form_problems(question: QuizQuestion) -> Iterator[str]:
    """What gives the right option away, or makes two of them the same."""
    if not EASY <= question.difficulty <= HARD:
        yield "its difficulty is on no scale"
    if len(set(question.options)) != len(question.options):
        yield "two options are the same"
    if question.kind is QuizKind.MULTIPLE and not 1 < len(question.right) < len(question.options):
        yield f"{len(question.right)} of its {len(question.options)} options are right"
    if question.kind not in {QuizKind.SINGLE, QuizKind.MULTIPLE}:
        return
    if len(question.options) != OPTIONS:
        yield f"it has {len(question.options)} options"
    lengths = sorted(map(len, question.options))
    if lengths[-1] > MOST_TIMES_LONGER * lengths[0]:
        yield "its options differ too much in length"
    if question.matter is Matter.DUTY:
        yield from _overlapping(question)
    elif (
        question.matter not in _OF_SENTENCES
        and len({_form(option) for option in question.options}) > 1
        and question.matter is not Matter.OFTEN
    ):
        yield "its options are not of one form"


def _overlapping(question: QuizQuestion) -> Iterator[str]:
    """Offices that stand in two options, be it under a longer name."""
    groups = [offices(option) for option in question.options]
    for at, group in enumerate(groups):
        for other in groups[at + 1 :]:
            if any(one in two or two in one for one in group for two in other):
                yield f"two options share an office: {'、'.join(group | other)}"


def _form(option: str) -> str:
    """A value with its figures blanked: those of one question differ in nothing else."""
    return (
        "".join("#" if char.isdigit() or char in ".," else char for char in option)
        .replace("##", "#")
        .replace("##", "#")
    )
