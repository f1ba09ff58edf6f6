"""What comparisons need: a search over the five plans, and figures made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant import Assistant
from assistant.comparison.findings import Finding, Search
from assistant.comparison.types import AsWritten, Figure
from assistant.evidence.rank import LEAST_CONFIDENCE
from assistant.facts.magnitudes import Magnitude
from assistant.types import Evidence
from index import Index, Status
from index.translation.english import English

MakeFinding = Callable[..., Finding]


@pytest.fixture(scope="session")
def search(asking: Assistant, plans: Index, english: English) -> Search:
    """The assistant's own search."""
    return Search(plans, english, asking._ranked, asking._compared, LEAST_CONFIDENCE)


@pytest.fixture
def finding(make) -> MakeFinding:
    """A finding whose best passage is given; `words` are the strong concepts asked for."""

    def build(first: Evidence, *words: str, text: str = "目标", **changes: Any) -> Finding:
        concepts = tuple(make.concept(word) for word in words)
        meant = make.meant(text, concepts=concepts, **changes)
        return Finding(first.span.document_id, meant, (first,), told=True)

    return build


@pytest.fixture
def figure() -> Callable[..., Figure]:
    """A target of 80%, with what is given changed."""

    def build(**changes: Any) -> Figure:
        made = Figure(
            "机械化程度",
            "80%",
            "到2020年",
            "",
            Status.TARGET,
            Magnitude(80, "%", change=False, exact=True),
            (1,),
            AsWritten("机械化程度", "80%", ""),
        )
        return replace(made, **changes)

    return build
