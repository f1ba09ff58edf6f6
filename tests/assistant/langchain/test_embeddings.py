"""The encoder of the program as LangChain's embeddings."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest

from assistant.langchain import PlansEmbeddings
from index.errors import ModelError
from index.search.encoders import fingerprint, load_encoder


def test_vectors_are_those_of_the_encoder(tiny_model: Path) -> None:
    embeddings = PlansEmbeddings(str(tiny_model))
    texts = ["燃气安全", "mine safety"]
    expected = load_encoder(str(tiny_model)).encode(texts)
    assert np.array_equal(np.array(embeddings.embed_documents(texts), np.float32), expected)
    assert embeddings.embed_query(texts[1]) == embeddings.embed_documents(texts)[1]
    assert asyncio.run(embeddings.aembed_query(texts[0])) == embeddings.embed_query(texts[0])
    assert all(type(number) is float for number in embeddings.embed_query("安全"))
    assert embeddings.embed_documents([]) == []
    assert embeddings.name == fingerprint(str(tiny_model))


def test_without_a_name_it_is_the_model_of_the_settings(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANS_EMBEDDING_MODEL", str(tiny_model))
    assert PlansEmbeddings().name == fingerprint(str(tiny_model))


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        PlansEmbeddings(str(tmp_path / "none"))
