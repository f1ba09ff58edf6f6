"""Clauses of official Chinese put into English by the part that each word plays."""

from __future__ import annotations

import pytest

from index.terms.glossary import load_glossary
from index.translation.grammar.clause_grammar import clause
from index.translation.grammar.officialese import Officialese, read_rows

WORDS = Officialese(read_rows(), load_glossary())


def in_english(zh: str) -> str | None:
    words = WORDS.cut(zh)
    return clause(words, goes_on=zh.endswith("，")) if words else None


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("加强组织领导", "strengthen organisation and leadership"),
        ("加强危险化学品、矿山和燃气安全监管", "strengthen safety supervision of hazardous chemicals, mines and gas"),
        ("加强监督检查、教育培训", "strengthen supervision and inspection and education and training"),
        (
            "建立健全安全生产责任制，制定安全生产规章制度",
            "establish and improve work-safety responsibility systems, and draw up work-safety rules and systems",
        ),
        ("2024年底前完善应急预案", "improve emergency plans by the end of 2024"),
        ("督促企业落实主体责任", "urge enterprises to implement primary responsibility"),
        ("对重大危险源进行安全评估", "carry out safety assessment of major hazard sources"),
        ("将重大事故隐患纳入相关信息系统", "include major hidden dangers in relevant information systems"),
        ("法律、法规规定的其他职责", "other duties laid down in laws and regulations"),
        ("责任单位:县司法局、县公安局", "responsible units: County Justice Bureau and County Public Security Bureau"),
    ],
)
def test_orders_and_names_are_turned_round(zh: str, en: str) -> None:
    assert in_english(zh) == en


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("企业应当建立应急预案", "enterprises shall establish emergency plans"),
        (
            "县应急管理局负责安全生产工作",
            "the County Emergency Management Bureau is responsible for work on work safety",
        ),
        ("严禁占用消防通道", "do not occupy fire lanes"),
        ("应当责令改正", "order correction"),
        (
            "逾期未改正的，处二万元以上五万元以下罚款",
            "where correction is not made within the time limit, impose a fine of 20,000 yuan or more but 50,000 yuan or less",
        ),
        ("未按照规定配备消防设施的", "failing to provide fire-fighting facilities as required"),
    ],
)
def test_who_shall_do_what_and_what_follows(zh: str, en: str) -> None:
    assert in_english(zh) == en


@pytest.mark.parametrize(
    "zh",
    ["加强饕餮监管", "参加人员以及考核结果", "安全监管企业检查人员名单的情况的报告"],
)
def test_what_is_not_sure_is_not_told(zh: str) -> None:
    assert in_english(zh) is None


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "违反本条例第五条、第六条第二款规定的",
            "violating Article 5 and paragraph 2 of Article 6 of this regulation",
        ),
        ("行使本法第八条规定的职权", "exercise the powers laid down in Article 8 of this law"),
        ("企业应当在三日内报告事故情况", "enterprises shall report the accident situation within 3 days"),
        ("每年至少一次组织演练", "organise drills at least once each year"),
        ("完善应急指挥机制（试行）", "improve mechanisms (trial implementation) for emergency command"),
        ("关于加强燃气安全监管的通知", "notice on strengthening gas safety supervision"),
        ("修订《燃气安全管理办法》", "revise the Measures for the Management of Gas Safety"),
    ],
)
def test_what_belongs_together_is_one(zh: str, en: str) -> None:
    assert in_english(zh) == en


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("加强对重大危险源的监督管理", "strengthen the supervision and management of major hazard sources"),
        ("企业不得伪造、变造安全生产许可证", "enterprises must not forge or alter work-safety licence"),
        ("费用由用户承担", "users bear expenses"),
        ("监管效能显著增强", "the supervision effectiveness is markedly strengthened"),
        (
            "企业应当按照应急预案的要求，组织演练",
            "enterprises shall organise drills in accordance with the requirements of emergency plans",
        ),
        ("支持、督促企业落实主体责任", "support and urge enterprises to implement primary responsibility"),
        (
            "对企业处一万元以上三万元以下的罚款",
            "impose a fine of 10,000 yuan or more but 30,000 yuan or less on enterprises",
        ),
        ("企业违反本条例第五条规定，", "where enterprises violate Article 5 of this regulation"),
    ],
)
def test_who_does_what_in_which_way(zh: str, en: str) -> None:
    assert in_english(zh) == en


@pytest.mark.parametrize(
    "zh",
    [
        "依照道路运输管理法律、行政法规处罚",
        "违反法律、法规规定的其他行为",
        "综合分析本地区安全生产形势",
        "48个消防站达标",
        "企业申请审查，应当提交文件",
    ],
)
def test_what_can_be_read_in_two_ways_is_not_told(zh: str) -> None:
    assert in_english(zh) is None
