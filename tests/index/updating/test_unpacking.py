"""Archives, in whose place their files stand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import CorruptFile, EmptyFile, EncryptedFile, FileTooLarge, UnknownFileType
from index.updating import zip_members
from index.updating.unpacking import readable_of, unpacked

MOST_BYTES = 1_000
MakeZip = Callable[[dict[str, bytes]], Path]


@pytest.fixture
def make_zip(tmp_path: Path) -> MakeZip:
    def make(members: dict[str, bytes]) -> Path:
        with zipfile.ZipFile(tmp_path / "papers.zip", "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return tmp_path / "papers.zip"

    return make


def names(files: list[Path]) -> list[str]:
    return [file.name for file in files]


def test_each_file_is_written_under_its_own_name(make_zip: MakeZip, tmp_path: Path) -> None:
    path = make_zip({"甲/方案.txt": b"1", "乙/方案.txt": b"2", "名单.csv": b"3"})
    files = unpacked(path, tmp_path / "out", MOST_BYTES)
    assert [(file.name, file.read_bytes()) for file in files] == [
        ("方案.txt", b"1"),
        ("方案.txt", b"2"),
        ("名单.csv", b"3"),
    ]


def test_names_in_gbk_are_read(make_zip: MakeZip, tmp_path: Path) -> None:
    path = make_zip({"aaaa.txt": b"1"})
    path.write_bytes(path.read_bytes().replace(b"aaaa.txt", "方案".encode("gbk") + b".txt"))
    assert names(unpacked(path, tmp_path / "out", MOST_BYTES)) == ["方案.txt"]


def test_what_is_no_paper_is_left_out(make_zip: MakeZip, tmp_path: Path) -> None:
    path = make_zip(
        {
            "方案.html": b"1",
            "方案_files/frame.html": b"2",
            "__MACOSX/方案.html": b"3",
            "~$方案.docx": b"4",
            ".DS_Store": b"5",
            "Thumbs.db": b"6",
            "附件/": b"",
        }
    )
    assert names(unpacked(path, tmp_path / "out", MOST_BYTES)) == ["方案.html"]


def test_no_name_leads_out_of_the_folder(make_zip: MakeZip, tmp_path: Path) -> None:
    path = make_zip({"../../a.txt": b"1", "/etc/b.txt": b"2", "..\\c.txt": b"3", "d:e?.txt": b"4"})
    files = unpacked(path, tmp_path / "out", MOST_BYTES)
    assert names(files) == ["a.txt", "b.txt", "c.txt", "d_e_.txt"]
    assert all((tmp_path / "out") in file.resolve().parents for file in files)


def test_a_long_name_is_cut_and_keeps_its_suffix(make_zip: MakeZip, tmp_path: Path) -> None:
    (file,) = unpacked(make_zip({"长" * 300 + ".txt": b"1"}), tmp_path / "out", MOST_BYTES)
    assert file.name == "长" * 66 + ".txt"


def test_what_cannot_be_unpacked_is_refused(make_zip: MakeZip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusal(members: dict[str, bytes], change: Callable[[bytes], bytes] = lambda content: content) -> str:
        path = make_zip(members)
        path.write_bytes(change(path.read_bytes()))
        with pytest.raises((CorruptFile, EmptyFile, EncryptedFile, FileTooLarge, UnknownFileType)) as caught:
            unpacked(path, tmp_path / "out", MOST_BYTES)
        return f"{type(caught.value).__name__}: {caught.value}"

    assert refusal({"a.txt": b"1", "b.zip": b""}) == (
        "UnknownFileType: papers.zip: holds another archive, b.zip; unpack it and add the files"
    )
    assert "FileTooLarge: papers.zip: a.txt in it is larger" in refusal({"a.txt": b"1" * 1_001})
    assert "EmptyFile" in refusal({})
    assert "CorruptFile" in refusal({"a.txt": b"1"}, lambda content: content[:20])
    assert "CorruptFile" in refusal({"a.txt": b"12345"}, lambda content: content.replace(b"12345", b"12346"))
    locked = refusal(
        {"a.txt": b"1"},
        lambda content: content.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"),
    )
    assert "EncryptedFile" in locked
    monkeypatch.setattr(zip_members, "MOST_MEMBERS", 2)
    assert "FileTooLarge" in refusal({"a.txt": b"1", "b.txt": b"1", "c.txt": b"1"})


def test_types_that_no_reader_knows_are_told(make_zip: MakeZip, tmp_path: Path) -> None:
    plain = tmp_path / "plain.exe"
    files, skipped = readable_of([make_zip({"a.txt": b"1", "b.exe": b"2"}), plain], tmp_path / "out", MOST_BYTES)
    assert names(files) == ["a.txt", "plain.exe"]
    assert [(one.file, one.reason) for one in skipped] == [("b.exe", "in papers.zip, of a type that is not read")]
