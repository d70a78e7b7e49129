"""The engines under comparison: how each builds its site, and how a bare page asks it.

Every probe page is empty and loads nothing by itself; `ask(words)` fetches whatever the engine needs
and gives the first results as [page, anchor], their titles and texts read; `ranked(words)` gives those
that stand there in the end; `pages(words)` gives the addresses of all pages in which the engine finds
the words as a phrase; where reading them is dear and their number is not the expected one, it says only
that.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.site_search.corpus import Corpus, PageText, heading_of
from generator.pages.public import public_view
from generator.provisions.entries import entries_of
from generator.site_index.writing import write_index

SCRIPTS = Path(__file__).parents[2] / "site" / "theme" / "assets" / "search"
ENGINE = ("engine.js", "exact.js", "numbers.js")
"""The scripts that find; the others show what was found."""
PAGEFIND = (sys.executable, "-m", "pagefind")
PROBE = "probe.html"
PER_PAGE = 3
"""How many provisions of one page the list of results shows: Pagefind's own number."""
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Built:
    """A site that is ready to be asked."""

    folder: Path
    seconds: float
    """What the search alone cost to build; with Material it cannot be told apart from the pages."""
    index: tuple[Path, ...]
    """Every file that exists for the search's sake, the engine's own scripts left out."""
    places: Mapping[tuple[str, str], tuple[int, ...]]
    """(page, anchor) as the engine names them → (number of the page, numbers of its units)."""

    @property
    def index_bytes(self) -> int:
        """The size of the index."""
        return sum(file.stat().st_size for file in self.index)


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to build a site and to ask it."""

    key: str
    name: str
    build: Callable[[Corpus, Path], Built]
    text_of: Callable[[PageText], str]
    """What it was given of a page, one paragraph a line."""
    scripts: tuple[str, ...]
    """Beginnings of the paths that hold the engine itself, the same at any size."""
    cold: int
    """How many first queries are measured per set; fewer where each takes minutes."""


# --- ours -----------------------------------------------------------------------------------------

OUR_PROBE = """<!doctype html><meta charset="utf-8"><title>ours</title><script>
let loaded = null;
function engine() {
  if (!loaded) {
    loaded = new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = "assets/search/engine.js";
      script.onload = done; script.onerror = failed;
      document.head.appendChild(script);
    });
  }
  return loaded;
}
const path = url => decodeURI(new URL(url, location.href).pathname).slice(1);
async function shown(found) {
  return (await found.read(0, SHOWN)).map(hit => [path(hit.url), hit.anchor]);
}
async function ask(words) {
  await engine();
  return shown(await gongwenSearch.find(words, {}));
}
async function ranked(words) {
  await engine();
  const found = await gongwenSearch.find(words, {});
  await shown(found);
  return shown(await found.settle());
}
async function pages(words) {
  await engine();
  const found = await (await gongwenSearch.find('"' + words + '"', {})).settle();
  const numbers = found.hits ? await found.units() : [];
  return Array.from(new Set(numbers.map(unit => PAGES[unit])));
}
</script>"""


def build_ours(corpus: Corpus, folder: Path) -> Built:
    """Our index and its engine, without the pages around them; the seconds include composing all texts."""
    site = folder / "site"
    begun = perf_counter()
    view = public_view(corpus.library)
    paths = write_index(entries_of(view), site / "index", view)
    seconds = perf_counter() - begun
    (site / "assets" / "search").mkdir(parents=True)
    for script in ENGINE:
        shutil.copy(SCRIPTS / script, site / "assets" / "search")
    pages = [page.address for page in corpus.pages for _ in page.units]
    write_probe(site, OUR_PROBE.replace("PAGES", json.dumps(pages, ensure_ascii=False)))
    return Built(site, seconds, tuple(site / "index" / path for path in paths), our_places(corpus))


def our_places(corpus: Corpus) -> dict[tuple[str, str], tuple[int, ...]]:
    """Anchors are the blocks' own; a cut table has the same one several times."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for number, page in enumerate(corpus.pages):
        for turn, unit in enumerate(page.units):
            key = (page.address, unit.anchor)
            found[key] = (*found.get(key, (number,)), turn)
    return found


def whole_text(page: PageText) -> str:
    """All lines of all provisions."""
    return "\n".join(line for unit in page.units for line in unit.lines)


# --- plain pages for the others -----------------------------------------------------------------

CONFIG = """site_name: 政府购买服务案例与政策库
docs_dir: docs
site_dir: site
use_directory_urls: false
theme: {{name: material, language: zh, font: false}}
plugins: {plugins}
markdown_extensions: [attr_list]
nav: [index.md]
not_in_nav: /p/
"""
ESCAPED = str.maketrans({mark: "\\" + mark for mark in "\\`*_{}[]<>()#+-.!|"})


def write_plain(corpus: Corpus, folder: Path, plugins: str) -> None:
    """The same provisions as Markdown for plain Material: a heading with an id for each."""
    (folder / "docs" / "p").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugins=plugins), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# 首页\n", encoding="utf-8")
    for number, page in enumerate(corpus.pages):
        text = "\n\n".join(plain_blocks(page)) + "\n"
        (folder / "docs" / "p" / f"{number}.md").write_text(text, encoding="utf-8")


def plain_blocks(page: PageText) -> Iterator[str]:
    """One page."""
    yield f"# {page.title.translate(ESCAPED)}"
    yield from (line.translate(ESCAPED) for line in page.units[0].lines if line != page.title)
    for turn, unit in enumerate(page.units[1:], start=1):
        heading, lines = heading_of(unit)
        yield f"## {(heading or page.title).translate(ESCAPED)} {{ #u{turn} }}"
        yield from (line.translate(ESCAPED) for line in lines)


def plain_text(page: PageText) -> str:
    """The headings and paragraphs of a plain page."""
    parts = (heading_of(unit) for unit in page.units[1:])
    return "\n".join(
        (*page.units[0].lines, *(part for head, lines in parts for part in (head, *lines) if part))
    )


def plain_places(corpus: Corpus) -> dict[tuple[str, str], tuple[int, ...]]:
    """Anchors are numbered."""
    return {
        (f"p/{number}.html", f"u{turn}" if turn else ""): (number, turn)
        for number, page in enumerate(corpus.pages)
        for turn in range(len(page.units))
    }


def run_mkdocs(folder: Path) -> float:
    """Seconds that plain MkDocs with Material takes."""
    begun = perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - begun


def write_probe(site: Path, text: str) -> None:
    """The page that asks."""
    shown = text.replace("SHOWN", str(SHOWN)).replace("PER_PAGE", str(PER_PAGE))
    (site / PROBE).write_text(shown, encoding="utf-8")


# --- Material ------------------------------------------------------------------------------------

MATERIAL_PROBE = """<!doctype html><meta charset="utf-8"><title>material</title><script>
let waiting = null, answer = null;
function engine() {
  if (!waiting) {
    waiting = (async () => {
      const index = await (await fetch("search/search_index.json")).json();
      const worker = new Worker("WORKER");
      worker.onmessage = event => answer(event.data);
      await new Promise(done => {
        answer = done;
        const data = {config: index.config, docs: index.docs, options: {suggest: false}};
        worker.postMessage({type: 0, data});
      });
      return worker;
    })();
  }
  return waiting;
}
async function groups(words) {
  const worker = await engine();
  const message = await new Promise(done => { answer = done; worker.postMessage({type: 2, data: words}); });
  return message.data.items;
}
async function ask(words) {
  const found = [];
  for (const group of (await groups(words)).slice(0, SHOWN)) {
    const items = group.filter(item => item.score > 0).sort((a, b) => b.score - a.score);
    for (const item of items.slice(0, PER_PAGE)) { found.push(item.location.split("#")); }
  }
  return found.slice(0, SHOWN).map(([page, anchor]) => [page, anchor || ""]);
}
const ranked = ask;
async function pages(words) {
  const found = await groups('"' + words.replace(/"/g, "") + '"');
  return found.map(group => group[0].location.split("#")[0]);
}
</script>"""


def build_material(corpus: Corpus, folder: Path) -> Built:
    """MkDocs Material with its own search; Chinese is cut into words by jieba when it is built."""
    write_plain(corpus, folder, "[search]")
    seconds = run_mkdocs(folder)
    site = folder / "site"
    worker = next((site / "assets" / "javascripts" / "workers").glob("search.*.js"))
    write_probe(site, MATERIAL_PROBE.replace("WORKER", worker.relative_to(site).as_posix()))
    return Built(site, seconds, (site / "search" / "search_index.json",), plain_places(corpus))


# --- Pagefind ------------------------------------------------------------------------------------

PAGEFIND_PROBE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>pagefind</title><script>
let loaded = null;
function engine() {
  if (!loaded) {
    loaded = import("./pagefind/pagefind.js").then(async pagefind => {
      await pagefind.options({baseUrl: "/"});
      await pagefind.init("zh");
      return pagefind;
    });
  }
  return loaded;
}
function weight(part) {
  return part.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);
}
async function ask(words) {
  const found = await (await engine()).search(words);
  const read = await Promise.all(found.results.slice(0, SHOWN).map(result => result.data()));
  const list = [];
  for (const page of read) {
    const parts = page.sub_results.slice().sort((a, b) => weight(b) - weight(a));
    for (const part of parts.slice(0, PER_PAGE)) {
      const url = new URL(part.url, location.href);
      list.push([decodeURI(url.pathname).slice(1), url.hash.slice(1)]);
    }
  }
  return list.slice(0, SHOWN);
}
const ranked = ask;
async function pages(words, expected) {
  const found = await (await engine()).search('"' + words.replace(/"/g, "") + '"');
  if (found.results.length !== expected) { return ["another number"]; }
  const read = await Promise.all(found.results.map(result => result.data()));
  return read.map(page => decodeURI(new URL(page.url, location.href).pathname).slice(1));
}
</script></html>"""


def build_pagefind(corpus: Corpus, folder: Path, command: Sequence[str] = PAGEFIND) -> Built:
    """Pagefind over the pages of plain Material; the seconds are Pagefind's alone."""
    plain, site = folder.parent / "plain", folder / "site"
    if not plain.exists():
        write_plain(corpus, plain, "[]")
        run_mkdocs(plain)
    shutil.copytree(plain / "site", site)
    begun = perf_counter()
    options = ("--site", str(site), "--root-selector", "article", "--quiet", "--glob", "p/*.html")
    subprocess.run([*command, *options], check=True, capture_output=True)
    seconds = perf_counter() - begun
    write_probe(site, PAGEFIND_PROBE)
    return Built(site, seconds, tuple(pagefind_index(site / "pagefind")), plain_places(corpus))


def pagefind_index(folder: Path) -> list[Path]:
    """What Pagefind made of the pages, without its own scripts."""
    own = {".js", ".css", ".pagefind"}
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix not in own)


def pagefind_engine(key: str, command: Sequence[str]) -> Engine:
    """One version of Pagefind, by its command."""
    version = subprocess.run([*command, "--version"], check=True, capture_output=True, text=True).stdout
    return Engine(
        key,
        f"Pagefind {version.split()[-1]}",
        partial(build_pagefind, command=command),
        plain_text,
        ("/pagefind/pagefind.js", "/pagefind/pagefind-worker.js", "/pagefind/wasm."),
        cold=15,
    )


def engine_of(key: str, program: Path | None = None) -> Engine:
    """An engine by its key: ours, material, pagefind, or `other`, the Pagefind of a program."""
    match key:
        case "ours":
            return Engine(key, "本库", build_ours, whole_text, ("/assets/search/",), cold=15)
        case "material":
            return Engine(key, "Material", build_material, plain_text, ("/assets/javascripts/",), cold=1)
        case "pagefind":
            return pagefind_engine(key, PAGEFIND)
        case _:
            return pagefind_engine(key, (str(program),))


def fresh(folder: Path) -> Path:
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
