"""The endpoints for Gradio's clients and, through Gradio's server, as MCP tools."""

from __future__ import annotations

import functools
import inspect
import json
from typing import Any

import gradio as gr
from gradio.events import api

from assistant.server.calls import Answers
from assistant.server.endpoints import Endpoint, arguments_of, described, endpoints, returned
from assistant.server.startup import Startup
from assistant.server.wire import told_type

_USER_HEADER = "x-gradio-user"
"""By which Gradio's MCP server tells that it calls for a tool."""
_MANY = 40
"""Calls that Gradio lets through at once; `answers` gives each its turn."""


def add_endpoints(startup: Startup, answers: Answers) -> None:
    """Register the endpoints with the page that is being built."""
    for endpoint in endpoints(startup):
        api(
            _told(endpoint, answers),
            api_name=endpoint.__name__,
            api_description=described(endpoint)[0],
            concurrency_limit=_MANY,
            concurrency_id="programs",
        )


def _told(endpoint: Endpoint, answers: Answers) -> Endpoint:
    """An endpoint that tells every failure in one sentence, as Gradio's clients expect."""
    names = tuple(arguments_of(endpoint).model_fields)

    @functools.wraps(endpoint)
    async def call(request: gr.Request, *values: Any) -> Any:  # noqa: ANN401 - whatever a program sends
        sent = json.dumps(dict(zip(names, values, strict=True))).encode()
        reply = await answers.answered(endpoint.__name__, sent)
        if reply.sentence:
            raise gr.Error(reply.sentence, print_exception=False)
        # What a tool gives is put into words by `str`, which would be Python's spelling and not JSON.
        is_tool = request.headers.get(_USER_HEADER) == "mcp"
        return reply.body.decode() if is_tool else json.loads(reply.body)

    # Gradio reads arguments and types from the signature; the request it adds by itself.
    own = inspect.signature(endpoint, eval_str=True)
    asked_by = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=gr.Request)
    told = told_type(returned(endpoint))
    signature = own.replace(parameters=[asked_by, *own.parameters.values()], return_annotation=told)
    call.__signature__ = signature  # type: ignore[attr-defined]
    call.__annotations__ = {name: parameter.annotation for name, parameter in signature.parameters.items()}
    call.__annotations__["return"] = signature.return_annotation
    return call
