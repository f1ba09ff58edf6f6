"""Sentences and marks of a text that comes in pieces."""

from __future__ import annotations

import pytest

from assistant.generation.written import Written, written_sentences


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("甲局牵头。[1] 乙局配合[2]。", [("甲局牵头。", (1,)), ("乙局配合。", (2,))]),
        ("A leads. [1][2] B helps. [1, 3]", [("A leads.", (1, 2)), ("B helps.", (1, 3))]),
        (
            "It falls by 12.5 percent [2]. See No. 3 there. [1-3]",
            [
                ("It falls by 12.5 percent.", (2,)),
                ("See No. 3 there.", (1, 2, 3)),
            ],
        ),
        ("- 甲。【1】\n- 乙。［2］", [("甲。", (1,)), ("乙。", (2,))]),
        ("按国发[2021]23号执行。[4]", [("按国发[2021]23号执行。", (4,))]),
        ("没有依据。", [("没有依据。", ())]),
        ("[1][2]\n。\n", []),
        ("未完", [("未完", ())]),
    ],
)
def test_each_sentence_has_its_marks_however_it_comes(size: int, text: str, told: list[tuple[str, tuple[int, ...]]]):
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert list(written_sentences(pieces)) == [Written(*one) for one in told]


def test_a_sentence_is_told_as_soon_as_the_next_one_begins():
    pieces = iter(["甲局牵头。[1]", "乙", "局配合。[2]"])
    sentences = written_sentences(pieces)
    assert next(sentences) == Written("甲局牵头。", (1,))
    assert list(pieces) == ["局配合。[2]"]
