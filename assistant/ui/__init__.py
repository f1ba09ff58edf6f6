"""The web page: asks, shows, opens sources. `serve` starts it."""

from assistant.ui.app import build_page
from assistant.ui.serve import serve

__all__ = ["build_page", "serve"]
