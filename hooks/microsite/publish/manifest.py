"""What a release consists of: the digest of every file, and what it was made of."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Final, Literal, TypeAlias

from microsite.content.bureau import Mode
from microsite.content.values import SHANGHAI
from microsite.workers import spread

NAME: Final = "manifest.json"
PRECOMPRESSED: Final = (".br", ".gz")
WORTH_A_PROCESS = 2000
"""Files that take longer to read than a process takes to start."""


class ManifestError(ValueError):
    """A manifest cannot be used; the message is for whoever looks for it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a site was built from."""

    commit: str
    """Of the project, `-dirty` behind it where files had been changed; empty without Git."""
    epoch: int
    """Seconds since 1970 of the minute for which it was built, as `SOURCE_DATE_EPOCH` has them."""
    mode: Mode
    versions: Mapping[str, str] = field(default_factory=dict)
    """Of what built it, by the name of the program."""

    @property
    def moment(self) -> datetime:
        """The minute for which it was built."""
        return datetime.fromtimestamp(self.epoch, SHANGHAI)


def clean(commit: str) -> str:
    """Return a commit without the mark of changed files."""
    return commit.removesuffix("-dirty")


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that one release holds."""

    origin: Origin
    files: Mapping[str, str]
    """SHA-256 of each in hexadecimal digits, by path; the manifest itself is not among them."""

    def text(self) -> str:
        """Return the file, the same for the same release."""
        value = {**asdict(self.origin), "files": dict(sorted(self.files.items()))}
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

    def checksums(self) -> str:
        """Return the lines that `sha256sum -c` reads."""
        return "".join(f"{digest}  {path}\n" for path, digest in sorted(self.files.items()))


def digests(folder: Path) -> Mapping[str, str]:
    """Return the SHA-256 of every file below `folder` but the manifest, by its path."""
    paths = sorted(
        file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()
    )
    paths = [path for path in paths if path != NAME]
    found = spread(_digests, [folder / path for path in paths], WORTH_A_PROCESS)()
    return dict(zip(paths, found, strict=True))


def _digests(files: Iterable[Path]) -> list[str]:
    return [digest(file) for file in files]


def digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def parse(text: str, place: str) -> Manifest:
    """Return the manifest that `text` is.

    Args:
        text: JSON.
        place: Where it was found, for the message.

    Raises:
        ManifestError: If it is none.
    """
    try:
        value = json.loads(text)
        files = {str(path): str(digest) for path, digest in value["files"].items()}
        versions = {str(name): str(version) for name, version in value["versions"].items()}
        origin = Origin(str(value["commit"]), int(value["epoch"]), value["mode"], versions)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(f"{place} 里的 {NAME} 读不出来，不是本工具发布的网站") from error
    return Manifest(origin, files)


Kind: TypeAlias = Literal["缺少", "多出", "不同"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One file in which a site is not what is expected."""

    path: str
    what: Kind

    def __str__(self) -> str:
        return f"{self.what}：{self.path}"


def differences(expected: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Difference]:
    """Compare digests of what is there with those of what should be, file by file in order."""
    for path in sorted(expected.keys() | found.keys()):
        if path not in found:
            yield Difference(path, "缺少")
        elif path not in expected:
            yield Difference(path, "多出")
        elif found[path] != expected[path]:
            yield Difference(path, "不同")
