"""A mark on every answer by which the server knows it again: what a browser makes up is none of its answers.

A browser keeps conversations and sends them back. The mark is made with a key that lies in the data folder, so that it
holds over a restart and for every process that serves the page.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

_log = logging.getLogger(__name__)

_FILE = "seal.key"
_KEY_BYTES = 32


def sealed(data_dir: Path, content: bytes) -> str:
    """The mark on what the server gave."""
    return hmac.new(_key(data_dir.resolve()), content, hashlib.sha256).hexdigest()


def is_sealed(data_dir: Path, content: bytes, seal: str) -> bool:
    """Whether the server made this mark, for this content."""
    return hmac.compare_digest(sealed(data_dir, content).encode(), seal.encode("utf-8", "replace"))


@cache
def _key(data_dir: Path) -> bytes:
    path = data_dir / _FILE
    key = secrets.token_bytes(_KEY_BYTES)
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            written = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(written, "wb") as file:
                file.write(key)
        kept = path.read_bytes()
    except OSError as exc:
        _log.warning("no key can be kept in the data folder (%s); votes hold until the program ends", exc)
        return key
    return kept if len(kept) == _KEY_BYTES else key
