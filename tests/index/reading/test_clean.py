"""Cleaning: what a web page or a conversion put into a plan goes, the plan's own words stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from index import Index
from index.reading.clean import clean
from index.reading.files.types import LoadedText
from index.reading.site import GAP
from index.types import CleanText, MarkedHeading, RecognisedLine

DOCUMENTS = Path(__file__).parents[3] / "documents"
PLAN_IDS = ("jincheng-13th", "kizilsu-2024", "kunming-14th", "ningxia-14th", "zhongwei-13th")


def cleaned(text: str) -> str:
    return clean("plan", LoadedText(Path("plan.txt"), text)).text


# --- tags and marks ---------------------------------------------------------------------------------------------------


def test_tags_go_and_a_title_in_angle_brackets_stays() -> None:
    text = '<mark id="h4sia"><del></del></mark>关于印发<自治区三年行动方案>的通知</p>'
    assert cleaned(text) == "关于印发<自治区三年行动方案>的通知"


def test_markdown_marks_inside_a_sentence_go() -> None:
    assert cleaned("下降24.96%。**二是死亡人数大幅下降。**2015年") == "下降24.96%。二是死亡人数大幅下降。2015年"


def test_a_stray_english_conjunction_goes() -> None:
    assert cleaned("影响安全生产的共性问题 and 重大隐患") == "影响安全生产的共性问题 重大隐患"


def test_spaces_between_chinese_and_digits_go_but_part_the_cells_of_a_row() -> None:
    assert cleaned("到 2020 年末下降 48.8%。") == "到2020年末下降48.8%。"
    assert cleaned("6 煤矿百万吨死亡率 下降10%") == "6 煤矿百万吨死亡率 下降10%"


def test_invisible_characters_go_and_wide_spaces_become_plain_ones() -> None:
    assert cleaned("\ufeff安全\u200b生产\u3000规划") == "安全生产 规划"


# --- what a site puts round a plan ------------------------------------------------------------------------------------


def body(lines: int = 60) -> str:
    return "\n".join(f"第{number}段,市应急管理局加强安全生产工作,防范化解重大安全风险。" for number in range(lines))


def test_portal_furniture_goes_at_the_head_and_the_foot_only() -> None:
    text = f"长者模式 无障碍浏览\n返回首页\n{body(30)}\n首页\n{body(30)}\n上一篇:通知\n网站地图\n"
    assert cleaned(text) == f"{body(30)}\n首页\n{body(30)}"


def test_a_legal_notice_at_the_foot_goes_with_all_that_follows_it() -> None:
    assert cleaned(f"{body()}\n声明:\n① 凡本网注明来源的作品\n邮箱:a#b.net\n") == body()


def test_a_table_of_contents_goes_and_its_headings_stay_in_the_body() -> None:
    text = "(一)十三五时期工作成效................ 4\n二、规划目标......... 13\n\n(一)十三五时期工作成效\n全市安全。"
    assert cleaned(text) == "(一)十三五时期工作成效\n全市安全。"


# --- advertising ------------------------------------------------------------------------------------------------------


def test_advertising_inside_a_sentence_leaves_a_gap_that_readers_see() -> None:
    text = "城市化深入发展,交通、best 365官网体育投注_365bet娱乐投注_博大365等资源环境承载能力的刚性约束日趋明显,加之布局不科学。"
    assert cleaned(text) == f"城市化深入发展,交通、{GAP}等资源环境承载能力的刚性约束日趋明显,加之布局不科学。"


@pytest.mark.parametrize("text", ["依法打击网络赌博和彩票诈骗。", "加强体育赛事安全管理。", "接入365家企业的数据。"])
def test_a_plan_may_speak_of_sport_and_betting(text: str) -> None:
    assert cleaned(text) == text


# --- broken lines -----------------------------------------------------------------------------------------------------


def test_a_line_broken_inside_brackets_or_after_a_comma_is_joined() -> None:
    assert cleaned("负责城镇燃气安全监管工作和应急处置(牵头单位:自治州安委会办公室,责\n任单位:各县(市)人民政府)") == (
        "负责城镇燃气安全监管工作和应急处置(牵头单位:自治州安委会办公室,责任单位:各县(市)人民政府)"
    )
    assert cleaned("加强安全生产相关学科建设、专业人才培养等工作,\n加快培养安全生产相关专业人才") == (
        "加强安全生产相关学科建设、专业人才培养等工作,加快培养安全生产相关专业人才"
    )


@pytest.mark.parametrize(
    "opening", ["一、总体要求", "(二)主要任务", "3.落实责任", "专栏4量化指标", "成员:", "——坚持统筹"]
)
def test_a_line_that_opens_something_of_its_own_is_never_joined(opening: str) -> None:
    text = f"坚持以人民为中心的发展思想,统筹发展和安全两件大事\n{opening}"
    assert cleaned(text) == text


def test_a_short_line_is_a_heading_or_a_cell_and_is_never_joined() -> None:
    assert cleaned("宁夏回族自治区应急管理厅\n宁安委办公室") == "宁夏回族自治区应急管理厅\n宁安委办公室"


# --- pages ------------------------------------------------------------------------------------------------------------


def test_page_starts_move_with_the_text() -> None:
    first, second = "首页\n<b>安全生产</b>规划\n", "第二页从这里开始。\n"
    made = clean("plan", LoadedText(Path("plan.pdf"), first + second, (0, len(first))))
    assert made.text == "安全生产规划\n第二页从这里开始。"
    assert made.page_starts == (0, made.text.index("第二页"))
    assert [made.page_of(made.text.index(part)) for part in ("安全", "规划", "第二页")] == [1, 1, 2]


def test_a_page_that_begins_inside_what_is_taken_out_begins_behind_it() -> None:
    text = "甲甲<span>乙乙</span>丙"
    made = clean("plan", LoadedText(Path("plan.pdf"), text, (0, text.index("an>"), text.index("丙"))))
    assert made.text == "甲甲乙乙丙"
    assert made.page_starts == (0, 2, 4)


def test_a_file_without_pages_has_no_page() -> None:
    assert clean("plan", LoadedText(Path("plan.txt"), "安全")).page_of(1) is None


def test_every_kind_of_repair_is_counted() -> None:
    made = clean("plan", LoadedText(Path("plan.txt"), "<b>安全</b>\u3000生产**规划。**"))
    assert {repair.fault: repair.count for repair in made.repairs} == {
        "unusual white space": 1,
        "HTML tags": 2,
        "Markdown marks": 2,
    }


# --- the five plans ---------------------------------------------------------------------------------------------------

Text = Callable[[str], str]


@pytest.fixture
def text_of(plans: Index) -> Text:
    return lambda plan: plans.document(plan).clean.text


def test_jincheng_loses_tag_debris_and_advertising_and_no_word_of_its_sentence(text_of: Text) -> None:
    text = text_of("jincheng-13th")
    assert text.startswith("晋城市人民政府\n")
    assert "h4sia" not in text and "<" not in text and "365" not in text and "投注" not in text
    assert (
        f"随着工业化、信息化、城镇化、市场化深入发展,交通、{GAP}等资源环境承载能力的刚性约束和城市安全的脆弱性日趋明显,"
        "加之未科学规划城乡安全保障布局"
    ) in text


def test_kunming_loses_its_table_of_contents_and_keeps_its_paragraphs(text_of: Text) -> None:
    text = text_of("kunming-14th")
    assert "......" not in text and "长者模式" not in text
    assert "工作成效\n\n十三五以来,昆明市认真贯彻落实" in text
    assert "1党委政府高度重视安全生产工作\n\n十三五以来,各级党委、政府始终坚持安全第一的发展理念" in text
    assert "20183月" not in text and "20184月" in text, "lost digits are not made up"


def test_zhongwei_is_joined_where_its_sentences_were_broken(text_of: Text) -> None:
    text = text_of("zhongwei-13th")
    assert "**" not in text and " and " not in text
    assert "贯彻落实国家、自治区安全生产决策部署和中央及自治区领导批示精神" in text
    assert "2015年道路交通万车死亡率为2.15，较2010年的4.2下降48.8%。" in text


def test_kizilsu_is_joined_where_its_lines_were_broken(text_of: Text) -> None:
    text = text_of("kizilsu-2024")
    assert "于2024年12月20日前全部消除完毕2023年存量隐患;同时,各级各部门要结合重点任务实际" in text
    assert "副组长:陈亮(州委常委、常务副州长)\n温光华(州委常委、副州长)\n" in text, "a list of people stays a list"


def test_ningxia_loses_the_notices_of_the_site_it_was_captured_from(text_of: Text) -> None:
    text = text_of("ningxia-14th")
    assert text.startswith("宁夏回族自治区应急管理厅自治区安全生产委员会关于印发")
    assert text.endswith("评估考核结果向社会公布。")
    assert "酒业信息网" not in text and "foodmate" not in text


@pytest.mark.parametrize("plan", PLAN_IDS)
def test_nothing_is_invented(plan: str, text_of: Text) -> None:
    """Every line of the cleaned text, without white space and gaps, is text of the file as published."""
    published = "".join((DOCUMENTS / f"{plan}.txt").read_text(encoding="utf-8").replace("*", "").split())
    for line in text_of(plan).splitlines():
        for part in line.split(GAP):
            for run in part.split(" "):
                assert "".join(run.split()) in published


@pytest.mark.parametrize("plan", PLAN_IDS)
def test_cleaning_a_clean_text_changes_nothing_but_white_space(plan: str, text_of: Text) -> None:
    again = cleaned(text_of(plan))
    assert "".join(again.split()) == "".join(text_of(plan).split())


def test_any_page_of_any_text_stays_in_order(plans: Index) -> None:
    raw: Any = (DOCUMENTS / "zhongwei-13th.txt").read_text(encoding="utf-8")
    starts = tuple(range(0, len(raw), 700))
    made = clean("plan", LoadedText(Path("plan.pdf"), raw, starts))
    assert len(made.page_starts) == len(starts)
    assert list(made.page_starts) == sorted(made.page_starts)
    assert made.text == plans.document("zhongwei-13th").clean.text


# --- pages ---------------------------------------------------------------------------------------------------------------


def paged(*pages: str) -> LoadedText:
    starts = [sum(len(page) for page in pages[:number]) for number in range(len(pages))]
    return LoadedText(Path("plan.pdf"), "".join(pages), tuple(starts))


def test_running_heads_and_page_numbers_go() -> None:
    pages = [f"西安市安全生产规划\n第{n}段正文在此。\n— {n} —\n" for n in range(1, 5)]
    assert clean("plan", paged(*pages)).text.split() == [f"第{n}段正文在此。" for n in range(1, 5)]


def test_what_stands_on_two_pages_only_stays() -> None:
    pages = ["同一句话。\n甲。\n", "同一句话。\n乙。\n", "丙。\n", "丁。\n"]
    assert clean("plan", paged(*pages)).text.count("同一句话。") == 2


# --- what points into the text ---


def said(made: CleanText, pieces: Sequence[MarkedHeading | RecognisedLine]) -> list[str]:
    return [made.text[piece.start : piece.end] for piece in pieces]


def test_marked_headings_and_recognised_lines_move_with_the_text() -> None:
    text = "\u200b\u200b目标\n到 2025 年下降\u3000５％。\n— 1 —\n分 工\n"
    at = text.index
    headings = (
        MarkedHeading(0, at("到") - 1, 1),
        MarkedHeading(at("— 1"), at("分") - 1, 2),
        MarkedHeading(at("分"), len(text), 1),
    )
    line = RecognisedLine(at("到"), at("— 1") - 1, 1, (0.1, 0.2, 0.9, 0.3), 0.7)
    made = clean("plan", LoadedText(Path("plan.pdf"), text, headings=headings, recognised=(line,)))
    assert said(made, made.headings) == ["目标", "分 工"]  # a heading that was taken out whole is none
    assert said(made, made.recognised) == ["到2025年下降5%。"]
    assert made.recognised[0].confidence == 0.7


def test_headings_of_markdown_are_marked() -> None:
    made = clean("plan", LoadedText(Path("plan.md"), "# 规程\n## 目标\n#标签\n####### 七\n正文。"))
    assert said(made, made.headings) == ["规程", "目标"]
    assert [heading.level for heading in made.headings] == [1, 2]


# --- short texts and pages --------------------------------------------------------------------------------------------


def test_portal_furniture_of_a_short_page_goes() -> None:
    plan = "滨湖县安全生产规划\n一、目标\n事故持续下降。"
    head = "首页 > 政务公开 > 规划计划\n发布时间:2022-03-15 10:21 浏览次数:325次 【字体:大 中 小】\n"
    foot = "\n【打印本页】【关闭窗口】\n上一篇:防汛工作的通知\n主办单位:滨湖县人民政府 承办:滨湖县政务服务中心\n网站标识码:5300000000"
    assert cleaned(head + plan + foot) == plan


@pytest.mark.parametrize("number", ["— 1 —", "- 2 -", "·3·", "第4页 共9页"])
def test_a_page_number_on_a_line_of_its_own_goes(number: str) -> None:
    assert cleaned(f"一、目标\n{number}\n二、任务") == "一、目标\n二、任务"


def test_the_bare_number_of_a_page_goes_from_its_edge_only() -> None:
    pages = ("一、目标\n1\n正文。\n1\n", "二、任务\n正文。\n2\n")
    loaded = LoadedText(Path("plan.pdf"), "".join(pages), (0, len(pages[0])))
    assert clean("plan", loaded).text == "一、目标\n1\n正文。\n二、任务\n正文。"


def test_digits_have_one_width() -> None:
    assert cleaned("到２０２６年下降１５％。") == "到2026年下降15%。"
