"""The page 版式图鉴 of the site, made from the gallery: pictures, captions, clauses, measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from tests.gallery.catalogue import PICTURES, Group, Sample, groups, samples
from tests.gallery.measuring import tolerance

TITLE = "版式图鉴"
OPENING = """\
这里有 {count} 件样张，每件显示《党政机关公文格式》（GB/T 9704-2012）的一项或几项要素。\
样张由资料库里的记录照平常的办法生成；机关、人员、文号和内容都是虚拟的，密级只用来显示位置。

图是用 LibreOffice 排出来的，字体用同类的开放字体代替。图下的毫米数在排出的页面上量得，\
后面括号里是标准的要求。盖章、签名章的地方留空。点图或题名看大图。
"""
VERBS = {
    "上": "上边距纸边 {0} mm",
    "左": "左边距纸边 {0} mm",
    "左空": "左空 {0} mm",
    "右空": "右空 {0} mm",
    "右移": "首字比上一项右移 {0} mm",
    "同轴": "中心与上一项相差 {0} mm",
    "中": "中心距纸的左边 {0} mm",
    "中线": "距纸的上边 {0} mm",
    "上距": "与上面的字相距 {0} mm",
    "底距": "距纸的下边 {0} mm",
    "长": "长 {0} mm",
    "粗": "粗 {0} mm",
}
"""How each measure is told."""


def page_text(facts: Mapping[str, Any], sizes: Mapping[str, tuple[int, int]]) -> str:
    """The whole page.

    Args:
        facts: The facts of each sample by 编号.
        sizes: Width and height of each picture in pixels.
    """
    parts = [f"# {TITLE}", OPENING.format(count=len(list(samples())))]
    parts += [group_text(group, facts, sizes) for group in groups()]
    return "\n".join(parts)


def group_text(group: Group, facts: Mapping[str, Any], sizes: Mapping[str, tuple[int, int]]) -> str:
    """The samples of one group side by side."""
    figures = "\n".join(figure(sample, facts[sample.id], sizes[sample.id]) for sample in group.samples)
    return f'## {group.name}\n\n{group.words}\n\n<div class="gallery">\n{figures}\n</div>\n'


def figure(sample: Sample, facts: Mapping[str, Any], size: tuple[int, int]) -> str:
    """One sample: picture, title, elements."""
    address = f"{PICTURES.name}/{sample.id}.png"
    text = alternative(sample, facts)
    picture = (
        f'<img src="{address}" alt="{escape(text)}" width="{size[0]}" height="{size[1]}" loading="lazy">'
    )
    link = f'<a href="{address}">{{}}</a>'
    title = f'<p class="title">{link.format(escape(sample.caption))}</p>'
    note = f"<p>{escape(sample.exempt)}。</p>" if sample.exempt else ""
    listed = "".join(
        f"<li>{escape(line)}</li>" for line in (*full_page_lines(sample, facts), *element_lines(facts))
    )
    caption = f"<figcaption>{title}{note}<ul>{listed}</ul></figcaption>"
    return f'<figure id="{escape(sample.id)}">{link.format(picture)}{caption}</figure>'


def alternative(sample: Sample, facts: Mapping[str, Any]) -> str:
    """What a reader who sees no picture is told."""
    names = "、".join(dict.fromkeys(entry["名"] for entry in facts["要素"]))
    return f"样张“{sample.id}”第 {sample.page} 面（共 {facts['页数']} 面）：{names}"


def full_page_lines(sample: Sample, facts: Mapping[str, Any]) -> Iterator[str]:
    """How many lines a page has that text alone fills."""
    for page in sample.full_pages:
        yield f"第 {page} 面（5.2.3）；{facts['各面'][page - 1]['行数']} 行（22）"


def element_lines(facts: Mapping[str, Any]) -> Iterator[str]:
    """Each element with its clause, and what was measured with what is asked for."""
    for entry in facts["要素"]:
        clause = f"（{clause_words(entry['条'])}）" if entry["条"] else "（标准未写）"
        told = (told_measure(name, entry) for name in entry.get("应", {}))
        yield "；".join((entry["名"] + clause, *told))


def clause_words(clause: str) -> str:
    """A clause as it is cited: 7.2.4, 第8章."""
    return clause if "." in clause else f"第{clause}章"


def told_measure(name: str, entry: Mapping[str, Any]) -> str:
    """“上边距纸边 72.0 mm（72 ± 1）”."""
    places = 2 if name == "粗" else 1
    wanted = f"{entry['应'][name]:.{places}f}".removesuffix(".0")
    said = VERBS[name].format(f"{entry['实'][name]:.{places}f}")
    return f"{said}（{wanted} ± {tolerance(name):g}）"
