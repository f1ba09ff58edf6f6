"""Training material from the plans: a cited pack with a quiz, and its files.

    from assistant.training import Audience, PackRequest, build_pack
    pack = build_pack(assistant, PackRequest(("kizilsu-2024",), ("燃气",), Audience.DEPARTMENT_HEAD, 2, Language.ZH))

Names are imported when they are first used: the writers of files bring heavy libraries.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.training.edits import LineEdit, PackEdits, edited
    from assistant.training.export_docx import to_docx
    from assistant.training.export_md import to_markdown
    from assistant.training.export_pptx import to_pptx
    from assistant.training.pack import Step, build_pack, building
    from assistant.training.phrases import wording
    from assistant.training.topics import Suggestion, suggest_topics
    from assistant.training.types import (
        GAP,
        Audience,
        Matter,
        Pack,
        PackLine,
        PackPart,
        PackRequest,
        Part,
        QuizKind,
        QuizQuestion,
    )

__all__ = [
    "GAP",
    "Audience",
    "LineEdit",
    "Matter",
    "Pack",
    "PackEdits",
    "PackLine",
    "PackPart",
    "PackRequest",
    "Part",
    "QuizKind",
    "QuizQuestion",
    "Step",
    "Suggestion",
    "build_pack",
    "building",
    "edited",
    "suggest_topics",
    "to_docx",
    "to_markdown",
    "to_pptx",
    "wording",
]

_ELSEWHERE = {
    "LineEdit": "edits",
    "PackEdits": "edits",
    "Step": "pack",
    "Suggestion": "topics",
    "build_pack": "pack",
    "building": "pack",
    "edited": "edits",
    "suggest_topics": "topics",
    "to_docx": "export_docx",
    "to_markdown": "export_md",
    "to_pptx": "export_pptx",
    "wording": "phrases",
}  # every other name is a type and comes from `assistant.training.types`


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'assistant.training' has no attribute {name!r}")
    return getattr(import_module(f"assistant.training.{_ELSEWHERE.get(name, 'types')}"), name)
