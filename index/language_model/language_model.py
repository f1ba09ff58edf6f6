"""A language model through LangChain: the only module that knows of LangChain's models, their messages and errors."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from index.errors import AnswerMalformed, LanguageModelError, ModelTooSlow, ModelUnreachable, SettingsError
from index.language_model.called import broke_off, one_of, patiently, told_as_ours
from index.language_model.fields import NotOfTheShape, read_fields
from index.language_model.in_time import Deadline, in_time, pieces_in_time
from index.language_model.kept_answers import KeptAnswers
from index.language_model.kept_model import KeptModel, model_folder, model_in_use
from index.language_model.providers import REASONS_OF_CUTTING, at_set_up, bounded, reason_of_the_end
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
_KNOWS_NO_SCHEMAS = frozenset({400, 404, 422, 501})
"""What servers answer that cannot hold a model to a schema."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked: how it shall work, and the matter; `most_tokens` bounds what it may write."""

    system: str
    text: str
    most_tokens: int


_GREETING = Prompt("Answer with one word.", "OK?", 200)


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
        asked = self._asked(prompt, "")
        if (before := self._kept.find(*asked)) is not None:
            yield before
            return
        written: list[str] = []
        with self._turn() as deadline:
            for piece in without_thinking(self._pieces(prompt, deadline)):
                written.append(piece)
                yield piece
        self._kept.keep("".join(written), *asked)

    def structured(self, prompt: Prompt, shape: type[Shape]) -> Shape:
        """What the model answers, in the fields of `shape`; it may mend a wrong answer once.

        Raises:
            LanguageModelError: As for `stream`, or its answer has not these fields.
        """
        schema = json.dumps(shape.model_json_schema(), ensure_ascii=False, sort_keys=True)
        asked = self._asked(prompt, schema)
        if (before := self._kept.find(*asked)) is not None:
            with suppress(NotOfTheShape):
                return read_fields(before, shape)
        with self._turn() as deadline:
            answer = self._fields(prompt, shape, deadline)
        self._kept.keep(answer.model_dump_json(), *asked)
        return answer

    def greeted(self) -> str:
        """What the model answers to a greeting, never from what it answered before. Raises as `stream`."""
        with self._turn() as deadline:
            return self._written(_GREETING, _messages(_GREETING), deadline)

    @contextmanager
    def _turn(self) -> Iterator[Deadline]:
        """A call that may be made now, and when it must have ended."""
        self._kept.require_budget(self.name)
        deadline = Deadline.within(self._seconds)
        with one_of(self._at_once, self.name, deadline):
            yield deadline

    def _asked(self, prompt: Prompt, schema: str) -> tuple[str, ...]:
        return (self.name, prompt.system, prompt.text, str(prompt.most_tokens), schema)

    def _pieces(self, prompt: Prompt, deadline: Deadline) -> Iterator[str]:
        model = bounded(self._model, prompt.most_tokens)

        def begin() -> tuple[Iterator[Any], Any]:
            pieces = pieces_in_time(lambda: model.stream(_messages(prompt)), deadline)
            return pieces, next(pieces, None)

        pieces, piece = patiently(begin, self.name, deadline)
        written, used, reason = 0, 0, ""
        try:
            while piece is not None:
                written += len(piece.text)
                used = max(used, (piece.usage_metadata or {}).get("total_tokens", 0))
                reason = reason_of_the_end(piece.response_metadata) or reason
                yield str(piece.text)
                piece = next(pieces, None)
        except LanguageModelError:
            raise
        except Exception as exc:  # noqa: BLE001 - each provider has errors of its own
            error = told_as_ours(exc, self.name, deadline)
            raise error if isinstance(error, ModelTooSlow) else broke_off(self.name) from None
        finally:
            self._kept.spend(used or _estimated(prompt, written))
        if not reason or reason in REASONS_OF_CUTTING:
            raise broke_off(self.name)

    def _fields(self, prompt: Prompt, shape: type[Shape], deadline: Deadline) -> Shape:
        """The model's answer by a schema that its server holds it to, else by words; and once more, told what was wrong."""
        told = Prompt(f"{prompt.system}\n\n{_form(shape)}", prompt.text, prompt.most_tokens)
        messages = _messages(told)
        text = self._by_schema(prompt, shape, deadline)
        if text is None:
            text = self._written(told, messages, deadline)
        try:
            return read_fields(text, shape)
        except NotOfTheShape as exc:
            messages += [
                ("ai", text or "-"),
                ("human", f"Not of the schema: {exc}. Write the JSON object anew, whole."),
            ]
        try:
            return read_fields(self._written(told, messages, deadline), shape)
        except NotOfTheShape:
            raise AnswerMalformed(
                f"the language model {self.name} did not answer in the form that was asked for"
            ) from None

    def _by_schema(self, prompt: Prompt, shape: type[Shape], deadline: Deadline) -> str | None:
        """The text of a server that holds its model to a schema; None where it knows no schemas."""
        try:  # a schema, not the class: what is not of a class would be lost, and could not be mended
            model = bounded(self._model, prompt.most_tokens).with_structured_output(
                shape.model_json_schema(), method="json_schema", include_raw=True
            )
        except (NotImplementedError, ValueError, TypeError):
            return None
        try:
            told = patiently(
                lambda: in_time(lambda: dict(model.invoke(_messages(prompt))), deadline), self.name, deadline
            )
        except ModelUnreachable as exc:
            if exc.status in _KNOWS_NO_SCHEMAS:
                return None
            raise
        self._note(told["raw"], prompt)
        return _text(told["raw"])

    def _written(self, prompt: Prompt, messages: list[tuple[str, str]], deadline: Deadline) -> str:
        """The whole of what the model writes to these messages, within the bound of the prompt."""
        model = bounded(self._model, prompt.most_tokens)
        message = patiently(lambda: in_time(lambda: model.invoke(messages), deadline), self.name, deadline)
        self._note(message, prompt)
        return _text(message)

    def _note(self, message: BaseMessage, prompt: Prompt) -> None:
        used = (getattr(message, "usage_metadata", None) or {}).get("total_tokens", 0)
        self._kept.spend(used or _estimated(prompt, len(_text(message))))


def open_model(settings: Settings, use: Use) -> LanguageModel | None:
    """The language model for a use; None where none is set up, or not for this.

    Raises:
        SettingsError: Its provider is not known, or what it needs is not installed.
    """
    model = model_in_use(settings)
    if model is None:
        _opened.cache_clear()  # the key of one that was taken away is held no longer
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
    return _opened(model, model.key.get_secret_value(), settings).greeted()


@lru_cache(maxsize=1)  # the model in use alone: a key that was changed goes with its model
def _opened(model: KeptModel, key: str, settings: Settings) -> LanguageModel:
    chat = _set_up(model, key, settings.llm_seconds)
    if isinstance(chat, str):
        raise SettingsError(f"the language model {model.name} {chat}")
    return LanguageModel(chat, model.name, settings)


def _set_up(model: KeptModel, key: str, seconds: float) -> BaseChatModel | str:
    """LangChain's model, or why there is none: in words of ours, since its errors may hold the key."""
    from langchain.chat_models import init_chat_model

    provider = model.name.partition(":")[0]
    given = at_set_up(provider, seconds, model.base_url, key)
    try:
        chat: BaseChatModel = init_chat_model(model.name, **given)
    except ImportError:
        return f"needs the package langchain-{provider.replace('_', '-')}; install it with pip"
    except Exception as exc:  # noqa: BLE001 - each provider has errors of its own
        missing = "api_key" not in given and "api_key" in str(exc).lower()
        return "cannot be set up: " + ("its key is not set" if missing else "LangChain does not know it")
    for name in _SPEAKING_LOGGERS:  # behind the import, which sets them as the environment says
        logging.getLogger(name).setLevel(logging.WARNING)
    return chat


def _form(shape: type[BaseModel]) -> str:
    return f"JSON schema: {json.dumps(shape.model_json_schema(), ensure_ascii=False)}\nOnly JSON."


def _messages(prompt: Prompt) -> list[tuple[str, str]]:
    return [("system", prompt.system), ("human", prompt.text)]


def _text(message: BaseMessage) -> str:
    return "".join(without_thinking([str(message.text)]))


def _estimated(prompt: Prompt, written: int) -> int:
    return int((len(prompt.system) + len(prompt.text) + written) / CHARS_A_TOKEN)
