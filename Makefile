# make site builds the site; make serve shows it while you write; make test runs every check.

export NO_MKDOCS_2_WARNING := 1
export UV_PYTHON_DOWNLOADS := never
# An office network may have a certificate authority of its own.
export UV_SYSTEM_CERTS := 1
PYTHON ?= python3
UV_VERSION := 0.13.9
UV := $(or $(shell command -v uv),.uv/bin/uv)
NPM := npm ci --no-progress --loglevel=error
SYNC := $(UV) sync --quiet --locked --inexact --compile-bytecode --python $(PYTHON)

.PHONY: site serve test lint types unit format schemas handbook bench bench-check
.PHONY: bench-pictures bench-preview bench-publish bench-server lighthouse properdocs clean

site: schemas
	.venv/bin/mkdocs build --strict

serve: .venv/site-ready
	@.venv/bin/microsite schemas 2>/dev/null || echo "内容有错误，VS Code 里的填写提示没有更新；错在哪里看编辑工作台"
	.venv/bin/mkdocs serve

test: lint types unit

lint: .venv/test-ready
	.venv/bin/ruff check
	.venv/bin/ruff format --check

types: .venv/test-ready
	.venv/bin/mypy

unit: .venv/test-ready
	.venv/bin/pytest -n auto --dist loadfile

format: .venv/test-ready
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

schemas: .venv/site-ready
	.venv/bin/microsite schemas

handbook: .venv/site-ready
	.venv/bin/microsite handbook --output handbook.md

# SIZES="1000 5000" and OPTIONS="--rounds 3 --builders ours hugo" choose what is compared.
bench: .venv/test-ready
	$(SYNC) --group bench
	.venv/bin/python tests/bench/run.py $(SIZES) $(OPTIONS)

bench-check: .venv/test-ready
	.venv/bin/python tests/bench/check.py

bench-pictures: .venv/test-ready
	.venv/bin/python tests/bench/pictures.py

bench-preview: .venv/test-ready
	.venv/bin/python tests/bench/preview.py

bench-publish: .venv/test-ready
	.venv/bin/python tests/bench/releases.py

bench-server: .venv/test-ready
	tests/tools.sh wrk
	.venv/bin/python tests/bench/nginx.py

lighthouse: .venv/test-ready
	.venv/bin/python tests/browser/lighthouse.py

# MkDocs 1.6 as others keep it alive, in an environment of its own: it must build the same site.
properdocs: .venv/test-ready
	UV_PROJECT_ENVIRONMENT=.cache/properdocs $(SYNC) --no-default-groups --group leaving
	.venv/bin/python tests/leaving.py .cache/properdocs/bin/python

clean:
	rm -rf .venv .uv .cache node_modules site wechat data/schemas handbook.md

LOCKS := uv.lock pyproject.toml package-lock.json package.json .npmrc

.venv/site-ready: $(LOCKS) | $(UV)
	$(NPM) $(if $(wildcard .venv/test-ready),,--omit=dev)  # what the tests need stays
	$(SYNC) --no-dev
	touch $@

.venv/test-ready: $(LOCKS) tests/tools.sh | $(UV)
	tests/tools.sh
	$(NPM)
	$(SYNC)
	touch $@ .venv/site-ready

.uv/bin/uv:
	$(PYTHON) -m venv .uv
	.uv/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
