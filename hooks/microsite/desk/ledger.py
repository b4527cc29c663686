"""The bureau's ledger: one row for each story and event, kept for good."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from microsite.content.model import Story
from microsite.content.publication import public_since
from microsite.content.review import Item, shown_round
from microsite.content.signatures import STEPS, ReviewStep
from microsite.desk.standing import Standing, standing
from microsite.desk.written import Written, shown, written
from microsite.verdict import Verdict

BOM: Final = "\ufeff"
"""Without it, office programs take a CSV file of Chinese text for something else."""
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What begins a cell that office programs would compute."""
HEAD: Final = (
    "编号",
    "标题",
    "类别",
    "栏目",
    "系列",
    "来源",
    "供稿",
    *(f"{step}{what}" for step in STEPS for what in ("人", "日期")),
    "发布时间",
    "状态",
    "未公开的原因",
    "更正",
    "撤稿",
    "示例",
    "网址",
    "文件",
)


def ledger_rows(verdict: Verdict) -> Iterator[tuple[str, ...]]:
    """Return the rows below the head, in the order of the files."""
    for one in written(verdict):
        yield _row(one, standing(one, verdict.occasion), verdict)


def ledger(verdict: Verdict) -> str:
    """Return the ledger as CSV (RFC 4180) that office programs open as text."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEAD)
    writer.writerows([inert(cell) for cell in row] for row in ledger_rows(verdict))
    return BOM + text.getvalue()


def inert(cell: str) -> str:
    """Return a cell that no office program takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _row(one: Written, stands: Standing, verdict: Verdict) -> tuple[str, ...]:
    bureau = verdict.reading.bureau
    root = bureau.site_url if bureau else ""
    return (
        stands.id,
        one.title,
        one.kind,
        *_belonging(one.item, verdict),
        *_source(one.item),
        *_signatures(one.item),
        _published(one.item, stands, verdict),
        stands.label,
        stands.why.reason,
        *_afterwards(one.item),
        "是" if stands.sample else "",
        f"{root}{shown(stands.url)}" if stands.url else "",
        str(stands.place),
    )


def _belonging(item: Item | None, verdict: Verdict) -> tuple[str, str]:
    """Return the titles of column and series, or what was written instead of their ids."""
    if item is None:
        return "", ""
    series = verdict.reading.series.get(item.series)
    if series is None:
        return "", item.series
    column = verdict.reading.columns.get(series.column)
    return column.title if column else series.column, series.title


def _source(item: Item | None) -> tuple[str, str]:
    if not isinstance(item, Story):
        return "", ""
    return shown(item.source), shown(item.author or "")


def _signatures(item: Item | None) -> Sequence[str]:
    """Return who signed each step and when."""
    steps: Mapping[str, ReviewStep] = {
        step.step: step for step in (shown_round(item) if item else ())
    }
    cells = []
    for name in STEPS:
        signed = steps.get(name)
        cells += [shown(signed.by), str(signed.on)] if signed else ["", ""]
    return cells


def _published(item: Item | None, stands: Standing, verdict: Verdict) -> str:
    if isinstance(item, Story):
        return str(item.published)
    if item and stands.state == "已发布":
        return str(public_since(item, verdict.occasion.mode))
    return ""


def _afterwards(item: Item | None) -> tuple[str, str]:
    """Return what was corrected, and why it was withdrawn."""
    if item is None:
        return "", ""
    corrections = "；".join(f"{one.on} {shown(one.note)}" for one in item.corrections)
    gone = item.withdrawn
    return corrections, f"{gone.on} {shown(gone.by)}：{shown(gone.reason)}" if gone else ""
