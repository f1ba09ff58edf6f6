"""Commands in fresh processes, as a person starts them: how long until they answer, how much memory they take."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
_KIB_PER_MB = 1024
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Ran:
    """What one process came to: seconds from its start to its first line and to its end, and those of the processor."""

    first_line_s: float
    seconds: float
    processor_s: float
    line: str
    """The last one."""
    peak_mb: float


def run_fresh(module: str, arguments: Sequence[str], settings: Mapping[str, str], given: str = "") -> Ran:
    """`python -m module arguments` with these settings alone; `given` is what it reads.

    Raises:
        CalledProcessError: It ended with another status than 0; what it told on stderr is in the error.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PLANS_")} | dict(settings)
    command = [sys.executable, "-m", module, *arguments]
    started = perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(given)
        process.stdin.close()
        first = process.stdout.readline()
        first_line_s = perf_counter() - started
        printed = first + process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    line = printed.strip().rpartition("\n")[2]
    processor_s = used.ru_utime + used.ru_stime
    return Ran(first_line_s, perf_counter() - started, processor_s, line, used.ru_maxrss / _KIB_PER_MB)


def memory_mb(process: int) -> dict[str, float]:
    """Memory of a process and of all that it started, in MB; empty where the system has no /proc.

    `rss_mb` counts shared pages once a process, `pss_mb` once in all, `private_mb` not at all; `peak_mb` is the sum of
    what each held at most.
    """
    totals = dict.fromkeys(("rss_mb", "pss_mb", "private_mb", "peak_mb"), 0.0)
    if not (_PROC / str(process) / "smaps_rollup").exists():
        return {}
    for number in _with_children(process):
        try:
            rollup, status = (_kib_by_name(_PROC / str(number) / name) for name in ("smaps_rollup", "status"))
        except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            continue
        totals["rss_mb"] += rollup["Rss"] / _KIB_PER_MB
        totals["pss_mb"] += rollup["Pss"] / _KIB_PER_MB
        totals["private_mb"] += (rollup["Private_Clean"] + rollup["Private_Dirty"]) / _KIB_PER_MB
        totals["peak_mb"] += status["VmHWM"] / _KIB_PER_MB
    return totals


def _with_children(process: int) -> list[int]:
    """The process and all below it."""
    parents = {}
    for folder in _PROC.iterdir():
        if folder.name.isdigit() and (folder / "stat").exists():
            # The name of the program stands in brackets and may hold anything; state and parent follow.
            behind_name = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            parents[int(folder.name)] = int(behind_name[1])
    found = [process]
    for number in found:
        found += [child for child, parent in parents.items() if parent == number]
    return found


def _kib_by_name(path: Path) -> dict[str, int]:
    """The lines "Rss:   1234 kB" of a file."""
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {words[0].rstrip(":"): int(words[1]) for words in lines if len(words) == 3 and words[2] == "kB"}
