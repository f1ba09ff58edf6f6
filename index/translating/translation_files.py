"""Files in which translations go to whoever makes them and come back: a table parted by tabs, or a translation memory (TMX)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from index.errors import FileTooLarge, MissingFile, TranslationError, megabytes
from index.reading.files.decode import decode
from index.translating.held_to_source import Row
from index.translation.memory import Line, Maker, content_of, lines_of

TABLE, EXCHANGE = ".tsv", ".tmx"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TMX_HEADER = {
    "creationtool": "Safety Plan Assistant",
    "creationtoolversion": "1",
    "segtype": "sentence",
    "o-tmf": "tsv",
    "adminlang": "en",
    "srclang": "zh",
    "datatype": "plaintext",
}
_FORMULA_OPENERS = ("=", "+", "-", "@")
"""A spreadsheet program runs a cell that opens with one of these; the quote before it makes it text."""


def to_file(name: str, lines: Iterable[Line]) -> bytes:
    """The content of a file of such a name: TMX 1.4, or the table for any other.

    The table opens with a byte order mark, without which spreadsheet programs read Chinese as Latin letters.
    """
    if Path(name).suffix.lower() == EXCHANGE:
        return _to_tmx(lines)
    inert = (replace(line, zh=_inert(line.zh), en=_inert(line.en)) for line in lines)
    return content_of(inert).encode("utf-8-sig")


def from_file(name: str, content: bytes, maker: Maker) -> tuple[Row, ...]:
    """The rows of a file that came back, whatever program wrote it.

    Raises:
        TranslationError, FileRejected: It is no such file.
    """
    if Path(name).suffix.lower() == EXCHANGE:
        return tuple(_from_tmx(name, content, maker))
    text, _ = decode(Path(name), content)
    return tuple(
        Row(number, replace(line, zh=_plain(line.zh), en=_plain(line.en)))
        for number, line in enumerate(lines_of(text, name, maker), start=2)
    )


def read_rows(path: Path, maker: Maker, max_bytes: int) -> tuple[Row, ...]:
    """The rows of a file on disk.

    Raises:
        TranslationError, FileRejected: It is no such file, is not there, or is larger than `max_bytes`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as exc:
        raise MissingFile(f"{path}: cannot be opened ({exc.strerror or exc})") from exc
    if len(content) > max_bytes:
        limit = megabytes(max_bytes)
        raise FileTooLarge(f"{path.name}: larger than the limit of {limit} MB", limit=limit)
    return from_file(path.name, content, maker)


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_OPENERS) else cell


def _plain(cell: str) -> str:
    """A cell without what a spreadsheet program puts round it, or we before it."""
    inner = cell[1:-1].replace('""', "")
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"') and '"' not in inner:
        cell = cell[1:-1].replace('""', '"')
    return " ".join(cell.removeprefix("'").split()) if cell[1:].startswith(_FORMULA_OPENERS) else " ".join(cell.split())


def _to_tmx(lines: Iterable[Line]) -> bytes:
    root = ElementTree.Element("tmx", version="1.4")
    ElementTree.SubElement(root, "header", _TMX_HEADER)
    body = ElementTree.SubElement(root, "body")
    for line in lines:
        unit = ElementTree.SubElement(body, "tu")
        for language, text in (("zh", line.zh), ("en", line.en)):
            if text:
                variant = ElementTree.SubElement(unit, "tuv", {_LANG: language})
                ElementTree.SubElement(variant, "seg").text = text
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _from_tmx(name: str, content: bytes, maker: Maker) -> Iterator[Row]:
    """A row for each unit, numbered from 1; the parser fetches nothing, and bounds what entities may grow to."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as exc:
        raise TranslationError(f"{name} is no TMX file ({exc})") from exc
    for number, unit in enumerate(root.iter("tu"), start=1):
        told = {_language(variant): _segment(variant) for variant in unit.iter("tuv")}
        if told.get("zh"):
            yield Row(number, Line("", told["zh"], told.get("en", ""), maker))


def _language(variant: ElementTree.Element) -> str:
    """The language without its country: "zh" of "zh-CN"."""
    return (variant.get(_LANG) or variant.get("lang") or "").lower().partition("-")[0]


def _segment(variant: ElementTree.Element) -> str:
    return " ".join("".join(part for seg in variant.iter("seg") for part in seg.itertext()).split())
