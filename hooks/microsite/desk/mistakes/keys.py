"""Mistakes in names, and in the kind of what stands behind them."""

from microsite.desk.mistakes.mistake import Mistake

EVENTS = "data/events/2026-01.yml"
STORY = "docs/stories/2026/community-orders.md"
TAGS = "data/tags.yml"
TITLE = "  title: 路灯不亮"

KEYS = (
    Mistake(
        "key-missing",
        "缺少一项",
        "这一项必须写，请照提示补上一行。",
        STORY,
        "summary: 从点单到办结。\n",
        "summary: 从点单到办结。\nsource: 市住建局\n",
    ),
    Mistake(
        "key-repeated",
        "同一项写了两次",
        "请只留一个。",
        EVENTS,
        f"{TITLE}\n  title: 路灯坏了",
        TITLE,
    ),
    Mistake(
        "key-unknown",
        "不认识的名称",
        "多半是名称拼错了；不需要的就删去。",
        EVENTS,
        "  titel: 路灯不亮",
        TITLE,
    ),
    Mistake(
        "id-form",
        "编号的写法不对",
        "编号和文件名是网址的一部分，只用小写英文字母、数字和减号；活动的编号以 8 位日期开头。",
        "data/places.yml",
        "柳溪:",
        "liuxi:",
    ),
    Mistake(
        "id-repeated",
        "编号用过了",
        "两条内容不能用同一个编号，请换一个。",
        "data/events/2026-02.yml",
        "20260105-orders-lamp:",
        "20260220-orders-door:",
    ),
    Mistake(
        "type-text",
        "这里应是一段文字",
        "不要写成列表，也不要写下一层。",
        EVENTS,
        "title: [路灯, 不亮]",
        "title: 路灯不亮",
    ),
    Mistake(
        "type-list",
        "这里应是列表",
        "写成 [甲, 乙]，或每行一个“- ”。",
        "data/synonyms.yml",
        "- 公租房",
        "- [公租房, 公共租赁住房]",
    ),
    Mistake(
        "type-mapping",
        "这里应是“名称: 内容”",
        "下一层要缩进，一行写一项。",
        TAGS,
        "community: 社区",
        "community: {title: 社区}",
    ),
    Mistake(
        "value-empty",
        "没有内容",
        "请填写，或把这一行删去。",
        EVENTS,
        "title:",
        "title: 路灯不亮",
    ),
    Mistake(
        "value-repeated",
        "同一个词写了两次",
        "请只留一个。",
        STORY,
        "tags: [社区, 社区]",
        "tags: [社区]",
    ),
    Mistake(
        "value-choice",
        "不在可选的范围里",
        "这里只能写几个固定的词，请照提示改。",
        "data/events/2026-02.yml",
        "status: 计划",
        "status: planned",
    ),
    Mistake(
        "value-flag",
        "只能写是或否",
        "是写 true，否写 false。",
        EVENTS,
        "sample: 是",
        "sample: true",
    ),
    Mistake(
        "value-count",
        "应是大于零的整数",
        "只写数字，不写单位。",
        "data/series/community-orders.yml",
        "{派单: 五天}",
        "{派单: 5}",
    ),
    Mistake(
        "value-number",
        "应是一个数",
        "只写数字，不写单位。",
        "data/events/2026-02.yml",
        "hours: 2学时",
        "hours: 2",
    ),
)
