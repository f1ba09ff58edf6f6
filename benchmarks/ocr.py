"""Recognition of text: a plan printed to scans with noise and skew, and what is read on them.

    python -m benchmarks.ocr [--plan FILE] [--pages 4] [--out FILE]

Three scans at 150 dots per inch, made on the fly and the same at every run: even noise; noise, blur and a page put in
crookedly; dust as well, and the paper the other way up. Each is read by a worker as `index add` reads it. Tells pages a
minute, the memory that the worker takes at most, characters wrong in a thousand (insertions, deletions and exchanges,
spaces aside), and how many lines hold a wrong character, of those below and above the confidence from which on a citation
is not marked. The letters need a Chinese font on the machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import cast

from PIL import Image
from rapidfuzz.distance import Levenshtein
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from assistant.types import SURE_RECOGNITION
from evals.formats.scans import Damage, pictures_of, write_scan
from index.confined import run_confined

PLAN = Path(__file__).parents[1] / "documents" / "kunming-14th.txt"
DPI = 150
FONT, POINTS, LEADING, LINE_SIGNS, PAGE_LINES, LEFT, TOP = "STSong-Light", 14, 26, 30, 26, 85, 770
SECONDS_A_PAGE = 120.0
MAX_BYTES = 200_000_000


DAMAGES = (
    Damage("noise", 0.0, 0.6, 12),
    Damage("noise, blur, skew 1.5°", 1.5, 0.8, 18),
    Damage("noise, dust, skew 182°", 182.0, 0.7, 15, 0.002),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one scan; `processor_seconds` are those of a page, lines are the wrong ones and all."""

    scan: str
    pages: int
    pages_a_minute: float
    processor_seconds: float
    peak_mb: float
    wrong_in_a_thousand: float
    unsure_lines: tuple[int, int]
    sure_lines: tuple[int, int]


def main(argv: list[str] | None = None) -> int:
    """Measures and prints a table, a row a scan; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ocr", description=__doc__.splitlines()[0])
    parser.add_argument("--plan", type=Path, default=PLAN, metavar="FILE", help="text to print (default: %(default)s)")
    parser.add_argument("--pages", type=int, default=4, help="of each scan (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    arguments = parser.parse_args(argv)
    lines = printed_lines(arguments.plan.read_text(encoding="utf-8"), arguments.pages * PAGE_LINES)
    with TemporaryDirectory() as folder:
        pages = printed(lines, Path(folder))
        measured = [measure(damage, pages, lines, Path(folder)) for damage in DAMAGES]
    sys.stdout.write(table(measured))
    if arguments.out:
        arguments.out.write_text(json.dumps([asdict(one) for one in measured], ensure_ascii=False), encoding="utf-8")
    return 0


def printed_lines(text: str, most: int) -> list[str]:
    """The first lines of a text as they are set: paragraphs without inner spaces, cut at the width of the page.

    Only those that hold a sentence: the dots of a table of contents are nothing to be read.
    """
    found: list[str] = []
    for paragraph in text.splitlines():
        words = "".join(paragraph.split()) if "。" in paragraph else ""
        found += [words[at : at + LINE_SIGNS] for at in range(0, len(words), LINE_SIGNS)]
    return found[:most]


def printed(lines: Sequence[str], folder: Path) -> list[Image.Image]:
    """The pages that these lines make."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    path = folder / "plan.pdf"
    canvas = Canvas(str(path))
    for first in range(0, len(lines), PAGE_LINES):
        canvas.setFont(FONT, POINTS)
        for at, line in enumerate(lines[first : first + PAGE_LINES]):
            canvas.drawString(LEFT, TOP - LEADING * at, line)
        canvas.showPage()
    canvas.save()
    return pictures_of(path, DPI)


def measure(damage: Damage, pages: Sequence[Image.Image], lines: Sequence[str], folder: Path) -> Figures:
    """The figures of one scan, read by a worker."""
    path = folder / "scan.pdf"
    write_scan(pages, path, damage, DPI)
    run_confined(path.name, SECONDS_A_PAGE, "benchmarks.ocr:read", path)  # the models are loaded with the first page
    begun = perf_counter()
    told = run_confined(path.name, SECONDS_A_PAGE, "benchmarks.ocr:read", path)
    seconds = perf_counter() - begun
    text, recognised, processor_seconds, peak_mb = cast("tuple[str, list[tuple[str, float]], float, float]", told)
    wanted, found = "".join(lines), "".join(text.split())
    sure, unsure = [0, 0], [0, 0]
    for line, confidence in recognised:
        counted = sure if confidence >= SURE_RECOGNITION else unsure
        counted[0] += "".join(line.split()) not in wanted
        counted[1] += 1
    wrong = 1000 * Levenshtein.distance(wanted, found) / len(wanted)
    rate, busy = 60 * len(pages) / seconds, processor_seconds / len(pages)
    return Figures(damage.name, len(pages), rate, busy, peak_mb, wrong, (unsure[0], unsure[1]), (sure[0], sure[1]))


def read(path: Path) -> tuple[str, list[tuple[str, float]], float, float]:
    """In the worker: the text, each recognised line with how sure it is, processor seconds, peak memory in megabytes."""
    import resource

    from index.reading.files.load import load_file

    begun = process_time()
    loaded = load_file(path, MAX_BYTES)
    busy = process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    lines = [(loaded.text[line.start : line.end], line.confidence) for line in loaded.recognised]
    return loaded.text, lines, busy, peak


def table(measured: Sequence[Figures]) -> str:
    """The figures as Markdown."""
    rows = [
        "| scan | pages | pages a minute | processor seconds a page | peak MB | wrong in 1,000 | unsure lines wrong "
        "| sure lines wrong |",
        "|---|---|---|---|---|---|---|---|",
    ]
    rows += [
        f"| {one.scan} | {one.pages} | {one.pages_a_minute:.1f} | {one.processor_seconds:.1f} | {one.peak_mb:.0f} "
        f"| {one.wrong_in_a_thousand:.1f} "
        f"| {one.unsure_lines[0]} of {one.unsure_lines[1]} | {one.sure_lines[0]} of {one.sure_lines[1]} |"
        for one in measured
    ]
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
