"""Places on a page that hold markup made in `render`; empty until the page's language is known."""

from __future__ import annotations

import gradio as gr


def blank(elem_id: str | None = None, *, visible: bool = True) -> gr.HTML:
    """An empty piece of markup without Gradio's own styles and scripts."""
    return gr.HTML("", elem_id=elem_id, apply_default_css=False, js_on_load=None, visible=visible)
