"""The words of questions for discussion, by part and audience, and what a speaker does with the answers."""

from __future__ import annotations

from assistant.courses.types import Audience, Part
from assistant.wording.phrasebook import Phrase

_PARTY, _DEPUTY, _OFFICE, _FIRM = Audience

QUESTIONS: dict[str, Phrase] = {
    f"asked_{Part.POINTS}": ("规划要求“{said}”。{question}", "The plan requires: “{said}”. {question}"),
    f"asked_{Part.DEADLINES}": ("规划定下时限：“{said}”。{question}", "The plan sets a date: “{said}”. {question}"),
    f"asked_{Part.CASES}": ("规划指出“{said}”。{question}", "The plan says: “{said}”. {question}"),
    f"asked_{Part.DUTIES}": ("规划的分工是“{said}”。{question}", "The plan gives a duty: “{said}”. {question}"),
    f"asked_{Part.FIGURES}": (
        "规划提出一项数据：“{said}”。{question}",
        "The plan gives a figure: “{said}”. {question}",
    ),
    f"ask_{Part.POINTS}_{_PARTY}_0": (
        "本地区落实到了哪一步？还缺哪些部署、投入和考核？",
        "How far has your area got, and which orders, funds or appraisals are still missing?",
    ),
    f"ask_{Part.POINTS}_{_PARTY}_1": (
        "如果上级明天来查这一条，您能拿出什么？",
        "If this were inspected tomorrow, what could you show?",
    ),
    f"ask_{Part.POINTS}_{_DEPUTY}_0": (
        "这件事由谁牵头、谁配合？哪一环最容易脱节？",
        "Who leads this in your field, who supports, and where does it break down most easily?",
    ),
    f"ask_{Part.POINTS}_{_DEPUTY}_1": (
        "上次碰到这类问题是怎样协调的？这次会有什么不同？",
        "How was such a matter settled between departments last time, and what would you change?",
    ),
    f"ask_{Part.POINTS}_{_OFFICE}_0": (
        "本部门怎样发现没有做到的单位？发现以后怎么处置？",
        "How does your department find those who do not comply, and what happens then?",
    ),
    f"ask_{Part.POINTS}_{_OFFICE}_1": (
        "现有人手和装备能不能做到？先做哪一步？",
        "Can it be done with the people and equipment you have, and what comes first?",
    ),
    f"ask_{Part.POINTS}_{_FIRM}_0": (
        "本企业哪些岗位和设备涉及这一条？谁来管，多久查一次？",
        "Which posts and equipment of your firm does this touch, who sees to it, and how often is it checked?",
    ),
    f"ask_{Part.POINTS}_{_FIRM}_1": (
        "一线员工知道怎么做吗？怎样查验他们真的会？",
        "Do your workers know how to do this, and how would you test it?",
    ),
    f"ask_{Part.DUTIES}_{_PARTY}": (
        "出了问题，您首先问谁的责？这个单位有没有与责任相称的人和钱？",
        "If it goes wrong, whom do you hold to account first, and have they the people and funds that go with the duty?",
    ),
    f"ask_{Part.DUTIES}_{_DEPUTY}": (
        "一处隐患同时涉及两个单位时，按这一分工您请谁先动手？哪些事容易两边都不管？",
        "When a danger touches two offices, whom do you ask to act first by this division, and what falls between them?",
    ),
    f"ask_{Part.DUTIES}_{_OFFICE}": (
        "它与本部门的职责在哪里交叉？去年有没有一件事因为交叉而耽误？",
        "Where does this meet your own department's duties? Was anything delayed last year because of that?",
    ),
    f"ask_{Part.DUTIES}_{_FIRM}": (
        "在您的企业，这一条由谁做到、谁检查？拿什么证明？",
        "Who in your firm sees to this, who checks it, and what would prove it?",
    ),
    f"ask_{Part.FIGURES}_{_PARTY}": (
        "本地区现在是多少？如果只能增加一项投入来缩小差距，您投在哪里？",
        "Where is your area today? If you could add one investment to narrow the gap, where would it go?",
    ),
    f"ask_{Part.FIGURES}_{_DEPUTY}": (
        "分管领域现在是多少？数据由谁提供，可靠吗？",
        "Where is your field today, who supplies the figure, and can it be relied on?",
    ),
    f"ask_{Part.FIGURES}_{_OFFICE}": (
        "本部门掌握的数据是多少？差距由什么造成，哪一项措施见效最快？",
        "What do your department's own data say? What causes the gap, and which measure works soonest?",
    ),
    f"ask_{Part.FIGURES}_{_FIRM}": (
        "本企业对应的数据是多少？您凭什么相信它？",
        "What is the matching figure of your firm, and why do you trust it?",
    ),
    f"ask_{Part.DEADLINES}_{_PARTY}": (
        "到期之前，您要在哪次会议上过问一次？没有进展时怎么办？",
        "At which meeting before that date will you ask about it, and what if there is no progress?",
    ),
    f"ask_{Part.DEADLINES}_{_DEPUTY}": (
        "到期之前还差什么？由谁在什么时候补上？",
        "What is still missing before that date, and who makes it good by when?",
    ),
    f"ask_{Part.DEADLINES}_{_OFFICE}": (
        "倒排出三个节点，哪一个最可能拖延？怎样提前知道？",
        "Count back three milestones: which is most likely to slip, and how would you know early?",
    ),
    f"ask_{Part.DEADLINES}_{_FIRM}": (
        "本企业要为此停产、改造还是培训？各需要多长时间？",
        "Does your firm have to stop, rebuild or train for this, and how long does each take?",
    ),
    "ask_deadlines_past": (
        "这一时限已经过去。凭什么证明已经完成？没有完成的由谁补、何时补？",
        "This date has passed. What proves that it is done? What is not: who makes it good, and by when?",
    ),
    f"ask_{Part.CASES}_{_PARTY}": (
        "您那里有没有同样的情况？您是从谁那里知道的，他会不会报喜不报忧？",
        "Is it the same where you are? From whom do you know, and would they tell you bad news?",
    ),
    f"ask_{Part.CASES}_{_DEPUTY}": (
        "您分管的领域有没有同样的情况？哪几个部门合起来才能看清？",
        "Is it the same in your field? Which departments must put together what they know to see it?",
    ),
    f"ask_{Part.CASES}_{_OFFICE}": (
        "本部门的检查能不能发现同样的情况？去年的检查记录能证明吗？",
        "Would your inspections find the same? Do last year's records show it?",
    ),
    f"ask_{Part.CASES}_{_FIRM}": (
        "本企业有没有同样的情况？怎样向检查人员证明没有？",
        "Is it the same in your firm? If not, how would you prove it to an inspector?",
    ),
    f"weigh_{_PARTY}": (
        "规划在同一方面要求“{one}”，也要求“{other}”。在您那里哪一项离要求更远？您凭什么判断？",
        "On one matter the plan requires “{one}” and also “{other}”. Which of the two is further from being met where you are, and by "
        "what do you judge?",
    ),
    f"weigh_{_DEPUTY}": (
        "规划在同一方面要求“{one}”，也要求“{other}”。哪一项更要靠几个部门配合？您先协调哪一项，为什么？",
        "On one matter the plan requires “{one}” and also “{other}”. Which of the two needs more departments, which do you coordinate "
        "first, and why?",
    ),
    f"weigh_{_OFFICE}": (
        "规划在同一方面要求“{one}”，也要求“{other}”。本部门的检查更容易漏掉哪一项？为什么？",
        "On one matter the plan requires “{one}” and also “{other}”. Which of the two do your department's inspections miss more "
        "easily, and why?",
    ),
    f"weigh_{_FIRM}": (
        "规划在同一方面要求“{one}”，也要求“{other}”。本企业哪一项差得更多？不做到会出什么事？",
        "On one matter the plan requires “{one}” and also “{other}”. Which of the two is your firm further from, and what could "
        "happen because of that?",
    ),
    f"answer_{Part.POINTS}": (
        "好的回答逐项对照规划所列：{points}；每项举出单位、日期和凭据。",
        "A good answer goes through what the plan lists: {points}; for each it names a place, a date and a proof.",
    ),
    f"answer_{Part.DUTIES}": (
        "好的回答说准是谁、负责什么：{points}；再举一件实际的事。",
        "A good answer is exact on who answers for what: {points}; then it gives a case of its own.",
    ),
    f"answer_{Part.FIGURES}": (
        "好的回答先说准规划的数：{points}；再说本地或本单位的数从哪里来、差多少。",
        "A good answer has the plan's figure right: {points}; then it says where the local figure comes from and how far off it is.",
    ),
    f"answer_{Part.DEADLINES}": (
        "好的回答说准什么事、什么时候：{points}；再说由谁、拿什么证明。",
        "A good answer is exact on what is due when: {points}; then it says who proves it, and with what.",
    ),
    f"answer_{Part.CASES}": (
        "好的回答对照规划所说的：{points}；并说出怎样查的，不只说“没有”。",
        "A good answer sets this beside what the plan says: {points}; and it says how it was looked for, not only “none”.",
    ),
    "answer_weigh": (
        "两项各要看的：{points}。没有唯一答案；好的回答举出两项各自的检查结果，再作比较。",
        "What each of the two asks for: {points}. There is no one answer; a good one has findings on both before it compares them.",
    ),
}
"""Questions about a passage, comparisons of two, and what a good answer holds."""
