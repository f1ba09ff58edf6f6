"""The index and the language model: what they hold, what made them, and whether they can be reached. Nothing is changed."""

from __future__ import annotations

from urllib.parse import urlsplit

import numpy as np

from assistant.doctor.finding import Finding, State, timed
from index.database.migrate import require_current
from index.errors import IndexMissing
from index.language_model.kept_model import ENVIRONMENT, NONE, described
from index.language_model.language_model import reachable
from index.search.encoders import fingerprint
from index.settings import Settings
from index.storage.held import State as Held
from index.storage.held import read_state
from index.storage.place import open_database, open_vectors, vectors_folder

BUILD = "run `python -m index build`, or start the page"


def database(settings: Settings) -> Finding:
    """Whether it answers, and how much stands in it."""
    held, taken = timed(lambda: _held(settings))
    passages = int((held.live.owner >= 0).sum())
    told = f"{_told_place(settings)}: {len(held.documents)} documents, {passages:,} passages"
    ms = {"open": taken}
    if held.damaged:
        advice = "run `python -m index check --repair`"
        return Finding("database", State.ADVICE, f"{told}; damaged: {', '.join(held.damaged)}", advice, ms)
    if not held.documents:
        return Finding("database", State.BROKEN, told, BUILD, ms)
    return Finding("database", State.GOOD, told, ms=ms)


def embedding_model(settings: Settings) -> Finding:
    """Which model made the vectors, and whether it is the one that is set now."""
    made, wanted = _held(settings).model, fingerprint(settings.embedding_model)
    told = f"{settings.embedding_model} ({wanted})"
    if made != wanted:
        return Finding("embedding model", State.BROKEN, f"{told}; the index was made with {made or 'none'}", BUILD)
    return Finding("embedding model", State.GOOD, f"{told}, as the index was made with")


def vectors(settings: Settings) -> Finding:
    """Whether Chroma finds something."""
    held = _held(settings)
    at = settings.chroma_url or str(vectors_folder(settings, held.collection))
    if held.vectors_at != settings.chroma_url:
        advice = f"the index was made for {held.vectors_at or 'the data folder'}; {BUILD}"
        return Finding("vectors", State.BROKEN, at, advice)
    dimension = _dimension(settings)
    opened = open_vectors(settings, held.collection)
    try:
        (found, _), taken = timed(lambda: opened.query(np.ones(dimension, np.float32), 1))
    finally:
        opened.close()
    if not len(found):
        return Finding("vectors", State.BROKEN, f"{at}: nothing is found", "run `python -m index check --repair`")
    return Finding("vectors", State.GOOD, f"Chroma, {at}", ms={"search": taken})


def _dimension(settings: Settings) -> int:
    from index.search.encoders import load_encoder

    return int(load_encoder(settings.embedding_model).encode(["安全"]).shape[1])


def language_model(settings: Settings) -> Finding:
    """Whether the language model answers, and what it is used for."""
    model = described(settings)
    if model.source == NONE:
        return Finding(
            "language model", State.ABSENT, "none is set; answers are put together from the papers' own sentences"
        )
    address = urlsplit(model.base_url)
    at = f" at {address.scheme}://{address.hostname}{f':{address.port}' if address.port else ''}{address.path}"
    source = "environment" if model.source == ENVIRONMENT else "page"
    told = f"{model.name}{at if model.base_url else ''}, set by the {source}; key {'set' if model.key_is_set else 'not set here'}"
    told += f"; used for {', '.join(model.uses) or 'nothing'}"
    _, taken = timed(lambda: reachable(settings))
    if not model.uses:
        return Finding(
            "language model", State.ADVICE, told, "it is used for nothing; see PLANS_LLM_USES", {"call": taken}
        )
    return Finding("language model", State.GOOD, told, ms={"call": taken})


def _held(settings: Settings) -> Held:
    opened = open_database(settings)
    try:
        if not opened.exists():
            raise IndexMissing(f"nothing is indexed in {opened.told} yet; {BUILD}")
        require_current(opened)
        with opened.reading() as connection:
            return read_state(connection)
    finally:
        opened.close()


def _told_place(settings: Settings) -> str:
    return open_database(settings).told
