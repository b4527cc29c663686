"""Another machine: rsync and ssh against a real sshd on this one, with keys of its own."""

import getpass
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from microsite.publish.manifest import NAME, digests, parse
from ports import HERE, free_ports, wait_for
from publish.commands import run
from publish.conftest import Version

SERVER = """\
ListenAddress {here}:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/client.pub
StrictModes no
UsePAM no
PidFile none
"""
CLIENT = """\
Host localhost
    HostName {here}
    Port {port}
    User {user}
    IdentityFile {folder}/client
    IdentitiesOnly yes
    UserKnownHostsFile {folder}/known_hosts
    GlobalKnownHostsFile none
    StrictHostKeyChecking yes
    LogLevel ERROR
"""


@dataclass(frozen=True)
class Machine:
    """One that `localhost:` leads to, through the settings in its folder."""

    folder: Path
    target: Path

    @property
    def to(self) -> str:
        """What is typed."""
        return f"localhost:{self.target}"

    def settings(self, old: str, new: str) -> None:
        """Change what the client is told."""
        file = self.folder / "config"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def refused(self, version: Version) -> str:
        """Publish in vain, and return what was said."""
        words = ("publish", "--to", self.to, "--site", str(version.site))
        done = run(*words, root=version.root)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        return done.stderr


def key(file: Path) -> None:
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(file)]
    subprocess.run(words, check=True)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """Run sshd, and put a client before that of the system which goes there and nowhere else."""
    folder = tmp_path / "ssh"
    (folder / "bin").mkdir(parents=True)
    [port] = free_ports(1)
    for name in ("host", "client", "other"):
        key(folder / name)
    public = (folder / "host.pub").read_text(encoding="utf-8")
    (folder / "known_hosts").write_text(f"[{HERE}]:{port} {public}", encoding="utf-8")
    values = {"here": HERE, "port": port, "folder": folder, "user": getpass.getuser()}
    (folder / "sshd_config").write_text(SERVER.format(**values), encoding="utf-8")
    (folder / "config").write_text(CLIENT.format(**values), encoding="utf-8")
    client = folder / "bin/ssh"
    program = shutil.which("ssh")
    client.write_text(f'#!/bin/sh\nexec {program} -F {folder}/config "$@"\n', encoding="utf-8")
    client.chmod(0o755)
    monkeypatch.setenv("PATH", f"{client.parent}:{os.environ['PATH']}")
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # as Debian's service does
    log = folder / "sshd.log"
    server = ["/usr/sbin/sshd", "-D", "-E", str(log), "-f", str(folder / "sshd_config")]
    with subprocess.Popen(server) as process:
        wait_for(port, process, log.read_text)
        yield Machine(folder, tmp_path / "srv")
        process.terminate()


def online(target: Path) -> dict[str, str]:
    """Return the digests of the site that is online; it must be whole."""
    current = target / "current"
    manifest = parse((current / NAME).read_text(encoding="utf-8"), "")
    assert digests(current) == manifest.files
    return dict(manifest.files)


def transferred(said: str) -> int:
    """Return how many files rsync copied."""
    [count] = re.findall(r"传送 (\d+) 个文件", said)
    return int(count)


def test_a_site_is_published_changed_and_rolled_back(
    machine: Machine, first: Version, second: Version
) -> None:
    first.publish(machine.to)
    before = online(machine.target)
    said = second.publish(machine.to)
    after = online(machine.target)

    listed = run("releases", "--to", machine.to)
    back = run("rollback", "--to", machine.to)
    verified = run("verify", str(machine.target / "current"))

    assert first.pages.items() <= before.items()
    assert second.pages.items() <= after.items()
    changed = [path for path in after if after[path] != before.get(path)]
    assert transferred(said) == len(changed) + 1, "the manifest, too"
    assert len(changed) < 0.2 * len(after)
    assert [line[0] for line in listed.stdout.splitlines()] == [" ", "→"]
    assert (back.returncode, verified.returncode) == (0, 0)
    assert online(machine.target) == before


def test_what_did_not_change_takes_no_place(
    machine: Machine, first: Version, second: Version
) -> None:
    first.publish(machine.to)
    second.publish(machine.to)

    old, new = sorted((machine.target / "releases").iterdir())
    shared = [path for path in second.pages if (old / path).exists()]
    same = {path for path in shared if (old / path).samefile(new / path)}
    assert same == {path for path in shared if first.pages[path] == second.pages[path]}


def test_a_machine_that_cannot_be_reached_is_told(machine: Machine, first: Version) -> None:
    machine.settings(f"HostName {HERE}", "HostName nowhere.invalid")

    said = machine.refused(first)

    assert "没有做成，线上的网站没有动" in said
    assert "nowhere.invalid" in said


def test_a_machine_that_does_not_answer_is_told(machine: Machine, first: Version) -> None:
    [port] = free_ports(1)
    machine.settings("    Port ", f"    Port {port}\n    # ")

    assert "Connection refused" in machine.refused(first)


def test_a_key_that_is_not_known_there_is_told(
    machine: Machine, first: Version, second: Version
) -> None:
    first.publish(machine.to)
    before = online(machine.target)
    machine.settings("/client\n", "/other\n")

    assert "Permission denied" in machine.refused(second)
    assert online(machine.target) == before


def test_a_machine_that_pretends_to_be_it_is_told(machine: Machine, first: Version) -> None:
    other = (machine.folder / "other.pub").read_text(encoding="utf-8")
    known = machine.folder / "known_hosts"
    place = known.read_text(encoding="utf-8").split()[0]
    known.write_text(f"{place} {other}", encoding="utf-8")

    assert "Host key verification failed" in machine.refused(first)
    assert not machine.target.exists()


def test_without_ssh_it_is_told_what_to_install(
    machine: Machine, first: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(machine.folder))

    assert "apt-get install" in machine.refused(first)
