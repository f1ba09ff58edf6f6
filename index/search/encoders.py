"""Embedding models: text to vectors, from a local folder or the local Hugging Face cache, never from the network.

A static model (one vector a token, averaged) is read with `index.search.tokens` and `safetensors` alone; every other one
through sentence-transformers. Their own classes for static models give the same vectors, start later, which is felt at
every command, and hold more memory, in each process: processor seconds from process start to the first vector, passages
encoded a processor second, and peak memory, in one run of the five plans' 505 passages (median of three, on a machine
with other work):

    here                    0.5 s    1,400     97 MiB
    model2vec               1.9 s    2,700    301 MiB
    sentence-transformers  10.7 s    1,200    733 MiB
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError
from index.search.device import device

Vectors = NDArray[np.float32]
"""float32, (n, dim)."""
TokenIds = NDArray[np.int64]
"""int64, (n,): the numbers of some tokens."""

_STATIC_MODULES = ({"StaticEmbedding"}, {"StaticEmbedding", "Normalize"})
_SAYS_WHAT_IT_IS = ("modules.json", "config.json")
_MODEL_SUFFIXES = frozenset({".json", ".safetensors", ".bin", ".txt", ".model"})
_BATCH_TEXTS = 64  # bounds memory: 64 texts of 400 tokens in 256 dimensions are 26 MB
_ROUNDED_TO_ZERO = 1e-12
_MADE_AS = "questions apart"
"""How vectors of models that are not static are made; in their names, so that an index made otherwise is made anew."""


class Encoder(Protocol):
    """Turns texts into vectors that lie close together when the texts speak of the same thing."""

    @property
    def name(self) -> str:
        """A fingerprint of the model: the same name gives the same vectors."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32, (len(texts), dim), rows of length 1; a row of zeros for a text that holds no known token."""

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Likewise for questions and search words, which some models read behind another prompt than passages."""

    def token_ids(self, texts: Sequence[str]) -> list[TokenIds]:
        """The tokens of each text, each once, in order of their numbers."""

    def token_vectors(self, tokens: TokenIds) -> Vectors:
        """float32, (len(tokens), dim): a row points where its token does, as long as it counts in the vector of a text."""


def fingerprint(model: str) -> str:
    """The name that `load_encoder(model)` would have, without loading it."""
    folder = Path(model)
    if not folder.is_dir():
        return f"name:{model} ({_MADE_AS})"
    digest = hashlib.sha256(b"" if _is_static(folder) else _MADE_AS.encode())
    for path in sorted(folder.rglob("*")):
        if path.suffix in _MODEL_SUFFIXES:
            status = path.stat()
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(_hash(path, status.st_ino, status.st_size, status.st_mtime_ns))
    return f"sha256:{digest.hexdigest()[:16]}"


@lru_cache(maxsize=64)
def _hash(path: Path, _inode: int, _size_bytes: int, _mtime_ns: int) -> bytes:
    """The hash of a file, remembered while it stays the same: a start asks three times for that of 25 MB."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def load_encoder(model: str) -> Encoder:
    """The model in folder `model`, or of that name in the local cache.

    Raises:
        ModelError: There is no such model, or its files cannot be read.
    """
    folder = Path(model)
    try:
        if folder.is_dir() and _is_static(folder):
            return _StaticEncoder(folder)
        return _SentenceTransformerEncoder(model)
    except Exception as exc:  # tokenizers raises nothing narrower
        raise ModelError(f"the embedding model {model!r} cannot be loaded: {_reason(folder, exc)}") from exc


def _reason(folder: Path, exc: Exception) -> str:
    """What is wrong with a model and what to do, in a line."""
    if "trust_remote_code" in str(exc):
        return "it brings code of its own, which is never run; choose a model without any"
    if not folder.exists() and isinstance(exc, OSError):
        return (
            "it is neither a folder nor in the local Hugging Face cache, and nothing is downloaded; "
            "download it on a machine with a network and give its folder"
        )
    if folder.is_dir() and not any((folder / name).is_file() for name in _SAYS_WHAT_IT_IS):
        return f"the folder holds no model: there is neither {' nor '.join(_SAYS_WHAT_IT_IS)}"
    return " ".join(str(exc).split())[:200]


def _is_static(folder: Path) -> bool:
    """Whether the weights are one table that NumPy can hold, with nothing but averaging and scaling behind it."""
    path = folder / "modules.json"
    if not path.is_file():
        return False  # as a model of transformers, whose token vectors sentence-transformers averages
    try:
        modules = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return False  # sentence-transformers tells what is wrong with it
    kinds = {str(module["type"]).rsplit(".", 1)[-1] for module in modules}
    return kinds in _STATIC_MODULES and (folder / str(modules[0]["path"]) / "model.safetensors").is_file()


class _StaticEncoder:
    """The mean of the token vectors; follows sentence-transformers' StaticEmbedding, model2vec tables included."""

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file

        from index.search.tokens import load_tokenizer

        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        source = folder / modules[0]["path"]
        tensors = load_file(source / "model.safetensors")
        self._table = tensors["embedding.weight"] if "embedding.weight" in tensors else tensors["embeddings"]
        self._row_of: NDArray[np.int64] | None = tensors.get("mapping")  # token id -> row; None: the same number
        self._weights: NDArray[np.float32] | None = tensors.get("weights")  # by token id
        self._tokenizer = load_tokenizer(source / "tokenizer.json")
        self.name = fingerprint(str(folder))

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self._table.shape[1]), dtype=np.float32)
        for start in range(0, len(texts), _BATCH_TEXTS):
            for place, tokens in enumerate(self._tokenizer.encode(texts[start : start + _BATCH_TEXTS]), start):
                if tokens:
                    vectors[place] = self._rows(np.array(tokens)).mean(axis=0)
        return _unit(vectors)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self.encode(texts)

    def token_ids(self, texts: Sequence[str]) -> list[TokenIds]:
        return [np.unique(np.array(tokens, dtype=np.int64)) for tokens in self._tokenizer.encode(texts)]

    def token_vectors(self, tokens: TokenIds) -> Vectors:
        return self._rows(tokens)

    def _rows(self, token_ids: NDArray[np.int64]) -> Vectors:
        rows = token_ids if self._row_of is None else self._row_of[token_ids]
        vectors: Vectors = self._table[rows].astype(np.float32)
        return vectors if self._weights is None else vectors * self._weights[token_ids, np.newaxis]


class RememberingEncoder:
    """Another encoder that keeps the vectors of texts it has seen; may be shared between threads."""

    def __init__(self, encoder: Encoder, max_texts: int) -> None:
        self._encoder, self._max_texts = encoder, max_texts
        self._vectors: dict[str, Vectors] = {}
        self._questions: dict[str, Vectors] = {}
        self._tokens: dict[str, TokenIds] = {}
        self.name = encoder.name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of `texts`, as the other encoder makes them."""
        return self._remembered(texts, self._vectors, self._encoder.encode)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """The vectors of questions, likewise."""
        return self._remembered(texts, self._questions, self._encoder.encode_questions)

    def _remembered(
        self, texts: Sequence[str], kept: dict[str, Vectors], encode: Callable[[Sequence[str]], Vectors]
    ) -> Vectors:
        # Each vector is looked up once: another thread may empty what is kept at any time.
        found = {text: vector for text in texts if (vector := kept.get(text)) is not None}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing or not texts:
            fresh = encode(missing)
            if not texts:
                return fresh
            found.update(zip(missing, fresh, strict=True))
            if len(kept) + len(missing) > self._max_texts:
                kept.clear()
            kept.update(zip(missing, fresh, strict=True))
        return np.stack([found[text] for text in texts])

    def token_ids(self, texts: Sequence[str]) -> list[TokenIds]:
        """The tokens of `texts`, as the other encoder parts them."""
        found = {text: tokens for text in texts if (tokens := self._tokens.get(text)) is not None}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        fresh = dict(zip(missing, self._encoder.token_ids(missing), strict=True))
        if len(self._tokens) + len(fresh) > self._max_texts:
            self._tokens.clear()
        self._tokens.update(fresh)
        found.update(fresh)
        return [found[text] for text in texts]

    def token_vectors(self, tokens: TokenIds) -> Vectors:
        """The vectors of tokens, as the other encoder holds them."""
        return self._encoder.token_vectors(tokens)


class _SentenceTransformerEncoder:
    """Any model that sentence-transformers loads, on a GPU where it finds one; never with code that a model brings."""

    def __init__(self, model: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._device = device()
        own = {"dtype": self._device.dtype}  # else a model is run in whatever it was saved in
        self._model = SentenceTransformer(model, device=self._device.name, local_files_only=True, model_kwargs=own)
        self._lock = threading.Lock()  # a tokenizer is set to a length and used, which two threads must not do at once
        self._of_token: dict[int, Vectors] = {}  # as many as there are in its vocabulary, at most
        self.name = fingerprint(model)

    def encode(self, texts: Sequence[str]) -> Vectors:
        # Every model has a "document" prompt, most an empty one, before which the library does not look for the others.
        prompt = next((name for name in ("document", "passage", "corpus") if self._model.prompts.get(name)), None)
        return self._unit_rows(partial(self._model.encode_document, prompt_name=prompt), texts)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self._unit_rows(self._model.encode_query, texts)

    def _unit_rows(self, encode: Callable[..., NDArray[np.generic]], texts: Sequence[str]) -> Vectors:
        settings = {"batch_size": self._device.batch_texts, "show_progress_bar": False}
        with self._lock:
            vectors = encode(list(texts), **settings)
            if not np.isfinite(vectors).all():  # some models have numbers that half precision does not hold
                self._model.float()
                vectors = encode(list(texts), **settings)
        if vectors.ndim == 1:  # as sentence-transformers gives those of no texts
            vectors = vectors.reshape(0, self._model.get_embedding_dimension() or 0)
        return _unit(np.asarray(vectors, dtype=np.float32))

    def token_ids(self, texts: Sequence[str]) -> list[TokenIds]:
        encoded = self._model.tokenizer(list(texts), add_special_tokens=False)["input_ids"] if texts else []
        return [np.unique(np.array(tokens, dtype=np.int64)) for tokens in encoded]

    def token_vectors(self, tokens: TokenIds) -> Vectors:
        """Of each token alone: what it means in its sentence would have to be kept for every sentence."""
        missing = [int(token) for token in tokens if int(token) not in self._of_token]
        if missing:
            words = [self._model.tokenizer.decode([token]) for token in missing]
            vectors = self._unit_rows(partial(self._model.encode, prompt=""), words)
            self._of_token.update(zip(missing, vectors, strict=True))
        return np.stack([self._of_token[int(token)] for token in tokens])


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, _ROUNDED_TO_ZERO), dtype=np.float32)
