"""What people wrote down of papers, from the files beside this module."""

from __future__ import annotations

import json
from pathlib import Path

from evals.errors import EvalsError
from evals.reading.types import Written

READING_DIR = Path(__file__).parent


def load_written(name: str, folder: Path = READING_DIR) -> tuple[Written, ...]:
    """Everything in `name`.jsonl, in its order.

    Raises:
        EvalsError: a line is nothing written down, or an id stands twice.
    """
    found: dict[str, Written] = {}
    for number, line in enumerate((folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(), start=1):
        try:
            fields = json.loads(line)
            one = Written(fields.pop("id"), tuple(fields.pop("files")), fields, fields.pop("aside", False))
        except (ValueError, KeyError, TypeError, AttributeError) as exc:
            message = f"{name}.jsonl, line {number}: nothing written down ({type(exc).__name__}: {exc})"
            raise EvalsError(message) from exc
        if one.id in found:
            message = f"{name}.jsonl, line {number}: the id {one.id} stands twice; give it another"
            raise EvalsError(message)
        found[one.id] = one
    return tuple(found.values())
