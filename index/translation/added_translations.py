"""Translations of added papers, kept in the data folder and read beside the shipped ones.

    translations/<document id>.en.tsv            by a person
    translations/<document id>.machine.en.tsv    by a machine

What one paper says serves every other that says the same. What a person wrote goes before what is shipped, and that before
what a machine made. The files of a document that is not in the index are not read; so they come back with it.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.errors import StoreError, TranslationError
from index.terms.glossary import load_glossary
from index.translation.english import English, load_english
from index.translation.memory import SHIPPED, Line, Maker, Memory, content_of, lines_in, read_lines
from index.types import TRANSLATION_SUFFIX

FOLDER = "translations"
_BY = {Maker.PERSON: "", Maker.MACHINE: ".machine"}
"""What tells in the name of a file who made it: an id holds no stop."""
_STATES = 2  # of all translations, each with its memory: the one of now, and the one that a question began with

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of translations as it is at a moment: another size, time of change (ns) or inode is another content."""

    path: Path
    maker: Maker
    size: int
    changed: int
    inode: int


def kept_path(data_dir: Path, document_id: str, maker: Maker) -> Path:
    """Where the translations of a document lie that a person or a machine made."""
    return data_dir / FOLDER / f"{document_id}{_BY[maker]}{TRANSLATION_SUFFIX}"


def english_with(data_dir: Path, document_ids: Collection[str]) -> English:
    """English by the shipped glossary and translations and those kept of some documents; made anew where they changed.

    Raises:
        GlossaryError, TranslationError: What is shipped cannot be read.
    """
    return _english(tuple(sorted(_found(data_dir, document_ids), key=lambda file: file.path)))


def _found(data_dir: Path, document_ids: Collection[str]) -> Iterator[KeptFile]:
    for path in (data_dir / FOLDER).glob(f"*{TRANSLATION_SUFFIX}"):
        document_id, maker = _whose(path)
        if document_id in document_ids:
            try:
                stat = path.stat()
            except FileNotFoundError:  # taken away meanwhile
                continue
            yield KeptFile(path, maker, stat.st_size, stat.st_mtime_ns, stat.st_ino)


def _whose(path: Path) -> tuple[str, Maker]:
    document_id, by, _ = path.name.removesuffix(TRANSLATION_SUFFIX).partition(_BY[Maker.MACHINE])
    return document_id, Maker.MACHINE if by else Maker.PERSON


@lru_cache(maxsize=_STATES)
def _english(files: tuple[KeptFile, ...]) -> English:
    if not files:
        return load_english()
    by = {maker: [line for file in files if file.maker is maker for line in _lines(file)] for maker in _BY}
    return English(load_glossary(), Memory((*by[Maker.PERSON], *lines_in(SHIPPED), *by[Maker.MACHINE])))


def _lines(file: KeptFile) -> tuple[Line, ...]:
    try:
        return read_lines(file.path, file.maker)
    except (OSError, TranslationError, UnicodeDecodeError) as exc:
        logger.error("%s: a damaged file of translations is left out: %s", file.path, exc)
        return ()


def keep(data_dir: Path, document_id: str, maker: Maker, lines: Iterable[Line]) -> None:
    """Write the translations of a document in the place of those kept before; only under the write lock.

    Raises:
        StoreError: They cannot be written; those before stay.
    """
    path = kept_path(data_dir, document_id, maker)
    unfinished = path.with_suffix(".unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(content_of(lines), encoding="utf-8")
        unfinished.replace(path)
    except OSError as exc:
        raise _not_kept(data_dir, exc) from exc


def kept_lines(data_dir: Path, document_id: str, maker: Maker) -> tuple[Line, ...]:
    """The translations of a document that a person or a machine made, as they are kept.

    Raises:
        TranslationError: The file is damaged.
    """
    path = kept_path(data_dir, document_id, maker)
    return read_lines(path, maker) if path.is_file() else ()


def kept_translations(data_dir: Path) -> dict[str, Path]:
    """All files of translations by their paths in the data folder; only under the write lock."""
    return {f"{FOLDER}/{path.name}": path for path in sorted((data_dir / FOLDER).glob(f"*{TRANSLATION_SUFFIX}"))}


def place_translations(data_dir: Path, brought: Path) -> None:
    """Put the translations of a backup in the place of those of the same documents; others stay.

    Raises:
        StoreError: They cannot be written.
    """
    try:
        for name, path in kept_translations(brought).items():
            (data_dir / FOLDER).mkdir(exist_ok=True)
            path.replace(data_dir / name)
    except OSError as exc:
        raise _not_kept(data_dir, exc) from exc


def sweep_translations(data_dir: Path, document_ids: Collection[str]) -> None:
    """Delete the translations of all documents but some; only under the write lock."""
    for path in (data_dir / FOLDER).glob("*"):
        if _whose(path)[0] not in document_ids:
            path.unlink(missing_ok=True)


def _not_kept(data_dir: Path, exc: OSError) -> StoreError:
    reason = exc.strerror or str(exc)
    told = (
        f"translations cannot be written into the data folder {data_dir} ({reason}); free some room, or give the right"
    )
    return StoreError(told, where=str(data_dir), reason=reason)
