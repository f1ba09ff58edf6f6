"""What is in the index at one moment, in arrays: who owns each passage key, and how many words the passage has."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Live:
    """The passages that may be found. All arrays go by passage key, `owner` holds -1 where no document is."""

    owner: NDArray[np.int64]
    """Number of the document, (keys,)."""
    lengths: NDArray[np.float32]
    """Words of the passage, (keys,)."""

    @classmethod
    def of(cls, documents: Iterable[tuple[int, int, NDArray[np.uint16]]]) -> Live:
        """Of documents given by number, first key and words of each passage."""
        held = list(documents)
        size = max((first + len(lengths) for _, first, lengths in held), default=0)
        owner, words = np.full(size, -1, np.int64), np.zeros(size, np.float32)
        for no, first, lengths in held:
            owner[first : first + len(lengths)] = no
            words[first : first + len(lengths)] = lengths
        return cls(owner, words)

    @cached_property
    def passages(self) -> int:
        """How many there are."""
        return int(np.count_nonzero(self.owner >= 0))

    @cached_property
    def mean_length(self) -> float:
        """Mean number of words of a passage; 1 where no passage has any."""
        return max(float(self.lengths.sum()) / max(self.passages, 1), 1.0)

    def is_live(self, keys: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Which of these keys belong to a document; those that a newer state has brought do not."""
        inside = keys < len(self.owner)
        known: NDArray[np.bool_] = self.owner[np.where(inside, keys, 0)] >= 0 if len(self.owner) else inside
        return inside & known

    def mask(self, documents: Collection[int]) -> NDArray[np.bool_]:
        """Which keys belong to one of these documents, (keys,)."""
        return np.isin(self.owner, np.fromiter(documents, np.int64))
