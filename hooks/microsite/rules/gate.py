"""Why the public does not see a story or an event: what is still to be signed."""

from collections.abc import Iterator

from microsite.content.load import Reading
from microsite.content.review import AWAITING
from microsite.content.signatures import STEPS
from microsite.rules.remedies import signing_advice
from microsite.rules.review_examples import FIRST, GOOD, PATH, example, signed
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against


def _reopened(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in reading.items:
        if occasion.states[item.url] == "改动待重审":
            message = (
                f"{occasion.reopenings[item.url]}，重新审核之前公众看不到，"
                f"请从初审起重新签：{signing_advice(item, STEPS[0], occasion.mode)}"
            )
            yield against(item, ("review", len(item.review) - 1), message)


def _unsigned(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for item in reading.items:
        state = occasion.states[item.url]
        if state in AWAITING:
            step = STEPS[AWAITING.index(state)]
            key = ("review", len(item.review) - 1) if item.review else ("title",)
            message = f"{state}，公众还看不到，请{signing_advice(item, step, occasion.mode)}"
            yield against(item, key, message)


RULES = (
    SiteRule(
        "review-reopened",
        "终审以后又改了",
        "终审认的是当时的内容，连同图片和附件；改过就要重新审一轮，在那之前公众看不到。",
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
        example(signed(FIRST)),
        GOOD,
        _unsigned,
        level="notice",
        is_excusable=False,
    ),
)
