"""Mistakes in files as such: where they lie, their letters, where their front matter ends."""

from microsite.desk.mistakes.mistake import Mistake

EVENTS = "data/events/2026-01.yml"

FILES = (
    Mistake("file-missing", "缺少文件", "网站少不了这个文件，请从备份恢复，或照说明新建。"),
    Mistake(
        "file-unknown",
        "文件放错了地方",
        "这个文件不会被读取，多半是文件名或扩展名写错了，或放错了文件夹。",
    ),
    Mistake("file-unreadable", "文件打不开", "它是一个文件夹，或没有读取的权限。"),
    Mistake("file-large", "文件太大", "一个文件最多 4 MB，请拆成几个文件。"),
    Mistake("file-encoding", "文件不是 UTF-8 编码", "请用记事本打开，“另存为”时编码选 UTF-8。"),
    Mistake("file-empty", "文件是空的", "请写上内容，或删去这个文件。"),
    Mistake("line-long", "一行太长", "一行最多 20000 个字符，请分段。"),
    Mistake(
        "char-invisible",
        "看不见的控制字符",
        "多半是粘贴带来的，删去就好。",
        EVENTS,
        "title: 路灯\u2028不亮",
        "title: 路灯不亮",
    ),
    Mistake(
        "front-missing",
        "开头没有信息",
        "文章的第一行是三个减号“---”，下面写标题等信息，再用一行“---”结束。",
        "docs/about.md",
        "title: 关于本站",
        "---\ntitle: 关于本站",
    ),
    Mistake(
        "front-open",
        "开头的信息没有结束",
        "信息写完以后、正文之前，要另起一行写三个减号“---”。",
        "docs/about.md",
        "summary: 谁在办这个网站。\n## 谁在办",
        "summary: 谁在办这个网站。\n---\n## 谁在办",
    ),
    Mistake(
        "font-missing",
        "缺少画分享图的字体",
        "请运行 make site，它会自动装好；不要分享图就写 share_cards: false。",
        "data/bureau.yml",
        "share_cards: true",
        "share_cards: false",
    ),
)
