"""The Party centre and whoever leads it, as public texts name them."""

from microsite.rules.rule import Rule, pattern

NAME = "习近平"
CORE = f"以{NAME}同志为核心的党中央"
_FOLLOWED = "(?=总书记|同志|主席|新时代|在|强调|指出|《|外交|法治|生态|经济|强军|文化)"

RULES = (
    Rule(
        "wording-core",
        "党中央的称谓",
        f"“{CORE}”是固定提法，一个字都不能改。",
        f"在以{NAME}总书记为核心的党中央坚强领导下。",
        f"在{CORE}坚强领导下。",
        pattern(
            f"以?{NAME}(?:同志|总书记|主席)*(?:作?为)(?:总书记|领导核心|核心|中心|领导)的?"
            "(?:党中央|中共中央|党的中央)",
            "写成“{right}”",
            CORE,
            needs="习",
        ),
    ),
    Rule(
        "wording-leader",
        "领导人的姓名",
        "领导人的姓名、职务一个字都不能错。",
        "学习习进平总书记重要讲话。",
        f"学习{NAME}总书记重要讲话，在学习近平台上交流。",
        pattern(
            f"(?:习[进金锦晋紧尽]平|习近[评苹坪萍凭瓶屏]|刁近平|习平近|习近平平|(?<!学)习近){_FOLLOWED}",
            "写成“{right}”",
            NAME,
            needs="习刁",
        ),
    ),
)
