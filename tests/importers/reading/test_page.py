"""Saved web pages: text by blocks, the shell around it, tables, encodings."""

from __future__ import annotations

import pytest

from generator.importers.original import Line, Original, OriginalKind
from generator.importers.reading import read_original
from tests.importers.reading.samples import SENTENCE, TITLE, web_page


def read(page: str | bytes) -> Original:
    """A page as it was saved."""
    return read_original(page if isinstance(page, bytes) else page.encode(), "甲.html")


def shells(lines: tuple[Line, ...]) -> dict[str, str]:
    """Each line with what it is taken for."""
    return {line.text: line.shell for line in lines}


def text_of(original: Original) -> list[str]:
    """The lines that no shell is told of."""
    return [line.text for line in original.lines if not line.shell]


def test_the_text_of_a_government_page_stands_apart_from_its_shell() -> None:
    original = read(web_page())
    assert text_of(original) == [
        TITLE,
        "某财发〔2017〕7号",
        "各县（区）财政局：",
        f"　　{SENTENCE}",
        "　　一、提高认识，加强领导，按时报送。",
        "类别\t2016年\t",
        "\t个\t万元",
        "基本公共服务\t91\t32857.95",
        "附件：1.统计表.doc 2.调查表.doc 3.目录.doc",
    ]
    assert original.kind is OriginalKind.PAGE
    assert original.address == "http://www.example.gov.cn/zcfg/t20170609_1.htm"


def test_the_shell_is_kept_and_named() -> None:
    found = shells(read(web_page()).lines)
    expected = {
        f"title：{TITLE}_某市财政局": "网页信息",
        "PubDate：2017-06-09 10:00": "网页信息",
        "ContentSource：综合科": "网页信息",
        "某市财政局网站": "页眉",
        "首页": "导航",
        "您所在的位置：首页 > 政策法规": "导航",
        "看不见的字": "隐藏",
        "微信微博": "分享",
        "热点新闻": "侧栏",
        "某软件公司：全国免费电话": "广告",
        "搜索": "表单",
        "主办单位：某市财政局　网站标识码0000000000": "页脚",
    }
    assert {text: found.get(text) for text in expected} == expected


def test_scripts_styles_comments_and_attributes_are_no_text() -> None:
    everything = "".join(line.text for line in read(web_page()).lines)
    assert not [
        word for word in ("脚本写的字", "事件里的字", "注释里的字", "标志", "color") if word in everything
    ]


def test_line_numbers_rise_and_empty_paragraphs_are_told() -> None:
    lines = read(web_page()).lines
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert [line.text[:4] for line in lines if line.after_blank] == ["　　为做"]
    doubled = read("<html><p>甲<br><br>乙<br>丙</p>").lines
    assert [(line.text, line.after_blank) for line in doubled] == [("甲", False), ("乙", True), ("丙", False)]


@pytest.mark.parametrize(
    ("element", "shell"),
    [
        ('<div role="navigation">壳</div>', "导航"),
        ('<nav><a href="1">壳</a></nav>', "导航"),
        ("<aside>壳</aside>", "侧栏"),
        ("<header><p>壳</p></header>", "页眉"),
        ("<footer>壳</footer>", "页脚"),
        ("<div hidden>壳</div>", "隐藏"),
        ('<p aria-hidden="true">壳</p>', "隐藏"),
        ('<p style="color:red; visibility:hidden">壳</p>', "隐藏"),
        ("<noscript>壳</noscript>", "隐藏"),
        ('<div class="pageCopyright">壳</div>', "页脚"),
        ('<div id="recommend">壳</div>', "相关链接"),
        ("<select><option>壳</option></select>", "表单"),
        (
            "<ul><li>壳<a href=1>一号</a></li><li><a href=2>二号</a></li><li><a href=3>三号</a></li></ul>",
            "导航",
        ),
        ("<div>壳</div>", ""),
        ("<div class=address>壳</div>", ""),
        ("<ul><li>壳</li><li>没有链接</li><li>的清单</li></ul>", ""),
    ],
)
def test_furniture_is_told_by_tag_role_class_and_links(element: str, shell: str) -> None:
    page = f"<html><body>{element}<div id=view><p>{SENTENCE * 3}</p><p>{SENTENCE}</p></div></body></html>"
    line = next(line for line in read(page).lines if "壳" in line.text)
    assert line.shell == shell


@pytest.mark.parametrize(
    "wrapper", ['<div class="header">', '<form id="aspnetForm">', '<div id="sidebar">', "<nav>"]
)
def test_what_carries_the_text_is_never_shell(wrapper: str) -> None:
    original = read(f"<html><body>{wrapper}<h1>{TITLE}</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>")
    assert text_of(original) == [TITLE, SENTENCE, SENTENCE]


def test_a_head_with_the_title_of_the_page_is_text() -> None:
    head = f"<head><title>{TITLE}_某网</title></head>"
    top = f'<div class="detail-header"><div>{TITLE}</div><div>发布时间：2017-06-09</div></div>'
    page = f"<html>{head}<body>{top}<div><p>{SENTENCE}</p><p>{SENTENCE}</p></div></body></html>"
    assert text_of(read(page)) == [TITLE, "发布时间：2017-06-09", SENTENCE, SENTENCE]


def test_a_page_of_tables_as_old_sites_have_it_is_taken_apart() -> None:
    menu = "".join(
        f"<td><a href={n}>{name}</a></td>" for n, name in enumerate(["首页", "政策", "采购", "联系"])
    )
    hot = "".join(f"<tr><td><a href={name}>热点{name}</a></td></tr>" for name in "一二三")
    page = (
        f"<html><body><table><tr>{menu}</tr></table><table><tr><td><table>{hot}</table></td>"
        f"<td><font size=5>{TITLE}</font><br><p>{SENTENCE}</p>{SENTENCE}<br>{SENTENCE}</td></tr></table>"
    )
    original = read(page)
    assert text_of(original) == [TITLE, SENTENCE, SENTENCE, SENTENCE]
    assert {line.shell for line in original.lines} == {"", "导航"}


def test_a_table_for_layout_gives_lines_and_the_one_inside_it_rows() -> None:
    inner = "<table><tr><td>市</td><td>县</td></tr><tr><td>一</td><td>二</td></tr></table>"
    page = f"<html><table><tr><td>左栏</td><td><p>{SENTENCE}</p>{inner}<p>{SENTENCE}</p></td></tr></table>"
    assert [(line.text, line.cells) for line in read(page).lines] == [
        ("左栏", ()),
        (SENTENCE, ()),
        ("市\t县", ("市", "县")),
        ("一\t二", ("一", "二")),
        (SENTENCE, ()),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>只有一格</td></tr></table>",
        f"<table><tr><td>{SENTENCE * 6}<td>{SENTENCE * 6}<tr><td>{SENTENCE * 6}<td>x</table>",
        "<table role=presentation><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
        "<table>散落<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
    ],
    ids=["一格", "长文", "注明排版", "格外有字"],
)
def test_tables_without_data_give_lines_and_lose_nothing(table: str) -> None:
    lines = read(f"<html><p>{SENTENCE * 20}</p>{table}").lines
    assert not [line for line in lines if line.cells or line.table is not None]
    found = "".join(line.text for line in lines)
    assert all(word in found for word in ("只有一格", "散落", "4") if word in table)


def test_spans_that_reach_over_rows_and_columns_leave_empty_cells() -> None:
    rows = "<tr><td rowspan=0>甲<td colspan=2>乙<tr><td rowspan=2>丙<td>丁<tr><td>戊"
    cells = [line.cells for line in read(f"<html><table>{rows}</table>").lines]
    assert cells == [("甲", "乙", ""), ("", "丙", "丁"), ("", "丙", "戊")]


def test_a_cell_that_names_several_rows_is_read_in_each_of_them_and_a_figure_once() -> None:
    rows = (
        "<tr><th rowspan=2>乡镇<th colspan=2>资金<tr><th>上级<th>本级"
        "<tr><td rowspan=2>某镇<td rowspan=2>5<td>6<tr><td>8"
    )
    cells = [line.cells for line in read(f"<html><table>{rows}</table>").lines]
    assert cells == [("乡镇", "资金", ""), ("", "上级", "本级"), ("某镇", "5", "6"), ("某镇", "", "8")]


@pytest.mark.parametrize(
    ("declared", "encoding", "said"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("big5", "big5", "big5"),
        ("utf-16", "utf-16", "utf-16-le"),
        ("iso-8859-1", "gb18030", "gb18030"),
    ],
)
def test_the_encoding_is_tried_before_what_the_page_says_is_believed(
    declared: str, encoding: str, said: str
) -> None:
    sentence = "採購辦法的規定" if encoding == "big5" else SENTENCE
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{sentence}</p>'
    original = read(page.encode(encoding))
    assert (original.encoding, [line.text for line in original.lines]) == (said, [sentence])


@pytest.mark.parametrize(
    ("head", "address"),
    [
        (
            '<link rel="canonical" href="https://a.gov.cn/1"><meta property="og:url" content="https://b.cn/">',
            "https://a.gov.cn/1",
        ),
        ('<meta property="og:url" content="https://b.gov.cn/2">', "https://b.gov.cn/2"),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
    ],
)
def test_the_address_is_the_one_that_the_page_names(head: str, address: str) -> None:
    assert read(f"<html><head>{head}</head><body><p>{SENTENCE}</p>").address == address


def test_line_ends_count_in_preformatted_text_only() -> None:
    assert text_of(read("<html><pre>甲\n乙</pre><p>丙\n丁</p>")) == ["甲", "乙", "丙 丁"]
