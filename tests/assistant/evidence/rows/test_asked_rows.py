"""Rows of tables of many kinds are asked for by any of their columns, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Answer, Assistant
from index import Settings

STORES = """澄湖县防汛应急预案

二、物资保障
表1 防汛物资储备表
序号\t物资名称\t单位\t数量\t存放地点\t保管人\t联系电话
1\t编织袋\t条\t5000\t东门仓库\t周广林\t13912345678
2\t救生衣\t件\t300\t东门仓库\t周广林\t13912345678
3\t冲锋舟\t艘\t4\t码头值守点\t沈立平\t5123456
4\t应急照明灯\t盏\t60\t西郊仓库\t沈立平\t5123456
注：数量为年底盘点数。

三、附则
本预案自印发之日起施行。
"""
TASKS = """云栖县安全生产治本攻坚工作方案

二、任务分工
附表1 重点任务分工表
序号\t工作任务\t责任分工\t\t完成时限
\t\t牵头单位\t配合单位\t
一、夯实基础\t\t\t\t
1\t修订网格员管理办法\t县应急管理局\t县民政局、各乡镇\t2024年6月底前
2\t建设校园微型消防站\t县教育局\t县消防救援大队\t2024年9月底前
二、专项整治\t\t\t\t
3\t排查校车安全隐患\t县教育局\t县公安局、县交通运输局\t2024年6月底前
4\t整治桥梁超限运输\t县交通运输局\t县公安局\t2025年12月底前

三、保障措施
加强组织领导。
"""
WARNINGS = """柏林镇地质灾害应急预案

三、预警分级
表2 预警分级标准
预警级别\t颜色\t发布条件\t应对措施
Ⅰ级\t红色\t24小时降雨量达到100毫米以上\t组织危险区群众全部转移
Ⅱ级\t橙色\t24小时降雨量达到80毫米以上\t转移隐患点群众，加密巡查
Ⅲ级\t黄色\t24小时降雨量达到50毫米以上\t巡查隐患点，做好转移准备

四、附则
本预案由镇政府负责解释。
"""
PROJECTS = """松江湾县“十四五”应急体系规划

五、重点工程
表3 重点工程项目表（单位：万元）
序号\t项目名称\t建设内容\t总投资\t建设年限\t责任单位
1\t综合应急救援基地\t建设训练塔一座、车库十二间\t6800\t2021—2024年\t县应急管理局
2\t森林火险监测站\t新建监测站八处，安装摄像机四十套\t920\t2022—2023年\t县林业局
3\t乡镇消防站\t新建消防站五座\t2450\t2021—2025年\t县消防救援大队
合计\t\t\t10170\t\t

六、保障
落实资金。
"""
CONTACTS = """石桥县突发事件信息报送办法

附件1 应急值守联系表
单位\t值班电话\t负责人\t手机
县应急管理局\t6601234\t许志远\t13511112222
县水利局\t6605678\t蒋文博\t13533334444
县消防救援大队\t6609119\t杜一鸣\t13555556666

三、报送要求
不得迟报。
"""
FORM = """白鹭湖镇消防站建设申报材料

一、基本情况
项目名称\t白鹭湖镇专职消防站\t建设单位\t白鹭湖镇人民政府
建设地点\t镇区人民路南侧\t建设工期\t14个月
总投资\t860万元\t资金来源\t县级财政补助和镇级自筹

二、建设必要性
镇区消防力量不足。
"""
TURNED = """赤水湾县水库安全鉴定安排

二、鉴定计划
项目\t红岩水库\t青龙水库\t白马水库
总库容\t860万立方米\t120万立方米\t45万立方米
责任单位\t县水利局\t青龙镇人民政府\t白马镇人民政府
鉴定时间\t2024年8月\t2024年10月\t2025年3月
主要隐患\t坝体渗漏\t溢洪道破损\t启闭机老化

三、要求
按时完成。
"""
FINES = """青枫市安全生产处罚裁量规定

第五条 事故处罚按照下表执行。
事故等级\t对单位罚款\t对主要负责人罚款
一般事故\t三十万元以上一百万元以下\t上一年年收入百分之四十
重大事故\t二百万元以上一千万元以下\t上一年年收入百分之八十
特别重大事故\t一千万元以上二千万元以下\t上一年年收入百分之一百

第六条 本规定自2024年1月1日起施行。
"""
ENGLISH = """Rivermouth County Fire Safety Plan (2024-2026)

1. Tasks
Table 1 Task list
No.\tTask\tLead department\tSupporting department\tDeadline
1\tReplace fire doors in schools\tEducation Bureau\tFire Brigade\tJune 2025
2\tInspect hotel sprinklers\tTourism Bureau\tFire Brigade\tMarch 2025
3\tMap rural hydrants\tWater Bureau\tRural Affairs Office\tDecember 2025
4\tTrain school wardens\tEducation Bureau\tHealth Bureau\tSeptember 2025
"""
PAPERS = {
    "stores": STORES,
    "tasks": TASKS,
    "warnings": WARNINGS,
    "projects": PROJECTS,
    "contacts": CONTACTS,
    "form": FORM,
    "turned": TURNED,
    "fines": FINES,
    "english": ENGLISH,
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> dict[str, Assistant]:
    """An assistant over each of the papers, made when it is first asked."""
    made: dict[str, Assistant] = {}
    for name, text in PAPERS.items():
        folder = tmp_path_factory.mktemp(name)
        (folder / "documents").mkdir()
        (folder / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
        made[name] = Assistant(
            Settings(data_dir=folder / "data", documents_dir=folder / "documents", embedding_model=str(tiny_model))
        )
    return made


def answered(asked: dict[str, Assistant], paper: str, question: str) -> Answer:
    answer = asked[paper].ask(question)
    text = asked[paper].index.text(asked[paper].documents()[0].id).text
    assert all(text[cited.start : cited.end] == cited.quote for cited in answer.citations)
    return answer


@pytest.mark.parametrize(
    ("paper", "question", "told", "not_told"),
    [
        ("stores", "编织袋存放在哪里？", "东门仓库", "西郊"),
        ("stores", "冲锋舟有多少艘？", "4", "300"),
        ("stores", "应急照明灯放在哪？", "西郊仓库", "东门"),
        ("stores", "冲锋舟由谁保管？", "沈立平", "周广林"),
        ("stores", "Where are the life jackets stored?", "东门仓库", "西郊"),
        ("tasks", "4号任务什么时候完成？", "2025年12月底前", "2024年"),
        ("tasks", "排查校车安全隐患的配合单位有哪些？", "县公安局、县交通运输局", "县教育局"),
        ("tasks", "When must task 4 be completed?", "by the end of December 2025", "2024"),
        ("warnings", "橙色预警的发布条件是什么？", "80毫米", "100毫米"),
        ("warnings", "三级预警采取什么措施？", "做好转移准备", "全部转移"),
        ("warnings", "Ⅰ级预警是什么颜色？", "红色", "橙色"),
        ("projects", "森林火险监测站投资多少万元？", "920万元", "6800"),
        ("projects", "综合应急救援基地的建设内容是什么？", "训练塔", "920"),
        ("projects", "重点工程总投资合计多少？", "10170万元", "6800"),
        ("projects", "How much is invested in the forest fire monitoring stations?", "9,200,000 yuan", "6800"),
        ("contacts", "县水利局值班电话是多少？", "6605678", "6601234"),
        ("contacts", "县消防救援大队的负责人是谁？", "杜一鸣", "许志远"),
        ("contacts", "6609119是哪个单位的电话？", "县消防救援大队", "县水利局"),
        ("contacts", "What is the duty phone number of the water resources bureau?", "6605678", "6601234"),
        ("form", "建设工期多长？", "14个月", "860"),
        ("form", "消防站的建设地点在哪里？", "人民路南侧", "860"),
        ("form", "资金来源是什么？", "镇级自筹", "14个月"),
        ("turned", "青龙水库的责任单位是谁？", "青龙镇人民政府", "白马"),
        ("turned", "白马水库什么时候鉴定？", "2025年3月", "2024年"),
        ("turned", "哪个水库溢洪道破损？", "青龙水库", "红岩"),
        ("fines", "重大事故对单位罚款多少？", "二百万元以上一千万元以下", "二千万元"),
        ("fines", "特别重大事故对单位罚款多少？", "一千万元以上二千万元以下", "二百万元"),
        ("fines", "一般事故对主要负责人罚款多少？", "百分之四十", "百分之八十"),
        ("english", "Who leads the inspection of hotel sprinklers?", "Tourism Bureau", "Water Bureau"),
        ("english", "Which department supports the mapping of rural hydrants?", "Rural Affairs Office", "Fire Brigade"),
    ],
)
def test_a_row_tells_the_column_that_is_asked_for(
    paper: str, question: str, told: str, not_told: str, asked: dict[str, Assistant]
) -> None:
    answer = answered(asked, paper, question)
    assert not answer.refused
    assert told in answer.answer
    assert not_told not in answer.answer


@pytest.mark.parametrize(
    ("paper", "question", "told", "not_told"),
    [
        ("stores", "东门仓库存放哪些物资？", ("编织袋", "救生衣"), "冲锋舟"),
        ("tasks", "县教育局牵头哪些任务？", ("微型消防站", "校车"), "桥梁"),
        ("tasks", "哪些任务2024年6月底前完成？", ("网格员", "校车"), "桥梁"),
        ("tasks", "6月底前完成的任务有哪些？", ("网格员", "校车"), "微型消防站"),
        ("tasks", "县公安局配合哪些任务？", ("校车", "桥梁"), "网格员"),
        ("tasks", "县交通运输局参与哪些任务？", ("校车", "桥梁"), "网格员"),
        ("tasks", "Which tasks does the Education Bureau lead?", ("微型消防站", "校车"), "桥梁"),
        ("tasks", "教育局牵头几项任务？", ("共2项", "微型消防站", "校车"), "桥梁"),
        ("english", "Which tasks does the Education Bureau lead?", ("fire doors", "wardens"), "hydrants"),
    ],
)
def test_all_rows_that_share_a_cell_are_told(
    paper: str, question: str, told: tuple[str, ...], not_told: str, asked: dict[str, Assistant]
) -> None:
    answer = answered(asked, paper, question)
    assert all(one in answer.answer for one in told)
    assert not_told not in answer.answer
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    ("paper", "question", "number"),
    [
        ("stores", "编织袋保管人的联系电话是多少？", "13912345678"),
        ("stores", "沈立平的电话是多少？", "5123456"),
        ("contacts", "杜一鸣的手机号是多少？", "13555556666"),
        ("contacts", "6609119是哪个单位的电话？", "13555556666"),
    ],
)
def test_personal_numbers_are_neither_told_nor_quoted(
    paper: str, question: str, number: str, asked: dict[str, Assistant]
) -> None:
    answer = answered(asked, paper, question)
    assert number not in answer.answer
    assert all(number not in cited.quote for cited in answer.citations)


@pytest.mark.parametrize(
    ("paper", "question"),
    [
        ("tasks", "第9号任务由谁负责？"),
        ("tasks", "排查校车安全隐患需要多少资金？"),
        ("projects", "森林火险监测站的联系电话是多少？"),
        ("contacts", "县林业局值班电话是多少？"),
        ("tasks", "县卫健局牵头哪些任务？"),
        ("tasks", "市教育局牵头哪些任务？"),
        ("tasks", "Which tasks does the Health Commission lead?"),
        ("warnings", "紫色预警的发布条件是什么？"),
        ("turned", "县公安局负责哪个水库？"),
        ("turned", "县财政局牵头哪个水库？"),
        ("english", "Which tasks does the Police Bureau lead?"),
        ("english", "Which tasks does the Finance Bureau lead?"),
    ],
)
def test_what_no_row_tells_is_not_answered_by_another_row(
    paper: str, question: str, asked: dict[str, Assistant]
) -> None:
    assert answered(asked, paper, question).refused


def test_that_a_paper_does_not_name_an_office_is_said(asked: dict[str, Assistant]) -> None:
    answer = answered(asked, "tasks", "县卫健局牵头哪些任务？")
    assert "没有写明县卫健局" in answer.answer
