from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from index import Duty, Index, Person, Settings
from index.build import add, build, remove
from index.errors import DocumentDamaged, IndexMissing, IndexOutdated, UnknownDocument
from index.storage.place import writing
from index.types import Document


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    (settings.documents_dir / "weinan.txt").write_text(plan_text.replace("西安", "渭南"), encoding="utf-8")
    build(settings)
    return settings


def _in_another_process(settings: Settings, *arguments: str) -> None:
    environment = {
        "PLANS_DATA_DIR": str(settings.data_dir),
        "PLANS_DOCUMENTS_DIR": str(settings.documents_dir),
        "PLANS_EMBEDDING_MODEL": settings.embedding_model,
    }
    command = [sys.executable, "-m", "index", *arguments]
    subprocess.run(command, env=os.environ | environment, check=True, capture_output=True)


def test_documents_chunks_and_facts_fit_together(built):
    index = Index.open(built)
    assert [document.id for document in index.documents] == ["weinan-14th", "xian-14th"]
    for chunk in index.chunks:
        clean = index.document(chunk.span.document_id).clean
        assert clean.text[chunk.span.start : chunk.span.end] == chunk.text
        assert index.chunk(chunk.id) == chunk
    (duty,) = index.facts(Duty, ["xian-14th"])
    assert "市住房和城乡建设局" in duty.units[0]
    assert {fact.span.document_id for fact in index.facts(Duty)} == {"weinan-14th", "xian-14th"}
    assert index.facts(Person) == index.facts(Duty, []) == ()


def test_both_searches_keep_to_the_plans_they_are_given(built):
    index = Index.open(built)
    for search in (index.search_lexical, index.search_dense):
        hits = search("城镇燃气安全监管", 10, ["xian-14th"])
        assert hits
        assert {index.chunk(chunk_id).span.document_id for chunk_id, _ in hits} == {"xian-14th"}
        assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)
        assert search("城镇燃气安全监管", 3) == search("城镇燃气安全监管", 10)[:3]


def test_an_unknown_plan_is_told_with_the_known_ones(built):
    with pytest.raises(UnknownDocument, match="weinan-14th, xian-14th"):
        Index.open(built).document("baoji")


def test_document_frequency_is_a_share_of_chunks(built):
    index = Index.open(built)
    held = sum("城镇燃气" in chunk.searched for chunk in index.chunks)
    assert index.document_frequency("城镇燃气") == held / len(index.chunks) > 0
    assert index.document_frequency("核电") == index.document_frequency("") == 0


def test_an_index_that_does_not_fit_is_told(built, tmp_path, tiny_model):
    import shutil

    other = shutil.copytree(tiny_model, tmp_path / "other")
    (other / "config.json").write_text("{}")
    with pytest.raises(IndexOutdated, match="embedding model"):
        Index.open(built.model_copy(update={"embedding_model": str(other)}))
    with pytest.raises(IndexOutdated, match="Chroma server"):
        Index.open(built.model_copy(update={"chroma_url": "http://127.0.0.1:9"}))
    with pytest.raises(IndexMissing):
        Index.open(built.model_copy(update={"data_dir": tmp_path / "nothing"}))


def test_a_reload_goes_over_and_a_snapshot_stays(built, plan_text, tmp_path):
    index = Index.open(built)
    assert index.reload_if_changed() is False
    snapshot, fingerprint = index.snapshot(), index.fingerprint
    (tmp_path / "new.txt").write_text(plan_text.replace("西安", "宝鸡"), encoding="utf-8")
    add(built, [tmp_path / "new.txt"])
    assert len(index.documents) == 2
    assert index.reload_if_changed() is True
    assert [len(one.documents) for one in (index, snapshot)] == [3, 2]
    assert index.fingerprint != fingerprint == snapshot.fingerprint
    assert snapshot.search_dense("燃气", 5)


def test_a_snapshot_is_answered_after_its_plans_are_gone(built):
    snapshot = Index.open(built).snapshot()
    remove(built, "xian-14th")
    assert snapshot.search_dense("燃气", 5, ["xian-14th"])  # reads texts and vectors only now
    assert snapshot.search_lexical("燃气", 5, ["xian-14th"])
    assert "城镇燃气" in snapshot.document("xian-14th").clean.text
    assert [document.id for document in snapshot.snapshot().documents] == ["weinan-14th"]


def test_what_one_process_writes_another_finds_at_its_next_question(built, plan_text, tmp_path):
    index = Index.open(built)
    assert index.search_dense("燃气", 5)
    (tmp_path / "new.txt").write_text(plan_text.replace("西安", "宝鸡"), encoding="utf-8")
    _in_another_process(built, "add", str(tmp_path / "new.txt"))
    assert len(index.snapshot().search_dense("宝鸡市城镇燃气", 50)) > len(index.search_dense("宝鸡市城镇燃气", 50)) - 1
    assert any("baoji" in name for name, _ in index.search_dense("宝鸡市城镇燃气", 50))


def test_above_some_documents_chroma_finds_what_comparing_all_finds(built, monkeypatch):
    index = Index.open(built)
    compared = index.search_dense("城镇燃气安全监管", 4)
    monkeypatch.setattr("index.store.EXACT_DOCUMENTS", 1)
    found = Index.open(built).search_dense("城镇燃气安全监管", 4)
    assert [name for name, _ in found] == [name for name, _ in compared]
    assert [score for _, score in found] == pytest.approx([score for _, score in compared], abs=1e-3)
    shutil.rmtree(built.data_dir / "vectors")
    assert Index.open(built).search_dense("城镇燃气安全监管", 4) == compared


def test_a_question_under_way_leaves_the_vectors_of_the_next_ones_alone(built, monkeypatch):
    monkeypatch.setattr("index.store.EXACT_DOCUMENTS", 1)
    index = Index.open(built)
    under_way = index.snapshot()
    before = index.search_dense("城镇燃气安全监管", 4)
    with writing(built, fresh_vectors=True):
        pass
    after = index.snapshot()
    for asked in (under_way, after, under_way, after):
        assert [name for name, _ in asked.search_dense("城镇燃气安全监管", 4)] == [name for name, _ in before]


def test_vectors_that_a_question_held_when_the_index_changed_are_seen_anew_all_the_same(built, plan_text, tmp_path):
    shared = Index.open(built)._shared
    asked = shared.encoder.encode(["燃气"])[0]
    for city in ("宝鸡", "咸阳", "延安"):
        _, state, _ = shared.current()
        held = shared.vectors(state.collection)
        held.query(asked, 50)
        (tmp_path / "new.txt").write_text(plan_text.replace("西安", city), encoding="utf-8")
        _in_another_process(built, "add", str(tmp_path / "new.txt"))
        _, state, _ = shared.current()
        held.query(asked, 50)  # as a question does that was about to when the change was seen
    _, state, _ = shared.current()
    assert len(shared.vectors(state.collection).query(asked, 50)[0]) == state.live.passages


def test_a_sentences_vector_is_made_under_its_heading_with_the_english_of_both(plans: Index):
    chunk = next(one for one in plans.chunks if one.heading_path and plans.sentences([one.id])[0])
    sentences, vectors = plans.sentences([chunk.id])
    assert {sentence.chunk_id for sentence in sentences} == {chunk.id}
    plan, heading = chunk.span.document_id, chunk.heading_path[-1]
    spans, text, english = [one.span for one in sentences], plans.text(plan).text, plans.searched([plan])[plan]
    told = [f"{heading} {text[one.start : one.end]}" for one in spans]
    beside = [f"{english.heading(heading)} {english.english(one.start, one.end)}" for one in spans]
    encoded = plans.encoder.encode([" ".join(pair) for pair in zip(told, beside, strict=True)])
    assert vectors == pytest.approx(encoded, abs=1e-3)
    assert plans.sentences([])[1].shape == (0, vectors.shape[1])


def test_what_stands_in_one_of_many_passages_is_never_told_to_be_absent(settings, plan_text, monkeypatch):
    for number in range(6):  # all of them hold 安全, 全生 and 生产; the last alone holds them as one word
        own = "安全第一,健全生态,生产有序。" if number < 5 else "安全生产有序。"
        text = plan_text.replace("安全生产", "消防").replace("安全", "消防") + f"\n(三)其他{number}。{own}\n"
        (settings.documents_dir / f"{number}.txt").write_text(text, encoding="utf-8")
    build(settings)
    exact = Index.open(settings)
    monkeypatch.setattr("index.storage.lookups.FEW_DOCUMENTS", 0)
    monkeypatch.setattr("index.storage.lookups.VERIFIED_IN_MANY", 1)
    sampled = Index.open(settings)
    assert exact.document_frequency("安全生产") > 0
    assert sampled.documents_holding("安全生产") >= exact.documents_holding("安全生产") != set()
    assert sampled.document_frequency("安全第二") == sampled.document_frequency("安全全生") == 0


def test_people_are_looked_up_where_there_are_many_documents(plans_settings, monkeypatch):
    index = Index.open(plans_settings)
    asked = ("王海江担任什么职务", "what does Wang Haijiang do", "吾肉孜阿力是谁", "谁负责燃气")
    told = [index.people_in(text) for text in asked]
    assert told[0] == told[1] == ("王海江",)
    assert told[2]
    assert told[3] == ()
    monkeypatch.setattr("index.store.EXACT_DOCUMENTS", 1)
    assert [index.people_in(text) for text in asked] == told


def test_a_document_that_is_damaged_in_the_database_is_left_out(built):
    with closing(sqlite3.connect(built.data_dir / "plans.db")) as connection, connection:
        connection.execute(
            "update facts set body = replace(body, '住房', '交通') where no = (select min(no) from facts)"
        )
    index = Index.open(built)
    with pytest.raises(DocumentDamaged) as caught:
        index.facts(Duty)
    damaged = caught.value.document_id
    assert {duty.span.document_id for duty in index.on_sound(lambda sound: sound.facts(Duty))} == {
        "weinan-14th",
        "xian-14th",
    } - {damaged}
    assert damaged in index.damaged
    with pytest.raises(UnknownDocument, match="is damaged in the index"):
        index.document(damaged)
    assert [document.id for document in index.documents] == [d for d in ("weinan-14th", "xian-14th") if d != damaged]


def test_an_index_may_be_asked_by_many_threads_while_it_changes(built, plan_text, tmp_path):
    index, failures = Index.open(built), []

    def ask() -> None:
        try:
            for _ in range(25):
                one = index.snapshot()
                for chunk_id, _ in (*one.search_dense("燃气", 5), *one.search_lexical("燃气", 5)):
                    one.chunk(chunk_id)
        except Exception as exc:  # noqa: BLE001 - a thread's error is brought back to the test
            failures.append(exc)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for name in ("宝鸡", "咸阳"):
        (tmp_path / "new.txt").write_text(plan_text.replace("西安", name), encoding="utf-8")
        add(built, [tmp_path / "new.txt"])
    for thread in threads:
        thread.join()
    assert failures == []


# --- the five plans with the shipped model


def test_the_five_plans_are_indexed_whole(plans: Index):
    assert [document.id for document in plans.documents] == [
        "jincheng-13th",
        "kizilsu-2024",
        "kunming-14th",
        "ningxia-14th",
        "zhongwei-13th",
    ]
    for document in plans.documents:
        indexed = plans.document(document.id)
        for chunk in indexed.chunks:
            assert indexed.clean.text[chunk.span.start : chunk.span.end] == chunk.text


@pytest.mark.parametrize(
    ("query", "plan", "held"),
    [
        ("自治州住房和城乡建设局 城镇燃气", "kizilsu-2024", "城镇燃气"),
        ("煤矿百万吨死亡率", "ningxia-14th", "煤矿百万吨死亡率"),
        ("安监局编制 人员", "zhongwei-13th", "编制"),
        ("两客一危 视频监控", "zhongwei-13th", "两客一危"),
    ],
)
def test_words_of_a_plan_are_found_in_it(plans: Index, query, plan, held):
    hits = plans.search_lexical(query, 5, [plan])
    assert any(held in plans.chunk(chunk_id).searched for chunk_id, _ in hits)


def test_the_plans_file_is_known(plans: Index, plans_settings: Settings):
    document: Document = plans.document("kizilsu-2024").document
    assert document.file == "documents/kizilsu-2024.txt"
    assert plans.source_path("kizilsu-2024") == Path(plans_settings.documents_dir) / "kizilsu-2024.txt"
