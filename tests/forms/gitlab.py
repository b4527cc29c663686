"""GitLab as far as the CMS talks to it, on this machine, over a real repository of Git."""

import base64
import json
import re
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qs, unquote, urlsplit

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | bool | None"
PROJECT = "zhujian/site"
BRANCH = "main"
KEY = "glpat-for-tests"
USER: Mapping[str, Json] = {
    "id": 7,
    "name": "综合科",
    "username": "office",
    "email": "office@zhujian.example",
}
WHO = ("-c", "user.name=综合科", "-c", "user.email=office@zhujian.example")


@dataclass
class MergeRequest:
    """What somebody would like to be on the main branch."""

    iid: int
    branch: str
    title: str
    labels: set[str]
    state: str = "opened"


@dataclass
class Repository:
    """A repository of Git with its requests."""

    folder: Path
    requests: list[MergeRequest] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def git(self, *words: str, data: bytes | None = None) -> str:
        """Return what Git says, without the last line break."""
        command = ["git", *WHO, "-c", "core.quotePath=false", *words]
        done = subprocess.run(
            command, cwd=self.folder, input=data, capture_output=True, check=True
        )
        return done.stdout.decode().removesuffix("\n")

    def start(self) -> None:
        """Make the folder a repository of all that is in it."""
        self.git("init", "--quiet", f"--initial-branch={BRANCH}")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Begin")

    def has(self, branch: str) -> bool:
        """Tell whether there is such a branch."""
        return bool(self.git("branch", "--list", branch))

    def files(self, branch: str) -> Mapping[str, str]:
        """Return the digest of each file by its path."""
        lines = self.git("ls-tree", "-r", branch).splitlines()
        return {line.partition("\t")[2]: line.split()[2] for line in lines}

    def text(self, branch: str, path: str) -> str:
        """Return a file."""
        return self.git("show", f"{branch}:{path}") + "\n"

    def commit(
        self, branch: str, start: str, message: str, actions: Sequence[Mapping[str, str]]
    ) -> str:
        """Put changes on a branch."""
        self.git("read-tree", start)
        for action in actions:
            self._change(action)
        return self._record(branch, message, start)

    def merge(self, request: MergeRequest) -> None:
        """Put a request on the main branch."""
        tree = self.git("merge-tree", "--write-tree", BRANCH, request.branch)
        parents = ("-p", BRANCH, "-p", request.branch)
        made = self.git("commit-tree", tree, *parents, "-m", request.title)
        self.git("update-ref", f"refs/heads/{BRANCH}", made)
        request.state = "merged"

    def check_out(self) -> Path:
        """Return the folder, with the files as they are on the main branch."""
        self.git("reset", "--quiet", "--hard", BRANCH)
        self.git("clean", "--quiet", "--force", "-d")
        return self.folder

    def _change(self, action: Mapping[str, str]) -> None:
        path = action["file_path"]
        if action["action"] == "delete":
            self.git("update-index", "--force-remove", path)
            return
        data = action["content"].encode()
        content = base64.b64decode(data) if action["encoding"] == "base64" else data
        blob = self.git("hash-object", "-w", "--stdin", data=content)
        self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")

    def _record(self, branch: str, message: str, parent: str) -> str:
        made = self.git("commit-tree", self.git("write-tree"), "-p", parent, "-m", message)
        self.git("update-ref", f"refs/heads/{branch}", made)
        return made


@contextmanager
def gitlab(repository: Repository) -> Iterator[str]:
    """Serve a repository; gives the address of the host."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.repository = repository
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    repository: Repository


class _Handler(BaseHTTPRequestHandler):
    """Answers as https://docs.gitlab.com/api/rest/ and /api/graphql/ say."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_OPTIONS(self) -> None:
        self._send(HTTPStatus.NO_CONTENT, None)

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_PUT(self) -> None:
        self._answer("PUT")

    def do_DELETE(self) -> None:
        self._answer("DELETE")

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _answer(self, method: str) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else {}
        if self.headers.get("Authorization") != f"Bearer {KEY}":
            self._send(HTTPStatus.UNAUTHORIZED, {"message": "401 Unauthorized"})
            return
        parts = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        with self.server.repository.lock:
            status, answer = self._found(method, unquote(parts.path), query, body)
        self._send(status, answer)

    def _found(
        self, method: str, path: str, query: Mapping[str, str], body: dict[str, object]
    ) -> tuple[HTTPStatus, Json]:
        host = _Host(self.server.repository)
        if path == "/api/graphql":
            return HTTPStatus.OK, {"data": {"project": {"repository": host.graph(body)}}}
        place = path.removeprefix("/api/v4").removeprefix(f"/projects/{PROJECT}")
        for form, answer in host.answers(method):
            if found := re.fullmatch(form, place):
                return answer(found, query, body)
        return HTTPStatus.NOT_FOUND, {"message": "404 Not Found"}

    def _send(self, status: HTTPStatus, answer: Json) -> None:
        body = b"" if status == HTTPStatus.NO_CONTENT else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


Body: TypeAlias = Mapping[str, object]
Reply: TypeAlias = tuple[HTTPStatus, Json]


class _Host:
    """What is answered to whom."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    def answers(self, method: str) -> Iterator[tuple[str, "Answer"]]:
        """Return what answers each form of address."""
        number = r"/merge_requests/(\d+)"
        known: Mapping[str, Mapping[str, Answer]] = {
            "GET": {
                "/user": lambda *_: (HTTPStatus.OK, USER),
                "/users": lambda *_: (HTTPStatus.OK, [USER]),
                "/merge_requests": lambda _, query, __: self._listed(query),
                "/repository/branches/(.+)": lambda found, *_: self._head(found[1]),
                f"{number}/diffs": lambda found, *_: self._diffs(int(found[1])),
            },
            "POST": {
                "/repository/commits": lambda _, __, body: self._commit(body),
                "/merge_requests": lambda _, __, body: self._request(body),
            },
            "PUT": {
                number: lambda found, _, body: self._update(int(found[1]), body),
                f"{number}/merge": lambda found, *_: self._merge(int(found[1])),
            },
            "DELETE": {"/repository/branches/(.+)": lambda found, *_: self._drop(found[1])},
        }
        yield from known[method].items()

    def graph(self, body: Body) -> Json:
        """Answer the few questions that the CMS asks by GraphQL."""
        query, given = str(body["query"]), body["variables"]
        assert isinstance(given, dict)
        branch = str(given.get("branch", BRANCH))
        files = self.repository.files(branch)
        if "lastCommit" in query:
            sha = self.repository.git("rev-parse", branch)
            return {"tree": {"lastCommit": {"sha": sha, "message": "…"}}}
        if "paths" in given:
            nodes = [self._blob(branch, path, files) for path in given["paths"] if path in files]
            return {"blobs": {"nodes": nodes}}
        listed: list[Json] = [
            {"type": "blob", "path": path, "sha": sha} for path, sha in files.items()
        ]
        page: Json = {"endCursor": "", "hasNextPage": False}
        return {"tree": {"blobs": {"nodes": listed, "pageInfo": page}}}

    def _blob(self, branch: str, path: str, files: Mapping[str, str]) -> Json:
        text = self.repository.text(branch, path)
        return {"path": path, "oid": files[path], "size": str(len(text)), "rawTextBlob": text}

    def _head(self, branch: str) -> Reply:
        return HTTPStatus.OK, {"commit": {"id": self.repository.git("rev-parse", branch)}}

    def _listed(self, query: Mapping[str, str]) -> Reply:
        found = [
            one
            for one in self.repository.requests
            if one.state == "opened"
            and query.get("labels", "") in {"", *one.labels}
            and query.get("source_branch", one.branch) == one.branch
        ]
        return HTTPStatus.OK, [self._shown(one) for one in found]

    def _diffs(self, iid: int) -> Reply:
        branch = self._of(iid).branch
        lines = self.repository.git("diff", "--name-status", f"{BRANCH}...{branch}").splitlines()
        changes = [line.split("\t") for line in lines]
        return HTTPStatus.OK, [
            {
                "old_path": path,
                "new_path": path,
                "new_file": kind == "A",
                "deleted_file": kind == "D",
                "renamed_file": False,
            }
            for kind, path in changes
        ]

    def _commit(self, body: Body) -> Reply:
        branch = str(body["branch"])
        if "start_branch" in body and self.repository.has(branch):
            return HTTPStatus.BAD_REQUEST, {"message": "A branch of that name already exists"}
        actions = body["actions"]
        assert isinstance(actions, list)
        start = str(body.get("start_branch", branch))
        made = self.repository.commit(branch, start, str(body["commit_message"]), actions)
        return HTTPStatus.CREATED, {"id": made, "committed_date": "2026-11-27T09:00:00+08:00"}

    def _request(self, body: Body) -> Reply:
        labels = set(str(body["labels"]).split(","))
        one = MergeRequest(
            next(self.repository.numbers), str(body["source_branch"]), str(body["title"]), labels
        )
        self.repository.requests.append(one)
        return HTTPStatus.CREATED, self._shown(one)

    def _update(self, iid: int, body: Body) -> Reply:
        one = self._of(iid)
        one.title = str(body.get("title", one.title))
        one.labels -= set(str(body.get("remove_labels", "")).split(","))
        one.labels |= set(filter(None, str(body.get("add_labels", "")).split(",")))
        one.state = "closed" if body.get("state_event") == "close" else one.state
        return HTTPStatus.OK, self._shown(one)

    def _merge(self, iid: int) -> Reply:
        self.repository.merge(self._of(iid))
        return HTTPStatus.OK, self._shown(self._of(iid))

    def _drop(self, branch: str) -> Reply:
        self.repository.git("branch", "--quiet", "-D", branch)
        return HTTPStatus.NO_CONTENT, None

    def _of(self, iid: int) -> MergeRequest:
        return next(one for one in self.repository.requests if one.iid == iid)

    def _shown(self, one: MergeRequest) -> dict[str, Json]:
        sha = self.repository.git("rev-parse", one.branch) if one.state == "opened" else ""
        when = "2026-11-27T09:00:00+08:00"
        return {
            "id": 100 + one.iid,
            "iid": one.iid,
            "title": one.title,
            "labels": sorted(one.labels),
            "source_branch": one.branch,
            "sha": sha,
            "web_url": f"https://git.example/{PROJECT}/-/merge_requests/{one.iid}",
            "created_at": when,
            "updated_at": when,
            "author": USER,
            "state": one.state,
        }


Answer: TypeAlias = Callable[[re.Match[str], Mapping[str, str], Body], Reply]
