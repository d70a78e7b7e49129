"""Small real files of every format that is read, for the tests of reading and of hostile files."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook

from tests.inspection.packages import docx, p

TITLE = "关于做好政府购买服务信息报送工作的通知"
SENTENCE = "为做好政府购买服务工作，请各单位按要求报送项目清单，并于2017年6月9日前将有关情况报市财政局。"
WORKBOOK_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml'
    '.sheet.main+xml"/></Types>'
)
TEXT = f"某市财政局文件\n\n某财发〔2017〕7号\n\n{TITLE}\n\n各县（区）财政局：\n\n{SENTENCE}\n"


def word(*paragraphs: str) -> bytes:
    """A Word document of plain paragraphs."""
    return docx("".join(map(p, paragraphs or (TITLE, SENTENCE))))


def web_page(body: str = "", head: str = "") -> str:
    """A page of a government's site: menus, crumbs, the text, sharing, advertisements, footer."""
    return f"""<!DOCTYPE html>
<!-- saved from url=(0049)http://www.example.gov.cn/zcfg/t20170609_1.htm -->
<html><head><meta charset="utf-8"><title>{TITLE}_某市财政局</title>
<meta name="PubDate" content="2017-06-09 10:00"><meta name="ContentSource" content="综合科">
<meta name="viewport" content="width=device-width">{head}
<style>.a {{ color: red }}</style><script>document.write("脚本写的字")</script></head>
<body onload="start('事件里的字')"><!-- 注释里的字 -->
<div class="header"><a href="/"><img alt="标志" src="x.png"></a><span>某市财政局网站</span></div>
<div id="topMenu"><ul><li><a href="1">首页</a></li><li><a href="2">政策法规</a></li>
<li><a href="3">购买服务</a></li></ul></div>
<div class="crumbs">您所在的位置：<a href="1">首页</a> &gt; <a href="2">政策法规</a></div>
<div class="detail_content"><h2>{TITLE}</h2>
<p style="text-align:center">某财发〔2017〕7号</p>
<p>各县（区）财政局：</p><p>&nbsp;</p>
<p>　　{SENTENCE}<br>　　一、<b>提高</b>认识，<span style="display: none">看不见的字</span>加强领导，\
按时报送。</p>
<table border="1"><tr><th rowspan="2">类别</th><th colspan="2">2016年</th></tr>
<tr><td>个</td><td>万元</td></tr><tr><td>基本公共服务</td><td>91</td><td>32857.95</td></tr></table>
{body}
<p>附件：<a href="1.doc">1.统计表.doc</a> <a href="2.doc">2.调查表.doc</a> <a href="3.doc">3.目录.doc</a></p>
<div class="bdsharebuttonbox"><a href="#">微信</a><a href="#">微博</a></div></div>
<div class="side"><h3>热点新闻</h3><ul><li><a href="1">某新闻</a></li></ul></div>
<div id="ad_float">某软件公司：全国免费电话</div>
<form action="s"><input value="x"><button>搜索</button></form>
<div class="footer">主办单位：某市财政局　网站标识码0000000000</div></body></html>"""


def workbook(rows: Sequence[Sequence[Any]] = ()) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "统计表"
    for row in rows or (("类别", "金额"), ("基本公共服务", 9199.3), ("合计", 45064.17)):
        sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The file of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def bare_workbook(rows: str, strings: str = "", before: str = "") -> bytes:
    """A workbook whose sheet is written out by hand."""
    sheet = f'{before}<worksheet xmlns="{WORKBOOK_NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{WORKBOOK_NAMESPACE}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": sheet,
            **({"xl/sharedStrings.xml": strings} if strings else {}),
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Any zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def pdf(
    pages: Sequence[Sequence[tuple[float, float, str]]], more: str = "", *, picture: bool = False
) -> bytes:
    """A PDF made by hand: for each page texts with their places in points; 16 points high.

    The font is one of those that every reader knows by name; its codes are UTF-16.
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
        "/Supplement 4>>/DW 1000>>]>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        font.encode(),
    ]
    drawn = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q " if picture else ""
    for index, page in enumerate(pages):
        texts = "".join(
            f"BT /F1 16 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n" for x, y, text in page
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * index} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode()
        )
        content = zlib.compress((drawn + texts).encode())
        objects.append(
            f"<</Length {len(content)}/Filter/FlateDecode>>stream\n".encode() + content + b"\nendstream"
        )
    return pdf_file(objects, more)


def pdf_file(objects: Sequence[bytes], more: str = "") -> bytes:
    """Objects with their table of places; `more` stands in the trailer."""
    file = bytearray(b"%PDF-1.6\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, more.encode())
    return bytes(file + b"startxref\n%d\n%%%%EOF\n" % start)


def written(*lines: str) -> list[tuple[float, float, str]]:
    """Lines of a page from the top of the text downward."""
    return [(74.0, 700.0 - 28 * index, line) for index, line in enumerate(lines)]


LOCKED = (
    f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -44>>/ID[<{'43' * 16}><{'43' * 16}>]"
)
"""A trailer that asks for a password."""
