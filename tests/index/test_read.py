"""Reading files through workers: in their order, each under the id that it is given, refusals in their turn."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from index.errors import CorruptFile, EmptyFile, TakesTooLong
from index.fact_types import Duty
from index.read import ReadLimits, describe_source, read_all, read_source
from index.storage.overrides import Override, write_override
from index.storage.sources import Source
from index.types import Span

LIMITS = ReadLimits(1_000_000, 60)


@pytest.fixture
def plan(tmp_path, plan_text):
    path = tmp_path / "a.txt"
    path.write_text(plan_text, "utf-8")
    return Source("uploads/1/a.txt", path, "5ha", 0, 0)


def named_as(document_id):
    return lambda _source, documents: [replace(document, id=document_id) for document in documents]


def read_one(source, named=lambda _source, documents: documents):
    """The only paper of a file."""
    (((_, (read,)),)) = [*read_all([source], named, (), LIMITS)]
    return read


def spans_of(value):
    """All spans in what was read, at any depth."""
    if isinstance(value, Span):
        return [value]
    parts = value if isinstance(value, tuple) else [getattr(value, name) for name in getattr(value, "__slots__", ())]
    return [span for part in parts if not isinstance(part, str | int) for span in spans_of(part)]


def test_everything_goes_by_the_id_that_the_plan_is_given(plan):
    read = read_one(plan, named_as("given"))
    assert (read.document.id, read.document.file, read.document.sha256) == ("given", plan.key, "5ha")
    assert read.document.title == "西安市“十四五”安全生产规划"
    assert read.clean.document_id == "given"
    spans = spans_of((read.root, read.tables, read.chunks, read.facts))
    assert len(spans) == 15
    assert {span.document_id for span in spans} == {"given"}
    for chunk in read.chunks:
        assert chunk.id == f"given:{chunk.span.start}-{chunk.span.end}"
        assert chunk.text == read.clean.text[chunk.span.start : chunk.span.end]
    assert [fact.units for fact in read.facts if isinstance(fact, Duty)] == [("市住房和城乡建设局",)]


def test_what_a_person_wrote_over_the_description_reaches_the_reader(plan):
    plan = replace(plan, edit=plan.path.with_suffix(".json"))
    write_override(plan.edit, Override(title="别的规划"))
    assert read_one(plan).document.title == "别的规划"


def test_files_come_in_their_order_and_are_named_in_it(plan, tmp_path):
    sources = []
    for number in range(7):
        path = tmp_path / f"{number}.txt"
        path.write_text(
            "" if number == 3 else f"{plan.path.read_text('utf-8')}第{number}份。\n" * (7 - number), "utf-8"
        )
        sources.append(Source(path.name, path, str(number), 0, 0))
    named = []

    def name(source, documents):
        named.append(source.key)
        return [replace(document, id=f"id-{source.key}") for document in documents]

    found = []
    for source, read in read_all(iter(sources), name, (), LIMITS):
        found.append(source)
        if source.key == "3.txt":
            assert isinstance(read, EmptyFile)
        else:
            assert [one.document.id for one in read] == [f"id-{source.key}"]
            assert named[-1] == source.key
    assert found == sources


def test_a_refusal_of_whoever_names_comes_in_its_turn(plan):
    def refuse(_source, _documents):
        raise CorruptFile("no name is left")

    ((source, refusal),) = read_all([plan], refuse, (), LIMITS)
    assert (source, str(refusal)) == (plan, "no name is left")


def test_time_limit_holds_for_reading_and_describing(plan):
    plan.path.write_text(f"{plan.path.read_text('utf-8')}市应急局负责检查，到2025年达到100%。\n" * 5_000, "utf-8")
    with pytest.raises(TakesTooLong, match=r"a\.txt"):
        read_source(plan, ReadLimits(10_000_000, 0.5))
    with pytest.raises(TakesTooLong, match=r"a\.txt"):
        describe_source(plan.path, ReadLimits(10_000_000, 0.05))


def test_an_english_text_that_gives_no_facts_is_read_with_a_warning(tmp_path):
    path = tmp_path / "circular.txt"
    path.write_text("Harbour Fire Safety Circular\n1. Drills\nDrills are held in spring.\n", "utf-8")
    (read,) = read_source(Source("uploads/1/circular.txt", path, "5ha", 0, 0), LIMITS)
    assert not read.facts
    assert any("English" in warning for warning in read.warnings)


class Enough(Exception):
    """Whoever waits has seen enough."""


def test_reading_stops_at_once_where_whoever_waits_wants_no_more(plan):
    plan.path.write_text(f"{plan.path.read_text('utf-8')}市应急局负责检查，到2025年达到100%。\n" * 5_000, "utf-8")
    told = []

    def listen(*turn):
        told.append(turn)
        if len(told) > 1:
            raise Enough

    with pytest.raises(Enough):
        list(read_all([plan], lambda _, read: read, (), ReadLimits(10_000_000, 600), listen))
    assert told == [(plan, 0, 0), (plan, 0, 0)]
    with pytest.raises(Enough):
        describe_source(plan.path, ReadLimits(10_000_000, 600), lambda *turn: listen(plan, *turn))


@pytest.mark.slow
def test_the_pages_of_a_scan_are_told_and_its_lines_known(make_pdf, tmp_path):
    page = pdfium.PdfDocument(make_pdf("plan.pdf", ["青岚县消防检查通报\n县消防救援大队负责检查全县商场。"]))[0]
    picture = page.render(scale=2).to_pil().convert("RGB")
    path = tmp_path / "scan.pdf"
    picture.save(path, save_all=True, append_images=[picture], resolution=144)
    told = []
    limits = ReadLimits(10_000_000, 60, tmp_path / "pages")
    source = Source("uploads/1/scan.pdf", path, "5ha", 0, 0)
    ((_, (read,)),) = read_all([source], lambda _, read: read, (), limits, lambda *turn: told.append(turn[1:]))
    assert (0, 0) in told
    assert set(told) <= {(0, 0), (1, 2), (2, 2)}
    lines = [read.clean.text[line.start : line.end] for line in read.clean.recognised]
    assert lines
    assert {line.page for line in read.clean.recognised} <= {1, 2}
    assert any("县消防救援大队" in line for line in lines)
    assert len(list((tmp_path / "pages").iterdir())) == 2
