"""Every error that a person can meet is worded in the page's language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import errors as assistant_errors
from assistant.ui.shared.i18n import LANGUAGES, words
from assistant.ui.shared.told import told
from index import errors as index_errors
from index.errors import CorruptFile, EmptyFile, FileTooLarge, NothingReadable, PlansError

ROOT = Path(__file__).parents[4]
# Only a command line meets it.
NOT_ON_THE_PAGE = {"BatchLineError"}
KINDS = [
    kind
    for module in (index_errors, assistant_errors)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, PlansError) and kind.__name__ not in NOT_ON_THE_PAGE
]


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """(class, code, names of values) of each place that raises one of our errors."""
    names = {kind.__name__ for kind in KINDS}
    for folder in ("index", "assistant"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                    values = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
                    code = values.pop("code", None)
                    for text in _texts(code):
                        yield node.func.id, text or node.func.id, set(values)


def _texts(code: ast.expr | None) -> list[str]:
    """The codes that an expression may give; "" for none."""
    if code is None:
        return [""]
    found = [node.value for node in ast.walk(code) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in found if not text.startswith(".")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_error_has_its_words(kind):
    assert all(words(language, f"error_{kind.__name__}") for language in LANGUAGES)


def test_every_code_has_words_that_use_no_more_than_the_error_tells():
    sites = list(raised())
    assert {"office_file", "not_text", "FileTooLarge"} <= {code for _, code, _ in sites}
    for name, code, values in sites:
        if name == "NothingReadable" or (name == "FileRejected" and code == "FileRejected"):
            continue
        for language in LANGUAGES:
            wording = words(language, f"error_{code}")
            assert set(re.findall(r"\{(\w+)\}", wording)) <= values | {"message"}, (name, code)


def test_words_follow_the_language_and_take_the_values():
    error = FileTooLarge("a.pdf: larger than the limit of 20 MB", limit="20")
    assert told(error, "zh") == "文件超过 20 MB 的上限。"
    assert told(error, "en") == "The file is over the limit of 20 MB."
    assert told(CorruptFile("a.txt: not text", code="not_text"), "en").startswith("The encoding")


def test_a_start_without_a_readable_plan_tells_of_each_file():
    error = NothingReadable([("a.pdf", EmptyFile("a.pdf: the file is empty")), ("b.txt", CorruptFile("b.txt: bad"))])
    assert told(error, "zh").splitlines() == [
        "规划文件全部无法读取：",
        "a.pdf: 文件里没有文字。",
        "b.txt: 文件已损坏，或内容与后缀不符，请重新获取或另存后再添加。",
    ]


def test_an_error_of_a_later_day_goes_by_what_it_is_a_kind_of():
    class Newer(CorruptFile):
        pass

    for language in LANGUAGES:
        assert told(Newer("x"), language) == told(CorruptFile("x"), language)
