"""Publishing from a pipeline, with what it holds of secrets."""

import os
import subprocess
from pathlib import Path

import pytest

from build_site import ROOT
from publish.conftest import Version
from publish.test_ssh import Machine, machine, online

__all__ = ["machine"]


@pytest.fixture
def variables(machine: Machine, tmp_path: Path) -> dict[str, str]:
    """Return what a pipeline sets to reach the machine, which no other key opens."""
    (tmp_path / "tmp").mkdir()
    machine.settings("/client\n", "/other\n")
    known = (machine.folder / "known_hosts").read_text(encoding="utf-8")
    (machine.folder / "known_hosts").unlink()
    key = (machine.folder / "client").read_text(encoding="utf-8")
    return {
        **os.environ,
        "TMPDIR": str(tmp_path / "tmp"),
        "PUBLISH_TO": machine.to,
        "SSH_KEY": key,
        "SSH_KNOWN_HOSTS": known,
    }


def publish(version: Version, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    words = [str(ROOT / ".ci/publish"), "--site", str(version.site), "--root", str(version.root)]
    return subprocess.run(words, env=variables, capture_output=True, text=True, check=False)


def left(variables: dict[str, str]) -> list[Path]:
    return [*Path(variables["TMPDIR"]).iterdir()]


def test_a_pipeline_publishes_with_its_key_and_leaves_no_trace_of_it(
    machine: Machine, variables: dict[str, str], first: Version
) -> None:
    done = publish(first, variables)

    assert done.returncode == 0, done.stderr
    assert first.pages.items() <= online(machine.target).items()
    assert left(variables) == []
    secrets = [line for line in variables["SSH_KEY"].splitlines() if "-----" not in line]
    assert not [line for line in secrets if line in done.stdout + done.stderr]


def test_a_pipeline_may_hold_its_secrets_in_files(
    machine: Machine, variables: dict[str, str], first: Version, tmp_path: Path
) -> None:
    for name in ("SSH_KEY", "SSH_KNOWN_HOSTS"):
        (tmp_path / name).write_text(variables[name], encoding="utf-8")
        variables[name] = str(tmp_path / name)

    done = publish(first, variables)

    assert done.returncode == 0, done.stderr
    assert online(machine.target)


def test_a_pipeline_with_a_wrong_key_fails_and_leaves_no_trace_either(
    machine: Machine, variables: dict[str, str], first: Version
) -> None:
    variables["SSH_KEY"] = (machine.folder / "other").read_text(encoding="utf-8")

    done = publish(first, variables)

    assert done.returncode == 1
    assert "没有做成" in done.stderr
    assert left(variables) == []
    assert not machine.target.exists()


def test_a_pipeline_reaches_an_object_store_by_its_settings(
    variables: dict[str, str], first: Version, tmp_path: Path
) -> None:
    variables["RCLONE_CONF"] = f"[cloud]\ntype = alias\nremote = {tmp_path / 'store'}\n"
    variables["PUBLISH_TO"] = "cloud:site"

    done = publish(first, variables)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "store/site/live/index.html").is_file()
    assert left(variables) == []


def test_what_a_pipeline_publishes_here_can_be_read_by_the_server(
    variables: dict[str, str], first: Version, tmp_path: Path
) -> None:
    variables["PUBLISH_TO"] = str(tmp_path / "here")

    done = publish(first, variables)

    assert done.returncode == 0, done.stderr
    folders = [tmp_path / "here", *(tmp_path / "here").rglob("*")]
    closed = [f for f in folders if f.is_dir() and f.stat().st_mode & 0o055 != 0o055]
    assert closed == []
