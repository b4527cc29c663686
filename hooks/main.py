"""The adapter: hands the content to MkDocs. The only file that knows MkDocs or Jinja.

A build renders every page; a preview those that somebody looks at, when they do. Nothing is kept
in this module: what a build needs lies in `config.extra`, new for every build, and a preview with
the command that runs it.
"""

import logging
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache, partial
from hashlib import blake2b
from html import escape
from importlib.metadata import version
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlsplit

import click
from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
)
from jinja2.bccache import Bucket
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler, copy_file

from microsite.audit.addresses import read_published
from microsite.audit.all import audit
from microsite.content import wording
from microsite.content.pictures import is_picture
from microsite.content.problems import ContentError
from microsite.desk.front import DESK, SLOT, Front, Render
from microsite.desk.preview import HOPELESS, AttemptError, Preview, stamp
from microsite.desk.sight import Make
from microsite.desk.watching import can_start, watch, watch_days
from microsite.edition import EditionError, edition, finish, finished_later
from microsite.environment import (
    VariableError,
    collect_garbage_seldom,
    current_minute,
    wanted_mode,
    wants_audit,
)
from microsite.outputs.assets import SCRIPTS
from microsite.outputs.cache import Cache
from microsite.outputs.output import Copy, Output
from microsite.outputs.sitemap import SITEMAP
from microsite.pages.share import share
from microsite.pages.view import View
from microsite.plan import plan_of
from microsite.verdict import Verdict, verdict
from microsite.wechat.export import export_all
from microsite.workers import join, split

LOG = logging.getLogger("mkdocs.hooks.microsite")
STORIES = "stories/"
TEMPLATE_CACHE = ".cache/templates"
CODE = "code"
"""What is kept of a template."""
PAGE_MARK = "\x1d"
"""Stands for the address of a page where many pages have the same footer."""
TEMPLATES = Path(__file__).parent / "templates"
PREVIEW = f"{__name__}.preview"
"""Where Click, which runs MkDocs, keeps the preview until the command ends."""
Frame = Callable[..., dict[str, str]]
SETTLING = 0.05
"""Seconds without another change after which a preview looks at those before."""
FILE = 0.7
"""How much work a file is that is no page, if a page is 1: as measured."""
WORTH_A_PROCESS = 150
"""Pages and files that take about as long as starting a process."""


def on_startup(command: str, **_: object) -> None:
    """Begin a preview, which lasts as long as the command does."""
    context = click.get_current_context(silent=True)
    if command == "serve" and context and context.params.get("livereload"):
        context.meta[PREVIEW] = Preview()


def on_config(config: MkDocsConfig) -> None:
    """Load the content and decide on all pages and files, before `site/` is touched."""
    preview = _preview()
    if preview and not preview.is_served:  # if it failed, MkDocs would end: leave it blank
        config.nav = []
        config.theme.static_templates.clear()
        return
    collect_garbage_seldom()
    root = Path(config.config_file_path).parent
    try:
        drafts, known = (True, preview.known) if preview else (False, None)
        judged = verdict(root, current_minute(), wanted_mode(), drafts=drafts, known=known)
        is_audited = wants_audit() and not _serves()
        if preview:
            preview.judge(root, judged)
            config.site_dir = str(preview.room(Path(config.site_dir)))
        planned = plan_of(root, judged)
        made = edition(planned, config.nav or (), config.extra_css, Path(config.docs_dir))
        indexed = None if preview else finish(root, planned)
    except ContentError as error:
        raise PluginError(f"内容有 {len(error.problems)} 处需要修改：\n{error}") from error
    except (EditionError, VariableError) as error:
        raise PluginError(str(error)) from error
    for problem in preview.untold(planned.problems) if preview else planned.problems:
        LOG.info(str(problem))
    site, cards = planned.site, planned.cards
    is_exported = site.bureau.wechat.at_build and not preview
    config.extra.update(site=site, cards=cards, views=planned.views, outputs=made.files)
    config.extra.update(
        plan=planned,
        tabs=made.tabs,
        indexed=indexed,
        asset=made.asset,
        parts=config.extra_css,
        shared=share(planned.views[0], site, cards),  # by the 404 page
        slot=SLOT if preview else "",
        audited=judged if is_audited else None,
        export=partial(export_all, root, site, judged.reading) if is_exported else None,
    )
    config.extra_css = [made.style]
    if preview:
        config.nav = []  # all pages are made on demand
    config.site_name = site.bureau.site_name
    config.site_description = site.bureau.summary
    config.site_url = config.site_url or site.bureau.site_url  # `serve` has set its own
    config.theme.static_templates.discard(SITEMAP)  # ours is made from the content's dates


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what is published in another form or not at all; add the nav's pages.

    A picture itself is never published: only its renditions are, which are free of metadata.
    """
    if "site" not in config.extra:
        return Files([])
    assets = config.extra["site"].assets
    preview = _preview()
    for file in list(files):
        is_page = file.is_documentation_page()
        is_made_otherwise = is_page and (preview or file.src_uri.startswith(STORIES))
        is_part = file.src_uri in config.extra["parts"] or file.src_uri.startswith(SCRIPTS)
        is_ours = file.src_dir == config.docs_dir
        is_hidden = not (is_page or file.src_uri in assets)
        if is_made_otherwise or is_part or is_picture(file.src_uri) or is_hidden or not is_ours:
            files.remove(file)
    named = () if preview else {tab.url for tab in config.extra["tabs"]}
    for view in config.extra["views"]:
        if view.url in named and not view.is_written:
            files.append(_generated(view, config))
    return files


def on_page_markdown(_markdown: str, **_: object) -> str:
    """Leave nothing to convert: the text of written pages has been converted, like all others."""
    return ""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Make the page of every view and the file of every output, in several processes.

    Each process goes on with the build of its own share; `on_post_build` brings them together.
    Pages are still empty: `on_page_context` fills them. A preview makes its pages later.
    """
    if "site" not in config.extra:
        return
    env.bytecode_cache = _KeptTemplates(config, "page")
    if preview := _preview():
        preview.offer(_on_demand(preview, env, config), partial(_later, config))
        return
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
    for item in (*known, *share.of(work, lambda item: 1 if isinstance(item, View) else FILE)):
        match item:
            case Output():
                files.append(File.generated(config, item.url, content=item.content))
            case Copy():
                files.append(File.generated(config, item.url, abs_src_path=str(item.path)))
            case _:
                _page_of(item, config, files).meta = {"view": item}
    config.extra["fill"] = partial(_fill, inner, frame, config)


def on_page_context(_context: object, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Fill a page when it is about to be written, so that not all are in memory at once."""
    config.extra["fill"](page, page.meta["view"])


def on_post_page(_output: str, page: Page, **_: object) -> None:
    """Let go of what has been written; MkDocs keeps every page until the end."""
    page.content = ""
    page.meta = {}


def on_post_build(config: MkDocsConfig) -> None:
    """Wait until every process has done its share, and audit the whole.

    A warning in any of them counts.
    """
    if "share" not in config.extra:
        return
    warnings = config.extra.get("warnings")
    ok = not (config.strict and warnings and warnings.get_counts())
    if not join(config.extra["share"], ok=ok):
        raise PluginError("有页面没有生成，原因见上面")
    with suppress(OSError):
        Cache(Path(config.config_file_path).parent / TEMPLATE_CACHE).clean(())  # all in use is new
    try:
        if judged := config.extra["audited"]:
            _audit(judged, config)
        else:
            _add_index(config)
    except EditionError as error:
        raise PluginError(str(error)) from error
    if (export := config.extra["export"]) and (reason := export()):
        LOG.info("警告：网站照常生成，但%s", reason)  # a warning would stop a strict build


def _add_index(config: MkDocsConfig) -> list[str]:
    """Put the search index into the site, once it is made; return the paths of its files."""
    files: Mapping[str, Path] = config.extra["indexed"]()
    for url, path in files.items():
        copy_file(str(path), str(Path(config.site_dir, url)))
    return [*files]


def _audit(judged: Verdict, config: MkDocsConfig) -> None:
    """Let no site pass in which readers would meet a fault, now that it is written."""
    known = read_published(Path(config.config_file_path).parent)
    states, late = judged.occasion.states, partial(_add_index, config)
    problems = audit(Path(config.site_dir), judged.reading, states, known, late)
    if problems:
        lines = "\n".join(map(str, problems))
        raise PluginError(f"生成的网站有 {len(problems)} 处问题，不能发布：\n{lines}")


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Answer with the last good site and the desk, whatever is wrong with the files."""
    if preview := _preview():
        preview.is_served = True
        base = urlsplit(config.site_url or "").path
        css = Path(config.docs_dir, "assets/css")
        server.set_app(Front(preview, base, css, _desk()))
        docs, settings = Path(config.docs_dir), Path(config.config_file_path)
        paths = (docs, settings, settings.parent / "data", TEMPLATES.parent)
        server.builder = partial(_attempt, preview, paths, Path(server.root), builder)
        server.build_delay = SETTLING
        wake = partial(_wake, server)
        watch(paths, wake)
        Thread(target=watch_days, args=(_today, wake), daemon=True).start()
        wake()
        LOG.info("预览网站：%s　编辑工作台：%s%s　停下按 Ctrl+C", server.url, server.url, DESK)
    return server


def _preview() -> Preview | None:
    """Return the preview that this run of the program is, if it is one."""
    context = click.get_current_context(silent=True)
    found = context and context.meta.get(PREVIEW)
    return found if isinstance(found, Preview) else None


def _serves() -> bool:
    """Tell whether this run of the program only shows the site."""
    context = click.get_current_context(silent=True)
    return context is not None and context.command.name == "serve"


def _attempt(
    preview: Preview, paths: Sequence[Path], folder: Path, builder: Callable[[], None]
) -> None:
    """Build into `folder`, if there is something new; what went wrong is told in the browser."""
    if preview.has_new_code and can_start(Path(__file__)):
        shutil.rmtree(folder, ignore_errors=True)
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - no shell: the very command that started it
    if not preview.has_news(paths, _today()):
        return
    with preview.attempt():
        try:
            builder()
        except (MkDocsException, TemplateError, OSError) as error:
            reason = _reason(error)
            if not isinstance(error, MkDocsException):  # which has been told already
                LOG.error("%s（%s）", reason, error)  # noqa: TRY400 - for editors, who read no traceback
            raise AttemptError(reason) from error
    if preview.sight.has_new_code:
        LOG.error("hooks 里的程序改过了，但有错误，启动不了，仍在用原来的程序")


def _today() -> date:
    return current_minute().date()


def _wake(server: LiveReloadServer) -> None:
    """Let the preview look for what has changed."""
    with server._rebuild_cond:  # noqa: SLF001 - nothing public asks for a build
        server._want_rebuild = True  # noqa: SLF001 - as above
        server._rebuild_cond.notify_all()  # noqa: SLF001 - as above


def _later(config: MkDocsConfig) -> Mapping[str, Make]:
    """Return what a preview shows a little later: share cards, and the search."""
    try:
        return finished_later(Path(config.config_file_path).parent, config.extra["plan"])
    except (EditionError, OSError) as error:
        LOG.warning(str(error))
        return {}


def _on_demand(preview: Preview, env: Environment, config: MkDocsConfig) -> Mapping[str, Make]:
    """Return what makes each page and file when a browser asks for it.

    All templates are read now, so that pages made later are of the same moment as the rest; if any
    has changed, a page of each kind shows whether they are sound.
    """
    inner = _inner(env, config)
    env.auto_reload = inner.auto_reload = False
    for path in TEMPLATES.glob("*.html"):
        env.get_template(path.name)
    for path in TEMPLATES.glob("[!d]*/*.html"):  # not those of the desk
        inner.get_template(path.relative_to(TEMPLATES).as_posix())
    page = partial(_page, env, inner, cache(partial(_frame, inner)), config)
    views: Sequence[View] = config.extra["views"]
    parts = stamp([TEMPLATES, Path(config.docs_dir, "assets")])
    if parts != preview.proved:
        for view in {view.template: view for view in views}.values():
            page(view)
        preview.proved = parts
    files: Sequence[Output | Copy] = config.extra["outputs"]
    pages: Mapping[str, Make] = {f"{view.url}index.html": partial(page, view) for view in views}
    return {**{file.url: file.read for file in files}, **pages}


def _page(
    env: Environment, inner: Environment, frame: Frame, config: MkDocsConfig, view: View
) -> bytes:
    """Return a page as a build would write it."""
    files = Files([])
    try:
        made = _page_of(view, config, files)
        _fill(inner, frame, config, made, view)
        context = get_context(Navigation([], []), files, config, made)
        html = env.get_template("main.html").render(context)
    except (TemplateError, OSError) as error:
        LOG.error("%s（%s）", _reason(error), error)  # noqa: TRY400 - for editors, who read no traceback
        raise AttemptError(_reason(error)) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        LOG.exception(HOPELESS)
        raise AttemptError(HOPELESS) from error
    return html.encode(errors="xmlcharrefreplace")


def _reason(error: BaseException) -> str:
    """Return in Chinese why there is no site."""
    match error:
        case Abort(__context__=BuildError() as cause):
            return _reason(cause)
        case BuildError(__cause__=ContentError()):
            return "内容里有错误"
        case BuildError():
            return str(error)
        case MkDocsException():
            return "mkdocs.yml 里的设置有错，终端里有说明"
        case OSError():
            file = f"（{error.filename}）" if error.filename else ""
            return f"有文件读不出或写不进{file}，请看它在不在、是否被别的程序占用、磁盘是否已满"
    frames = traceback.extract_tb(error.__traceback__)
    at = [(Path(f.filename), f.lineno) for f in frames if f.filename.startswith(str(TEMPLATES))]
    path, line = at[-1] if at else (TEMPLATES, 0)
    return f"模板 {path.relative_to(TEMPLATES.parents[1]).as_posix()} 第{line}行有错"


def _desk() -> Render:
    """Return what renders the desk, even where the templates of the site are broken."""
    env = _strict(Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True))

    def render(name: str, values: Mapping[str, object]) -> str:
        try:
            return env.get_template(f"desk/{name}.html").render(values)
        except TemplateError as error:
            return escape(_reason(error))

    return render


def _count_warnings() -> CountHandler:
    """Return what counts the warnings of this process, as MkDocs counts those of the first."""
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(counter)
    return counter


def _strict(env: Environment) -> Environment:
    """Return `env` as it escapes everything and lets nothing be missing."""
    return env.overlay(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


class _KeptTemplates(BytecodeCache):
    """Templates as Python has read them, kept from build to build.

    Jinja's own cache trusts what it finds, whatever has happened to it, and would not notice that
    another Jinja, or another adapter, reads the same template in another way.
    """

    def __init__(self, config: MkDocsConfig, use: str) -> None:
        """`use` tells environments apart, for every one reads the same template in its own way."""
        self.cache = Cache(Path(config.config_file_path).parent / TEMPLATE_CACHE)
        reader = blake2b(version("jinja2").encode(), digest_size=8)
        reader.update(Path(__file__).read_bytes())
        self.use = f"{reader.hexdigest()}-{use}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what is kept into `bucket`, which looks itself whether it fits the template."""
        key = f"{self.use}-{bucket.key}"
        if self.cache.has(key, [CODE]):
            with suppress(OSError):
                os.utime(self.cache.folder / key)
                bucket.bytecode_from_string(self.cache.path(key, CODE).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in `bucket`, if anything can be kept."""
        with suppress(OSError):
            self.cache.keep(f"{self.use}-{bucket.key}", {CODE: bucket.bytecode_to_string()})


def _inner(env: Environment, config: MkDocsConfig) -> Environment:
    """Return the environment of the views: strict and escaping, unlike the theme's."""
    inner = _strict(env)
    inner.bytecode_cache = _KeptTemplates(config, "view")
    inner.filters |= {
        "day": wording.day_text,
        "month": wording.month_text,
        "weekday": wording.weekday_text,
        "moment": wording.moment_text,
        "iso": wording.iso_text,
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


def _page_of(view: View, config: MkDocsConfig, files: Files) -> Page:
    """Return the page of `view`, which is among `files` from now on."""
    file = files.get_file_from_path(view.uri)
    if file is None:
        file = _generated(view, config)
        files.append(file)
    return file.page or Page(None, file, config)


def _fill(inner: Environment, frame: Frame, config: MkDocsConfig, page: Page, view: View) -> None:
    """Put the content of `view` into its page."""
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
