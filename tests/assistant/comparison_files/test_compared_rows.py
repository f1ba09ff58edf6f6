"""The name of a comparison's file: its topics and the day, whatever they hold."""

from __future__ import annotations

from dataclasses import replace

from assistant.comparison_files import file_name
from assistant.types import Language


def test_a_file_is_named_by_its_topics_and_day(compared, day) -> None:
    assert file_name(compared, "pptx", day) == "规划比较 2026-11-30 亿元GDP生产安全事故死亡率、消防.pptx"
    assert file_name(replace(compared, language=Language.EN), "docx", day).startswith("comparison ")


def test_what_no_system_takes_stands_in_no_name(compared, day) -> None:
    topic = compared.topics[0]
    evil = replace(compared, topics=(replace(topic, topic='../a\\b:*?"<>|\n\x00c'),))
    assert file_name(evil, "xlsx", day) == "规划比较 2026-11-30 .. a b c.xlsx"
    long = replace(compared, topics=(replace(topic, topic="长" * 100),) * 3)
    assert len(file_name(long, "xlsx", day).encode()) < 255
