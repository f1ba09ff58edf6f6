"""The kinds of table that offices print, each with the rows that a reader sees; also pages that hold none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.shared import Pt

from tests.made_tables import word_tables as made
from tests.made_tables.word_tables import DOWN, RIGHT, Look, Rows

UNITS = ("县应急管理局", "县住房城乡建设局", "县消防救援大队", "县市场监督管理局", "县交通运输局", "县文化广电和旅游局")
THINGS = (
    "燃气管道",
    "自建房屋",
    "电动自行车充电设施",
    "危险化学品仓库",
    "农村客运车辆",
    "景区游乐设施",
    "人员密集场所",
)
LONG = "对照清单逐项排查，建立问题台账，明确整改责任人和时限，整改一项、销号一项，重大隐患由县政府挂牌督办"
PROSE = (
    "各乡镇人民政府要压实属地责任，把排查整治作为今冬明春的重点工作，主要负责同志亲自研究、亲自部署，确保各项措施落到实处。",
    "各有关部门要按照“三管三必须”的要求，加强对本行业领域生产经营单位的监督检查，发现问题及时督促整改，重要情况随时报告。",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A Word file and the tables that a reader sees in it, from the first to the last."""

    word: Document
    tables: tuple[list[list[str]], ...]


def tasks(count: int, *, long: bool = True) -> Iterator[list[str]]:
    """Rows of a table of tasks: number, task, who leads, who helps, until when."""
    for number in range(1, count + 1):
        thing, unit = THINGS[number % len(THINGS)], UNITS[number % len(UNITS)]
        task = f"排查整治{thing}安全隐患。{LONG if long and number % 3 == 0 else ''}"
        helps = "、".join(UNITS[(number + step) % len(UNITS)] for step in range(1, 1 + number % 4))
        yield [str(number), task, unit, helps, f"202{5 + number % 2}年{1 + number % 12}月底前"]


HEADS = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
TASK_WIDTHS = (1.2, 6.0, 3.0, 3.5, 2.3)


def _one(rows: Rows, look: Look, *, above: str = "附件1 任务分工表", below: str = "", landscape: bool = False) -> Made:
    word = made.new_word(landscape=landscape)
    made.add_lines(word, [*PROSE, above])
    made.add_table(word, rows, look)
    made.add_lines(word, [*([below] if below else []), *PROSE])
    return Made(word, (made.seen(rows),))


def ruled() -> Made:
    return _one([HEADS, *tasks(6)], Look(TASK_WIDTHS))


def ruled_over_pages() -> Made:
    return _one([HEADS, *tasks(40)], Look(TASK_WIDTHS))


def no_repeated_head() -> Made:
    return _one([HEADS, *tasks(40)], Look(TASK_WIDTHS, repeat=False))


def broken_row() -> Made:
    rows = [HEADS, *tasks(11, long=False)]
    rows[9] = ["9", LONG * 9, "县应急管理局", "各乡镇人民政府", "2026年6月底前"]
    return _one(rows, Look(TASK_WIDTHS))


def broken_middle() -> Made:
    heads = ["责任部门", "工作内容", "完成时限"]
    rows = [[unit, f"{thing}：{LONG}", "2026年底前"] for unit, thing in zip(UNITS * 3, THINGS * 3, strict=False)]
    rows[3][1] = LONG * 12
    return _one([heads, *rows[:10]], Look((3.0, 9.0, 3.0)))


INDICATORS: Rows = (
    ["指标名称", "2025年目标值", "2027年目标值", "指标属性"],
    ["生产安全事故死亡人数（人）", "≤19", "≤15", "约束性"],
    ["亿元国内生产总值生产安全事故死亡率（人/亿元）", "0.032", "0.028", "约束性"],
    ["基层应急站点覆盖率（%）", "95", "100", "预期性"],
    ["每万人消防员数", "8.5", "9.2", "预期性"],
    ["重大火灾隐患整改率（%）", "100", "", "约束性"],
)


def three_lines() -> Made:
    look = Look((6.5, 3.0, 3.0, 3.0), made.OUTER_RULES, rule_below_heads=True)
    return _one(INDICATORS, look, above="表1 主要指标", below="注：2025年目标值为预计数。")


def lying_rules() -> Made:
    return _one(INDICATORS, Look((6.5, 3.0, 3.0, 3.0), made.LYING_RULES), above="表2 主要指标")


def open_sides() -> Made:
    return _one(INDICATORS, Look((6.5, 3.0, 3.0, 3.0), made.OPEN_SIDES), above="表2 主要指标")


PEOPLE: Rows = (
    ["职务", "姓名", "单位及职务"],
    ["总指挥", "林远山", "县委副书记、县长"],
    ["副总指挥", "赵知行", "县委常委、常务副县长"],
    ["副总指挥", "孙一鸣", "县应急管理局局长"],
    ["成员", "何清", "县住房城乡建设局局长"],
    ["成员", "郑小满", "县消防救援大队大队长"],
)


def no_rules() -> Made:
    return _one(PEOPLE, Look((3.5, 3.5, 8.0), made.NO_RULES), above="指挥部组成人员名单")


def no_rules_wrapped() -> Made:
    rows = [HEADS, *tasks(8)]
    return _one(rows, Look(TASK_WIDTHS, made.NO_RULES, row_cm=1.0))


def tabbed() -> Made:
    word = made.new_word()
    rows = [
        ["单位", "值班电话", "传真"],
        *([unit, f"0{at}12-88{at}01", f"0{at}12-88{at}02"] for at, unit in enumerate(UNITS)),
    ]
    made.add_lines(word, [*PROSE, "值班电话表"])
    made.add_tabbed(word, rows, (6.0, 10.5))
    made.add_lines(word, PROSE)
    return Made(word, (rows,))


def grouped_heads() -> Made:
    rows = [
        ["序号", "乡镇", "2025年", RIGHT, "2026年", RIGHT],
        [DOWN, DOWN, "计划数", "完成数", "计划数", "完成数"],
        ["1", "柳溪镇", "12", "12", "15", ""],
        ["2", "石桥镇", "8", "7", "10", ""],
        ["3", "云台乡", "20", "21", "24", "3"],
        ["合计", RIGHT, "40", "40", "49", "3"],
    ]
    return _one(rows, Look((1.5, 3.5, 2.5, 2.5, 2.5, 2.5), heads=2), above="消防水源建设任务分解表（单位：处）")


def merged_down() -> Made:
    rows = [
        ["牵头部门", "工作任务", "时限"],
        ["县教育局", "开展校园消防演练", "2026年3月"],
        [DOWN, "排查校舍安全", "2026年6月"],
        [DOWN, "培训安全管理人员", "2026年9月"],
        ["县住房城乡建设局", "更换老旧燃气管道", "2026年6月"],
        [DOWN, "排查自建房", "2026年12月"],
        ["县水利局", "水库除险加固", DOWN],
    ]
    return _one(rows, Look((4.0, 8.0, 3.0), centred=True))


def merged_over_break() -> Made:
    heads = ["牵头部门", "序号", "工作任务", "时限"]
    rows: list[list[str]] = [heads]
    for at in range(36):
        unit = UNITS[at // 6] if at % 6 == 0 else DOWN
        rows.append([unit, str(at + 1), f"排查{THINGS[at % 7]}。{LONG}", f"2026年{1 + at % 12}月"])
    return _one(rows, Look((3.0, 1.2, 8.5, 2.5)))


def merged_no_numbers() -> Made:
    heads = ["领域", "责任单位", "重点任务"]
    rows: list[list[str]] = [heads]
    for at in range(30):
        rows.append([THINGS[at // 5] if at % 5 == 0 else DOWN, UNITS[at % 6], f"{LONG}，第{at + 1}批"])
    return _one(rows, Look((3.0, 3.6, 8.5), centred=True))


def paragraphs() -> Made:
    rows = [
        ["级别", "启动条件", "应急措施"],
        ["一级", "1.死亡30人以上；\n2.重伤100人以上；\n3.县政府认为必要的。", "1.县长任总指挥。\n2.全员到岗。"],
        [
            "二级",
            "1.死亡10人以上；\n2.重伤50人以上。",
            "1.常务副县长任总指挥。\n2.主要负责人到岗，有关单位24小时值班值守。",
        ],
        ["三级", "死亡3人以上。", ""],
    ]
    return _one(rows, Look((2.0, 6.0, 7.0), centred=True), above="应急响应分级表")


def landscape() -> Made:
    return _one([HEADS, *tasks(12)], Look((1.5, 9.0, 4.0, 6.0, 3.5)), landscape=True)


def upright_text() -> Made:
    rows = [
        ["类别", "检查内容", "检查结果"],
        ["消防设施设备", "灭火器是否在有效期内", ""],
        [DOWN, "室内消火栓水压是否正常", ""],
        [DOWN, "应急照明是否完好", "完好"],
        ["用电安全", "是否私拉乱接电线", ""],
        [DOWN, "配电箱是否上锁", "上锁"],
    ]
    return _one(rows, Look((1.4, 9.0, 4.0), upright_columns=(0,), row_cm=1.2, centred=True), above="检查表")


def side_by_side() -> Made:
    word = made.new_word()
    made.add_lines(word, [*PROSE, "物资储备表"])
    outer = word.add_table(rows=1, cols=2)
    left = [["品名", "数量"], ["编织袋", "5000条"], ["铁锹", "300把"], ["雨衣", "200件"]]
    right = [["品名", "数量"], ["救生衣", "150件"], ["冲锋舟", "4艘"], ["发电机", "6台"]]
    for cell, rows in zip(outer.rows[0].cells, (left, right), strict=True):
        made.add_table(cell, rows, Look((3.5, 3.0)))
    made.add_lines(word, PROSE)
    return Made(word, (left, right))


def two_in_a_row() -> Made:
    word = made.new_word()
    one = [["乡镇", "网格员"], ["柳溪镇", "31人"], ["石桥镇", "22人"]]
    two = [["乡镇", "微型消防站", "队员"], ["柳溪镇", "4个", "24人"], ["石桥镇", "3个", "18人"]]
    made.add_lines(word, ["附件2"])
    made.add_table(word, one, Look((4.0, 4.0)))
    made.add_lines(word, ["附件3"])
    made.add_table(word, two, Look((4.0, 4.0, 4.0)))
    return Made(word, (one, two))


def unit_and_note() -> Made:
    rows = [
        ["项目名称", "建设内容", "总投资", "建设年限"],
        ["智慧应急指挥平台", "建设指挥大厅和视频会商系统", "1200", "2025—2026"],
        ["城区消防站", "新建一级消防站2座", "3500", "2025—2027"],
        ["物资储备库", "", "800", "2026"],
    ]
    word = made.new_word()
    made.add_lines(word, [*PROSE, "表3 重点项目表"])
    made.add_lines(word, ["单位：万元"])
    word.paragraphs[-1].paragraph_format.left_indent = Pt(380)
    made.add_table(word, rows, Look((4.0, 6.0, 2.5, 2.5)))
    made.add_lines(word, ["注：总投资含征地费用，以批复的概算为准，分年度投资计划另行下达。", *PROSE])
    return Made(word, (rows,))


def shaded() -> Made:
    return _one(INDICATORS, Look((6.5, 3.0, 3.0, 3.0), made.NO_RULES, shaded_heads=True, row_cm=0.9), above="表4")


def frame() -> Made:
    word = made.new_word()
    made.add_lines(word, PROSE)
    made.add_framed(word, ["专栏1 安全生产重点工程", *PROSE, "——监测预警工程。建设县级监测预警平台。"])
    box = word.add_table(rows=2, cols=1)
    box.style = "Table Grid"
    box.cell(0, 0).text = "专栏2 应急能力提升工程"
    box.cell(1, 0).text = "\n".join(PROSE)
    made.add_lines(word, PROSE)
    return Made(word, ())


def notice() -> Made:
    word = made.new_word()
    made.add_ruled_line(word, "青岚县人民政府办公室文件", ["bottom"])
    made.add_tabbed(word, [["青政办发〔2025〕12号", "签发人：林远山"]], (10.0,))
    made.add_lines(word, ["各乡镇人民政府，县政府各部门：", *PROSE, *PROSE])
    made.add_tabbed(
        word, [["", "青岚县人民政府办公室"], ["", "2025年3月6日"], ["联系人：何清", "电话：0000-8800000"]], (9.0,)
    )
    made.add_ruled_line(word, "抄送：县委办公室，县人大常委会办公室，县政协办公室。", ["top", "bottom"])
    made.add_tabbed(word, [["青岚县人民政府办公室", "2025年3月6日印发"]], (10.0,))
    made.add_ruled_line(word, "共印80份", ["top"])
    return Made(word, ())


def contents() -> Made:
    word = made.new_word()
    made.add_lines(word, ["目  录"])
    titles = ("总则", "编制目的", "编制依据", "组织体系", "应急响应", "后期处置", "附则")
    made.add_tabbed(word, [[f"{at}  {title}", str(at * 2 - 1)] for at, title in enumerate(titles, 1)], (14.0,))
    made.add_lines(word, PROSE)
    return Made(word, ())


KINDS: tuple[Callable[[], Made], ...] = (
    ruled,
    ruled_over_pages,
    no_repeated_head,
    broken_row,
    broken_middle,
    three_lines,
    lying_rules,
    open_sides,
    no_rules,
    no_rules_wrapped,
    tabbed,
    grouped_heads,
    merged_down,
    merged_over_break,
    merged_no_numbers,
    paragraphs,
    landscape,
    upright_text,
    side_by_side,
    two_in_a_row,
    unit_and_note,
    shaded,
    frame,
    notice,
    contents,
)
