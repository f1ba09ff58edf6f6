"""How long the typed facts take: to read out of the plans at indexing, and to look up afterwards.

    python -m benchmarks.facts [--max-read-s 3] [--max-lookup-ms 10]

Exit 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

_ROUNDS = 5


def main(argv: list[str] | None = None) -> int:
    """Measures both and prints a table; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.facts", description=__doc__.splitlines()[0])
    parser.add_argument("--max-read-s", type=float, default=3.0, metavar="S", help="for all plans together")
    parser.add_argument("--max-lookup-ms", type=float, default=10.0, metavar="MS", help="for one look-up, the slowest")
    arguments = parser.parse_args(argv)
    from index import Index, read_settings
    from index.build import build
    from index.facts import read_facts

    with TemporaryDirectory() as folder:
        settings = read_settings().model_copy(update={"data_dir": Path(folder)})
        build(settings)
        index = Index.open(settings)
        plans = [index.document(document.id) for document in index.documents]
        read_s: list[float] = []
        for _ in range(_ROUNDS):
            started = perf_counter()
            kinds = Counter(fact.kind for plan in plans for fact in read_facts(plan.clean, plan.root, plan.tables))
            read_s.append(perf_counter() - started)
        lookups_ms = _lookups_ms(index)
    held = median(read_s) <= arguments.max_read_s and max(lookups_ms) <= arguments.max_lookup_ms
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    lines = (
        f"facts                         {told}",
        f"reading all plans, median s   {median(read_s):.3f}",
        f"one look-up, median ms        {median(lookups_ms):.3f}",
        f"one look-up, slowest ms       {max(lookups_ms):.3f}",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if held else 1


def _lookups_ms(index: object) -> list[float]:
    """Each office to its duties, each person's office, each indicator by name and year, over all plans."""
    from index import Deadline, Duty, Index, Indicator, Person

    assert isinstance(index, Index)
    taken: list[float] = []
    for name in (
        "住房和城乡建设局",
        "应急管理局",
        "市场监督管理局",
        "道路交通万车死亡率",
        "煤矿百万吨死亡率",
        "王海江",
        "火车站",
    ):
        for _ in range(_ROUNDS):
            started = perf_counter()
            for duty in index.facts(Duty):
                _ = any(name in unit for unit in duty.units)
            for person in index.facts(Person):
                _ = name in person.name or any(name in position.office for position in person.positions)
            for indicator in index.facts(Indicator):
                _ = name in indicator.name and 2015 in indicator.years
            for deadline in index.facts(Deadline):
                _ = name in deadline.what
            taken.append((perf_counter() - started) * 1000)
    return taken


if __name__ == "__main__":
    sys.exit(main())
