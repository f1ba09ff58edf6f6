"""A scripted model that reads questions as a strong one would: what somebody wrote who saw the questions alone.

`rewritings.jsonl` holds for a question what it is in full, as one or as several ("questions"; none: as it stands), and
the Chinese of its English words ("words"). Whatever it does not hold is left as it is asked. So the figure is of what the
program does with a good reading, not of any model.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals.models.chat_server import Asked
from evals.types import EvalQuestion

REWRITINGS = Path(__file__).with_name("rewritings.jsonl")
_ASKED_BEHIND = ("提问：", "Question: ")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question is in full, and its words in Chinese; None where nobody wrote that."""

    questions: tuple[str, ...] | None
    words: tuple[Mapping[str, object], ...] | None


@cache
def readings() -> Mapping[str, Reading]:
    """The readings that were written beforehand, by the question's id."""
    rows = map(json.loads, REWRITINGS.read_text(encoding="utf-8").splitlines())
    return {row["id"]: Reading(_tuple(row.get("questions")), _tuple(row.get("words"))) for row in rows}


def _tuple(found: list[Any] | None) -> tuple[Any, ...] | None:
    return None if found is None else tuple(found)


class ReadingModel:
    """Reads the question that `asking` holds, which whoever asks sets beforehand."""

    def __init__(self) -> None:
        self.asking: EvalQuestion | None = None

    def __call__(self, asked: Asked) -> str:
        """The fields of the schema that is asked for."""
        reading = readings().get(self.asking.id if self.asking else "")
        if asked.schema and "words" in asked.schema["properties"]:
            return json.dumps({"words": reading.words or () if reading else ()}, ensure_ascii=False)
        written = reading.questions if reading else ()
        return json.dumps({"questions": written or (_question(asked.text),)}, ensure_ascii=False)


def _question(prompt: str) -> str:
    """The question at the end of a prompt."""
    mark = max(_ASKED_BEHIND, key=prompt.rfind)
    return prompt.rpartition(mark)[2].partition("\n")[0]
