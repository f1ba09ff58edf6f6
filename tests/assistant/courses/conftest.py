"""Packs over the five plans, made once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant import Assistant, Language
from assistant.courses import Audience, Pack, PackRequest, build_pack
from assistant.courses.gather import Material, gather
from assistant.courses.pack_lines import Scribe

Make = Callable[..., Pack]


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
    made: dict[PackRequest, Pack] = {}

    def pack(**changes: object) -> Pack:
        wanted = _request(**changes)
        if wanted not in made:
            made[wanted] = build_pack(asking, wanted)
        return made[wanted]

    return pack


@pytest.fixture(scope="session")
def material(asking: Assistant) -> Callable[..., Material]:
    """What the plans hold for a request."""
    return lambda **changes: gather(asking, _request(**changes))


@pytest.fixture(scope="session")
def scribe(asking: Assistant, material: Callable[..., Material]) -> Callable[..., Scribe]:
    """A scribe for a request."""
    return lambda **changes: Scribe.of(material(**changes), asking.english, changes.get("language", Language.ZH))
