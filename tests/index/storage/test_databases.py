"""What holds on SQLite and on PostgreSQL alike, and what a server adds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from index import Duty, Index, Indicator, Settings
from index.__main__ import main
from index.build import Action, add, build, remove
from index.database.engine import Database
from index.database.locking import write_lock
from index.database.migrate import HEAD, form_of, migrate
from index.database.schema import DOCUMENTS, FACTS, POSTINGS, STATE, TEXTS, VECTOR_CHANGES, VOCABULARIES
from index.database.state_values import put_values, read_revision, read_values
from index.errors import IndexBusy, StoreError
from index.storage import write
from index.storage.backup import backup, restore
from index.storage.check import check
from index.storage.place import open_database, open_vectors, writing
from index.storage.records import Kind, Records, records_together

NOBODY = "http://127.0.0.1:9"  # the port of a service that no machine runs any longer
SQLITE, POSTGRESQL = "sqlite", "postgresql"


@pytest.fixture(params=[SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.slow)])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def empty(kind: str, settings: Settings, request: pytest.FixtureRequest) -> Settings:
    """Nothing indexed yet, in a database of the kind."""
    if kind == SQLITE:
        return settings
    return on_server(settings, request)


def on_server(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    """The same in a new database of the server, and with a data folder of its own."""
    url = request.getfixturevalue("postgresql").new_database()
    folder = settings.data_dir.with_name("shared")
    chroma = request.getfixturevalue("chroma")
    return settings.model_copy(update={"database_url": url, "chroma_url": chroma, "data_dir": folder})


@pytest.fixture
def built(empty: Settings, plan_text: str) -> Settings:
    """Two plans, as files of the documents folder."""
    write_plans(empty, plan_text)
    build(empty)
    return empty


def write_plans(settings: Settings, plan_text: str) -> None:
    for name, place in (("xian", "西安"), ("weinan", "渭南")):
        (settings.documents_dir / f"{name}.txt").write_text(plan_text.replace("西安", place), encoding="utf-8")


@pytest.fixture
def baoji(tmp_path: Path, plan_text: str) -> Path:
    path = tmp_path / "baoji.txt"
    path.write_text(plan_text.replace("西安", "宝鸡").replace("每年组织两次", "每年组织四次"), encoding="utf-8")
    return path


@pytest.fixture
def database(built: Settings) -> Iterator[Database]:
    opened = open_database(built)
    yield opened
    opened.close()


def ids(settings: Settings) -> list[str]:
    return [document.id for document in Index.open(settings).documents]


def rows(database: Database) -> list[int]:
    """How many there are in some tables."""
    tables = (DOCUMENTS, TEXTS, FACTS, POSTINGS, VOCABULARIES, VECTOR_CHANGES)
    with database.reading() as connection:
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]


def as_process(settings: Settings, *arguments: str) -> subprocess.Popen[str]:
    """`python -m index`, with these settings."""
    own = {
        "PLANS_DATA_DIR": str(settings.data_dir),
        "PLANS_DOCUMENTS_DIR": str(settings.documents_dir),
        "PLANS_EMBEDDING_MODEL": settings.embedding_model,
        "PLANS_DATABASE_URL": settings.database_url,
        "PLANS_CHROMA_URL": settings.chroma_url,
    }
    command = [sys.executable, "-m", "index", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=os.environ | own, stdout=pipe, stderr=pipe, text=True)


def test_plans_come_are_replaced_and_go(built, baoji):
    assert ids(built) == ["weinan-14th", "xian-14th"]
    assert [change.action for change in add(built, [baoji]).changes] == [Action.ADDED]
    baoji.write_text(baoji.read_text(encoding="utf-8").replace("四次", "五次"), encoding="utf-8")
    report = add(built, [baoji], replace={baoji: "baoji-14th"})
    assert [change.action for change in report.changes] == [Action.REPLACED]
    assert "五次" in Index.open(built).document("baoji-14th").clean.text
    assert check(built).faults == ()
    remove(built, "baoji-14th")
    assert ids(built) == ["weinan-14th", "xian-14th"]
    assert [change.action for change in build(built).changes] == [Action.UNCHANGED] * 2
    assert check(built).faults == ()


def test_what_went_out_is_swept_up(built, baoji, database, monkeypatch):
    before = rows(database)
    add(built, [baoji])
    remove(built, "baoji-14th")
    assert rows(database) != before
    monkeypatch.setattr(write, "KEPT_S", -1.0)
    with writing(built):
        pass
    assert rows(database) == before
    assert check(built).faults == ()
    vectors = open_vectors(built, collection(database))
    assert len(vectors.keys()) == len(Index.open(built).chunks)
    vectors.close()


def collection(database: Database) -> str:
    with database.reading() as connection:
        return str(connection.execute(select(STATE.c.value).where(STATE.c.name == "collection")).scalar_one())


def test_a_second_process_is_seen_at_the_next_question(built, baoji):
    index = Index.open(built)
    assert len(index.documents) == 2
    process = as_process(built, "add", str(baoji))
    assert "baoji-14th\tadded" in process.communicate(timeout=60)[0]
    snapshot = index.snapshot()
    assert len(snapshot.documents) == 3
    assert any("baoji" in name for name, _ in snapshot.search_lexical("宝鸡", 5))
    assert any("baoji" in name for name, _ in snapshot.search_dense("宝鸡", 50))


def test_a_second_writer_waits_or_is_told(built, baoji, database):
    with write_lock(database, built.data_dir), pytest.raises(IndexBusy, match="another process is writing"):
        add(built, [baoji])
    threading.Timer(0.5, (release := threading.Event()).set).start()
    held = threading.Thread(target=lambda: _hold(built, release))
    held.start()
    add(built, [baoji])
    held.join()
    assert len(ids(built)) == 3


def _hold(settings: Settings, release: threading.Event) -> None:
    database = open_database(settings)
    with write_lock(database, settings.data_dir):
        release.wait(10)
    database.close()


def test_a_killed_writer_leaves_the_right_to_write_free(built, baoji):
    code = (
        "import sys, time; from index.settings import read_settings; from index.storage.place import holding\n"
        "with holding(read_settings()): print('held', flush=True); time.sleep(60)"
    )
    own = {"PLANS_DATA_DIR": str(built.data_dir), "PLANS_DATABASE_URL": built.database_url}
    own |= {"PLANS_CHROMA_URL": built.chroma_url}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, env=os.environ | own, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "held\n"
        with pytest.raises(IndexBusy):
            add(built, [baoji])
        writer.send_signal(signal.SIGKILL)
    add(built, [baoji])
    assert len(ids(built)) == 3


def test_readers_keep_to_their_state_while_others_write(built, baoji):
    index = Index.open(built)
    snapshot = index.snapshot()
    add(built, [baoji])
    remove(built, "xian-14th")
    assert "城镇燃气" in snapshot.document("xian-14th").clean.text
    assert [document.id for document in snapshot.documents] == ["weinan-14th", "xian-14th"]
    assert [document.id for document in index.snapshot().documents] == ["baoji-14th", "weinan-14th"]


def test_a_failed_change_leaves_everything_as_it_was(built, baoji, database, monkeypatch):
    before = rows(database)[:-1]

    def failing(*_: object) -> None:
        raise StoreError("no room")

    monkeypatch.setattr(write, "_record", failing)
    with pytest.raises(StoreError):
        add(built, [baoji])
    monkeypatch.undo()
    assert rows(database)[:-1] == before
    assert ids(built) == ["weinan-14th", "xian-14th"]
    add(built, [baoji])
    assert check(built).faults == ()


@pytest.mark.parametrize("damaged", ["facts.body", "texts.text", "passages.sentences", "postings.checked"])
def test_damage_is_told_and_repaired(built, database, damaged):
    table, column = damaged.split(".")
    changed = f"{column} + 1" if column == "checked" else f"replace(replace({column}, '安', '危'), '[', '[ ')"
    with database.writing() as connection:
        connection.execute(text(f"update {table} set {column} = {changed}"))
    assert check(built).faults
    index = Index.open(built)
    if table == "facts":
        assert index.on_sound(lambda sound: sound.facts(Duty)) == ()
    report = check(built)
    build(built, damage=report.damage)
    assert check(built).faults == ()
    assert len(ids(built)) == 2


def test_damage_to_the_list_of_plans_is_repaired_and_what_a_person_removed_stays_away(built, baoji, database):
    add(built, [baoji])
    remove(built, "xian-14th")
    Records(built, Kind.FEEDBACK, most=9).put("vote", "1")
    with database.writing() as connection:
        connection.execute(text("update state set value = 'x' where name = 'contents'"))
        connection.execute(text("update facts set body = '[]' where place = 0"))
    report = check(built)
    assert report.damage.whole
    build(built, damage=report.damage)
    assert ids(built) == ["baoji-14th", "weinan-14th"]
    assert check(built).faults == ()
    assert len(Records(built, Kind.FEEDBACK, most=9).all()) == 1


def test_an_earlier_version_is_told_and_nothing_is_made_twice(empty):
    empty.data_dir.mkdir()
    database = open_database(empty)
    assert form_of(database) == ""
    migrate(database)
    migrate(database)
    assert form_of(database) == HEAD
    with database.writing() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version"):
        migrate(database)
    database.close()


def test_records_keep_the_last_value_of_each_key_and_the_newest_keys(empty):
    records = Records(empty, Kind.FEEDBACK, most=3)
    assert records.all() == ()
    for number in range(5):
        records.put(f"key-{number}", f'{{"\\u0000": {number}}}')
    records.put("key-3", '"again"')
    assert [record.key for record in records.all()] == ["key-2", "key-3", "key-4"]
    assert records.get("key-3").body == '"again"'
    assert records.get("key-0") is None


def test_many_who_vote_at_once_lose_nothing(empty):
    first = Records(empty, Kind.FEEDBACK, most=100)
    first.put("first", "0")
    failures: list[Exception] = []

    def vote(number: int) -> None:
        try:
            own = Records(empty, Kind.FEEDBACK, most=100)
            for turn in range(5):
                own.put(f"{number}-{turn}", "1")
                own.put("same", str(number))
        except Exception as exc:  # noqa: BLE001 - a thread's error is brought back to the test
            failures.append(exc)

    threads = [threading.Thread(target=vote, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(first.all()) == 1 + 4 * 5 + 1


def test_a_text_holds_whatever_a_file_may_hold(empty, plan_text):
    odd = "(三)𠀀𪚥与\ufffe。e\u0301。" + "x" * 5000 + "9" * 5000 + "。\n"
    (empty.documents_dir / "odd.txt").write_text(plan_text + odd, encoding="utf-8")
    build(empty)
    assert "𠀀𪚥" in Index.open(empty).document("xian-14th").clean.text
    assert check(empty).faults == ()


# --- what a server adds


@pytest.mark.slow
def test_both_kinds_find_and_weigh_alike(settings, plans_settings, request):
    served = on_server(plans_settings.model_copy(update={"data_dir": settings.data_dir}), request)
    build(served)
    one, other = Index.open(plans_settings), Index.open(served)
    assert one.fingerprint == other.fingerprint
    for asked in ("城镇燃气安全监管", "煤矿百万吨死亡率 2025", "王海江 消防", "two passengers and one hazard"):
        assert one.search_lexical(asked, 100) == other.search_lexical(asked, 100)
        assert one.search_lexical(asked, 20, ["kunming-14th"]) == other.search_lexical(asked, 20, ["kunming-14th"])
        assert one.search_dense(asked, 30) == other.search_dense(asked, 30)
        assert one.people_in(asked) == other.people_in(asked)
        for word in asked.split():
            assert one.document_frequency(word) == other.document_frequency(word)
            assert one.documents_holding(word) == other.documents_holding(word)
    assert one.facts(Duty) == other.facts(Duty)
    assert one.facts(Indicator) == other.facts(Indicator)
    assert check(served).faults == ()


@pytest.mark.slow
@pytest.mark.parametrize("to_server", [True, False])
def test_a_backup_goes_from_one_kind_to_the_other(settings, plan_text, baoji, tmp_path, request, to_server):
    served = on_server(settings, request)
    source, target = (settings, served) if to_server else (served, settings)
    write_plans(source, plan_text)
    build(source)
    add(source, [baoji])
    backup(source, tmp_path / "backup.zip")
    restore(target, tmp_path / "backup.zip")
    assert ids(target) == ids(source) == ["baoji-14th", "weinan-14th", "xian-14th"]
    assert Index.open(target).search_lexical("燃气", 9) == Index.open(source).search_lexical("燃气", 9)
    assert check(target).faults == ()
    remove(target, "baoji-14th")
    assert ids(source) == ["baoji-14th", "weinan-14th", "xian-14th"]


@pytest.mark.slow
def test_a_lost_connection_is_replaced(settings, plan_text, postgresql, request):
    served = on_server(settings, request)
    write_plans(served, plan_text)
    build(served)
    index = Index.open(served)
    maintenance = Database(postgresql.url, settings.data_dir)
    with maintenance.reading() as connection:
        connection.execute(
            text("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name"),
            {"name": served.database_url.rpartition("/")[2]},
        )
    maintenance.close()
    assert index.snapshot().search_lexical("燃气", 3)


@pytest.mark.slow
def test_of_two_who_both_believe_to_be_the_writer_one_changes_nothing(settings, request):
    database = open_database(on_server(settings, request))
    migrate(database)
    with database.writing() as connection:
        put_values(connection, {"revision": "1"})
    with pytest.raises(StoreError, match="another process is writing"), database.writing() as late:
        assert read_revision(late) == 1
        with database.writing() as early:
            put_values(early, {"revision": "2"})
        put_values(late, {"revision": "2", "contents": "lost"})
    with database.reading() as connection:
        assert read_values(connection) == {"revision": "2"}
    database.close()


@pytest.mark.slow
def test_a_wrong_user_and_a_database_that_is_not_there_are_told(postgresql, monkeypatch, capsys):
    url = postgresql.new_database()
    monkeypatch.setenv("PLANS_CHROMA_URL", NOBODY)
    for wrong, told in (
        (url.replace("plans:", "plans:x"), "refuses this user or password"),
        (f"{url}x", "cannot be reached"),
        (url, "nothing is indexed"),
    ):
        monkeypatch.setenv("PLANS_DATABASE_URL", wrong)
        assert main(["list"]) == 1
        error = capsys.readouterr().err
        assert told in error
        assert error.count("\n") == 1
        assert url.split(":")[2].split("@")[0] not in error


@pytest.mark.parametrize("command", [["list"], ["build"], ["check"], ["remove", "xian-14th"]])
@pytest.mark.parametrize(
    ("url", "chroma_url", "told"),
    [
        ("postgresql://plans:secret@127.0.0.1:9/plans", NOBODY, "cannot be reached"),
        ("postgresql://plans:secret@127.0.0.1:9/plans", "", "PLANS_CHROMA_URL is not"),
        ("postgresql://plans:secret@127.0.0.1:port/plans", NOBODY, "is no address"),
        ("mysql://plans:secret@127.0.0.1/plans", NOBODY, "PLANS_DATABASE_URL: Value error, must be empty or begin"),
    ],
)
def test_a_server_that_cannot_be_used_is_told_in_a_sentence(monkeypatch, capsys, command, url, chroma_url, told):
    monkeypatch.setenv("PLANS_DATABASE_URL", url)
    monkeypatch.setenv("PLANS_CHROMA_URL", chroma_url)
    assert main(command) == 1
    error = capsys.readouterr().err
    assert told in error
    assert "secret" not in error
    assert error.count("\n") == 1


def test_records_of_two_kinds_are_changed_together_or_not_at_all(empty):
    kinds = (Kind.WORK_VERSIONS, Kind.WORKS)
    with records_together(empty, *kinds) as together:
        together.put(Kind.WORKS, "a", "1")
        for key in ("a:1", "a:2", "ab:1", "a%:1"):
            together.put(Kind.WORK_VERSIONS, key, key)
    with pytest.raises(ValueError, match="halfway"), records_together(empty, *kinds) as together:
        together.put(Kind.WORKS, "a", "2")
        together.remove(Kind.WORK_VERSIONS, ["a:1"])
        raise ValueError("halfway")
    with records_together(empty, *kinds) as together:
        assert [record.body for record in together.all(Kind.WORKS)] == ["1"]
        assert together.keys(Kind.WORK_VERSIONS, "a:") == ("a:1", "a:2")
        assert together.keys(Kind.WORK_VERSIONS, "a%") == ("a%:1",)
        together.remove(Kind.WORK_VERSIONS, together.keys(Kind.WORK_VERSIONS, "a:"))
    versions = Records(empty, Kind.WORK_VERSIONS, most=9)
    assert sorted(record.key for record in versions.all()) == ["a%:1", "ab:1"]
