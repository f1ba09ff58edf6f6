"""What each audience needs most: the words by which a passage speaks to it, and how many lines of each part it gets."""

from __future__ import annotations

import math
from dataclasses import dataclass

from assistant.courses.types import Audience, Part
from assistant.types import Language
from index.terms.lexicon import listed


@dataclass(frozen=True, slots=True)
class Needs:
    """`words` stand in what speaks to the audience, `actors` in the names of those whose duties concern it.

    `themes` are what it decides or does itself, each with the words of statements on it; `order` is how its lesson goes, with
    the lines that each part has at two hours. With `own_only` nothing is told that is for others.
    """

    words: tuple[str, ...]
    actors: tuple[str, ...]
    themes: dict[str, tuple[str, ...]]
    order: tuple[tuple[Part, int], ...]
    own_only: bool = False

    @property
    def query(self) -> str:
        """What is searched for where no topic is given."""
        return " ".join(self.words)


NEEDS: dict[Audience, Needs] = {
    Audience.PARTY_HEAD: Needs(
        tuple("党委 政府 党政 属地 领导 第一责任人 考核 巡查 追究 约谈 统筹 部署 投入 资金".split()),
        (*listed("governing"), "组织部", "党政领导"),
        {
            "leading": tuple(
                "党政同责 党政领导 必修课 教育培训 一岗双责 第一责任人 党委 领导责任 属地 议事日程".split()
            ),
            "deciding": tuple("投入 资金 经费 财政 编制 机构 保障".split()),
            "assessing": tuple("考核 巡查 督办 倒查 追究 追责 问责 约谈 一票否决".split()),
        },
        (
            (Part.AIMS, 5),
            (Part.DUTIES, 9),
            (Part.POINTS, 9),
            (Part.FIGURES, 7),
            (Part.DEADLINES, 9),
            (Part.CASES, 3),
            (Part.DISCUSSION, 5),
        ),
    ),
    Audience.DEPUTY_HEAD: Needs(
        tuple("分管 牵头 协调 统筹 会商 督导 督办 专项 联合 挂牌 安委会 研判 调度 通报 约谈".split()),
        ("安委", "安全生产委员会", "政府", "应急", "牵头"),
        {
            "coordinating": tuple("牵头 协调 统筹 会商 联合 联动 协同".split()),
            "pressing": tuple("督导 督办 挂牌 调度 通报 约谈 督查".split()),
        },
        (
            (Part.AIMS, 4),
            (Part.DUTIES, 10),
            (Part.DEADLINES, 7),
            (Part.POINTS, 10),
            (Part.FIGURES, 6),
            (Part.CASES, 3),
            (Part.DISCUSSION, 5),
        ),
    ),
    Audience.DEPARTMENT_HEAD: Needs(
        tuple("部门 监管 执法 检查 排查 整治 治理 审查 许可 标准 督促 验收 监测 处罚 曝光 专项 培训 宣传".split()),
        tuple(word for word in listed("office_endings") if word not in listed("governing")),
        {
            "enforcing": tuple("执法 处罚 查处 检查 许可 审查 验收".split()),
            "removing": tuple("排查 整治 治理 淘汰 整改".split()),
            "teaching": tuple("培训 宣传 教育 演练".split()),
        },
        (
            (Part.AIMS, 4),
            (Part.DUTIES, 9),
            (Part.POINTS, 12),
            (Part.DEADLINES, 7),
            (Part.FIGURES, 6),
            (Part.CASES, 3),
            (Part.DISCUSSION, 5),
        ),
    ),
    Audience.ENTERPRISE_HEAD: Needs(
        tuple("企业 主体责任 从业人员 员工 岗位 自查 演练 培训 持证 设备 标准化 费用 外包 报告".split()),
        ("企业", "单位", "负责人", "从业人员"),
        {
            "firm_duties": tuple(
                "企业要 企业应 企业必须 企业须 主体责任 主要负责人 承诺 报告 全员 自查 费用 投入".split()
            ),
            "staff": tuple("持证 从业人员 员工 培训 岗位 演练".split()),
            "checks": tuple(
                "处罚 停产整顿 停业整顿 予以关闭 取缔 失信主体 惩戒 黑名单 职业禁入 追究 追责 罚款 吊销 严肃查处".split()
            ),
        },
        (
            (Part.AIMS, 4),
            (Part.CASES, 4),
            (Part.POINTS, 14),
            (Part.DUTIES, 7),
            (Part.CHECKLIST, 10),
            (Part.FIGURES, 6),
            (Part.DEADLINES, 6),
            (Part.DISCUSSION, 5),
        ),
        own_only=True,
    ),
}
"""What an audience decides itself stands first and gets most: duties for those who lead, requirements for a firm."""
LEAST_HOURS, MOST_HOURS = 0.5, 8.0
"""Between a talk in a meeting and a day; the page offers no other lengths."""
QUIZ_AT_TWO_HOURS, LEAST_QUESTIONS = 12, 4
"""A minute a question; fewer than one round of all kinds (`quiz.mixed.KINDS`) is no quiz."""
MOST_EXERCISES = 4
"""As many as there are kinds of them."""
_OF_STATEMENTS = (Part.POINTS, Part.DUTIES)
ENGLISH_SHARE = 0.65
"""With more an hour in English does not go on sixteen slides."""


def limits(audience: Audience, hours: float, language: Language) -> dict[Part, int]:
    """How many lines each part may have; grows slower than the time, since longer lessons go deeper as well.

    English takes more room and longer to read out: of whole statements it has fewer.
    """
    factor = _depth(hours)
    room = dict.fromkeys(_OF_STATEMENTS, ENGLISH_SHARE) if language is Language.EN else {}
    return {part: max(1, round(count * factor * room.get(part, 1.0))) for part, count in NEEDS[audience].order}


def exercise_count(hours: float) -> int:
    """How many exercises fit: one in an hour, one of each kind in half a day."""
    return max(1, min(MOST_EXERCISES, math.floor(hours)))


def quiz_size(hours: float) -> int:
    """How many quiz questions fit."""
    return max(LEAST_QUESTIONS, round(QUIZ_AT_TWO_HOURS * _depth(hours)))


def _depth(hours: float) -> float:
    """How much more there is than in two hours."""
    return math.pow(min(max(hours, LEAST_HOURS), MOST_HOURS) / 2, 0.75)
