"""A tokenizer and a table in, a folder that sentence-transformers and model2vec both load out.

The table is stored as int8 with one scale a row, in the tensor names of model2vec ("embeddings",
"weights"); both libraries multiply the two and average in float32.
"""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

INT8_MAX = 127


def quantize(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers and a scale for each row; their product is the table to within half a scale."""
    scales = np.abs(table).max(axis=1) / INT8_MAX
    divisor = np.where(scales > 0, scales, 1.0)[:, None]
    return np.rint(table / divisor).astype(np.int8), scales.astype(np.float32)


def save_model(folder: Path, tokenizer: Tokenizer, table: NDArray[np.float32]) -> None:
    """Write tokenizer, table and the three small files that name the format."""
    folder.mkdir(parents=True, exist_ok=True)
    embeddings, weights = quantize(table / np.abs(table).max())
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    save_file({"embeddings": embeddings, "weights": weights}, folder / "model.safetensors")
    modules = [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
        {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
    ]
    _write(folder / "modules.json", modules)
    _write(folder / "config_sentence_transformers.json", {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine", "prompts": {}})
    _write(folder / "config.json", {"model_type": "model2vec", "architectures": ["StaticModel"], "normalize": True, "hidden_dim": int(table.shape[1])})
    (folder / "1_Normalize").mkdir(exist_ok=True)
    names = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
    _write(folder / "1_Normalize" / "config.json", names)


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
