"""Why the site could not be made, in one message: what failed, where, and what to do.

Templates, extensions of Markdown and settings of a library's own may raise anything.  What they raise
passes through the renderer on its way; a fault of this program does not, and is never taken for theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import FrameSummary, extract_tb

from generator.build.outputs import Outputs
from generator.pages.shipped import CONFIG
from generator.pages.site import Warnings
from generator.problems import Level, LibraryError, Place, Problem, io_reason

PAGE = re.compile(r"Error (?:building|reading) page '(.+?)':")
"""How the renderer names the page at which it stopped."""
MEND = "改好后再运行一次 gongwen build"
MAKE_ROOM = "腾出磁盘空间，核对输出文件夹能不能写，再运行一次 gongwen build"


@contextmanager
def telling_faults(places: Outputs) -> Iterator[None]:
    """Tell what broke the renderer as a problem.  Nothing has been put into place by then.

    Raises:
        LibraryError: a template or an extension failed, or a file could not be read or written.
    """
    said = Warnings()
    try:
        with said.listening():
            yield
    except LibraryError:
        raise
    except Exception as error:
        frames = extract_tb(error.__traceback__)
        if isinstance(error, OSError) and error.errno:
            raise LibraryError([unwritten(error, places)]) from error
        if not is_of_renderer(frames):
            raise
        raise LibraryError([broken(error, frames, page_in(said.messages), places.root)]) from error


def is_of_renderer(frames: Iterable[FrameSummary]) -> bool:
    """Whether an error passed through the renderer on its way."""
    import mkdocs  # noqa: PLC0415 (most commands never build a site)

    home = Path(mkdocs.__file__).parent
    return any(Path(frame.filename).is_relative_to(home) for frame in frames)


def unwritten(error: OSError, places: Outputs) -> Problem:
    """A file that could not be read or written: mostly a full disk."""
    file = str(error.filename or places.out)
    message = f"站点没有建成：“{Path(file).name}”{io_reason(error)}"
    return Problem(Level.ERROR, "SITE001", message, Place(Path(file).as_posix()), MAKE_ROOM)


def broken(error: Exception, frames: Iterable[FrameSummary], page: str, root: Path) -> Problem:
    """A template that failed, else an extension or a setting, with the page at which it did."""
    at = f"生成网页“{page}”时" if page else "生成网页时"
    reason = f"{type(error).__name__}: {error}".rstrip(": ")
    template = template_in(frames)
    if template is None:
        hint = f"检查 {CONFIG} 和 site 文件夹里自己加的设置、扩展和页面；{MEND}"
        return Problem(Level.ERROR, "SITE001", f"站点没有建成：{at}出错（{reason}）", Place(CONFIG), hint)
    file = Path(template.filename)
    message = f"站点没有建成：{at}，模板“{file.name}”第 {template.lineno} 行出错（{reason}）"
    home = root.resolve()
    path = file.relative_to(home) if file.is_relative_to(home) else file
    return Problem(Level.ERROR, "SITE001", message, Place(path.as_posix()), MEND)


def template_in(frames: Iterable[FrameSummary]) -> FrameSummary | None:
    """The innermost line of a template on the way of an error; the engine of templates names it so."""
    return next(
        (frame for frame in reversed(tuple(frames)) if frame.filename.endswith((".html", ".xml"))), None
    )


def page_in(messages: Iterable[str]) -> str:
    """The page that the renderer named last, by its path below the folder of the pages."""
    named = [match[1] for message in messages if (match := PAGE.match(message))]
    return named[-1] if named else ""
