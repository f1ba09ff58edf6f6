"""A conversation outside the page: as JSON in the browser's own storage, as Markdown in a file, as feedback in a log."""

from __future__ import annotations

import dataclasses
import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.types import Answer, Citation, Language, Mode
from assistant.ui.i18n import words
from assistant.ui.render.answer import Turn
from assistant.ui.render.parts import Plans, plan_title

MAX_TURNS_KEPT = 30
MAX_COMMENT_CHARS = 500
VOTES = ("up", "down")

_writing = threading.Lock()


def to_json(turns: tuple[Turn, ...]) -> str:
    """The answered turns, newest last, for the browser to keep."""
    answered = [turn.answer for turn in turns if turn.answer is not None]
    return json.dumps([answer.to_json() for answer in answered[-MAX_TURNS_KEPT:]], ensure_ascii=False)


def from_json(text: str) -> tuple[Turn, ...]:
    """What `to_json` made; nothing where the text is anything else, for a browser may send what it likes."""
    try:
        return tuple(_turn(kept) for kept in json.loads(text)[-MAX_TURNS_KEPT:])
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()


def _turn(kept: dict[str, Any]) -> Turn:
    citations = tuple(
        Citation(
            number=int(c["number"]),
            document=str(c["document"]),
            title=str(c["title"]),
            section=str(c["section"]),
            page=None if c["page"] is None else int(c["page"]),
            start=int(c["start"]),
            end=int(c["end"]),
            quote=str(c["quote"]),
        )
        for c in kept["citations"]
    )
    answer = Answer(
        id=str(kept["id"]),
        question=str(kept["question"]),
        language=Language(kept["language"]),
        refused=bool(kept["refused"]),
        answer=str(kept["answer"]),
        citations=citations,
        suggestions=tuple(str(text) for text in kept["suggestions"]),
        mode=Mode(kept["mode"]),
    )
    return Turn(answer.question, answer)


def to_markdown(turns: tuple[Turn, ...], plans: Plans, language: str) -> str:
    """The conversation as a document: questions as headings, sources as a numbered list with their quotes."""
    parts = [f"# {words(language, 'product')}"]
    for answer in (turn.answer for turn in turns if turn.answer is not None):
        parts += [f"## {answer.question}", answer.answer]
        for citation in answer.citations:
            title = plan_title(plans, citation.document, language, citation.title)
            quote = citation.quote.replace("\n", "\n> ")
            parts.append(f"[{citation.number}] {title} · {citation.section}\n\n> {quote}")
    return "\n\n".join(parts) + "\n"


def record_vote(data_dir: Path, turns: tuple[Turn, ...], place: int, vote: str, comment: str) -> None:
    """Append one line to `feedback.jsonl`: the answer voted on, with the questions before it; wrong input is ignored."""
    if vote not in VOTES or not 0 <= place < len(turns):
        return
    answer = turns[place].answer
    if answer is None:
        return
    line = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "vote": vote,
        "comment": comment[:MAX_COMMENT_CHARS],
        "history": [turn.question for turn in turns[:place]],
        **answer.to_json(),
        "trace": dataclasses.asdict(answer.trace) if answer.trace else None,
    }
    with _writing:
        data_dir.mkdir(parents=True, exist_ok=True)
        with (data_dir / "feedback.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line, ensure_ascii=False) + "\n")
