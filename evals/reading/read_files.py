"""Files to what the program reads of them."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals.reading.types import Read
    from index import IndexedDocument, Settings


def read_files(names: Iterable[str], paths: Iterable[Path], settings: Settings) -> Read:
    """Those of the files that bear one of these names, each with what was read of it; papers of one file by their pages.

    A name is the end of a path ("21-tables/plan.pdf"). The index that is made for it is gone afterwards.
    """
    wanted = frozenset(names)
    with TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        documents.mkdir()
        copied = {}
        for path in sorted(paths):
            for name in _names(path) & wanted:
                copied[name] = shutil.copyfile(path, documents / name.replace("/", "_")).name
        read = _read(settings.model_copy(update={"documents_dir": documents, "data_dir": Path(folder) / "data"}))
        return {name: read.get(copy, ()) for name, copy in copied.items()}


def _names(path: Path) -> frozenset[str]:
    parts = unicodedata.normalize("NFC", path.as_posix()).split("/")
    return frozenset("/".join(parts[start:]) for start in range(len(parts)))


def _read(settings: Settings) -> dict[str, tuple[IndexedDocument, ...]]:
    from index import Index
    from index.build import build

    build(settings)
    index = Index.open(settings)
    found: dict[str, tuple[IndexedDocument, ...]] = {}
    for document in index.documents:
        name = unicodedata.normalize("NFC", Path(document.file).name)
        found[name] = (*found.get(name, ()), index.document(document.id))
    return {name: tuple(sorted(read, key=lambda one: one.clean.page_of(0) or 0)) for name, read in found.items()}
