"""Full names of people, as far as they can be told from other words without a dictionary."""

import re
from collections.abc import Iterator

from microsite.content.secret import Kind, Secret

H = "一-鿿"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
    "阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚"
    "文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟舒"
    "卜詹关苗凌费纪靳盛童欧甄项曲骆闵褚闫娄晏滕穆柴裘蔺仇池裴司席卫查屈鲍覃霍翁隋甘景"
)
COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯"
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国志文辉永红梅玉珍萍荣春凤琴素云莲真环雪"
    "爱妹香月莺媛瑞凡佳嘉琼勤贞莉娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹"
    "蓉眉君琳彬泽浩然子轩宇梓涵欣雨桐诗萱琪诺馨俊熙博思远懿辰逸睿沐宸奕皓语嫣若曦艺晨悦彤依菲莹可"
    "一小晓大海山仁波宁贵福生龙元全胜学祥才发武新利清飞富顺信昌成康星光天达岩中茂进林有坚和彪诚先"
    "敬震振壮会群豪心邦承乐绍功松善厚庆民友裕河哲江亮政谦亨奇固之轮翰朗伯宏言鸣朋斌梁栋维启克伦翔"
    "旭鹏士以树炎德行时泰盛雄琛钧冠策腾楠榕风航弘义兴良冰健世广安岚苑婕馥琬晴美娥芬燕彩菊惠珠翠雅"
    "芝萌甜笑蕾薇菁梦苗洁淑慧巧娇根柱宝贤忠孝礼智喜财旺金银铁木水火土东南西北长夏冬锋鑫森淼焱垚勋"
    "威煜烨晟凯恒峰毅钢淇淳润泓湘潇漫澜颢颜骏驰骁祖耀宗培传家显景昊旻昕昱晗卓尧舜禹睦禾秉稼穗笙筠"
    "筱箫紫绮翎芷芸苒茹荔葵蓝薰蝶裳谊豫贝赫越雯霖霏韵韬颐魁默黎麒玲楚珂蕊茵如意缘姗斯彦骞祺琰瑜瑛"
    "琨钰铭锐锡铎铮鸿鹤麟龄朝阳沛沁洲浚渊滨滢灿炜炳焕熠璇甫畅皎硕竹罡聪育茗蔚虎虹衡跃迎迪靖韶双帅"
    "柏业佩俐桃湖霜存保田鼎岭坤乾尔法洛丁川石俏渝雷"
)
"""Letters that most given names are made of."""
THIRD = "张三|李四|王五|赵六|钱七|孙八"
"""What nobody is called, and texts call everybody."""
COMMON = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林郭马罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴夏汪姜范姚谭廖邹熊"
    "郝孔崔毛邱秦"
)
"""Surnames that hardly begin a word."""
TITLES = (
    "大爷|大妈|大娘|大叔|大姐|大哥|大伯|大嫂|奶奶|爷爷|阿姨|叔叔|伯伯|婆婆|老师|师傅|女士|先生|同志|老汉"
    "|老太|老人|同学|医生|某"
)
NO_NAMES = (
    "雷锋 马克思 毛泽东 邓小平 张思德 白求恩 焦裕禄 孔繁森 高龄 金秋 安全 安静 "
    "安心 安居 安康 安宁 安利 安顿 安置 安生 文明 文学 文艺 文化 文旅 文山 文海 "
    "文星 文武 马上 马路 马力 马达 白天 白云 白雪 白玉 白银 江水 江南 江北 江河 "
    "江海 江山 江岸 于是 程序 方便 方言 方木 方正 方圆 许多 万元 万名 万家 万里 "
    "万民 万一 万岁 关于 关爱 关心 关怀 关山 温馨 温暖 温情 温泉 温州 石材 石家 "
    "石木 石雕 石英 任务 任何 向着 向东 向南 向西 向北 向海 向好 向善 高兴 高风 "
    "高大 高中 高远 高洁 高新 高清 高云 高明 高峰 高飞 高温 武术 武汉 金山 金水 "
    "金银 金光 金色 金华 金星 金钱 康乐 康复 常乐 常新 常见 常有 常态 常青 常德 "
    "梅花 梅香 梅林 梅雨 兰花 兰香 柳树 柳林 童心 童真 童年 路灯 路东 路西 路口 "
    "路长 路宽 管理 项目 庄严 贺信 贺年 贺喜 何以 何时 何人 易学 易行 易燃 田家 "
    "田林 田园 林木 林长 林海 林业 林立 龙头 龙凤 黄金 黄河 黄土 黄山 方家 史学 "
    "史实 施行 卫生 夏天 夏冬 苗木 辛勤 祝福 祝贺 祝寿 梁柱 梁木 凌晨 黎明 严明 "
    "严实 严冬 严惩 申明 焦点 颜色 盛夏 盛会 盛大 盛世 雷雨 雷电 毛利 汪洋 季风 "
    "段长 谷雨 洪水 洪亮 洪福 殷实 陶艺 查明 查清 查新 甘甜 甘泉 景观 景色 司法 "
    "纪律 纪念 鲁迅 柴火 柴油 温水 余生 孟春 季春 季冬 钟声 牛羊 阎王 左右 尤其 "
    "席位 卫士 邢台 范文 沈阳 郑州 吕梁 宋元 唐宋 唐诗 宋词 陈旧 严寒 林园 曲艺 "
    "曲线 曲谱 路树 关东 江东 向阳 马业 任意 施法 方法 何如 田业 石田 石川 万田 "
    "万业 万石 余存 金石 申请 申报 申领 方面 方式 方案 高考 高校 高等 高度 高层 "
    "高空 高处 高价 高额 高效 高质 金额 钱款 万分 周边 周围 周末 周期 周到 周密 "
    "周转 周知 周年 周一 周二 周三 周四 周五 周六 周日 陈述 陈列 陈设 张榜 张贴 "
    "张罗 杜绝 范围 范畴 范例 范本 胡同 陆续 余额 余下 余款 夏季 黄色 林地 罗列 "
    "徐徐 杨柳 董事 康养 梁上 叶片 丁字 唐代 宋代 王家 李家 张家 刘家 陈家 杨家 "
    "赵家 孙家 马家 孟子 孔子 毕业 任一"
)
"""Words that look like names, and people whom everybody may name."""

_WORD = f"(?:{'|'.join(NO_NAMES.split())})"
# What is looked at first is seldom there, so that little is spent on all the other letters.
_START = f"(?=[{SURNAMES}][{GIVEN}三四五六七八]|{COMPOUND})(?!{_WORD}|.(?:{TITLES}))"
NAME = f"{_START}(?:(?:{COMPOUND})[{GIVEN}]{{1,2}}|[{SURNAMES}][{GIVEN}]{{1,2}}|{THIRD})"
"""What is a name wherever it stands between the ends of words."""
LONG_NAME = f"{_START}(?:(?:{COMPOUND})[{GIVEN}]{{1,2}}|[{SURNAMES}][{GIVEN}]{{2}})"
"""What is a name whatever stands behind it, if a clause begins with it."""
LIKELY_NAME = f"(?:{NAME}|(?!{_WORD})[{COMMON}](?![{H}]?(?:{TITLES}))[{H}]{{1,2}})"
"""What is a name behind a word for a person."""
NAME_END = (
    f"(?=[^{H}]|$|{TITLES}|小朋友|[的是因患在和与及等有今身为被从又也已系说这住靠丧失无没腿双左右肢瘫卧做需每很年父母妻儿女得不突一"
    "生拿送收捐画写把用给向对获跑站举作朗带都最才只就会能则即同到来去将曾自原属符享申领常长独确幼家前现经多刚办换装修搬更改签走坐推扶请过]|告诉|十分|丈夫|纳入"
    "|参加|高兴|开心|表演)"
)
"""What stands behind a name."""
_SENTENCE_ENDS = re.compile("[。！？!?\n]")
_ALIAS = "化名"


def sentences(text: str, reason: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Return start and end of every sentence with a `reason` to look for names in it."""
    done = 0
    for found in reason.finditer(text):
        if found.start() < done:
            continue
        ends = [one.end() for one in _SENTENCE_ENDS.finditer(text, done, found.start())]
        start = ends[-1] if ends else done
        end = _SENTENCE_ENDS.search(text, found.end())
        done = end.start() if end else len(text)
        if _ALIAS not in text[start:done]:
            yield start, done


def named_in(text: str, span: tuple[int, int], kind: Kind) -> Secret:
    """Return the secret of a name, of which the surname may be shown."""
    start, end = span
    shown = 2 if re.match(COMPOUND, text[start:end]) else 1
    return Secret(start, end, kind, start + shown, end)
