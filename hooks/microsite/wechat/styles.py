"""What WeChat keeps of an article: tags, inline styles, solid colours; and the styles of ours."""

import re
from typing import Final

TAGS: Final = frozenset(
    {
        *("section", "p", "h2", "h3", "strong", "em", "span", "blockquote", "ul", "ol", "li"),
        *("table", "thead", "tbody", "tr", "th", "td", "br", "hr", "code", "pre"),
    }
)
STYLE: Final = "style"
"""The only attribute."""

ROOT: Final = "font-size:16px;line-height:1.8;color:#25201d"
HEAD: Final = "margin:0 0 24px"
BODY: Final = "margin:0"
"""Of the section that holds the story's own words; nothing else has it."""
FOOT: Final = "margin:32px 0 0"
ALARM: Final = "margin:0 0 12px;padding:8px 12px;color:#ffffff;background-color:#c2070f"
SAMPLE: Final = "margin:0 0 12px;padding:8px 12px;color:#7a530c;background-color:#fbf3e1"
REMARK: Final = "margin:0 0 12px;padding:8px 12px;color:#5a514b;background-color:#f3eee6"
PARAGRAPH: Final = "margin:0 0 16px"
HEADING: Final = (
    "margin:32px 0 16px;padding:0 0 0 10px;border-left:4px solid #c2070f;"
    "font-size:19px;line-height:1.5;font-weight:bold"
)
SUBHEADING: Final = "margin:24px 0 12px;font-size:17px;font-weight:bold;color:#c2070f"
MINOR: Final = "margin:16px 0 8px;font-weight:bold"
FIGURE: Final = "margin:0 0 20px"
PLACEHOLDER: Final = (
    "margin:0 0 8px;padding:20px 12px;border:1px dashed #b98a35;"
    "color:#7a530c;background-color:#fbf3e1;text-align:center"
)
INLINE_PLACEHOLDER: Final = "color:#7a530c;background-color:#fbf3e1"
CAPTION: Final = "margin:0;font-size:14px;color:#5a514b;text-align:center"
NOTE: Final = "font-size:12px;color:#7a530c"
MARKER: Final = "color:#c2070f"
NESTED: Final = "margin:4px 0 0;padding:0 0 0 20px"
SMALL: Final = "margin:0 0 8px;font-size:14px;line-height:1.7;color:#5a514b;word-break:break-all"
KEY: Final = (
    "width:25%;padding:8px 10px;border:1px solid #e5dcd1;"
    "background-color:#f3eee6;text-align:left;font-weight:bold"
)
_CELL: Final = "padding:8px 10px;border:1px solid #e5dcd1"
_LIST: Final = "margin:0 0 16px;padding:0 0 0 24px"

OF_TAG: Final[dict[str, str]] = {
    "p": PARAGRAPH,
    "h2": HEADING,
    "h3": SUBHEADING,
    "blockquote": "margin:0 0 16px;padding:12px 16px 1px;border-left:3px solid #b98a35;"
    "color:#5a514b;background-color:#faf7f2",
    "ul": _LIST,
    "ol": _LIST,
    "li": "margin:0 0 8px",
    "table": "width:100%;margin:0 0 16px;border-collapse:collapse;font-size:15px;line-height:1.6",
    "th": f"{_CELL};background-color:#f3eee6;text-align:left;font-weight:bold",
    "td": _CELL,
    "hr": "margin:24px 0;border:0;border-top:1px solid #e5dcd1",
    "code": "padding:2px 4px;background-color:#f3eee6;font-size:14px;word-break:break-all",
    "pre": "margin:0 0 16px;padding:12px;background-color:#f3eee6;font-size:14px;"
    "line-height:1.6;white-space:pre-wrap;word-break:break-all",
}
"""Of what a story is written in; what is not named here needs none."""

ADDED: Final = frozenset({PLACEHOLDER, INLINE_PLACEHOLDER, NOTE, MARKER})
"""Styles of what stands among the story's own words without being one of them."""

PROPERTIES: Final = frozenset(
    {
        *("margin", "padding", "width", "color", "background-color", "text-align", "font-size"),
        *("font-weight", "line-height", "white-space", "word-break"),
        *("border", "border-top", "border-left", "border-collapse"),
    }
)
_COLOURED: Final = frozenset({"color", "background-color"})
_SOLID: Final = re.compile("#[0-9a-f]{6}", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[-#.%\w ]+", re.ASCII)


def kept_style(style: str) -> str:
    """Return what WeChat keeps of an inline `style`: no function, no colour but a solid one."""
    declarations = (one.partition(":") for one in style.split(";"))
    parted = ((name.strip().lower(), value.strip()) for name, _, value in declarations)
    return ";".join(f"{name}:{value}" for name, value in parted if _is_kept(name, value))


def _is_kept(name: str, value: str) -> bool:
    form = _SOLID if name in _COLOURED else _PLAIN
    return name in PROPERTIES and form.fullmatch(value) is not None
