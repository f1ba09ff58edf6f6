"""What a file would be in the index, before it is added: read and described, nothing is stored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import PlansError, UnknownFileType
from index.like_titles import Like, alike
from index.read import ReadLimits, describe_source
from index.settings import Settings
from index.storage.overrides import Override, Particular
from index.storage.sources import sha256_of
from index.types import Document
from index.updating.chosen_particulars import Choice, choose
from index.updating.outcomes import Progress, reading_page
from index.updating.unpacking import ARCHIVE, unpacked


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it reads; `document.id` is a proposal, `opening` are its first lines.

    `same_as` is the id of the plan with this very content, "" for none. `like` are the plans of its title otherwise, with
    what the file is to each: whoever adds it may name one of them as the one whose place it takes. `papers` are the titles of
    those that the file will be where it holds several; an edit of its title keeps them together. `by_model` names what a language
    model chose among its lines where the reader was not sure, `model_fault` why it did not where it failed.
    """

    document: Document
    chars: int
    sha256: str
    opening: str
    same_as: str = ""
    like: tuple[Like, ...] = ()
    papers: tuple[str, ...] = ()
    by_model: tuple[Particular, ...] = ()
    model_fault: PlansError | None = None


def preview(path: Path, documents: Collection[Document], settings: Settings, progress: Progress) -> Preview:
    """Read a file's description and find its like among `documents`; `progress` is told how far that has come.

    Raises:
        FileRejected: The file cannot become part of the index.
    """
    if path.suffix.lower() == ARCHIVE:
        with TemporaryDirectory() as folder:
            unpacked(path, Path(folder), settings.max_file_bytes)  # tells what is wrong with it
        raise UnknownFileType(f"{path.name}: is an archive, name the files in it", code="folder")

    def told(page: int, pages: int) -> None:
        progress(reading_page(path.name, page, pages), (page - 1) / pages if pages else 0.0)

    limits = ReadLimits(settings.max_file_bytes, settings.max_read_seconds, settings.pages_dir)
    read = describe_source(path, limits, told)
    sha256 = sha256_of(path)
    same = next((held.id for held in documents if held.sha256 == sha256), "")
    choice = Choice(Override()) if same else choose(settings, read)
    if choice.edit.by_model:
        read = describe_source(path, limits, told, choice.edit)
    own = () if same else read.papers or (read.document,)
    like = tuple(like for one in own for like in alike(one, documents))
    titles = tuple(one.title for one in read.papers)
    seen = Preview(read.document, read.chars, sha256, read.opening, same, like, titles)
    return replace(seen, by_model=choice.edit.by_model, model_fault=choice.fault)
