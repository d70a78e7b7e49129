"""Why an original cannot be read: one problem each, with what was found and the next step."""

from __future__ import annotations

from generator.importers.reading.limits import MEGABYTE, MOST_BYTES
from generator.problems import Level, LibraryError, Place, Problem

AGAIN = "重新复制或下载一次再导入"
TO_WORD = "用 WPS 或 Word 打开，另存为 .docx 再导入"
TO_WORKBOOK = "用 WPS 或 Excel 打开，另存为 .xlsx 再导入"
TO_PLAIN_WORDS = "用 Word、WPS 或记事本打开核对，另存一次再导入"
UNTRUSTED = "来路不明的不要打开；可信的，打开后另存一次再导入"
SPLIT = "拆成几个文件分别导入；来路不明的不要打开"
RECOGNISE = "先做文字识别（OCR），核对后存成 .docx 或 .txt 再导入"


def failure(code: str, message: str, name: str, hint: str) -> LibraryError:
    """A file that cannot be read."""
    return LibraryError([Problem(Level.ERROR, code, message, Place(name), hint=hint)])


def unreadable(name: str, reason: str) -> LibraryError:
    """The file system does not give the file away."""
    hint = "核对文件名；关掉占用它的程序，核对有没有读的权限"
    return failure("IMP001", f"“{name}”读不出：{reason}。", name, hint)


def empty(name: str) -> LibraryError:
    """Nothing in it."""
    return failure("IMP002", f"“{name}”是空文件。", name, AGAIN)


def too_large(name: str) -> LibraryError:
    """A file of more bytes than are read."""
    return failure("IMP003", f"“{name}”超过 {MOST_BYTES // MEGABYTE} MB，不读。", name, SPLIT)


def locked(name: str) -> LibraryError:
    """A password is needed."""
    hint = "用原来的程序打开，去掉打开密码，另存一次再导入"
    return failure("IMP004", f"“{name}”设了打开密码，读不出。", name, hint)


def other_format(name: str, what: str, hint: str) -> LibraryError:
    """A format that is not read, but that other programs turn into one that is."""
    return failure("IMP005", f"“{name}”是{what}，不能直接导入。", name, hint)


def archive(name: str, what: str) -> LibraryError:
    """Files packed into one."""
    return failure("IMP006", f"“{name}”是{what}，不会自动解开。", name, "先解压缩，再导入里面的文件")


def picture(name: str) -> LibraryError:
    """A picture or scan."""
    return failure("IMP007", f"“{name}”是图片，里面没有文字。", name, RECOGNISE)


def unknown(name: str, found: str) -> LibraryError:
    """Not told apart, or at odds with its name."""
    hint = f"能导入的是 .docx、.txt、.html、.pdf、.xlsx；核对文件名的后缀，{AGAIN}"
    return failure("IMP008", f"“{name}”{found}。", name, hint)


def damaged(name: str, what: str) -> LibraryError:
    """Cut short or garbled."""
    hint = f"{AGAIN}；或用原来的程序修复后另存"
    return failure("IMP009", f"“{name}”作为{what}不完整或已损坏，读不出。", name, hint)


def oversize(name: str, what: str) -> LibraryError:
    """More inside than is read."""
    return failure("IMP010", f"“{name}”{what}，拒绝读取。", name, SPLIT)


def entities(name: str) -> LibraryError:
    """A part with entity declarations, which no office program writes."""
    return failure("IMP011", f"“{name}”里带有实体声明（DOCTYPE），拒绝读取。", name, UNTRUSTED)


def too_deep(name: str) -> LibraryError:
    """Nested deeper than is followed."""
    return failure("IMP012", f"“{name}”嵌套太深，拒绝读取。", name, UNTRUSTED)


def encoding(name: str, offset: int, tried: str) -> LibraryError:
    """Bytes that are text in none of the encodings."""
    found = f"“{name}”第 {offset + 1} 个字节起不合 {tried} 编码，按它读会成乱码"
    hint = f"用原来的程序打开，另存为 UTF-8 编码的文本；打开就缺字的，{AGAIN}"
    return failure("IMP013", f"{found}。", name, hint)


def mixed_encodings(name: str, offset: int) -> LibraryError:
    """Text of two encodings in one file, or of one that is none of ours."""
    found = f"“{name}”第 {offset + 1} 个字节前后编码不一（像是 UTF-8 与 GB18030 混在一起）"
    return failure("IMP014", f"{found}。", name, "找出拼接前的各份原件，分别导入")


def foreign_encoding(name: str) -> LibraryError:
    """Text that can be read as GB18030, but then makes no sense."""
    found = f"“{name}”按 GB18030 读出来尽是生僻字，多半是别的编码（如 Big5）"
    return failure("IMP015", f"{found}。", name, "用原来的程序打开，另存为 UTF-8 编码的文本再导入")


def control_character(name: str, line: int, character: str) -> LibraryError:
    """A character that is no text; it is not dropped in silence."""
    found = f"“{name}”第 {line} 行有控制字符 U+{ord(character):04X}，不是文字"
    return failure("IMP016", f"{found}。", name, f"删去这个字符；{TO_PLAIN_WORDS}")


def scan(name: str, pages: str = "") -> LibraryError:
    """Pages without a text layer."""
    found = f"{pages}是扫描图，没有文字层" if pages else "是扫描件或图片，没有文字层"
    return failure("IMP017", f"“{name}”{found}。", name, RECOGNISE)


def garbled_layer(name: str, page: int) -> LibraryError:
    """A text layer whose characters do not say what they are."""
    return failure("IMP018", f"“{name}”第 {page} 页的文字层是乱码（字体没有对照表）。", name, RECOGNISE)


def without_values(name: str, cells: str) -> LibraryError:
    """Formulas whose result was never stored."""
    found = f"“{name}”的公式没有存下结果：{cells}"
    return failure("IMP019", f"{found}。", name, "用 Excel 或 WPS 打开，重新计算并保存一次再导入")


def wordless(name: str) -> LibraryError:
    """A sound file in which nothing is written."""
    return failure("IMP020", f"“{name}”里没有文字。", name, f"核对是不是这份文件；图片里的字，{RECOGNISE}")
