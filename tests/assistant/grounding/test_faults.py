"""A sentence is held to its passages: what they tell in other words holds, what they do not is named."""

from __future__ import annotations

import pytest

from assistant.grounding.faults import faults
from assistant.grounding.ground import Figure, Ground

PLACES = ("青岚市", "青岚", "云南青岚", "云南省青岚市")
DEATHS = Ground("2018年全市发生事故125起,死亡108人,受伤12人。", ("一、现状",), "青岚市安全生产规划", PLACES)
TRAINING = Ground("危险化学品企业每年至少组织2次应急演练,一线员工培训不少于24学时,不得无证上岗。", ("二、任务",))
STAGES = Ground("(一)部署阶段(2024年3月12日前)。(二)整治阶段(2024年3月12日至12月底)。(三)巩固阶段(2025年1月至9月)。")
RATE = Ground(
    "到2025年,较大及以上事故起数下降15%,重点企业达标率超过在岗企业的75%。", (), "青岚市安全生产“十四五”规划", PLACES
)
TABLE = Ground(
    "道路交通\n\n40\n\n31\n\n25",
    figures=(
        Figure("40", "道路交通 死亡人数 2016 2016年"),
        Figure("31", "道路交通 死亡人数 2017 2017年"),
        Figure("25", "道路交通 死亡人数 2018 2018年"),
    ),
)
LEADS = Ground("由市水务局牵头,市公安局配合,组长是李志强。", (), "青岚市安全生产规划", PLACES)
POSTS = Ground(
    "冯华(市财政局党组书记、局长)\n唐东(市民政局党组副书记、副局长)",
    holders=(("冯华", "市财政局党组书记 市财政局局长 成员"), ("唐东", "市民政局党组副书记 市民政局副局长 成员")),
)
SIDES = Ground(
    "牵头单位:市应急管理局;责任单位:各县(市)人民政府。",
    holders=(("市应急管理局", "牵头"), ("各县(市)人民政府", "配合 协助 责任单位")),
)
BY_TURNS = Ground(
    "燃气整治由市住建局牵头,市公安局配合;道路整治由市公安局牵头,市住建局配合。",
    holders=(("市住建局", "牵头"), ("市公安局", "配合"), ("市公安局", "牵头"), ("市住建局", "配合")),
)
HEALTH = Ground("由市卫生健康委员会管理托育机构,企业不得有较大以上火灾。", (), "青岚市安全生产“十三五”规划", PLACES)
REVIEW = Ground("市政府在2018年组织中期评估,在2020年开展最终评估。", (), "青岚市安全生产规划", PLACES)


def kinds(claim: str, *grounds: Ground, question: str = "") -> set[str]:
    return {fault.kind for fault in faults(claim, grounds, question)}


@pytest.mark.parametrize(
    ("claim", "ground"),
    [
        ("青岚市2018年共发生125起事故,108人死亡。", DEATHS),
        ("危险化学品企业的应急演练每年至少2次。", TRAINING),
        ("Hazardous chemicals enterprises must hold at least 2 emergency drills each year.", TRAINING),
        ("Hazardous chemicals enterprises must hold no less than 2 emergency drills each year.", TRAINING),
        ("(1)部署阶段在2024年3月12日前,(2)整治阶段为2024年3月12日至12月底。", STAGES),
        ("青岚市“十四五”期间,到2025年较大及以上事故起数要下降15%。", RATE),
        ("到2025年,重点企业达标率要超过75%。", RATE),
        ("2017年道路交通死亡31人,2018年死亡25人。", TABLE),
        ("组长是李志强,由市水务局牵头。", LEADS),
        ("云南青岚由市水务局牵头。", LEADS),
        ("市财政局局长是冯华,市民政局副局长是唐东。", POSTS),
        ("责任单位是各县(市)人民政府,市应急管理局牵头。", SIDES),
        ("燃气整治由市住建局牵头,市公安局配合。", BY_TURNS),
        ("道路整治由市公安局牵头,市住建局配合。", BY_TURNS),
        ("市卫健委管托育机构。", HEALTH),
        ("“十三五”时期企业不得有较大以上火灾。", HEALTH),
    ],
)
def test_a_sentence_in_other_words_holds(claim, ground):
    assert kinds(claim, ground) == set()


@pytest.mark.parametrize(
    ("claim", "ground", "kind"),
    [
        ("青岚市2018年共发生126起事故。", DEATHS, "number"),
        ("青岚市2018年事故死亡12人,受伤108人。", DEATHS, "number of something else"),
        ("青岚市2018年事故死亡125人。", DEATHS, "unit"),
        ("青岚市2018年事故死亡率为108%。", DEATHS, "unit"),
        ("危险化学品企业每年至多组织2次应急演练。", TRAINING, "bound"),
        ("一线员工培训不少于24小时。", TRAINING, "unit"),
        ("危险化学品企业可以无证上岗,由市水务局负责应急演练和一线员工培训。", TRAINING, "name"),
        ("Hazardous chemicals enterprises must hold at least 3 emergency drills each year.", TRAINING, "number"),
        ("Hazardous chemicals enterprises must hold at most 2 emergency drills each year.", TRAINING, "bound"),
        ("Hazardous chemicals enterprises must hold no more than 2 emergency drills each year.", TRAINING, "bound"),
        ("巩固阶段为2024年1月至9月。", STAGES, "date"),
        ("The deployment stage ends before 12 March 2025.", STAGES, "date"),
        ("到2025年,较大及以下事故起数下降15%。", RATE, "bound"),
        ("到2025年,较大及以上事故起数上升15%。", RATE, "change"),
        ("青岚市“十三五”期间,较大及以上事故起数下降15%。", RATE, "number"),
        ("2016年道路交通死亡25人。", TABLE, "number of something else"),
        ("组长是王建国,由市水务局牵头。", LEADS, "name"),
        ("由市教育局牵头。", LEADS, "name"),
        ("冯华是市民政局副局长,唐东是市财政局局长。", POSTS, "name"),
        ("市财政局局长是唐东。", POSTS, "name"),
        ("各县(市)人民政府牵头,市应急管理局为责任单位。", SIDES, "name"),
        ("由各县(市)人民政府牵头。", SIDES, "name"),
        ("云南由市水务局牵头。", LEADS, "place"),
        ("中期评估在2020年组织,最终评估在2018年开展。", REVIEW, "number of something else"),
    ],
)
def test_what_a_passage_does_not_say_is_a_fault(claim, ground, kind):
    assert kind in kinds(claim, ground)


def test_the_number_of_a_document_stands_as_the_passage_has_it():
    ground = Ground("发文字号: 青政办〔2017〕29号")
    assert kinds("规划的文号是青政办〔2017〕29号。", ground) == set()
    assert "name" in kinds("规划的文号是青政办〔2017〕28号。", ground)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("中期评估是2017年吗?", "不是,青岚市政府在2018年组织中期评估。"),
        ("中期评估是2017年吗?", "青岚市政府组织中期评估是在2018年,不是2017年。"),
    ],
)
def test_what_the_question_presumes_may_be_denied(question, claim):
    assert kinds(claim, REVIEW, question=question) == set()
    assert kinds(claim, REVIEW)  # without that question the passages would have to deny it


def test_a_year_that_the_passage_holds_is_not_denied():
    assert "negation" in kinds("中期评估不是2018年。", REVIEW, question="中期评估是2018年吗?") or kinds(
        "中期评估不是2018年。", REVIEW
    )
