"""A project at which one signs, on the day of the small project."""

from datetime import datetime
from pathlib import Path

import pytest

from microsite.cli import main
from microsite.content.load import read_site
from microsite.content.review import states
from small_project import NOW


class Desk:
    """A project at which one signs; keeps what was said."""

    def __init__(
        self,
        root: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        path: str = "",
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        monkeypatch.delenv("SITE_MODE", raising=False)
        self.root = root
        self._capsys = capsys
        self._path = path
        self.said = ""

    def sign(self, *names: str, step: str = "初审", by: str = "综合科", more: str = "") -> int:
        arguments = ["sign", *names, "--step", step, "--by", by, *more.split()]
        code = main([*arguments, "--root", str(self.root)])
        out, err = self._capsys.readouterr()
        self.said = out + err
        return code

    def sign_all(self, name: str) -> None:
        for step, by in {"初审": "综合科", "复审": "办公室", "终审": "分管领导"}.items():
            assert self.sign(name, step=step, by=by) == 0, self.said

    def text(self, path: str = "") -> str:
        return (self.root / (path or self._path)).read_text(encoding="utf-8")

    def edit(self, old: str, new: str, path: str = "") -> None:
        text = self.text(path)
        assert text.count(old) == 1
        (self.root / (path or self._path)).write_text(text.replace(old, new), encoding="utf-8")

    def state(self, url: str, now: datetime = NOW) -> str:
        return states(read_site(self.root), now, "demo")[url]
