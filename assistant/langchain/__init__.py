"""The parts of the program behind the interfaces of LangChain: for chains, agents and stores of its users.

    from assistant.langchain import PlansRetriever
    documents = PlansRetriever(k=5).invoke("克州燃气安全谁牵头?")

Names are imported when they are first used, so that who does not use LangChain does not load it. docs/langchain.md has an
example of each.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.langchain.agent_tool import plans_tool
    from assistant.langchain.embeddings import PlansEmbeddings
    from assistant.langchain.loader import Pieces, PlansLoader
    from assistant.langchain.retriever import PlansRetriever
    from assistant.langchain.runnable import plans_runnable
    from assistant.langchain.splitter import PassageSplitter
    from assistant.langchain.vector_store import PlansVectorStore

__all__ = [
    "PassageSplitter",
    "Pieces",
    "PlansEmbeddings",
    "PlansLoader",
    "PlansRetriever",
    "PlansVectorStore",
    "plans_runnable",
    "plans_tool",
]
_HOMES = {
    "PassageSplitter": "splitter",
    "Pieces": "loader",
    "PlansEmbeddings": "embeddings",
    "PlansLoader": "loader",
    "PlansRetriever": "retriever",
    "PlansVectorStore": "vector_store",
    "plans_runnable": "runnable",
    "plans_tool": "agent_tool",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'assistant.langchain' has no attribute {name!r}")
    return getattr(import_module(f"assistant.langchain.{_HOMES[name]}"), name)
