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
    f"ask_open_{_PARTY}": (
        "在本地区，这件事您交给谁？不明确由谁负责时，出了事会怎样推诿？",
        "Whom do you give this to in your area? While nobody is named, how will it be passed on when it goes wrong?",
    ),
    f"ask_open_{_DEPUTY}": (
        "您让谁牵头、谁配合？拿不准的部门会用什么理由推出去？",
        "Whom do you have lead, and who supports? With which reason will an office decline?",
    ),
    f"ask_open_{_OFFICE}": (
        "本部门该不该接？接了需要哪些部门给什么？不接，由谁接？",
        "Should your department take it? If so, what do you need from which others; if not, who takes it?",
    ),
    f"ask_undated_{_PARTY}": (
        "您把时限定在什么时候？先看到哪一个结果，才相信能按期做完？",
        "Which date do you set? Which first result would make you believe in it?",
    ),
    f"ask_undated_{_DEPUTY}": (
        "请定出时限和两个检查节点。哪个部门最可能拖，怎样提前知道？",
        "Set a date and two milestones. Which office is most likely to be late, and how would you know early?",
    ),
    f"ask_undated_{_OFFICE}": (
        "请定出本部门的时限和第一步。什么情况下应当推迟，由谁同意？",
        "Set your department's date and first step. When may it be put off, and who agrees to that?",
    ),
    f"ask_undated_{_FIRM}": (
        "请定出本企业的时限和第一步。到期没有做到，哪台设备、哪道工序要停？",
        "Set your firm's date and first step. If it is not done by then, which machine or process has to stop?",
    ),
    f"ask_boundary_{_PARTY}": (
        "同一处隐患两家都沾边时，谁先动手、什么时候移交？谁替您裁定？",
        "When one danger touches both, who acts first, when is it handed over, and who decides for you?",
    ),
    f"ask_boundary_{_DEPUTY}": (
        "请举一处两家都沾边的隐患：谁先动手、什么时候移交、哪一段可能两头不管？",
        "Name a danger that touches both: who acts first, when is it handed over, and which part may fall between them?",
    ),
    f"ask_boundary_{_OFFICE}": (
        "请举一处两家都沾边的隐患：谁先查、结果怎样通报、处罚由谁下？",
        "Name a danger that touches both: who inspects first, how is the other told, and who imposes the penalty?",
    ),
    f"ask_weigh_{_PARTY}": (
        "今年的人手和经费只够先做实一项，您选哪一项？另一项的风险怎样兜住？",
        "This year's people and funds will do for one of them. Which do you choose, and how do you contain the risk of the other?",
    ),
    f"ask_weigh_{_DEPUTY}": (
        "哪一项更要靠几个部门配合？您先协调哪一项，把另一项放后会有什么后果？",
        "Which of the two needs more departments? Which do you coordinate first, and what follows from putting the other off?",
    ),
    f"ask_weigh_{_OFFICE}": (
        "本月只能派一组人，先查哪一项？凭什么说它更险？",
        "You can send one team this month: which of the two is inspected first, and what shows that it is the greater risk?",
    ),
    f"ask_weigh_{_FIRM}": (
        "两项都必须做到：人手和经费先投向哪一项？另一项做到之前，靠什么防住？",
        "Both have to be met: where do people and money go first, and what protects you until the other is met?",
    ),
    "asked_open": (
        "规划要求“{said}”，这一段没有写明由谁负责。{question}",
        "The plan requires: “{said}”. It does not say there who answers for it. {question}",
    ),
    "asked_undated": (
        "规划要求“{said}”，这一处没有写完成时限。{question}",
        "The plan requires: “{said}”. It sets no date for it there. {question}",
    ),
    "asked_boundary": (
        "规划的分工里，“{one}”；“{other}”。{question}",
        "The plan divides the work: “{one}” and “{other}”. {question}",
    ),
    "asked_weigh": (
        "规划要求“{one}”，也要求“{other}”。{question}",
        "The plan requires “{one}” and also “{other}”. {question}",
    ),
    "said_due": ("{when}：{due}", "{when}: {due}"),
    "answer_open": (
        "规划没有答案。好的回答举出本地定职责的文件，说明牵头、配合各做什么，定不下来的报给谁裁定。",
        "The plan has no answer. A good one names the local paper that sets duties, says what the lead and the others do, and who "
        "decides where that stays open.",
    ),
    "answer_undated": (
        "规划没有答案。好的回答有日期、有第一步、有验收的人，并说出最可能拖延的一环。",
        "The plan has no answer. A good one has a date, a first step, someone who accepts the work, and the step most likely to slip.",
    ),
    "answer_boundary": (
        "规划只写了各自的范围，没有写交叉处。好的回答举一件真事，说清谁先到场、怎样移交、记在哪里。",
        "The plan tells each one's field and nothing of where they meet. A good answer takes a real case: who comes first, how it is "
        "handed over, where that is recorded.",
    ),
    "answer_weigh": (
        "两项都要做到，先后没有唯一答案。好的回答比较后果和可能性，举出各自的检查结果，并说出另一项的临时防范措施。",
        "Both are required; which comes first has no one answer. A good one weighs consequence and likelihood, has findings on both, "
        "and names what protects meanwhile.",
    ),
    f"answer_{Part.POINTS}": (
        "好的回答说出哪个单位或岗位在做、做到哪一步、哪份记录能证明。",
        "A good answer says which office or post does it, how far it has got, and which record proves it.",
    ),
    f"answer_{Part.DUTIES}": (
        "好的回答举一件实际的事，说清责任从哪里开始、到哪里为止。",
        "A good answer takes a real case and says where the duty begins and where it ends.",
    ),
    f"answer_{Part.FIGURES}": (
        "好的回答说出本地或本单位的现值、由谁统计、差多少，再说一项能见效的措施。",
        "A good answer has today's own figure, says who counts it and how far off it is, and then one measure that works.",
    ),
    f"answer_{Part.DEADLINES}": (
        "好的回答拿得出凭据：验收记录、台账或者数据；说“正在做”不算。",
        "A good answer has proof: a record of acceptance, a ledger or a figure; “under way” does not count.",
    ),
    f"answer_{Part.CASES}": (
        "好的回答说出怎样查的、查了哪里，不只说“没有”。",
        "A good answer says how and where it was looked for, and not only “none”.",
    ),
    "answer_beside": (
        "规划同一段还写了：{points}；回答没有提到的，追问一句。",
        "The plan also says there: {points}; ask on for what was not mentioned.",
    ),
    "answer_who": ("规划写明的单位：{who}。", "The plan names who answers for it: {who}."),
    "answer_nobody": (
        "规划此处没有写明由谁完成，请当场定下。",
        "The plan does not say here who has to do it: settle that in the room.",
    ),
    "answer_no_base": (
        "这一处没有写明与什么相比，先问用哪一年作基数。",
        "It does not say here compared with what: ask first which year is the base.",
    ),
}
"""Questions about a passage, comparisons of two, what a plan leaves open, and what a good answer holds."""
