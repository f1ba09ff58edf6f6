"""One made paper in the four forms in which offices hold papers: Word file, printed PDF, scan, web page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from evals.formats.scans import Damage, pictures_of, write_scan
from evals.formats.web_page import web_page
from evals.reading.made_papers import print_papers, write_docx

PAPERS_DIR = Path(__file__).parent / "papers"
SCAN_DPI = 200
"""What office copiers scan at; fax and old machines give less, for which `benchmarks/ocr.py` has figures."""
SCAN_DAMAGE = Damage("scan", 0.6, 0.7, 14)
"""A sheet fed in a little askew on a machine in good order."""


def made_papers() -> tuple[Path, ...]:
    """The papers that are compared, each a JSON file; its questions lie beside it in a `.jsonl` file of its name."""
    return tuple(sorted(PAPERS_DIR.glob("*.json")))


def write_forms(paper: Path, folder: Path) -> Mapping[str, Path]:
    """The paper as `docx`, `pdf`, `html` and `scan`, all under its own name, in a folder for each form.

    Raises:
        EvalsError: LibreOffice, which prints the PDF, is not there or fails.
    """
    blocks = json.loads(paper.read_text(encoding="utf-8"))["blocks"]
    forms = {
        form: folder / form / f"{paper.stem}.{form.replace('scan', 'pdf')}" for form in ("docx", "pdf", "html", "scan")
    }
    for path in forms.values():
        path.parent.mkdir()
    write_docx(blocks, forms["docx"])
    print_papers([forms["docx"]], "pdf")
    forms["docx"].with_suffix(".pdf").rename(forms["pdf"])
    forms["html"].write_text(web_page(blocks), encoding="utf-8")
    write_scan(pictures_of(forms["pdf"], SCAN_DPI), forms["scan"], SCAN_DAMAGE, SCAN_DPI)
    return forms
