"""The assistant over the shipped plans and others added to them, as a user would add them: what holds for the next plan.

The added plans are made up, of other cities and in other layouts and file types; they lie here with their questions.
Their text and half of their questions were looked at while the program was built: a plan that nobody saw gives less.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant import Assistant
    from index import Settings

ADDED_DIR = Path(__file__).parent
_PLAN_TYPES = (".txt", ".docx", ".html", ".pdf")


def added_questions() -> tuple[Path, ...]:
    """The question files over the added plans."""
    return tuple(sorted(ADDED_DIR.glob("questions*.jsonl")))


@contextmanager
def assistant_with_added_plans(settings: Settings) -> Iterator[Assistant]:
    """The assistant over the shipped plans and the added ones; its index is gone afterwards."""
    from assistant import Assistant
    from index.build import add, build

    paths = [path for path in sorted(ADDED_DIR.iterdir()) if path.suffix in _PLAN_TYPES]
    with TemporaryDirectory() as folder:
        own = settings.model_copy(update={"data_dir": Path(folder)})
        build(own)
        add(own, paths)
        yield Assistant(own)
