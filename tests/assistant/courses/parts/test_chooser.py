"""How a text is named inside another."""

from __future__ import annotations

import pytest

from assistant.courses.gather import requirements
from assistant.types import Language


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("Carry out “dual prevention” in full.", "Carry out ‘dual prevention’ in full"),
        ("“督促企业加大投入”.", "督促企业加大投入"),  # as a whole in quotes, since it was not translated
        ("Strengthen the management of tests and licences", "Strengthen the management of tests and …"),
    ],
)
def test_english_is_cut_at_a_word_and_quoted_within_quotes(chooser, text, brief):
    assert chooser(language=Language.EN).brief(text, 42) == brief


def test_a_title_is_the_nearest_heading_that_names_a_matter(chooser):
    made = chooser(topics=("消防",))
    titles = {made.title(evidence) for evidence in requirements(made.material)}
    assert titles
    assert not any(title.isdecimal() for title in titles)  # tasks stand below bare numbers
