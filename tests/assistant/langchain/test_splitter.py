"""The passages of the index, cut by LangChain's interface."""

from __future__ import annotations

from langchain_core.documents import Document

from assistant.langchain import PassageSplitter
from index import Index
from index.reading.chunk import LONGEST_CHARS

TEXT = "一、总体要求\n坚持安全第一。\n二、重点任务\n" + "由县交通运输局牵头，排查渡口隐患。" * 40


def test_passages_end_with_sentences_and_know_their_headings() -> None:
    found = PassageSplitter(add_start_index=True).create_documents([TEXT], [{"source": "a"}])
    assert [one.page_content for one in found] == PassageSplitter().split_text(TEXT)
    for one in found:
        start = one.metadata["start_index"]
        assert TEXT[start : start + len(one.page_content)] == one.page_content
        assert one.page_content.rstrip().endswith("。")
        assert len(one.page_content) <= LONGEST_CHARS
        assert one.metadata["source"] == "a"
    assert [one.metadata["section"] for one in found][:2] == ["一、总体要求", "二、重点任务"]


def test_they_are_those_of_the_index(plans: Index) -> None:
    for document in plans.documents:
        indexed = plans.document(document.id)
        if not indexed.tables:
            assert PassageSplitter().split_text(indexed.clean.text) == [chunk.text for chunk in indexed.chunks]


def test_a_page_is_kept_only_where_the_whole_text_stands_on_it() -> None:
    one = Document(page_content=TEXT, metadata={"page": 3})
    several = Document(page_content=TEXT, metadata={"page": 3, "last_page": 4})
    assert {piece.metadata["page"] for piece in PassageSplitter().split_documents([one])} == {3}
    assert all(
        not {"page", "last_page"} & piece.metadata.keys() for piece in PassageSplitter().split_documents([several])
    )
    assert one.metadata == {"page": 3}


def test_nothing_gives_nothing() -> None:
    assert PassageSplitter().split_text("") == []
    assert PassageSplitter().create_documents([]) == []
