"""先审后发: who signs, in which order, on which day, and what exactly."""

from collections.abc import Iterator
from itertools import pairwise

from microsite.content.load import Reading
from microsite.content.model import Story
from microsite.content.review import Item, rounds
from microsite.content.signatures import STEPS, ReviewStep
from microsite.rules.remedies import sign_command
from microsite.rules.review_examples import FIRST, GOOD, LAST, SECOND, SIGNED, example, signed
from microsite.rules.site_rule import Each, Objection, Occasion, Piece, SiteRule, against


def _numbered(item: Item) -> Iterator[list[tuple[int, ReviewStep]]]:
    """Return the steps of each round with their place in the list."""
    numbers = iter(enumerate(item.review))
    for steps in rounds(item.review):
        yield [next(numbers) for _ in steps]


def _order(piece: Piece) -> Iterator[Objection]:
    item = piece.item
    for steps in _numbered(item):
        for (number, step), expected in zip(steps, STEPS, strict=False):
            if step.step != expected:
                message = f"这里应是“{expected}”，写的是“{step.step}”：{'、'.join(STEPS)}依次进行"
                yield against(item, ("review", number, "step"), message, expected)
                break


def _signers(piece: Piece) -> Iterator[Objection]:
    item = piece.item
    for steps in _numbered(item):
        first: dict[str, ReviewStep] = {}
        for number, step in steps:
            if (other := first.setdefault(step.by, step)) is not step:
                message = f"“{step.by}”已经签了{other.step}，{step.step}要由另一个人签"
                yield against(item, ("review", number, "by"), message)


def _days(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in reading.items:
        for number, step in enumerate(item.review):
            if step.on > occasion.today:
                message = f"{step.step}的日期（{step.on}）在将来，请核对"
                yield against(item, ("review", number, "on"), message)
        for number, (before, step) in enumerate(pairwise(item.review), 1):
            if step.on < before.on:
                message = f"{step.step}（{step.on}）早于前面的{before.step}（{before.on}），请核对"
                yield against(item, ("review", number, "on"), message)


def _late(piece: Piece) -> Iterator[Objection]:
    story = piece.item
    if not isinstance(story, Story):
        return
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


def _unbound(piece: Piece) -> Iterator[Objection]:
    item = piece.item
    for number, step in enumerate(item.review):
        if step.step == STEPS[-1] and not step.hash:
            command = sign_command(item, STEPS[-1])
            message = f"终审没有内容指纹，不能证明审的是这一稿，请删去这一条，再运行 {command}"
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


RULES = (
    SiteRule(
        "review-order",
        "审核的顺序不对",
        "初审、复审、终审依次进行，不能跳过，也不能颠倒。",
        example(signed(FIRST, LAST)),
        GOOD,
        Each(_order),
        is_excusable=False,
    ),
    SiteRule(
        "review-signer",
        "同一个人签了两步",
        "三步由三个人审，一个人不能审两次。",
        example(signed(FIRST, SECOND.replace("办公室", "综合科"))),
        GOOD,
        Each(_signers),
        is_excusable=False,
    ),
    SiteRule(
        "review-date",
        "审核的日期不对",
        "审核日期不能在将来，后一步不能早于前一步。",
        example(signed(FIRST, SECOND.replace("02-07", "02-05"))),
        GOOD,
        _days,
        is_excusable=False,
    ),
    SiteRule(
        "review-late",
        "发布以后才审核",
        "先审后发：审核不能晚于发布；发布后的改动要在页面上写明更正，再审一轮。",
        example(signed(FIRST), "2026-02-05 09:00"),
        GOOD,
        Each(_late),
        is_excusable=False,
    ),
    SiteRule(
        "review-unbound",
        "终审没有内容指纹",
        "终审要认准一稿：指纹由 microsite sign 填写，手写的终审不作数。",
        example(signed(FIRST, SECOND, LAST)),
        GOOD,
        Each(_unbound),
        is_excusable=False,
    ),
    SiteRule(
        "review-moved",
        "改了已发布稿件的发布时间",
        "已经发布的稿件不能改发布时间：旧文新发、改动日期都会被通报。",
        example(signed(FIRST, SECOND, SIGNED), "2026-02-12 09:00"),
        GOOD,
        _moved,
        source="《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）",
        is_excusable=False,
    ),
)
