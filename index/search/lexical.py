"""The lexical index: BM25 over the words of the chunks.

Takes words, never text: `index.terms.segment.words` splits both sides. Zero scores are no hits and are dropped.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Collection, Sequence
from pathlib import Path

import bm25s
import numpy as np

_K1, _B = 1.5, 0.75  # the common defaults (Robertson & Zaragoza 2009, section 3.4); passages are of nearly equal length
_CHUNKS_FILE = "chunks.json"

logging.getLogger("bm25s").setLevel(logging.WARNING)  # the library sets itself to DEBUG on import


class LexicalIndex:
    """Finds chunks by the words that they share with a query."""

    def __init__(self, scorer: bm25s.BM25 | None, chunk_ids: Sequence[str], document_ids: Sequence[str]) -> None:
        self._scorer = scorer
        self.chunk_ids = tuple(chunk_ids)
        self._document_ids = np.array(document_ids, dtype=np.str_)

    def __len__(self) -> int:
        return len(self.chunk_ids)

    @classmethod
    def build(
        cls, chunk_ids: Sequence[str], document_ids: Sequence[str], chunk_words: Sequence[Sequence[str]]
    ) -> LexicalIndex:
        """An index of chunks, given by id, document and words (the three in the same order)."""
        if not any(chunk_words):
            return cls(None, chunk_ids, document_ids)
        scorer = bm25s.BM25(k1=_K1, b=_B, method="lucene")
        scorer.index([list(words) for words in chunk_words], show_progress=False)
        return cls(scorer, chunk_ids, document_ids)

    def save(self, folder: Path) -> None:
        """Write the index into `folder`, which is made."""
        folder.mkdir(parents=True)
        if self._scorer is not None:
            self._scorer.save(folder, show_progress=False)
        chunks = {"chunk_ids": self.chunk_ids, "document_ids": self._document_ids.tolist()}
        (folder / _CHUNKS_FILE).write_text(json.dumps(chunks, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """The index that `save` wrote."""
        chunks = json.loads((folder / _CHUNKS_FILE).read_text(encoding="utf-8"))
        is_empty = not any(folder.glob("*.npy"))
        scorer = None if is_empty else bm25s.BM25.load(folder, show_progress=False)
        return cls(scorer, chunks["chunk_ids"], chunks["document_ids"])

    def search(
        self, words: Sequence[str], k: int, document_ids: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The `k` best chunks as (chunk id, BM25 score), best first, ties by chunk id.

        `document_ids` restricts the search to these documents before the best are taken; None searches all. A word
        given twice counts twice.
        """
        if self._scorer is None or not words:
            return []
        token_ids = self._scorer.get_tokens_ids(list(words))
        if not len(token_ids):
            return []
        scores = self._scorer.get_scores_from_ids(token_ids)
        if document_ids is not None:
            scores = np.where(np.isin(self._document_ids, sorted(document_ids)), scores, 0.0)
        hits = [(self.chunk_ids[place], float(scores[place])) for place in np.flatnonzero(scores > 0)]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:k]
