"""How soon the page is there after the program's start, and how soon it reacts, in a Chromium of this machine.

    python -m benchmarks.page [--against PATH] [--rounds 3] [--first-start] [--out FILE]

A round starts the program and has a browser at its address meanwhile: milliseconds from the process's start to the first
paint, to a question box that takes words, to the first answer and to the whole page. Then each interaction, from the click to
the first frame in which something of it is to be seen. With `--against` another checkout is measured in turns with this
one. The index is built before the first round; with `--first-start` each round begins with none.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Error, Page, sync_playwright

from benchmarks.own_page import ROOT, free_port
from benchmarks.page.reactions import reactions

Figures = dict[str, float]

QUESTION = "克州燃气安全谁牵头?"
BOX, ANSWER = "#question-box textarea", "#conversation .answer"
WAIT_SECONDS = 300
_PAINTED = "performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)"
_ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(argv: list[str] | None = None) -> int:
    """Measures and prints a table, a column a checkout; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--against", type=Path, metavar="PATH", help="another checkout, measured in turns with this one"
    )
    parser.add_argument("--rounds", type=int, default=3, help="starts of each (default: %(default)s)")
    parser.add_argument("--first-start", action="store_true", help="begin each round without an index")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write every measurement as JSON")
    arguments = parser.parse_args(argv)
    checkouts = [ROOT, *([arguments.against.resolve()] if arguments.against else [])]
    measured: dict[Path, list[Figures]] = {checkout: [] for checkout in checkouts}
    with TemporaryDirectory() as folder, _browser() as browser:
        homes = {checkout: Path(folder) / str(place) for place, checkout in enumerate(checkouts)}
        if not arguments.first_start:
            for checkout, home in homes.items():
                _round(browser, checkout, home)
        for _ in range(arguments.rounds):
            for checkout, home in homes.items():
                if arguments.first_start:
                    shutil.rmtree(home, ignore_errors=True)
                measured[checkout].append(_round(browser, checkout, home))
    sys.stdout.write(table(measured))
    if arguments.out:
        told = {str(checkout): rounds for checkout, rounds in measured.items()}
        arguments.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


@contextmanager
def _browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield opened
        opened.close()


def _round(browser: Browser, checkout: Path, home: Path) -> Figures:
    """One start of the program and one visit."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLANS_")}
    own = {"PLANS_DATA_DIR": str(home), "PLANS_PORT": str(port), "PLANS_HOST": "127.0.0.1"}
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(WAIT_SECONDS * 1000)
    started = time.time()
    process = subprocess.Popen(
        [sys.executable, "app.py"], cwd=checkout, env=kept | own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        start = _started(page, f"http://127.0.0.1:{port}/", started)
        return start | reactions(page)
    finally:
        context.close()
        process.terminate()
        process.wait()


def _started(page: Page, address: str, started: float) -> Figures:
    """Milliseconds from the process's start; the page may be exchanged for the whole one at any moment."""
    figures: Figures = {}
    asked = False
    deadline = time.monotonic() + WAIT_SECONDS

    def reached(name: str, when: float) -> None:
        figures.setdefault(name, when - started * 1000)

    _come(page, address)
    while "whole page" not in figures and time.monotonic() < deadline:
        try:
            painted = page.evaluate(_PAINTED)
            if painted == painted and "first paint" not in figures:
                reached("first paint", painted)
            if not asked and page.locator(BOX).is_visible():
                reached("question can be written", time.time() * 1000)
                page.fill(BOX, QUESTION, timeout=1000)
                page.press(BOX, "Enter", timeout=1000)
                asked = True
            if page.locator(ANSWER).count():
                reached("first answer", time.time() * 1000)
            if "first answer" in figures and page.locator("body[data-ready]").count():
                reached("whole page", time.time() * 1000)
        except Error:  # exchanged meanwhile
            continue
        page.wait_for_timeout(20)
    return {f"start: {name}, ms": figures[name] for name in sorted(figures, key=lambda name: figures[name])}


def _come(page: Page, address: str) -> None:
    """As a person who loads the page again and again until there is one."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        try:
            page.goto(address, wait_until="commit")
            return
        except Error:
            time.sleep(0.05)
    message = "the page did not come up"
    raise SystemExit(message)


def table(measured: dict[Path, Sequence[Figures]] | dict[Path, list[Figures]]) -> str:
    """A row a figure, a column a checkout: the median of its rounds and the worst."""
    names = list(dict.fromkeys(name for rounds in measured.values() for found in rounds for name in found))
    head = f"{'median (worst) of rounds':<44}" + "".join(f"{checkout.name[-16:]:>20}" for checkout in measured)
    rows = [f"{name:<44}" + "".join(_cell(name, rounds) for rounds in measured.values()) for name in names]
    return "\n".join((head, *rows)) + "\n"


def _cell(name: str, rounds: Sequence[Figures]) -> str:
    found = [figures[name] for figures in rounds if name in figures]
    return f"{f'{median(found):.0f} ({max(found):.0f})' if found else '-':>20}"


if __name__ == "__main__":
    sys.exit(main())
