"""Stages that have no headings of their own: in sentences and in a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index import Settings
from index.build import build

IN_SENTENCES = """河湾县消防安全整治工作方案
河湾县人民政府办公室
2025年3月5日
一、工作目标
到2025年底，高层建筑消防设施完好率达到95%。
二、实施步骤
第一阶段（3月—4月），各乡镇制定工作方案，明确责任人。每个乡镇培训一次。
第二阶段（5月—10月），对高层建筑逐栋排查，建立问题清单。
第三阶段（11月—12月），总结经验，健全长效机制。
三、保障措施
各乡镇成立工作专班，每月调度一次。
"""
IN_A_TABLE = """石桥县矿山安全整治工作方案
石桥县人民政府办公室
2025年3月5日
一、工作目标
到2025年底，矿山全部完成整治。
二、时间安排
<table><tr><th>阶段</th><th>时间</th><th>主要工作</th></tr>
<tr><td>动员部署</td><td>2025年3月至4月</td><td>制定工作方案</td></tr>
<tr><td>集中整治</td><td>2025年5月至10月</td><td>逐矿排查隐患</td></tr>
<tr><td>总结提升</td><td>2025年11月至12月</td><td>健全长效机制</td></tr></table>
三、保障措施
各乡镇成立工作专班，每月调度一次。
"""


def _assistant(folder: Path, name: str, text: str) -> Assistant:
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    Path(settings.documents_dir, name).write_text(text, encoding="utf-8")
    build(settings)
    return Assistant(settings)


@pytest.fixture(scope="module")
def of_sentences(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over a plan that tells its stages in running text."""
    return _assistant(tmp_path_factory.mktemp("sentences"), "消防方案.txt", IN_SENTENCES)


@pytest.fixture(scope="module")
def of_a_table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over a plan that tells them in a table."""
    return _assistant(tmp_path_factory.mktemp("table"), "矿山方案.md", IN_A_TABLE)


@pytest.mark.parametrize("question", ["方案分几个阶段", "列出各阶段", "What are the phases of the plan?"])
def test_stages_in_running_text_are_all_told(of_sentences: Assistant, question: str) -> None:
    answer = of_sentences.ask(question).answer
    assert all(told in answer for told in ("制定工作方案", "逐栋排查", "总结经验"))


def test_one_of_them_is_told_by_its_number_with_all_that_is_said_of_it(of_sentences: Assistant) -> None:
    answer = of_sentences.ask("第一阶段做什么").answer
    assert "培训一次" in answer
    assert "逐栋排查" not in answer


def test_stages_in_a_table_are_all_told(of_a_table: Assistant) -> None:
    answer = of_a_table.ask("方案分几个阶段，各是什么时间").answer
    assert all(told in answer for told in ("动员部署", "5月至10月", "总结提升"))
