"""The bytes of a text file as text: UTF-8, UTF-16 or GB18030, or what a page declares."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from index.errors import CorruptFile
from index.reading.files.marks import OLE_MARK, PDF_MARK, ZIP_MARK

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

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.001  # a stray one is dirt; more says that the bytes are no text


def declared_charset(markup: bytes) -> str:
    """The charset that a page's `meta` tag names, "" for none."""
    declared = _META_CHARSET.search(markup[:_META_WITHIN_BYTES])
    return declared.group(1).decode("ascii").lower() if declared else ""


def decode(path: Path, content: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The whole of `content` in the one encoding that fits it, and warnings; the encodings are tried strictly.

    UTF-8 goes before the declared charset: pages saved anew often keep a stale declaration, and Chinese text in
    another encoding is never valid UTF-8 by accident.

    Raises:
        CorruptFile: It is no text.
    """
    for mark, name in ((PDF_MARK, "PDF"), (ZIP_MARK, "ZIP or DOCX"), (OLE_MARK, "Office")):
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
