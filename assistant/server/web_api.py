"""The endpoints as plain HTTP with JSON, and their OpenAPI document.

POST /api/ask with {"question": "…"} gives the answer object. Whatever goes wrong comes as {"error": "one sentence"}:
400 for what cannot be asked, 404 for an unknown plan, 422 for arguments of a wrong form, 503 while nothing is open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from assistant.server.endpoints import INTERNAL_ERROR, Endpoint, arguments_of, described, endpoints, returned
from assistant.server.startup import Startup
from assistant.server.wire import Failure
from index.errors import PlansError, UnknownDocument

CONTRACT_VERSION = "1.1"
"""Of the endpoints' names, arguments and objects; not of the program."""
EXAMPLES_SENT: dict[str, dict[str, object]] = {
    "ask": {"question": "克州燃气安全谁牵头？"},
    "search": {"query": "宁夏 煤矿百万吨死亡率 目标", "k": 3},
    "facts": {"kind": "duty"},
    "compare": {"topics": ["煤矿百万吨死亡率"]},
}
"""An example of the arguments of each endpoint that takes any."""
_FAILURES = {
    400: "It cannot be asked so; the sentence says why.",
    404: "No plan has this id.",
    422: "An argument is missing or of a wrong form.",
    503: "The plans could not be opened.",
}


def web_api(startup: Startup) -> FastAPI:
    """The application to be mounted under /api of the page's server."""
    served = FastAPI(
        title="Ask the Safety Plans",
        version=CONTRACT_VERSION,
        description="Questions to work-safety plans, answered with sources.",
        docs_url=None,
        redoc_url=None,
    )
    for endpoint in endpoints(startup):
        _serve(served, endpoint)
    _tell_failures(served, startup)
    return served


def _serve(served: FastAPI, endpoint: Endpoint) -> None:
    """Adds POST /<name of the endpoint> with its arguments as one JSON object."""
    name = endpoint.__name__

    def call(arguments: BaseModel) -> Any:  # noqa: ANN401 - what the endpoint gives, described by `response_model`
        return endpoint(**dict(arguments))

    # FastAPI reads the form of the body from the annotation, which is made only now.
    call.__annotations__ = {"arguments": arguments_of(endpoint)}
    served.post(
        f"/{name}",
        operation_id=name,
        summary=name,
        description=described(endpoint)[0],
        response_model=returned(endpoint),
        responses={code: {"model": Failure, "description": told} for code, told in _FAILURES.items()},
        openapi_extra={"requestBody": {"content": {"application/json": {"example": EXAMPLES_SENT.get(name, {})}}}},
    )(call)


def _tell_failures(served: FastAPI, startup: Startup) -> None:
    """Every failure as {"error": sentence} with the status that fits it."""

    def rejected(_: Request, exc: Exception) -> JSONResponse:
        if startup.opening.failure:
            return _error(503, str(startup.opening.failure))
        return _error(404 if isinstance(exc, UnknownDocument) else 400, str(exc))

    def malformed(_: Request, exc: Exception) -> JSONResponse:
        assert isinstance(exc, RequestValidationError)
        first = exc.errors()[0]
        if first["type"] == "json_invalid":
            return _error(422, "the body is not JSON; send one JSON object")
        place = ".".join(str(part) for part in first["loc"][1:])
        return _error(422, f"{place}: {first['msg']}" if place else str(first["msg"]))

    def unknown(_: Request, __: Exception) -> JSONResponse:
        return _error(404, f"there is no such endpoint; POST to one of {', '.join(_paths(served))}")

    def misused(_: Request, __: Exception) -> JSONResponse:
        return _error(405, "send the arguments as a JSON object by POST")

    def failed(_: Request, __: Exception) -> JSONResponse:
        return _error(500, INTERNAL_ERROR)

    handlers: dict[type[Exception] | int, Callable[[Request, Exception], JSONResponse]] = {
        PlansError: rejected,
        RequestValidationError: malformed,
        404: unknown,
        405: misused,
        Exception: failed,
    }
    for raised, handler in handlers.items():
        served.add_exception_handler(raised, handler)


def _paths(served: FastAPI) -> list[str]:
    return [f"/api{path}" for path in served.openapi()["paths"]]


def _error(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"error": sentence}, status_code=status)
