"""What leads to a person besides numbers: plates of cars, private mail, messengers, passports."""

import re
from collections.abc import Iterator

from microsite.content.secret import Secret, shown_ends

_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_MARK = "[ *_]*"
_LETTER = "[A-HJ-NP-Za-hj-np-z]"
_SIGN = "[A-HJ-NP-Za-hj-np-z0-9]"
_PLATE = re.compile(
    rf"[{_PROVINCE}]{_MARK}{_LETTER}{_MARK}[·•・.-]?{_MARK}"
    rf"(?:[0-9]{{5}}[A-HJKa-hjk]|[A-HJKa-hjk]{_SIGN}[0-9]{{4}}"
    rf"|(?=(?:[A-Za-z]*[0-9]){{3}}){_SIGN}{{4}}(?:{_SIGN}|[挂学警港澳使领]))(?![0-9A-Za-z])"
)
"""GA 36; the first form is that of new-energy cars, which have a letter more."""
_MAIL = re.compile(
    r"(?<![0-9A-Za-z_.+-])[A-Za-z0-9][A-Za-z0-9_.+-]*@(?:(?:vip\.)?(?:qq|163|126|sina)|yeah|sohu|139|189|wo"
    r"|gmail|hotmail|outlook|live|msn|icloud|foxmail|aliyun|21cn|tom|yahoo)\.(?:com|cn|net)\b"
)
"""An address at a house where people have theirs, and offices should not."""
_MESSENGER = re.compile(
    r"(?:(?<![a-z])qq(?!群)(?:号码?|账号)?(?:是|为)?[：: ]{0,2}(?P<qq>[1-9][0-9]{4,10})"
    r"|(?:(?<!官方)(?<!政务)微信(?!公众|小程序|群)|(?<![a-z])(?:wechat|weixin|vx)(?![a-z]))"
    r"(?:(?:号码?|id|账号)(?:是|为)?[：: ]{0,2}|[：:] ?)"
    r"(?P<chat>[a-z][a-z0-9_-]{5,19}))(?![0-9a-z@/]|\.[a-z])"
)
_MESSENGERS = ("微信", "qq", "wechat", "weixin", "vx")
_PAPER = re.compile(
    r"(?:护照|通行证|军官证|士兵证|台胞证|居留证)[^，。；\n0-9A-Z]{0,8}(?P<number>[A-Z]{1,2}[0-9]{7,9})"
    "(?![0-9A-Za-z])"
)


def accounts(text: str) -> Iterator[Secret]:
    """Find them in a text without full-width letters."""
    for found in _PLATE.finditer(text):
        yield shown_ends(text, *found.span(), "plate", (2, 0))
    if "@" in text:
        for found in _MAIL.finditer(text):
            name = found.start(), found.start() + found[0].index("@")
            yield Secret(*found.span(), "account", *name)
    small = text.lower()
    if len(small) == len(text) and any(name in small for name in _MESSENGERS):
        for found in _MESSENGER.finditer(small):
            yield shown_ends(text, *found.span(found.lastgroup or 0), "account", (1, 1))
    for found in _PAPER.finditer(text):
        yield shown_ends(text, *found.span("number"), "id", (1, 1))
