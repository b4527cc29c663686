"""A story and its signatures, for the examples of the rules on reviewing."""

from microsite.rules.site_rule import Example

PATH = "docs/stories/2026/review.md"
HASH = "ea884cf6f2ca3f45900c0e65e3c1cd90"


def example(review: str, published: str = "2026-02-10 09:00") -> Example:
    """Return the story with what its front matter says of `review`, and perhaps of more."""
    text = (
        f"---\ntitle: 楼道灯亮了\nseries: theme-day\npublished: {published}\n"
        f"summary: 一盏灯的事。\nsource: 市住建局\n{review}---\n楼道灯亮了。\n"
    )
    return Example(PATH, text)


def signed(*steps: str) -> str:
    """Return the key of the review."""
    return "review:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


FIRST = "step: 初审, by: 综合科, on: 2026-02-06"
SECOND = "step: 复审, by: 办公室, on: 2026-02-07"
LAST = "step: 终审, by: 分管领导, on: 2026-02-08"
SIGNED = f"{LAST}, published: 2026-02-10 09:00, hash: {HASH}"
GOOD = example(signed(FIRST, SECOND, SIGNED))
