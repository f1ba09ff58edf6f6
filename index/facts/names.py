"""Family names: what tells a person's name from other words where no mark does."""

from __future__ import annotations

import re

# The commonest family names of the census and those of the old list that are still met; two characters first.
_DOUBLE = "欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|东方|独孤|南宫|司徒|呼延|长孙|宇文|司空|轩辕|闻人|澹台|公冶|钟离"
_SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石"
    "戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹"
    "申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉"
    "缪简车项连芦麦褚娄窦戎岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈"
    "匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈"
    "晁芮都普阙浦戈伏鹿薄邸雍辜羊阿母亓牧茹习信干慎贡须暴诸逄郗隗糜濮贝水经乌危幸山郦堵宓蓬钮束崇荀从怀毋曾闫"
)
SURNAME = rf"(?:{_DOUBLE}|[{_SINGLE}])"
HAN_NAME = rf"(?:(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}?|[{_SINGLE}][\u4e00-\u9fff]{{1,2}}?)"
_HAN_NAME = re.compile(HAN_NAME)


def is_han_name(text: str) -> bool:
    """Whether a word can be the name of a Han person: a known family name and one or two characters."""
    return bool(_HAN_NAME.fullmatch(text))
