"""Imports run one way, and only what the requirement files name is imported. Syntax trees, nothing is run."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("app", "assistant", "benchmarks", "evals", "index", "tests")

# Part of the program -> what it may import of ours beside itself. `assistant.server` and `assistant.ui` are parts of their own.
ARROWS: dict[str, frozenset[str]] = {
    "index": frozenset(),
    "assistant": frozenset({"index"}),
    "assistant.server": frozenset({"assistant", "index"}),
    "assistant.ui": frozenset({"assistant", "assistant.server", "index"}),
    "app": frozenset({"assistant.ui", "index"}),
    "evals": frozenset({"assistant", "index"}),
    "benchmarks": frozenset({"assistant", "evals", "index"}),
}
# Library -> the only modules that may import it (a name stands for itself and for what is below it).
DOORS: dict[str, tuple[str, ...]] = {
    "bs4": ("index.reading.load_html",),
    "chromadb": ("index.search.vectors", "evals.systems.plain"),
    "docx": (
        "index.reading.load_docx",
        "index.reading.load_numbering",
        "assistant.courses",
        "assistant.ui.compare.compare_files",
        "tests",
    ),
    "gradio": ("assistant.server", "assistant.ui"),
    "jieba": ("index.terms.segment", "index.learning", "evals.strain.perturb", "tests"),
    "pypdf": ("index.reading.load", "tests"),
}
RUNTIME = ("app", "assistant", "index")


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources() -> dict[str, ast.Module]:
    files = [ROOT / "app.py", *(path for name in OURS[1:] for path in sorted((ROOT / name).rglob("*.py")))]
    return {module_of(path): ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in files}


SOURCES = sources()


def imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each (module, name) that is imported anywhere in a file; the name is "" for `import module`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from ((node.module or "", alias.name) for alias in node.names)


def part_of(module: str) -> str:
    return next((part for part in ("assistant.server", "assistant.ui") if below(module, part)), module.partition(".")[0])


def below(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def full(module: str, name: str) -> str:
    """`from assistant import ui` imports a module, `from assistant import Assistant` a name."""
    return f"{module}.{name}" if f"{module}.{name}" in SOURCES else module


@pytest.mark.parametrize("part", ARROWS)
def test_arrows_run_one_way(part: str) -> None:
    allowed = ARROWS[part] | {part}
    wrong = [
        f"{module} imports {full(source, name)}"
        for module, tree in SOURCES.items()
        if part_of(module) == part
        for source, name in imported(tree)
        if source.partition(".")[0] in OURS and part_of(full(source, name)) not in allowed
    ]
    assert not wrong


@pytest.mark.parametrize("library", DOORS)
def test_library_has_one_door(library: str) -> None:
    wrong = [
        module
        for module, tree in SOURCES.items()
        if any(below(source, library) for source, _ in imported(tree))
        and not any(below(module, door) for door in DOORS[library])
    ]
    assert not wrong


def test_underscore_never_crosses_a_module() -> None:
    wrong = [
        f"{module} imports {source}.{name}"
        for module, tree in SOURCES.items()
        for source, name in imported(tree)
        if source.partition(".")[0] in OURS and name.startswith("_") and not name.startswith("__")
    ]
    assert not wrong


def required(*files: str) -> set[str]:
    """Distributions that requirement files pin, names as PEP 503 compares them."""
    lines = [line for file in files for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    return {canonical(line.partition("==")[0]) for line in lines if line and line[0] not in "#-"}


def canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


@pytest.mark.parametrize(
    ("parts", "files"),
    [(RUNTIME, ("requirements.txt",)), (OURS, ("requirements.txt", "requirements-dev.txt"))],
)
def test_imports_are_required_by_name(parts: tuple[str, ...], files: tuple[str, ...]) -> None:
    distributions = packages_distributions()
    pinned = required(*files)
    missing = {
        f"{module} imports {source}"
        for module, tree in SOURCES.items()
        if module.partition(".")[0] in parts
        for source, _ in imported(tree)
        if (top := source.partition(".")[0]) not in (*OURS, *sys.stdlib_module_names)
        and not pinned & set(map(canonical, distributions.get(top, [])))
    }
    assert not missing


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_once(file: str) -> None:
    lines = [line for line in (ROOT / file).read_text(encoding="utf-8").splitlines() if line and line[0] not in "#-"]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines), lines
    assert len({canonical(line.partition("==")[0]) for line in lines}) == len(lines)
