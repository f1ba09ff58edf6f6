"""Whether a page says that it is one of several."""

from __future__ import annotations

import pytest

from index.reading.files.html.load_html import read_html

LONG = "<p>" + "县林业局负责巡山。" * 30 + "</p>"


@pytest.mark.parametrize(
    ("pager", "told"),
    [
        ("<p>第 1 页 共 3 页</p>", True),
        ("<p>共3页</p>", True),
        ("<p>Page 1 of 3</p>", True),
        ("<div><a href='b_2.html'>下一页 &gt;</a></div>", True),
        ("<div><a href='b_2.html'>Next</a></div>", True),
        ("<p>第1页 共1页</p>", False),
        ("<p>第1页 共2页</p><p>第2页 共2页</p>", False),
        ("<div><a href='#'>下一页</a><a href='c.html'>下一篇</a></div>", False),
        ("<p>本方案共三页。</p><p>公共3号页面</p>", False),
    ],
)
def test_a_page_of_several_is_told(pager: str, told: bool) -> None:
    warnings = read_html(f"<body>{LONG}{pager}</body>").warnings
    assert any("one of several" in warning for warning in warnings) is told


def test_a_page_that_shows_its_paper_in_pictures_is_told() -> None:
    assert "pictures" in read_html("<p>通知</p><img src='a.png'>").warnings[0]
    assert read_html(f"{LONG}<img src='a.png'>").warnings == ()
