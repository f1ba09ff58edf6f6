"""What makes a stored index out of date: all that reading depends on, and nothing else."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from index.storage import freshness
from index.storage.freshness import reading_files

PACKAGE = Path(freshness.__file__).resolve().parents[1]
SHAPE_NOTHING = {"rapidfuzz", "sqlalchemy"}
"""One finds words of questions in the glossary, which reading only takes words from; the other holds what was read."""


def test_readers_their_tables_and_what_they_import_count() -> None:
    names = {path.relative_to(PACKAGE).as_posix() for path in reading_files()}
    assert {"read.py", "types.py", "reading/clean.py", "facts/duties.py", "terms/numbering.py"} <= names
    assert {"terms/lexicon.toml", "search/lexical.py"} <= names


def test_what_reads_no_file_does_not_count() -> None:
    names = {path.relative_to(PACKAGE).as_posix() for path in reading_files()}
    assert not [name for name in names if name.startswith(("learning/", "model/")) or name in ("job.py", "__main__.py")]


def test_every_library_that_reading_imports_counts() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in reading_files() if path.suffix == ".py"]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    imported = {node.module.split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    imported |= {name.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for name in node.names}
    third = imported - set(sys.stdlib_module_names) - {"index"} - SHAPE_NOTHING
    known = packages_distributions()
    assert {known[name][0] for name in third} == set(freshness._LIBRARIES)
