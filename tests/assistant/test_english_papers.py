"""Questions about papers in English, asked in either language; a paper in both languages beside them."""

from __future__ import annotations

import pytest

from assistant import Assistant
from index import Settings
from index.build import add, build

COUNTY = """Oakfield County Fire Safety Plan (2025-2027)
Oakfield County Government
March 5, 2025

1. Objectives
By the end of 2027 fires shall fall by 15 percent. Every town keeps a fire engine.

2. Responsibilities
2.1 Schools. The Education Bureau takes the lead; the Fire and Rescue Brigade assists.
2.2 Markets. The Commerce Bureau inspects all 27 markets by June 2026. The Finance Bureau pays 80,000 yuan for this.

3. Leading group
Head: Peter Marlow, County Governor.
Deputy head: Anna Birch, Deputy Governor.
"""
BOTH = """河岸县燃气安全专项整治方案
Hean County Gas Safety Campaign Plan
河岸县人民政府办公室
2025年5月6日

一、目标 Objectives
到2026年底，更换老旧燃气管道42公里。
By the end of 2026, 42 km of old gas pipes shall be replaced.

二、分工 Responsibilities
县住房和城乡建设局牵头。
"""


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("english")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    build(settings)
    for name, text in (("oakfield.txt", COUNTY), ("hean.txt", BOTH)):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        add(settings, [path])
    return Assistant(settings)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("By how much shall fires fall by 2027 in Oakfield?", "By the end of 2027 fires shall fall by 15 percent."),
        ("Who heads the leading group in Oakfield County?", "Head: Peter Marlow, County Governor."),
        ("Who inspects the markets in Oakfield?", "The Commerce Bureau inspects all 27 markets by June 2026."),
        ("How many km of gas pipes does Hean replace by 2026?", "By the end of 2026, 42 km of old gas pipes shall be replaced."),
    ],
)  # fmt: skip
def test_an_english_question_gets_the_papers_own_sentence_once(
    question: str, sentence: str, english: Assistant
) -> None:
    answer = english.ask(question).answer
    assert answer.count(sentence) == 1
    assert "Gloss" not in answer
    assert "(" not in answer.replace("(2025-2027)", "")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Oakfield县学校消防由谁牵头?",
            "Oakfield County：英文原文“The Education Bureau takes the lead; the Fire and Rescue Brigade assists.”。[1]",
        ),
        (
            "Oakfield县财政局拿出多少钱?",
            "Oakfield County：英文原文“The Finance Bureau pays 80,000 yuan for this.”。[1]",
        ),
        ("河岸县燃气整治由谁牵头?", "河岸县：县住房和城乡建设局牵头。[1]"),
    ],
)
def test_a_chinese_question_gets_english_quoted_and_chinese_where_it_stands(
    question: str, answer: str, english: Assistant
) -> None:
    assert english.ask(question).answer.removeprefix("最接近的原文——") == answer
