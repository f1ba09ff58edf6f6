"""Names of offices as plans write them: which words are one, and which units a list of them holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from index.terms.lexicon import alternatives

OFFICE_END = alternatives("office_endings")
OFFICE = re.compile(rf"^[\u4e00-\u9fff()（）、]{{1,28}}?(?:{OFFICE_END})(?:[(（][^)）]*[)）])?$")
# The offices that a clause opens with: "省公安厅、省邮政管理局|监管"; not "市委" of "市委宣传部".
OFFICES = (
    rf"(?:[\u4e00-\u9fff()（）]{{2,18}}?(?:{OFFICE_END})、)*[\u4e00-\u9fff()（）]{{2,18}}?(?:{OFFICE_END})"
    r"(?![\u4e00-\u9fff]{0,4}(?:部(?!门)|局|厅|办公室|委员会|大队|支队))"
)
# A clause that opens so speaks to somebody else: "推动企业建立…" is no duty of the enterprises' own statement.
SPEAKS_TO_OTHERS = re.compile(
    r"^(?:推动|督促|强化|鼓励|发挥|组织|提高|提升|落实|对|为|在|从|以|与|支持|引导|要求|指导|加强|完善|健全|优化|建立|建设|明确|规范|促进|"
    r"加快|加大|深化|推进|严格|依托|依据|按照|根据|通过|结合|确保|实现|开展|实施|制定|构建|统筹|协助|配合|涉及|针对|围绕|聚焦|整合|利用|用好|使|让|把|将|向|给|由|"
    r"推行|印发|联合|定期|不定期|分级|分类|分期|分批|力争|设立|配备|会同|邀请|授权|委托|"
    r"全面|积极|进一步|切实|有效|大力|充分|继续|持续|逐步|坚持|压实|打造|培育|监督|动员|号召|邀请|选聘|引入|引进|依法|严肃|成立|创新|理顺|厘清|解决)"
)
_SHARED_OUT = re.compile(r"(?:等(?:有关)?(?:部门|单位)?)?(?:按(?:照)?职责)?分工负责$|等$")
# "市、县(区)人民政府" is one unit: a level alone has none, if another level follows.
_LEVEL = re.compile(r"(?:各|全)?(?:省|自治区|市|州|自治州|盟|县|区|县区|旗|乡|镇|乡镇|街道)级?(?:[(（][^)）]*[)）])?")
_OPENS_WITH_LEVEL = re.compile(r"[省市州盟县区旗乡镇]")
_COMMA = re.compile(r"[、,，;；](?![^(（]*[)）])")
# "各级政府和有关部门" are two, "各级安委会及其办公室" is one.
_AND = re.compile(
    rf"(?<=[府门会室位队局厅委])(?:以及|及(?!其)|和|与)(?=[\u4e00-\u9fff()（）]{{2,30}}?(?:{OFFICE_END})(?:[、,，]|$))"
)
_WHOLE = re.compile(rf"(?:{OFFICE_END}|企业|机关|法院|检察院|机构|负责人|同志|领导)(?:[(（][^)）]*[)）])?$")


def units_of(text: str) -> tuple[str, ...]:
    """The units in a list: "自治州应急管理局、住建局、消防救援支队" -> three; brackets stay with their unit."""
    parts = [part.strip() for part in re.split(rf"{_COMMA.pattern}|\s{{1,}}", text.strip(" ,，。;；")) if part.strip()]
    return tuple(_SHARED_OUT.sub("", part) or part for part in _joined(parts, _is_level))


def subject_units(text: str) -> tuple[str, ...]:
    """The units that a clause has for its subject: "市发展改革、财政等部门" and "勘察、设计单位" are one each."""
    parts = [
        re.sub(r"^(?:以及|及|和)", "", part.strip())
        for part in _COMMA.split(_AND.sub("、", text).strip(" ,，。;；"))
        if part.strip()
    ]
    return _joined(
        parts, lambda part, following: _is_level(part, following) or not (_WHOLE.search(part) or part.startswith("各"))
    )


def _is_level(part: str, following: str) -> bool:
    return bool(_LEVEL.fullmatch(part)) and bool(_OPENS_WITH_LEVEL.match(following))


def _joined(parts: list[str], goes_on: Callable[[str, str], bool]) -> tuple[str, ...]:
    """The parts of a list, those that go on put together with the next."""
    found: list[str] = []
    open_part = ""
    for part, following in zip_longest(parts, parts[1:], fillvalue=""):
        open_part = f"{open_part}、{part}" if open_part else part
        if not following or not goes_on(part, following):
            found.append(open_part)
            open_part = ""
    return tuple(found)
