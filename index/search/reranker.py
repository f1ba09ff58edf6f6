"""Cross-encoders: how well a passage answers a question, read together, from a local folder or the local Hugging Face cache.

Optional: without the setting nothing of this is imported. The order that they give is fused with the one that is there by
rank. Their scores have no scale in common with others, nor with each other's; and they read prose, while they know nothing
of offices, years and units that a question asks for, which the order that is there does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np

from index.errors import ModelError, SettingsError
from index.recent import Recent
from index.search.device import device

RRF_K = 20
"""As where retrievers are fused, whose pools are of the same size."""
KEPT_SCORES = 20_000
"""Of some hundred questions lately asked; a question with several parts is ranked more than once."""

CPU_PAIRS = 8
"""A processor takes seconds for more, and the time of a question is looked at only between batches."""


class Reranker(Protocol):
    """Scores passages for a question; may be shared between threads."""

    def scores(self, question: str, texts: Sequence[str], between: Callable[[], None], /) -> list[float]:
        """A score for each text, higher is better; `between` is called before each batch, and may raise.

        Raises:
            ModelError: The model cannot compute them, as where memory ends.
        """


def open_reranker(model: str) -> Reranker | None:
    """The cross-encoder in folder `model`, or of that name in the local cache; None where none is named.

    Raises:
        SettingsError: There is no such model, or it is none that scores.
    """
    if not model:
        return None
    try:
        return _CrossEncoder(model)
    except SettingsError:
        raise
    except Exception as exc:  # the libraries raise nothing narrower
        raise SettingsError(f"PLANS_RERANKER={model!r}: {_reason(Path(model), exc)}") from exc


def fused_order(scores: Sequence[float]) -> list[int]:
    """The places 0, 1, … of an order in which these are the scores of a reranker, in the order of both.

    By reciprocal rank (Cormack, Clarke and Büttcher 2009), both alike; of two that come out alike, the earlier place first.
    """
    by_score = np.argsort(-np.asarray(scores), kind="stable")
    fused = 1.0 / (RRF_K + np.arange(len(scores)))
    fused[by_score] += 1.0 / (RRF_K + np.arange(len(scores)))
    return [int(place) for place in np.argsort(-fused, kind="stable")]


def _reason(folder: Path, exc: Exception) -> str:
    """What is wrong and what to do, in a line."""
    if "trust_remote_code" in str(exc):
        return "it brings code of its own, which is never run; choose a model without any"
    if folder.is_dir() and not (folder / "config.json").is_file():
        return "the folder holds no model: there is no config.json"
    if not folder.exists() and isinstance(exc, OSError):
        return (
            "it is neither a folder nor in the local Hugging Face cache, and nothing is downloaded; "
            "download it on a machine with a network and give its folder"
        )
    return " ".join(str(exc).split())[:200]


class _CrossEncoder:
    """Any reranker that sentence-transformers loads; never with code that a model brings."""

    def __init__(self, model: str) -> None:
        from sentence_transformers import CrossEncoder
        from transformers import AutoConfig

        _require_scores(model, AutoConfig.from_pretrained(model, local_files_only=True).architectures or ())
        on = device()
        own = {"dtype": on.dtype}  # else a model is run in whatever it was saved in
        self._model = CrossEncoder(model, device=on.name, local_files_only=True, model_kwargs=own)
        if (labels := self._model.num_labels) != 1:
            raise SettingsError(
                f"PLANS_RERANKER={model!r}: it tells {labels} kinds of text apart; a reranker has one score"
            )
        self._pairs = CPU_PAIRS if on.name == "cpu" else on.batch_texts
        self._kept: Recent[tuple[str, str], float] = Recent(KEPT_SCORES)
        self._lock = Lock()  # a tokenizer is set to a length and used, which two threads must not do at once

    def scores(self, question: str, texts: Sequence[str], between: Callable[[], None]) -> list[float]:
        found = {text: kept for text in texts if (kept := self._kept.kept((question, text))) is not None}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        for start in range(0, len(missing), self._pairs):
            between()
            batch = missing[start : start + self._pairs]
            for text, score in zip(batch, self._predicted(question, batch), strict=True):
                found[text] = score
                self._kept.put((question, text), score)
        return [found[text] for text in texts]

    def _predicted(self, question: str, texts: list[str]) -> list[float]:
        pairs = [(question, text) for text in texts]
        try:
            with self._lock:
                scores = self._model.predict(pairs, batch_size=len(pairs), show_progress_bar=False)
                if not np.isfinite(scores).all():  # some models have numbers that half precision does not hold
                    self._model.float()
                    scores = self._model.predict(pairs, batch_size=len(pairs), show_progress_bar=False)
        except (RuntimeError, ValueError) as exc:
            raise ModelError(f"the reranker fails: {' '.join(str(exc).split())[:200]}") from exc
        if not np.isfinite(scores).all():
            raise ModelError("the reranker gives no numbers")
        return [float(score) for score in scores]


def _require_scores(model: str, architectures: Sequence[str]) -> None:
    """Refuse what the library would load all the same, and score by weights that nobody trained."""
    if not any(name.endswith(("ForSequenceClassification", "ForCausalLM")) for name in architectures):
        kind = ", ".join(architectures) or "unknown"
        raise SettingsError(f"PLANS_RERANKER={model!r}: it is no cross-encoder but {kind}; an embedding model is none")
