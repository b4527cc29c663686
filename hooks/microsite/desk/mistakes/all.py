"""Every mistake that reading may find."""

from microsite.desk.mistakes.files import FILES
from microsite.desk.mistakes.keys import KEYS
from microsite.desk.mistakes.mistake import Mistake
from microsite.desk.mistakes.records import DATES, TRAITS
from microsite.desk.mistakes.settings import ADDRESSES, TABLES
from microsite.desk.mistakes.syntax import YAML
from microsite.desk.mistakes.texts import ALLOWANCES, LINKS, PICTURES
from microsite.desk.mistakes.wechat import WECHAT

MISTAKES: tuple[Mistake, ...] = (
    *FILES,
    *YAML,
    *KEYS,
    *DATES,
    *ADDRESSES,
    *TRAITS,
    *TABLES,
    *LINKS,
    *PICTURES,
    *ALLOWANCES,
    *WECHAT,
)
