"""How every story and event stands, why the public does not see it, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from microsite.content.model import Story
from microsite.content.problems import Problem
from microsite.content.review import AWAITING, Item, State, counted, shown_round
from microsite.content.signatures import STEPS
from microsite.content.values import Moment
from microsite.desk.written import Kind, Written, shown, written
from microsite.rules.remedies import AGAIN, signing_advice
from microsite.rules.site_rule import Occasion, against
from microsite.verdict import Verdict

Stand: TypeAlias = Literal["草稿"] | State
ORDER: Final[tuple[Stand, ...]] = (
    "草稿",
    "改动待重审",
    *AWAITING,
    "定时",
    "撤稿",
    "已发布",
)
"""What needs work first."""


class Place(NamedTuple):
    """A line of a file, from 1, as it may be shown."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Why(NamedTuple):
    """Why the public does not see something, and what to do about it; nothing if it does."""

    reason: str
    """A Chinese sentence."""
    change: Place | None
    """The line to change, or to sign for."""
    advice: str
    """What to type there, or to run."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one story or event stands."""

    kind: Kind
    id: str
    title: str
    """Ready to be shown."""
    url: str
    """Below the site's root; nothing if it is not known yet."""
    place: Place
    """Where it begins."""
    state: Stand
    due: Moment | None
    """When it will be public by itself."""
    why: Why
    errors: int
    """On its own lines."""
    sample: bool

    @property
    def label(self) -> str:
        """The state, with the time of publication if that is still to come."""
        return f"{self.state} {self.due}" if self.due else self.state


PUBLIC: Final = Why("", None, "")


def standings(verdict: Verdict) -> tuple[Standing, ...]:
    """Return how everything stands: what needs work first, then in the order of the files."""
    found = (standing(one, verdict.occasion) for one in written(verdict))
    return tuple(sorted(found, key=lambda one: ORDER.index(one.state)))


def standing(one: Written, occasion: Occasion) -> Standing:
    """Return how something written stands."""
    state = _state(one, occasion)
    item = one.item
    return Standing(
        kind=one.kind,
        id=shown(one.id),
        title=one.title,
        url=item.url if item else "",
        place=_place(one.path, one.line),
        state=state,
        due=item.published if state == "定时" and isinstance(item, Story) else None,
        why=_why(one, state, occasion),
        errors=len(one.errors),
        sample=bool(item and item.sample),
    )


def _place(path: str, line: int) -> Place:
    return Place(shown(path), line)


def _state(one: Written, occasion: Occasion) -> Stand:
    return "草稿" if one.errors or one.item is None else occasion.states[one.item.url]


def _why(one: Written, state: Stand, occasion: Occasion) -> Why:
    if one.errors:
        return _faulty(one.errors)
    if one.item is None:
        reason = f"编号 “{shown(one.id)}” 在另一个文件里也有，只能公开其中一个"
        return Why(reason, _place(one.path, one.line), "换一个编号（故事的编号就是文件名）")
    if state == "已发布":
        return PUBLIC
    reason, key, advice = _withheld(one.item, state, occasion)
    at = against(one.item, key, reason)
    return Why(reason, _place(at.path, at.line), shown(advice))


def _faulty(errors: Sequence[Problem]) -> Why:
    first = errors[0]
    known = first.suggestion and f"改成 “{first.suggestion}”"
    return Why(
        f"有 {len(errors)} 处错误，第一处：{first.message}",
        _place(first.path, first.line),
        known or "照提示改这一行，改完运行 microsite check",
    )


def _withheld(
    item: Item, state: Stand, occasion: Occasion
) -> tuple[str, tuple[str | int, ...], str]:
    """Return why a sound item is not public, the key to change and what to do there."""
    if item.withdrawn:
        reason = f"{item.withdrawn.on} 撤稿：{shown(item.withdrawn.reason)}"
        again = signing_advice(item, STEPS[0], occasion.mode)
        advice = f"要重新公开，{AGAIN}，{again}"
        return reason, ("withdrawn",), advice
    if state == "定时":
        advice = "不用改；要换时间就改这一行，再重新审核"
        return "已经审完，到时间以后生成的网站里才有", ("published",), advice
    last = ("review", len(item.review) - 1) if item.review else ("title",)
    if state == "改动待重审":
        reason = f"{occasion.reopenings[item.url]}，重新审完以前公众看不到"
        undo = "" if shown_round(item)[-1].is_void else "改回原样，或"
        return reason, last, f"{undo}{signing_advice(item, STEPS[0], occasion.mode)}"
    missing = STEPS[AWAITING.index(state) :]
    reason = f"还没有{'、'.join(missing)}"
    if len(counted(item, occasion.mode)) < len(item.review):
        reason = f"现有的审核是示例，正式网站不算；{reason}"
    return reason, last, signing_advice(item, missing[0], occasion.mode)
