"""Which passages and documents hold a text, or name a person: looked up, never scanned for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, pairwise, product

import numpy as np
from numpy.typing import NDArray

from index.database.engine import Database
from index.recent import Recent
from index.search.entries import Field
from index.search.lexical import keys_with_names, keys_with_pairs, pairs, terms_held
from index.storage.held import State
from index.storage.reader import Reader
from index.terms.pinyin import are_read, characters_by_syllable, cuts
from index.terms.segment import segment

Keys = NDArray[np.uint32]
Runs = Sequence[str]

_PAIRS, _TEXTS = 2_000, 5_000
"""How many pairs and texts are remembered; the commonest pair of 100,000 passages takes 400 kB, most take some bytes."""
MOST_VERIFIED = 100
"""A text whose pairs all stand in no more passages is looked for in each of them; in more, in so many spread over them."""
FEW_DOCUMENTS, VERIFIED_IN_MANY = 20, 8
"""So many passages are looked at where they are of more documents: the text of each has to be read, which takes 0.7 ms."""

MOST_RUNS, READ_FOR_A_NAME = 8, 4
"""So many runs of characters that sound like a name are looked at, each in so many passages, most often met first."""
AROUND_A_NAME = 12
"""So many characters before and behind a run are enough to tell where its words begin."""


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
        self._called: Recent[str, tuple[str, ...]] = Recent(_TEXTS)

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

    def called(self, name: str) -> tuple[str, ...]:
        """What stands in the documents and is read like a name in small pinyin ("luling": 芦岭), the likeliest first.

        It begins where a word begins: 路领 of 道路领域 is no name. Empty for what is no pinyin of two syllables.
        """
        return self._called.get(name, lambda: self._look_up_called(name))

    def together(
        self, words: Iterable[str], others: Collection[Collection[str]], within: Collection[int] | None
    ) -> dict[str, int]:
        """By word how many of the others, each by one of its spellings, stand in one passage with it, at the most.

        -1 for a word that stands in no document of the numbers `within` (None: of all).
        """
        allowed = None if within is None else self._state.live.mask(within)
        met = np.zeros(len(self._state.live.owner), np.int16)
        for spellings in others:
            met[np.unique(np.concatenate([np.empty(0, np.uint32), *map(self._keys, spellings)]))] += 1
        told = {
            word: keys if allowed is None else keys[allowed[keys]] for word in words for keys in (self._keys(word),)
        }
        return {word: int(met[keys].max(initial=-1)) for word, keys in told.items()}

    def _look_up_called(self, name: str) -> tuple[str, ...]:
        for cut in cuts(name):
            spoken = [run for run in self._runs(cut) if are_read(run, cut) and self.find(run).passages]
            if standing := self._beginning_words(spoken):
                return tuple(standing)
        return ()

    def _runs(self, syllables: Runs) -> Runs:
        """The runs of characters read so whose pairs all stand somewhere; a word of the index alone where one is."""
        readings = [characters_by_syllable()[syllable] for syllable in syllables]
        with self._database.reading() as connection:
            single = terms_held(connection, Field.PAIR, "".join(readings))
            held = [[character for character in reading if character in single] for reading in readings]
            wanted = [a + b for one, other in pairwise(held) for a, b in product(one, other)]
            paired = terms_held(connection, Field.PAIR, wanted)
            runs = held[0]
            for following in held[1:]:
                runs = [run + own for run in runs for own in following if run[-1] + own in paired]
            words = terms_held(connection, Field.WORD, runs)
        return [run for run in runs if run in words] or runs

    def _beginning_words(self, runs: Runs) -> Runs:
        """Those of the runs that somewhere begin with a word and cut none, the commonest first."""
        often = sorted(runs, key=lambda run: (-self.find(run).passages, run))[:MOST_RUNS]
        return [run for run in often if self._begins_a_word(run)]

    def _begins_a_word(self, run: str) -> bool:
        passages = self._reader.passages_by_key(self._keys(run)[:READ_FOR_A_NAME].tolist(), self._state)
        texts = (one.chunk.searched for one in passages.values())
        return any(_is_cut_out(run, text) for text in texts if run in text)

    def _look_up(self, text: str) -> Found:
        keys = self._keys(text)
        if len(set(pairs(text))) > 1 and len(keys):
            return self._verified(text, keys)
        return self._at(keys, len(keys))

    def _keys(self, text: str) -> Keys:
        """The live passages in which all pairs of a text stand, sorted."""
        wanted = dict.fromkeys(pairs(text) if len(text) > 1 else text)
        if not wanted:
            return np.empty(0, np.uint32)
        rows = {pair: keys for pair in wanted if (keys := self._pairs.kept(pair)) is not None}
        rows |= self._rows(wanted.keys() - rows.keys())
        return reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), sorted(rows.values(), key=len))

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


def _is_cut_out(run: str, text: str) -> bool:
    """Whether a run begins where a word of the text does, and ends there or inside that word: 左权 of 左权县."""
    at = text.find(run)
    around = text[max(0, at - AROUND_A_NAME) : at + len(run) + AROUND_A_NAME]
    start = min(at, AROUND_A_NAME)
    bounds = set(accumulate(map(len, segment(around)), initial=0))
    inside = any(bound in bounds for bound in range(start + 1, start + len(run)))
    return start in bounds and (start + len(run) in bounds or not inside)
