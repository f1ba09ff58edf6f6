"""Opens the store of saved work when it is first asked for: the page is up before the libraries of the database are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.settings import Settings

if TYPE_CHECKING:
    from assistant.saved.works import Works


def works_on_file(settings: Settings) -> Works:
    """All saved work."""
    from assistant.saved.works import Works

    return Works(settings)
