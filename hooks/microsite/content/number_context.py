"""What stands beside a long number, and tells whether it may be a person's."""

import re

_WORD = re.compile(r"(?<![0-9A-Za-z])(?P<word>[A-Za-z]*)(?P<link>[_-]?)$")
_SLUG = re.compile("[a-z]-$")
_OTHER = re.compile(r"(?<![0-9A-Za-z])(?:20[0-9]{2}(?:-?[0-9]{2}){0,2}|1[3-9][0-9]{9})[_-]$")
"""A day or another telephone, to which a number may be tied."""
_LATIN_CALLS = frozenset(
    {
        *("tel", "phone", "mobile", "mob", "cell", "call", "fax"),
        *("wechat", "weixin", "wx", "vx", "sj", "dh", "lxdh"),
    }
)
_DEVICES = frozenset({"sn", "isbn", "issn", "barcode"})
_RECORD = re.compile(
    "(?:编号|编码|代码|单号|案号|文号|证号|批号|序号|许可证编?号|流水号|合同编?号|备案号|标识码|监管码)"
    r"\s?(?:为|是)?[^0-9A-Za-z，。；、“”\n]{0,3}$"
)
"""Stands before numbers of things and of bodies."""
_CALL = re.compile("电话|手机|致电|联系|热线|拨打|来电|咨询|微信|短信")
"""Says whose number follows, whatever stands farther off."""
_CALLED = re.compile(
    "(?:电话|手机|致电|联系|热线|拨打|来电|微信)(?:号码?|是|为|人|我)?[：:（( ]{0,2}$"
)
_AMOUNT = re.compile(r"\s?(?:元(?!旦|宵)|[万亿]|美元|平方|立方|吨|千[克瓦]|公里|人次)")
_PART = re.compile(r"[¥￥$]\s?$|[0-9]\.$")
"""Stands before amounts and decimals."""
_ADDRESS = re.compile(r"https?://[!-~]*$")
_ASKED = re.compile("(?:tel|phone|mobile)=$", re.IGNORECASE)


def stands_alone(before: str) -> bool:
    """Tell whether a number begins behind `before`, and is no part of a code or a digest."""
    if _SLUG.search(before) or _OTHER.search(before):
        return True
    found = _WORD.search(before)
    if not found or found["word"].lower() in _DEVICES:
        return False
    is_code = found["link"] == "-" and found["word"]
    return not is_code or _is_call(found["word"])


def letters_before(before: str) -> str:
    """Return the letters that a number is stuck to, unless they say that it is a telephone's."""
    found = _WORD.search(before)
    word = found["word"] if found else ""
    return "" if _is_call(word) else word


def is_of_a_thing(before: str) -> bool:
    """Tell whether the words before a number say that it belongs to a thing or to a body."""
    found = _RECORD.search(_WORD.sub("", _OTHER.sub("", before)))
    return found is not None and not _CALL.search(before, found.start())


def is_amount(text: str, end: int, before: str) -> bool:
    """Tell whether the words behind a number say that it is an amount."""
    return bool(_AMOUNT.match(text, end)) and not _CALLED.search(before)


def is_part(text: str, start: int) -> bool:
    """Tell whether what begins at `start` is a part of an amount or of an address."""
    line = text[max(start - 300, 0) : start]
    if _PART.search(line[-8:]):
        return True
    return bool(_ADDRESS.search(line)) and not _ASKED.search(line)


def _is_call(word: str) -> bool:
    return word.lower() in _LATIN_CALLS
