"""A question that is asked before the page is there, answered as soon as the plans are open."""

from __future__ import annotations

import logging
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from assistant.limits import MAX_HISTORY, MAX_QUESTION_CHARS
from assistant.server.startup import Startup
from assistant.time_limit import within_seconds
from assistant.types import Question
from assistant.ui.ask.conversation import Turn, conversation_log
from assistant.ui.shared.i18n import known, words
from assistant.ui.shared.told import told
from index.errors import PlansError

_log = logging.getLogger(__name__)


class _Sent(BaseModel):
    question: str
    history: Annotated[list[str], Field(max_length=MAX_HISTORY)] = []
    language: str = ""


def early_answer(startup: Startup, sent: bytes) -> dict[str, Any]:
    """The markup of a question and its answer, which the page gives once more when it is there, with all its controls.

    Waits for the plans.
    """
    try:
        asked = _Sent.model_validate_json(sent)
    except ValidationError:
        return {"html": ""}
    language = known(asked.language)
    # A browser may send halves of characters, which could not be shown.
    question = asked.question.strip().encode("utf-8", "replace").decode()
    turn = Turn(question[:MAX_QUESTION_CHARS])
    try:
        assistant = startup.wait()
        with within_seconds(assistant.settings.max_question_seconds):
            answer = assistant.ask(Question(question, history=tuple(asked.history)))
        turn = Turn(turn.question, answer)
    except PlansError as exc:
        turn = Turn(turn.question, error=told(exc, language))
    except Exception:  # noqa: BLE001 - one question: told in a sentence, kept in the log
        _log.exception("a question could not be answered")
        turn = Turn(turn.question, error=words(language, "error"))
    plans = startup.plans() if startup.opening.ready else {}
    return {"html": conversation_log((turn,), plans, language)}
