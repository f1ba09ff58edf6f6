"""Follow-ups: what a question leaves out is taken from the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.question.concepts import STRONG
from assistant.question.said import Said
from assistant.question.wants import OF_PAPER, wants_of
from assistant.types import Asked, Concept, Language, Understanding, Want

# Words that open a question which goes on from another: "那2020年呢", "what about Kunming"; not "哪个部门".
OPENINGS = (
    "那 它 他 她 这 该 其 再 还有 另外 分别 具体 然后 上述 前者 后者 同一"
    " and what_about how_about then so but who_else why by_when since_when when also"
)
# Words that point back: "该指标的目标", "who leads it"; not "应该", "这次".
_POINTERS_ZH = "这个 那个 这些 那些 该指标 该任务 该单位 该部门 该项 该系统 该工程 该机构 该行动"
_POINTERS_EN = "it its that this they them their those these he she his her there same one"
# Words that name all plans, so that the one asked about before is left: "比较各规划", "in all the plans"; not "这份规划".
_ALL_PLANS = (
    "各规划 各个规划 各部规划 各份规划 各方案 各个方案 各份方案 所有规划 所有的规划 所有方案 全部规划 全部方案 每个规划 每部规划 每份规划 "
    "哪些规划 哪些方案 哪个规划 哪部规划 哪几个规划 哪几部规划 哪个方案 哪几个方案 其他规划 其它规划 别的规划 "
    "all_plans all_the_plans all_of_the_plans each_plan every_plan which_plan other_plans across_plans across_the_plans"
)
_ASKING = "如何 怎么 怎样 干什么 做什么 措施 要求 how what"
SHORT_CHARS = 9
"""A Chinese question so short names a place or a topic, seldom both: "副组长是谁"."""
TOPIC_LEFT_OUT, TOPIC_NAMED = 0.95, 0.35
"""How much of its weight the earlier topic keeps where the follow-up has none, and where it has one."""


WHOLE = frozenset({Want.GOALS, Want.STAGES, Want.INDICATORS, Want.OVERVIEW, Want.DUE})
"""What a plan as a whole is asked for, so that a question needs no topic: "昆明的规划目标", "晋城2018年底前要完成哪些任务"."""


def is_follow_up(meant: Understanding, said: Said) -> bool:
    """Whether a question leaves something out: by its words, or because it names no plan or no topic."""
    if meant.named_plans and not _points_back(meant, said):
        # "昆明的目标是多少" is that of the figure asked for before.
        of_plan = meant.asked is not Asked.FIGURE and bool((WHOLE | OF_PAPER) & wants_of(said).kinds)
        return not of_plan and (not _topics(meant) or goes_on(meant, said))
    # One that names another place, which no plan is of, is of that place and not of the one before.
    return not (meant.unknown_places and _topics(meant)) or _points_back(meant, said)


def goes_on(meant: Understanding, said: Said) -> bool:
    """Whether a question's own words say that it goes on from another."""
    short = meant.language is Language.ZH and len(said.text.rstrip("?？")) <= SHORT_CHARS
    return short or _points_back(meant, said)


def _points_back(meant: Understanding, said: Said) -> bool:
    """Whether it opens or points as what goes on does: "那2020年呢", "who leads it"."""
    if said.opens_with(OPENINGS):
        return True
    if meant.language is Language.EN:
        return said.any_of(_POINTERS_EN)
    return said.text.rstrip("?？").endswith("呢") or said.any_of(_POINTERS_ZH)


def completed(own: Understanding, earlier: Understanding, said: Said) -> Understanding:
    """`own` with what it leaves out taken from the question before it, but not its plans where it names all of them."""
    if said.any_of(_ALL_PLANS):
        earlier = replace(earlier, plans=(), named_plans=(), unknown_places=(), documents={})
    topics = _topics(own)
    carried: tuple[Concept, ...] = ()
    if not topics or goes_on(own, said):
        kept = TOPIC_NAMED if topics else TOPIC_LEFT_OUT
        carried = tuple(replace(c, weight=c.weight * kept, firm=False) for c in earlier.concepts)
    known = {c.spellings[0] for c in own.concepts if c.spellings}
    new_place_only = bool(own.named_plans) and not topics
    same = new_place_only or (own.asked is Asked.MEASURE and not said.any_of(_ASKING))
    asked = earlier.asked if same else own.asked
    return replace(
        own,
        asked=asked,
        plans=own.plans or earlier.plans,
        named_plans=own.named_plans or earlier.named_plans,
        documents=own.documents if own.named_plans else _both(own.documents, earlier.documents),
        unknown_places=own.unknown_places or (earlier.unknown_places if not own.named_plans else ()),
        years=own.years or (earlier.years if asked is earlier.asked else ()),
        concepts=own.concepts + tuple(c for c in carried if not c.spellings or c.spellings[0] not in known),
    )


def _both(own: Mapping[str, float], earlier: Mapping[str, float]) -> dict[str, float]:
    """How likely each document is meant, by what either question tells of it."""
    return {one: own.get(one, 1.0) * earlier.get(one, 1.0) for one in sorted(own.keys() | earlier.keys())}


def _topics(meant: Understanding) -> list[Concept]:
    return [c for c in meant.concepts if c.weight >= STRONG and c.spellings]
