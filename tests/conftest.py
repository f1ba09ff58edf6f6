"""What every test stands on: a data folder of its own, no network, and a tiny embedding model."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

from benchmarks.servers import PostgreSQL, own_chroma, own_postgresql
from index import Index, Settings
from index.build import build
from index.terms.glossary import Glossary, load_glossary
from index.translation.english import English, load_english
from tests.tiny_static_model import save_static_model

_LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1", "0.0.0.0")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that open a browser are marked `browser`."""
    for item in items:
        if isinstance(item, pytest.Function) and "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in _LOCAL_HOSTS:
            raise OSError(f"a test tried to reach {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings read from the environment point below `tmp_path`, whatever the person who runs the tests has set."""
    for name in [name for name in os.environ if name.startswith("PLANS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PLANS_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A static model over bytes with random vectors, in the layout that sentence-transformers saves."""
    return save_static_model(tmp_path_factory.mktemp("tiny-model"))


@pytest.fixture
def settings(tmp_path: Path, tiny_model: Path) -> Settings:
    """An empty documents folder, no index yet, the tiny model."""
    documents_dir = tmp_path / "documents"
    documents_dir.mkdir()
    return Settings(data_dir=tmp_path / "data", documents_dir=documents_dir, embedding_model=str(tiny_model))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL of this machine; who takes it marks the test `slow`."""
    with own_postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def chroma() -> Iterator[str]:
    """The URL of a Chroma server of this machine; who takes it marks the test `slow`."""
    with own_chroma() as url:
        yield url


@pytest.fixture(scope="session")
def plans_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The five plans, indexed once with the shipped model; not to be changed."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("plans"))
    build(settings)
    # Copied while nobody has it open: closing what was copied lets go of this process's locks on the database, and the next
    # process that has done with it would take away what is read here.
    shutil.copytree(settings.data_dir, _copy_of(settings))
    return settings


def _copy_of(settings: Settings) -> Path:
    return settings.data_dir.with_name(f"{settings.data_dir.name}-copy")


@pytest.fixture
def copied_plans(plans_settings: Settings, tmp_path: Path) -> Settings:
    """The index of the five plans, a copy that may be changed."""
    shutil.copytree(_copy_of(plans_settings), tmp_path / "data")
    return plans_settings.model_copy(update={"data_dir": tmp_path / "data"})


@pytest.fixture(scope="session")
def plans(plans_settings: Settings) -> Index:
    """The index of the five plans."""
    return Index.open(plans_settings)


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    """The glossary as shipped."""
    return load_glossary()


@pytest.fixture(scope="session")
def english() -> English:
    """English by the shipped glossary and translations."""
    return load_english()
