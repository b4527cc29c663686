"""Whose work a picture is, who is to be seen in it, and by which number a map was approved."""

import json
import re
from collections.abc import Iterator

from microsite.content.load import Reading
from microsite.content.picture_records import (
    LABELS,
    PEOPLE,
    PICTURES_TABLE,
    PictureRecord,
    lacks,
    picture_name,
    picture_path,
)
from microsite.content.pictures import Use
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against

LABEL = re.compile(rf"(?:{'|'.join((*LABELS.values(), '作者', '图', '图片', '供图'))})[：:]\s*")
"""What the page itself puts before a credit, or has no need of."""
UNNAMED = frozenset({"摄影者", "绘图者", "作者"})
"""What the messages of these rules say where a name is to stand."""
PLAIN_KEY = re.compile(r"[^\W_][\w./ -]*")


def _unrecorded(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for picture in reading.unrecorded:
        name = picture_name(picture.path)
        key = name if PLAIN_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)
        message = (
            f"图片 “{name}” 没有登记，请在 {PICTURES_TABLE}（没有就新建）里加一行："
            f"照片写“{key}: {{kind: photo, credit: 摄影者, people: none}}”，"
            "绘图写“{kind: drawing, credit: 作者}”，地图写“{kind: map, map_no: 审图号}”，"
            f"截图写“{{kind: screenshot}}”；people 可以写：{PEOPLE}"
        )
        for use in picture.uses:
            yield _at(use, message)


def _unused(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for record in reading.picture_records:
        if picture_path(record.id) not in reading.picture_uses:
            yield against(record, (), "没有稿件用到这张图片，不再用就删去这一条和图片文件")


def _captions(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for use, record in _shown(reading):
        if record.kind == "photo" and use.manner == "figure" and not use.caption:
            message = '照片没有图注，请写成“![…](… "图注")”，图注写明何时何地、在做什么'
            yield _at(use, message)
        elif record.kind == "photo" and use.manner == "cover" and not use.caption:
            message = "封面照片没有图注，请补上一行“cover_caption: …”，写明何时何地、在做什么"
            yield _at(use, message)


def _inline(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for use, record in _shown(reading):
        if use.manner == "inline" and record.notes:
            message = f"这张图片要单起一段，前后各空一行，不然显示不了“{'，'.join(record.notes)}”"
            yield _at(use, message)


def _named(record: PictureRecord) -> Iterator[Objection]:
    credit = record.credit or ""
    if credit in UNNAMED:
        yield against(record, ("credit",), f"署名要写姓名或单位，写的是“{credit}”")
    elif found := LABEL.match(credit):
        right = credit[found.end() :]
        message = f"署名只写姓名或单位，前面的“{found[0]}”会自动加上，请写“{right}”"
        yield against(record, ("credit",), message, right)


def _credits(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for record in reading.picture_records:
        if lacks(record, "credit"):
            whose = LABELS[record.kind]
            yield against(record, (), f"没有署名，请补上“credit: …”，写明{whose}者或供图单位")
        yield from _named(record)


def _people(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for record in reading.picture_records:
        if lacks(record, "people"):
            message = f"没有写画面里的人，请补上“people: …”，可以写：{PEOPLE}"
            yield against(record, (), message)


def _consents(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for record in reading.picture_records:
        if lacks(record, "consent"):
            message = (
                "没有写明谁保管书面同意、哪天取得，"
                "请补上“consent: {by: 保管人的岗位, on: 取得的日期}”；没有取得的，换一张图"
            )
            yield against(record, ("people",), message)
        elif record.consent and record.people not in {"consent", "guardian"}:
            message = (
                "写了书面同意，people 要写 consent（本人同意）或 guardian（监护人同意）；"
                "用不着的，删去 consent"
            )
            yield against(record, ("consent",), message)
        if record.consent and record.consent.on > occasion.today:
            message = f"书面同意的日期（{record.consent.on}）在将来，请核对"
            yield against(record, ("consent", "on"), message)


def _late(reading: Reading, _: Occasion) -> Iterator[Objection]:
    published = {story.origin.path: story.published.day for story in reading.stories}
    for picture in reading.pictures:
        consent = picture.record.consent if picture.record else None
        for use in picture.uses:
            day = published.get(use.path)
            if consent and day and consent.on > day:
                message = (
                    f"图片 “{picture_name(picture.path)}” 的书面同意（{consent.on}）"
                    f"晚于发布（{day}），先取得同意再发布，请核对 {PICTURES_TABLE}，或换一张图"
                )
                yield _at(use, message)


def _maps(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for record in reading.picture_records:
        if lacks(record, "map_no"):
            message = "地图没有审图号，请照图上印的补上“map_no: …”；没有审图号的地图不能用"
            yield against(record, (), message)


def _shown(reading: Reading) -> Iterator[tuple[Use, PictureRecord]]:
    for picture in reading.pictures:
        if picture.record:
            yield from ((use, picture.record) for use in picture.uses)


def _at(use: Use, message: str) -> Objection:
    return Objection(use.path, use.line, use.column, message)


STORY = "docs/stories/2026/roof.md"
CIVIL_CODE = "《中华人民共和国民法典》"
_FIGURE = '![修好的屋顶](../../assets/pictures/roof.png "修好的屋顶")'


def _story(body: str, published: str = "2026-02-10 09:00") -> Example:
    text = (
        f"---\ntitle: 屋顶修好了\nseries: theme-day\npublished: {published}\n"
        f"summary: 屋顶的事。\nsource: 市住建局\n---\n{body}\n"
    )
    return Example(STORY, text)


def _record(keys: str) -> Example:
    return Example(PICTURES_TABLE, f"roof.png: {{{keys}}}\n")


RULES = (
    SiteRule(
        "picture-unrecorded",
        "图片没有登记",
        "每张图片都要说得清是谁的作品、画面里的人同不同意公开。",
        _story('![单元门](../../assets/pictures/door.png "单元门")'),
        _story(_FIGURE),
        _unrecorded,
        is_excusable=False,
    ),
    SiteRule(
        "picture-unused",
        "登记了却没有用的图片",
        "没有用的图片不公开，留着容易和别的图片弄混。",
        Example(PICTURES_TABLE, "roof.png: {kind: screenshot}\n"),
        _story(_FIGURE),
        _unused,
        level="notice",
    ),
    SiteRule(
        "picture-caption",
        "照片没有图注",
        "图注告诉读者照片是什么时候、在哪里、拍的什么。",
        _story("![修好的屋顶](../../assets/pictures/roof.png)"),
        _story(_FIGURE),
        _captions,
        level="warning",
    ),
    SiteRule(
        "picture-inline",
        "图片没有单起一段",
        "单起一段的图片下面才有地方写署名和审图号。",
        _story(f"修好了{_FIGURE}。"),
        _story(f"修好了。\n\n{_FIGURE}"),
        _inline,
        is_excusable=False,
    ),
    SiteRule(
        "picture-credit",
        "图片没有署名",
        "作者有权署名；署名只写姓名或单位。",
        _record("kind: photo, people: none"),
        _record("kind: photo, people: none, credit: 综合科"),
        _credits,
        source="《中华人民共和国著作权法》",
        is_excusable=False,
    ),
    SiteRule(
        "picture-people",
        "没有写照片里的人",
        "每张照片都要看过：认不认得出是谁，同不同意公开。",
        _record("kind: photo, credit: 综合科"),
        _record("kind: photo, credit: 综合科, people: none"),
        _people,
        source=CIVIL_CODE,
        is_excusable=False,
    ),
    SiteRule(
        "picture-consent",
        "没有写明书面同意",
        "认得出的人要本人书面同意，不满十四周岁的孩子要监护人书面同意，并说得出由谁保管。",
        _record("kind: photo, credit: 综合科, people: guardian"),
        _record(
            "kind: photo, credit: 综合科, people: guardian,\n"
            "  consent: {by: 综合科, on: 2026-02-01}"
        ),
        _consents,
        source=f"{CIVIL_CODE}、《中华人民共和国个人信息保护法》",
        is_excusable=False,
    ),
    SiteRule(
        "picture-consent-late",
        "书面同意晚于发布",
        "先取得同意，再发布。",
        _story(_FIGURE, "2026-01-10 09:00"),
        _story(_FIGURE),
        _late,
        source=CIVIL_CODE,
        is_excusable=False,
    ),
    SiteRule(
        "picture-map",
        "地图没有审图号",
        "公开的地图要经过审核，并标明审图号。",
        _record("kind: map"),
        _record("kind: map, map_no: 某S(2026)000号"),
        _maps,
        source="《地图管理条例》",
        is_excusable=False,
    ),
)
