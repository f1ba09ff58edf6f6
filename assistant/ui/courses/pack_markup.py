"""A training pack as an editable document, its quiz, and how far its making has come."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from assistant.courses import GAP, Pack, PackLine, PackPart, wording
from assistant.courses.export.outline import agenda, numbered_scenarios, particulars, place, subject
from assistant.ui.courses.courses_words import words
from assistant.ui.shared.i18n import DEFAULT_LANGUAGE
from assistant.ui.shared.templates import renderer

_render = renderer(words)


def making_progress(step: str, share: float, language: str) -> str:
    """What is being made, with a bar."""
    return _render("courses/making.html", language, step=step, share=share)


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
    )


def _groups(part: PackPart) -> Iterator[tuple[str, tuple[tuple[int, PackLine], ...]]]:
    """The lines of a part by their headings, numbered through."""
    for group, members in groupby(enumerate(part.lines, start=1), key=lambda one: one[1].group):
        yield group, tuple(members)
