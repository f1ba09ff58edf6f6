"""A first start without a network: `python tests/offline_start.py` starts the app on an empty data folder and asks once.

Every connection that would leave the machine is refused and told; one attempt is a failure. Where the script runs in a
network namespace of its own (`unshare --net`), libraries that are not Python have no network either. Not a pytest file,
since it needs nothing beside requirements.txt.
"""

from __future__ import annotations

import array
import fcntl
import os
import runpy
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 300
LOCAL = {"", "127.0.0.1", "localhost", "::1", "0.0.0.0", "::"}
REFUSED = "refused a connection to"
QUESTION, OFFICE, PLANS = "who leads gas safety in Kizilsu", "住房和城乡建设局", 5

_GET_FLAGS, _SET_FLAGS, _IS_UP = 0x8913, 0x8914, 0x1  # SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP of netdevice(7)


def main() -> int:
    """0 where the question was answered and nothing tried to leave the machine."""
    sys.addaudithook(refuse)
    if "--serve" in sys.argv:
        sys.argv = ["app.py"]
        os.chdir(ROOT)
        sys.path.insert(0, str(ROOT))
        runpy.run_path("app.py", run_name="__main__")
        return 0
    _raise_loopback()
    with TemporaryDirectory() as folder:
        return _try(Path(folder))


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook (PEP 578): refuses what would leave the machine, before it does."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event == "socket.getaddrinfo":
        host = arguments[0] or ""
    else:
        return
    host = host.decode() if isinstance(host, bytes) else str(host)
    if host not in LOCAL:
        sys.stderr.write(f"{REFUSED} {host}\n")
        raise ConnectionRefusedError(f"{REFUSED} {host}")


def _raise_loopback() -> None:
    """In a fresh network namespace even 127.0.0.1 is down."""
    if sys.platform != "linux":
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = array.array("B", struct.pack("16sh14x", b"lo", 0))
        fcntl.ioctl(control, _GET_FLAGS, request)
        flags = struct.unpack("16sh14x", request.tobytes())[1]
        if not flags & _IS_UP:
            fcntl.ioctl(control, _SET_FLAGS, struct.pack("16sh14x", b"lo", flags | _IS_UP))


def _try(folder: Path) -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}/"
    # A home of its own: no cache of an earlier run may help.
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PLANS_", "HF_", "GRADIO_"))}
    own = {"HOME": str(folder), "PLANS_DATA_DIR": str(folder / "data"), "PLANS_PORT": address[:-1].rpartition(":")[2]}
    command = [sys.executable, str(Path(__file__).resolve()), "--serve"]
    started = time.monotonic()
    log_file = folder / "log"
    with log_file.open("w") as log:
        process = subprocess.Popen(command, cwd=folder, env=kept | own, stdout=log, stderr=log)
    try:
        problem = _wait(process, address) or _ask(address, started)
    finally:
        process.terminate()
        process.wait(timeout=30)
    told = log_file.read_text(encoding="utf-8")
    problem = problem or (REFUSED in told and "the app tried to leave the machine")
    if problem:
        sys.stderr.write(f"{told}\n{problem}\n")
        return 1
    sys.stdout.write("nothing tried to leave the machine\n")
    return 0


def _wait(process: subprocess.Popen[bytes], address: str) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=5) as page:
                return "" if page.status == 200 else f"the page answers {page.status}"
        except (URLError, OSError):
            if process.poll() is not None:
                return f"the app ended with {process.returncode}"
            time.sleep(0.2)
    return "the page did not come up"


def _ask(address: str, started: float) -> str:
    """What is wrong with the first answer; "" where it is right."""
    up_seconds = time.monotonic() - started
    os.environ["HF_HUB_OFFLINE"] = "1"  # else the client, which is not ours, reports that it is used
    from gradio_client import Client

    client = Client(address, verbose=False)
    answer = client.predict(QUESTION, [], [], api_name="/ask")
    seconds = time.monotonic() - started
    sys.stdout.write(f"plans indexed and page up after {up_seconds:.1f} s, question answered after {seconds:.1f} s\n")
    sys.stdout.write(f"{QUESTION}\n{answer['answer']}\n")
    documents = client.predict(api_name="/documents")
    if len(documents) < PLANS:
        return f"{len(documents)} plans instead of {PLANS}"
    if answer["refused"] or OFFICE not in answer["answer"]:
        return f"the answer does not name {OFFICE}"
    if not any(citation["quote"].lstrip().startswith("11.") for citation in answer["citations"]):
        return "item 11 of the division of duties is not cited"
    return ""


if __name__ == "__main__":
    sys.exit(main())
