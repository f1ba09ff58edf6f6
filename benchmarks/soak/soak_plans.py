"""Plans of which every version says something else in every place that a question can be answered from.

An answer may come from one version or another, but never from two at once: a version's figure stands in three chapters,
its leader in two, and neither is any other version's.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

PLACES = {"西安": "xian-14th", "宝鸡": "baoji-14th", "咸阳": "xianyang-14th", "渭南": "weinan-14th"}
"""Places of the plans, with the ids that these get."""
QUESTIONS = (
    "{place}市每年培训安全管理人员多少人次?",
    "{place}市安全生产委员会主任是谁?",
    "{place}市燃气管道隐患排查治理每年多少处?",
    "How many safety managers does {place} train each year?",
    "{place}市安全生产委员会主任是谁?每年培训安全管理人员多少人次?",
)
_FIRST_FIGURE = 2003  # below it lie years, which plans of any version state
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "海建国明志文玉春永立新华宏伟光德世振正江"
_AREAS = 30
"""Tasks of single areas, alike, so that a plan has some dozen passages and writing it takes a while."""
_TEXT = """{place}市“十四五”安全生产规划

{place}市安全生产委员会
2022年3月5日

一、总体要求
坚持人民至上、生命至上。{place}市安全生产委员会主任由{leader}担任。{place}市每年培训安全管理人员{figure}人次。

二、主要任务
(一)城镇燃气。市住房和城乡建设局牵头负责城镇燃气安全监管,每年完成燃气管道隐患排查治理{figure}处。
{areas}
三、保障措施
(一)培训。把安全培训列入年度计划,每年培训安全管理人员{figure}人次。
(二)组织。市安全生产委员会主任{leader}负总责。

附件 {place}市安全生产委员会成员名单
主任:{leader}(市委副书记、市长)
"""
_AREA = "({number})第{number}片区。第{number}片区管理委员会每年完成燃气管道隐患排查治理{figure}处,培训安全管理人员{figure}人次。\n"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the plan of a place; numbers are given once, whatever the place."""

    place: str
    number: int

    @property
    def figure(self) -> str:
        """The figure that it states."""
        return str(_FIRST_FIGURE + 100 + self.number)

    @property
    def leader(self) -> str:
        """The person whom it names."""
        rest, first = divmod(self.number, len(_SURNAMES))
        third, second = divmod(rest, len(_GIVEN))
        return _SURNAMES[first] + _GIVEN[second] + _GIVEN[(second + 1 + third) % len(_GIVEN)]

    @property
    def text(self) -> str:
        """The plan."""
        areas = "".join(_AREA.format(number=number, figure=self.figure) for number in range(2, 2 + _AREAS))
        return _TEXT.format(place=self.place, leader=self.leader, figure=self.figure, areas=areas)


def told_versions(text: str, versions: Collection[Version]) -> set[Version]:
    """The versions whose figure or leader a text tells."""
    return {version for version in versions if version.figure in text or version.leader in text}
