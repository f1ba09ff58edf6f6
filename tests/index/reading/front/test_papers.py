"""What papers of many layouts say of themselves; all places, offices and numbers are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.reading.clean import clean
from index.reading.describe import describe
from index.reading.files.types import LoadedText

PAPERS = {
    "a notice under a red letterhead": (
        "文件.txt",
        """滨湖县安全生产委员会文件

滨安委〔2024〕6 号                    签发人：周立

滨湖县安全生产委员会关于开展有限空间作业
专项整治的通知

各乡镇人民政府，县安委会各成员单位：
近期有限空间作业事故多发，现就开展专项整治通知如下。
一、整治范围
污水处理、酿造、造纸企业。
附件：有限空间作业台账

滨湖县安全生产委员会
2024 年 5 月 9 日

抄送：县委办公室。
滨湖县安全生产委员会办公室 2024年5月10日印发
""",
        {
            "title": "滨湖县安全生产委员会关于开展有限空间作业专项整治的通知",
            "kind": "notice",
            "issuer": "滨湖县安全生产委员会",
            "number": "滨安委〔2024〕6号",
            "issued": "2024-05-09",
            "period": None,
        },
    ),
    "a plan with the letter that brings it": (
        "1.txt",
        """滨湖县人民政府办公室
关于印发滨湖县“十四五”综合防灾减灾规划的
通  知
滨政办发[2022]14号
各乡镇人民政府，县政府各部门：
《滨湖县“十四五”综合防灾减灾规划》已经县政府同意，现印发给你们。
滨湖县人民政府办公室
2022年6月30日
（此件公开发布）
滨湖县“十四五”综合防灾减灾规划
第一章 现状
“十三五”期间，全县没有发生重大灾害。
""",
        {
            "title": "滨湖县“十四五”综合防灾减灾规划",
            "kind": "plan",
            "issuer": "滨湖县人民政府办公室",
            "number": "滨政办发[2022]14号",
            "issued": "2022-06-30",
            "period": (2021, 2025),
        },
    ),
    "an interpretation": (
        "解读材料.txt",
        """图解：《云湖市燃气安全管理办法》政策解读
发布时间：2023-11-08
一、起草背景
燃气用户增长到12万户。
云湖市城市管理局
2023年11月6日
""",
        {"kind": "interpretation", "issuer": "云湖市城市管理局", "issued": "2023-11-06"},
    ),
    "an annual plan": (
        "扫描件0012.txt",
        """滨应急〔2025〕2号
滨湖县应急管理局
年度安全生产监督检查计划
为规范执法行为，制定本计划。
一、检查安排
全年检查企业80家。
滨湖县应急管理局
2025.1.20
""",
        {
            "title": "滨湖县应急管理局年度安全生产监督检查计划",
            "kind": "plan",
            "number": "滨应急〔2025〕2号",
            "issued": "2025-01-20",
            "period": (2025, 2025),
        },
    ),
    "a regulation with its adoption in brackets": (
        "fagui.txt",
        """云湖市电动自行车消防安全条例
（2019年9月25日云湖市第十五届人民代表大会常务委员会第二十次会议通过
2023年8月29日云湖市第十六届人民代表大会常务委员会第九次会议修正）
目  录
第一章 总则
第二章 停放和充电
第一章 总则
第一条 为了预防电动自行车火灾，制定本条例。
第二章 停放和充电
第二条 不得在楼道内充电。
第三条 本条例自2019年12月1日起施行。
""",
        {
            "title": "云湖市电动自行车消防安全条例",
            "kind": "regulation",
            "issuer": "云湖市人民代表大会常务委员会",
            "issued": "2023-08-29",
            "in_force": "2019-12-01",
            "period": None,
        },
    ),
    "rules under a government's order": (
        "令.txt",
        """云湖市人民政府令
第 58 号
《云湖市烟花爆竹安全管理规定》已经2021年12月9日市人民政府第40次常务会议审议通过，现予公布，自2022年1月1日起施行。
市长  何平
2021年12月15日
云湖市烟花爆竹安全管理规定
第一条 为了加强烟花爆竹安全管理，制定本规定。
第二条 主城区禁止燃放。
""",
        {
            "title": "云湖市烟花爆竹安全管理规定",
            "kind": "regulation",
            "number": "云湖市人民政府令第58号",
            "issuer": "云湖市人民政府",
            "issued": "2021-12-15",
            "in_force": "2022-01-01",
        },
    ),
    "a briefing": (
        "季度.txt",
        """关于2023年第四季度全市建筑施工安全
检查情况的通报
各县（区）住建局：
现将检查情况通报如下：
一、总体情况
共检查工地46个。
云湖市住房和城乡建设局
二〇二四年一月五日
""",
        {
            "title": "关于2023年第四季度全市建筑施工安全检查情况的通报",
            "kind": "briefing",
            "issuer": "云湖市住房和城乡建设局",
            "issued": "2024-01-05",
        },
    ),
    "minutes": (
        "jiyao.txt",
        """滨湖县安全生产委员会
会 议 纪 要
〔2024〕第3期
2024年4月2日下午，县长主持召开县安委会第二次全体会议。会议听取了汇报。
一、关于矿山安全
会议要求限期整改。
滨湖县安全生产委员会办公室
2024年4月3日
""",
        {"title": "滨湖县安全生产委员会会议纪要", "kind": "minutes", "issued": "2024-04-03"},
    ),
    "a list of responsibilities": (
        "qingdan.txt",
        """附件2

滨湖县重点行业领域安全生产责任清单
（2024年版）

序号\t部门\t职责
1\t县教育局\t校园安全
2\t县水利局\t水库安全
""",
        {"title": "滨湖县重点行业领域安全生产责任清单（2024年版）", "kind": "duties", "period": (2024, 2024)},
    ),
    "a firm's rules": (
        "制度.txt",
        """东岭矿业有限公司
井下动火作业管理制度
东岭矿业有限公司
2023年8月1日
1 目的
为了防止井下火灾，制定本制度。
本制度自2023年9月1日起执行。
""",
        {"kind": "measures", "issuer": "东岭矿业有限公司", "issued": "2023-08-01", "in_force": "2023-09-01"},
    ),
    "a school's plan": (
        "方案终稿2.txt",
        """青溪镇中心小学
防震减灾应急演练方案
一、演练时间
5月12日上午。
二、分工
班主任负责清点人数。
青溪镇中心小学
二Ο二四年五月六日
""",
        {
            "title": "青溪镇中心小学防震减灾应急演练方案",
            "kind": "plan",
            "issuer": "青溪镇中心小学",
            "issued": "2024-05-06",
        },
    ),
    "a plan in English": (
        "plan.txt",
        """Lakeside District Three-Year Action Plan for Fire Safety (2024-2026)
Issued by the Lakeside District Fire Safety Committee on 12 April 2024

1. Aims
Fires in homes shall fall by a third.
""",
        {
            "title": "Lakeside District Three-Year Action Plan for Fire Safety (2024-2026)",
            "kind": "action-plan",
            "issuer": "Lakeside District Fire Safety Committee",
            "issued": "2024-04-12",
            "period": (2024, 2026),
            "place": "Lakeside District",
        },
    ),
    "a notice in English": (
        "notice.txt",
        """LAKESIDE DISTRICT GOVERNMENT
Notice on the Inspection of Hazardous Chemical Warehouses
May 3rd, 2024

To all enterprises:
Warehouses are inspected before 30 June 2024.
""",
        {
            "title": "Notice on the Inspection of Hazardous Chemical Warehouses",
            "kind": "notice",
            "issuer": "LAKESIDE DISTRICT GOVERNMENT",
            "issued": "2024-05-03",
        },
    ),
    "a paper in both languages": (
        "x.txt",
        """滨湖县危险化学品事故应急预案
Binhu County Emergency Plan for Hazardous Chemicals
1 总则
1.1 目的
为了规范处置，制定本预案。
滨湖县人民政府
2023-12-01
""",
        {
            "title": "滨湖县危险化学品事故应急预案",
            "title_en": "Binhu County Emergency Plan for Hazardous Chemicals",
            "kind": "emergency-plan",
            "issued": "2023-12-01",
        },
    ),
    "Markdown with a title in bold over two lines": (
        "web.md",
        """**滨湖县人民政府关于进一步加强
森林草原防灭火工作的意见**
滨政发【2023】 8号

各乡镇人民政府：
　　**一、总体要求**
　　（一）目标。火灾次数下降。

滨湖县人民政府
2023/3/9
""",
        {
            "title": "滨湖县人民政府关于进一步加强森林草原防灭火工作的意见",
            "kind": "opinion",
            "number": "滨政发【2023】8号",
            "issuer": "滨湖县人民政府",
            "issued": "2023-03-09",
        },
    ),
    "a plan of two offices": (
        "联合.txt",
        """滨湖县校园周边交通安全整治行动方案
为了保障学生出行安全，制定本方案。
一、目标
事故下降20%。
滨湖县教育局
滨湖县公安局
2024年9月1日
""",
        {
            "title": "滨湖县校园周边交通安全整治行动方案",
            "kind": "action-plan",
            "issuer": "滨湖县教育局、滨湖县公安局",
            "issued": "2024-09-01",
        },
    ),
    "a forwarding notice without brackets": (
        "zf.txt",
        """滨湖县应急管理局转发市应急管理局
关于做好汛期安全生产工作的通知
各乡镇应急办：
现将通知转发给你们，请遵照执行。
滨湖县应急管理局
2024年6月12日
""",
        {
            "title": "滨湖县应急管理局转发市应急管理局关于做好汛期安全生产工作的通知",
            "kind": "forwarding",
            "issuer": "滨湖县应急管理局",
            "issued": "2024-06-12",
        },
    ),
    "a draft with its day under the title": (
        "draft.txt",
        """云湖市高层建筑消防安全管理办法
（征求意见稿）
（2024年4月18日）
第一条 为了加强高层建筑消防安全管理，制定本办法。
第二条 本办法自2024年7月1日起施行，有效期五年。
""",
        {
            "title": "云湖市高层建筑消防安全管理办法（征求意见稿）",
            "kind": "measures",
            "issued": "2024-04-18",
            "in_force": "2024-07-01",
        },
    ),
    "the second part of a compilation": (
        "hb.txt",
        """云湖市生产安全事故应急预案汇编
（下册）
云湖市应急管理局
2023年10月
一、矿山事故应急预案
总指挥由分管副市长担任。
""",
        {"title": "云湖市生产安全事故应急预案汇编（下册）", "kind": "compilation", "part": "下册"},
    ),
    "work points with a form above them": (
        "form.txt",
        """索引号：1137/2024-00021
发文机构：云湖市安全生产委员会办公室
发文字号：云安办〔2024〕3号
标  题：云湖市安全生产委员会办公室关于印发2024年全市安全生产工作要点的通知
成文日期：2024年02月20日 发布日期：2024年03月01日
各县（区）安委会：
现将《2024年全市安全生产工作要点》印发给你们。
2024年全市安全生产工作要点
一、压实责任
签订责任书。
""",
        {
            "title": "2024年全市安全生产工作要点",
            "kind": "work-points",
            "issuer": "云湖市安全生产委员会办公室",
            "number": "云安办〔2024〕3号",
            "issued": "2024-02-20",
            "period": (2024, 2024),
        },
    ),
    "sub-plans without a letter": (
        "子方案.txt",
        """粮食系统仓储安全整治
三年行动方案（２０２４—２０２６年）
为了保障储粮安全，云湖市粮食和物资储备局结合工作实际制定本方案。
一、工作目标
熏蒸作业事故为零。
二、主要任务
检查粮仓。
商务系统商场安全整治
三年行动方案（２０２４—２０２６年）
为了保障消费安全，云湖市商务局结合工作实际制定本方案。
一、工作目标
商场火灾下降。
""",
        {
            "title": "粮食系统仓储、商务系统商场安全整治三年行动方案（2024—2026年）",
            "kind": "compilation",
            "issuer": "云湖市粮食和物资储备局、云湖市商务局",
            "period": (2024, 2026),
        },
    ),
    "a public notice": (
        "tonggao.txt",
        """滨湖县人民政府
关于划定森林禁火区的通告
第3号
为了预防森林火灾，现将禁火区通告如下：
一、禁火区
望湖山林场。
本通告自发布之日起施行。
滨湖县人民政府
2024年3月15日
""",
        {
            "title": "滨湖县人民政府关于划定森林禁火区的通告",
            "kind": "notice",
            "issuer": "滨湖县人民政府",
            "number": "第3号",
            "issued": "2024-03-15",
            "in_force": "2024-03-15",
        },
    ),
    "a page of a site": (
        "page.html.txt",
        """当前位置：首页 > 政务公开 > 应急管理
滨湖县防汛物资储备管理办法
来源：滨湖县水利局 发布时间：2023-05-30 09:12
第一条 为了规范防汛物资管理，制定本办法。
第二条 本办法由县水利局负责解释。
滨湖县水利局
2023年5月26日
""",
        {
            "title": "滨湖县防汛物资储备管理办法",
            "kind": "measures",
            "issuer": "滨湖县水利局",
            "issued": "2023-05-26",
        },
    ),
    "measures whose order tells the rank of the government only": (
        "办法.txt",
        """湖北省烟花储存安全管理办法

（2011年3月7日省人民政府令第301号公布　自2011年5月1日起施行）

第一条　为了加强烟花储存安全管理，制定本办法。
""",
        {"issuer": "湖北省人民政府", "number": "省人民政府令第301号", "issued": "2011-03-07", "place": "湖北省"},
    ),
    "a regulation amended by a decision that another office approved": (
        "条例.txt",
        """云湖市水上安全条例

（2018年4月26日云湖市第四届人民代表大会常务委员会第十次会议通过　2018年6月1日云江省第十三届人民代表大会常务委员会第三次会议批准
根据2022年11月25日云江省第十三届人民代表大会常务委员会第三十次会议批准的《云湖市人民代表大会常务委员会关于修改〈云湖市水上安全条例〉的决定》修正）

第一条　为了保障水上安全，制定本条例。
""",
        {"issuer": "云湖市人民代表大会常务委员会", "issued": "2022-11-25", "title": "云湖市水上安全条例"},
    ),
    "a briefing on what happened in a county": (
        "通报.txt",
        """关于瑞安市“3·2”较大火灾事故的通报
温安办〔2023〕9号
各县（市、区）安委会：
2023年3月2日，瑞安市境内发生一起火灾，造成3人死亡。
温州市安全生产委员会办公室
2023年3月9日
""",
        {"place": "温州市", "issuer": "温州市安全生产委员会办公室"},
    ),
}
FIELDS = [(paper, field) for paper, (_, _, expected) in PAPERS.items() for field in expected]


@pytest.mark.parametrize(("paper", "field"), FIELDS)
def test_a_paper_says_of_itself(paper: str, field: str) -> None:
    name, text, expected = PAPERS[paper]
    loaded = LoadedText(Path(name), text)
    assert getattr(describe(clean("", loaded), loaded), field) == expected[field]
