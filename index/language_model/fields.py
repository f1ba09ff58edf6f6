"""Fields in what a model wrote, which may be more than JSON: a fence around it, a word before it."""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import BaseModel, ValidationError

Shape = TypeVar("Shape", bound=BaseModel)

MOST_TOLD = 5
"""Faults of an answer that its model is told."""


class NotOfTheShape(ValueError):
    """A text holds not the fields that are wanted; the message says what is wrong, for the model that wrote it."""


def read_fields(text: str, shape: type[Shape]) -> Shape:
    """The fields of `shape` in a text. Raises `NotOfTheShape`."""
    wrong = ""
    for start in (at for at, sign in enumerate(text) if sign == "{"):
        try:
            value, _ = json.JSONDecoder().raw_decode(text, start)
            return shape.model_validate(value)
        except ValidationError as exc:
            faults = exc.errors(include_url=False, include_input=False, include_context=False)[:MOST_TOLD]
            wrong = wrong or "; ".join(
                f"{'.'.join(map(str, one['loc'])) or 'the object'}: {one['msg']}" for one in faults
            )
        except (ValueError, RecursionError):
            continue
    raise NotOfTheShape(wrong or "there is no whole JSON object")
