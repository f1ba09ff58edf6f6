"""Starts the web page: `python app.py`."""

from __future__ import annotations

import logging
import os
import sys

# Read by libraries as they are imported: nothing may be looked up or reported over the network.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")


def main() -> int:
    """Serve until stopped; 1 with one line on stderr where the settings cannot be used."""
    from assistant.ui import serve
    from index.errors import PlansError
    from index.settings import read_settings

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        serve(read_settings())
    except (PlansError, OSError) as exc:
        sys.stderr.write(f"{exc}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
