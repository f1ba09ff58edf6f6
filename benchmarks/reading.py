"""How long PDFs take to read: a paper of many pages with tables, beside the plain text extraction of pypdf.

    python -m benchmarks.reading [--pages 224] [--file FILE ...]

The paper is printed from the plans of the documents folder, every fifth page with a ruled table. Each reader runs in a
fresh process of its own, one after the other.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[1]
PAGES, TABLE_EVERY = 224, 5
LIMIT_S = 60.0
_LINES, _SIGNS = 28, 28
_LEFT, _TOP, _SIZE, _PITCH = 80, 760, 15, 24
_ROWS, _WIDTHS = 20, (40, 200, 120, 80)
_KB_PER_MB = 1024 if sys.platform != "darwin" else 1024**2
_MOST_BYTES = 1_000_000_000

Figures = tuple[float, int, float]
"""Seconds, signs read, peak memory in MB."""


def main(argv: list[str] | None = None) -> int:
    """Prints a line for each file and reader; 1 where ours takes more than a minute for the printed paper."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=PAGES, help="of the printed paper (default: %(default)s)")
    parser.add_argument("--file", type=Path, nargs="*", default=[], help="PDFs to read instead")
    arguments = parser.parse_args(argv)
    with TemporaryDirectory() as folder:
        printed = Path(folder) / "printed.pdf"
        if not arguments.file:
            print_paper(printed, arguments.pages)
        slowest = 0.0
        for path in arguments.file or [printed]:
            for name, read in (("pypdf, text alone", read_plainly), ("the program", read_with_layout)):
                seconds, signs, peak = _in_fresh_process(read, path)
                sys.stdout.write(f"{path.name}: {name}: {seconds:.1f} s, {signs:,} signs, {peak:.0f} MB\n")
                slowest = max(slowest, seconds) if read is read_with_layout else slowest
    return int(slowest > LIMIT_S and not arguments.file)


def read_plainly(path: Path) -> Figures:
    """Pypdf's text of each page."""
    from pypdf import PdfReader

    started = perf_counter()
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    return _figures(started, text)


def read_with_layout(path: Path) -> Figures:
    """The text that the program searches."""
    from index.reading.files.load import load_file

    started = perf_counter()
    return _figures(started, load_file(path, _MOST_BYTES).text)


def _figures(started: float, text: str) -> Figures:
    seconds = perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KB_PER_MB
    return seconds, sum(not sign.isspace() for sign in text), peak


def _in_fresh_process(read: Callable[[Path], Figures], path: Path) -> Figures:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(read, (path,))


def print_paper(path: Path, pages: int) -> None:
    """Print the text of the plans, over and over, with a head, page numbers and a table on every fifth page."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    plans = "\n".join(plan.read_text(encoding="utf-8") for plan in sorted((ROOT / "documents").glob("*.txt")))
    lines = cycle(
        line[at : at + _SIGNS] for line in plans.splitlines() if line.strip() for at in range(0, len(line), _SIGNS)
    )
    canvas = Canvas(str(path))
    for number in range(1, pages + 1):
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(_LEFT, 810, "安全生产规划汇编")
        canvas.drawString(280, 30, f"— {number} —")
        canvas.setFont("STSong-Light", _SIZE)
        if number % TABLE_EVERY:
            for row, line in enumerate(islice(lines, _LINES)):
                canvas.drawString(_LEFT, _TOP - _PITCH * row, line)
        else:
            _print_table(canvas, [line[:10] for line in islice(lines, _ROWS * len(_WIDTHS))])
        canvas.showPage()
    canvas.save()


def _print_table(canvas: object, cells: list[str]) -> None:
    waiting = iter(cells)
    for row in range(_ROWS):
        left, bottom = 60, _TOP - 32 * row
        canvas.setFont("STSong-Light", 9)
        for width in _WIDTHS:
            canvas.rect(left, bottom, width, 32)
            canvas.drawString(left + 4, bottom + 12, next(waiting)[: width // 10])
            left += width


if __name__ == "__main__":
    sys.exit(main())
