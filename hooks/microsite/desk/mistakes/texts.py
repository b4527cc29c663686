"""Mistakes in texts: headings, links, pictures, and what was allowed."""

from microsite.desk.mistakes.mistake import Mistake

STORY = "docs/stories/2026/community-orders.md"
SOURCE = "source: 市住建局"

LINKS = (
    Mistake(
        "heading-level",
        "正文里有一级标题",
        "文章的标题已在开头写明，正文里的小标题从“## ”开始。",
        STORY,
        "# 怎么点单",
        "## 怎么点单",
    ),
    Mistake(
        "link-unknown",
        "链接指向的内容不存在",
        "请照提示改编号或文件名。",
        STORY,
        "[大讲堂](series:lecture-hal)",
        "[大讲堂](series:lecture-hall)",
    ),
    Mistake(
        "link-scheme",
        "链接的开头不认识",
        "站内的写成“series:编号”“event:编号”等，外站的以 https:// 开头。",
        STORY,
        "[大讲堂](serie:lecture-hall)",
        "[大讲堂](series:lecture-hall)",
    ),
    Mistake(
        "link-absolute",
        "站内链接以 / 开头",
        "网站可能放在子目录里，请写“series:编号”这样的写法，或相对路径。",
        STORY,
        "[大讲堂](/series/lecture-hall/)",
        "[大讲堂](series:lecture-hall)",
    ),
    Mistake(
        "link-anchor",
        "没有这个小标题",
        "“#”后面的小标题在那个页面上找不到，请照提示改。",
        STORY,
        "about.md#谁在看",
        "about.md#谁在办",
    ),
)

PICTURES = (
    Mistake(
        "cover-missing",
        "封面图片不存在",
        "图片放在 docs/assets/pictures/ 里，这里写文件名。",
        STORY,
        f"{SOURCE}\ncover: lamp.jpg\ncover_alt: 路灯",
        SOURCE,
    ),
    Mistake(
        "cover-alt",
        "封面没有说明",
        "给看不见图片的读者写一句图上是什么。",
        STORY,
        f"{SOURCE}\ncover: lamp.jpg",
        SOURCE,
    ),
    Mistake(
        "image-alt",
        "图片没有文字说明",
        "在方括号里写明图上是什么，给看不见图片的读者。",
        STORY,
        "![](https://pictures.example/lamp.jpg)先告诉社区",
        "先告诉社区",
    ),
    Mistake(
        "image-external",
        "用了别的网站上的图片",
        "请下载后放进 docs/assets/pictures/。",
        STORY,
        "![灯](https://pictures.example/lamp.jpg)先告诉社区",
        "先告诉社区",
    ),
    Mistake(
        "picture-missing",
        "图片记录没有图片",
        "data/pictures.yml 里写的文件名，docs/assets/pictures/ 里没有，请照提示改。",
    ),
    Mistake(
        "map-number-form",
        "审图号的写法不对",
        "照地图上印的写，像 GS(2024)0000号、某S(2024)000号 这样。",
    ),
    Mistake("picture-format", "图片的格式不能用", "请导出为 JPG 或 PNG。"),
    Mistake(
        "privacy-picture",
        "图片里带着拍摄地点或设备主人",
        "照片文件会记下拍摄的位置、设备主人和编号。在电脑上右键打开属性、详细信息，点“删除属性和个人信息”。",
    ),
    Mistake("picture-damaged", "图片打不开", "请用看图软件打开它，另存为 JPG 或 PNG。"),
    Mistake("picture-large", "图片文件太大", "最多 10 MB，请缩小后再放进来。"),
    Mistake("picture-pixels", "图片的像素太多", "宽 2000 像素就够，请缩小后再放进来。"),
    Mistake("picture-long", "图片太长", "请切成几张。"),
    Mistake("picture-animated", "图片会动", "请选一帧导出为 JPG 或 PNG。"),
)

ALLOWANCES = (
    Mistake(
        "allow-reason",
        "允许例外没有写理由",
        "写成“允许 编号：理由”。",
        STORY,
        "summary: 从点单到办结... # 允许 ellipsis",
        "summary: 从点单到办结。",
    ),
    Mistake(
        "allow-unknown",
        "没有可以允许的编号",
        "编号写错了，或这一条不能例外。",
        STORY,
        "summary: 从点单到办结。 # 允许 elipsis：原文如此",
        "summary: 从点单到办结。",
    ),
    Mistake(
        "allow-unused",
        "多余的允许",
        "这里已经没有这个问题，请删去这条“允许”。",
        STORY,
        "summary: 从点单到办结。 # 允许 ellipsis：原文如此",
        "summary: 从点单到办结。",
    ),
)
