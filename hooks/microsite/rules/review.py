"""先审后发: who signs, in which order, on which day, and what exactly."""

from collections.abc import Iterator
from itertools import pairwise

from microsite.content.load import Reading
from microsite.content.model import Story
from microsite.content.review import AWAITING, Item, rounds
from microsite.content.signatures import STEPS, ReviewStep
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against

SIGN = "请用 microsite sign"


def items(reading: Reading) -> Iterator[Item]:
    """Return everything that is reviewed."""
    yield from reading.stories
    yield from reading.events


def _numbered(item: Item) -> Iterator[list[tuple[int, ReviewStep]]]:
    """Return the steps of each round with their place in the list."""
    numbers = iter(enumerate(item.review))
    for steps in rounds(item.review):
        yield [next(numbers) for _ in steps]


def _order(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for item in items(reading):
        for steps in _numbered(item):
            for (number, step), expected in zip(steps, STEPS, strict=False):
                if step.step != expected:
                    message = (
                        f"这里应是“{expected}”，写的是“{step.step}”：{'、'.join(STEPS)}依次进行"
                    )
                    yield against(item, ("review", number, "step"), message, expected)
                    break


def _signers(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for item in items(reading):
        for steps in _numbered(item):
            first: dict[str, ReviewStep] = {}
            for number, step in steps:
                if (other := first.setdefault(step.by, step)) is not step:
                    message = f"“{step.by}”已经签了{other.step}，{step.step}要由另一个人签"
                    yield against(item, ("review", number, "by"), message)


def _days(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in items(reading):
        for number, step in enumerate(item.review):
            if step.on > occasion.today:
                message = f"{step.step}的日期（{step.on}）在将来，请核对"
                yield against(item, ("review", number, "on"), message)
        for number, (before, step) in enumerate(pairwise(item.review), 1):
            if step.on < before.on:
                message = f"{step.step}（{step.on}）早于前面的{before.step}（{before.on}），请核对"
                yield against(item, ("review", number, "on"), message)


def _late(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for story in reading.stories:
        last = max((c.on for c in story.corrections), default=story.published.day)
        for number, step in enumerate(story.review):
            if step.on > max(last, story.published.day):
                message = (
                    f"{step.step}（{step.on}）晚于发布（{story.published.day}）。"
                    "还没有发布的，把发布时间改到审核以后；"
                    "已经发布又改动的，在 corrections 里写明更正了什么"
                )
                yield against(story, ("review", number, "on"), message)
                break


def _unbound(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for item in items(reading):
        for number, step in enumerate(item.review):
            if step.step == STEPS[-1] and not step.hash:
                message = f"终审没有内容指纹，不能证明审的是这一稿，{SIGN} 签"
                yield against(item, ("review", number), message)


def _moved(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for story in reading.stories:
        approved = [step.published for step in story.review if step.published]
        for was in approved:
            if was.instant <= occasion.now and was != story.published:
                message = (
                    f"已经在 {was} 发布过，发布时间不能再改成 {story.published}，请改回；"
                    "内容有变化的写进 corrections"
                )
                yield against(story, ("published",), message, str(was))
                break


def _reopened(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in items(reading):
        if occasion.states[item.url] == "改动待重审":
            message = f"终审以后内容有改动，重新审核之前公众看不到，{SIGN} 依次初审、复审、终审"
            yield against(item, ("review", len(item.review) - 1), message)


def _unsigned(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in items(reading):
        state = occasion.states[item.url]
        if state in AWAITING:
            step = STEPS[AWAITING.index(state)]
            key = ("review", len(item.review) - 1) if item.review else ("title",)
            message = f"{state}，公众还看不到，{SIGN} 签{step}"
            yield against(item, key, message)


def _withdrawals(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in items(reading):
        if item.withdrawn and item.withdrawn.on > occasion.today:
            message = f"撤稿日期（{item.withdrawn.on}）在将来，请核对"
            yield against(item, ("withdrawn", "on"), message)


def _corrections(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in items(reading):
        for number, one in enumerate(item.corrections):
            key = ("corrections", number, "on")
            if one.on > occasion.today:
                yield against(item, key, f"更正日期（{one.on}）在将来，请核对")
            elif isinstance(item, Story) and one.on < item.published.day:
                message = (
                    f"更正（{one.on}）早于发布（{item.published.day}）：发布以前的改动不用写更正"
                )
                yield against(item, key, message)


PATH = "docs/stories/2026/review.md"
HASH = "ea884cf6f2ca3f45900c0e65e3c1cd90"


def _story(review: str, published: str = "2026-02-10 09:00") -> Example:
    text = (
        f"---\ntitle: 楼道灯亮了\nseries: theme-day\npublished: {published}\n"
        f"summary: 一盏灯的事。\nsource: 市住建局\n{review}---\n楼道灯亮了。\n"
    )
    return Example(PATH, text)


def _review(*steps: str) -> str:
    return "review:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


FIRST = "step: 初审, by: 综合科, on: 2026-02-06"
SECOND = "step: 复审, by: 办公室, on: 2026-02-07"
LAST = "step: 终审, by: 分管领导, on: 2026-02-08"
SIGNED = f"{LAST}, published: 2026-02-10 09:00, hash: {HASH}"
GOOD = _story(_review(FIRST, SECOND, SIGNED))

RULES = (
    SiteRule(
        "review-order",
        "审核的顺序不对",
        "初审、复审、终审依次进行，不能跳过，也不能颠倒。",
        _story(_review(FIRST, LAST)),
        GOOD,
        _order,
        is_excusable=False,
    ),
    SiteRule(
        "review-signer",
        "同一个人签了两步",
        "三步由三个人审，一个人不能审两次。",
        _story(_review(FIRST, SECOND.replace("办公室", "综合科"))),
        GOOD,
        _signers,
        is_excusable=False,
    ),
    SiteRule(
        "review-date",
        "审核的日期不对",
        "审核日期不能在将来，后一步不能早于前一步。",
        _story(_review(FIRST, SECOND.replace("02-07", "02-05"))),
        GOOD,
        _days,
        is_excusable=False,
    ),
    SiteRule(
        "review-late",
        "发布以后才审核",
        "先审后发：审核不能晚于发布；发布后的改动要在页面上写明更正，再审一轮。",
        _story(_review(FIRST), "2026-02-05 09:00"),
        GOOD,
        _late,
        is_excusable=False,
    ),
    SiteRule(
        "review-unbound",
        "终审没有内容指纹",
        "终审要认准一稿：指纹由 microsite sign 填写，手写的终审不作数。",
        _story(_review(FIRST, SECOND, LAST)),
        GOOD,
        _unbound,
        is_excusable=False,
    ),
    SiteRule(
        "review-moved",
        "改了已发布稿件的发布时间",
        "已经发布的稿件不能改发布时间：旧文新发、改动日期都会被通报。",
        _story(_review(FIRST, SECOND, SIGNED), "2026-02-12 09:00"),
        GOOD,
        _moved,
        source="《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）",
        is_excusable=False,
    ),
    SiteRule(
        "review-reopened",
        "终审以后又改了",
        "终审认的是当时的内容，改过就要重新审一轮，在那之前公众看不到。",
        Example(PATH, GOOD.text.replace("灯亮了。\n", "灯又亮了。\n")),
        GOOD,
        _reopened,
        level="warning",
        is_excusable=False,
    ),
    SiteRule(
        "review-unsigned",
        "还没有审完",
        "没有终审的稿件和记录不公开，只在预览里看得到。",
        _story(_review(FIRST)),
        GOOD,
        _unsigned,
        level="notice",
        is_excusable=False,
    ),
    SiteRule(
        "withdrawn-date",
        "撤稿的日期不对",
        "撤稿立即生效，日期不能在将来。",
        _story("withdrawn: {on: 2026-03-01, by: 分管领导, reason: 内容有误}\n"),
        _story("withdrawn: {on: 2026-02-12, by: 分管领导, reason: 内容有误}\n"),
        _withdrawals,
        is_excusable=False,
    ),
    SiteRule(
        "correction-date",
        "更正的日期不对",
        "更正写的是发布以后的改动，日期不能早于发布，也不能在将来。",
        _story("corrections: [{on: 2026-02-09, note: 灯的数量原写作两盏，应为一盏}]\n"),
        _story("corrections: [{on: 2026-02-11, note: 灯的数量原写作两盏，应为一盏}]\n"),
        _corrections,
        is_excusable=False,
    ),
)
