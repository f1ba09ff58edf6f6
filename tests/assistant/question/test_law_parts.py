"""Parts of laws that a question names by their numbers."""

from __future__ import annotations

import pytest

from assistant.question.law_parts import law_parts
from assistant.types import LawPart
from index.terms.numbering import Style

ARTICLE = Style.ARTICLE


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("第四条规定了什么", (LawPart(ARTICLE, 4),)),
        ("第 21 条和 Article 3", (LawPart(ARTICLE, 21), LawPart(ARTICLE, 3))),
        ("有四条措施", ()),
        ("第四条例外", ()),
        ("青岭市渡口条例第八条", (LawPart(ARTICLE, 8, law="青岭市渡口条例"),)),
        ("《渡口安全管理办法》第三条第二款第（一）项", (LawPart(ARTICLE, 3, 0, 2, 1, "渡口安全管理办法"),)),
        ("请问，渡口条例的第五条之一", (LawPart(ARTICLE, 5, 1, law="渡口条例"),)),
        ("渡口条例第四条和第五条", (LawPart(ARTICLE, 4, law="渡口条例"), LawPart(ARTICLE, 5, law="渡口条例"))),
        ("第二章讲什么", (LawPart(Style.CHAPTER, 2),)),
        ("what does article 8(2) say", (LawPart(ARTICLE, 8, 0, 2),)),
        ("item 3 of Article 5", (LawPart(ARTICLE, 5, item=3),)),
        ("Chapter 2", (LawPart(Style.CHAPTER, 2),)),
        ("青岭市第八条", (LawPart(ARTICLE, 8),)),
    ],
)
def test_parts_are_read_with_the_law_before_them(text: str, parts: tuple[LawPart, ...]) -> None:
    assert law_parts(text) == parts
