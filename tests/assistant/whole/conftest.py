"""The assistant over one made paper, whose parts are told in sum."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index import Settings
from index.build import build

PLAN = """清河县燃气安全专项整治工作方案
清河县人民政府办公室
2025年3月5日
一、工作目标
到2025年底，全县管道燃气用户报警装置安装率达到90%。到2026年底，老旧燃气管道改造全部完成。
二、时间安排
（一）动员部署阶段（2025年3月底前）。各乡镇制定工作方案，明确责任人。
（二）排查整治阶段（2025年4月至10月）。对餐饮企业逐户排查，建立问题清单。
（三）巩固提升阶段（2025年11月至12月）。总结经验，健全长效机制。
三、主要任务
（一）整治餐饮企业
县商务局组织餐饮企业安装报警装置，对不合格的气瓶全部更换。
（二）整治老旧管道
县住房和城乡建设局每年改造老旧管道20公里，消除泄漏隐患。
（三）整治违规充装
县市场监督管理局查处违规充装气瓶的行为，公布典型案例。
四、保障措施
（一）加强组织领导
各乡镇成立工作专班，每月调度一次。
（二）严格督导检查
县安委会办公室每季度开展一次督查，通报结果。
"""


@pytest.fixture(scope="session")
def of_one_paper(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over a plan of a county that sets goals, stages, tasks and measures."""
    folder = tmp_path_factory.mktemp("whole")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    Path(settings.documents_dir, "燃气方案.txt").write_text(PLAN, encoding="utf-8")
    build(settings)
    return Assistant(settings)
