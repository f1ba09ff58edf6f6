"""What reads files today: a document that other code or libraries have read is read again."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

from index.translation.memory import SHIPPED
from index.types import TRANSLATION_SUFFIX

_PACKAGE = Path(__file__).resolve().parents[1]
_ROOTS = ("read.py", "search/encoders.py", "search/lexical.py", "translation/searched.py")
"""What the index holds of a document is made by these and by what they import."""
_LIBRARIES = (
    *("beautifulsoup4", "lxml", "markdown-it-py", "numpy", "onnxruntime"),
    *(
        "opencv-python-headless",
        "openpyxl",
        "pdfplumber",
        "pillow",
        "pydantic",
        "pypdf",
        "pypdfium2",
        "pypinyin",
        "PyStemmer",
    ),
    *("python-docx", "python-pptx", "rapidocr", "rjieba", "safetensors", "sentence-transformers", "tokenizers"),
)
# "from index.reading.clean import clean", also within a function; not "from index_of import x".
_IMPORT = re.compile(r"^\s*(?:from|import) index\.([\w.]+)", re.MULTILINE)
_DATA_FILE = re.compile(r'"([\w-]+\.(?:toml|tsv|txt))"')  # the name of a file that a module reads, beside it


@cache
def reader_fingerprint() -> str:
    """A hash of the code, tables, translations and libraries that make what is stored: others may make something else of a file."""
    digest = hashlib.sha256()
    for path in sorted(reading_files()):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + path.read_bytes())
    for translations in sorted(SHIPPED.glob(f"*{TRANSLATION_SUFFIX}")):
        digest.update(translations.name.encode() + translations.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library}=={version(library)}".encode())
    return digest.hexdigest()[:16]


def reading_files() -> set[Path]:
    """The modules that what is stored depends on, each with the tables that it reads."""
    found: set[Path] = set()
    waiting = [_PACKAGE / root for root in _ROOTS]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path.suffix != ".py":
            continue
        source = path.read_text(encoding="utf-8")
        waiting += [_module(name) for name in _IMPORT.findall(source)]
        waiting += [table for name in _DATA_FILE.findall(source) if (table := path.with_name(name)).is_file()]
    return found


def _module(name: str) -> Path:
    """The file of `index.<name>`: a module, or the first file of a package."""
    folder = _PACKAGE.joinpath(*name.split("."))
    return folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
