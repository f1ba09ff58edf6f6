"""Encoded pairs in, a table of token vectors out; never reads a file.

Multiple-negatives ranking (InfoNCE; van den Oord et al. 2018, arXiv:1807.03748; Henderson et al.
2017, arXiv:1705.00652): the right side of a pair against those of its batch, and the left likewise.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

logger = logging.getLogger(__name__)

MASKED = -1e4


@dataclass(frozen=True, slots=True)
class Ragged:
    """Token lists of many texts, end to end; text ``i`` is ``ids[starts[i]:starts[i + 1]]``."""

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]

    def take(self, rows: NDArray[np.int64]) -> tuple[torch.Tensor, torch.Tensor]:
        """Token ids and bag offsets of some texts, for ``EmbeddingBag``."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        ends = np.cumsum(lengths)
        positions = np.arange(ends[-1]) - np.repeat(ends - lengths, lengths) + np.repeat(self.starts[rows], lengths)
        return torch.from_numpy(self.ids[positions].astype(np.int64)), torch.from_numpy(ends - lengths)


@dataclass(frozen=True, slots=True)
class EncodedSource:
    """A source as tokens, with its share of the batches."""

    name: str
    left: Ragged
    right: Ragged
    right_keys: NDArray[np.int64]
    """Equal keys mark equal right sides, which are not negatives of each other."""
    weight: float
    run: int
    """How many neighbouring pairs enter a batch together; 1 draws each pair alone."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn."""

    steps: int
    batch: int
    learning_rate: float
    scale: float
    seed: int


def learn(table: NDArray[np.float32], sources: Sequence[EncodedSource], schedule: Schedule) -> NDArray[np.float32]:
    """The table after ``schedule.steps`` batches, each from one source drawn by weight; row 0 stays zero."""
    torch.manual_seed(schedule.seed)
    generator = np.random.default_rng(schedule.seed)
    weights = np.array([source.weight for source in sources])
    bag = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(table.copy()), freeze=False, mode="mean", padding_idx=0)
    optimizer = torch.optim.Adam(bag.parameters(), lr=schedule.learning_rate, fused=True)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimizer, schedule.learning_rate, schedule.steps, pct_start=0.05)
    losses: dict[str, float] = {}
    for step in range(schedule.steps):
        source = sources[generator.choice(len(sources), p=weights / weights.sum())]
        loss = _loss(bag, source, _draw(source, schedule.batch, generator), schedule.scale)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        rate.step()
        losses[source.name] = 0.9 * losses.get(source.name, loss.item()) + 0.1 * loss.item()
        if (step + 1) % 200 == 0:
            logger.info("step %d: %s", step + 1, " ".join(f"{name} {value:.2f}" for name, value in losses.items()))
    return bag.weight.detach().numpy()


def _draw(source: EncodedSource, batch: int, generator: np.random.Generator) -> NDArray[np.int64]:
    count = len(source.right_keys)
    starts = generator.integers(0, max(1, count - source.run + 1), size=max(1, batch // source.run))
    rows = np.unique((starts[:, None] + np.arange(source.run)[None, :]).ravel())
    return rows[rows < count].astype(np.int64)


def _loss(bag: torch.nn.EmbeddingBag, source: EncodedSource, rows: NDArray[np.int64], scale: float) -> torch.Tensor:
    left = torch.nn.functional.normalize(bag(*source.left.take(rows)))
    right = torch.nn.functional.normalize(bag(*source.right.take(rows)))
    keys = torch.from_numpy(source.right_keys[rows])
    same = (keys[:, None] == keys[None, :]) & ~torch.eye(len(rows), dtype=torch.bool)
    scores = (scale * left @ right.T).masked_fill(same, MASKED)
    wanted = torch.arange(len(rows))
    return (torch.nn.functional.cross_entropy(scores, wanted) + torch.nn.functional.cross_entropy(scores.T, wanted)) / 2
