"""Numerals, dates and quantities as GB/T 15835—2011 has them."""

import re

from microsite.rules.rule import NUMERALS, Rule, either, pairs_of, pattern

C = "一二三四五六七八九十百千万亿两"
DATES = "年|月|日|号(?!楼|院|线|桥)|周岁|[周届]"
UNITS = (
    "年|个?月|日|天|小时|分钟|时|秒|岁|人|名|位|户|栋|幢|套|个|家|次|项|条|件|篇|遍|倍|层|万|亿|元"
    "|米|公里|千米|公斤|千克|吨|平方|立方|亩|公顷|厘米|毫米|度|℃|km|kg|cm|mm|m|周|期|轮|楼|号楼|章|款"
)
COUNTED = (
    "天|年[前后间时内来]|个[月人小星多]|个(?![方])|周(?!岁)|次|人(?![称民])|位(?!间|次|数)|户(?!型)"
    "|名(?=党员|居民|同志|工作|干部|群众|志愿|工人)|倍|岁|米|公里|小时|分钟|元|公斤|吨"
)
THREE_OR_FIVE = (3, 5)
"""The only approximate number of two that do not follow each other, as in 三五天."""
NUMBER = rf"[0-9]+(?:\.[0-9]+)?|[{C}]+"


def _neighbours(found: re.Match[str]) -> str:
    """Return an approximate number without its mark, if the two follow each other."""
    digits = "一二三四五六七八九"
    first, second = (
        int(part) if part.isdigit() else digits.index(part) + 1 for part in found.groups()
    )
    if second != first + 1 and (first, second) != THREE_OR_FIVE:
        return found[0]
    return f"{digits[first - 1]}{digits[second - 1]}".replace("二三", "两三")


def _range(found: re.Match[str]) -> str:
    mark = "—" if re.match("年|月|日", found["unit"]) else "～"
    return f"{found['first']}{found['sign'] or ''}{mark}{found['second']}"


RULES = (
    Rule(
        "range-mark",
        "数值和时间的起止",
        "起止之间用一字线“—”或浪纹线“～”，不用连接号“-”和半角“~”。",
        "2013-2015年改造完成。",
        "2013—2015年，电话是0700-0000，日期写作2013-01-05，标准号 GB/T 15834-2011。",
        either(
            pattern(
                r"(?<![0-9.\-/A-Za-z~])(?P<first>[0-9]+(?:\.[0-9]+)?)(?P<sign>年|月|日|时|%|℃)?"
                rf" ?[-–－] ?(?P<second>[0-9]+(?:\.[0-9]+)?)(?= ?(?P<unit>{UNITS}|%|‰))",
                "起止之间写成“{right}”",
                _range,
                needs="-–－",
            ),
            pattern(r"(?<=[0-9%年月日时])~(?=[0-9])", "浪纹线写成“～”", "～", needs="~"),
            pattern(
                r"(?<![0-9:])([0-9]{1,2}:[0-9]{2}) ?[-–－~] ?([0-9]{1,2}:[0-9]{2})(?![0-9:])",
                "起止时间写成“{right}”",
                r"\1—\2",
                needs=":",
            ),
        ),
        level="warning",
        source=NUMERALS,
        fixes=True,
    ),
    Rule(
        "range-percent",
        "百分数的起止",
        "百分号前后都要写。",
        "绿化率提高10～20%。",
        "绿化率提高10%～20%。",
        pattern(
            r"(?<![0-9.\-/A-Za-z年第])([0-9]+(?:\.[0-9]+)?) ?(?:[-–—－~～]|至|到) ?"
            r"([0-9]+(?:\.[0-9]+)?[%％‰])",
            "写成“{right}”",
            lambda found: f"{found[1]}{found[2][-1]}～{found[2]}",
            needs="%％‰",
        ),
        source=NUMERALS,
        fixes=True,
    ),
    Rule(
        "range-scale",
        "“万”“亿”的起止",
        "起止两个数都写明“万”“亿”和单位，以免误读。",
        "每户补助13～17万元。",
        "每户补助13万元～17万元。",
        pattern(
            r"(?<![0-9.\-/A-Za-z年])([0-9]+(?:\.[0-9]+)?) ?[-–—－~～] ?"
            r"([0-9]+(?:\.[0-9]+)?)([万亿]+)"
            r"(元|人|户|套|吨|平方米|千瓦时|株|亩|册|份|次)?",
            "写成“{right}”",
            lambda found: "{1}{3}{4}～{2}{3}{4}".format(*[found[n] or "" for n in range(5)]),
            needs="万亿",
        ),
        level="warning",
        source=NUMERALS,
    ),
    Rule(
        "number-neighbours",
        "相邻的约数",
        "相邻两个数连用表示约数，用汉字，中间不加顿号。",
        "工期还有3、4天。",
        "工期还有三四天；第3、4条和7、8月份的安排另行通知。",
        either(
            pattern(
                rf"(?<![0-9、.:第表图附件款条月日])([1-8])、([2-9])(?=(?:{COUNTED})(?!楼|型))",
                "约数写成“{right}”",
                _neighbours,
                needs=pairs_of("12345678", "、"),
            ),
            pattern(
                rf"(?<![{C}、第、\n。：；])([一二三四五六七八])、([二三四五六七八九])(?={COUNTED})",
                "约数写成“{right}”",
                _neighbours,
                needs=pairs_of("一二三四五六七八", "、"),
            ),
        ),
        source=NUMERALS,
    ),
    Rule(
        "number-few",
        "数字加“几”",
        "带“几”的约数用汉字。",
        "来了10几个人。",
        "来了十几个人。",
        pattern(
            "(?<![0-9.])([1-9])?[0-9]+几(?=[个人年天次户名位万元岁公里米栋条家])|几[0-9]+(?=[个人年天次户名位])",
            "带“几”的约数用汉字，例如十几、几十",
            needs=(*pairs_of("0123456789", "几"), *pairs_of("几", "0123456789")),
        ),
        source=NUMERALS,
    ),
    Rule(
        "year-short",
        "年份缩写",
        "年份写全四位。",
        "08年建成的小区。",
        "2008年建成的小区，用了15年，在20世纪90年代翻修过。",
        pattern(
            r"(?<![0-9.第年:/\-—～])(?:0[0-9]年(?!级)"
            r"|[0-9]{2}年(?=[0-9]{1,2}月|度|上半年|下半年|年[初底])"
            r"|(?<=[于在自从])[5-9][0-9]年(?![代来间内里以之的时后前])"
            r"|[89][0-9]年(?=[初底]|建成|竣工|毕业|出生|入党|入学|参加|开始|修建|分到))",
            "年份写全四位，例如2008年",
            needs=pairs_of("0123456789", "年"),
        ),
        source=NUMERALS,
    ),
    Rule(
        "year-zero",
        "年份里的“零”",
        "汉字年份里的零写作“〇”；正文里的年份用阿拉伯数字。",
        "二零一九年成立。",
        "2019年成立，落款为二〇一九年。",
        pattern(
            "(?<![一二三四五六七八九〇零])[一二][零〇OoＯ0○一二三四五六七八九]{3}(?=年)",
            "年份写成“{right}”",
            lambda found: re.sub("[零OoＯ0○]", "〇", found[0]),
            needs=pairs_of("零〇OoＯ0○一二三四五六七八九", "年"),
        ),
        level="warning",
        source=NUMERALS,
        fixes=True,
    ),
    Rule(
        "number-fold-less",
        "减少不用“倍”",
        "“倍”只用于增加；减少要写百分之几或几分之一，数字由作者核定。",
        "投诉量减少了3倍。",
        "投诉量减少了三成，满意率提高了一倍。",
        pattern(
            rf"(?:减少|降低|下降|缩短|缩小|减轻|压缩|减弱)(?:到|至)?了?(?:近|约)?(?:{NUMBER})倍",
            "“{found}”：减少不用“倍”，请改成百分之几或几分之一",
            needs="倍",
        ),
        source=NUMERALS,
    ),
    Rule(
        "approximate-twice",
        "重复的约数",
        "表示大约的词只用一个。",
        "现场来了约30人左右。",
        "现场来了约30人，节约20余万元，附近30多户都到了。",
        either(
            pattern(
                rf"(?:(?<![最附邻临靠相贴新远])近|(?<![节预条合公契大违签邀相特制])约|大约|大概|将近|接近)[有为占需计]?(?:{NUMBER})多?"
                rf"(?:余|左右|上下|(?:{UNITS}){{1,2}}(?:左右|上下))",
                "“{found}”重复表示大约，只留一个",
                needs=("余", "左右", "上下"),
            ),
            pattern(
                rf"(?:超过|突破|至少|不少于|不低于|高于|多于)了?(?:{NUMBER})[%％]?(?:余|(?:{UNITS}){{0,2}}以上)",
                "“{found}”意思重复，只留一个",
            ),
            pattern(
                rf"(?:超过|突破|至少|不少于|不低于|多于)了?(?:近|将近|接近)(?:{NUMBER}|百|千)",
                "“{found}”意思矛盾，只留一个",
                needs="近",
            ),
            pattern(
                rf"(?:不足|不到|至多|最多|低于|少于|不超过)(?:{NUMBER})[%％]?(?:{UNITS}){{0,2}}以下",
                "“{found}”意思重复，只留一个",
            ),
        ),
        level="warning",
        source=NUMERALS,
    ),
    Rule(
        "number-marks",
        "数字里的中文标点",
        "数字里的小数点和分节号用半角。",
        "投资3。5亿元，种树12，000株。",
        "投资3.5亿元，种树12000株；见第1，2条，拨打110，119。",
        either(
            pattern(
                "(?<=[0-9])．(?=[0-9])|(?<=[0-9])。(?=[0-9]+(?:[万亿%元米倍]|平方|公里|公顷|吨))",
                "小数点写成“.”",
                ".",
                needs=("．", *pairs_of("。", "0123456789")),
            ),
            pattern(
                "(?<=[午间早晚日周至到—～-])((?:[01]?[0-9]|2[0-4]))：([0-5][0-9])(?![0-9])"
                "|(?<=间为)((?:[01]?[0-9]|2[0-4]))：([0-5][0-9])(?![0-9])",
                "时间写成“{right}”",
                lambda found: found[0].replace("：", ":"),
                needs=pairs_of("0123456789", "："),
            ),
            pattern(
                # No item of a list begins with a zero, and prices are seldom told without 分别.
                "(?<![0-9，.第])[1-9][0-9]{0,2}(?:，[0-9]{3})*，0[0-9]{2}(?:，[0-9]{3})*(?![0-9，年])"
                "|(?<![0-9，.第])(?<!分别)(?<!分别[为是])"
                "[1-9][0-9]{0,2}(?:，[0-9]{3}){2,}(?=元|平方米|公里|千米)",
                "分节不用中文逗号，写成“{right}”",
                lambda found: found[0].replace("，", ""),
                needs=pairs_of("，", "0123456789"),
            ),
        ),
        source=NUMERALS,
    ),
)
