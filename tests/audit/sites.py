"""A small built site to damage."""

from collections.abc import Mapping
from pathlib import Path

SITE_URL = "https://zhujian.example/sub/"
HEAD = """\
<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="description" content="一句话">
<meta name="SiteName" content="名"><meta name="SiteDomain" content="zhujian.example">
"""
HOME = f"""{HEAD}<title>首页</title><link rel="canonical" href="{SITE_URL}">
<link rel="stylesheet" href="assets/css/site.css">
</head><body><a href="about/">关于</a><a href="about/#who">是谁</a>
<img src="assets/a.svg" srcset="assets/a.svg 1x, assets/b.svg 2x" alt="">
<script src="assets/js/frame.js" type="module"></script></body></html>
"""
ABOUT = f"""{HEAD}<title>关于</title><link rel="canonical" href="{SITE_URL}about/">
</head><body><h2 id="who">是谁</h2><a href="../">首页</a></body></html>
"""
FILES = {
    "index.html": HOME,
    "about/index.html": ABOUT,
    "404.html": f"{HEAD}<title>找不到</title></head><body><a href='/sub/'>首页</a></body></html>",
    "assets/a.svg": "<svg><symbol id='x'/></svg>",
    "assets/b.svg": '<svg><symbol id="x"/></svg>',
    "assets/css/site.css": "a{background:url(../a.svg)}",
    "assets/js/frame.js": 'import"./other.js";',
    "assets/js/other.js": "export default 1;",
    "feed.xml": f'<feed><link href="{SITE_URL}about/"/></feed>',
    "events.ics": f"BEGIN:VCALENDAR\r\nURL:{SITE_URL}abo\r\n ut/\r\nEND:VCALENDAR\r\n",
}


def write(folder: Path, changes: Mapping[str, str | bytes]) -> Path:
    """Write the small site with `changes` below `folder`, and return where it is."""
    for path, content in {**FILES, **changes}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
