"""What a pack says of what a plan leaves open, and how a speaker opens a point, in both languages."""

from __future__ import annotations

from assistant.courses.types import Part
from assistant.wording.phrasebook import Phrase

NOTES: dict[str, Phrase] = {
    "of_place": ("{named}（{place}）", "{named} ({place})"),
    "aim_past": (
        "拿出“{matter}”等已到期事项的完成凭据，列出没有做完的",
        "show what proves that matters such as “{matter}” were done in time, and list what is still open",
    ),
    "duties_open": ("本主题的任务：规划没有写明由谁负责", "Tasks on the topic for which the plan names nobody"),
    "left_out": (
        "规划的这些部分没有摘入，有关企业请看原文：{sections}。",
        "Nothing is taken from these sections of the plans; firms of these trades should read them there: {sections}.",
    ),
    "nobody_named": ("规划此处未写明", "not named here"),
    "names_dated": (
        "所列人员出自{when}的文件：使用前请核对现任。",
        "The people are those of a paper of {when}: check who holds the posts now.",
    ),
    "opens_when": ("先问：规划要求何时完成？应答：{told}。", "Ask first: by when, by the plan? Expected: {told}."),
    "opens_often": ("先问：按规划多久做一次？应答：{told}。", "Ask first: how often, by the plan? Expected: {told}."),
    "opens_figure": (
        "先问：规划定的数是多少？应答：{told}。",
        "Ask first: which figure does the plan set? Expected: {told}.",
    ),
    "opens_rest": (
        "先只念前半句，问：规划在这里还要求什么？应答：{told}。",
        "Read the first part only and ask: what else does the plan require here? Expected: {told}.",
    ),
    "opens_own": (
        "先问：您那里谁在做、做到哪一步？请两人各举一个实例，再对照原文。",
        "Ask first: who does this where you are, and how far has it got? Take two examples, then read the plan's words.",
    ),
    f"opens_{Part.DUTIES}": ("先问：这件事归谁？应答：{told}。", "Ask first: whose is this? Expected: {told}."),
    "opens_nobody": (
        "先问：在本地这件事由谁牵头、依据哪份文件？规划没有答案，请记下说法不一的地方。",
        "Ask first: who leads on this where you are, and by which paper? The plan has no answer; note where the replies differ.",
    ),
    f"opens_{Part.CASES}": (
        "先问：同样的事在您那里会在哪一步发生、哪一步能拦住？",
        "Ask first: at which step could the same happen where you are, and which step would stop it?",
    ),
}
"""Notes beside lines, and headings of what nobody answers for."""
