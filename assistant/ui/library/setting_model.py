"""The panel in which a language model is set, tested and removed. Its key goes in and never comes out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.ui.library.file_forms import FileState, file_states
from assistant.ui.library.model_words import words
from assistant.ui.shared.controls import blank
from assistant.ui.shared.notes import heading, hint
from assistant.ui.shared.told import told
from index.errors import PlansError
from index.language_model.kept_model import ENVIRONMENT, NONE, described, forget, keep
from index.language_model.language_model import reachable
from index.language_model.uses import Use
from index.settings import Settings

MAX_CHARS = 300
"""Of a name, an address or a key."""
TEST_SECONDS = 20.0
"""Longest time that somebody waits at the page for a sign of life."""


@dataclass(frozen=True, slots=True)
class ModelParts:
    """The controls of the panel."""

    heading: gr.HTML
    state: gr.HTML
    name: gr.Textbox
    base_url: gr.Textbox
    key: gr.Textbox
    uses: gr.CheckboxGroup
    save: gr.Button
    test: gr.Button
    remove: gr.Button
    done: gr.HTML

    @property
    def all(self) -> list[Any]:
        """What a change puts anew."""
        return [self.state, self.name, self.base_url, self.key, self.uses, self.save, self.test, self.remove, self.done]


def build_model() -> ModelParts:
    """Lay the panel out; wording and values follow with the language."""
    title, state = blank(), blank("model-state")
    with gr.Row():
        name = gr.Textbox(max_lines=1, max_length=MAX_CHARS, min_width=200, elem_id="model-name")
        base_url = gr.Textbox(max_lines=1, max_length=MAX_CHARS, min_width=200, elem_id="model-address")
    key = gr.Textbox(type="password", max_lines=1, max_length=MAX_CHARS, elem_id="model-key")
    uses = gr.CheckboxGroup(list(Use), elem_id="model-uses")
    with gr.Row(elem_classes="buttons"):
        save = gr.Button("", variant="primary", size="sm", min_width=0, elem_id="model-save")
        test = gr.Button("", size="sm", min_width=0, elem_id="model-test")
        remove = gr.Button("", size="sm", min_width=0, elem_id="model-remove")
    return ModelParts(title, state, name, base_url, key, uses, save, test, remove, blank("model-done"))


def model_words(parts: ModelParts, settings: Settings, language: str) -> dict[Any, Any]:
    """Updates that put the panel into `language` and show what is set; of the key, only whether there is one."""
    return {
        parts.heading: heading(words(language, "model_title"), words(language, "model_text")),
        **_as_set(parts, settings, language),
        parts.done: "",
    }


def _as_set(parts: ModelParts, settings: Settings, language: str) -> dict[Any, Any]:
    model = described(settings)
    fixed = model.source == ENVIRONMENT
    state = "model_of_environment" if fixed else "model_none" if model.source == NONE else "model_set"
    kept_key = words(language, "model_key_set" if model.key_is_set else "model_key_unset")
    labels = [(words(language, f"use_{use}"), str(use)) for use in Use]
    named = [str(use) for use in model.uses]
    return {
        parts.state: hint(words(language, state, name=model.name)),
        parts.name: gr.update(
            label=words(language, "model_name"),
            placeholder="openai:qwen3-32b",
            value=model.name,
            interactive=not fixed,
        ),
        parts.base_url: gr.update(
            label=words(language, "model_base_url"),
            placeholder="http://127.0.0.1:8000/v1",
            value=model.base_url,
            interactive=not fixed,
        ),
        parts.key: gr.update(label=words(language, "model_key"), placeholder=kept_key, value="", visible=not fixed),
        parts.uses: gr.update(label=words(language, "model_uses"), choices=labels, value=named, interactive=not fixed),
        parts.save: gr.update(value=words(language, "model_save"), visible=not fixed),
        parts.test: gr.update(value=words(language, "model_test"), visible=model.source != NONE),
        parts.remove: gr.update(value=words(language, "model_remove"), visible=not fixed and model.source != NONE),
    }


def connect_model(parts: ModelParts, settings: Settings, language: gr.State) -> None:
    """Wire the buttons."""

    def save(name: str, base_url: str, key: str, uses: list[str], chosen: str) -> dict[Any, Any]:
        return _shown(parts, settings, _saved(settings, (name, base_url, key), uses, chosen), chosen)

    def test(chosen: str) -> str:
        return file_states([_tested(settings, chosen)])

    def remove(chosen: str) -> dict[Any, Any]:
        return _shown(parts, settings, _removed(settings, chosen), chosen)

    in_turn: dict[str, Any] = {"concurrency_limit": 1, "concurrency_id": "model"}
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "minimal"}
    written = [parts.name, parts.base_url, parts.key, parts.uses]
    parts.save.click(save, [*written, language], parts.all, **in_turn, **private)
    parts.test.click(test, [language], parts.done, **in_turn, **private)
    parts.remove.click(remove, [language], parts.all, **in_turn, **private)


def _shown(parts: ModelParts, settings: Settings, lines: Sequence[FileState], language: str) -> dict[Any, Any]:
    """What is set now, and what came of the change; what was typed stays where it was not kept."""
    told_of = {parts.done: file_states(lines)}
    if lines[0].state == "bad":
        return told_of
    return _as_set(parts, settings, language) | told_of


def _saved(settings: Settings, typed: tuple[str, str, str], uses: Sequence[str], language: str) -> list[FileState]:
    """Keep the model and ask it something; the key is in no line."""
    if described(settings).source == ENVIRONMENT:
        return [_fixed(settings, language)]
    name, base_url, key = (str(text or "").strip()[:MAX_CHARS] for text in typed)
    try:
        keep(settings, name, base_url, key, tuple(use for use in Use if use in uses))
    except PlansError as exc:
        return [FileState("", told(exc, language), "bad")]
    except OSError:
        return [FileState("", words(language, "model_not_kept"), "bad")]
    return [FileState("", words(language, "model_saved"), "good"), _tested(settings, language)]


def _tested(settings: Settings, language: str) -> FileState:
    begun = time.perf_counter()
    patient = settings.model_copy(update={"llm_seconds": min(settings.llm_seconds, TEST_SECONDS)})
    try:
        reachable(patient)
    except PlansError as exc:
        return FileState("", told(exc, language), "bad")
    seconds = f"{time.perf_counter() - begun:.1f}"
    return FileState("", words(language, "model_reached", seconds=seconds), "good")


def _removed(settings: Settings, language: str) -> list[FileState]:
    if described(settings).source == ENVIRONMENT:
        return [_fixed(settings, language)]
    try:
        forget(settings)
    except OSError:
        return [FileState("", words(language, "model_not_kept"), "bad")]
    return [FileState("", words(language, "model_removed"), "good")]


def _fixed(settings: Settings, language: str) -> FileState:
    return FileState("", words(language, "model_of_environment", name=described(settings).name), "bad")
