"""Mistakes in the marks that hold YAML together."""

from microsite.desk.mistakes.mistake import Mistake

EVENTS = "data/events/2026-01.yml"
TAGS = "data/tags.yml"
TITLE = "  title: 路灯不亮"

YAML = (
    Mistake(
        "yaml-colon",
        "冒号写得不对",
        "名称后面用半角冒号，再空一格。",
        EVENTS,
        "  title：路灯不亮",
        TITLE,
    ),
    Mistake(
        "yaml-tab",
        "用制表符或全角空格缩进",
        "行首只能用半角空格缩进，每层两个。",
        EVENTS,
        "\ttitle: 路灯不亮",
        TITLE,
    ),
    Mistake(
        "yaml-indent",
        "缩进不一致",
        "同一层的各行要左边对齐；引号合上以后不能再有文字。",
        EVENTS,
        " title: 路灯不亮",
        TITLE,
    ),
    Mistake(
        "yaml-mapping",
        "多出来的冒号",
        "上一行没有写完，或这一行缩进不对；文字里的冒号请用全角“：”。",
        EVENTS,
        "title: 路灯: 不亮",
        "title: 路灯不亮",
    ),
    Mistake(
        "yaml-quote",
        "引号没有配对",
        "请补上另一半引号，或把引号去掉。",
        EVENTS,
        'title: "路灯不亮',
        "title: 路灯不亮",
    ),
    Mistake(
        "yaml-bracket",
        "括号没有合上",
        "方括号、花括号要成对，里面各项用半角逗号隔开。",
        EVENTS,
        "{need: 路灯不亮",
        "{need: 路灯不亮}",
    ),
    Mistake(
        "yaml-reserved",
        "文字以特殊符号开头",
        "以 @、`、%、*、&、! 开头的文字，要用引号把整段括起来。",
        EVENTS,
        "title: @路灯",
        "title: 路灯不亮",
    ),
    Mistake(
        "yaml-escape",
        "双引号里的反斜杠",
        "请删去反斜杠，或改用单引号。",
        EVENTS,
        'title: "路灯\\灭"',
        "title: 路灯不亮",
    ),
    Mistake(
        "yaml-comment",
        "文字被当作注释",
        "空格加“#”后面的文字会被丢掉：是正文就给整段加引号，是注释就在“#”后面加空格。",
        EVENTS,
        "title: 路灯不亮 #3栋",
        "title: 路灯不亮",
    ),
    Mistake(
        "yaml-alias",
        "以“&”“*”开头的引用",
        "这里不用引用，请把内容照抄一遍；若是普通文字，用引号括起来。",
        EVENTS,
        "title: *lamp",
        "title: 路灯不亮",
    ),
    Mistake(
        "yaml-tag",
        "以“!”开头的类型标记",
        "请删去；若是普通文字，用引号括起来。",
        EVENTS,
        "title: !!str 路灯",
        "title: 路灯不亮",
    ),
    Mistake(
        "yaml-key",
        "冒号前面没有名称",
        "冒号前面要有一个普通的名称。",
        TAGS,
        "[training]:",
        "training:",
    ),
    Mistake(
        "yaml-documents",
        "文件里有多余的“---”",
        "一个数据文件只有一段，请删去中间的“---”。",
        TAGS,
        "---\ntraining:",
        "training:",
    ),
    Mistake(
        "yaml-depth",
        "括号或缩进套得太深",
        "最多 12 层。",
        TAGS,
        f"{'[' * 20}社区{']' * 20}",
        "{title: 社区}",
    ),
    Mistake("yaml-syntax", "读不懂的写法", "请对照相邻的记录，检查标点和缩进。"),
)
