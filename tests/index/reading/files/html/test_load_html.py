"""What of a page is seen, and what is hidden or struck."""

from __future__ import annotations

import pytest

from index.reading.files.html.load_html import read_html


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
    assert read_html(f"<p>一、任务</p>{hidden}<p>县住建局牵头。</p>").text.split() == ["一、任务", "县住建局牵头。"]


def test_what_is_styled_otherwise_stays() -> None:
    assert read_html('<p style="display:block">一、任务</p>').text == "一、任务"


@pytest.mark.parametrize(
    "page",
    [
        "<style>.draft {display: none}</style><p class='old draft'>占位</p><p>正文</p>",
        "<style>/* a */ p, div.box .draft{color:red;DISPLAY:none!important}p{display:block}</style>"
        "<div class='box'><b class='draft'>占位</b></div><p>正文</p>",
        "<style>#draft{text-decoration:line-through}</style><p id='draft'>占位</p><p>正文</p>",
        "<p>正文</p><p aria-hidden='true'>正文</p>",
        "<p>正文<ruby><rt>占位</rt></ruby></p><template>占位</template><noscript>占位</noscript>",
    ],
)
def test_what_the_rules_of_a_page_hide_is_left_out(page: str) -> None:
    assert read_html(f"<body><p>县住房和城乡建设局牵头。</p>{page}</body>").text.split() == [
        "县住房和城乡建设局牵头。",
        "正文",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<style>.draft{display:none}.draft.on{display:block}</style><p class='draft on'>正文</p>",
        "<style>.draft{display:none}</style><p class='draft' style='display:block'>正文</p>",
        "<style>@media print{.a{display:none}}</style><p class='a'>正文</p>",
        "<style>.box .a{display:none}</style><p class='a'>正文</p>",
        "<style>p:hover{display:none} *{display:none} ..{display:none} {</style><p>正文</p>",
        "<style>body{display:none}</style><p>正文</p>",
        "<p aria-hidden='true'>正文</p>",
    ],
)
def test_what_they_show_again_or_hide_as_a_whole_stays(page: str) -> None:
    assert read_html(f"<body>{page}</body>").text == "正文"


def test_struck_text_is_told_and_inserted_text_kept() -> None:
    page = read_html("<p>由<del>城管局</del><ins>教育局</ins>负责。</p>")
    assert (page.text, page.warnings) == ("由教育局负责。", ("Struck text of the page was left out.",))
    assert read_html("<p>正文</p>").warnings == ()


def test_the_mark_of_a_note_is_no_word_and_a_power_is() -> None:
    page = read_html("<p>安排资金<sup>[1]</sup>，覆盖3km<sup>2</sup>。</p><p>[1] 含上级资金。</p>")
    assert page.text.splitlines()[0] == "安排资金，覆盖3km2。"


def test_headings_are_marked_on_one_line() -> None:
    page = read_html("<h1>关于印发<br>防火方案的通知</h1><p>正文</p><h3> <b>一、</b>目标</h3><h2></h2>")
    assert [(line.text, line.level) for line in page.lines] == [
        ("关于印发防火方案的通知", 1),
        ("正文", 0),
        ("一、目标", 3),
    ]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol><li>甲</li><li><p>乙</p><ol type='a'><li>子</li></ol></li></ol>", ["1.甲", "2.乙", "a.子"]),
        ("<ol start='3'><li>甲</li><li value='7'>乙</li><li>丙</li></ol>", ["3.甲", "7.乙", "8.丙"]),
        ("<ol reversed><li>甲</li><li>乙</li></ol>", ["2.甲", "1.乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲</li><li>乙</li></ol>", ["一、甲", "二、乙"]),
        ("<ol style='list-style:none'><li>甲</li></ol>", ["甲"]),
        ("<ol><li>一、甲</li><li>（二）乙</li></ol>", ["一、甲", "（二）乙"]),
        ("<ol><li><a href='/'>首页</a></li><li><a href='/a'>公开</a></li></ol>", ["首页", "公开"]),
        ("<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
        ("<ol start='99999999999999999999'><li>甲</li></ol>", ["1.甲"]),
    ],
)
def test_items_bear_the_numbers_that_are_seen(markup: str, lines: list[str]) -> None:
    assert read_html(markup).text.split("\n") == lines
