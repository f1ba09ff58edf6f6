"""Calls in a process of their own: what comes back, which limits end them, and that no process outlives its starter."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.beside import begun
from index.confined import MAX_BYTES, Watch, run_confined
from index.errors import CorruptFile, EmptyFile, NeedsTooMuchMemory, ReaderDied, TakesTooLong
from index.pages_told import tell_page

SECONDS = 60


def own_id() -> int:
    found = run_confined("a.pdf", SECONDS, "os:getpid")
    assert isinstance(found, int)
    return found


def is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def test_result_comes_from_another_process_that_is_used_again():
    assert run_confined("a.pdf", SECONDS, "operator:add", 2, 3) == 5
    assert own_id() == own_id() != os.getpid()


def test_what_takes_too_long_is_stopped_and_the_next_call_answered():
    before = own_id()
    with pytest.raises(TakesTooLong, match=r"a\.pdf: .* 0\.2 seconds; PLANS_MAX_READ_SECONDS"):
        run_confined("a.pdf", 0.2, "time:sleep", 600)
    assert not is_alive(before)
    assert own_id() != before


def test_memory_over_the_limit_is_refused_and_memory_under_it_is_given():
    with pytest.raises(NeedsTooMuchMemory, match=r"a\.pdf: .* 1 GB"):
        run_confined("a.pdf", SECONDS, "builtins:bytearray", MAX_BYTES + 1)
    given = run_confined("a.pdf", SECONDS, "builtins:bytearray", MAX_BYTES // 10)
    assert isinstance(given, bytearray)


def test_a_process_that_dies_is_told_and_replaced():
    with pytest.raises(ReaderDied, match=r"a\.pdf"):
        run_confined("a.pdf", SECONDS, "os:_exit", 3)
    assert run_confined("a.pdf", SECONDS, "operator:add", 2, 3) == 5


def test_an_idle_worker_that_was_killed_is_replaced_unseen():
    os.kill(own_id(), signal.SIGTERM)
    time.sleep(0.1)
    assert run_confined("a.pdf", SECONDS, "operator:add", 2, 3) == 5


def test_our_errors_come_back_as_they_were_raised(tmp_path):
    (tmp_path / "a.txt").touch()
    with pytest.raises(EmptyFile) as caught:
        run_confined("a.txt", SECONDS, "index.steps:describe_file", tmp_path / "a.txt", 100)
    assert caught.value.code == "EmptyFile"


def test_other_errors_are_logged_and_told_in_one_line(caplog):
    with pytest.raises(CorruptFile) as caught:
        run_confined("a.pdf", SECONDS, "operator:truediv", 1, 0)
    assert str(caught.value) == "a.pdf: could not be read (ZeroDivisionError: division by zero)"
    assert "Traceback" in caplog.text


def test_what_a_library_prints_does_not_disturb(capfd):
    assert run_confined("a.pdf", SECONDS, "builtins:print", "noise") is None
    assert run_confined("a.pdf", SECONDS, "os:system", "echo noise") == 0
    assert capfd.readouterr() == ("", "")


def test_many_threads_share_few_workers():
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(own_id())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) <= 2


STARTER = """
import sys
sys.path.insert(0, sys.argv[1])
from index.confined import run_confined
run_confined("a.pdf", 60, "os:mkdir", sys.argv[2])
run_confined("a.pdf", 60, "time:sleep", 600)
"""


def test_a_worker_ends_when_its_starter_is_killed(tmp_path):
    works = tmp_path / "works"
    starter = subprocess.Popen([sys.executable, "-c", STARTER, str(Path.cwd()), str(works)])
    while not works.exists():
        assert starter.poll() is None
        time.sleep(0.05)
    (worker,) = map(int, Path(f"/proc/{starter.pid}/task/{starter.pid}/children").read_text().split())
    starter.kill()
    starter.wait()
    while is_alive(worker):  # the test's own time limit ends it where the worker stays
        time.sleep(0.05)


def turns(pages: int, seconds: float) -> int:
    """Runs in the worker: so many pages, each of which takes so long."""
    for page in range(1, pages + 1):
        tell_page(page, pages)
        time.sleep(seconds)
    return pages


def test_each_page_that_is_told_has_the_time_of_a_call():
    watch = Watch()
    assert run_confined("a.pdf", 1.0, "tests.index.test_confined:turns", 5, 0.4, watch=watch) == 5
    assert watch.turn == (5, 5)


def test_a_page_that_takes_too_long_ends_the_call():
    with pytest.raises(TakesTooLong):
        run_confined("a.pdf", 0.2, "tests.index.test_confined:turns", 2, 600)


def test_a_call_that_is_stopped_ends_its_process_and_one_that_is_over_does_not():
    watch, over = Watch(), Watch()
    before = run_confined("a.pdf", SECONDS, "os:getpid", watch=over)
    over.stop()
    assert own_id() == before
    reading = begun(lambda: run_confined("a.pdf", SECONDS, "time:sleep", 600, watch=watch))
    watch.stop()
    with pytest.raises(ReaderDied):
        reading.result(timeout=SECONDS)
    assert own_id() != before
