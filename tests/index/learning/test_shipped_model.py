import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from index.learning.export import dequantize
from index.learning.measure import table_encoder

FOLDER = Path(__file__).parents[3] / "index" / "model"
TEXTS = ["克州燃气安全谁牵头?", "who leads gas safety in Kizilsu", "", "?!…", "日本語 한국어 😀", "安全生产" * 400]


@pytest.fixture(scope="module")
def encode():
    tensors = load_file(FOLDER / "model.safetensors")
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    return table_encoder(tokenizer, dequantize(tensors["embeddings"], tensors["weights"]))


def test_the_folder_is_at_most_40_mb():
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= 40_000_000


def test_every_token_has_a_finite_vector_and_the_unknown_one_is_zero():
    tensors = load_file(FOLDER / "model.safetensors")
    pieces = json.loads((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    assert len(pieces) == len(tensors["embeddings"]) == len(tensors["weights"])
    assert np.isfinite(tensors["weights"]).all()
    assert not tensors["embeddings"][0].any()


def test_texts_without_words_give_zeros_and_all_others_length_one(encode):
    lengths = np.linalg.norm(encode(TEXTS), axis=1)
    assert lengths == pytest.approx([1, 1, 0, 0, 1, 1], abs=1e-5)


def test_an_english_question_is_nearest_to_the_chinese_passage_on_its_matter(encode):
    passages = ["加强烟花爆竹经营许可管理", "推进尾矿库在线监测系统建设", "开展校车安全专项整治"]
    questions = ["fireworks sales permits", "monitoring of tailings ponds", "school bus safety"]
    assert (encode(questions) @ encode(passages).T).argmax(axis=1).tolist() == [0, 1, 2]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_sentence_transformers_gives_the_same_vectors(encode):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(FOLDER), device="cpu")
    assert model.encode(TEXTS) == pytest.approx(encode(TEXTS), abs=1e-5)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_model2vec_gives_the_same_vectors(encode):
    import model2vec

    model = model2vec.StaticModel.from_pretrained(str(FOLDER))
    assert model.encode(TEXTS) == pytest.approx(encode(TEXTS), abs=1e-5)
