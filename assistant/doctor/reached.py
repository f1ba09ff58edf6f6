"""The index and the language model: what they hold, what made them, and whether they can be reached. Nothing is changed."""

from __future__ import annotations

from urllib.parse import urlsplit

from assistant.doctor.looked_at import Finding, State, timed
from assistant.evidence.rank import RERANKED
from index.database.migrate import require_current
from index.errors import IndexMissing
from index.language_model.kept_model import ENVIRONMENT, NONE, described
from index.language_model.language_model import reachable
from index.search.encoders import fingerprint
from index.search.reranker import open_reranker
from index.settings import Settings
from index.storage.held import State as Held
from index.storage.held import read_state
from index.storage.place import open_database, open_vectors, vectors_folder

RERANKING_SHARE = 0.3
"""More of the time for a question than this is felt; one with several parts is ranked for each of them."""
_QUESTION = "企业主要负责人未履行安全生产管理职责的，如何处理？"
_PASSAGE = (
    "第{}条　生产经营单位的主要负责人未履行本条例规定的安全生产管理职责的，责令限期改正，处二万元以上五万元以下的罚款。"
)
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
    """Whether Chroma answers, and holds the passages of the database."""
    held = _held(settings)
    at = settings.chroma_url or str(vectors_folder(settings, held.collection))
    if held.vectors_at != settings.chroma_url:
        advice = f"the index was made for {held.vectors_at or 'the data folder'}; {BUILD}"
        return Finding("vectors", State.BROKEN, at, advice)
    opened = open_vectors(settings, held.collection)
    try:
        there, taken = timed(opened.keys)
    finally:
        opened.close()
    passages = int((held.live.owner >= 0).sum())
    if len(there) < passages:
        told = f"{at}: {len(there):,} of {passages:,} passages"
        return Finding("vectors", State.BROKEN, told, "run `python -m index check --repair`")
    return Finding("vectors", State.GOOD, f"Chroma, {at}: {len(there):,} passages", ms={"read": taken})


def reranker(settings: Settings) -> Finding:
    """Whether the reranker can be used, and how long it takes for the passages of a question."""
    opened, taken = timed(lambda: open_reranker(settings.reranker))
    if opened is None:
        return Finding("reranker", State.ABSENT, "none is set; passages stand in the order of the built-in ranking")
    # Each another text: what was scored before is not computed again.
    texts = [_PASSAGE.format(number) for number in range(RERANKED)]
    _, each = timed(lambda: opened.scores(_QUESTION, texts, lambda: None))
    ms = {"load": taken, "question": each}
    if each > RERANKING_SHARE * 1000 * settings.max_question_seconds:
        advice = "slow: take a smaller one or a GPU, or raise PLANS_MAX_QUESTION_SECONDS"
        return Finding("reranker", State.ADVICE, settings.reranker, advice, ms)
    return Finding("reranker", State.GOOD, settings.reranker, ms=ms)


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
