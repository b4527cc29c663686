"""Characters that look right and are not: what copying from PDF files and old programs leaves."""

import re
import unicodedata

from microsite.rules.rule import H, Rule, letters_of, pattern

_SIMPLIFIED = dict(
    zip(
        "⺁⺄⺅⺆⺈⺊⺌⺍⺎⺏⺐⺑⺗⺘⺙⺜⺝⺠⺡⺢⺣⺤⺥⺪⺫⺬⺭⺮⺯⺰⺱⺶⺷⺸⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻏⻐⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂乙人冂刀卜小小兀尣尢尣心手攵日月民水水火爪爪疋目示礻竹糸纟网羊羊羊老肀聿肉艹艹艹虎衤覀西见角讠贝足车辶阝钅长门阝雨青韦页风飞食食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
) | {"⼾": "户", "⿈": "黄", "⾭": "青", "⾯": "面"}
# Their own forms are traditional or rare.

LOOKALIKES = "⺀-⿕\uf900-\ufaff︰-﹯ﬀ-ﬆ"
INVISIBLE = "\u00ad-\u00ad\u180e-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
PRIVATE = "\ue000-\uf8ff"
FULL_WIDTH = "０-９Ａ-Ｚａ-ｚ"


def _usual(found: re.Match[str]) -> str:
    return "".join(
        _SIMPLIFIED.get(letter, unicodedata.normalize("NFKC", letter)) for letter in found[0]
    )


RULES = (
    Rule(
        "characters-lookalike",
        "形似的特殊字符",
        "从 PDF 复制来的部首字符和兼容字符看着一样，却搜不到，也读不出。",
        "建设⼈⺠满意的城市。",
        "建设人民满意的城市。",
        pattern(
            f"[{LOOKALIKES}]+",
            "“{found}”是形似的特殊字符，请改成“{right}”",
            _usual,
            needs=letters_of(LOOKALIKES),
        ),
        fixes=True,
    ),
    Rule(
        "characters-invisible",
        "看不见的字符",
        "粘贴带来的零宽字符看不见，却会打断搜索和朗读。",
        "征求\u200b意见。",
        "征求意见。",
        pattern(
            f"[{INVISIBLE}]+",
            "这里有看不见的字符，请删去",
            "",
            needs=letters_of(INVISIBLE),
        ),
        fixes=True,
    ),
    Rule(
        "characters-garbled",
        "乱码",
        "转换编码时丢失了文字，只能找原稿补上。",
        "各科室锟斤拷请认真落实。",
        "各科室请认真落实。",
        pattern(
            f"[�{PRIVATE}□]+|锟斤拷|烫烫烫|屯屯屯",
            "这里是乱码“{found}”，请对照原稿补上",
            needs=(*letters_of(PRIVATE), *"�□锟烫屯"),
        ),
    ),
    Rule(
        "characters-full-width",
        "全角字母和数字",
        "数字和外文字母用半角。",
        "共有１２栋楼。",
        "共有12栋楼。",
        pattern(
            f"[{FULL_WIDTH}]+(?:．[０-９]+)?",
            "数字和字母用半角，写成“{right}”",
            lambda found: unicodedata.normalize("NFKC", found[0]),
            needs=letters_of(FULL_WIDTH),
        ),
        level="warning",
        source="GB/T 15835—2011《出版物上数字用法》",
        fixes=True,
    ),
    Rule(
        "characters-spaced",
        "字间的空格",
        "字与字之间不加空格；居中和对齐由网站的版式决定。",
        "关 于 开 展 活 动 的 通知",
        "关于开展活动的通知",
        pattern(
            rf"(?<![{H}])(?:[{H}][ 　]+){{3,}}[{H}](?![{H}][ 　])",
            "字间不加空格，写成“{right}”",
            lambda found: re.sub("[ 　]", "", found[0]),
            needs=" 　",
        ),
        level="warning",
    ),
)
