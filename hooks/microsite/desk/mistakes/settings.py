"""Mistakes in addresses and numbers, and in the tables of words."""

from microsite.desk.mistakes.mistake import Mistake

BUREAU = "data/bureau.yml"
STORY = "docs/stories/2026/community-orders.md"
SYNONYMS = "data/synonyms.yml"
WORDING = "data/wording.yml"
SHORT_NAME = "short_name: 市住建局"

ADDRESSES = (
    Mistake(
        "address-form",
        "网址的写法不对",
        "网址以 https:// 或 http:// 开头，中间没有空格。",
        BUREAU,
        "edit_url: git.example/edit/main/",
        "edit_url: https://git.example/edit/main/",
    ),
    Mistake(
        "address-slash",
        "网址末尾缺少斜线",
        "这里的网址以 / 结尾。",
        BUREAU,
        "edit_url: https://git.example/edit/main\n",
        "edit_url: https://git.example/edit/main/\n",
    ),
    Mistake(
        "address-taken",
        "网址被占用",
        "这个网址已有别的页面，请换一个文件名，或只留一个。",
    ),
    Mistake(
        "domain-form",
        "固定标识的写法不对",
        "只用小写英文字母、数字、点和减号。",
        BUREAU,
        "permanent_id: 住建",
        "permanent_id: zhujian.example",
    ),
    Mistake(
        "host-form",
        "域名的写法不对",
        "只写域名，不带 https:// 和后面的路径。",
        BUREAU,
        f"{SHORT_NAME}\ntrusted_hosts: [https://gov.cn/]",
        SHORT_NAME,
    ),
    Mistake(
        "repository-form",
        "仓库的写法不对",
        "只写组和项目的名字，中间用斜线，不写网址。",
        BUREAU,
        f"{SHORT_NAME}\nadmin: {{backend: gitlab, repo: zhujian}}",
        SHORT_NAME,
    ),
    Mistake(
        "repository-sign-in",
        "登录方式和代码平台不符",
        "app_id 是 GitLab 的，relay 是 GitHub 的，只写一个。",
        BUREAU,
        f"{SHORT_NAME}\nadmin: {{backend: gitlab, repo: zhujian/site, relay: https://login.example}}",
        SHORT_NAME,
    ),
    Mistake(
        "site-id-form",
        "网站标识码的写法不对",
        "网站标识码是 10 位数字，部委网站是 bm 加 8 位数字。",
        BUREAU,
        f"{SHORT_NAME}\nsite_id: 420",
        SHORT_NAME,
    ),
    Mistake(
        "icp-form",
        "ICP 备案号的写法不对",
        "写成“某ICP备00000000号”这样的形式。",
        BUREAU,
        f"{SHORT_NAME}\nicp: 备案00000000",
        SHORT_NAME,
    ),
    Mistake(
        "police-form",
        "公安备案号的写法不对",
        "写成“某公网安备”加 14 位数字加“号”。",
        BUREAU,
        f"{SHORT_NAME}\npolice: 公安备案123",
        SHORT_NAME,
    ),
    Mistake(
        "conac-form",
        "党政机关标识的网址不对",
        "标识证书的网址以 https://bszs.conac.cn/ 开头。",
        BUREAU,
        f"{SHORT_NAME}\nconac: https://conac.example/x",
        SHORT_NAME,
    ),
    Mistake(
        "fingerprint-form",
        "手写的内容指纹",
        "内容指纹由 microsite sign 填写，请不要手改。",
        STORY,
        "on: 2026-01-08, hash: 已审}",
        "on: 2026-01-08}",
    ),
)

TABLES = (
    Mistake(
        "synonym-alone",
        "同义词只有一个",
        "一组同义词至少写两个。",
        SYNONYMS,
        "- [公租房]",
        "- [公租房, 公共租赁住房]",
    ),
    Mistake(
        "synonym-short",
        "同义词只有一个字",
        "一个字会对上许多不相干的页面，请写两个字以上的词。",
        SYNONYMS,
        "means: [灯]",
        "means: [路灯]",
    ),
    Mistake(
        "synonym-repeated",
        "同义词写了两处",
        "请并成一组。",
        SYNONYMS,
        "said: [公租房]",
        "said: [灯坏了]",
    ),
    Mistake(
        "synonym-ignored",
        "同义词又不参与搜索",
        "请删去一处。",
        SYNONYMS,
        "ignored: [公租房]",
        "ignored: [怎么]",
    ),
    Mistake(
        "usage-short",
        "错误写法太短",
        "一个字会到处误报，至少写两个字。",
        WORDING,
        "{米: 平方米}",
        "{平米: 平方米}",
    ),
    Mistake(
        "usage-repeated",
        "错误写法写了两处",
        "请只留一处。",
        WORDING,
        "good: 面积八十平方米。\nmetre:\n  kind: unit\n  forms: {平米: 平方米}\n"
        "  reason: 同上。\n  bad: 八十平米。\n  good: 八十平方米。",
        "good: 面积八十平方米。",
    ),
    Mistake(
        "usage-except",
        "例外和错误写法无关",
        "例外应是含有错误写法、本身却正确的较长的词。",
        WORDING,
        "safe: true\n  except: [朝鲜族]",
        "safe: true",
    ),
    Mistake(
        "redirect-repeated",
        "一个旧网址写了两个去处",
        "data/redirects.yml 里每个旧网址只写一次。",
    ),
    Mistake(
        "redirect-chain",
        "网址转到了又要转走的地方",
        "直接写最后的网址，不要转两次，也不能转到自己。",
    ),
    Mistake(
        "redirect-taken",
        "旧网址上还有内容",
        "有内容的网址不能转到别处：删去这一条，或者先把那里的内容改名。",
    ),
    Mistake(
        "redirect-nowhere",
        "网址转到了没有的地方",
        "照浏览器地址栏抄新网址，去掉域名。",
    ),
    Mistake(
        "site-address-form",
        "不是本站的网址",
        "写本站的网址，不带 https:// 和域名，例如 /stories/2026/theme-day/。",
    ),
)
