"""The text of a PPTX file, a page a slide: titles as headings, texts from top to bottom, tables. Hidden slides are left out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pptx
from lxml.etree import LxmlError
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn

from index.errors import CorruptFile
from index.reading.files.archive import check_archive
from index.reading.files.file_lines import FileLine, on_one_line
from index.reading.files.types import MALFORMED, Prominent, Standing, repeated

_MALFORMED = (*MALFORMED, PythonPptxError, LxmlError, EOFError, zipfile.BadZipFile)
_CONTENT_PART = "ppt/presentation.xml"
_Part = Any  # of the library, whose kinds of shapes have no common type
_MOST_GROUPS_DEEP = 20


def read_slides(name: str, content: bytes) -> tuple[list[list[FileLine]], tuple[str, ...], tuple[Prominent, ...]]:
    """The lines of each slide that is shown, warnings, and what the file marks in the way of titles.

    Raises:
        CorruptFile: The archive or its XML is broken, or it is another kind of file.
        FileTooLarge: It unpacks to more than a paper can hold.
    """
    check_archive(name, content, _CONTENT_PART)
    try:
        show = pptx.Presentation(BytesIO(content))
        slides = [slide for slide in show.slides if slide.element.get("show") not in ("0", "false")]
        pages = [list(_slide(slide)) for slide in slides]
        pictures = [number for number, page in enumerate(pages, 1) if not page]
        told = "Hidden slides were left out." if len(slides) < len(show.slides) else ""
    except _MALFORMED as exc:
        raise CorruptFile(f"{name}: the PPTX is damaged ({type(exc).__name__})") from exc
    bare = f"Slides without text, which show pictures only: {', '.join(map(str, pictures))}." if pictures else ""
    title = next((line.text for page in pages for line in page if line.level), "")
    return pages, tuple(filter(None, (told, bare))), (Prominent(title, Standing.SET_OFF),) if title else ()


def _slide(slide: _Part) -> Iterator[FileLine]:
    """The title first, then what stands on a slide from top to bottom and from left to right."""
    title = slide.shapes.title
    if title is not None and title.text_frame.text.strip():
        yield FileLine(on_one_line(title.text_frame.text), 1)
    shapes = [shape for shape in _shapes(slide.shapes, 0) if title is None or shape.shape_id != title.shape_id]
    before_was_table = False
    for shape in sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)):
        if shape.has_text_frame and not _is_small_print(shape):
            lines = [FileLine(text) for paragraph in shape.text_frame.paragraphs if (text := paragraph.text.strip())]
            yield from lines
            before_was_table = before_was_table and not lines
        elif getattr(shape, "has_table", False):
            if before_was_table:
                yield FileLine("")
            yield from map(FileLine, _rows(shape.table))
            before_was_table = True


def _shapes(shapes: _Part, depth: int) -> Iterator[_Part]:
    """All shapes that are seen, those in groups one by one."""
    for shape in shapes:
        if _is_hidden(shape):
            continue
        if hasattr(shape, "shapes") and depth < _MOST_GROUPS_DEEP:
            yield from _shapes(shape.shapes, depth + 1)
        else:
            yield shape


def _is_hidden(shape: _Part) -> bool:
    properties = next(shape.element.iter(qn("p:cNvPr")), None)
    return properties is not None and properties.get("hidden") in ("1", "true")


def _is_small_print(shape: _Part) -> bool:
    """Whether a shape holds the day, the foot or the number of a slide."""
    return bool(shape.is_placeholder) and shape.placeholder_format.type in _SMALL_PRINT


_SMALL_PRINT = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def _rows(table: _Part) -> Iterator[str]:
    """A line a row: what is merged down is repeated, what is merged across leaves its other places empty."""
    above: dict[int, str] = {}
    for row in table.rows:
        texts: list[str] = []
        for column, cell in enumerate(row.cells):
            element = cell._tc
            text = " ".join(cell.text.split())
            if element.vMerge:
                text = repeated(above.get(column, ""))
            elif element.hMerge:
                text = ""
            above[column] = text
            texts.append(text)
        yield "\t".join(texts)
