"""Counts what makes code hard to follow: `python -m tests.house [PREFIX]` prints a row a folder, with a prefix a row a file.

Regular expressions are calls of `re`. A word list is a name of a module whose value lists six words or more with Chinese
in them: a collection of strings, a string that is split, or the alternatives of a pattern. Constants are the numbers of
such names. The last column counts `isinstance` on kinds of fact.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import get_args

from index import Fact
from tests.sources import PRODUCT, trees

Counted = Counter[str]

FACT_KINDS = {kind.__name__ for kind in get_args(Fact)}
WORDS_OF_A_LIST = 6
CHINESE = re.compile(r"[\u4e00-\u9fff]")
COLUMNS = ("regular expressions", "word lists", "constants", "isinstance")


def counts(within: Callable[[str], bool] = lambda _path: True) -> dict[str, Counted]:
    """Product file, as a path with slashes -> its counts."""
    files = {path.as_posix(): tree for path, tree in trees().items() if path.parts[0] in PRODUCT}
    return {path: counts_of(tree) for path, tree in files.items() if within(path)}


def counts_of(tree: ast.Module) -> Counted:
    found: Counted = Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found["regular expressions"] += _is_pattern(node)
            found["isinstance"] += _asks_for_a_fact(node)
    for value in _values(tree):
        found["word lists"] += _is_word_list(value)
        found["constants"] += _numbers(value)
    return found


def _is_pattern(call: ast.Call) -> bool:
    function = call.func
    if not (isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)):
        return False
    return function.value.id == "re" and function.attr not in {"escape", "purge"}


def _asks_for_a_fact(call: ast.Call) -> bool:
    if not (isinstance(call.func, ast.Name) and call.func.id == "isinstance"):
        return False
    return any(isinstance(node, ast.Name) and node.id in FACT_KINDS for node in ast.walk(call.args[1]))


def _values(tree: ast.Module) -> Iterator[ast.expr]:
    """The values of a module's own names."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            yield node.value


def _is_word_list(value: ast.expr) -> bool:
    if any(map(_lists_words, ast.walk(value))):
        return True
    text = " ".join(_strings(ast.walk(value)))
    return text.count("|") >= WORDS_OF_A_LIST - 1 and CHINESE.search(text) is not None


def _lists_words(node: ast.AST) -> bool:
    words: list[str] = []
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        words = list(_strings(node.elts))
        words = words if len(words) == len(node.elts) else []
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        words = [word for text in _strings([node.func.value]) for word in text.split()]
    return len(words) >= WORDS_OF_A_LIST and CHINESE.search("".join(words)) is not None


def _strings(nodes: Iterator[ast.AST] | list[ast.expr]) -> Iterator[str]:
    return (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _numbers(value: ast.expr) -> int:
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return (
        len(parts) if all(isinstance(part, ast.Constant) and type(part.value) in (int, float) for part in parts) else 0
    )


def main(prefix: str = "") -> None:
    """Print the table."""
    rows: dict[str, Counted] = {}
    for path, found in counts(lambda path: path.startswith(prefix)).items():
        rows.setdefault(path if prefix else path.rpartition("/")[0], Counter()).update(found)
    rows = {name: found for name, found in sorted(rows.items()) if found.total()}
    total = sum(rows.values(), Counter())
    for name, cells in [("", COLUMNS), *((name, [found[c] for c in COLUMNS]) for name, found in rows.items())]:
        sys.stdout.write(f"{name:<44}" + "".join(f"{cell:>20}" for cell in cells) + "\n")
    sys.stdout.write(f"{'total':<44}" + "".join(f"{total[column]:>20}" for column in COLUMNS) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
