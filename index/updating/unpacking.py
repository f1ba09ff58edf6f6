"""Zip archives that are to be added, in whose place their files stand, each as if it were added by itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.errors import EmptyFile, FileTooLarge
from index.reading.files.load import READABLE
from index.updating.outcomes import Skipped
from index.updating.zip_members import zip_members

ARCHIVE = ".zip"


def unpacked(path: Path, folder: Path, max_bytes: int) -> list[Path]:
    """The files of an archive, written below `folder`; any other file itself.

    Raises:
        FileRejected: The archive cannot be unpacked, or is too much.
    """
    if path.suffix.lower() != ARCHIVE or not path.is_file():
        return [path]
    files: list[Path] = []
    for number, (name, content) in enumerate(zip_members(path, max_bytes)):
        own = folder / str(number)  # two folders of an archive may hold files of one name
        files.append(own / name)
        try:
            own.mkdir(parents=True, exist_ok=True)
            files[-1].write_bytes(content)
        except OSError as exc:
            raise FileTooLarge(f"{path.name}: cannot be unpacked ({exc.strerror or exc})", code="unpacks") from exc
    if not files:
        raise EmptyFile(f"{path.name}: the archive holds no files")
    return files


def readable_of(paths: Iterable[Path], folder: Path, max_bytes: int) -> tuple[list[Path], list[Skipped]]:
    """The files to add, those of archives among them, and what of archives is left out since no reader knows its type.

    Raises:
        FileRejected: An archive cannot be unpacked, or is too much.
    """
    files: list[Path] = []
    skipped: list[Skipped] = []
    for place, path in enumerate(paths):
        for file in unpacked(path, folder / str(place), max_bytes):
            if file == path or file.suffix.lower() in READABLE:
                files.append(file)
            else:
                skipped.append(Skipped(file.name, f"in {path.name}, of a type that is not read"))
    return files, skipped
