"""How the bytes of a file are to be read, and what editors know that by."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

UTF_8: Final = "utf-8"
NAMES: Final = {
    "gbk": "GBK 编码（记事本里叫 ANSI）",
    "gb18030": "GB18030 编码",
    "utf-16": "UTF-16 编码（记事本里叫 Unicode）",
}
"""Of what programs on Chinese computers write besides UTF-8."""
_LOST = "\ufffd"


def encoding_of(data: bytes) -> str | None:
    """Return the codec that reads `data`: UTF-8 or one of `NAMES`; none if it is damaged."""
    if _reads(data, UTF_8):
        return UTF_8
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16" if _reads(data, "utf-16") else None
    if _is_mostly_utf_8(data):
        return None
    return next((codec for codec in ("gbk", "gb18030") if _reads(data, codec)), None)


def _reads(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf_8(data: bytes) -> bool:
    """Tell whether more Chinese letters can be read than not; other codecs would read others."""
    text = data.decode(UTF_8, "replace")
    lost = text.count(_LOST)
    return sum(not letter.isascii() for letter in text) - lost > lost
