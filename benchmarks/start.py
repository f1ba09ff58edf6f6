"""Start and speed of a checkout: process start to the first cited answer, questions a second, peak memory.

    python -m benchmarks.start [--against PATH] [--rounds 3] [--starts 5] [--questions 200] [--out FILE]

With `--against`, another checkout of the program is measured in turns with this one, by the same Python, so that what
else the machine does meets both. Only `python -m assistant` and `from assistant import Assistant` are used, which every
state of the program has. Seconds of the processor tell two states apart where other programs disturb the clock. Python
keeps compiled modules in a folder of the measurement, as an installed program has them whatever the environment says.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

Figures = dict[str, float]

ROOT = Path(__file__).parents[1]
FIRST_QUESTION = "克州燃气安全谁牵头?"
_FIRST = (sys.executable, "-m", "assistant", FIRST_QUESTION, "--json")
_NOT_HANDED_ON = ("PLANS_", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
_KIB_PER_MIB = 1024
_ASK_ALL = """
import json, sys
from time import perf_counter, process_time
from assistant import Assistant, Question
assistant = Assistant()
texts = json.load(sys.stdin)
for text in texts[:5]:
    assistant.ask(Question(text=text))
wall, processor = perf_counter(), process_time()
for text in texts:
    assistant.ask(Question(text=text))
print(json.dumps([len(texts) / (perf_counter() - wall), len(texts) / (process_time() - processor)]))
"""


def main(argv: list[str] | None = None) -> int:
    """Measures and prints a table, a column a checkout; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--against", type=Path, metavar="PATH", help="another checkout, measured in turns with this one"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default: %(default)s)")
    parser.add_argument("--starts", type=int, default=5, help="fresh processes in a round (default: %(default)s)")
    parser.add_argument("--questions", type=int, default=200, help="how many are asked (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write every measurement as JSON")
    arguments = parser.parse_args(argv)
    checkouts = [ROOT, *([arguments.against.resolve()] if arguments.against else [])]
    measured = measure(checkouts, read_questions(arguments.questions), arguments.rounds, arguments.starts)
    sys.stdout.write(table(measured))
    if arguments.out:
        told = {str(checkout): rounds for checkout, rounds in measured.items()}
        arguments.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def read_questions(count: int) -> list[str]:
    """Fixed questions that need no history, evenly drawn over all files."""
    files = sorted((ROOT / "evals" / "questions").glob("*.jsonl"))
    lines = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    asked = list(dict.fromkeys(line["question"] for line in lines if not line.get("history")))
    return asked[:: max(1, len(asked) // count)][:count]


def measure(checkouts: Sequence[Path], questions: Sequence[str], rounds: int, starts: int) -> dict[Path, list[Figures]]:
    """The figures of each round of each checkout; what starts finds its index built, which is a figure of its own."""
    measured: dict[Path, list[Figures]] = {checkout: [] for checkout in checkouts}
    with TemporaryDirectory() as folder:
        for number in range(rounds):
            homes = {checkout: Path(folder) / f"{place}-{number}" for place, checkout in enumerate(checkouts)}
            built = {checkout: _run(checkout, home, _FIRST)[0] for checkout, home in homes.items()}
            started: dict[Path, list[Figures]] = {checkout: [] for checkout in checkouts}
            for _ in range(starts):
                for checkout, home in homes.items():
                    started[checkout].append(_first_answer(checkout, home))
            for checkout, home in homes.items():
                figures = {"first start with index built, s": built[checkout]["clock"]}
                measured[checkout].append(figures | _middle(started[checkout]) | _many(checkout, home, questions))
    return measured


def _first_answer(checkout: Path, data_dir: Path) -> Figures:
    """One fresh process, from its start to its end behind the first answer."""
    used, answer = _run(checkout, data_dir, _FIRST)
    if not json.loads(answer)["citations"]:
        message = f"{checkout}: the first answer cites nothing"
        raise RuntimeError(message)
    return {
        "start to first answer, s": used["clock"],
        "start to first answer, processor s": used["processor"],
        "start to first answer, peak MiB": used["peak_mib"],
    }


def _middle(several: Sequence[Figures]) -> Figures:
    return {name: median(figures[name] for figures in several) for name in several[0]}


def _many(checkout: Path, data_dir: Path, questions: Sequence[str]) -> Figures:
    asked, rates = _run(checkout, data_dir, [sys.executable, "-c", _ASK_ALL], json.dumps(questions))
    by_clock, by_processor = json.loads(rates)
    return {
        "questions a second": by_clock,
        "questions a processor second": by_processor,
        "peak memory, MiB": asked["peak_mib"],
    }


def _run(checkout: Path, data_dir: Path, command: Sequence[str], given: str = "") -> tuple[Figures, str]:
    """Seconds and peak memory of one process, and the last line that it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_HANDED_ON)}
    environment |= {"PLANS_DATA_DIR": str(data_dir), "PYTHONPYCACHEPREFIX": f"{data_dir}-compiled"}
    started = perf_counter()
    with subprocess.Popen(
        command,
        cwd=checkout,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(given)
        process.stdin.close()
        printed = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    figures = {
        "clock": perf_counter() - started,
        "processor": used.ru_utime + used.ru_stime,
        "peak_mib": used.ru_maxrss / _KIB_PER_MIB,
    }
    return figures, printed.strip().rsplit("\n", 1)[-1]


def table(measured: dict[Path, list[Figures]]) -> str:
    """A row a figure, a column a checkout: the median of its rounds."""
    names = list(next(iter(measured.values()))[0])
    head = f"{'median of rounds':<38}" + "".join(f"{checkout.name[-16:]:>18}" for checkout in measured)
    rows = (
        f"{name:<38}" + "".join(f"{median(found[name] for found in rounds):>18.2f}" for rounds in measured.values())
        for name in names
    )
    return "\n".join((head, *rows)) + "\n"


if __name__ == "__main__":
    sys.exit(main())
