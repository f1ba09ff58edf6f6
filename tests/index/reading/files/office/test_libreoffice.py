"""Old office formats, which LibreOffice writes here and reads; it must be installed where these tests run."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
import pytest

from index.errors import CorruptFile, UnknownFileType
from index.reading.files.load import load_file
from index.reading.files.marks import OLE_MARK
from index.reading.files.office import libreoffice

MOST_BYTES = 10_000_000


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One paper in the formats of old programs, by suffix."""
    folder = tmp_path_factory.mktemp("old")
    word = docx.Document()
    word.add_heading("望湖县防火方案", 1)
    paragraph = word.add_paragraph("县林业局负责")
    paragraph.add_run("（草稿）").font.hidden = True
    paragraph.add_run("巡山。")
    table = word.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("任务", "单位", "巡山", "林业局"), strict=True
    ):
        cell.text = text
    word.add_paragraph("附注")
    word.save(str(folder / "plan.docx"))
    files = {}
    for suffix in (".doc", ".rtf", ".odt"):
        content = libreoffice.converted(folder / "plan.docx", (folder / "plan.docx").read_bytes(), ".docx", suffix[1:])
        files[suffix] = folder / f"plan{suffix}"
        files[suffix].write_bytes(content)
    return files


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt"])
def test_an_old_paper_reads_as_its_docx(old: dict[str, Path], suffix: str) -> None:
    read = load_file(old[suffix], MOST_BYTES)
    assert read.text.split("\n")[:2] == ["望湖县防火方案", "县林业局负责巡山。"]
    assert "任务\t单位\n巡山\t林业局" in read.text
    assert [read.text[heading.start : heading.end] for heading in read.headings] == ["望湖县防火方案"]


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "name"), [(".doc", "plan.wps"), (".doc", "plan.docx"), (".rtf", "plan.doc")])
def test_what_is_inside_tells_how_a_file_is_read(old: dict[str, Path], suffix: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(old[suffix].read_bytes())
    assert "县林业局负责巡山。" in load_file(tmp_path / name, MOST_BYTES).text


def test_a_web_page_under_an_old_suffix_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "plan.doc").write_text("<html><body><p>县林业局</p><p>巡山</p></body></html>", "utf-8")
    assert load_file(tmp_path / "plan.doc", MOST_BYTES).text == "县林业局\n巡山"


@pytest.mark.slow
def test_a_damaged_old_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.odt").write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(CorruptFile, match="LibreOffice cannot open it"):
        load_file(tmp_path / "plan.odt", MOST_BYTES)


def test_without_libreoffice_it_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    (tmp_path / "plan.doc").write_bytes(OLE_MARK)
    with pytest.raises(UnknownFileType, match="LibreOffice is needed") as caught:
        load_file(tmp_path / "plan.doc", MOST_BYTES)
    assert caught.value.values == {"suffix": ".doc", "target": "DOCX"}


@pytest.mark.slow
def test_no_profile_and_no_process_is_left(
    old: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(libreoffice.tempfile, "tempdir", str(tmp_path))
    load_file(old[".doc"], MOST_BYTES)
    assert list(tmp_path.iterdir()) == []
    assert (
        str(tmp_path)
        not in subprocess.run(["ps", "ax", "-o", "args"], capture_output=True, text=True, check=True).stdout
    )
