"""Who speaks on the site, and its settings; titles and descriptions are shown to editors."""

import re
from typing import Final, Literal, get_args
from urllib.parse import urlsplit

from pydantic import Field

from microsite.content.entry import Entry, Record
from microsite.content.values import (
    Address,
    Count,
    Domain,
    Flag,
    Host,
    IcpRecord,
    PoliceRecord,
    Repository,
    SiteId,
    Text,
)


class Contact(Record):
    """A way to reach the bureau."""

    label: Text = Field(title="名称")
    value: Text = Field(title="内容", description="显示给读者的文字，例如 12345")
    url: Address | None = Field(None, title="网址", description="点击后打开的网页，可以不写")

    @property
    def phone(self) -> str | None:
        """The digits to dial, where the text is a telephone number."""
        digits = self.value.replace("-", "").replace(" ", "")
        return digits if digits.isascii() and digits.isdecimal() else None


class Freshness(Record):
    """How long the site and its columns may go without something new, in days.

    The defaults are those of 国办秘函〔2019〕19号 or stricter; what it leaves open is our choice.
    """

    warn_days: Count = Field(
        10, title="提醒天数", description="首页和动态要闻类栏目从第几天没有更新起提醒"
    )
    news_days: Count = Field(14, title="动态更新期限", description="首页和动态要闻类栏目，两周")
    notice_warn_days: Count = Field(
        150, title="公告提醒天数", description="通知公告、政策文件类栏目从第几天没有更新起提醒"
    )
    notice_days: Count = Field(
        180, title="公告更新期限", description="通知公告、政策文件类栏目，6 个月"
    )
    idle_days: Count = Field(
        365, title="长期不更新", description="栏目超过几天没有更新算长期不更新，由本单位定"
    )
    overdue_columns: Count = Field(
        5, title="超期栏目数", description="应更新而超期的栏目达到几个为不合格"
    )
    idle_columns: Count = Field(
        10, title="长期不更新栏目数", description="长期不更新的栏目达到几个为不合格"
    )
    blank_columns: Count = Field(
        1, title="空白栏目数", description="空白栏目达到几个为不合格；检查指标是 5 个"
    )
    story_days: Count = Field(
        30, title="写稿提醒天数", description="活动举办后超过几天还没有故事时告知，由本单位定"
    )


class WeChat(Record):
    """What goes to the bureau's WeChat account, and how much of it; the numbers are our choice."""

    at_build: Flag = Field(
        default=False,
        title="生成时导出",
        description="写 true，每次生成网站时把全部已发布的故事导出到 wechat/已发布 文件夹",
    )
    pictures: Count = Field(30, title="图片张数", description="一篇最多几张，由本单位定")
    picture_mb: Count = Field(
        10, title="图片大小", description="一张最多几 MB；后台的限制变了就改这里"
    )


Mode = Literal["demo", "production"]
MODES: Final[tuple[Mode, ...]] = get_args(Mode)


class Admin(Record):
    """Where the web forms put what is filled in, and how one signs in there."""

    backend: Literal["gitlab", "github"] = Field(
        title="代码平台", description="gitlab GitLab，github GitHub"
    )
    repo: Repository = Field(title="仓库", description="例如 zhujian/site")
    branch: Text = Field("main", title="分支", description="网站从这个分支生成")
    host: Address | None = Field(
        None, title="平台地址", description="自建平台的地址；用 gitlab.com 或 github.com 时不写"
    )
    app_id: Text | None = Field(
        None,
        title="应用编号",
        description="GitLab 里登记的应用的编号；不写就只能用访问令牌登录",
    )
    relay: Address | None = Field(
        None,
        title="登录中转",
        description="GitHub 登录用的 OAuth 中转服务的地址；不写就只能用访问令牌登录",
    )

    @property
    def client(self) -> str | None:
        """By what one signs in without a token, if that is possible."""
        return self.app_id if self.backend == "gitlab" else self.relay


class Bureau(Entry):
    """Who speaks on this site, and the site's settings."""

    site_name: Text = Field(title="网站名称")
    name: Text = Field(title="单位全称")
    short_name: Text = Field(title="单位简称")
    summary: Text = Field(title="网站简介", description="一句话，供搜索引擎和订阅使用")
    site_url: Address = Field(
        title="网站地址", description="公众访问的地址，以 / 结尾，可以带子目录"
    )
    edit_url: Address = Field(
        title="编辑地址", description="代码仓库里打开文件编辑页的地址前缀，以 / 结尾"
    )
    permanent_id: Domain = Field(
        title="固定标识",
        description="日历和订阅里每条内容的编号都用它；定下后不再改，换网址也不改",
    )
    contacts: tuple[Contact, ...] = Field((), title="联系方式")
    hotlines: tuple[Text, ...] = Field(
        (),
        title="公开的号码",
        description="稿件里可以出现的值班手机、公务邮箱等；个人的不要写在这里",
    )
    mail_domains: tuple[Host, ...] = Field(
        (),
        title="公务邮箱的域名",
        description="稿件里可以出现这些域名的邮箱；gov.cn 和本站自己的域名不用写",
    )
    mode: Mode = Field(
        "demo",
        title="模式",
        description="demo 演示，显示示例内容；production 正式，有示例内容或缺少备案信息就不生成",
    )
    site_id: SiteId | None = Field(
        None, title="网站标识码", description="10 位数字，部委网站是 bm 加 8 位数字"
    )
    icp: IcpRecord | None = Field(None, title="ICP 备案号", description="某ICP备00000000号")
    police: PoliceRecord | None = Field(
        None, title="公安备案号", description="某公网安备00000000000000号"
    )
    conac: Address | None = Field(
        None, title="党政机关标识", description="标识证书的网址，以 https://bszs.conac.cn/ 开头"
    )
    trusted_hosts: tuple[Host, ...] = Field(
        ("gov.cn", "bszs.conac.cn"),
        title="不提示的域名",
        description="打开这些域名（含下级域名）时不提示“即将离开本站”",
    )
    own_names: tuple[Text, ...] = Field(
        (),
        title="本地名称",
        description="本地的地名、单位名，例如市、区、街道的全称；稿件里错一个字就报出来",
    )
    stories_per_page: Count = Field(20, title="每页故事数")
    stage_days: Count = Field(
        60,
        title="环节提醒天数",
        description="停在一个环节超过这么多天，看板上标为久未更新；不是办理时限",
    )
    freshness: Freshness = Field(
        Freshness(), title="更新要求", description="多久没有更新时提醒；不写的用默认值"
    )
    reviewers: Literal["posts", "hidden"] = Field(
        "posts",
        title="审核人",
        description="posts 在文末列出初审、复审、终审的岗位，hidden 不列出",
    )
    share_cards: Flag = Field(
        default=True,
        title="分享图",
        description="转发链接时显示的图片；写 false 就不画，转发时没有图片",
    )
    search: Flag = Field(
        default=True, title="站内搜索", description="不需要搜索时写 false，就没有搜索页"
    )
    wechat: WeChat = Field(
        WeChat(), title="公众号", description="导出到微信公众号的设置；不写的用默认值"
    )
    admin: Admin | None = Field(
        None, title="网页表单", description="要在 /admin/ 用网页填写故事和活动时写；不写就没有"
    )
    sample: Flag = Field(default=False, title="示例", description="单位信息是示例时写 true")

    @property
    def host(self) -> str:
        """Of the site, for the page tag SiteDomain."""
        return urlsplit(self.site_url).hostname or ""

    @property
    def office_domains(self) -> tuple[str, ...]:
        """The domains, with those below them, of which offices have their mail."""
        return (self.host.removeprefix("www."), *self.mail_domains)

    @property
    def calendars_url(self) -> str:
        """The site's address by which calendar programs subscribe instead of downloading."""
        return f"webcal:{self.site_url.partition(':')[2]}"

    @property
    def police_code(self) -> str:
        """The number of the police record, without which its page cannot be found."""
        return "".join(re.findall("[0-9]{14}", self.police or ""))

    @property
    def is_demo(self) -> bool:
        """Whether samples are shown, under a banner."""
        return self.mode == "demo"
