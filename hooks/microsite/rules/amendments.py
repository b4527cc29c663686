"""What happens to a story or an event after publication: withdrawal and corrections."""

from collections.abc import Iterator

from microsite.content.load import Reading
from microsite.content.model import Story
from microsite.content.nodes import typed_length
from microsite.content.review import Item, rounds
from microsite.content.values import VOID
from microsite.rules.review_examples import FIRST, SECOND, SIGNED, example, signed
from microsite.rules.site_rule import Objection, Occasion, SiteRule, against


def _withdrawals(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in reading.items:
        if item.withdrawn and item.withdrawn.on > occasion.today:
            message = f"撤稿日期（{item.withdrawn.on}）在将来，请核对"
            yield against(item, ("withdrawn", "on"), message)


def _signatures(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for item in reading.items:
        if item.withdrawn:
            yield from _valid(item)
            yield from _unfinished(item)


def _valid(item: Item) -> Iterator[Objection]:
    for number, step in enumerate(item.review):
        if step.hash and not step.is_void:
            key = ("review", number, "hash")
            message = (
                f"撤稿以后原来的终审不再有效，请在指纹前面加上“{VOID}”，"
                "或运行 microsite check --fix；以后要重新公开，得从初审起再审一轮"
            )
            found = against(item, key, message, VOID + step.hash)
            yield found._replace(length=typed_length(item.origin.node, key))


def _unfinished(item: Item) -> Iterator[Objection]:
    *done, current = rounds(item.review)
    first = len(item.review) - len(current)
    for number, step in enumerate(current if done else (), first):
        message = f"撤稿以前没有审完的一轮不再算数，请删去这一条{step.step}"
        yield against(item, ("review", number), message)


def _corrections(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in reading.items:
        for number, one in enumerate(item.corrections):
            key = ("corrections", number, "on")
            if one.on > occasion.today:
                yield against(item, key, f"更正日期（{one.on}）在将来，请核对")
            elif isinstance(item, Story) and one.on < item.published.day:
                message = (
                    f"更正（{one.on}）早于发布（{item.published.day}）：发布以前的改动不用写更正"
                )
                yield against(item, key, message)


WITHDRAWN = "withdrawn: {on: 2026-02-12, by: 分管领导, reason: 内容有误}\n"
RULES = (
    SiteRule(
        "withdrawn-date",
        "撤稿的日期不对",
        "撤稿立即生效，日期不能在将来。",
        example("withdrawn: {on: 2026-03-01, by: 分管领导, reason: 内容有误}\n"),
        example(WITHDRAWN),
        _withdrawals,
        is_excusable=False,
    ),
    SiteRule(
        "withdrawn-signature",
        "撤稿以后终审还有效",
        "删去 withdrawn 不能让撤下的内容自己回来：撤稿时终审作废，重新公开要重新审。",
        example(WITHDRAWN + signed(FIRST, SECOND, SIGNED)),
        example(WITHDRAWN + signed(FIRST, SECOND, SIGNED.replace("hash: ", f"hash: {VOID}"))),
        _signatures,
        fixes=True,
        is_excusable=False,
    ),
    SiteRule(
        "correction-date",
        "更正的日期不对",
        "更正写的是发布以后的改动，日期不能早于发布，也不能在将来。",
        example("corrections: [{on: 2026-02-09, note: 灯的数量原写作两盏，应为一盏}]\n"),
        example("corrections: [{on: 2026-02-11, note: 灯的数量原写作两盏，应为一盏}]\n"),
        _corrections,
        is_excusable=False,
    ),
)
