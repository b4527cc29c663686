"""What this process is told by those outside it, and what it tells the interpreter.

From outside come the minute it is, the kind of site to build, and whether to audit it.
"""

import atexit
import gc
import os
import re
from datetime import datetime

from microsite.content.bureau import MODES, Mode
from microsite.content.values import SHANGHAI

SECONDS = re.compile("[0-9]{1,10}")
"""Since 1970; there are dates enough in ten digits, and with more the calendar ends."""


class VariableError(ValueError):
    """A variable of the environment means nothing; the message is for whoever set it."""


GARBAGE_THRESHOLD = 100_000
"""Reading a site makes many objects and hardly a cycle: the search for them would take a fifth."""


def collect_garbage_seldom() -> None:
    """Let the interpreter look for cycles of objects less often, and not when the process ends.

    Then it would take a whole site apart, piece by piece, a tenth of the time of a build.
    """
    gc.set_threshold(GARBAGE_THRESHOLD)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def current_minute() -> datetime:
    """Return the time in Asia/Shanghai, or that of `SOURCE_DATE_EPOCH`.

    Raises:
        VariableError: If the variable is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(SHANGHAI)
    if not SECONDS.fullmatch(epoch):
        raise VariableError(f"环境变量 SOURCE_DATE_EPOCH 应是秒数，写的是 “{epoch}”")
    return datetime.fromtimestamp(int(epoch), SHANGHAI)


def wanted_mode() -> Mode | None:
    """Return the mode that `SITE_MODE` asks for, if it does.

    Raises:
        VariableError: If there is no such mode.
    """
    written = os.environ.get("SITE_MODE")
    mode = next((mode for mode in MODES if mode == written), None)
    if written and mode is None:
        raise VariableError(f"环境变量 SITE_MODE 应是 demo 或 production，写的是 “{written}”")
    return mode


def wants_audit() -> bool:
    """Tell whether a build is to be audited at its end: always, unless `SITE_AUDIT` is `no`.

    `publish` audits by itself what it builds, and benchmarks compare with what has no audit.

    Raises:
        VariableError: If the variable says something else.
    """
    written = os.environ.get("SITE_AUDIT", "")
    if written not in {"", "yes", "no"}:
        raise VariableError(f"环境变量 SITE_AUDIT 应是 yes 或 no，写的是 “{written}”")
    return written != "no"
