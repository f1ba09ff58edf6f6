"""Beside many plans: only a few are looked into, the answers say so, and the plan that tells is still found."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant, Language, Question
from assistant.evidence.retrieve import retrieve
from assistant.evidence.units import FEW_PLANS, plans_looked_into
from assistant.question.understand import understand
from index import Settings
from index.build import build

PLANS = 24
SECTORS = ("道路交通", "消防", "煤矿", "燃气", "建筑施工", "危险化学品", "特种设备", "旅游")


def plan_of(number: int) -> str:
    sector, place = SECTORS[number % len(SECTORS)], place_of(number)
    head = f"{place}“十四五”安全生产规划\n\n一、发展目标\n到2025年，{sector}事故死亡人数下降{number + 10}%。\n\n"
    return f"{head}二、主要任务\n{place}{sector}整治由{place}应急管理局牵头，每年检查{number + 2}次。\n"


def place_of(number: int) -> str:
    return f"{'青白赤黑金玉'[number % 6]}{'石沙水岭'[number // 6]}市"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("many")
    (folder / "documents").mkdir()
    for number in range(PLANS):
        (folder / "documents" / f"plan-{number:02}.txt").write_text(plan_of(number), encoding="utf-8")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    build(settings)
    return Assistant(settings)


def test_the_facts_of_a_few_plans_are_looked_at(many: Assistant) -> None:
    meant = understand(Question("煤矿死亡人数下降目标"), many.index, many.glossary)
    candidates = retrieve(meant, many.index, 15)
    looked_into = plans_looked_into(meant, candidates, many.index)
    assert len(looked_into) <= FEW_PLANS < PLANS
    assert looked_into[0] == many.index.chunk(candidates[0].chunk_id).span.document_id


def test_a_plan_that_is_named_is_found_among_many(many: Assistant) -> None:
    answer = many.ask(f"{place_of(17)}的死亡人数下降多少")
    assert "27%" in answer.answer
    assert place_of(17) in answer.citations[0].title


def test_of_many_plans_the_nearest_are_compared_and_the_answer_says_so(many: Assistant) -> None:
    answer = many.ask("比较各规划的煤矿死亡人数目标")
    rows = [line for line in answer.answer.splitlines() if line.startswith("|")]
    assert len(rows) == FEW_PLANS + 2
    assert f"共有{PLANS}个规划，这里只比较内容最相近的{FEW_PLANS}个" in answer.answer
    coal = [place_of(number) for number in range(PLANS) if SECTORS[number % len(SECTORS)] == "煤矿"]
    assert all(any(place in row for row in rows) for place in coal)


def test_plans_that_are_named_are_all_compared(many: Assistant) -> None:
    answer = many.ask(f"比较{place_of(2)}和{place_of(10)}的煤矿死亡人数目标")
    assert "12%" in answer.answer and "20%" in answer.answer
    assert "共有" not in answer.answer


def test_topics_are_compared_over_the_nearest_plans(many: Assistant) -> None:
    assert len(many.compare(["煤矿死亡人数"]).plans) == FEW_PLANS
    assert many.compare(["煤矿死亡人数"], ["baishi-14th"]).plans == ("baishi-14th",)


@pytest.mark.parametrize(
    ("text", "told"),
    [("西安市的消防目标", f"和另外{PLANS - 8}个地方的规划"), ("fire safety in Xi'an", f"and {PLANS - 8} more")],
)
def test_a_refusal_names_a_few_places_and_how_many_there_are(text: str, told: str, many: Assistant) -> None:
    answer = many.ask(text)
    assert answer.refused and told in answer.answer
    assert answer.language is (Language.ZH if "西安" in text else Language.EN)
