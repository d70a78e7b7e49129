"""Why a file cannot be read: one problem each, with the next step."""

from __future__ import annotations

from generator.problems import Level, LibraryError, Place, Problem

SAVE_AGAIN = "用 WPS 或 Word 打开，另存为 .docx，再检查"


def failure(code: str, message: str, name: str, hint: str = SAVE_AGAIN) -> LibraryError:
    """A file that cannot be read."""
    return LibraryError([Problem(Level.ERROR, code, message, Place(name), hint=hint)])


def unreadable(name: str, reason: str) -> LibraryError:
    """The file system does not give the file away."""
    hint = "核对文件名；关掉占用它的程序，核对有没有读的权限"
    return failure("DOCX001", f"“{name}”读不出：{reason}。", name, hint)


def empty(name: str) -> LibraryError:
    """Nothing in it."""
    return failure("DOCX002", f"“{name}”是空文件。", name, "重新复制或下载一次")


def locked(name: str) -> LibraryError:
    """Encrypted."""
    hint = "用 WPS 或 Word 打开，在“文件—加密”里去掉打开密码，保存后再检查"
    return failure("DOCX003", f"“{name}”文件加了密码，打不开。", name, hint)


def old_word(name: str) -> LibraryError:
    """The binary format of Word 97 to 2003."""
    return failure("DOCX004", f"“{name}”是旧版 .doc 文件。", name)


def wps(name: str) -> LibraryError:
    """The binary format of WPS."""
    return failure("DOCX005", f"“{name}”是 WPS 文字的 .wps 文件。", name)


def other_kind(name: str, kind: str) -> LibraryError:
    """Something else, whatever its name says."""
    return failure("DOCX006", f"“{name}”不是 Word 文件，里面是“{kind}”。", name)


def damaged(name: str) -> LibraryError:
    """A zip file that is cut short or garbled."""
    hint = "重新复制或下载一次；或用 WPS、Word 的修复功能打开，另存为 .docx"
    return failure("DOCX007", f"“{name}”不完整或已损坏，解不开。", name, hint)


def no_document(name: str, found: str = "没有正文部件") -> LibraryError:
    """A sound package that is no Word document."""
    return failure("DOCX008", f"“{name}”不是 Word 文件：压缩包里{found}。", name)


def too_large(name: str, what: str) -> LibraryError:
    """More than any official document holds: most likely an attack."""
    return failure("DOCX009", f"“{name}”{what}，拒绝打开。", name, "拆成几个文件分别检查；来路不明的不要打开")


def malformed(name: str, part: str) -> LibraryError:
    """A part whose XML is broken or in another encoding than it says."""
    return failure("DOCX010", f"“{name}”里的 {part} 有错（XML 不合语法或编码不对）。", name)


def entities(name: str, part: str) -> LibraryError:
    """A part with entity declarations, which no word processor writes."""
    hint = "来路不明的不要打开；可信的，用 WPS 或 Word 打开，另存为 .docx"
    return failure("DOCX011", f"“{name}”里的 {part} 带有实体声明，拒绝打开。", name, hint)


def too_deep(name: str) -> LibraryError:
    """Nested deeper than any reader follows."""
    hint = "表格、内容控件层层嵌套；用 WPS 或 Word 打开，去掉嵌套后另存"
    return failure("DOCX012", f"“{name}”嵌套太深，拒绝打开。", name, hint)
