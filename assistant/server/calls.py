"""A call of an endpoint, JSON in and JSON out, and where it is answered: in this process, or by `workers`.

Whatever goes wrong is told as {"error": "one sentence"} with the status that fits it.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from pydantic import ValidationError

from assistant.errors import AnswerLost, QuestionError, TookTooLong, TopicsError
from assistant.server.endpoints import arguments_of, endpoints, returned
from assistant.server.startup import Startup
from assistant.server.wire import as_json
from index.errors import PlansError, UnknownDocument

_log = logging.getLogger(__name__)

INTERNAL_ERROR = "an internal error; the server's log has the details"
MAX_WAITING_CALLS = 500
"""More wait for no more than to be given up."""
_STATUS: dict[type[PlansError], int] = {
    QuestionError: 400,
    TopicsError: 400,
    UnknownDocument: 404,
    AnswerLost: 500,
    TookTooLong: 504,
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a call came to: an HTTP status and JSON."""

    status: int
    body: bytes

    @property
    def sentence(self) -> str:
        """Why there is no answer; "" where there is one."""
        return str(json.loads(self.body)["error"]) if self.status != 200 else ""


def failure(status: int, sentence: str) -> Reply:
    """The form in which every failure is told."""
    return Reply(status, json.dumps({"error": sentence}, ensure_ascii=False).encode())


def refused(error: PlansError) -> Reply:
    """An error as the caller gets it; 503 for all that is no fault of the call."""
    return failure(_STATUS.get(type(error), 503), str(error))


class Answers(Protocol):
    """Where calls are answered."""

    async def answered(self, name: str, sent: bytes) -> Reply:
        """The reply to a call of the endpoint `name` with its arguments as one JSON object."""


class Calls:
    """The endpoints as functions of bytes, over one assistant; may be shared between threads."""

    def __init__(self, startup: Startup) -> None:
        self._endpoints = {endpoint.__name__: endpoint for endpoint in endpoints(startup)}
        self._accepted = {name: arguments_of(endpoint) for name, endpoint in self._endpoints.items()}

    def answered(self, name: str, sent: bytes) -> Reply:
        """The reply to a call, computed here and now."""
        endpoint = self._endpoints[name]
        try:
            given = self._accepted[name].model_validate_json(sent)
            return Reply(200, as_json(endpoint(**dict(given)), returned(endpoint)))
        except ValidationError as exc:
            return failure(422, _invalid(exc))
        except PlansError as exc:
            return refused(exc)
        except Exception:  # noqa: BLE001 - one call: told in a sentence, kept in the log
            _log.exception("%s failed", name)
            return failure(500, INTERNAL_ERROR)


class InThreads:
    """Answers calls in threads of this process, some at a time; those that have no place are turned away."""

    def __init__(self, answered: Callable[[str, bytes], Reply], threads: int) -> None:
        self._answered, self._count = answered, threads
        self._waiting = 0

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self._count, thread_name_prefix="calls")

    async def answered(self, name: str, sent: bytes) -> Reply:
        """The reply to a call, in its turn."""
        if self._waiting >= MAX_WAITING_CALLS:
            return failure(503, "too many calls are waiting; try again in a moment")
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._answered, name, sent)
        finally:
            self._waiting -= 1


def _invalid(error: ValidationError) -> str:
    """The first thing that is wrong with the arguments of a call, in one sentence."""
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return f"the body is not JSON ({first['ctx']['error']}); send one JSON object"
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]
