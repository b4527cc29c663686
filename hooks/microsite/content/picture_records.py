"""What the bureau knows of a picture besides what it shows: `data/pictures.yml`."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final, Literal, NamedTuple

from pydantic import Field

from microsite.content.entry import Entry, Record
from microsite.content.nodes import Plain, is_null, plain
from microsite.content.problems import Problem, did_you_mean
from microsite.content.values import Day, Flag, MapNumber, Text

PICTURES: Final = "assets/pictures/"
"""Below `docs/`, and below the site's root."""
PICTURES_TABLE: Final = "data/pictures.yml"
FILE_NAME: Final = ".+"
"""Any name: whether it is right shows when it is looked for."""
NOT_SHOWN: Final = frozenset({"people", "consent", "sample"})
"""Keys of which readers see nothing."""

Kind = Literal["photo", "drawing", "map", "screenshot"]
LABELS: Final[dict[Kind, str]] = {
    "photo": "摄影",
    "drawing": "绘图",
    "map": "来源",
    "screenshot": "来源",
}
"""What stands before the credit."""

PEOPLE: Final = (
    "none 认不出是谁，public 公开场合的远景，consent 认得出、本人已书面同意，"
    "guardian 有不满 14 周岁的孩子、监护人已书面同意"
)
"""What may be said of the people in a picture."""


class Consent(Record):
    """Who can show the written consent of the people in a picture."""

    by: Text = Field(title="保管人", description="谁保管书面同意，写岗位，不公开")
    on: Day = Field(title="取得日期", description="不能晚于发布")


class PictureRecord(Entry):
    """A picture's kind, whose work it is, and whether it may be shown."""

    kind: Kind = Field(
        title="类别", description="photo 照片，drawing 绘图，map 地图，screenshot 截图"
    )
    credit: Text | None = Field(
        None,
        title="署名",
        description="照片写摄影者，绘图写作者，其余写来源；只写姓名或单位，会显示在图下面",
    )
    people: Literal["none", "public", "consent", "guardian"] | None = Field(
        None,
        title="画面里的人",
        description=f"{PEOPLE}；照片必写",
    )
    consent: Consent | None = Field(
        None, title="书面同意", description="people 写 consent 或 guardian 时必写"
    )
    map_no: MapNumber | None = Field(
        None, title="审图号", description="地图必写，照图上印的写，会显示在图下面"
    )
    sample: Flag = Field(default=False, title="示例", description="为展示网站而画的图写 true")

    @property
    def notes(self) -> tuple[str, ...]:
        """What readers are told below the picture, apart from its caption."""
        credit = (f"{LABELS[self.kind]}：{self.credit}",) if self.credit else ()
        return (*credit, f"审图号：{self.map_no}") if self.map_no else credit

    @property
    def shown(self) -> dict[str, Plain]:
        """What was typed of all that readers see."""
        values = self.origin.node.values.items()
        shown = {key: value for key, value in values if key not in NOT_SHOWN}
        return {key: plain(value) for key, value in shown.items() if not is_null(value)}


class Condition(NamedTuple):
    """A key that must be there when another has a certain value."""

    key: str
    value: str
    needed: str


CONDITIONS: Final = (
    Condition("kind", "photo", "credit"),
    Condition("kind", "drawing", "credit"),
    Condition("kind", "photo", "people"),
    Condition("kind", "map", "map_no"),
    Condition("people", "consent", "consent"),
    Condition("people", "guardian", "consent"),
)


def lacks(record: PictureRecord, needed: str) -> bool:
    """Tell whether `record` must have this key, and has not."""
    return getattr(record, needed) is None and any(
        condition.needed == needed and getattr(record, condition.key) == condition.value
        for condition in CONDITIONS
    )


def picture_name(path: str) -> str:
    """Return what `data/pictures.yml` calls a file below `docs/`."""
    return path.removeprefix(PICTURES)


def picture_path(name: str) -> str:
    """Return the file below `docs/` that `data/pictures.yml` calls by this name."""
    return name if name.startswith("assets/") else f"{PICTURES}{name}"


def record_problems(
    records: Iterable[PictureRecord], assets: Collection[str]
) -> Iterator[Problem]:
    """Find records of files that are not there.

    Args:
        records: Each sound in itself.
        assets: Paths below `docs/` of files that are not Markdown.
    """
    names = [picture_name(path) for path in assets if path.startswith(PICTURES)]
    by_end = {_end(name): name for name in names}
    for record in records:
        if picture_path(record.id) not in assets:
            near = by_end.get(_end(record.id))
            hint = f"，是不是 “{near}”？" if near else did_you_mean(record.id, names)
            message = f"docs/{PICTURES} 里没有图片 “{record.id}”{hint}"
            origin = record.origin
            yield Problem(origin.path, origin.line, origin.column, "picture-missing", message)


def _end(name: str) -> str:
    """Return what is left when a name is written with its folders, or in large letters."""
    return name.rpartition("/")[2].casefold()
