"""The embedding model of the program as embeddings of LangChain."""

from __future__ import annotations

from langchain_core.embeddings import Embeddings

from index import read_settings
from index.search.encoders import Encoder, load_encoder


class PlansEmbeddings(Embeddings):
    """Texts to vectors of length 1; those of a text without a word that the model knows are zeros.

    It is the model in a folder or of a name, without one that of the environment's settings: the shipped one by default.

    Raises:
        ModelError: There is no such model, or its files cannot be read.
    """

    def __init__(self, model: str = "") -> None:
        self._encoder: Encoder = load_encoder(model or read_settings().embedding_model)

    @property
    def name(self) -> str:
        """A fingerprint of the model: the same name gives the same vectors."""
        return self._encoder.name

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """A vector for each text."""
        vectors: list[list[float]] = self._encoder.encode(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question or a few words."""
        vector: list[float] = self._encoder.encode_questions([text])[0].tolist()
        return vector
