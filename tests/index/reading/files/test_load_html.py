"""What of a page is seen, and what is hidden or struck."""

from __future__ import annotations

import pytest

from index.reading.files.load_html import read_html


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display: none">占位</div>',
        '<p style="color:red;VISIBILITY:hidden">占位</p>',
        "<p hidden>占位</p>",
        "<p><s>占位</s></p>",
        "<p><del>占位</del></p>",
        '<p><span style="text-decoration:line-through">占位</span></p>',
    ],
)
def test_what_readers_do_not_see_or_see_struck_is_left_out(hidden: str) -> None:
    assert read_html(f"<p>一、任务</p>{hidden}<p>县住建局牵头。</p>")[0].split() == ["一、任务", "县住建局牵头。"]


def test_what_is_styled_otherwise_stays() -> None:
    assert read_html('<p style="display:block">一、任务</p>')[0] == "一、任务"
