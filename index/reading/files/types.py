"""What loading a file gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LoadedText:
    """What a file says, before cleaning.

    `page_starts` holds the offset at which each page begins (page 1 first) and is empty for files without pages.
    `warnings` are sentences for the person who adds the file.
    """

    path: Path
    text: str
    page_starts: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
