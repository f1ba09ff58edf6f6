"""What a file would be in the index, before it is added: read and described, nothing is stored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import UnknownFileType
from index.like_titles import Like, alike
from index.read import describe_source
from index.storage.sources import sha256_of
from index.types import Document
from index.updating.unpacking import ARCHIVE, unpacked


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it reads; `document.id` is a proposal, `opening` are its first lines.

    `same_as` is the id of the plan with this very content, "" for none. `like` are the plans of its title otherwise, with
    what the file is to each: whoever adds it may name one of them as the one whose place it takes. `papers` are the titles of
    those that the file will be where it holds several; an edit of its title keeps them together.
    """

    document: Document
    chars: int
    sha256: str
    opening: str
    same_as: str = ""
    like: tuple[Like, ...] = ()
    papers: tuple[str, ...] = ()


def preview(path: Path, documents: Collection[Document], max_bytes: int, max_seconds: float) -> Preview:
    """Read a file's description and find its like among `documents`.

    Raises:
        FileRejected: The file cannot become part of the index.
    """
    if path.suffix.lower() == ARCHIVE:
        with TemporaryDirectory() as folder:
            unpacked(path, Path(folder), max_bytes)  # tells what is wrong with it
        raise UnknownFileType(f"{path.name}: is an archive, name the files in it", code="folder")
    read = describe_source(path, max_bytes, max_seconds)
    sha256 = sha256_of(path)
    same = next((held.id for held in documents if held.sha256 == sha256), "")
    own = () if same else read.papers or (read.document,)
    like = tuple(like for one in own for like in alike(one, documents))
    titles = tuple(one.title for one in read.papers)
    return Preview(read.document, read.chars, sha256, read.opening, same, like, titles)
