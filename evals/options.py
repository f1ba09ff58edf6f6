"""The command line of `python -m evals`: what each command does and which options it takes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.types import Split


@dataclass(frozen=True, slots=True)
class Command:
    """What `--help` tells of a command, and the options that mean something to it."""

    told: str
    takes: tuple[str, ...] = ()


_REPORTS = ("out", "html", "junit")
COMMANDS = {
    "run": Command(
        "ask the fixed questions and print the figures; what is done without a command",
        ("questions", "split", "compare", "min", "url", "jobs", "baselines", "show_wrong", *_REPORTS),
    ),
    "validate": Command(
        "prove that the questions are sound: evidence stands in the plans, ids are unique", ("questions",)
    ),
    "added": Command(
        "ask about nine made-up plans that are added, as a user adds them", ("split", "min", "jobs", *_REPORTS)
    ),
    "papers": Command(
        "ask about real public papers, which lie in a folder of your own",
        ("papers", "questions", "split", "min", "jobs", "show_wrong", *_REPORTS),
    ),
    "strain": Command(
        "the fixed questions with slips, beside other cities' plans, on changed figures", ("questions", "split", "out")
    ),
    "facts": Command("the typed facts against a judged sample and what was counted by hand", ("min",)),
    "reading": Command(
        "tables, lists, sections and facts as written down by hand against what is read of real and made-up papers",
        ("papers", "out"),
    ),
    "formats": Command("made papers as Word file, PDF, scan and web page: the same facts and answers?", ("out",)),
    "courses": Command("every line and quiz question of the standard course packs against the plans", ("out",)),
    "training": Command(
        "what a scripted language model writes for training packs, and wrong numbers put into it", ("out",)
    ),
    "generated": Command(
        "the fixed questions with a scripted good language model beside the built-in answers", ("split", "out")
    ),
    "rewriting": Command(
        "follow-ups, questions of several parts and English ones as a scripted good model reads them",
        ("papers", "split", "out"),
    ),
    "grounding": Command(
        "errors put into right sentences of the recorded answers: how many are caught", ("split", "out")
    ),
    "fit": Command("fit the weights of ranking on the tune questions and print them", ("papers", "write")),
}


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The command and its options; leaves with status 2 where an option means nothing to the command."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    takes = {"command", *COMMANDS[arguments.command].takes}
    given = [name for name, value in vars(arguments).items() if value != parser.get_default(name)]
    if unknown := [f"--{name.replace('_', '-')}" for name in given if name not in takes]:
        parser.error(f"{arguments.command} does not take {', '.join(unknown)}")
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description="Questions with known answers, asked and scored.",
        epilog="\n".join(("commands and their options:", *map(_line, COMMANDS))),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", nargs="?", default="run", choices=COMMANDS)
    parser.add_argument("--questions", nargs="+", type=Path, default=[], metavar="FILE", help="default: the fixed set")
    parser.add_argument("--papers", type=Path, metavar="DIR", help="the folder in which the real papers lie")
    parser.add_argument("--split", choices=(*(str(split) for split in Split), "all"), default="all")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the report with every row as JSON")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the report as one HTML page")
    parser.add_argument("--junit", type=Path, metavar="FILE", help="write gates and questions as JUnit XML")
    parser.add_argument(
        "--compare", type=Path, metavar="FILE", help="an earlier --out: what turned right or wrong since"
    )
    parser.add_argument("--min", action="append", default=[], metavar="NAME=VALUE", help="gate: exit 1 below it")
    parser.add_argument("--url", help="ask a running app at this address instead")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="questions at a time; latency is fair at 1")
    parser.add_argument("--baselines", action="store_true", help="also run the baselines, in the same table")
    parser.add_argument("--show-wrong", action="store_true", help="print the wrong answers of the tune half")
    parser.add_argument("--write", action="store_true", help="write the weights into the program")
    return parser


def _line(name: str) -> str:
    command = COMMANDS[name]
    options = " ".join(f"--{option.replace('_', '-')}" for option in command.takes)
    return f"  {name:<10}{command.told}\n{'':<12}{options}"
