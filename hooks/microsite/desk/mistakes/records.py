"""Mistakes in series and events: dates, references, and what does not fit together."""

from microsite.desk.mistakes.mistake import Mistake

JANUARY = "data/events/2026-01.yml"
FEBRUARY = "data/events/2026-02.yml"
LECTURES = "data/series/lecture-hall.yml"
ORDERS = "data/series/community-orders.yml"
STORY = "docs/stories/2026/community-orders.md"

DATES = (
    Mistake(
        "date-form",
        "日期的写法不对",
        "日期写成 2023-04-21，带时间的写成 2023-04-21 09:30。",
        FEBRUARY,
        "notice: 2026.2.2",
        "notice: 2026-02-02",
    ),
    Mistake(
        "date-impossible",
        "没有这一天",
        "请核对月份和日子，一天到 23:59 为止。",
        JANUARY,
        "start: 2026-01-32",
        "start: 2026-01-31",
    ),
    Mistake(
        "time-form",
        "开始和结束写法不同",
        "要么都写时间，要么都不写。",
        JANUARY,
        "end: 2026-01-05\n",
        "end: 2026-01-05 10:30\n",
    ),
    Mistake(
        "time-order",
        "时间的先后不对",
        "结束不能早于开始，改期要在原定的开始以后。",
        JANUARY,
        "end: 2026-01-05 08:30",
        "end: 2026-01-05 10:30",
    ),
    Mistake(
        "time-long",
        "活动超过一年",
        "多半是结束的年份写错了。",
        JANUARY,
        "end: 2062-02-02",
        "end: 2026-02-02",
    ),
    Mistake(
        "event-month",
        "活动写在别的月份里",
        "每个月的活动写在 data/events/ 里那个月的文件。",
        JANUARY,
        "start: 2026-02-15",
        "start: 2026-01-15",
    ),
    Mistake(
        "story-folder",
        "故事放在别的年份里",
        "故事放在 docs/stories/ 里发布那一年的文件夹。",
        STORY,
        "published: 2025-01-10 09:30",
        "published: 2026-01-10 09:30",
    ),
    Mistake(
        "status-moved-to",
        "延期和改期对不上",
        "延期的活动要写改到什么时候；写了改期，状态就应是延期或已举办。",
        FEBRUARY,
        "",
        "  moved_to: 2026-03-03 14:30\n",
    ),
    Mistake(
        "status-reason",
        "取消和原因对不上",
        "取消的活动要写原因；没有取消、也没有延期的，不写原因。",
        FEBRUARY,
        "",
        "  reason: 居民已自行修好\n",
    ),
    Mistake(
        "approval-late",
        "活动以后才审批",
        "先审批、后举办，请核对审批的日期。",
        FEBRUARY,
        "on: 2026-03-04",
        "on: 2026-02-01",
    ),
)

TRAITS = (
    Mistake(
        "reference-unknown",
        "指向不存在的内容",
        "这里写的编号或名称不存在，多半是写错了一个字母，请照提示改。",
        JANUARY,
        "series: rual",
        "series: rural",
    ),
    Mistake(
        "title-repeated",
        "两个标签同名",
        "请只留一个。",
        "data/tags.yml",
        "training: {title: 社区}",
        "training: {title: 培训}",
    ),
    Mistake(
        "field-required",
        "缺少这个系列要写的内容",
        "每个系列规定了活动要写明什么，请在 fields 里补上。",
        JANUARY,
        "",
        "  fields: {need: 路灯不亮}\n",
    ),
    Mistake(
        "field-key",
        "字段名的写法不对",
        "只用小写英文字母、数字和下划线，以字母开头。",
        ORDERS,
        "结果: {label: 结果}",
        "result: {label: 结果}",
    ),
    Mistake(
        "field-label",
        "两个字段同名",
        "读者会分不清，请换一个名称。",
        LECTURES,
        "label: 主讲, type: number",
        "label: 学时, type: number",
    ),
    Mistake(
        "field-type",
        "可选值和类型同时写了",
        "有可选值的字段只能是文字，请删去 type。",
        LECTURES,
        "type: date, values: [本系统, 外请]",
        "values: [本系统, 外请]",
    ),
    Mistake(
        "field-undeclared",
        "系列里漏了一个字段",
        "这个系列的活动多半都写了它，系列的 fields 里却没有：漏了就补上，不要就从活动里删去。",
    ),
    Mistake(
        "stage-undeclared",
        "系列里漏了一个环节",
        "这个系列的活动多半都走过它，系列的 stages 里却没有：漏了就补上，不要就从活动里删去。",
    ),
    Mistake(
        "stage-unknown",
        "没有这个环节",
        "环节的名称要和系列里写的一样。",
        ORDERS,
        "{派工: 5}",
        "{派单: 5}",
    ),
    Mistake(
        "stage-repeated",
        "环节写了两次",
        "请只留一个。",
        ORDERS,
        "[点单, 派单, 点单]",
        "[点单, 派单, 办结]",
    ),
    Mistake(
        "stage-skipped",
        "跳过了一个环节",
        "走到后面的环节，前面的都要有日期。",
        JANUARY,
        "{点单: 2026-01-03, 办结: 2026-01-05}",
        "{点单: 2026-01-03, 派单: 2026-01-05}",
    ),
    Mistake(
        "stage-order",
        "环节的日期先后不对",
        "后一个环节不能早于前一个，请核对。",
        JANUARY,
        "派单: 2026-01-02",
        "派单: 2026-01-05",
    ),
    Mistake(
        "cadence-kind",
        "统计方式对不上",
        "地点类别（kind）只用于按地点（per: place）统计。",
        "data/series/theme-day.yml",
        "per: branch, kind: 村",
        "per: branch",
    ),
)
