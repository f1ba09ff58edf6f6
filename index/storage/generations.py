"""Where the index lies on disk: numbered generations, of which the file CURRENT names the one in force.

    data/index/CURRENT                    the number of the generation in force
    data/index/write.lock                 held by the one writer
    data/index/generations/7/             vectors.json, documents/<id>/…, lexical/, chroma/, manifest.json, readers/

A writer fills a new folder and then replaces CURRENT, both flushed to disk first, so that a kill at any moment leaves
the old generation or the new one in force. Folders are never changed once published. A reader holds a lock file in the
folder it has open; the next writer removes older folders that nobody holds.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from index.errors import IndexBusy, IndexMissing, IndexOutdated, VectorStoreError
from index.storage.serialise import from_json, read_json, write_json

FORMAT = 1
"""The layout below; a generation of another one is not read but built anew."""

_REBUILD = "run `python -m index build`"
_CURRENT, _MANIFEST, _VECTORS, _READERS = "CURRENT", "manifest.json", "vectors.json", "readers"
_KEPT = 2  # the one in force and the one before it, for readers that are about to open it
_WRITER_WAIT_S = 2.0
_OPEN_ATTEMPTS = 5  # a reader that is overtaken by a writer starts again with the new CURRENT

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a generation. `source` is its file's key, `sha256` the file's content when it was read."""

    id: str
    source: str
    sha256: str
    chunks: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from; any difference to the present means that something must be built anew.

    `reader` is a fingerprint of the code that reads files, `model` of the embedding model. `removed` are the keys of
    files that a person took out although they still exist.
    """

    format: int
    reader: str
    model: str
    removed: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class VectorsAt:
    """Where a generation's vectors are: the server's URL ("" for the folder's own Chroma) and the collection."""

    url: str
    collection: str


@dataclass(frozen=True, slots=True)
class Generation:
    """A published generation; `release` lets writers remove it."""

    number: int
    folder: Path
    manifest: Manifest
    vectors_at: VectorsAt
    lock: FileLock

    @property
    def location(self) -> Path | str:
        """What `VectorIndex` takes."""
        return vectors_location(self.folder, self.vectors_at)


def vectors_location(folder: Path, at: VectorsAt) -> Path | str:
    """The server's URL, or the generation's own folder of vectors."""
    return at.url or folder / "chroma"


@contextmanager
def write_lock(data_dir: Path) -> Iterator[None]:
    """Hold the right to write.

    Raises:
        IndexBusy: Another process has held it for longer than a moment.
    """
    root = _root(data_dir)
    root.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(root / "write.lock", timeout=_WRITER_WAIT_S):
            yield
    except Timeout as exc:
        raise IndexBusy(f"another process is writing the index in {data_dir}; try again when it is done") from exc


def current_number(data_dir: Path) -> int | None:
    """The number of the generation in force; None before the first build."""
    try:
        return int((_root(data_dir) / _CURRENT).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None


def open_current(data_dir: Path) -> Generation:
    """The generation in force, held for reading.

    Raises:
        IndexMissing: There is none, or its files are damaged.
        IndexOutdated: It has another layout.
    """
    for _ in range(_OPEN_ATTEMPTS):
        number = current_number(data_dir)
        if number is None:
            raise IndexMissing(f"nothing is indexed in {data_dir}; {_REBUILD}")
        folder = _folder(data_dir, number)
        if not (folder / _MANIFEST).is_file():
            continue
        lock = FileLock(folder / _READERS / f"{uuid4().hex}.lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
            return _read(number, folder, lock)
        except FileNotFoundError:
            lock.release()
        except BaseException:
            lock.release()
            raise
    raise IndexMissing(f"the index in {data_dir} is damaged; {_REBUILD}")


def release(generation: Generation) -> None:
    """Let go of a generation; it must not be read afterwards."""
    generation.lock.release()
    with suppress(OSError):
        Path(generation.lock.lock_file).unlink(missing_ok=True)


def begin(data_dir: Path, chroma_url: str) -> tuple[Path, VectorsAt]:
    """A new empty folder to fill, and where its vectors go; only under the write lock."""
    number = max([current_number(data_dir) or 0, *_numbers(data_dir)]) + 1
    folder = _folder(data_dir, number)
    (folder / _READERS).mkdir(parents=True)
    at = VectorsAt(chroma_url, f"plans-{uuid4().hex}")
    write_json(folder / _VECTORS, at, VectorsAt)  # before the collection is made, so that it can be found and dropped
    return folder, at


def publish(data_dir: Path, folder: Path, manifest: Manifest) -> None:
    """Put a filled folder in force; only under the write lock."""
    write_json(folder / _MANIFEST, manifest, Manifest)
    for path in sorted(folder.rglob("*")):
        _flush(path)
    _flush(folder)
    current = _root(data_dir) / _CURRENT
    fresh = current.with_suffix(".new")
    fresh.write_text(folder.name, encoding="ascii")
    _flush(fresh)
    fresh.replace(current)
    _flush(current.parent)


def prune(data_dir: Path) -> None:
    """Remove generations that are neither recent nor held, half-written ones included; only under the write lock."""
    current = current_number(data_dir)
    complete = [number for number in _numbers(data_dir) if (_folder(data_dir, number) / _MANIFEST).is_file()]
    kept = {current, *sorted(number for number in complete if number != current)[-(_KEPT - 1) :]}
    for number in _numbers(data_dir):
        folder = _folder(data_dir, number)
        if number not in kept and not _is_held(folder):
            _remove(folder)


def _root(data_dir: Path) -> Path:
    return data_dir / "index"


def _folder(data_dir: Path, number: int) -> Path:
    return _root(data_dir) / "generations" / str(number)


def _numbers(data_dir: Path) -> list[int]:
    folder = _root(data_dir) / "generations"
    return sorted(int(child.name) for child in folder.glob("*") if child.name.isdecimal()) if folder.is_dir() else []


def _read(number: int, folder: Path, lock: FileLock) -> Generation:
    raw = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    if raw.get("format") != FORMAT:
        raise IndexOutdated(f"the index in {folder} has format {raw.get('format')}, not {FORMAT}; {_REBUILD}")
    return Generation(number, folder, from_json(Manifest, raw), read_json(folder / _VECTORS, VectorsAt), lock)


def _is_held(folder: Path) -> bool:
    """Whether a living reader has it open: a dead one's lock file can be locked."""
    for path in sorted((folder / _READERS).glob("*.lock")):
        try:
            with FileLock(path, timeout=0):
                pass
        except Timeout:
            return True
    return False


def _remove(folder: Path) -> None:
    try:
        at = read_json(folder / _VECTORS, VectorsAt)
    except (OSError, ValueError):
        at = VectorsAt("", "")
    if at.url:
        from index.search.vectors import drop_collection

        try:
            drop_collection(at.url, at.collection)
        except VectorStoreError as exc:
            logger.warning("an old collection stays for now: %s", exc)
            return
    (folder / _MANIFEST).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _flush(path: Path) -> None:
    """Ask the system to put a file or folder on the disk; not every system does it for folders."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        logger.debug("cannot flush %s", path)
    finally:
        os.close(handle)
