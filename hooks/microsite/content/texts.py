"""What the texts of stories and pages show: where their links lead, and their pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from microsite.content.addresses import Addresses, LinkError, asset_at
from microsite.content.picture_files import read_pictures
from microsite.content.picture_records import PictureRecord, picture_name
from microsite.content.pictures import Fault, Picture, Use
from microsite.content.prose import Prose, link
from microsite.content.records import Records


def usable_pictures(
    root: Path,
    records: Records,
    uses: Mapping[str, Sequence[Use]],
    known: Mapping[str, PictureRecord],
) -> dict[str, Picture]:
    """Return the pictures that can be used; report the others at each of their places."""
    found = read_pictures(root / "docs", uses)
    for path, one in found.items():
        if isinstance(one, Fault):
            records.problems += map(one.at, uses[path])
    return {
        path: replace(one, record=known.get(picture_name(path)))
        for path, one in found.items()
        if isinstance(one, Picture)
    }


def linked(
    records: Records, path: str, prose: Prose, addresses: Addresses, *, has_cover: bool
) -> Prose:
    """Return `prose` with its links closed; report those that lead nowhere, and its slips."""

    def report(source: str, code: str, message: str) -> None:
        records.report(path, *records.bodies[path].find(source), code, message)

    def address(target: str) -> str:
        try:
            return addresses.resolve(target, path)
        except LinkError as error:
            report(target, error.code, error.message)
            return ""

    for slip in prose.slips:
        report(slip.source, slip.code, slip.message)
    return link(
        prose,
        address,
        lambda target: addresses.pictures.get(asset_at(target, path) or ""),
        is_first=not has_cover,
    )
