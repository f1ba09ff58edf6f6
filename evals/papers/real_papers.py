"""The assistant over the shipped plans and a folder of real papers, each added as a user adds it.

The papers themselves are not here: they are other people's documents. Questions name them by their files, and so does
what each paper says of itself (`described.jsonl`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evals.errors import EvalsError
from evals.types import EvalQuestion

if TYPE_CHECKING:
    from assistant import Assistant
    from index import Document, Settings

PAPERS_DIR = Path(__file__).parent
KEPT_ASIDE = "questions-aside"
"""Of four papers that nobody read while the program was built: of both halves only figures are looked at."""
_TYPES = (".txt", ".md", ".docx", ".html", ".pdf")


def paper_questions() -> tuple[Path, ...]:
    """The question files over real papers."""
    return tuple(sorted(PAPERS_DIR.glob("questions*.jsonl")))


def fitted_paper_questions() -> tuple[Path, ...]:
    """Those that may be looked at: not the ones over papers that were kept aside until all was done."""
    return tuple(path for path in paper_questions() if path.stem != KEPT_ASIDE)


@contextmanager
def assistant_with_papers(settings: Settings, folder: Path) -> Iterator[Assistant]:
    """The assistant over the shipped plans and the papers of `folder`, added one by one; its index is gone afterwards.

    Raises:
        EvalsError: there is no paper in the folder.
    """
    from assistant import Assistant
    from index.build import add, build

    paths = sorted(path for path in folder.glob("*") if path.suffix in _TYPES and path.name != "README.md")
    if not paths:
        message = f"{folder}: no papers there; give the folder that holds them with --papers"
        raise EvalsError(message)
    with TemporaryDirectory() as data:
        own = settings.model_copy(update={"data_dir": Path(data)})
        build(own)
        for path in paths:
            add(own, [path])
        yield Assistant(own)


def ids_by_file(documents: Sequence[Document]) -> Mapping[str, tuple[str, ...]]:
    """The ids of documents by the names of the files they were read from, each of which may hold several."""
    ids: dict[str, tuple[str, ...]] = {}
    for document in documents:
        name = _name(Path(document.file).name)
        ids[name] = (*ids.get(name, ()), document.id)
    return ids


def of_documents(questions: Sequence[EvalQuestion], ids: Mapping[str, tuple[str, ...]]) -> tuple[EvalQuestion, ...]:
    """The questions with the ids of documents in the place of files; a paper that was lost keeps the name of its file."""
    return tuple(
        replace(q, plans=tuple(one for file in q.plans for one in ids.get(_name(file), (file,)))) for q in questions
    )


def _name(file: str) -> str:
    return unicodedata.normalize("NFC", file)
