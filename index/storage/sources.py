"""The files that belong to the index: those in the documents folder, and copies of added ones below data/uploads.

A file is known by its key, its path under one of the two: "documents/kunming-14th.txt", "uploads/<hash>/plan.pdf"; one of
several papers in it by that and its name: "uploads/<hash>/plans.pdf//青岚县燃气安全整治方案". The copy of a file that was taken
out lies in data/trash, under the same path, until the trash is emptied.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import MappingProxyType
from uuid import uuid4

from index.errors import FileTooLarge, MissingFile, StoreError, UnknownFileType
from index.storage.catalogue import CATALOG_FILE
from index.storage.overrides import EDITS_FOLDER, adopt_edits, override_path
from index.types import IN_FILE, TRANSLATION_SUFFIX

Known = tuple[int, int, str]
"""Size, time of change and hash of a file when it was read."""

logger = logging.getLogger(__name__)

TRASH_FOLDER = "trash"
_STAGING, _PROVISIONAL = ".staging-", ".provisional"  # beside a copy until the index that holds it is in force
_HASH_CHARS = 12
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
_PAGE_SUFFIXES, _PAGE_FOLDER_ENDS = (".html", ".htm"), ("_files", ".files")
"""A page, and the folder in which a browser saves what belongs to it: "plan_files" beside "plan.html"."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, the hash of its content ("" where it cannot be opened), its size in bytes and when it was changed, in ns.

    `edit` is where what a person writes over its description is kept, None where nothing is.
    """

    key: str
    path: Path
    sha256: str
    size: int
    changed: int
    edit: Path | None = None


def find_sources(documents_dir: Path, data_dir: Path, known: Mapping[str, Known]) -> tuple[Source, ...]:
    """All files of both folders, by key; of the documents folder neither catalogue, translations nor files that are no papers.

    A file that is `known`, by key, with its size and time of change is not read to hash it.
    """
    found: list[Source] = []
    for name, folder in (("documents", documents_dir), ("uploads", _uploads(data_dir))):
        paths = {path.relative_to(folder): path for path in folder.rglob("*")} if folder.is_dir() else {}
        for relative, path in sorted(paths.items()):
            may_be = _is_copy(relative) if name == "uploads" else _may_be_plan(relative)
            if may_be and path.is_file() and not (name == "documents" and belongs_to_page(relative, paths)):
                found.append(source_at(f"{name}/{relative.as_posix()}", path, data_dir, known))
    return tuple(found)


def belongs_to_page(path: PurePath, files: Collection[PurePath]) -> bool:
    """Whether a file is a picture, a style or a frame that was saved with a page, which is one of `files`, and is no paper."""
    return any(
        folder.with_name(folder.name.removesuffix(end) + suffix) in files
        for folder in path.parents
        for end in _PAGE_FOLDER_ENDS
        if folder.name.endswith(end) and folder.name != end
        for suffix in _PAGE_SUFFIXES
    )


def _may_be_plan(relative: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in relative.parts)
    is_other = relative == Path(CATALOG_FILE) or relative.name.endswith(TRANSLATION_SUFFIX)
    return not hidden and not is_other and relative.name.lower() not in _SYSTEM_FILES


def _is_copy(relative: Path) -> bool:
    """Whether a path below the uploads is that of a copy, which bears whatever name the added file had."""
    return not relative.parts[0].startswith(_STAGING) and relative.name != _PROVISIONAL


def source_at(key: str, path: Path, data_dir: Path, known: Mapping[str, Known] = MappingProxyType({})) -> Source:
    """The file at a path."""
    stat = path.stat()
    size, changed, sha256 = known.get(key, (-1, -1, ""))
    if (size, changed) != (stat.st_size, stat.st_mtime_ns) or not sha256:
        try:
            sha256 = sha256_of(path)
        except MissingFile as exc:
            logger.warning("%s", exc)
            sha256 = ""
    return Source(key, path, sha256, stat.st_size, stat.st_mtime_ns, override_path(key, data_dir))


def file_of(key: str) -> str:
    """The key of the file in which the paper of a key stands."""
    return key.partition(IN_FILE)[0]


def source_path(key: str, documents_dir: Path, data_dir: Path) -> Path:
    """The file behind a key."""
    folder, _, name = file_of(key).partition("/")
    return {"documents": documents_dir, "uploads": _uploads(data_dir)}[folder] / name


def sha256_of(path: Path) -> str:
    """The hash of a file's content.

    Raises:
        MissingFile: It cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as exc:
        raise _not_opened(path, exc) from exc


def is_damaged_copy(source: Source) -> bool:
    """Whether a copy of an added file is no longer what was added: its folder bears the hash of what was."""
    folder, _, rest = source.key.partition("/")
    return folder == "uploads" and source.sha256[:_HASH_CHARS] != rest.partition("/")[0]


def source_in_documents(path: Path, documents_dir: Path, data_dir: Path) -> Source | None:
    """A file that lies in the documents folder already; None for any other.

    Raises:
        UnknownFileType: It lies there and is no plan, as the catalogue is none.
    """
    try:
        relative = path.resolve().relative_to(documents_dir.resolve())
    except ValueError:
        return None
    if not _may_be_plan(relative):
        told = "is the catalogue, or bears the name of a translation, a hidden or a temporary file; no plan in this folder may"
        raise UnknownFileType(f"{path.name}: {told}", code="no_plan")
    return source_at(f"documents/{relative.as_posix()}", path, data_dir)


@contextmanager
def uploaded(path: Path, data_dir: Path, max_bytes: int) -> Iterator[Source]:
    """A copy of `path` below the uploads, which goes again if the body raises or the program is killed in it.

    Raises:
        MissingFile, UnknownFileType, FileTooLarge: There is nothing to copy, or too much.
    """
    staging = _uploads(data_dir) / f"{_STAGING}{uuid4().hex}"
    try:
        copy = _copied(path, staging, max_bytes)
        folder = _uploads(data_dir) / sha256_of(copy)[:_HASH_CHARS]
        is_new = not (folder / path.name).exists()
        folder.mkdir(parents=True, exist_ok=True)
        if is_new:
            (folder / _PROVISIONAL).touch()
        copy.replace(folder / path.name)
    except OSError as exc:
        raise _not_kept(path, exc) from exc
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    try:
        yield source_at(f"uploads/{folder.name}/{path.name}", folder / path.name, data_dir)
    except BaseException:
        if is_new:
            remove_upload(folder / path.name)
        raise
    (folder / _PROVISIONAL).unlink(missing_ok=True)


def put_back(path: Path, held: Source, data_dir: Path) -> None:
    """Copy an added file again whose copy is gone or damaged; `path` has the content that was added.

    Raises:
        StoreError: It cannot be written.
    """
    if not held.key.startswith("uploads/") or (held.path.is_file() and sha256_of(held.path) == held.sha256):
        return
    staging = _uploads(data_dir) / f"{_STAGING}{uuid4().hex}"
    try:
        held.path.parent.mkdir(parents=True, exist_ok=True)
        staging.mkdir()
        shutil.copyfile(path, staging / path.name).replace(held.path)
    except OSError as exc:
        raise _not_kept(path, exc) from exc
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def remove_upload(path: Path) -> None:
    """Delete an added file's copy."""
    path.unlink(missing_ok=True)
    _remove_folder(path.parent)


def to_trash(key: str, data_dir: Path) -> None:
    """Move the copy of an added file that was taken out to the trash; nothing where it lies there already."""
    path, target = source_path(key, Path(), data_dir), trash_path(key, data_dir)
    if path.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        _remove_folder(path.parent)


def trash_path(key: str, data_dir: Path) -> Path:
    """Where the copy of an added file lies when it was taken out."""
    return data_dir / TRASH_FOLDER / file_of(key).removeprefix("uploads/")


def drop_from_trash(key: str, data_dir: Path) -> None:
    """Delete what lies in the trash of a file that is in the index again."""
    path = trash_path(key, data_dir)
    path.unlink(missing_ok=True)
    _remove_folder(path.parent)


def _remove_folder(folder: Path) -> None:
    (folder / _PROVISIONAL).unlink(missing_ok=True)
    with suppress(OSError):  # another copy lies there, or none did
        folder.rmdir()


def sweep_uploads(data_dir: Path, indexed: Collection[str]) -> None:
    """Delete what a killed writer copied and did not index, by the keys in force; only under the write lock."""
    uploads = _uploads(data_dir)
    for folder in uploads.glob(f"{_STAGING}*"):
        shutil.rmtree(folder, ignore_errors=True)
    for mark in uploads.glob(f"*/{_PROVISIONAL}"):
        for path in sorted(mark.parent.iterdir()):
            if path != mark and f"uploads/{mark.parent.name}/{path.name}" not in indexed:
                remove_upload(path)
        mark.unlink(missing_ok=True)


def kept_files(data_dir: Path) -> dict[str, Path]:
    """The copies of added files, and what was written over descriptions, by key; only under the write lock."""
    paths = [path for path in sorted(_uploads(data_dir).glob("*/*")) if _is_copy(path.relative_to(_uploads(data_dir)))]
    paths += sorted((data_dir / EDITS_FOLDER).glob("*.json"))
    return {path.relative_to(data_dir).as_posix(): path for path in paths if path.is_file()}


def place_uploads(data_dir: Path, brought: Path) -> None:
    """Put the uploads and edits of a backup beside those that are there; which stay, `sweep_uploads` then finds out.

    So a kill before the documents of the backup are in force leaves what was there, and one after it what was brought.
    """
    try:
        for folder in _uploads(data_dir).glob("*"):
            if folder.is_dir():
                (folder / _PROVISIONAL).touch()
        for path in sorted(brought.glob("uploads/*/*")):
            target = data_dir / path.relative_to(brought)
            target.parent.mkdir(parents=True, exist_ok=True)
            (target.parent / _PROVISIONAL).touch()
            path.replace(target)
        adopt_edits(data_dir)
        for path in sorted(brought.glob(f"{EDITS_FOLDER}/*")):
            (data_dir / EDITS_FOLDER).mkdir(exist_ok=True)
            path.replace(data_dir / EDITS_FOLDER / path.name)
    except OSError as exc:
        raise _not_kept(brought, exc) from exc


def _uploads(data_dir: Path) -> Path:
    return data_dir / "uploads"


def _copied(path: Path, staging: Path, max_bytes: int) -> Path:
    if path.is_dir():
        raise UnknownFileType(f"{path.name}: is a folder, name the files in it", code="folder")
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as exc:
        raise _not_opened(path, exc) from exc
    staging.mkdir(parents=True)
    copy = staging / path.name
    copy.write_bytes(content)
    if len(content) > max_bytes:
        limit = f"{max_bytes / 1_000_000:g}"
        told = f"{path.name}: larger than the limit of {limit} MB; PLANS_MAX_FILE_MB raises it"
        raise FileTooLarge(told, limit=limit)
    return copy


def _not_opened(path: Path, exc: OSError) -> MissingFile:
    return MissingFile(f"{path}: cannot be opened ({exc.strerror or exc})")


def _not_kept(path: Path, exc: OSError) -> StoreError:
    reason = exc.strerror or str(exc)
    message = f"{path.name}: cannot be copied into the data folder ({reason}); free some room, or give the right to write there"
    return StoreError(message, where=path.name, reason=reason)
