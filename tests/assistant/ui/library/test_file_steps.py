"""Work on a file is told step by step; where it is stopped, nobody waits for what changes nothing."""

from __future__ import annotations

import threading

import pytest

from assistant.ui.library.file_steps import Stopped, file_steps


def test_reading_that_is_silent_is_left_at_once_and_ends_with_its_next_step():
    go_on, ended, stop = threading.Event(), threading.Event(), threading.Event()

    def silent(progress):
        progress("Reading a.pdf, page 1 of 3", 0.0)
        go_on.wait()
        try:
            progress("Reading a.pdf, page 2 of 3", 0.3)
        finally:
            ended.set()

    steps = file_steps(silent, "a.pdf", stop, "en", changes=False)
    assert next(steps).text == "Reading page 1 of 3…"
    stop.set()
    with pytest.raises(Stopped):
        next(steps)
    assert not ended.is_set()
    go_on.set()
    assert ended.wait(30)


def test_what_changes_the_index_is_told_as_stopping_until_it_has_ended():
    go_on, stop = threading.Event(), threading.Event()

    def writing(_progress):
        go_on.wait()
        return "added after all"

    steps = file_steps(writing, "a.pdf", stop, "zh", changes=True)
    stop.set()
    told = []
    with pytest.raises(StopIteration) as end:
        while True:
            told.append(next(steps).text)
            go_on.set()
    assert end.value.value == "added after all"
    assert told[-1] == "正在停止……"
