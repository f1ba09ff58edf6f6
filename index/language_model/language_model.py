"""A language model through LangChain: the only module that knows of LangChain's models, their messages and errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from index.errors import ModelUnreachable
from index.language_model.uses import Use
from index.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked: how it shall work, and the matter; `most_tokens` bounds what it may write."""

    system: str
    text: str
    most_tokens: int


class LanguageModel:
    """A model that is set up; may be shared between threads."""

    def __init__(self, model: BaseChatModel, name: str) -> None:
        self._model, self.name = model, name

    def stream(self, prompt: Prompt) -> Iterator[str]:
        """What the model writes, in pieces as they come.

        Raises:
            LanguageModelError: It cannot be reached, takes too long, breaks off, or may not be asked now.
        """
        try:
            for piece in self._model.stream(_messages(prompt), max_tokens=prompt.most_tokens):
                yield str(piece.text)
        except Exception as exc:
            raise ModelUnreachable(f"the language model {self.name} cannot be reached") from exc

    def structured(self, prompt: Prompt, shape: type[Shape]) -> Shape:
        """What the model answers, in the fields of `shape`.

        Raises:
            LanguageModelError: As for `stream`, or its answer has not these fields.
        """
        try:
            answer = self._model.with_structured_output(shape).invoke(_messages(prompt), max_tokens=prompt.most_tokens)
        except Exception as exc:
            raise ModelUnreachable(f"the language model {self.name} cannot be reached") from exc
        assert isinstance(answer, shape)
        return answer


def open_model(settings: Settings, use: Use) -> LanguageModel | None:
    """The language model for a use; None where none is set up, or not for this."""
    if not settings.llm or use not in settings.llm_uses:
        return None
    from langchain.chat_models import init_chat_model

    return LanguageModel(init_chat_model(settings.llm), settings.llm)


def _messages(prompt: Prompt) -> list[tuple[str, str]]:
    return [("system", prompt.system), ("human", prompt.text)]
