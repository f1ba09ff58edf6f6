"""Tables of PDF files that an office program prints: every cell where a reader sees it, and none where there is no table."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from index.reading.files.pdf.layout.page_signs import page_signs
from index.reading.files.pdf.layout.types import SignPage
from index.reading.files.pdf.page_tables import find_page_tables
from tests.made_tables.kinds import KINDS, Made
from tests.made_tables.measure import cells_right

Printed = dict[str, tuple[Made, Path]]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Kind -> the Word file with the tables that it holds, and the PDF that LibreOffice prints it to."""
    office = shutil.which("soffice")
    assert office, "LibreOffice (soffice) is not installed; it prints the files that this test reads"
    folder = tmp_path_factory.mktemp("printed")
    made = {kind.__name__: kind() for kind in KINDS}
    for name, one in made.items():
        one.word.save(str(folder / f"{name}.docx"))
    settings = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, settings, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=300)
    return {name: (one, folder / f"{name}.pdf") for name, one in made.items()}


def pages_of(content: bytes) -> list[SignPage]:
    document = pdfium.PdfDocument(content)
    pages = [page_signs(document, number) for number in range(len(document))]
    document.close()
    return pages


@pytest.mark.slow
@pytest.mark.parametrize("name", [kind.__name__ for kind in KINDS])
def test_every_cell_is_read_where_it_is_seen(printed: Printed, name: str) -> None:
    made, path = printed[name]
    content = path.read_bytes()
    found = find_page_tables(content, pages_of(content))
    assert found is not None
    read = [table.rows for number in sorted(found) for table in found[number]]
    right, cells = cells_right(made.tables, read)
    assert right == cells
    assert bool(read) == bool(made.tables)


def test_a_file_that_is_no_pdf_has_none() -> None:
    assert find_page_tables(b"no PDF at all", []) is None
