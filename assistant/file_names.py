"""Names of files that people take away."""

from __future__ import annotations

MOST_CHARS = 60
"""Of what a name tells; longer ones are cut off by programs, and by their readers."""
_PARTING = '\\/:*?"<>|'


def file_name(told: str, suffix: str) -> str:
    """What a file is about as its name, without what file systems do not take."""
    kept = "".join(" " if char in _PARTING else char for char in told if char.isprintable())
    stem = " ".join(kept.split())
    if len(stem) > MOST_CHARS:
        stem = f"{stem[: MOST_CHARS - 1].rstrip()}…"
    return f"{stem.strip(' .')}.{suffix}"
