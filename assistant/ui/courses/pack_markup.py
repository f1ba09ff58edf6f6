"""A training pack as an editable document, its quiz, and how far its making has come."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from assistant.courses import EASY, GAP, HARD, Pack, PackLine, PackPart, QuizKind, Step, wording
from assistant.courses.agenda import agenda
from assistant.courses.export.outline import numbered_scenarios, particulars, place, subject
from assistant.ui.courses.courses_words import words
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE
from assistant.ui.shared.templates import renderer

_render = renderer(words)
KEY_CHARS = 12
"""Of a hash: enough to tell the packs of a session apart."""
_LACKING = ("no_prompt", "no_accepted", "no_options", "same_options", "no_answer")
"""What may be said against a question that is changed."""


def making_progress(step: Step, left: str, language: str) -> str:
    """What is being made, with a bar; `left` tells how long it still takes, "" where that is not known."""
    return _render("courses/making.html", language, step=step[0], share=step[1], left=left)


def pack_notice(text: str) -> str:
    """A sentence where there is no pack to show."""
    return _render("courses/notice.html", DEFAULT_LANGUAGE, text=text)


def pack_page(pack: Pack, language: str) -> str:
    """The whole pack; tools are named in the page's language, the rest is in the pack's own."""
    return _render(
        "courses/pack.html",
        language,
        pack=pack,
        spoken=pack.request.language,
        said=partial(wording, pack.request.language),
        subject=subject(pack),
        particulars=particulars(pack),
        place=partial(place, pack=pack),
        lines=len(pack.lines),
        groups=_groups,
        agenda=agenda(pack),
        scenarios=tuple(numbered_scenarios(pack)),
        plans={},
        gap=GAP,
        accepted=partial(json.dumps, ensure_ascii=False),
        quiz_key=pack_key(pack),
        quiz_words=_quiz_words(pack, language),
    )


def _groups(part: PackPart) -> Iterator[tuple[str, tuple[tuple[int, PackLine], ...]]]:
    """The lines of a part by their headings, numbered through."""
    for group, members in groupby(enumerate(part.lines, start=1), key=lambda one: one[1].group):
        yield group, tuple(members)


def pack_key(pack: Pack) -> str:
    """By which the browser knows a pack again, however it is edited; the like of the same plans is the same."""
    said = (pack.request, [document.id for document in pack.documents])
    return hashlib.sha256(repr(said).encode()).hexdigest()[:KEY_CHARS]


def _quiz_words(pack: Pack, language: str) -> str:
    """What the script of the quiz says: of the page in its language, of the questions in the pack's."""
    said = partial(wording, pack.request.language)
    told = {name: words(language, f"courses_{name}") for name in ("right", "wrong", "score", "answer", "gap")}
    told |= {name: words(language, f"quiz_{name}") for name in _LACKING}
    told |= {f"kind_{kind}": said(f"kind_{kind}") for kind in QuizKind}
    told |= {f"level_{level}": said(f"quiz_level_{level}") for level in range(EASY, HARD + 1)}
    return json.dumps(told | {"true": said("right"), "false": said("wrong")}, ensure_ascii=False)
