"""The handout of a pack, opened again."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace

import docx
import pytest
from pypdf import PdfReader

from assistant.courses import to_handout
from assistant.courses.handout import handout

PAGES = 2


def told(document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_holds_what_the_handout_holds_and_where_to_read_on(made_up, language):
    pack = made_up(language=language, hours=1.0)
    text = told(docx.Document(io.BytesIO(to_handout(pack))))
    held = handout(pack)
    assert held.parts
    for part in held.parts:
        assert part.lines[0].text in text or part.lines[0].cells[0] in text
    assert all(reading.title in text for reading in held.readings)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_stays_on_two_pages_however_long_the_lines_are(made_up, tmp_path, language):
    office = shutil.which("soffice")
    assert office, "LibreOffice (soffice) is not installed; it counts the pages"
    pack = made_up(language=language, hours=4.0)
    parts = tuple(
        replace(
            part, lines=tuple(replace(ln, text=ln.text * 3, cells=tuple(c * 3 for c in ln.cells)) for ln in part.lines)
        )
        for part in pack.parts
    )
    for name, made in (("plain", pack), ("long", replace(pack, parts=parts))):
        (tmp_path / f"{name}.docx").write_bytes(to_handout(made))
        home = f"-env:UserInstallation=file://{tmp_path}/home"
        command = [
            office,
            home,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / f"{name}.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        assert len(PdfReader(tmp_path / f"{name}.pdf").pages) <= PAGES
