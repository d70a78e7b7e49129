"""Records that are not public leave no trace: no page, no word, no file name, no link, no index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from generator.compose import Audience
from generator.library import load_library
from generator.models import KINDS
from generator.pages import audience_of, build_site, public_view, write_pages
from generator.pages.public import pointer_fields
from generator.search import build_index, query
from tests.conftest import DATED
from tests.pages.samples import case_text, policy_text

Make = Callable[[Mapping[str, str]], Path]
SECRET = ("机密文", "绝密的标题", "某密", "密室")
POINTERS = """关系:
  - 类型: 依据
    目标: 机密文
    说明: 依据密室里的文件
附件:
  - 记录: 机密文
    全文附后: 是
  - 标题: 公开的附件
    记录: 公开文
"""


def library_with_secrets(make_library: Make, disclosure: str) -> Path:
    case = case_text(1, policy="机密文").replace("怎样做。", "怎样做，按{{ 库.机密文.全称 }}办。")
    return make_library(
        {
            "cases/例-1.yaml": case,
            "policies/机密文.md": policy_text("机密文", "绝密的标题", "某密〔2020〕7号", disclosure),
            "policies/公开文.md": policy_text("公开文", "公开的标题", "某财〔2020〕8号"),
            "policies/指向.md": policy_text("指向", "指向的标题", "某财〔2020〕9号", more=POINTERS),
        }
    )


@pytest.mark.parametrize("disclosure", ["不予公开", "待定"])
def test_a_record_that_is_not_public_leaves_no_trace(
    make_library: Make, tmp_path: Path, disclosure: str
) -> None:
    library, problems = load_library(library_with_secrets(make_library, disclosure))
    assert problems == ()
    word = tmp_path / "机密.docx"
    word.write_bytes("密室".encode())
    write_pages(library, tmp_path / "out" / "pages", dated=DATED, downloads={"机密文": word})
    build_site(library.root, tmp_path / "out" / "pages", tmp_path / "out" / "site", dated=DATED)
    files = [file for file in (tmp_path / "out").rglob("*") if file.is_file()]
    for file in files:
        said = file.relative_to(tmp_path).as_posix().encode() + file.read_bytes()
        assert not [secret for secret in SECRET if secret.encode() in said], file


def test_what_pointed_at_it_keeps_its_other_words(make_library: Make, tmp_path: Path) -> None:
    library, _ = load_library(library_with_secrets(make_library, "不予公开"))
    write_pages(library, tmp_path / "pages", dated=DATED)
    page = (tmp_path / "pages" / "policies" / "指向.md").read_text(encoding="utf-8")
    case = (tmp_path / "pages" / "cases" / "例-1.md").read_text(encoding="utf-8")
    assert "附件2\u3000公开的附件" in page
    assert "按（不予公开）办" in case


def test_braces_in_a_text_that_others_issued_are_words_on_its_page_and_in_the_index(
    make_library: Make, tmp_path: Path
) -> None:
    full = policy_text("全文件", "带括号的通知", "某财〔2020〕9号").replace("文本: 摘编", "文本: 全文")
    library, _ = load_library(make_library({"policies/全文件.md": full + "\n现将{{ 7*7 }}有关事项通知。\n"}))
    write_pages(library, tmp_path / "pages", dated=DATED)
    page = (tmp_path / "pages" / "policies" / "全文件.md").read_text(encoding="utf-8")
    assert "（不予公开）" not in page
    assert "7*7" in unescape(page).replace("\\", "")
    build_index(library, tmp_path / "index")
    hits = query(tmp_path / "index", "有关事项通知", kind="政策")
    assert any("7*7" in hit.snippet for hit in hits)


FORM = """类别: 调查表
编号: 表
公开属性: 不予公开
名称: 表
栏目: [甲, 乙, 丙]
事项:
  - 序: '1'
    部分: 一
    事项: 问
    题型: 文本
    填报说明: 无
"""
ANSWERS = """类别: 调查填报
编号: 答
名称: 答
调查表: 表
填报单位: 某局
地区: 某省
期间: 2017年
填报:
  - 序: '1'
    内容: [答]
"""


def test_a_record_that_cannot_stand_without_a_hidden_one_is_hidden_too(make_library: Make) -> None:
    library, problems = load_library(make_library({"cases/表.yaml": FORM, "cases/答.yaml": ANSWERS}))
    assert [problem.as_text() for problem in problems] == []
    assert set(public_view(library).entries) == set()


DRAFT = """---
类别: 公文
编号: {id}
标题: 密室的通知
文种: 通知
行文方向: 下行
发文机关:
  - 某省财政厅
主送:
  - 各市财政局
{more}---

密室的正文。
"""
RESTS_ON_DRAFT = """关系:
  - 类型: 依据
    目标: 借
    说明: 依据密室里的文件
"""


@pytest.mark.parametrize("disclosure", ["不予公开", "待定"])
def test_a_document_that_was_public_only_by_its_hidden_original_is_hidden_with_what_rests_on_it(
    make_library: Make, tmp_path: Path, disclosure: str
) -> None:
    files = {
        "policies/机密文.md": policy_text("机密文", "绝密的标题", "某密〔2020〕7号", disclosure),
        "policies/指向.md": policy_text("指向", "指向的标题", "某财〔2020〕9号", more=RESTS_ON_DRAFT),
        "documents/借.md": DRAFT.format(id="借", more="底本: 机密文\n"),
        "documents/自.md": DRAFT.format(id="自", more="底本: 机密文\n公开属性: 主动公开\n").replace(
            "密室", "自己"
        ),
    }
    library, problems = load_library(make_library(files))
    assert [problem.as_text() for problem in problems] == []
    view = public_view(library)
    assert set(view.entries) == {"指向", "自"}
    build_index(view, tmp_path / "index")
    assert tuple(query(tmp_path / "index", "密室")) == ()
    assert {hit.id for hit in query(tmp_path / "index", "通知", limit=None)} == {"自"}
    write_pages(library, tmp_path / "out", dated=DATED)
    for file in (file for folder in ("out", "index") for file in (tmp_path / folder).rglob("*.*")):
        said = file.relative_to(tmp_path).as_posix().encode() + file.read_bytes()
        assert not [secret for secret in (*SECRET, "documents/借") if secret.encode() in said], file


def test_a_document_whose_original_is_public_is_shown(make_library: Make) -> None:
    files = {
        "policies/公开文.md": policy_text("公开文", "公开的标题", "某财〔2020〕8号"),
        "documents/借.md": DRAFT.format(id="借", more="底本: 公开文\n"),
    }
    library, _ = load_library(make_library(files))
    assert set(public_view(library).entries) == {"公开文", "借"}


def test_personal_data_is_shown_only_where_the_settings_say_so(copy_of_shipped: Path, tmp_path: Path) -> None:
    settings = copy_of_shipped / "mkdocs.yml"
    assert audience_of(copy_of_shipped) is Audience.SITE
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("显示个人信息: 否", "显示个人信息: 是"), encoding="utf-8")
    assert audience_of(copy_of_shipped) is Audience.PRINT
    library, _ = load_library(copy_of_shipped)
    for audience, name in ((Audience.SITE, False), (Audience.PRINT, True)):
        write_pages(library, tmp_path / audience, dated=DATED, audience=audience)
        page = (tmp_path / audience / "policies" / "鲁财采2022-14号.md").read_text(encoding="utf-8")
        assert ("王高文" in page) is name


def test_a_library_without_secrets_is_taken_as_it_is(make_library: Make) -> None:
    library, _ = load_library(
        make_library({"policies/公开文.md": policy_text("公开文", "题", "某财〔2020〕8号")})
    )
    assert public_view(library) is library


def models_below(model: type[BaseModel], seen: set[type[BaseModel]]) -> None:
    """Every model that a record is made of."""
    if model in seen:
        return
    seen.add(model)
    for info in model.model_fields.values():
        stack = [info.annotation]
        while stack:
            part = stack.pop()
            stack += get_args(part)
            if isinstance(part, type) and issubclass(part, BaseModel):
                models_below(part, seen)


def test_every_field_that_points_at_a_record_is_known() -> None:
    seen: set[type[BaseModel]] = set()
    for kind in KINDS.values():
        models_below(kind, seen)
    found = {(model.__name__, name) for model in seen for name in pointer_fields(model)}
    expected = {
        ("Relation", "target"),
        ("Case", "practice"),
        ("Grounds", "policy"),
        ("IssuedDocument", "data"),
    }
    expected |= {("Practice", "cases"), ("AttachmentEntry", "record"), ("SurveyReturn", "form")}
    assert expected <= found
    assert not [name for model, name in found if name == "id"]
