"""A tokenizer, a teacher's vectors for English words and a dictionary in, a first table out.

English words start at the teacher's vector of the word, Chinese words at the mean over their
English glosses (distillation through a dictionary, after Reimers and Gurevych 2020,
arXiv:2004.09813); the mean is taken off and leading components kept (Mu and Viswanath 2018,
arXiv:1702.01417), and each token is weighted by a / (a + p) (SIF; Arora, Liang and Ma 2017).
"""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.training.pairs import Pair
from index.training.vocabulary import WORD_MARK

SIF_A = 1e-3
MAX_GLOSSES = 6
RANDOM_LENGTH = 0.3
"""Tokens that nothing is known of start at short random vectors."""


def first_table(
    tokenizer: Tokenizer, teacher: Mapping[str, NDArray[np.float32]], glosses: Iterable[Pair], frequency: NDArray[np.float64], dim: int, seed: int
) -> NDArray[np.float32]:
    """float32, (vocabulary, dim); row 0 (unknown) is zero."""
    vocabulary = tokenizer.get_vocab()
    space = _projection(teacher, dim)
    table = np.random.default_rng(seed).normal(size=(len(vocabulary), dim)).astype(np.float32)
    table *= RANDOM_LENGTH / np.linalg.norm(table, axis=1, keepdims=True)
    by_word: dict[str, list[NDArray[np.float32]]] = {}
    for pair in glosses:
        found = by_word.setdefault(pair.left, [])
        if pair.right in teacher and len(found) < MAX_GLOSSES:
            found.append(space(teacher[pair.right]))
    for token, number in vocabulary.items():
        word = token.removeprefix(WORD_MARK)
        if word in teacher:
            table[number] = space(teacher[word])
        elif by_word.get(token):
            table[number] = _unit(np.mean(by_word[token], axis=0))
    for token, number in vocabulary.items():
        known = [table[vocabulary[char]] for char in token if char in by_word and char in vocabulary]
        if known and not by_word.get(token):
            table[number] = _unit(np.mean(known, axis=0))
    table *= (SIF_A / (SIF_A + frequency))[:, None].astype(np.float32)
    table[0] = 0
    return table


def _projection(teacher: Mapping[str, NDArray[np.float32]], dim: int):
    matrix = np.stack(list(teacher.values())).astype(np.float32)
    mean = matrix.mean(axis=0)
    _, vectors = np.linalg.eigh(np.cov((matrix - mean).T))
    axes = vectors[:, ::-1][:, :dim].astype(np.float32)
    return lambda vector: _unit((vector - mean) @ axes)


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return vector / max(float(np.linalg.norm(vector)), 1e-9)
