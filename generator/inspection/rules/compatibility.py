"""What other programs would show otherwise, and what the file holds beside its words (no clause)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inspection.findings import Area
from generator.inspection.rules.rule import Rule, Sight, kept, look
from generator.inspection.rules.sheet import Sheet, chinese
from generator.standard import Strength


def check_theme(sheet: Sheet) -> Iterator[Sight]:
    """Theme fonts win over names and change with the computer."""
    themed = [one for one in sheet.facts.paragraphs if any(run.theme_font for run in chinese(one.runs))]
    if themed:
        yield look(f"{len(themed)} 段的中文字体由主题决定", themed[0])
    elif sheet.facts.theme_fonts:
        yield look("有样式的字体由主题决定")
    else:
        yield kept("没有")


def check_east_asian(sheet: Sheet) -> Iterator[Sight]:
    """Chinese words whose file names no Chinese font take whatever the program has."""
    bare = [one for one in sheet.facts.paragraphs if any(not run.east_asian for run in chinese(one.runs))]
    yield look(f"{len(bare)} 段没有写明中文字体", bare[0]) if bare else kept("都写明")


def check_twips(sheet: Sheet) -> Iterator[Sight]:
    """Indents in 字 alone are lost in other programs."""
    missing = sheet.facts.twips_missing
    yield look(f"{missing} 处缩进只按字符写") if missing else kept("没有")


def check_tracked(sheet: Sheet) -> Iterator[Sight]:
    """Tracked changes are settled before a document goes out."""
    tracked = sheet.facts.tracked
    yield look(f"还有 {tracked} 处修订") if tracked else kept("没有")


def check_macros(sheet: Sheet) -> Iterator[Sight]:
    """A document needs no program inside."""
    yield look("含有宏") if sheet.facts.macros else kept("没有")


RULES = (
    Rule(
        "K01",
        "主题字体",
        check_theme,
        area=Area.FILE,
        strength=Strength.CUSTOM,
        required="字体按名指定，不用主题字体",
        hint="选中文字，字体里选具体的字体名，不选“（中文正文）”“（中文标题）”",
    ),
    Rule(
        "K02",
        "中文字体写明",
        check_east_asian,
        area=Area.FILE,
        strength=Strength.CUSTOM,
        required="中文字体写明",
        hint="选中文字，字体→中文字体里选定字体",
    ),
    Rule(
        "K03",
        "缩进的写法",
        check_twips,
        area=Area.FILE,
        strength=Strength.CUSTOM,
        required="按字符写的缩进同时有长度值",
        hint="在 Word 里重新存一次，或把缩进改为厘米",
    ),
    Rule(
        "K04",
        "修订",
        check_tracked,
        area=Area.FILE,
        strength=Strength.CUSTOM,
        required="没有未处理的修订",
        hint="审阅→接受或拒绝全部修订，关闭修订",
    ),
    Rule(
        "K05",
        "宏",
        check_macros,
        area=Area.FILE,
        strength=Strength.CUSTOM,
        required="没有宏",
        hint="另存为 .docx（不带宏）；来历不明的不要启用宏",
    ),
)
