"""A conversation outside the page: as JSON in the browser's own storage, as Markdown in a file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.types import Answer, Trace
from assistant.ui.ask.ask_words import words
from assistant.ui.ask.conversation import Conversation, Turn, told_of_model
from assistant.ui.shared.labels import Plans, citation_place
from assistant.ui.shared.seal import is_sealed, sealed

MAX_TURNS_KEPT = 30
MAX_ID_CHARS = MAX_SEAL_CHARS = 64


@dataclass(frozen=True, slots=True)
class KeptAnswer(Answer):
    """An answer with its trace, the vote on it and the server's mark."""

    trace: Trace | None = None
    vote: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """What a browser keeps: the id and the answers, newest last."""

    id: str
    answers: tuple[KeptAnswer, ...]


_KEPT = TypeAdapter(KeptConversation)
_ANSWER = TypeAdapter(KeptAnswer)


def to_json(conversation: Conversation) -> str:
    """The id and the answered turns, for the browser to keep."""
    answers = [_kept(turn.answer, turn) for turn in conversation.turns if turn.answer is not None]
    kept = KeptConversation(conversation.id, tuple(answers[-MAX_TURNS_KEPT:]))
    return _KEPT.dump_json(kept).decode()


def _kept(answer: Answer, turn: Turn) -> KeptAnswer:
    own = {field.name: getattr(answer, field.name) for field in fields(Answer)}
    return KeptAnswer(**own, vote=turn.vote, seal=turn.seal)


def from_json(text: str) -> Conversation:
    """What `to_json` made; an empty one where the text is anything else, for a browser may send what it likes."""
    try:
        kept = _KEPT.validate_json(text)
    except ValidationError:
        return Conversation()
    return Conversation(kept.id[:MAX_ID_CHARS], tuple(map(_turn, kept.answers[-MAX_TURNS_KEPT:])))


def _turn(kept: KeptAnswer) -> Turn:
    answer = Answer(**{field.name: getattr(kept, field.name) for field in fields(Answer)})
    return Turn(answer.question, answer, vote=kept.vote, seal=kept.seal[:MAX_SEAL_CHARS])


def seal_of(answer: Answer, data_dir: Path) -> str:
    """The server's mark on an answer that it gives."""
    return sealed(data_dir, _content(answer))


def was_given(turn: Turn, data_dir: Path) -> bool:
    """Whether the server gave a turn's answer, as it stands."""
    return turn.answer is not None and is_sealed(data_dir, _content(turn.answer), turn.seal)


def _content(answer: Answer) -> bytes:
    return _ANSWER.dump_json(_kept(answer, Turn(answer.question)))


def to_markdown(conversation: Conversation, plans: Plans, language: str) -> str:
    """The conversation as a document: questions as headings, sources as a numbered list with their quotes."""
    parts = [f"# {words(language, 'product')}"]
    for answer in (turn.answer for turn in conversation.turns if turn.answer is not None):
        parts += [f"## {' '.join(answer.question.split())}", answer.answer]
        parts += [f"*{line}*" for line in told_of_model(answer, language)]
        for citation in answer.citations:
            quotes = "\n\n".join(filter(None, (citation.quote, citation.english))).replace("\n", "\n> ")
            parts.append(f"[{citation.number}] {citation_place(citation, plans, language)}\n\n> {quotes}")
        if any(citation.english for citation in answer.citations):
            parts.append(f"*{words(language, 'unofficial')}*")
    return "\n\n".join(parts) + "\n"
