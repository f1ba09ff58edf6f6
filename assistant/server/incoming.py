"""The folder for files that a browser sends: how much room is left in it, and clearing it away.

A file lies there until it was added or left; what is added is copied to the uploads first. Every process that serves the
page has a folder of its own in it, so that none clears away what another one was just sent.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from index.errors import megabytes
from index.settings import Settings

_log = logging.getLogger(__name__)

FOLDER = "incoming"
KEPT_SECONDS = 3600.0
"""Time to look at what a file reads as, to correct it and to add it."""
SPARE_BYTES = 50_000_000
"""Left free on the disk, for the index and the votes."""


@dataclass(frozen=True, slots=True)
class NoRoom:
    """Why a file cannot be taken: an HTTP status and a sentence in both languages, since the page shows it."""

    status: int
    zh: str
    en: str


def own_folder(data_dir: Path) -> Path:
    """Where this process puts what it is sent, which is made; beside a data folder that cannot be written, a temporary one."""
    own = (data_dir / FOLDER / str(os.getpid())).resolve()
    try:
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as exc:
        _log.warning("the data folder cannot be written, so nothing can be added: %s", exc)
        return Path(mkdtemp(prefix="plans-page-"))
    return own


def incoming_of(settings: Settings) -> Incoming:
    """The folder in the data folder of these settings."""
    return Incoming(settings.data_dir / FOLDER, settings.upload_quota_bytes)


@dataclass(frozen=True, slots=True)
class Incoming:
    """The folder, and how much it may hold."""

    folder: Path
    quota_bytes: int

    def no_room_for(self, size: int) -> NoRoom | None:
        """Why `size` bytes more cannot be taken, None where they can; files that were left long ago go first."""
        self.clear()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.folder / ".write").touch()
            free = shutil.disk_usage(self.folder).free - SPARE_BYTES
        except OSError as exc:
            why = exc.strerror or exc
            return NoRoom(507, f"数据文件夹无法写入（{why}）。", f"Files cannot be written to the data folder ({why}).")
        if size > free:
            en = "The disk is full: free some room, then choose the file again."
            return NoRoom(507, "磁盘已满，请腾出空间后重新选择文件。", en)
        if self._held() + size > self.quota_bytes:
            limit = megabytes(self.quota_bytes)
            en = f"Files that wait to be added would be over {limit} MB: choose fewer, or add those first."
            return NoRoom(413, f"待收录的文件合计将超过 {limit} MB，请少选几个，或先收录已选的文件。", en)
        return None

    def clear(self) -> None:
        """Delete what was left long ago; what cannot be deleted stays for the next time."""
        oldest = time.time() - KEPT_SECONDS
        # All times first, since a folder is as new as the last change in it.
        for path in [path for path in self._paths() if _changed(path) <= oldest]:
            with suppress(OSError):
                if path.is_dir():
                    path.rmdir()  # only if nothing is in it
                else:
                    path.unlink()

    def drop(self, files: Iterable[Path]) -> None:
        """Delete files that are done with; a path that leads elsewhere is left alone."""
        for file in files:
            with suppress(OSError):
                if self.folder.resolve() in file.resolve().parents:
                    file.unlink()

    def clear_own(self) -> None:
        """Delete all that this process was sent, as it ends."""
        shutil.rmtree(own_folder(self.folder.parent), ignore_errors=True)

    def _held(self) -> int:
        held = 0
        for path in self._paths():
            with suppress(OSError):
                held += path.stat().st_size if path.is_file() else 0
        return held

    def _paths(self) -> list[Path]:
        """All below the folder, the innermost first."""
        return sorted(self.folder.rglob("*"), reverse=True)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # gone meanwhile
        return time.time()
