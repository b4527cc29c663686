"""What keeps a story from the bureau's WeChat account; the site itself may have it."""

from microsite.desk.mistakes.mistake import Mistake

WECHAT = (
    Mistake(
        "wechat-unsigned",
        "没有审完的故事不能导出到公众号",
        "公众号也是先审后发：先签完初审、复审、终审，定时的等到发布时间，撤下的不再导出。"
        "只供内部看样子，用 microsite wechat 的 --draft，导出的标题和正文都标明是草稿。",
    ),
    Mistake(
        "wechat-title",
        "公众号的标题太长",
        "最多 32 个字；示例稿件要算上前面的“【示例】”。请缩短故事的标题。",
    ),
    Mistake(
        "wechat-author",
        "公众号的作者太长",
        "最多 16 个字。作者是稿件的 author（供稿），没有写就是 source（来源），请用简称。",
    ),
    Mistake(
        "wechat-digest",
        "公众号的摘要太长",
        "最多 128 个字。摘要就是稿件的 summary，请压缩成一两句话。",
    ),
    Mistake(
        "wechat-body",
        "公众号的正文太长",
        "正文连排版记号要少于 20000 个字符、1 MB。请删减，或分成几篇；表格每一格都带排版记号，"
        "很大的表格不如留在网站上，请读者点“阅读原文”。",
    ),
    Mistake(
        "wechat-markup",
        "正文里有公众号不接受的标签或样式",
        "导出时已经按公众号的要求重写过，出现这一条是程序的错误，请告诉维护网站的人。",
    ),
    Mistake(
        "wechat-pictures",
        "公众号文章的图片太多",
        "一篇最多几张写在 data/bureau.yml 的 wechat: {pictures: 30} 里。请少用几张，或分成几篇。",
    ),
    Mistake(
        "wechat-picture-large",
        "图片太大，公众号传不上去",
        "一张最多几 MB 写在 data/bureau.yml 的 wechat: {picture_mb: 10} 里。照片请另存为 JPG，"
        "不要用 PNG。",
    ),
)
