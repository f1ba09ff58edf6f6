"""More layouts of papers, by which the reading of fronts was measured before it was mended; everything in them is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.types import LoadedText

PAPERS = {
    "site crumbs, same title in crumb": (
        "a.txt",
        """首页 > 政务公开 > 规划计划
云泽县人民政府关于印发云泽县突发环境事件应急预案的通知
日期：2023-07-11 来源：县政府办 浏览次数：218
云泽政发〔2023〕15号
各乡镇人民政府、县直有关单位：
    《云泽县突发环境事件应急预案》已经县政府第31次常务会议研究同意，现印发给你们，请结合实际认真组织实施。
                                   云泽县人民政府
                                   2023年7月6日
云泽县突发环境事件应急预案
1  总则
1.1  编制目的
健全机制。
""",
        {
            "title": "云泽县突发环境事件应急预案",
            "kind": "emergency-plan",
            "issuer": "云泽县人民政府",
            "number": "云泽政发〔2023〕15号",
            "issued": "2023-07-06",
        },
    ),
    "office and month in brackets below the title": (
        "m.docx",
        """云泽市“十五五”应急体系规划
（云泽市应急管理局 2025年9月）
一、现状
全市有危险化学品企业46家。
""",
        {"title": "云泽市“十五五”应急体系规划", "kind": "plan"},
    ),
    "edition in brackets below the title": (
        "n.docx",
        """云泽市防汛应急预案
（2024年修订）
一、总则
为做好防汛工作，制定本预案。
""",
        {"title": "云泽市防汛应急预案（2024年修订）"},
    ),
    "working points no number, date in the title": (
        "b.txt",
        """云泽县消防安全委员会
2024年消防工作要点

2024年全县消防工作的总体要求是：坚持预防为主。
一、健全责任体系
（一）落实党政领导责任。
""",
        {
            "title": "云泽县消防安全委员会2024年消防工作要点",
            "kind": "work-points",
            "period": (2024, 2024),
            "issuer": "云泽县消防安全委员会",
        },
    ),
    "reply letter": (
        "c.txt",
        """云泽市应急管理局
关于对市政协第六届三次会议第118号提案的答复函

张建华委员：
您提出的提案收悉，现答复如下：
一、基本情况
全市有加油站53座。
云泽市应急管理局
2023年8月21日
（联系人：李明，电话：6212345）
""",
        {
            "title": "云泽市应急管理局关于对市政协第六届三次会议第118号提案的答复函",
            "kind": "other",
            "issuer": "云泽市应急管理局",
            "issued": "2023-08-21",
        },
    ),
    "accident report": (
        "d.txt",
        """云泽市“4·17”较大道路交通事故调查报告

2023年4月17日6时20分许，云泽市境内发生一起较大道路交通事故，造成4人死亡。
一、事故基本情况
（一）车辆情况。
云泽市人民政府事故调查组
2023年7月30日
""",
        {
            "title": "云泽市“4·17”较大道路交通事故调查报告",
            "kind": "other",
            "issued": "2023-07-30",
            "issuer": "云泽市人民政府事故调查组",
        },
    ),
    "three-line title, attachment mark first": (
        "e.txt",
        """附件1

云泽市危险化学品企业
安全风险隐患排查治理
实施细则（试行）

第一章  总  则
第一条  为规范隐患排查治理，根据《危险化学品安全管理条例》，制定本细则。
第二章  附  则
第九条  本细则自2024年1月1日起施行，有效期2年。
""",
        {
            "title": "云泽市危险化学品企业安全风险隐患排查治理实施细则（试行）",
            "kind": "measures",
            "in_force": "2024-01-01",
        },
    ),
    "campaign month": (
        "f.txt",
        """关于开展2024年“安全生产月”活动的通知
云泽安办发电〔2024〕21 号
各县区安委会，市安委会各成员单位：
今年6月是第23个全国“安全生产月”，现就有关事项通知如下：
一、活动主题
人人讲安全、个个会应急。
                云泽市安全生产委员会办公室
                   2024 年5 月 17 日
（此件依申请公开）
""",
        {
            "title": "关于开展2024年“安全生产月”活动的通知",
            "kind": "notice",
            "issuer": "云泽市安全生产委员会办公室",
            "number": "云泽安办发电〔2024〕21号",
            "issued": "2024-05-17",
        },
    ),
    "hospital plan with version table": (
        "g.txt",
        """云泽市第二人民医院
消防安全应急预案
文件编号	YZ-2-XF-003	版本	A/2
编制部门	保卫科	生效日期	2023-05-01
一、组织机构
总指挥：院长。
二、报警
拨打8119。
""",
        {
            "title": "云泽市第二人民医院消防安全应急预案",
            "kind": "emergency-plan",
            "in_force": "2023-05-01",
        },
    ),
    "joint notice with space parted offices": (
        "h.txt",
        """云泽市教育局  云泽市公安局
关于加强校车安全管理工作的通知
云泽教发〔2023〕9号
各县区教育局、公安局：
现就加强校车安全管理通知如下。
一、严格许可
未经许可不得上路。
云泽市教育局          云泽市公安局
        2023年2月14日
""",
        {
            "kind": "notice",
            "issuer": "云泽市教育局、云泽市公安局",
            "number": "云泽教发〔2023〕9号",
            "issued": "2023-02-14",
        },
    ),
    "resolution amending": (
        "i.md",
        """# 云泽市人民代表大会常务委员会关于修改《云泽市消防条例》的决定

(2024年3月28日云泽市第十六届人民代表大会常务委员会第十四次会议通过)

一、将第五条修改为：“市人民政府统一领导消防工作。”

本决定自2024年5月1日起施行。
""",
        {
            "title": "云泽市人民代表大会常务委员会关于修改《云泽市消防条例》的决定",
            "kind": "regulation",
            "issuer": "云泽市人民代表大会常务委员会",
            "issued": "2024-03-28",
            "in_force": "2024-05-01",
        },
    ),
    "period in subtitle": (
        "j.txt",
        """云泽市矿山安全发展规划
（2021年至2030年）
云泽市应急管理局
二〇二一年十月
前  言
矿山安全关系发展大局。
第一章 形势
一、成效
""",
        {
            "title": "云泽市矿山安全发展规划（2021年至2030年）",
            "kind": "plan",
            "period": (2021, 2030),
            "issuer": "云泽市应急管理局",
        },
    ),
    "site title with name and pipe html": (
        "k.txt",
        """云泽市应急管理局
网站首页
云泽市安全生产举报奖励办法
索引号：00123-2022-5 发布机构：云泽市应急管理局 发文日期：2022-03-02 文 号：云泽应急规〔2022〕1号
第一条 为了鼓励举报，制定本办法。
第二条 举报电话12350。
""",
        {
            "title": "云泽市安全生产举报奖励办法",
            "kind": "measures",
            "issuer": "云泽市应急管理局",
            "number": "云泽应急规〔2022〕1号",
            "issued": "2022-03-02",
        },
    ),
    "emergency drill script without place": (
        "液氨泄漏演练脚本.txt",
        """液氨泄漏事故应急演练脚本

一、演练准备
参演人员到位。
二、演练实施
旁白：各位领导，演练开始。
""",
        {
            "title": "液氨泄漏事故应急演练脚本",
            "kind": "other",
        },
    ),
    "English regulations": (
        "l.txt",
        """Regulations of Yunze City on Work Safety
(Adopted at the 9th Meeting of the Standing Committee of the Yunze Municipal People's Congress on September 28, 2023)

Chapter 1 General Provisions
Article 1 These Regulations are made to strengthen work safety.
Article 2 These Regulations take effect on January 1, 2024.
""",
        {
            "title": "Regulations of Yunze City on Work Safety",
            "kind": "regulation",
            "issued": "2023-09-28",
            "in_force": "2024-01-01",
            "place": "Yunze City",
        },
    ),
    "English memo": (
        "m.txt",
        """Harbour Port Authority
Circular No. 7 of 2024
Fire Safety Work Points for 2024

Date: 9 January 2024

1. Drills are held every month.
2. Extinguishers are checked.
""",
        {
            "title": "Fire Safety Work Points for 2024",
            "kind": "work-points",
            "issued": "2024-01-09",
            "period": (2024, 2024),
            "issuer": "Harbour Port Authority",
        },
    ),
    "speech": (
        "n.txt",
        """在全县安全生产工作会议上的讲话
（2024年1月12日）
县长  郑海

同志们：
今天会议的主要任务是部署工作。
一、认清形势
""",
        {
            "title": "在全县安全生产工作会议上的讲话",
            "kind": "other",
            "issued": "2024-01-12",
        },
    ),
    "party office": (
        "o.txt",
        """中共云泽县委办公室文件
云泽办发〔2021〕30号
★
中共云泽县委办公室  云泽县人民政府办公室
印发《关于全面加强危险化学品安全生产工作的实施方案》的通知
各乡镇党委、人民政府：
《关于全面加强危险化学品安全生产工作的实施方案》已经县委、县政府同意，现印发给你们。
中共云泽县委办公室
云泽县人民政府办公室
2021年9月18日
关于全面加强危险化学品安全生产工作的实施方案
为了加强工作，制定本方案。
一、总体要求
""",
        {
            "title": "关于全面加强危险化学品安全生产工作的实施方案",
            "kind": "plan",
            "number": "云泽办发〔2021〕30号",
            "issued": "2021-09-18",
        },
    ),
    "summary": (
        "p.txt",
        """云泽县应急管理局2023年工作总结和2024年工作计划
2023年，全县事故起数下降12%。
一、2023年工作情况
检查企业310家次。
二、2024年工作打算
""",
        {
            "title": "云泽县应急管理局2023年工作总结和2024年工作计划",
            "kind": "plan",
        },
    ),
    "village": (
        "q.txt",
        """望河村森林防火村规民约
一、禁止野外用火。
二、违者罚款200元。
望河村村民委员会
2022年10月8日
""",
        {
            "title": "望河村森林防火村规民约",
            "issuer": "望河村村民委员会",
            "issued": "2022-10-08",
        },
    ),
    "table top": (
        "r.txt",
        """云泽县2024年重大事故隐患整治台账
序号	企业	隐患	期限
1	甲厂	通道堵塞	3月
2	乙厂	无证作业	4月
""",
        {
            "title": "云泽县2024年重大事故隐患整治台账",
            "period": (2024, 2024),
        },
    ),
    "letter head right aligned, urgent mark": (
        "s.txt",
        """特急
云泽市森林防灭火指挥部办公室文件
云泽森防办〔2024〕4号
关于切实做好清明节期间森林防火
工作的紧急通知
各县区森林防灭火指挥部：
清明将至，现紧急通知如下：
一、严控火源
云泽市森林防灭火指挥部办公室
2024年3月29日
""",
        {
            "title": "关于切实做好清明节期间森林防火工作的紧急通知",
            "kind": "notice",
            "issuer": "云泽市森林防灭火指挥部办公室",
            "number": "云泽森防办〔2024〕4号",
            "issued": "2024-03-29",
        },
    ),
}
FIELDS = [(paper, field) for paper, (_, _, expected) in PAPERS.items() for field in expected]


@pytest.mark.parametrize(("paper", "field"), FIELDS)
def test_a_paper_says_of_itself(paper: str, field: str) -> None:
    name, text, expected = PAPERS[paper]
    loaded = LoadedText(Path(name), text)
    assert getattr(describe(clean("", loaded), loaded), field) == expected[field]
