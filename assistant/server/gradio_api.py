"""The endpoints for Gradio's clients and, through Gradio's server, as MCP tools."""

from __future__ import annotations

import functools
import inspect
import json
import logging
from typing import Any

import gradio as gr
from gradio.events import api
from pydantic import ValidationError

from assistant.server.endpoints import INTERNAL_ERROR, Endpoint, arguments_of, described, endpoints, invalid, returned
from assistant.server.startup import Startup
from assistant.server.wire import plain, told_type
from index.errors import PlansError

_log = logging.getLogger(__name__)

CONCURRENT_CALLS = 2
"""The interpreter computes one answer at a time; a second one uses the moments in which the first waits."""
_USER_HEADER = "x-gradio-user"
"""By which Gradio's MCP server tells that it calls for a tool."""


def add_endpoints(startup: Startup) -> None:
    """Register the endpoints with the page that is being built."""
    for endpoint in endpoints(startup):
        api(
            _told(endpoint),
            api_name=endpoint.__name__,
            api_description=described(endpoint)[0],
            concurrency_limit=CONCURRENT_CALLS,
            concurrency_id="programs",
        )


def _told(endpoint: Endpoint) -> Endpoint:
    """An endpoint that checks what it is given and tells every failure in one sentence, as Gradio's clients expect."""
    accepted = arguments_of(endpoint)
    names = tuple(accepted.model_fields)
    kind = returned(endpoint)

    @functools.wraps(endpoint)
    def call(request: gr.Request, *values: Any) -> Any:  # noqa: ANN401 - whatever a program sends
        try:
            given = accepted.model_validate(dict(zip(names, values, strict=True)))
            told = plain(endpoint(**dict(given)), kind)
        except ValidationError as exc:
            raise gr.Error(invalid(exc), print_exception=False) from exc
        except PlansError as exc:
            raise gr.Error(str(exc), print_exception=False) from exc
        except Exception as exc:
            _log.exception("%s failed", endpoint.__name__)
            raise gr.Error(INTERNAL_ERROR, print_exception=False) from exc
        # What a tool gives is put into words by `str`, which would be Python's spelling and not JSON.
        return json.dumps(told, ensure_ascii=False) if request.headers.get(_USER_HEADER) == "mcp" else told

    # Gradio reads arguments and types from the signature; the request it adds by itself.
    own = inspect.signature(endpoint, eval_str=True)
    asked_by = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=gr.Request)
    signature = own.replace(parameters=[asked_by, *own.parameters.values()], return_annotation=told_type(kind))
    call.__signature__ = signature  # type: ignore[attr-defined]
    call.__annotations__ = {name: parameter.annotation for name, parameter in signature.parameters.items()}
    call.__annotations__["return"] = signature.return_annotation
    return call
