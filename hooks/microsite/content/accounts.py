"""What leads to a person besides numbers and mail: plates of cars, messengers, passports."""

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
_CHAT = "(?P<{}>{}[a-z][a-z0-9_-]{{5,19}}+)"
_SURE = "(?=[a-z_-]*[0-9_])"
"""Such as no plain word has."""
_LINK = "[：: ]{0,2}"
_MESSENGER = re.compile(
    rf"(?:(?<![a-z])qq(?!群)(?:号码?|账号)?(?:是|为)?{_LINK}(?P<qq>[1-9][0-9]{{4,10}})"
    "|(?:(?<!官方)(?<!政务)微信(?!公众|小程序|群)|薇信|(?<![a-z])(?:wechat|weixin|vx|wx)(?![a-z]))"
    rf"(?:(?:同?号码?|id|账号)(?:是|为)?{_LINK}|[：:] ?){_CHAT.format('chat', '')}"
    rf"|(?:(?<!官方)(?<!政务)(?<!企业)(?<!关注)(?<!关注我局)微信|薇信|(?<![a-z])加我?v信?|v信){_LINK}"
    f"{_CHAT.format('added', _SURE)}"
    r"|(?<![a-z0-9_])(?P<id>wxid_[a-z0-9]{6,20}))"
    r"(?![0-9a-z@/=]|\.[a-z]|[（(](?:公众号|小程序|视频号))"
)
_MESSENGERS = ("微信", "qq", "wechat", "weixin", "vx", "wx", "薇信", "v信", "加v", "加我v")
_PAPER = re.compile(
    r"(?:护照|通行证|军官证|士兵证|台胞证|居留证)[^，。；\n0-9A-Z]{0,8}(?P<number>[A-Z]{1,2}[0-9]{7,9})"
    "(?![0-9A-Za-z])"
)


def accounts(text: str) -> Iterator[Secret]:
    """Find them in a text without full-width letters."""
    for found in _PLATE.finditer(text):
        yield shown_ends(text, *found.span(), "plate", (2, 0))
    small = text.lower()
    if len(small) == len(text) and any(name in small for name in _MESSENGERS):
        for found in _MESSENGER.finditer(small):
            yield shown_ends(text, *found.span(found.lastgroup or 0), "account", (1, 1))
    for found in _PAPER.finditer(text):
        yield shown_ends(text, *found.span("number"), "id", (1, 1))
