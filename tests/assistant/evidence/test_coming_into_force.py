"""A question for when a paper comes into force is answered by the sentence that tells its own day."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index import Settings
from index.build import build

ON_TRIAL = """青岭县渡口安全管理办法（试行）

青岭县人民政府
2029年3月4日

第一章 总则
第一条 为了加强渡口安全管理，制定本办法。
第二条 渡船每年检验一次。
第三条 本办法自2029年4月1日起施行。
"""
REVISED = """青岭县人民政府关于印发《青岭县渡口安全管理办法（修订）》的通知
青政规〔2031〕6号
各乡镇人民政府：
《青岭县渡口安全管理办法（修订）》已经县政府常务会议审议通过，现印发给你们。
青岭县人民政府
2031年6月2日

青岭县渡口安全管理办法（修订）

第一章 总则
第一条 为了加强渡口安全管理，制定本办法。
第二条 本办法施行前已建成的渡口，于2032年3月底前完成改造。
第三条 本办法自2031年7月1日起施行。《青岭县渡口安全管理办法（试行）》同时废止。
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("ferries")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    for name, text in (("trial", ON_TRIAL), ("revised", REVISED)):
        Path(settings.documents_dir, f"{name}.txt").write_text(text, encoding="utf-8")
    build(settings)
    return Assistant(settings)


@pytest.mark.parametrize(
    "text",
    [
        "青岭县渡口安全管理办法什么时候施行？",
        "青岭县渡口安全管理办法（修订）自何时起施行？",
        "渡口安全管理办法哪天开始生效",
        "When do the Qingling ferry crossing safety measures take effect?",
    ],
)
def test_the_day_is_told_that_the_paper_itself_holds_from(text: str, ferries: Assistant) -> None:
    answer = ferries.ask(text)
    assert "自2031年7月1日起施行" in answer.citations[0].quote
    assert not any("废止" in citation.quote or "印发给" in citation.quote for citation in answer.citations)


def test_what_is_to_be_done_about_things_before_that_day_is_another_question(ferries: Assistant) -> None:
    answer = ferries.ask("渡口办法施行前已建成的渡口什么时候完成改造？")
    assert "2032年3月底前" in answer.citations[0].quote
