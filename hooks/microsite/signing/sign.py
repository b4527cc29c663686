"""One signature: checked before, written in its place, and proved before it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from microsite.content.approvals import BINDING, approved_print
from microsite.content.beside import NOTHING, files_beside
from microsite.content.layout import SERIES
from microsite.content.model import Event, Story
from microsite.content.problems import Problem
from microsite.content.reader import ReadError
from microsite.content.review import Item, State, fingerprints
from microsite.rewriting import replace_file
from microsite.rules.remedies import AGAIN
from microsite.signing.again import judged_again
from microsite.signing.approval import approval, approval_field, is_answered
from microsite.signing.proof import written
from microsite.signing.signature import APPROVAL, RefusalError, Signature, Step
from microsite.signing.splice import Append, Put
from microsite.signing.target import Target, Targets
from microsite.signing.turn import Bound, review_step
from microsite.verdict import Verdict

ABOUT_SIGNING = frozenset({"review-unsigned", "review-reopened"})
"""Codes to which signing is the answer."""
AFTER: Mapping[Step, frozenset[State]] = {
    "初审": frozenset({"待复审"}),
    "复审": frozenset({"待终审"}),
    "终审": frozenset({"定时", "已发布"}),
}


@dataclass(frozen=True, slots=True)
class Signed:
    """A story or an event with a signature more."""

    item: Item
    state: State
    remarks: tuple[Problem, ...]
    """What should be seen to, and has kept nobody from signing."""


class Signing:
    """A project as it was judged, in which things are to be signed."""

    def __init__(self, root: Path, judged: Verdict) -> None:
        self._root = root
        self._judged = judged
        self._prints = fingerprints(judged.reading)
        self._beside = files_beside(judged.reading)
        reading = judged.reading
        self._items = {(one.origin.path, one.id): one for one in reading.items}
        self.targets = Targets(root, reading)

    def sign(self, target: Target, signature: Signature) -> Signed:
        """Write `signature` into the file of `target`, and nothing else.

        Raises:
            RefusalError: If `target` has errors, it is not the turn of this step or of this
                signer, or the file cannot be written.
        """
        problems = self._problems(target)
        item = self._item(target)
        if item is None:
            why = [str(problem) for problem in problems]
            raise RefusalError(*why or ["这一条读不出来，请看别的文件里是不是有同样的编号"])
        field = self._field(item, signature)
        if isinstance(item, Event) and field:
            problems = [one for one in problems if not is_answered(one, item, field)]
        if any(problem.level == "error" for problem in problems):
            raise RefusalError(*map(str, problems))
        if item.withdrawn:
            raise RefusalError(f"已经撤稿，不能再签；要重新公开，先{AGAIN}，再从初审起签一轮")
        if signature.is_sample and self._judged.occasion.mode == "production":
            raise RefusalError(f"“{signature.by}”是示例的岗位，正式网站不算数，请写真实的岗位")
        change = self._change(item, field, signature)
        item, state = self._write(target, signature, change)
        return Signed(item, state, tuple(problems))

    def state(self, target: Target) -> str:
        """Return how `target` stands, as far as that can be told."""
        item = self._item(target)
        return self._judged.occasion.states[item.url] if item else "有问题"

    def _item(self, target: Target) -> Item | None:
        return self._items.get((target.path, target.id))

    def _problems(self, target: Target) -> list[Problem]:
        """Return what there is against `target`; an event can be no better than its series."""
        all = self._judged.problems
        found = [*self.targets.problems(target, all)]
        item = self._item(target)
        if isinstance(item, Event):
            series = f"{SERIES}{item.series}.yml"
            found += [p for p in all if p.path == series and p.level == "error"]
        return [problem for problem in found if problem.code not in ABOUT_SIGNING]

    def _field(self, item: Item, signature: Signature) -> str:
        """Return the field of an approval; nothing for the steps of the review."""
        if signature.step != APPROVAL:
            return ""
        if isinstance(item, Story):
            raise RefusalError("故事没有审批，要签的是初审、复审、终审")
        series = self._judged.reading.series.get(item.series)
        return approval_field(series, signature) if series else ""

    def _change(self, item: Item, field: str, signature: Signature) -> Append | Put:
        occasion = self._judged.occasion
        if isinstance(item, Event) and field:
            return approval(item, field, signature, occasion.today, occasion.mode)
        files = self._beside.get(item.origin.path, NOTHING).digests
        bound = Bound(self._prints[item.url], files)
        return review_step(item, occasion.states[item.url], bound, signature, occasion.mode)

    def _write(
        self, target: Target, signature: Signature, change: Append | Put
    ) -> tuple[Item, State]:
        file = self._root / target.path
        try:
            data, source = written(file.read_bytes(), target.path, change)
            item, state = judged_again(self._judged, target, source, change)
            if not _is_meant(item, state, signature, change):
                raise RefusalError("这个文件刚才又改过，请再运行一次")
            replace_file(file, data)
        except (OSError, ReadError) as error:
            message = f"{target.path} 读不了或写不了，没有签：请看文件还在不在、能不能改"
            raise RefusalError(message) from error
        return item, state


def _is_meant(item: Item, state: State, signature: Signature, change: Append | Put) -> bool:
    """Tell whether the file has become what was judged, with the signature."""
    if isinstance(item, Event) and isinstance(change, Put):
        return approved_print(item) == change.entries[BINDING]
    return state in AFTER[signature.step]
