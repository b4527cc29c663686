"""Set phrases, names of bodies and terms of the trade that one wrong letter spoils."""

from collections.abc import Iterable, Iterator

from microsite.content.site import group
from microsite.rules.nearly import Kept
from microsite.rules.passage import Passage
from microsite.rules.rule import Find, Finding, Rule, finding

_PHRASES = (
    "伟大建党精神 中央八项规定精神 国家治理体系和治理能力现代化 全面从严治党 全面依法治国 "
    "全面深化改革 社会主义现代化强国 党风廉政建设 批评与自我批评 民主集中制 组织生活会 "
    "先锋模范作用 战斗堡垒作用 “四个意识” 件件有着落 事事有回音 六个百分百"
)
_WHOLE_PHRASES = (
    "马克思列宁主义 毛泽东思想 邓小平理论 “两个维护” “两个确立” “四个自信” "
    "四个全面”战略布局 五位一体”总体布局 不忘初心、牢记使命 为人民服务的宗旨 "
    "全心全意为人民服务 社会主义核心价值观 中华民族共同体意识 中华民族伟大复兴 "
    "人类命运共同体 全过程人民民主 获得感、幸福感、安全感 中共中央办公厅 国务院办公厅 "
    "共产主义青年团"
)
_BODIES = (
    "全国人民代表大会 人民代表大会常务委员会 政治协商会议 中央纪律检查委员会 纪律检查委员会 "
    "纪委监委 国家发展和改革委员会 人力资源和社会保障 自然资源和规划 市场监督管理 "
    "生态环境局 生态环境厅 生态环境部 卫生健康委员会 人民检察院 综合行政执法局 "
    "城市管理行政执法局 住房公积金管理中心 交通运输局 农业农村局 中国共产党"
)
_TERMS = (
    "保障性租赁住房 公共租赁住房 住房公积金 住宅专项维修资金 业主委员会 不动产登记 "
    "建设工程规划许可证 建筑工程施工许可证 商品房预售许可证 低收入家庭 无障碍设施 "
    "海绵城市建设 房地产开发企业"
)
_IDIOMS = (
    "因地制宜 统筹兼顾 实事求是 与时俱进 求真务实 精益求精 齐抓共管 群策群力 集思广益 "
    "一如既往 循序渐进 举一反三 防微杜渐 未雨绸缪 兢兢业业 雷厉风行 以身作则 刻不容缓 "
    "全力以赴 持之以恒 相辅相成 一脉相承 安居乐业 喜闻乐见 家喻户晓 焕然一新 脚踏实地 "
    "弄虚作假 优亲厚友 艰苦奋斗 众志成城 锲而不舍 久久为功 有条不紊 络绎不绝 道路自信 "
    "理论自信 制度自信 文化自信 形式主义 官僚主义 享乐主义 中国式现代化"
)
_OTHER_SELF = tuple(f"自{letter}" for letter in "觉强身行主豪然立有动查建治己省")
_ALSO = {
    **dict.fromkeys(("道路自信", "制度自信"), _OTHER_SELF),
    "理论自信": (*_OTHER_SELF, "理念自信", "理性自信"),
    "文化自信": (*_OTHER_SELF, "文明自信", "文化互信"),
    "社会主义核心价值观": tuple(f"核心价值{letter}" for letter in "体理引的导追取标"),
    "“四个意识”": tuple(f"{word}”" for word in ("共识", "知识", "常识", "意见")),
    "“两个确立”": tuple(f"{word}”" for word in ("确保", "确认", "确定", "设立", "创立", "建立")),
    "形式主义": tuple(f"形式主{letter}" for letter in "体要持办题"),
    "邓小平理论": ("邓小平理念",),
    "伟大建党精神": ("政党精神", "建设精神"),
    "全面从严治党": ("从严管党",),
    "全面深化改革": ("深化变革",),
    "党风廉政建设": ("廉洁建设",),
    "批评与自我批评": ("批评和自我批评",),
    "先锋模范作用": ("示范作用",),
    "件件有着落": ("有下落",),
    "国务院办公厅": ("办公会",),
    "中共中央办公厅": ("办公会", "办公区"),
    "住房公积金": ("公租金",),
    "住宅专项维修资金": ("维修基金",),
    "保障性租赁住房": ("租赁用房",),
    "纪委监委": tuple(f"纪委{letter}委" for letter in "常省市县区州党工组政"),
    "人力资源和社会保障": ("人力资源社会保障",),
    "自然资源和规划": ("自然资源规划", "自然资源总规划"),
    "市场监督管理": ("监测管理",),
    "交通运输局": ("交通运管局",),
    "艰苦奋斗": ("艰辛奋斗", "艰难奋斗"),
    "实事求是": tuple(f"实事{letter}是" for letter in "就都不还正也只总便又可算既乃即才而则"),
    "统筹兼顾": ("照顾", "统筹回顾"),
    "脚踏实地": ("脚踏大地", "脚踏土地"),
    "一脉相承": ("一脉相传", "一脉相连", "一脉相通"),
    "安居乐业": ("宜居乐业",),
    "齐抓共管": ("齐抓严管", "齐抓齐管"),
    "中国式现代化": ("中国式现代的",),
}


def _kept(text: str, *, is_whole: bool = False) -> tuple[Kept, ...]:
    return tuple(Kept(words, _ALSO.get(words, ()), is_whole) for words in text.split())


NAMES = (*_kept(_PHRASES), *_kept(_BODIES), *_kept(_WHOLE_PHRASES, is_whole=True))
WORDS = (*_kept(_TERMS), *_kept(_IDIOMS, is_whole=True))


def slips(all: Iterable[Kept]) -> Find:
    """Return what finds all that is nearly one of the words that have to be exactly so."""
    known = tuple(all)
    numbers = group(range(len(known)), lambda number: known[number].needs)
    needed = frozenset(numbers)

    def find(passage: Passage) -> Iterator[Finding]:
        present = {number for pair in needed & passage.pairs for number in numbers[pair]}
        for one in map(known.__getitem__, sorted(present)):
            for start, end in one.slips(passage):
                yield finding(passage, start, end, "“{found}”写错了，应为“{right}”", one.words)

    return find


RULES = (
    Rule(
        "wording-slip",
        "固定提法、机构名称错了一个字",
        "固定提法和机构名称里换错、漏掉、多出、颠倒一个字。",
        "铸牢中华民族共同意识。",
        "铸牢中华民族共同体意识，弘扬社会主义核心价值体系。",
        slips(NAMES),
    ),
    Rule(
        "wording-slip-doubt",
        "行业用语、成语错了一个字",
        "行业用语和成语里换错、漏掉、多出、颠倒一个字。",
        "缴存住房公职金，做到因地治宜。",
        "缴存住房公积金，做到因地制宜，检查城镇燃气管网，当事人向法院起诉。",
        slips(WORDS),
        level="warning",
    ),
)
