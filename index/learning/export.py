"""A tokenizer and a table in, a folder that sentence-transformers and model2vec both load out.

The table is stored as int8 with one scale a row, under the tensor names of model2vec ("embeddings", "weights"); both
libraries multiply the two and average in float32. A card and a notice that stand in the folder are left alone.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save
from tokenizers import Tokenizer

INT8_MAX = 127


def quantize(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers and a scale for each row; their product is the table to within half a scale."""
    scales = np.abs(table).max(axis=1) / INT8_MAX
    divisors = np.where(scales > 0, scales, 1.0)[:, None]
    return np.rint(table / divisors).astype(np.int8), scales.astype(np.float32)


def dequantize(numbers: NDArray[np.int8], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """The table as it is loaded."""
    return numbers.astype(np.float32) * scales[:, None]


def save_model(folder: Path, tokenizer: Tokenizer, table: NDArray[np.float32]) -> None:
    """Write tokenizer, table and the small files that name the format."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers, scales = quantize(table)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "model.safetensors").write_bytes(save({"embeddings": numbers, "weights": scales}))
    kinds = {"": "StaticEmbedding", "1_Normalize": "Normalize"}
    modules = [
        {"idx": number, "name": str(number), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for number, (path, kind) in enumerate(kinds.items())
    ]
    names = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
    model2vec = {
        "model_type": "model2vec",
        "architectures": ["StaticModel"],
        "normalize": True,
        "hidden_dim": int(table.shape[1]),
    }
    sentence_transformers = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine", "prompts": {}}
    _write(folder / "modules.json", modules)
    _write(folder / "config.json", model2vec)
    _write(folder / "config_sentence_transformers.json", sentence_transformers)
    _write(folder / "1_Normalize" / "config.json", names)


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
