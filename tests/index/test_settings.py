from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from index.errors import SettingsError
from index.settings import Settings, read_settings


def test_the_defaults_are_the_shipped_folders():
    settings = Settings(data_dir=Path("data"))
    assert (settings.documents_dir / "catalog.toml").is_file()
    assert Path(settings.embedding_model).name == "model"
    assert (settings.chroma_url, settings.host, settings.max_file_bytes) == ("", "127.0.0.1", 20_000_000)


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("PLANS_PORT", "8000")
    monkeypatch.setenv("PLANS_CHROMA_URL", "http://127.0.0.1:9000/")
    monkeypatch.setenv("PLANS_HOST", "")
    settings = read_settings()
    assert (settings.port, settings.chroma_url, settings.host) == (8000, "http://127.0.0.1:9000", "127.0.0.1")


@pytest.mark.parametrize(
    ("name", "value"), [("PLANS_PORT", "many"), ("PLANS_CHROMA_URL", "localhost:8000"), ("PLANS_MAX_FILE_MB", "0")]
)
def test_an_unusable_value_is_told_with_its_name(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"{name}='{value}'"):
        read_settings()


def test_settings_do_not_change():
    with pytest.raises(ValidationError):
        Settings().port = 1


def test_every_setting_says_what_it_is():
    assert all(field.description for field in Settings.model_fields.values())
