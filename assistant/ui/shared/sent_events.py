"""What the page's script sends with an event, as texts: a browser may send anything in their place, or nothing."""

from __future__ import annotations

import gradio as gr

MAX_SENT_CHARS = 4_000_000


def sent_text(event: gr.EventData, name: str, limit_chars: int = MAX_SENT_CHARS) -> str:
    """A text of an event, cut; "" where there is none. Halves of characters, which could not be written, are replaced."""
    try:
        value = getattr(event, name)
    except (AttributeError, TypeError):  # no such name, or no names at all
        return ""
    return value[:limit_chars].encode("utf-8", "replace").decode() if isinstance(value, str) else ""
