"""Servers started for the time being, on free ports of this machine: a PostgreSQL (Debian's package) and a Chroma."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

HOST = "127.0.0.1"
_START_SECONDS = 60.0
_STOP_SECONDS = 20.0
_DEBIAN = Path("/usr/lib/postgresql")  # Debian puts no server command on the path
_RunAs = dict[str, Any]  # arguments of `subprocess` that say whose process it is to be
_ACCOUNT = "postgres"  # made by Debian's package; PostgreSQL refuses to run as root


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """A server that answers: its maintenance database, and the process."""

    url: str
    process: int

    def new_database(self) -> str:
        """The URL of a database with nothing in it."""
        name = f"plans_{token_hex(6)}"
        engine = create_engine(_driven(self.url), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"create database {name}"))
        engine.dispose()
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)


@contextmanager
def own_postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL with a folder of its own, which goes again.

    Raises:
        RuntimeError: The package is not installed, or the server did not come up.
    """
    commands = _postgresql_commands()
    as_root = os.geteuid() == 0
    run_as: _RunAs = {"user": _ACCOUNT, "group": _ACCOUNT, "extra_groups": []} if as_root else {}
    port, password = free_port(), token_hex(8)
    with TemporaryDirectory(prefix="plans-postgresql-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        secret = folder / "password"
        secret.write_text(password, encoding="utf-8")
        if as_root:
            for path in (folder, secret):
                shutil.chown(path, _ACCOUNT, _ACCOUNT)
        data = folder / "data"
        options = ["--username=plans", "--auth=scram-sha-256", f"--pwfile={secret}", "--encoding=UTF8", "--locale=C"]
        initdb = [str(commands / "initdb"), "--no-sync", *options, str(data)]
        subprocess.run(initdb, check=True, capture_output=True, cwd=folder, timeout=_START_SECONDS, **run_as)
        settings = [f"listen_addresses={HOST}", f"port={port}", f"unix_socket_directories={folder}"]
        command = [str(commands / "postgres"), "-D", str(data), *(part for one in settings for part in ("-c", one))]
        url = f"postgresql://plans:{password}@{HOST}:{port}/postgres"
        with _running(
            command, folder, lambda: _answers(url), run_as, signal.SIGQUIT
        ) as process:  # at once; the folder goes
            yield PostgreSQL(url, process)


@contextmanager
def own_chroma() -> Iterator[str]:
    """The URL of a Chroma server with a folder of its own, which goes again.

    Raises:
        RuntimeError: The server did not come up.
    """
    port = free_port()
    with TemporaryDirectory(prefix="plans-chroma-", ignore_cleanup_errors=True) as folder:
        program = str(Path(sys.executable).with_name("chroma"))
        command = [program, "run", "--host", HOST, "--port", str(port), "--path", folder]
        with _running(
            command, Path(folder), lambda: _listens(port), {}, signal.SIGKILL
        ):  # else it waits for idle clients
            yield f"http://{HOST}:{port}"


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _postgresql_commands() -> Path:
    """The folder of `initdb` and `postgres`, of the newest version there is."""
    on_path = shutil.which("initdb")
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not (on_path or versions):
        message = (
            "PostgreSQL is not installed: apt-get install postgresql (the commands initdb and postgres are looked for)"
        )
        raise RuntimeError(message)
    return versions[-1].parent if versions else Path(str(on_path)).resolve().parent


@contextmanager
def _running(
    command: Sequence[str], folder: Path, is_up: Callable[[], bool], run_as: _RunAs, stop: int
) -> Iterator[int]:
    """The number of a process once it is up; stopped at the end by a signal, by force where that does not do."""
    log = folder.with_name(f"{folder.name}.log")
    try:
        with log.open("wb") as out:
            process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, **run_as)
            try:
                _wait(process, is_up, log)
                yield process.pid
            finally:
                process.send_signal(stop)
                try:
                    process.wait(_STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
    finally:
        log.unlink(missing_ok=True)


def _wait(process: subprocess.Popen[bytes], is_up: Callable[[], bool], log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not is_up():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{process.args!r} did not come up: {log.read_text(errors='replace')[-1000:]}")
        time.sleep(0.1)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def _answers(url: str) -> bool:
    engine = create_engine(_driven(url))
    try:
        with engine.connect():
            return True
    except OperationalError:
        return False
    finally:
        engine.dispose()


def _driven(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)
