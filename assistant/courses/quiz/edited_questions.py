"""Questions as a trainer left them: changed, or asked by the trainer. What comes from a browser is held to bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.courses.pack_phrases import wording
from assistant.courses.types import EASY, HARD, Matter, QuizKind, QuizQuestion
from assistant.types import Language

MOST_ASKED_CHARS, MOST_OPTION_CHARS, MOST_EXPLAINED_CHARS = 600, 200, 1200
MOST_OPTIONS, MOST_ENTRIES = 8, 12
"""As many as there are letters for, and ways to write one answer."""
MOST_OWN = 100
"""A file must not be filled by what is sent."""
OWN = "own-"
"""What the ids of a trainer's own questions open with."""
MOST_ID_CHARS = 40


@dataclass(frozen=True, slots=True)
class QuestionEdit:
    """A question as it now stands; `kind` counts only for one that is the trainer's own."""

    id: str
    prompt: str
    options: tuple[str, ...]
    answer: int
    accepted: tuple[str, ...]
    explanation: str
    difficulty: int
    kind: str = ""
    answers: tuple[int, ...] = ()


def left_of(
    quiz: tuple[QuizQuestion, ...], edits: Sequence[str | QuestionEdit], language: Language
) -> tuple[QuizQuestion, ...]:
    """The questions that were kept, as they were changed, and those that were added; each once, in the order given.

    An edit that makes no question (nothing asked, no right answer, two options alike) leaves the question as it was.
    """
    known = {question.id: question for question in quiz}
    kept: dict[str, QuizQuestion] = {}
    own = 0
    for edit in edits:
        name = edit if isinstance(edit, str) else edit.id
        if name in kept:
            continue
        if name in known:
            kept[name] = known[name] if isinstance(edit, str) else _changed(known[name], edit)
        elif not isinstance(edit, str) and _is_own(name) and own < MOST_OWN:
            asked = _own(edit, language)
            if asked is not None:
                kept[name], own = asked, own + 1
    return tuple(kept.values())


def _changed(question: QuizQuestion, edit: QuestionEdit) -> QuizQuestion:
    """A question with what was changed in it; its source stays, whoever worded it."""
    held = _held(question, edit)
    if held is None or held == question:
        return question
    reworded = (held.prompt, held.options) != (question.prompt, question.options)
    keyed = (held.right, held.accepted) != (question.right, question.accepted)
    told = held.explanation != question.explanation
    return replace(held, changed=reworded or keyed or told, unchecked=held.unchecked and not reworded)


def _own(edit: QuestionEdit, language: Language) -> QuizQuestion | None:
    if edit.kind not in set(QuizKind):
        return None
    judged = tuple(wording(language, key) for key in ("right", "wrong"))
    bare = QuizQuestion(edit.id, QuizKind(edit.kind), Matter.OWN, "", judged, 0, (), "", "", None)
    return _held(bare, edit)


def _held(question: QuizQuestion, edit: QuestionEdit) -> QuizQuestion | None:
    """A question with the values of an edit; None where they make none."""
    prompt = _line(edit.prompt, MOST_ASKED_CHARS)
    options, answer, accepted = question.options, edit.answer, question.accepted
    answers: tuple[int, ...] = ()
    if question.kind is QuizKind.FILL:
        entries = (_line(entry, MOST_OPTION_CHARS) for entry in edit.accepted[:MOST_ENTRIES])
        options, answer, accepted = (), -1, tuple(dict.fromkeys(filter(None, entries)))
    elif question.kind is not QuizKind.TRUE_FALSE:
        options = tuple(_line(option, MOST_OPTION_CHARS) for option in edit.options[:MOST_OPTIONS])
    if question.kind is QuizKind.MULTIPLE:
        answer, answers = -1, tuple(sorted(set(edit.answers)))
    sound = _answered(options, answers or (answer,)) if question.kind is not QuizKind.FILL else bool(accepted)
    if not prompt or not sound:
        return None
    return replace(
        question,
        prompt=prompt,
        options=options,
        answer=answer,
        answers=answers,
        accepted=accepted,
        explanation=_line(edit.explanation, MOST_EXPLAINED_CHARS),
        difficulty=min(max(edit.difficulty, EASY), HARD),
    )


def _answered(options: tuple[str, ...], right: tuple[int, ...]) -> bool:
    """Whether there are options to choose from, all told and no two alike, and what is right is among them."""
    told = len(options) > 1 and all(options) and len(set(options)) == len(options)
    return told and all(0 <= one < len(options) for one in right)


def _is_own(name: str) -> bool:
    rest = name.removeprefix(OWN)
    return name.startswith(OWN) and rest.isascii() and rest.isalnum() and len(name) <= MOST_ID_CHARS


def _line(text: str, most: int) -> str:
    return " ".join(text.split())[:most]
