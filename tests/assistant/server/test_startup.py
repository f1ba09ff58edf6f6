"""Opening beside the running page: progress, failure, waiting."""

from __future__ import annotations

import threading

import pytest

from assistant.server.startup import Startup
from index.errors import ModelError, PlansError


class Opened:
    warm = False

    def warm_up(self):
        self.warm = True


def test_progress_is_seen_while_the_plans_are_read_and_waiting_ends_with_the_assistant():
    go_on = threading.Event()
    opened = Opened()

    def open_assistant(progress):
        progress("Reading a.txt", 0.4)
        reported.set()
        go_on.wait(5)
        return opened

    reported = threading.Event()
    startup = Startup(open_assistant)
    startup.begin()
    assert reported.wait(5)
    assert (startup.opening.message, startup.opening.fraction, startup.opening.ready) == ("Reading a.txt", 0.4, False)
    go_on.set()
    assert startup.wait() is opened
    assert opened.warm
    assert startup.opening.ready


@pytest.mark.parametrize(
    ("error", "sentence"), [(ModelError("no model"), "no model"), (KeyError("x"), "KeyError: 'x'")]
)
def test_failure_is_told_in_a_sentence(error, sentence):
    def open_assistant(_progress):
        raise error

    startup = Startup(open_assistant)
    startup.begin()
    with pytest.raises(PlansError, match=sentence):
        startup.wait()
    assert str(startup.opening.failure) == sentence
