"""One small paper, read as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.reading.read_files import read_files

if TYPE_CHECKING:
    from evals.reading.types import Read
    from index import Settings

PAPER = "县里/方案.html"
_PAGE = """<html><head><meta charset="utf-8"></head><body><p>柳泉县校舍安全整治方案</p>
<p>一、任务分工</p>
<table><tr><th>序号</th><th>任务</th><th>牵头单位</th><th>时限</th></tr>
<tr><td>1</td><td>排查校舍12处</td><td>县教育局</td><td>2025年6月底前</td></tr>
<tr><td>2</td><td>更换灭火器60具</td><td>县消防救援大队</td><td>2025年9月底前</td></tr></table>
<p>二、工作要求</p><p>（一）加强领导。主要负责人亲自抓。</p><p>（二）严格督查。按月通报。</p>
<p>三、领导小组</p><p>组　长：高以宁　副县长</p><p>成　员：林　朴　县教育局局长</p>
<p>柳泉县人民政府</p><p>2025年3月5日</p></body></html>"""


@pytest.fixture(scope="session")
def read(plans_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """What the program reads of the paper."""
    path = tmp_path_factory.mktemp("papers") / PAPER
    path.parent.mkdir()
    path.write_text(_PAGE, encoding="utf-8")
    return read_files([PAPER], [path], plans_settings)
