"""How the house is built: imports go one way, actions are pinned, outsiders stay outside."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from build_site import ROOT

PACKAGE = ROOT / "hooks/microsite"
LEFT_OF: dict[str, set[str]] = {
    "kept": set(),
    "memory": set(),
    "workers": set(),
    "content": {"memory", "workers"},
    "environment": {"content"},
    "cards": {"kept", "workers", "content"},
    "rules": {"kept", "memory", "content", "workers"},
    "pages": {"content", "cards"},
    "outputs": {"kept", "content", "workers"},
    "forms": {"content", "outputs"},
    "wechat": {"content", "cards", "outputs"},
    "search": {"kept", "content", "workers", "pages"},
    "verdict": {"memory", "content", "cards", "rules", "pages", "outputs", "wechat"},
    "plan": {"content", "cards", "pages", "outputs", "forms", "verdict"},
    "edition": {"content", "cards", "pages", "outputs", "forms", "search", "plan"},
    "rewriting": {"content"},
    "drafts": {"rewriting", "content", "rules"},
    "signing": {"rewriting", "content", "rules", "verdict"},
    "desk": {
        "kept",
        "workers",
        "rewriting",
        "content",
        "rules",
        "pages",
        "outputs",
        "wechat",
        "verdict",
        "plan",
    },
    "commands": {
        "environment",
        "content",
        "rules",
        "drafts",
        "pages",
        "outputs",
        "wechat",
        "verdict",
        "plan",
        "signing",
        "desk",
        "audit",
        "publish",
    },
    "cli": {"commands", "content", "environment"},
    "audit": {"workers", "content"},
    "publish": {"workers", "content", "audit"},
}
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda f: f.stem)
def test_a_folder_imports_only_from_the_left(file: Path) -> None:
    folder = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    used = {name.split(".")[1] for name in imported(file) if name.startswith("microsite.")}

    assert used <= LEFT_OF.get(folder, set()) | {folder}


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda f: f.stem)
def test_the_package_knows_neither_mkdocs_nor_jinja(file: Path) -> None:
    assert not {name.split(".")[0] for name in imported(file)} & {"mkdocs", "jinja2", "material"}


def test_pytest_collects_every_test_file(request: pytest.FixtureRequest) -> None:
    passed_over = request.config.getini("norecursedirs")
    files = [file.relative_to(ROOT) for file in (ROOT / "tests").rglob("test_*.py")]
    folders = {folder for file in files for folder in file.parts}

    assert not [name for name in folders for over in passed_over if fnmatch(name, over)]


def test_only_html_lies_in_the_templates() -> None:
    files = [file for file in (ROOT / "hooks/templates").rglob("*") if file.is_file()]

    assert {file.suffix for file in files} == {".html"}


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.stem)
def test_every_action_is_pinned_to_a_commit(file: Path) -> None:
    used = re.findall(r"uses: (\S+)", file.read_text(encoding="utf-8"))

    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda f: f.stem)
def test_a_workflow_has_no_rights_but_those_a_job_asks_for(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))

    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", WORKFLOWS), ("gitlab-ci", [ROOT / ".gitlab-ci.yml"])],
)
def test_pipelines_are_what_their_hosts_understand(schema: str, files: list[Path]) -> None:
    program = str(Path(sys.executable).parent / "check-jsonschema")
    command = [program, "--builtin-schema", f"vendor.{schema}", *map(str, files)]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_gitlab_takes_the_name_under_which_artifacts_are_shown() -> None:
    names = re.findall(r"expose_as: ([^#\n]+)", (ROOT / ".gitlab-ci.yml").read_text("utf-8"))

    assert names
    assert all(re.fullmatch(r"\w[-\w ]*", name.strip(), re.ASCII) for name in names)


def test_nothing_is_published_without_its_tests() -> None:
    github = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    [test] = [step for step in github["build"]["steps"] if "make test" in step.get("run", "")]

    assert "if" not in test
    assert github["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert all(job["needs"] == "build" for name, job in github.items() if name != "build")
    assert "rules" not in gitlab["test"]
    assert gitlab["stages"].index("test") < gitlab["stages"].index("publish")


def test_what_is_published_is_what_was_tested() -> None:
    github = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    build = "\n".join(step.get("run", "") for step in github["build"]["steps"])
    publish = "\n".join(step.get("run", "") for step in github["elsewhere"]["steps"])

    for packing, testing, publishing in (
        (build, build, publish),
        *[["\n".join(gitlab[job]["script"]) for job in ("build", "test", "publish")]],
    ):
        assert ".ci/pack" in packing
        assert 'TEST_SITE="$PWD/site" make test' in testing
        assert ".ci/publish --site release" in publishing
        assert "make site" not in packing + testing + publishing
    assert "release.tar" in gitlab["build"]["artifacts"]["paths"]


def test_a_pipeline_prints_no_secret() -> None:
    script = (ROOT / ".ci/publish").read_text(encoding="utf-8")

    assert "set -x" not in script
    assert "umask 077" in script
    assert "trap 'rm -rf \"$keys\"' EXIT" in script


def test_the_continuous_integration_runs_the_readme_commands() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")

    assert {"make site", "make test"} <= set(script.splitlines())


def test_styles_use_only_tokens_that_there_are() -> None:
    files = [*(ROOT / "docs/assets/css").glob("*.css"), *PACKAGE.rglob("*.css")]
    css = "".join(file.read_text(encoding="utf-8") for file in files)

    assert set(re.findall(r"var\((--[\w-]+)", css)) <= set(re.findall(r"(--[\w-]+):", css))
    assert "!important" not in css
