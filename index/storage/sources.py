"""The files that belong to the index: those in the documents folder, and copies of added ones below data/uploads.

A file is known by its key, its path under one of the two: "documents/kunming-14th.txt", "uploads/<hash>/plan.pdf".
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from index.errors import FileTooLarge, MissingFile, UnknownFileType
from index.storage.catalogue import CATALOG_FILE
from index.storage.overrides import remove_override

_STAGING = ".staging-"
_PROVISIONAL = ".provisional"  # beside a copy until the index that holds it is in force
_HASH_CHARS = 12
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file and the hash of its content."""

    key: str
    path: Path
    sha256: str


def find_sources(documents_dir: Path, data_dir: Path) -> tuple[Source, ...]:
    """All files of both folders, by key; the catalogue, hidden files and editors' temporary files are none."""
    found: list[Source] = []
    for name, folder in (("documents", documents_dir), ("uploads", _uploads(data_dir))):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            relative = path.relative_to(folder)
            hidden = any(part.startswith((".", "~$")) for part in relative.parts)
            if hidden or path.name.lower() in _SYSTEM_FILES or relative == Path(CATALOG_FILE) or not path.is_file():
                continue
            found.append(Source(f"{name}/{relative.as_posix()}", path, sha256_of(path)))
    return tuple(found)


def source_path(key: str, documents_dir: Path, data_dir: Path) -> Path:
    """The file behind a key."""
    folder, _, name = key.partition("/")
    return {"documents": documents_dir, "uploads": _uploads(data_dir)}[folder] / name


def sha256_of(path: Path) -> str:
    """The hash of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def source_in_documents(path: Path, documents_dir: Path) -> str | None:
    """The key of a file that lies in the documents folder already; None for any other."""
    with suppress(ValueError):
        return f"documents/{path.resolve().relative_to(documents_dir.resolve()).as_posix()}"
    return None


@contextmanager
def uploaded(path: Path, data_dir: Path, max_bytes: int) -> Iterator[Source]:
    """A copy of `path` below the uploads, which goes again if the body raises or the program is killed in it.

    Raises:
        MissingFile, UnknownFileType, FileTooLarge: There is nothing to copy, or too much.
    """
    staging = _uploads(data_dir) / f"{_STAGING}{uuid4().hex}"
    try:
        copy = _copied(path, staging, max_bytes)
        sha256 = sha256_of(copy)
        folder = _uploads(data_dir) / sha256[:_HASH_CHARS]
        is_new = not (folder / path.name).exists()
        folder.mkdir(parents=True, exist_ok=True)
        if is_new:
            (folder / _PROVISIONAL).touch()
        copy.replace(folder / path.name)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    try:
        yield Source(f"uploads/{folder.name}/{path.name}", folder / path.name, sha256)
    except BaseException:
        if is_new:
            remove_upload(folder / path.name)
        raise
    (folder / _PROVISIONAL).unlink(missing_ok=True)


def remove_upload(path: Path) -> None:
    """Delete an added file's copy."""
    path.unlink(missing_ok=True)
    remove_override(path)
    (path.parent / _PROVISIONAL).unlink(missing_ok=True)
    with suppress(OSError):
        path.parent.rmdir()


def sweep_uploads(data_dir: Path, indexed: Collection[str]) -> None:
    """Delete what a killed writer copied and did not index, by the keys in force; only under the write lock."""
    uploads = _uploads(data_dir)
    for folder in uploads.glob(f"{_STAGING}*"):
        shutil.rmtree(folder, ignore_errors=True)
    for mark in uploads.glob(f"*/{_PROVISIONAL}"):
        for path in sorted(mark.parent.iterdir()):
            if f"uploads/{mark.parent.name}/{path.name}" not in indexed and path != mark:
                remove_upload(path)
        mark.unlink(missing_ok=True)


def _uploads(data_dir: Path) -> Path:
    return data_dir / "uploads"


def _copied(path: Path, staging: Path, max_bytes: int) -> Path:
    if path.is_dir():
        raise UnknownFileType(f"{path.name}: is a folder, name the files in it", code="folder")
    staging.mkdir(parents=True)
    copy = staging / path.name
    try:
        with path.open("rb") as file, copy.open("wb") as target:
            target.write(file.read(max_bytes + 1))
    except OSError as exc:
        raise MissingFile(f"{path}: cannot be opened ({exc.strerror or exc})") from exc
    if copy.stat().st_size > max_bytes:
        limit = f"{max_bytes / 1_000_000:g}"
        raise FileTooLarge(
            f"{path.name}: larger than the limit of {limit} MB; PLANS_MAX_FILE_MB raises it", limit=limit
        )
    return copy
