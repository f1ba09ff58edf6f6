"""Files that hold several papers are cut into them; a letter, a reading, a decision with its paper stay one."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.reading.clean import clean
from index.reading.files.load import load_file
from index.reading.files.types import LoadedText
from index.reading.several_papers import Paper, papers_of
from index.storage.overrides import Override
from index.types import PaperKind

AS_READ = Override()


def papers(text: str, name: str = "合订.txt", edit: Override = AS_READ) -> tuple[Paper, ...]:
    loaded = LoadedText(Path(name), text)
    return papers_of(clean("", loaded), loaded, edit)


def titles(text: str, name: str = "合订.txt") -> list[str]:
    return [one.document.title for one in papers(text, name)]


def plan(title: str, count: int = 5, head: str = "") -> str:
    return f"""{head}{title}
为防范化解重大安全风险，制定本方案。
一、工作目标
到2025年底，整治重大隐患{count}处，建成微型消防站{count + 1}座。
二、主要任务
（一）排查整治。各乡镇要全面摸排，建立台账。
（二）宣传教育。每季度组织一次培训。
三、保障措施
（一）强化领导。各部门要压实责任。
"""


def regulation(title: str, matter: str) -> str:
    return f"""{title}
（2023年4月12日青岚市人民代表大会常务委员会通过）
第一章 总则
第一条 为了加强{matter}管理，制定本条例。
第二条 本市行政区域内的{matter}管理适用本条例。
第二章 监督管理
第三条 市人民政府应当加强{matter}工作的领导。
第三章 附则
第四条 本条例自2023年7月1日起施行。
"""


def notice(year: int, count: int) -> str:
    return f"""青岚县安全生产委员会文件
青安委〔{year}〕3号
关于做好{year}年汛期安全生产工作的通知
各乡镇人民政府，县直有关单位：
汛期将至，现将有关事项通知如下。
一、加强值班值守。每日排查隐患点{count}处。
二、及时报告险情。险情发生后30分钟内上报。
青岚县安全生产委员会
{year}年5月{count}日
"""


GAS, FIRE, SCHOOL = (f"青岚县{matter}安全专项整治方案" for matter in ("燃气", "消防", "校园"))


# --- cut


@pytest.mark.parametrize("own", [(GAS, FIRE), (GAS, FIRE, SCHOOL)])
def test_plans_one_behind_the_other(own):
    text = "\n".join(plan(title, at) for at, title in enumerate(own, start=3))
    assert titles(text) == list(own)
    for at, one in enumerate(papers(text), start=3):
        assert one.clean.text.startswith(one.document.title)
        assert f"整治重大隐患{at}处" in one.clean.text
        assert one.clean.text.count("工作目标") == 1


def test_nothing_is_lost_between_papers():
    text = "\n".join(plan(title) for title in (GAS, FIRE, SCHOOL))
    whole = clean("", LoadedText(Path("合订.txt"), text)).text
    assert "".join(one.clean.text for one in papers(text)).replace("\n", "") == whole.replace("\n", "")


def test_thirty_one_plans():
    own = [
        f"青岚县{place}安全生产治本攻坚三年行动子方案"
        for place in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东南西北中天地玄黄"
    ]
    text = "\n".join(plan(f"{title}\n（2024—2026年）", at) for at, title in enumerate(own))
    assert titles(text) == [f"{title}（2024—2026年）" for title in own]
    assert {one.document.period for one in papers(text)} == {(2024, 2026)}


def test_regulations():
    own = ("青岚市安全生产条例", "青岚市燃气管理条例")
    text = regulation(own[0], "安全生产") + regulation(own[1], "燃气")
    assert titles(text) == list(own)
    assert {one.document.kind for one in papers(text)} == {PaperKind.REGULATION}
    assert [one.document.in_force for one in papers(text)] == ["2023-07-01"] * 2


def test_papers_of_several_kinds():
    text = plan(GAS) + regulation("青岚市燃气管理条例", "燃气") + notice(2023, 7)
    assert titles(text) == [GAS, "青岚市燃气管理条例", "关于做好2023年汛期安全生产工作的通知"]


def test_notices_of_several_years_keep_their_heads_and_their_days():
    found = papers(notice(2022, 6) + notice(2023, 7) + notice(2024, 8))
    assert [one.document.number for one in found] == [f"青安委〔{year}〕3号" for year in (2022, 2023, 2024)]
    assert [one.document.issued for one in found] == ["2022-05-06", "2023-05-07", "2024-05-08"]
    assert {one.document.issuer for one in found} == {"青岚县安全生产委员会"}


def test_letters_each_with_its_plan_are_one_paper_a_pair():
    def issued(title: str, number: int) -> str:
        return f"""青政办发〔2023〕{number}号
青岚县人民政府办公室关于印发《{title}》的通知
各乡镇人民政府：
《{title}》已经县政府同意，现印发给你们。
青岚县人民政府办公室
2023年6月{number}日
{plan(title, number)}"""

    found = papers(issued(GAS, 3) + issued(FIRE, 4))
    assert [one.document.number for one in found] == ["青政办发〔2023〕3号", "青政办发〔2023〕4号"]
    assert [GAS in found[0].clean.text, GAS in found[1].clean.text] == [True, False]


def test_equal_titles_are_told_apart_by_their_names():
    text = plan("消防安全专项整治方案", 3, "白石县\n") + plan("消防安全专项整治方案", 4, "青岚县\n")
    found = papers(text)
    assert len(found) == 2
    assert len({one.document.paper for one in found}) == 2


def test_a_contents_list_opens_no_paper():
    contents = "目录\n" + "\n".join(f"{title}{'.' * 20}{at}" for at, title in enumerate((GAS, FIRE, SCHOOL), start=1))
    assert titles(f"{contents}\n{plan(GAS)}{plan(FIRE)}{plan(SCHOOL)}") == [GAS, FIRE, SCHOOL]


def test_title_pages_go_with_their_papers():
    def covered(title: str) -> str:
        return f"{title}\n青岚县应急管理局\n2024年3月\n{plan(title)}"

    found = papers(covered(GAS) + covered(FIRE))
    assert [one.document.title for one in found] == [GAS, FIRE]
    assert all(one.clean.text.count(one.document.title) == 2 for one in found)


def test_markdown_headings_open_papers():
    assert titles(f"# {GAS}\n\n{plan(GAS).partition(chr(10))[2]}\n# {FIRE}\n\n{plan(FIRE).partition(chr(10))[2]}") == [
        GAS,
        FIRE,
    ]


def test_attachments_are_papers_where_the_file_is_nothing_else():
    text = "".join(plan(title, head=f"附件{at}：\n") for at, title in enumerate((GAS, FIRE, SCHOOL), start=4))
    found = papers(text)
    assert [one.document.title for one in found] == [GAS, FIRE, SCHOOL]
    assert [one.clean.text[:4] for one in found] == ["附件4：", "附件5：", "附件6："]
    assert found[0].warnings == ()


def test_rules_for_a_regulation_are_a_paper_of_their_own():
    rules = "青岚市安全生产条例实施细则"
    text = f"{rules}\n第一条 为了实施《青岚市安全生产条例》，制定本细则。\n第二条 本细则适用于本市。\n"
    assert titles(regulation("青岚市安全生产条例", "安全生产") + text) == ["青岚市安全生产条例", rules]


def test_english_papers():
    def english(matter: str, count: int) -> str:
        duty = "The fire bureau shall check each station twice a year."
        title = f"Rivertown County {matter} Safety Plan (2024-2026)"
        return f"{title}\n1. Goals\nBy 2026, {count} stations shall be built.\n2. Duties\n{duty}\n"

    found = papers(english("Fire", 3) + english("Gas", 4))
    assert [one.document.title for one in found] == [
        f"Rivertown County {matter} Safety Plan (2024-2026)" for matter in ("Fire", "Gas")
    ]


# --- what stands before the first


def test_a_cover_is_left_out_with_a_word_and_tells_place_and_years_of_all():
    cover = "青岚县安全生产专项整治方案汇编\n（2024—2026年）\n\n"
    text = cover + plan("燃气安全专项整治方案") + plan("消防安全专项整治方案")
    found = papers(text)
    assert [one.document.title for one in found] == ["燃气安全专项整治方案", "消防安全专项整治方案"]
    assert {(one.document.place, one.document.period) for one in found} == {("青岚县", (2024, 2026))}
    assert "汇编" in found[0].warnings[0]
    assert found[1].warnings == ()


def test_the_first_paper_below_the_lines_of_a_cover():
    cover = "青岚县专项整治方案汇编\n青岚县应急管理局编\n二〇二四年十月\n\n"
    assert titles(cover + plan(GAS) + plan(FIRE)) == [GAS, FIRE]
    assert titles(cover.replace("\n\n", "\n") + plan(GAS) + plan(FIRE))[1:] == [FIRE]


def test_a_preface_is_a_document_of_its_own():
    text = f"前言\n为便于各单位学习，现将专项整治方案汇编成册。\n{plan(GAS)}{plan(FIRE)}"
    found = papers(text)
    assert [one.document.title for one in found[1:]] == [GAS, FIRE]
    assert "汇编成册" in found[0].clean.text
    assert found[0].warnings == ()


def test_a_letter_before_several_plans_tells_who_issued_them_and_when():
    letter = """青政办发〔2024〕9号
青岚县人民政府办公室关于印发燃气等专项整治方案的通知
各乡镇人民政府：
现将有关专项整治方案印发给你们，请认真落实。
青岚县人民政府办公室
2024年3月8日
"""
    found = papers(letter + plan("燃气安全专项整治方案") + plan("消防安全专项整治方案"))
    assert [one.document.title for one in found[1:]] == ["燃气安全专项整治方案", "消防安全专项整治方案"]
    for one in found:
        own = one.document
        assert (own.place, own.issuer, own.number, own.issued) == (
            "青岚县",
            "青岚县人民政府办公室",
            "青政办发〔2024〕9号",
            "2024-03-08",
        )


def test_many_attachments_of_one_kind_behind_a_short_letter():
    letter = """关于印发专项整治方案的通知
各乡镇人民政府：
现将专项整治方案印发给你们。
青岚县安全生产委员会
2024年3月8日
"""
    own = (GAS, FIRE, SCHOOL)
    text = letter + "".join(plan(title, head=f"附件{at}\n") for at, title in enumerate(own, start=1))
    assert titles(text)[1:] == list(own)


# --- stays one


def letter_with(*attachments: str) -> str:
    return f"""青岚县人民政府办公室关于印发《{GAS}》的通知
各乡镇人民政府：
《{GAS}》已经县政府同意，现印发给你们，请认真贯彻执行。
青岚县人民政府办公室
2024年3月8日
{"".join(attachments)}"""


SCORES = """{head}专项整治考核办法
一、考核对象。各乡镇人民政府。
二、考核内容。重大隐患整治情况。
"""
DECISION = """青岚市人民代表大会常务委员会关于修改《青岚市燃气管理条例》的决定
（2023年4月12日通过）
青岚市第八届人民代表大会常务委员会第三次会议决定对《青岚市燃气管理条例》作如下修改：
一、将第二条修改为：“本市行政区域内的燃气管理适用本条例。”
二、删去第五条。
本决定自公布之日起施行。
"""


@pytest.mark.parametrize(
    "text",
    [
        plan(GAS),
        letter_with(plan(GAS)),
        letter_with(plan(GAS, head="附件1\n"), SCORES.format(head="附件2\n")),
        letter_with(plan(GAS), SCORES.format(head="附件：")),
        plan(GAS) + SCORES.format(head="附件\n"),
        plan(GAS) + SCORES.format(head="附件2\n\n"),
        plan(GAS) + "附件\n隐患排查表\n序号\t名称\t数量\n1\t燃气站\t3\n2\t管网\t4\n",
        DECISION + regulation("青岚市燃气管理条例", "燃气"),
        regulation("青岚市燃气管理条例", "燃气")
        + "关于《青岚市燃气管理条例》的说明\n一、起草背景。\n二、主要内容。有三章。\n",
        f"《{GAS}》政策解读\n一、出台背景。为防范燃气事故。\n二、主要内容。整治隐患5处。\n" + plan(GAS),
        f"关于转发《关于加强燃气安全工作的通知》的通知\n各乡镇：\n现转发给你们。\n一、抓好落实。\n二、按时报送。\n{notice(2023, 7)}",
        f"{GAS}\n青岚县应急管理局\n2024年3月\n{plan(GAS)}",
        "第一章 总体要求\n" + plan("重点工程实施方案") + "第二章 组织实施\n一、分工。\n二、考核。\n",
        plan(GAS) * 3,
        "第一章 总体要求\n" + plan("重点工程实施方案") + "第二章 重点\n" + plan("人才培训工作方案"),
        plan(GAS) + "青岚县燃气安全专项整治工作领导小组成员单位职责\n一、县住建局。监管燃气。\n二、县公安局。查处。\n",
        plan(GAS) + "专项整治评分标准\n一、排查三十分。\n二、整改七十分。\n",
        plan(GAS) + "四、附件\n青岚县应急响应分级标准\n一、一级。\n二、二级。\n",
        "青岚县仓库管理若干事项\n一、进库。登记。\n二、出库。登记。\n" + plan(GAS) + plan(FIRE),
    ],
    ids=[
        *(
            "plan",
            "letter",
            "two attachments",
            "attachment on its line",
            "plan with attachment",
            "mark above a gap",
            "form",
            "decision",
        ),
        *("explained behind", "reading", "forwarded", "title page", "chapters", "one text three times"),
        *("titles in chapters", "duties behind", "standard behind", "attachments in a chapter", "first without a kind"),
    ],
)
def test_one_paper_stays_one(text):
    assert len(papers(text)) == 1


def test_a_person_may_keep_them_together():
    text = plan(GAS) + plan(FIRE)
    assert len(papers(text, edit=Override(kind=PaperKind.COMPILATION))) == 1
    assert [one.document.title for one in papers(text, edit=Override(title="整治方案汇编"))] == ["整治方案汇编"]


# --- files


def test_pages_of_a_pdf_are_those_of_the_file(make_pdf):
    rules = "青岚市燃气管理条例"
    path = make_pdf("合订.pdf", [plan(GAS), "续表说明一段文字。", regulation(rules, "燃气"), notice(2023, 7)])
    loaded = load_file(path, 1_000_000)
    found = papers_of(clean("", loaded), loaded)
    assert [one.document.title for one in found] == [GAS, rules, "关于做好2023年汛期安全生产工作的通知"]
    assert [one.clean.page_of(0) for one in found] == [1, 3, 4]
    assert found[0].clean.page_of(len(found[0].clean.text) - 1) == 2
    for one in found:
        assert all(0 <= start <= len(one.clean.text) for start in one.clean.page_starts)


def test_a_word_file_is_cut(make_docx):
    loaded = load_file(make_docx("合订.docx", plan(GAS) + plan(FIRE)), 1_000_000)
    found = papers_of(clean("", loaded), loaded)
    assert [one.document.title for one in found] == [GAS, FIRE]
    assert {one.document.place for one in found} == {"青岚县"}
