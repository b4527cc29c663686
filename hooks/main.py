"""The adapter: hands the content to MkDocs. The only file that knows MkDocs or Jinja.

Nothing is kept in this module: what a build needs lies in `config.extra`, new for every build.
"""

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from microsite.cards.cards import Cards, draw
from microsite.content import wording
from microsite.content.pictures import is_picture
from microsite.content.problems import ContentError
from microsite.environment import (
    VariableError,
    collect_garbage_seldom,
    current_minute,
    wanted_mode,
)
from microsite.outputs.assets import SCRIPTS, STYLE, assets
from microsite.outputs.output import Copy, Output
from microsite.pages.search import INDEX
from microsite.pages.share import share
from microsite.pages.view import Crumb, View
from microsite.plan import Plan, plan
from microsite.search.index import IndexingError, index
from microsite.search.records import records
from microsite.workers import join, split

LOG = logging.getLogger("mkdocs.hooks.microsite")
STORIES = "stories/"
SITEMAP = "sitemap.xml"
PAGE_MARK = "\x1d"
"""Stands for the address of a page where many pages have the same footer."""
Frame = Callable[..., dict[str, str]]
WORTH_A_PROCESS = 150
"""Pages and files that take about as long as starting a process."""


def on_config(config: MkDocsConfig) -> None:
    """Load the content and decide on all pages and files, before `site/` is touched."""
    collect_garbage_seldom()
    try:
        root = Path(config.config_file_path).parent
        planned = plan(root, current_minute(), wanted_mode())
    except ContentError as error:
        raise PluginError(f"内容有 {len(error.problems)} 处需要修改：\n{error}") from error
    except VariableError as error:
        raise PluginError(str(error)) from error
    _draw(planned.cards)
    for problem in planned.problems:
        LOG.info(str(problem))
    site, cards = planned.site, planned.cards
    config.extra["index"] = _index(planned, config) if site.bureau.search else None
    tabs = list(_tabs(config, planned.views))
    published = _assets(config)
    files = (*planned.outputs, *planned.copies, *published.values())
    config.extra.update(site=site, cards=cards, views=planned.views, outputs=files, tabs=tabs)
    config.extra.update(
        parts=config.extra_css,
        asset=lambda name: published[name].url,
        shared=share(planned.views[0], site, cards),  # by the 404 page
    )
    config.extra_css = [published[STYLE].url]
    config.site_name = site.bureau.site_name
    config.site_description = site.bureau.summary
    config.site_url = config.site_url or site.bureau.site_url  # `serve` has set its own
    config.theme.static_templates.discard(SITEMAP)  # ours is made from the content's dates


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what is published in another form or not at all; add the nav's pages.

    A picture itself is never published: only its renditions are, which are free of metadata.
    """
    assets = config.extra["site"].assets
    for file in list(files):
        is_story = file.src_uri.startswith(STORIES) and file.is_documentation_page()
        is_part = file.src_uri in config.extra["parts"] or file.src_uri.startswith(SCRIPTS)
        is_ours = file.src_dir == config.docs_dir
        is_hidden = not (file.is_documentation_page() or file.src_uri in assets)
        if is_story or is_part or is_picture(file.src_uri) or is_hidden or not is_ours:
            files.remove(file)
    named = {tab.url for tab in config.extra["tabs"]}
    for view in config.extra["views"]:
        if view.url in named and not view.is_written:
            files.append(_generated(view, config))
    return files


def on_page_markdown(_markdown: str, **_: object) -> str:
    """Leave nothing to convert: the text of written pages has been converted, like all others."""
    return ""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Render every view into its page and every output into its file, in several processes.

    Each process goes on with the build of its own share; `on_post_build` brings them together.
    """
    views: list[View] = config.extra["views"]
    known = [view for view in views if files.get_file_from_path(view.uri)]
    work = [*config.extra["outputs"], *(view for view in views if view not in known)]
    share = config.extra["share"] = split(len(work) // WORTH_A_PROCESS)
    if not share.is_parent:
        known.clear()
        config.theme.static_templates.clear()
        config.extra["warnings"] = _count_warnings()
        for file in list(files):
            files.remove(file)
    inner = _inner(env, config)
    frame = cache(partial(_frame, inner))
    for item in (*known, *share.of(work, lambda item: 1 if isinstance(item, View) else 0.4)):
        match item:
            case Output():
                files.append(File.generated(config, item.url, content=item.content))
            case Copy():
                files.append(File.generated(config, item.url, abs_src_path=str(item.path)))
            case _:
                _render(item, inner, frame, config, files)


def on_post_build(config: MkDocsConfig) -> None:
    """Wait until every process has written its share; a warning in any of them counts."""
    warnings = config.extra.get("warnings")
    ok = not (config.strict and warnings and warnings.get_counts())
    if not join(config.extra["share"], ok=ok):
        raise PluginError("有页面没有生成，原因见上面")
    if folder := config.extra["index"]:
        shutil.copytree(folder, Path(config.site_dir, INDEX), dirs_exist_ok=True)


def _index(planned: Plan, config: MkDocsConfig) -> Path:
    """Return the folder of the search index, which is made while `site/` is still untouched."""
    root = Path(config.config_file_path).parent
    try:
        return index(records(planned.site, planned.views), root)
    except IndexingError as error:
        raise PluginError(str(error)) from error


def _draw(cards: Cards) -> None:
    try:
        draw(cards)
    except OSError as error:
        raise PluginError(
            f"分享图没有画成（{error.filename or '字体坏了'}）：请看磁盘是否已满、.cache 能否写；"
            "字体坏了请删去 node_modules 和 .venv/site-ready，再运行 make site"
        ) from error


def _tabs(config: MkDocsConfig, views: Sequence[View]) -> Iterator[Crumb]:
    """Return the pages that the nav names, all of them at the top."""
    urls = {view.uri: view.url for view in views}
    for item in config.nav or ():
        if not isinstance(item, dict) or not all(uri in urls for uri in map(str, item.values())):
            raise PluginError(
                f"mkdocs.yml 的 nav 每项要写成“标题: 文件”，不能分组：{item}，没有这个页面"
            )
        yield from (Crumb(title, urls[uri]) for title, uri in item.items())


def _assets(config: MkDocsConfig) -> Mapping[str, Output]:
    """Return styles and scripts by the names that pages ask for."""
    docs = Path(config.docs_dir)
    if missing := [path for path in config.extra_css if not (docs / path).is_file()]:
        raise PluginError(
            f"mkdocs.yml 的 extra_css 里，docs/ 下没有这些文件：{'、'.join(missing)}"
        )
    return assets(docs, config.extra_css)


def _count_warnings() -> CountHandler:
    """Return what counts the warnings of this process, as MkDocs counts those of the first."""
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(counter)
    return counter


def _inner(env: Environment, config: MkDocsConfig) -> Environment:
    """Return the environment of the views: strict and escaping, unlike the theme's."""
    inner = env.overlay(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    inner.filters |= {
        "day": wording.day_text,
        "month": wording.month_text,
        "weekday": wording.weekday_text,
        "moment": wording.moment_text,
        "when": wording.when_text,
        "status": wording.status_text,
        "unit": wording.unit_text,
    }
    inner.globals |= {
        "site": config.extra["site"],
        "tabs": config.extra["tabs"],
        "STATUS": wording.STATUS,
        "EVERY": wording.EVERY,
        "page_mark": PAGE_MARK,
    }
    return inner


def _frame(inner: Environment, root: str, section: str, *, is_top: bool) -> dict[str, str]:
    """Return what stands above and below all pages of one section at one depth."""
    values = {"root": root, "section": section, "is_top": is_top}
    return {
        name: inner.get_template(f"frame/{name}.html").render(values)
        for name in ("header", "footer")
    }


def _render(
    view: View, inner: Environment, frame: Frame, config: MkDocsConfig, files: Files
) -> None:
    """Put the content of `view` into its page."""
    file = files.get_file_from_path(view.uri)
    if file is None:
        file = _generated(view, config)
        files.append(file)
    page = file.page or Page(None, file, config)
    template = inner.get_template(f"views/{view.template}.html")
    page.content = template.render(view=view, root=view.root)
    page.toc = TableOfContents([])  # the theme would link to a heading of its own conversion
    section = view.trail[0].url if view.trail else view.url
    framed = frame(view.root, section, is_top=section == view.url)
    address = quote(f"{config.extra['site'].bureau.site_url}{view.url}", safe="")
    footer = framed["footer"].replace(PAGE_MARK, address)
    shared = share(view, config.extra["site"], config.extra["cards"])
    page.meta = {"view": view, "share": shared, "header": framed["header"], "footer": footer}


def _generated(view: View, config: MkDocsConfig) -> File:
    return File.generated(config, view.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
