"""A question through every part of the program, in both languages, with the time that each part takes."""

from __future__ import annotations

from assistant.doctor.finding import Finding, State, timed
from assistant.pipeline import Assistant
from assistant.types import Answer, Language, Mode, Question
from index.settings import Settings
from index.types import Document

SLOW_MS = 2_000
"""Without a language model a question takes a tenth of this on two cores."""
_ASKED = {Language.ZH: "{title}的总体目标是什么？", Language.EN: "What are the overall goals of {title}?"}


def opened(settings: Settings) -> tuple[Assistant, Finding]:
    """The assistant over the index as it stands, warm; nothing is built."""

    def ready() -> Assistant:
        assistant = Assistant(settings, build_first=False)
        assistant.warm_up()
        return assistant

    assistant, taken = timed(ready)
    return assistant, Finding("start", State.GOOD, "the index is open and warm", ms={"start": taken})


def asked_through(assistant: Assistant, language: Language) -> Finding:
    """How a question of the first document goes, which may be any."""
    document = assistant.documents()[0]
    text = _ASKED[language].format(title=_title(document, language))
    return _told(assistant.ask(Question(text, plans=(document.id,))), language)


def _title(document: Document, language: Language) -> str:
    return document.title_en or document.title if language is Language.EN else document.title


def _told(answer: Answer, language: Language) -> Finding:
    name, ms = f"question ({language})", dict(answer.timings_ms)
    how = "refused" if answer.refused else f"{answer.mode}, sources: {len(answer.citations)}"
    if answer.note:
        return Finding(name, State.ADVICE, f"{how}; {answer.note}", "see that the language model answers", ms)
    own_ms = ms.get("total", 0.0) - ms.get("generate", 0.0)
    if answer.mode is Mode.EXTRACTIVE and own_ms > SLOW_MS:
        return Finding(name, State.ADVICE, how, "slow: see whether other programs use this machine", ms)
    return Finding(name, State.GOOD, how, ms=ms)
