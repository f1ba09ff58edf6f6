"""Short complete pieces of long sentences."""

from __future__ import annotations

import pytest

from assistant.courses.pieces import alike, best_piece, complete, list_cut, shortest_clause, trimmed, whole_statement


def piece(text: str, about: str = "", most: int = 40) -> str:
    span = best_piece(text, 0, len(text), lambda one: float(about in one), most)
    return text[span[0] : span[1]] if span else ""


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("19.深入开展改造。", "深入开展改造"),
        ("二是强化监管;", "强化监管"),
        ("(三)完善制度，", "完善制度"),
        ("同时,严格执法。", "严格执法"),
        ("总体目标:到2025年基本建成。", "到2025年基本建成"),
        ("3.5万余处隐患得到整治。", "3.5万余处隐患得到整治"),
    ],
)
def test_numbers_and_connectives_are_left_out(sentence, bare):
    start, end = trimmed(sentence, 0, len(sentence))
    assert sentence[start:end] == bare


def test_short_sentence_stays_whole():
    assert piece("2025年底前基本实现城镇建成区消防供水全覆盖。") == "2025年底前基本实现城镇建成区消防供水全覆盖"


def test_long_sentence_is_cut_to_the_clause_that_is_wanted():
    text = "深入开展老旧场所消防设施升级改造,推进老旧住宅小区安装独立式火灾报警装置,加强应急逃生出口安全专项治理。"
    assert "火灾报警" in piece(text, "火灾报警", 30)


@pytest.mark.parametrize(
    "fragment",
    [
        "并建立长效机制和考核办法",  # leans on what stands before it
        "按照先进适用技术装备推广目录",  # waits for what follows
        "在法规标准、政策措施等方面",
        "打通“生命通道安全专项治理",  # a quote left open
        "2\t渔船避碰工程\t市海洋与渔业局",  # a row without its heads
        "减少36.2%2011年至2015年发生事故",  # the source lost a mark
        "严格执法",
        "企业主要负责人要在全面评估研判的基础上",  # says upon what, not yet what
        "各部门在确保安全的前提下",
        "对隐患整改不到位的",
    ],
)
def test_fragment_cannot_stand_alone(fragment):
    assert not complete(fragment)


def test_piece_of_a_long_sentence_never_joins_two_matters():
    text = "拉开考核梯次并如实向州委报告情况;优化考核巡查方式方法和长效机制,对突出问题及时约谈通报。"
    assert ";" not in piece(text, "", 40)


def test_a_cut_never_ends_where_it_is_only_said_by_what_a_firm_acts():
    told = "常态化开展从业人员隐患排查治理技能教育和培训"
    text = f"{told},企业依据风险管控清单,对风险部位{'、措施' * 50}定期排查和专项排查,落实监控治理责任。"
    span = whole_statement(text, 0, len(text), lambda one: float("教育" in one))
    assert text[span[0] : span[1]] == told


def test_a_sentence_is_whole_however_its_last_clause_opens():
    text = "企业主要负责人要在全面评估研判的基础上,通过各种途径向社会和全体员工公开管控风险的情况。"
    assert whole_statement(text, 0, len(text), lambda _: 0.0) == (0, len(text) - 1)


def test_of_clauses_the_shortest_whole_one_on_the_matter_is_taken():
    text = "按照目录,加大矿山、交通、燃气等行业设备淘汰更新力度,推进企业有序关闭"
    assert shortest_clause(text, lambda one: float("燃气" in one)) == "加大矿山、交通、燃气等行业设备淘汰更新力度"


def test_a_list_is_cut_between_its_members_but_never_between_verb_and_object():
    text = "校舍设施、实验室危险化学品、校车、校园特种设备、校园燃气"
    assert list_cut(text, lambda one: float("燃气" in one), 16) == "校车、校园特种设备、校园燃气等"
    assert list_cut(f"加大{text}更新力度", lambda one: float("燃气" in one), 16) == ""


def test_likeness_is_of_the_shorter_text():
    assert alike("加强燃气安全监管", "各部门要加强燃气安全监管,严格执法") == 1.0
    assert alike("加强燃气安全监管", "煤矿百万吨死亡率") == 0.0
    assert alike("", "煤矿") == 0.0
