"""Trains an embedding model and writes its folder: `python -m index.learning --data DIR --out DIR`."""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from index.learning.mixture import TrainingText
    from index.learning.recipes import Recipe

logger = logging.getLogger(__name__)

THREADS = 2
"""Sums over threads round differently: another number gives a table that differs in its last bits."""


def main(argv: list[str] | None = None) -> int:
    """Train by the recipe asked for; the figures on the held-back laws go to stdout as JSON."""
    from index.learning.recipes import RECIPES, SHIPPED

    parser = argparse.ArgumentParser(prog="python -m index.learning", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data (see the model card)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--documents", type=Path, default=Path("documents"), help="the plans and their catalogue")
    parser.add_argument(
        "--terms", type=Path, default=Path("index/terms"), help="folder of glossary.tsv and everyday.tsv"
    )
    parser.add_argument("--word-vectors", type=Path, required=True, help="synonyms-3.10.2.tar.gz (see the model card)")
    parser.add_argument(
        "--recipe", choices=sorted(RECIPES), default=SHIPPED.name, help="what to train (default: %(default)s)"
    )
    arguments = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")

    from index.learning.export import dequantize, quantize, save_model
    from index.learning.measure import judged_law_questions, measure, table_encoder
    from index.learning.mixture import read_material

    started = time.perf_counter()
    recipe = RECIPES[arguments.recipe]
    material = read_material(arguments.data, arguments.documents, arguments.terms, arguments.word_vectors)
    if not recipe.reads_plans:
        material = replace(material, documents=(), chunks=())
    logger.info("read after %.0f s", time.perf_counter() - started)
    tokenizer, table = train(material, recipe)
    save_model(arguments.out, tokenizer, table)
    questions, passages = judged_law_questions(material.law_questions, material.held_back)
    recall = measure(table_encoder(tokenizer, dequantize(*quantize(table))), questions, passages)
    logger.info("written after %.0f s", time.perf_counter() - started)
    print(json.dumps({"recipe": recipe.name, "held_back_laws": asdict(recall), "vocabulary": len(table)}))
    return 0


def train(material: TrainingText, recipe: Recipe) -> tuple[Tokenizer, NDArray[np.float32]]:
    """Tokenizer and table by one recipe."""
    import torch

    from index.learning.encoding import encode_source, token_frequency
    from index.learning.initial import WORD_VECTOR_DIM, load_teacher, random_table, taught_table, with_word_vectors
    from index.learning.learn import learn
    from index.learning.mixture import make_sources
    from index.learning.vocabulary import COMMON_COUNT, general_counts, learn_tokenizer

    torch.set_num_threads(THREADS)
    tokenizer = learn_tokenizer(material)
    logger.info("vocabulary of %d", tokenizer.get_vocab_size())
    counts = general_counts()
    sources = make_sources(material, lambda word: counts.get(word, 0) >= COMMON_COUNT)
    encoded = [
        encode_source(tokenizer, name, sources[name], weight)
        for name, weight in recipe.mixture.items()
        if sources[name]
    ]
    logger.info("sources: %s", ", ".join(f"{source.name} {len(source.right_keys)}" for source in encoded))
    if recipe.starts_at_teacher:
        frequency = token_frequency(encoded, tokenizer.get_vocab_size())
        glosses = material.glossary + material.dictionary
        dim = recipe.dim - WORD_VECTOR_DIM if recipe.word_vectors else recipe.dim
        table = taught_table(tokenizer, load_teacher(), glosses, frequency, dim)
        if recipe.word_vectors:
            table = with_word_vectors(tokenizer, table, material.words, glosses)
        logger.info("first table taught")
    else:
        table = random_table(tokenizer.get_vocab_size(), recipe.dim, seed=0)
    learnt = [learn(table, encoded, recipe.schedule, seed) for seed in recipe.seeds]
    share = (1 - recipe.start_share) / len(learnt)
    return tokenizer, sum((share * other for other in learnt), start=recipe.start_share * table)


if __name__ == "__main__":
    sys.exit(main())
