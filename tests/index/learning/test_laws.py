import gzip
import json

from index.learning.laws import MIN_HELD_BACK_QUESTIONS, Article, LawQuestion, held_back_laws, read_similar_articles
from index.learning.pairs import Pair


def make_questions(law, count=MIN_HELD_BACK_QUESTIONS, is_safety=True):
    return [LawQuestion(f"问题{number}?", "条文", law, is_safety) for number in range(count)]


def write_rows(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines("\t".join(row) + "\n" for row in rows)


def test_held_back_laws_are_safety_laws_with_enough_questions():
    questions = [*make_questions("甲法"), *make_questions("乙法", count=3), *make_questions("丙法", is_safety=False)]
    assert held_back_laws(questions) == {"甲法"}


def test_held_back_laws_do_not_depend_on_the_order_of_the_file():
    questions = [question for number in range(50) for question in make_questions(f"法{number}")]
    assert held_back_laws(questions) == held_back_laws(reversed(questions))
    assert len(held_back_laws(questions)) == 30


def test_similar_articles_of_held_back_laws_are_left_out(tmp_path):
    folder = tmp_path / "zh_sim"
    write_rows(folder / "law_parallel_articles.tsv.gz", [("甲的条文", "丁的条文"), ("丙的条文", "丁的条文")])
    write_rows(folder / "law_crossref.tsv.gz", [("罚则", "义务", "甲法", "1"), ("罚款", "职责", "丙法", "1")])
    articles = [Article("甲法", "甲法", "甲的 条文", True), Article("丙法", "丙法", "丙的条文", True)]
    found = read_similar_articles(tmp_path, frozenset({"甲法"}), articles)
    assert found == (Pair("丙的条文", "丁的条文"), Pair("罚款", "职责"))


def test_file_format_of_law_rows_is_gzipped_json(tmp_path):
    from index.learning.laws import read_law_questions

    path = tmp_path / "zh_qp" / "law_rule_questions.jsonl.gz"
    path.parent.mkdir()
    row = {"q": "谁负责?", "p": "条文", "title": "甲法", "safety": True}
    path.write_bytes(gzip.compress(json.dumps(row, ensure_ascii=False).encode()))
    assert read_law_questions(tmp_path) == (LawQuestion("谁负责?", "条文", "甲法", True),)
