"""People of a plan: posts, offices and the role in the body that the plan sets up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from index import Index, Person
from index.facts.named_people import positions
from index.facts.people import read_people

ReadText = Callable[..., Any]
ReadPeople = Callable[[str], list[Person]]


@pytest.fixture
def people_of(read_text: ReadText) -> ReadPeople:
    def people(text: str) -> list[Person]:
        read = read_text(text)
        found = list(read_people(read.clean, read.root))
        assert all(person.name in read.at(person.span).replace(" ", "") for person in found)
        return found

    return people


def held(posts: str) -> list[tuple[str, str]]:
    return [(position.office, position.post) for position in positions(posts)]


# --- posts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ("州住建局党组书记、副局长", [("州住建局", "党组书记"), ("州住建局", "副局长")]),
        ("州委副书记、州长", [("州委", "副书记"), ("", "州长")]),
        ("州委常委、常务副州长", [("州委", "常委"), ("", "常务副州长")]),
        (
            "副州长、州委政法委副书记,州公安局党委书记、局长",
            [("", "副州长"), ("州委政法委", "副书记"), ("州公安局", "党委书记"), ("州公安局", "局长")],
        ),
        ("县委副书记、县长", [("县委", "副书记"), ("", "县长")]),
        ("州总工会党组副书记、主席", [("州总工会", "党组副书记"), ("州总工会", "主席")]),
        ("州妇联党组副书记、主席", [("州妇联", "党组副书记"), ("州妇联", "主席")]),
        ("州团委书记、教育工委副书记", [("州团委", "书记"), ("教育工委", "副书记")]),
        ("吐尔尕特口岸党工委副书记、管委会主任", [("吐尔尕特口岸", "党工委副书记"), ("管委会", "主任")]),
        ("阿图什火车站站长", [("阿图什火车站", "站长")]),
    ],
)
def test_each_post_has_its_office(posts: str, expected: list[tuple[str, str]]) -> None:
    assert held(posts) == expected


# --- small texts ------------------------------------------------------------------------------------------------------


def test_a_role_holds_for_the_lines_below_it(people_of: ReadPeople) -> None:
    found = people_of(
        "二、领导小组\n安全生产领导小组组成人员如下:\n组长:陈亮(州委常委、常务副州长)\n"
        "副组长:赖晓军(副州长)\n哈力旦·吐尔逊(副州长)\n成员:\n袁文生(州政府副秘书长)\n工作人员从各单位选派。\n"
    )
    assert [(person.name, person.role) for person in found] == [
        ("陈亮", "组长"),
        ("赖晓军", "副组长"),
        ("哈力旦·吐尔逊", "副组长"),
        ("袁文生", "成员"),
    ]
    assert found[0].pinyin.split() == ["chenliang", "chen", "liang", "chen", "liang"]
    assert {person.body for person in found} == {"安全生产领导小组"}


def test_names_and_posts_may_be_parted_by_spaces(people_of: ReadPeople) -> None:
    (person,) = people_of("一、组织机构\n组  长:张 伟 县委副书记、县长\n")
    assert (person.name, person.role, person.as_written) == ("张伟", "组长", "县委副书记、县长")


def test_an_appointment_in_a_sentence_is_read(people_of: ReadPeople) -> None:
    found = people_of(
        "领导小组办公室设在州应急管理局,办公室主任由滕洪涛同志担任、副主任由刘晓翔同志担任,工作人员另行选派。"
    )
    assert [(person.name, person.role) for person in found] == [("滕洪涛", "办公室主任"), ("刘晓翔", "办公室副主任")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("办公室主任由县应急管理局主要负责人担任。", [("办公室主任", "县应急管理局主要负责人")]),
        ("领导小组由县长任组长，分管副县长任副组长。", [("组长", "县长"), ("副组长", "分管副县长")]),
        ("成立以常务副县长为总指挥的现场指挥部。", [("总指挥", "常务副县长")]),
        (
            "总指挥：县长\n副总指挥：县水利局局长、县应急管理局局长",
            [("总指挥", "县长"), ("副总指挥", "县水利局局长、县应急管理局局长")],
        ),
        ("主任由县政府办公室推荐。", []),
        ("联络员：各单位另行报送", []),
    ],
)
def test_who_is_told_by_a_post_alone_has_no_name(people_of: ReadPeople, text: str, told: list[tuple[str, str]]) -> None:
    found = people_of(text)
    assert [(person.role, person.as_written) for person in found] == told
    assert all(person.name == "" for person in found)


def test_whose_body_is_told_behind_the_role_leads_that_body(people_of: ReadPeople) -> None:
    (person,) = people_of("成立以常务副县长为总指挥的现场指挥部。")
    assert (person.body, person.positions[0].post) == ("现场指挥部", "常务副县长")


def test_who_makes_up_a_body_holds_no_role_by_it(people_of: ReadPeople) -> None:
    found = people_of("组长由政府主要负责人担任,成员由相关部门负责人组成。")
    assert [(person.role, person.as_written) for person in found] == [("组长", "政府主要负责人")]


# --- Kizilsu's leading group ------------------------------------------------------------------------------------------


@pytest.fixture
def kizilsu(plans: Index) -> tuple[Person, ...]:
    return plans.facts(Person, ("kizilsu-2024",))


def test_kizilsu_names_49_people_in_51_roles(kizilsu: tuple[Person, ...]) -> None:
    assert len({person.name for person in kizilsu}) == 49
    assert Counter(person.role for person in kizilsu) == {
        "组长": 1,
        "副组长": 6,
        "成员": 42,
        "办公室主任": 1,
        "办公室副主任": 1,
    }


def test_kizilsus_leader_and_deputies(kizilsu: tuple[Person, ...]) -> None:
    names = {role: [person.name for person in kizilsu if person.role == role] for role in ("组长", "副组长")}
    assert names == {
        "组长": ["吾肉孜阿力·哈西哈尔巴依"],
        "副组长": ["陈亮", "温光华", "哈力旦·吐尔逊", "赖晓军", "高俊青", "阿尔达克·牙生"],
    }


def test_kizilsus_members_in_their_order(kizilsu: tuple[Person, ...]) -> None:
    assert [person.name for person in kizilsu if person.role == "成员"] == (
        "袁文生 郑华 魏振峰 杨中能 王春林 阿依西古丽·吐尔逊 阿不来提·阿不力孜 白克吐尔·买买提玉苏甫 董子珍 冯华 "
        "克伊木·阿不都热衣木 唐东 凯沙尔·尼加提 闫俊 艾散·玉苏普 王海江 阿力甫·库尔班 肉孜阿力·阿赛克 "
        "肖开提·阿卜力米提 地里下提·特来西 马中阳 努尔卡那提·艾木如拉 滕洪涛 刘晓翔 钟梓欧 托连·哈那提白克 "
        "杰恩西别克·吾尔哈力恰 努尔艾力·买买提 杨琳 吐尔孙江·木合塔尔 孙刚 古丽茹克·吐尔逊白克 李旺 陈敬华 易实 "
        "郭雪亮 刘利涛 曾智勇 全能 刘智华 任新勇 张强"
    ).split()


def test_all_of_kizilsus_people_belong_to_its_leading_group(kizilsu: tuple[Person, ...]) -> None:
    assert {person.body for person in kizilsu} == {"自治州安全生产治本攻坚三年行动领导小组"}


def test_an_office_is_represented_by_its_person(kizilsu: tuple[Person, ...]) -> None:
    offices = {position.office: person.name for person in kizilsu for position in person.positions}
    assert offices["州住建局"] == "王海江"
    assert offices["州卫健委"] == "努尔卡那提·艾木如拉"
    assert offices["阿图什火车站"] == "张强"


def test_no_other_plan_names_people(plans: Index) -> None:
    assert {person.span.document_id for person in plans.facts(Person) if person.name} == {"kizilsu-2024"}


def test_every_person_stands_at_the_span(plans: Index) -> None:
    for person in plans.facts(Person):
        text = plans.document(person.span.document_id).clean.text[person.span.start : person.span.end]
        assert person.name in text and person.as_written in text


# --- lists in running text ----------------------------------------------------------------------------------------------


def test_posts_in_brackets_before_the_role_they_are_given(people_of: ReadPeople) -> None:
    given = "由方明(市委副书记、市长)任组长,祁远(副市长)、闻静(市公安局局长)任副组长,楼思(市教育局局长)为成员。"
    people = people_of(f"一、组织\n成立消防工作领导小组。{given}\n")
    assert [(p.name, p.role, p.body, held(p.as_written)) for p in people] == [
        ("方明", "组长", "消防工作领导小组", [("市委", "副书记"), ("", "市长")]),
        ("祁远", "副组长", "消防工作领导小组", [("", "副市长")]),
        ("闻静", "副组长", "消防工作领导小组", [("市公安局", "局长")]),
        ("楼思", "成员", "消防工作领导小组", [("市教育局", "局长")]),
    ]


def test_a_name_alone_takes_a_role(people_of: ReadPeople) -> None:
    (person,) = people_of("一、组织\n领导小组办公室设在市应急管理局,樊楠兼任办公室主任。\n")
    assert (person.name, person.role) == ("樊楠", "办公室主任")


def test_words_that_only_look_like_an_appointment_name_nobody(people_of: ReadPeople) -> None:
    assert people_of("一、组织\n各单位落实责任主任负责制,明确责任委员分工。\n") == []


def test_two_who_share_a_role(people_of: ReadPeople) -> None:
    people = people_of("一、组织\n主任由党工委书记覃舟、管委会主任陆明共同担任。\n")
    assert [(p.name, p.role) for p in people] == [("覃舟", "主任"), ("陆明", "主任")]


def test_a_short_name_spread_to_the_width_of_a_long_one(people_of: ReadPeople) -> None:
    text = "一、组织\n组长:顾承屿  县委副书记\n      岑   岚  县委常委、县委政法委书记\n      闵立川  副县长\n"
    assert [p.name for p in people_of(text)] == ["顾承屿", "岑岚", "闵立川"]


def test_people_of_a_table_of_members(read_text: ReadText) -> None:
    read = read_text(
        "整治领导小组成员名单\n姓 名\t单位及职务\t领导小组职务\n张建国\t县委副书记、县长\t组 长\n买买提·艾力\t县公安局副局长\t成 员\n"
    )
    found = list(read_people(read.clean, read.root, read.tables))
    assert [(one.name, one.role, one.body) for one in found] == [
        ("张建国", "组长", "整治领导小组"),
        ("买买提·艾力", "成员", "整治领导小组"),
    ]
    assert [(p.office, p.post) for p in found[1].positions] == [("县公安局", "副局长")]


def test_a_role_merged_over_rows_is_held_by_all(read_text: ReadText) -> None:
    read = read_text(
        "安委会名单\n职务\t姓名\t单位及职务\n主任\t张建国\t县长\n副主任\t李明\t副县长\n\t王晓燕\t副县长、县公安局局长\n"
    )
    found = list(read_people(read.clean, read.root, read.tables))
    assert [(one.name, one.role) for one in found] == [("张建国", "主任"), ("李明", "副主任"), ("王晓燕", "副主任")]


def test_people_appointed_to_one_role_and_parted_by_a_comma(people_of: ReadPeople) -> None:
    found = people_of("副组长由县委常委、常务副县长李明,副县长王晓燕同志担任;成员由县公安局政委周涛等同志组成。")
    assert [(one.name, one.role) for one in found] == [("李明", "副组长"), ("王晓燕", "副组长"), ("周涛", "成员")]


def test_a_group_of_unnamed_members_is_nobody(people_of: ReadPeople) -> None:
    assert people_of("成员由专家、各单位主要负责人组成。") == []


def test_the_body_is_named_without_who_set_it_up(people_of: ReadPeople) -> None:
    (one,) = people_of("县政府决定成立安全生产工作专班,组成如下:\n组长:张建国(县长)\n")
    assert one.body == "安全生产工作专班"


def test_people_behind_a_table_and_below_a_heading_of_members_are_read(read_text) -> None:
    read = read_text(
        "文号\t青办发〔2031〕7号\n日期\t2031年4月2日\n名单如下：\n组长：陆安平  县长\n（一）部门委员\n何映川  县水利局局长\n"
        "（二）专家委员（按姓氏笔画为序）\n田小禾  教授、县志办原主任\n"
    )
    found = [(p.name, p.role) for p in read_people(read.clean, read.root, read.tables)]
    assert found == [("陆安平", "组长"), ("何映川", "部门委员"), ("田小禾", "专家委员")]


def test_a_post_with_a_space_before_the_name_and_a_name_without_a_post_are_read(people_of: ReadPeople) -> None:
    firm = people_of("# 组织机构\n总指挥：总经理 罗海涛\n副总指挥：安全总监 卢敏\n应急电话：0523-88001100\n")
    assert [(one.name, one.role, one.as_written) for one in firm] == [
        ("罗海涛", "总指挥", "总经理"),
        ("卢敏", "副总指挥", "安全总监"),
    ]
    notice = people_of("# 要求\n联系人：赖川，电话6001122。\n")
    assert [(one.name, one.role) for one in notice] == [("赖川", "联系人")]
    assert not people_of("# 要求\n成员：各股室、办公室\n联系人：办公室\n")


def test_a_member_with_an_unusual_post_stands_among_the_others(people_of: ReadPeople) -> None:
    text = (
        "县政府决定成立全县燃气安全整治领导小组（以下简称领导小组）。\n组  长：田小禾  县长\n成  员：许明远  县水利局局长\n"
        "秦立本  县教育局三级调研员\n何  川  县交通运输局副局长\n领导小组办公室设在县应急局。"
    )
    people = people_of(text)
    assert [person.name for person in people] == ["田小禾", "许明远", "秦立本", "何川"]
    assert {person.body for person in people} == {"全县燃气安全整治领导小组"}


def test_a_line_that_names_nobody_ends_no_list(people_of: ReadPeople) -> None:
    text = "成  员：王海  财政厅副厅长\n民政厅、工会各一人\n赵林  水利厅副厅长"
    assert [person.name for person in people_of(text)] == ["王海", "赵林"]


def test_a_short_form_in_brackets_is_no_body_of_its_own(people_of: ReadPeople) -> None:
    text = "决定对县燃气整治领导小组（以下简称领导小组）作出调整。\n组  长：王海  副县长"
    assert [person.body for person in people_of(text)] == ["县燃气整治领导小组"]


def test_a_list_goes_on_below_a_member_whose_post_is_not_known(people_of: ReadPeople) -> None:
    text = (
        "省政府决定对省粮食普查领导小组（以下简称领导小组）组成人员进行调整，名单如下：\n"
        "组  长：林 岚  副省长\n成  员：周立新  省粮食局副局长\n郑小川  省档案馆党组成员\n吴 桐  省财政厅副厅长\n"
    )
    people = people_of(text)
    assert [(person.name, person.role) for person in people] == [
        ("林岚", "组长"),
        ("周立新", "成员"),
        ("郑小川", "成员"),
        ("吴桐", "成员"),
    ]
    assert people[2].as_written == "省档案馆党组成员"
    assert {person.body for person in people} == {"省粮食普查领导小组"}


def test_a_list_in_running_text_gives_every_role_its_people(people_of: ReadPeople) -> None:
    found = people_of(
        "成立岚台县山洪防御指挥部，统一领导防御工作。总指挥：陆安平（县委副书记、县长）；常务副总指挥：何映川（县委常委、副县长）；"
        "副总指挥：孟川（副县长）、赖斌（县水利局局长）；成员：县应急管理局、县公安局主要负责人。指挥部办公室设在县水利局。"
    )
    assert [(person.role, person.name or person.as_written) for person in found] == [
        ("总指挥", "陆安平"),
        ("常务副总指挥", "何映川"),
        ("副总指挥", "孟川"),
        ("副总指挥", "赖斌"),
        ("成员", "县应急管理局、县公安局主要负责人"),
    ]
    assert {person.body for person in found} == {"岚台县山洪防御指挥部"}


def test_a_list_that_opens_its_line_gives_every_role_its_people(people_of: ReadPeople) -> None:
    found = people_of(
        "岚台县山洪防御领导小组名单如下。\n组长：陆安平（县长）；副组长：孟川（副县长）；成员：赖斌（县水利局局长）、何映川（县公安局局长）。"
    )
    assert [(person.role, person.name) for person in found] == [
        ("组长", "陆安平"),
        ("副组长", "孟川"),
        ("成员", "赖斌"),
        ("成员", "何映川"),
    ]


@pytest.mark.parametrize(
    ("lead", "body"),
    [("经研究，对", "镇安全生产委员会"), ("现调整", "镇安全生产委员会"), ("经研究，设立", "对口支援工作领导小组")],
)
def test_a_body_is_named_without_the_words_before_it(lead: str, body: str, people_of: ReadPeople) -> None:
    found = people_of(f"{lead}{body}，有关事项如下。\n主任：陆安平（镇长）")
    assert {person.body for person in found} == {body}
