import json

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from index.learning.export import dequantize, quantize, save_model
from index.learning.measure import table_encoder
from index.learning.vocabulary import build_tokenizer


def test_quantized_rows_differ_by_at_most_half_a_scale():
    table = np.random.default_rng(0).normal(size=(9, 16)).astype(np.float32)
    numbers, scales = quantize(table)
    assert (np.abs(dequantize(numbers, scales) - table) <= scales[:, None] * 0.5001).all()


def test_a_row_of_zeros_stays_zero():
    numbers, scales = quantize(np.zeros((1, 4), dtype=np.float32))
    assert not dequantize(numbers, scales).any()


def test_saved_folder_holds_what_was_measured(tmp_path):
    tokenizer = build_tokenizer({"安全": 2.0}, {"安": 1.0, "全": 1.0}, {"gas": 5, "safety": 5})
    table = np.random.default_rng(1).normal(size=(tokenizer.get_vocab_size(), 8)).astype(np.float32)
    save_model(tmp_path / "model", tokenizer, table)
    tensors = load_file(tmp_path / "model" / "model.safetensors")
    loaded = table_encoder(
        Tokenizer.from_file(str(tmp_path / "model" / "tokenizer.json")),
        dequantize(tensors["embeddings"], tensors["weights"]),
    )
    texts = ["安全 gas", "", "???"]
    expected = table_encoder(tokenizer, dequantize(*quantize(table)))(texts)
    assert np.array_equal(loaded(texts), expected)
    assert not loaded(texts)[1:].any()
    modules = json.loads((tmp_path / "model" / "modules.json").read_text(encoding="utf-8"))
    assert [module["path"] for module in modules] == ["", "1_Normalize"]
