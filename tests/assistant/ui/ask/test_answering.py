"""A question of the page on its way: each turn is one that the server gave, and what is offered behind it comes later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Assistant, Question
from assistant.server.startup import Startup
from assistant.ui.ask.answering import answered, settled, told_of, with_suggestions
from assistant.ui.ask.conversation import Turn
from assistant.ui.ask.kept import was_given

OFFERING = "2018年昆明道路运输事故起数和死亡人数"


@pytest.fixture
def startup(asking: Assistant) -> Startup:
    opened = Startup(lambda _: asking)
    opened.begin()
    opened.wait_until_done()
    return opened


def test_every_whole_turn_was_given_before_and_after_its_suggestions_are_looked_at(startup: Startup) -> None:
    data_dir = startup.wait().settings.data_dir
    turns = list(answered(startup, Question(OFFERING), "zh"))
    assert turns and all(was_given(turn, data_dir) for turn in turns if not turn.growing)
    last = turns[-1]
    assert last.answer is not None and last.answer.suggestions == () and last.unchecked
    voted = replace(last, vote="up")  # meanwhile
    (told,) = with_suggestions(startup, (voted,), told_of(startup, (last,)))
    assert told.answer is not None and told.answer.suggestions and told.vote == "up" and told.unchecked == ()
    assert set(told.answer.suggestions) <= set(last.unchecked)
    assert was_given(told, data_dir)


def test_suggestions_of_another_turn_are_not_taken(startup: Startup) -> None:
    last = list(answered(startup, Question(OFFERING), "zh"))[-1]
    assert with_suggestions(startup, (last,), {"": ("甲",), "another": ("乙",)}) == (last,)


def test_what_is_left_half_written_stays_as_it_stands_and_was_given(startup: Startup) -> None:
    whole = list(answered(startup, Question(OFFERING), "zh"))[-1]
    left = replace(whole, growing=True, seal="")
    (turn,) = settled((left,), startup, "zh")
    assert not turn.growing and turn.answer is not None and turn.answer.note
    assert was_given(turn, startup.wait().settings.data_dir)
    (unanswered,) = settled((Turn("问"),), startup, "zh")
    assert unanswered.error
    assert settled((whole,), startup, "zh") == (whole,)
    assert settled((), startup, "zh") == ()
