"""The web page: asks, shows, opens sources. `serve` starts it."""

from assistant.ui.app import build_page, serve

__all__ = ["build_page", "serve"]
