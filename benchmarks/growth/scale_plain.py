"""The plain tutorial pipeline on the same plans, as `benchmarks.scale` measures it in fresh processes of its own.

    python -m benchmarks.growth.scale_plain index MOST_SECONDS FILE
    python -m benchmarks.growth.scale_plain questions

Chunks of 500 characters, all-MiniLM-L6-v2, Chroma in a folder, the nearest passage as answer. It reads the folder of
plans that the environment names and prints its figures as one line of JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.start import FIRST_QUESTION

FOLDER = "plain"
_PLANS_AT_ONCE = 10
"""Between two batches it is asked whether there is time for another."""


def index(most_seconds: str, added: str) -> dict[str, Any]:
    """Seconds in which the plans are indexed, and one more beside them; `complete` is false where time ran out."""
    started = perf_counter()
    from evals.systems.plain import PlainPipeline
    from index import read_settings

    settings = read_settings()
    pipeline = PlainPipeline(settings.data_dir / FOLDER)
    paths = sorted(settings.documents_dir.glob("*.txt"))
    done = 0
    while done < len(paths) and perf_counter() - started < float(most_seconds):
        batch = paths[done : done + _PLANS_AT_ONCE]
        pipeline.index({path.stem: path.read_text(encoding="utf-8") for path in batch})
        done += len(batch)
    indexed = perf_counter()
    figures = {"build_s": indexed - started, "passages": len(pipeline.passages), "complete": done >= len(paths)}
    pipeline.index({"added": Path(added).read_text(encoding="utf-8")})
    return figures | {"add_s": perf_counter() - indexed}


def questions() -> dict[str, Any]:
    """A first answer, told in a line of its own; then milliseconds a question, and which were answered rightly."""
    from benchmarks.growth.scale_questions import five_plans
    from evals import run
    from evals.systems.plain import PlainPipeline, plain_system
    from index import read_settings

    pipeline = PlainPipeline(read_settings().data_dir / FOLDER)
    sys.stdout.write(f"{pipeline.search(FIRST_QUESTION)[0].document}\n")
    sys.stdout.flush()
    rows = run(five_plans(), replace(plain_system(pipeline), search=None))
    return {
        "ms": {"five_plans": [row.given.latency_ms for row in rows]},
        "right": {row.question.id: row.correct for row in rows},
    }


def main(name: str, *arguments: str) -> int:
    """Runs one of the two and prints its figures."""
    probes: dict[str, Callable[..., dict[str, Any]]] = {"index": index, "questions": questions}
    sys.stdout.write(json.dumps(probes[name](*arguments)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
