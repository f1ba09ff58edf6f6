"""What saved work is found by."""

from __future__ import annotations

from assistant.saved.types import Work, WorkKind
from assistant.types import Answer, Citation, Language, Mode
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.saved.drafts import answer_draft, conversation_draft, note_draft, noted_draft

END = "the last words"


def turn(question: str) -> Turn:
    return Turn(question, Answer("", question, Language.EN, False, f"{'long ' * 50}{END}", (), (), Mode.EXTRACTIVE, {}))


def test_an_answer_is_found_by_all_its_words_and_by_the_note_on_it():
    one = turn("Who leads?")
    assert one.answer is not None
    draft = answer_draft(one, one.answer)
    assert END in draft.text
    assert END not in draft.about
    work = Work("a", WorkKind.ANSWER, "Who leads?", "", "", 1, draft.body, draft.about)
    noted = noted_draft(work, "for the meeting")
    assert "for the meeting" in noted.text
    assert END in noted.text


def test_the_line_about_an_answer_has_no_marks_but_keeps_other_brackets():
    cited = Citation(1, "one", "规划", "一、目标", None, 0, 4, "目标")
    answer = Answer("", "谁?", Language.ZH, False, "按国发[21]号，住建局牵头。[1]", (cited,), (), Mode.EXTRACTIVE, {})
    assert answer_draft(Turn("谁?", answer), answer).about == "按国发[21]号，住建局牵头。"


def test_notes_and_conversations_are_found_by_what_stands_in_them():
    assert END in note_draft("", f"{'long ' * 50}{END}").text
    held = conversation_draft(Conversation("", (turn("Who leads?"), turn("And where?")))).text
    assert "And where?" in held
    assert END in held
