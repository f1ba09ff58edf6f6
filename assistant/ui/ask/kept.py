"""A conversation outside the page: as JSON in the browser's own storage, as Markdown in a file."""

from __future__ import annotations

from dataclasses import dataclass, fields

from pydantic import TypeAdapter, ValidationError

from assistant.types import Answer, Trace
from assistant.ui.ask.ask_words import words
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.shared.labels import Plans, plan_title

MAX_TURNS_KEPT = 30
MAX_ID_CHARS = 64


@dataclass(frozen=True, slots=True)
class KeptAnswer(Answer):
    """An answer with its trace and the vote on it."""

    trace: Trace | None = None
    vote: str = ""


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """What a browser keeps: the id and the answers, newest last."""

    id: str
    answers: tuple[KeptAnswer, ...]


_KEPT = TypeAdapter(KeptConversation)


def to_json(conversation: Conversation) -> str:
    """The id and the answered turns, for the browser to keep."""
    answers = [_kept(turn.answer, turn.vote) for turn in conversation.turns if turn.answer is not None]
    kept = KeptConversation(conversation.id, tuple(answers[-MAX_TURNS_KEPT:]))
    return _KEPT.dump_json(kept).decode()


def _kept(answer: Answer, vote: str) -> KeptAnswer:
    return KeptAnswer(**{field.name: getattr(answer, field.name) for field in fields(Answer)}, vote=vote)


def from_json(text: str) -> Conversation:
    """What `to_json` made; an empty one where the text is anything else, for a browser may send what it likes."""
    try:
        kept = _KEPT.validate_json(text)
    except ValidationError:
        return Conversation()
    return Conversation(kept.id[:MAX_ID_CHARS], tuple(map(_turn, kept.answers[-MAX_TURNS_KEPT:])))


def _turn(kept: KeptAnswer) -> Turn:
    answer = Answer(**{field.name: getattr(kept, field.name) for field in fields(Answer)})
    return Turn(answer.question, answer, vote=kept.vote)


def to_markdown(conversation: Conversation, plans: Plans, language: str) -> str:
    """The conversation as a document: questions as headings, sources as a numbered list with their quotes."""
    parts = [f"# {words(language, 'product')}"]
    for answer in (turn.answer for turn in conversation.turns if turn.answer is not None):
        parts += [f"## {' '.join(answer.question.split())}", answer.answer]
        for citation in answer.citations:
            title = plan_title(plans, citation.document, language, citation.title)
            quote = citation.quote.replace("\n", "\n> ")
            parts.append(f"[{citation.number}] {title} · {citation.section}\n\n> {quote}")
    return "\n\n".join(parts) + "\n"
