"""The endpoints as plain HTTP with JSON, and their OpenAPI document.

POST /api/ask with {"question": "…"} gives the answer object. Whatever goes wrong comes as {"error": "one sentence"}:
400 for what cannot be asked, 404 for an unknown plan, 413 for too much, 422 for arguments of a wrong form, 503 while
nothing is open or too many wait, 504 for what took too long.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel

from assistant.server.calls import INTERNAL_ERROR, Answers, Reply, failure
from assistant.server.endpoints import Endpoint, arguments_of, described, endpoints, returned
from assistant.server.startup import Startup
from assistant.server.wire import Failure

CONTRACT_VERSION = "1.4"
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
    413: "More was sent than a call may hold.",
    422: "An argument is missing or of a wrong form.",
    503: "The plans could not be opened, or too many calls are waiting.",
    504: "It took longer than the time there is for a question.",
}


def web_api(startup: Startup, answers: Answers) -> FastAPI:
    """The application to be mounted under /api of the page's server."""
    served = FastAPI(
        title="Ask the Safety Plans",
        version=CONTRACT_VERSION,
        description="Questions to work-safety plans, answered with sources.",
        docs_url=None,
        redoc_url=None,
    )
    served.router.route_class = _passing_on(answers)
    for endpoint in endpoints(startup):
        _describe(served, endpoint)
    _tell_failures(served)
    return served


def _passing_on(answers: Answers) -> type[APIRoute]:
    """A route that FastAPI describes and `answers` answers: the body goes on as it came."""

    class Route(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            async def handle(request: Request) -> Response:
                return _response(await answers.answered(self.name, await request.body()))

            return handle if "POST" in (self.methods or ()) else super().get_route_handler()

    return Route


def _describe(served: FastAPI, endpoint: Endpoint) -> None:
    """Adds POST /<name of the endpoint> with its arguments as one JSON object."""
    name = endpoint.__name__

    def described_only(arguments: BaseModel) -> None:
        """FastAPI reads the form of the body from the annotation, which is made only now."""

    described_only.__annotations__ = {"arguments": arguments_of(endpoint)}
    served.post(
        f"/{name}",
        name=name,
        operation_id=name,
        summary=name,
        description=described(endpoint)[0],
        response_model=returned(endpoint),
        responses={code: {"model": Failure, "description": told} for code, told in _FAILURES.items()},
        openapi_extra={"requestBody": {"content": {"application/json": {"example": EXAMPLES_SENT.get(name, {})}}}},
    )(described_only)


def _tell_failures(served: FastAPI) -> None:
    """What is no call of an endpoint, in the form of every failure."""

    def unknown(_: Request, __: Exception) -> Response:
        paths = ", ".join(f"/api{path}" for path in served.openapi()["paths"])
        return _response(failure(404, f"there is no such endpoint; POST to one of {paths}"))

    def misused(_: Request, __: Exception) -> Response:
        return _response(failure(405, "send the arguments as a JSON object by POST"))

    def failed(_: Request, __: Exception) -> Response:
        return _response(failure(500, INTERNAL_ERROR))

    served.add_exception_handler(404, unknown)
    served.add_exception_handler(405, misused)
    served.add_exception_handler(Exception, failed)


def _response(reply: Reply) -> Response:
    return Response(reply.body, reply.status, media_type="application/json")
