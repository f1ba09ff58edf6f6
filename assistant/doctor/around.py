"""What lies around the program: its settings, its folder, the programs and libraries that it may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from assistant.doctor.looked_at import Finding, State
from index.database.engine import SQLITE_FILE
from index.settings import Settings
from index.storage.place import VECTORS_FOLDER

FREE_MB = 500
"""Less room than this is soon used up by papers that are added."""
_MB = 1_000_000
_HIDDEN = "(set, not shown)"
_PARTS = {
    "database": SQLITE_FILE,
    "vectors": VECTORS_FOLDER,
    "added files": "uploads",
    "recognised pages": "recognised",
}
"""What of the data folder is measured, by the name under which it is told."""


def settings_told(settings: Settings) -> Iterator[Finding]:
    """Each setting that the environment changes; a default is nothing to tell of."""
    given = sorted(settings.model_fields_set & set(type(settings).model_fields))
    told = [f"PLANS_{name.upper()}={_shown(name, getattr(settings, name))}" for name in given]
    unknown = sorted(
        name
        for name in os.environ
        if name.startswith("PLANS_") and name.removeprefix("PLANS_").lower() not in type(settings).model_fields
    )
    yield Finding("settings", State.GOOD, "; ".join(told) or "all as shipped")
    if unknown:
        yield Finding(
            "unknown settings",
            State.ADVICE,
            ", ".join(unknown),
            "no setting has this name; docs/settings.md lists them",
        )


def _shown(name: str, value: object) -> str:
    """A value; of an address neither user nor password."""
    if name != "database_url" and "@" not in str(value):
        return str(value)
    parts = urlsplit(str(value))
    return f"{parts.scheme}://{_HIDDEN}@{parts.hostname or ''}{parts.path}" if parts.hostname else _HIDDEN


def data_folder(settings: Settings) -> Finding:
    """Where it lies, how much room is left, how large its parts are."""
    folder = settings.data_dir.absolute()
    if not folder.is_dir():
        return Finding("data folder", State.ADVICE, f"{folder} is not there yet", "`python -m index build` makes it")
    free_mb = shutil.disk_usage(folder).free / _MB
    sizes = ", ".join(f"{name} {_bytes(folder / part) / _MB:.1f} MB" for name, part in _PARTS.items())
    told = f"{folder}: {sizes}; {free_mb:,.0f} MB free"
    if not os.access(folder, os.W_OK):
        return Finding(
            "data folder", State.ADVICE, told, "it cannot be written: questions are answered, nothing can be added"
        )
    if free_mb < FREE_MB:
        return Finding(
            "data folder", State.ADVICE, told, f"under {FREE_MB} MB are free; make room before papers are added"
        )
    return Finding("data folder", State.GOOD, told)


def _bytes(path: Path) -> int:
    """Of a file with those that SQLite keeps beside it, or of all in a folder."""
    files = path.rglob("*") if path.is_dir() else path.parent.glob(f"{path.name}*")
    return sum(file.stat().st_size for file in files if file.is_file())


def documents_folder(settings: Settings) -> Finding:
    """Whether the folder of the papers is there."""
    folder = settings.documents_dir.absolute()
    if not folder.is_dir():
        advice = "there is no such folder; see PLANS_DOCUMENTS_DIR"
        return Finding("documents folder", State.ADVICE, str(folder), advice)
    return Finding("documents folder", State.GOOD, str(folder))


def office() -> Finding:
    """LibreOffice, by which old office files are read."""
    from index.reading.files.office.libreoffice import program

    if found := program():
        return Finding("LibreOffice", State.GOOD, found)
    return Finding("LibreOffice", State.ABSENT, "not found", "install it to read DOC, WPS and other old office files")


def recognition() -> Finding:
    """What reads pages that are pictures."""
    missing = [name for name in ("rapidocr", "onnxruntime") if find_spec(name) is None]
    if missing:
        return Finding("recognition of scans", State.ADVICE, "cannot be used", f"pip install {' '.join(missing)}")
    return Finding("recognition of scans", State.GOOD, "ready")
