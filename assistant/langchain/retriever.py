"""The search of the program as a retriever of LangChain."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables.config import run_in_executor
from pydantic import Field, PositiveInt

from assistant.langchain.passage_documents import passage_document
from assistant.pipeline import Assistant


class PlansRetriever(BaseRetriever):
    """The passages nearest to a question, best first, found as the program itself finds them.

    Without an `assistant` it opens that of the environment's settings. `plans` are ids of documents, none for all; both it
    and `k` can be given with a call: `invoke(question, k=3)`. Raises `PlansError` as `Assistant.search` does.
    """

    assistant: Assistant = Field(default_factory=Assistant, exclude=True, repr=False)
    k: PositiveInt = 10
    plans: tuple[str, ...] = ()

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - of the interface
        **given: Any,  # noqa: ANN401 - of the interface
    ) -> list[Document]:
        return self._found(query, **given)

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,  # noqa: ARG002 - of the interface
        **given: Any,  # noqa: ANN401 - of the interface
    ) -> list[Document]:
        """In a thread, so that whoever awaits several has them found side by side; the default would lose `given`."""
        return await run_in_executor(None, self._found, query, **given)

    def _found(self, query: str, k: int | None = None, plans: tuple[str, ...] | None = None) -> list[Document]:
        chosen = self.plans if plans is None else plans
        index = self.assistant.index
        for plan in chosen:
            index.described(plan)  # rather an error than no passage, which would read as nothing told
        found = self.assistant.search(query, chosen, self.k if k is None else k)
        return [passage_document(index, chunk, score) for chunk, score in found]
