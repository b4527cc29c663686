"""What a built page says of itself."""

from microsite.audit.page import Reference, parse

PAGE = """<!DOCTYPE html><html lang="zh-CN"><head><title>题</title><title>又一题</title>
<meta property="og:url" content="https://x.example/"><meta name="robots" content="noindex">
<link rel="canonical" href="a/"><link rel="stylesheet" href="a.css"><base target="_self">
<meta http-equiv="refresh" content="0; url='../b/'"></head>
<body><a id="p" href="c/">看</a><a href="c/">再看</a><a>不是</a><map><area href="d/"></map>
<svg><use href="i.svg#x"/></svg><img src="1.png" srcset="2.png 2x, 3.png 3x" id="p">
<form action="/find"></form><link rel="canonical" href="e/"><meta name="Author" content="甲">
<pre>**</pre></body></html>"""


def test_every_address_is_known_by_its_use() -> None:
    found = parse("old/index.html", PAGE).references

    assert len(set(found)) == len(found)
    assert {one for one in found if one.use == "link"} == {
        Reference("c/", "link", is_page=True),
        Reference("d/", "link", is_page=True),
    }
    assert {one.target for one in found if one.use == "mention"} == {
        "https://x.example/",
        "a/",
        "e/",
    }
    assert {one.target for one in found if one.use == "resource"} == {
        *("a.css", "i.svg#x", "1.png", "2.png", "3.png", "/find")
    }


def test_a_page_is_described() -> None:
    page = parse("old/index.html", PAGE)

    assert (page.url, page.language, page.refresh) == ("old/", "zh-CN", "../b/")
    assert page.titles == ("题", "又一题")
    assert page.ids == frozenset({"p"})
    assert page.repeated_ids == ("p",)
    assert page.canonicals == ("a/", "e/")
    assert page.strays == ("canonical", "Author")
    assert page.words.split() == ["看", "再看", "不是"]
    assert not page.is_listed
    assert not page.is_for_readers


def test_nothing_is_no_page() -> None:
    page = parse("x.html", "")

    assert (page.references, page.words, page.language) == ((), "", "")
