"""How much may be asked at once: checked before any work, for the page, programs and the command line alike.

A limit is what a person can need many times over; it keeps one call from holding up everyone else's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.errors import QuestionError
from assistant.types import Question

MAX_QUESTION_CHARS = 1_000
"""Of a question, a search query and each earlier question: a page of text, where people ask in a line or two."""
MAX_HISTORY = 20
"""Earlier questions of a conversation; a follow-up rests on the last ones."""
MAX_PLANS = 1_000
"""Plans that a question can be kept to."""
MAX_ID_CHARS = 200
"""Of the id of a plan or a question."""


def within_limits(question: Question, what: str = "question") -> Question:
    """The question with each plan named once, if it can be asked; `what` is "question" or "query".

    Raises:
        QuestionError: It is empty, something of it is too long or too many, or it holds what is no text.
    """
    if not question.text.strip():
        raise QuestionError(f"the {what} is empty; type what you want to know", code=_FIELDS[what].empty)
    _check_text(what, question.text, MAX_QUESTION_CHARS)
    if len(question.history) > MAX_HISTORY:
        message = f"{len(question.history)} earlier questions are too many; give the last {MAX_HISTORY}"
        raise QuestionError(message, code="history_many", limit=str(MAX_HISTORY))
    for earlier in question.history:
        _check_text("history", earlier, MAX_QUESTION_CHARS)
    id_within_limits(question.id)
    return replace(question, plans=plans_within_limits(question.plans))


def plans_within_limits(plans: Sequence[str]) -> tuple[str, ...]:
    """Each plan once, in the order given.

    Raises:
        QuestionError: There are too many, or one is no id.
    """
    once = tuple(dict.fromkeys(plans))
    if len(once) > MAX_PLANS:
        message = f"{len(once)} plans are too many; name at most {MAX_PLANS}, or none for all"
        raise QuestionError(message, code="plans_many", limit=str(MAX_PLANS))
    for plan in once:
        _check_text("plan", plan, MAX_ID_CHARS)
    return once


def id_within_limits(identity: str) -> str:
    """The id that a program gave its question.

    Raises:
        QuestionError: It is too long or no text.
    """
    _check_text("id", identity, MAX_ID_CHARS)
    return identity


@dataclass(frozen=True, slots=True)
class _Field:
    """A text of a question: what it is called, and the codes of what may be wrong with it."""

    name: str
    long: str
    empty: str = ""


_FIELDS = {
    "question": _Field("the question", "question_long", "question_empty"),
    "query": _Field("the query", "query_long", "query_empty"),
    "history": _Field("an earlier question", "history_long"),
    "id": _Field("the id of the question", "id_long"),
    "plan": _Field("the id of a plan", "id_long"),
}


def _check_text(what: str, text: str, limit: int) -> None:
    if len(text) > limit:
        message = f"{_FIELDS[what].name} has {len(text)} characters; shorten it to {limit}"
        raise QuestionError(message, code=_FIELDS[what].long, limit=str(limit))
    # Half of a pair that stands for one character: JSON can hold it, no text can.
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise QuestionError(f"{_FIELDS[what].name} holds half a character; type it anew", code="no_text")
