"""Answers over papers that are added as offices have them: which one is meant, and that each is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Answer, Assistant, Question
from index import Settings
from index.build import add, build

PLAN = """清河县安全生产三年行动方案（2024—2026年）
清河县人民政府办公室
2024年3月5日
一、目标
到2026年底，全县完成重大事故隐患整治31处。
二、分工
县住房和城乡建设局负责燃气安全。
"""
NOTICE = """清河县应急管理局关于做好汛期值班工作的通知
各乡镇人民政府：
一、值班安排
各乡镇值班室二十四小时有人接听，县值班电话为6200119。
二、信息报送
各乡镇于每日16时前向县应急管理局报送信息。
清河县应急管理局
2024年6月1日
"""
POINTS = """清河县教育体育局
{year}年学校安全工作要点
{year}年，全县教育系统坚持安全第一、预防为主。
一、总体目标
校车安全检查合格率达到{share}%以上。
二、重点工作
1．加强食堂管理。基础教育股负责，每学期检查两次。
清河县教育体育局
{year}年2月16日
"""
DRILL = """消防演练分工
一、组织
总指挥由后勤部主任担任。
二、疏散
保卫科负责维持车库秩序。
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over three papers, two of them of one county and one of no place."""
    folder = tmp_path_factory.mktemp("papers")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    build(settings)
    for name, text in (("方案.txt", PLAN), ("通知.txt", NOTICE), ("分工.txt", DRILL)):
        path = Path(folder, name)
        path.write_text(text, encoding="utf-8")
        add(settings, [path])
    return Assistant(settings)


@pytest.fixture
def ask(papers: Assistant):
    def answered(text: str, *plans: str) -> Answer:
        return papers.ask(Question(text, plans=plans))

    return answered


@pytest.fixture(scope="module")
def yearly(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over the work points of two years, which differ in a figure."""
    folder = tmp_path_factory.mktemp("yearly")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    for year, share in ((2031, 81), (2032, 93)):
        Path(settings.documents_dir, f"{year}.txt").write_text(POINTS.format(year=year, share=share), encoding="utf-8")
    build(settings)
    return Assistant(settings)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("清河县校车安全检查合格率达到多少？", ["93%", "81%"]),
        ("What pass rate must school bus safety inspections reach in Qinghe County?", ["93%", "81%"]),
        ("清河县2031年校车安全检查合格率达到多少？", ["81%"]),
    ],
)
def test_of_a_yearly_paper_the_latest_speaks_first_where_no_year_is_named(
    text: str, shares: list[str], yearly: Assistant
) -> None:
    answer = yearly.ask(text)
    assert [citation.quote.rpartition("达到")[2].removesuffix("以上。") for citation in answer.citations] == shares
    assert "旧版" not in answer.answer and "earlier version" not in answer.answer


def test_a_refusal_lists_places_and_no_school_or_company(plan_files: Path, settings: Settings) -> None:
    (plan_files / "县.txt").write_text(PLAN, encoding="utf-8")
    (plan_files / "校.txt").write_text("清河县第三中学消防安全工作方案\n一、目标\n每学期演练两次。\n", encoding="utf-8")
    (plan_files / "企.txt").write_text("金岭矿业有限公司安全生产责任制\n一、职责\n矿长负责。\n", encoding="utf-8")
    (plan_files / "国.txt").write_text("全国安全生产专项整治工作方案\n一、目标\n事故下降。\n", encoding="utf-8")
    answer = Assistant(settings).ask("西安市的燃气安全由谁负责？")
    assert answer.refused
    covered = answer.answer.partition("已收录的是")[2].partition("的规划")[0]
    assert "清河县" in covered
    assert not any(name in covered for name in ("中学", "公司", "全国"))


def test_of_papers_of_one_place_each_statement_says_which_it_is_from(ask) -> None:
    answer = ask("清河县到2026年整治多少处重大事故隐患?")
    assert "31处" in answer.answer and answer.answer.startswith("《清河县安全生产三年行动方案")


def test_several_papers_of_one_place_are_no_comparison(ask) -> None:
    assert "|" not in ask("清河县的值班电话是多少?").answer


def test_a_paper_is_meant_by_topic_and_kind(ask) -> None:
    answer = ask("清河县的汛期值班通知要求什么时候报送信息?")
    assert "16时" in answer.answer and "通知》：" in answer.answer


def test_a_paper_of_no_place_answers_and_is_named(ask) -> None:
    answer = ask("消防演练分工里谁维持车库秩序?")
    assert answer.answer.startswith("《消防演练分工》：") and "保卫科" in answer.answer


def test_a_refusal_names_the_paper_that_was_asked_about(ask, papers: Assistant) -> None:
    drill = next(document.id for document in papers.documents() if document.title == "消防演练分工")
    assert ask("总指挥的电话是多少?", drill).answer.startswith("《消防演练分工》没有说明这一点。")


def test_the_only_plan_that_was_ticked_needs_no_name(ask, papers: Assistant) -> None:
    drill = next(document.id for document in papers.documents() if document.title == "消防演练分工")
    assert "《" not in ask("谁维持车库秩序?", drill).answer


def test_a_place_that_no_paper_covers_is_refused_and_no_name_is_empty(ask) -> None:
    answer = ask("西安市的燃气安全由谁负责?")
    assert answer.refused and "清河县" in answer.answer and "、、" not in answer.answer


def test_another_places_regulation_is_not_taken_for_the_one_named(ask) -> None:
    assert ask("西安市安全生产三年行动方案整治多少处隐患?").refused


def test_what_was_added_last_can_be_asked_for_as_such(ask) -> None:
    answer = ask("刚才添加的那份文件里总指挥由谁担任?")
    assert "后勤部主任" in answer.answer


@pytest.mark.parametrize("text", ["全国的规划有哪些目标?", "What are the targets of the national plan?"])
def test_a_national_paper_that_is_not_held_is_refused(text: str, ask) -> None:
    assert ask(text).refused


def test_a_national_word_in_the_matter_names_no_place(ask) -> None:
    assert not ask("清河县为全国人民值班的电话是多少?").refused


FORWARDED = """丹江口市住房和城乡建设局文件
丹住建函〔2023〕41号
转发湖南省住房和城乡建设厅关于开展户外广告牌安全检查的通知
各镇建设管理所：
现将《湖南省住房和城乡建设厅关于开展户外广告牌安全检查的通知》（湘建函〔2023〕9号）转发给你们。
一、各单位于8月20日前完成户外广告牌检查。
丹江口市住房和城乡建设局
2023年7月1日
"""
SCHOOL = """第四实验小学防汛演练方案
一、组织机构
总指挥：沈岚（校长）
二、要求
全体师生在4分钟内撤离到操场。
"""
FIRM = """昌达化工有限公司防汛应急预案
编制单位：昌达化工有限公司
1 物资
公司储备防汛沙袋90只。
"""


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over a paper called by another's place, one of a school and one of a firm."""
    folder = tmp_path_factory.mktemp("others")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    build(settings)
    for name, text in (("转发.txt", FORWARDED), ("演练.txt", SCHOOL), ("预案.txt", FIRM), ("通知.txt", NOTICE)):
        path = Path(folder, name)
        path.write_text(text, encoding="utf-8")
        add(settings, [path])
    return Assistant(settings)


def test_a_place_in_the_title_of_a_paper_that_is_asked_for_is_not_called_uncovered(others: Assistant) -> None:
    answer = others.ask("湖南省户外广告牌安全检查的通知要求各单位什么时候完成？")
    assert not answer.refused
    assert "8月20日前" in answer.answer
    assert {citation.document for citation in answer.citations} == {"danjiangkou-forwarding"}
    other = others.ask("湖南省要求值班室什么时候有人接听？")
    assert other.refused
    assert "湖南省" in other.answer


@pytest.mark.parametrize(
    ("own", "other", "told"),
    [
        ("第四实验小学演练总指挥是谁？", "第三实验小学演练总指挥是谁？", "沈岚"),
        ("昌达化工有限公司储备了多少防汛沙袋？", "昌远化工有限公司储备了多少防汛沙袋？", "90"),
    ],
)
def test_one_institution_is_not_answered_for_by_another(own: str, other: str, told: str, others: Assistant) -> None:
    assert told in others.ask(own).answer
    assert others.ask(other).refused


@pytest.fixture(scope="module")
def of_one_file(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over one file of three plans and a file of one."""
    folder = tmp_path_factory.mktemp("one-file")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    build(settings)
    counts = {"燃气": 31, "消防": 12, "校园": 7}
    text = "".join(
        f"清河县{matter}安全专项整治方案\n一、目标\n到2026年底，整治重大隐患{count}处。\n"
        f"二、分工\n清河县{matter}安全专班负责督导检查。\n"
        for matter, count in counts.items()
    )
    for name, content in (("合订.txt", text), ("通知.txt", NOTICE)):
        path = Path(folder, name)
        path.write_text(content, encoding="utf-8")
        add(settings, [path])
    return Assistant(settings)


@pytest.mark.parametrize(("matter", "count"), [("燃气", "31"), ("消防", "12"), ("校园", "7")])
def test_a_question_is_answered_from_the_paper_of_a_file_that_it_is_about(of_one_file, matter, count) -> None:
    answer = of_one_file.ask(Question(f"清河县{matter}安全专项整治方案到2026年底整治多少处重大隐患?"))
    assert f"{count}处" in answer.answer
    assert {of_one_file.index.document(one.document).document.title for one in answer.citations} == {
        f"清河县{matter}安全专项整治方案"
    }
