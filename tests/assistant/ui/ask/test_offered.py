"""Questions that are offered have an answer; examples are of plans that are on file."""

from __future__ import annotations

from assistant import Assistant
from assistant.ui.ask.ask_words import EXAMPLES
from assistant.ui.ask.offered import checked, examples
from index.types import Document, Level


def test_every_example_has_an_answer(asking: Assistant) -> None:
    plans = {document.id: document for document in asking.documents()}
    offered = [text for language in ("zh", "en") for text in examples(plans, language)]
    assert offered == [text for language in ("zh", "en") for _, text in EXAMPLES[language]]
    assert [text for text in offered if not asking.is_told(text)] == []


def test_what_has_no_answer_is_not_offered(asking: Assistant) -> None:
    made = ("西安市燃气安全由谁负责", "克州燃气安全由谁负责")
    assert checked(made, asking) == ("克州燃气安全由谁负责",)


def test_examples_are_of_plans_on_file() -> None:
    document = Document(*("qinglan-2024", "规划", "", "a.md", "", "青岚县", "Qinglan", (), Level.COUNTY, (2021, 2025)))
    assert examples({"qinglan-2024": document}, "zh") == ("青岚县的主要目标是什么？",)
    assert examples({}, "en") == ()
