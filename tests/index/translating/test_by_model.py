"""A paper translated by a model behind a real server: what holds is kept and found, what does not is asked again and left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from evals.models.chat_server import Asked, Behaviour, ChatServer, Reply, chat_server
from index import Index, Settings
from index.build import build
from index.errors import AnswerMalformed, ModelUnreachable
from index.language_model.language_model import LanguageModel, open_model
from index.language_model.uses import Use
from index.translating.by_model import MOST_MALFORMED, Progress, cost_of, translate_by_model
from index.translating.renewed import renew
from index.translation.checking import Kind
from index.translation.memory import Maker

PLAN = "xian-14th"
FIRE, GAS, DRILL = "组织渔船避碰演练。", "每年检查沼气池两次。", "养蜂场不得堆放易燃物品。"
ENGLISH = {
    FIRE: "Organise drills of fishing boats that avoid collisions.",
    GAS: "Inspect biogas pools twice a year.",
    DRILL: "Inflammable goods must not be piled up at bee farms.",
}


@pytest.fixture
def built(settings: Settings, plan_text: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An index of one plan whose last three lines are of no other plan."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-a-test")
    text = plan_text + "".join(f"{line}\n" for line in ENGLISH)
    (settings.documents_dir / "xian.txt").write_text(text, encoding="utf-8")
    build(settings)
    return settings.model_copy(update={"llm": "openai:scripted"})


def lines_of(asked: Asked) -> Iterator[tuple[int, str, bool]]:
    """Number and Chinese of each line that is asked, and whether it is told what was wrong before."""
    asked_lines = asked.text.partition("Lines:\n")[2].partition("\n\n")[0].splitlines()
    for at, line in enumerate(asked_lines):
        number, _, zh = line.partition(". ")
        if number.isdigit():
            yield int(number), zh, at + 1 < len(asked_lines) and "wrong before" in asked_lines[at + 1]


def answering(say: Callable[[str, bool], str]) -> Behaviour:
    """A model that says `say` of each line's Chinese, told whether it is asked again."""

    def behaviour(asked: Asked) -> str:
        lines = [{"number": number, "english": say(zh, again)} for number, zh, again in lines_of(asked)]
        return json.dumps({"lines": lines}, ensure_ascii=False)

    return behaviour


def translated(
    settings: Settings, behaviour: Behaviour, monkeypatch: pytest.MonkeyPatch
) -> tuple[Progress, ChatServer]:
    with chat_server(behaviour) as server:
        done = list(translate_by_model(settings, Index.open(settings), PLAN, model(settings, server, monkeypatch)))
    return done[-1], server


def model(settings: Settings, server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> LanguageModel:
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    own = settings.model_copy(update={"llm": f"openai:scripted-{server.url[-7:-3]}"})  # clients are kept by name
    found = open_model(own, Use.TRANSLATIONS)
    assert found is not None
    return found


def test_what_holds_is_kept_and_an_english_question_finds_it(built, monkeypatch):
    done, server = translated(built, answering(lambda zh, _: ENGLISH.get(zh, "")), monkeypatch)
    index = Index.open(built)
    assert done.taken == len(ENGLISH)
    assert index.english.render(GAS).text == ENGLISH[GAS]
    assert index.english.memory.translated(GAS)[0].maker is Maker.MACHINE
    assert "Terms:" in server.requests[0]["messages"][1]["content"]
    assert not index.search_lexical("biogas pools", 3, translated=True)
    renew(built, PLAN)
    found = Index.open(built).search_lexical("biogas pools", 3, translated=True)
    assert GAS in Index.open(built).chunk(found[0][0]).text
    assert Index.open(built).text(PLAN) == index.text(PLAN)


@pytest.mark.parametrize(
    ("zh", "false", "kind"),
    [
        (GAS, "Inspect biogas pools three times a year.", Kind.NUMBER_LOST),
        (DRILL, "Inflammable goods are piled up at bee farms.", Kind.NEGATION),
        (FIRE, "组织渔船避碰演练。", Kind.CHINESE_LEFT),
        (FIRE, "Организовать учения рыболовных судов.", Kind.LANGUAGE),
        (FIRE, "Zuzhi yuchuan bipeng yanlian he jianyan gongzuo.", Kind.LANGUAGE),
        (FIRE, ENGLISH[DRILL], Kind.OTHER_LINE),
        (FIRE, "I am a language model and would like to say more of this. " * 4, Kind.LENGTH),
    ],
)
def test_what_does_not_hold_is_asked_again_with_the_reason_and_then_left_out(built, monkeypatch, zh, false, kind):
    done, server = translated(
        built, answering(lambda one, _: false if one == zh else ENGLISH.get(one, "")), monkeypatch
    )
    held = {one.zh: one for one in done.held_back}
    assert kind in {found.kind for found in held[zh].wrong}
    assert not Index.open(built).english.memory.translated(zh)
    assert f"wrong before: {held[zh].wrong[0]}" in server.requests[1]["messages"][1]["content"]


def test_a_second_answer_that_holds_is_taken(built, monkeypatch):
    def say(zh: str, again: bool) -> str:
        return ENGLISH.get(zh, "") if again or zh != GAS else "Inspect biogas pools."

    done, _ = translated(built, answering(say), monkeypatch)
    assert GAS not in {one.zh for one in done.held_back}
    assert Index.open(built).english.render(GAS).text == ENGLISH[GAS]


def test_what_was_kept_stays_when_the_model_fails_and_it_goes_on_there(built, monkeypatch):
    monkeypatch.setattr("index.translating.by_model.BATCH_LINES", 1)
    answers = answering(lambda zh, _: ENGLISH.get(zh, "Text."))

    def failing(asked: Asked) -> Reply | str:
        return Reply(status=401) if any(zh == GAS for _, zh, _ in lines_of(asked)) else answers(asked)

    before = cost_of(Index.open(built), PLAN)
    with pytest.raises(ModelUnreachable):
        translated(built, failing, monkeypatch)
    assert Index.open(built).english.memory.translated(FIRE)
    assert cost_of(Index.open(built), PLAN).lines < before.lines
    translated(built, answers, monkeypatch)
    assert Index.open(built).english.memory.translated(GAS)


def test_a_model_that_answers_in_no_form_is_given_up(built, monkeypatch):
    monkeypatch.setattr("index.translating.by_model.BATCH_LINES", 1)
    with pytest.raises(AnswerMalformed):
        translated(built, lambda _: "I would rather not.", monkeypatch)
    assert MOST_MALFORMED > 1


def test_a_stop_keeps_what_is_done(built, monkeypatch):
    monkeypatch.setattr("index.translating.by_model.BATCH_LINES", 1)
    with chat_server(answering(lambda zh, _: ENGLISH.get(zh, ""))) as server:
        steps = translate_by_model(built, Index.open(built), PLAN, model(built, server, monkeypatch))
        while next(steps).taken == 0:
            pass
        steps.close()
    assert Index.open(built).english.memory.translated(FIRE)
    assert not Index.open(built).english.memory.translated(DRILL)
