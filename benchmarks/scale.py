"""How the program grows: everything that a person waits for, measured over more and more plans.

    python -m benchmarks.scale [--plans 5 50 200 1000] [--data-dir DIR] [--before FILE]
                               [--out FILE] [--plot FILE] [--into FILE]

The five plans lie in the midst of made-up ones (`benchmarks.scale_plans`). Each figure comes from a fresh process: the
index built, a first answer, questions one at a time, a short document added and removed, 64 clients over HTTP. The plain
tutorial pipeline is measured in the same run, as far as it comes in the seconds that it is given. With `--data-dir` plans
and index are kept, and taken again by the next run; `--before` names the figures of another state, for a column of the table.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.fresh import run_fresh
from benchmarks.growth.scale_plot import plot
from benchmarks.growth.scale_serving import serving
from benchmarks.growth.scale_table import Figures, filled, table, with_growth
from benchmarks.scale_plans import scale_plan, write_plans
from benchmarks.start import FIRST_QUESTION

ROOT = Path(__file__).parents[1]
SIZES = (5, 50, 200, 1_000)
FIVE = 5
STARTS = 3
THREE_PAGES_CHARS = 2_000
_ADDED_NUMBER = 900_000
"""Of the made-up plan whose beginning is added: none that lies among the plans of any size."""
PLAIN_SECONDS = 300
_BUILT = "built.json"


def main(argv: list[str] | None = None) -> int:
    """Measures, prints the table and writes what is asked for; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__.splitlines()[0])
    parser.add_argument("--plans", type=int, nargs="+", default=SIZES, metavar="N", help="sizes (default: %(default)s)")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keeps plans and indexes there, and takes them again"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw what a question costs, as SVG")
    parser.add_argument("--before", type=Path, metavar="FILE", help="figures of another state, as --out writes them")
    parser.add_argument("--into", type=Path, metavar="FILE", help="put the table into a page, between its two marks")
    parser.add_argument(
        "--plain-seconds",
        type=float,
        default=PLAIN_SECONDS,
        metavar="S",
        help="for the plain pipeline to index, each size",
    )
    arguments = parser.parse_args(argv)
    before = json.loads(arguments.before.read_text(encoding="utf-8")) if arguments.before else {}
    with nullcontext(arguments.data_dir) if arguments.data_dir else TemporaryDirectory() as folder:
        report = measure(sorted({FIVE, *arguments.plans}), Path(folder), arguments.plain_seconds, arguments.out)
    sys.stdout.write(table(report, before))
    if arguments.into:
        page = arguments.into.read_text(encoding="utf-8")
        arguments.into.write_text(filled(page, table(report, before)), encoding="utf-8")
    if arguments.plot:
        arguments.plot.write_text(plot(report, before), encoding="utf-8")
    return 0


def measure(sizes: list[int], folder: Path, plain_seconds: float, out: Path | None = None) -> dict[str, Any]:
    """The figures of each size, of the program and of the plain pipeline; written to `out` after each size."""
    report: dict[str, Any] = {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "machine": platform.machine()},
        "now": {},
        "plain": {},
    }
    alone: Mapping[str, Any] = {}
    for size in sizes:
        settings = _laid_out(folder / f"plans-{size}", size)
        figures, asked = _program(settings, size, alone)
        alone = alone or asked
        report["now"][str(size)] = figures
        if figures := _plain(settings, plain_seconds):
            report["plain"][str(size)] = figures
        _tell(f"{size} plans: {json.dumps(report['now'][str(size)])}")
        report["growth"] = with_growth(report)
        if out:
            out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return report


def _laid_out(folder: Path, size: int) -> dict[str, str]:
    """The settings of a folder with so many plans, the five and made-up ones."""
    documents = folder / "documents"
    if not documents.exists():
        shutil.copytree(ROOT / "documents", documents)
    write_plans(documents, size - FIVE)
    return {"PLANS_DOCUMENTS_DIR": str(documents), "PLANS_DATA_DIR": str(folder / "data")}


def _program(settings: Mapping[str, str], size: int, alone: Mapping[str, Any]) -> tuple[Figures, dict[str, Any]]:
    """The figures of one size, and how each question was answered."""
    figures = _built(settings, size)
    _tell(f"{size} plans: first answers")
    starts = [run_fresh("assistant", [FIRST_QUESTION, "--json"], settings) for _ in range(STARTS)]
    figures["start_s"] = median(ran.first_line_s for ran in starts)
    figures["start_processor_s"] = median(ran.processor_s for ran in starts)
    if not json.loads(starts[-1].line)["citations"]:
        raise RuntimeError("the first answer cites nothing")
    _tell(f"{size} plans: questions")
    ran = run_fresh("benchmarks.growth.scale_probes", ["questions", str(size - FIVE)], settings)
    asked = json.loads(ran.line)
    figures |= {"passages": asked["passages"], "asking_peak_mb": ran.peak_mb, "load": os.getloadavg()[0]}
    figures |= _costs(asked["ms"], "ms") | _costs(asked["processor_ms"], "processor_ms")
    figures |= _in_the_midst(asked, alone or asked)
    _tell(f"{size} plans: a document added and removed")
    changed = run_fresh("benchmarks.growth.scale_probes", ["change", str(_added(settings))], settings)
    figures |= json.loads(changed.line) | {"change_process_s": changed.seconds}
    _tell(f"{size} plans: served over HTTP")
    return figures | serving(settings), asked


def _built(settings: Mapping[str, str], size: int) -> Figures:
    """Seconds of `python -m index build`; of an index that is there already, those in which it was built then."""
    told = Path(settings["PLANS_DATA_DIR"]).parent / _BUILT
    if not told.exists():
        _tell(f"{size} plans: building")
        ran = run_fresh("index", ["build"], settings)
        told.write_text(json.dumps({"build_s": ran.seconds, "build_processor_s": ran.processor_s}), encoding="utf-8")
    figures: Figures = json.loads(told.read_text(encoding="utf-8"))
    return figures


def _added(settings: Mapping[str, str]) -> Path:
    """A document of three pages: the beginning of a made-up plan."""
    path = Path(settings["PLANS_DATA_DIR"]).parent / "three-pages.txt"
    path.write_text(scale_plan(_ADDED_NUMBER).text[:THREE_PAGES_CHARS], encoding="utf-8")
    return path


def _costs(taken_ms: Mapping[str, list[float]], unit: str) -> Figures:
    """Median and 95th percentile of each group; `named` are those that name a plan, of the five or a made-up one."""
    groups = {**taken_ms, "named": [*taken_ms["five_plans"], *taken_ms.get("made_up", [])]}
    figures: Figures = {}
    for name, values in groups.items():
        if values:
            figures |= {f"{name}_median_{unit}": median(values), f"{name}_p95_{unit}": quantiles(values, n=20)[-1]}
    return figures


def _in_the_midst(asked: Mapping[str, Any], alone: Mapping[str, Any]) -> Figures:
    """How many of the five plans' questions are answered rightly, and how many in the same words as alone, of 1."""
    same = [asked["answers"][name] == answer for name, answer in alone["answers"].items()]
    right = asked["right"].values()
    return {"right": sum(right) / len(right), "same_answer": sum(same) / len(same)}


def _plain(settings: Mapping[str, str], most_seconds: float) -> Figures:
    """The plain pipeline's figures; none where it was not done in time."""
    _tell("the plain pipeline")
    shutil.rmtree(Path(settings["PLANS_DATA_DIR"]) / "plain", ignore_errors=True)
    indexed = run_fresh("benchmarks.growth.scale_plain", ["index", str(most_seconds), str(_added(settings))], settings)
    figures: Figures = json.loads(indexed.line)
    if not figures.pop("complete"):
        return {}
    ran = run_fresh("benchmarks.growth.scale_plain", ["questions"], settings)
    asked = json.loads(ran.line)
    right = asked["right"].values()
    own = {"start_s": ran.first_line_s, "asking_peak_mb": ran.peak_mb, "right": sum(right) / len(right)}
    return figures | own | _costs(asked["ms"], "ms")


def _tell(what: str) -> None:
    sys.stderr.write(what + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
