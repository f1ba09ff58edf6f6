"""Controls that several pages have: places for markup, files that the reader's browser saves, sentences in a corner."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable

import gradio as gr
from gradio.events import Dependency

_SAVE = "(made) => { if (made) window.plansPage.save(made); }"


def blank(elem_id: str | None = None, *, visible: bool = True) -> gr.HTML:
    """A place for markup without Gradio's own styles and scripts; empty until the page's language is known."""
    return gr.HTML("", elem_id=elem_id, apply_default_css=False, js_on_load=None, visible=visible)


def written(box: gr.Textbox) -> Callable[..., Dependency]:
    """The event of a text in a box that changes, however: Gradio's own event of input knows keys that are pressed only.

    What comes of an input method, is pasted or deleted would go unheard.
    """
    return box.change


def sent_file(name: str, body: bytes) -> str:
    """A file as the page's script takes it."""
    return json.dumps({"name": name, "base64": base64.b64encode(body).decode("ascii")})


def save_after(made: Dependency, download: gr.Textbox) -> None:
    """Let the browser save what an event put into `download`; nothing where that is ""."""
    made.then(None, download, None, js=_SAVE, api_visibility="private")


def refusal(sentence: str) -> gr.Error:
    """To be raised where an event cannot do what it is for: the sentence comes up in a corner of the page."""
    return gr.Error(sentence, print_exception=False)
