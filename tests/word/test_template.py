"""Templates: made from the standard, kept by contract, refused with reasons."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from generator.ooxml.package import PackageError, pack, unpack
from generator.ooxml.xml import NAMESPACES, read_xml
from generator.problems import Level, LibraryError
from generator.standard import gbt9704
from generator.word import (
    TemplateKind,
    WordTemplate,
    load_template,
    make_template,
    standard_template,
    template_problems,
    write_collection,
    write_document,
)
from generator.word.maker import template_parts
from tests import rendering
from tests.word import samples
from tests.word.conftest import RENEW
from tests.word.reading import W, Written

TEMPLATES = Path(__file__).parents[2] / "templates"
BODY = "word/document.xml"
STYLES = "word/styles.xml"


def changed(kind: TemplateKind, part: str, change: Callable[[str], str]) -> bytes:
    """A template made from the standard with one part changed."""
    parts = template_parts(kind)
    before = parts[part].decode("utf-8")
    after = change(before)
    assert after != before
    return pack(parts | {part: after.encode("utf-8")})


def problems_of(content: bytes) -> list[tuple[str, str, str]]:
    with pytest.raises(LibraryError) as caught:
        load_template(content, "templates/某局.docx")
    assert {problem.place.path for problem in caught.value.problems} == {"templates/某局.docx"}
    return [(problem.code, problem.message, problem.hint) for problem in caught.value.problems]


@pytest.mark.parametrize("kind", list(TemplateKind))
def test_the_committed_template_is_what_the_standard_makes(kind: TemplateKind) -> None:
    path = TEMPLATES / f"{kind.value}.docx"
    if os.environ.get(RENEW) == "1":
        path.write_bytes(make_template(kind))
    assert unpack(path.read_bytes()) == template_parts(kind)


@pytest.mark.parametrize("kind", list(TemplateKind))
def test_a_template_is_always_the_same_bytes(kind: TemplateKind) -> None:
    assert make_template(kind) == make_template(kind)


@pytest.mark.parametrize("kind", list(TemplateKind))
def test_a_template_from_a_file_or_from_bytes_knows_its_kind_and_slots(kind: TemplateKind) -> None:
    for template in (load_template(TEMPLATES / f"{kind.value}.docx"), load_template(make_template(kind))):
        assert template.kind is kind
        assert template.slots == {slot.name for slot in gbt9704().slots(kind)}
        assert set(template.styles) == set(gbt9704().style_names(kind))


def in_body(xml: str, old: str, new: str) -> str:
    assert old in xml
    return xml.replace(old, new)


def run_of(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


SPLIT = {
    "in pieces": "".join(run_of(piece) for piece in ("{", "{", "r ", "标", "题", " }", "}")),
    "by the spelling check": run_of("{{r ")
    + '<w:proofErr w:type="gramStart"/>'
    + run_of("标题")
    + '<w:proofErr w:type="gramEnd"/>'
    + run_of(" }}"),
    "with a bookmark": run_of("{{r 标")
    + '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>'
    + run_of("题 }}"),
    "in several looks": "<w:r><w:rPr><w:b/></w:rPr><w:t>{{r</w:t></w:r>" + run_of(" 标题 }}"),
}


@pytest.mark.parametrize("how", SPLIT)
def test_a_slot_that_word_split_over_runs_is_filled(how: str) -> None:
    content = changed(
        TemplateKind.DOCUMENT, BODY, lambda xml: in_body(xml, run_of("{{r 标题 }}"), SPLIT[how])
    )
    file = Written(write_document(samples.plain_text(), load_template(content)))
    assert file.in_style("Title") == ["关于做好工作的通知"]


def test_two_slots_with_a_tab_in_one_run_are_both_filled() -> None:
    """LibreOffice gathers what looks alike into one run, tabs included."""
    apart = run_of("{{r 发文字号 }}") + "<w:r><w:tab/></w:r>" + run_of("{{r 签发人 }}")
    pieces = '<w:t xml:space="preserve">{}</w:t>'
    together = f"<w:r>{pieces.format('{{r 发文字号 }}')}<w:tab/>{pieces.format('{{r 签发人 }}')}</w:r>"
    content = changed(TemplateKind.DOCUMENT, BODY, lambda xml: in_body(xml, apart, together))
    file = Written(write_document(samples.report(), load_template(content)))
    (line,) = file.in_style("上行文发文字号")
    assert line.startswith("濮财综〔2017〕8号")
    assert "签发人：" in line
    paragraph = file.element(line)
    kinds = [child.tag for run in paragraph.iter(f"{W}r") for child in run if child.tag != f"{W}rPr"]
    assert kinds.count(f"{W}tab") == 1


def test_words_beside_a_slot_in_the_same_run_stay() -> None:
    content = changed(
        TemplateKind.DOCUMENT,
        BODY,
        lambda xml: in_body(xml, run_of("{{r 标题 }}"), run_of("甲{{r 标题 }}乙")),
    )
    file = Written(write_document(samples.plain_text(), load_template(content)))
    assert file.in_style("Title") == ["甲关于做好工作的通知乙"]


BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>'
    "{}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_a_slot_in_a_text_box_is_filled() -> None:
    boxed = BOX.format(run_of("{{r 发文字号 }}"))
    content = changed(
        TemplateKind.DOCUMENT,
        BODY,
        lambda xml: xml.replace("<w:sectPr>", f"<w:p>{boxed}</w:p><w:sectPr>"),
    )
    file = Written(write_document(samples.plain_text(), load_template(content)))
    assert file.text.count("财综〔2022〕51号") == 2


def test_a_slot_for_paragraphs_in_a_text_box_is_refused() -> None:
    boxed = f"<w:p>{BOX.format(run_of('{{p 附注 }}'))}</w:p>"
    content = changed(
        TemplateKind.DOCUMENT, BODY, lambda xml: xml.replace("<w:sectPr>", f"{boxed}<w:sectPr>")
    )
    assert problems_of(content) == [
        ("WORD009", "插槽“附注”在文本框里，内容长了会被截去。", "把它移到文本框外面的正文里")
    ]


def test_a_slot_for_paragraphs_needs_a_paragraph_to_itself() -> None:
    content = changed(
        TemplateKind.DOCUMENT, BODY, lambda xml: xml.replace("{{p 附注 }}", "此处填写{{p 附注 }}")
    )
    assert problems_of(content) == [
        (
            "WORD009",
            "“{{p 附注 }}”要独占一段，这一段里还有别的文字：“此处填写{{p 附注 }}”。",
            "在它前后各按一次回车",
        )
    ]


def test_a_slot_for_paragraphs_in_a_footer_is_refused() -> None:
    content = changed(
        TemplateKind.DOCUMENT,
        "word/footer1.xml",
        lambda xml: xml.replace("</w:ftr>", f"<w:p>{run_of('{{p 附注 }}')}</w:p></w:ftr>"),
    )
    ((code, message, _),) = problems_of(content)
    assert code == "WORD009"
    assert message == "插槽“附注”在页脚里，那里只能放文字插槽，如 {{r 发文字号 }}。"


def test_a_slot_that_is_only_asked_about_is_missing_all_the_same() -> None:
    content = changed(
        TemplateKind.DOCUMENT,
        BODY,
        lambda xml: xml.replace(
            run_of("{{p 附注 }}"), run_of("{%p if 附注 %}") + "</w:p><w:p>" + run_of("{%p endif %}")
        ),
    )
    assert [message for _, message, _ in problems_of(content)] == ["模板里没有插槽“附注”。"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FOREIGN = {
    "是空文件": b"",
    "是旧版 Word 文件（.doc），只是改了名": OLE
    + "WordDocument".encode("utf-16-le").ljust(64, b"\0")
    + b"\x1a\0",
    "设了打开密码": OLE + "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0") + b"\x22\0",
    "是旧版 Office 文件或安装包，只是改了名": OLE,
    "是 RTF 文档，只是改了名": b"{\\rtf1}",
    "是 PDF，只是改了名": b"%PDF-1.7",
    "是网页，只是改了名": b"<html></html>",
}


@pytest.mark.parametrize("words", FOREIGN)
def test_a_foreign_file_is_told_for_what_it_is(words: str) -> None:
    assert problems_of(FOREIGN[words]) == [
        (
            "WORD001",
            f"模板“templates/某局.docx”打不开：{words}。",
            "用 Word 或 WPS 打开，另存为 .docx，不带宏、不设密码",
        )
    ]


def test_a_template_with_macros_is_refused() -> None:
    content = changed(
        TemplateKind.DOCUMENT,
        "[Content_Types].xml",
        lambda xml: xml.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    )
    ((code, message, _),) = problems_of(content)
    assert code == "WORD001"
    assert "是带宏的 Word 文件（.docm）" in message


def test_a_strict_document_is_refused() -> None:
    content = changed(
        TemplateKind.DOCUMENT,
        BODY,
        lambda xml: xml.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    ((_, message, _),) = problems_of(content)
    assert "严格的 Open XML" in message


def test_every_prefix_that_the_pen_writes_is_declared_in_the_root() -> None:
    """LibreOffice leaves out what it does not write itself; Word then refuses the whole file."""
    content = changed(
        TemplateKind.DOCUMENT,
        BODY,
        lambda xml: re.sub(r' xmlns:(?:a|wp|wps|mc)="[^"]+"', "", xml),
    )
    root = etree.fromstring(Written(write_document(samples.plain_text(), load_template(content))).parts[BODY])
    assert set(NAMESPACES) <= set(root.nsmap)


@pytest.mark.render
@pytest.mark.parametrize("kind", list(TemplateKind))
def test_a_template_saved_by_libreoffice_keeps_the_contract_and_departs_in_nothing(
    kind: TemplateKind, tmp_path: Path
) -> None:
    if missing := rendering.missing_tools():
        pytest.skip(f"not on this machine: {missing}")
    file = tmp_path / "saved.docx"
    file.write_bytes(rendering.resave({"a": make_template(kind)})["a"])
    assert load_template(file).kind is kind
    assert template_problems(file) == ()


def test_an_unknown_slot_is_named_with_the_one_that_is_meant() -> None:
    content = changed(TemplateKind.DOCUMENT, BODY, lambda xml: xml.replace("{{r 标题 }}", "{{r 公文标题 }}"))
    assert problems_of(content) == [
        ("WORD002", "模板里有不认识的插槽“公文标题”。", "是不是“标题”？"),
        ("WORD003", "模板里没有插槽“标题”。", "插入 {{r 标题 }}（标题，已按行断开；命令没有标题）"),
    ]


def test_a_slot_in_the_wrong_form_is_refused() -> None:
    content = changed(TemplateKind.DOCUMENT, BODY, lambda xml: xml.replace("{{r 标题 }}", "{{ 标题 }}"))
    assert problems_of(content) == [("WORD004", "插槽“标题”的写法不对：{{ 标题 }}。", "写成 {{r 标题 }}")]


def renamed(xml: str) -> str:
    """Two styles under other names, with the ids that they had; a third one gone with its id."""
    xml = re.sub(r'<w:style [^>]*w:styleId="签发人姓名">.*?</w:style>', "", xml)
    return xml.replace('w:val="主送机关"', 'w:val="主送"').replace('w:val="附注"', 'w:val="注"')


def test_styles_that_a_template_lacks_are_added_from_the_standard() -> None:
    template = load_template(changed(TemplateKind.DOCUMENT, STYLES, renamed), "旧")
    file = Written(write_document(samples.sealed(), template))
    assert template.styles["主送机关"] == "主送机关1"
    assert template.styles["签发人姓名"] == "签发人姓名"
    for name in ("主送机关", "附注", "签发人姓名"):
        assert file.styles[template.styles[name]].find(f"{W}name").get(f"{W}val") == name
    whole = write_document(samples.sealed(), standard_template(TemplateKind.DOCUMENT))
    assert file.text == Written(whole).text


def test_added_styles_are_based_on_those_of_the_template() -> None:
    def other_ids(xml: str) -> str:
        xml = xml.replace('w:styleId="Normal"', 'w:styleId="a"').replace('"Normal"/>', '"a"/>')
        return renamed(xml)

    content = changed(TemplateKind.DOCUMENT, STYLES, other_ids)
    file = Written(write_document(samples.sealed(), load_template(content, "旧")))
    assert file.styles["主送机关1"].find(f"{W}basedOn").get(f"{W}val") == "a"


def test_a_template_that_lacks_styles_is_told_of_them_and_not_refused(tmp_path: Path) -> None:
    file = tmp_path / "旧.docx"
    file.write_bytes(changed(TemplateKind.DOCUMENT, STYLES, renamed))
    (problem,) = template_problems(file)
    assert (problem.level, problem.code) == (Level.HINT, "WORD005")
    assert problem.message == "模板里没有样式“主送机关、附注、签发人姓名”，生成时按标准补上，模板文件不改。"


def test_tags_that_do_not_close_are_refused() -> None:
    content = changed(TemplateKind.DOCUMENT, BODY, lambda xml: xml.replace("{%p endif %}", "", 1))
    ((code, message, _),) = problems_of(content)
    assert code == "WORD006"
    assert "标签写错" in message


TAGS_WITH_WORK = (
    "{%p if 1/0 %}",
    "{%p if 标题() %}",
    "{%p if 标题|round %}",
    "{%p if 标题.__class__ %}",
    "{%p if 'a' * 10 ** 9 %}",
    "{%p for 字 in range(99999999) %}",
    "{%p macro 名() %}",
    "{%p include '别的' %}",
)


@pytest.mark.parametrize("tag", TAGS_WITH_WORK)
def test_a_tag_that_is_more_than_a_slot_or_a_condition_is_refused_before_any_work(tag: str) -> None:
    word = tag.removeprefix("{%p ").split()[0]
    end = "" if word == "include" else f"{{%p end{word} %}}"
    tags = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in (tag, end) if one)
    content = changed(
        TemplateKind.DOCUMENT, BODY, lambda xml: xml.replace("<w:sectPr", f"{tags}<w:sectPr", 1)
    )
    ((code, message, hint),) = problems_of(content)
    assert code == "WORD006"
    assert "算式、循环或别的写法，这里不能用" in message
    assert "{%p if 附注 %}" in hint


@pytest.mark.parametrize("damage", [b"", b"\x00", b"<w:x", b"<x>&nbsp;</x>"])
@pytest.mark.parametrize("part", ["word/footnotes.xml", "word/header9.xml", BODY, STYLES, "word/footer1.xml"])
def test_a_part_that_is_no_xml_is_refused_even_where_nothing_refers_to_it(part: str, damage: bytes) -> None:
    content = pack(template_parts(TemplateKind.DOCUMENT) | {part: damage})
    ((code, message, _),) = problems_of(content)
    assert code == "WORD001"
    assert "打不开" in message


def test_a_template_with_entities_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("标题", encoding="utf-8")
    doctype = f'?><!DOCTYPE w:styles [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    part = template_parts(TemplateKind.DOCUMENT)[STYLES].decode("utf-8").replace("?>", doctype, 1)
    with pytest.raises(PackageError, match="实体声明"):
        read_xml(part.replace("</w:styles>", "<w:x>&e;</w:x></w:styles>").encode("utf-8"))


def test_all_problems_of_a_template_are_told_at_once() -> None:
    content = changed(
        TemplateKind.DOCUMENT, BODY, lambda xml: xml.replace("{{p 版记 }}", "").replace("{{p 附注 }}", "")
    )
    assert [message for _, message, _ in problems_of(content)] == [
        "模板里没有插槽“版记”。",
        "模板里没有插槽“附注”。",
    ]


def test_a_template_without_any_slot_is_refused() -> None:
    content = changed(
        TemplateKind.DOCUMENT, BODY, lambda xml: xml[: xml.index("<w:p>")] + xml[xml.index("<w:sectPr>") :]
    )
    ((code, message, _),) = problems_of(content)
    assert code == "WORD003"
    assert "一个约定的插槽也没有" in message


@pytest.mark.parametrize(
    "content", [b"", b"not a zip", pack({"a.txt": b"x"}), pack({"[Content_Types].xml": b"<", BODY: b"<"})]
)
def test_a_file_that_is_no_word_document_is_refused(content: bytes) -> None:
    ((code, message, _),) = problems_of(content)
    assert code == "WORD001"
    assert "打不开" in message


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    ((code, message, _),) = problems_of(
        pack(template_parts(TemplateKind.DOCUMENT) | {"word/big.xml": bytes(70_000_000)})
    )
    assert code == "WORD001"
    assert "64 MB" in message


def test_a_template_that_is_not_there_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        load_template(tmp_path / "没有.docx")
    assert "没有.docx" in caught.value.problems[0].message


def test_a_template_cannot_reach_python() -> None:
    content = changed(
        TemplateKind.DOCUMENT,
        BODY,
        lambda xml: xml.replace("{{r 标题 }}", "{{r 标题 }}{{ 标题.__class__.__mro__ }}"),
    )
    with pytest.raises(LibraryError) as caught:
        write_document(samples.plain_text(), load_template(content))
    assert caught.value.problems[0].code == "WORD006"


def test_an_element_without_a_slot_is_refused_and_never_dropped() -> None:
    def without_signers(xml: str) -> str:
        start, end = (
            xml.index('<w:p><w:r><w:t xml:space="preserve">{%p if 并列签发'),
            xml.index("{%p else %}"),
        )
        start_else = xml.rindex("<w:p>", 0, end)
        cut = xml[:start] + xml[xml.index("</w:p>", start_else) + len("</w:p>") :]
        last = cut.index("{%p endif %}")
        return cut[: cut.rindex("<w:p>", 0, last)] + cut[cut.index("</w:p>", last) + len("</w:p>") :]

    template = load_template(changed(TemplateKind.DOCUMENT, BODY, without_signers))
    assert write_document(samples.plain_text(), template)
    with pytest.raises(LibraryError) as caught:
        write_document(samples.report(), template)
    assert "没有插槽“签发人”" in caught.value.problems[0].message


def test_style_ids_that_word_made_up_are_found_by_name() -> None:
    """Chinese Word renames the ids of styles when it saves; names stay."""

    def renamed(xml: str) -> str:
        return xml.replace('w:styleId="公文正文"', 'w:styleId="a7"').replace(
            'w:styleId="Heading1"', 'w:styleId="1"'
        )

    template = load_template(changed(TemplateKind.DOCUMENT, STYLES, renamed))
    file = Written(write_document(samples.report(), template))
    assert len(file.in_style("a7")) > 5
    assert "一、总体情况" in file.in_style("1")


def test_a_built_in_style_is_found_without_its_alias() -> None:
    content = changed(
        TemplateKind.DOCUMENT, STYLES, lambda xml: xml.replace('<w:aliases w:val="一级标题"/>', "")
    )
    assert load_template(content).styles["一级标题"] == "Heading1"


def test_a_slot_in_a_footer_is_filled() -> None:
    content = changed(
        TemplateKind.DOCUMENT,
        "word/footer1.xml",
        lambda xml: xml.replace("<w:r>", "<w:r><w:t>{{r 发文字号 }}</w:t></w:r><w:r>", 1),
    )
    file = Written(write_document(samples.plain_text(), load_template(content)))
    assert "财综〔" in file.parts["word/footer1.xml"].decode("utf-8")


def test_what_staff_write_into_a_template_stays() -> None:
    extra = "<w:p><w:r><w:t>本局自定的一行</w:t></w:r></w:p><w:sectPr>"
    content = changed(TemplateKind.DOCUMENT, BODY, lambda xml: xml.replace("<w:sectPr>", extra))
    file = Written(write_document(samples.plain_text(), load_template(content)))
    assert "本局自定的一行" in file.text


def test_a_document_needs_a_template_of_its_kind(
    template: WordTemplate, collection_template: WordTemplate
) -> None:
    with pytest.raises(LibraryError, match="WORD008"):
        write_document(samples.report(), collection_template)
    with pytest.raises(LibraryError, match="WORD008"):
        write_collection(samples.collection(), template)


def test_the_standard_template_is_made_once() -> None:
    assert standard_template(TemplateKind.DOCUMENT) is standard_template(TemplateKind("文件"))


def test_the_title_becomes_a_property_and_nothing_else_does(template: WordTemplate) -> None:
    document = replace(samples.plain_text(), title="甲<乙>&丙")
    properties = Written(write_document(document, template)).parts["docProps/core.xml"].decode("utf-8")
    assert "<dc:title>甲&lt;乙&gt;&amp;丙</dc:title>" in properties
    assert "creator" not in properties
    assert "created" not in properties


def test_only_a_collection_asks_for_its_fields_to_be_updated(written: dict[str, Written]) -> None:
    assert b"updateFields" in written["collection"].parts["word/settings.xml"]
    assert b"updateFields" not in written["report"].parts["word/settings.xml"]
    assert written["collection"].root.find(f".//{W}fldChar[@{W}dirty]") is not None


def test_packed_parts_can_be_read_by_any_zip_library() -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "word/文.xml": "中文".encode(), "a": b""}
    with zipfile.ZipFile(io.BytesIO(pack(parts))) as package:
        assert package.testzip() is None
        assert package.namelist() == ["[Content_Types].xml", "a", "word/文.xml"]
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.read("word/文.xml").decode("utf-8") == "中文"
