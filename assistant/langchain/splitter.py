"""The passages of the program as a splitter of LangChain."""

from __future__ import annotations

from typing import Any

from langchain_core.documents import Document
from langchain_text_splitters import TextSplitter

from assistant.langchain.passage_documents import SECTION_JOINT
from index import Chunk, CleanText
from index.reading.chunk import LONGEST_CHARS, chunk_document
from index.reading.structure import build_structure


class PassageSplitter(TextSplitter):
    """Cuts the text of a paper as the index does: at the bounds of sections, items, rows and sentences.

    Passages do not overlap and are at most `LONGEST_CHARS` long, rows of tables apart. The headings above a passage are no
    part of its text but stand in its metadata as `section`, below those that its document had.
    """

    def __init__(self, *, add_start_index: bool = False) -> None:
        super().__init__(chunk_size=LONGEST_CHARS, chunk_overlap=0, add_start_index=add_start_index)

    def split_text(self, text: str) -> list[str]:
        """The passages of a text, in its order, without the headings above them."""
        return [chunk.text for chunk in _passages(text)]

    def create_documents(self, texts: list[str], metadatas: list[dict[Any, Any]] | None = None) -> list[Document]:
        """The passages of some texts, each with the metadata of its text and where in it it stands.

        `start` and `end`, where a text has them (as a `PlansLoader` gives them), become those of the passage; a `page` is
        kept where the whole text stands on it.
        """
        found = []
        for text, metadata in zip(texts, metadatas or [{}] * len(texts), strict=True):
            found += [self._document(chunk, metadata) for chunk in _passages(text)]
        return found

    def _document(self, chunk: Chunk, metadata: dict[Any, Any]) -> Document:
        own = dict(metadata)
        if self._add_start_index:
            own["start_index"] = chunk.span.start
        if {"start", "end"} <= own.keys():
            own |= {"start": metadata["start"] + chunk.span.start, "end": metadata["start"] + chunk.span.end}
        if own.get("page") != own.pop("last_page", own.get("page")):
            del own["page"]
        above = str(own.get("section", ""))
        # A section that was loaded by itself begins with its own heading, which its document names last.
        below = [label for label in chunk.heading_path if label != above.rpartition(SECTION_JOINT)[2]]
        if section := SECTION_JOINT.join([*([above] if above else []), *below]):
            own["section"] = section
        return Document(page_content=chunk.text, metadata=own)


def _passages(text: str) -> tuple[Chunk, ...]:
    clean = CleanText("", text)
    return chunk_document(clean, *build_structure(clean))
