"""What the program has written is for the person alone who runs it, also what an earlier version wrote for everyone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

OURS = (
    *("evaluation", "incoming", "plans.db*", "seal.key", "uploads", "vectors", "write.lock"),
    *("feedback.jsonl", "index"),  # of an earlier version, until they are taken over
)
"""What the program writes into its data folder, as patterns; whatever else lies there belongs to somebody else."""
_FOLDER, _FILE = 0o700, 0o600


def keep_private(data_dir: Path) -> None:
    """Take from everyone else the rights to what lies in the data folder, as far as that is ours to do."""
    with suppress(OSError):
        data_dir.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
    for whole in (found for pattern in OURS for found in data_dir.glob(pattern)):
        for path in (whole, *whole.rglob("*")):
            with suppress(OSError):
                if not path.is_symlink():
                    path.chmod(_FOLDER if path.is_dir() else _FILE)
