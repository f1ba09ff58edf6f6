"""Votes on answers, kept in the database, and the file of evaluation questions made from them."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from assistant.types import Answer, Trace
from index.errors import PlansError
from index.settings import Settings

if TYPE_CHECKING:
    from index.storage.records import Records

MAX_COMMENT_CHARS = 500
MAX_VOTES = 20_000
"""More than anyone reads through; votes on the answers that were voted on first go first."""
_EARLIER_FILE = "feedback.jsonl"
"""Where an earlier version kept votes, a line each."""
_EVIDENCE_CHARS = (12, 80)
"""Shortest and longest evidence that a file of evaluation questions takes."""

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


def record_vote(settings: Settings, answer: Answer, history: Sequence[str], vote: Thumb, comment: str) -> None:
    """Keep a vote on an answer, in the place of an earlier one on the same; `history` are the questions before it.

    Raises:
        StoreError, IndexBusy: It cannot be kept.
    """
    cast = Vote(
        **{field.name: getattr(answer, field.name) for field in fields(Answer)},
        time=datetime.now(UTC).isoformat(timespec="seconds"),
        vote=vote,
        # A browser may send halves of characters, which could not be written.
        comment=comment[:MAX_COMMENT_CHARS].encode("utf-8", "replace").decode(),
        history=tuple(history),
    )
    _votes(settings).put(_key(cast), _VOTE.dump_json(cast).decode())


def read_votes(settings: Settings) -> tuple[Vote, ...]:
    """The last vote on each answer, in the order of first votes; a damaged one is left aside.

    Raises:
        StoreError: They cannot be read.
    """
    read = (_read(record.body) for record in _votes(settings).all())
    return tuple(vote for vote in read if vote is not None)


def count_votes(settings: Settings) -> int:
    """How many answers were voted on.

    Raises:
        StoreError: They cannot be read.
    """
    return _votes(settings).count()


def _votes(settings: Settings) -> Records:
    """All votes, those of an earlier version among them as soon as the database can be written."""
    # Not before they are asked for: the page is up before the libraries of the database are loaded.
    from index.storage.records import Kind, Record, Records

    votes = Records(settings, Kind.FEEDBACK, MAX_VOTES)
    path = settings.data_dir / _EARLIER_FILE
    try:
        if path.is_file():
            read = filter(None, map(_read, path.read_bytes().split(b"\n")))
            last = {_key(vote): Record(_key(vote), vote.time, _VOTE.dump_json(vote).decode()) for vote in read}
            votes.add(tuple(last.values()))
            path.unlink(missing_ok=True)
    except (OSError, PlansError) as exc:
        _log.warning("the votes in %s stay there for now: %s", path, exc)
    return votes


def _key(vote: Vote) -> str:
    """The same for every vote on the same answer."""
    return hashlib.sha256(json.dumps([vote.question, vote.answer, *vote.history]).encode()).hexdigest()


def _read(line: str | bytes) -> Vote | None:
    try:
        return _VOTE.validate_json(line)
    except ValidationError:
        return None


def evaluation_questions(settings: Settings) -> str:
    """The votes as evaluation questions, a JSON object a line, for `python -m evals --questions`.

    An answer voted right gives its quotes as evidence, and the comment goes along as a note.

    Raises:
        StoreError: They cannot be read.
    """
    return "".join(_DRAFT.dump_json(_question(vote)).decode() + "\n" for vote in read_votes(settings))


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
