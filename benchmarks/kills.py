"""Writers killed at random moments: is anything lost, half there or broken?

    python -m benchmarks.kills [--kills 200] [--seed 1] [--out FILE]

Processes of their own add, remove, build and upload (a program that runs adds what was sent to it) and are ended by
SIGKILL after a random part of the time that the same takes undisturbed. After each kill the index must open and answer;
each plan must be there whole or not at all, and every plan that the killed writer was not changing must be there. After
the next build `check` must find no fault, and what was to be done can be done.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from index import Index, PlansError, Settings
from index.build import add, build, remove
from index.storage.check import check

_PLAN = """{name}市“十四五”安全生产规划

{name}市安全生产委员会
2022年3月5日

一、总体要求
坚持人民至上、生命至上,把保护人民生命安全摆在首位,从源头上防范化解重大安全风险。

二、主要任务
(一)城镇燃气。市住房和城乡建设局牵头负责城镇燃气安全监管,每年组织{times}次燃气管道隐患排查治理。
(二)道路运输。到2025年底,两客一危车辆智能视频监控装置安装率达到100%。
"""
_IDS = {"西安": "xian-14th", "宝鸡": "baoji-14th", "咸阳": "xianyang-14th", "渭南": "weinan-14th"}
*_STAYING, _CHANGING = _IDS
_PADDING = 40
"""Times that the tasks are repeated, so that a plan has some dozen passages and writing it takes a while."""


@dataclass(frozen=True, slots=True)
class Killed:
    """One kill; `done` tells whether the change came into force all the same."""

    change: str
    after_s: float
    done: bool
    breach: str = ""


def main(argv: list[str] | None = None) -> int:
    """Prints a line for every breach and a table; 0 without a breach, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="how many writers are killed (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn by chance (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write every kill's outcome as JSON")
    arguments = parser.parse_args(argv)
    with TemporaryDirectory() as folder:
        killed = measure(Path(folder), arguments.kills, Random(arguments.seed))
    sys.stdout.write(table(killed))
    if arguments.out:
        arguments.out.write_text(json.dumps([asdict(one) for one in killed], ensure_ascii=False, indent=1) + "\n")
    return 1 if any(one.breach for one in killed) else 0


def measure(folder: Path, kills: int, random: Random) -> list[Killed]:
    """Kills so many writers of one index, the kinds of change in turn."""
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents")
    settings.documents_dir.mkdir()
    for name in _STAYING[:-1]:
        _write(settings.documents_dir, name)
    _apart(_first, settings, folder)
    changes = {name: _Change(name, *parts) for name, parts in _CHANGES.items()}
    took_s = {name: change.undisturbed_s(settings, folder) for name, change in changes.items()}
    killed = []
    for number in range(kills):
        change = list(changes.values())[number % len(changes)]
        killed.append(change.killed(settings, folder, random.uniform(0.0, took_s[change.name])))
        sys.stderr.write(f"{number + 1}/{kills} {killed[-1]}\n")
    return killed


def table(killed: Sequence[Killed]) -> str:
    """Kills by kind of change: how many, how many changes came into force all the same, how many breaches."""
    counts = Counter((one.change, what) for one in killed for what in _told(one))
    lines = [f"{'change':10}{'kills':>8}{'in force':>10}{'breaches':>10}"]
    for name in _CHANGES:
        columns = zip(("kills", "in force", "breaches"), (8, 10, 10), strict=True)
        lines.append(f"{name:10}" + "".join(f"{counts[name, what]:{width}}" for what, width in columns))
    lines += [f"breach: {one.change} after {one.after_s:.3f} s: {one.breach}" for one in killed if one.breach]
    return "\n".join(lines) + "\n"


def _told(one: Killed) -> list[str]:
    return ["kills", *(["in force"] if one.done else []), *(["breaches"] if one.breach else [])]


# --- the changes


def _write(folder: Path, name: str, times: str = "两") -> Path:
    path = folder / f"{_IDS[name]}.txt"
    text = _PLAN.format(name=name, times=times)
    tasks = text[text.index("(一)") :]
    more = (tasks.replace("市住房", f"第{number}片区住房") for number in range(_PADDING))  # alike ones Chroma may miss
    path.write_text(text + "".join(more), encoding="utf-8")
    return path


def _first(settings: Settings, folder: Path) -> None:
    build(settings)
    add(settings, [_write(folder, _STAYING[-1])])


def _add(settings: Settings, folder: Path) -> None:
    add(settings, [_write(folder, _CHANGING)])


def _remove(settings: Settings, _folder: Path) -> None:
    remove(settings, _IDS[_CHANGING])


def _build(settings: Settings, _folder: Path) -> None:
    build(settings)


def _upload(settings: Settings, folder: Path) -> None:
    """What a running program does with a file that is sent to it: it is asked meanwhile, and adds a new version."""
    index = Index.open(settings)
    index.search_dense("燃气", 3)
    path = _write(folder, _CHANGING, "三")
    add(settings, [path], replace={path: _IDS[_CHANGING]})
    index.reload_if_changed()


def _without(settings: Settings, _folder: Path) -> None:
    (settings.documents_dir / f"{_IDS[_CHANGING]}.txt").unlink(missing_ok=True)
    build(settings)
    if _IDS[_CHANGING] in _texts(settings):
        remove(settings, _IDS[_CHANGING])


def _with_old(settings: Settings, folder: Path) -> None:
    _without(settings, folder)
    _add(settings, folder)


def _with_new_file(settings: Settings, folder: Path) -> None:
    _without(settings, folder)
    _write(settings.documents_dir, _CHANGING)


_CHANGES: dict[str, tuple[Callable[[Settings, Path], None], Callable[[Settings, Path], None], tuple[str, str]]] = {
    # What comes before, what is killed, and what the index holds of the changing plan before and after it.
    "add": (_without, _add, ("", "两")),
    "remove": (_with_old, _remove, ("两", "")),
    "build": (_with_new_file, _build, ("", "两")),
    "upload": (_with_old, _upload, ("两", "三")),
}


class _Change:
    """One kind of change, and what must hold when it is killed."""

    def __init__(
        self,
        name: str,
        prepare: Callable[[Settings, Path], None],
        work: Callable[[Settings, Path], None],
        versions: tuple[str, str],
    ) -> None:
        self.name, self._prepare, self._work, self._versions = name, prepare, work, versions

    def undisturbed_s(self, settings: Settings, folder: Path) -> float:
        """How long it takes from the start of its process."""
        _apart(self._prepare, settings, folder)
        started = time.perf_counter()
        _apart(self._work, settings, folder)
        return time.perf_counter() - started

    def killed(self, settings: Settings, folder: Path, after_s: float) -> Killed:
        """Starts it, kills it and looks at what is left."""
        _apart(self._prepare, settings, folder)
        process = _CONTEXT.Process(target=self._work, args=(settings, folder))
        process.start()
        process.join(after_s)
        process.kill()
        process.join()
        if process.exitcode not in (0, -signal.SIGKILL):
            return Killed(self.name, after_s, done=False, breach=f"the writer ended with {process.exitcode}")
        receiver, sender = _CONTEXT.Pipe(duplex=False)
        looking = _CONTEXT.Process(target=lambda: sender.send(self._looked_at(settings)))
        looking.start()
        looking.join()
        done, breach = receiver.recv() if receiver.poll() else (False, f"looking at it ended with {looking.exitcode}")
        return Killed(self.name, after_s, done, breach)

    def _looked_at(self, settings: Settings) -> tuple[bool, str]:
        try:
            texts = _texts(settings)
            held = texts.pop(_IDS[_CHANGING], "")
            version = next((times for times in "两三" if f"每年组织{times}次" in held), "")
            if lost := {_IDS[name] for name in _STAYING} - texts.keys():
                return False, f"lost: {sorted(lost)}"
            if held.count("两客一危") not in (0, _PADDING + 1) or version not in self._versions:
                return False, f"half there: {len(held)} characters, version {version!r}"
            build(settings)
            if faults := check(settings).faults:
                return False, f"after the next build: {faults[0]}"
            if left := [path for path in (settings.data_dir / "uploads").glob("*/.*")]:
                return False, f"left behind: {left[0].name}"
        except PlansError as exc:
            return False, f"{type(exc).__name__}: {exc}"
        return version == self._versions[1], ""


_CONTEXT = multiprocessing.get_context("fork")
"""So that a process has imported everything when its time begins. Nothing is opened here before: no lock is held then."""


def _texts(settings: Settings) -> dict[str, str]:
    """The text of every plan by id, each of which must be found by a search of its own."""
    index = Index.open(settings)
    texts = {document.id: index.document(document.id).clean.text for document in index.documents}
    for name in texts:
        if not index.search_lexical("燃气管道", 3, [name]) or not index.search_dense("燃气管道", 3, [name]):
            return {}
    return texts


def _apart(work: Callable[[Settings, Path], None], settings: Settings, folder: Path) -> None:
    process = _CONTEXT.Process(target=work, args=(settings, folder))
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{work.__name__} ended with {process.exitcode}")


if __name__ == "__main__":
    raise SystemExit(main())
