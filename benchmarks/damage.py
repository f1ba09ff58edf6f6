"""Damaged copies of an index: is the damage told, is nothing wrong answered, is all of it repaired?

    python -m benchmarks.damage [--copies 100] [--seed 1] [--plans ID ...] [--out FILE]

Each copy of the data folder has random bytes of one random file changed, blanked, cut off, or the file deleted; every
second copy has its newest change in SQLite's journal. A process of its own then checks the copy, asks ten fixed questions
of it as it is, repairs it, checks it and asks again. A breach is a traceback, a wrong answer (neither that of the whole
index, nor a refusal, nor an error's sentence), damage that changes an answer and is not told, or one that is not repaired.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import sqlite3
import sys
import traceback
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from assistant import Assistant, Question
from index import PlansError, Settings
from index.build import add, build
from index.storage.check import check

ROOT = Path(__file__).parents[1]
PLANS = ("kizilsu-2024", "zhongwei-13th")
ADDED = "kunming-14th"
_ASKED = """
克州燃气安全谁牵头?
克州治本攻坚三年行动到2026年的目标是什么?
克州重大事故隐患由谁督办?
克州消防安全由哪个部门负责?
中卫市十三五亿元GDP生产安全事故死亡率下降多少?
中卫市十三五煤矿百万吨死亡率目标是多少?
中卫市十三五安全生产的主要任务有哪些?
昆明市十四五亿元GDP生产安全事故死亡率目标是多少?
昆明市十四五危险化学品安全由谁负责?
昆明市十四五安全生产的重点工程有哪些?
"""
_PAGE = 4096  # of SQLite and of most disks
_MOST_BYTES = 40
_LIMIT_S = 300.0
_ADD_AGAIN = "add the file again"  # what `check` says of a copy of an added file that cannot be repaired


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one copy; `breach` is "" where all went as it should."""

    damage: str
    told: str = ""
    right: int = 0
    refused: int = 0
    errors: int = 0
    breach: str = ""


def main(argv: list[str] | None = None) -> int:
    """Prints a line for every copy and a table; 0 without a breach, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.damage", description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=100, help="how many are damaged (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn by chance (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write every copy's outcome as JSON")
    arguments = parser.parse_args(argv)
    with TemporaryDirectory() as folder:
        outcomes = measure(Path(folder), arguments.copies, Random(arguments.seed))
    sys.stdout.write(table(outcomes))
    if arguments.out:
        arguments.out.write_text(json.dumps([asdict(one) for one in outcomes], ensure_ascii=False, indent=1) + "\n")
    return 1 if any(one.breach for one in outcomes) else 0


def measure(folder: Path, copies: int, random: Random) -> list[Outcome]:
    """Damages so many copies, one after the other."""
    settings = _whole(folder)
    expected = _apart(_expected, settings)
    assert isinstance(expected, list)
    outcomes = []
    for number in range(copies):
        copy = settings.model_copy(update={"data_dir": folder / "copy"})
        shutil.rmtree(copy.data_dir, ignore_errors=True)
        shutil.copytree(folder / ("journal" if number % 2 else "data"), copy.data_dir)
        told = damage(copy.data_dir, random)
        outcome = _apart(_examined, copy, told, expected, folder / "added.txt")
        outcomes.append(outcome if isinstance(outcome, Outcome) else Outcome(told, breach=str(outcome)))
        sys.stderr.write(f"{number + 1}/{copies} {outcomes[-1]}\n")
    return outcomes


def damage(data_dir: Path, random: Random) -> str:
    """Damages one file of a data folder, the database every second time; tells what was done."""
    files = [path for path in sorted(data_dir.rglob("*")) if path.is_file() and path.stat().st_size]
    path = random.choice([data_dir / "plans.db", random.choice(files)])
    content, kind = bytearray(path.read_bytes()), random.choice(("change", "change", "blank", "cut", "delete"))
    at = random.randrange(len(content))
    if kind == "change":
        count = random.randint(1, _MOST_BYTES)
        for _ in range(count):
            content[random.randrange(len(content))] ^= random.randint(1, 255)
        path.write_bytes(content)
    elif kind == "blank":
        start = at // _PAGE * _PAGE
        content[start : start + _PAGE] = bytes(len(content[start : start + _PAGE]))
        path.write_bytes(content)
    elif kind == "cut":
        path.write_bytes(content[:at])
    else:
        path.unlink()
    return f"{kind} {path.relative_to(data_dir).as_posix().rpartition('/')[2]}"


def table(outcomes: Sequence[Outcome]) -> str:
    """Counts, and the copies that were not as they should be."""
    counts = Counter({"copies": len(outcomes)})
    for one in outcomes:
        counts["told"] += bool(one.told)
        counts["without effect"] += not one.told
        counts["answers right while damaged"] += one.right
        counts["refusals while damaged"] += one.refused
        counts["errors told while damaged"] += one.errors
        counts["breaches"] += bool(one.breach)
    lines = [f"{name:30} {count:6}" for name, count in counts.items()]
    lines += [f"breach: {one.damage}: {one.breach}" for one in outcomes if one.breach]
    return "\n".join(lines) + "\n"


def _whole(folder: Path) -> Settings:
    """An index of some plans and an added file in folder/data; in folder/journal the same, its last change in a journal."""
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    for plan in PLANS:
        shutil.copy(ROOT / "documents" / f"{plan}.txt", settings.documents_dir)
    added = Path(shutil.copy(ROOT / "documents" / f"{ADDED}.txt", folder / "added.txt"))
    _apart(_built, settings, added, None)
    shutil.copytree(settings.data_dir, folder / "journal")
    _apart(_built, settings.model_copy(update={"data_dir": folder / "journal"}), None, folder / "kept")
    shutil.rmtree(folder / "journal")
    (folder / "kept").rename(folder / "journal")
    return settings


def _built(settings: Settings, added: Path | None, kept: Path | None) -> None:
    """Builds; with `kept` the data folder is copied there while SQLite still has the change in its journal."""
    if kept is None or added is not None:
        build(settings)
    if added is not None:
        add(settings, [added])
    if kept is None:
        return
    with closing(sqlite3.connect(settings.data_dir / "plans.db")) as connection:
        connection.execute("select count(*) from documents").fetchone()  # who has it open keeps the journal from going
        path = settings.documents_dir / f"{PLANS[0]}.txt"
        before = path.read_bytes()
        path.write_bytes(before + b"\n")
        build(settings)
        path.write_bytes(before)
        build(settings)
        shutil.copytree(settings.data_dir, kept)


def _expected(settings: Settings) -> list[str]:
    return [
        _answered(assistant, text) for assistant in [Assistant(settings, build_first=False)] for text in _ASKED.split()
    ]


def _answered(assistant: Assistant, text: str) -> str:
    answer = assistant.ask(Question(text))
    return "" if answer.refused else answer.answer


def _examined(settings: Settings, told: str, expected: Sequence[str], added: Path) -> Outcome:
    try:
        report = check(settings)
        faults, found = report.faults, report.damage
    except PlansError as exc:
        faults, found = (str(exc),), None
    right, refused, errors, wrong = _asked(settings, expected)
    outcome = Outcome(told, faults[0] if faults else "", right, refused, errors)
    breach = f"{wrong} wrong answers" if wrong else ""
    if not faults and right < len(expected):
        breach = breach or f"not told, and {len(expected) - right} answers are not as before"
    breach = breach or _repaired(settings, found, expected, added)
    return Outcome(told, outcome.told, right, refused, errors, breach)


def _asked(settings: Settings, expected: Sequence[str]) -> tuple[int, int, int, int]:
    """How many answers are right, refused, errors and wrong."""
    counts: Counter[str] = Counter()
    try:
        assistant = Assistant(settings, build_first=False)
    except PlansError:
        return 0, 0, len(expected), 0
    for text, right in zip(_ASKED.split(), expected, strict=True):
        try:
            answer = _answered(assistant, text)
            counts["right" if answer == right else "wrong" if answer else "refused"] += 1
        except PlansError:
            counts["error"] += 1
    return counts["right"], counts["refused"], counts["error"], counts["wrong"]


def _repaired(settings: Settings, found: object, expected: Sequence[str], added: Path) -> str:
    """What is not right after a repair; "" where all is."""
    build(settings, **({"damage": found} if found else {}))
    if any(_ADD_AGAIN in fault for fault in check(settings).faults):
        add(settings, [added])
    if faults := check(settings).faults:
        return f"not repaired: {faults[0]}"
    right = _asked(settings, expected)[0]
    return "" if right == len(expected) else f"{len(expected) - right} answers are not as before, after the repair"


def _apart(work, *arguments):  # noqa: ANN001, ANN002, ANN202
    """What `work` gives in a process of its own; a sentence where it failed or crashed."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, work, arguments))
    process.start()
    sender.close()
    given = None
    with suppress(EOFError):
        given = receiver.recv() if receiver.poll(_LIMIT_S) else f"takes longer than {_LIMIT_S:g} s"
    process.join(1)
    if process.is_alive():
        process.kill()
        process.join()
    return given if process.exitcode == 0 or given is not None else f"the process ended with {process.exitcode}"


def _send(sender: Connection, work, arguments) -> None:  # noqa: ANN001
    try:
        sender.send(work(*arguments))
    except BaseException:  # noqa: BLE001 - a library written in Rust raises what is no Exception
        sender.send(traceback.format_exc())


if __name__ == "__main__":
    raise SystemExit(main())
