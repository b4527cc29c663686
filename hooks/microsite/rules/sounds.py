"""Words that are often told together, with a letter of the same sound in the place of another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate
from types import MappingProxyType
from typing import Final, NamedTuple

from microsite.rules.passage import Passage, pairs, places
from microsite.rules.rule import Finding, Rule, finding

_BEGINNINGS = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹"
    "春戳疵聪凑粗蹿摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该"
    "干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆"
    "炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦"
    "驴峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女"
    "暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉"
    "茹软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏"
    "特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵"
    "英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
"""The first letter of each syllable in the order of the common letters of GB/T 2312."""
_COMMON = range(0xB0, 0xD8), range(0xA1, 0xFF)
"""Where these letters stand, by their two bytes; they are in the order of their sounds."""
_OFTEN = (
    "隐患排查 规范管理 专项整治 整治行动 监督管理 安全生产 工程施工 施工现场 施工单位 "
    "建设单位 监理单位 竣工验收 分户验收 质量安全 质量监督 物业管理 物业服务 老旧小区 "
    "小区改造 危房改造 农房安全 加装电梯 既有住宅 住房保障 保障住房 租赁住房 租赁市场 "
    "配租配售 商品住房 预售资金 资金监管 市场监管 房屋征收 征收补偿 房屋租赁 房屋安全 "
    "房屋鉴定 安全鉴定 维修资金 装饰装修 违法建设 违章建筑 建筑工地 建筑市场 建筑垃圾 "
    "垃圾分类 绿化美化 环境卫生 环境整治 文明城市 文明施工 扬尘治理 扬尘污染 污染防治 "
    "雨污分流 供热管网 燃气安全 供水管网 排水管网 地下管网 消防通道 消防安全 消防设施 "
    "充电设施 停车泊位 停车管理 便民服务 为民服务 政务服务 政务公开 营商环境 优化环境 "
    "信用评价 信用监管 招标投标 工程造价 抗震设防 高处坠落 有限空间 应急预案 应急演练 "
    "应急处置 应急救援 防汛抗旱 防灾减灾 值班值守 督导检查 监督检查 专项检查 执法检查 "
    "行政执法 行政审批 行政处罚 整改落实 责任落实 主体责任 责任担当 一岗双责 压实责任 "
    "狠抓落实 全面落实 贯彻落实 扎实推进 稳步推进 积极推进 加快推进 统筹推进 协调推进 "
    "有序推进 高度重视 统一思想 提高认识 加强领导 组织领导 周密部署 精心组织 形成合力 "
    "取得实效 取得成效 营造氛围 良好氛围 广泛宣传 宣传教育 宣传引导 入户走访 走访慰问 "
    "调查研究 座谈交流 征求意见 会议精神 讲话精神 重要讲话 重要指示 重要论述 决策部署 "
    "工作部署 安排部署 城市更新 城市建设 城乡建设 城市体检 海绵城市 完整社区 智慧城市 "
    "韧性城市 宜居城市 历史文化 文化街区 传统村落 美丽乡村 乡村振兴 人居环境 结对帮扶 "
    "精准帮扶 对口帮扶 困难群众 民生实事 民生工程 惠民工程 群众满意 党建引领 党员干部 "
    "党员先锋 主题党日 三会一课 民主评议 理论学习 学习教育 主题教育 警示教育 廉政教育 "
    "廉洁自律 作风建设 纪律建设 制度建设 队伍建设 思想建设 政治建设 基层治理 社区治理 "
    "社会治理 综合治理 矛盾纠纷 化解矛盾 纠纷调解 信访事项 投诉举报 接诉即办 群众诉求 "
    "立行立改 举一反三 建章立制 长效机制 工作机制 体制机制 联席会议 部门联动 协同配合 "
    "密切配合 通力协作 信息共享 数据共享 资源共享 互联互通 规划设计 规划建设 绿色建筑 "
    "建筑节能 节能改造 节能减排 绿色低碳 低碳发展 改革创新 科技创新 技能竞赛 业务培训 "
    "技术培训 岗位练兵 典型经验 先进典型 示范引领 示范工程 优质工程 竣工备案 施工许可 "
    "资质审批 资质管理 从业人员 工资支付 白蚁防治 物业纠纷 公共收益 公共设施 公共服务 "
    "公共租赁 配套设施 基础设施 市政设施 市政道路 道路改造 道路养护 桥梁养护 路灯照明 "
    "园林绿化 口袋公园 健身步道 养老服务 志愿服务 社区服务 上门服务 窗口服务 服务群众 "
    "服务企业 深入基层 深入群众 联系群众 依靠群众 群众路线 依法行政 依法治理 法治建设 "
    "普法宣传 严格执法 公正执法 规范执法 文明执法 公平公正 公开透明 阳光操作 清正廉洁 "
    "担当作为 真抓实干 攻坚克难 开拓创新 锐意进取 再接再厉 凝心聚力 同心协力 齐心协力 "
    "勇于担当 履职尽责 尽职尽责 认真履职 履行职责 明确责任 明确分工 细化措施 强化措施 "
    "采取措施 防范措施 强化监管 强化管理 动态管理 台账管理 清单管理 销号管理 网格管理 "
    "精细管理 日常巡查 巡查检查 安全巡查 风险隐患 重大隐患 消除隐患 整改隐患 风险防控 "
    "防控风险 风险评估 科学评估 合理布局 科学规划 因地制宜 分类施策 精准施策 综合施策 "
    "突出重点 聚焦重点 补齐短板 完善设施 完善机制 健全机制 健全制度 完善制度 严格审核 "
    "严格落实 认真落实 认真学习 深入学习 深入开展 扎实开展 集中开展 集中整治 集中攻坚 "
    "全力推进 全力保障 切实加强 切实维护 合法权益 切身利益 公共利益 社会稳定 和谐稳定 "
    "和谐社区 平安建设 平安社区"
)
"""Two words of two letters each, which few other words sound like."""
_RIGHT = (
    "散会 主体 主题 会意 体质 当日 共相 分馏 为生 合理 合力 上品 底下 处治 "
    "学系 旅行 询查 公地 试场 市长 应季 廉正 异见 执罚 机能 投宿 抗寒 正治 整枝 "
    "有闲 机织 立论 兼管 创口 厉行 励行 例行 力行 净心 西化 结队 同一 联系 不齐 "
    "平价 调节 同道 造假 部属 采区 肿大 中点 重典 小号 长啸 防空 仰光 雨雾 任性 "
    "专向 转向 预收 坚定 检定 防止 防制 官网 燃起 时效 失效 职守 检察 全免 有需 "
    "重拾 思乡 指使 城事 移居 一居 历时 民声 时事 实时 实施 世事 史事 失事 书籍 "
    "警世 急办 连动 互连 师范 受益 法制 公证 权力 围护 建社 无业 补长 正误 机智"
)
"""What sounds nearly like one of these words, and is one as well."""
_PARTICLES = frozenset(
    "的地得了着过和与及以于已也又有在再到是时使之只不并被把将就要为未由等自则者而其起即既从向对"
)
"""Such as may stand between a word and another that only sounds like the second."""


def _sounds() -> dict[int, str]:
    """Return what translates common letters to what stands for their syllables."""
    rows, cells = _COMMON
    codes = (bytes((row, cell)) for row in rows for cell in cells)
    letters = "".join(code.decode("gb2312", "ignore") for code in codes)
    numbers = accumulate(letter in _BEGINNINGS for letter in letters)
    return {ord(letter): chr(number) for letter, number in zip(letters, numbers, strict=True)}


_SOUNDS: Final = MappingProxyType(_sounds())


class _Partners(NamedTuple):
    """What a word is often told with, by the way it sounds."""

    word: str
    before: Mapping[str, str]
    behind: Mapping[str, str]


def _partners() -> dict[int, _Partners]:
    """Return every word with its partners, by the pair of letters that it is."""
    before: defaultdict[str, dict[str, str]] = defaultdict(dict)
    behind: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for words in _OFTEN.split():
        first, second = words[:2], words[2:]
        behind[first][_sound(second)] = second
        before[second][_sound(first)] = first
    return {
        pair: _Partners(word, before[word], behind[word])
        for word in (*behind, *before)
        for pair in pairs(word)
    }


def _sound(word: str) -> str:
    return word.translate(_SOUNDS)


_PARTNERS: Final = MappingProxyType(_partners())
_PAIRS: Final = frozenset(_PARTNERS)
_WORDS: Final = frozenset((*_RIGHT.split(), *(partners.word for partners in _PARTNERS.values())))


def _slips(passage: Passage) -> Iterator[Finding]:
    for pair in _PAIRS & passage.pairs:
        partners = _PARTNERS[pair]
        for at in places(passage.text, partners.word):
            yield from _around(passage, at, partners)


def _around(passage: Passage, at: int, partners: _Partners) -> Iterator[Finding]:
    """Find what sounds like a partner of the word that stands at `at`, on either side of it."""
    text = passage.text
    for known, start in ((partners.before, max(at - 2, 0)), (partners.behind, at + 2)):
        written = text[start : start + 2]
        right = known.get(_sound(written))
        if right and _is_slip(written, right, is_behind=start > at):
            message = f"“{{found}}”写错了，和“{partners.word}”在一起应为“{{right}}”"
            yield finding(passage, start, start + 2, message, right)


def _is_slip(written: str, right: str, *, is_behind: bool) -> bool:
    if written in _WORDS:
        return False
    [*wrong] = (at for at in range(2) if written[at] != right[at])
    return len(wrong) == 1 and not (is_behind and wrong == [0] and written[0] in _PARTICLES)


RULES = (
    Rule(
        "wording-sound",
        "常用搭配里音同的字",
        "拼音输入时选错了字，读起来一样，写出来不对。",
        "扎实推近隐患排察。",
        "扎实推进隐患排查，工作及制度建设，接诉急办，转向管理，合理布局。",
        _slips,
        level="warning",
    ),
)
