"""Who holds which office: `data/officials.yml`, which the bureau keeps to itself.

The file is in no public repository; where it is missing, nothing is judged by it.
"""

from pydantic import Field

from microsite.content.entry import Entry, Record
from microsite.content.values import Text

PATH = "data/officials.yml"


class Official(Record):
    """One person whose name must not be misspelt."""

    name: Text = Field(title="姓名", description="与公布的名单一字不差")
    posts: tuple[Text, ...] = Field(
        min_length=1, title="职务", description="稿件里写在姓名前后的叫法，例如 [市委书记, 书记]"
    )


class Officials(Entry):
    """All of them."""

    officials: tuple[Official, ...] = Field(title="领导人名单")
