from index.learning.laws import Article
from index.learning.matters import article_matters, title_place


def test_title_place_is_the_place_without_its_rank():
    assert title_place("郑州市房屋使用安全管理条例") == "郑州"


def test_title_place_of_a_national_law_is_empty():
    assert title_place("中华人民共和国电力法") == ""


def test_article_with_one_clause_gives_no_matter():
    assert article_matters([Article("甲法", "甲法", "本条例自发布之日起施行", True)], seed=1) == ()


def test_matter_is_a_clause_of_its_article_and_the_passage_keeps_the_heading():
    text = "生产经营单位应当建立台账,如实记录隐患排查情况。应急管理部门应当加强监督检查。"
    (matter,) = article_matters([Article("浙江省消防条例", "浙江省消防条例 第一章", text, True)], seed=1)
    assert matter.text in text
    assert matter.passage.startswith("浙江省消防条例 第一章 ")
    assert matter.place == "浙江"
