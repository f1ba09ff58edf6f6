"""Reads files that are made to break a reader: each is read or refused in a sentence, within its time and memory.

    python -m benchmarks.bad_files [--number 500] [--seed 11] [--seconds 120] [--out FILE]

Prints a table, a row a kind of file, and the largest worker; 1 where a file was over its limits, ended a worker, or
brought up an error that is none of ours.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.bad_files.all_kinds import bad_files
from benchmarks.bad_files.bad_file import BadFile
from index.confined import MAX_BYTES, end_workers
from index.errors import FileRejected, ReaderDied
from index.read import ReadLimits, read_source
from index.storage.sources import Source

READ = "read"
_GRACE_SECONDS = 5.0  # to start a worker, and to end one
_MAX_FILE_BYTES = 20_000_000
_OWN_BYTES = 300_000_000  # what a worker takes before it reads anything
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file; `fault` says what should not have happened, "" where nothing did."""

    kind: str
    became: str
    seconds: float
    fault: str = ""


def main(argv: list[str] | None = None) -> int:
    """Reads the files and prints the table; 1 where one did what none may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bad_files", description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=500, help="how many files (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=11, help="the same files for the same seed (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=120, help="time limit of a file (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write what became of every file as JSON")
    arguments = parser.parse_args(argv)
    outcomes = list(read_bad_files(arguments.number, arguments.seed, arguments.seconds))
    end_workers()
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _KIB
    sys.stdout.write(table(outcomes))
    sys.stdout.write(f"largest worker: {largest / 1e6:.0f} MB\n")
    if arguments.out:
        arguments.out.write_text(json.dumps([asdict(one) for one in outcomes], indent=1) + "\n", encoding="utf-8")
    return int(any(one.fault for one in outcomes) or largest > MAX_BYTES + _OWN_BYTES)


def read_bad_files(number: int, seed: int, seconds: float) -> Iterator[Outcome]:
    """What became of so many files, in their order."""
    with TemporaryDirectory() as folder:
        for kind, bad in bad_files(number, seed):
            yield _read(kind, bad, Path(folder), seconds)


def _read(kind: str, bad: BadFile, folder: Path, seconds: float) -> Outcome:
    path = folder / bad.name
    path.write_bytes(bad.content)
    became, fault = READ, ""
    start = perf_counter()
    try:
        read_source(Source(bad.name, path, "", 0, 0), ReadLimits(_MAX_FILE_BYTES, seconds))
    except FileRejected as exc:
        became = type(exc).__name__
        fault = str(exc) if isinstance(exc, ReaderDied) or "could not be read (" in str(exc) else ""
    taken = perf_counter() - start
    return Outcome(kind, became, taken, fault or (f"{taken:.0f} s" if taken > seconds + _GRACE_SECONDS else ""))


def table(outcomes: Sequence[Outcome]) -> str:
    """A row a kind: how many, what became of them, the slowest, the first fault."""
    rows = [f"{'kind':16} {'files':>5} {'slowest':>9}  became"]
    for kind in dict.fromkeys(one.kind for one in outcomes):
        own = [one for one in outcomes if one.kind == kind]
        became = ", ".join(f"{name} {count}" for name, count in sorted(Counter(one.became for one in own).items()))
        fault = next((f"  FAULT {one.fault}" for one in own if one.fault), "")
        rows.append(f"{kind:16} {len(own):5} {max(one.seconds for one in own):7.1f} s  {became}{fault}")
    faults = sum(bool(one.fault) for one in outcomes)
    rows.append(f"{'all':16} {len(outcomes):5} {max(one.seconds for one in outcomes):7.1f} s  faults {faults}")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
