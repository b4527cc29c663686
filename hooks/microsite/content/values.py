"""The kinds of value a record may hold: what is typed, what it becomes, and its JSON Schema.

The schemas describe the same text as a YAML 1.2 editor reads it, where `2023` is a number and
`true` a boolean.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Final
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")

YEAR = "(?:19|20)[0-9]{2}"
LEAP = "(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)"
DAY = (
    f"(?:{YEAR}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|{YEAR}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|{YEAR}-02-(?:0[1-9]|1[0-9]|2[0-8])|{LEAP}-02-29)"
)
CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
MINUTE = f"{DAY} {CLOCK}"
SLUG = "(?!(?:true|false)$)[a-z0-9]+(?:-[a-z0-9]+)*"
PAGE_ID = f"{SLUG}(?:/{SLUG})*"
MONTH_AND_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
EVENT_ID = f"{YEAR}{MONTH_AND_DAY}(?:-[a-z0-9]+)+"
DOMAIN = "[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*"
WHOLE = "0*[1-9][0-9]{0,5}"
DECIMAL = r"-?[0-9]+(?:\.[0-9]+)?"
ADDRESS = r"https?://[^\s/]+(?:/\S*)?"
REPOSITORY = r"[\w.-]+(?:/[\w.-]+)+"
HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"
SITE_ID = "(?:[0-9]{10}|bm[0-9]{8})"
ICP_RECORD = r"\S+ICP备[0-9]{6,8}号(?:-[0-9]+)?"
FINGERPRINT = "[0-9a-f]{32}"
VOID = "作废"
"""Stands before a fingerprint that holds no more."""
MAP_NUMBER = (
    "[一-鿿]{0,4}(?:[A-Z]{1,3}|审字)[一-鿿]{0,4}"
    rf" ?[(（〔\[]{YEAR}[)）〕\]] ?第?[0-9]{{1,6}}(?:-[0-9]{{1,4}})?号"
)
"""Loosely: provinces and cities number in several ways."""
POLICE_RECORD = r"\S+公网安备 ?[0-9]{14}号"

LOOSE_DAY = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]+(\d{1,2})[:：](\d{2}))?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a minute of it, in Asia/Shanghai."""

    day: date
    clock: time | None = None

    @property
    def is_all_day(self) -> bool:
        """Whether only the day is known."""
        return self.clock is None

    @property
    def instant(self) -> datetime:
        """The minute itself; midnight when only the day is known."""
        return datetime.combine(self.day, self.clock or time(), SHANGHAI)

    def __str__(self) -> str:
        return f"{self.day} {self.clock:%H:%M}" if self.clock else f"{self.day}"


def _error(code: str, message: str) -> PydanticCustomError:
    # Braces would be taken for placeholders of the template.
    return PydanticCustomError(code, "{message}", {"message": message})


def _scalar(value: object) -> str:
    if not isinstance(value, str):
        raise _error("type-text", "这里应当是一段文字，不是列表或下一层“名称: 内容”")
    if not value.strip():
        raise _error("value-empty", "引号里没有内容，请填写，或删去这一行")
    return value.strip()


def _text(value: object) -> str:
    return " ".join(_scalar(value).split())


def _flag(value: object) -> bool:
    text = _scalar(value).lower()
    if text not in {"true", "false"}:
        raise _error("value-flag", f"这里只能写 true（是）或 false（否），写的是 “{text}”")
    return text == "true"


def _count(value: object) -> int:
    text = _scalar(value)
    if not re.fullmatch(WHOLE, text):
        raise _error("value-count", f"这里应当是大于零的整数，写的是 “{text}”")
    return int(text)


def _number(value: object) -> str:
    text = _scalar(value)
    if not re.fullmatch(DECIMAL, text):
        raise _error("value-number", f"这里应当是一个数，只写数字不写单位，写的是 “{text}”")
    return text


def matching(pattern: str, code: str, expected: str) -> Callable[[object], str]:
    """Return what lets only text through that is all `pattern`.

    Args:
        pattern: A regular expression.
        code: Of the problem with any other text.
        expected: What the problem says, before it names what was written.
    """

    def check(value: object) -> str:
        text = _scalar(value)
        if not re.fullmatch(pattern, text):
            raise _error(code, f"{expected}，写的是 “{text}”")
        return text

    return check


def _day(value: object) -> date:
    text = _scalar(value)
    if not re.fullmatch(DAY, text):
        raise _date_error(text, "日期应写成 2023-04-21")
    return date.fromisoformat(text)


def _moment(value: object) -> Moment:
    text = _scalar(value)
    if re.fullmatch(DAY, text):
        return Moment(date.fromisoformat(text))
    return _minute(value, "日期应写成 2023-04-21，带时间的写成 2023-04-21 09:30")


def _minute(value: object, expected: str = "应写成日期加时间，例如 2023-04-21 09:30") -> Moment:
    text = _scalar(value)
    if not re.fullmatch(MINUTE, text):
        raise _date_error(text, expected)
    day, _, clock = text.partition(" ")
    return Moment(date.fromisoformat(day), time.fromisoformat(clock))


def schema(pattern: str) -> dict[str, str]:
    """Return the JSON Schema of text that is all `pattern`."""
    return {"type": "string", "pattern": f"^{pattern}$"}


def _date_error(text: str, expected: str) -> PydanticCustomError:
    """Return the error for a date that is not one, with the corrected text if there is one."""
    if match := LOOSE_DAY.fullmatch(text):
        year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
        try:
            guess = Moment(
                date(year or 0, month or 0, day or 0),
                time(hour, minute or 0) if hour is not None else None,
            )
        except ValueError:
            return _error("date-impossible", f"没有这一天或这个时刻：“{text}”，请核对；{expected}")
        if str(guess) != text:
            return _error("date-form", f"{expected}，写的是 “{text}”，是不是 “{guess}”？")
    return _error("date-form", f"{expected}，写的是 “{text}”")


WORD = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
FLAG = {"enum": [True, False, "true", "false"]}
COUNT = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": 999_999},
        {"type": "string", "pattern": f"^{WHOLE}$"},
    ]
}
NUMBER = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{DECIMAL}$"}]}

Text = Annotated[str, PlainValidator(_text), WithJsonSchema(WORD)]
"""One line of text; runs of white space are one space."""

Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema(FLAG)]

Count = Annotated[int, PlainValidator(_count), WithJsonSchema(COUNT)]

Number = Annotated[str, PlainValidator(_number), WithJsonSchema(NUMBER)]
"""A number with the very digits that were typed."""

Day = Annotated[date, PlainValidator(_day), WithJsonSchema(schema(DAY))]

DayOrMinute = Annotated[
    Moment, PlainValidator(_moment), WithJsonSchema(schema(f"{DAY}(?: {CLOCK})?"))
]

Minute = Annotated[Moment, PlainValidator(_minute), WithJsonSchema(schema(MINUTE))]

Domain = Annotated[
    str,
    PlainValidator(matching(DOMAIN, "domain-form", "只能用小写英文字母、数字、点和减号")),
    WithJsonSchema(schema(DOMAIN)),
]

Host = Annotated[
    str,
    PlainValidator(
        matching(HOST, "host-form", "这里写网站的域名，例如 gov.cn，不带 https:// 和路径")
    ),
    WithJsonSchema(schema(HOST)),
]


def _printed(pattern: str) -> tuple[PlainValidator, WithJsonSchema]:
    expected = "内容指纹由 microsite sign 填写，请不要手改"
    # One that has no letter but an `e` is a number for YAML.
    schema = {"type": ["string", "number"], "pattern": f"^{pattern}$"}
    return PlainValidator(matching(pattern, "fingerprint-form", expected)), WithJsonSchema(schema)


Fingerprint = Annotated[str, *_printed(FINGERPRINT)]

Binding = Annotated[str, *_printed(f"(?:{VOID})?{FINGERPRINT}")]
"""The fingerprint that 终审 binds, or bound until it became void."""

Repository = Annotated[
    str,
    PlainValidator(
        matching(REPOSITORY, "repository-form", "仓库写成“组/项目”，例如 zhujian/site，不带网址")
    ),
    WithJsonSchema(schema(REPOSITORY)),
]

SiteId = Annotated[
    str,
    PlainValidator(
        matching(SITE_ID, "site-id-form", "网站标识码是 10 位数字，部委网站是 bm 加 8 位数字")
    ),
    WithJsonSchema(
        {"anyOf": [schema(SITE_ID), {"type": "integer", "minimum": 10**9, "maximum": 10**10 - 1}]}
    ),
]
"""The site's code in the register of government sites (国办发〔2017〕47号)."""

IcpRecord = Annotated[
    str,
    PlainValidator(matching(ICP_RECORD, "icp-form", "应写成“某ICP备00000000号”这样的形式")),
    WithJsonSchema(schema(ICP_RECORD)),
]

PoliceRecord = Annotated[
    str,
    PlainValidator(matching(POLICE_RECORD, "police-form", "应写成“某公网安备”加 14 位数字加“号”")),
    WithJsonSchema(schema(POLICE_RECORD)),
]

MapNumber = Annotated[
    str,
    PlainValidator(
        matching(
            MAP_NUMBER,
            "map-number-form",
            "审图号照地图上印的写，像 GS(2024)0000号、某S(2024)000号 这样",
        )
    ),
    WithJsonSchema(schema(MAP_NUMBER)),
]
"""By which a map was approved for publication."""

Address = Annotated[
    str,
    PlainValidator(
        matching(ADDRESS, "address-form", "网址应以 https:// 或 http:// 开头，不带空格")
    ),
    WithJsonSchema(schema(ADDRESS)),
]
