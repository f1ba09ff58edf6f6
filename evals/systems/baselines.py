"""The systems that the assistant is held against: parts of itself alone, and the plain tutorial pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from evals.systems.asked import local_system
from evals.systems.plain import PlainPipeline, plain_system, read_texts

if TYPE_CHECKING:
    from evals.types import System
    from index import Settings

_ABLATIONS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("lexical only", ("lexical",), False),
    ("dense only", ("dense",), False),
    ("fused, no facts", ("dense", "lexical"), False),
)


def baseline_systems(settings: Settings) -> Iterator[System]:
    """Each baseline in turn, made when it is its turn, so that only one is in memory."""
    from assistant import Assistant

    for name, retrievers, facts in _ABLATIONS:
        yield local_system(Assistant(settings, retrievers=retrievers, facts=facts), settings, name)
    pipeline = PlainPipeline()
    pipeline.index(read_texts(settings.documents_dir))
    yield plain_system(pipeline)
