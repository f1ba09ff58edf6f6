"""Tune questions -> what the program fitted to them: the weights of ranking, the classifier of a question's kind."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


def fingerprints(paths: Iterable[Path]) -> dict[str, str]:
    """The SHA-256 of question files by folder and name, so that a fit tells what it was fitted on."""
    return {f"{path.parent.name}/{path.name}": sha256(path.read_bytes()).hexdigest() for path in sorted(paths)}
