"""How each provider's class of LangChain names what we set: most have the names of OpenAI, Ollama has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

OLLAMA = "ollama"
OLLAMA_CONTEXT_TOKENS = 16_384
"""Ollama cuts a longer prompt without a word, by its own default at 4,096; a dozen passages and an answer fit here."""
NO_KEY = "none"
"""Sent to an address that was set without a key: never the key of the environment, which is for another address."""
REASONS_OF_CUTTING = frozenset(
    {"length", "max_tokens", "max_output_tokens", "model_context_window_exceeded", "content_filter", "refusal", "load"}
)
"""With these a provider says that the answer did not come to its own end."""
_NAMES_OF_THE_BOUND = ("max_tokens", "num_predict", "max_output_tokens")
_NAMES_OF_THE_REASON = ("finish_reason", "done_reason", "stop_reason")


def at_set_up(provider: str, seconds: float, base_url: str, key: str) -> dict[str, Any]:
    """What a model is set up with; the provider's own retries are off, since there is one rule for all in `called`."""
    address = {"base_url": base_url} if base_url else {}
    if provider == OLLAMA:  # it knows no keys; what thinks first would think its tokens away
        own = {"num_ctx": OLLAMA_CONTEXT_TOKENS, "reasoning": False, "client_kwargs": {"timeout": seconds}}
        return {"temperature": 0, **own, **address}
    secret = key or (NO_KEY if base_url else "")
    return {
        "temperature": 0,
        "timeout": seconds,
        "max_retries": 0,
        **address,
        **({"api_key": secret} if secret else {}),
    }


def bounded(model: BaseChatModel, most_tokens: int) -> BaseChatModel:
    """The model that writes no more than `most_tokens`, by whichever name its class has for it."""
    fields = type(model).model_fields
    return model.model_copy(update={name: most_tokens for name in _NAMES_OF_THE_BOUND if name in fields})


def reason_of_the_end(metadata: dict[str, Any]) -> str:
    """Why an answer ended, in small letters; "" where this is not told."""
    return next((str(metadata[name]).lower() for name in _NAMES_OF_THE_REASON if metadata.get(name)), "")
