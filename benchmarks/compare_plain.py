"""The assistant and the plain tutorial pipeline side by side: time to index, latency, retrieval, accuracy, memory.

    python -m benchmarks.compare_plain [--split tune] [--out FILE]

Each runs in a fresh process of its own, one after the other, over the same plans and questions.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals import System

Figures = dict[str, float]

_KB_PER_MB = 1024 if sys.platform != "darwin" else 1024**2
_ROWS = {
    "load_s": "imports and model, s",
    "index_s": "indexing the plans, s",
    "latency_median_ms": "one question, median ms",
    "latency_p95_ms": "one question, p95 ms",
    "hit@5": "evidence among the best 5",
    "mrr@10": "mrr@10",
    "accuracy": "right answers",
    "peak_mb": "peak memory, MB",
}


def main(argv: list[str] | None = None) -> int:
    """Measures both and prints a table; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare_plain", description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=("tune", "test", "all"), default="all")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    arguments = parser.parse_args(argv)
    figures = {name: _in_fresh_process(measure, arguments.split) for name, measure in _SYSTEMS.items()}
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "machine": platform.machine()}
    sys.stdout.write(_table(figures))
    if arguments.out:
        report = {"machine": machine, "split": arguments.split, "figures": figures}
        arguments.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 0


def _in_fresh_process(measure: Callable[[str], Figures], split: str) -> Figures:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (split,))


def measure_assistant(split: str) -> Figures:
    """The assistant, indexing into an empty folder."""
    started = perf_counter()
    from assistant import Assistant
    from evals.systems.asked import local_system
    from index import read_settings
    from index.build import build
    from index.search.encoders import load_encoder

    with TemporaryDirectory() as folder:
        settings = read_settings().model_copy(update={"data_dir": Path(folder)})
        load_encoder(settings.embedding_model)
        loaded = perf_counter()
        build(settings)
        indexed = perf_counter()
        system = local_system(Assistant(settings), settings)
        return _asked(system, split) | {"load_s": loaded - started, "index_s": indexed - loaded}


def measure_plain(split: str) -> Figures:
    """The plain pipeline."""
    started = perf_counter()
    from evals.systems.plain import PlainPipeline, plain_system, read_texts
    from index import read_settings

    pipeline = PlainPipeline()
    loaded = perf_counter()
    pipeline.index(read_texts(read_settings().documents_dir))
    indexed = perf_counter()
    return _asked(plain_system(pipeline), split) | {"load_s": loaded - started, "index_s": indexed - loaded}


def _asked(system: System, split: str) -> Figures:
    """Latency and quality over the fixed questions, one at a time; memory is this process's peak."""
    from evals import Split, load_questions, run, summarise

    rows = run(load_questions(split=None if split == "all" else Split(split)), system)
    overall = summarise(rows).figures["all"]
    wanted = [name for name in _ROWS if name in overall]
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KB_PER_MB
    return {name: overall[name].value for name in wanted} | {"peak_mb": peak_mb}


_SYSTEMS: dict[str, Callable[[str], Figures]] = {"assistant": measure_assistant, "plain pipeline": measure_plain}


def _table(figures: dict[str, Figures]) -> str:
    lines = [f"{'':<28}" + "".join(f"{name:>16}" for name in figures)]
    lines += [
        f"{title:<28}" + "".join(f"{found[key]:>16.3f}" for found in figures.values()) for key, title in _ROWS.items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
