"""The model that somebody set in the page: kept in the data folder, its key for the one who calls it and nobody else."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from index.errors import SettingsError
from index.language_model.uses import Use
from index.settings import Settings

ENVIRONMENT, PAGE, NONE = "environment", "page", "none"
"""Where a model was set."""


@dataclass(frozen=True, slots=True)
class KeptModel:
    """A model: `name` is provider:model; `base_url` and `key` are empty where the provider's own variables hold them."""

    name: str
    base_url: str
    key: SecretStr
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class ModelDescription:
    """What may be told of the model in use; `source` is where it was set."""

    name: str
    base_url: str
    uses: tuple[Use, ...]
    source: str
    key_is_set: bool


def model_folder(settings: Settings) -> Path:
    """Where what belongs to language models lies."""
    return settings.data_dir / "language-model"


def keep(settings: Settings, name: str, base_url: str, key: str, uses: tuple[Use, ...]) -> None:
    """Set the model of a data folder; an empty key leaves the one that is kept, if the address stays the same.

    Raises:
        SettingsError: The name is no provider:model, or the address none of http or https.
    """
    if not all(name.partition(":")):
        raise SettingsError(
            f"{name!r} is no language model; write provider:model, as openai:qwen3-32b", code="model_name"
        )
    if base_url and not base_url.startswith(("http://", "https://")):
        raise SettingsError(f"{base_url!r} is no address; begin it with http:// or https://", code="model_address")
    before = kept(settings)
    if not key and before and before.base_url == base_url:
        key = before.key.get_secret_value()  # never sent to another address than the one it was given for
    told = {"name": name, "base_url": base_url, "key": key, "uses": [str(use) for use in uses]}
    path = _file(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False)
    fresh.replace(path)


def kept(settings: Settings) -> KeptModel | None:
    """The model that was set in the page; None where none was, or its file is damaged."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told: dict[str, Any] = json.loads(_file(settings).read_text(encoding="utf-8"))
        uses = tuple(Use(use) for use in told["uses"])
        return KeptModel(str(told["name"]), str(told["base_url"]), SecretStr(str(told["key"])), uses)
    return None


def forget(settings: Settings) -> None:
    """Take the model that was set in the page away, its key with it."""
    _file(settings).unlink(missing_ok=True)


def model_in_use(settings: Settings) -> KeptModel | None:
    """The model of the environment, else that of the page; None where there is neither."""
    if settings.llm:
        return KeptModel(settings.llm, "", SecretStr(""), uses_of(settings))
    return kept(settings)


def described(settings: Settings) -> ModelDescription:
    """What may be shown of the model in use."""
    model = model_in_use(settings)
    if model is None:
        return ModelDescription("", "", uses_of(settings), NONE, key_is_set=False)
    source = ENVIRONMENT if settings.llm else PAGE
    return ModelDescription(
        model.name, model.base_url, model.uses, source, key_is_set=bool(model.key.get_secret_value())
    )


def uses_of(settings: Settings) -> tuple[Use, ...]:
    """What `PLANS_LLM_USES` names. Raises `SettingsError` for a use that there is not."""
    names = [name.strip() for name in settings.llm_uses.split(",") if name.strip()]
    if unknown := [name for name in names if name not in list(Use)]:
        raise SettingsError(f"PLANS_LLM_USES={unknown[0]!r}: there is no such use; there are {', '.join(Use)}")
    return tuple(map(Use, names))


def _file(settings: Settings) -> Path:
    return model_folder(settings) / "model.json"
