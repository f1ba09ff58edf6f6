"""Plans added beside the shipped ones, with their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.added.plans import added_questions, assistant_with_added_plans
from evals.questions.question_files import load_questions
from evals.questions.validate import validate

if TYPE_CHECKING:
    from index import Settings


@pytest.mark.slow
def test_every_added_plan_is_read_and_its_questions_are_sound(plans_settings: Settings) -> None:
    questions = load_questions(added_questions())
    with assistant_with_added_plans(plans_settings) as assistant:
        texts = {plan.id: assistant.index.document(plan.id).clean.text for plan in assistant.documents()}
        asked_of = {plan for question in questions for plan in question.plans}
        assert asked_of <= texts.keys()
        assert validate(questions, texts) == ()
        assert assistant.settings.data_dir != plans_settings.data_dir
