"""Which passages and documents hold a text, or name a person: looked up, never scanned for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from index.database.engine import Database
from index.recent import Recent
from index.search.lexical import keys_with_names, keys_with_pairs, pairs
from index.storage.held import State
from index.storage.reader import Reader

Keys = NDArray[np.uint32]

_PAIRS, _TEXTS = 2_000, 5_000
"""How many pairs and texts are remembered; the commonest pair of 100,000 passages takes 400 kB, most take some bytes."""
MOST_VERIFIED = 100
"""A text whose pairs all stand in no more passages is looked for in each of them; in more, in so many spread over them."""
FEW_DOCUMENTS, VERIFIED_IN_MANY = 20, 8
"""So many passages are looked at where they are of more documents: the text of each has to be read, which takes 0.7 ms."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text stands: in how many passages, and in which documents, by number."""

    passages: int
    documents: NDArray[np.int64]


class Lookups:
    """Look-ups in one state of the index; may be shared between threads."""

    def __init__(self, database: Database, reader: Reader, state: State) -> None:
        self._database, self._reader, self._state = database, reader, state
        self._pairs: Recent[str, Keys] = Recent(_PAIRS)
        self._found: Recent[str, Found] = Recent(_TEXTS)

    def prepare(self, text: str) -> None:
        """Read what look-ups of parts of this text will need, at once."""
        self._rows({pair for pair in pairs(text) if self._pairs.kept(pair) is None})

    def find(self, text: str) -> Found:
        """Where a text stands, headings included; the empty one nowhere. In very many passages, about how many."""
        return self._found.get(text, lambda: self._look_up(text))

    def people(self, terms: Collection[str]) -> NDArray[np.int64]:
        """The documents, by number, that name a person by one of the terms (see `person_names.name_terms`)."""
        with self._database.reading() as connection:
            found = keys_with_names(connection, terms, self._state.live)
        keys = [np.unique(self._state.live.owner[keys]) for keys in found.values()]
        return np.unique(np.concatenate(keys)) if keys else np.empty(0, np.int64)

    def _look_up(self, text: str) -> Found:
        wanted = dict.fromkeys(pairs(text) if len(text) > 1 else text)
        if not wanted:
            return Found(0, np.empty(0, np.int64))
        rows = {pair: keys for pair in wanted if (keys := self._pairs.kept(pair)) is not None}
        rows |= self._rows(wanted.keys() - rows.keys())
        keys = reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), sorted(rows.values(), key=len))
        if len(wanted) > 1 and len(keys):
            return self._verified(text, keys)
        return self._at(keys, len(keys))

    def _verified(self, text: str, keys: Keys) -> Found:
        """Where the text stands of all passages that hold its pairs; of very many, a part is looked at."""
        few = len(np.unique(self._state.live.owner[keys])) <= FEW_DOCUMENTS
        step = -(-len(keys) // (MOST_VERIFIED if few else VERIFIED_IN_MANY))
        looked_at = 0
        for first in range(step):  # on to the others while it stands nowhere: only then is it told to be absent
            part = keys[first::step]
            passages = self._reader.passages_by_key(part.tolist(), self._state)
            held = np.array([key for key, one in passages.items() if text in one.chunk.searched], np.uint32)
            looked_at += len(part)
            if len(held):
                return self._at(held if step == 1 else keys, max(1, round(len(keys) * len(held) / looked_at)))
        return self._at(keys[:0], 0)

    def _at(self, keys: Keys, passages: int) -> Found:
        return Found(passages, np.unique(self._state.live.owner[keys]))

    def _rows(self, wanted: Collection[str]) -> dict[str, Keys]:
        if not wanted:
            return {}
        with self._database.reading() as connection:
            rows = keys_with_pairs(connection, wanted, self._state.live)
        for pair, keys in rows.items():
            self._pairs.put(pair, keys)
        return rows
