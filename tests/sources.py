"""The program's files as syntax trees, for the tests that hold its order; nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PRODUCT = ("assistant", "benchmarks", "evals", "index")
OURS = ("app", *PRODUCT, "docs", "tests")


@cache
def trees() -> dict[Path, ast.Module]:
    """File, relative to the root -> its syntax tree."""
    files = [ROOT / "app.py", *(path for name in OURS[1:] for path in sorted((ROOT / name).rglob("*.py")))]
    return {path.relative_to(ROOT): ast.parse(path.read_text(encoding="utf-8")) for path in files}


@cache
def imports() -> dict[str, tuple[tuple[str, str], ...]]:
    """Module -> each (module, name) that it imports anywhere; the name is "" for `import module`."""
    return {module_of(path): tuple(_imported(tree)) for path, tree in trees().items()}


def module_of(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def top(module: str) -> str:
    """The first part of a dotted name."""
    return module.partition(".")[0]


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from ((node.module or "", alias.name) for alias in node.names)
