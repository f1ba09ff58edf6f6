"""The publishing site's form above a paper: labels with what stands behind them ("发文机关：国务院办公厅")."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from index.reading.lines import MOST_LABEL_CHARS, lines_of
from index.types import Span

_FILE = Path(__file__).with_name("form_labels.toml")
_MOST_CHARS = 3000
"""The form stands above the paper, in the first lines of a page."""
_CELL = "\t"
_APART = str.maketrans({"：": ": ", ":": ": ", "|": f" {_CELL} ", "\t": f" {_CELL} ", "\u3000": " ", "\u00a0": " "})
_OTHER = "other"


def form_of(text: str) -> dict[str, str]:
    """What the form says, by the keys of `form_labels.toml`; keys that it lacks are left out, the first value counts."""
    found: dict[str, str] = {}
    open_key = ""  # of a label that fills its line, whose value is the next one
    for line in lines_of(text[:_MOST_CHARS]):
        fields = list(_fields(line.text))
        if open_key and not fields:
            found.setdefault(open_key, " ".join(line.text.split()))
        for key, value in fields:
            if value:
                found.setdefault(key, value)
        open_key = fields[-1][0] if fields and not fields[-1][1] and _fills(line.text) else ""
    found.pop(_OTHER, None)
    return found


def is_form(text: str, table: Span) -> bool:
    """Whether a table is the form: it stands above the paper and holds several of the form's labels."""
    return table.end <= _MOST_CHARS and len(form_of(text[table.start : table.end])) >= _LEAST_LABELS


_LEAST_LABELS = 2


def _fills(line: str) -> bool:
    """Whether a line is a label and nothing else, or ends in one with a colon; the last head of a table does neither."""
    bare = "".join(line.split()).replace("：", ":").strip("|")
    return bare.endswith(":") or bare.lower() in _keys()


def _fields(line: str) -> Iterator[tuple[str, str]]:
    """The labels of a line with what stands behind each, up to the next label or the end of its cell."""
    key = ""
    words: list[str] = []
    for word in line.translate(_APART).split(" "):
        if label := _label(words, word):
            if key:
                yield key, " ".join(words[: len(words) - _spread(words, word)])
            key, words = label, []
        elif word != _CELL:
            words += [word] if word else []
        elif key and words:
            yield key, " ".join(words)
            key, words = "", []
        elif not key:
            words = []
    if key:
        yield key, " ".join(words)


def _label(before: list[str], word: str) -> str:
    """What a word asks for if it ends a label, whose characters may be spread ("标 题"); "" for other words."""
    whole = "".join(before[len(before) - _spread(before, word) :]) + word
    asked = _keys().get(whole.removesuffix(":").lower(), "")
    return asked or (_OTHER if whole.endswith(":") and 1 < len(whole) <= MOST_LABEL_CHARS else "")


def _spread(before: list[str], word: str) -> int:
    """How many of the words before are single characters of the label that ends with `word`."""
    if len(word.removesuffix(":")) != 1:
        return 0
    return next((at for at, one in enumerate(reversed(before)) if len(one) != 1), len(before))


@cache
def _keys() -> dict[str, str]:
    labels = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {label: key for key, words in labels.items() for label in words.split()}
