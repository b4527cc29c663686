"""How much WeChat takes of an article (公众平台开发文档，新增草稿)."""

from typing import Final

TITLE: Final = 32
AUTHOR: Final = 16
DIGEST: Final = 128
CHARACTERS: Final = 20_000
"""Of the HTML, which must be fewer; so must the bytes."""
MEGABYTE: Final = 1024 * 1024
BYTES: Final = MEGABYTE
