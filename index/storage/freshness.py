"""Whether a generation is what would be built today: the same code and libraries reading, the same model and store."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from index.search.encoders import fingerprint
from index.settings import Settings
from index.storage.generations import Generation

_PACKAGE = Path(__file__).resolve().parents[1]
_NOT_READING = ("learning", "model", "__main__.py", "__init__.py")
_READING_LIBRARIES = ("pypdf", "python-docx", "beautifulsoup4", "lxml", "jieba", "bm25s", "chromadb")


@cache
def reader_fingerprint() -> str:
    """A hash of the code and the libraries that read files: another one may read them otherwise."""
    digest = hashlib.sha256()
    for path in sorted([*_PACKAGE.rglob("*.py"), *_PACKAGE.rglob("words.txt")]):
        relative = path.relative_to(_PACKAGE)
        if relative.parts[0] not in _NOT_READING:
            digest.update(relative.as_posix().encode() + path.read_bytes())
    for library in _READING_LIBRARIES:
        digest.update(f"{library}=={version(library)}".encode())
    return digest.hexdigest()[:16]


def is_current(generation: Generation | None, settings: Settings | None = None) -> bool:
    """Whether today's code would read the same out of the same files; with `settings`, also store it the same way."""
    if generation is None or generation.manifest.reader != reader_fingerprint():
        return False
    if settings is None:
        return True
    same_model = generation.manifest.model == fingerprint(settings.embedding_model)
    return same_model and generation.vectors_at.url == settings.chroma_url
