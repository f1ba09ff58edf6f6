"""Encoded pairs in, a table of token vectors out; never reads a file.

Multiple-negatives ranking (InfoNCE; Henderson et al. 2017, arXiv:1705.00652; van den Oord et al. 2018,
arXiv:1807.03748): the right side of a pair against those of its batch, and the left side likewise. Every batch comes
from one source, so that the negatives are of the same kind, and from one language pair.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

logger = logging.getLogger(__name__)

MASKED_SCORE = -1e4
"""So far below every score, which the scale bounds by 20, that its share of a softmax is 0 in float32."""
WARM_UP_SHARE = 0.05
"""Of the batches, those over which the rate rises to its peak: 40 of 800; not tuned."""
LOG_STEPS = 200


@dataclass(frozen=True, slots=True)
class Ragged:
    """Token lists of many texts, end to end; text ``i`` is ``ids[starts[i]:starts[i + 1]]``."""

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]

    def take(self, numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Token ids of some texts and where each begins among them, as ``EmbeddingBag`` wants them."""
        lengths = self.starts[numbers + 1] - self.starts[numbers]
        ends = np.cumsum(lengths)
        positions = np.arange(ends[-1]) - np.repeat(ends - lengths - self.starts[numbers], lengths)
        return self.ids[positions].astype(np.int64), ends - lengths


@dataclass(frozen=True, slots=True)
class EncodedSource:
    """A source as tokens.

    ``weight`` is its share of the batches; equal ``right_keys`` mark equal right sides, which are no negatives of each
    other; ``run`` neighbouring pairs enter a batch together (1: each is drawn alone).
    """

    name: str
    left: Ragged
    right: Ragged
    right_keys: NDArray[np.int64]
    weight: float
    run: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn; ``scale`` is the inverse temperature of the loss.

    768 pairs a batch and 800 batches see each source about once and take minutes on two cores; 1,500 at a rate of 0.008
    did worse on the plans (`docs/model-recipes.md`). Scale 20 is that of sentence-transformers' ranking loss.
    """

    steps: int = 800
    batch_pairs: int = 768
    learning_rate: float = 0.005
    scale: float = 20.0


def learn(
    table: NDArray[np.float32], sources: Sequence[EncodedSource], schedule: Schedule, seed: int
) -> NDArray[np.float32]:
    """The table after ``schedule.steps`` batches, drawn by ``seed``; row 0 (unknown token) stays as it is."""
    if not schedule.steps:
        return table
    generator = np.random.default_rng(seed)
    shares = np.array([source.weight for source in sources])
    shares /= shares.sum()
    weights = torch.from_numpy(table.copy())
    bag = torch.nn.EmbeddingBag.from_pretrained(weights, freeze=False, mode="mean", padding_idx=0)
    optimizer = torch.optim.Adam(bag.parameters(), lr=schedule.learning_rate, fused=True)
    rate = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, schedule.learning_rate, schedule.steps, pct_start=WARM_UP_SHARE
    )
    losses: dict[str, float] = {}
    for step in range(1, schedule.steps + 1):
        source = sources[generator.choice(len(sources), p=shares)]
        loss = _loss(bag, source, _draw(source, schedule.batch_pairs, generator), schedule.scale)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        rate.step()
        losses[source.name] = 0.9 * losses.get(source.name, loss.item()) + 0.1 * loss.item()
        if step % LOG_STEPS == 0:
            logger.info("step %d: %s", step, ", ".join(f"{name} {value:.2f}" for name, value in losses.items()))
    return bag.weight.detach().numpy()


def _draw(source: EncodedSource, pairs: int, generator: np.random.Generator) -> NDArray[np.int64]:
    count = len(source.right_keys)
    starts = generator.integers(0, max(1, count - source.run + 1), size=max(1, pairs // source.run))
    numbers = np.unique((starts[:, None] + np.arange(source.run)).ravel())
    return numbers[numbers < count]


def _loss(bag: torch.nn.EmbeddingBag, source: EncodedSource, numbers: NDArray[np.int64], scale: float) -> torch.Tensor:
    left, right = (_embed(bag, side.take(numbers)) for side in (source.left, source.right))
    keys = torch.from_numpy(source.right_keys[numbers])
    same = (keys[:, None] == keys[None, :]).fill_diagonal_(fill_value=False)
    scores = (scale * left @ right.T).masked_fill(same, MASKED_SCORE)
    wanted = torch.arange(len(numbers))
    cross_entropy = torch.nn.functional.cross_entropy
    return (cross_entropy(scores, wanted) + cross_entropy(scores.T, wanted)) / 2


def _embed(bag: torch.nn.EmbeddingBag, taken: tuple[NDArray[np.int64], NDArray[np.int64]]) -> torch.Tensor:
    ids, offsets = taken
    return torch.nn.functional.normalize(bag(torch.from_numpy(ids), torch.from_numpy(offsets)))
