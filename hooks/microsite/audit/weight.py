"""How much a reader on a slow phone has to fetch."""

import re
from collections.abc import Iterator
from typing import Final

from microsite.audit.built import Built
from microsite.content.problems import Problem

KB: Final = 1024
BUDGETS: Final = (
    (re.compile(r".*\.html"), 256),
    (re.compile(r"assets/(?:css|js)/.*"), 64),
    (re.compile(r".*\.svg"), 64),
    (re.compile(r"assets/cards/.*"), 128),
    (re.compile(r".*\.(?:avif|webp|jpe?g|png|gif)"), 1024),
)
"""What a file may weigh at the most, in KB before compression; the first path that fits counts."""


def weight_problems(built: Built) -> Iterator[Problem]:
    """Find files over their budget."""
    for path, size in built.files.items():
        budget = next((budget for form, budget in BUDGETS if form.fullmatch(path)), None)
        if budget is not None and size > budget * KB:
            message = f"文件有 {-(-size // KB)} KB，最多 {budget} KB，请分页或压缩"
            yield Problem(path, 1, 1, "audit-weight", message)
