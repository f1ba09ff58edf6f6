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
    assert "第二条 每条渡船配备救生衣二十件，并设置安全员。" in answer.answer
    assert answer.citations[0].section.endswith("第二条")


def test_an_article_is_told_with_its_items(law: Assistant) -> None:
    assert "夜间停渡后摆渡的，处三万元罚款" in law.ask("第三条的内容").answer


def test_an_article_that_there_is_not_is_not_made_up(law: Assistant) -> None:
    assert all("第九条" not in citation.quote for citation in law.ask("第九条规定了什么").citations)


def test_an_item_is_told_with_what_leads_to_it(law: Assistant) -> None:
    answer = law.ask("夜间停渡后摆渡罚款多少")
    assert "第三条 违反本条例，按照下列规定处罚：" in answer.answer and "三万元" in answer.answer
    assert "二千元" not in answer.answer
    assert [citation.quote[:3] for citation in answer.citations] == ["第三条", "（二）"]
