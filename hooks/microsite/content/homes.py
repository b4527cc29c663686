"""Where people live, down to the door."""

import re
from collections.abc import Iterator

from microsite.content.names import SURNAMES, TITLES, H
from microsite.content.secret import Secret

_NUMERAL = "一二三四五六七八九十〇零"
_N = f"(?:[0-9]{{1,3}}|[{_NUMERAL}]{{1,3}}|[A-Za-z甲乙丙丁东西])"
_ROOM = f"(?:[1-9][0-9]{{0,3}}|[{_NUMERAL}]{{2,4}})"
_LAST = "0[1-9]|1[0-2]"
_DOOR = f"(?:[1-9][0-9]?(?:{_LAST})|[一二三四五六七八九][零〇][一二三四五六七八九])"
"""Floor and number on it."""
_NO_COUNT = (
    "(?![0-9.%％年月日时点分秒米平立万亿千元块个人台盏处套项名位条毫厘㎡²吨家次户份天多余车会展商铺km]"
    "|公里)"
)
_FLAT = "户(?=[主内家的，。、）)]|$)"
_HOUSE = f"(?:[0-9]{{1,4}}|[{_NUMERAL}]{{1,4}})"
_BLOCK = f"{_N}[ ]?(?:号楼|[栋幢座#]楼?)"
_BUILDING = f"(?:{_BLOCK}|{_N}号(?=[0-9{_NUMERAL}]{{1,2}}单元))"
_FLOOR = f"(?:{_N}[层楼])?"
_LINK = "[ ，,、的-]{0,2}"
_DASH = "[-－—#]"
_LIVES = "(?:住(?![建房宅院户])|居住地|户籍|家庭地址|家在|老家)[地址]?[为是在于]?[：: ]?"
_STREET = "(?:路|街|巷|弄|胡同|里|村|组|庄|屯|道|条|坊|院|小区|花园|新村|苑)"
_WHO = (
    "(?:的|独居|居民|住户|村民|业主|租户|老党员|党员|老人)*"
    f"(?:[{SURNAMES}](?:[{H}]{{0,2}}(?:{TITLES})|家)|老[{SURNAMES}](?![{H}]))"
)
_NAMED = f"室|号房|房(?![间屋])|{_FLAT}"
_ROOM_END = f"(?:{_NAMED}|(?!号?车位|轴){_NO_COUNT})"
_SPOKEN = "[一二三四五六七八九][零〇][一二三四五六七八九]"
_DOORWAY = f"(?:{_BLOCK}|号院{_LINK}{_HOUSE}楼){_LINK}第?[0-9{_NUMERAL}]{{1,2}}门"
"""A unit as people of the north call it."""
_PLACES = (
    f"{_DOORWAY}{_LINK}{_FLOOR}第?(?P<door>{_DOOR})(?:{_NAMED}|号(?![0-9楼线])|{_NO_COUNT}(?!号))",
    f"{_BLOCK}{_LINK}{_FLOOR}第(?P<door>[1-9][0-9]{{2,3}}|{_SPOKEN})(?:{_NAMED})",
    f"{_BLOCK}{_LINK}{_FLOOR}(?P<door>[1-9][0-9]{{2,3}})(?:{_NAMED}|(?<={_LAST}){_NO_COUNT})",
    f"{_BLOCK}{_LINK}{_FLOOR}(?P<door>{_SPOKEN}){_ROOM_END}",
    f"{_BLOCK}{_LINK}[0-9]{{1,2}}{_DASH}(?P<door>{_DOOR}){_ROOM_END}",
    f"(?<![0-9A-Za-z./-])[0-9]{{1,3}}{_DASH}(?P<door>{_DOOR})室",
)
"""Dwellings, unless an office is told of."""
_SIDES = "东西南北中左右"
_RESIDENT = (
    "(?:小区|花园|新村|家园|公寓|(?<![这那哪公])[里园苑村庄]|业主|居民|住户|租户|户主|房号|门牌号?|住址|家庭地址)"
    "[是为在的：:（( ]{0,2}"
)
_OWNER = "(?:业主|住户|租户|户主|房号|门牌号?|住址|家庭地址)[是为在：:（( ]{0,2}"
_IN_PARTS = f"(?<![0-9.-])[0-9]{{1,3}}{_DASH}[0-9]{{1,2}}{_DASH}(?P<door>{_DOOR})"
_UNIT = f"(?:第?{_BUILDING}{_LINK})?第?{_N}单元{_LINK}{_FLOOR}"
_STEPS = f"[0-9]{{1,3}}{_DASH}(?:[0-9]{{1,2}}{_DASH})?"
_SHORT = f"[^，。；\\n0-9{_NUMERAL}]{{0,6}}"
_EXPRESSIONS = (
    # A unit is a part of blocks of flats alone.
    f"{_UNIT}(?P<door>{_ROOM})(?:室|号房|房(?![间屋])|号(?![0-9楼线]))",
    f"{_UNIT}第(?P<door>{_ROOM})(?:室|号房|房(?![间屋]))",
    f"{_UNIT}(?P<door>{_DOOR})(?:{_FLAT}|{_NO_COUNT})",
    f"[0-9]{{1,4}}弄 ?[0-9]{{1,4}}号楼? ?(?P<door>[1-9][0-9]{{2,3}})室?{_NO_COUNT}",
    f"{_IN_PARTS}[室户号]",
    f"{_IN_PARTS}{_WHO}",
    f"{_RESIDENT}{_IN_PARTS}(?![0-9-]){_NO_COUNT}",
    f"{_OWNER}[0-9]{{1,3}}{_DASH}(?P<door>{_DOOR})(?![0-9-]){_NO_COUNT}",
    f"(?:{_N}单元{_LINK}|{_BLOCK}{_LINK}){_N}[层楼](?P<door>[{_SIDES}])户(?![型均])",
    f"{_LIVES}[^，。；\n]{{0,16}}?{_STEPS}(?P<door>{_DOOR}){_NO_COUNT}",
    f"{_LIVES}[^，。；\n]{{0,20}}?{_STREET}{_SHORT}(?P<door>{_HOUSE})号(?![0-9楼院线地码])",
    f"{_STREET}(?P<door>{_HOUSE})号{_WHO}",
    f"(?<![0-9-])(?P<door>{_DOOR})[室户]{_WHO}",
    f"住(?:在)?(?P<door>{_DOOR})[室户]",
)
_IN_PLACES, _FORMS = (tuple(map(re.compile, some)) for some in (_PLACES, _EXPRESSIONS))
_REASONS = (
    re.compile(f"[0-9{_NUMERAL}](?:室|户|房|号(?!楼))"),
    re.compile(f"(?:单元|门){_LINK}第?[0-9{_NUMERAL}]"),
    re.compile(f"[层楼栋幢座#](?:[{_SIDES}]户|{_LINK}(?:[0-9]{{3}}|[{_NUMERAL}][零〇]))"),
    re.compile(f"{_DASH}(?:[1-9][0-9]?(?:{_LAST})(?![0-9])|{_SPOKEN})"),
    re.compile("弄 ?[0-9]"),
)
"""One of them is found in every line with an address, and much sooner."""
_OFFICES = re.compile(
    "(?:中心|大厦|大楼|机关|办公|[局委厅]|政府|广场|学[校院]|医院|会堂|写字楼|基地|公司|银行|商[场铺]|驿站|服务站)"
    "(?![东西南北中]?[路街巷])"
)
_DWELLING = re.compile("小区|家属[院楼区]|宿舍|公寓|住户|家住|居住|住在|家在")
_SEAT = re.compile("(?<![住家])在|位于|地址|[迁搬]|[：:]")
"""Stands between an office and the housing estate that it has rooms in."""
_USED = re.compile(
    f"[（(，,{H}]{{0,6}}?(?:办公|会议|活动室|窗口|服务站|值班|物业|受理|报名|领取|咨询|接待|阅览|培训"
    "|签到|招标|开标)"
)
_BEFORE = 18


def homes(text: str) -> Iterator[Secret]:
    """Find addresses of dwellings in the words of a text."""
    for line in sorted({line for reason in _REASONS for line in _lines(text, reason)}):
        for place in _IN_PLACES:
            for found in place.finditer(text, *line):
                if not _is_office(text, *found.span()):
                    yield Secret(*found.span(), "home", *found.span("door"))
        for form in _FORMS:
            for found in form.finditer(text, *line):
                yield Secret(*found.span(), "home", *found.span("door"))


def _lines(text: str, reason: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    done = 0
    for found in reason.finditer(text):
        if found.start() >= done:
            start = text.rfind("\n", done, found.start()) + 1 or done
            end = text.find("\n", found.end())
            done = len(text) if end < 0 else end
            yield start, done


def _is_office(text: str, start: int, end: int) -> bool:
    clause = re.split("[。；\n]", text[max(start - _BEFORE, 0) : start])[-1]
    *_, last = (0, *(found.end() for found in _OFFICES.finditer(clause)))
    home = _DWELLING.search(clause, last)
    is_told = last > 0 and (home is None or bool(_SEAT.search(clause, last, home.start())))
    return is_told or bool(_USED.match(text, end))
