"""What `microsite new` can begin, and by which flags."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from microsite.content.layout import SERIES
from microsite.drafts.event_form import event_form
from microsite.drafts.forms import Form, branch_form, place_form, series_form, story_form

_SERIES = ("series", SERIES, "系列")
_COLUMNS = ("columns", "data/columns.yml", "栏目")
_SIGN = "microsite sign {name} --step 初审 --by 岗位    依次签初审、复审、终审"


@dataclass(frozen=True, slots=True)
class Kind:
    """One word after `microsite new`."""

    name: str
    title: str
    form: Form
    flags: Mapping[str, str]
    """What each means."""
    next: str
    """What to do with it once it has been checked; may tell its `{id}`, and the `{name}` by which
    commands call it."""
    repeatable: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Flags that may be given several times."""
    needs: tuple[str, str, str] | None = None
    """Attribute, path and name of what there must be to choose from."""
    chooses: tuple[str, ...] = ()
    """Kinds of what is chosen from."""
    has_sample: bool = True


KINDS = (
    Kind(
        "story",
        "故事",
        story_form,
        {
            "--series": "系列的编号或名称",
            "--title": "标题",
            "--published": "发布时间，例如 2026-12-01 09:30",
            "--id": "文件名，不带 .md",
            "--summary": "摘要",
            "--source": "来源",
            "--author": "供稿",
        },
        _SIGN,
        {"--tag": "标签", "--event": "相关活动的编号"},
        _SERIES,
        ("series", "tag"),
    ),
    Kind(
        "event",
        "活动",
        event_form,
        {
            "--series": "系列的编号或名称",
            "--title": "活动名称",
            "--start": "开始，例如 2026-12-05 15:00；全天的只写日期",
            "--end": "结束；同一天的可以只写几点几分",
            "--place": "地点的编号或名称",
            "--id": "编号",
        },
        _SIGN,
        {"--branch": "支部的编号或名称", "--field": "系列的字段，写成 名称=内容"},
        _SERIES,
        ("series", "place", "branch"),
    ),
    Kind(
        "series",
        "系列",
        series_form,
        {
            "--column": "栏目的编号或名称",
            "--title": "系列名称",
            "--id": "编号",
            "--summary": "一句话介绍",
        },
        "microsite new story --series {id}    写一篇说明稿；有了故事或活动，网站上才显示",
        needs=_COLUMNS,
        has_sample=False,
    ),
    Kind(
        "place",
        "地点",
        place_form,
        {
            "--title": "地点名称",
            "--kind": "类别，例如 小区、社区、村、工地、会场",
            "--id": "编号",
            "--summary": "一句话介绍",
        },
        "microsite new event --place {id}    在这里举办的活动就可以用它",
    ),
    Kind(
        "branch",
        "支部",
        branch_form,
        {"--title": "支部名称", "--id": "编号", "--summary": "一句话介绍"},
        "microsite new event --branch {id}    这个支部的活动就可以用它",
    ),
)
