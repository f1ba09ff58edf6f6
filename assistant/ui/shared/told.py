"""Errors in the words of the page."""

from __future__ import annotations

from assistant.ui.shared.i18n import words
from index.errors import NothingReadable, PlansError


def told(error: PlansError, language: str) -> str:
    """What went wrong and what to do, in one sentence of the page's language; for several files a line for each."""
    if isinstance(error, NothingReadable):
        files = (f"{name}: {told(refusal, language)}" for name, refusal in error.refusals)
        return "\n".join([words(language, "error_NothingReadable"), *files])
    for name in (error.code, *(kind.__name__ for kind in type(error).__mro__)):
        try:
            return words(language, f"error_{name}", message=str(error), **error.values)
        except KeyError:  # an error of a later day goes by what it is a kind of
            continue
    return str(error)
