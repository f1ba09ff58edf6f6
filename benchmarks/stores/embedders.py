"""`python -m benchmarks.stores.embedders [MODEL …]`: the shipped embedding model beside others on the five plans' passages.

Each MODEL is a folder or a name in the local Hugging Face cache. All rank the same passages, made of the same text as in the
index, by cosine alone: what the product's own search adds (words, translations, facts) is left out. Recall is the share of
the passages with evidence that are among the first k, the mean over the questions of the fixed set that stand alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from evals.types import EvalQuestion
    from index.search.encoders import Encoder

DEPTHS = (1, 5, 20)
Texts = Mapping[str, str]
"""What the vector of each passage is made of, by the passage's id."""
Asked = Sequence[tuple["EvalQuestion", frozenset[str]]]
"""Questions with the ids of the passages that hold evidence for them."""


def main(argv: list[str] | None = None) -> int:
    """Measures and prints a table, a row a model; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stores.embedders", description=__doc__)
    parser.add_argument("models", nargs="*", metavar="MODEL", help="folders, or names in the local cache")
    parser.add_argument("--split", choices=("tune", "test"), default="tune")
    arguments = parser.parse_args(argv)
    from index import Settings
    from index.search.encoders import load_encoder

    texts, asked = passages_and_questions(arguments.split)
    sys.stdout.write(f"{len(texts)} passages, {len(asked)} questions\n")
    for model in (str(Settings.model_fields["embedding_model"].default), *arguments.models):
        figures = measured(load_encoder(model), texts, asked)
        told = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
        sys.stdout.write(f"{'/'.join(Path(model).parts[-2:]):<28}{told}\n")
        sys.stdout.flush()
    return 0


def passages_and_questions(split: str) -> tuple[Texts, Asked]:
    """What is ranked, and what is asked of it."""
    from assistant import Assistant
    from evals import Split, load_questions
    from evals.scoring.retrieval import relevant_ids
    from evals.systems.asked import local_system
    from index import Settings

    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        assistant = Assistant(settings)
        passages, index = local_system(assistant, settings).passages, assistant.index
        searched = index.searched([document.id for document in index.documents])
        texts = {chunk.id: searched[chunk.span.document_id].passage(chunk) for chunk in index.chunks}
    # Follow-ups say too little alone; what no plan tells has no passage to be found.
    questions = [one for one in load_questions(split=Split(split)) if one.answerable and not one.history]
    asked = [(one, relevant_ids(one, passages)) for one in questions]
    return texts, [(one, relevant) for one, relevant in asked if relevant]


def measured(encoder: Encoder, texts: Texts, asked: Asked) -> dict[str, float]:
    """Recall at each depth by language, and passages a second of the processor."""
    begun = process_time()
    vectors = encoder.encode(list(texts.values()))
    figures = {"passages/s": len(texts) / (process_time() - begun)}
    near = encoder.encode_questions([one.question for one, _ in asked]) @ vectors.T
    ids = np.array(list(texts))
    for language in ("zh", "en"):
        rows = [at for at, (one, _) in enumerate(asked) if one.lang == language]
        for depth in DEPTHS:
            found = [
                len(asked[at][1] & set(ids[np.argsort(-near[at], kind="stable")[:depth]].tolist())) / len(asked[at][1])
                for at in rows
            ]
            figures[f"recall@{depth} {language}"] = float(np.mean(found))
    return figures


if __name__ == "__main__":
    sys.exit(main())
