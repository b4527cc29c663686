"""What was to be filled in and was forgotten."""

import re
from collections.abc import Iterator

from microsite.content.layout import STORIES
from microsite.rules.passage import Passage, beside
from microsite.rules.rule import Finding, H, Rule, either, finding, pairs_of, pattern

_VAGUE = re.compile(
    r"(?<![最临附将靠])近日(?=[，,来从由]|\n)|(?<=[\n。，])日前(?=，)|昨天|昨日(?!重现)|前天"
    r"|(?P<year>今年|去年(?!同期)|明年)"
)
_VAGUE_PAIRS = beside(("近日", "日前", "昨天", "昨日", "前天", "今年", "去年", "明年"))


def _vague_dates(passage: Passage) -> Iterator[Finding]:
    """Find words that lose their meaning with time, in stories; of years the first will do."""
    if not (passage.source.path.startswith(STORIES) and passage.has_any(pairs=_VAGUE_PAIRS)):
        return
    has_told = False
    for found in _VAGUE.finditer(passage.text):
        if not (has_told and found["year"]):
            message = "“{found}”过后就看不明白，请写具体日期或年份"
            yield finding(passage, *found.span(), message)
        has_told = has_told or bool(found["year"])


RULES = (
    Rule(
        "placeholder",
        "占位的文字",
        "“XX”“某某某”“待补充”是没有写完的地方，要补上或删去。",
        "XX社区于××月举办活动，名单待补充。",
        "示例社区举办了活动，尺码有 XL 和 XXL，犯罪嫌疑人李某某已到案，待补充材料齐全后受理。",
        either(
            pattern(
                r"(?<![A-Za-z0-9])(?:[Xx]{2,}|[Ｘｘ]{2,})(?![A-Za-z0-9])"
                rf"|(?<![0-9])[×✕✖]{{2,}}|(?<![{H}0-9])[×✕XＸ](?=[年月日市县区局省镇])"
                r"|附件[×✕XＸ](?![A-Za-z0-9])"
                rf"|(?<=[{H}])[○〇Ｏ]{{2,}}(?=[{H}])|(?<=[{H}])[△▲□■]{{1,}}(?=[{H}])|[?？]{{3,}}",
                "“{found}”是占位的记号，请补上内容，或改写成不需要它的句子",
                needs=(
                    *pairs_of("Xx", "Xx"),
                    "件X",
                    *pairs_of("X", "年月日市县区局省镇"),
                    *pairs_of("?？", "?？"),
                    *"×■□▲△○✕✖〇ＯＸｘ",
                ),
            ),
            pattern(
                r"某某某|(?<![王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆])"
                "某某(?=[市县区局镇乡村街路科处省厅]|社区|小区|单位|公司|同志|项目|领导|部门|地)",
                "“{found}”是占位的文字，请写明名称，或写“某”",
                needs=["某某"],
            ),
            pattern(
                "待(?:补充|填写|插入|录入|补录|添加|更新内容|上传)(?!材料|资料|的|完|齐|后|证|手续|信息|数据)"
                "|此处(?:应|请|需|待|可|将)?(?:填写|补充|插入|替换|添加|配图|填|写|放)|请在(?:此|这里)(?:处)?(?:输入|填写|编辑|添加)"
                "|(?:点击|双击|单击)(?:此处|这里)?(?:输入|编辑|添加)|[（(【](?:请|待)(?:填写?|补充?)[）)】]|[（(【]待定[）)】]|[（(【]略[）)】](?=\n)|占位(?:符|文字|图)"
                "|(?:标题|内容|正文|文字){2,}(?=\n)|测试测试|[测試]试(?:内容|文章|标题|正文|数据)(?=[0-9一二三。\n])",
                "“{found}”像是没有写完，请补上或删去",
                needs=(
                    *pairs_of("待", "补填插录添更上定"),
                    *("此处", "请在", "占位"),
                    *pairs_of("击", "此这输编添"),
                    *pairs_of("（(【", "略请待"),
                    *pairs_of("题容文字", "标内正文"),
                    *pairs_of("试", "测内文标正数"),
                ),
            ),
            pattern(
                r"(?i:(?<![a-z])(?:lorem ipsum|lorem|todo|tbd|fixme|tbc|placeholder)(?![a-z]))"
                r"|_{3,}|＿{2,}",
                "“{found}”像是没有写完，请补上或删去",
                needs=(
                    *pairs_of("oO", "dD"),
                    *pairs_of("bB", "cCdD"),
                    *pairs_of("xX", "mM"),
                    *pairs_of("lL", "oO"),
                    *pairs_of("eE", "hH"),
                    "__",
                    "＿＿",
                ),
            ),
        ),
    ),
    Rule(
        "date-vague",
        "相对的日期",
        "稿件会长期留在网上，“近日”“昨天”“今年”过后就看不明白，写具体日期。",
        "近日，街道召开了议事会。",
        "2026年3月5日，街道召开了议事会；今天的小区变了样。",
        _vague_dates,
        level="warning",
    ),
)
