"""What each audience needs most: the words by which a passage speaks to it, and how many lines of each part it gets."""

from __future__ import annotations

import math
from dataclasses import dataclass

from assistant.courses.types import Audience, Part
from index.terms.lexicon import listed


@dataclass(frozen=True, slots=True)
class Needs:
    """`words` stand in what speaks to the audience, `actors` in the names of those whose duties concern it."""

    words: tuple[str, ...]
    actors: tuple[str, ...]
    lines_at_two_hours: dict[Part, int]

    @property
    def query(self) -> str:
        """What is searched for where no topic is given."""
        return " ".join(self.words)


NEEDS: dict[Audience, Needs] = {
    Audience.PARTY_HEAD: Needs(
        tuple("党委 政府 党政 属地 领导 第一责任人 考核 巡查 追究 约谈 统筹 部署 投入 资金".split()),
        (*listed("governing"), "组织部"),
        dict(zip(Part, (4, 9, 8, 7, 6, 3, 5), strict=True)),
    ),
    Audience.DEPUTY_HEAD: Needs(
        tuple("分管 牵头 协调 统筹 会商 督导 督办 专项 联合 挂牌 安委会 研判 调度 通报 约谈".split()),
        ("安委", "安全生产委员会", "政府", "应急", "牵头"),
        dict(zip(Part, (3, 10, 9, 6, 7, 3, 5), strict=True)),
    ),
    Audience.DEPARTMENT_HEAD: Needs(
        tuple("部门 监管 执法 检查 排查 整治 治理 审查 许可 标准 督促 验收 监测 处罚 曝光 专项 培训 宣传".split()),
        tuple(word for word in listed("office_endings") if word not in listed("governing")),
        dict(zip(Part, (3, 12, 9, 6, 7, 3, 5), strict=True)),
    ),
    Audience.ENTERPRISE_HEAD: Needs(
        tuple("企业 主体责任 从业人员 员工 岗位 自查 演练 培训 持证 设备 标准化 费用 外包 报告".split()),
        ("企业", "单位", "负责人"),
        dict(zip(Part, (2, 14, 6, 7, 6, 4, 5), strict=True)),
    ),
}
"""Lines are weighed by what an audience decides itself: an enterprise the most requirements and the fewest duties of offices."""
LEAST_HOURS, MOST_HOURS = 0.5, 8.0
"""Between a talk in a meeting and a day; the page offers no other lengths."""
QUIZ_AT_TWO_HOURS, LEAST_QUESTIONS = 12, 4
"""A minute a question; fewer than one round of all kinds (`quiz.mixed.KINDS`) is no quiz."""
BREAK_MINUTES_PER_HOUR = 5
"""As school lessons have it."""
# Shares of the time; discussion and quiz are what adults learn most by.
_MINUTE_SHARES = dict(zip(Part, (6, 26, 16, 9, 9, 8, 14), strict=True))
_QUIZ_SHARE = 12


def limits(audience: Audience, hours: float) -> dict[Part, int]:
    """How many lines each part may have; grows slower than the time, since longer lessons go deeper as well."""
    factor = _depth(hours)
    return {part: max(1, round(count * factor)) for part, count in NEEDS[audience].lines_at_two_hours.items()}


def quiz_size(hours: float) -> int:
    """How many quiz questions fit."""
    return max(LEAST_QUESTIONS, round(QUIZ_AT_TWO_HOURS * _depth(hours)))


def _depth(hours: float) -> float:
    """How much more there is than in two hours."""
    return math.pow(min(max(hours, LEAST_HOURS), MOST_HOURS) / 2, 0.75)


def minutes(parts: tuple[Part, ...], hours: float) -> tuple[dict[Part, int], int]:
    """Minutes for each part that there is, and for the quiz; breaks are left free."""
    free = hours * (60 - BREAK_MINUTES_PER_HOUR)
    whole = sum(_MINUTE_SHARES[part] for part in parts) + _QUIZ_SHARE
    return (
        {part: max(1, math.floor(free * _MINUTE_SHARES[part] / whole)) for part in parts},
        max(1, math.floor(free * _QUIZ_SHARE / whole)),
    )
