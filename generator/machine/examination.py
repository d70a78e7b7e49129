"""What this machine has and lacks for our work, each with what it means and what to do."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile

from generator.library import missing_folders
from generator.machine.fonts import Fonts, installed_fonts, shown_by_system
from generator.machine.packages import packages
from generator.machine.programs import default_browser, find_office, find_word_processors
from generator.machine.replacements import Lookup, look_up
from generator.machine.stand_ins import stand_in_table
from generator.standard import gbt9704

OLDEST_PYTHON = (3, 11)
OUTPUTS, TEMPLATES = "build", "templates"
NOT_NEEDED = "Word 文件和站点不受影响"


class Standing(StrEnum):
    """How a thing stands: fine; worth knowing; lacking, so that nothing can be made."""

    FINE = "通过"
    NOTE = "注意"
    LACKING = "缺"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: what was found, what it means for the user, what to do."""

    subject: str
    standing: Standing
    finding: str
    meaning: str = ""
    advice: str = ""

    def as_text(self) -> str:
        """The lines that a terminal shows."""
        lines = [f"{self.standing}  {self.subject}：{self.finding}"]
        lines += [f"      {text}" for text in (self.meaning, self.advice and f"建议：{self.advice}") if text]
        return "\n".join(lines)

    def as_json(self) -> dict[str, str]:
        """The same under fixed keys."""
        return {
            "subject": self.subject,
            "standing": self.standing.value,
            "finding": self.finding,
            "meaning": self.meaning,
            "advice": self.advice,
        }


def examine(root: Path) -> tuple[Examined, ...]:
    """Look at everything: Python, packages, library, terminal, fonts, LibreOffice, other programs.

    Args:
        root: the library folder.
    """
    fonts = installed_fonts()
    return (
        examine_python(),
        examine_packages(),
        examine_library(root),
        examine_templates(root),
        examine_outputs(root / OUTPUTS),
        examine_terminal(),
        *examine_fonts(fonts),
        examine_office(),
        *examine_others(),
    )


# --- ourselves ------------------------------------------------------------------------------------


def examine_python() -> Examined:
    """The version of Python."""
    finding = f"{platform.python_version()}（{platform.system()}）"
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return Examined("Python", Standing.FINE, finding)
    oldest = ".".join(map(str, OLDEST_PYTHON))
    return Examined("Python", Standing.LACKING, finding, f"需要 {oldest} 以上", f"安装 Python {oldest} 以上")


def examine_packages() -> Examined:
    """The packages that we stand on."""
    found = packages()
    if not found:
        advice = "在程序文件夹里运行 python -m pip install ."
        return Examined("依赖包", Standing.NOTE, "本程序不是用 pip 安装的，核对不了版本", advice=advice)
    absent = [package.name for package in found if not package.installed]
    odd = [
        f"{package.name} {package.installed}（要 {package.wanted}）" for package in found if not package.fits
    ]
    advice = "重新安装：python -m pip install -c requirements.lock ."
    if absent:
        return Examined("依赖包", Standing.LACKING, f"没有 {'、'.join(absent)}", "程序跑不起来", advice)
    if odd:
        return Examined(
            "依赖包", Standing.NOTE, f"版本不合：{'、'.join(odd)}", "成果可能与测试过的不同", advice
        )
    return Examined("依赖包", Standing.FINE, f"{len(found)} 个，版本都合要求")


def examine_library(root: Path) -> Examined:
    """Whether the folder is a library."""
    faults = missing_folders(root)
    if faults:
        advice = f"{faults[0].hint}；要新建一个，运行 gongwen --root {root} new library"
        return Examined("资料库", Standing.LACKING, faults[0].message, "没有记录可生成", advice)
    return Examined("资料库", Standing.FINE, str(root.resolve()))


def examine_templates(root: Path) -> Examined:
    """The Word templates of the library."""
    files = sorted(file.name for file in (root / TEMPLATES).glob("*.docx") if not file.name.startswith("~$"))
    if files:
        return Examined("模板", Standing.FINE, "、".join(files), "对不对得上约定，由 gongwen check 核对")
    meaning, advice = "用标准模板", "要改样式，运行 gongwen new template"
    return Examined("模板", Standing.FINE, "资料库没有自己的模板", meaning, advice)


def examine_outputs(folder: Path) -> Examined:
    """Whether outputs can be written: the folder itself, or the nearest one above it that is there."""
    standing = next((place for place in (folder, *folder.resolve().parents) if place.exists()), folder)
    try:
        with TemporaryFile(dir=standing):
            return Examined("输出文件夹", Standing.FINE, f"{folder} 可写")
    except OSError:
        meaning, advice = "成果写不进去", "换一个文件夹（gongwen build --out），或取得写入权限"
        return Examined("输出文件夹", Standing.LACKING, f"{folder} 不可写", meaning, advice)


def examine_terminal() -> Examined:
    """How Chinese reaches the terminal."""
    encoding = (sys.stdout.encoding or "").lower()
    where = "终端" if sys.stdout.isatty() else "管道或文件"
    if encoding.replace("-", "") == "utf8":
        return Examined("终端编码", Standing.FINE, f"UTF-8（{where}）")
    advice = "Windows 上先运行 chcp 65001，或设环境变量 PYTHONUTF8=1"
    return Examined(
        "终端编码", Standing.NOTE, f"{encoding or '不明'}（{where}）", "有的汉字会显示成问号", advice
    )


# --- fonts ----------------------------------------------------------------------------------------


def examine_fonts(fonts: Fonts) -> Iterator[Examined]:
    """Each kind of type of the standard."""
    for look in look_up(gbt9704(), fonts):
        yield examine_font(look)


def examine_font(look: Lookup) -> Examined:
    """One kind: the wanted font, or what is shown in its place on screen and in PDFs."""
    subject = f"字体·{look.kind}"
    if look.is_wanted:
        return Examined(subject, Standing.FINE, f"已装 {look.wanted}")
    stand_in = stand_in_table().faces.get(look.kind)
    advice = f"{stand_in.source}；开放的代用字体有 {stand_in.open_source}" if stand_in else ""
    return Examined(subject, Standing.NOTE, f"没有 {look.wanted}", shown_instead(look), advice)


def shown_instead(look: Lookup) -> str:
    """What the user will see where the wanted font is missing."""
    if look.alternative and look.alternative not in look.missing:
        screen = f"Word、WPS 按替换名用{look.alternative}显示"
    elif by_system := shown_by_system(look.wanted, chinese=bool(look.alternative)):
        screen = f"系统默认拿 {by_system} 显示"
    else:
        screen = "Word、WPS 会自己挑一种字体显示"
    pdf = f"PDF 用 {look.shown} 代替" if look.font else "没有同类字体，PDF 里会换成别的种类"
    return f"{screen}；{pdf}；文件里写的仍是 {look.wanted}，收文的电脑有它就照它显示"


# --- programs -------------------------------------------------------------------------------------


def examine_office() -> Examined:
    """LibreOffice, which makes the PDFs."""
    office = find_office()
    if office is None:
        meaning, advice = f"不能生成 PDF（--pdf）；{NOT_NEEDED}", "需要 PDF 就安装 LibreOffice"
        return Examined("LibreOffice", Standing.NOTE, "没有找到", meaning, advice)
    if not office.version:
        meaning, advice = f"PDF 可能生成不了；{NOT_NEEDED}", "打开一次 LibreOffice 看能否运行，或重新安装"
        return Examined("LibreOffice", Standing.NOTE, f"{office.program} 没有报出版本", meaning, advice)
    return Examined("LibreOffice", Standing.FINE, f"{office.version}（{office.program}）", "可用 --pdf")


def examine_others() -> Iterator[Examined]:
    """Word processors and the browser: good to know, needed by nothing."""
    processors = [f"{name}（{place}）" for name, place in find_word_processors()]
    if processors:
        yield Examined("Word、WPS", Standing.FINE, "、".join(processors))
    else:
        meaning = "生成不需要它们；要在本机看版面，装其中一种或 LibreOffice"
        yield Examined("Word、WPS", Standing.NOTE, "没有找到", meaning)
    if browser := default_browser():
        yield Examined("浏览器", Standing.FINE, browser, "双击 build/site/index.html 即开")
    else:
        yield Examined(
            "浏览器", Standing.NOTE, "没有找到能打开窗口的", "站点要用浏览器看；拷到别的电脑也能打开"
        )
