"""Votes on answers: a line each in `feedback.jsonl`, and the file of evaluation questions made from them."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.types import Answer, Trace

MAX_COMMENT_CHARS = 500
MAX_FILE_BYTES = 50_000_000
"""Some ten thousand votes; when it is full, votes that later ones took the place of go first."""
_FILE = "feedback.jsonl"
_EVIDENCE_CHARS = (12, 80)
"""Shortest and longest evidence that a file of evaluation questions takes."""

_writing = threading.Lock()
_log = logging.getLogger(__name__)


class Thumb(StrEnum):
    """What a vote says of an answer."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Answer):
    """An answer with the questions before it, and what was said of it."""

    time: str
    vote: Thumb
    comment: str
    history: tuple[str, ...]
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """A vote as an evaluation question; what a right answer must state, its `nuggets`, is left to a person."""

    id: str
    question: str
    lang: str
    kind: str
    plans: tuple[str, ...]
    nuggets: tuple[str, ...]
    evidence: tuple[str, ...]
    history: tuple[str, ...]
    answerable: bool
    tags: tuple[str, ...]
    note: str
    given: str


_VOTE = TypeAdapter(Vote)
_DRAFT = TypeAdapter(DraftQuestion)


def record_vote(data_dir: Path, answer: Answer, history: Sequence[str], vote: Thumb, comment: str) -> None:
    """Append a vote on an answer; `history` are the questions before it.

    A later vote on the same answer takes the place of an earlier one when votes are read.
    """
    cast = Vote(
        **{field.name: getattr(answer, field.name) for field in fields(Answer)},
        time=datetime.now(UTC).isoformat(timespec="seconds"),
        vote=vote,
        comment=comment[:MAX_COMMENT_CHARS],
        history=tuple(history),
    )
    line = _VOTE.dump_json(cast) + b"\n"
    with _writing:
        data_dir.mkdir(parents=True, exist_ok=True)
        if _size(data_dir) + len(line) > MAX_FILE_BYTES:
            _keep_last_votes(data_dir)
        if _size(data_dir) + len(line) > MAX_FILE_BYTES:
            _log.warning("a vote was not kept: %s holds %s MB", _FILE, MAX_FILE_BYTES // 1_000_000)
            return
        with (data_dir / _FILE).open("ab") as log:
            log.write(line)


def _size(data_dir: Path) -> int:
    path = data_dir / _FILE
    return path.stat().st_size if path.is_file() else 0


def _keep_last_votes(data_dir: Path) -> None:
    written = data_dir / f"{_FILE}.part"
    written.write_bytes(b"".join(_VOTE.dump_json(vote) + b"\n" for vote in read_votes(data_dir)))
    written.replace(data_dir / _FILE)


def read_votes(data_dir: Path) -> tuple[Vote, ...]:
    """The last vote on each answer, in the order of first votes; a damaged line is left aside."""
    last: dict[tuple[str, ...], Vote] = {}
    path = data_dir / _FILE
    for line in path.read_bytes().split(b"\n") if path.is_file() else ():
        try:
            vote = _VOTE.validate_json(line)
        except ValidationError:
            continue
        last[(vote.question, vote.answer, *vote.history)] = vote
    return tuple(last.values())


def evaluation_questions(data_dir: Path) -> str:
    """The votes as evaluation questions, a JSON object a line, for `python -m evals --questions`.

    An answer voted right gives its quotes as evidence, and the comment goes along as a note.
    """
    return "".join(_DRAFT.dump_json(_question(vote)).decode() + "\n" for vote in read_votes(data_dir))


def _question(vote: Vote) -> DraftQuestion:
    right = vote.vote is Thumb.UP
    key = "\n".join((*vote.history, vote.question))
    shortest, longest = _EVIDENCE_CHARS
    quotes = tuple(c.quote[:longest] for c in vote.citations if len(c.quote) >= shortest)
    return DraftQuestion(
        id=f"feedback-{vote.language}-{hashlib.sha256(key.encode()).hexdigest()[:8]}",
        question=vote.question,
        lang=vote.language,
        kind=_kind(vote, right=right),
        plans=() if vote.refused else tuple(sorted({c.document for c in vote.citations})),
        nuggets=(),
        evidence=quotes if right and not vote.refused else (),
        history=vote.history,
        answerable=not (vote.refused and right),
        tags=("feedback", vote.vote),
        note=vote.comment,
        given=vote.answer,
    )


def _kind(vote: Vote, *, right: bool) -> str:
    if vote.refused and right:
        return "none"
    if vote.history:
        return "followup"
    return vote.trace.asked if vote.trace else "measure"
