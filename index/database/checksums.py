"""What stands beside stored values, to tell whether they are still what was written."""

from __future__ import annotations

import hashlib


def checksum(content: str | bytes) -> str:
    """The first 16 hexadecimal digits of the SHA-256."""
    whole = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(whole).hexdigest()[:16]


def as_bytes(value: object) -> bytes:
    """Bytes as they are; of anything else, as damage may leave it in their column, some other bytes."""
    return value if isinstance(value, bytes) else repr(value).encode()
