"""Postings as the database holds them: the entries of a term in one row of bytes, with a checksum that is a sum.

So what is appended to a row is added to its checksum, and the parts of several documents in one row can be told apart.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]
Entries = NDArray[Any]
"""Of words a record of passage key and count, of pairs and names the keys alone."""

ROW_SUM = 2**48
"""Each document adds less to a row's checksum, so that the sum of a block stays within 64 bits."""
_MIX = 0x9E3779B97F4A7C15  # odd, its bits without pattern: 2**64 divided by the golden ratio (Knuth, section 6.4)
COUNTED = np.dtype([("key", "<u4"), ("count", "<u2")])


class Field(StrEnum):
    """What a posting's term is."""

    WORD = "word"
    PAIR = "pair"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one field taken apart: their entries in one array, what each adds to a checksum, which rows are sound."""

    held: Entries
    weights: NDArray[np.uint64]
    bounds: NDArray[np.int64]
    sums: NDArray[np.uint64]
    sound: NDArray[np.bool_]

    @property
    def keys(self) -> NDArray[np.int64]:
        """Of all entries."""
        return keys_of(self.held).astype(np.int64)

    @classmethod
    def of(cls, field: str, rows: Sequence[tuple[Any, Any, Any]]) -> Rows:
        """Of rows given by term, entries and checksum."""
        size = entry_type(field).itemsize
        blobs = [blob if _fits(blob, size) else b"" for _, blob, _ in rows]
        held = np.frombuffer(b"".join(blobs), entry_type(field))
        counts = np.array([len(blob) // size for blob in blobs], np.int64)
        bounds = np.concatenate(([0], np.cumsum(counts)))
        seeds = np.array([zlib.crc32(f"{field}:{term}".encode()) for term, _, _ in rows], np.uint64)
        weights = _weights(held, np.repeat(seeds, counts))
        added = np.concatenate((np.zeros(1, np.uint64), np.cumsum(weights, dtype=np.uint64)))
        sums = added[bounds[1:]] - added[bounds[:-1]]
        told = np.array([checked % ROW_SUM if isinstance(checked, int) else 0 for _, _, checked in rows], np.uint64)
        return cls(held, weights, bounds, sums, (sums % ROW_SUM == told) & (counts > 0))


def _fits(blob: object, size: int) -> bool:
    return isinstance(blob, bytes) and len(blob) % size == 0


def _weights(held: Entries, seeds: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """What each entry adds to a checksum: another term, key or count adds something else."""
    mixed = keys_of(held).astype(np.uint64) * np.uint64(_MIX)
    if held.dtype == COUNTED:
        mixed += held["count"].astype(np.uint64) << np.uint64(40)
    mixed = (mixed ^ (mixed >> np.uint64(29)) ^ (seeds << np.uint64(17))) * np.uint64(_MIX)
    weights: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(32))
    return weights


def checksums_of(field: str, entries: Mapping[str, bytes]) -> list[int]:
    """What the entries of each term of a field add to a checksum, in the order of the terms."""
    return [int(total) for total in Rows.of(field, [(term, blob, 0) for term, blob in entries.items()]).sums]


def entry_type(field: str) -> np.dtype[Any]:
    """How an entry of a field lies in a row."""
    return COUNTED if field == Field.WORD else np.dtype("<u4")


def keys_of(held: Entries) -> Keys:
    """The passage keys of entries."""
    keys: Keys = held["key"] if held.dtype == COUNTED else held
    return keys


def hexadecimal(total: int) -> str:
    """A sum as checksums are written."""
    return f"{total % 2**64:016x}"
