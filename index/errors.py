"""Every error that indexing raises.

PlansError
├── FileRejected          a file that cannot become part of the index
│   ├── MissingFile
│   ├── UnknownFileType
│   ├── EmptyFile
│   ├── FileTooLarge
│   ├── CorruptFile
│   ├── EncryptedFile
│   ├── NoTextLayer
│   ├── TooMuchText
│   ├── TakesTooLong
│   ├── NeedsTooMuchMemory
│   ├── ReaderDied        the process that reads it ended
│   ├── PlaceTaken        another file took its place in the index
│   └── NothingReadable   none of the plans can be read
├── SettingsError         a PLANS_… variable holds a value that cannot be used
├── CatalogError          documents/catalog.toml cannot be read or contradicts itself
├── UnknownDocument       a document id that is not in the index
├── NothingToUndo         nothing was taken out that could be brought back
├── IndexMissing          nothing has been built yet
│   └── IndexOutdated     built by another version or with other settings
├── ModelSwitched         the index went over to another embedding model in the midst of a question
├── IndexBusy             another process is writing
├── StoreError            the database cannot be reached, read or written
│   ├── StoreDamaged      what stands there is not what was written
│   │   └── DocumentDamaged   a part of one document
│   └── SourcesMissing    the files of all plans are gone at once
├── BackupError           a backup cannot be written, or is not one that can be put back
├── GlossaryError         index/terms/glossary.tsv is damaged
├── TranslationError      a file of translations is damaged
├── ModelError            the embedding model cannot be loaded
├── LanguageModelError    a language model gave no answer that can be used
│   ├── ModelUnreachable  it cannot be reached, or refuses
│   ├── ModelTooSlow      it took too long
│   ├── ModelBrokeOff     it ended in the midst of its answer
│   ├── AnswerMalformed   its answer has not the fields that were asked for
│   └── BudgetSpent       as many tokens as may be used in a day were used
└── VectorStoreError      Chroma cannot be reached or refuses
"""

from __future__ import annotations

from collections.abc import Sequence


class PlansError(Exception):
    """Root of all errors that are told to a person in one line.

    `code` names the kind of fault and `values` what it is about, for those who word it in another language; without a
    code of its own an error goes by the name of its class.
    """

    def __init__(self, message: str = "", *, code: str = "", **values: str) -> None:
        super().__init__(message)
        self.code = code or type(self).__name__
        self.values = values


class FileRejected(PlansError):
    """A file cannot be indexed; the message says why and what to do."""


class MissingFile(FileRejected):
    """There is no such file, or it cannot be opened."""


class UnknownFileType(FileRejected):
    """The file's type is not one that the loader reads."""


class EmptyFile(FileRejected):
    """The file holds no text."""


class FileTooLarge(FileRejected):
    """The file is over the size limit, packed or unpacked."""


class CorruptFile(FileRejected):
    """The file's content is not what its type says."""


class EncryptedFile(FileRejected):
    """The file needs a password."""


class NoTextLayer(FileRejected):
    """The PDF holds no text, and none can be read on its pages."""


class TooMuchText(FileRejected):
    """The file holds more text than any plan."""


class TakesTooLong(FileRejected):
    """Reading the file takes longer than it may."""


class NeedsTooMuchMemory(FileRejected):
    """Reading the file takes more memory than it may."""


class ReaderDied(FileRejected):
    """The process that read the file ended: a library met what it cannot bear, or the system stopped it."""


class PlaceTaken(FileRejected):
    """A plan of the documents folder is asked for, and another file took its place in the index."""


class NothingReadable(FileRejected):
    """Not one of the plans can be read; `refusals` holds each file's name and why."""

    def __init__(self, refusals: Sequence[tuple[str, FileRejected]]) -> None:
        super().__init__("none of the plans can be read:\n" + "\n".join(str(refusal) for _, refusal in refusals))
        self.refusals = tuple(refusals)


class SettingsError(PlansError):
    """A PLANS_… variable holds a value that cannot be used."""


class CatalogError(PlansError):
    """documents/catalog.toml cannot be read or contradicts itself."""


class UnknownDocument(PlansError):
    """No document in the index has this id."""

    @classmethod
    def among(cls, document_id: str, known: Sequence[str]) -> UnknownDocument:
        """Where the ids `known` are on file, of which the first are told."""
        more = f" and {len(known) - TOLD_IDS} more" if len(known) > TOLD_IDS else ""
        told = ", ".join(known[:TOLD_IDS]) + more
        return cls(f"no plan has the id {document_id!r}; known ids: {told or 'none'}")


TOLD_IDS = 20  # of the plans on file, where an id is not among them


class NothingToUndo(PlansError):
    """Nothing was replaced or taken out whose file is still there."""


class IndexMissing(PlansError):
    """Nothing has been indexed yet."""


class IndexOutdated(IndexMissing):
    """The index was built by another version of the program or with other settings."""


class ModelSwitched(PlansError):
    """The index went over to another embedding model while a question was under way; asked again it is answered."""


class IndexBusy(PlansError):
    """Another process is writing the index."""


class GlossaryError(PlansError):
    """The glossary file cannot be read; the message names the line."""


class TranslationError(PlansError):
    """A file of translations cannot be read; the message names file and line."""


class ModelError(PlansError):
    """The embedding model cannot be loaded."""


class LanguageModelError(PlansError):
    """A language model gave no answer that can be used; what it was asked for is done without it."""


class ModelUnreachable(LanguageModelError):
    """The language model cannot be reached, or refuses; `status` is what its server answered, 0 where it answered nothing."""

    def __init__(self, message: str = "", status: int = 0, *, code: str = "") -> None:
        super().__init__(message, code=code)
        self.status = status


class ModelTooSlow(LanguageModelError):
    """The language model took longer than it may."""


class ModelBrokeOff(LanguageModelError):
    """The language model ended in the midst of its answer."""


class AnswerMalformed(LanguageModelError):
    """The answer of the language model has not the fields that were asked for."""


class BudgetSpent(LanguageModelError):
    """As many tokens as may be used in a day were used."""


class VectorStoreError(PlansError):
    """Chroma cannot be reached, or refuses what it was asked."""


class StoreError(PlansError):
    """The database cannot be reached, read or written; the message says why."""


class StoreDamaged(StoreError):
    """What stands in the database cannot be what was written there."""


class SourcesMissing(StoreError):
    """The files of all plans are gone at once: rather a wrong folder than an empty one."""


class BackupError(PlansError):
    """A backup cannot be written, or cannot be put in the place of the index."""


class DocumentDamaged(StoreDamaged):
    """A part of one document is not what was written; nothing is answered from it until it has been read again."""

    def __init__(self, no: int, document_id: str, part: str) -> None:
        super().__init__(f"{document_id}: its {part} in the index are damaged; run `python -m index check --repair`")
        self.no, self.document_id, self.part = no, document_id, part


def megabytes(count: float) -> str:
    """A number of bytes as every message and page tells it: in MB of 1,000,000 bytes."""
    return f"{count / 1_000_000:g}"
