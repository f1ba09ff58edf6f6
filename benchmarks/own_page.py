"""The page started for the time being: on a free port, with an empty data folder and no settings of the person's own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
START_SECONDS = 300
"""A first start reads all plans, which takes a minute where others work on the machine as well."""
STOP_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Page:
    """A page that answers, and the process that was started for it."""

    address: str
    process: int


@contextmanager
def own_page(log: Path | None = None) -> Iterator[str]:
    """The address of `python app.py` on the shipped plans once it answers; what it prints goes to `log`, if one is given.

    Raises:
        SystemExit: The page did not come up.
    """
    with TemporaryDirectory() as folder, page_over({"PLANS_DATA_DIR": folder}, log) as page:
        yield page.address


@contextmanager
def page_over(settings: Mapping[str, str], log: Path | None = None) -> Iterator[Page]:
    """The same with settings of one's own, by the names of their variables.

    Raises:
        SystemExit: The page did not come up.
    """
    with (log or Path(os.devnull)).open("w", encoding="utf-8") as out:
        port = free_port()
        own = {**settings, "PLANS_PORT": str(port), "PLANS_HOST": "127.0.0.1"}
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PLANS_")} | own
        printed = {"stdout": out, "stderr": out} if log else {}
        process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, **printed)
        try:
            yield Page(_answering(f"http://127.0.0.1:{port}/", process), process.pid)
        finally:
            process.terminate()
            process.wait(timeout=STOP_SECONDS)


def free_port() -> int:
    """A port of this machine that nothing listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def listening(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers at all, which it does before the page is there.

    Raises:
        SystemExit: It did not come up.
    """
    _wait(address + "status", process)


def _answering(address: str, process: subprocess.Popen[bytes]) -> str:
    """The address as soon as the page is there."""
    _wait(address, process)
    return address


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    message = "the page did not come up"
    raise SystemExit(message)
