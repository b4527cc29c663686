"""What is published beside a text, and is signed with it: pictures and attachments."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from microsite.content.attachments import Attachment
from microsite.content.fingerprints import LENGTH
from microsite.content.load import Reading
from microsite.content.pictures import Picture
from microsite.content.site import group


class Beside(NamedTuple):
    """The files that one text names."""

    pictures: tuple[Picture, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def digests(self) -> Mapping[str, str]:
        """What stands for the content of each, by path below `docs/`."""
        files: list[Picture | Attachment] = [*self.pictures, *self.attachments]
        return {one.path: one.digest[:LENGTH] for one in sorted(files, key=lambda f: f.path)}


NOTHING: Final = Beside()


def files_beside(reading: Reading) -> Mapping[str, Beside]:
    """Return what is beside the texts, by the path of each that names anything."""
    pictures = group(reading.pictures, _texts)
    attachments = group(reading.attachments, _texts)
    return {
        path: Beside(pictures.get(path, ()), attachments.get(path, ()))
        for path in pictures.keys() | attachments.keys()
    }


def _texts(file: Picture | Attachment) -> set[str]:
    return {use.path for use in file.uses}
