"""An article that a question names by its number is told whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index import Settings

LAW = """青岭市渡口安全条例

第一章 总则

第一条 为了保障渡口安全，制定本条例。

第二条 每条渡船配备救生衣二十件，并设置安全员。

第二章 处罚

第二条之一 渡工每年体检一次。

渡工体检由县医院负责，费用由渡口经营者承担。

第三条 违反本条例，按照下列规定处罚：

（一）超载的，处二千元罚款；

（二）夜间停渡后摆渡的，处三万元罚款。

第四条 本条例自2031年7月1日起施行。
"""


@pytest.fixture
def law(plan_files: Path, settings: Settings) -> Assistant:
    (plan_files / "law.txt").write_text(LAW, encoding="utf-8")
    return Assistant(settings)


@pytest.mark.parametrize("text", ["渡口安全条例第二条规定了什么", "条例第2条", "What does Article 2 say?"])
def test_the_article_that_is_named_is_told(text: str, law: Assistant) -> None:
    answer = law.ask(text)
    assert "每条渡船配备救生衣二十件，并设置安全员" in answer.answer
    assert answer.citations[0].section.endswith("第二条")


def test_an_article_is_told_with_its_items(law: Assistant) -> None:
    assert "夜间停渡后摆渡的，处三万元罚款" in law.ask("第三条的内容").answer


def test_an_article_put_in_later_has_a_number_of_its_own(law: Assistant) -> None:
    assert law.ask("第二条之一规定了什么").answer.startswith("第二条之一 渡工每年体检一次。")


@pytest.mark.parametrize("text", ["第二条之一第二款是什么", "第二条之一第2款的内容"])
def test_a_paragraph_is_told_alone(text: str, law: Assistant) -> None:
    answer = law.ask(text)
    assert "费用由渡口经营者承担" in answer.answer and "每年体检一次" not in answer.answer


@pytest.mark.parametrize(
    "text", ["条例第三条第二项", "第三条第（二）项规定了什么", "What does Article 3 say in item 2?"]
)
def test_an_item_that_is_named_is_told_with_its_lead(text: str, law: Assistant) -> None:
    assert [citation.quote[:3] for citation in law.ask(text).citations] == ["第三条", "（二）"]


def test_a_chapter_is_told_by_how_its_articles_open(law: Assistant) -> None:
    quotes = [citation.quote for citation in law.ask("渡口安全条例第二章讲了什么").citations]
    assert [quote.split()[0] for quote in quotes] == ["第二条之一", "第三条", "第四条"]
    assert quotes[0] == "第二条之一 渡工每年体检一次。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("渡口安全条例第九条规定了什么", "没有第九条，最后是第四条"),
        ("青岭市渡口安全条例第五章", "没有第五章，最后是第二章"),
        ("渡口安全条例第三条第九项", "没有第三条第九项，最后是第二项"),
        ("渡口安全条例第二条第五款", "没有第二条第五款，最后是第一款"),
        ("安全生产法第四条规定了什么", "不含《安全生产法》"),
        ("燃气管理条例第四条规定了什么", "不含《燃气管理条例》"),
        ("What does Article 9 say?", "no Article 9; the last is Article 4"),
    ],
)
def test_a_part_that_is_not_here_is_said_to_be_missing(text: str, told: str, law: Assistant) -> None:
    answer = law.ask(text)
    assert answer.refused and told in answer.answer


def test_an_article_that_there_is_not_is_not_made_up(law: Assistant) -> None:
    assert all("第九条" not in citation.quote for citation in law.ask("第九条规定了什么").citations)


def test_an_item_is_told_with_what_leads_to_it(law: Assistant) -> None:
    answer = law.ask("夜间停渡后摆渡罚款多少")
    assert "第三条 违反本条例，按照下列规定处罚：" in answer.answer and "三万元" in answer.answer
    assert "二千元" not in answer.answer
    assert [citation.quote[:3] for citation in answer.citations] == ["第三条", "（二）"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("道路交通安全法对醉驾怎么处罚？", "《道路交通安全法》"),
        ("刑法对重大责任事故判几年？", "《刑法》"),
        ("What penalty does the Criminal Law set for a major accident?", "criminal law"),
        ("What does the Road Traffic Safety Law say about drunk driving?", "road traffic safety law"),
    ],
)
def test_the_text_of_a_law_that_plans_only_name_is_not_told(text: str, named: str, law: Assistant) -> None:
    answer = law.ask(text)
    assert answer.refused and named in answer.answer


@pytest.mark.parametrize("text", ["渡口安全条例对超载怎么处罚？", "道路交通安全法的宣传怎么开展？"])
def test_a_law_that_is_here_or_what_is_done_about_one_is_told(text: str, law: Assistant) -> None:
    assert not law.ask(text).refused
