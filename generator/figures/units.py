"""Units that follow a number in official prose, and what they must not be the beginning of.

A unit is told from a word by the next characters: 3项 counts, 3项目 is a heading.
"""

from __future__ import annotations

MONEY = ("元人民币", "美元", "欧元", "港元", "元")
SHARES = ("个百分点", "百分点", "%", "‰")
SPANS = ("个工作日", "个自然日", "个季度", "个月", "小时", "分钟", "年", "天", "周")
SIZES = ("平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "公顷", "公斤", "千克", "米", "亩", "吨")
TAKERS = ("万人次", "人次", "课时", "学时", "场次", "批次", "台套", "大类", "岁", "倍")
COUNTED: dict[str, str] = {
    "个": "体别性税",
    "项": "目链",
    "家": "庭长具居园政电禽属常",
    "人": "次民员均才口大力工社身事行物为们生",
    "名": "称单义录额师校胜誉",
    "位": "置于居列数",
    "户": "外口籍",
    "场": "所地馆面景次合",
    "次": "日年序数级生要",
    "件": "数",
    "份": "额",
    "部": "门分委署队长级件位落内下",
    "台": "阶账湾州",
    "套": "取用利",
    "支": "出付持撑部行",
    "批": "次准复示发量评",
    "宗": "教旨",
    "处": "理置室长罚分级",
    "所": "有在属需得以谓列涉示",
    "座": "谈位落",
    "间": "隔接断距",
    "栋": "",
    "辆": "",
    "条": "件例款文约码",
    "款": "项式物额待",
    "类": "别型似目",
    "种": "类植子",
    "篇": "章幅",
    "册": "子",
    "站": "点位台长",
    "张": "家店某",
    "期": "间限望货末初满内",
    "层": "级面次",
    "组": "织成长建合",
}
"""Measures of things by what may not follow them."""
NOT_AFTER = {"元": "旦素件宵", "天": "然津气水地", "周": "边期围年末转", "米": "面", "年": "度级轻"}
SPOKEN_ONLY_LONG = ("期", "站", "次", "批", "部", "层", "组", "支", "位", "张", "周", "米", "篇", "处", "岁")
"""Behind a single Chinese numeral these make an ordinal or an idiom as often as a count (二期, 四处)."""
LIMITED = {"日": "内", "成": "以左"}
"""Units only before certain characters: 15日内 is a span, 6月15日 a day; 三成以上, 完成."""
CLASSIFIERS = frozenset(COUNTED) - {"人", "名", "位", "户"}
"""Measures behind which the thing that is counted is named."""


def unit_pattern(names: tuple[str, ...] = ()) -> str:
    """A pattern of all units, the longest first; `names` are further units that records use."""
    plain = {*MONEY, *SHARES, *SPANS, *SIZES, *TAKERS, *COUNTED, *names}
    forms = {name: guarded(name) for name in plain}
    forms |= {name: f"{name}(?=[{after}])" for name, after in LIMITED.items()}
    return "|".join(forms[name] for name in sorted(forms, key=lambda name: (-len(name), name)))


def guarded(name: str) -> str:
    """A unit with what may not follow it."""
    barred = COUNTED.get(name, "") + NOT_AFTER.get(name, "")
    return f"{name}(?![{barred}])" if barred else name
