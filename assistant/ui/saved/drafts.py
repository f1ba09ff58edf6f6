"""What is saved of a pack, a comparison, an answer and a conversation: title, a line about it, and what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from assistant.comparison.types import Comparison
from assistant.courses.export.outline import subject
from assistant.courses.pack_phrases import hours_label, wording
from assistant.courses.types import Pack
from assistant.saved.bodies import Note, PinnedAnswer, from_body, to_body
from assistant.saved.types import Draft, Work, WorkKind
from assistant.types import Answer
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.ask.kept import from_json, to_json
from assistant.ui.saved.saved_words import words
from assistant.ui.shared.cited_text import without_marks

_SHOWN_CHARS = 160
"""Of an answer, in the line about it."""


def pack_draft(pack: Pack) -> Draft:
    """A pack: called by its subject."""
    request = pack.request
    about = [wording(request.language, f"audience_{request.audience}"), hours_label(request.hours, request.language)]
    lines = len(pack.lines) + len(pack.quiz)
    text = _said(pack.topics, (document.title for document in pack.documents))
    return Draft(WorkKind.PACK, subject(pack), to_body(pack), " · ".join(about), lines, text)


def comparison_draft(comparison: Comparison) -> Draft:
    """A comparison: called by its topics."""
    language = str(comparison.language)
    title = words(language, "saved_separator").join(topic.title for topic in comparison.topics)
    text = _said((topic.title for topic in comparison.topics), {cited.title for cited in comparison.citations})
    about = words(language, "saved_plans", count=len(comparison.plans))
    return Draft(WorkKind.COMPARISON, title, to_body(comparison), about, len(comparison.topics), text)


def answer_draft(turn: Turn, answer: Answer, note: str = "") -> Draft:
    """An answer: called by its question."""
    body = to_body(PinnedAnswer(to_json(Conversation("", (turn,))), note))
    text = _said([note, answer.answer])
    about = without_marks(answer.answer, {citation.number for citation in answer.citations})[:_SHOWN_CHARS]
    return Draft(WorkKind.ANSWER, answer.question, body, about, 1, text)


def note_draft(title: str, text: str) -> Draft:
    """A note: called by its first line where it has no title."""
    called = title.strip() or text.strip().partition("\n")[0]
    return Draft(WorkKind.NOTE, called, to_body(Note(text)), text[:_SHOWN_CHARS], text.count("\n") + 1, text)


def conversation_draft(conversation: Conversation) -> Draft:
    """A conversation: called by its first question."""
    answers = [turn.answer.answer for turn in conversation.turns if turn.answer is not None]
    questions = [turn.question for turn in conversation.turns]
    about, body, text = " / ".join(questions[1:]), to_json(conversation), _said(questions, answers)
    return Draft(WorkKind.CONVERSATION, questions[0], body, about, len(questions), text)


def noted_draft(work: Work, note: str) -> Draft:
    """A pinned answer with another note on it.

    Raises:
        WorkUnreadable: It cannot be read any more.
    """
    pinned = replace(from_body(PinnedAnswer, work.body), note=note)
    answers = (turn.answer.answer for turn in from_json(pinned.kept).turns if turn.answer is not None)
    return Draft(work.kind, work.title, to_body(pinned), work.about, 1, _said([note], answers))


def _said(*texts: Iterable[str]) -> str:
    """What a piece of work is found by, beside its title and the line about it."""
    return "\n".join(chain(*texts))
