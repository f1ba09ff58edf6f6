"""What keeps questions from being a fair test; and that the fixed set is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evals.questions.question_files import load_questions
from evals.questions.validate import counts, validate

if TYPE_CHECKING:
    from tests.evals.conftest import Builder

TEXTS = {
    "kizilsu-2024": "职责:11.自治州住房和城乡建设局。重点突出\n\n城镇燃气,含瓶装液化石油气。",
    "kunming-14th": "无",
}
DOCUMENTS = Path(__file__).parents[3] / "documents"


def test_sound_question_has_no_problem(make: Builder) -> None:
    assert validate((make.question(), make.unanswerable()), TEXTS) == ()


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"evidence": ("由教育局负责城镇燃气",)}, "does not stand in its plans"),
        ({"evidence": ()}, "has no evidence"),
        ({"plans": ("xian-14th",)}, "plan 'xian-14th' is none of"),
        ({"plans": ()}, "names no plan"),
        ({"nuggets": ()}, "has no nuggets"),
        ({"nuggets": ((),)}, "without spellings"),
        ({"nuggets": (("3",),)}, "so short"),
        ({"nuggets": (("。",),)}, "so short"),
        ({"forbidden": ("建设局",)}, "stands in an accepted spelling"),
        ({"kind": "who"}, "kind 'who' is none of"),
        ({"lang": "de"}, "lang 'de' is none of"),
        ({"tags": ("fun",)}, "tag 'fun' is none of"),
        ({"tags": ()}, "has no tag"),
        ({"kind": "followup"}, "history belongs to follow-ups"),
        ({"history": ("谁?",)}, "history belongs to follow-ups"),
        ({"kind": "compare"}, "fewer than two plans"),
        ({"kind": "none"}, "answerable does not go with the kind"),
        ({"answerable": False}, "the plans do not answer it, yet"),
        ({"question": " ?"}, "the question is empty"),
    ],
)
def test_faulty_question_is_named(make: Builder, changes: dict[str, object], what: str) -> None:
    problems = validate((make.question(**changes),), TEXTS)
    assert any(what in problem.what for problem in problems), problems


def test_same_question_twice_is_named_whatever_its_punctuation(make: Builder) -> None:
    problems = validate((make.question(id="a"), make.question(id="b", question="克州燃气安全,谁牵头?")), TEXTS)
    assert [(problem.question_id, problem.what) for problem in problems] == [("b", "asks the same as a")]


def test_id_used_twice_is_named(make: Builder) -> None:
    problems = validate((make.question(), make.question(question="另一个问题?")), TEXTS)
    assert [problem.what for problem in problems] == ["the id is used twice"]


def test_counts_are_by_kind_language_plan_tag_and_split(make: Builder) -> None:
    totals = counts((make.question(), make.unanswerable(lang="en")))
    assert totals["kind"] == {"duty": 1, "none": 1}
    assert totals["plan"] == {"kizilsu-2024": 1}
    assert sum(totals["split"].values()) == 2


def test_fixed_set_is_sound() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in DOCUMENTS.glob("*.txt")}
    assert validate(load_questions(), texts) == ()


def test_fixed_set_is_as_large_as_promised() -> None:
    totals = counts(load_questions())
    assert sum(totals["lang"].values()) >= 500
    assert abs(totals["lang"]["zh"] - totals["lang"]["en"]) <= 20
    assert min(totals["kind"].values()) >= 40
    assert min(totals["plan"].values()) >= 80
    assert totals["kind"]["none"] >= 60
    assert totals["kind"]["followup"] >= 50
    assert totals["kind"]["compare"] >= 50
    assert totals["tag"]["slip"] + totals["tag"]["keywords"] + totals["tag"]["mixed"] >= 60
    assert totals["tag"]["paraphrase"] >= 150
