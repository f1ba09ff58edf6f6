"""What an English line loses or adds: right lines pass, and errors put into them are found."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from index.terms.glossary import Entry, Glossary
from index.translation.checking import Kind, findings

RIGHT = (
    (
        "到2025年底，渡口视频监控覆盖率达到95%以上。",
        "By the end of 2025, video coverage of ferry crossings reaches 95% or more.",
    ),
    ("死亡人数比2020年下降15%。", "The number of deaths falls by 15% from 2020."),
    ("死亡人数下降到12人以下。", "The number of deaths falls to below 12."),
    ("每季度至少检查1次，每次不少于2小时。", "Inspect at least once a quarter, each time for no less than 2 hours."),
    ("严禁渡船超载，不得夜间航行。", "Overloading of ferries is strictly prohibited; they must not sail at night."),
    ("投入资金1000万元，购置渡船20艘。", "Invest 10 million yuan and buy 20 ferries."),
    ("于2024年3月12日前报送县应急管理局。", "Report to the County Emergency Management Bureau before 12 March 2024."),
    ("本办法自2023年5月1日起施行。", "These Measures take effect on 1 May 2023."),
    (
        "坚决遏制重特大事故，有效控制较大事故。",
        "Resolutely curb serious and extremely serious accidents, and effectively control major accidents.",
    ),
    (
        "发生一般事故的，应当在30分钟内报告。",
        "Where an ordinary accident occurs, it must be reported within 30 minutes.",
    ),
    ("渡口距取水口不得小于500米。", "A ferry crossing must be at least 500 metres from a water intake."),
    ("未取得证书的人员不得上岗。", "Persons who have not obtained a certificate must not take up the post."),
    ("船员可以申请不超过3个月的延期。", "Crew may apply for an extension of no more than 3 months."),
    ("风险等级分为一级、二级、三级。", "Risks are graded level 1, level 2 and level 3."),
    ("事故起数由63起减少到45起。", "The number of accidents falls from 63 to 45."),
    ("“十四五”期间新建码头约8座。", "About 8 wharves are built in the 14th Five-Year Plan period."),
    (
        "储存量超过90万吨的，每月评估一次。",
        "Where more than 900,000 tonnes are stored, an assessment is made each month.",
    ),
    ("受害率控制在0.3‰以内。", "Keep the damage rate within 0.3‰."),
    ("每半年演练1次。", "Hold a drill every six months."),
    ("水深不足50厘米的不得停靠。", "Where the water is less than 50 centimetres deep, ferries must not moor."),
    ("没有发生渡船倾覆事故。", "No ferry capsized."),
    ("全县渡口完好率提高到98%。", "The share of sound crossings in the county rises to 98%."),
)


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_right_lines_pass(zh: str, en: str) -> None:
    assert findings(zh, en) == ()


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("覆盖率达到95%以上", "coverage reaches 95%", Kind.BOUND),
        ("覆盖率不低于95%", "coverage is at most 95%", Kind.BOUND),
        ("下降15%", "falls to 15%", Kind.CHANGE),
        ("下降到15起", "falls by 15 accidents", Kind.CHANGE),
        ("下降15%", "rises by 15%", Kind.CHANGE),
        ("严禁夜间航行", "sail at night", Kind.NEGATION),
        ("渡船夜间航行", "ferries must not sail at night", Kind.NEGATION),
        ("应当每月检查渡口", "ferries may be inspected each month", Kind.DUTY),
        ("到2025年底完成", "complete by 2025", Kind.DATE),
        ("增长15%", "rise by 15", Kind.UNIT),
        ("距离500米", "a distance of 500 kilometres", Kind.UNIT),
        ("投入300万元", "invest 3 million tonnes", Kind.UNIT),
        ("较大事故", "serious accidents", Kind.GRADE),
        ("新建码头8座", "new wharves", Kind.NUMBER_LOST),
        ("新建码头", "8 new wharves", Kind.NUMBER_ADDED),
        ("按照临安委〔2024〕5号要求", "as the Work Safety Committee requires", Kind.DOCUMENT_NUMBER),
        ("检查渡口", "inspect 渡口", Kind.CHINESE_LEFT),
        ("各渡口经营单位加强检查并及时报告", "Inspect.", Kind.LENGTH),
    ],
)
def test_wrong_lines_are_found(zh: str, en: str, kind: Kind) -> None:
    assert kind in {finding.kind for finding in findings(zh, en)}


@pytest.mark.parametrize("number", ["临安委〔2024〕5号", "临政办[2017] 29号", "临安委〔20245号"])
def test_a_document_number_stays_as_it_is(number: str) -> None:
    assert findings(f"按照{number}要求", f"as required by {number}") == ()


def test_an_office_of_the_glossary_must_be_named() -> None:
    glossary = Glossary(
        (Entry("应急管理局", "Emergency Management Bureau", "office", (), ("bureau of emergencies",)),), {}
    )
    assert findings("由应急管理局牵头", "led by the Emergency Management Bureau", glossary) == ()
    assert findings("由应急管理局牵头", "led by the Bureau of Emergencies", glossary) == ()
    assert [finding.kind for finding in findings("由应急管理局牵头", "led by the police", glossary)] == [Kind.NAME]


SWAPS = {
    "bound": {
        " or more": "", "at least": "at most", "no less than": "no more than", "no more than": "no less than",
        "below ": "", "within ": "", "About ": "", "more than ": "",
    },
    "date": {"the end of ": "", "March": "April", "May 2": "June 2", "before 12": "after 12", "2025": "2026", "2020": "2010"},
    "negation": {"must not": "may", "strictly prohibited": "allowed", "have not": "have", "No ferry": "A ferry", "must not sail": "sail"},
    "change": {"falls by": "falls to", "falls to": "falls by", "falls": "rises", "rises to": "rises by"},
    "unit": {"%": "", "yuan": "tonnes", "tonnes": "yuan", "metres": "kilometres", "minutes": "hours", "hours": "days", "months": "years"},
    "grade": {"serious and extremely serious": "extremely serious", "major accidents": "serious accidents", "ordinary": "major"},
    "duty": {"must be reported": "may be reported", "may apply": "must apply"},
}  # fmt: skip
LEAST_FOUND = 0.98
ERRORS = 500


def test_errors_put_into_right_lines_are_found() -> None:
    chance = random.Random(15)
    broken = [(kind, zh, en.replace(right, wrong, 1)) for kind, swaps in SWAPS.items() for right, wrong in swaps.items()
              for zh, en in RIGHT if right in en]  # fmt: skip
    while len(broken) < ERRORS:
        zh, en = chance.choice(RIGHT)
        digits = [at for at, sign in enumerate(en) if sign.isdigit()]
        if digits:
            at = chance.choice(digits)
            other = chance.choice([digit for digit in "123456789" if digit != en[at]])
            broken.append(("number", zh, en[:at] + other + en[at + 1 :]))
    missed = [(kind, en) for kind, zh, en in broken if not findings(zh, en)]
    assert len(missed) <= (1 - LEAST_FOUND) * len(broken), Counter(kind for kind, _ in missed)
    assert {kind for kind, _ in missed} <= {"duty"}, missed
