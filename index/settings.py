"""The program's settings: defaults that run as shipped, each one changed by an environment variable `PLANS_…`.

Built in the entry points only (`app.py` and the `__main__` modules); everything below them receives values.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingsError

_PACKAGE = Path(__file__).resolve().parent
_BYTES_PER_MB = 1_000_000


class Settings(BaseSettings):
    """What a person may set; read-only once built."""

    model_config = SettingsConfigDict(env_prefix="PLANS_", env_ignore_empty=True, frozen=True, extra="ignore")

    data_dir: Path = Field(default=Path("data"), description="Folder for the index and for added files.")
    documents_dir: Path = Field(
        default=_PACKAGE.parent / "documents",
        description="Folder of the plans and of catalog.toml, which describes them.",
    )
    embedding_model: str = Field(
        default=str(_PACKAGE / "model"),
        description="Sentence-transformers model: a folder, or a name in the local Hugging Face cache.",
    )
    reranker: str = Field(
        default="",
        description="Cross-encoder that orders the best passages anew: a folder, or a name in the local Hugging Face "
        "cache; empty for none.",
    )
    chroma_url: str = Field(default="", description="Chroma server, as http://host:port; empty for the embedded one.")
    database_url: str = Field(
        default="",
        description="PostgreSQL server, as postgresql://user:password@host/name, for several machines; "
        "empty for SQLite in the data folder.",
    )
    host: str = Field(default="127.0.0.1", description="Address the web page binds to.")
    port: int = Field(default=7860, ge=0, le=65535, description="Port of the web page; 0 for any free one.")
    max_file_mb: float = Field(
        default=20, gt=0, description="Largest file that is read, in megabytes (1,000,000 bytes)."
    )
    max_read_seconds: float = Field(
        default=120, gt=0, description="Longest time that reading one file may take, in seconds."
    )

    @field_validator("database_url")
    @classmethod
    def _is_postgresql(cls, url: str) -> str:
        if url and not url.startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
            raise ValueError("must be empty or begin with postgresql://")
        return url.replace("postgres://", "postgresql://", 1)

    max_question_seconds: float = Field(
        default=5,
        gt=0,
        description="Longest time that is spent on one question of the page or of a program, in seconds.",
    )
    allowed_hosts: str = Field(
        default="",
        description="Names beside its own under which the server may be called, separated by commas, "
        "as plans.example.org or plans.example.org:8443.",
    )
    workers: int = Field(
        default=-1,
        ge=-1,
        description="Processes that answer the calls of programs beside the page's own; -1 for one for each "
        "processor core beyond two, at most 3.",
    )
    upload_quota_mb: float = Field(
        default=500, gt=0, description="Room for files that were sent and not yet added, in megabytes."
    )

    llm: str = Field(
        default="",
        description="Language model, as provider:model in the names of LangChain (openai:qwen3-32b, ollama:qwen3, "
        "anthropic:…); empty for none. Address and key are read from the provider's own variables.",
    )
    llm_uses: str = Field(
        default="answers,translations,particulars,questions,search_words,training",
        description="What the language model is used for, separated by commas.",
    )
    llm_seconds: float = Field(
        default=60, gt=0, description="Longest time that one call of the language model may take, in seconds."
    )
    llm_at_once: int = Field(default=4, ge=1, description="Calls of the language model at the same time.")
    llm_tokens_a_day: int = Field(
        default=2_000_000,
        ge=0,
        description="Tokens that the language model may be sent and write in a day; 0 for no limit.",
    )

    @field_validator("llm")
    @classmethod
    def _names_a_provider(cls, model: str) -> str:
        if model and not all(model.partition(":")):
            raise ValueError("must be empty or provider:model, as openai:qwen3-32b")
        return model

    @field_validator("chroma_url")
    @classmethod
    def _is_url(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("must be empty or begin with http:// or https://")
        return url.rstrip("/")

    @property
    def max_file_bytes(self) -> int:
        """The size limit in bytes."""
        return int(self.max_file_mb * _BYTES_PER_MB)

    @property
    def pages_dir(self) -> Path:
        """Where pages are kept that were read from pictures: a folder that may be emptied at any time."""
        return self.data_dir.absolute() / "recognised"

    @property
    def upload_quota_bytes(self) -> int:
        """The room for files that were sent, in bytes."""
        return int(self.upload_quota_mb * _BYTES_PER_MB)


def read_settings() -> Settings:
    """The settings as the environment gives them.

    Raises:
        SettingsError: A variable holds a value that cannot be used; the message names it.
    """
    try:
        return Settings()
    except ValidationError as exc:
        first = exc.errors()[0]
        name = "PLANS_" + "_".join(str(part) for part in first["loc"]).upper()
        given = "" if "database_url" in first["loc"] else f"={first.get('input')!r}"  # it may hold a password
        raise SettingsError(f"{name}{given}: {first['msg']}") from exc
