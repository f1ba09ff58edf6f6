import numpy as np

from index.learning.laws import LawQuestion
from index.learning.measure import Judged, judged_law_questions, measure


def one_hot(texts):
    return np.eye(7, dtype=np.float32)[[int(text) for text in texts]]


def test_recall_counts_first_places_and_first_five():
    questions = [Judged("0", frozenset({0})), Judged("3", frozenset({1}))]
    recall = measure(one_hot, questions, ["0", "1", "2", "3", "4", "5", "6"])
    assert recall.at_1 == 1 / 2  # "0" finds passage 0; "3" finds passage 3 first
    assert recall.at_5 == 2 / 2  # passage 1 shares the second place with the others and comes early
    assert recall.questions == 2


def test_only_questions_of_held_back_laws_are_judged():
    questions = [LawQuestion("甲?", "甲条", "甲法", True), LawQuestion("乙?", "乙条", "乙法", True)]
    judged, passages = judged_law_questions(questions, frozenset({"乙法"}))
    assert judged == (Judged("乙?", frozenset({0})),)
    assert passages == ("乙条",)
