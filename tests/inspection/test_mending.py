"""What `--fix` mends, and that it touches nothing else."""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from generator.inspection import Inspection, inspect
from generator.inspection.findings import Verdict
from generator.inspection.mending import MENDERS, Mended, mend
from generator.inspection.mending.words import common_ends
from generator.inspection.rules import RULES
from generator.ooxml.package import pack, unpack
from generator.problems import LibraryError
from generator.recognition.facts import Where
from generator.recognition.reading.markup import W
from generator.standard import LocalCustom, PageNumber
from generator.standard.custom import Layout
from generator.word import TemplateKind, kind_for, standard_template, write_collection, write_document
from tests import rendering
from tests.inspection.mutations import MUTATIONS, Mutation
from tests.inspection.packages import A4, docx, p, parts_of, r
from tests.inspection.test_mutations import broken, damaged, named
from tests.inspection.typed import MENDED, WORDS, paragraphs_of, saved, typed_notice, words_of
from tests.word import samples, samples_formats

LEFT_FOR_A_PERSON = {"H08", "H21"}
"""Of the typed notice: a red rule has to be drawn, and an empty line added above the number."""


@pytest.fixture(scope="module")
def notice() -> bytes:
    return typed_notice()


@pytest.fixture(scope="module")
def mended(notice: bytes) -> Mended:
    return mend(notice)


@pytest.fixture(scope="module")
def after(mended: Mended) -> Inspection:
    return inspect(mended.content)


def codes(found: Inspection, verdict: Verdict = Verdict.BROKEN) -> set[str]:
    return {finding.code for finding in found.of(verdict)}


def parts(content: bytes) -> dict[str, bytes]:
    return unpack(content, ())


def body(*blocks: str, section: str = A4) -> bytes:
    return docx("".join(blocks) + f"<w:sectPr>{section}</w:sectPr>")


# --- a typed notice --------------------------------------------------------------------------------


def test_every_mender_has_a_rule() -> None:
    assert set(MENDERS) <= {rule.code for rule in RULES}


def test_a_typed_notice_keeps_only_what_a_person_must_do(notice: bytes, after: Inspection) -> None:
    before = codes(inspect(notice))
    assert {"P01", "P02", "F01", "F02", "H05", "X02", "T01", "T05", "B04", "P11", "R01", "A11"} <= before
    assert codes(after) == LEFT_FOR_A_PERSON


def test_words_stay_but_for_marks_and_brackets(notice: bytes, mended: Mended) -> None:
    assert words_of(notice) == WORDS
    assert words_of(mended.content) == MENDED


def test_every_kind_of_change_is_listed(mended: Mended) -> None:
    told = {(change.code, change.after) for change in mended.changes}
    assert ("H05", "博财采〔2022〕19号") in told
    assert ("F01", "仿宋_GB2312") in told
    assert ("P11", "“— 1 —”，单页居右空 1 字，双页居左空 1 字") in told
    assert all(change.before or change.after for change in mended.changes)
    listed = {change.code for change in mended.changes}
    assert {"P01", "P02", "P03", "P04", "B06", "T01", "T05", "T06", "X05", "X03", "N01", "D02"} <= listed


def test_mending_again_changes_nothing(mended: Mended) -> None:
    again = mend(mended.content)
    assert again.changes == ()
    assert again.content == mended.content


def test_the_same_file_is_mended_to_the_same_bytes(notice: bytes, mended: Mended) -> None:
    assert mend(notice).content == mended.content


def test_page_numbers_are_made_for_odd_and_even_pages(after: Inspection) -> None:
    facts = after.recognised.facts
    assert facts.even_and_odd
    numbers = [
        facts.paragraph(place) for places in (facts.sections[0].footers or {}).values() for place in places
    ]
    assert [(one.text, one.alignment) for one in numbers] == [("— 1 —", "right"), ("— 1 —", "left")]


def test_a_mended_file_is_no_less_valid_than_it_was(notice: bytes, mended: Mended, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")

    def complaints(content: bytes) -> set[str]:
        file = tmp_path / "file.docx"
        file.write_bytes(content)
        return {str(error.description) for error in audit.OpenXmlValidator().validate(file).errors}

    assert complaints(mended.content) <= complaints(notice)


@pytest.mark.render
def test_a_mended_notice_is_laid_out_as_the_standard_asks(mended: Mended) -> None:
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    first, second, *rest = rendering.render({"notice": mended.content})["notice"]
    assert rest == []
    text = first.line("政府购买服务改革是转变政府职能")
    assert text.left == pytest.approx(28 + 2 * 5.57, abs=1)
    assert text.right == pytest.approx(28 + 156, abs=4)
    day, name = second.line("2022年12月20日"), second.line("博山区财政局")
    assert day.text == "2022年12月20日"
    assert day.left - name.left == pytest.approx(2 * 5.57, abs=1)
    assert first.line("—1—").top == pytest.approx(269, abs=3)
    assert first.line("—1—").right == pytest.approx(184 - 4.94, abs=2)
    assert second.line("—2—").left == pytest.approx(28 + 4.94, abs=2)


# --- a planted fault of each kind ------------------------------------------------------------------

FOR_A_PERSON = {"令号用年份编号", "联合行文的日期没有对着署名"}
"""Faults of rules with a mender that it rightly leaves alone."""
PLANTED = [one for one in MUTATIONS if one.code in MENDERS and one.name not in FOR_A_PERSON]


@pytest.mark.parametrize("mutation", PLANTED, ids=named)
def test_a_planted_fault_is_mended_and_nothing_else(mutation: Mutation) -> None:
    result = mend(damaged(mutation))
    assert broken(result.content) == set()
    assert {change.code for change in result.changes} == {mutation.code}


@pytest.mark.parametrize("mutation", [one for one in PLANTED if not one.styled], ids=named)
def test_it_is_mended_in_a_file_without_our_styles(mutation: Mutation) -> None:
    assert broken(mend(damaged(mutation, bare=True)).content) == set()


@pytest.mark.parametrize("mutation", [one for one in MUTATIONS if one not in PLANTED], ids=named)
def test_what_no_mender_is_for_is_left_as_it_is(mutation: Mutation) -> None:
    content = damaged(mutation)
    assert mend(content).content == content


# --- what is right stays ---------------------------------------------------------------------------


def ours() -> dict[str, bytes]:
    documents = {"report": samples.report(), "chain": samples.chain(), **samples_formats.every()}
    written = {
        name: write_document(document, standard_template(kind_for(document.format)))
        for name, document in documents.items()
    }
    collection = write_collection(samples.collection(), standard_template(TemplateKind.COLLECTION))
    return {**written, "collection": collection}


@pytest.mark.parametrize(("name", "content"), ours().items(), ids=ours())
def test_what_our_own_pen_writes_needs_no_mending(name: str, content: bytes) -> None:
    result = mend(content)
    assert result.changes == (), name
    assert result.content == content


def test_a_custom_of_the_office_is_not_mended_away(mended: Mended) -> None:
    centred = parts(mended.content)
    for name in [name for name in centred if "footer" in name and name.endswith(".xml")]:
        text = centred[name].decode().replace('w:jc w:val="right"', 'w:jc w:val="center"')
        centred[name] = text.replace('w:jc w:val="left"', 'w:jc w:val="center"').encode()
    custom = LocalCustom().model_copy(update={"page_number": PageNumber.CENTRED})
    assert {change.code for change in mend(pack(centred)).changes} == {"P10"}
    assert mend(pack(centred), custom).changes == ()


def test_page_numbers_are_mended_as_the_office_has_them(notice: bytes) -> None:
    custom = LocalCustom().model_copy(update={"page_number": PageNumber.CENTRED})
    result = mend(notice, custom)
    assert ("P11", "“— 1 —”，单页居中，双页居中") in {(one.code, one.after) for one in result.changes}
    facts = inspect(result.content, custom).recognised.facts
    feet = [*facts.standing(Where.FOOTER)]
    assert {(one.text, one.alignment, one.left, one.right) for one in feet} == {("— 1 —", "center", 0, 0)}
    assert "P10" not in codes(inspect(result.content, custom))
    assert "P10" in codes(inspect(result.content))
    assert mend(result.content, custom).changes == ()


def test_a_page_of_the_other_profile_is_mended_towards_it() -> None:
    custom = LocalCustom().model_copy(update={"layout": Layout.GB33476})
    written = write_document(samples.report(), standard_template(TemplateKind.DOCUMENT, custom))
    own = inspect(written).recognised.facts.sections[0]
    assert (own.top, own.left) != (2098, 1800)
    made = parts(written)
    wrong = made["word/document.xml"].decode().replace(f'w:left="{own.left}"', 'w:left="1800"')
    for chosen in (custom, None):
        result = mend(pack(made | {"word/document.xml": wrong.encode()}), chosen)
        assert {change.code for change in result.changes} == {"P02"}
        section = inspect(result.content).recognised.facts.sections[0]
        assert (section.top, section.bottom, section.left) == (own.top, own.bottom, own.left)


MOST_ROUNDS_SEEN = 3


@pytest.mark.parametrize("content", [typed_notice(), *map(damaged, MUTATIONS[::5])])
def test_nothing_takes_more_than_three_rounds(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    mending = importlib.import_module("generator.inspection.mending.mend")
    whole = mend(content)
    monkeypatch.setattr(mending, "MOST_ROUNDS", MOST_ROUNDS_SEEN)
    assert mend(content) == whole
    assert mend(whole.content).changes == ()


def test_a_mender_without_a_rule_is_a_fault(notice: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    mending = importlib.import_module("generator.inspection.mending.mend")
    monkeypatch.setattr(mending, "MENDERS", {"Z99": MENDERS["P01"]})
    with pytest.raises(KeyError, match="Z99"):
        mend(notice)


def test_nothing_of_the_package_is_lost(notice: bytes) -> None:
    others = {
        "word/media/picture.png": b"\x89PNG\r\n not looked at",
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros",
        "customXml/item1.xml": b"<own  spaces='kept'/>",
        "word/comments.xml": b"<!-- kept as it is -->" + parts(notice)["word/styles.xml"],
    }
    content = pack({**parts(notice), **others})
    made = parts(mend(content).content)
    assert set(parts(content)) <= set(made)
    assert {name: made[name] for name in others} == others
    changed = {name for name, text in parts(content).items() if made[name] != text}
    assert changed <= {
        *("[Content_Types].xml", "word/document.xml", "word/settings.xml"),
        "word/_rels/document.xml.rels",
    }


def test_members_that_are_stored_or_named_with_backslashes_are_kept(notice: bytes) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, text in parts(notice).items():
            package.writestr(name, text)
        package.writestr("word/media/", b"")
    made = parts(mend(file.getvalue()).content)
    assert set(made) >= set(parts(notice))


def test_a_signed_file_is_not_touched(notice: bytes) -> None:
    signed = pack({**parts(notice), "_xmlsignatures/sig1.xml": b"<Signature/>"})
    with pytest.raises(LibraryError, match="数字签名"):
        mend(signed)


def test_the_strict_variant_is_not_touched() -> None:
    strict = parts_of(p("正文"))
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = strict["word/document.xml"]
    strict["word/document.xml"] = document.replace(
        transitional, b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    with pytest.raises(LibraryError, match="严格"):
        mend(pack(strict))


# --- one thing at a time ---------------------------------------------------------------------------

TITLE = p("关于做好有关工作的通知", '<w:jc w:val="center"/>', '<w:sz w:val="44"/>')
EXACT = '<w:snapToGrid w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/>'
GOOD = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
GOOD += '<w:spacing w:val="-5"/><w:sz w:val="32"/>'
BODY = EXACT + '<w:ind w:firstLine="632"/><w:jc w:val="both"/>'


def text_after(text: str) -> str:
    content = body(TITLE, p("各单位：", EXACT, GOOD), p(text, BODY, GOOD))
    return words_of(mend(content).content)[2]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("各单位要高度重视,确保完成。", "各单位要高度重视，确保完成。"),
        ("如下:一是落实(含下属)。", "如下：一是落实（含下属）。"),
        ("采用标准(abc)执行任务。", "采用标准（abc）执行任务。"),
        ("比例为1:2,共1,234.5元。", "比例为1:2，共1,234.5元。"),
        ("上午8:30开会, Word和WPS。", "上午8:30开会， Word和WPS。"),
        ("按照鲁财采[2022]14号执行任务。", "按照鲁财采〔2022〕14号执行任务。"),
        ("按照鲁财采【2022】14号执行任务。", "按照鲁财采〔2022〕14号执行任务。"),
        ("某项目(2017)12个已经完成。", "某项目(2017)12个已经完成。"),
        ("关于<某办法>的说明如下。", "关于《某办法》的说明如下。"),
        ("关于《转发<某办法>》的说明。", "关于《转发〈某办法〉》的说明。"),
    ],
)
def test_marks_are_mended_in_their_place(text: str, right: str) -> None:
    assert text_after(text.replace("<", "&lt;").replace(">", "&gt;")) == right


def test_marks_are_mended_where_a_word_is_cut_into_runs() -> None:
    words = "".join(r(text, GOOD) for text in ("按照鲁财采[", "2022", "]14号执行,任务"))
    cut = f"<w:p><w:pPr>{BODY}</w:pPr>{words}</w:p>"
    made = mend(body(TITLE, p("各单位：", EXACT, GOOD), cut)).content
    assert words_of(made)[2] == "按照鲁财采〔2022〕14号执行，任务"
    runs = ["".join(map(str, run.itertext())) for run in paragraphs_of(made)[2].iter(f"{W}r")]
    assert runs == ["按照鲁财采〔", "2022", "〕14号执行，任务"]


def test_pictures_and_bookmarks_in_a_paragraph_stay() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="此处"/>'
    words = r("各单位要高度重视,确保完成", '<w:sz w:val="28"/>')
    inner = f'{mark}{words}<w:bookmarkEnd w:id="1"/>'
    made = mend(body(TITLE, p("各单位：", EXACT, GOOD), f"<w:p>{inner}</w:p>")).content
    document = parts(made)["word/document.xml"].decode()
    assert '<w:bookmarkStart w:id="1" w:name="此处"/>' in document
    assert "，确保完成" in document


def test_a_heading_that_runs_into_its_paragraph_is_cut_from_it() -> None:
    look = GOOD.replace("仿宋_GB2312", "楷体_GB2312")
    rest = GOOD.replace("仿宋_GB2312", "宋体")
    run_in = f"<w:p><w:pPr>{BODY}</w:pPr>{r('（一）加强领导。', look)}{r('各部门要明确责任人。', rest)}</w:p>"
    head = p("一、总体要求", BODY, GOOD.replace("仿宋_GB2312", "黑体"))
    made = mend(body(TITLE, p("各单位：", EXACT, GOOD), head, run_in)).content
    fonts = [run.get(f"{W}eastAsia") for run in paragraphs_of(made)[3].iter(f"{W}rFonts")]
    assert fonts == ["楷体_GB2312", "仿宋_GB2312"]


def test_the_number_of_a_page_moves_to_the_outer_side() -> None:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    field = section.footer.paragraphs[0]
    field.alignment = 1
    for kind in ("begin", "instr", "end"):
        run = field.add_run().element
        if kind == "instr":
            run.append(run.makeelement(qn("w:instrText"), {}))
            run[-1].text = "PAGE"
        else:
            run.append(run.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind}))
    document.add_paragraph("关于做好有关工作的通知")
    made = inspect(mend(saved(document)).content)
    assert {"P05", "P06", "P08", "P09", "P10"} & codes(made) == set()
    assert {"P05", "P06", "P08", "P09", "P10"} <= codes(made, Verdict.KEPT)


def test_a_footer_with_other_words_is_left_to_a_person() -> None:
    document = Document()
    document.sections[0].footer.paragraphs[0].text = "内部资料"
    document.add_paragraph("关于做好有关工作的通知")
    made = mend(saved(document))
    assert "P11" not in {change.code for change in made.changes}
    assert Document(io.BytesIO(made.content)).sections[0].footer.paragraphs[0].text == "内部资料"


def test_even_pages_keep_the_header_that_all_pages_had() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "会议材料"
    document.add_paragraph("关于做好有关工作的通知")
    made = Document(io.BytesIO(mend(saved(document)).content))
    assert made.settings.odd_and_even_pages_header_footer
    assert made.sections[0].even_page_header.paragraphs[0].text == "会议材料"


def test_a_line_with_a_picture_keeps_its_height() -> None:
    drawn = f"<w:p>{r('图示如下，请各单位对照执行有关要求')}<w:r><w:pict/></w:r></w:p>"
    made = mend(body(TITLE, p("各单位：", EXACT, GOOD), drawn, p("请认真落实有关要求，确保完成任务。")))
    document = parts(made.content)["word/document.xml"].decode()
    assert "P03" in {change.code for change in made.changes}
    assert 'w:lineRule="exact"' not in re.findall(r"<w:p>(?:(?!</w:p>).)*<w:pict/>", document)[0]


def test_indents_in_characters_get_their_twips_and_keep_their_count() -> None:
    layout = EXACT + '<w:ind w:firstLineChars="200"/><w:jc w:val="both"/>'
    made = mend(body(TITLE, p("各单位：", EXACT, GOOD), p("请认真落实。", layout, GOOD)))
    assert "K03" in {change.code for change in made.changes}
    document = parts(made.content)["word/document.xml"].decode()
    assert re.search(r'w:firstLineChars="200" w:firstLine="\d+"', document)
    assert inspect(made.content).recognised.facts.twips_missing == 0


def test_a_table_without_columns_gets_those_of_its_cells() -> None:
    cell = '<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>' + p("数") + "</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tr>{cell.format(3000)}{cell.format(2000)}</w:tr></w:tbl>"
    made = mend(body(TITLE, p("各单位：", EXACT, GOOD), table, p("请认真落实。", BODY, GOOD)))
    assert inspect(made.content).recognised.facts.tables[0].grid == (3000, 2000)


def test_words_of_a_template_are_no_words_yet() -> None:
    slot = p("{{r 主送机关 }}", EXACT, GOOD)
    made = mend(body(TITLE, slot, p("请认真落实,确保完成。", BODY, GOOD)))
    assert words_of(made.content)[1:] == ("{{r 主送机关 }}", "请认真落实，确保完成。")


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        ("(一)", "（一）", (0, 0)),
        ("1、", "1.", (1, 0)),
        ("", "：", (0, 0)),
        ("通知。", "通知", (2, 0)),
        ("同", "同", (1, 0)),
    ],
)
def test_what_two_texts_share_stays_in_its_run(old: str, new: str, ends: tuple[int, int]) -> None:
    assert common_ends(old, new) == ends
