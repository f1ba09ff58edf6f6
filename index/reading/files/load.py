"""A file to the text it holds, with page starts where it has pages.

Comes in: a path. Goes out: `LoadedText`, every character of the file's running text with line feeds as newlines. Never
drops a piece of a file silently, and never repairs: that is cleaning's work. A file must be what its suffix says.
The library of a type is loaded with the first file of that type.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from index.errors import CorruptFile, EmptyFile, EncryptedFile, FileTooLarge, MissingFile, UnknownFileType
from index.reading.files.types import LoadedText, Prominent, Standing, check_length
from index.types import PICTURE_SUFFIXES

_PDF_MARK = b"%PDF-"
_PDF_MARK_WITHIN_BYTES = 1024  # readers accept the mark anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1)
_ZIP_MARK = b"PK\x03\x04"
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page declares -> how to read it: GB18030 holds all of GB2312 and GBK.
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_META_WITHIN_BYTES = 4096
# What no page is written in: what the marks above tell, and what is no encoding of running text.
_NO_CHARSETS = frozenset("utf-8 utf-16 utf-32 utf-7 idna punycode undefined unicode_escape raw_unicode_escape".split())
_GB_CHARSETS = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "gb18030"})

_HEADING = "# "  # of Markdown, the first level
_OFFICE_SUFFIXES = (".doc", ".wps", ".rtf", ".odt")
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.001  # a stray one is dirt; more says that the bytes are no text


def load_file(path: Path, max_bytes: int) -> LoadedText:
    """Read one file: PDF, DOCX, HTML, a picture, or plain text and Markdown in UTF-8, UTF-16 or GB18030.

    Raises:
        FileRejected: One of its kinds; the message names the file, the fault and what to do.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        types = ", ".join(sorted(_READERS))
        code = "office_file" if path.suffix.lower() in _OFFICE_SUFFIXES else ""
        raise UnknownFileType(f"{path.name}: {_unknown(path)}; readable types are {types}", code=code, types=types)
    content = _bytes_of(path, max_bytes)
    if not content:
        raise EmptyFile(f"{path.name}: the file is empty")
    loaded = reader(path, content)
    check_length(path.name, len(loaded.text))
    if not loaded.text.strip():
        raise EmptyFile(f"{path.name}: the file holds no text")
    return loaded


def _unknown(path: Path) -> str:
    if path.suffix.lower() in _OFFICE_SUFFIXES:
        return f"{path.suffix} files cannot be read, save it as DOCX"
    return f"unknown file type {path.suffix or '(no suffix)'}"


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except IsADirectoryError as exc:
        raise UnknownFileType(f"{path.name}: is a folder, name the files in it", code="folder") from exc
    except OSError as exc:
        raise MissingFile(f"{path}: cannot be opened ({exc.strerror or exc})") from exc
    if len(content) > max_bytes:
        limit = f"{max_bytes / 1_000_000:g}"
        raise FileTooLarge(
            f"{path.name}: larger than the limit of {limit} MB; PLANS_MAX_FILE_MB raises it", limit=limit
        )
    return content


def _read_pdf(path: Path, content: bytes) -> LoadedText:
    if _PDF_MARK not in content[:_PDF_MARK_WITHIN_BYTES]:
        raise CorruptFile(f"{path.name}: not a PDF, its content is something else")
    from index.reading.files.pdf.load_pdf import read_pdf

    return read_pdf(path, content)


def _read_picture(path: Path, content: bytes) -> LoadedText:
    from index.reading.files.ocr.recognise import recognise_image

    return replace(recognise_image(path.name, content), path=path)


def _read_docx(path: Path, content: bytes) -> LoadedText:
    if content.startswith(_OLE_MARK):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise EncryptedFile(f"{path.name}: the file needs a password; save a copy without one")
        raise CorruptFile(
            f"{path.name}: an old Word file under a new name; open it and save it as DOCX", code="office_file"
        )
    if not content.startswith(_ZIP_MARK):
        raise CorruptFile(f"{path.name}: not a DOCX, its content is something else")
    from index.reading.files.load_docx import read_docx

    text, warnings, prominent = read_docx(path.name, content)
    return LoadedText(path, _NEWLINES.sub("\n", text), (), warnings, prominent)


def _read_html(path: Path, content: bytes) -> LoadedText:
    from index.reading.files.load_html import read_html

    declared = _META_CHARSET.search(content[:_META_WITHIN_BYTES])
    markup, warnings = _decode(path, content, declared.group(1).decode("ascii").lower() if declared else "")
    text, prominent = read_html(_NEWLINES.sub("\n", markup))
    return LoadedText(path, text, (), warnings, prominent)


def _read_text(path: Path, content: bytes) -> LoadedText:
    text, warnings = _decode(path, content, "")
    text = _NEWLINES.sub("\n", text)
    headings = (line[len(_HEADING) :].strip() for line in text.splitlines() if line.startswith(_HEADING))
    prominent = tuple(Prominent(heading, Standing.SET_OFF) for heading in islice(headings, 1))
    return LoadedText(path, text, (), warnings, prominent)


def _decode(path: Path, content: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    """The whole of `content` in the one encoding that fits it; the encodings are tried strictly.

    UTF-8 goes before the declared charset: pages saved anew often keep a stale declaration, and Chinese text in
    another encoding is never valid UTF-8 by accident.
    """
    for mark, name in ((_PDF_MARK, "PDF"), (_ZIP_MARK, "ZIP or DOCX"), (_OLE_MARK, "Office")):
        if content.startswith(mark):
            raise CorruptFile(
                f"{path.name}: a {name} file under the suffix {path.suffix}; rename it",
                code="wrong_suffix",
                name=name,
                suffix=path.suffix,
            )
    bom = next(((mark, encoding) for mark, encoding in _BOMS if content.startswith(mark)), None)
    if bom:
        encodings = [bom[1]]
        content = content[len(bom[0]) :]
    else:
        encodings = ["utf-8", "gb18030"]
        if declared and declared not in _GB_CHARSETS and _is_known(declared):
            encodings.insert(1, declared)
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except (UnicodeError, LookupError):  # the second where Python knows a codec of that name that gives no text
            continue
        if len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text) or "\x00" in text:
            break
        warnings = (f"{path.name} was read as GB18030; check that its characters are right.",)
        return text, warnings if encoding == "gb18030" and declared not in _GB_CHARSETS else ()
    tried = " or ".join(name.upper() for name in encodings)
    raise CorruptFile(f"{path.name}: not text in {tried}", code="not_text")


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name not in _NO_CHARSETS
    except LookupError:
        return False


_READERS: dict[str, Callable[[Path, bytes], LoadedText]] = {
    ".pdf": _read_pdf,
    ".docx": _read_docx,
    ".html": _read_html,
    ".htm": _read_html,
    ".txt": _read_text,
    ".md": _read_text,
    **dict.fromkeys(PICTURE_SUFFIXES, _read_picture),
}
