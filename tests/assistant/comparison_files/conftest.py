"""Two plans compared on two topics, as every kind of file holds them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from assistant import Assistant
from assistant.comparison.types import Comparison
from index import Document

TOPICS = ("亿元GDP生产安全事故死亡率", "消防")
CHOSEN = ("kizilsu-2024", "zhongwei-13th", "kunming-14th")


@pytest.fixture(scope="session")
def compared(asking: Assistant) -> Comparison:
    return asking.compare(TOPICS, CHOSEN)


@pytest.fixture(scope="session")
def on_file(asking: Assistant) -> Mapping[str, Document]:
    return {document.id: document for document in asking.documents()}


@pytest.fixture
def day() -> date:
    return date(2026, 11, 30)
