"""Thousands of questions by script: each is answered or refused in a sentence, within its time, and changes nothing.

    python -m benchmarks.many_questions [--count 5000] [--limit-s 5] [--out FILE]

The questions (`benchmarks.odd_questions`) are asked of the assistant in a process of its own, one at a time; where it does
not come back it is ended and the next one goes on with a new process. Exit 1 where a question took longer than its limit,
ended in anything but an answer or a `PlansError`, or where the index is another one afterwards.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.fresh import run_fresh
from benchmarks.odd_questions import odd_questions

if TYPE_CHECKING:
    from assistant import Assistant, Question

ROOT = Path(__file__).parents[1]

LIMIT_S = 5.0
_PATIENCE = 3
"""Times the limit after which a process that does not come back is ended."""
_START_S = 300
_SHOWN_CHARS = 60


class End(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    NOT_TOLD = "not told"
    """The plans do not tell: a refusal with a sentence."""
    REJECTED = "rejected"
    """It cannot be asked so: a `PlansError`."""
    FAILED = "failed"
    HUNG = "hung"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question came to; `error` is the last line of what went wrong, "" where nothing did."""

    kind: str
    text: str
    end: End
    seconds: float
    error: str = ""

    def breach(self, limit_s: float) -> str:
        """What must not be about it, as a line; "" where all is well."""
        wrong = self.end in (End.FAILED, End.HUNG)
        if not wrong and self.seconds <= limit_s:
            return ""
        shown = self.text[:_SHOWN_CHARS].encode("utf-8", "backslashreplace").decode("utf-8")
        return f"{self.kind}: {self.end}, {self.seconds:.1f} s, {len(self.text)} characters: {shown!r} {self.error}"


def main(argv: list[str] | None = None) -> int:
    """Asks and prints a table; 1 where something happened that must not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many_questions", description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=5_000, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--limit-s", type=float, default=LIMIT_S, metavar="S", help="for each (default: %(default)g)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the table and the breaches as JSON")
    arguments = parser.parse_args(argv)
    from index import Index, read_settings
    from index.build import build

    with TemporaryDirectory() as folder:
        settings = read_settings().model_copy(update={"data_dir": Path(folder)})
        build(settings)
        before = Index.open(settings).fingerprint
        outcomes = list(asked_apart(odd_questions(arguments.count), folder, arguments.limit_s))
        changed = Index.open(settings).fingerprint != before or not _checked(folder)
    breaches = [line for outcome in outcomes if (line := outcome.breach(arguments.limit_s))]
    breaches += ["the index is another one than before"] if changed else []
    sys.stdout.write(table(outcomes, arguments.limit_s) + "".join(f"{line}\n" for line in breaches))
    if arguments.out:
        report = {"limit_s": arguments.limit_s, "kinds": by_kind(outcomes, arguments.limit_s), "breaches": breaches}
        arguments.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 1 if breaches else 0


def _checked(data_dir: str) -> bool:
    """Whether `python -m index check` finds every text as it was read."""
    try:
        run_fresh("index", ["check"], {"PLANS_DATA_DIR": data_dir})
    except CalledProcessError:
        return False
    return True


def ask(assistant: Assistant, kind: str, question: Question) -> Outcome:
    """One question, whatever comes of it."""
    from index import PlansError

    started, end, error = perf_counter(), End.ANSWERED, ""
    try:
        answer = assistant.ask(question)
        json.dumps(answer.to_json())
    except PlansError as exc:
        end = End.REJECTED
        error = "" if str(exc) else "a rejection without a sentence"
    except Exception as exc:  # noqa: BLE001 - whatever is wrong with one question is counted and told
        end, error = End.FAILED, f"{_where(exc)}: {type(exc).__name__}: {exc}"
    else:
        end = End.NOT_TOLD if answer.refused else End.ANSWERED
    return Outcome(kind, question.text, End.FAILED if error else end, perf_counter() - started, error)


def _where(exc: Exception) -> str:
    """File and line of ours from which a library was called that failed, or which failed itself."""
    frames = [frame for frame in traceback.extract_tb(exc.__traceback__) if Path(frame.filename).is_relative_to(ROOT)]
    return f"{Path(frames[-1].filename).relative_to(ROOT)}, line {frames[-1].lineno}"


def asked_apart(questions: Iterable[tuple[str, Question]], data_dir: str, limit_s: float) -> Iterator[Outcome]:
    """The outcome of each question, asked in another process, which is replaced where it does not come back."""
    spawning = multiprocessing.get_context("spawn")
    process, here = None, None
    for kind, question in questions:
        if process is None or here is None:
            here, there = spawning.Pipe()
            process = spawning.Process(target=_serve, args=(there, data_dir), daemon=True)
            process.start()
            there.close()
            if not here.poll(_START_S):
                raise SystemExit("the assistant did not open")
            here.recv()
        here.send((kind, question))
        try:
            outcome = here.recv() if here.poll(limit_s * _PATIENCE) else None
        except EOFError:
            outcome = Outcome(kind, question.text, End.FAILED, 0.0, "the process died")
        yield outcome or Outcome(kind, question.text, End.HUNG, limit_s * _PATIENCE, "it did not come back")
        if outcome is None or not process.is_alive():
            process.kill()
            process.join()
            process = None
    if process is not None:
        process.kill()
        process.join()


def _serve(pipe: Connection, data_dir: str) -> None:
    """Answers what comes through the pipe; the first thing it sends says that it is ready."""
    from assistant import Assistant
    from index import read_settings

    assistant = Assistant(read_settings().model_copy(update={"data_dir": Path(data_dir)}))
    assistant.warm_up()
    pipe.send("ready")
    while True:
        pipe.send(ask(assistant, *pipe.recv()))


def by_kind(outcomes: Sequence[Outcome], limit_s: float) -> dict[str, dict[str, float]]:
    """How many questions of each kind ended how, the slowest of them, and how many ended as they must not."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        kinds["all"].append(outcome)
        kinds[outcome.kind].append(outcome)
    return {
        kind: {
            **{str(end): float(Counter(o.end for o in found)[end]) for end in End},
            "slowest_s": max(outcome.seconds for outcome in found),
            "breaches": float(sum(bool(outcome.breach(limit_s)) for outcome in found)),
        }
        for kind, found in kinds.items()
    }


def table(outcomes: Sequence[Outcome], limit_s: float) -> str:
    """A row a kind of question."""
    rows = by_kind(outcomes, limit_s)
    head = ("", *next(iter(rows.values())))
    lines = ["".join(f"{cell:>12}" if at else f"{cell:<24}" for at, cell in enumerate(head))]
    for kind, found in rows.items():
        cells = (f"{value:>12.2f}" if name.endswith("_s") else f"{value:>12.0f}" for name, value in found.items())
        lines.append(f"{kind:<24}" + "".join(cells))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
