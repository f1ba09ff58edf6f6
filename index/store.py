"""The index as everyone else sees it: documents, passages, facts and the searches over them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.errors import DocumentDamaged, ModelSwitched, UnknownDocument, VectorStoreError
from index.fact_types import Fact, Person, of_kind
from index.indexed_document import IndexedDocument
from index.search.encoders import Encoder, Vectors
from index.search.lexical import best
from index.settings import Settings
from index.storage.held import HeldDocument, State
from index.storage.lookups import Lookups
from index.storage.opened import Opened
from index.storage.rows import Passage
from index.storage.sources import source_path
from index.terms.person_names import names, terms_in
from index.terms.segment import words
from index.translation.added_translations import english_with
from index.translation.english import English
from index.translation.searched import Searched, words_of_translations
from index.types import Chunk, CleanText, Document, Sentence, Span

EXACT_DOCUMENTS = 20
"""Up to so many documents their vectors are all compared, which finds the nearest ones surely, and sooner than Chroma's
graph with a filter does (77 ms of 100,000 passages); in more documents Chroma finds them."""
_SPARE = 20  # passages that Chroma is asked for beside those wanted, since some may no longer be in the index

logger = logging.getLogger(__name__)
_F = TypeVar("_F", bound=Fact)
_T = TypeVar("_T")
_Scores = NDArray[np.float32]


class Index:
    """The index of one data folder or database, open for reading; may be shared between threads.

    All that one object gives is of one state, which `snapshot` and `reload_if_changed` bring up to date. Whoever makes
    several calls that must fit together, as for one question, makes them on a `snapshot`.

    Every call may raise `StoreError`, where the database cannot be reached; `DocumentDamaged` or `ModelSwitched`, after
    which the next snapshot is without that document, or searched by another model. `on_sound` asks again by itself.
    """

    def __init__(self, shared: Opened, state: State, lookups: Lookups) -> None:
        self._shared, self._state, self._lookups = shared, state, lookups

    @classmethod
    def open(cls, settings: Settings, *, own_model: bool = False) -> Index:
        """The index as it is now; with `own_model` searched by the model that made it, whichever the settings name.

        Raises:
            IndexMissing: Nothing has been built, or it was built by another version or for another embedding model.
            ModelError: The embedding model cannot be loaded.
            StoreError: The database cannot be reached or read.
        """
        return cls(*Opened(settings, own_model=own_model).current())

    def snapshot(self) -> Index:
        """The index as it is now, which later changes do not touch."""
        self._shared, self._state, self._lookups = now = self._shared.current()
        return Index(*now)

    def reload_if_changed(self) -> bool:
        """Go over to a newer state if there is one; who has a snapshot keeps the old one."""
        before = self._state
        self._shared, self._state, self._lookups = self._shared.current()
        return self._state is not before

    def on_sound(self, ask: Callable[[Index], _T]) -> _T:
        """What `ask` gives for a snapshot; for the next one where a document turns out damaged, or the model changes."""
        while True:
            try:
                return ask(self.snapshot())
            except (DocumentDamaged, ModelSwitched) as changed:
                logger.warning("asking again: %s", changed)

    @property
    def fingerprint(self) -> str:
        """Names what is indexed and how it was read: the same fingerprint gives the same answers."""
        return self._state.fingerprint

    @property
    def documents(self) -> tuple[Document, ...]:
        """All plans, by id."""
        return self._state.described

    @property
    def newest(self) -> str:
        """The id of the plan that was added last by a person; "" where none was."""
        return self._state.newest

    @property
    def superseded(self) -> Mapping[str, str]:
        """The ids of plans that have a later version on file, each with the id of the latest one."""
        return self._state.superseded

    @property
    def of_earlier_years(self) -> Mapping[str, str]:
        """The ids of yearly papers of which a later year's is on file, each with the id of the latest one."""
        return self._state.of_earlier_years

    @property
    def damaged(self) -> tuple[str, ...]:
        """The ids of plans that nothing is answered from, since they are damaged in the database."""
        return tuple(self._state.damaged)

    def require_sound(self, question: str) -> None:
        """Raise `UnknownDocument` where a question is of a plan that is left out: another one would be taken for it.

        It names the place of one, or of one that is left out nobody knows the place.
        """
        for document_id, places in self._state.damaged.items():
            if not places or any(place.lower() in question.lower() for place in places):
                raise _left_out(document_id)

    def document(self, document_id: str) -> IndexedDocument:
        """One plan with everything read out of it; a few are kept. Raises `UnknownDocument` where no plan has this id."""
        return self._shared.reader.indexed(self._held(document_id))

    def described(self, document_id: str) -> Document:
        """One plan as the catalogue describes it. Raises `UnknownDocument` where no plan has this id."""
        return self._held(document_id).document

    def shown_title(self, document_id: str, *, english: bool = False) -> str:
        """The title under which a plan is shown, which no other plan has; in English where it has one. Raises as `described`."""
        name = self._held(document_id).document.id
        return (self._state.shown_english_titles if english else self._state.shown_titles)[name]

    def text(self, document_id: str) -> CleanText:
        """One plan's text. Raises as `described`."""
        return self._shared.reader.clean(self._held(document_id))

    def searched(self, document_ids: Collection[str]) -> Mapping[str, Searched]:
        """The texts of some plans, by id, with what was translated of them. Raises as `described`."""
        memory = self.english.memory
        return {one: self._shared.reader.searched(self._held(one), memory) for one in document_ids}

    def front_end(self, document_id: str) -> int:
        """Where the first chapter of a plan begins; see `IndexedDocument.body_start`."""
        return self._held(document_id).front_end

    @property
    def chunks(self) -> tuple[Chunk, ...]:
        """All chunks, by document and place: all of the index, read for this."""
        return tuple(chain.from_iterable(map(self._chunks, self._state.documents)))

    def chunk(self, chunk_id: str) -> Chunk:
        """The chunk that a search named."""
        return self._passage(chunk_id).chunk

    def chunks_at(self, span: Span) -> tuple[Chunk, ...]:
        """The chunks that share text with a span, in the order of the text."""
        return tuple(chunk for chunk in self._chunks(span.document_id) if chunk.span.overlaps(span))

    def sentences(self, chunk_ids: Sequence[str]) -> tuple[tuple[Sentence, ...], Vectors]:
        """The sentences of some chunks that may answer a question, in the order of the chunks and of the text.

        With them their vectors under their headings: float32, (n_sentences, dim), rows of length 1.
        """
        passages = [one for chunk_id in chunk_ids if (one := self._passage(chunk_id)).sentences]
        sentences = tuple(chain.from_iterable(one.sentences for one in passages))
        vectors = [one.vectors for one in passages if one.vectors is not None]
        return sentences, np.concatenate(vectors).astype(np.float32) if vectors else self.encoder.encode([])

    def facts(self, kind: type[_F], document_ids: Collection[str] | None = None) -> tuple[_F, ...]:
        """All facts of one kind (`Duty`, `Person`, …), by document and place; None means all documents."""
        return of_kind(kind, chain.from_iterable(map(self._shared.reader.facts, self._documents(document_ids))))

    def people_in(self, text: str, document_ids: Collection[str] | None = None) -> tuple[str, ...]:
        """The names of persons of these documents (None: of all) whom a text names, in Chinese or in pinyin."""
        held = self._documents(document_ids)
        if len(held) > EXACT_DOCUMENTS:
            numbers = set(self._lookups.people(terms_in(text)).tolist())
            held = [one for one in held if one.no in numbers][:EXACT_DOCUMENTS]
        people = of_kind(Person, chain.from_iterable(self._shared.reader.facts(one) for one in held))
        return tuple(dict.fromkeys(person.name for person in people if names(text, person.name)))

    def search_dense(self, text: str, k: int, document_ids: Collection[str] | None = None) -> list[tuple[str, float]]:
        """The `k` chunks nearest in meaning as (chunk id, cosine similarity), best first, ties by chunk id."""
        return self.nearest(self._shared.encoder.encode_questions([text])[0], k, document_ids)

    def nearest(self, vector: Vectors, k: int, document_ids: Collection[str] | None = None) -> list[tuple[str, float]]:
        """The `k` chunks nearest to a vector of length 1, likewise."""
        if document_ids is None and len(self._state.documents) > EXACT_DOCUMENTS:
            try:
                keys, near = self._shared.vectors(self._state.collection).query(vector, k + _SPARE)
                known = self._state.live.is_live(keys)
                return self._best(keys[known], near[known], k)
            except VectorStoreError as exc:
                logger.warning("all vectors are compared, which takes longer: %s", exc)
        return self._best(*self._compared(vector, self._documents(document_ids)), k)

    def search_lexical(
        self, text: str, k: int, document_ids: Collection[str] | None = None, *, translated: bool = False
    ) -> list[tuple[str, float]]:
        """The `k` chunks that share most words with `text`, if `translated` by their English: (chunk id, BM25 score), likewise."""
        asked = (words_of_translations if translated else words)(text)
        with self._shared.database.reading() as connection:
            keys, scores = best(connection, asked, self._state.live, self._numbers(document_ids))
        return self._best(keys, scores, k)

    def prepare(self, text: str) -> None:
        """Look up at once what `document_frequency` and `documents_holding` will ask of the parts of this text."""
        self._lookups.prepare(text)

    def document_frequency(self, text: str) -> float:
        """The share of chunks, 0 to 1, whose headings or text hold `text` as it stands."""
        return self._lookups.find(text).passages / max(self._state.live.passages, 1)

    def documents_holding(self, text: str) -> frozenset[str]:
        """The ids of the plans whose text or headings hold `text` as it stands."""
        by_no = self._state.by_no
        return frozenset(by_no[no].document.id for no in self._lookups.find(text).documents.tolist() if no in by_no)

    def called(self, name: str) -> tuple[str, ...]:
        """What stands in the plans and is read like a name in small pinyin ("luling": 芦岭), the likeliest first."""
        return self._lookups.called(name)

    def together(
        self, words: Iterable[str], others: Collection[Collection[str]], document_ids: Collection[str] | None = None
    ) -> dict[str, int]:
        """By word the most of the others, each in one of its spellings, that stand in a passage with it; -1: it stands nowhere."""
        return self._lookups.together(words, others, self._numbers(document_ids))

    @property
    def english(self) -> English:
        """English by the shipped translations and those that were made of documents on file, as they are now."""
        return english_with(self._shared.settings.data_dir, self._state.documents.keys())

    @property
    def encoder(self) -> Encoder:
        """The model that the index was built with."""
        return self._shared.encoder

    def warm_up(self) -> None:
        """Open what is otherwise opened by the first search."""
        self.search_dense("安全生产", 1)
        self.search_lexical("安全生产", 1)

    def source_path(self, document_id: str) -> Path:
        """The file that a plan was read from."""
        settings = self._shared.settings
        return source_path(self._held(document_id).file, settings.documents_dir, settings.data_dir)

    def _passage(self, chunk_id: str) -> Passage:
        return self._shared.reader.passage(self._held(chunk_id.rpartition(":")[0]), chunk_id)

    def _chunks(self, document_id: str) -> Iterable[Chunk]:
        return (passage.chunk for passage in self._shared.reader.passages(self._held(document_id)))

    def _held(self, document_id: str) -> HeldDocument:
        try:
            return self._state.documents[document_id]
        except KeyError as exc:
            if document_id in self.damaged:
                raise _left_out(document_id) from exc
            raise UnknownDocument.among(document_id, list(self._state.documents)) from exc

    def _documents(self, document_ids: Collection[str] | None) -> list[HeldDocument]:
        documents = self._state.documents
        wanted = documents if document_ids is None else sorted(documents.keys() & set(document_ids))
        return [documents[one] for one in wanted]

    def _numbers(self, document_ids: Collection[str] | None) -> list[int] | None:
        return None if document_ids is None else [held.no for held in self._documents(document_ids)]

    def _compared(self, vector: Vectors, held: Iterable[HeldDocument]) -> tuple[NDArray[np.uint32], _Scores]:
        """All passages of the documents with their similarities; those whose vector has no direction are left out."""
        keys, near = [np.empty(0, np.uint32)], [np.empty(0, np.float32)]
        for one in held if np.any(vector) else ():
            vectors = self._shared.reader.vectors(one)
            told = np.flatnonzero(vectors.any(axis=1))
            keys.append((one.first_passage + told).astype(np.uint32))
            near.append((vectors @ vector)[told])
        return np.concatenate(keys), np.concatenate(near)

    def _best(self, keys: NDArray[np.uint32], scores: _Scores, k: int) -> list[tuple[str, float]]:
        """The `k` best as (chunk id, score), best first, ties by chunk id."""
        if not len(keys) or k <= 0:
            return []
        least = np.partition(scores, -k)[-k] if k < len(scores) else scores.min()
        kept = np.flatnonzero(scores >= least)
        passages = self._shared.reader.passages_by_key(keys[kept].tolist(), self._state)
        hits = [(passages[int(keys[at])].chunk.id, float(scores[at])) for at in kept if int(keys[at]) in passages]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:k]


def _left_out(document_id: str) -> UnknownDocument:
    told = f"{document_id} is damaged in the index and left out; run `python -m index check --repair`"
    return UnknownDocument(told, code="document_damaged")
