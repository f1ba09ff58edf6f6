"""How answers name documents: by a place that only one is of, else by a short title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant import Language
from assistant.wording.shown_names import MOST_TITLE_CHARS, names_in
from index import Document, Index, Level, PaperKind, shown_english_titles, shown_titles
from index.like_titles import superseded


@dataclass(frozen=True)
class Held:
    """An index as far as names are concerned."""

    documents: tuple[Document, ...]

    @property
    def fingerprint(self) -> str:
        return repr(self.documents)

    @property
    def superseded(self) -> Mapping[str, str]:
        return superseded(self.documents)

    def shown_title(self, document_id: str, *, english: bool = False) -> str:
        return (shown_english_titles if english else shown_titles)(self.documents)[document_id]


def paper(document_id: str, title: str, place: str = "", place_en: str = "", **changes: object) -> Document:
    places = tuple(name for name in (place, place_en) if name)
    told = {"title_en": "", "level": Level.COUNTY, **changes}
    return Document(
        id=document_id, title=title, file=f"{document_id}.txt", sha256="", place=place, place_en=place_en,
        places=places, period=None, **told,
    )  # fmt: skip


def names(*documents: Document, language: Language = Language.ZH) -> dict[str, str]:
    return {one: name.name for one, name in names_in(Held(documents), language).items()}  # type: ignore[arg-type]


def test_the_only_paper_of_a_place_is_named_by_it(plans: Index) -> None:
    assert names_in(plans, Language.ZH)["kunming-14th"].name == "昆明市"
    assert names_in(plans, Language.ZH)["kizilsu-2024"].name == "克州"
    assert names_in(plans, Language.EN)["kunming-14th"].name == "Kunming plan"


def test_an_english_name_says_the_kind_of_paper() -> None:
    held = paper("a", "清河县消防条例", "清河县", "Qinghe", kind=PaperKind.REGULATION)
    assert names(held, language=Language.EN) == {"a": "Qinghe regulations"}


def test_papers_of_one_place_are_named_by_their_titles() -> None:
    told = names(paper("a", "清河县消防条例", "清河县"), paper("b", "关于燃气安全的通知", "清河县"))
    assert told == {"a": "《清河县消防条例》", "b": "清河县《关于燃气安全的通知》"}


def test_a_paper_without_a_place_is_named_by_its_title() -> None:
    assert names(paper("a", "消防演练分工")) == {"a": "《消防演练分工》"}


def test_equal_titles_are_told_apart_and_the_earlier_version_is_called_so() -> None:
    old = paper("a", "清河县消防条例", "清河县", issued="2012-03-01", kind=PaperKind.REGULATION)
    new = paper("b", "清河县消防条例", "清河县", issued="2022-05-01", kind=PaperKind.REGULATION)
    told = names(old, new)
    assert told == {"a": "旧版《清河县消防条例（2012-03-01）》", "b": "《清河县消防条例（2022-05-01）》"}


def test_a_long_title_keeps_place_and_kind() -> None:
    title = "清河县人民政府办公室印发清河县工业和信息化系统安全生产治本攻坚三年行动实施方案"
    name = names(paper("a", title, "清河县"), paper("b", "清河县消防条例", "清河县"))["a"]
    assert len(name) <= MOST_TITLE_CHARS + 2
    assert name.startswith("《清河县") and name.endswith("方案》") and "…" in name


def test_marks_in_a_name_are_whole() -> None:
    month = paper("a", "关于开展2031年“安全生产月”和“安全生产清河行”活动有关工作的通知", "清河县")
    explained = paper("b", "《清河县消防条例》解读", "清河县")
    told = names(month, explained)
    assert told["a"].count("“") == told["a"].count("”")
    assert told["b"] == "《〈清河县消防条例〉解读》"


def test_an_english_title_is_cut_behind_a_word() -> None:
    title = "Hillview Chemical Park Fire Safety and Hazardous Goods Storage Rules of the Park Council"
    assert names(paper("a", title))["a"] == "《Hillview Chemical Park Fire Safety and Hazardous Goods …》"


def test_of_a_notice_the_name_of_what_it_sends_is_enough() -> None:
    title = "清河县人民政府办公室关于印发《清河县消防安全三年行动方案》的通知"
    told = names(paper("a", title, "清河县"), paper("b", "清河县消防条例", "清河县"))
    assert told["a"] == "《清河县消防安全三年行动方案》"


def test_the_style_of_a_company_gives_way_to_the_title() -> None:
    company = "清河市文化旅游发展集团商业管理有限公司"
    told = names(paper("a", "关于燃气安全的通知", company, level=Level.OTHER), paper("b", "消防演练分工"))
    assert told["a"] == "《关于燃气安全的通知》"


def test_an_english_paper_has_its_own_name_in_either_language() -> None:
    title = "Oakfield County Notice on the Prevention of Fires in Boarding Houses, Markets and Schools"
    place = {"place": "Oakfield County", "place_en": "Oakfield County", "title_en": title}
    assert names(paper("a", title, **place)) == {"a": "Oakfield County"}
    told = names(paper("a", title, **place), paper("b", "Oakfield County Plan", **place))
    assert told == {
        "a": "《Oakfield County Notice on the Prevention of Fires in …》",
        "b": "《Oakfield County Plan》",
    }


def test_a_long_english_name_keeps_what_comes_last() -> None:
    title = "Qinghe County 14th Five-Year Plan for Forest and Grassland Fire Prevention"
    places = {"place": "清河县", "place_en": "Qinghe", "title_en": title}
    one = paper("a", "清河县森林防火规划", **places)
    other = paper("b", "清河县森林防火规划解读", **{**places, "title_en": f"{title} Explained"})
    held = tuple(replace(each, places=("清河县", "Qinghe", "Qinghe County")) for each in (one, other))
    assert names(*held, language=Language.EN) == {
        "a": "Qinghe 14th Five-Year Plan for Forest and … Prevention",
        "b": "Qinghe 14th Five-Year Plan for Forest and … Explained",
    }
