"""The page from which an editor copies a story into WeChat, and what to look at before sending."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from string import Template
from typing import Final
from xml.etree import ElementTree as ET

from microsite.wechat.limits import AUTHOR, CHARACTERS, DIGEST, TITLE
from microsite.wechat.markup import markup
from microsite.wechat.package import Package

OWN: Final = Path(__file__).parent
PAGE: Final = OWN / "copy.html"
STYLE: Final = OWN / "copy.css"
SCRIPT: Final = OWN / "copy.js"
PARTS: Final = {"style": STYLE, "script": SCRIPT}
HERE: Final = "\x1d"
"""Stands for the article, which is HTML already."""
CHECKS: Final = (
    "标题、作者、摘要、原文链接都填好了",
    "正文粘贴后，标题、列表、表格的样子和这里的预览一样",
    "每一处“［此处插入 …］”都换成了图片，提示文字已删去",
    "封面两种比例都传了，裁剪框里的字没有被切掉",
    "文末的链接编号和正文里的对得上",
    "“阅读原文”点得开",
    "发预览到手机看过：字够大，图清楚，没有错字",
    "内容和网站上审完的一致；改过的要先在网站上重新审核",
)


def copy_page(package: Package) -> str:
    """Return a whole page that needs nothing but the pictures beside it."""
    texts = {name: file.read_text(encoding="utf-8") for name, file in PARTS.items()}
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        texts, title=escape(f"微信版：{package.title}"), main=main(package)
    )


def main(package: Package, problems: Iterable[str] = ()) -> str:
    """Return what stands on the page, with the `problems` that WeChat would have."""
    said = tuple(problems)
    page = _e("div", "wx", inside=(*_top(package, said), _columns(package)))
    return markup(page).replace(HERE, package.article.html)


def _e(
    tag: str,
    name: str = "",
    text: str = "",
    inside: Iterable[ET.Element] = (),
    **attributes: str,
) -> ET.Element:
    """Return an element of a class; attributes are written with `_` for `-`."""
    known = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    element = ET.Element(tag, {"class": name, **known} if name else known)
    element.text = text
    element.extend(inside)
    return element


def _top(package: Package, problems: tuple[str, ...]) -> Iterator[ET.Element]:
    yield _e("h1", "wx-title", f"微信版：{package.title}")
    if package.state:
        text = f"这是草稿（{package.state}），没有审完，只供内部查看，不得发布到公众号。"
        yield _e("p", "wx-alarm", text, role="alert")
    if problems:
        items = tuple(_e("li", "", problem) for problem in problems)
        listed = _e("ul", "wx-alarm__list", inside=items)
        yield _e("div", "wx-alarm", "公众号装不下，先改：", (listed,), role="alert")


def _columns(package: Package) -> ET.Element:
    steps = (
        *_fields(package),
        *_body(package),
        *_pictures(package),
        *_covers(package),
        *_checks(),
    )
    sides = (_e("div", inside=steps), _e("div", "wx-side", inside=_phone(package)))
    return _e("div", "wx-columns", inside=sides)


def _heading(text: str) -> ET.Element:
    return _e("h2", "wx-heading", text)


def _fields(package: Package) -> Iterator[ET.Element]:
    yield _heading("一、填标题、作者、摘要和链接")
    fields = (
        _field("标题", package.title, TITLE),
        _field("作者", package.author, AUTHOR),
        _field("摘要", package.digest, DIGEST),
        _field("原文链接", package.link),
    )
    yield _e("dl", "wx-fields", inside=fields)


def _field(name: str, value: str, most: int = 0) -> ET.Element:
    count = f"（{len(value)}/{most} 字）" if most else "（填在“阅读原文”里）"
    button = _e("button", "wx-minor", f"复制{name}", type="button", data_wx_field=name)
    said = (
        _e("dt", "wx-field__name", name + count),
        _e("dd", "wx-field__value", value, data_wx_value=name),
        _e("dd", "wx-field__act", inside=(button,)),
    )
    return _e("div", "wx-field", inside=said)


def _body(package: Package) -> Iterator[ET.Element]:
    article = package.article
    count = f"正文连排版记号 {len(article.html)} 个字符（要少于 {CHARACTERS} 个），"
    yield _heading("二、复制正文")
    yield _e("p", "wx-text wx-soft", f"{count}图片 {len(package.pictures)} 张。")
    button = _e("button", "wx-button", "复制到公众号", type="button", data_wx_copy="")
    yield _e("p", "wx-text", inside=(button,))
    yield _e("p", "wx-text wx-note", role="status", data_wx_note="")
    for name, text in (("html", article.html), ("text", article.text)):
        yield _e("textarea", "", text, hidden="hidden", readonly="readonly", data_wx_source=name)


def _pictures(package: Package) -> Iterator[ET.Element]:
    yield _heading("三、插入图片")
    if not package.pictures:
        yield _e("p", "wx-text", "正文里没有图片，跳过这一步。")
        return
    yield _e("p", "wx-text", "正文里写着“［此处插入 …］”的地方，换成同名的图片，再删去那行字。")
    figures = (_picture(one.name, one.alt) for one in package.article.inserts)
    yield _e("ul", "wx-pictures", inside=figures)


def _covers(package: Package) -> Iterator[ET.Element]:
    yield _heading("四、上传封面")
    names = package.cover.names
    if not names:
        yield _e("p", "wx-text", "没有现成的封面，请自己做一张（2.35:1，例如 1200×511 像素）。")
        return
    yield _e("p", "wx-text", "先传 2.35 比 1 的；分享图用 1 比 1 的。")
    figures = (_picture(name, "封面") for name in names)
    yield _e("ul", "wx-pictures", inside=figures)


def _picture(name: str, alt: str) -> ET.Element:
    image = _e("img", "wx-picture__image", src=name, alt=alt)
    label = _e("span", "wx-picture__name", name)
    label.tail = alt if alt != "封面" else ""
    return _e("li", "wx-picture", inside=(image, label))


def _checks() -> Iterator[ET.Element]:
    yield _heading("五、发出以前")
    yield _e("ul", "wx-checks", inside=map(_check, CHECKS))


def _check(text: str) -> ET.Element:
    box = _e("input", "wx-check__box", type="checkbox")
    box.tail = text
    return _e("li", inside=(_e("label", "wx-check", inside=(box,)),))


def _phone(package: Package) -> Iterator[ET.Element]:
    yield _heading("手机上的样子")
    said = (
        _e("p", "wx-screen__title", package.title),
        _e("p", "wx-screen__by", package.author),
        _e("div", "", HERE, data_wx_article=""),
    )
    screen = _e("div", "wx-screen", inside=said, tabindex="0", role="region", aria_label="预览")
    yield _e("div", "wx-phone", inside=(screen,))
