"""Why what has been signed must be signed anew."""

from collections.abc import Iterator, Mapping

from microsite.content.beside import NOTHING, Beside, files_beside
from microsite.content.bureau import Mode
from microsite.content.load import Reading
from microsite.content.review import Item, State, counted, rounds
from microsite.content.signatures import ReviewStep


def reopenings(reading: Reading, states: Mapping[str, State], mode: Mode) -> Mapping[str, str]:
    """Return what has happened since 终审 to each item that waits to be signed anew.

    It is half a Chinese sentence, by the address of the item.
    """
    beside = files_beside(reading)
    return {
        item.url: _since(_last(item, mode), beside.get(item.origin.path, NOTHING))
        for item in reading.items
        if states[item.url] == "改动待重审"
    }


def _last(item: Item, mode: Mode) -> ReviewStep:
    return rounds(counted(item, mode))[-2][-1]


def _since(last: ReviewStep, beside: Beside) -> str:
    if last.is_void:
        return "撤稿时终审已经作废"
    if exchanged := "、".join(_exchanged(last, beside)):
        return f"终审以后换过文件 {exchanged}"
    if beside.attachments and not last.files:
        files = "、".join(f"docs/{one.path}" for one in beside.attachments)
        return f"终审以后内容有改动，或换过文件 {files}"
    return "终审以后内容有改动"


def _exchanged(last: ReviewStep, beside: Beside) -> Iterator[str]:
    for path, now in beside.digests.items():
        if last.files.get(path, now) != now:
            yield f"docs/{path}"
