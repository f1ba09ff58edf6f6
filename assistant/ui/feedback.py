"""Votes on answers: a line each in `feedback.jsonl`, and the file of evaluation questions made from them."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.ui.keep import Turns

MAX_COMMENT_CHARS = 500
VOTES = ("up", "down")
_FILE = "feedback.jsonl"
_EVIDENCE_CHARS = (12, 80)
"""Shortest and longest evidence that a file of evaluation questions takes."""

_writing = threading.Lock()


def record_vote(data_dir: Path, turns: Turns, place: int, vote: str, comment: str) -> Turns:
    """Append the answer voted on with the questions before it; gives the turns with the vote noted.

    A later vote on the same answer takes the place of an earlier one when votes are read. Wrong input is ignored.
    """
    if vote not in VOTES or not 0 <= place < len(turns):
        return turns
    answer = turns[place].answer
    if answer is None:
        return turns
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
        with (data_dir / _FILE).open("a", encoding="utf-8") as log:
            log.write(json.dumps(line, ensure_ascii=False) + "\n")
    return (*turns[:place], dataclasses.replace(turns[place], vote=vote), *turns[place + 1 :])


def read_votes(data_dir: Path) -> tuple[dict[str, Any], ...]:
    """The last vote on each answer, in the order of first votes; a damaged line is left aside."""
    last: dict[tuple[str, ...], dict[str, Any]] = {}
    path = data_dir / _FILE
    # Not `splitlines`: a comment may hold other marks that it takes for the end of a line.
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else ():
        try:
            vote = json.loads(line)
            last[(vote["question"], vote["answer"], *vote["history"])] = vote
        except (ValueError, TypeError, KeyError):
            continue
    return tuple(last.values())


def evaluation_questions(data_dir: Path) -> str:
    """The votes as evaluation questions, a JSON object a line, for `python -m evals --questions`.

    An answer voted right gives its quotes as evidence; what a right answer must state is left to a person, so
    `nuggets` is empty, and the comment goes along as a note.
    """
    questions = [_question(vote) for vote in read_votes(data_dir)]
    return "".join(json.dumps(question, ensure_ascii=False) + "\n" for question in questions)


def _question(vote: dict[str, Any]) -> dict[str, Any]:
    right = vote["vote"] == "up"
    key = "\n".join((*vote["history"], vote["question"]))
    shortest, longest = _EVIDENCE_CHARS
    quotes = [c["quote"][:longest] for c in vote["citations"] if len(c["quote"]) >= shortest]
    refused = bool(vote["refused"])
    return {
        "id": f"feedback-{vote['language']}-{hashlib.sha256(key.encode()).hexdigest()[:8]}",
        "question": vote["question"],
        "lang": vote["language"],
        "kind": _kind(vote, right=right),
        "plans": [] if refused else sorted({c["document"] for c in vote["citations"]}),
        "nuggets": [],
        "evidence": quotes if right and not refused else [],
        "history": vote["history"],
        "answerable": not (refused and right),
        "tags": ["feedback", vote["vote"]],
        "note": vote["comment"],
        "given": vote["answer"],
    }


def _kind(vote: dict[str, Any], *, right: bool) -> str:
    if vote["refused"] and right:
        return "none"
    if vote["history"]:
        return "followup"
    return str((vote.get("trace") or {}).get("asked", "measure"))
