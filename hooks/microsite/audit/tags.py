"""The tags that pages of a government site carry: 国办发〔2017〕47号, and what browsers need."""

import re
from collections.abc import Iterator
from typing import Final

from microsite.audit.page import BuiltPage
from microsite.content.bureau import Bureau

SITE: Final = ("SiteName", "SiteDomain")
COLUMN: Final = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE: Final = ("ArticleTitle", "PubDate", "ContentSource")
ONCE: Final = ("description", "viewport", *SITE, "SiteIDCode", *COLUMN, *ARTICLE)
OF_KIND: Final = (
    (re.compile(r"stories/[0-9]{4}/[^/]+/"), (*COLUMN, *ARTICLE)),
    (re.compile(r"(?:columns|series|events)/(?!page/|[0-9]{4}/)[^/]+/"), COLUMN),
)
"""Addresses of pages, and what they must have besides the tags of every page."""
_NULLS = frozenset({"", "null", "none", "undefined", "nan"})
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")
_ZOOM = re.compile(r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*[01](?:\.0*)?(?![0-9])")


def tag_faults(page: BuiltPage, bureau: Bureau) -> Iterator[str]:
    """Find tags that are missing, repeated, empty, wrong, or outside the head."""
    if page.is_for_readers:
        yield from _document(page, bureau)
        yield from _tags(page, bureau)


def _tags(page: BuiltPage, bureau: Bureau) -> Iterator[str]:
    names = [name for name, _ in page.tags]
    for name in _wanted(page, bureau):
        if name not in names:
            yield f"缺少页面标签 {name}"
    for name in ONCE:
        if names.count(name) > 1:
            yield f"页面标签 {name} 写了 {names.count(name)} 次，只能有一个"
    for name, content in page.tags:
        if content.strip().lower() in _NULLS:
            yield f"页面标签 {name} 是空的"
    if (domain := page.tag("SiteDomain")) and domain != bureau.host:
        yield f"页面标签 SiteDomain 应是 “{bureau.host}”，写的是 “{domain}”"
    if (date := page.tag("PubDate")) and not _DATE.fullmatch(date):
        yield f"页面标签 PubDate 应写成 2023-04-21 09:30，写的是 “{date}”"
    if _ZOOM.search(page.tag("viewport") or ""):
        yield "viewport 不能禁止缩放"


def _document(page: BuiltPage, bureau: Bureau) -> Iterator[str]:
    if page.language != "zh-CN":
        yield f"html 的 lang 应是 zh-CN，写的是 “{page.language}”"
    if len(page.titles) != 1 or not page.titles[0]:
        yield f"每页要有一个标题 title，这里有 {len(page.titles)} 个"
    if page.canonicals != (f"{bureau.site_url}{page.url}",):
        found = "、".join(page.canonicals) or "没有"
        yield f"规范网址 canonical 应是 “{bureau.site_url}{page.url}”，写的是 “{found}”"
    for name in page.strays:
        yield f"标签 {name} 在 head 以外，不起作用"
    for id in page.repeated_ids:
        yield f"编号 id=“{id}” 用了不止一次"


def _wanted(page: BuiltPage, bureau: Bureau) -> Iterator[str]:
    yield from ("description", "viewport", *SITE)
    if bureau.site_id:
        yield "SiteIDCode"
    if page.is_listed:
        yield from next((tags for form, tags in OF_KIND if form.fullmatch(page.url)), ())
