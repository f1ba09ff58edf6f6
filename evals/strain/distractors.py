"""Synthetic plans of other cities, in the family's manner, so that a question's place matters.

Each is filled from one template by a generator seeded with the city's name: topics, offices and wording as real plans
have them, with other figures, people and dates, and not all of the clauses. No question of the set names such a city.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from pypinyin import lazy_pinyin

from evals.types import EvalQuestion

_FOLDER = Path(__file__).parent / "synthetic"
TEMPLATE = _FOLDER / "plan.txt"
CITIES = _FOLDER / "cities.txt"

_KEPT_SHARE = 0.8  # of the optional clauses, so that no two cities have the same; any other share would do
_FIELD = re.compile(r"\{(\w+)\}")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙"
_GIVEN = "伟强磊军洋勇艳杰娟涛明超霞平刚桂英玉兰文斌建国志华晓东海波立新"
_GAS = ("城镇燃气(含瓶装液化石油气)", "城市燃气、供热、供水", "管道天然气和液化石油气经营")
_SCHOOLS = ("校车、校舍和学校食堂", "校园消防、实验室危险化学品、校车", "学生防溺水、校园燃气和校舍")


@dataclass(frozen=True, slots=True)
class _Form:
    title: str
    first: int
    last: int


_FORMS = (
    _Form("安全生产“十四五”规划", 2021, 2025),
    _Form("安全生产“十三五”规划", 2016, 2020),
    _Form("安全生产治本攻坚三年行动实施方案(2024-2026年)", 2024, 2026),
)


def distractor_plans(count: int, questions: Sequence[EvalQuestion]) -> dict[str, str]:
    """`count` plans by city, none of which a question names in Chinese or in pinyin.

    Raises:
        ValueError: too few cities are left.
    """
    asked = "".join(text.lower() for question in questions for text in (*question.history, question.question))
    cities = CITIES.read_text(encoding="utf-8").split()
    free = [city for city in cities if not any(name in asked for name in _names(city))]
    if len(free) < count:
        message = f"{count} cities wanted, {len(free)} stand in no question"
        raise ValueError(message)
    return {city: plan_of(city, _FORMS[number % len(_FORMS)]) for number, city in enumerate(free[:count])}


def plan_of(city: str, form: _Form = _FORMS[0]) -> str:
    """The plan of one city; always the same."""
    rng = Random(f"distractor {city}")
    lines = []
    item = 0
    for template_line in TEMPLATE.read_text(encoding="utf-8").splitlines():
        line = template_line
        if line.startswith("?"):
            if rng.random() > _KEPT_SHARE:
                continue
            line = line[1:].lstrip()
        if line.startswith(("一、", "二、", "三、", "四、", "五、", "六、", "七、")):
            item = 0
        if line.startswith("#"):
            item += 1
            line = f"{item}{line[1:]}"
        lines.append(_fill(line, city, form, rng))
    return "\n".join(lines) + "\n"


def _names(city: str) -> tuple[str, str]:
    short = city.removesuffix("市")
    return short, "".join(lazy_pinyin(short))


def _fill(line: str, city: str, form: _Form, rng: Random) -> str:
    fields: dict[str, Callable[[], object]] = {
        "city": lambda: city,
        "short": lambda: city.removesuffix("市"),
        "title": lambda: city + form.title,
        "first": lambda: form.first,
        "mid": lambda: rng.randint(form.first + 1, form.last - 1),
        "last": lambda: form.last,
        "before": lambda: form.first - 1,
        "serial": lambda: f"{rng.randint(10**8, 10**9 - 1)}/{form.first}-{rng.randint(10000, 99999)}",
        "issued": lambda: f"{form.first}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
        "month": lambda: rng.randint(1, 12),
        "season": lambda: rng.choice(("季度", "半年", "年")),
        "digit": lambda: rng.randint(1, 9),
        "two": lambda: rng.randint(11, 98),
        "pct": lambda: rng.randint(6, 48),
        "high": lambda: rng.randint(81, 99),
        "small": lambda: rng.randint(3, 9),
        "num": lambda: rng.randint(21, 690),
        "big": lambda: rng.randint(1100, 9800),
        "name": lambda: rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, 2)),
        "gas": lambda: rng.choice(_GAS),
        "school": lambda: rng.choice(_SCHOOLS),
    }
    return _FIELD.sub(lambda match: str(fields[match.group(1)]()), line)
