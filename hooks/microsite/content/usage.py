"""What is written wrong again and again, and what to write instead: `data/wording.yml`."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, get_args

from pydantic import Field

from microsite.content.entry import Entry
from microsite.content.nodes import locate
from microsite.content.problems import Problem
from microsite.content.values import Flag, Text

Kind = Literal["name", "phrase", "reform", "term", "unit", "character", "tone"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


class Usage(Entry):
    """One thing that is written wrong in one or several ways."""

    kind: Kind = Field(
        title="类别",
        description="name 名称，phrase 固定提法，reform 改革后的机构名称，term 行业用语，"
        "unit 计量单位，character 错别字，tone 语气和称呼",
    )
    forms: dict[str, Text] = Field(
        min_length=1,
        title="写法",
        description="错误写法: 正确写法；正确写法有几种时用“／”隔开，由编辑挑选",
    )
    reason: Text = Field(title="理由", description="一句话，告诉编辑为什么")
    source: Text | None = Field(None, title="依据", description="文件或标准的正式名称")
    level: Literal["error", "warning"] = Field(
        "error", title="级别", description="error 必须改，warning 请核对"
    )
    safe: Flag = Field(default=False, title="可自动改", description="替换后一定通顺时写 true")
    exceptions: tuple[Text, ...] = Field(
        (), alias="except", title="例外", description="含有错误写法、但本身正确的较长的词"
    )
    bad: Text = Field(title="反例", description="必须报出来的一句话")
    good: Text = Field(title="正例", description="不能误报的一句话")


def usage_problems(usages: Iterable[Usage]) -> Iterator[Problem]:
    """Find forms that stand in two entries, or are too short, and exceptions without a use."""
    taken: dict[str, str] = {}
    for usage in usages:
        for form in usage.forms:
            if len(form) < SHORTEST:
                message = f"“{form}”太短，会到处误报，至少写两个字"
                yield _problem(usage, ("forms", form), "usage-short", message)
            if other := taken.setdefault(form, usage.id).removeprefix(usage.id):
                message = f"“{form}”在 “{other}” 里已经写过，请只留一处"
                yield _problem(usage, ("forms", form), "usage-repeated", message)
        for number, word in enumerate(usage.exceptions):
            if not any(form in word and form != word for form in usage.forms):
                message = f"例外“{word}”应当是含有错误写法的较长的词，例如“朝鲜族”之于“鲜族”"
                yield _problem(usage, ("except", number), "usage-except", message)


SHORTEST = 2


def _problem(usage: Usage, path: tuple[str | int, ...], code: str, message: str) -> Problem:
    origin = usage.origin
    return Problem(origin.path, *locate(origin.node, path), code, message)
