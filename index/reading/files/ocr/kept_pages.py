"""What was seen on pages, kept by content, so that reading a file again does not take minutes again.

A page lies in a file of its own, named by the hash of the file that holds it, the page's number and a hash of the code and
the library that looked at it. The folder may be emptied at any time.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from importlib.metadata import version
from pathlib import Path

from index.database.serialise import read_text, to_text
from index.reading.files.ocr.seen_page import SeenPage

MOST_KEPT_BYTES = 100_000_000
"""A page of text takes about 3 KB: room for thirty thousand pages. What was used longest ago goes."""
_LOOKED_BY = ("look.py", "pictures.py", "recogniser.py", "rules.py", "seals.py", "seen_page.py", "straighten.py")
_folder: ContextVar[Path | None] = ContextVar("_folder", default=None)


@contextmanager
def keeping(folder: Path | None) -> Iterator[None]:
    """Keep the pages that are looked at within in this folder, and take from it what is there; with None nothing is kept."""
    token = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(token)
        if folder is not None:
            _drop_oldest(folder)


class KeptPages:
    """The pages of one file."""

    def __init__(self, content: bytes) -> None:
        self._folder = _folder.get()
        self._name = hashlib.sha256(content).hexdigest()[:24] if self._folder else ""

    def get(self, number: int) -> SeenPage | None:
        """What was seen on a page; None where nothing is kept of it, or not whole."""
        if self._folder is None:
            return None
        path = self._path(self._folder, number)
        with suppress(OSError, EOFError, ValueError):
            page = read_text(SeenPage, gzip.decompress(path.read_bytes()))
            path.touch()  # it was of use today
            return page
        return None

    def keep(self, number: int, page: SeenPage) -> None:
        """Keep what was seen on a page; a folder that cannot be written to is done without."""
        if self._folder is None:
            return
        path = self._path(self._folder, number)
        written = path.with_suffix(f".{os.getpid()}")  # a reader of the other worker must not see half of it
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(gzip.compress(to_text(page, SeenPage).encode(), mtime=0))
            written.replace(path)

    def _path(self, folder: Path, number: int) -> Path:
        return folder / f"{self._name}-{number}-{_looked_by()}.gz"


@cache
def _looked_by() -> str:
    digest = hashlib.sha256(f"{version('rapidocr')} {version('pypdfium2')}".encode())
    for name in _LOOKED_BY:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()[:8]


def _drop_oldest(folder: Path) -> None:
    with suppress(OSError):
        files = sorted(((path.stat(), path) for path in folder.iterdir()), key=lambda one: -one[0].st_mtime)
        held = 0
        for stat, path in files:
            held += stat.st_size
            if held > MOST_KEPT_BYTES:
                path.unlink(missing_ok=True)
