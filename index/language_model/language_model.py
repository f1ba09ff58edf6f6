"""A language model through LangChain: the only module that knows of LangChain's models, their messages and errors."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from index.errors import AnswerMalformed, LanguageModelError, ModelBrokeOff, ModelTooSlow, SettingsError
from index.language_model.called import Deadline, one_of, patiently, told_as_ours
from index.language_model.kept_answers import KeptAnswers
from index.language_model.kept_model import KeptModel, model_folder, model_in_use
from index.language_model.thinking import without_thinking
from index.language_model.uses import Use
from index.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

Shape = TypeVar("Shape", bound=BaseModel)

CHARS_A_TOKEN = 2.0
"""Of Chinese and English together, where a server does not tell how many it used: rather too many tokens than too few."""
_SPEAKING_LOGGERS = ("openai", "httpx", "httpx2", "httpcore", "httpcore2", "anthropic")
"""They tell requests with their headers when asked to tell everything."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked: how it shall work, and the matter; `most_tokens` bounds what it may write."""

    system: str
    text: str
    most_tokens: int


class LanguageModel:
    """A model that is set up; may be shared between threads."""

    def __init__(self, model: BaseChatModel, name: str, settings: Settings) -> None:
        self._model, self.name = model, name
        self._seconds, self._at_once = settings.llm_seconds, settings.llm_at_once
        self._kept = KeptAnswers(model_folder(settings), settings.llm_tokens_a_day)

    def stream(self, prompt: Prompt) -> Iterator[str]:
        """What the model writes, in pieces as they come; at once where it was asked the same before.

        Raises:
            LanguageModelError: It cannot be reached, takes too long, breaks off, or may not be asked now.
        """
        if (before := self._kept.find(self.name, prompt.system, prompt.text)) is not None:
            yield before
            return
        self._kept.require_budget(self.name)
        deadline = Deadline.within(self._seconds)
        written: list[str] = []
        with one_of(self._at_once, self.name, deadline):
            for piece in without_thinking(self._pieces(prompt, deadline)):
                written.append(piece)
                yield piece
        self._kept.keep("".join(written), self.name, prompt.system, prompt.text)

    def structured(self, prompt: Prompt, shape: type[Shape]) -> Shape:
        """What the model answers, in the fields of `shape`.

        Raises:
            LanguageModelError: As for `stream`, or its answer has not these fields.
        """
        asked = (self.name, prompt.system, prompt.text, shape.__name__)
        if (before := self._kept.find(*asked)) is not None and (known := _read(before, shape)):
            return known
        self._kept.require_budget(self.name)
        deadline = Deadline.within(self._seconds)
        with one_of(self._at_once, self.name, deadline):
            answer = self._by_schema(prompt, shape, deadline) or self._by_words(prompt, shape, deadline)
        if answer is None:
            raise AnswerMalformed(f"the language model {self.name} did not answer in the form that was asked for")
        self._kept.keep(answer.model_dump_json(), *asked)
        return answer

    def _pieces(self, prompt: Prompt, deadline: Deadline) -> Iterator[str]:
        def begin() -> tuple[Iterator[Any], Any]:
            pieces = self._model.stream(_messages(prompt), max_tokens=prompt.most_tokens)
            return pieces, next(pieces, None)

        pieces, piece = patiently(begin, self.name, deadline)
        written, used, reason = 0, 0, ""
        try:
            while piece is not None:
                if not deadline.left:
                    raise ModelTooSlow(f"the language model {self.name} took too long")
                written += len(piece.text)
                used = max(used, (piece.usage_metadata or {}).get("total_tokens", 0))
                reason = piece.response_metadata.get("finish_reason") or reason
                yield str(piece.text)
                piece = next(pieces, None)
        except LanguageModelError:
            raise
        except Exception as exc:  # noqa: BLE001 - each provider has errors of its own
            error = told_as_ours(exc, self.name, deadline)
            raise error if isinstance(error, ModelTooSlow) else self._broke_off() from None
        finally:
            self._kept.spend(used or _estimated(prompt, written))
        if reason != "stop":
            raise self._broke_off()

    def _broke_off(self) -> ModelBrokeOff:
        return ModelBrokeOff(f"the language model {self.name} ended in the midst of its answer")

    def _by_schema(self, prompt: Prompt, shape: type[Shape], deadline: Deadline) -> Shape | None:
        """The answer of a server that holds its model to a schema; None where it does not, or knows no schemas."""
        from langchain_core.exceptions import OutputParserException

        try:
            bound = self._model.with_structured_output(shape, method="json_schema", include_raw=True)
        except (NotImplementedError, ValueError, TypeError):
            return None

        def call() -> dict[str, Any]:
            try:
                return dict(bound.invoke(_messages(prompt), max_tokens=prompt.most_tokens))
            except (ValueError, OutputParserException):  # what came is not of the schema, or no JSON
                return {}

        try:
            told = patiently(call, self.name, deadline)
        except LanguageModelError as exc:
            if "status 400" in str(exc):
                return None
            raise
        if not told:
            self._kept.spend(_estimated(prompt, 0))
            return None
        self._note(told["raw"], prompt)
        parsed = told["parsed"]
        return parsed if isinstance(parsed, shape) else _read(_text(told["raw"]), shape)

    def _by_words(self, prompt: Prompt, shape: type[Shape], deadline: Deadline) -> Shape | None:
        """The answer of a model that is told the schema in words."""
        schema = json.dumps(shape.model_json_schema(), ensure_ascii=False)
        told = Prompt(f"{prompt.system}\n\nJSON schema: {schema}\nOnly JSON.", prompt.text, prompt.most_tokens)
        message = patiently(
            lambda: self._model.invoke(_messages(told), max_tokens=told.most_tokens), self.name, deadline
        )
        self._note(message, told)
        return _read(_text(message), shape)

    def _note(self, message: BaseMessage, prompt: Prompt) -> None:
        used = (getattr(message, "usage_metadata", None) or {}).get("total_tokens", 0)
        self._kept.spend(used or _estimated(prompt, len(_text(message))))


def open_model(settings: Settings, use: Use) -> LanguageModel | None:
    """The language model for a use; None where none is set up, or not for this.

    Raises:
        SettingsError: Its provider is not known, or what it needs is not installed.
    """
    model = model_in_use(settings)
    if model is None or use not in model.uses:
        return None
    return _opened(model, model.key.get_secret_value(), settings)


def reachable(settings: Settings) -> str:
    """What the model in use answers to a greeting; "" where none is set.

    Raises as `LanguageModel.stream` and `open_model`.
    """
    model = model_in_use(settings)
    if model is None:
        return ""
    opened = _opened(model, model.key.get_secret_value(), settings)
    deadline = Deadline.within(settings.llm_seconds)
    greeting = Prompt("Answer with one word.", "OK?", 200)
    message = patiently(lambda: opened._model.invoke(_messages(greeting), max_tokens=200), model.name, deadline)
    return _text(message)


@lru_cache(maxsize=8)
def _opened(model: KeptModel, key: str, settings: Settings) -> LanguageModel:
    from langchain.chat_models import init_chat_model

    for name in _SPEAKING_LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)
    given: dict[str, Any] = {"timeout": settings.llm_seconds, "max_retries": 0, "temperature": 0}
    given |= {"base_url": model.base_url} if model.base_url else {}
    given |= {"api_key": key} if key else {}
    provider = model.name.partition(":")[0]
    try:
        chat = init_chat_model(model.name, **given)
    except ImportError:
        raise SettingsError(
            f"the language model {model.name} needs the package langchain-{provider}; install it with pip"
        ) from None
    except Exception as exc:  # noqa: BLE001 - each provider has errors of its own
        missing = "its key is not set" if "api_key" in str(exc).lower() else "LangChain does not know it"
        raise SettingsError(f"the language model {model.name} cannot be set up: {missing}") from None
    return LanguageModel(chat, model.name, settings)


def _messages(prompt: Prompt) -> list[tuple[str, str]]:
    return [("system", prompt.system), ("human", prompt.text)]


def _text(message: BaseMessage) -> str:
    return "".join(without_thinking([str(message.text)]))


def _read(text: str, shape: type[Shape]) -> Shape | None:
    """The fields in a text that may hold more than JSON: a fence around it, a word before it."""
    for start in (at for at, sign in enumerate(text) if sign == "{"):
        try:
            value, _ = json.JSONDecoder().raw_decode(text, start)
            return shape.model_validate(value)
        except (ValidationError, ValueError, RecursionError):
            continue
    return None


def _estimated(prompt: Prompt, written: int) -> int:
    return int((len(prompt.system) + len(prompt.text) + written) / CHARS_A_TOKEN)
