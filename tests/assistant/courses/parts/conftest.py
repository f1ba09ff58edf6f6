"""A chooser for a request, as the parts get it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assistant.courses import Audience
from assistant.courses.parts.chooser import Chooser

DAY = date(2025, 6, 1)


@pytest.fixture(scope="session")
def chooser(material, scribe) -> Callable[..., Chooser]:
    """Chooses for the pack on gas and fire safety in Kizilsu, unless told otherwise."""

    def made(audience: Audience = Audience.DEPARTMENT_HEAD, day: date = DAY, **changes: object) -> Chooser:
        return Chooser(material(audience=audience, **changes), scribe(audience=audience, **changes), audience, day)

    return made
