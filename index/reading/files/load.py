"""A file to the text it holds, with page starts where it has pages.

Comes in: a path. Goes out: `LoadedText`, every character of the file's running text with line feeds as newlines. Never
drops a piece of a file silently, and never repairs: that is cleaning's work. A file must be what its suffix says.
The library of a type is loaded with the first file of that type.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from index.errors import CorruptFile, EmptyFile, EncryptedFile, FileTooLarge, MissingFile, UnknownFileType, megabytes
from index.reading.files.decode import declared_charset, decode
from index.reading.files.file_lines import FileLine, line_feeds, loaded_pages, loaded_text
from index.reading.files.marks import ENCRYPTED_PACKAGE, OLE_MARK, PDF_MARK, PDF_MARK_WITHIN_BYTES, RTF_MARK, ZIP_MARK
from index.reading.files.types import LoadedText, check_length
from index.types import PICTURE_SUFFIXES

_OLD_BOOKS = (".xls", ".et")
_MHTML_MARK = b"mime-version:"
_MARKUP_WITHIN_BYTES = 1024
"""Where a page that bears the name of another kind of file has its first tag."""


def load_file(path: Path, max_bytes: int) -> LoadedText:
    """Read one file of a type in `READABLE`; text may be in UTF-8, UTF-16 or GB18030.

    Raises:
        FileRejected: One of its kinds; the message names the file, the fault and what to do.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        types = ", ".join(READABLE)
        found = f"unknown file type {path.suffix or '(no suffix)'}"
        raise UnknownFileType(f"{path.name}: {found}; readable types are {types}", types=types)
    content = _bytes_of(path, max_bytes)
    if not content:
        raise EmptyFile(f"{path.name}: the file is empty")
    loaded = reader(path, content)
    check_length(path.name, len(loaded.text))
    if not loaded.text.strip():
        raise EmptyFile(f"{path.name}: the file holds no text")
    return loaded


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except IsADirectoryError as exc:
        raise UnknownFileType(f"{path.name}: is a folder, name the files in it", code="folder") from exc
    except OSError as exc:
        raise MissingFile(f"{path}: cannot be opened ({exc.strerror or exc})") from exc
    if len(content) > max_bytes:
        limit = megabytes(max_bytes)
        raise FileTooLarge(
            f"{path.name}: larger than the limit of {limit} MB; PLANS_MAX_FILE_MB raises it", limit=limit
        )
    return content


def _read_pdf(path: Path, content: bytes) -> LoadedText:
    if PDF_MARK not in content[:PDF_MARK_WITHIN_BYTES]:
        raise CorruptFile(f"{path.name}: not a PDF, its content is something else")
    from index.reading.files.pdf.load_pdf import read_pdf

    return read_pdf(path, content)


def _read_picture(path: Path, content: bytes) -> LoadedText:
    from index.reading.files.ocr.recognise import recognise_image

    return replace(recognise_image(path.name, content), path=path)


def _read_docx(path: Path, content: bytes) -> LoadedText:
    if _opened(path, content).startswith(OLE_MARK):
        return _read_by_office(path, content)
    if not content.startswith(ZIP_MARK):
        raise CorruptFile(f"{path.name}: not a DOCX, its content is something else")
    from index.reading.files.load_docx import read_docx

    return loaded_text(path, *read_docx(path.name, content))


def _read_html(path: Path, content: bytes) -> LoadedText:
    markup, warnings = decode(path, content, declared_charset(content))
    return _page(path, markup, warnings)


def _page(path: Path, markup: str, warnings: tuple[str, ...]) -> LoadedText:
    from index.reading.files.html.load_html import read_html

    page = read_html(line_feeds(markup))
    if not page.lines:
        raise EmptyFile(" ".join((f"{path.name}: the page holds no text.", *page.warnings)))
    return loaded_text(path, page.lines, warnings + page.warnings, page.prominent)


def _read_mhtml(path: Path, content: bytes) -> LoadedText:
    from index.reading.files.html.load_mhtml import read_mhtml

    return _page(path, *read_mhtml(path, content))


def _read_text(path: Path, content: bytes) -> LoadedText:
    text, warnings = decode(path, content)
    if text.startswith(("http://", "https://")) and len(text.split()) == 1:
        told = "holds a web address, which is not fetched; open it in a browser, save the page and add the file"
        raise UnknownFileType(f"{path.name}: {told}", code="web_address")
    return loaded_text(path, [FileLine(text)], warnings)


def _read_by_office(path: Path, content: bytes) -> LoadedText:
    """An old text document: what is inside tells how it is read, since other programs save much under these names."""
    from index.reading.files.load_docx import read_docx
    from index.reading.files.office.libreoffice import converted

    suffix = path.suffix.lower()
    if content.startswith(OLE_MARK):
        suffix = ".doc"
    elif content.startswith(RTF_MARK):
        suffix = ".rtf"
    elif content.startswith(ZIP_MARK):
        if suffix != ".odt":
            return _read_docx(path, content)
    else:
        return _read_other(path, content, _read_text)
    return loaded_text(path, *read_docx(path.name, converted(path, content, suffix, "docx")))


def _read_workbook(path: Path, content: bytes) -> LoadedText:
    """A workbook of any program; systems also write web pages and plain tables under the names of old ones."""
    from index.reading.files.office.libreoffice import converted
    from index.reading.files.office.load_workbook import read_workbook

    content = _opened(path, content)
    suffix = path.suffix.lower()
    if content.startswith(OLE_MARK):
        content = converted(path, content, ".xls", "xlsx")
    elif content.startswith(ZIP_MARK) and suffix == ".ods":
        content = converted(path, content, suffix, "xlsx")
    elif not content.startswith(ZIP_MARK):
        if suffix not in _OLD_BOOKS:
            raise CorruptFile(f"{path.name}: not an {suffix[1:].upper()}, its content is something else")
        return _read_other(path, content, _read_csv)
    return loaded_text(path, *read_workbook(path.name, content))


def _read_slides(path: Path, content: bytes) -> LoadedText:
    from index.reading.files.office.libreoffice import converted
    from index.reading.files.office.load_slides import read_slides

    content = _opened(path, content)
    if content.startswith(OLE_MARK):
        content = converted(path, content, ".ppt", "pptx")
    elif path.suffix.lower() == ".odp":
        content = converted(path, content, ".odp", "pptx")
    return loaded_pages(path, *read_slides(path.name, content))


def _read_ofd(path: Path, content: bytes) -> LoadedText:
    from index.reading.files.office.load_ofd import read_ofd

    return loaded_pages(path, *read_ofd(path.name, content))


def _opened(path: Path, content: bytes) -> bytes:
    """The content, where it is not locked."""
    if content.startswith(OLE_MARK) and ENCRYPTED_PACKAGE in content:
        raise EncryptedFile(f"{path.name}: the file needs a password; save a copy without one")
    return content


def _read_other(path: Path, content: bytes, plain: Callable[[Path, bytes], LoadedText]) -> LoadedText:
    """A web page, a saved one or plain text under the name of an office file."""
    head = content[:_MARKUP_WITHIN_BYTES].lower()
    if _MHTML_MARK in head:
        return _read_mhtml(path, content)
    return (_read_html if b"<" in head else plain)(path, content)


def _read_csv(path: Path, content: bytes) -> LoadedText:
    from index.reading.files.office.load_workbook import read_csv

    text, warnings = decode(path, content)
    return loaded_text(path, read_csv(line_feeds(text)), warnings)


def _read_markdown(path: Path, content: bytes) -> LoadedText:
    from index.reading.files.load_markdown import read_markdown

    text, warnings = decode(path, content)
    lines, prominent = read_markdown(line_feeds(text))
    return loaded_text(path, lines, warnings, prominent)


_READERS: dict[str, Callable[[Path, bytes], LoadedText]] = {
    ".pdf": _read_pdf,
    ".docx": _read_docx,
    ".doc": _read_by_office,
    ".wps": _read_by_office,
    ".rtf": _read_by_office,
    ".odt": _read_by_office,
    ".xlsx": _read_workbook,
    ".xlsm": _read_workbook,
    ".xls": _read_workbook,
    ".et": _read_workbook,
    ".ods": _read_workbook,
    ".csv": _read_csv,
    ".pptx": _read_slides,
    ".ppt": _read_slides,
    ".dps": _read_slides,
    ".odp": _read_slides,
    ".ofd": _read_ofd,
    ".html": _read_html,
    ".htm": _read_html,
    ".mhtml": _read_mhtml,
    ".mht": _read_mhtml,
    ".txt": _read_text,
    ".md": _read_markdown,
    **dict.fromkeys(PICTURE_SUFFIXES, _read_picture),
}
READABLE = tuple(_READERS)
"""The suffixes of files that are read."""
