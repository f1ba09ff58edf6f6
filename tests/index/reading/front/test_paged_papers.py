"""Covers, running heads, front matter, sites' menus and orders; a paper is given page by page, everything in it is invented."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest

from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.types import LoadedText

PAPERS = {
    "title above every page": (
        "a.pdf",
        [
            """云泽县地质灾害防治规划
一、现状
全县有隐患点46处。
二、目标
""",
            """云泽县地质灾害防治规划
搬迁12户。
三、措施
""",
            """云泽县地质灾害防治规划
开展监测。
""",
            """云泽县地质灾害防治规划
保障经费。
""",
        ],
        {
            "title": "云泽县地质灾害防治规划",
            "kind": "plan",
        },
    ),
    "cover": (
        "b.pdf",
        [
            """云泽县
“十四五”应急管理体系和能力建设规划
云泽县应急管理局
2021年12月
""",
            """目  录
第一章 总体要求........1
第二章 任务......3
""",
            """第一章 总体要求
为了加强应急管理，制定本规划。
第二章 任务
建设基地。
""",
        ],
        {
            "title": "云泽县“十四五”应急管理体系和能力建设规划",
            "kind": "plan",
            "period": (2021, 2025),
            "issuer": "云泽县应急管理局",
        },
    ),
    "annex on the line": (
        "c.txt",
        [
            """附件1：云泽县冬春火灾防控工作方案
为做好防控，制定本方案。
一、目标
不发生较大火灾。
""",
        ],
        {
            "title": "云泽县冬春火灾防控工作方案",
            "kind": "plan",
        },
    ),
    "front matter": (
        "d.md",
        [
            """---
title: 云泽县燃气安全管理实施办法
date: 2023-05-06
---
第一条 为了加强燃气管理，制定本办法。
第二条 《城镇燃气管理条例》自2011年3月1日起施行。
第三条 本办法自2023年6月1日起施行。
""",
        ],
        {
            "title": "云泽县燃气安全管理实施办法",
            "issued": "2023-05-06",
            "in_force": "2023-06-01",
            "kind": "measures",
        },
    ),
    "plan that quotes a law": (
        "e.txt",
        [
            """云泽县2024年危险化学品监管工作方案
为了加强监管，制定本方案。
一、形势
新修改的《安全生产法》自2021年9月1日起施行。
云泽县应急管理局
2024年1月8日
""",
        ],
        {
            "in_force": "",
            "issued": "2024-01-08",
            "period": (2024, 2024),
        },
    ),
    "site header, share bar": (
        "f.txt",
        [
            """云泽市人民政府门户网站
首页 走进云泽 新闻中心 政务公开 互动交流
当前位置： 首页 > 政务公开 > 法规文件
云泽市人民政府办公室关于建立重大火灾隐患挂牌督办制度的通知
字号：[大 中 小] 打印 分享到：
云泽政办〔2022〕31号
各区人民政府：
经市政府同意，现通知如下。
一、范围
公众聚集场所。
云泽市人民政府办公室
2022年8月9日
""",
        ],
        {
            "title": "云泽市人民政府办公室关于建立重大火灾隐患挂牌督办制度的通知",
            "issuer": "云泽市人民政府办公室",
            "number": "云泽政办〔2022〕31号",
            "issued": "2022-08-09",
        },
    ),
    "county party and government opinion": (
        "g.txt",
        [
            """中共云泽县委 云泽县人民政府
关于推进安全生产领域改革发展的
实施意见
（2018年6月7日）
为贯彻落实上级部署，现提出如下意见。
一、总体要求
（一）指导思想。
""",
        ],
        {
            "title": "中共云泽县委 云泽县人民政府关于推进安全生产领域改革发展的实施意见",
            "kind": "opinion",
            "issued": "2018-06-07",
        },
    ),
    "work report": (
        "h.txt",
        [
            """安全生产工作情况汇报
云泽县交通运输局
（2024年5月）
今年以来，我局检查企业88家。
一、主要做法
""",
        ],
        {
            "title": "安全生产工作情况汇报",
            "issuer": "云泽县交通运输局",
        },
    ),
    "board decision of a firm": (
        "i.txt",
        [
            """云泽化工股份有限公司
关于成立安全生产委员会的决定
云化司〔2023〕12号
公司各部门、各车间：
经研究，决定成立安全生产委员会。
主任：总经理
云泽化工股份有限公司
2023年3月3日
""",
        ],
        {
            "title": "云泽化工股份有限公司关于成立安全生产委员会的决定",
            "issuer": "云泽化工股份有限公司",
            "number": "云化司〔2023〕12号",
            "issued": "2023-03-03",
        },
    ),
    "minutes with time label": (
        "j.txt",
        [
            """安全生产例会纪要
时间：2024年3月6日上午9:00
地点：三楼会议室
主持人：王建
会议议定事项：
一、检修计划
""",
        ],
        {
            "title": "安全生产例会纪要",
            "kind": "minutes",
        },
    ),
    "standard English law": (
        "k.md",
        [
            """# Work Safety Regulations of Lakeside Province

Adopted on 3 May 2022
Effective from 1 July 2022

## Chapter I General

Article 1 These Regulations apply to enterprises.
""",
        ],
        {
            "title": "Work Safety Regulations of Lakeside Province",
            "kind": "regulation",
            "issued": "2022-05-03",
            "place": "Lakeside Province",
        },
    ),
    "two years in file name only": (
        "云泽县应急能力提升计划2023-2025.txt",
        [
            """应急能力提升计划
一、目标
建站20个。
""",
        ],
        {
            "title": "应急能力提升计划",
            "period": (2023, 2025),
            "place": "云泽县",
        },
    ),
    "list of posts": (
        "l.txt",
        [
            """关于调整云泽县防汛抗旱指挥部成员的通知
云泽汛〔2024〕2号
各乡镇人民政府：
因人事变动，现将成员调整如下：
指挥长：陈立  县长
副指挥长：周海  副县长
成 员：吴强  县水利局局长
云泽县防汛抗旱指挥部
2024年4月7日
""",
        ],
        {
            "title": "关于调整云泽县防汛抗旱指挥部成员的通知",
            "issuer": "云泽县防汛抗旱指挥部",
            "issued": "2024-04-07",
        },
    ),
    "traditional order number in han digits": (
        "m.txt",
        [
            """云泽市人民政府令
第一百二十号
《云泽市消防水源管理规定》已经市政府常务会议通过，现予发布，自二○二四年三月一日起施行。
市长  李文
二○二四年一月二日
云泽市消防水源管理规定
第一条 为了管理消防水源，制定本规定。
""",
        ],
        {
            "title": "云泽市消防水源管理规定",
            "number": "云泽市人民政府令第一百二十号",
            "in_force": "2024-03-01",
            "issued": "2024-01-02",
            "issuer": "云泽市人民政府",
        },
    ),
}
FIELDS = [(paper, field) for paper, (_, _, expected) in PAPERS.items() for field in expected]


@pytest.mark.parametrize(("paper", "field"), FIELDS)
def test_a_paper_says_of_itself(paper: str, field: str) -> None:
    name, pages, expected = PAPERS[paper]
    starts = tuple(accumulate(map(len, pages[:-1]), initial=0)) if name.endswith(".pdf") else ()
    loaded = LoadedText(Path(name), "".join(pages), starts)
    assert getattr(describe(clean("", loaded), loaded), field) == expected[field]
