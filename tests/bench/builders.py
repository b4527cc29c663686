"""Those whose builds are compared: each a project with the same stories, and a command.

Only this project can do anything with the records; `as_pages` lets the other builders, the blog
apart, make a page of each as well. None of them has a search, and Material no page in its nav but
the first, which would be slower by far.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import generate

from build_site import ROOT

FRONT = re.compile(r"(?m)^series: (?P<series>.+)\npublished: (?P<day>\S+) .+$")
RECORD = re.compile(r"(?m)^(?P<id>\S+):\n(?P<facts>(?: .+\n)+)")
STARTS = re.compile(r"\bstart: (?P<day>\S+)")
TITLE = re.compile(r"\btitle: (?P<title>.+)")
LAX = """\
nav: [{Home: index.md}]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, unrecognized_links: ignore}}
"""
MATERIAL = f"site_name: Stories\ntheme: {{name: material, language: zh, font: false}}\n{LAX}"
"""Followed by the plugins."""
MKDOCS = f"site_name: Stories\ntheme: {{name: mkdocs, highlightjs: false}}\nplugins: []\n{LAX}"
BARE = f"site_name: Stories\ntheme: {{name: null, custom_dir: theme}}\nplugins: []\n{LAX}"
HUGO = """\
baseURL = "https://example.org/"
locale = "zh-cn"
title = "Stories"
[params]
hasCJKLanguage = true
"""
BARE_PAGE = """\
<!doctype html>
<html lang="zh">
<head><meta charset="utf-8"><title>{{ page.title }}</title></head>
<body><main>{{ page.content }}</main></body>
</html>
"""
HUGO_BASE = """\
<!doctype html>
<html lang="zh">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>{{ block "main" . }}{{ end }}</main></body>
</html>
"""
HUGO_PAGE = '{{ define "main" }}{{ .Content }}{{ end }}\n'
HUGO_LIST = """\
{{ define "main" }}{{ $shown := .Paginate .Pages }}
<ul>{{ range $shown.Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}
{{ .Params.summary }}</li>
{{ end }}</ul>
{{ with $shown.Next }}<a href="{{ .URL }}">next</a>{{ end }}
{{ end }}
"""


@dataclass(frozen=True, slots=True)
class Builder:
    """One way to make a site of the stories."""

    title: str
    prepare: Callable[[Path, Path, bool], None]
    """Makes the project in a folder, of what our project has; also of the records, if asked to."""
    command: Callable[[str], list[str]]
    """Builds into the folder of that name."""
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_ours(self) -> bool:
        """Whether it builds our project itself."""
        return self.prepare is _nothing_new

    @property
    def environment(self) -> dict[str, str]:
        """The variables of a build, which may keep the Python code that it has compiled."""
        given = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
        return {**os.environ, **given, **self.variables}


def prepare(folder: Path, size: int) -> Path:
    """Return this project with that many stories, and as many records."""
    generate(folder, size, size)
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def _searched(folder: Path, ours: Path, _as_pages: bool) -> None:  # noqa: FBT001 - passed by name
    """Copy our project, and let it make the search as well."""
    shutil.copytree(ours, folder, ignore=shutil.ignore_patterns(".cache"))
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    bureau = folder / "data/bureau.yml"
    text = bureau.read_text(encoding="utf-8")
    bureau.write_text(text.replace("search: false", "search: true"), encoding="utf-8")


def _with_mkdocs(target: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-d", target]


def _with_hugo(target: str) -> list[str]:
    return [str(Path(sys.executable).with_name("hugo")), "--quiet", "--destination", target]


def _nothing_new(_folder: Path, _ours: Path, _as_pages: bool) -> None:  # noqa: FBT001 - passed by name
    """Leave our project as it is."""


def _site_of(settings: str) -> Callable[[Path, Path, bool], None]:
    """Return what prepares a site of MkDocs."""

    def write(folder: Path, ours: Path, as_pages: bool) -> None:  # noqa: FBT001 - passed by name
        _write(folder / "mkdocs.yml", settings)
        _write(folder / "docs/index.md", "# Stories\n")
        _write(folder / "theme/main.html", BARE_PAGE)
        _write_content(folder / "docs", ours, as_pages=as_pages)

    return write


def _blog(folder: Path, ours: Path, _as_pages: bool) -> None:  # noqa: FBT001 - passed by name
    _write(folder / "mkdocs.yml", f"{MATERIAL}plugins: [blog]\n")
    _write(folder / "docs/index.md", "# Stories\n")
    _write(folder / "docs/blog/index.md", "# Blog\n")
    for name, text in _stories(ours):
        first, second = text.split("\n\n", 1)
        _write(folder / "docs/blog/posts" / name, f"{first}\n\n<!-- more -->\n\n{second}")


def _hugo(folder: Path, ours: Path, as_pages: bool) -> None:  # noqa: FBT001 - passed by name
    _write(folder / "hugo.toml", HUGO)
    _write(folder / "layouts/baseof.html", HUGO_BASE)
    _write(folder / "layouts/page.html", HUGO_PAGE)
    _write(folder / "layouts/list.html", HUGO_LIST)
    _write_content(folder / "content", ours, as_pages=as_pages)


def _write_content(folder: Path, ours: Path, *, as_pages: bool) -> None:
    for name, text in _stories(ours):
        _write(folder / "stories" / name, text)
    for name, text in _records(ours) if as_pages else ():
        _write(folder / "events" / name, text)


def _stories(ours: Path) -> Iterator[tuple[str, str]]:
    """Return name and text of each story, with dates and sections as other builders know them."""
    for path in sorted((ours / "docs/stories").rglob("bench-*.md")):
        text = path.read_text(encoding="utf-8")
        plain = FRONT.sub(r"categories: [\g<series>]\ndate: \g<day>", text, count=1)
        yield f"{path.parent.name}/{path.name}", plain


def _records(ours: Path) -> Iterator[tuple[str, str]]:
    """Return name and text of a page for each record, which tells its facts."""
    for path in sorted((ours / "data/events").glob("*.yml")):
        for record in RECORD.finditer(path.read_text(encoding="utf-8")):
            facts = record["facts"]
            title, starts = TITLE.search(facts), STARTS.search(facts)
            front = f"title: {title and title['title']}\ndate: {starts and starts['day']}\n"
            listed = "".join(f"- {line.strip()}\n" for line in facts.splitlines())
            yield f"{path.stem}/{record['id']}.md", f"---\n{front}---\n{listed}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


OURS = Builder("this project", _nothing_new, _with_mkdocs, {"SITE_AUDIT": "no"})
AUDITED = Builder("this project, audited", _nothing_new, _with_mkdocs, {"SITE_AUDIT": "yes"})
BUILDERS: Mapping[str, Builder] = {
    "ours": OURS,
    "audited": AUDITED,
    "searched": Builder("the same, with the search", _searched, _with_mkdocs, AUDITED.variables),
    "blog": Builder("Material's blog plugin", _blog, _with_mkdocs),
    "material": Builder("Material, fixed nav", _site_of(f"{MATERIAL}plugins: []\n"), _with_mkdocs),
    "mkdocs": Builder("MkDocs' own theme, fixed nav", _site_of(MKDOCS), _with_mkdocs),
    "bare": Builder("MkDocs, a theme of five lines", _site_of(BARE), _with_mkdocs),
    "hugo": Builder("Hugo", _hugo, _with_hugo),
}
