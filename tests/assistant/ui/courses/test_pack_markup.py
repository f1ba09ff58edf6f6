"""A training pack as markup."""

from __future__ import annotations

import pytest

from assistant.courses.parts.part_lines import MAKERS
from assistant.ui.courses.pack_markup import making_progress


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_step_of_the_making_is_told(language):
    told = {making_progress((step, 0.5), "", language) for step in ("search", *MAKERS, "quiz", "written")}
    assert len(told) == len(MAKERS) + 3
