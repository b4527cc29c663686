"""Names and set phrases of party and state: any variant of them, not only those in the table."""

from microsite.rules.names import THOUGHT, name_variants, order_variants
from microsite.rules.rule import Rule, either, pairs_of, pattern

N = "[一二三四五六七八九十]"
DIGITS = "〇一二三四五六七八九"
QUOTED = "四个意识|四个自信|两个维护|两个确立|四个全面|五位一体|两学一做"


def _chinese(number: str) -> str:
    """Return a number below 100 in Chinese numerals."""
    tens, ones = divmod(int(number), 10)
    if not tens:
        return DIGITS[ones]
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"


RULES = (
    Rule(
        "wording-form",
        "全称不全",
        "指导思想、会议、机构的全称一个字都不能少，也不能颠倒。",
        "学习贯彻习近平新时代中国特色社会思想。",
        f"学习贯彻{THOUGHT}，推进中国特色社会主义事业，住房城乡建设部印发通知。",
        name_variants,
    ),
    Rule(
        "wording-order",
        "指导思想的顺序",
        "指导思想按形成的先后排列，全部写出时一项不少。",
        "坚持毛泽东思想、马克思列宁主义。",
        "坚持马克思列宁主义、毛泽东思想。",
        order_variants,
        level="warning",
        source="《中国共产党章程》",
    ),
    Rule(
        "wording-congress",
        "党的代表大会和全会",
        "届次用汉字；“大”就是全国代表大会，后面不加“会议”；全会属于“届”。",
        "党的20大报告指出。",
        "党的二十大报告，党的二十届三中全会，二十届中央纪委三次全会，约20大项。",
        either(
            pattern(
                "(?<=党的)第?([0-9]{1,2})大(?!会|项|类)",
                "届次用汉字，写成“{right}”",
                lambda found: f"{_chinese(found[1])}大",
                needs=["党的"],
            ),
            pattern(
                f"(?<=党的)(?:第({N}+)大(?!会)|({N}+)(?:次|届)大会?(?=[报精以召提指，。]))",
                "写成“{right}”",
                lambda found: f"{found[1] or found[2]}大",
                needs=["党的"],
            ),
            pattern(
                f"((?:党的|中共|学习|贯彻)(?:{N}+)大)会议(?!精神的)|(?<=党的)({N}{{2,}}大)会议",
                "“{found}”里“大”就是大会，删去“会议”",
                lambda found: found[1] or found[2],
                needs=pairs_of(N[1:-1], "大"),
            ),
            pattern(
                f"(?<=党的)(?:第)?([0-9]{{1,2}})届([0-9]|{N})中全会|(?<=党的)({N}+)届([0-9])中全会",
                "届次用汉字，写成“{right}”",
                lambda found: "{}届{}中全会".format(
                    *(
                        _chinese(part) if part.isdigit() else part
                        for part in found.groups()
                        if part
                    )
                ),
                needs=["中全"],
            ),
            pattern(
                f"({N}{{2,}})大({N})中全会|(?<=党的)(二十|十{N})({N})中全会|(?<=党的)({N}+)次({N})中全会",
                "全会属于“届”，写成“{right}”",
                lambda found: "{}届{}中全会".format(*[part for part in found.groups() if part]),
                needs=["中全"],
            ),
            pattern("(?<=中)全会会议(?=精神|公报|决定)", "写成“{right}”", "全会", needs="议"),
            pattern(
                f"(?<=党的)({N}+届)({N})(?:次全会|中会议|中全体会议)",
                "写成“{right}”",
                r"\1\2中全会",
                needs="届",
            ),
        ),
    ),
    Rule(
        "wording-joint",
        "联合发文的机关",
        "两个机关并列要用顿号分开，党的机关在前。",
        "中共中央国务院印发意见。",
        "中共中央、国务院印发意见；中共中央办公厅、国务院办公厅转发；中办、国办通知。",
        either(
            pattern(
                "(中共中央|党中央)[，,·． ]?(国务院)(?!办公厅)",
                "两个机关之间用顿号，写成“{right}”",
                r"\1、\2",
                needs="央",
            ),
            pattern(
                "国务院[、和]?(中共中央|党中央)(?!办公厅|政治局|组织部|宣传部|统战部|党校)",
                "党中央在前，写成“{right}”",
                r"\1、国务院",
                needs="央",
            ),
            pattern(
                "中共中央(?:办公厅)?[，,·． 和]?国务院办公厅|中共中央、国务院办公厅"
                "|国务院办公厅、中共中央办公厅",
                "写成“{right}”",
                "中共中央办公厅、国务院办公厅",
                needs="厅",
            ),
            pattern("中办国办|国办、中办", "写成“{right}”", "中办、国办", needs=("办国", "办、")),
        ),
    ),
    Rule(
        "wording-quoted",
        "固定提法的引号和搭配",
        "“四个意识”等是固定提法，带引号，搭配的词也固定：增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "坚定“四个意识”，做到“两个维护”。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        either(
            pattern(
                f"(?<![“‘、])(?:{QUOTED})(?![”’])",
                "这个提法要加引号，写成“{right}”",
                r"“\g<0>”",
                needs=[name[-2:] for name in QUOTED.split("|")],
            ),
            pattern(
                "(?:坚定|做到|树立|坚持)(?=“四个意识”)",
                "写成“{right}“四个意识””",
                "增强",
                needs=["个意"],
            ),
            pattern(
                "(?:增强|做到|树立|坚持)(?=“四个自信”)",
                "写成“{right}“四个自信””",
                "坚定",
                needs=["个自"],
            ),
            pattern(
                "(?:增强|坚定|树立|坚持)(?=“两个维护”)",
                "写成“{right}“两个维护””",
                "做到",
                needs="维",
            ),
        ),
        level="warning",
    ),
    Rule(
        "wording-set-phrase",
        "固定提法写错",
        "固定提法照公开文件的写法，不改字。",
        "推进“四个全面”战略部署。",
        "推进“四个全面”战略布局、“五位一体”总体布局，共建“一带一路”，开展“两学一做”学习教育，不忘初心、牢记使命。",
        either(
            pattern(
                "(?<=四个全面)(”?)(?:战略部署|总体布局|总体部署)",
                "写成“战略布局”",
                r"\1战略布局",
                needs=["个全"],
            ),
            pattern(
                "(?<=五位一体)(”?)(?:战略布局|战略部署|总体部署)",
                "写成“总体布局”",
                r"\1总体布局",
                needs="略署",
            ),
            pattern(
                "(?<=一带一路)(”?)(?:发展)?战略(?!支点|节点|合作|通道|对接|机遇)",
                "写成“倡议”",
                r"\1倡议",
                needs="略",
            ),
            pattern(
                "(?<=两学一做)(”?)(?:主题教育|专题教育|教育活动|学习活动|教育实践活动)",
                "写成“学习教育”",
                r"\1学习教育",
                needs=["一做"],
            ),
            pattern(
                "(?<!“)两个一百年(?!”)(?:的?奋斗)?的?目标|“两个一百年”的?目标|(?<!“)两个一百年(?!”)",
                "写成“{right}”",
                "“两个一百年”奋斗目标",
                needs=["百年"],
            ),
            pattern(
                "不忘初心[，,·．和 ]?牢记使命", "写成“{right}”", "不忘初心、牢记使命", needs="牢"
            ),
            pattern("牢记使命[、，]不忘初心", "写成“{right}”", "不忘初心、牢记使命", needs="牢"),
            pattern(
                "(?:一体推进|构建|健全|深化)不敢、不能、不想(?!腐)|不敢、不能、不想(?=(?:一体|的?体制|的?机制|有效机制))",
                "写成“不敢腐、不能腐、不想腐”",
                needs=["敢、"],
            ),
            pattern(
                "深入学习教育(?=[，。；、\n活]|工作会)",
                "写成“深入开展学习教育”",
                "深入开展学习教育",
                needs="习",
            ),
            pattern(
                "全国各省市(?!区|级|自治|、)",
                "写成“{right}”",
                "全国各省、自治区、直辖市",
                needs="省",
            ),
        ),
    ),
    Rule(
        "wording-post",
        "职务的名称",
        "县级以上人大常委会的负责人是主任，政协的负责人是主席；“主席”在人大只用于乡镇。",
        "市人大主席出席会议。",
        "镇人大主席、市人大常委会主任和市政协主席出席会议，市人大主席团举行会议。",
        either(
            pattern(
                "(?<=[市县区省州])(?:人民代表大会|人大)(副?)主席(?!团)",
                "写成“{right}”",
                r"人大常委会\1主任",
                needs=["主席"],
            ),
            pattern(
                "(?<=[市县区省州国])政协(副?)主任(?!委)",
                "写成“{right}”",
                r"政协\1主席",
                needs=["政协"],
            ),
            pattern(
                "(?<=[市县区省州])人大常委会(副?)主席|(?<=[市县区省州])人大(副?)主任(?!委)",
                "写成“{right}”",
                lambda found: f"人大常委会{found[1] or found[2] or ''}主任",
                needs=["人大"],
            ),
            pattern(
                "(?:人民代表大会常委会|人大常务委员会)",
                "简称和全称不混用，写成“{right}”",
                lambda found: (
                    "人大常委会" if found[0].startswith("人大") else "人民代表大会常务委员会"
                ),
                needs="常",
            ),
        ),
        level="warning",
    ),
)
