"""A conversation outside the page: as JSON in the browser's own storage, as Markdown in a file."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

from assistant.types import Answer, Citation, Language, Mode, Trace
from assistant.ui.i18n import words
from assistant.ui.render.answer import Turn
from assistant.ui.render.parts import Plans, plan_title

MAX_TURNS_KEPT = 30
MAX_ID_CHARS = 64

Turns = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was asked one after the other; `id` is "" until the browser keeps it under one."""

    id: str = ""
    turns: Turns = ()


def to_json(conversation: Conversation) -> str:
    """The id and the answered turns, newest last, for the browser to keep."""
    answered = [turn for turn in conversation.turns if turn.answer is not None]
    answers = [_kept(turn, turn.answer) for turn in answered[-MAX_TURNS_KEPT:] if turn.answer is not None]
    return json.dumps({"id": conversation.id, "answers": answers}, ensure_ascii=False)


def _kept(turn: Turn, answer: Answer) -> dict[str, Any]:
    trace = {"trace": dataclasses.asdict(answer.trace)} if answer.trace else {}
    vote = {"vote": turn.vote} if turn.vote else {}
    return answer.to_json() | trace | vote


def from_json(text: str) -> Conversation:
    """What `to_json` made; an empty one where the text is anything else, for a browser may send what it likes."""
    try:
        kept = json.loads(text)
        turns = tuple(_turn(answer) for answer in kept["answers"][-MAX_TURNS_KEPT:])
        return Conversation(str(kept["id"])[:MAX_ID_CHARS], turns)
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
        return Conversation()


def _turn(kept: dict[str, Any]) -> Turn:
    answer = Answer(
        id=str(kept["id"]),
        question=str(kept["question"]),
        language=Language(kept["language"]),
        refused=bool(kept["refused"]),
        answer=str(kept["answer"]),
        citations=tuple(_citation(citation) for citation in kept["citations"]),
        suggestions=tuple(str(text) for text in kept["suggestions"]),
        mode=Mode(kept["mode"]),
        timings_ms={str(stage): float(ms) for stage, ms in kept["timings_ms"].items()},
        trace=_trace(kept["trace"]) if kept.get("trace") else None,
    )
    return Turn(answer.question, answer, vote=str(kept.get("vote", "")))


def _citation(kept: dict[str, Any]) -> Citation:
    return Citation(
        number=int(kept["number"]),
        document=str(kept["document"]),
        title=str(kept["title"]),
        section=str(kept["section"]),
        page=None if kept["page"] is None else int(kept["page"]),
        start=int(kept["start"]),
        end=int(kept["end"]),
        quote=str(kept["quote"]),
    )


def _trace(kept: dict[str, Any]) -> Trace:
    return Trace(
        asked=str(kept["asked"]),
        query=str(kept["query"]),
        plans=tuple(str(plan) for plan in kept["plans"]),
        concepts=tuple(str(concept) for concept in kept["concepts"]),
        found=tuple((str(text), float(score)) for text, score in kept["found"]),
        confidence=float(kept["confidence"]),
    )


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
