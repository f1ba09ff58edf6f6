"""The retriever of LangChain finds what the program finds, alone, side by side and in a chain."""

from __future__ import annotations

import asyncio

import pytest
from langchain_core.runnables import RunnablePassthrough

from assistant import Assistant
from assistant.errors import QuestionError
from assistant.langchain import PlansRetriever
from index.errors import UnknownDocument

QUESTION = "克州燃气安全谁牵头?"


def test_it_finds_what_the_program_finds_with_where_it_stands(asking: Assistant) -> None:
    found = PlansRetriever(assistant=asking, k=3).invoke(QUESTION)
    expected = asking.search(QUESTION, k=3)
    assert [(one.id, one.page_content) for one in found] == [(chunk.id, chunk.text) for chunk, _ in expected]
    for document, (chunk, score) in zip(found, expected, strict=True):
        told = document.metadata
        assert told["document"] == chunk.span.document_id
        assert told["score"] == score
        text = asking.index.text(told["document"])
        assert text.text[told["start"] : told["end"]] == document.page_content
        assert told.get("page") == text.page_of(told["start"])
        assert told["section"].split(" > ") == list(chunk.heading_path)
        assert told["title"] == asking.index.shown_title(told["document"])
        assert told["place"]
        assert None not in told.values()


def test_number_and_plans_are_those_of_the_call_where_it_names_them(asking: Assistant) -> None:
    plan = asking.documents()[0].id
    retriever = PlansRetriever(assistant=asking, k=4)
    assert len(retriever.invoke("安全生产", k=2)) == 2
    assert {one.metadata["document"] for one in retriever.invoke("安全生产", plans=(plan,))} == {plan}
    of_plan = PlansRetriever(assistant=asking, plans=(plan,))
    assert {one.metadata["document"] for one in of_plan.invoke("work safety")} == {plan}


def test_several_are_found_side_by_side(asking: Assistant) -> None:
    retriever = PlansRetriever(assistant=asking, k=2)
    asked = [QUESTION, "Who leads on mine safety?", "应急预案演练"]

    async def found() -> list[list[str]]:
        each = await asyncio.gather(*(retriever.ainvoke(one, k=1) for one in asked))
        return [[document.id for document in documents] for documents in each]

    assert asyncio.run(found()) == [[one.id for one in retriever.invoke(text, k=1)] for text in asked]


def test_it_stands_in_a_chain(asking: Assistant) -> None:
    retriever = PlansRetriever(assistant=asking, k=1)
    chain = {"context": retriever | (lambda found: found[0].page_content), "question": RunnablePassthrough()}
    given = (RunnablePassthrough() | chain).invoke(QUESTION)
    assert given == {"context": asking.search(QUESTION, k=1)[0][0].text, "question": QUESTION}


def test_errors_are_ours(asking: Assistant) -> None:
    with pytest.raises(QuestionError):
        PlansRetriever(assistant=asking).invoke(" ")
    with pytest.raises(UnknownDocument):
        PlansRetriever(assistant=asking, plans=("nowhere",)).invoke(QUESTION)
