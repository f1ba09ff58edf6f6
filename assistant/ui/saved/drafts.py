"""What is saved of a pack, a comparison, an answer and a conversation: title, a line about it, and what it holds."""

from __future__ import annotations

from assistant.comparison.types import Comparison
from assistant.courses.export.outline import subject
from assistant.courses.pack_phrases import hours_label, wording
from assistant.courses.types import Pack
from assistant.saved.bodies import Note, PinnedAnswer, to_body
from assistant.saved.types import Draft, WorkKind
from assistant.types import Answer
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.ask.kept import to_json
from assistant.ui.saved.saved_words import words

_SHOWN_CHARS = 160
"""Of an answer, in the line about it."""


def pack_draft(pack: Pack) -> Draft:
    """A pack: called by its subject."""
    request = pack.request
    about = [wording(request.language, f"audience_{request.audience}"), hours_label(request.hours, request.language)]
    return Draft(WorkKind.PACK, subject(pack), to_body(pack), " · ".join(about), len(pack.lines) + len(pack.quiz))


def comparison_draft(comparison: Comparison) -> Draft:
    """A comparison: called by its topics."""
    language = str(comparison.language)
    title = words(language, "saved_separator").join(topic.title for topic in comparison.topics)
    about = words(language, "saved_plans", count=len(comparison.plans))
    return Draft(WorkKind.COMPARISON, title, to_body(comparison), about, len(comparison.topics))


def answer_draft(turn: Turn, answer: Answer, note: str = "") -> Draft:
    """An answer: called by its question."""
    body = to_body(PinnedAnswer(to_json(Conversation("", (turn,))), note))
    return Draft(WorkKind.ANSWER, answer.question, body, answer.answer[:_SHOWN_CHARS], 1)


def note_draft(title: str, text: str) -> Draft:
    """A note: called by its first line where it has no title."""
    return Draft(
        WorkKind.NOTE, title.strip() or text.strip(), to_body(Note(text)), text[:_SHOWN_CHARS], text.count("\n") + 1
    )


def conversation_draft(conversation: Conversation) -> Draft:
    """A conversation: called by its first question."""
    questions = [turn.question for turn in conversation.turns]
    return Draft(WorkKind.CONVERSATION, questions[0], to_json(conversation), " / ".join(questions[1:]), len(questions))
