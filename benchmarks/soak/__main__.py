"""Several processes on one index: does anybody get an error, or an answer from half a document, while plans change?

    python -m benchmarks.soak [--minutes 10] [--clients 4] [--pause-s 0.3] [--seed 1] [--out FILE]

Starts a PostgreSQL and a Chroma server, two pages (`python app.py`, with their answering processes) and a writer that adds,
replaces and removes plans without a break, all over one data folder, and asks both pages over HTTP. Each version of a plan
states its own figure and leader in several places, so that an answer shows which version it is from. A breach is an error, a
mixture of two versions of a plan, a version that was not in force at any moment between question and answer, and a plan not
found that was in force all the time. At the end `check` must find no fault. Exit 1 on any of these.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from benchmarks.own_page import page_over
from benchmarks.servers import own_chroma, own_postgresql
from benchmarks.soak.soak_judging import Asked, Soaked, Written, breaches, in_force
from benchmarks.soak.soak_plans import PLACES, QUESTIONS, Version, told_versions
from index import PlansError, Settings
from index.build import add, build, remove
from index.storage.check import check

PAGES = 2
MAX_SECONDS = 30.0
"""After which a question counts as failed; a page gives it up after five by itself."""
_REPLACED = 0.7
"""Of the changes of a plan that is there, those that put another version in its place; the others remove it."""


def main(argv: list[str] | None = None) -> int:
    """Prints a line for every breach and a table; 0 without a breach, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10.0, help="how long is asked (default: %(default)s)")
    parser.add_argument("--clients", type=int, default=4, help="who ask at once, of both pages (default: %(default)s)")
    parser.add_argument("--pause-s", type=float, default=0.3, help="between two questions of one client")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn by chance (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write every change and question as JSON")
    arguments = parser.parse_args(argv)
    soaked = soak(arguments.minutes * 60, arguments.clients, arguments.pause_s, arguments.seed)
    found = breaches(soaked)
    sys.stdout.write(table(soaked, found))
    if arguments.out:
        told = asdict(soaked) | {"breaches": found}
        arguments.out.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if found or soaked.faults else 0


def soak(seconds: float, clients: int, pause_s: float, seed: int) -> Soaked:
    """Runs servers, pages, writer and clients for so long."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        url = stack.enter_context(own_postgresql()).new_database()
        settings = Settings(
            data_dir=folder / "data", database_url=url, chroma_url=stack.enter_context(own_chroma()), port=0
        )
        build(settings)
        environment = {
            "PLANS_DATA_DIR": str(settings.data_dir),
            "PLANS_DATABASE_URL": settings.database_url,
            "PLANS_CHROMA_URL": settings.chroma_url,
        }
        pages = [stack.enter_context(page_over(environment)).address for _ in range(PAGES)]
        for page in pages:
            httpx.post(f"{page}api/ask", json={"question": QUESTIONS[0].format(place="西安")}, timeout=120)
        started = time.monotonic()
        with _writer(settings, folder, seed) as written:
            asked = _ask(pages, started + seconds, clients, pause_s, seed)
        took = time.monotonic() - started
        return Soaked(took, tuple(written), tuple(asked), check(settings).faults)


# --- the writer


@contextmanager
def _writer(settings: Settings, folder: Path, seed: int) -> Iterator[list[Written]]:
    """A process that changes plans while the body runs; the list is filled when it has ended."""
    context = multiprocessing.get_context("spawn")
    told, tells = context.Pipe(duplex=False)
    stop, written = context.Event(), list[Written]()
    process = context.Process(target=_write, args=(settings, folder, seed, stop, tells))
    process.start()
    collecting = threading.Thread(target=_collect, args=(told, written))
    tells.close()
    collecting.start()
    try:
        yield written
    finally:
        stop.set()
        process.join(MAX_SECONDS)
        process.kill()
        process.join()
        collecting.join()


def _collect(told: Connection, written: list[Written]) -> None:
    while True:
        try:
            written.append(told.recv())
        except EOFError:
            return


def _write(settings: Settings, folder: Path, seed: int, stop: Event, tells: Connection) -> None:
    random, present, number = Random(seed), dict[str, int](), 0
    while not stop.is_set():
        place = random.choice(list(PLACES))
        gone = place in present and random.random() > _REPLACED
        number += 1
        begun, error = time.monotonic(), ""
        try:
            if gone:
                remove(settings, PLACES[place])
                del present[place]
            else:
                path = folder / f"{place}.txt"
                path.write_text(Version(place, number).text, encoding="utf-8")
                add(settings, [path], replace={path: PLACES[place]} if place in present else {})
                present[place] = number
        except PlansError as exc:
            error = f"{type(exc).__name__}: {exc}"
        tells.send(Written(place, present.get(place), begun, time.monotonic(), error))
    tells.close()


# --- the clients


def _ask(pages: Sequence[str], until: float, clients: int, pause_s: float, seed: int) -> list[Asked]:
    asked = [list[Asked]() for _ in range(clients)]

    def one(client: int) -> None:
        random, page = Random(seed * 1000 + client), client % len(pages)
        with httpx.Client(base_url=pages[page], timeout=MAX_SECONDS, verify=False) as connection:  # plain HTTP
            while time.monotonic() < until:
                place, question = random.choice(list(PLACES)), random.choice(QUESTIONS)
                asked[client].append(_asked(connection, page, place, question.format(place=place)))
                time.sleep(pause_s)

    threads = [threading.Thread(target=one, args=(client,)) for client in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [one for own in asked for one in own]


def _asked(connection: httpx.Client, page: int, place: str, question: str) -> Asked:
    begun = time.monotonic()
    try:
        reply = connection.post("api/ask", json={"question": question})
        done = time.monotonic()
        if reply.status_code != httpx.codes.OK:
            return Asked(page, place, question, begun, done, error=f"{reply.status_code} {reply.text[:300]}")
    except httpx.HTTPError as exc:
        return Asked(page, place, question, begun, time.monotonic(), error=f"{type(exc).__name__}: {exc}")
    answer = reply.json()
    return Asked(page, place, question, begun, done, _told(answer), answer["refused"])


def _told(answer: Mapping[str, Any]) -> tuple[int, ...]:
    """The numbers of the versions that an answer and its quotes are from; numbers are given once over all places."""
    text = "\n".join((answer["answer"], *(citation["quote"] for citation in answer["citations"])))
    return tuple(sorted({version.number for version in told_versions(text, _VERSIONS)}))


_VERSIONS = tuple(Version("", number) for number in range(1, 7000))


def table(soaked: Soaked, found: Sequence[str]) -> str:
    """What was done, how long it took, and what was wrong."""
    kinds = Counter(_kind(one, soaked.written) for one in soaked.asked)
    ask_s = [one.done - one.begun for one in soaked.asked]
    write_s = [one.done - one.begun for one in soaked.written]
    rows = [
        ("seconds", f"{soaked.seconds:.0f}"),
        (
            "changes",
            f"{len(soaked.written)}, of which {sum(one.number is None for one in soaked.written)} removed a plan",
        ),
        ("a change, median / p95 s", _spread(write_s)),
        ("questions", f"{len(soaked.asked)} to {PAGES} pages"),
        ("a question, median / p95 s", _spread(ask_s)),
        *(
            (name, str(kinds[name]))
            for name in ("while it was there", "while it was changed", "while it was not there")
        ),
        ("breaches", str(len(found))),
        ("faults of the index at the end", str(len(soaked.faults))),
    ]
    lines = [f"{name:32}{value}" for name, value in rows]
    return "\n".join([*(f"breach: {one}" for one in found), *(f"fault: {one}" for one in soaked.faults), *lines]) + "\n"


def _kind(asked: Asked, written: Sequence[Written]) -> str:
    there = in_force(asked, asked.place, written)
    if len(there) > 1:
        return "while it was changed"
    return "while it was there" if there != {None} else "while it was not there"


def _spread(seconds: Sequence[float]) -> str:
    if len(seconds) < 2:
        return "-"
    return f"{median(seconds):.2f} / {quantiles(seconds, n=20)[-1]:.2f}"


if __name__ == "__main__":
    sys.exit(main())
