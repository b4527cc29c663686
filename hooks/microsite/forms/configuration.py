"""The settings of the CMS: where the files are, who may sign in, and every form."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from microsite.content.bureau import Admin, Bureau
from microsite.content.model import Series
from microsite.content.picture_records import PICTURES
from microsite.content.schema import JsonObject
from microsite.forms.collections import collections, formats

HOSTS: Final = {"gitlab": "https://gitlab.com", "github": "https://github.com"}
GITHUB_API: Final = "https://api.github.com"
LARGEST_PICTURE: Final = 20 * 1024 * 1024


def settings(bureau: Bureau, admin: Admin, series: Sequence[Series]) -> str:
    """Return the file that the forms are started with."""
    told = {"config": configuration(bureau, admin, series), "headers": formats()}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def configuration(bureau: Bureau, admin: Admin, series: Sequence[Series]) -> JsonObject:
    """Return what the CMS is told."""
    return {
        "load_config_file": False,
        "app_title": f"{bureau.site_name}·填写",
        "site_url": bureau.site_url,
        "show_preview_links": False,
        "backend": backend(admin),
        "publish_mode": "editorial_workflow",
        "media_folder": f"docs/{PICTURES.rstrip('/')}",
        "public_folder": f"/{PICTURES.rstrip('/')}",
        "media_libraries": {
            "default": {"config": {"slugify_filename": True, "max_file_size": LARGEST_PICTURE}},
            "stock_assets": False,
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "collections": collections(series),
    }


def backend(admin: Admin) -> JsonObject:
    """Return where the files are and how one signs in there."""
    shared: JsonObject = {"name": admin.backend, "repo": admin.repo, "branch": admin.branch}
    signing = {"auth_methods": ["oauth", "token"] if admin.client else ["token"]}
    messages = {"commit_messages": MESSAGES}
    return (
        shared
        | signing
        | messages
        | (_gitlab(admin) if admin.backend == "gitlab" else _github(admin))
    )


def origins(admin: Admin) -> Iterable[str]:
    """Return the hosts that the forms talk to: the host of the files, and nobody else."""
    host = _host(admin)
    return (GITHUB_API,) if host == HOSTS["github"] else (host,)


def _gitlab(admin: Admin) -> JsonObject:
    host = _host(admin)
    signing = {"auth_type": "pkce", "app_id": admin.client} if admin.client else {}
    return {"base_url": host, "api_root": f"{host}/api/v4"} | signing


def _github(admin: Admin) -> JsonObject:
    host = _host(admin)
    api = {} if host == HOSTS["github"] else {"api_root": f"{host}/api/v3"}
    return api | ({"base_url": admin.client} if admin.client else {})


def _host(admin: Admin) -> str:
    parts = urlsplit(admin.host or HOSTS[admin.backend])
    return f"{parts.scheme}://{parts.netloc}"


MESSAGES: Final[Mapping[str, str]] = {
    "create": "新增{{collection}}：{{slug}}",
    "update": "修改{{collection}}：{{slug}}",
    "delete": "删除{{collection}}：{{slug}}",
    "uploadMedia": "上传图片：{{path}}",
    "deleteMedia": "删除图片：{{path}}",
}
