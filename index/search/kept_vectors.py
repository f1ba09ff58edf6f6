"""Vectors that are kept in files while those of a whole index are made, so that who is killed goes on where he was."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.search.encoders import Encoder, Vectors

Told = Callable[[str, float], None]
"""Told what is being done, and the share of it that is done, 0 to 1."""
TEXTS_A_FILE = 256
"""So many are lost at most: a minute's work of a large model on a processor."""


def unheard(_message: str, _share: float) -> None:
    """For whom it is told to nobody."""


class KeptVectors:
    """Encodes with another encoder and keeps what it makes in a folder, under what it was made of and with."""

    def __init__(
        self,
        encoder: Encoder,
        folder: Path,
        passages: int,
        told: Told,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`told` is told how many of `passages` in all have their vectors."""
        self._encoder, self._folder, self._clock = encoder, folder, clock
        self._passages, self._told = passages, told
        self._done = self._made = self._seconds = 0.0

    def of_document(self, passages: int) -> Callable[[Sequence[str]], Vectors]:
        """Encodes all texts of a document of so many passages, and tells how far it has come."""

        def encode(texts: Sequence[str]) -> Vectors:
            return self.encode(texts, passages / max(len(texts), 1))

        return encode

    def encode(self, texts: Sequence[str], passages_a_text: float = 0.0) -> Vectors:
        """The vectors of `texts` in half precision, as the index holds them.

        Raises:
            StoreError: They cannot be kept.
        """
        parts = [self._encoder.encode([])]
        for start in range(0, len(texts), TEXTS_A_FILE):
            part = texts[start : start + TEXTS_A_FILE]
            parts.append(self._part(part, passages_a_text * len(part)))
        return np.concatenate(parts)

    def drop(self) -> None:
        """Delete what is kept."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _part(self, texts: Sequence[str], passages: float) -> Vectors:
        name = hashlib.sha256("\0".join((self._encoder.name, *texts)).encode()).hexdigest()
        path = self._folder / f"{name}.npy"
        vectors = _kept(path)
        if len(vectors) != len(texts):
            begun = self._clock()
            vectors = np.asarray(self._encoder.encode(texts), np.float16)
            self._keep(path, vectors)
            self._seconds += self._clock() - begun
            self._made += passages
        self._done += passages
        if passages:
            self._tell()
        return vectors.astype(np.float32)

    def _keep(self, path: Path, vectors: NDArray[np.float16]) -> None:
        unfinished = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                np.save(file, vectors)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except OSError as exc:
            raise StoreError(f"{self._folder}: vectors cannot be kept ({exc.strerror or exc})") from exc

    def _tell(self) -> None:
        message = f"Making vectors: {round(self._done):,} of {self._passages:,} passages"
        if self._made:
            minutes = (self._passages - self._done) * self._seconds / self._made / 60
            message += f", about {minutes:.0f} min left" if minutes >= 1 else ", less than a minute left"
        self._told(message, min(self._done / self._passages, 1.0))


def _kept(path: Path) -> NDArray[np.float16]:
    """What stands in a file; nothing where there is none, or one that is not what was kept."""
    try:
        vectors: NDArray[np.float16] = np.load(path)
    except (OSError, ValueError, EOFError):
        return np.empty((0, 0), np.float16)
    return vectors
