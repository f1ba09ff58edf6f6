"""Packs over the five plans, made once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant, Language
from assistant.courses import Audience, Pack, PackRequest, build_pack
from assistant.courses.gather import Material, gather
from assistant.courses.pack_lines import Scribe
from assistant.courses.written.write_lines import written_from
from evals.models.chat_server import Asked, Reply, chat_server
from index import Settings
from index.language_model.language_model import open_model
from index.language_model.uses import Use

Make = Callable[..., Pack]
DAY = date(2025, 6, 1)
"""The day on which the packs are made: some deadlines of the plans are past then, some to come."""


def _request(**changes: object) -> PackRequest:
    fields: dict[str, object] = {
        "plans": ("kizilsu-2024",),
        "topics": ("燃气与消防安全",),
        "audience": Audience.DEPARTMENT_HEAD,
        "hours": 2.0,
        "language": Language.ZH,
    }
    fields |= changes
    return PackRequest(**fields | {"language": Language(str(fields["language"]))})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def asked() -> Callable[..., PackRequest]:
    """A request; its defaults are the pack on gas and fire safety in Kizilsu."""
    return _request


@pytest.fixture(scope="session")
def make(asking: Assistant) -> Make:
    """Makes packs; equal requests are made once."""
    made: dict[tuple[PackRequest, date], Pack] = {}

    def pack(day: date = DAY, **changes: object) -> Pack:
        wanted = _request(**changes)
        if (wanted, day) not in made:
            made[wanted, day] = build_pack(asking, wanted, day)
        return made[wanted, day]

    return pack


@pytest.fixture(scope="session")
def material(asking: Assistant) -> Callable[..., Material]:
    """What the plans hold for a request."""
    return lambda **changes: gather(asking, _request(**changes))


@pytest.fixture(scope="session")
def scribe(asking: Assistant, material: Callable[..., Material]) -> Callable[..., Scribe]:
    """A scribe for a request."""
    return lambda **changes: Scribe.of(material(**changes), asking.english, changes.get("language", Language.ZH))


Say = Callable[[dict[int, str]], object]
"""What a model answers to numbered lines: the fields of its answer, or any text."""


@pytest.fixture
def written(asking: Assistant, make: Make, tmp_path: Path) -> Callable[..., Pack]:
    """A pack with what a model behind a real server writes for it: `written(say, language="en")`."""

    def pack(say: Say, *, seconds: float = 60, **changes: object) -> Pack:
        plain = make(**changes)
        with chat_server(lambda asked: replied(say, asked)) as server, pytest.MonkeyPatch.context() as patch:
            patch.setenv("OPENAI_BASE_URL", server.url)
            patch.setenv("OPENAI_API_KEY", "none")
            own = tmp_path / server.url[-8:-3]  # what was answered before is kept in the data folder
            model = open_model(Settings(data_dir=own, llm="openai:scripted", llm_seconds=seconds), Use.TRAINING)
            assert model is not None
            return replace(plain, written=written_from(plain, asking.index.snapshot(), model))

    return pack


def replied(say: Say, asked: Asked) -> Reply | str:
    """The answer of a model that sees the numbered lines of a prompt."""
    told = say(lines_of(asked))
    return told if isinstance(told, Reply | str) else json.dumps(told, ensure_ascii=False)


def lines_of(asked: Asked) -> dict[int, str]:
    """The lines of a prompt by their numbers."""
    found = re.findall(r"<line number=(\d+)[^>]*>\n(.*)\n</line>", asked.text)
    return {int(number): text for number, text in found}


MOST_TOLD = 350
"""Characters; what takes longer is no talking point."""
GOOD = {
    Language.ZH: ("某企业的负责人没有照要求去做。", "应当怎样做？"),
    Language.EN: ("At a firm the person in charge did not do what is required.", "What should have been done?"),
}


@pytest.fixture(scope="session")
def good() -> Callable[[str], Say]:
    """A good model: it tells what the lines say, and asks for it."""

    def of(language: str) -> Say:
        situation, question = GOOD[Language(language)]

        def say(lines: dict[int, str]) -> object:
            told = [{"text": text, "lines": [number]} for number, text in lines.items() if len(text) < MOST_TOLD]
            scenarios = [
                {"situation": situation, "question": question, "solution": [dict(one) for one in told[at : at + 2]]}
                for at in (0, 2)
            ]
            return {"points": told[:4], "scenarios": scenarios}

        return say

    return of
