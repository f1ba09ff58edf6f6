"""Where the index of some settings lies: its database, its vectors and their model, and the right to change them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.database.engine import SQLITE_FILE, Database
from index.database.locking import write_lock
from index.database.migrate import migrate
from index.errors import SettingsError
from index.search.encoders import Encoder, fingerprint, load_encoder
from index.search.kept_vectors import Told, unheard
from index.search.vectors import VectorIndex
from index.settings import Settings
from index.storage.held import State, read_state
from index.storage.overrides import adopt_edits
from index.storage.sources import sweep_uploads
from index.storage.write import KEPT_VECTORS, Writer

VECTORS_FOLDER = "vectors"
SET_ASIDE = f"{SQLITE_FILE}.damaged"
"""A damaged database while what is sound in it is taken over."""


def open_database(settings: Settings) -> Database:
    """The database that the settings name; nothing is read or made yet.

    Raises:
        SettingsError: Several machines are to share the database, but not the vectors.
    """
    if settings.database_url and not settings.chroma_url:
        raise SettingsError(
            "PLANS_DATABASE_URL is set and PLANS_CHROMA_URL is not: those who share a database share a Chroma server too"
        )
    return Database(settings.database_url, settings.data_dir)


def vectors_folder(settings: Settings, collection: str) -> Path:
    """Where the embedded Chroma keeps the files of a collection.

    Each has a folder of its own, so that a damaged one can be left behind: in one process Chroma shares what it has open
    of a folder among all who open it.
    """
    return settings.data_dir / VECTORS_FOLDER / collection


def open_vectors(settings: Settings, collection: str) -> VectorIndex:
    """The vectors of a collection, on the server or in the data folder."""
    return VectorIndex(settings.chroma_url or vectors_folder(settings, collection), collection)


@contextmanager
def holding(settings: Settings) -> Iterator[None]:
    """Hold the right to write, and open nothing.

    Raises:
        IndexBusy, StoreError: As `writing` does.
    """
    database = open_database(settings)
    try:
        with write_lock(database, settings.data_dir):
            yield
    finally:
        database.close()


def model_place(settings: Settings) -> str:
    """Where the embedding model of the settings lies, for who finds its name in the index."""
    folder = Path(settings.embedding_model)
    return str(folder.resolve()) if folder.is_dir() else settings.embedding_model


def with_own_model(settings: Settings, state: State) -> Settings:
    """The settings with the embedding model that made the index, where it lies where it lay; else as they are."""
    if state.model == fingerprint(settings.embedding_model) or not state.model_at:
        return settings
    if fingerprint(state.model_at) != state.model:
        return settings
    return settings.model_copy(update={"embedding_model": state.model_at})


@contextmanager
def writing(
    settings: Settings, *, fresh_vectors: bool = False, switch_model: bool = False, told: Told = unheard
) -> Iterator[Writer]:
    """Hold the right to write, with the tables up to date, what killed writers left swept up, and the vectors in place.

    With `fresh_vectors` Chroma is filled anew, whatever it holds. The index goes over to the embedding model of the
    settings with `switch_model` alone, or where its own is gone: who only adds a file, and was started before another one
    was chosen, does not take it back.

    Raises:
        IndexBusy: Another process is writing.
        StoreError, VectorStoreError, SettingsError: The database or the vectors cannot be written.
    """
    database = open_database(settings)
    try:
        with write_lock(database, settings.data_dir):
            migrate(database)
            adopt_edits(settings.data_dir)
            with database.reading() as connection:
                state = read_state(connection)
            if not switch_model:
                settings = with_own_model(settings, state)
            opened: dict[str, VectorIndex] = {}
            loaded: list[Encoder] = []

            def collection(name: str) -> VectorIndex:
                return opened.setdefault(name, open_vectors(settings, name))

            def encoder() -> Encoder:
                if not loaded:
                    loaded.append(load_encoder(settings.embedding_model))
                return loaded[0]

            writer = Writer(database, state, collection, settings.chroma_url, encoder)
            try:
                if (
                    not state.damaged and not (settings.data_dir / SET_ASIDE).exists()
                ):  # else not all is known of what is held
                    sweep_uploads(settings.data_dir, {held.file for held in state.documents.values()})
                _bring_up_to_date(writer, settings, told, fresh=fresh_vectors)
                if switch_model:  # and another model, of which some vectors were made, is no longer wanted
                    shutil.rmtree(settings.data_dir / KEPT_VECTORS, ignore_errors=True)
                yield writer
            finally:
                for vectors in opened.values():
                    vectors.close()
    finally:
        database.close()


def _bring_up_to_date(writer: Writer, settings: Settings, told: Told, *, fresh: bool) -> None:
    """Vectors of today's model, at today's place."""
    model, state = fingerprint(settings.embedding_model), writer.state
    lost = not settings.chroma_url and state.documents and not vectors_folder(settings, state.collection).is_dir()
    if fresh or lost or (state.model, state.vectors_at) != (model, settings.chroma_url) or not state.collection:
        writer.refill(model, model_place(settings), told)
        return
    writer.sweep()
    if not settings.chroma_url:
        for folder in (settings.data_dir / VECTORS_FOLDER).glob("*"):
            if folder.name != state.collection:  # a killed writer left it
                shutil.rmtree(folder, ignore_errors=True)
