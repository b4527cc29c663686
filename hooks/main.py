"""The adapter: hands the content to MkDocs. The only file that knows MkDocs or Jinja.

Nothing is kept in this module: what a build needs lies in `config.extra`, new for every build.
"""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from microsite.content import wording
from microsite.content.load import load_site
from microsite.content.problems import ContentError, refuse
from microsite.content.site import Site
from microsite.content.values import SHANGHAI
from microsite.outputs.all import all_outputs
from microsite.outputs.sitemap import sitemap
from microsite.pages.all import all_views
from microsite.pages.home import HomeView, PageView
from microsite.pages.view import View
from microsite.rules.all import all_problems

STORIES = "stories/"


def on_config(config: MkDocsConfig) -> None:
    """Load the content and decide on all pages and files, before `site/` is touched."""
    root = Path(config.config_file_path).parent
    today = _today()
    try:
        site = load_site(root)
        views = all_views(site, today)
        outputs = [*all_outputs(site), sitemap(site.bureau.site_url, views)]
        generated = [view.url for view in views if not _is_written(view)]
        generated += [output.url for output in outputs]
        refuse(all_problems(site, today, generated))
    except ContentError as error:
        raise PluginError(f"内容有 {len(error.problems)} 处需要修改：\n{error}") from error
    config.extra.update(site=site, views=views, outputs=outputs)
    config.site_name = site.bureau.site_name
    config.site_description = site.bureau.summary
    config.site_url = config.site_url or site.bureau.site_url  # `serve` has set its own
    config.theme.static_templates.discard("sitemap.xml")  # ours is made from the content's dates


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add generated pages and files; stories among them, since they are converted already."""
    for file in list(files):
        if file.src_uri.startswith(STORIES) and file.is_documentation_page():
            files.remove(file)
    for view in config.extra["views"]:
        if not _is_written(view):
            files.append(
                File.generated(config, view.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            )
    for output in config.extra["outputs"]:
        files.append(File.generated(config, output.url, content=output.content))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Render every view into its page."""
    site: Site = config.extra["site"]
    inner = env.overlay(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    inner.filters |= {
        "day": wording.day_text,
        "month": wording.month_text,
        "weekday": wording.weekday_text,
        "moment": wording.moment_text,
        "when": wording.when_text,
    }
    inner.globals |= {
        "site": site,
        "STATUS": wording.STATUS,
        "EVERY": wording.EVERY,
        "PER": wording.PER,
    }
    for view in config.extra["views"]:
        file = files.get_file_from_path(_uri(view))
        assert file is not None and file.page is not None  # noqa: PT018 - `on_files` has put it there
        page = file.page
        page.content = inner.get_template(f"views/{view.template}.html").render(
            view=view, root=view.root
        )
        page.title = str(escape(view.title))  # Material prints it as it is
        page.meta = {"view": view}


def _today() -> date:
    """Return the day of the build in Asia/Shanghai, or of `SOURCE_DATE_EPOCH`."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(SHANGHAI).date()


def _is_written(view: View) -> bool:
    """Tell whether MkDocs knows the page from a file of its own in `docs/`."""
    return isinstance(view, HomeView | PageView)


def _uri(view: View) -> str:
    """Return the path below `docs/` of the file behind `view`."""
    return view.source.removeprefix("docs/") if view.source and _is_written(view) else view.uri
